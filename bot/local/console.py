"""The console door: a private chat with the bot in this terminal, or through a pipe."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from typing import TextIO
from unicodedata import east_asian_width

from bot.local.console_input import attended
from bot.local.files import put_down
from bot.local.request import deliver, running
from bot.local.telegram.chats import Chat, Json, User
from bot.local.telegram.engine import Happening, LocalTelegram
from bot.local.telegram.html import utf16_length
from bot.local.telegram.people import press, say
from bot.local.telegram.text import TEXT_LIMIT, cleaned
from bot.transport.application import TelegramApplication

_NUMBER = re.compile(r"[0-9]{1,3}")
_ON_OFF = {"bold": (1, 22), "italic": (3, 23), "underline": (4, 24)}
_QUOTES = ("blockquote", "expandable_blockquote")
BAR = "│ "
"""Before each line of a quote."""


@dataclass(frozen=True, slots=True)
class ConsoleSentences:
    """The few sentences that the console itself says."""

    greeting: str
    """Says that this is a chat, and how to press a button and how to stop."""
    no_such_button: Callable[[int], str]
    photo: Callable[[str], str]
    """Stands where a picture would be, and names the file in which it is."""
    document: Callable[[str], str]
    """The same of a file."""
    button_hint: str
    """How to press a button; said once, below the first buttons."""
    only_you: str
    """Stands before what nobody else in a group sees."""
    goodbye: str
    user_name: str


@dataclass(frozen=True, slots=True)
class Screen:
    """Where the answers go and where the rest goes; `styled` where answers are read on a terminal."""

    answer: Callable[[str], None]
    chrome: Callable[[str], None]
    styled: bool = False
    # The greeting, the hint and the goodbye are for somebody who sits there.
    attended: bool = False
    width: int = 0
    """Characters that fit on a line; 0 where nobody reads lines."""


def standard_screen() -> Screen:
    """Answers on stdout and nothing else there; the rest on stderr, and only for somebody who sits there."""
    return Screen(
        answer=_writer(sys.stdout),
        chrome=_writer(sys.stderr),
        styled=sys.stdout.isatty(),
        width=shutil.get_terminal_size().columns if sys.stdout.isatty() else 0,
        attended=attended(),
    )


def _writer(stream: TextIO) -> Callable[[str], None]:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")

    def write(text: str) -> None:
        try:
            stream.write(f"{text}\n")
            stream.flush()
        except BrokenPipeError:
            # Whoever read along has left (`| head`); what follows is for nobody.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

    return write


async def talk(  # noqa: PLR0913, PLR0917 - who talks to whom, where, and as whom
    application: TelegramApplication,
    telegram: LocalTelegram,
    lines: AsyncIterator[str],
    screen: Screen,
    sentences: ConsoleSentences,
    member: tuple[User, Chat] | None = None,
) -> None:
    """Answers line by line until the lines end; the application must speak through LocalRequest(telegram).

    The chat is a new one, unless there is a member already.
    """
    user, chat = member or _somebody_new(telegram, sentences)
    conversation = _Conversation(telegram, chat, user, screen, sentences)
    telegram.watchers.append(conversation.show)
    async with running(application):
        if screen.attended:
            screen.chrome(wrapped(sentences.greeting, screen.width))
        try:
            async for line in lines:
                conversation.answering = True
                conversation.hear(line)
                await deliver(telegram, application)
                conversation.answering = False
        finally:
            if screen.attended:
                screen.chrome(f"\n{sentences.goodbye}")


def _somebody_new(telegram: LocalTelegram, sentences: ConsoleSentences) -> tuple[User, Chat]:
    user = telegram.add_user(sentences.user_name)
    return user, telegram.add_private_chat(user)


def _news(before: str, after: str) -> list[str]:
    """The lines that a live edit changed; the whole message each time would be too much to read."""
    old = set(before.splitlines())
    return [f"✏️ {line}" for line in after.splitlines() if line and line not in old]


@dataclass(slots=True)
class _Conversation:
    telegram: LocalTelegram
    chat: Chat
    user: User
    screen: Screen
    sentences: ConsoleSentences
    # The last message that has buttons, as it looks now.
    pressable: Json = field(default_factory=dict)
    printed: int = 0
    answering: bool = False
    """Whether what is shown now answers the line just read."""
    _texts: dict[int, str] = field(default_factory=dict)
    """What stands in each message."""
    _hinted: bool = False

    def hear(self, line: str) -> None:
        """A number presses a button; anything else is said, in pieces when it is too long for one message."""
        text = line.strip()
        if self.pressable and _NUMBER.fullmatch(text):
            self._press(int(text))
            return
        # Emoji count double: half as many always fit.
        piece = TEXT_LIMIT if utf16_length(text) == len(text) else TEXT_LIMIT // 2
        for start in range(0, len(text), piece):
            if cleaned(text[start : start + piece]).strip():
                say(self.telegram, self.chat, self.user, text[start : start + piece])

    def show(self, happening: Happening) -> None:
        if happening.chat_id != self.chat.id:
            return
        match happening.kind:
            case "sent" | "edited":
                self._show_message(happening.content)
            case "answered" if happening.content.get("text"):
                self._print(happening.content["text"])
            case "deleted" if self.pressable and _number_of(happening.content) == _number_of(self.pressable):
                self.pressable = {}
            case _:
                pass

    def _show_message(self, message: Json) -> None:
        text: str = message.get("text") or message.get("caption") or ""
        number = _number_of(message)
        before = self._texts.get(number)
        self._texts[number] = text
        if before is not None and not self.answering:
            self._print(wrapped("\n".join(_news(before, text)), self.screen.width))
            return
        entities: list[Json] = message.get("entities") or message.get("caption_entities") or []
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        shown = shown_text(wrapped(text, self.screen.width), entities, styled=self.screen.styled)
        only_you = self.sentences.only_you if "ephemeral_message_id" in message else ""
        parts = [only_you, self._photo(message), self._document(message), shown, *shown_buttons(rows)]
        self._print("\n".join(part for part in parts if part))
        if rows:
            self.pressable = message
            self._hint()
        elif self.pressable and number == _number_of(self.pressable):
            self.pressable = {}

    def _document(self, message: Json) -> str:
        if "document" not in message:
            return ""
        about, content = self.telegram.documents[message["document"]["file_id"]]
        return self.sentences.document(str(put_down(about["file_name"], content)))

    def _photo(self, message: Json) -> str:
        """Where the picture of a message can be looked at; empty where there is none."""
        if "photo" not in message:
            return ""
        _, content = self.telegram.photos[message["photo"][-1]["file_id"]]
        return self.sentences.photo(str(put_down("uitslagbot.png", content)))

    def _hint(self) -> None:
        if self.screen.attended and not self._hinted:
            self._hinted = True
            self.screen.chrome(f"{self.sentences.button_hint}\n")

    def _press(self, number: int) -> None:
        rows = self.pressable["reply_markup"]["inline_keyboard"]
        buttons = [button for row in rows for button in row]
        if not 1 <= number <= len(buttons):
            self.screen.chrome(self.sentences.no_such_button(len(buttons)))
            return
        button = buttons[number - 1]
        if "callback_data" in button:
            number = _number_of(self.pressable)
            press(self.telegram, self.chat, self.user, number, button["callback_data"])
        else:
            self._print(button.get("url", button["text"]))

    def _print(self, text: str) -> None:
        """Prints the text and an empty line, between answers or, at a terminal, before the next question."""
        between = "\n" if self.printed and not self.screen.attended else ""
        after = "\n" if self.screen.attended else ""
        self.printed += 1
        self.screen.answer(f"{between}{text}{after}")


def _number_of(message: Json) -> int:
    return int(message.get("ephemeral_message_id") or message["message_id"])


def wrapped(text: str, width: int) -> str:
    """The text with lines that break between words: each break takes the place of a space."""
    return "\n".join(_wrapped_line(line, width) for line in text.split("\n")) if width else text


def _wrapped_line(line: str, width: int) -> str:
    room = width - len(BAR)
    broken, begin, length = list(line), 0, 0
    for place, letter in enumerate(line):
        length += 2 if east_asian_width(letter) in "FW" else 1
        space = line.rfind(" ", begin, place)
        if length > room and space > begin:
            broken[space] = "\n"
            begin = space + 1
            length = sum(2 if east_asian_width(each) in "FW" else 1 for each in line[begin : place + 1])
    return "".join(broken)


def shown_text(text: str, entities: list[Json], *, styled: bool) -> str:
    """With a bar before quotes, and with terminal codes where they are wanted; spoilers are shown."""
    openings: dict[int, str] = {}
    closings: dict[int, str] = {}
    quoted: list[tuple[int, int]] = []
    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        kind = entity["type"]
        if kind in _QUOTES:
            quoted.append((begin, end))
        elif styled and kind in _ON_OFF:
            on, off = _ON_OFF[kind]
            openings[begin] = openings.get(begin, "") + f"\x1b[{on}m"
            closings[end] = f"\x1b[{off}m" + closings.get(end, "")
    pieces: list[str] = []
    line_begins = True
    for position, character in _with_positions(text):
        pieces.append(closings.pop(position, ""))
        if line_begins and any(begin <= position < end for begin, end in quoted):
            pieces.append(BAR)
        pieces.extend((openings.pop(position, ""), character))
        line_begins = character == "\n"
    pieces.extend(closings.values())
    return "".join(pieces)


def shown_buttons(rows: list[list[Json]]) -> list[str]:
    """One line per row, numbered through; a button that leads elsewhere says where."""
    lines = []
    number = 0
    for row in rows:
        shown = []
        for button in row:
            number += 1
            where = f" ({button['url']})" if "url" in button else ""
            shown.append(f"[{number}] {button['text']}{where}")
        lines.append("  ".join(shown))
    return lines


def _with_positions(text: str) -> Iterator[tuple[int, str]]:
    """Each character with its offset as Telegram counts it."""
    position = 0
    for character in text:
        yield position, character
        position += 2 if character > "\uffff" else 1

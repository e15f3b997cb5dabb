"""Talking to the bot as people do: a local Telegram, the whole application, and no network.

    async with talking(answering) as chat:
        reply = await chat.say("/uitslag Arsenal")
        assert "Arsenal door" in reply.text
        reply = await chat.press("Heenduel")

A test fails by itself when the bot uses a method or a parameter that Telegram does not know, or leaves a
pressed button unanswered. What Telegram refused in the right words stands in `chat.refusals`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from bot.app.wiring import build_application
from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands
from bot.local.request import LocalRequest, deliver, running
from bot.local.telegram import people
from bot.local.telegram.chats import Chat, Json, User
from bot.local.telegram.engine import LOCAL_TOKEN, Happening, LocalTelegram
from bot.local.telegram.methods import guests
from bot.transport.application import TelegramApplication
from bot.transport.limits import Limits

Kind = Literal["private", "group", "supergroup", "topic", "channel", "guest"]
"""As a guest the bot is mentioned in a chat that it is no member of."""

# Half past eleven at night in Amsterdam, when the second legs of the round of 32 were over.
A_EUROPEAN_NIGHT = datetime(2018, 2, 22, 22, 30, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Reply:
    """A message of the bot, as Telegram shows it."""

    message: Json

    @property
    def id(self) -> int:
        return int(self.message["message_id"])

    @property
    def is_ephemeral(self) -> bool:
        """Whether one member alone sees it."""
        return "ephemeral_message_id" in self.message

    @property
    def text(self) -> str:
        return str(self.message.get("text") or self.message.get("caption") or "")

    @property
    def entities(self) -> list[Json]:
        found: list[Json] = self.message.get("entities") or self.message.get("caption_entities") or []
        return found

    @property
    def rows(self) -> list[list[Json]]:
        rows: list[list[Json]] = self.message.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        return [str(button["text"]) for row in self.rows for button in row]

    @property
    def reply_to(self) -> int | None:
        answered = self.message.get("reply_to_message")
        return int(answered["message_id"]) if answered else None

    @property
    def topic(self) -> int | None:
        return self.thread if self.message.get("is_topic_message") else None

    @property
    def thread(self) -> int | None:
        """The topic, or the first of the messages that it is a reply to."""
        return self.message.get("message_thread_id")

    @property
    def edited(self) -> bool:
        return "edit_date" in self.message

    def styled(self, style: str) -> list[str]:
        """The pieces of text in this style: bold, italic, blockquote…"""
        units = self.text.encode("utf-16-le")
        return [
            units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
            for entity in self.entities
            if entity["type"] == style
        ]


@dataclass(slots=True)
class LocalChat:
    telegram: LocalTelegram
    application: TelegramApplication
    chat: Chat
    user: User
    topic: int | None = None
    # What the pressed buttons said at the top of the screen, and what the bot was seen doing ("typing").
    notices: list[str] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    typed: Json = field(default_factory=dict)

    @property
    def refusals(self) -> list[tuple[str, str]]:
        """What Telegram refused the bot: the method and the reason."""
        return list(self.telegram.refusals)

    async def say(self, text: str, *, reply_to: Reply | None = None) -> Reply:
        """The bot's answer, the last if there are more; it fails when the bot is silent."""
        return _last(await self.hear(text, reply_to=reply_to), text)

    async def hear(
        self, text: str, *, reply_to: Reply | None = None, under: people.Attachment | None = None
    ) -> list[Reply]:
        """All that the bot sends or edits after this was said; it may be nothing."""
        if self.is_guest:
            self.typed = guests.mention(
                self.telegram, self.chat, self.user, f"@{self.telegram.bot_username} {text}"
            )
            return await self.settle()
        author = self.chat if self.chat.kind == "channel" else self.user
        answered = reply_to.id if reply_to else None
        self.typed = people.say(
            self.telegram, self.chat, author, text, reply_to=answered, topic=self.topic, attached=under
        )
        return await self.settle()

    async def whisper(self, text: str) -> Reply:
        """The bot's answer to a command that nobody else in the group sees."""
        self.typed = people.whisper(self.telegram, self.chat, self.user, text)
        return _last(await self.settle(), text)

    async def say_anonymously(self, text: str) -> list[Reply]:
        """As an administrator who hides behind the group."""
        self.typed = people.say(self.telegram, self.chat, self.chat, text, topic=self.topic)
        return await self.settle()

    async def edit(self, text: str) -> list[Reply]:
        """Changes what was said last."""
        self.typed = people.edit(self.telegram, self.chat, self.typed["message_id"], text)
        return await self.settle()

    async def press(self, label: str, *, on: Reply | None = None) -> Reply:
        """The message after the button with this label was pressed, on the last message that has it."""
        return _last(await self.pressed(label, on=on), label)

    async def pressed(self, label: str, *, on: Reply | None = None) -> list[Reply]:
        reply, data = self._button(label, on)
        if self.is_guest:
            query = guests.press(self.telegram, self.user, self._inline_id(reply), data)
        else:
            number = reply.message["ephemeral_message_id"] if reply.is_ephemeral else reply.id
            query = people.press(self.telegram, self.chat, self.user, number, data)
        replies = await self.settle()
        assert self.telegram.callback_queries[query["id"]].answered, f"{label!r} was pressed and not answered"
        return replies

    async def settle(self) -> list[Reply]:
        """Lets the bot handle all that waits; what it sent here meanwhile."""
        before = len(self.replies)
        await deliver(self.telegram, self.application)
        assert not self.telegram.violations, self.telegram.violations
        return self.replies[before:]

    def another(self, kind: Kind = "private", *, language: str | None = "nl") -> LocalChat:
        """Another chat on the same Telegram, of somebody else."""
        return _chat(self.telegram, self.application, kind, language)

    @property
    def is_guest(self) -> bool:
        return self.chat.bot_status == "left" and self.chat.kind == "supergroup"

    def _inline_id(self, reply: Reply) -> str:
        """What Telegram names a message by that was sent as a guest."""
        here = (self.chat, reply.id)
        return next(name for name, place in self.telegram.inline_messages.items() if place == here)

    def watch(self, happening: Happening) -> None:
        if happening.chat_id != self.chat.id:
            return
        match happening.kind:
            case "sent" | "edited":
                self.replies.append(Reply(happening.content))
            case "answered":
                self.notices.append(happening.content.get("text", ""))
            case "deleted":
                pass

    def _button(self, label: str, on: Reply | None) -> tuple[Reply, str]:
        newest = {reply.id: reply for reply in self.replies}
        for reply in [on] if on else sorted(newest.values(), key=lambda reply: reply.id, reverse=True):
            for button in (button for row in reply.rows for button in row):
                if button["text"] == label:
                    return reply, button["callback_data"]
        buttons = self.replies[-1].buttons if self.replies else []
        raise AssertionError(f"no button {label!r}; the last message has {buttons}")


@asynccontextmanager
async def local_chat(
    build: Callable[[LocalRequest], TelegramApplication],
    kind: Kind = "private",
    *,
    language: str | None = "nl",
    clock: Callable[[], datetime] = lambda: A_EUROPEAN_NIGHT,
    menus: bool = False,
    **about: Any,  # noqa: ANN401 - the settings of LocalTelegram, by name
) -> AsyncIterator[LocalChat]:
    """The application runs as it would for real; `build` gives it the request and LOCAL_TOKEN."""
    telegram = LocalTelegram(clock, **about)
    application = build(LocalRequest(telegram))
    if not menus:
        # Setting them takes longer than most conversations.
        application.post_init = None
    async with running(application):
        yield _chat(telegram, application, kind, language)


def talking(
    answering: Commands,
    kind: Kind = "private",
    *,
    chats: Chats | None = None,
    clock: Callable[[], datetime] = lambda: A_EUROPEAN_NIGHT,
    limits: Limits | None = None,
    **about: Any,  # noqa: ANN401 - those of `local_chat`
) -> AbstractAsyncContextManager[LocalChat]:
    """A chat with these commands, for which the time is the same as for Telegram."""

    def build(request: LocalRequest) -> TelegramApplication:
        return build_application(answering, LOCAL_TOKEN, request, chats=chats, clock=clock, limits=limits)

    return local_chat(build, kind, clock=clock, **about)


def _chat(
    telegram: LocalTelegram, application: TelegramApplication, kind: Kind, language: str | None
) -> LocalChat:
    user = telegram.add_user("Fleur", language)
    topic = None
    match kind:
        case "private":
            chat = telegram.add_private_chat(user)
        case "group":
            chat = telegram.add_group("Voetbal op donderdag")
        case "supergroup":
            chat = telegram.add_supergroup("Europese avonden")
        case "guest":
            chat = telegram.add_supergroup("Zonder bot")
            chat.bot_status = "left"
        case "topic":
            chat = telegram.add_forum("Europese avonden")
            topic = telegram.add_topic(chat, "Europa League")
        case "channel":
            chat = telegram.add_channel("Uitslagen")
    local = LocalChat(telegram, application, chat, user, topic)
    telegram.watchers.append(local.watch)
    return local


def _last(replies: list[Reply], cause: str) -> Reply:
    assert replies, f"the bot said nothing after {cause[:80]!r}"
    return replies[-1]

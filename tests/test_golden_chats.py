"""Whole conversations, read by eye: what is typed, `[what is pressed]`, and what then stands in the chat.

The first line of a file in `golden/chats` is `> @ moment language`, and behind it what the sources can
(`live`, or `results` without live scores; with neither there are none) and where it is: a private chat, a
`group` or the `terminal`. A press goes to the last message with that button, as in a chat. Time goes on where
a line says `> @ moment`. In a group every line begins with the member's name; `+bot` adds the bot, `✏️`
changes what was said last. What is hidden until somebody taps it stands between `▒`.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from bot.app.opening import forgetful_chats
from bot.app.terminal import console_sentences
from bot.app.wiring import build_application
from bot.football.events.promises import Promises
from bot.football.model import AMSTERDAM
from bot.handlers.query import LONGEST_BESIDE
from bot.handlers.watching import Watching
from bot.local.console import Screen, talk
from bot.local.request import LocalRequest
from bot.local.telegram import people
from bot.local.telegram.chats import User
from bot.local.telegram.engine import LocalTelegram
from bot.transport.limits import Limits
from tests.chat import Kind, LocalChat, Reply, talking
from tests.shared import answering_from_the_snapshot

GOLDEN = sorted((Path(__file__).parent / "golden" / "chats").glob("*.txt"))
COLUMNS = 80
"""Of the terminal."""


@dataclass(slots=True)
class Setting:
    """Where and when a conversation is held."""

    now: datetime
    language: str
    features: frozenset[str]
    members: dict[str, User] = field(default_factory=dict)

    @property
    def watching(self) -> Watching:
        return Watching(
            Promises(results=bool(self.features & {"live", "results"}), live="live" in self.features)
        )


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_the_conversation_goes_as_it_was_approved(golden: Path) -> None:
    written = golden.read_text(encoding="utf-8")
    _, first, *turns = re.split(r"^> (?!\d+ )", written, flags=re.MULTILINE)
    typed = [turn.partition("\n")[0] for turn in turns]
    opening = first.partition("\n")[0]
    moment, language, *features = opening.removeprefix("@ ").split()
    setting = Setting(_moment(moment), language, frozenset(features))
    held = _held_in_the_terminal if "terminal" in features else _held
    assert f"> {opening}\n{asyncio.run(held(typed, setting))}" == written


async def _held(turns: list[str], setting: Setting) -> str:
    """The conversation, as it is written in a file."""
    chats = forgetful_chats()
    answering = answering_from_the_snapshot(chats, setting.watching)
    kind: Kind = "group" if "group" in setting.features else "private"

    # Nobody waits for Telegram's limits, which a group reaches in a long conversation.
    limits = Limits(speed=10_000)
    async with talking(
        answering, kind, chats=chats, language=setting.language, clock=lambda: setting.now, limits=limits
    ) as chat:
        return "".join([f"> {turn}\n{await _turn(chat, turn, setting)}" for turn in turns])


async def _turn(chat: LocalChat, turn: str, setting: Setting) -> str:
    """What is read after somebody typed or pressed; nothing where time goes on."""
    if turn.startswith("@ "):
        setting.now = _moment(turn.removeprefix("@ "))
        return ""
    notices = len(chat.notices)
    replies = await _replies(chat, turn, setting)
    popped = "".join(f"({notice})\n" for notice in chat.notices[notices:] if notice)
    return f"{popped}{_shown(replies)}\n"


async def _replies(chat: LocalChat, turn: str, setting: Setting) -> list[Reply]:
    if "group" in setting.features:
        name, _, turn = turn.partition(": ")
        chat.user = setting.members.get(name) or chat.telegram.add_user(name, setting.language)
        setting.members[name] = chat.user
    if turn == "+bot":
        chat.chat.bot_status = "left"
        chat.chat.members[chat.user.id] = "administrator"
        people.change_bot(chat.telegram, chat.chat, chat.user, "member")
        return await chat.settle()
    if turn.startswith("["):
        return await chat.pressed(turn[1:-1])
    if turn.startswith("✏️ "):
        return await chat.edit(turn.removeprefix("✏️ "))
    return await chat.hear(turn)


def _shown(replies: list[Reply]) -> str:
    return "\n".join(
        "\n".join(
            [_marked(reply), *(" ".join(f"[{button['text']}]" for button in row) for row in reply.rows)]
        )
        for reply in replies
    )


def _marked(reply: Reply) -> str:
    text = reply.text
    for secret in reply.styled("spoiler"):
        text = text.replace(secret, f"▒{secret}▒", 1)
    return text


async def _held_in_the_terminal(turns: list[str], setting: Setting) -> str:
    """All that somebody sees who sits there, with what they typed."""
    telegram = LocalTelegram(lambda: setting.now, inline_mode=False)
    chats, printed = forgetful_chats(), list[str]()
    application = build_application(
        answering_from_the_snapshot(chats, setting.watching),
        telegram.token,
        LocalRequest(telegram),
        chats=chats,
        clock=lambda: setting.now,
    )

    async def lines() -> AsyncIterator[str]:
        for turn in turns:
            printed.append(f"> {turn}")
            yield turn

    screen = Screen(printed.append, printed.append, attended=True, width=COLUMNS)
    await talk(application, telegram, lines(), screen, console_sentences())
    return "\n".join([*printed, ""]).replace(tempfile.gettempdir(), "…")


def _moment(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=AMSTERDAM)


def test_where_two_buttons_stand_in_a_row_a_phone_shows_both_labels_whole() -> None:
    lines = [line for golden in GOLDEN for line in golden.read_text(encoding="utf-8").splitlines()]
    rows = [line[1:-1].split("] [") for line in lines if re.fullmatch(r"\[[^\]]+\](?: \[[^\]]+\])+", line)]
    assert rows
    assert not [label for row in rows for label in row if len(label) > LONGEST_BESIDE]

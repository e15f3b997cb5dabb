"""Whole conversations, read by eye: what is typed, `[what is pressed]`, and what then stands in the chat.

The first line of a file in `golden/chats` is `> @ moment language`, and behind it what the sources can:
`live`, or `results` without live scores; with neither there are none. A press goes to the last message with
that button, as in a chat.
"""

from __future__ import annotations

import asyncio
import re
from datetime import datetime
from pathlib import Path

import pytest

from bot.app.opening import forgetful_chats
from bot.football.events.promises import Promises
from bot.football.model import AMSTERDAM
from bot.handlers.query import LONGEST_BESIDE
from bot.handlers.watching import Watching
from tests.chat import LocalChat, Reply, talking
from tests.shared import answering_from_the_snapshot

GOLDEN = sorted((Path(__file__).parent / "golden" / "chats").glob("*.txt"))


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_the_conversation_goes_as_it_was_approved(golden: Path) -> None:
    written = golden.read_text(encoding="utf-8")
    first, *turns = re.split(r"^> (?!\d)", written, flags=re.MULTILINE)[1:]
    typed = [turn.partition("\n")[0] for turn in turns]
    moment, language, *can = first.removeprefix("@ ").split()
    now = datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)
    assert (
        f"> {first}{asyncio.run(held(typed, now, language, Promises(results=bool(can), live='live' in can)))}"
        == written
    )


async def held(turns: list[str], now: datetime, language: str, promises: Promises) -> str:
    """The conversation, as it is written in a file."""
    chats = forgetful_chats()
    answering = answering_from_the_snapshot(chats, Watching(promises))

    async with talking(answering, chats=chats, language=language, clock=lambda: now) as chat:
        return "".join([f"> {turn}\n{_shown(await _answer(chat, turn))}\n" for turn in turns])


async def _answer(chat: LocalChat, turn: str) -> list[Reply]:
    if turn.startswith("["):
        return await chat.pressed(turn[1:-1])
    return await chat.hear(turn)


def _shown(replies: list[Reply]) -> str:
    return "\n".join(
        "\n".join([reply.text, *(" ".join(f"[{button['text']}]" for button in row) for row in reply.rows)])
        for reply in replies
    )


def test_where_two_buttons_stand_in_a_row_a_phone_shows_both_labels_whole() -> None:
    lines = [line for golden in GOLDEN for line in golden.read_text(encoding="utf-8").splitlines()]
    rows = [line[1:-1].split("] [") for line in lines if re.fullmatch(r"\[[^\]]+\](?: \[[^\]]+\])+", line)]
    assert rows
    assert not [label for row in rows for label in row if len(label) > LONGEST_BESIDE]

"""22 February 2018 for two hundred chats, and for a bot that is killed again and again that evening."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.local.telegram.chats import Chat
from tests.conftest import Sampled
from tests.live.fast_time import run_fast
from tests.live.nights import Night, killed, night, playing
from tests.live.test_the_night import BEGIN, END, THE_NIGHT, alerts, expected, first_line, names_of

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
CHATS, CRASHES = 200, 50
ONE_LOOK, ALLOWED = timedelta(seconds=30), timedelta(seconds=2)


@dataclass(frozen=True)
class Follower:
    chat: Chat
    clubs: frozenset[str]


def followers(tonight: Night, chance: random.Random, number: int) -> list[Follower]:
    """One in four is a group; each follows one to five of the evening's clubs."""
    playing = sorted({club.id for match in tonight.source.matches for club in match.clubs})
    found = []
    for place in range(number):
        clubs = frozenset(chance.sample(playing, chance.randint(1, 5)))
        kind = "private" if place % 4 else "group"
        found.append(Follower(tonight.follower(f"Chat {place}", *sorted(clubs), kind=kind), clubs))
    return found


def assert_heard_everything_once(tonight: Night, follower: Follower) -> None:
    due, heard = expected(tonight, set(follower.clubs)), alerts(tonight, follower.chat)
    assert Counter(first_line(message) for message in heard) == Counter(text for _, text in due)


def assert_in_order_and_in_time(tonight: Night, follower: Follower) -> None:
    heard = alerts(tonight, follower.chat)
    at = {first_line(message): message.at for message in heard}
    for fell, text in expected(tonight, set(follower.clubs)):
        if text.startswith("⚽"):
            assert at[text] - fell <= ONE_LOOK + ALLOWED
    for match in tonight.source.matches:
        of_match = [
            text for _, text in expected(tonight, set(follower.clubs)) if f" {names_of(match)} " in text
        ]
        assert [text for text in map(first_line, heard) if f" {names_of(match)} " in text] == of_match


def assert_live_message_ends_right(tonight: Night, follower: Follower) -> None:
    last = tonight.heard_by(follower.chat, edits=True)[-1]
    for match in tonight.source.matches:
        plays = bool(follower.clubs & {club.id for club in match.clubs})
        assert (f"{names_of(match)} {match.score}" in last) is plays, last
    assert "bezig" not in last
    assert len(tonight.live_messages(follower.chat)) == 1


def test_two_hundred_chats_hear_of_everything_once_in_order_and_in_time(
    tmp_path: Path, sampled: Sampled
) -> None:
    async def evening() -> None:
        async with night(
            tmp_path, THE_NIGHT, BEGIN, matches=lambda all_of_them: sampled.of([*all_of_them], 6)
        ) as tonight:
            everybody = followers(tonight, random.Random(22), sampled.number(CHATS))  # noqa: S311 - the same night every time
            async with playing(tonight):
                await tonight.until(END)
            for follower in everybody:
                assert_heard_everything_once(tonight, follower)
                assert_in_order_and_in_time(tonight, follower)
                assert_live_message_ends_right(tonight, follower)

    run_fast(evening())


def test_a_bot_that_is_killed_fifty_times_that_evening_loses_nothing_and_says_nothing_twice(
    tmp_path: Path, sampled: Sampled
) -> None:
    async def evening() -> None:
        async with night(
            tmp_path, THE_NIGHT, BEGIN, matches=lambda all_of_them: sampled.of([*all_of_them], 6)
        ) as tonight:
            chance = random.Random(50)  # noqa: S311 - the same night every time
            everybody = followers(tonight, chance, 10 if sampled.is_sample else 30)
            crashes = sampled.number(CRASHES)
            for moment in sorted(BEGIN + (END - BEGIN) * chance.random() for _ in range(crashes)):
                work = asyncio.create_task(tonight.live.run())
                await tonight.until(max(moment, tonight.clock()))
                await killed(tonight, work)
                # Somebody starts it again.
                await asyncio.sleep(chance.uniform(0, 20))
            async with playing(tonight):
                await tonight.until(END + timedelta(minutes=10))
            for follower in everybody:
                assert_heard_everything_once(tonight, follower)
                assert_live_message_ends_right(tonight, follower)

    run_fast(evening())

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


def followers(one: Night, chance: random.Random, number: int) -> list[Follower]:
    """One in four is a group; each follows one to five of the evening's clubs."""
    playing = sorted({club.id for match in one.source.matches for club in match.clubs})
    found = []
    for place in range(number):
        clubs = frozenset(chance.sample(playing, chance.randint(1, 5)))
        kind = "private" if place % 4 else "group"
        found.append(Follower(one.follower(f"Chat {place}", *sorted(clubs), kind=kind), clubs))
    return found


def assert_heard_everything_once(one: Night, follower: Follower) -> None:
    due, heard = expected(one, set(follower.clubs)), alerts(one, follower.chat)
    assert Counter(first_line(said) for said in heard) == Counter(text for _, text in due)


def assert_in_order_and_in_time(one: Night, follower: Follower) -> None:
    heard = alerts(one, follower.chat)
    at = {first_line(said): said.at for said in heard}
    for fell, text in expected(one, set(follower.clubs)):
        if text.startswith("⚽"):
            assert at[text] - fell <= ONE_LOOK + ALLOWED
    for match in one.source.matches:
        of_match = [text for _, text in expected(one, set(follower.clubs)) if f" {names_of(match)} " in text]
        assert [text for text in map(first_line, heard) if f" {names_of(match)} " in text] == of_match


def assert_live_message_ends_right(one: Night, follower: Follower) -> None:
    last = one.told(follower.chat, edits=True)[-1]
    for match in one.source.matches:
        plays = bool(follower.clubs & {club.id for club in match.clubs})
        assert (f"{names_of(match)} {match.score}" in last) is plays, last
    assert "bezig" not in last
    assert len(one.live_messages(follower.chat)) == 1


def test_two_hundred_chats_hear_of_everything_once_in_order_and_in_time(
    tmp_path: Path, sampled: Sampled
) -> None:
    async def evening() -> None:
        async with night(
            tmp_path, THE_NIGHT, BEGIN, matches=lambda all_of_them: sampled.of([*all_of_them], 3)
        ) as one:
            everybody = followers(one, random.Random(22), sampled.number(CHATS))  # noqa: S311 - the same night every time
            async with playing(one):
                await one.until(END)
            for follower in everybody:
                assert_heard_everything_once(one, follower)
                assert_in_order_and_in_time(one, follower)
                assert_live_message_ends_right(one, follower)

    run_fast(evening())


def test_a_bot_that_is_killed_fifty_times_that_evening_loses_nothing_and_says_nothing_twice(
    tmp_path: Path, sampled: Sampled
) -> None:
    async def evening() -> None:
        async with night(
            tmp_path, THE_NIGHT, BEGIN, matches=lambda all_of_them: sampled.of([*all_of_them], 3)
        ) as one:
            chance = random.Random(50)  # noqa: S311 - the same night every time
            everybody = followers(one, chance, 10 if sampled.is_sample else 30)
            crashes = sampled.number(CRASHES)
            for moment in sorted(BEGIN + (END - BEGIN) * chance.random() for _ in range(crashes)):
                work = asyncio.create_task(one.live.run())
                await one.until(max(moment, one.clock()))
                await killed(one, work)
                # Somebody starts it again.
                await asyncio.sleep(chance.uniform(0, 20))
            async with playing(one):
                await one.until(END + timedelta(minutes=10))
            for follower in everybody:
                assert_heard_everything_once(one, follower)
                assert_live_message_ends_right(one, follower)

    run_fast(evening())

"""The two journeys of docs/architecture.md are made as they are told there, hop by hop."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest

from bot.app.opening import forgetful_chats
from bot.app.wiring import build_application
from bot.football.events.alerting import AlertKind
from bot.local.telegram.engine import LOCAL_TOKEN
from tests.chat import local_chat
from tests.football.builders import amsterdam
from tests.live.crowds import telling
from tests.live.fast_time import run_fast
from tests.shared import answering_from_the_snapshot

ROOT = Path(__file__).parents[1]
BOT = ROOT / "bot"
PLAYED = ("transport/", "database/chats/inbox.py", "sources/")
"""In the place of these, the tests have a local Telegram and a source that tells what is true."""
SEEN_ALL_THE_SAME = {
    ("transport/updates/reading.py", "read"),
    ("transport/limits.py", "Limits.process_request"),
}


class Place(NamedTuple):
    file: str
    name: str


def journeys() -> list[list[list[Place]]]:
    """The places of every hop: the second column of each table whose rows have numbers."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    tables = [re.findall(r"^\| \d+ \| (.*?) \|", section, re.MULTILINE) for section in page.split("\n## ")]
    return [
        [[Place(*place) for place in re.findall(r"`([\w/]+\.py):([\w.]+)`", hop)] for hop in table]
        for table in tables
        if table
    ]


ASKED, SCORED = journeys()


def made_here(journey: list[list[Place]]) -> list[Place]:
    """The functions of a journey that a test in one process comes past."""
    return [
        place
        for hop in journey
        for place in hop
        if place in SEEN_ALL_THE_SAME or not place.file.startswith(PLAYED)
        if place.name.rpartition(".")[2].islower()
    ]


@contextmanager
def watched(places: list[Place]) -> Iterator[list[Place]]:
    """Which of these functions are called meanwhile, in order."""
    wanted, called = set(places), []

    def note(frame: FrameType, event: str, _argument: object) -> None:
        file = frame.f_code.co_filename
        if event == "call" and file.startswith(str(BOT)):
            place = Place(Path(file).relative_to(BOT).as_posix(), frame.f_code.co_qualname)
            if place in wanted:
                called.append(place)

    sys.setprofile(note)
    try:
        yield called
    finally:
        sys.setprofile(None)


def first_that_was_passed_over(places: list[Place], called: list[Place]) -> Place | None:
    """None where every one of them was called after the one before it."""
    calls = iter(called)
    return next((place for place in places if place not in calls), None)


def test_each_journey_is_told_hop_by_hop() -> None:
    for journey in (ASKED, SCORED):
        assert len(journey) >= 15
        assert all(journey)


@pytest.mark.parametrize(
    "hop", [hop for journey in (ASKED, SCORED) for hop in journey if len(hop) > 1], ids=str
)
def test_what_a_hop_leads_to_is_called_in_its_module(hop: list[Place]) -> None:
    for caller, callee in pairwise(hop):
        text = (BOT / caller.file).read_text(encoding="utf-8")
        assert re.search(rf"\b{callee.name.rpartition('.')[2]}\(", text), f"{caller} does not call {callee}"


async def test_a_question_goes_the_way_that_the_page_tells() -> None:
    places, now = made_here(ASKED), datetime(2018, 2, 22, 22, 41, tzinfo=UTC)
    chats = forgetful_chats()
    answering = answering_from_the_snapshot(chats)
    async with local_chat(
        lambda request: build_application(answering, LOCAL_TOKEN, request, chats=chats, clock=lambda: now),
        clock=lambda: now,
    ) as chat:
        with watched(places) as called:
            reply = await chat.say("/uitslag Arsenal")
    assert "Arsenal door naar de achtste finales" in reply.text
    assert len(places) >= 15
    assert first_that_was_passed_over(places, called) is None


def test_a_goal_goes_the_way_that_the_page_tells(tmp_path: Path) -> None:
    places = made_here(SCORED)
    with watched(places) as called:
        evening = run_fast(telling(tmp_path, 2, [AlertKind.GOALS], amsterdam("2018-02-22 21:29")))
    assert evening.sent == evening.followers
    assert len(places) >= 12
    assert first_that_was_passed_over(places, called) is None

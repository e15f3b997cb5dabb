"""What a page says against a result that stands is a conflict for the owners, and nothing for the chats."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.football.events.observations import Observation
from bot.football.model import EUROPA_LEAGUE, DrawDate, Match, Round, Score, Season
from bot.importing.origins import OPENFOOTBALL
from bot.sources.live import Abilities
from bot.sources.wikipedia.client import CAN
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import Night, night, playing

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
DAY, MORNING = date(2018, 2, 22), amsterdam("2018-02-23 08:05")
DRAW = DrawDate(
    EUROPA_LEAGUE,
    Season(2017),
    (Round.from_code("R64"),),
    date(2018, 1, 5),
    None,
    "",
    confirmed=True,
    source="wikipedia",
)


@dataclass
class Page:
    """A source of whole seasons that anybody may edit."""

    clock: Callable[[], datetime]
    matches: list[Match]
    name: str = "wikipedia"
    can: Abilities = CAN
    draws: tuple[DrawDate, ...] = (DRAW,)

    async def look(self, _day: date, _now: datetime, /) -> tuple[Observation, ...]:
        raise AssertionError("a source of whole seasons is not looked at every half minute")

    async def of_days(self, first: date, last: date) -> tuple[Observation, ...]:
        del first, last
        return tuple(Observation(match, editable=True) for match in self.matches)


async def one_look(tonight: Night, *matches: Match) -> list[str]:
    """The results of the evening after the page was asked for."""
    tonight.live.watcher.sources = (Page(tonight.clock, list(matches)),)
    async with playing(tonight):
        await tonight.until(amsterdam("2018-02-23 08:20"))
    season = tonight.live.watcher.knowledge.results.season_matches(EUROPA_LEAGUE, Season(2017))
    return [str(match.score) for match in season if match.date == DAY]


def test_nonsense_on_a_page_reaches_no_chat_and_a_contradiction_reaches_the_record(tmp_path: Path) -> None:
    async def morning() -> None:
        async with night(tmp_path, DAY, MORNING) as tonight:
            fleur = tonight.follower("Fleur", *(match.home.id for match in tonight.again.matches[:2]))
            live_import = tonight.live.watcher.live_import
            truth = [replace(match, source="openfootball") for match in tonight.again.matches]
            live_import.save(truth, OPENFOOTBALL, MORNING, live=False)
            tonight.live.watcher.knowledge.refresh()
            first, other = (replace(match, goals=(), source="wikipedia") for match in truth[:2])
            before = [str(match.score) for match in truth]
            after = await one_look(
                tonight, replace(first, full_time=Score(99, 0)), replace(other, full_time=Score(9, 0))
            )
            assert sorted(after) == sorted(before)
            refused = [(found.home, found.refused) for found in live_import.conflicts() if found.refused]
            assert (other.home, "9-0") in refused
            assert not [found for found in refused if found[1] == "99-0"]
            assert not [text for text in tonight.heard_by(fleur) if "9-0" in text]
            assert DRAW in tonight.live.watcher.knowledge.results.draws(EUROPA_LEAGUE, Season(2017))

    run_fast(morning())

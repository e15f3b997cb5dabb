"""Whole seasons, asked about once a day, and again and again after a draw."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.database.connection import open_to_read
from bot.database.results.results import Results
from bot.football.events.observations import Observation
from bot.football.model import EUROPA_LEAGUE, Match, Season
from bot.football.season.as_of import still_to_come
from bot.live.asking import Backoff
from bot.sources.errors import SourceError
from bot.sources.live import Abilities
from bot.sources.openfootball import CAN
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import SourceOfResults, killed, night, playing
from tests.shared import small_results

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
DRAWN_UNTIL = amsterdam("2018-02-23 15:40")
"""The ceremony is over at 15.00, as nobody wrote down when it began; this source knows the pairings later."""
MORNING, EVENING = amsterdam("2018-02-23 12:00"), amsterdam("2018-02-24 20:00")


def last_sixteen() -> list[Match]:
    matches = Results(open_to_read(small_results())).season_matches(EUROPA_LEAGUE, Season(2017))
    return [still_to_come(match) for match in matches if match.round.code == "R16"]


@dataclass
class SlowSeason:
    """Tells of a season, and of the pairings some time after they were drawn."""

    clock: Callable[[], datetime]
    name: str = "slow"
    can: Abilities = CAN
    trouble_until: datetime | None = None
    looks: list[tuple[datetime, date, date]] = field(default_factory=list)

    async def look(self, _day: date, _now: datetime, /) -> tuple[Observation, ...]:
        raise AssertionError("a source of whole seasons is not looked at every half minute")

    async def of_days(self, first: date, last: date) -> tuple[Observation, ...]:
        now = self.clock()
        self.looks.append((now, first, last))
        if self.trouble_until and now < self.trouble_until:
            raise SourceError("http://slow", "asked too often", wait=1800)
        if now < DRAWN_UNTIL:
            return ()
        return tuple(Observation(replace(match, source="")) for match in last_sixteen())


def test_a_draw_is_told_as_soon_as_a_source_knows_the_pairings(tmp_path: Path) -> None:
    async def day() -> None:
        async with night(tmp_path, date(2018, 2, 22), MORNING) as tonight:
            tonight.results.execute("DELETE FROM matches WHERE season = 2017 AND round = 'R16'")
            tonight.results.conn.commit()
            source = SlowSeason(tonight.clock)
            tonight.live.watcher.sources = (source,)
            fleur, daan = (
                tonight.follower("Fleur", "eng-arsenal-fc"),
                tonight.follower("Daan", "ned-feyenoord"),
            )
            async with playing(tonight):
                await tonight.until(EVENING)
            (alert,) = [message for message in tonight.messages if message.chat == fleur.id]
            assert timedelta(0) <= alert.at - DRAWN_UNTIL <= timedelta(minutes=16)
            assert "AC Milan – Arsenal" in alert.text
            assert "Loting achtste finales" in alert.text
            assert not [message for message in tonight.messages if message.chat == daan.id]
            whole = [first for _, first, last in source.looks if last - first > timedelta(days=300)]
            assert len(whole) == 2  # once on either day
            days = [(at, last - first) for at, first, last in source.looks]
            ahead = [at for at, length in days if timedelta(days=10) < length <= timedelta(days=300)]
            assert amsterdam("2018-02-23 15:00") <= min(ahead)
            assert max(ahead) <= DRAWN_UNTIL + timedelta(minutes=16)

    run_fast(day())


def test_a_source_that_wants_to_be_left_alone_is(tmp_path: Path) -> None:
    async def day() -> None:
        async with night(tmp_path, date(2018, 2, 22), MORNING) as tonight:
            source = SlowSeason(tonight.clock, trouble_until=amsterdam("2018-02-23 14:00"))
            tonight.live.watcher.sources = (source,)
            async with playing(tonight):
                await tonight.until(amsterdam("2018-02-23 16:00"))
            at = [moment for moment, _, _ in source.looks]
            assert at[1] - at[0] >= timedelta(minutes=29)
            assert source.trouble_until
            assert at[-1] >= source.trouble_until

    run_fast(day())


def test_patience_grows_with_every_failure_and_ends_with_an_answer() -> None:
    patience, now = Backoff(), MORNING
    waits = [patience.failed(now).total_seconds() for _ in range(3)]
    assert waits == [30, 60, 120]
    assert patience.failed(now, 3600).total_seconds() == 3600
    assert not patience.asks_at(now + timedelta(minutes=59))
    assert patience.answered()
    assert patience.asks_at(now)


def test_what_was_fetched_is_not_fetched_again_after_a_restart(tmp_path: Path) -> None:
    async def day() -> None:
        async with night(
            tmp_path, date(2018, 2, 22), amsterdam("2018-02-22 12:00"), source_of=SourceOfResults
        ) as tonight:
            source = tonight.source
            assert isinstance(source, SourceOfResults)
            for until in ("12:20", "17:20", "23:40", "23:50"):
                work = asyncio.create_task(tonight.live.run())
                await tonight.until(amsterdam(f"2018-02-22 {until}"))
                await killed(tonight, work)
            # The season, before the evening and after it.
            assert [last - first > timedelta(days=1) for _, first, last in source.spans] == [
                True,
                False,
                False,
            ]

    run_fast(day())


def test_while_matches_are_on_no_season_is_asked_about_but_after_a_start(tmp_path: Path) -> None:
    async def day() -> None:
        async with night(
            tmp_path, date(2018, 2, 22), amsterdam("2018-02-22 19:30"), source_of=SourceOfResults
        ) as tonight:
            source = tonight.source
            assert isinstance(source, SourceOfResults)
            async with playing(tonight):
                await tonight.until(amsterdam("2018-02-22 23:00"))
            (at,) = [moment for moment, *_ in source.spans]
            assert at - amsterdam("2018-02-22 19:30") < timedelta(seconds=1)

    run_fast(day())


def test_a_source_of_results_does_not_touch_what_is_watched_live(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, date(2018, 2, 22), amsterdam("2018-02-22 21:00")) as tonight:
            live = tonight.source
            results = SourceOfResults(live.matches, tonight.clock, late=timedelta(hours=-3))
            tonight.live.watcher.sources = (live, results)
            fleur = tonight.follower("Fleur", "eng-arsenal-fc")
            async with playing(tonight):
                await tonight.until(amsterdam("2018-02-22 23:30"))
            heard = tonight.heard_by(fleur)
            assert [text.split("\n")[0] for text in heard] == [
                "⚽ Arsenal – Östersunds FK 0-1",
                "⚽ Arsenal – Östersunds FK 0-2",
                "⚽ Arsenal – Östersunds FK 1-2",
                "🏁 Arsenal – Östersunds FK 1-2 (rust 0-2)",
            ]

    run_fast(evening())

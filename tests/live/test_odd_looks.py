"""Nights of a source that leaves things out, or says that a match is over while it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.database.results.results import Results
from bot.football.events.observations import Observation
from bot.football.model import CHAMPIONS_LEAGUE, EUROPA_LEAGUE, Competition, Match, Score, Season, Status
from tests.conftest import WHOLE
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import Night, night, playing

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
Look = tuple[Observation, ...]

PORTO, ARSENAL = "por-fc-porto", "eng-arsenal-fc"
PORTO_ROMA, THE_NIGHT = date(2019, 3, 6), date(2018, 2, 22)


def follow(
    folder: Path,
    day: date,
    club: str,
    until: datetime,
    disturb: Callable[[datetime, Observation], Observation],
    *,
    check: Callable[[Night], None] = lambda _night: None,
) -> list[str]:
    """The first lines that a follower of a club got of a match, of which the source shows odd looks."""
    heard: list[str] = []

    async def evening() -> None:
        only = lambda matches: [match for match in matches if club in {side.id for side in match.clubs}]  # noqa: E731
        async with night(folder, day, amsterdam(f"{day} 20:55"), matches=only) as tonight:
            fleur = tonight.follower("Fleur", club)
            tonight.source.disturb = lambda _, looks: tuple(disturb(tonight.clock(), look) for look in looks)
            async with playing(tonight):
                await tonight.until(until)
            heard.extend(text.split("\n")[0] for text in tonight.heard_by(fleur))
            check(tonight)

    run_fast(evening())
    return heard


def stored(tonight: Night, competition: Competition, season: int, club: str, day: date) -> Match:
    (match,) = (
        match
        for match in Results(tonight.results).season_matches(competition, Season(season))
        if match.home.id == club and match.date == day
    )
    return match


def as_it_was(_now: datetime, look: Observation) -> Observation:
    return look


@pytest.mark.parametrize("status", [pytest.param(Status.LIVE, marks=WHOLE), Status.PLAYED])
def test_looks_without_a_score_lead_to_no_alert_of_their_own(status: Status, tmp_path: Path) -> None:
    begin, end = amsterdam("2018-02-22 22:00"), amsterdam("2018-02-22 22:04")

    def empty(now: datetime, look: Observation) -> Observation:
        if not begin <= now < end:
            return look
        return Observation(
            replace(look.match, status=status, full_time=None, half_time=None, goals=(), kick_off=None)
        )

    until = amsterdam("2018-02-22 23:10")
    (tmp_path / "empty").mkdir()
    (tmp_path / "true").mkdir()
    heard = follow(tmp_path / "empty", THE_NIGHT, ARSENAL, until, empty)
    assert heard == follow(tmp_path / "true", THE_NIGHT, ARSENAL, until, as_it_was)
    assert len(heard) == 4


def test_porto_and_roma_go_on_after_90_minutes_whatever_the_source_says(tmp_path: Path) -> None:
    """6 March 2019: played 2-1, the source said in the break before extra time."""
    begin, end = amsterdam("2019-03-06 22:47"), amsterdam("2019-03-06 22:58")

    def over(now: datetime, look: Observation) -> Observation:
        if not begin <= now < end or look.match.status is not Status.LIVE:
            return look
        return Observation(replace(look.match, status=Status.PLAYED))

    def check(tonight: Night) -> None:
        match = stored(tonight, CHAMPIONS_LEAGUE, 2018, PORTO, PORTO_ROMA)
        assert (match.status, match.score) == (Status.PLAYED, Score(3, 1))

    heard = follow(tmp_path, PORTO_ROMA, PORTO, amsterdam("2019-03-06 23:45"), over, check=check)
    assert [line.rpartition(" ")[2] for line in heard if line.startswith("⚽")] == [
        "1-0",
        "1-1",
        "2-1",
        "3-1",
    ]
    assert [line for line in heard if line.startswith("🏁")] == heard[-1:]
    assert heard[-1].startswith("🏁 FC Porto – AS Roma 3-1")


def test_an_end_that_was_told_too_early_is_revoked_and_told_again(tmp_path: Path) -> None:
    begin, end = amsterdam("2018-02-22 22:51"), amsterdam("2018-02-22 22:52")
    ended = []

    def too_early(now: datetime, look: Observation) -> Observation:
        if not begin <= now < end:
            return look
        return Observation(replace(look.match, status=Status.PLAYED))

    def check(tonight: Night) -> None:
        match = stored(tonight, EUROPA_LEAGUE, 2017, ARSENAL, THE_NIGHT)
        ended.append((match.status, match.ended_at))

    heard = follow(tmp_path, THE_NIGHT, ARSENAL, amsterdam("2018-02-22 23:10"), too_early, check=check)
    early, revoked, again = heard[-3:]
    assert early.startswith("🏁 Arsenal – Östersunds FK 1-2")
    assert revoked == "↩️ Toch nog niet afgelopen"
    assert again == early
    assert ended == [(Status.PLAYED, amsterdam("2018-02-22 22:55"))]

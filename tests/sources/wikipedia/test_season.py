"""The season 2026/27 as Wikipedia shows it day by day, and a database that follows it."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.opening import snapshot
from bot.database.connection import open_to_read, open_to_write, transaction
from bot.database.results.results import Results
from bot.database.results.writing import change_match
from bot.football.model import CHAMPIONS_LEAGUE, Match, RoundKind, Score, Season
from bot.football.season.as_of import over_at, still_to_come
from bot.importing.observations import LiveImport
from bot.importing.origins import OPENFOOTBALL, origin_of
from bot.importing.updating import SeasonChanges, Update
from bot.local.sources.faults import FaultKind
from bot.sources.wikipedia.client import Wikipedia
from tests.conftest import WHOLE, Sampled
from tests.sources.wikipedia.wikis import Wiki, next_morning, played, wiki

SEASON = Season(2026)
HERE = (CHAMPIONS_LEAGUE, SEASON)
FIXTURES_ALONE = 0


@dataclass
class Books:
    """A results database in which the season is still to be played."""

    live_import: LiveImport
    source: Wikipedia | None = None

    def matches(self) -> dict[tuple[str, str], Match]:
        results = Results(self.live_import.db)
        return {(match.home.id, match.away.id): match for match in results.season_matches(*HERE)}

    async def look(self, online: Wiki) -> SeasonChanges:
        """What the daily look brings."""
        work = Update(self.live_import, online.now)
        work.watch(*HERE)
        self.source = source = self.source or online.source()
        found = await source.of_season(SEASON, [CHAMPIONS_LEAGUE])
        for problem in work.take(found, origin_of(source.name, 0)):
            logging.getLogger(source.name).warning(problem)
        (changes,) = work.changes()
        return changes


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    path = tmp_path / "results.db"
    shutil.copyfile(snapshot(), path)
    db = open_to_write(path)
    with transaction(db):
        db.execute("DELETE FROM goals WHERE match IN (SELECT id FROM matches WHERE season = 2026)")
        for stored in Results(db).stored_matches(*HERE):
            change_match(db, stored.id, still_to_come(stored.match), FIXTURES_ALONE)
    reading = open_to_read(path)
    yield Books(LiveImport(db, Results(reading)))
    reading.close()
    db.close()


def league_phase(books: Books) -> list[Match]:
    """As it will have been played."""
    fixtures = [match for match in books.matches().values() if match.round.kind is RoundKind.LEAGUE]
    return sorted(map(played, fixtures), key=over_at)


def facts(match: Match) -> tuple[object, ...]:
    goals = tuple((goal.club, goal.scorer, goal.minute, goal.stoppage, goal.kind) for goal in match.goals)
    return (match.status, match.full_time, tuple(sorted(goals, key=str)))


async def test_every_morning_the_database_knows_the_matches_of_the_evening_with_their_scorers(
    books: Books, sampled: Sampled
) -> None:
    season = league_phase(books)
    async with wiki(season, over_at(season[0]) - timedelta(days=1)) as online:
        await books.look(online)
        mornings = sorted({next_morning(match.kick_off) for match in season if match.kick_off})
        for morning in (*sampled.of(mornings, 4), mornings[-1]):
            online.now = morning
            await books.look(online)
            stored = books.matches()
            for match in season:
                ours = stored[match.home.id, match.away.id]
                if over_at(match) < morning:
                    assert facts(ours) == facts(match)
                else:
                    assert not ours.has_result
        assert all(match.has_result for match in books.matches().values() if match.round.kind.is_table)
        assert books.live_import.conflicts() == Results(open_to_read(snapshot())).conflicts()


@pytest.mark.parametrize(
    "spoiled",
    [
        FaultKind.VANDALISED,
        *(pytest.param(each, marks=WHOLE) for each in (FaultKind.BLANKED, FaultKind.HALF_A_PAGE)),
    ],
)
async def test_a_page_that_somebody_spoiled_changes_nothing_is_logged_once_and_is_asked_for_again(
    spoiled: FaultKind, books: Books, caplog: pytest.LogCaptureFixture
) -> None:
    season = league_phase(books)
    half = season[: len(season) // 2]
    async with wiki(season, next_morning(over_at(half[-1]))) as online:
        await books.look(online)
        before = books.matches()
        assert sum(match.has_result for match in before.values()) >= len(half)
        online.fault = spoiled
        source = online.source()
        with caplog.at_level(logging.WARNING):
            for _ in range(3):
                online.now += timedelta(hours=1)
                found = await source.of_season(SEASON, [CHAMPIONS_LEAGUE])
                Update(books.live_import, online.now).take(found, origin_of(source.name, 0))
        lines = [line for line in caplog.messages if "left as it was" in line]
        assert len(lines) == 1, lines
        assert "2026–27 UEFA Champions League league phase, revision 13000000" in lines[0]
        assert books.matches() == before
        online.fault, online.now = None, next_morning(over_at(season[-1]))
        await books.look(online)
        assert {facts(match) for match in season} <= {facts(match) for match in books.matches().values()}


async def test_nonsense_on_a_page_that_is_new_to_us_is_not_taken_either(books: Books) -> None:
    season = league_phase(books)
    async with wiki(season, next_morning(over_at(season[-1]))) as online:
        online.fault = FaultKind.VANDALISED
        changes = await books.look(online)
        assert (changes.results, changes.conflicts) == (0, ())
        online.fault = None
        assert (await books.look(online)).results == len(season)


async def test_a_result_of_another_source_is_not_overwritten_without_goals_that_bear_it_out(
    books: Books,
) -> None:
    season = league_phase(books)
    match = next(match for match in season if match.score == Score(2, 1))
    truth = replace(match, goals=(), source="openfootball")
    books.live_import.save([truth], OPENFOOTBALL, over_at(match))
    wrong = replace(match, full_time=Score(5, 1), goals=())
    async with wiki([wrong], next_morning(over_at(match))) as online:
        changes = await books.look(online)
        (conflict,) = changes.conflicts
        assert (conflict.kept, conflict.refused, conflict.refused_source) == ("2-1", "5-1", "wikipedia")
        assert books.matches()[match.home.id, match.away.id].score == Score(2, 1)
        online.matches = [match]
        assert (await books.look(online)).scorers == 1
        corrected = replace(match, full_time=Score(2, 0), goals=match.goals_of(match.home))
        online.matches = [corrected]
        assert (await books.look(online)).corrected == 1
        assert facts(books.matches()[match.home.id, match.away.id]) == facts(corrected)


async def test_a_score_that_runs_ahead_of_its_goals_counts_when_they_are_there(books: Books) -> None:
    season = league_phase(books)
    match = next(match for match in season if len(match.goals) == 3)
    key = (match.home.id, match.away.id)
    async with wiki([match], over_at(match) - timedelta(minutes=1)) as online:
        await books.look(online)
        assert not books.matches()[key].has_result
        online.now, online.fault = over_at(match) + timedelta(minutes=10), FaultKind.AHEAD_OF_ITS_GOALS
        await books.look(online)
        assert not books.matches()[key].has_result
        online.fault = None
        await books.look(online)
        assert facts(books.matches()[key]) == facts(match)


async def test_a_score_whose_goals_nobody_lists_counts_some_hours_later(books: Books) -> None:
    season = league_phase(books)
    match = next(match for match in season if len(match.goals) == 3)
    async with wiki([match], next_morning(over_at(match))) as online:
        online.fault = FaultKind.AHEAD_OF_ITS_GOALS
        changes = await books.look(online)
        assert (changes.results, changes.scorers) == (1, 0)
        online.fault = None
        changes = await books.look(online)
        assert (changes.results, changes.scorers) == (0, 1)


async def test_a_page_that_was_moved_is_found_where_it_is_now(books: Books) -> None:
    season = league_phase(books)
    async with wiki(season, next_morning(over_at(season[-1]))) as online:
        online.fault = FaultKind.PAGE_MOVED
        assert (await books.look(online)).results == len(season)

"""The published snapshot gets from Wikipedia what no file holds."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.football.model import Club, Goal, Leg, Match, Round, Score
from bot.local.sources.faults import FaultKind
from bot.settings import Settings
from bot.sources.errors import SourceError
from bot.upkeep.articles import add_articles
from bot.upkeep.snapshot import build
from tests.sources.wikipedia.wikis import Wiki, wiki
from tests.test_build import built_matches, sources

__all__ = ["sources"]
LATER = date(2021, 5, 6)
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def with_goals(matches: Sequence[Match]) -> list[Match]:
    """The same matches, with a scorer for each goal."""
    return [
        replace(
            match,
            half_time=None,
            goals=tuple(
                Goal(club, f"Player {number}", 10 + number)
                for club in match.clubs
                for number in range(_scored(match, club))
            ),
        )
        for match in matches
    ]


def _scored(match: Match, club: Club) -> int:
    score = match.score_for(club)
    return score.home if score else 0


def build_online(folder: Path, online: Wiki | None, lines: list[str]) -> None:
    """Build the snapshot with articles of that Wikipedia; `lines` is told all there is to tell."""
    address = online.address if online else "http://127.0.0.1:9"
    settings = Settings(_env_file=None, wikipedia_url=f"{address}/wikipedia/w/api.php", pace=1000)

    def add(db: Database) -> None:
        def report(name: str, brought: object) -> None:
            lines.append(f"{name}: {brought}")

        asyncio.run(add_articles(db, settings, NOW, report, lines.append))

    build(folder, folder / "facts", folder / "results.db", lambda _source, _brought: None, add)


def before(folder: Path) -> list[Match]:
    build(folder, folder / "facts", folder / "results.db", lambda _source, _brought: None)
    return list(built_matches(folder / "results.db"))


async def test_scorers_that_no_file_has_come_from_articles(sources: Path) -> None:
    semi_finals = [match for match in before(sources) if match.round.code == "SF"]
    assert sum(match.scorers_known for match in semi_finals) == 2
    lines: list[str] = []
    async with wiki(with_goals(semi_finals), NOW) as online:
        await asyncio.to_thread(partial(build_online, sources, online, lines))
    assert "wikipedia EL 2020/21: 0 added, 2 changed, 2 unchanged, 0 conflicts" in lines
    built = built_matches(sources / "results.db")
    assert all(match.scorers_known for match in built)
    assert {match.source for match in built if match.round.code == "SF" and match.goals} >= {
        "openfootball + wikipedia"
    }


async def test_a_season_with_which_the_snapshot_would_not_be_sound_is_left_out(sources: Path) -> None:
    stored = before(sources)
    at_home = replace(
        stored[0],
        round=Round.from_code("QF"),
        away=next(match.away for match in stored if match.away.name == "AS Roma"),
        full_time=Score(0, 0),
        half_time=None,
        goals=(),
    )
    again = replace(
        at_home, leg=Leg.SECOND, full_time=Score(1, 0), goals=(Goal(at_home.home, "Player", 9),), date=LATER
    )
    lines: list[str] = []
    async with wiki([at_home, replace(again, kick_off=None)], NOW) as online:
        await asyncio.to_thread(partial(build_online, sources, online, lines))
    assert [line for line in lines if "is left out: EL 2020/21" in line]
    assert built_matches(sources / "results.db") == tuple(stored)


async def test_without_wikipedia_the_snapshot_stays_as_it_was(sources: Path) -> None:
    before(sources)
    content = (sources / "results.db").read_bytes()
    with pytest.raises(SourceError, match="can't be reached"):
        await asyncio.to_thread(partial(build_online, sources, None, []))
    async with wiki([], NOW) as online:
        online.fault, online.seconds = FaultKind.TOO_OFTEN, 1
        with pytest.raises(SourceError, match="asked too often"):
            await asyncio.to_thread(partial(build_online, sources, online, []))
    assert (sources / "results.db").read_bytes() == content

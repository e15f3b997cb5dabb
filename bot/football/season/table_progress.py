"""How much of a table has been played, and how much of that nobody told us."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.football.model import Round, Status
from bot.football.season.as_of import result_unknown
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.football.tables.rules import rules_for


@dataclass(frozen=True, slots=True)
class Progress:
    """The matches of some tables, counted."""

    live: int
    to_play: int
    """Those under way included."""
    missing: int
    """Of which the result should be known by now and isn't, or not even the pairing is known."""
    results: int
    """Of which the result is known."""
    due: int
    """Of which it should be."""
    points_for_a_win: int

    @property
    def makes_a_table(self) -> bool:
        """Whether at least half of the results that should be known are."""
        return 2 * self.results >= self.due


def progress(season: SeasonAsOf, rounds: Iterable[Round]) -> Progress:
    live = to_play = missing = results = due = points = 0
    is_past = season.season < season_of(season.now)
    for round_ in rounds:
        matches = season.in_round(round_)
        clubs = len({club for match in matches for club in match.clubs})
        rules = rules_for(season.competition, season.season, round_, clubs)
        waiting = [
            match for match in matches if match.status.is_open and not result_unknown(match, season.now)
        ]
        done = {match.clubs for match in matches if match.has_result or match.status is Status.CANCELLED}
        expected = (rules.matches_each or 0) * clubs // 2
        unknown = len({match.clubs for match in matches}) - len({match.clubs for match in waiting} | done)
        unrecorded = max(0, expected - len({match.clubs for match in matches}))
        live += sum(match.status is Status.LIVE for match in waiting)
        to_play += len(waiting)
        missing += unknown + unrecorded
        results += len(done)
        # Matchdays that nobody told us of may still lie ahead.
        due += len(done) + unknown + (unrecorded if is_past else 0)
        points = rules.points_for_a_win
    return Progress(live, to_play, missing, results, due, points)

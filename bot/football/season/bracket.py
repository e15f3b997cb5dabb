"""The knockout phase of a season, round by round."""

from __future__ import annotations

from itertools import groupby

from bot.football.model import Round, Tie
from bot.football.season.season_as_of import SeasonAsOf


def bracket(season: SeasonAsOf) -> tuple[tuple[Round, tuple[Tie, ...]], ...]:
    """The knockout rounds with their ties as far as they are known, the last round first.

    Qualifying is not part of it, nor is a round that the source doesn't tell.
    """
    ties = sorted(
        (tie for tie in season.ties if not tie.round.kind.is_qualifying and not tie.round.is_unknown),
        key=lambda tie: tie.round.order,
        reverse=True,
    )
    return tuple((round_, tuple(of_round)) for round_, of_round in groupby(ties, key=lambda tie: tie.round))

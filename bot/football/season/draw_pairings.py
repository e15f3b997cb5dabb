"""The pairings that a draw has made and that are still to be played."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from bot.football.model import DrawDate, Round, RoundKind, Tie
from bot.football.season.as_of import draw_over_at, starts_at
from bot.football.season.season_as_of import SeasonAsOf


@dataclass(frozen=True, slots=True)
class Drawn:
    """A round that has been drawn and has not begun."""

    round: Round
    ties: tuple[Tie, ...]
    draw: DrawDate | None
    """When it was drawn; nothing where that is not recorded."""


def drawn(season: SeasonAsOf) -> tuple[Drawn, ...]:
    """The rounds that are drawn and not begun, the next one first.

    Nobody draws a final, and who plays whom in the qualifying rounds is not what is asked for.
    """
    ties = sorted((tie for tie in season.ties if _is_drawn(tie.round)), key=lambda tie: tie.round.order)
    rounds = [(round_, tuple(of_round)) for round_, of_round in groupby(ties, key=lambda tie: tie.round)]
    return tuple(
        Drawn(round_, of_round, _draw_of(round_, season))
        for round_, of_round in rounds
        if not any(_has_begun(tie, season) for tie in of_round)
    )


def _is_drawn(round_: Round) -> bool:
    return not (round_.kind.is_qualifying or round_.kind is RoundKind.FINAL or round_.is_unknown)


def _has_begun(tie: Tie, season: SeasonAsOf) -> bool:
    """A tie without days is begun when the season is over."""
    starts = [start for match in tie.matches if (start := starts_at(match))]
    return min(starts) <= season.now if starts else season.is_over


def _draw_of(round_: Round, season: SeasonAsOf) -> DrawDate | None:
    covering = (
        draw
        for draw in season.all_draws
        if draw.date and any(other.kind is round_.kind for other in draw.rounds)
    )
    return next((draw for draw in covering if (held := draw_over_at(draw)) and held <= season.now), None)

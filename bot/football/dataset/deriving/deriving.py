"""A season put together from who met whom when: its rounds, groups and legs, and its goalless matches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.football.dataset.deriving.formats import Stage, format_of
from bot.football.dataset.deriving.groups import with_groups
from bot.football.dataset.deriving.rounds import matches_by_stage
from bot.football.dataset.deriving.ties import with_legs
from bot.football.dataset.merging import merge
from bot.football.model import UNKNOWN_ROUND, Competition, Derived, Match, Round, RoundKind, Score, Season

SAME_MATCH = timedelta(days=14)
"""One club receives another at most once in so many days, in whatever round; a wrong date is nearer."""


@dataclass(frozen=True, slots=True)
class MatchReport:
    """A match as the goals files tell it: the heading of a return leg repeats the score of the first."""

    match: Match
    first_leg: Score | None = None
    """Seen from the home club of this match; only a return has it."""


def derive_season(
    competition: Competition, season: Season, reports: Sequence[MatchReport], stored: Iterable[Match] = ()
) -> tuple[Match, ...]:
    """Every match of a season of which only the matches with goals, and some stored ones, are reported.

    The clubs may be those of a source or our own, as long as each is always the same one. A known match
    corrects the one that is told (its facts win) or joins the others; its round counts, and so does the
    letter of its group. What is concluded is marked so. A season without a known format comes back as it is
    told, and so do the matches of which the round can't be found.
    """
    matches, first_legs = _with_known(reports, stored)
    stages = format_of(competition, season)
    by_stage = matches_by_stage(stages, matches)
    derived: list[Match] = []
    for number, (stage, reported) in enumerate(by_stage.items()):
        if stage.is_group_stage:
            derived += with_groups(stage, [_in_round(match, stage) for match in reported])
        else:
            returns = {
                _in_round(match, stage): first_legs[match] for match in reported if match in first_legs
            }
            later = frozenset(
                club for after in stages[number + 1 :] for match in by_stage[after] for club in match.clubs
            )
            derived += with_legs(stage, [_in_round(match, stage) for match in reported], returns, later)
    placed = {match for reported in by_stage.values() for match in reported}
    return (*derived, *(match for match in matches if match not in placed))


def _with_known(
    reports: Sequence[MatchReport], stored: Iterable[Match]
) -> tuple[list[Match], dict[Match, Score]]:
    """The matches, corrected and completed, and the first-leg scores that their headings repeat."""
    first_legs = {report.match: report.first_leg for report in reports}
    for fact in stored:
        same = [match for match in first_legs if _is_same(match, fact)]
        if len(same) == 1:
            first_legs[merge(same[0], fact, told_wins=True).match] = first_legs.pop(same[0])
        else:
            first_legs[fact] = None
    return list(first_legs), {match: score for match, score in first_legs.items() if score is not None}


def _is_same(match: Match, fact: Match) -> bool:
    if match.clubs != fact.clubs:
        return False
    return match.date is None or fact.date is None or abs(match.date - fact.date) <= SAME_MATCH


def _in_round(match: Match, stage: Stage) -> Match:
    if match.round != UNKNOWN_ROUND:
        return match
    return replace(
        match,
        round=Round(stage.kind),
        # A final is played on ground chosen beforehand.
        neutral=match.neutral or stage.kind is RoundKind.FINAL,
        derived=match.derived | {Derived.ROUND},
    )

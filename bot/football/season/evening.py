"""A match night: which matches belong to it, and in which order they are told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.football.model import AMSTERDAM, EUROPEAN_COMPETITIONS, Competition, Match, RoundKind
from bot.football.season.season_as_of import SeasonAsOf

NIGHT_ENDS = timedelta(hours=6)
"""Until six in the morning it is still the evening before."""
OURS = "NED"
"""The country whose clubs come first."""


@dataclass(frozen=True, slots=True)
class Section:
    """The matches of an evening in one round of a competition, the groups of a group phase together."""

    season: SeasonAsOf
    kind: RoundKind
    matches: tuple[Match, ...]
    """Dutch clubs first, then followed ones, then by kick-off."""


def evening_of(moment: datetime) -> date:
    """The evening that a moment belongs to."""
    return (moment.astimezone(AMSTERDAM).replace(tzinfo=None) - NIGHT_ENDS).date()


def end_of_evening(day: date) -> datetime:
    return (datetime.combine(day + timedelta(days=1), time(0), AMSTERDAM) + NIGHT_ENDS).astimezone(UTC)


def evening_of_match(match: Match) -> date | None:
    """The evening on which it is played: a kick-off just after midnight belongs to the day before."""
    return evening_of(match.kick_off) if match.kick_off else match.date


def evening(
    seasons: Iterable[SeasonAsOf], day: date, followed: frozenset[str] = frozenset()
) -> tuple[Section, ...]:
    """What is known of an evening: per competition and round, the followed ones given by their club ids.

    The competitions stand in their usual order, within one the round with the clubs that matter most here.
    """
    sections = [
        Section(season, kind, tuple(sorted(matches, key=lambda match: _place(match, followed))))
        for season in seasons
        for kind, matches in _by_round(on_evening(season.matches, day)).items()
    ]
    return tuple(
        sorted(
            sections,
            key=lambda section: (
                *usual_order(section.season.competition),
                min(weight(match, followed) for match in section.matches),
                -_round_order(section),
            ),
        )
    )


def on_evening(matches: Iterable[Match], day: date) -> list[Match]:
    near = {day, day + timedelta(days=1)}
    return [match for match in matches if match.date in near and evening_of_match(match) == day]


def weight(match: Match, followed: frozenset[str]) -> int:
    """0 with a Dutch club, 1 with a followed one, 2 without."""
    if any(club.country == OURS for club in match.clubs):
        return 0
    return 1 if any(club.id in followed for club in match.clubs) else 2


def most_important_first(sections: Sequence[Section], followed: frozenset[str]) -> list[Match]:
    """Every match of the evening: the Dutch ones, the followed ones, then as they are told."""
    matches = [match for section in sections for match in section.matches]
    return sorted(matches, key=lambda match: weight(match, followed))


def _by_round(matches: Iterable[Match]) -> dict[RoundKind, list[Match]]:
    found: dict[RoundKind, list[Match]] = {}
    for match in matches:
        found.setdefault(match.round.kind, []).append(match)
    return found


def _place(match: Match, followed: frozenset[str]) -> tuple[int, bool, datetime, str]:
    at = match.kick_off
    return (weight(match, followed), at is None, at or datetime.max.replace(tzinfo=UTC), match.home.name)


def usual_order(competition: Competition) -> tuple[int, str]:
    """The Champions League before the Europa League, others after ours."""
    ours = competition in EUROPEAN_COMPETITIONS
    return (
        EUROPEAN_COMPETITIONS.index(competition) if ours else len(EUROPEAN_COMPETITIONS),
        competition.code,
    )


def _round_order(section: Section) -> int:
    return section.matches[0].round.order[0]

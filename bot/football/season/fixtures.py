"""The matches that are still to come."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from itertools import groupby

from bot.football.model import Club, Match, Status
from bot.football.season.as_of import result_unknown
from bot.football.season.club_status import moment_of
from bot.football.season.evening import evening_of_match
from bot.football.season.season_as_of import SeasonAsOf


def fixtures(clubs: Collection[Club], seasons: Iterable[SeasonAsOf]) -> tuple[tuple[SeasonAsOf, Match], ...]:
    """Matches to come in which all these clubs play, the next one first, one without a day last.

    One that must have been played and of which nothing is known is not to come.
    """
    first, *others = clubs
    found = [
        (season, match)
        for season in seasons
        for match in season.of(first)
        if match.status.is_to_begin
        and all(club in match.clubs for club in others)
        and not result_unknown(match, season.now)
    ]
    return tuple(sorted(found, key=lambda pair: (pair[1].date is None, moment_of(pair[1]))))


def are_no_secret(
    club: Club, to_come: Iterable[tuple[SeasonAsOf, Match]], seasons: Iterable[SeasonAsOf]
) -> bool:
    """Whether a club has these matches to come however its last one ended: in a round that it is in."""
    begun = {
        (season.competition, match.round)
        for season in seasons
        for match in season.of(club)
        if not match.status.is_to_begin
    }
    return not begun or all((season.competition, match.round) in begun for season, match in to_come)


def evenings_to_come(season: SeasonAsOf, most: int) -> tuple[tuple[date, tuple[Match, ...]], ...]:
    """The next evenings of a competition: whole ones, of so many matches together; the first in any case."""
    to_come = [match for match in season.matches if match.status.is_to_begin and match.date]
    in_order = sorted(
        (match for match in to_come if not result_unknown(match, season.now)),
        key=lambda match: (moment_of(match), match.home.name),
    )
    evenings: list[tuple[date, tuple[Match, ...]]] = []
    for day, played in groupby(in_order, key=evening_of_match):
        matches = tuple(played)
        if day is None or (evenings and sum(len(each) for _, each in evenings) + len(matches) > most):
            break
        evenings.append((day, matches))
    return tuple(evenings)


def last_played(clubs: Collection[Club], seasons: Iterable[SeasonAsOf]) -> Match | None:
    """The last match with a result in which all these clubs play."""
    first, *others = clubs
    played = [
        match
        for season in seasons
        for match in season.of(first)
        if match.has_result and all(club in match.clubs for club in others)
    ]
    return max(played, key=moment_of, default=None)


def latest(club: Club, seasons: Iterable[SeasonAsOf], most: int) -> tuple[tuple[SeasonAsOf, Match], ...]:
    """The club's last matches with a result or under way, the newest first."""
    begun = [
        (season, match)
        for season in seasons
        for match in season.of(club)
        if match.has_result or match.status is Status.LIVE
    ]
    return tuple(sorted(begun, key=lambda pair: moment_of(pair[1]), reverse=True)[:most])

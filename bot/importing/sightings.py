"""Sightings of live sources into the database: which match of ours each is, and what it adds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import groupby

from sqlite_utils import Database

from bot.database.connection import transaction
from bot.database.results.results import Conflict, Results
from bot.database.results.saving import Origin, Summary, save_matches
from bot.database.results.writing import change_match
from bot.football.dataset.pairing import pair
from bot.football.events.observations import Observation
from bot.football.model import Club, Competition, Match, Season, Status
from bot.football.names.spellings import Spellings, UnknownSpelling
from bot.football.season.watching import AT_MOST
from bot.football.ties.ties import with_legs
from bot.importing.clubs import spellings_of, with_clubs
from bot.importing.shape import ENTERED, OPENFOOTBALL

FIRST_AUTHORITY = 39
"""Above openfootball and below the project's own facts; each next one in the merge order has one less."""


def origin_of(source: str, place: int) -> Origin:
    """How much the source at a place of the merge order is believed."""
    if source == ENTERED.name:
        return ENTERED
    return OPENFOOTBALL if source == OPENFOOTBALL.name else Origin(source, FIRST_AUTHORITY - place)


@dataclass(frozen=True, slots=True)
class Recognised:
    """Sightings of matches of ours, and why others are none."""

    sightings: tuple[Observation, ...]
    problems: tuple[str, ...]


@dataclass(slots=True)
class Incoming:
    """What live sources tell, on the way into one database; the only writer of it."""

    db: Database
    known: Results
    """Another connection's view of the same file, which remembers what it read until it is refreshed."""
    _spellings: Spellings | None = field(default=None)

    def recognise(self, told: Sequence[Observation]) -> Recognised:
        """With our clubs in the place of spellings, and in the round and leg where we know the match.

        A club that can't be told, or a match whose round nobody knows, is a problem of that match alone.
        """
        problems: dict[str, None] = {}
        ours = [found for one in told if (found := self._with_our_clubs(one, problems)) is not None]
        placed: list[Observation] = []
        for (competition, season), of_season in groupby(sorted(ours, key=_order), key=_season_of):
            placed += self._placed(competition, season, list(of_season), problems)
        return Recognised(tuple(placed), tuple(problems))

    def save(self, believed: Sequence[Match], origin: Origin, now: datetime) -> Summary:
        """Put matches that are believed beside what is known; with when they were seen, and seen to end."""
        if not believed:
            return Summary()
        # A score of a match under way that somebody typed gives way to what the sources tell next.
        live = Origin(origin.name, min(origin.authority, FIRST_AUTHORITY))
        told = [_stamped(match, origin, now) for match in believed]
        with transaction(self.db):
            over = save_matches(self.db, [one for one in told if one.status is not Status.LIVE], origin)
            return over + save_matches(self.db, [one for one in told if one.status is Status.LIVE], live)

    def put_back(self, before: Match, authority: int) -> None:
        """What was known of a match before somebody entered something else."""
        with transaction(self.db):
            stored = Results(self.db).stored_matches(before.competition, before.season)
            ((_, found),) = pair([one.match for one in stored], [before])
            for one in stored:
                if one.match is found:
                    change_match(self.db, one.id, before, authority)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Every conflict on record."""
        return Results(self.db).conflicts()

    def _with_our_clubs(self, told: Observation, problems: dict[str, None]) -> Observation | None:
        if self._spellings is None:
            self._spellings = spellings_of(self.db)
        found: dict[Club, Club] = {}
        for written in told.match.clubs:
            club = self._spellings.find(written.name, written.country)
            if isinstance(club, UnknownSpelling):
                problems[str(self._spellings.with_nearest(club))] = None
                return None
            found[written] = club
        return replace(
            told,
            match=with_clubs(told.match, found),
            red_cards=tuple(replace(card, club=found[card.club]) for card in told.red_cards),
            kicks=tuple(replace(kick, club=found[kick.club]) for kick in told.kicks),
        )

    def _placed(
        self, competition: Competition, season: Season, told: list[Observation], problems: dict[str, None]
    ) -> list[Observation]:
        known = self.known.season_matches(competition, season)
        legs = with_legs([one.match for one in told])
        pairs = pair(known, legs)
        placed = []
        for sighting, (match, ours) in zip(told, pairs, strict=True):
            if ours is not None:
                placed.append(replace(sighting, match=_in_place(match, ours)))
            elif match.round.is_unknown:
                names = " – ".join(club.name for club in match.clubs)
                problems[f"{names} ({competition} {season}): its round is not told and not known"] = None
            else:
                placed.append(replace(sighting, match=match))
        return placed


def _in_place(told: Match, known: Match) -> Match:
    """What we know of it where the source says nothing."""
    return replace(
        told,
        round=known.round,
        leg=known.leg,
        matchday=known.matchday or told.matchday,
        date=told.date or known.date,
        kick_off=told.kick_off or known.kick_off,
        neutral=told.neutral or known.neutral,
        venue=told.venue or known.venue,
        city=told.city or known.city,
    )


def _stamped(match: Match, origin: Origin, now: datetime) -> Match:
    minute = now.replace(second=0, microsecond=0)
    told = replace(match, source=match.source or origin.name)
    if match.status is Status.LIVE:
        return replace(told, seen_at=minute)
    begun = match.kick_off
    if match.has_result and begun and begun < now < begun + AT_MOST + timedelta(minutes=30):
        return replace(told, ended_at=minute)
    return told


def _order(sighting: Observation) -> tuple[str, int]:
    match = sighting.match
    return (match.competition.code, match.season.start_year)


def _season_of(sighting: Observation) -> tuple[Competition, Season]:
    return (sighting.match.competition, sighting.match.season)

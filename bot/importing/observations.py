"""Observations of live sources on their way into the database: the match each is of, and what it adds."""

from __future__ import annotations

import logging
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
from bot.football.events.editing import Judgement, is_on_another_day, judgement
from bot.football.events.observations import Observation
from bot.football.model import Club, Competition, DrawDate, Match, Season, Status
from bot.football.names.live_spellings import LiveSpellings
from bot.football.names.spellings import UnknownSpelling
from bot.football.season.schedule import AT_MOST
from bot.football.ties.ties import with_legs
from bot.importing.clubs import live_spellings_of, with_clubs
from bot.importing.draws import save_dated_draws
from bot.importing.origins import FIRST_AUTHORITY

log = logging.getLogger(__name__)
MOST_REMEMBERED = 2_000
"""Clubs as written."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Observations of matches of ours, and why others are none."""

    observations: tuple[Observation, ...]
    problems: tuple[str, ...]
    doubted: tuple[Match, ...] = ()
    """Results that contradict what stands without bearing it out: to be recorded as conflicts, no more."""


@dataclass(slots=True)
class LiveImport:
    """The way of live results into one database, and its only writer."""

    db: Database
    results: Results
    """Another connection to the same file, which caches what it reads until it is refreshed."""
    _spellings: LiveSpellings | None = field(default=None)
    _names_version: int = -1
    _found: dict[Club, Club | str] = field(default_factory=dict)
    """Our club for each as written, or why there is none, as the names are now."""

    def recognise(self, observations: Sequence[Observation]) -> Recognised:
        """The observations with our clubs, and with round and leg where we have the match.

        An unknown club, or a match of an unknown round, is a problem of that match alone.
        """
        problems: dict[str, None] = {}
        ours = [
            found for observation in observations if (found := self._with_our_clubs(observation, problems))
        ]
        placed: list[Observation] = []
        doubted: list[Match] = []
        for (competition, season), of_season in groupby(sorted(ours, key=_order), key=_season_of):
            placed += self._placed(competition, season, list(of_season), problems, doubted)
        return Recognised(tuple(placed), tuple(problems), tuple(doubted))

    def save(self, matches: Sequence[Match], origin: Origin, now: datetime, *, live: bool = True) -> Summary:
        """Save matches that are believed, stamped with this look, or with their end if it shows that live."""
        if not matches:
            return Summary()
        # A score of a match under way that somebody typed gives way to the next one of the sources.
        of_sources = Origin(origin.name, min(origin.authority, FIRST_AUTHORITY))
        stamped = [_stamped(match, origin, now, live=live) for match in matches]
        with transaction(self.db):
            over = save_matches(
                self.db, [match for match in stamped if match.status is not Status.LIVE], origin
            )
            return over + save_matches(
                self.db, [match for match in stamped if match.status is Status.LIVE], of_sources
            )

    def save_draws(self, draws: Sequence[DrawDate]) -> int:
        """Save the draws that a source confirms; how many are new."""
        if not draws:
            return 0
        with transaction(self.db):
            return save_dated_draws(self.db, draws, log.warning)

    def reopen(self, match: Match, now: datetime) -> None:
        """Put a match under way whose end was revoked; no source's report of it would do that."""
        with transaction(self.db):
            stored = Results(self.db).stored_matches(match.competition, match.season)
            ((_, found),) = pair([row.match for row in stored], [match])
            for row in stored:
                if row.match is found:
                    goes_on = replace(match, source=row.match.source, seen_at=_minute(now), ended_at=None)
                    change_match(self.db, row.id, goes_on, min(row.authority, FIRST_AUTHORITY))

    def put_back(self, before: Match, authority: int) -> None:
        """Undo what somebody entered: the match is what it was before."""
        with transaction(self.db):
            stored = Results(self.db).stored_matches(before.competition, before.season)
            ((_, found),) = pair([row.match for row in stored], [before])
            for row in stored:
                if row.match is found:
                    change_match(self.db, row.id, before, authority)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Every conflict on record."""
        return Results(self.db).conflicts()

    def _with_our_clubs(self, observation: Observation, problems: dict[str, None]) -> Observation | None:
        found: dict[Club, Club] = {}
        for written in observation.match.clubs:
            club = self._club(written)
            if isinstance(club, str):
                problems[club] = None
                return None
            found[written] = club
        return replace(
            observation,
            match=with_clubs(observation.match, found),
            red_cards=tuple(replace(card, club=found[card.club]) for card in observation.red_cards),
            kicks=tuple(replace(kick, club=found[kick.club]) for kick in observation.kicks),
        )

    def _club(self, written: Club) -> Club | str:
        """Our club, or why there is none; looked up once, until the names change."""
        if self._spellings is None or self._names_version != self.results.names_version:
            self._spellings, self._names_version = live_spellings_of(self.db), self.results.names_version
            self._found.clear()
        if written not in self._found:
            if len(self._found) >= MOST_REMEMBERED:
                self._found.clear()
            found = self._spellings.find_written(written)
            if isinstance(found, UnknownSpelling):
                self._found[written] = str(self._spellings.exact.with_nearest(found))
            else:
                self._found[written] = found
        return self._found[written]

    def _placed(
        self,
        competition: Competition,
        season: Season,
        observations: list[Observation],
        problems: dict[str, None],
        doubted: list[Match],
    ) -> list[Observation]:
        stored = self.results.season_matches(competition, season)
        pairs = pair(stored, with_legs([observation.match for observation in observations]))
        placed = []
        for observation, (match, ours) in zip(observations, pairs, strict=True):
            if observation.editable and (judged := judgement(ours, match)) is not Judgement.BELIEVED:
                problems[_not_believed(match, ours, judged)] = None
                doubted += [replace(match, goals=())] if judged is Judgement.CONFLICT else []
            elif ours is not None:
                if observation.editable and is_on_another_day(ours, match):
                    doubted.append(replace(match, goals=()))
                    match = replace(match, date=ours.date, kick_off=ours.kick_off)  # noqa: PLW2901 - its own day
                placed.append(replace(observation, match=_in_place(match, ours)))
            elif match.round.is_unknown:
                names = " – ".join(club.name for club in match.clubs)
                problems[f"{names} ({competition} {season}): its round is not told and not known"] = None
            else:
                placed.append(replace(observation, match=match))
        return placed


def _not_believed(match: Match, ours: Match | None, judged: Judgement) -> str:
    names = " – ".join(club.name for club in match.clubs)
    shown = " ".join(str(fact) for fact in (match.status, match.score, match.date) if fact)
    stands = f"; {ours.score or 'no score'} stands" if ours else ""
    return f"{names} ({match.competition} {match.season}): {shown} is {judged}{stands}"


def _in_place(match: Match, ours: Match) -> Match:
    """A match with our facts where the source gives none."""
    return replace(
        match,
        round=ours.round,
        leg=ours.leg,
        matchday=ours.matchday or match.matchday,
        date=match.date or ours.date,
        kick_off=match.kick_off or ours.kick_off,
        neutral=match.neutral or ours.neutral,
        venue=match.venue or ours.venue,
        city=match.city or ours.city,
    )


def _stamped(match: Match, origin: Origin, now: datetime, *, live: bool) -> Match:
    stamped = replace(match, source=match.source or origin.name)
    if match.status is Status.LIVE:
        return replace(stamped, seen_at=_minute(now))
    begun = match.kick_off
    if live and match.has_result and begun and begun < now < begun + AT_MOST + timedelta(minutes=30):
        return replace(stamped, ended_at=_minute(now))
    return stamped


def _minute(now: datetime) -> datetime:
    return now.replace(second=0, microsecond=0)


def _order(observation: Observation) -> tuple[str, int]:
    match = observation.match
    return (match.competition.code, match.season.start_year)


def _season_of(observation: Observation) -> tuple[Competition, Season]:
    return (observation.match.competition, observation.match.season)

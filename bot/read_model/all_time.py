"""Every match of a database at once, for what is asked over all seasons: players and records.

Read at the first such question; after a change only what belongs to the changed seasons is worked out again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain

from bot.database.results.results import Results
from bot.football.model import Club, Competition, Match, Season
from bot.football.players.player_finder import PlayerFinder
from bot.football.players.players import Player, Scored, players_of, scored_in, surname
from bot.football.players.records import Records, records, records_together
from bot.football.players.top_scorers import Coverage, coverage
from bot.football.season.as_of import over_at


@dataclass(slots=True)
class _Season:
    """What was worked out of a season's matches."""

    matches: tuple[Match, ...]
    over: datetime
    """When the last of them is."""
    scored: tuple[Scored, ...]
    records: Records


@dataclass(slots=True)
class _Read:
    version: int | None = None
    seasons: dict[tuple[Competition, Season], _Season] = field(default_factory=dict)
    ahead: dict[tuple[Competition, Season], _Season] = field(default_factory=dict)
    """Worked out before anybody asked."""
    by_surname: dict[str, tuple[Player, ...]] = field(default_factory=dict)
    finder: PlayerFinder | None = None


@dataclass(frozen=True, slots=True)
class AllTime:
    results: Results
    _read: _Read = field(default_factory=_Read)

    def prepare(self) -> Iterator[None]:
        """Work out in small steps what the first question would have to wait for."""
        for key in self.results.seasons():
            self._read.ahead[key] = _worked_out(self.results.season_matches(*key))
            yield
        self.players()

    def players(self) -> PlayerFinder:
        """Everybody who scored."""
        read = self._current()
        if read.finder is None:
            players = chain.from_iterable(read.by_surname.values())
            read.finder = PlayerFinder(
                tuple(sorted(players, key=lambda player: (-len(player.goals), player.name)))
            )
        return read.finder

    def matches(
        self, now: datetime, competition: Competition | None = None, club: Club | None = None
    ) -> Iterator[Match]:
        """The matches that were over by now."""
        return (
            match
            for (cup, _), season in self._current().seasons.items()
            if competition in {None, cup}
            for match in season.matches
            if (club is None or club in match.clubs) and over_at(match) <= now
        )

    def records(
        self,
        now: datetime,
        competition: Competition | None = None,
        season: Season | None = None,
        clubs: Sequence[Club] = (),
    ) -> Records:
        """Those of the matches that were over by now, of all clubs, of one, or of two against each other."""
        if clubs:
            found = (
                match
                for match in self.matches(now, competition, clubs[0])
                if season in {None, match.season} and set(clubs) <= set(match.clubs)
            )
            return records(found, clubs[0] if len(clubs) == 1 else None)
        return records_together(
            played.records
            if played.over <= now
            else records(match for match in played.matches if over_at(match) <= now)
            for (cup, year), played in self._current().seasons.items()
            if competition in {None, cup} and season in {None, year}
        )

    def coverage(self, now: datetime, competition: Competition, first: Season, last: Season) -> Coverage:
        """Of the matches of a competition that were over by now, from one season to another."""
        each = [
            season.records.coverage
            if season.over <= now
            else coverage(match for match in season.matches if over_at(match) <= now)
            for (cup, year), season in self._current().seasons.items()
            if cup == competition and first <= year <= last
        ]
        return sum(each, Coverage(0, 0))

    def _current(self) -> _Read:
        read, results = self._read, self.results
        if read.version == results.version:
            return read
        seasons, changed = read.seasons, set[str]()
        read.seasons = {}
        for key in results.seasons():
            matches = results.season_matches(*key)
            before = seasons.pop(key, None)
            if before is None or before.matches is not matches:
                ahead = read.ahead.get(key)
                now = ahead if ahead and ahead.matches is matches else _worked_out(matches)
                read.seasons[key] = now
                changed |= {
                    surname(goal.name) for goal in {*now.scored} ^ {*(before.scored if before else ())}
                }
            else:
                read.seasons[key] = before
        changed |= {surname(goal.name) for gone in seasons.values() for goal in gone.scored}
        self._tell_apart(changed)
        read.ahead.clear()
        read.version = results.version
        return read

    def _tell_apart(self, changed: set[str]) -> None:
        """Who is who among those of these surnames: nobody is mistaken for somebody of another one."""
        if not changed:
            return
        read = self._read
        read.finder = None
        by_surname: dict[str, list[Scored]] = defaultdict(list)
        for season in read.seasons.values():
            for scored in season.scored:
                if (name := surname(scored.name)) in changed:
                    by_surname[name].append(scored)
        for name in changed:
            read.by_surname[name] = players_of(by_surname[name])


def _worked_out(matches: tuple[Match, ...]) -> _Season:
    scored = tuple(chain.from_iterable(map(scored_in, matches)))
    return _Season(matches, max(map(over_at, matches)), scored, records(matches))

"""Every match of a database at once, for what is asked over all seasons: players and records.

Read at the first such question after the results changed, so that no other answer waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from bot.football.moment import over_at
from bot.football.player_finder import PlayerFinder
from bot.football.players import players_of, scored_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from bot.database.results import Results
    from bot.football.model import Club, Competition, Match


@dataclass(slots=True)
class _Read:
    """What was read of one version of the file."""

    version: int = -1
    matches: tuple[Match, ...] = ()
    players: PlayerFinder | None = None


@dataclass(frozen=True, slots=True)
class Annals:
    results: Results
    _read: _Read = field(default_factory=_Read)

    def players(self) -> PlayerFinder:
        """Everybody who scored."""
        read = self._current()
        if read.players is None:
            read.players = PlayerFinder(players_of(chain.from_iterable(map(scored_in, read.matches))))
        return read.players

    def matches(
        self, now: datetime, competition: Competition | None = None, club: Club | None = None
    ) -> Iterator[Match]:
        """The matches that were over by now."""
        return (
            match
            for match in self._current().matches
            if competition in {None, match.competition}
            and (club is None or club in match.clubs)
            and over_at(match) <= now
        )

    def _current(self) -> _Read:
        read, results = self._read, self.results
        if read.version != results.version:
            read.version = results.version
            read.players = None
            read.matches = tuple(
                stored.match for one in results.seasons() for stored in results.stored_matches(*one)
            )
        return read

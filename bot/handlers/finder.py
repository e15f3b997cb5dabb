"""The club finder over the names of the results database, made anew when those change."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.database.results.results import Results
from bot.football.model import Club
from bot.football.names.finder import ClubElsewhere, ClubFinder, ClubName, Found, Renown


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds clubs among those of a database, also after another process has imported new ones."""

    results: Results
    _made: dict[int, ClubFinder] = field(default_factory=dict)
    """The one for the names as they are now."""

    def find(self, text: str) -> Found:
        version = self.results.names_version
        if version not in self._made:
            self._made.clear()
            self._made[version] = finder_of(self.results)
        return self._made[version].find(text)


def finder_of(results: Results) -> ClubFinder:
    """The finder over the names of a database, as they are now."""
    names = [ClubName(one.club, one.name, one.kind, one.shared) for one in results.names()]
    # A database made by an import alone has clubs with no further names.
    names += [ClubName(club, name) for club in results.clubs().values() for name in _own_names(club)]
    return ClubFinder(
        names,
        elsewhere=[ClubElsewhere(*one) for one in results.elsewhere()],
        renown={
            club.id: Renown(count, last.start_year)
            for club, (count, last) in results.matches_by_club().items()
        },
        ordinary_words=results.ordinary_words(),
    )


def _own_names(club: Club) -> tuple[str, ...]:
    return tuple(filter(None, (club.name, club.dutch_name)))

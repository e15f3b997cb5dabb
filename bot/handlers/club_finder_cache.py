"""The club finder over the names of the results database, built again when those change."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.results.results import Results
from bot.football.names.finder import ClubElsewhere, ClubFinder, ClubName, Found, Renown


@dataclass(slots=True)
class ClubFinderCache:
    """Finds clubs among those of a database, also after another process has imported new ones."""

    results: Results
    _finder: ClubFinder | None = None
    _version: int = -1
    """That of the names in the finder."""

    def find(self, text: str) -> Found:
        version = self.results.names_version
        if self._finder is None or version != self._version:
            self._finder, self._version = finder_of(self.results), version
        return self._finder.find(text)


def finder_of(results: Results) -> ClubFinder:
    """The finder over the names of a database, as they are now."""
    names = [ClubName(row.club, row.name, row.kind, row.shared) for row in results.names()]
    # A database made by an import alone has clubs with no further names.
    names += [
        ClubName(club, name)
        for club in results.clubs().values()
        for name in (club.name, club.dutch_name)
        if name
    ]
    return ClubFinder(
        names,
        elsewhere=[ClubElsewhere(*row) for row in results.elsewhere()],
        renown={
            club.id: Renown(count, last.start_year)
            for club, (count, last) in results.matches_by_club().items()
        },
        ordinary_words=results.ordinary_words(),
    )

"""Whether a new revision of a page may be what somebody spoiled: blanked, cut in half, made nonsense of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.football.events.editing import is_plausible
from bot.sources.wikipedia.reading.page import PageRead

STANDS = timedelta(days=1)
"""What nobody took back for so long was meant so: a part may have gone to an article of its own."""


@dataclass(frozen=True, slots=True)
class Version:
    """A page as it was written at a moment, and what was read of it."""

    at: datetime
    size: int
    """In letters."""
    read: PageRead

    @property
    def results(self) -> int:
        return sum(match.has_result for match in self.read.matches)


def doubt_of(before: Version | None, after: Version, now: datetime) -> str:
    """Why a page is left as it was; empty where its new version can be believed."""
    if before is None or now - after.at >= STANDS:
        return ""
    impossible = [match for match in after.read.matches if not is_plausible(match)]
    if impossible:
        match = impossible[0]
        return f"{match.home.name} – {match.away.name} {match.score} can't be"
    if after.results < before.results:
        return f"{before.results - after.results} of its {before.results} results are gone"
    if after.size * 2 < before.size:
        return f"only {after.size:,} of its {before.size:,} letters are left"
    return ""

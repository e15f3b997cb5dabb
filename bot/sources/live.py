"""The one shape of every source of newer results: what it declares, what it is given, what a look returns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Generic, Protocol, TypeVar, runtime_checkable

import httpx

from bot.football.events.observations import Observation
from bot.football.events.promises import Promises
from bot.football.model import Competition, DrawDate, Season

Settings_contra = TypeVar("Settings_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a source can; what the bot promises depends on it."""

    live: bool
    """Tells of a match within a minute: worth a look every half minute; otherwise once a day will do."""
    scorers: bool
    seasons: bool
    """Tells of many days at once: a `SeasonSource`."""
    delay: timedelta
    """About how long after it happened a result is there."""
    results: bool = True
    """Tells results once matches are over."""


def promises_of(sources: Iterable[Abilities]) -> Promises:
    """What the bot promises with these sources."""
    each = tuple(sources)
    return Promises(results=bool(each), live=any(can.live for can in each))


@dataclass(frozen=True, slots=True)
class Count:
    """The requests made on one day; the day is UTC's."""

    day: date
    used: int = 0
    limit: int = 0

    @property
    def left(self) -> int:
        return max(self.limit - self.used, 0)


class Memory(Protocol):
    """A place for a source's count that outlives a restart."""

    def recall(self) -> Count | None: ...

    def remember(self, count: Count, /) -> None: ...


@dataclass(slots=True)
class InMemory:
    """A memory for as long as the program runs."""

    count: Count | None = None

    def recall(self) -> Count | None:
        return self.count

    def remember(self, count: Count, /) -> None:
        self.count = count


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page of a source as it was last believed."""

    title: str
    revision: int
    at: datetime
    """When it was written."""
    text: str


class Pages(Protocol):
    """A place for a source's pages that outlives a restart."""

    def page(self, title: str, /) -> KeptPage | None: ...

    def keep(self, page: KeptPage, /) -> None: ...

    def targets(self) -> Mapping[str, str]:
        """The page that each title leads to, as far as it was looked up."""
        ...

    def keep_targets(self, targets: Mapping[str, str], /) -> None: ...


@dataclass(slots=True)
class PagesInMemory:
    """Pages for as long as the program runs."""

    pages: dict[str, KeptPage] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)

    def page(self, title: str, /) -> KeptPage | None:
        return self.pages.get(title)

    def keep(self, page: KeptPage, /) -> None:
        self.pages[page.title] = page

    def targets(self) -> Mapping[str, str]:
        return dict(self.found)

    def keep_targets(self, targets: Mapping[str, str], /) -> None:
        self.found |= targets


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the program gives to each of its sources."""

    client: httpx.AsyncClient
    memory: Callable[[str], Memory]
    """Each source's own, by its name."""
    pace: float = 1.0
    """How many times as fast as usual pauses pass."""
    pages: Callable[[str], Pages] = lambda _name: PagesInMemory()
    """Each source's own, by its name."""
    clock: Callable[[], datetime] = _now


class LiveSource(Protocol):
    """A place that knows how matches stand; the only error it raises is SourceError."""

    @property
    def name(self) -> str:
        """As settings, the database and messages call it."""
        ...

    @property
    def can(self) -> Abilities: ...

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        """Every European club match of an evening (Amsterdam), in as few requests as it can.

        Clubs are `spelled`; a match whose round the source does not tell has UNKNOWN_ROUND.
        """
        ...


@runtime_checkable
class SeasonSource(Protocol):
    """A source that also tells of many days at once: what was played on them, and what is planned."""

    name: str

    async def of_days(self, first: date, last: date) -> tuple[Observation, ...]:
        """Every match from the first day to the last, in modest portions."""
        ...


@runtime_checkable
class CompetitionSource(Protocol):
    """A source that can be asked about the season of some competitions, also of long ago."""

    async def of_season(
        self, season: Season, competitions: Iterable[Competition]
    ) -> tuple[Observation, ...]: ...


@runtime_checkable
class DrawSource(Protocol):
    """A source that also tells when draws are held."""

    draws: tuple[DrawDate, ...]
    """Those that its last look at whole seasons showed."""


@dataclass(frozen=True, slots=True)
class SourceDeclaration(Generic[Settings_contra]):
    """What a source says of itself; the registry holds one for each."""

    name: str
    can: Abilities
    address: Callable[[Settings_contra], str]
    make: Callable[[Settings_contra, Surroundings], LiveSource]
    quota: Callable[[Settings_contra, Callable[[], Count]], str] | None = None
    """What `check` says of a daily quota, from today's count; nothing is asked of the source."""
    licence: str = ""
    """On what terms its facts may be used, in a few words."""
    key: str = ""
    """The setting that holds the key; empty where none is needed."""

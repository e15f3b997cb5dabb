"""What every import is given and gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlite_utils import Database

from bot.database.results.saving import Origin, Summary
from bot.sources.errors import SourceError

CORRECTIONS = Origin("correction", 50)
BY_HAND = Origin("csv", 45)
ENTERED = Origin("by hand", 45)
"""By an owner of the bot, in a chat."""
FACTS = Origin("facts", 40)
OPENFOOTBALL = Origin("openfootball", 30)
GOALS = Origin("schochastics/football-data", 20)
UNCONFIRMED = Origin("unconfirmed", 10)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How an import is to be done."""

    new_clubs: bool = False
    goals: Path | None = None
    """For `csv`: the goals of its matches."""
    told: Callable[[str, int, int], None] = lambda _file, _number, _of: None
    """Hears which file is read, its number, and how many there are."""


class Import(Protocol):
    """One source into one database, in the transaction of the caller; raises SourceError."""

    def __call__(self, db: Database, paths: Sequence[Path], wishes: Wishes, /) -> Summary: ...


def each(paths: Sequence[Path], pattern: str, wishes: Wishes) -> Iterable[Path]:
    """The files, those in folders too, in the order of their names."""
    files = [file for path in paths for file in (sorted(path.rglob(pattern)) if path.is_dir() else [path])]
    if not files:
        raise SourceError(place_of(paths), f"no {pattern} there")
    for number, file in enumerate(files, start=1):
        wishes.told(str(file), number, len(files))
        yield file


def place_of(paths: Sequence[Path]) -> str:
    """The paths as an error names them."""
    return ", ".join(map(str, paths)) or "no path"

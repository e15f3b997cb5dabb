"""The protocol that every import follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlite_utils import Database

from bot.database.results.saving import Summary
from bot.football.model import Competition, Season
from bot.sources.errors import SourceError


@dataclass(frozen=True, slots=True)
class ImportOptions:
    new_clubs: bool = False
    """Whether unknown clubs are added."""
    goals: Path | None = None
    """For `csv`: the goals of its matches."""
    competition: Competition | None = None
    season: Season | None = None
    """For `openfootball` and `wikipedia`: of files without a title."""
    report: Callable[[str, int, int], None] = lambda _file, _number, _of: None
    """Receives the name of each file, its number, and how many there are."""
    warn: Callable[[str], None] = lambda _: None
    """Receives what was read and could not be believed."""


class Import(Protocol):
    """One source into one database, in the transaction of the caller; raises SourceError."""

    def __call__(self, db: Database, paths: Sequence[Path], options: ImportOptions, /) -> Summary: ...


def each(paths: Sequence[Path], pattern: str, options: ImportOptions) -> Iterable[Path]:
    """The files, those in folders too, in the order of their names."""
    files = [file for path in paths for file in (sorted(path.rglob(pattern)) if path.is_dir() else [path])]
    if not files:
        raise SourceError(place_of(paths), f"no {pattern} there")
    for number, file in enumerate(files, start=1):
        options.report(str(file), number, len(files))
        yield file


def place_of(paths: Sequence[Path]) -> str:
    """The paths as an error names them."""
    return ", ".join(map(str, paths)) or "no path"

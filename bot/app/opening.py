"""Which results database is answered from, and everything that can be asked of it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from bot.database.chats.chats import Chats
from bot.database.chats.connection import open_chats_in_memory
from bot.database.connection import open_to_read, open_to_write
from bot.database.results.names import StoredNames
from bot.database.results.results import Results
from bot.football.names.finder import ClubFinder
from bot.handlers.commands import Commands, commands
from bot.read_model.seasons import ResultsAsOf

SNAPSHOTS = (
    Path(__file__).parents[1] / "data" / "results.db",  # in a wheel
    Path(__file__).parents[2] / "data" / "results.db",  # in a checkout
)
WORKING_COPY = Path("var") / "results.db"
ENV_FILE = ".env"


def now() -> datetime:
    return datetime.now(UTC)


def snapshot() -> Path:
    """The results database that came along."""
    return next((path for path in SNAPSHOTS if path.is_file()), SNAPSHOTS[-1])


def results_path(chosen: Path | None) -> Path:
    """The database to answer from: the one set, else what this bot learned, else what came along."""
    if chosen:
        return chosen
    return WORKING_COPY if WORKING_COPY.is_file() else snapshot()


def results_set() -> Path | None:
    """RESULTS_DB alone, as `bot.settings` reads it, which takes as long as an answer."""
    names: dict[str, str | None] = dict(os.environ)
    if Path(ENV_FILE).is_file():
        from dotenv import dotenv_values

        names = {**dotenv_values(ENV_FILE, encoding="utf-8"), **{key: of for key, of in names.items() if of}}
    chosen = [path for name, path in names.items() if name.lower() == "results_db" and path]
    return Path(chosen[-1]) if chosen else None


def open_results(path: Path) -> Results:
    """Raises DatabaseError."""
    if path == WORKING_COPY:
        # Made by an earlier version perhaps: the steps that it lacks are taken, nothing else changes.
        open_to_write(path).close()
    return Results(open_to_read(path))


def open_commands(path: Path, chats: Chats | None = None) -> Commands:
    """Everything that can be asked of one database. Raises DatabaseError.

    Without a database of chats nothing about a chat outlives the program.
    """
    results = open_results(path)
    return commands(ClubFinder(StoredNames(results)), ResultsAsOf(results), chats or forgetful_chats())


def forgetful_chats() -> Chats:
    return Chats(open_chats_in_memory())

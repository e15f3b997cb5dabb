"""What is read-only and takes time to make, made once for all the tests of a process."""

from __future__ import annotations

import atexit
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from sqlite_utils import Database

from bot.app.opening import forgetful_chats, open_results, snapshot
from bot.database.chats.chats import Chats
from bot.database.connection import open_to_write
from bot.database.results.migrations import MIGRATIONS
from bot.database.results.names import StoredNames
from bot.football.names.finder import ClubFinder
from bot.handlers.commands import Commands, commands
from bot.handlers.watching import Watching
from bot.read_model.seasons import ResultsAsOf

SEASONS_ASKED_ABOUT = (1971, 1994, 2001, 2003, 2004, 2011, 2012, 2016, 2017, 2018)
"""In the whole-program tests."""


@cache
def knowledge_of_the_snapshot() -> ResultsAsOf:
    return ResultsAsOf(open_results(snapshot()))


@cache
def _finder() -> ClubFinder:
    """With one index of names."""
    return ClubFinder(StoredNames(knowledge_of_the_snapshot().results))


@cache
def answering() -> Commands:
    """Every command over the snapshot, for chats of which nothing is kept."""
    return answering_from_the_snapshot(forgetful_chats())


def answering_from_the_snapshot(chats: Chats, watching: Watching | None = None) -> Commands:
    """Every command over the snapshot, for these chats."""
    return commands(_finder(), knowledge_of_the_snapshot(), chats, watching)


@contextmanager
def empty_results() -> Iterator[Database]:
    """A results database without clubs, none of which reaches a disk."""
    with closing(Database(memory=True)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        MIGRATIONS.apply(db)
        yield db


@cache
def finder_of_small_results() -> ClubFinder:
    """The clubs of every copy of them, with one index of names."""
    return ClubFinder(StoredNames(open_results(small_results())))


@cache
def small_results() -> Path:
    """A few seasons of the snapshot: a program that reads no more starts sooner. Not to be written to."""
    folder = Path(tempfile.mkdtemp(prefix="uitslagbot-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "results.db"
    shutil.copyfile(snapshot(), path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"DELETE FROM matches WHERE season NOT IN {SEASONS_ASKED_ABOUT}")  # noqa: S608 - numbers of ours
        db.execute("DELETE FROM goals WHERE match NOT IN (SELECT id FROM matches)")
        playing = "SELECT home FROM matches UNION SELECT away FROM matches"
        db.execute(f"DELETE FROM club_names WHERE club NOT IN ({playing})")  # noqa: S608 - the line above
        db.commit()
    open_to_write(path).close()
    return path

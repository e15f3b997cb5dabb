"""What is read-only and takes time to make, made once for all the tests of a process."""

from __future__ import annotations

import atexit
import shutil
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from bot.app.wiring import forgetful_chats, open_results, snapshot
from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands, commands
from bot.handlers.finder import Finder
from bot.read_model.seasons import ResultsAsOf

SEASONS_ASKED_ABOUT = (1971, 1994, 2001, 2003, 2004, 2011, 2012, 2016, 2017, 2018)
"""In the whole-program tests."""


@cache
def knowledge_of_the_snapshot() -> ResultsAsOf:
    return ResultsAsOf(open_results(snapshot()))


@cache
def _finder() -> Finder:
    """With one index of names."""
    return Finder(knowledge_of_the_snapshot().results)


def answering_from_the_snapshot(chats: Chats | None = None) -> Commands:
    """Every command over the snapshot, for these chats or for none that are kept."""
    return commands(_finder(), knowledge_of_the_snapshot(), chats or forgetful_chats())


@cache
def finder_of_small_results() -> Finder:
    """The clubs of every copy of them, with one index of names."""
    return Finder(open_results(small_results()))


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
    return path

"""Results files and databases for the tests of imports and exports."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from bot.database.results.results import Results
from bot.database.results.saving import Summary
from bot.importing import import_from
from bot.importing.protocol import ImportOptions
from bot.upkeep.exporting import exported as exported_as_csv

NEW_CLUBS = ImportOptions(new_clubs=True)


def import_text(
    db: Database,
    text: str,
    *,
    goals: str | None = None,
    source: str = "csv",
    name: str = "m.csv",
    options: ImportOptions = NEW_CLUBS,
) -> Summary:
    """Import a file that holds this text, with a file of goals beside it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8")
        if goals is not None:
            options = replace(options, goals=Path(folder) / "goals.csv")
            (Path(folder) / "goals.csv").write_text(goals, encoding="utf-8")
        return import_from(source, db, [path], options)


def exported(db: Database) -> str:
    """`export matches` of everything in the database."""
    return exported_as_csv(Results(db), "matches", None, None, "csv")


def exported_goals(db: Database) -> str:
    """`export goals` of everything in the database."""
    return exported_as_csv(Results(db), "goals", None, None, "csv")


def everything(db: Database) -> list[str]:
    """The whole content, to see whether anything changed; how often it was written is none of it."""
    return [line for line in db.conn.iterdump() if not line.startswith('INSERT INTO "revisions"')]

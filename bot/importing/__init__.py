"""From a source into the database: which clubs are meant, what is new, what changed, what is contradicted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlite_utils import Database

from bot.database.connection import transaction
from bot.database.results.saving import Summary
from bot.importing.facts import import_fact_goals, import_facts, import_goal_kinds
from bot.importing.history import import_history
from bot.importing.protocol import Import, ImportOptions
from bot.importing.results import import_csv, import_goals, import_openfootball
from bot.importing.wikipedia import import_wikipedia

SOURCES: Mapping[str, Import] = {
    "csv": import_csv,
    "openfootball": import_openfootball,
    "goals": import_goals,
    "history": import_history,
    "facts": import_facts,
    "fact-goals": import_fact_goals,
    "goal-kinds": import_goal_kinds,
    "wikipedia": import_wikipedia,
}


def import_from(source: str, db: Database, paths: Sequence[Path], options: ImportOptions) -> Summary:
    """Import files or folders of one of SOURCES, all or nothing."""
    with transaction(db):
        return SOURCES[source](db, paths, options)

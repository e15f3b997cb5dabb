"""The working copy of the results, which a running bot writes to."""

from __future__ import annotations

import logging
from pathlib import Path

from bot.app.opening import WORKING_COPY, results_path, snapshot
from bot.database.connection import open_to_write
from bot.database.errors import DatabaseBusyError, DatabaseError
from bot.settings import Settings
from bot.upkeep.working_copy import is_outdated, prepare_working_copy

log = logging.getLogger(__name__)


def results_to_keep(settings: Settings) -> Path:
    """The database to answer from; with sources of newer results one to write to.

    What came along since is taken into it; a copy for which that can't be done is used as it is, unless it is
    damaged. Raises OSError and DatabaseError.
    """
    path = results_path(settings.results_db)
    if path not in {snapshot(), WORKING_COPY} or not (settings.live_sources or settings.owners):
        return path
    try:
        learned = prepare_working_copy(snapshot(), WORKING_COPY)
    except DatabaseBusyError:
        raise
    except DatabaseError as error:
        if not WORKING_COPY.is_file():
            raise
        open_to_write(WORKING_COPY).close()
        log.warning("the newer results that came along are left out for now: %s", error)
        return WORKING_COPY
    if learned and path == WORKING_COPY:
        log.info("newer results came along; of what had been learned: %s", learned)
    return WORKING_COPY


def outdated_copy(path: Path) -> str:
    """What to know when other results were published since this bot's copy was made."""
    if path != WORKING_COPY or not is_outdated(snapshot(), path):
        return ""
    return f"{snapshot()} is newer than {path}: the next 'run' takes it in, and keeps what was learned."

"""The copy of the published results that a running bot writes to; newer published ones are taken into it."""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from bot.database.connection import open_to_write, transaction
from bot.database.errors import DatabaseError
from bot.database.results.matches import StoredMatch
from bot.database.results.provenance import add_missing_clubs, clubs_and_names, fingerprint, made_from, mark
from bot.database.results.results import Results
from bot.database.results.saving import Origin, Summary, save_matches
from bot.football.dataset.pairing import pair
from bot.football.model import SOURCE_SEPARATOR, Match
from bot.importing.draws import save_dated_draws
from bot.sources.registry import REGISTRY


def is_outdated(snapshot: Path, copy: Path) -> bool:
    """Whether another snapshot was published since the copy was made."""
    return snapshot.is_file() and copy.is_file() and made_from(copy) != fingerprint(snapshot)


def prepare_working_copy(snapshot: Path, copy: Path) -> Summary | None:
    """Make the copy, or bring it up to the snapshot without losing what was learned; what was carried over.

    None when there was nothing to do. Raises DatabaseError, and the copy stays as it was.
    """
    if copy.is_file() and not is_outdated(snapshot, copy):
        return None
    copy.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=copy.parent) as folder:
        new = Path(folder) / copy.name
        shutil.copyfile(snapshot, new)
        with closing(open_to_write(new)) as db:
            learned = _carry_over(copy, db) if copy.is_file() else Summary()
            mark(db, fingerprint(snapshot))
        if copy.with_name(f"{copy.name}-wal").exists():
            raise DatabaseError(f"{copy} is in use by another program: stop that one first.")
        new.replace(copy)
    return learned


def _carry_over(copy: Path, db: Database) -> Summary:
    with closing(open_to_write(copy)) as old:
        before, now = Results(old), Results(db)
        published = {
            part for key in now.seasons() for stored in now.stored_matches(*key) for part in _parts(stored)
        }
        learned: dict[Origin, list[Match]] = defaultdict(list)
        with transaction(db):
            add_missing_clubs(db, *clubs_and_names(old))
        for season in before.seasons():
            for origin, match in _learned(
                before.stored_matches(*season), now.stored_matches(*season), published
            ):
                learned[origin].append(match)
        draws = [
            draw
            for season in before.draw_seasons()
            for draw in before.draws(*season)
            if draw.confirmed and draw.source in REGISTRY
        ]
    with transaction(db):
        save_dated_draws(db, draws, lambda _problem: None)
        return sum((save_matches(db, matches, origin) for origin, matches in learned.items()), Summary())


def _learned(
    old: tuple[StoredMatch, ...], new: tuple[StoredMatch, ...], published: set[str]
) -> Iterator[tuple[Origin, Match]]:
    """What the old copy knows that was not published with it, with how much it is believed."""
    stored = {id(stored_match.match): stored_match for stored_match in old}
    authority = {id(stored_match.match): stored_match.authority for stored_match in new}
    for match, found in pair(
        [stored_match.match for stored_match in new], [stored_match.match for stored_match in old]
    ):
        ours = stored[id(match)]
        if found is None:
            # What was published before and is not any more was wrong.
            if not _parts(ours) <= published:
                yield Origin(match.source, ours.authority), match
        elif match != found and (match.has_result or not found.has_result):
            # Of equals the published one is believed: it was looked over.
            equal = authority[id(found)] == ours.authority and found.has_result
            yield Origin(match.source, ours.authority - equal), match


def _parts(stored: StoredMatch) -> set[str]:
    return {part for part in stored.match.source.split(SOURCE_SEPARATOR) if part}


@contextmanager
def put_in_place_when_done(target: Path, start_from: Path | None) -> Iterator[Path]:
    """The file to import into; a new one appears only when the import succeeded.

    What a bot learns goes into a copy of the published snapshot, which itself stays as it is.
    """
    if target.exists():
        yield target
        return
    if start_from:
        target.parent.mkdir(exist_ok=True)
    if not target.parent.is_dir():
        raise DatabaseError(f"{target} can't be made: the folder {target.parent} does not exist.")
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        new = Path(folder) / target.name
        if start_from:
            shutil.copyfile(start_from, new)
        yield new
        new.replace(target)

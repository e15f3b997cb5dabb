"""What a running bot keeps, in one file, and back again."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Migrations

from bot.database.chats.migrations import MIGRATIONS as CHATS
from bot.database.copying import copy_database, keep_only_ours, look_over
from bot.database.errors import DatabaseError
from bot.database.results.migrations import MIGRATIONS as RESULTS

LARGEST = 2 * 1024**3
"""Bytes of one database, unpacked."""
_PIECE = 1024 * 1024
_LONGEST_END, _LONGEST = 66_000, 4096
"""Bytes: where a zip file says how long the list of its contents is, and how long that of a backup may be."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A database by its name in a backup, where it lies, and the steps that made it."""

    name: str
    path: Path
    migrations: Migrations


def kept(chats: Path, results: Path) -> tuple[Kept, ...]:
    return Kept("chats.db", chats, CHATS), Kept("results.db", results, RESULTS)


def back_up(file: Path, databases: tuple[Kept, ...]) -> list[str]:
    """Write the databases that are there into a new file, for its owner alone; their names.

    The bot may go on meanwhile. Raises DatabaseError and OSError.
    """
    there = [database for database in databases if database.path.is_file()]
    if not there:
        raise DatabaseError("there is nothing to back up yet: no bot ran here.")
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with (
            os.fdopen(descriptor, "wb") as raw,
            zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive,
            tempfile.TemporaryDirectory() as folder,
        ):
            for database in there:
                copy = Path(folder) / database.name
                copy_database(database.path, copy)
                archive.write(copy, database.name)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return [database.name for database in there]


def restore(file: Path, databases: tuple[Kept, ...]) -> list[str]:
    """Put the databases of a backup in their places; what lay there is kept beside them. Their names.

    Nothing is touched unless all of the backup is sound. Raises DatabaseError and OSError.
    """
    if file.exists() and not file.is_file():
        raise DatabaseError(f"{file} is no file, and no backup of this bot.")
    by_name = {database.name: database for database in databases}
    if file.exists() and not _is_short(file):
        raise DatabaseError(f"{file} is no backup of this bot: too many files are in it.")
    try:
        with zipfile.ZipFile(file) as archive:
            inside = archive.infolist()
            strange = [entry.filename for entry in inside if entry.filename not in by_name]
            if strange or not inside or len({entry.filename for entry in inside}) < len(inside):
                raise DatabaseError(f"{file} is no backup of this bot.")
            for database in databases:
                database.path.parent.mkdir(parents=True, exist_ok=True)
            return _put(archive, [(entry, by_name[entry.filename]) for entry in inside])
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise DatabaseError(f"{file} is no backup of this bot, or a damaged one ({error}).") from error


def _is_short(file: Path) -> bool:
    """Whether the list of what is inside is as short as a backup's; the library reads one of any length."""
    with file.open("rb") as raw:
        raw.seek(max(0, file.stat().st_size - _LONGEST_END))
        end = raw.read()
    at = end.rfind(b"PK\x05\x06")
    if at < 0:
        return True
    # Another list may stand behind the mark of a longer format, which no backup needs.
    is_longer_format = end[max(0, at - 20) : at].startswith(b"PK\x06\x07")
    return not is_longer_format and int.from_bytes(end[at + 12 : at + 16], "little") <= _LONGEST


def _put(archive: zipfile.ZipFile, inside: list[tuple[zipfile.ZipInfo, Kept]]) -> list[str]:
    with tempfile.TemporaryDirectory(dir=inside[0][1].path.parent) as folder:
        unpacked = []
        for info, database in inside:
            new = Path(folder) / database.name
            _unpack(archive, info, new)
            look_over(new, database.migrations)
            keep_only_ours(new, database.migrations)
            unpacked.append((new, database))
        for new, database in unpacked:
            _replace(new, database.path)
    return [database.name for _, database in unpacked]


def _unpack(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path) -> None:
    """What stands in the file of its size is not believed."""
    written = 0
    with (
        archive.open(info) as packed,
        os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as new,
    ):
        while piece := packed.read(_PIECE):
            written += len(piece)
            if written > LARGEST:
                raise DatabaseError(f"{info.filename} is larger than any database of this bot.")
            new.write(piece)


def _replace(new: Path, target: Path) -> None:
    if target.is_file():
        copy_database(target, _fresh(target.with_name(f"{target.stem}-before-restore.db")))
    for beside in ("-wal", "-shm"):
        target.with_name(f"{target.name}{beside}").unlink(missing_ok=True)
    new.replace(target)


def _fresh(path: Path) -> Path:
    path.unlink(missing_ok=True)
    return path


@contextmanager
def alone(chats: Path) -> Iterator[None]:
    """Held by the one program that writes here; raises DatabaseError while another holds it."""
    with suppress(ImportError):
        import fcntl  # noqa: PLC0415 - there is none on Windows, where nothing is held

        chats.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(chats.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as busy:
                raise DatabaseError(f"a bot is running with {chats}: stop that one first.") from busy
            yield
        finally:
            os.close(descriptor)
        return
    yield

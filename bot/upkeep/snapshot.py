"""Building the published snapshot, data/results.db, from its sources: the same content each time."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click
import httpx
from sqlite_utils import Database

from bot.database.connection import finish_snapshot, open_to_read, open_to_write
from bot.database.errors import DatabaseError
from bot.database.results.results import Results
from bot.database.results.saving import Summary
from bot.errors import BotError
from bot.football.dataset.sentences.sentences import Strength
from bot.importing import import_from
from bot.importing.protocol import ImportOptions
from bot.settings import Settings
from bot.sources.public_files import fetch_public_files
from bot.upkeep.articles import add_articles
from bot.upkeep.checking import violations

FACTS = Path("data/facts")
PATIENCE_SECONDS = 30.0


def build(
    sources: Path,
    facts: Path,
    target: Path,
    report: Callable[[str, Summary], None],
    add_newest: Callable[[Database], None] = lambda _db: None,
) -> None:
    """Build the snapshot beside the target and put it in its place once it is whole and sound.

    `report` is told what each source brought; `add_newest` adds what no file holds. Raises SourceError or
    DatabaseError; the target then stays.
    """
    # Facts come before goals and history, whose seasons are put together around what is known by then.
    steps = (
        ("facts", facts),
        ("openfootball", sources / "openfootball"),
        ("goals", sources / "goals"),
        ("fact-goals", facts / "goals.csv"),
        ("goal-kinds", facts / "goal_kinds.csv"),
        ("history", sources / "history"),
    )
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        new = Path(folder) / "results.db"
        db = open_to_write(new)
        for source, path in steps:
            report(source, import_from(source, db, [path], ImportOptions()))
        add_newest(db)
        finish_snapshot(db)
        wrong = [
            violation
            for violation in violations(Results(open_to_read(new)))
            if violation.strength is Strength.WRONG
        ]
        if wrong:
            raise DatabaseError("the snapshot is not sound:\n" + "\n".join(map(str, wrong)))
        new.replace(target)


@click.command()
@click.option(
    "--from",
    "sources",
    type=click.Path(path_type=Path),
    help="A folder with openfootball/, goals/ and history/.",
)
@click.argument("target", type=click.Path(path_type=Path))
def main(sources: Path | None, target: Path) -> None:
    """Build TARGET from local files, or from the sources' public addresses."""
    try:
        with tempfile.TemporaryDirectory() as fetched:
            if sources is None:
                with httpx.Client(timeout=PATIENCE_SECONDS, follow_redirects=True) as client:
                    fetch_public_files(Path(fetched), client)
                build(Path(fetched), FACTS, target, _tell, _add_articles)
            else:
                build(sources, FACTS, target, _tell)
    except BotError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


def _add_articles(db: Database) -> None:
    now = datetime.now(UTC)
    asyncio.run(add_articles(db, Settings(), now, _tell, lambda problem: click.echo(problem, err=True)))


def _tell(source: str, summary: Summary) -> None:
    click.echo(f"{source}: {summary}", err=True)


if __name__ == "__main__":
    main()

"""The commands that read and write files of results: import and export."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from bot.app.command_line.warning import warn
from bot.app.opening import WORKING_COPY, open_results, results_path, snapshot
from bot.database.connection import open_to_write
from bot.football.model import EUROPEAN_COMPETITIONS, Competition, Season
from bot.importing import SOURCES, import_from
from bot.importing.protocol import ImportOptions
from bot.settings import Settings
from bot.upkeep.exporting import EXPORTS, exported
from bot.upkeep.working_copy import put_in_place_when_done

OUR_CODES = {competition.code for competition in EUROPEAN_COMPETITIONS}


def _competition(_context: click.Context, _option: click.Parameter, code: str | None) -> Competition | None:
    if not code:
        return None
    return Competition(code.upper() if code.upper() in OUR_CODES else code)


def _season(_context: click.Context, _option: click.Parameter, year: int | None) -> Season | None:
    return None if year is None else Season(year)


COMPETITION = click.option("--competition", callback=_competition, help="CL, EL, ECL, CWC or another.")
SEASON = click.option("--season", type=int, callback=_season, help="The year in which the season starts.")


@click.command("import")
@click.argument("source", type=click.Choice(sorted(SOURCES)))
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--into", type=click.Path(path_type=Path), help="Another database; a new file starts without clubs."
)
@click.option(
    "--goals", type=click.Path(exists=True, path_type=Path), help="For csv: the goals of the matches."
)
@COMPETITION
@SEASON
@click.option("--new-clubs", is_flag=True, help="Add unknown clubs under the names as written.")
def import_(  # noqa: PLR0913 - what an import may need to know
    source: str,
    paths: Sequence[Path],
    *,
    into: Path | None,
    goals: Path | None,
    competition: Competition | None,
    season: Season | None,
    new_clubs: bool,
) -> None:
    """Put results of SOURCE into the database; all or nothing.

    --competition and --season are for files of openfootball and of wikipedia without a title.
    """
    if goals and source != "csv":
        raise click.UsageError("--goals goes with the source csv")
    if (competition or season) and source not in {"openfootball", "wikipedia"}:
        raise click.UsageError("--competition and --season go with the sources openfootball and wikipedia")
    report = _show_progress if sys.stderr.isatty() else ImportOptions().report
    options = ImportOptions(new_clubs, goals, competition, season, report, warn)
    target = into or Settings().results_db or WORKING_COPY
    with put_in_place_when_done(target, None if into else snapshot()) as file:
        db = open_to_write(file)
        try:
            summary = import_from(source, db, paths, options)
        finally:
            db.close()
    click.echo(f"{target}: {summary}", err=True)


def _show_progress(file: str, number: int, of: int) -> None:
    click.echo(f"[{number}/{of}] {file}", err=True)


@click.command()
@click.argument("what", type=click.Choice(EXPORTS))
@COMPETITION
@SEASON
@click.option("--db", "path", type=click.Path(path_type=Path), help="Another results database.")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), required=True)
def export(
    what: str, competition: Competition | None, season: Season | None, path: Path | None, form: str
) -> None:
    """Write ties, matches, goals or clubs to stdout."""
    results = open_results(path or results_path(Settings().results_db))
    click.echo(exported(results, what, competition, season, form), nl=False)

"""`update`: the sources asked once, and what changed."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator, Sequence

import click

from bot.app.command_line.files import COMPETITION, SEASON
from bot.app.command_line.warning import warn
from bot.app.logs import start_logging
from bot.app.updating import Step, UpdateOptions
from bot.app.updating import update as ask_sources
from bot.football.model import Competition, Season
from bot.settings import Settings
from bot.sources.registry import ON_DEMAND, REGISTRY


@click.command()
@SEASON
@COMPETITION
@click.option("--from", "source", type=click.Choice((*REGISTRY, *ON_DEMAND)), help="This source alone.")
def update(season: Season | None, competition: Competition | None, source: str | None) -> None:
    """Ask the sources that are set for what is new, once, and say what changed.

    The running season, or the one of --season; a bot may run beside it.
    """
    settings = Settings()
    start_logging(settings.log_level, settings.log_format)
    updated = asyncio.run(ask_sources(settings, UpdateOptions(season, competition, source), _steps))
    for failure in updated.failures:
        warn(str(failure))
    for changes in updated.changes:
        click.echo(str(changes))
        for conflict in changes.conflicts:
            kept = f"{conflict.kept} ({conflict.kept_source})"
            refused = f"{conflict.refused} ({conflict.refused_source})"
            click.echo(
                f"  {conflict.home.name} – {conflict.away.name}, {conflict.fact}: {kept}, not {refused}"
            )
    if updated.draws:
        click.echo(f"{updated.draws} {'draw' if updated.draws == 1 else 'draws'} with a day now")


def _steps(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps, with a bar for whoever watches."""
    if not sys.stderr.isatty():
        yield from steps
        return
    with click.progressbar(steps, file=sys.stderr, item_show_func=lambda step: str(step or "")) as bar:
        yield from bar

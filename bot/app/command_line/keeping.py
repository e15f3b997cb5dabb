"""`check`, `backup` and `restore`: what is in the databases, and that it is kept."""

from __future__ import annotations

import asyncio
from pathlib import Path

import click

from bot.app.check_up import results_say, sources_say, telegram_says
from bot.app.heartbeat import NOT_ALIVE, is_alive
from bot.app.learning import outdated_copy
from bot.app.opening import WORKING_COPY, now, open_results, results_path
from bot.errors import BotError
from bot.football.dataset.sentences.sentences import Strength
from bot.settings import Settings
from bot.upkeep.backup import alone, back_up, kept
from bot.upkeep.backup import restore as put_back
from bot.upkeep.checking import coverage, format_coverage, in_one_sentence, in_short, violations

COLOURS = {Strength.MISSING: "cyan", Strength.ODD: "yellow", Strength.WRONG: "red"}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Keep chats and results in FILE; the bot may go on."""
    settings = Settings()
    names = back_up(file, kept(settings.chats_db, settings.results_db or WORKING_COPY))
    click.echo(f"{file}: {', '.join(names)}", err=True)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def restore(file: Path) -> None:
    """Put back what FILE keeps; the bot must be stopped."""
    settings = Settings()
    with alone(settings.chats_db):
        names = put_back(file, kept(settings.chats_db, settings.results_db or WORKING_COPY))
    click.echo(f"{', '.join(names)} put back from {file}", err=True)


@click.command()
@click.option("--alive", is_flag=True, help="Only whether the bot here gave a sign of life lately.")
def check(*, alive: bool) -> None:
    """Settings, database, data sentences and coverage."""
    settings = Settings()
    if alive and not is_alive(settings.chats_db.parent):
        raise BotError(NOT_ALIVE)
    if alive:
        return
    path = results_path(settings.results_db)
    results = open_results(path)
    found = violations(results, now())
    click.echo(
        f"settings: {'token set' if settings.has_token else 'no token: run opens the chat in this terminal'}"
    )
    if settings.has_token:
        click.echo(f"telegram: {asyncio.run(telegram_says(settings))}")
    click.echo(f"results: {path}")
    if outdated := outdated_copy(path):
        click.echo(outdated)
    for line in sources_say(settings):
        click.echo(f"source: {line}")
    for line in results_say(results, now()):
        click.echo(f"running season: {line}")
    click.echo(format_coverage(coverage(results, now())))
    for strength, line in in_short(found):
        click.echo(click.style(line, fg=COLOURS[strength]))
    click.echo(in_one_sentence(found))

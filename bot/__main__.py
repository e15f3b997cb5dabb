"""The command line."""

from __future__ import annotations

import asyncio
import io
import json
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import click
from pydantic import ValidationError

from bot.app.check_up import sources_say, telegram_says
from bot.app.files import export, import_, warn
from bot.app.heartbeat import NOT_ALIVE, is_alive
from bot.app.logs import start_logging
from bot.app.rehearsal import ReplayOptions
from bot.app.serving import serve_on_a_fast_loop
from bot.app.wiring import WORKING_COPY, now, open_results, outdated_copy, results_path
from bot.database.connection import RESTORE
from bot.errors import BotError
from bot.football.dataset.sentences.sentences import Strength
from bot.football.model import AMSTERDAM
from bot.local.sources.faults import FaultKind
from bot.settings import Settings
from bot.sources.registry import REGISTRY
from bot.upkeep.backup import alone, back_up, kept
from bot.upkeep.backup import restore as put_back
from bot.upkeep.checking import coverage, format_coverage, in_one_sentence, in_short, violations
from bot.words import LANGUAGES

TROUBLE = 2
COLOURS = {Strength.MISSING: "cyan", Strength.ODD: "yellow", Strength.WRONG: "red"}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """European club football, answered in Dutch."""


def main() -> None:
    """Run a command; trouble is one line on stderr and exit code 2."""
    # python-telegram-bot warns of what will change in a later version unless it is told to do so already.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    with _plainly():
        cli()


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except BotError as error:
        _stop(str(error))
    except sqlite3.Error as error:
        _stop(f"the database can't be used ({error}): {RESTORE}.")
    except ValidationError as error:
        wrong = "; ".join(
            ": ".join([*map(str.upper, map(str, error["loc"][:1])), error["msg"]]) for error in error.errors()
        )
        _stop(f"a setting is wrong: {wrong}. Correct it in .env; .env.example explains each.")
    except OSError as error:
        _stop(f"{error.filename or 'a file'} can't be used: {error.strerror or error}")


def _stop(line: str) -> None:
    warn(line)
    sys.exit(TROUBLE)


cli.add_command(import_)
cli.add_command(export)


@cli.command()
def run() -> None:
    """Answer Telegram; without a token, chat here."""
    settings = Settings()
    if settings.has_token:
        serve_on_a_fast_loop(settings)
    else:
        _chat(settings)


@cli.command()
def chat() -> None:
    """The same bot in this terminal; no token needed."""
    _chat(Settings())


def _chat(settings: Settings) -> None:
    from bot.app.terminal import chat_here

    asyncio.run(chat_here(settings))


def _moment(_context: click.Context, _option: click.Parameter, text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)
        # A moment at the edge of the calendar has no day in Amsterdam.
        moment.astimezone(UTC).astimezone(AMSTERDAM)
    except (ValueError, OverflowError):
        raise click.BadParameter("write an ISO date and time, such as 2018-02-22T23:30") from None
    return moment


@cli.command()
@click.argument("day", metavar="DAY", type=click.DateTime(["%Y-%m-%d", "%d-%m-%Y"]))
@click.option("--speed", type=click.FloatRange(1, 1000), default=60.0, show_default=True)
@click.option(
    *("--source", "sources"),
    type=click.Choice(tuple(REGISTRY)),
    multiple=True,
    default=("uefa",),
    help="Whose shape the results come in; several may be given.",
)
@click.option(
    *("--fault", "faults"),
    type=click.Choice([kind.value for kind in FaultKind]),
    multiple=True,
    help="What goes wrong with one request in five; several may be given.",
)
@click.option("--follow", multiple=True, metavar="CLUB", help="For the chat in this terminal.")
@click.option("--telegram", "in_telegram", is_flag=True, help="In your own chats, with your token.")
def replay(  # noqa: PLR0913 - what somebody may want to see
    day: datetime,
    speed: float,
    sources: tuple[str, ...],
    faults: tuple[str, ...],
    follow: tuple[str, ...],
    *,
    in_telegram: bool,
) -> None:
    """Play the evening of DAY again, to see the bot at work."""
    settings = Settings()
    start_logging(settings.log_level, settings.log_format)
    kinds = tuple(FaultKind(fault) for fault in faults)
    from bot.app.replaying import replay as play_again

    options = ReplayOptions(day.date(), speed, sources, kinds, follow, in_telegram)
    with suppress(KeyboardInterrupt):
        asyncio.run(play_again(settings, options, lambda line: click.echo(line, err=True)))


@cli.command()
@click.argument("text")
@click.option("--at", callback=_moment, help="Answer as known then; Amsterdam time unless it has a zone.")
@click.option("--lang", type=click.Choice(sorted(LANGUAGES)), default="nl", show_default=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "html", "json"]), default="text", show_default=True
)
def ask(text: str, at: datetime | None, lang: str, form: str) -> None:
    """One question, one answer."""
    # An argument that is no UTF-8 is a question like any other.
    readable = text.encode("utf-8", "replace").decode("utf-8")
    from bot.app.terminal import ask_once

    click.echo(ask_once(Settings(), readable, at or now(), LANGUAGES[lang], form))


@cli.command()
@click.argument("text", nargs=-1)
@click.option(
    "--jsonl", is_flag=True, help="One query per line on stdin, one JSON object per line on stdout."
)
def find(text: tuple[str, ...], *, jsonl: bool) -> None:
    """Which club is meant."""
    from bot.app.terminal import find_once

    verdict_on = find_once(Settings())
    if jsonl:
        for line in _lines_of_stdin():
            click.echo(json.dumps(verdict_on(line), ensure_ascii=False))
        return
    if not text:
        raise click.UsageError("say which club to find, or give --jsonl")
    found = verdict_on(" ".join(text))
    click.echo(found["verdict"])
    for club in found["clubs"]:
        click.echo(f"{club['id']}\t{club['name']}\t{club['country']}")


def _lines_of_stdin() -> Iterator[str]:
    """The lines as they were piped in; a lone carriage return ends none."""
    if sys.stdin is None:
        return
    for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace", newline="\n"):
        yield line.rstrip("\r\n")


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Keep chats and results in FILE; the bot may go on."""
    settings = Settings()
    names = back_up(file, kept(settings.chats_db, settings.results_db or WORKING_COPY))
    click.echo(f"{file}: {', '.join(names)}", err=True)


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
def restore(file: Path) -> None:
    """Put back what FILE keeps; the bot must be stopped."""
    settings = Settings()
    with alone(settings.chats_db):
        names = put_back(file, kept(settings.chats_db, settings.results_db or WORKING_COPY))
    click.echo(f"{', '.join(names)} put back from {file}", err=True)


@cli.command()
@click.option("--alive", is_flag=True, help="Only whether the bot here gave a sign of life lately.")
def check(*, alive: bool) -> None:
    """Settings, database, data sentences and coverage."""
    settings = Settings()
    if alive and not is_alive(settings.chats_db.parent):
        _stop(NOT_ALIVE)
    if alive:
        return
    path = results_path(settings)
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
    click.echo(format_coverage(coverage(results, now())))
    for strength, line in in_short(found):
        click.echo(click.style(line, fg=COLOURS[strength]))
    click.echo(in_one_sentence(found))


if __name__ == "__main__":
    main()

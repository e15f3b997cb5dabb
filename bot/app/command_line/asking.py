"""`ask` and `find`: one answer, on stdout."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from bot.app.asking import ask_once, find_once
from bot.app.opening import now, results_path, results_set
from bot.football.model import AMSTERDAM
from bot.words import LANGUAGES


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


@click.command()
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
    click.echo(ask_once(results_path(results_set()), readable, at or now(), LANGUAGES[lang], form))


@click.command()
@click.argument("text", nargs=-1)
@click.option(
    "--jsonl", is_flag=True, help="One query per line on stdin, one JSON object per line on stdout."
)
def find(text: tuple[str, ...], *, jsonl: bool) -> None:
    """Which club is meant."""
    verdict_on = find_once(results_path(results_set()))
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

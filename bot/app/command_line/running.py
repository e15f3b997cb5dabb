"""`run`, `chat` and `replay`: the bot at work."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime

import click

from bot.app.command_line.warning import warn
from bot.app.logs import start_logging
from bot.app.rehearsal import ReplayOptions
from bot.local.sources.faults import FaultKind
from bot.settings import Settings
from bot.sources.registry import REGISTRY


@click.command()
def run() -> None:
    """Answer Telegram; without a token, chat here."""
    settings = Settings()
    if settings.has_token:
        from bot.app.serving import serve_on_a_fast_loop

        serve_on_a_fast_loop(settings)
    else:
        _chat(settings)


@click.command()
def chat() -> None:
    """The same bot in this terminal; no token needed."""
    _chat(Settings())


def _chat(settings: Settings) -> None:
    from bot.app.terminal import chat_here

    asyncio.run(chat_here(settings, warn))


@click.command()
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

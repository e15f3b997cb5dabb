"""The parts put together, once: settings, databases, parts, handlers."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telegram.ext import ApplicationBuilder, CallbackQueryHandler, CommandHandler, filters

from bot.database.connection import open_to_read
from bot.database.results import Results
from bot.football.club_names import (
    ClubChoice,
    ClubElsewhere,
    ClubFinder,
    ClubName,
    Found,
    NoClub,
    OneClub,
    Renown,
    TwoClubs,
)
from bot.handlers.asked import Asked
from bot.handlers.chat import ChatHandlers, on_error
from bot.handlers.commands import Commands, commands
from bot.handlers.knowledge import Knowledge
from bot.transport.console import ConsoleSentences, standard_screen, talk
from bot.transport.console_input import standard_lines
from bot.transport.entities import plain_text
from bot.transport.local_request import LocalRequest
from bot.transport.local_telegram import LocalTelegram
from bot.transport.polling import poll
from bot.views.answer import PLAIN
from bot.views.finding import sentence
from bot.words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram.request import BaseRequest

    from bot.football.model import Club
    from bot.settings import Settings
    from bot.transport.local_request import LocalApplication
    from bot.views.answer import Answer
    from bot.words import Words

SNAPSHOTS = (
    Path(__file__).parent / "data" / "results.db",  # in a wheel
    Path(__file__).parents[1] / "data" / "results.db",  # in a checkout
)
WORKING_COPY = Path("var") / "results.db"


def now() -> datetime:
    return datetime.now(UTC)


def snapshot() -> Path:
    """The results database that came along."""
    return next((path for path in SNAPSHOTS if path.is_file()), SNAPSHOTS[-1])


def results_path(settings: Settings) -> Path:
    """The database to answer from: the one set, else what this bot learned, else what came along."""
    if settings.results_db:
        return settings.results_db
    return WORKING_COPY if WORKING_COPY.is_file() else snapshot()


def open_results(path: Path) -> Results:
    """Raises DatabaseTrouble."""
    return Results(open_to_read(path))


def open_commands(path: Path) -> Commands:
    """Everything that can be asked of one database. Raises DatabaseTrouble."""
    results = open_results(path)
    return commands(finder_of(results), Knowledge(results))


async def serve(settings: Settings) -> None:
    """Answer Telegram until told to stop. Raises DatabaseTrouble and TelegramTrouble."""
    start_logging(settings.log_level)
    token = settings.telegram_bot_token.get_secret_value().strip()
    answering = open_commands(results_path(settings))
    await poll(build_application(answering, token, None, api_url=settings.telegram_api_url))


def finder_of(results: Results) -> ClubFinder:
    """The club finder over the names of a database."""
    names = [ClubName(one.club, one.name, one.kind, one.shared) for one in results.names()]
    # A database made by an import alone has clubs with no further names.
    names += [ClubName(club, name) for club in results.clubs().values() for name in _own_names(club)]
    return ClubFinder(
        names,
        elsewhere=[ClubElsewhere(*one) for one in results.elsewhere()],
        renown={
            club.id: Renown(count, last.start_year)
            for club, (count, last) in results.matches_by_club().items()
        },
        ordinary_words=results.ordinary_words(),
    )


async def chat_here(settings: Settings) -> None:
    """The same handlers in this terminal, on a Telegram of our own. Raises DatabaseTrouble."""
    telegram = LocalTelegram(now)
    answering = open_commands(results_path(settings))
    application = build_application(answering, telegram.token, LocalRequest(telegram))
    words = words_for("nl")
    sentences = ConsoleSentences(
        greeting=words.console_greeting(),
        no_such_button=words.console_no_such_button,
        photo=words.console_photo(),
        goodbye=words.console_goodbye(),
        user_name=words.console_user(),
    )
    with suppress(KeyboardInterrupt, asyncio.CancelledError):
        await talk(application, telegram, standard_lines("> "), standard_screen(), sentences)


def ask_once(settings: Settings, text: str, at: datetime, words: Words, form: str) -> str:
    """One question and its answer, as text, html or json."""
    answer = answer_in(open_commands(results_path(settings)), text, at, words)
    match form:
        case "html":
            return PLAIN.of(answer.html)
        case "json":
            rows = [[{"text": button.text, "data": button.data} for button in row] for row in answer.buttons]
            photo = str(answer.photo) if answer.photo else None
            told = {
                "text": plain_text(answer.html),
                "html": PLAIN.of(answer.html),
                "buttons": rows,
                "photo": photo,
            }
            return json.dumps(told, ensure_ascii=False)
    # Numbered as in the chat of this terminal.
    labels = [button.text for row in answer.buttons for button in row]
    return "\n".join(
        [plain_text(answer.html), *(f"[{number}] {label}" for number, label in enumerate(labels, 1))]
    )


def answer_in(answering: Commands, text: str, at: datetime, words: Words) -> Answer:
    """The answer to a command as it is typed in a chat; without a command `/uitslag` is meant."""
    asked = text.strip()
    name, _, rest = asked.partition(" ") if asked.startswith("/") else ("/uitslag", "", asked)
    command = answering.named(name[1:].partition("@")[0])
    return command.answers.answer(Asked(rest, at), words) if command else sentence(words.no_such_command())


def find_once(settings: Settings) -> Callable[[str], dict[str, Any]]:
    """The club finder, with its verdict as the command line shows it."""
    finder = finder_of(open_results(results_path(settings)))
    return lambda query: _verdict(query, finder.find(query))


def start_logging(level: str) -> None:
    """Readable lines on stderr; httpx would write whole addresses, with the token in them."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    for name in ("httpx", "httpcore", "telegram", "apscheduler"):
        logging.getLogger(name).setLevel(logging.WARNING)


def build_application(
    answering: Commands,
    token: str,
    request: BaseRequest | None,
    *,
    api_url: str = "",
    clock: Callable[[], datetime] = now,
) -> LocalApplication:
    """The Telegram application; the request is swapped for the local Telegram."""
    builder = ApplicationBuilder().token(token)
    if api_url:
        builder = builder.base_url(f"{api_url}/bot").base_file_url(f"{api_url}/file/bot")
    if request:
        builder = builder.request(request).get_updates_request(request)
    application = builder.build()
    add_handlers(application, ChatHandlers(answering, clock))
    return application


def add_handlers(application: LocalApplication, chat: ChatHandlers) -> None:
    """All handlers, in the order in which they are tried."""
    for command in chat.commands.all:
        application.add_handler(CommandHandler(command.names, chat.command, filters.UpdateType.MESSAGE))
    application.add_handler(CallbackQueryHandler(chat.button))
    application.add_error_handler(on_error)


def _own_names(club: Club) -> tuple[str, ...]:
    """The names that a club has by itself; its id is what a button says."""
    return tuple(filter(None, (club.name, club.dutch_name)))


def _verdict(query: str, found: Found) -> dict[str, Any]:
    clubs: tuple[Club, ...]
    match found:
        case OneClub(club=club):
            verdict, clubs = "club", (club,)
        case TwoClubs(first=first, second=second):
            verdict, clubs = "pair", (first, second)
        case ClubChoice(clubs=choices):
            verdict, clubs = "choice", choices
        case NoClub():
            verdict, clubs = "none", ()
    return {"query": query, "verdict": verdict, "clubs": [_told(club) for club in clubs]}


def _told(club: Club) -> dict[str, str]:
    return {"id": club.id, "name": club.name, "country": club.country}

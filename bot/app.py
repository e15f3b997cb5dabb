"""The parts put together, once: settings, databases, parts, handlers."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import sys
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import blake2s
from pathlib import Path
from typing import TYPE_CHECKING, Any

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.database.chats import Chats
from bot.database.chats_connection import open_chats, open_chats_in_memory
from bot.database.connection import open_to_read, open_to_write
from bot.database.results import Results
from bot.football.club_names import ClubChoice, Found, NoClub, OneClub, TwoClubs
from bot.handlers.asked import Asked
from bot.handlers.chat import ChatHandlers
from bot.handlers.commands import Commands, commands
from bot.handlers.finder import Finder
from bot.handlers.inline import InlineHandler
from bot.handlers.menus import Menus
from bot.knowledge import Knowledge
from bot.transport.console import ConsoleSentences, standard_screen, talk
from bot.transport.console_input import standard_lines
from bot.transport.draw_svg import draw
from bot.transport.entities import plain_text
from bot.transport.limits import Limits
from bot.transport.local_request import LocalRequest
from bot.transport.local_telegram.engine import LocalTelegram
from bot.transport.polling import poll
from bot.views.answer import PLAIN
from bot.views.finding import sentence
from bot.views.pictures.letters import FAMILY, font_file
from bot.words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram.request import BaseRequest

    from bot.football.model import Club
    from bot.settings import Settings
    from bot.transport.local_request import LocalApplication
    from bot.views.answer import Answer
    from bot.words import Words

log = logging.getLogger(__name__)
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


def outdated_copy(path: Path) -> str:
    """What to do when the published results are newer than what this bot answers from, if they are."""
    newest = snapshot()
    if path != WORKING_COPY or not newest.is_file() or newest.stat().st_mtime <= path.stat().st_mtime:
        return ""
    return (
        f"{newest} is newer than {path}, which this bot answers from: "
        f"remove {path} to answer from the newer one, and import again what you had imported."
    )


async def telegram_says(settings: Settings) -> str:
    """Who Telegram takes this token for, or why it can't be said."""
    token = settings.telegram_bot_token.get_secret_value().strip()
    bot = Bot(token, base_url=f"{settings.telegram_api_url}/bot")
    try:
        async with bot:
            return f"@{bot.username}"
    except InvalidToken:
        return "does not know this token: check TELEGRAM_BOT_TOKEN in .env"
    except TelegramError as error:
        return f"can't be asked ({type(error).__name__})"


def open_results(path: Path) -> Results:
    """Raises DatabaseTrouble."""
    if path == WORKING_COPY:
        # Made by an earlier version perhaps: the steps that it lacks are taken, nothing else changes.
        open_to_write(path).close()
    return Results(open_to_read(path))


def open_commands(path: Path, chats: Chats | None = None) -> Commands:
    """Everything that can be asked of one database. Raises DatabaseTrouble.

    Without a database of chats nothing about a chat outlives the program.
    """
    results = open_results(path)
    return commands(Finder(results), Knowledge(results), chats or forgetful_chats())


def forgetful_chats() -> Chats:
    return Chats(open_chats_in_memory())


async def serve(settings: Settings) -> None:
    """Answer Telegram until told to stop. Raises DatabaseTrouble and TelegramTrouble."""
    start_logging(settings.log_level)
    token = settings.telegram_bot_token.get_secret_value().strip()
    path = results_path(settings)
    if outdated := outdated_copy(path):
        log.warning(outdated)
    chats = Chats(open_chats(settings.chats_db))
    try:
        answering = open_commands(path, chats)
        # What was made by now stays; the collector need not look it over in the middle of an answer.
        gc.collect()
        gc.freeze()
        await poll(build_application(answering, token, None, chats=chats, api_url=settings.telegram_api_url))
    finally:
        chats.db.close()


async def chat_here(settings: Settings) -> None:
    """The same handlers in this terminal, on a Telegram of our own. Raises DatabaseTrouble."""
    # There is no other chat here to share an answer with.
    telegram = LocalTelegram(now, inline_mode=False)
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
            photo = str(_drawn(answer.picture)) if answer.picture else None
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


def _drawn(svg: str) -> Path:
    """The picture in a file of its own among the temporary ones."""
    png = draw(svg, str(font_file()), FAMILY)
    path = Path(tempfile.gettempdir()) / f"uitslagbot-{blake2s(png, digest_size=8).hexdigest()}.png"
    path.write_bytes(png)
    return path


def answer_in(answering: Commands, text: str, at: datetime, words: Words) -> Answer:
    """The answer to a command as it is typed in a chat; without a command `/uitslag` is meant."""
    return answering.answer(text, Asked(text, at), words) or sentence(words.no_such_command())


def find_once(settings: Settings) -> Callable[[str], dict[str, Any]]:
    """The club finder, with its verdict as the command line shows it."""
    finder = Finder(open_results(results_path(settings)))
    return lambda query: _verdict(query, finder.find(query))


def start_logging(level: str) -> None:
    """Readable lines on stderr; httpx would write whole addresses, with the token in them."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    for name in ("httpx", "httpcore", "telegram", "apscheduler"):
        logging.getLogger(name).setLevel(logging.WARNING)


def build_application(  # noqa: PLR0913 - what differs between Telegram, the console and tests
    answering: Commands,
    token: str,
    request: BaseRequest | None,
    *,
    chats: Chats | None = None,
    limits: Limits | None = None,
    api_url: str = "",
    clock: Callable[[], datetime] = now,
) -> LocalApplication:
    """The Telegram application; the request is swapped for the local Telegram."""
    chats = chats or forgetful_chats()

    async def prepare(application: LocalApplication) -> None:
        await Menus(answering, chats).set_changed(application)

    builder = ApplicationBuilder().token(token).rate_limiter(limits or Limits()).post_init(prepare)
    if api_url:
        builder = builder.base_url(f"{api_url}/bot").base_file_url(f"{api_url}/file/bot")
    if request:
        builder = builder.request(request).get_updates_request(request)
    application = builder.build()
    add_handlers(application, ChatHandlers(answering, chats, clock), InlineHandler(answering, chats, clock))
    return application


def add_handlers(application: LocalApplication, chat: ChatHandlers, inline: InlineHandler) -> None:
    """All handlers, in the order in which they are tried."""
    # What a channel says is answered there, not once more in the comments under it.
    asked = filters.UpdateType.MESSAGES & ~filters.IS_AUTOMATIC_FORWARD
    for command in chat.commands.all:
        application.add_handler(CommandHandler(command.names, chat.command, asked))
    # python-telegram-bot's CommandHandler takes no channel posts.
    posted = filters.UpdateType.CHANNEL_POSTS & filters.COMMAND
    application.add_handler(MessageHandler(posted, chat.command))
    application.add_handler(CallbackQueryHandler(chat.button))
    application.add_handler(InlineQueryHandler(inline.query))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, chat.moved))
    application.add_handler(ChatMemberHandler(chat.membership, ChatMemberHandler.MY_CHAT_MEMBER))
    # Alone with the bot a name is enough; in groups it must not listen to what is said.
    alone = filters.UpdateType.MESSAGES & filters.ChatType.PRIVATE & filters.TEXT
    application.add_handler(MessageHandler(alone, chat.command))
    application.add_error_handler(chat.on_error)


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

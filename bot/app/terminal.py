"""The bot without Telegram: a chat in this terminal, or one question."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from hashlib import blake2s
from pathlib import Path
from typing import Any

from bot.app.wiring import build_application, now, open_commands, open_results, results_path
from bot.football.model import Club
from bot.football.names.finder import ClubChoice, Found, NoClub, OneClub, TwoClubs
from bot.football.names.plain_text import plain
from bot.handlers.club_finder_cache import ClubFinderCache
from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.local.console import ConsoleSentences, standard_screen, talk
from bot.local.console_input import standard_lines
from bot.local.request import LocalRequest
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.html import plain_text
from bot.settings import Settings
from bot.transport.draw_svg import draw
from bot.views.answer import PLAIN, Answer
from bot.views.finding import sentence
from bot.views.pictures.letters import FAMILY, font_file
from bot.words import Words, words_for


async def chat_here(settings: Settings) -> None:
    """The same handlers in this terminal, on a Telegram of our own. Raises DatabaseError."""
    # There is no other chat here to share an answer with.
    telegram = LocalTelegram(now, inline_mode=False)
    answering = open_commands(results_path(settings))
    application = build_application(answering, telegram.token, LocalRequest(telegram))
    with suppress(KeyboardInterrupt, asyncio.CancelledError):
        await talk(application, telegram, standard_lines("> "), standard_screen(), console_sentences())


def console_sentences() -> ConsoleSentences:
    words = words_for("nl")
    return ConsoleSentences(
        greeting=words.console_greeting,
        no_such_button=words.console_no_such_button,
        photo=words.console_photo,
        goodbye=words.console_goodbye,
        user_name=words.console_user,
    )


def ask_once(settings: Settings, text: str, at: datetime, words: Words, form: str) -> str:
    """One question and its answer, as text, html or json."""
    answer = answer_in(open_commands(results_path(settings)), text, at, words)
    match form:
        case "html":
            return PLAIN.of(answer.html)
        case "json":
            rows = [[{"text": button.text, "data": button.data} for button in row] for row in answer.buttons]
            photo = str(_drawn(answer.picture)) if answer.picture else None
            formats = {
                "text": plain_text(answer.html),
                "html": PLAIN.of(answer.html),
                "buttons": rows,
                "photo": photo,
            }
            return json.dumps(formats, ensure_ascii=False)
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
    text = plain(text)
    return answering.answer(text, Request(text, at), words) or sentence(words.no_such_command)


def find_once(settings: Settings) -> Callable[[str], dict[str, Any]]:
    """The club finder, with its verdict as the command line shows it."""
    finder = ClubFinderCache(open_results(results_path(settings)))
    return lambda query: _verdict(query, finder.find(query))


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

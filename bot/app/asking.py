"""One question and its answer, without a chat."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.app.opening import open_commands, open_results
from bot.database.results.names import StoredNames
from bot.football.model import Club
from bot.football.names.finder import ClubChoice, ClubFinder, Found, NoClub, OneClub, TwoClubs
from bot.football.names.found import MOST_MEANT, PairChoice
from bot.football.names.plain_text import plain
from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.local.files import put_down
from bot.local.telegram.html import plain_text
from bot.views.answer import PLAIN, Answer, Document
from bot.views.finding import sentence
from bot.words import Words


def ask_once(database: Path, text: str, at: datetime, words: Words, form: str) -> str:
    """One question and its answer, as text, html or json."""
    answer = answer_in(open_commands(database), text, at, words)
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
                **({"document": _document(answer.document)} if answer.document else {}),
            }
            return json.dumps(formats, ensure_ascii=False)
    # Numbered as in the chat of this terminal.
    labels = [button.text for row in answer.buttons for button in row]
    return "\n".join(
        [
            plain_text(answer.html),
            *([words.console_document(_document(answer.document))] if answer.document else []),
            *(f"[{number}] {label}" for number, label in enumerate(labels, 1)),
        ]
    )


def _drawn(svg: str) -> Path:
    """The picture in a file of its own among the temporary ones."""
    from bot.transport.draw_svg import draw
    from bot.views.pictures.letters import FAMILY, font_file

    return put_down("uitslagbot.png", draw(svg, str(font_file()), FAMILY))


def _document(document: Document) -> str:
    return str(put_down(document.name, document.content))


def answer_in(answering: Commands, text: str, at: datetime, words: Words) -> Answer:
    """The answer to a command as it is typed in a chat; without a command `/uitslag` is meant."""
    text = plain(text)
    return answering.answer(text, Request(text, at), words) or sentence(words.no_such_command)


def find_once(database: Path) -> Callable[[str], dict[str, Any]]:
    """The club finder, with its verdict as the command line shows it."""
    finder = ClubFinder(StoredNames(open_results(database)))
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
        case PairChoice():
            verdict, clubs = "choice", found.clubs[:MOST_MEANT]
        case NoClub():
            verdict, clubs = "none", ()
    return {"query": query, "verdict": verdict, "clubs": [_told(club) for club in clubs]}


def _told(club: Club) -> dict[str, str]:
    return {"id": club.id, "name": club.name, "country": club.country}

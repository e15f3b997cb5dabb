"""How it looks what is stored about a chat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.football.model import AMSTERDAM
from bot.views.answer import Answer, Button, ButtonStyle, bold, escape, lines, paragraphs
from bot.words import Words


def privacy_text(
    since: datetime | None, clubs: Sequence[str], answers: int, words: Words, matches: int = 0
) -> Answer:
    """What is kept, and what of it is kept about this chat."""
    about_here = [words.nothing_stored]
    if since is not None:
        about_here = [words.stored_since(since.astimezone(AMSTERDAM).date())]
        about_here += [words.stored_clubs(words.clubs_together(clubs))] if clubs else []
        about_here += [words.stored_answers(answers)] if answers else []
        about_here += [words.stored_alerts(matches)] if matches else []
    return Answer(
        paragraphs(
            bold(words.privacy_title),
            escape(words.privacy),
            lines(*map(escape, about_here)),
            escape(words.how_to_forget),
        )
    )


def forget_text(data: str, words: Words) -> Answer:
    forget = Button(words.button_forget, data, style=ButtonStyle.DANGER)
    return Answer(escape(words.forget_sure), ((forget,),))

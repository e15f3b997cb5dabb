"""How the clubs that a chat follows look."""

from __future__ import annotations

from collections.abc import Sequence

from bot.football.model import Club
from bot.views.answer import Answer, Button, bold, escape, lines
from bot.views.finding import ask_for_club
from bot.words import Words


def following_text(clubs: Sequence[tuple[Club, str]], words: Words) -> Answer:
    """The clubs, each with the data of the button that lets go of it."""
    if not clubs:
        return ask_for_club(words.follows_nothing, "/volg Ajax", words)
    names = [words.club(club) for club, _ in clubs]
    return Answer(
        lines(bold(words.follows), *(f"• {escape(name)}" for name in names)),
        tuple(
            (Button(words.button_unfollow(name), data),) for name, (_, data) in zip(names, clubs, strict=True)
        ),
    )

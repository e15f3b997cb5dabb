"""The button that takes an answer to another chat: the question as somebody would type it there."""

from __future__ import annotations

from collections.abc import Sequence

from bot.football.model import Club, Season
from bot.handlers.query import Query
from bot.views.answer import Share
from bot.words import Words


def share(clubs: Sequence[Club], ask: Query, season: Season | None, words: Words) -> Share:
    """A club's present state when no season is named; between two clubs the last meeting."""
    # A tie is found by its two clubs; for one club a cup narrows the answer as it did here.
    cup = ask.competition if len(clubs) == 1 else None
    parts = (
        " - ".join(words.club(club) for club in clubs),
        str(season) if season else "",
        cup.code if cup else "",
        f"{ask.day:%d-%m-%Y}" if ask.day else "",
    )
    return Share(words.button_share, " ".join(filter(None, parts)))

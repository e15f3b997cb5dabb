"""How the clubs that a chat follows stand, two short lines for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.football.model import Club, Match
from bot.views.answer import bold, escape, lines, paragraphs, secret
from bot.views.match import day_and_hour, short_line
from bot.words import Words


@dataclass(frozen=True, slots=True)
class ClubInShort:
    """A club's last match and its next ones."""

    club: Club
    last: Match | None
    to_come: tuple[Match, ...]
    next_is_no_secret: bool = True
    """Whether it has these matches to come however its last one ended."""


def followed_text(clubs: Sequence[ClubInShort], now: datetime, words: Words) -> str:
    """Of each club its last match and its next ones."""
    return paragraphs(*(_club(club, now, words) for club in clubs))


def _club(club: ClubInShort, now: datetime, words: Words) -> str:
    nothing = "" if club.last or club.to_come else escape(words.no_fixtures([words.club(club.club)]))
    to_come = lines(*(f"⏭ {escape(_next(match, words))}" for match in club.to_come))
    return lines(
        bold(words.club(club.club)),
        secret(f"⏮ {_last(club.last, now, words)}") if club.last else "",
        to_come if club.next_is_no_secret or not to_come else secret(to_come),
        nothing,
    )


def _last(match: Match, now: datetime, words: Words) -> str:
    when = escape(words.day_this_year(match.date)) if match.date else ""
    return " · ".join(filter(None, (short_line(match, now, words), when)))


def _next(match: Match, words: Words) -> str:
    clubs = f"{words.club(match.home)} – {words.club(match.away)}"
    return " · ".join(filter(None, (clubs, day_and_hour(match, words))))

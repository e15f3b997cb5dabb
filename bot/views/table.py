"""How a club in a group or league phase looks: last match, place, next match."""

from __future__ import annotations

from bot.football.model import Match
from bot.football.season.club_status import AllAhead, InTable
from bot.football.tables.advancing import Drops, GoesOn, Out
from bot.football.tables.standing import Standing
from bot.views.answer import bold, escape, fitted, lines, paragraphs, secret
from bot.views.match import match_block, pair
from bot.views.season_lines import footer, heading, how_far, next_line, next_tonight, upcoming
from bot.words import Words, first_upper

MOST_UNKNOWN = 4
"""Unknown results that are worth a line each."""


def table_text(status: InTable, words: Words) -> str:
    season = status.season
    last = match_block(status.last, season.now, words) if status.last else ""
    unknown = [_played_on(match, words) for match in status.unknown[-MOST_UNKNOWN:]]
    earlier = len(status.unknown) - len(unknown)
    tonight = next_tonight(status.next, season, words)
    following = next_line(status.next, season, words) if status.next and not tonight else ""
    # A match in another round tells how the table ended for the club.
    here = (season.competition, status.table.round)
    stays = status.next is not None and (status.next.competition, status.next.round) == here
    return paragraphs(
        heading(season, words, status.table.round),
        tonight,
        last,
        lines(
            how_far(season, words) if unknown else "",
            f"{escape(first_upper(words.result_unknown))}:" if unknown else "",
            *unknown,
            escape(words.earlier_unknown(earlier)) if earlier else "",
        ),
        lines(
            secret(
                lines(
                    f"📊 {bold(place_told(status, words))}" if status.standing.played else "",
                    _if_it_stays(status.if_it_stays, words) if status.if_it_stays else "",
                    fate_line(status, words),
                    "" if stays else following,
                )
            ),
            following if stays else "",
        ),
        upcoming(season, words) if unknown else footer(season, words),
    )


def _played_on(match: Match, words: Words) -> str:
    """Di 13 oktober: Arsenal – Lille."""
    day = f"{words.weekday_and_day(match.date)}:" if match.date else ""
    return fitted(escape(day), escape(pair(*match.clubs, words)))


def all_ahead_text(status: AllAhead, words: Words) -> str:
    """A season of which no match has been played."""
    season = status.season
    return paragraphs(
        heading(season, words, status.next.round),
        next_line(status.next, season, words),
        footer(season, words),
    )


def place_line(standing: Standing, words: Words) -> str:
    return words.place(standing, words.club(standing.club))


def place_told(status: InTable, words: Words) -> str:
    """The place, as far as the results that are known can tell it, and of which day it is."""
    if not status.place_known:
        return words.points_as_known(status.standing, words.club(status.club))
    line = place_line(status.standing, words)
    until = status.season.known_until
    return words.on_day(until, line) if status.unknown and until else line


def _if_it_stays(standing: Standing, words: Words) -> str:
    return f"➡️ {escape(f'{words.if_it_stays_so}: {place_line(standing, words)}')}"


def fate_line(status: InTable, words: Words) -> str:
    """What the place meant, once the table is complete."""
    club = words.club(status.club)
    match status.fate:
        case GoesOn(to):
            return f"✅ {bold(words.advances(club, to))}"
        case Drops(competition):
            name = words.competition(competition, status.season.season)
            return f"↘️ {bold(words.drops_to(club, name))}"
        case Out():
            return f"❌ {bold(words.out_in_table(club, status.table.round))}"
        case None:
            return ""

"""How two clubs met: their matches in a table round, newest first, and their meetings before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from bot.football.model import Competition, Match, Round, Season
from bot.football.season.club_status import InTable, moment_of
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import bold, escape, fitted, fold, lines, paragraphs, secret
from bot.views.match import match_block, short_line
from bot.views.season_lines import heading, how_far
from bot.views.table import place_told
from bot.words import Words

MOST_MEETINGS = 8
"""Earlier meetings in a list; more would push the latest off a phone."""


def meeting_text(
    season: SeasonAsOf, matches: Sequence[Match], statuses: Sequence[InTable], words: Words
) -> str:
    """Matches of two clubs in one group or league phase, with how both stand in it."""
    newest_first = sorted(matches, key=lambda match: (match.date is not None, match.date), reverse=True)
    return paragraphs(
        heading(season, words, matches[0].round),
        *(match_block(match, season.now, words) for match in newest_first),
        secret(
            lines(
                *(f"📊 {escape(place_told(status, words))}" for status in statuses if status.standing.played)
            )
        ),
        how_far(season, words),
    )


def earlier_meetings_text(matches: Iterable[Match], now: datetime, words: Words) -> str:
    """The matches of two clubs before their latest meeting, newest first: a line for each round."""
    meetings = meetings_of(matches)
    more = len(meetings) - MOST_MEETINGS
    if not meetings:
        return ""
    return lines(
        bold(words.earlier_meetings),
        fold(lines(*(meeting_lines(met, now, words) for met in meetings[:MOST_MEETINGS]))),
        escape(words.meetings_left_out(more)) if more > 0 else "",
    )


def meetings_of(matches: Iterable[Match]) -> list[list[Match]]:
    """The matches of two clubs by the round in which they met, in the same order; a first leg comes first."""
    return [sorted(met, key=moment_of) for _, met in groupby(matches, key=_played_in)]


def _played_in(match: Match) -> tuple[Season, Competition, Round]:
    return match.season, match.competition, match.round


def meeting_lines(met: Sequence[Match], now: datetime, words: Words) -> str:
    """1966/67 Europa Cup I, tweede ronde; then Ajax – Liverpool 5-1, Liverpool – Ajax 2-2."""
    season, cup, round_ = _played_in(met[0])
    where = f"{season} {words.competition(cup, season)}"
    return lines(
        fitted(escape(where), escape(words.tie_round(round_)), between=", "),
        fitted(*(short_line(match, now, words) for match in met), between=", "),
    )

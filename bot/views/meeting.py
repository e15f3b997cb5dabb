"""How two clubs met in a table round: their matches, newest first, and their places."""

from __future__ import annotations

from collections.abc import Sequence

from bot.football.model import Match
from bot.football.season.club_status import InTable
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import escape, lines, paragraphs, secret
from bot.views.match import match_block
from bot.views.season_lines import heading, how_far
from bot.views.table import place_told
from bot.words import Words


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

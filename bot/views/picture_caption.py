"""The one line under a picture: who goes through or how it stands; of a bracket which one it is."""

from __future__ import annotations

from bot.football.model import Score
from bot.football.season.club_status import InTie
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import bold, escape, secret
from bot.views.match import pair
from bot.views.season_lines import heading
from bot.views.tie import total_told, verdict_and_reason
from bot.words import Words


def tie_caption(status: InTie, words: Words) -> str:
    if status.outcome:
        return secret(bold(verdict_and_reason(status, words)[0]))
    if total := total_told(status, words):
        return _score(*total[1:])
    last = [match for match in status.tie.matches if match.score][-1]
    return _score(pair(*last.clubs, words), last.score)


def _score(clubs: str, score: Score | None) -> str:
    return f"<b>{escape(clubs)} {secret(str(score))}</b>"


def bracket_caption(season: SeasonAsOf, words: Words) -> str:
    return heading(season, words)

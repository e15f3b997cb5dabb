"""How the draws to come look, with the final behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.answer import Answer, escape, lines, paragraphs
from bot.views.season_lines import draw_line, final_line, heading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.football.known import KnownSeason
    from bot.words import Words


def draws_text(seasons: Sequence[KnownSeason], words: Words) -> Answer:
    """Per competition the draws to come; where none is left, that there is none, and the final."""
    return Answer(paragraphs(*(_competition(known, words) for known in seasons)))


def _competition(known: KnownSeason, words: Words) -> str:
    name = words.competition(known.competition, known.season)
    draws = [draw_line(draw, words) for draw in known.draws]
    # Where no draw was ever recorded, we can't know that there is none to come.
    none_left = words.no_more_draws(name) if known.all_drawn else words.no_draws_known(name)
    return lines(
        heading(known, words),
        *(draws or [escape(none_left)]),
        final_line(known, words),
    )

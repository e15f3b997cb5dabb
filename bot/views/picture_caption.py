"""What stands under a picture: the whole answer where it fits, else its short form."""

from __future__ import annotations

from bot.football.season.bracket import bracket
from bot.football.season.club_status import InTie
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import escape, fits_caption, lines, paragraphs
from bot.views.bracket import bracket_text
from bot.views.match import short_line
from bot.views.season_lines import heading, how_far, tie_heading
from bot.views.tie import tie_text, verdict
from bot.words import Words


def tie_caption(status: InTie, words: Words) -> str:
    whole = tie_text(status, words)
    if fits_caption(whole):
        return whole
    season = status.season
    return paragraphs(
        lines(tie_heading(season, words, status.tie.round), verdict(status, words)),
        lines(*(short_line(match, season.now, words) for match in status.tie.matches)),
        escape(words.more_in_the_text),
    )


def bracket_caption(season: SeasonAsOf, words: Words) -> str:
    whole = bracket_text(season, (), words)
    if fits_caption(whole):
        return whole
    rounds = [words.round(round_) for round_, _ in bracket(season)]
    return lines(
        heading(season, words),
        escape(", ".join(reversed(rounds))),
        escape(words.more_in_the_text),
        how_far(season, words),
    )

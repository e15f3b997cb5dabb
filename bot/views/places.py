"""How the clubs of a country stand in the tables of a season: a line for each."""

from __future__ import annotations

from collections.abc import Sequence

from bot.football.model import Round
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.season.table_progress import progress
from bot.football.tables.standing import Standing
from bot.views.answer import escape, lines, paragraphs, secret
from bot.views.season_lines import heading, how_far
from bot.words import Words


def places_text(tables: Sequence[tuple[SeasonAsOf, Round, Sequence[Standing]]], words: Words) -> str:
    """Per table the clubs asked for, best first; where results are missing no club is placed."""
    return paragraphs(*(_table(*table, words) for table in tables))


def _table(season: SeasonAsOf, round_: Round, standings: Sequence[Standing], words: Words) -> str:
    placed = season.is_whole(round_) and progress(season, [round_]).makes_a_table
    shown = lines(*(_place(standing, words, placed=placed) for standing in standings))
    return lines(heading(season, words, round_), secret(shown), how_far(season, words))


def _place(standing: Standing, words: Words, *, placed: bool) -> str:
    if not standing.played:
        return f"▫️ {escape(words.club(standing.club))}"
    in_words = words.place if placed else words.points_as_known
    return f"▫️ {escape(in_words(standing, words.club(standing.club)))}"

"""A club and a calendar year: which season is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.football.competitions import competition_held
from bot.football.model import Club, Season
from bot.football.season.season_as_of import SeasonAsOf
from bot.handlers.denials import denied
from bot.handlers.query import Query, Row, row, rows
from bot.handlers.resolve import Meant
from bot.read_model.coverage import Scope
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.words import Words


def club_of_year(  # noqa: PLR0913, PLR0917 - a club, what is asked of it, and where
    knowledge: ResultsAsOf, club: Club, year: int, query: Query, at: datetime, words: Words
) -> Meant:
    """The season that ended in a year where the club played in its spring, else the one that began.

    Where it did not play in that one either, the one that ended after all.
    """
    ended, began = Season(year - 1), Season(year)
    seasons = _played(knowledge, club, ended, at)
    in_spring = any(match.date and match.date.year == year for season in seasons for match in season.of(club))
    is_ended = in_spring or (bool(seasons) and not _played(knowledge, club, began, at))
    return Meant(_of_season(query, ended if is_ended else began), first=_both(query, year, words))


def not_in_year(  # noqa: PLR0913, PLR0917 - a club, what is asked of it, and where
    knowledge: ResultsAsOf, club: Club, year: int, query: Query, at: datetime, words: Words
) -> Answer | None:
    """That the club played in neither season of a year; None where it did."""
    if any(_played(knowledge, club, season, at) for season in (Season(year - 1), Season(year))):
        return None
    text, scope = words.not_in_season(words.club(club), year), Scope([club], query.competition, year)
    return replace(denied(text, scope, knowledge, at, words), buttons=rows(_both(query, year, words)))


def _played(knowledge: ResultsAsOf, club: Club, season: Season, at: datetime) -> list[SeasonAsOf]:
    return [each for _, seasons in knowledge.seasons_of(club, at, None, season) for each in seasons]


def _both(query: Query, year: int, words: Words) -> Row:
    seasons = (Season(year - 1), Season(year))
    return row(*((words.button_season(season), _of_season(query, season)) for season in seasons))


def _of_season(query: Query, season: Season) -> Query:
    cup = query.competition and competition_held(query.competition, season)
    return replace(query, season=season, competition=cup)

"""A copy of the results in which an evening is still to be played, so that it can be played again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlite_utils import Database

from bot.database.connection import transaction
from bot.database.results.results import Results
from bot.database.results.writing import change_match
from bot.football.model import AMSTERDAM, Match
from bot.football.season.as_of import still_to_come
from bot.football.season.evening import on_evening
from bot.local.evening_again import PlayedAgain, play_again

LEAST = 0
"""What is to come is believed less than whatever a source will tell."""


def rewind(db: Database, day: date) -> PlayedAgain:
    """Make that evening's matches fixtures again, with a kick-off each; gives them as they were played."""
    results = Results(db)
    seasons = {(competition, season) for one, competition, season in results.days() if one == day}
    stored = [one for season in sorted(seasons) for one in results.stored_matches(*season)]
    again = play_again([one.match for one in stored], day)
    played = {_name(match): match for match in again.matches}
    with transaction(db):
        for one in stored:
            if on_evening([one.match], day) and (match := played.get(_name(one.match))):
                assert match.kick_off  # noqa: S101 - whoever is played again kicks off
                here = match.kick_off.astimezone(AMSTERDAM).date()
                change_match(db, one.id, replace(still_to_come(match), date=here), LEAST)
    return again


def _name(match: Match) -> tuple[str, str, str]:
    return (match.competition.code, match.home.id, match.away.id)

"""Evenings of the published database, and what two sightings have to agree on."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from bot.database.connection import open_to_read
from bot.database.results.results import Results
from bot.football.events.observations import Observation
from bot.football.model import CHAMPIONS_LEAGUE, CONFERENCE_LEAGUE, EUROPA_LEAGUE, Club, Goal, Match
from bot.football.seasons import season_on
from bot.local.rewinding import PlayedAgain, play_again

SNAPSHOT = Path(__file__).parents[2] / "data" / "results.db"
EVENINGS = (
    date(2018, 2, 22),  # fifteen matches without kick-offs
    date(2012, 5, 19),  # Bayern-Chelsea: extra time and penalties
    date(2026, 5, 30),  # Paris-Arsenal
    date(2018, 5, 2),  # Roma-Liverpool 4-2, own goals
    date(2017, 3, 8),  # Barcelona-PSG 6-1
    date(2023, 5, 18),  # Roma and Sevilla: extra time
    date(2024, 9, 19),
    date(2021, 3, 9),  # Juventus-Porto: extra time
    date(2022, 5, 4),  # Real Madrid-Manchester City
)


@cache
def evening(day: date) -> PlayedAgain:
    results = Results(open_to_read(SNAPSHOT))
    competitions = (CHAMPIONS_LEAGUE, EUROPA_LEAGUE, CONFERENCE_LEAGUE)
    season = season_on(day)
    return play_again(
        [match for competition in competitions for match in results.season_matches(competition, season)], day
    )


def told_of_goal(goal: Goal, match: Match) -> tuple[object, ...]:
    side = "home" if goal.club == match.home else "away"
    return (side, goal.scorer, goal.minute, goal.stoppage, goal.kind)


def told_of_play(observation: Observation) -> tuple[object, ...]:
    """What any live source tells; by the names of clubs, since each spells them with or without a country."""
    match = observation.match
    return (
        match.competition,
        match.season,
        match.round,
        (match.home.name, match.away.name),
        match.status,
        match.kick_off,
        (match.full_time, match.extra_time, match.penalties),
        tuple(told_of_goal(goal, match) for goal in match.goals),
        tuple(
            (_side(card.club, match), card.player, card.minute, card.stoppage)
            for card in observation.red_cards
        ),
        tuple((_side(kick.club, match), kick.scored, kick.player) for kick in observation.kicks),
    )


def _side(club: Club, match: Match) -> str:
    return "home" if club == match.home else "away"

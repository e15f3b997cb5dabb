"""The fastest goals as UEFA tells them, in seconds; the sources know minutes alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.football.competitions import CHAMPIONS_LEAGUE, EUROPA_LEAGUE
from bot.football.model import Club, Competition, Season


@dataclass(frozen=True, slots=True)
class TimedGoal:
    """The first goal of a match; clubs by their ids."""

    competition: Competition
    season: Season
    home: str
    away: str
    club: str
    seconds: float


_BAYERN, _JUVENTUS = "ger-bayern-munchen", "ita-juventus"
_SEVILLA = "esp-sevilla-fc"
TIMED_GOALS = (
    # Makaay
    TimedGoal(CHAMPIONS_LEAGUE, Season(2006), _BAYERN, "esp-real-madrid", _BAYERN, 10.12),
    # Sýkora
    TimedGoal(
        EUROPA_LEAGUE, Season(2016), "aze-qarabag-fk", "cze-slovan-liberec", "cze-slovan-liberec", 10.69
    ),
    # Jonas
    TimedGoal(
        CHAMPIONS_LEAGUE, Season(2011), "esp-valencia-cf", "ger-bayer-leverkusen", "esp-valencia-cf", 10.96
    ),
    # Vitolo
    TimedGoal(EUROPA_LEAGUE, Season(2014), "esp-villarreal-cf", _SEVILLA, _SEVILLA, 13.21),
    # Gilberto Silva
    TimedGoal(CHAMPIONS_LEAGUE, Season(2002), "ned-psv", "eng-arsenal-fc", "eng-arsenal-fc", 20.07),
    # Del Piero
    TimedGoal(CHAMPIONS_LEAGUE, Season(1997), "eng-manchester-united", _JUVENTUS, _JUVENTUS, 20.12),
    # Seedorf
    TimedGoal(CHAMPIONS_LEAGUE, Season(2005), "ger-fc-schalke-04", "ita-ac-milan", "ita-ac-milan", 21.06),
    # Alaba
    TimedGoal(CHAMPIONS_LEAGUE, Season(2012), _BAYERN, _JUVENTUS, _BAYERN, 25.02),
)
"""The fastest first."""


def timed_goals(
    competition: Competition | None, season: Season | None, clubs: Sequence[Club]
) -> list[TimedGoal]:
    """Those of a competition, a season, of one club, or of two against each other."""
    ids = {club.id for club in clubs}
    return [
        goal
        for goal in TIMED_GOALS
        if competition in {None, goal.competition}
        and season in {None, goal.season}
        and (ids <= {goal.club} or ids == {goal.home, goal.away})
    ]

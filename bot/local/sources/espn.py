"""An observation in the JSON of ESPN's site API; only the fields that are read.

A scoreboard lists goals, red cards and the kicks that went in; a summary also the kicks that did not, and the
goals of each period. Every summary spells its clubs in another way than the scoreboard.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.model import Club, Goal, GoalKind, Leg, Match, Score, Status
from bot.local.sources.numbers import number_of, number_of_match
from bot.sources.espn.reading import (
    COMPETITIONS,
    FINAL_AET,
    FINAL_PEN,
    PHASES,
    QUALIFYING,
    QUALIFYING_ROUNDS,
    ROUNDS,
    STATUSES,
)

_NEW_YORK = ZoneInfo("America/New_York")
_SLUGS = {competition: slug for slug, competition in COMPETITIONS.items() if not slug.endswith(QUALIFYING)}
_ROUNDS = {kind: slug for slug, kind in ROUNDS.items()} | {
    kind: f"{word}-round" for word, kind in QUALIFYING_ROUNDS.items()
}
_STATUSES = {status: name for name, status in reversed(STATUSES.items())}
_PHASES = {phase: name for name, phase in reversed(PHASES.items())}
_GOALS = {
    GoalKind.OPEN_PLAY: "Goal",
    GoalKind.PENALTY: "Penalty - Scored",
    GoalKind.OWN_GOAL: "Own Goal",
}


def slug_of(match: Match) -> str:
    """Under which slug a match stands; empty for a competition that ESPN does not have."""
    slug = _SLUGS.get(match.competition, "")
    return f"{slug}{QUALIFYING}" if slug and match.round.kind.is_qualifying else slug


def espn_day(match: Match) -> date:
    return _starts_at(match).astimezone(_NEW_YORK).date()


def scoreboard(observations: Sequence[Observation]) -> dict[str, object]:
    return {"events": [_event(observed) for observed in observations]}


def summary(observed: Observation) -> dict[str, object]:
    match = observed.match
    shootout = [
        {
            "id": str(number_of(club)),
            "team": f"{club.name} (short)",
            "shots": [
                {
                    "id": str(1000 + place),
                    "shotNumber": 1 + [kick.club for kick in observed.kicks[:place]].count(club),
                    "player": kick.player,
                    "didScore": kick.scored,
                }
                for place, kick in enumerate(observed.kicks)
                if kick.club == club
            ],
        }
        for club in match.clubs
    ]
    competitors = [
        {
            "homeAway": side,
            "team": {"id": str(number_of(club)), "displayName": f"{club.name} (short)"},
            "linescores": [{"displayValue": str(scored)} for scored in _goals_by_period(observed, club)],
        }
        for side, club in zip(("home", "away"), match.clubs, strict=True)
    ]
    return {
        "header": {"id": str(number_of_match(match)), "competitions": [{"competitors": competitors}]},
        "keyEvents": [_key_event(event) for event in _details(observed)],
        **({"shootout": shootout} if observed.kicks else {}),
    }


def _event(observed: Observation) -> dict[str, object]:
    match = observed.match
    leg = {Leg.FIRST: 1, Leg.SECOND: 2}.get(match.leg or Leg.REPLAY)
    game: dict[str, object] = {
        "timeValid": match.kick_off is not None,
        "competitors": [
            _competitor(match, club, side) for side, club in zip(("home", "away"), match.clubs, strict=True)
        ],
        "status": _status(observed),
        "details": _details(observed),
        "venue": {"fullName": match.venue, "address": {"city": match.city}} if match.venue else None,
    }
    if leg:
        game["leg"] = {"value": leg, "displayValue": f"Leg {leg}"}
    return {
        "id": str(number_of_match(match)),
        "date": f"{_starts_at(match):%Y-%m-%dT%H:%MZ}",
        "season": {"year": match.season.start_year, "slug": _ROUNDS.get(match.round.kind, match.round.code)},
        "competitions": [game],
    }


def _starts_at(match: Match) -> datetime:
    day = match.date or date(match.season.start_year + 1, 6, 30)
    return match.kick_off or datetime.combine(day, time(12), UTC)


def _competitor(match: Match, club: Club, side: str) -> dict[str, object]:
    score = match.score or (Score(0, 0) if match.status.is_to_begin else None)
    competitor: dict[str, object] = {
        "id": str(number_of(club)),
        "homeAway": side,
        "team": {"id": str(number_of(club)), "displayName": club.name},
    }
    if score is not None:
        competitor["score"] = str(getattr(score, side))
    if match.penalties is not None:
        competitor["shootoutScore"] = getattr(match.penalties, side)
    return competitor


def _status(observed: Observation) -> dict[str, object]:
    match = observed.match
    name = _STATUSES.get(match.status, "IN_PROGRESS")
    if observed.phase is not None:
        name = _PHASES[observed.phase]
    elif match.status is Status.PLAYED and match.penalties is not None:
        name = FINAL_PEN
    elif match.status is Status.PLAYED and match.extra_time is not None:
        name = FINAL_AET
    state = "pre" if match.status.is_to_begin else "in" if match.status is Status.LIVE else "post"
    clock = {} if observed.minute is None else {"displayClock": f"{observed.minute}'"}
    return {**clock, "type": {"name": f"STATUS_{name}", "state": state, "completed": state == "post"}}


def _details(observed: Observation) -> list[dict[str, object]]:
    return [
        *(_goal(goal) for goal in observed.match.goals),
        *(_red_card(card) for card in observed.red_cards),
        *(_kick(kick) for kick in observed.kicks if kick.scored),
    ]


def _goal(goal: Goal) -> dict[str, object]:
    return {
        **_detail(_GOALS[goal.kind], goal.club, goal.scorer, (goal.minute, goal.stoppage)),
        "scoringPlay": True,
        "ownGoal": goal.kind is GoalKind.OWN_GOAL,
        "penaltyKick": goal.kind is GoalKind.PENALTY,
        "shootout": False,
    }


def _red_card(card: RedCard) -> dict[str, object]:
    return {
        **_detail("Red Card", card.club, card.player, (card.minute, card.stoppage)),
        "scoringPlay": False,
        "redCard": True,
    }


def _kick(kick: Kick) -> dict[str, object]:
    return {
        **_detail("Penalty - Scored", kick.club, kick.player, (120, None)),
        "scoringPlay": True,
        "penaltyKick": True,
        "shootout": True,
    }


def _detail(
    kind: str, club: Club, player: str | None, minute: tuple[int | None, int | None]
) -> dict[str, object]:
    return {
        "type": {"text": kind},
        "team": {"id": str(number_of(club))},
        **({} if minute[0] is None else {"clock": {"displayValue": _clock(minute[0], minute[1])}}),
        **({"athletesInvolved": [{"displayName": player}]} if player else {}),
    }


def _clock(minute: int, stoppage: int | None) -> str:
    return f"{minute}'+{stoppage}'" if stoppage else f"{minute}'"


def _key_event(detail: dict[str, object]) -> dict[str, object]:
    """The same in a summary: its players are participants, and its type alone tells the kind of a goal."""
    left_out = {"athletesInvolved", "ownGoal", "penaltyKick", "redCard"}
    event = {name: value for name, value in detail.items() if name not in left_out}
    athletes = detail.get("athletesInvolved")
    if isinstance(athletes, list):
        event["participants"] = [{"athlete": athlete} for athlete in athletes]
    return event


def _goals_by_period(observed: Observation, club: Club) -> list[int]:
    """The goals of each period that has begun, where the minutes of all are known."""
    match = observed.match
    at_home = club == match.home
    if match.half_time is None or match.full_time is None:
        return []
    scores = [Score(0, 0), match.half_time, match.full_time]
    if match.extra_time is not None:
        scores += [match.extra_time]
    totals = [score.home if at_home else score.away for score in scores]
    periods = [after - before for before, after in pairwise(totals)]
    kicks = () if match.penalties is None else (match.penalties.home if at_home else match.penalties.away,)
    extra = [0] if match.extra_time is not None else []
    return [*periods, *extra, *kicks] if observed.phase is not Phase.FIRST_HALF else []

"""An observation in the JSON of UEFA's match API; only the fields that are read."""

from __future__ import annotations

from collections.abc import Sequence

from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.model import AMSTERDAM, Club, Goal, GoalKind, Leg, Match, RoundKind, Score, Status
from bot.local.sources.numbers import number_of, number_of_match
from bot.sources.uefa.events import GOAL_KINDS
from bot.sources.uefa.reading import COMPETITIONS, PHASES, ROUNDS, STATUSES

_COMPETITIONS = {competition: number for number, competition in COMPETITIONS.items()}
_ROUNDS = {kind: name for name, kind in ROUNDS.items()} | {
    RoundKind.GROUP: "GROUP_STANDINGS",
    RoundKind.LEAGUE: "GROUP_STANDINGS",
    RoundKind.SECOND_GROUP: "SECOND_GROUP_MATCH_STAGE",
}
_STATUSES = {status: name for name, status in reversed(STATUSES.items())} | {
    Status.AWARDED: "FINISHED",
    Status.WALKOVER: "CANCELED",
}
_PHASES = {phase: name for name, phase in PHASES.items()}
_GOALS = {kind: name for name, kind in GOAL_KINDS.items()}


def uefa_payload(observations: Sequence[Observation]) -> list[dict[str, object]]:
    return [_match(observed) for observed in observations if observed.match.competition in _COMPETITIONS]


def _match(observed: Observation) -> dict[str, object]:
    match = observed.match
    payload: dict[str, object] = {
        "id": str(number_of_match(match)),
        "seasonYear": str(match.season.start_year + 1),
        "competition": {"id": _COMPETITIONS[match.competition]},
        "round": {"metaData": {"type": _ROUNDS.get(match.round.kind, "INTERMEDIATE")}},
        "type": _type(match),
        "status": _STATUSES[match.status],
        "kickOffTime": _kick_off(match),
        "homeTeam": _team(match.home),
        "awayTeam": _team(match.away),
        "playerEvents": {
            "scorers": [_goal(goal, match) for goal in match.goals],
            "redCards": [_red_card(card) for card in observed.red_cards],
            "penaltyScorers": [_kick(kick) for kick in observed.kicks],
        },
    }
    if match.round.label:
        payload["group"] = {"metaData": {"groupName": f"Group {match.round.label}"}}
    if match.matchday is not None:
        payload["matchday"] = {"name": f"MD{match.matchday}", "longName": f"Matchday {match.matchday}"}
    if match.leg in {Leg.FIRST, Leg.SECOND}:
        payload["leg"] = {"number": int(match.leg)}
    if match.score is not None:
        payload["score"] = _scores(match, match.score)
    if match.status in {Status.PLAYED, Status.AWARDED}:
        payload["winner"] = _winner(match)
    phase = _phase(observed)
    if phase:
        payload["phase"] = phase
    if observed.minute is not None:
        payload["minute"] = {"normal": observed.minute, "injury": 0}
    return payload


def _type(match: Match) -> str:
    if match.round.kind.is_table:
        return "GROUP_STAGE"
    return {Leg.FIRST: "FIRST_LEG", Leg.SECOND: "SECOND_LEG"}.get(match.leg or Leg.REPLAY, "SINGLE")


def _kick_off(match: Match) -> dict[str, object]:
    if match.kick_off is None:
        return {"date": str(match.date)}
    local = match.kick_off.astimezone(AMSTERDAM)
    return {"date": local.date().isoformat(), "dateTime": f"{match.kick_off:%Y-%m-%dT%H:%M:%SZ}"}


def _phase(observed: Observation) -> str:
    """UEFA's name of the phase; empty in the break before extra time, of which it is not known."""
    if observed.phase is Phase.EXTRA_TIME:
        half = "SECOND" if (observed.minute or 0) > 105 else "FIRST"
        return f"EXTRA_TIME_{half}_HALF"
    return "" if observed.phase is None else _PHASES.get(observed.phase, "")


def _scores(match: Match, total: Score) -> dict[str, object]:
    penalties = {} if match.penalties is None else {"penalty": _score(match.penalties)}
    return {"regular": _score(match.full_time or total), "total": _score(total), **penalties}


def _winner(match: Match) -> dict[str, object]:
    if match.status is Status.AWARDED:
        return {"match": {"reason": "WIN_BY_FORFEIT"}}
    if match.penalties is not None:
        reason = "WIN_ON_PENALTIES"
    elif match.extra_time is not None:
        reason = "WIN_ON_EXTRA_TIME"
    else:
        return {"match": {"reason": "DRAW" if match.score and match.score.is_level else "WIN_REGULAR"}}
    return {"match": {"reason": "WIN_REGULAR"}, "aggregate": {"reason": reason}}


def _goal(goal: Goal, match: Match) -> dict[str, object]:
    """The goal under the scorer's own club, also when it is an own goal."""
    own = goal.kind is GoalKind.OWN_GOAL
    club = match.opponent_of(goal.club) if own else goal.club
    return {
        "goalType": _GOALS[goal.kind],
        "phase": _half(goal.minute),
        "teamId": str(number_of(club)),
        **_player(goal.scorer),
        **_time(goal.minute, goal.stoppage),
    }


def _half(minute: int | None) -> str:
    halves = {45: "FIRST_HALF", 90: "SECOND_HALF", 105: "EXTRA_TIME_FIRST_HALF"}
    return next((name for last, name in halves.items() if (minute or 0) <= last), "EXTRA_TIME_SECOND_HALF")


def _red_card(card: RedCard) -> dict[str, object]:
    time = _time(card.minute, card.stoppage)
    return {"teamId": str(number_of(card.club)), **_player(card.player), **time}


def _kick(kick: Kick) -> dict[str, object]:
    return {
        "penaltyType": "SCORED" if kick.scored else "MISSED",
        "phase": "PENALTY",
        "teamId": str(number_of(kick.club)),
        **_player(kick.player),
    }


def _player(name: str | None) -> dict[str, object]:
    return {"player": {"internationalName": name}} if name else {}


def _time(minute: int | None, stoppage: int | None) -> dict[str, object]:
    if minute is None:
        return {}
    return {"time": {"minute": minute, "injuryMinute": stoppage} if stoppage else {"minute": minute}}


def _team(club: Club) -> dict[str, object]:
    country = {"countryCode": club.country} if club.country else {}
    return {"id": str(number_of(club)), "internationalName": club.name, "isPlaceHolder": False, **country}


def _score(score: Score) -> dict[str, int]:
    return {"home": score.home, "away": score.away}

"""An observation in API-Football's own JSON, v3; only the fields that are read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.model import Club, Goal, Match, RoundKind, Score, Status
from bot.local.sources.numbers import number_of, number_of_match
from bot.sources.api_football.events import GOAL_KINDS
from bot.sources.api_football.reading import LEAGUES, PHASES, ROUNDS, STATUSES

_LEAGUES = {competition: number for number, competition in LEAGUES.items()}
_ROUNDS = {kind: name.capitalize() for name, kind in reversed(ROUNDS.items())}
_STATUSES = {status: short for short, status in STATUSES.items()} | {
    Status.SCHEDULED: "NS",
    Status.PLAYED: "FT",
}
_PHASES = {phase: short for short, phase in PHASES.items()} | {Phase.NINETY_OVER: "BT"}
_MINUTE_OF_BREAK = {Phase.HALF_TIME: 45, Phase.NINETY_OVER: 90, Phase.SHOOT_OUT: 120}
_GOALS = {kind: detail for detail, kind in GOAL_KINDS.items()}


def fixture(observed: Observation, *, with_events: bool) -> dict[str, object]:
    """One fixture; lists of a whole day come without events."""
    match = observed.match
    day = match.date or date(match.season.start_year + 1, 6, 30)
    at = match.kick_off or datetime.combine(day, time(12), UTC)
    events = {"events": _events(observed)} if with_events else {}
    minute = observed.minute
    if minute is None and observed.phase is not None:
        minute = _MINUTE_OF_BREAK.get(observed.phase)
    return {
        "fixture": {
            "id": number_of_match(match),
            "timezone": "UTC",
            "date": at.isoformat(),
            "status": {"short": _status(observed), "elapsed": minute},
            "venue": {"id": None, "name": match.venue or None, "city": match.city or None},
        },
        "league": {
            "id": _LEAGUES[match.competition],
            "season": match.season.start_year,
            "round": _round(match),
        },
        "teams": {"home": _team(match.home), "away": _team(match.away)},
        "goals": _score(match.score),
        "score": _scores(observed),
        **events,
    }


def european(observations: Sequence[Observation]) -> list[Observation]:
    return [observed for observed in observations if observed.match.competition in _LEAGUES]


def _status(observed: Observation) -> str:
    match = observed.match
    if match.status is Status.LIVE and observed.phase is not None:
        return _PHASES[observed.phase]
    if match.status is Status.SCHEDULED and match.kick_off is None:
        return "TBD"
    if match.status is Status.PLAYED and match.penalties is not None:
        return "PEN"
    if match.status is Status.PLAYED and match.extra_time is not None:
        return "AET"
    return _STATUSES[match.status]


def _round(match: Match) -> str:
    kind, day = match.round.kind, f" - {match.matchday}" if match.matchday else ""
    if kind is RoundKind.LEAGUE:
        return f"League Stage{day}"
    if kind is RoundKind.GROUP:
        return f"Group {match.round.label or 'Stage'}{day}"
    return _ROUNDS.get(kind, match.round.code)


def _scores(observed: Observation) -> dict[str, object]:
    """The scores as they come: 90 minutes once they are over, extra time by itself once it is over."""
    match = observed.match
    ended = match.status is not Status.LIVE
    over_90 = ended or (observed.phase is not None and observed.phase.order >= Phase.NINETY_OVER.order)
    after = None
    if ended and match.full_time and match.extra_time:
        after = Score(
            match.extra_time.home - match.full_time.home, match.extra_time.away - match.full_time.away
        )
    return {
        "halftime": _score(match.half_time),
        "fulltime": _score(match.full_time if over_90 else None),
        "extratime": _score(after),
        "penalty": _score(match.penalties),
    }


def _events(observed: Observation) -> list[dict[str, object]]:
    return [
        *(_goal(goal) for goal in observed.match.goals),
        *(_red_card(card) for card in observed.red_cards),
        *(_kick(kick, number) for number, kick in enumerate(observed.kicks, start=1)),
    ]


def _goal(goal: Goal) -> dict[str, object]:
    return _event(goal.club, goal.scorer, (goal.minute, goal.stoppage), "Goal", _GOALS[goal.kind])


def _red_card(card: RedCard) -> dict[str, object]:
    return _event(card.club, card.player, (card.minute, card.stoppage), "Card", "Red Card")


def _kick(kick: Kick, number: int) -> dict[str, object]:
    detail = "Penalty" if kick.scored else "Missed Penalty"
    return {**_event(kick.club, kick.player, (120, number), "Goal", detail), "comments": "Penalty Shootout"}


def _event(
    club: Club, player: str | None, minute: tuple[int | None, int | None], kind: str, detail: str
) -> dict[str, object]:
    return {
        "time": {"elapsed": minute[0], "extra": minute[1]},
        "team": {"id": number_of(club), "name": club.name},
        "player": {"id": None, "name": player},
        "type": kind,
        "detail": detail,
        "comments": None,
    }


def _team(club: Club) -> dict[str, object]:
    return {"id": number_of(club), "name": club.name, "winner": None}


def _score(score: Score | None) -> dict[str, int | None]:
    return {"home": None, "away": None} if score is None else {"home": score.home, "away": score.away}

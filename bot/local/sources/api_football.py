"""A sighting as API-Football v3 would tell it; only the fields that are read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    EUROPA_LEAGUE,
    Club,
    Goal,
    GoalKind,
    Match,
    RoundKind,
    Score,
    Status,
)
from bot.local.sources.numbers import number_of, number_of_match

LEAGUES = {CHAMPIONS_LEAGUE: 2, EUROPA_LEAGUE: 3, CONFERENCE_LEAGUE: 848}
_ROUNDS = {
    RoundKind.PRELIMINARY: "Preliminary Round",
    RoundKind.QUALIFYING_1: "1st Qualifying Round",
    RoundKind.QUALIFYING_2: "2nd Qualifying Round",
    RoundKind.QUALIFYING_3: "3rd Qualifying Round",
    RoundKind.PLAY_OFF: "Play-offs",
    RoundKind.KNOCKOUT_PLAY_OFF: "Knockout Round Play-offs",
    RoundKind.LAST_32: "Round of 32",
    RoundKind.LAST_16: "Round of 16",
    RoundKind.QUARTER_FINAL: "Quarter-finals",
    RoundKind.SEMI_FINAL: "Semi-finals",
    RoundKind.FINAL: "Final",
}
_STATUSES = {
    Status.SCHEDULED: "NS",
    Status.LIVE: "LIVE",
    Status.PLAYED: "FT",
    Status.POSTPONED: "PST",
    Status.ABANDONED: "ABD",
    Status.AWARDED: "AWD",
    Status.WALKOVER: "WO",
    Status.CANCELLED: "CANC",
}
_PHASES = {
    Phase.FIRST_HALF: "1H",
    Phase.HALF_TIME: "HT",
    Phase.SECOND_HALF: "2H",
    Phase.NINETY_OVER: "BT",
    Phase.EXTRA_TIME: "ET",
    Phase.SHOOT_OUT: "P",
}
_MINUTE_OF_BREAK = {Phase.HALF_TIME: 45, Phase.NINETY_OVER: 90, Phase.SHOOT_OUT: 120}
_GOALS = {GoalKind.OPEN_PLAY: "Normal Goal", GoalKind.PENALTY: "Penalty", GoalKind.OWN_GOAL: "Own Goal"}


def fixture(seen: Observation, *, with_events: bool) -> dict[str, object]:
    """One fixture; lists of a whole day come without events."""
    match = seen.match
    day = match.date or date(match.season.start_year + 1, 6, 30)
    at = match.kick_off or datetime.combine(day, time(12), UTC)
    events = {"events": _events(seen)} if with_events else {}
    minute = seen.minute
    if minute is None and seen.phase is not None:
        minute = _MINUTE_OF_BREAK.get(seen.phase)
    return {
        "fixture": {
            "id": number_of_match(match),
            "timezone": "UTC",
            "date": at.isoformat(),
            "status": {"short": _status(seen), "elapsed": minute},
            "venue": {"id": None, "name": match.venue or None, "city": match.city or None},
        },
        "league": {
            "id": LEAGUES[match.competition],
            "season": match.season.start_year,
            "round": _round(match),
        },
        "teams": {"home": _team(match.home), "away": _team(match.away)},
        "goals": _score(match.score),
        "score": _scores(seen),
        **events,
    }


def european(sightings: Sequence[Observation]) -> list[Observation]:
    return [one for one in sightings if one.match.competition in LEAGUES]


def _status(seen: Observation) -> str:
    match = seen.match
    if match.status is Status.LIVE and seen.phase is not None:
        return _PHASES[seen.phase]
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


def _scores(seen: Observation) -> dict[str, object]:
    """Extra time alone, and only when it is over; 90 minutes when those are."""
    match = seen.match
    ended = match.status is not Status.LIVE
    over_90 = ended or (seen.phase is not None and seen.phase.order >= Phase.NINETY_OVER.order)
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


def _events(seen: Observation) -> list[dict[str, object]]:
    return [
        *(_goal(goal) for goal in seen.match.goals),
        *(_red_card(card) for card in seen.red_cards),
        *(_kick(kick, number) for number, kick in enumerate(seen.kicks, start=1)),
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

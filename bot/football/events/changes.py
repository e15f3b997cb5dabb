"""What happened between two observations of the same match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.football.events.events import (
    GoalDetailed,
    GoalDisallowed,
    GoalScored,
    KickedOff,
    KickOffMoved,
    KickTaken,
    MatchAwarded,
    MatchCalledOff,
    MatchEnded,
    MatchEvent,
    PhaseBegan,
    PlayerSentOff,
    ResultCorrected,
)
from bot.football.events.observations import Observation, Phase
from bot.football.events.states import MatchState
from bot.football.model import Club, Goal, Match, Score, Status

GOALLESS = Score(0, 0)


def events_between(state: MatchState, observation: Observation) -> Iterator[MatchEvent]:
    """The events that lead from what is believed to an observation."""
    before, after = state.observation.match, observation.match
    if after.status is Status.LIVE or after.status is Status.PLAYED:
        yield from _of_play(state, observation)
    elif after.status is Status.SCHEDULED:
        if before.kick_off and after.kick_off and before.kick_off != after.kick_off:
            yield KickOffMoved(after, before.kick_off, f"moved {after.kick_off:%Y-%m-%dT%H:%M}")
    elif before.status is after.status:
        return
    elif after.status.is_by_verdict:
        yield MatchAwarded(after)
    else:
        yield MatchCalledOff(after, f"called off {after.status}")


def _of_play(state: MatchState, observation: Observation) -> Iterator[MatchEvent]:
    believed, taken_back = state.observation, state.taken_back
    before, after = believed.match, observation.match
    if before.has_result:
        if _result(before) != _result(after):
            yield ResultCorrected(after, before.score, f"corrected {_result(after)}")
        yield from _detailed(before, after, taken_back)
        return
    if before.status.is_to_begin:
        yield KickedOff(after)
    yield from _goals(before, after, taken_back)
    yield from _detailed(before, after, taken_back)
    for number, card in enumerate(observation.red_cards, 1):
        if number > len(believed.red_cards):
            yield PlayerSentOff(after, card, f"red {number}")
    yield from _phases(believed.phase, observation.phase, after)
    yield from _kicks(believed, observation)
    if after.has_result:
        yield MatchEnded(after, f"end {state.ends + 1}" if state.ends else "end")


def _goals(before: Match, after: Match, taken_back: int) -> Iterator[MatchEvent]:
    """First the goals taken back, then the goals scored, in the order of play as far as it is certain."""
    running, now = before.score or GOALLESS, after.score or GOALLESS
    while running.home > now.home or running.away > now.away:
        home = running.home > now.home
        key = _goal_key("home" if home else "away", running.home if home else running.away, taken_back)
        running = Score(running.home - 1, running.away) if home else Score(running.home, running.away - 1)
        taken_back += 1
        yield GoalDisallowed(after, after.home if home else after.away, running, f"no {key}")
    for goal in _new_goals(running, now, after):
        home = goal.club == after.home
        running += Score(1, 0) if home else Score(0, 1)
        key = _goal_key("home" if home else "away", running.home if home else running.away, taken_back)
        yield GoalScored(after, goal, running, key)


def _new_goals(running: Score, now: Score, match: Match) -> Sequence[Goal]:
    """The goals that lead to the score; where the source names no scorers, the home club's come first."""
    home = _from(match.goals_of(match.home), running.home, now.home, match.home)
    away = _from(match.goals_of(match.away), running.away, now.away, match.away)
    in_order = [goal for goal in match.goals if any(goal is new for new in (*home, *away))]
    # Equal goals (nobody's, no minute) are one and the same value: where that hides one, the order is lost.
    return in_order if len(in_order) == len(home) + len(away) else [*home, *away]


def _from(goals: Sequence[Goal], number: int, until: int, club: Club) -> list[Goal]:
    new = list(goals[number:until])
    return new + [Goal(club)] * (until - number - len(new))


def _detailed(before: Match, after: Match, taken_back: int) -> Iterator[GoalDetailed]:
    """Goals that were counted before, with their scorer or minute now."""
    was, now = before.score or GOALLESS, after.score or GOALLESS
    for club, side, number in (
        (after.home, "home", min(was.home, now.home)),
        (after.away, "away", min(was.away, now.away)),
    ):
        goals_before = before.goals_of(club)[:number]
        for place, goal in enumerate(after.goals_of(club)[:number]):
            if goal.scorer and (place >= len(goals_before) or goals_before[place] != goal):
                running = _score_after(after, goal)
                yield GoalDetailed(after, goal, running, _goal_key(side, place + 1, taken_back))


def _score_after(match: Match, goal: Goal) -> Score:
    """The score with this goal, in the source's order."""
    until = match.goals[: match.goals.index(goal) + 1]
    home = sum(scored.club == match.home for scored in until)
    return Score(home, len(until) - home)


def _phases(before: Phase | None, after: Phase | None, match: Match) -> Iterator[PhaseBegan]:
    worth_telling = (Phase.HALF_TIME, Phase.NINETY_OVER, Phase.EXTRA_TIME, Phase.SHOOT_OUT)
    if before is None or after is None or after is before or after not in worth_telling:
        return
    yield PhaseBegan(match, after, f"phase {after}")


def _kicks(believed: Observation, observation: Observation) -> Iterator[KickTaken]:
    match, score = observation.match, GOALLESS
    for number, kick in enumerate(observation.kicks, 1):
        if kick.scored:
            score += Score(1, 0) if kick.club == match.home else Score(0, 1)
        if number > len(believed.kicks):
            yield KickTaken(match, kick, score, f"kick {number}")


def _goal_key(side: str, number: int, taken_back: int) -> str:
    return f"goal {side} {number}.{taken_back}"


def _result(match: Match) -> tuple[Score | None, Score | None]:
    return (match.score, match.penalties)

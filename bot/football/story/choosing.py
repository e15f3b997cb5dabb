"""Which story a match tells."""

from __future__ import annotations

from dataclasses import replace

from bot.football.model import Club, DecidedBy, GoalKind, Match, Outcome, RoundKind, Score, Status, Tie
from bot.football.season.club_status import in_table
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.story.match_story import VERY_LATE, MatchStory, StoryKind
from bot.football.story.scored_goals import (
    LATE,
    ScoredGoal,
    decisive,
    deepest_deficit,
    hat_tricks,
    in_ninety,
    scored_goals,
)
from bot.football.tables.advancing import next_round
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import outcome

BIG = 4
"""Goals of difference."""


def match_story(match: Match, season: SeasonAsOf) -> MatchStory | None:
    """The story of a match; None without a result."""
    if not match.has_result or match.score is None:
        return None
    tie = season.tie_with(match)
    decided = outcome(tie) if tie else None
    if tie and decided and _ends(tie, match):
        return _of_tie(match, tie, decided, season)
    if match.status is not Status.PLAYED:
        # An awarded score is no story of the pitch.
        return None
    story = _of_match(match, match.score)
    status = in_table(story.dutch, season, match.round) if story.dutch and match.round.kind.is_table else None
    if status is None or status.fate is None:
        return story
    return replace(story, fate=status.fate, place=status.standing.place)


def _ends(tie: Tie, match: Match) -> bool:
    legs = legs_of(tie)
    return match is (legs.replays[-1] if legs.replays else legs.last)


def _of_tie(match: Match, tie: Tie, decided: Outcome, season: SeasonAsOf) -> MatchStory:
    hero = decided.winner
    turn = _turn(match, tie, decided)
    first = legs_of(tie).first
    before = first.score_for(hero) if first is not None and first is not match and first.has_result else None
    is_final = tie.round.kind is RoundKind.FINAL
    return MatchStory(
        match,
        _kind(match, tie, decided, turn, before),
        hero,
        decided.decided_by,
        before,
        turn,
        _through(tie, match, turn.before) if turn else None,
        deepest_deficit(scored_goals(match), hero, match),
        hat_tricks(match),
        next_round(tie.round, season.rounds),
        season.final.city if is_final and season.final else "",
        _road(hero, season) if is_final else (),
    )


def _road(hero: Club, season: SeasonAsOf) -> tuple[Club, ...]:
    ties = sorted(season.ties_of(hero), key=lambda tie: tie.round.order)
    return tuple(
        tie.opponent_of(hero)
        for tie in ties
        if tie.round.kind is not RoundKind.FINAL and not tie.round.kind.is_qualifying
    )


def _kind(  # noqa: PLR0911 - a kind of story a line
    match: Match, tie: Tie, decided: Outcome, turn: ScoredGoal | None, before: Score | None
) -> StoryKind:
    why = decided.decided_by
    if tie.round.kind is RoundKind.FINAL:
        return StoryKind.FINAL
    if why is DecidedBy.PENALTIES:
        return StoryKind.PENALTIES
    if why is DecidedBy.EXTRA_TIME:
        return StoryKind.EXTRA_TIME
    if match.status is not Status.PLAYED or why not in {DecidedBy.AGGREGATE, DecidedBy.AWAY_GOALS}:
        return StoryKind.SETTLED
    if turn is not None:
        return StoryKind.LATE
    if why is DecidedBy.AWAY_GOALS:
        return StoryKind.AWAY_GOALS
    if before is None:
        return StoryKind.SINGLE
    if before.home < before.away:
        return StoryKind.TURNED
    if before.is_level:
        return StoryKind.AFTER_LEVEL
    score = match.score_for(decided.winner)
    return StoryKind.LOST if score is not None and score.home < score.away else StoryKind.FINISHED


def _turn(match: Match, tie: Tie, decided: Outcome) -> ScoredGoal | None:
    """The last goal of the closing phase that changed who would go through, or forced extra time.

    Of a tie that was decided in extra time, the goal that decided it.
    """
    goals = scored_goals(match)
    if decided.decided_by is DecidedBy.EXTRA_TIME:
        beyond = goals[len(in_ninety(goals)) :]
        winning = [
            scored
            for scored in beyond
            if scored.goal.club == decided.winner
            and _through(tie, match, scored.before) != decided.winner == _through(tie, match, scored.after)
        ]
        return winning[-1] if winning else None
    late = [scored for scored in in_ninety(goals) if scored.minute >= LATE]
    changes = [
        scored for scored in late if _through(tie, match, scored.before) != _through(tie, match, scored.after)
    ]
    return changes[-1] if changes else None


def _through(tie: Tie, match: Match, score: Score) -> Club | None:
    """The club that would have gone through with this score."""
    if_so = replace(
        match, full_time=score, extra_time=None, penalties=None, winner=None, decided_by=None, goals=()
    )
    matches = tuple(if_so if other is match else other for other in tie.matches)
    decided = outcome(replace(tie, matches=matches))
    return decided.winner if decided else None


def _of_match(match: Match, score: Score) -> MatchStory:
    margin = score.home - score.away
    goals, tricks = scored_goals(match), hat_tricks(match)
    last = decisive(goals, match)
    hero = None if margin == 0 else match.home if margin > 0 else match.away
    back = _came_back(match, hero)
    if abs(margin) >= BIG:
        return MatchStory(match, StoryKind.ROUT, hero, hat_tricks=tricks)
    if back is not None:
        return MatchStory(
            match,
            StoryKind.COMEBACK,
            back,
            turn=last,
            deficit=deepest_deficit(goals, back, match),
            hat_tricks=tricks,
        )
    if last is not None and last.minute >= VERY_LATE:
        kind = StoryKind.LATE_WIN if hero else StoryKind.LATE_LEVEL
        return MatchStory(match, kind, hero, turn=last, hat_tricks=tricks)
    if tricks:
        return MatchStory(match, StoryKind.HAT_TRICK, hero, hat_tricks=tricks)
    if last is not None and abs(margin) == 1 and last.goal.kind is GoalKind.OWN_GOAL:
        return MatchStory(match, StoryKind.OWN_GOAL, hero, turn=last)
    return MatchStory(match, StoryKind.WON if hero else StoryKind.LEVEL, hero)


def _came_back(match: Match, hero: Club | None) -> Club | None:
    """The club that was two goals behind or more and did not lose."""
    goals = scored_goals(match)
    for club in match.clubs if hero is None else (hero,):
        deepest = deepest_deficit(goals, club, match)
        if deepest and abs(deepest.after.home - deepest.after.away) >= 2:
            return club
    return None

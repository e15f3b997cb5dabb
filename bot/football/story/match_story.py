"""How one match of an evening is worth telling: what kind of story it is, and whose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.football.model import (
    Club,
    DecidedBy,
    GoalKind,
    Leg,
    Match,
    Outcome,
    Round,
    RoundKind,
    Score,
    Status,
    Tie,
)
from bot.football.season.club_status import in_table
from bot.football.season.evening import OURS
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.story.course import LATE, Feat, Moment, course, decisive, deepest_deficit, feats, in_ninety
from bot.football.tables.advancing import Fate, next_round
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import outcome

VERY_LATE = 85
QUICK = 30
"""Two goals down by this minute is a quick start of the other club."""
BIG = 4
"""Goals of difference."""


class Way(StrEnum):
    """The kinds of story, the most telling first."""

    FINAL = "final"
    PENALTIES = "penalties"
    EXTRA_TIME = "extra time"
    LATE = "late"
    """A goal in the closing phase changed who goes through."""
    AWAY_GOALS = "away goals"
    TURNED = "turned"
    """Lost the first leg and went through."""
    LOST = "lost"
    """Lost the second leg and went through."""
    COMEBACK = "comeback"
    """Two goals behind or more, and not beaten."""
    SINGLE = "single"
    """A tie of one match."""
    ROUT = "rout"
    AFTER_LEVEL = "after level"
    """Level after the first leg, decided in the second."""
    HAT_TRICK = "hat-trick"
    LATE_WIN = "late win"
    LATE_LEVEL = "late level"
    OWN_GOAL = "own goal"
    """An own goal decided it."""
    FINISHED = "finished"
    """Won the first leg and did not lose the second."""
    SETTLED = "settled"
    """A tie decided by replay, coin, walkover or award."""
    WON = "won"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class MatchStory:
    """One match with what makes it worth telling."""

    match: Match
    way: Way
    hero: Club | None
    """Who goes through, who won, or who came back; None of a match that ended level."""
    why: DecidedBy | None = None
    first_leg: Score | None = None
    """Of a tie decided in its second leg, seen from the hero."""
    turn: Moment | None = None
    """The goal on which it turned."""
    would_go: Club | None = None
    """Who would have gone through before that goal."""
    deficit: Moment | None = None
    """The goal that brought the hero furthest behind."""
    feats: tuple[Feat, ...] = ()
    to: Round | None = None
    """The round that the hero reached."""
    city: str = ""
    """Where a final was played."""
    road: tuple[Club, ...] = ()
    """Whom the winner of a final had knocked out before it."""
    fate: Fate | None = None
    """What a finished table means for its Dutch club."""
    place: int | None = None

    @property
    def loser(self) -> Club | None:
        return self.match.opponent_of(self.hero) if self.hero else None

    @property
    def dutch(self) -> Club | None:
        """The Dutch club in it, the winner of two."""
        clubs = (self.hero, *self.match.clubs) if self.hero else self.match.clubs
        return next((club for club in clubs if club.country == OURS), None)

    @property
    def quick(self) -> bool:
        """Whether the hero was two goals behind before half an hour was played."""
        if self.deficit is None or self.hero is None:
            return False
        after = self.deficit.after if self.hero == self.match.away else self.deficit.after.turned
        return (self.deficit.goal.minute or 0) <= QUICK and after.home - after.away >= 2


def episode(match: Match, known: SeasonAsOf) -> MatchStory | None:
    """What there is to tell about a match; None without a result."""
    if not match.has_result or match.score is None:
        return None
    tie = known.tie_with(match)
    decided = outcome(tie) if tie else None
    if tie and decided and _ends(tie, match):
        return _of_tie(match, tie, decided, known)
    if match.status is not Status.PLAYED:
        # Awarded: what stands on paper is no story of the pitch.
        return None
    told = _of_match(match, match.score)
    status = in_table(told.dutch, known, match.round) if told.dutch and match.round.kind.is_table else None
    if status is None or status.fate is None:
        return told
    return replace(told, fate=status.fate, place=status.standing.place)


def _ends(tie: Tie, match: Match) -> bool:
    legs = legs_of(tie)
    return match is (legs.replays[-1] if legs.replays else legs.last)


def _of_tie(match: Match, tie: Tie, decided: Outcome, known: SeasonAsOf) -> MatchStory:
    hero, told = decided.winner, course(match)
    turn = _turn(match, tie, decided)
    first = legs_of(tie).first
    before = first.score_for(hero) if first is not None and first is not match and first.has_result else None
    is_final = tie.round.kind is RoundKind.FINAL
    return MatchStory(
        match,
        _way(match, tie, decided, turn, before),
        hero,
        decided.decided_by,
        before,
        turn,
        _through(tie, match, turn.before) if turn else None,
        deepest_deficit(told, hero, match),
        feats(match),
        next_round(tie.round, known.rounds),
        known.final.city if is_final and known.final else "",
        _road(hero, known) if is_final else (),
    )


def _road(hero: Club, known: SeasonAsOf) -> tuple[Club, ...]:
    ties = sorted(known.ties_of(hero), key=lambda tie: tie.round.order)
    return tuple(
        tie.opponent_of(hero)
        for tie in ties
        if tie.round.kind is not RoundKind.FINAL and not tie.round.kind.is_qualifying
    )


def _way(  # noqa: PLR0911 - a kind of story a line
    match: Match, tie: Tie, decided: Outcome, turn: Moment | None, before: Score | None
) -> Way:
    why = decided.decided_by
    if tie.round.kind is RoundKind.FINAL:
        return Way.FINAL
    if why is DecidedBy.PENALTIES:
        return Way.PENALTIES
    if why is DecidedBy.EXTRA_TIME:
        return Way.EXTRA_TIME
    if match.status is not Status.PLAYED or why not in {DecidedBy.AGGREGATE, DecidedBy.AWAY_GOALS}:
        return Way.SETTLED
    if turn is not None:
        return Way.LATE
    if why is DecidedBy.AWAY_GOALS:
        return Way.AWAY_GOALS
    if before is None:
        return Way.SINGLE
    if before.home < before.away:
        return Way.TURNED
    if before.is_level:
        return Way.AFTER_LEVEL
    score = match.score_for(decided.winner)
    return Way.LOST if score is not None and score.home < score.away else Way.FINISHED


def _turn(match: Match, tie: Tie, decided: Outcome) -> Moment | None:
    """The last goal of the closing phase that changed who would go through, or forced extra time.

    Of a tie that was decided in extra time, the goal that did it.
    """
    told = course(match)
    if decided.decided_by is DecidedBy.EXTRA_TIME:
        beyond = told[len(in_ninety(told)) :]
        winning = [
            one
            for one in beyond
            if one.goal.club == decided.winner
            and _through(tie, match, one.before) != decided.winner == _through(tie, match, one.after)
        ]
        return winning[-1] if winning else None
    late = [one for one in in_ninety(told) if (one.goal.minute or 0) >= LATE]
    changes = [one for one in late if _through(tie, match, one.before) != _through(tie, match, one.after)]
    return changes[-1] if changes else None


def _through(tie: Tie, match: Match, score: Score) -> Club | None:
    """Who would have gone through with this score."""
    if_so = replace(
        match, full_time=score, extra_time=None, penalties=None, winner=None, decided_by=None, goals=()
    )
    matches = tuple(if_so if one is match else one for one in tie.matches)
    found = outcome(replace(tie, matches=matches))
    return found.winner if found else None


def _of_match(match: Match, score: Score) -> MatchStory:
    margin = score.home - score.away
    told = course(match)
    last = decisive(told, match)
    feat = feats(match)
    hero = None if margin == 0 else match.home if margin > 0 else match.away
    back = _came_back(match, hero)
    if abs(margin) >= BIG:
        return MatchStory(match, Way.ROUT, hero, feats=feat)
    if back is not None:
        return MatchStory(
            match, Way.COMEBACK, back, turn=last, deficit=deepest_deficit(told, back, match), feats=feat
        )
    if last is not None and (last.goal.minute or 0) >= VERY_LATE:
        way = Way.LATE_WIN if hero else Way.LATE_LEVEL
        return MatchStory(match, way, hero, turn=last, feats=feat)
    if feat:
        return MatchStory(match, Way.HAT_TRICK, hero, feats=feat)
    if last is not None and abs(margin) == 1 and last.goal.kind is GoalKind.OWN_GOAL:
        return MatchStory(match, Way.OWN_GOAL, hero, turn=last)
    return MatchStory(match, Way.WON if hero else Way.LEVEL, hero)


def _came_back(match: Match, hero: Club | None) -> Club | None:
    """The club that was two goals behind or more and did not lose."""
    told = course(match)
    for club in match.clubs if hero is None else (hero,):
        deepest = deepest_deficit(told, club, match)
        if deepest and abs(deepest.after.home - deepest.after.away) >= 2:
            return club
    return None


def is_first_leg(match: Match) -> bool:
    return match.leg is Leg.FIRST

"""The story of one match: its kind, its hero, and the goals on which it turned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum

from bot.football.model import Club, DecidedBy, Leg, Match, Round, Score
from bot.football.season.evening import OURS
from bot.football.story.scored_goals import NINETY, HatTrick, ScoredGoal, deepest_deficit, scored_goals
from bot.football.tables.advancing import Fate

VERY_LATE = 85
QUICK = 30
"""A club that is two goals down by this minute is quickly down."""


class StoryKind(StrEnum):
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


class Ground(Enum):
    """Where a club played a match."""

    HOME = "home"
    AWAY = "away"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class MatchStory:
    """A match with what makes it worth telling."""

    match: Match
    kind: StoryKind
    hero: Club | None
    """The club that goes through, won or came back; None of a match that ended level."""
    why: DecidedBy | None = None
    first_leg: Score | None = None
    """Of a tie decided in its second leg, the hero's goals first."""
    turn: ScoredGoal | None = None
    """The goal on which the match turned."""
    would_go: Club | None = None
    """The club that would have gone through before that goal."""
    deficit: ScoredGoal | None = None
    """The goal that brought the hero furthest behind."""
    hat_tricks: tuple[HatTrick, ...] = ()
    to: Round | None = None
    """The round that the hero reached."""
    city: str = ""
    """Where a final was played."""
    road: tuple[Club, ...] = ()
    """The clubs that the winner of a final had knocked out before it."""
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
        if self.deficit is None:
            return False
        behind = self.score_of(self.hero, self.deficit.after)
        return self.deficit.minute <= QUICK and behind.away - behind.home >= 2

    @property
    def late_goals(self) -> tuple[ScoredGoal, ...]:
        """The hero's goals in the last minutes of normal time."""
        return tuple(
            scored
            for scored in scored_goals(self.match)
            if scored.goal.club == self.hero and VERY_LATE <= scored.minute <= NINETY
        )

    @property
    def turn_makes_hat_trick(self) -> bool:
        """Whether the goal on which it turned was its scorer's third and last."""
        if self.turn is None:
            return False
        scorer = self.turn.goal.scorer
        last = [scored for scored in scored_goals(self.match) if scored.goal.scorer == scorer][-1:]
        return last == [self.turn] and any(
            hat_trick.scorer == scorer and hat_trick.goals == 3 for hat_trick in self.hat_tricks
        )

    @property
    def comeback(self) -> tuple[ScoredGoal, ...]:
        """The goal that brought the hero (or the home club) furthest behind, and its answers.

        Empty where another goal fell after that, or where the club was beaten.
        """
        club = self.hero or self.match.home
        goals = scored_goals(self.match)
        deepest = deepest_deficit(goals, club, self.match)
        if deepest is None or deepest == goals[-1]:
            return ()
        _, *answers = comeback = goals[goals.index(deepest) :]
        score = self.score_of(club)
        answered = score.home >= score.away and all(answer.goal.club == club for answer in answers)
        return comeback if answered else ()

    def score_of(self, club: Club | None, score: Score | None = None) -> Score:
        """The result, or an earlier score, with this club's goals first."""
        shown = score or self.match.score or Score(0, 0)
        return shown.turned if club == self.match.away else shown

    def ground_of(self, club: Club | None) -> Ground:
        if self.match.neutral:
            return Ground.NEUTRAL
        return Ground.HOME if club == self.match.home else Ground.AWAY


def is_first_leg(match: Match) -> bool:
    return match.leg is Leg.FIRST

"""What can be wrong with a source, on demand: for one request, or now and then by lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random

from bot.football.events.observations import Observation
from bot.football.model import Match, Score


class FaultKind(StrEnum):
    SERVER_ERROR = "server error"
    """A 500."""
    SLOW = "slow"
    """The answer comes so many seconds later."""
    HALF_AN_ANSWER = "half an answer"
    """The text ends in the middle, as if it were whole."""
    NOTHING = "nothing"
    """No match at all, in the right shape."""
    ONE_GOAL_BACK = "one goal back"
    """The last goal of every match under way is gone."""
    LAGGING = "lagging"
    """What was true so many seconds ago."""
    SAME_AGAIN = "same again"
    """What the request before was told."""
    TOO_OFTEN = "too often"
    """A 429 that asks to be left alone for so many seconds."""
    UNAVAILABLE = "unavailable"
    """A 503, likewise."""
    MAXLAG = "maxlag"
    """Of Wikipedia: its servers lag behind, and refuse."""
    HALF_A_PAGE = "half a page"
    """Of Wikipedia, as the rest: the text of an article ends in the middle, as it was saved."""
    BLANKED = "blanked"
    VANDALISED = "vandalised"
    """Every score is 99-0."""
    PAGE_MOVED = "page moved"
    """Every article stands under another title, to which its own leads."""
    AHEAD_OF_ITS_GOALS = "ahead of its goals"
    """The last goal of every match is in the score, and not listed."""


@dataclass(frozen=True, slots=True)
class SourceFault:
    kind: FaultKind
    seconds: float = 0.0


def no_faults(_number: int) -> SourceFault | None:
    return None


@dataclass(slots=True)
class FaultsByLot:
    """A share of the requests goes wrong; the same seed gives the same evening."""

    seed: int
    share: float
    faults: Sequence[SourceFault]
    _random: Random = field(init=False)

    def __post_init__(self) -> None:
        self._random = Random(self.seed)  # noqa: S311 - trouble for a rehearsal, no secret

    def __call__(self, _number: int) -> SourceFault | None:
        return self._random.choice(self.faults) if self._random.random() < self.share else None


def one_goal_back(observed: Observation) -> Observation:
    """The observation without its last goal; the same where nothing was scored."""
    match = observed.match
    if not match.goals or match.score is None:
        return observed
    gone = match.goals[-1].club
    goals = match.goals[:-1]
    if match.extra_time is None and match.full_time is not None:
        return replace(
            observed, match=replace(match, goals=goals, full_time=_less(match.full_time, match, gone))
        )
    if match.extra_time is not None and match.extra_time != match.full_time:
        less = _less(match.extra_time, match, gone)
        return replace(observed, match=replace(match, goals=goals, extra_time=less))
    return observed


def _less(score: Score, match: Match, club: object) -> Score:
    at_home = club == match.home
    return Score(max(score.home - at_home, 0), max(score.away - (not at_home), 0))

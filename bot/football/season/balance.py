"""What a club's matches come to: won, level, lost, and the goals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.football.model import Club, Match, Score


@dataclass(frozen=True, slots=True)
class Balance:
    won: int
    level: int
    lost: int
    goals: Score
    """Those of the club first."""

    @property
    def matches(self) -> int:
        return self.won + self.level + self.lost


def balance(club: Club, matches: Iterable[Match]) -> Balance:
    """Of the matches with a result; one that went to a shoot-out was level."""
    scores = [score for match in matches if match.has_result and (score := match.score_for(club))]
    return Balance(
        sum(score.home > score.away for score in scores),
        sum(score.is_level for score in scores),
        sum(score.home < score.away for score in scores),
        sum(scores, Score(0, 0)),
    )

"""What each club still needs in the last match of a tie."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.football.model import Club, Leg, Match, Score, Status, Tie
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import Then, aggregate, level_then, outcome

_Verdicts = dict[int, list[tuple[Score, Club | None]]]
"""Who goes through with each score, lowest first, by the home club's goals less the away club's."""


class NeedKind(StrEnum):
    """What is surely enough, in one word."""

    MAY_LOSE = "may lose"
    """By `-margin` goals at most."""
    LEVEL = "level is enough"
    WIN = "must win"
    WIN_BY = "must win by"
    """By `margin` goals at least."""


class Verdict(StrEnum):
    THROUGH = "through"
    OUT = "out"
    LEVEL = "level"
    """Not yet decided: see what comes then."""


@dataclass(frozen=True, slots=True)
class Band:
    """Scores of the match with one and the same difference, from `lowest` to `highest`: 1-1 to 3-3."""

    verdict: Verdict
    lowest: Score
    highest: Score | None
    """None: this score and all higher ones."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What one club needs in the match that decides its tie.

    It is through when its goals less the other's are `margin` or more. At one goal less than that, the bands
    say what each score means, lowest first; without bands it is out. At two goals less it is out.
    """

    club: Club
    match: Match
    """The match still to come or under way; imagined at the other ground when it was not yet known."""
    margin: int
    bands: tuple[Band, ...]
    then: Then
    """What follows a score that leaves them level."""

    @property
    def kind(self) -> NeedKind:
        if self.margin < 0:
            return NeedKind.MAY_LOSE
        if self.margin == 0:
            return NeedKind.LEVEL
        return NeedKind.WIN if self.margin == 1 else NeedKind.WIN_BY

    def verdict(self, score: Score) -> Verdict:
        """What this final score of the match would mean for the club."""
        ahead = score.home - score.away if self.club == self.match.home else score.away - score.home
        if ahead >= self.margin:
            return Verdict.THROUGH
        if ahead == self.margin - 1:
            in_band = (b.verdict for b in self.bands if b.highest is None or score.home <= b.highest.home)
            return next(in_band, Verdict.OUT)
        return Verdict.OUT


def needs(tie: Tie) -> tuple[Needs, ...]:
    """What club_a and club_b need; nothing when the tie is decided or its last match is not the next.

    Not from a list of cases: every score that can still happen is tried on the rules. In a match under way
    those are the present score and higher; in extra time the score after 120 minutes is meant.
    """
    match = _deciding_match(tie)
    if match is None:
        return ()
    verdicts = _verdicts(tie, match)
    return (_needs(tie.club_a, match, verdicts), _needs(tie.club_b, match, verdicts))


def _deciding_match(tie: Tie) -> Match | None:
    if outcome(tie) is not None:
        return None
    legs = legs_of(tie)
    if legs.replays:
        match: Match | None = legs.replays[-1]
    elif not legs.two_legged:
        # Before a single match begins there is nothing to say: who wins is through.
        match = legs.first if legs.first and legs.first.status is Status.LIVE else None
    elif legs.first is None or not legs.first.has_result:
        match = None
    else:
        match = legs.second or _imagined_return(legs.first)
    to_play = match is not None and (match.status.is_open or match.status is Status.ABANDONED)
    return match if to_play else None


def _imagined_return(first: Match) -> Match:
    """The second leg of a tie of which only the first is known: at the other club."""
    return Match(
        first.competition, first.season, first.round, first.away, first.home, Status.SCHEDULED, leg=Leg.SECOND
    )


def _verdicts(tie: Tie, match: Match) -> _Verdicts:
    so_far = (match.score if match.status is Status.LIVE else None) or Score(0, 0)
    total = aggregate(tie) or Score(0, 0)
    # Beyond as many goals as there have been, and a few more, every further goal tells the same.
    reach = total.home + total.away + so_far.home + so_far.away + 3
    found: _Verdicts = {}
    for home in range(so_far.home, so_far.home + reach):
        for away in range(so_far.away, so_far.away + reach):
            score = Score(home, away)
            found.setdefault(home - away, []).append((score, _winner(tie, match, score)))
    return found


def _winner(tie: Tie, match: Match, score: Score) -> Club | None:
    ended = replace(
        match,
        status=Status.PLAYED,
        penalties=None,
        full_time=score if match.extra_time is None else match.full_time,
        extra_time=None if match.extra_time is None else score,
    )
    matches = tuple(ended if other is match else other for other in tie.matches)
    if not any(other is match for other in tie.matches):
        matches = (*matches, ended)
    through = outcome(replace(tie, matches=matches))
    return None if through is None else through.winner


def _needs(club: Club, match: Match, verdicts: _Verdicts) -> Needs:
    side = 1 if club == match.home else -1
    margin = max(side * ahead for ahead in verdicts)
    while all(winner == club for _, winner in verdicts[side * (margin - 1)]):
        margin -= 1
    return Needs(club, match, margin, _bands(club, verdicts[side * (margin - 1)]), level_then(match))


def _bands(club: Club, line: list[tuple[Score, Club | None]]) -> tuple[Band, ...]:
    bands: list[Band] = []
    for score, winner in line:
        verdict = Verdict.LEVEL if winner is None else Verdict.THROUGH if winner == club else Verdict.OUT
        if bands and bands[-1].verdict is verdict:
            bands[-1] = replace(bands[-1], highest=score)
        else:
            bands.append(Band(verdict, score, score))
    if len(bands) == 1 and bands[0].verdict is Verdict.OUT:
        return ()
    bands[-1] = replace(bands[-1], highest=None)
    return tuple(bands)

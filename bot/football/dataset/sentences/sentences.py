"""What is true of every season, in sentences, and which of its matches, ties and rounds contradict them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from bot.football.dataset.sentences import matches as of_matches
from bot.football.dataset.sentences import seasons as of_seasons
from bot.football.dataset.sentences import tables as of_tables
from bot.football.dataset.sentences import ties as of_ties
from bot.football.dataset.sentences.seasons import WholeSeason
from bot.football.model import Competition, Match, Round, Season, Tie
from bot.football.season.as_of import result_unknown


class Strength(StrEnum):
    """What a violated sentence means."""

    WRONG = "wrong"
    """The snapshot is not published."""
    ODD = "odd"
    """Readable but implausible: reported."""
    MISSING = "missing"
    """Not known yet, which is no fault."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One match, tie or round (a group) that contradicts a sentence."""

    sentence: str
    strength: Strength
    competition: Competition
    season: Season
    about: _About
    explanation: str

    def __str__(self) -> str:
        return f"{self.competition} {self.season} {_told(self.about)}: {self.explanation} ({self.sentence})"


_About = Match | Tie | Round
_Found = tuple[str, Strength, _About, str]

_WRONG, _ODD, _MISSING = Strength.WRONG, Strength.ODD, Strength.MISSING

OF_MATCHES: tuple[tuple[str, Strength, Callable[[Match], str | None]], ...] = (
    ("nobody meets itself", _WRONG, of_matches.nobody_meets_itself),
    ("the goals add up to the score", _WRONG, of_matches.goals_add_up),
    ("half-time never exceeds full time", _WRONG, of_matches.half_time_within_full_time),
    ("full time never exceeds the score after extra time", _WRONG, of_matches.full_time_within_extra_time),
    ("a shoot-out has a winner", _WRONG, of_matches.shoot_out_has_a_winner),
    ("no match is dated outside its season", _WRONG, of_matches.in_its_season),
    ("a match has a score when it was played, and only then", _ODD, of_matches.a_score_where_played),
    ("goals' minutes are in order", _ODD, of_matches.minutes_in_order),
    ("goals fall within the match", _ODD, of_matches.minutes_within_the_match),
    ("half-time follows from the goals", _ODD, of_matches.half_time_follows_from_goals),
)

OF_TIES: tuple[tuple[str, Strength, Callable[[Tie], str | None]], ...] = (
    ("every tie has one or two legs, or a replay too", _WRONG, of_ties.one_or_two_legs),
    (
        "the second leg is played at the other club, unless neutral",
        _WRONG,
        of_ties.second_leg_at_the_other_club,
    ),
    ("a replay only follows legs that were level", _WRONG, of_ties.replay_after_level_legs),
    ("extra time only comes when it is level after 90 minutes", _ODD, of_ties.extra_time_when_level),
    ("a shoot-out only comes when it is still level", _ODD, of_ties.shoot_out_when_level),
    ("a return has its own score, not that of its shoot-out", _MISSING, of_ties.score_of_the_match_itself),
)

OF_SEASONS: tuple[tuple[str, Strength, Callable[[WholeSeason], Iterable[tuple[_About, str]]]], ...] = (
    ("no tie of a finished season is undecided", _WRONG, of_seasons.undecided_ties),
    ("the outcome of every tie of a finished season is known", _MISSING, of_seasons.ties_of_unknown_outcome),
    ("our winner is the club that plays on", _WRONG, of_seasons.winners_who_do_not_play_on),
    ("the loser of a tie does not return", _WRONG, of_seasons.losers_who_return),
    ("a club stands in one group of a phase", _WRONG, of_tables.clubs_in_two_groups),
    ("a complete group has every pairing", _WRONG, of_tables.pairings_wrong_in_groups),
    ("every club plays all matches of a league phase", _MISSING, of_tables.clubs_short_of_matches),
    ("the final is played on the final's date", _WRONG, of_seasons.finals_on_another_day),
    ("a round is drawn before it is played", _WRONG, of_seasons.rounds_played_before_their_draw),
)

ONE_MATCH_A_DAY = "no club plays two matches on one day"
RESULT_KNOWN = "a match that must be over has its result"


def violations_in_season(season: WholeSeason, now: datetime | None = None) -> Iterator[Violation]:
    """Every violated sentence of one competition's season.

    Without `now` it is not asked which matches must be over.
    """
    for sentence, strength, about, explanation in (
        *_found_in_matches(season.matches),
        *_found_in_ties([tie for tie, _ in season.ties]),
        *_found_in_season(season),
        *_found_by(now, season.matches),
    ):
        yield Violation(sentence, strength, season.competition, season.season, about, explanation)


def violations_across(matches: Iterable[Match]) -> Iterator[Violation]:
    """What can only be seen with the matches of several competitions side by side."""
    for match, explanation in of_seasons.clubs_with_two_matches_on_one_day(matches):
        yield Violation(ONE_MATCH_A_DAY, Strength.WRONG, match.competition, match.season, match, explanation)


def _found_in_matches(matches: Sequence[Match]) -> Iterator[_Found]:
    for sentence, strength, contradicts in OF_MATCHES:
        for match in matches:
            if (explanation := contradicts(match)) is not None:
                yield sentence, strength, match, explanation


def _found_in_ties(ties: Sequence[Tie]) -> Iterator[_Found]:
    for sentence, strength, contradicts in OF_TIES:
        for tie in ties:
            if (explanation := contradicts(tie)) is not None:
                yield sentence, strength, tie, explanation


def _found_in_season(season: WholeSeason) -> Iterator[_Found]:
    for sentence, strength, contradictions in OF_SEASONS:
        for about, explanation in contradictions(season):
            yield sentence, strength, about, explanation


def _found_by(now: datetime | None, matches: Iterable[Match]) -> Iterator[_Found]:
    for match in matches:
        if now is not None and result_unknown(match, now):
            yield RESULT_KNOWN, _MISSING, match, "its result is unknown"


def _told(about: _About) -> str:
    match about:
        case Match():
            day = f", {about.date}" if about.date else ""
            return f"{about.round}, {about.home.name} – {about.away.name}{day}"
        case Tie():
            return f"{about.round}, {about.club_a.name} – {about.club_b.name}"
        case Round():
            return str(about)
        case _:
            assert_never(about)

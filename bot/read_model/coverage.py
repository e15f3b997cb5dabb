"""What the results lack of what is asked about: asked before anything is denied."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.database.results.of_one_club import seasons_in_round
from bot.database.results.seasons import has_table
from bot.football.competitions import INTERTOTO_CUP, ROWS, competitions_of
from bot.football.dataset.gaps import (
    Gap,
    Lack,
    MissingSpan,
    SeasonHeld,
    find_gaps,
    is_before_finals,
    spans,
    within,
)
from bot.football.model import (
    AMSTERDAM,
    CHAMPIONS_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPEAN_COMPETITIONS,
    Club,
    Competition,
    RoundKind,
    Season,
)
from bot.football.questions.question import FIRST_YEAR
from bot.football.season.evening import evening_of
from bot.football.seasons import season_of
from bot.read_model.seasons import ResultsAsOf

A_MONTH = timedelta(days=30)
A_YEAR = timedelta(days=365)
LONGEST_EDITION = 3
"""Years from the one in which an edition began to the one in which it ended."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is denied, or counted: of which clubs, in which competition, when."""

    clubs: Sequence[Club] = ()
    competition: Competition | None = None
    when: Season | int | tuple[date, date] | None = None
    """A season, a calendar year or some days; else all of history."""
    round: RoundKind | None = None
    """No match of a later round is missing where only qualifying is."""

    @property
    def lacks(self) -> Collection[Lack]:
        """What makes a difference to it."""
        is_later = self.round and not self.round.is_qualifying
        return set(Lack) - {Lack.QUALIFYING} if is_later else set(Lack)

    @property
    def days(self) -> tuple[date, date] | None:
        match self.when:
            case int(year):
                return date(year, 1, 1), date(year, 12, 31)
            case (first, last):
                return first, last
        return None

    @classmethod
    def to_come(
        cls, now: datetime, clubs: Sequence[Club] = (), competition: Competition | None = None
    ) -> Scope:
        """Everything from this evening on."""
        tonight = evening_of(now)
        return cls(clubs, competition, (tonight, tonight + A_YEAR))

    def seasons(self, now: datetime) -> Collection[Season]:
        """Those in which it can have been, up to the present one."""
        if isinstance(self.when, Season):
            return [self.when] if self.when <= season_of(now) else []
        first, last = FIRST_YEAR, season_of(now).start_year
        if days := self.days:
            # The first matches of a season are played before it is July.
            first, last = (
                days[0].year - LONGEST_EDITION,
                min(season_of(now + A_MONTH).start_year, days[1].year),
            )
        return [Season(year) for year in range(first, last + 1)]


def missing(knowledge: ResultsAsOf, now: datetime, scope: Scope) -> tuple[MissingSpan, ...]:
    """What is missing of it by now, of what the clubs can have played in."""
    competitions = [cup for cup in EUROPEAN_COMPETITIONS if scope.competition in {None, cup}]
    found: Collection[Gap] = [
        gap
        for gap in find_gaps(
            competitions, scope.seasons(now), lambda cup, season: _held(knowledge, cup, season, now)
        )
        if gap.lack in scope.lacks
        and not (scope.round is RoundKind.FINAL and is_before_finals(gap, now.astimezone(AMSTERDAM).date()))
        and all(_concerns(knowledge, gap, club, scope) for club in scope.clubs)
    ]
    return spans(within(found, *scope.days) if scope.days else found, competitions)


def _held(
    knowledge: ResultsAsOf, competition: Competition, season: Season, now: datetime
) -> SeasonHeld | None:
    if not knowledge.results.has_season(competition, season):
        return None
    has_qualifying, has_final = knowledge.rounds_here(competition, season)
    if has_final:
        return SeasonHeld(has_qualifying)
    newest = knowledge.results.seasons()[0][1]
    if season == newest:
        return SeasonHeld(has_qualifying, knowledge.run_until(competition, season, now))
    # The final of an earlier season has been played, whatever the moment that is asked about.
    matches = knowledge.results.season_matches(competition, season)
    last = max((match.date for match in matches if match.date and match.has_result), default=None)
    return SeasonHeld(has_qualifying, last) if last else None


def _concerns(knowledge: ResultsAsOf, gap: Gap, club: Club, scope: Scope) -> bool:
    """Whether the club can have played in it.

    A super cup is for who won a cup in the season before, the Intertoto Cup for who played in no cup of
    champions or cup winners; nobody joins a season whose groups are known.
    """
    played_in = knowledge.results.seasons_of(club)
    if gap.competition == INTERTOTO_CUP and scope.when:
        return all((cup, gap.season) not in played_in for cup in (CHAMPIONS_LEAGUE, CUP_WINNERS_CUP))
    if gap.lack is Lack.LATER and all(season != gap.season for _, season in played_in):
        return not has_table(knowledge.results, gap.competition, gap.season)
    if not ROWS[gap.competition].only_a_final:
        return True
    before = Season(gap.season.start_year - 1)
    finalists = {season for _, season in seasons_in_round(knowledge.results, club, RoundKind.FINAL)}
    return before in finalists or not all(
        knowledge.results.has_season(cup, before) for cup in _with_winners(before)
    )


def _with_winners(season: Season) -> Iterator[Competition]:
    """The competitions whose winners may meet in the next super cup."""
    for cup in competitions_of(season):
        row = ROWS[cup]
        if not (row.only_a_final or row.within_one_year):
            yield cup

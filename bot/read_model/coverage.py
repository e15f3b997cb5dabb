"""What the results lack of what is asked about: asked before anything is denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.database.results.finals import seasons_in_round
from bot.football.competitions import ROWS, competitions_of
from bot.football.dataset.gaps import Gap, MissingSpan, SeasonHeld, find_gaps, spans, within
from bot.football.model import EUROPEAN_COMPETITIONS, Club, Competition, RoundKind, Season
from bot.football.questions.question import FIRST_YEAR
from bot.football.seasons import season_of
from bot.read_model.seasons import ResultsAsOf

LONGEST_EDITION = 3
"""Years from the one in which an edition began to the one in which it ended."""


def missing(  # noqa: PLR0913 - what a question may name
    knowledge: ResultsAsOf,
    now: datetime,
    *,
    clubs: Sequence[Club] = (),
    competition: Competition | None = None,
    season: Season | None = None,
    days: tuple[date, date] | None = None,
) -> tuple[MissingSpan, ...]:
    """What is missing by now of a season or of some days, else of all of history.

    Where clubs are named, that in which they can have played.
    """
    competitions = (competition,) if competition else EUROPEAN_COMPETITIONS
    first, last = (season, season) if season else (Season(FIRST_YEAR), season_of(now))
    if days and not season:
        first = Season(days[0].year - LONGEST_EDITION)
        last = min(last, Season(days[1].year))
    seasons = [
        Season(year)
        for year in range(first.start_year, last.start_year + 1)
        if Season(year) <= season_of(now)
    ]
    gaps = find_gaps(competitions, seasons, lambda cup, year: _held(knowledge, cup, year, now))
    found = [gap for gap in gaps if all(_concerns(knowledge, gap, club) for club in clubs)]
    return spans(within(found, *days) if days else found, competitions)


def _held(
    knowledge: ResultsAsOf, competition: Competition, season: Season, now: datetime
) -> SeasonHeld | None:
    if not knowledge.results.has_season(competition, season):
        return None
    has_qualifying, has_final = knowledge.rounds_here(competition, season)
    if has_final and season < season_of(now):
        return SeasonHeld(has_qualifying)
    as_of_now = knowledge.season(competition, season, now)
    nothing_played = season < season_of(now) and not any(match.has_result for match in as_of_now.matches)
    return None if nothing_played else SeasonHeld(has_qualifying, as_of_now.known_until)


def _concerns(knowledge: ResultsAsOf, gap: Gap, club: Club) -> bool:
    """Whether the club can have played in it: a super cup is for who won a cup in the season before."""
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

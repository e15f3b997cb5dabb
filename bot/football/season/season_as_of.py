"""One season of a competition, as far as it was known at a moment."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from bot.football.model import (
    Club,
    Competition,
    DrawDate,
    FinalDate,
    Match,
    Round,
    RoundKind,
    Season,
    Tie,
)
from bot.football.season.as_of import (
    draw_over_at,
    draws_ahead,
    latest_known_result,
    result_unknown,
    season_at,
)
from bot.football.tables.standing import Table
from bot.football.tables.table import table
from bot.football.ties.tie import if_it_stays
from bot.football.ties.ties import ties_of

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

SILENCE = 21
"""Days without a result or a fixture after which a season that hasn't had its final is not up to date."""


@dataclass(frozen=True)
class SeasonAsOf:
    """What there was to know of a competition's season; make it with `know_season`.

    Without slots, so that what one question worked out is there for the next of the same minute.
    """

    competition: Competition
    season: Season
    now: datetime
    matches: tuple[Match, ...]
    ties: tuple[Tie, ...]
    rounds: frozenset[RoundKind]
    """The rounds of its format, those still to come included."""
    draws: tuple[DrawDate, ...]
    """Those still ahead, in the order of their rounds; some without a date."""
    all_drawn: bool
    """Whether the last draw of the season is known and has been held."""
    final: FinalDate | None
    deductions: Mapping[Club, int]
    """Points that were taken from clubs."""
    all_draws: tuple[DrawDate, ...] = ()
    """Those that were held too."""

    def of(self, club: Club) -> tuple[Match, ...]:
        return self._by_club.get(club, ())

    def tie_with(self, match: Match) -> Tie | None:
        """The tie that a knockout match belongs to."""
        ties = self.ties_of(match.home)
        return next((tie for tie in ties if tie.round == match.round and match.away in tie.clubs), None)

    def ties_of(self, club: Club) -> tuple[Tie, ...]:
        return self._ties_by_club.get(club, ())

    def in_round(self, round_: Round) -> tuple[Match, ...]:
        return self._by_round.get(round_, ())

    def table(self, round_: Round) -> Table:
        if round_ not in self._tables:
            self._tables[round_] = table(self.in_round(round_), self.deductions)
        return self._tables[round_]

    def is_whole(self, round_: Round) -> bool:
        """Whether no result of a table is missing: all matches are listed, none is without its result.

        When later matchdays are missing altogether, the table of the last complete one still holds.
        """
        if round_ not in self._whole:
            self._whole[round_] = self._is_whole(round_)
        return self._whole[round_]

    def _is_whole(self, round_: Round) -> bool:
        matches = self.in_round(round_)
        listed = Counter(club for match in matches for club in match.clubs)
        if len(set(listed.values())) > 1:
            return False
        dates = [match.date for match in matches if match.has_result and match.date]
        if not dates:
            return True
        return not any(
            result_unknown(match, self.now) and (match.date is None or match.date <= max(dates))
            for match in matches
        )

    def table_if_it_stays(self, round_: Round) -> Table:
        """The table if every match under way ends as it is."""
        return table([if_it_stays(match) for match in self.in_round(round_)], self.deductions)

    @cached_property
    def is_over(self) -> bool:
        """Whether its final has been played."""
        return any(match.round.kind is RoundKind.FINAL and match.has_result for match in self.matches)

    @cached_property
    def known_until(self) -> date | None:
        """The day of the last result, where later ones are missing; None while nothing is missing."""
        return None if self.is_over else run_until(self.matches, self.now)

    @cached_property
    def _by_club(self) -> dict[Club, tuple[Match, ...]]:
        return _grouped((club, match) for match in self.matches for club in match.clubs)

    @cached_property
    def _ties_by_club(self) -> dict[Club, tuple[Tie, ...]]:
        return _grouped((club, tie) for tie in self.ties for club in tie.clubs)

    @cached_property
    def _by_round(self) -> dict[Round, tuple[Match, ...]]:
        return _grouped((match.round, match) for match in self.matches)

    @cached_property
    def _whole(self) -> dict[Round, bool]:
        return {}

    @cached_property
    def _tables(self) -> dict[Round, Table]:
        return {}


def run_until(matches: Sequence[Match], now: datetime) -> date | None:
    """The day of the last result among the matches of a season under way, where later ones are missing."""
    last = latest_known_result(matches, now)
    missing = any(result_unknown(match, now) for match in matches)
    to_come = any(match.status.is_expected for match in matches)
    quiet = last is not None and not to_come and (now.date() - last).days > SILENCE
    return last if missing or quiet else None


def know_season(  # noqa: PLR0913, PLR0917 - the facts of a season
    competition: Competition,
    season: Season,
    matches: Sequence[Match],
    draws: Sequence[DrawDate],
    final: FinalDate | None,
    now: datetime,
    deductions: Mapping[Club, int] = MappingProxyType({}),
) -> SeasonAsOf:
    """Everything recorded about a season, reduced to what was known at that moment."""
    matches_now = season_at(matches, draws, now)
    return SeasonAsOf(
        competition,
        season,
        now,
        matches_now,
        ties_of(matches_now),
        frozenset(match.round.kind for match in matches),
        _ahead(draws, matches_now, now),
        _last_draw_held(draws, now),
        final,
        deductions,
        tuple(draws),
    )


def _grouped(pairs: Iterable[tuple[_Key, _Value]]) -> dict[_Key, tuple[_Value, ...]]:
    found: dict[_Key, list[_Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _ahead(draws: Sequence[DrawDate], matches: Sequence[Match], now: datetime) -> tuple[DrawDate, ...]:
    undated = [draw for draw in draws if draw.date is None and not _drawn(draw, matches)]
    return tuple(sorted((*draws_ahead(draws, now), *undated), key=_first_round))


def _first_round(draw: DrawDate) -> tuple[int, str]:
    return min(round_.order for round_ in draw.rounds)


def _drawn(draw: DrawDate, matches: Sequence[Match]) -> bool:
    """Whether a pairing of the draw's first round is known."""
    return any(match.round.order == _first_round(draw) for match in matches)


def _last_draw_held(draws: Sequence[DrawDate], now: datetime) -> bool:
    last = [
        draw
        for draw in draws
        if {RoundKind.SEMI_FINAL, RoundKind.FINAL} & {round_.kind for round_ in draw.rounds}
    ]
    return bool(last) and all((held := draw_over_at(draw)) is not None and now >= held for draw in last)

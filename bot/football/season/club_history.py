"""A club through the years: how far it came each season, and what all its matches come to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from bot.football.competitions import ROWS
from bot.football.model import (
    EUROPEAN_COMPETITIONS,
    Club,
    Competition,
    Match,
    Round,
    RoundKind,
    Season,
    Status,
)
from bot.football.season.as_of import match_at, result_unknown
from bot.football.season.balance import Balance, balance
from bot.football.season.finals import last_day, winner_of
from bot.football.ties.ties import ties_of


class Depth(IntEnum):
    """How deep in a competition a round is, whatever it was called in its time."""

    QUALIFYING = 1
    BEGIN = 2
    THEN = 3
    LAST_16 = 4
    LAST_8 = 5
    LAST_4 = 6
    FINAL = 7
    WON = 8


_DEPTHS = {
    RoundKind.SECOND: Depth.THEN,
    RoundKind.LAST_32: Depth.THEN,
    RoundKind.KNOCKOUT_PLAY_OFF: Depth.THEN,
    RoundKind.THIRD: Depth.LAST_16,
    RoundKind.SECOND_GROUP: Depth.LAST_16,
    RoundKind.LAST_16: Depth.LAST_16,
    RoundKind.QUARTER_FINAL: Depth.LAST_8,
    RoundKind.SEMI_FINAL: Depth.LAST_4,
    RoundKind.FINAL: Depth.FINAL,
}


@dataclass(frozen=True, slots=True)
class Run:
    """How far a club came in one competition of a season."""

    competition: Competition
    season: Season
    round: Round
    depth: Depth
    year: int
    """In which it ended there."""

    @property
    def is_won(self) -> bool:
        return self.depth is Depth.WON

    @property
    def is_of_one_match(self) -> bool:
        return ROWS[self.competition].only_a_final


@dataclass(frozen=True, slots=True)
class ClubHistory:
    club: Club
    runs: tuple[Run, ...]
    """The newest season first, its best competition first."""
    balance: Balance
    played: Mapping[Competition, int]
    """Matches with a result in each competition."""
    biggest_win: Match | None
    biggest_defeat: Match | None

    @property
    def seasons(self) -> tuple[Season, Season]:
        """The first and the last."""
        return self.runs[-1].season, self.runs[0].season

    @property
    def won(self) -> tuple[Run, ...]:
        """The cups, oldest first."""
        return tuple(run for run in reversed(self.runs) if run.is_won)

    def by_season(self) -> list[list[Run]]:
        found: dict[Season, list[Run]] = defaultdict(list)
        for run in self.runs:
            found[run.season].append(run)
        return list(found.values())


def club_history(club: Club, matches: Iterable[Match], now: datetime) -> ClubHistory | None:
    """All that its matches tell by now; None before the first one."""
    known_now = [match_at(match, now) for match in matches]
    begun: dict[tuple[Season, Competition], list[Match]] = defaultdict(list)
    for match in known_now:
        if not match.status.is_to_begin or result_unknown(match, now):
            begun[match.season, match.competition].append(match)
    if not begun:
        return None
    place = EUROPEAN_COMPETITIONS.index
    keys = sorted(begun, key=lambda key: (-key[0].start_year, place(key[1])))
    played = [match for match in known_now if match.has_result]
    on_the_pitch = [(_ahead(club, match), match) for match in played if match.status is Status.PLAYED]
    return ClubHistory(
        club,
        tuple(_run(club, begun[key]) for key in keys),
        balance(club, played),
        dict(Counter(match.competition for match in played).most_common()),
        max((each for ahead, each in on_the_pitch if ahead > 0), key=_size, default=None),
        max((each for ahead, each in on_the_pitch if ahead < 0), key=_size, default=None),
    )


def _run(club: Club, matches: Sequence[Match]) -> Run:
    """The furthest of these matches of a competition's season."""
    round_ = max({match.round for match in matches}, key=lambda round_: round_.order)
    last = [match for match in matches if match.round == round_]
    first = last[0]
    season_ends = first.season.start_year + 1
    year = max((match.date.year for match in last if match.date), default=season_ends)
    if round_.kind is RoundKind.FINAL:
        (tie,) = ties_of(last)
        depth = Depth.WON if winner_of(tie) == club else Depth.FINAL
        year = last_day(tie).year
    elif round_.kind is RoundKind.GROUP and any(match.round.kind is RoundKind.SECOND for match in matches):
        # The first groups were of the last eight.
        depth = Depth.LAST_8
    else:
        depth = Depth.QUALIFYING if round_.kind.is_qualifying else _DEPTHS.get(round_.kind, Depth.BEGIN)
    return Run(first.competition, first.season, round_, depth, year)


def _ahead(club: Club, match: Match) -> int:
    score = match.score_for(club)
    return score.home - score.away if score else 0


def _size(match: Match) -> tuple[int, int, int]:
    """The margin, then the goals, then the newest."""
    score = match.score
    assert score is not None  # noqa: S101 - only matches with a result are compared
    return abs(score.home - score.away), score.home + score.away, match.season.start_year

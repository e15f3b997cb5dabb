"""Results and goals in the CSV format that `export matches` writes and `import csv` reads.

Licence: that of the file. Rate limit: none. Time zone: Amsterdam. Full time is after 90 minutes, apart from
extra time and the shoot-out. Own goals: under the club that benefits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.football.model import Club, Competition, DecidedBy, Goal, GoalKind, Leg, Match, Season, Status
from bot.sources.csv_rows import Row, read_rows, short
from bot.sources.errors import SourceError

MATCH_COLUMNS = (
    *("competition", "season", "round", "matchday", "leg", "date", "time"),
    *("home", "home_country", "away", "away_country", "status"),
    *("ft_home", "ft_away", "ht_home", "ht_away", "aet_home", "aet_away", "pens_home", "pens_away"),
    *("neutral", "winner", "decided_by", "venue", "city", "note"),
)
GOAL_COLUMNS = (
    *("competition", "season", "date", "home", "away"),
    *("club", "scorer", "minute", "stoppage", "kind", "unmarked"),
)


def read_results_csv(text: str, *, file: str, extra: frozenset[str] = frozenset()) -> tuple[Match, ...]:
    """Every match of a results file; an extra column `source` fills the match's source."""
    return tuple(match_of(row) for row in match_rows(text, file=file, extra=extra))


def match_rows(text: str, *, file: str, extra: frozenset[str] = frozenset()) -> Iterator[Row]:
    """The rows of a results file, for whoever reads the extra columns too."""
    needed = ("competition", "season", "round", "home", "away")
    return read_rows(text, file=file, columns={*MATCH_COLUMNS, *extra}, needed=needed)


def match_of(row: Row) -> Match:
    """The match in a row. A score without a status was played; neither is still to come."""
    home, away = row.club("home"), row.club("away")
    if home.name == away.name and (home.country == away.country or not (home.country and away.country)):
        raise row.wrong(f"{short(home.name)} against itself")
    full_time, extra_time, penalties = row.score("ft"), row.score("aet"), row.score("pens")
    half_time = row.score("ht")
    scored = any(score is not None for score in (full_time, half_time, extra_time, penalties))
    day = row.day()
    return Match(
        competition=row.competition(),
        season=row.season(),
        round=row.round(row.needed("round")),
        home=home,
        away=away,
        status=row.word("status", Status) or (Status.PLAYED if scored else Status.SCHEDULED),
        date=day,
        kick_off=row.moment(day),
        leg=row.word("leg", Leg),
        matchday=row.number("matchday"),
        full_time=full_time,
        half_time=half_time,
        extra_time=extra_time,
        penalties=penalties,
        neutral=row.flag("neutral"),
        winner=_one_of(row, "winner", home, away) if row.text("winner") else None,
        decided_by=row.word("decided_by", DecidedBy),
        venue=row.text("venue"),
        city=row.text("city"),
        note=row.text("note"),
        source=row.text("source"),
    )


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal as goals.csv tells it, with the names of its match as they are written there."""

    line: int
    competition: Competition
    season: Season
    date: date | None
    home: str
    away: str
    club: str
    """The home or the away club: the one that benefits."""
    scorer: str | None
    minute: int | None
    stoppage: int | None
    kind: GoalKind
    unmarked: frozenset[GoalKind]
    """The kinds that its source does not mark, as `penalty|own`."""


def read_goals_of_results(
    text: str, *, file: str, extra: frozenset[str] = frozenset()
) -> tuple[GoalRow, ...]:
    """Every goal of a goals file in its order; two equal rows are two goals."""
    return tuple(goal_of(row) for row in goal_rows(text, file=file, extra=extra))


def goal_rows(text: str, *, file: str, extra: frozenset[str] = frozenset()) -> Iterator[Row]:
    """The rows of a goals file, for whoever reads the extra columns too."""
    needed = ("competition", "season", "home", "away", "club")
    return read_rows(text, file=file, columns={*GOAL_COLUMNS, *extra}, needed=needed)


def goal_of(row: Row) -> GoalRow:
    home, away = row.club("home"), row.club("away")
    return GoalRow(
        line=row.line,
        competition=row.competition(),
        season=row.season(),
        date=row.day(),
        home=home.name,
        away=away.name,
        club=_one_of(row, "club", home, away).name,
        scorer=row.text("scorer") or None,
        minute=row.number("minute"),
        stoppage=row.number("stoppage"),
        kind=row.word("kind", GoalKind) or GoalKind.OPEN_PLAY,
        unmarked=frozenset(
            row.one_of("unmarked", kind, GoalKind) for kind in row.text("unmarked").split("|") if kind
        ),
    )


def with_goals(matches: Iterable[Match], goals: Iterable[GoalRow], *, file: str) -> tuple[Match, ...]:
    """The matches with their goals; both files must write the clubs alike, and no goal may be left over."""
    found = list(matches)
    places: dict[tuple[object, ...], list[int]] = {}
    for place, match in enumerate(found):
        key = (match.competition, match.season, match.date, match.home.name, match.away.name)
        places.setdefault(key, []).append(place)
    scored: dict[int, list[Goal]] = {}
    unmarked: dict[int, frozenset[GoalKind]] = {}
    for row in goals:
        meant = places.get((row.competition, row.season, row.date, row.home, row.away), [])
        if len(meant) != 1:
            reason = "more than one such match" if meant else "no such match"
            raise SourceError(file, f"{reason}: {row.home} - {row.away} of {row.date}", row.line)
        match = found[meant[0]]
        club = match.home if row.club == match.home.name else match.away
        goal = Goal(club, row.scorer, row.minute, row.stoppage, row.kind)
        scored.setdefault(meant[0], []).append(goal)
        unmarked[meant[0]] = unmarked.get(meant[0], frozenset()) | row.unmarked
    for place, of_match in scored.items():
        found[place] = replace(found[place], goals=tuple(of_match), unmarked=unmarked[place])
    return tuple(found)


def _one_of(row: Row, column: str, home: Club, away: Club) -> Club:
    """The home or the away club, under exactly the name the row gives it."""
    name = row.needed(column)
    clubs = [club for club in (home, away) if club.name == name]
    if len(clubs) != 1:
        raise row.wrong(f"{column} is neither {short(home.name)} nor {short(away.name)}: {short(name)}")
    return clubs[0]

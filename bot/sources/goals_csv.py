"""Goals with scorer and minute, one a row: the `goals_time` files of schochastics/football-data.

Licence: ODC-BY 1.0, attribution. Rate limit: none, files. Time zone: only the day is told, taken as
Amsterdam's. Full time: the shown score includes extra time ("n.V."), or is the shoot-out's alone ("i.E.");
90 minutes follow from the minutes of the goals. Own goals: under the club that benefits, unmarked like
penalties. Goalless matches, rounds, groups, legs, venues and countries are absent:
`bot.football.dataset.deriving` finds what can be found.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.football.dataset.deriving.deriving import MatchReport
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    UNKNOWN_ROUND,
    Club,
    Competition,
    Derived,
    Goal,
    GoalKind,
    Leg,
    Match,
    Score,
    Season,
    Status,
)
from bot.sources.csv_rows import refuse_huge
from bot.sources.errors import SourceError
from bot.sources.reading import spelled

COLUMNS = ("scoring_player", "scoring_team", "time", "GH", "GA", "game", "date", "season")
NOT_EUROPEAN = frozenset({(CHAMPIONS_LEAGUE, Season(2008))})
"""Under 2008-2009 the file holds the Champions League of North and Central America (CONCACAF)."""

UNMARKED = frozenset({GoalKind.OWN_GOAL, GoalKind.PENALTY})

_GAME = re.compile(
    r"(?P<home>.+?) vs\. (?P<away>.+) (?P<shown>\d+:\d+)\s*"
    r"(?P<ending>n\.V\.|i\.E\.|Wert\.)?\s*(?:\(Hinspiel\s+(?P<first_leg>\d+:\d+)\))?\s*",
    re.DOTALL,
)
_SEASON = re.compile(r"(\d{4})-(\d{4})")
_TIME = re.compile(r"(\d{1,3})(?:\+(\d{1,2}))?")
_AWARDED = "Wert."


@dataclass(frozen=True, slots=True)
class _Row:
    """One goal as it is written, with the place to name when it can't be read."""

    file: str
    line: int
    cells: dict[str, str]

    def error(self, reason: str) -> SourceError:
        return SourceError(self.file, reason, self.line)

    def number(self, column: str) -> int:
        if not self.cells[column].isdecimal():
            raise self.error(f"{column} is a number, not {self.cells[column]!r}")
        return int(self.cells[column])


@dataclass(frozen=True, slots=True)
class _Game:
    """The heading under which the goals of a match stand."""

    home: Club
    away: Club
    shown: Score
    ending: str | None
    first_leg: Score | None


def read_goals_csv(text: str, *, file: str, competition: Competition) -> tuple[MatchReport, ...]:
    """Every match with a goal, its round unknown.

    Goals that don't add up to the score are kept as they are, those of an awarded match as they fell.
    """
    by_game: dict[tuple[str, ...], list[_Row]] = defaultdict(list)
    for row in _rows(text, file):
        by_game[row.cells["season"], row.cells["date"], row.cells["game"]].append(row)
    reports = (_report(rows, competition) for rows in by_game.values())
    return tuple(report for report in reports if (competition, report.match.season) not in NOT_EUROPEAN)


def _rows(text: str, file: str) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise SourceError(file, f"the first line names the columns {','.join(COLUMNS)}", 1)
        line = reader.line_num + 1
        for number, values in enumerate(reader, start=1):
            refuse_huge(values, number, file=file, line=line)
            # A heading has line breaks in it, so that a row ends further down than it began.
            if len(values) != len(COLUMNS):
                raise SourceError(file, f"a goal has {len(COLUMNS)} columns, not {len(values)}", line)
            yield _Row(file, line, dict(zip(COLUMNS, map(str.strip, values), strict=True)))
            line = reader.line_num + 1
    except csv.Error as error:
        raise SourceError(file, f"this is no CSV: {error}", reader.line_num) from error


def _report(rows: Sequence[_Row], competition: Competition) -> MatchReport:
    game = _game(rows[0])
    match = Match(
        competition,
        _season(rows[0]),
        UNKNOWN_ROUND,
        game.home,
        game.away,
        Status.AWARDED if game.ending == _AWARDED else Status.PLAYED,
        date=_day(rows[0]),
        leg=Leg.SECOND if game.first_leg else None,
        goals=tuple(_goal(row, game) for row in rows),
        unmarked=UNMARKED,
    )
    last = Score(rows[-1].number("GH"), rows[-1].number("GA"))
    return MatchReport(_with_scores(match, game, last), game.first_leg)


def _game(row: _Row) -> _Game:
    found = _GAME.fullmatch(row.cells["game"])
    if found is None:
        raise row.error(f"a game is written 'Ajax vs. PSV 2:1', not {row.cells['game']!r}")
    first_leg = found["first_leg"]
    return _Game(
        spelled(found["home"].strip()),
        spelled(found["away"].strip()),
        Score.from_text(found["shown"]),
        found["ending"],
        Score.from_text(first_leg) if first_leg else None,
    )


def _season(row: _Row) -> Season:
    found = _SEASON.fullmatch(row.cells["season"])
    if found is None or int(found[2]) != int(found[1]) + 1:
        raise row.error(f"a season is written '2017-2018', not {row.cells['season']!r}")
    return Season(int(found[1]))


def _day(row: _Row) -> date:
    try:
        return date.fromisoformat(row.cells["date"])
    except ValueError as error:
        raise row.error(f"a date is written '2018-02-22', not {row.cells['date']!r}") from error


def _goal(row: _Row, game: _Game) -> Goal:
    scorer, team, time = (row.cells[column] for column in ("scoring_player", "scoring_team", "time"))
    club = next((club for club in (game.home, game.away) if club.name == team), None)
    if club is None:
        raise row.error(f"{team!r} scores, but {game.home.name} plays {game.away.name}")
    if not time:
        return Goal(club, scorer or None)
    found = _TIME.fullmatch(time)
    if found is None:
        raise row.error(f"a minute is written '45' or '45+2', not {time!r}")
    return Goal(club, scorer or None, int(found[1]), int(found[2]) if found[2] else None)


def _with_scores(match: Match, game: _Game, last: Score) -> Match:
    """The scores, of which the source shows only the last: after 90 minutes, 120 minutes or the shoot-out."""
    match game.ending:
        case "n.V.":
            played = replace(match, extra_time=game.shown)
        case "i.E.":
            played = replace(match, extra_time=last, penalties=game.shown)
        case "Wert.":
            # The pitch no longer counts, so neither does its half-time.
            return replace(match, full_time=game.shown)
        case _:
            played = replace(match, full_time=game.shown)
    if not played.scorers_known or any(goal.minute is None for goal in played.goals):
        return played
    derived = {Derived.HALF_TIME}
    if played.extra_time is not None:
        played = replace(played, full_time=_score_after(90, played))
        derived.add(Derived.FULL_TIME)
    return replace(played, half_time=_score_after(45, played), derived=played.derived | derived)


def _score_after(minutes: int, match: Match) -> Score:
    """Stoppage time belongs to the minute that it is added to."""
    scored = Counter(goal.club for goal in match.goals if goal.minute is not None and goal.minute <= minutes)
    return Score(scored[match.home], scored[match.away])

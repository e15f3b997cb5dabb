"""The project's own reviewed facts: the small CSV files under data/facts/.

Licences and origins: data/SOURCES.md. The rest is as in `results_csv`, whose columns the matches share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.football.model import (
    Club,
    Competition,
    Derived,
    DrawDate,
    FinalDate,
    GoalKind,
    Match,
    Season,
)
from bot.sources.csv_rows import Row, read_rows, short
from bot.sources.reading import spelled
from bot.sources.results_csv import GoalRow, goal_of, goal_rows, match_of, match_rows

_EXTRA = frozenset({"source", "confidence", "reason", "derived"})


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    """One unconfirmed source says so: a better source replaces it."""


@dataclass(frozen=True, slots=True)
class FactMatch:
    """A match of matches.csv or corrections.csv; its source is filled, and what was derived is marked."""

    match: Match
    confidence: Confidence
    reason: str


@dataclass(frozen=True, slots=True)
class FactGoal:
    goal: GoalRow
    source: str
    confidence: Confidence
    reason: str


@dataclass(frozen=True, slots=True)
class GoalKinds:
    """Which goals of a match were own goals, and which were penalties; the others were neither."""

    competition: Competition
    season: Season
    date: date | None
    home: str
    away: str
    marked: Mapping[GoalKind, tuple[str, ...]]
    """Per kind that is known whole: the goals as minute and scorer, `90+3 Kolašinac`."""
    line: int


@dataclass(frozen=True, slots=True)
class ClubSpelling:
    """One spelling of a club, exactly as a source or a person writes it."""

    club: str
    """The club's id."""
    name: str
    kind: str
    country: str
    """Another country than the club's own, where a source writes one behind this name (MCO for Monaco)."""
    shared: bool
    """Whether other clubs are written so too."""


@dataclass(frozen=True, slots=True)
class ClubWithoutMatches:
    """A club that exists but has no match here, so that a search for it finds none instead of another."""

    name: str
    country: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    competition: Competition
    season: Season
    club: Club
    """As spelled in the results."""
    source: str


@dataclass(frozen=True, slots=True)
class Deduction:
    """Points that a verdict took away from a club in its group."""

    competition: Competition
    season: Season
    club: Club
    """As spelled in the results."""
    points: int
    reason: str
    source: str


def read_fact_matches(text: str, *, file: str) -> tuple[FactMatch, ...]:
    """matches.csv and corrections.csv: results with `source`, `confidence`, `reason` and `derived`."""
    return tuple(
        FactMatch(_match(row), _confidence(row), row.text("reason"))
        for row in match_rows(text, file=file, extra=_EXTRA)
    )


def read_fact_goals(text: str, *, file: str) -> tuple[FactGoal, ...]:
    """goals.csv: goals with `source`, `confidence` and `reason`."""
    return tuple(
        FactGoal(goal_of(row), row.needed("source"), _confidence(row), row.text("reason"))
        for row in goal_rows(text, file=file, extra=_EXTRA - {"derived"})
    )


def read_goal_kinds(text: str, *, file: str) -> tuple[GoalKinds, ...]:
    """goal_kinds.csv: of a match all own goals, all penalties, or both; `?` where they are not known."""
    columns = ("competition", "season", "date", "home", "away", "own_goals", "penalties", "source")
    return tuple(_goal_kinds(row) for row in read_rows(text, file=file, columns=columns, needed=columns))


def read_draws(text: str, *, file: str) -> tuple[DrawDate, ...]:
    """draws.csv; `rounds` are separated by |, and a confirmed draw has a date."""
    columns = ("competition", "season", "rounds", "date", "time", "place", "confirmed", "source")
    return tuple(_draw(row) for row in read_rows(text, file=file, columns=columns, needed=columns))


def read_finals(text: str, *, file: str) -> tuple[FinalDate, ...]:
    """finals.csv: when and where each season's final is or was."""
    columns = ("competition", "season", "date", "time", "city", "venue", "confirmed", "source")
    return tuple(_final(row) for row in read_rows(text, file=file, columns=columns, needed=columns))


def read_clubs(text: str, *, file: str) -> tuple[Club, ...]:
    """clubs.csv: every club once, with the name it is shown under."""
    columns = ("id", "name", "country", "dutch_name")
    return tuple(
        Club(row.needed("id"), row.needed("name"), row.text("country"), row.text("dutch_name"))
        for row in _each_once(read_rows(text, file=file, columns=columns, needed=columns[:3]), "id")
    )


def read_club_names(text: str, *, file: str) -> tuple[ClubSpelling, ...]:
    """club_names.csv: the spellings of each club by its id."""
    columns = ("club", "name", "kind", "country", "shared")
    return tuple(
        ClubSpelling(
            club=row.needed("club"),
            name=row.needed("name"),
            kind=row.needed("kind"),
            country=row.text("country"),
            shared=bool(row.text("shared")),
        )
        for row in read_rows(text, file=file, columns=columns, needed=columns[:3])
    )


def read_elsewhere_clubs(text: str, *, file: str) -> tuple[ClubWithoutMatches, ...]:
    """elsewhere_clubs.csv: clubs without a match here; other names are separated by |."""
    columns = ("name", "country", "also")
    return tuple(
        ClubWithoutMatches(
            row.needed("name"),
            row.text("country"),
            tuple(name.strip() for name in row.text("also").split("|") if name.strip()),
        )
        for row in read_rows(text, file=file, columns=columns, needed=columns[:2])
    )


def read_ordinary_words(text: str, *, file: str) -> tuple[str, ...]:
    """ordinary_words.csv: words that only look like the name of a club."""
    columns = ("word",)
    return tuple(row.needed("word") for row in read_rows(text, file=file, columns=columns, needed=columns))


def read_participants(text: str, *, file: str) -> tuple[Participant, ...]:
    """participants.csv: who takes part, before a ball is kicked."""
    columns = ("competition", "season", "club", "country", "source")
    return tuple(
        Participant(
            row.competition(),
            row.season(),
            spelled(row.needed("club"), row.text("country")),
            row.needed("source"),
        )
        for row in read_rows(text, file=file, columns=columns, needed=columns)
    )


def read_deductions(text: str, *, file: str) -> tuple[Deduction, ...]:
    """deductions.csv: points that a verdict took away."""
    columns = ("competition", "season", "club", "country", "points", "reason", "source")
    return tuple(
        Deduction(
            row.competition(),
            row.season(),
            spelled(row.needed("club"), row.text("country")),
            _points(row),
            row.needed("reason"),
            row.needed("source"),
        )
        for row in read_rows(text, file=file, columns=columns, needed=columns)
    )


def _points(row: Row) -> int:
    points = row.number("points")
    if not points:
        raise row.wrong("a deduction without points")
    return points


def _match(row: Row) -> Match:
    """The match; a fact without a source is refused."""
    row.needed("source")
    derived = [part for part in row.text("derived").split("|") if part]
    return replace(match_of(row), derived=frozenset(row.one_of("derived", part, Derived) for part in derived))


def _confidence(row: Row) -> Confidence:
    """High unless the row says otherwise: these files were reviewed."""
    return row.word("confidence", Confidence) or Confidence.HIGH


def _goal_kinds(row: Row) -> GoalKinds:
    """The kinds; a fact without a source is refused."""
    row.needed("source")
    columns = {GoalKind.OWN_GOAL: "own_goals", GoalKind.PENALTY: "penalties"}
    written = {kind: row.text(column) for kind, column in columns.items()}
    return GoalKinds(
        competition=row.competition(),
        season=row.season(),
        date=row.day(),
        home=row.needed("home"),
        away=row.needed("away"),
        marked={
            kind: tuple(goal for goal in text.split("|") if goal)
            for kind, text in written.items()
            if text != "?"
        },
        line=row.line,
    )


def _draw(row: Row) -> DrawDate:
    day = row.day()
    confirmed = row.flag("confirmed")
    if confirmed and day is None:
        raise row.wrong("a confirmed draw without a date")
    return DrawDate(
        competition=row.competition(),
        season=row.season(),
        rounds=tuple(row.round(code) for code in row.needed("rounds").split("|")),
        date=day,
        at=row.moment(day),
        place=row.text("place"),
        confirmed=confirmed,
        source=row.needed("source"),
    )


def _final(row: Row) -> FinalDate:
    day = row.day()
    if day is None:
        raise row.wrong("a final without a date")
    return FinalDate(
        competition=row.competition(),
        season=row.season(),
        date=day,
        kick_off=row.moment(day),
        city=row.needed("city"),
        venue=row.text("venue"),
        confirmed=row.flag("confirmed"),
        source=row.needed("source"),
    )


def _each_once(rows: Iterable[Row], column: str) -> Iterator[Row]:
    values: set[str] = set()
    for row in rows:
        value = row.needed(column)
        if value in values:
            raise row.wrong(f"{column} stands there twice: {short(value)}")
        values.add(value)
        yield row

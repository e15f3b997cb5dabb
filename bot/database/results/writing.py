"""Saving facts; whoever calls opens the transaction."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from bot.database.results.rows import MATCH_COLUMNS, minute_text, row_of
from bot.football.dataset.merging import Disagreement
from bot.football.model import Club, Competition, DrawDate, FinalDate, Match, Season

_WRITTEN = MATCH_COLUMNS.removeprefix("id, ")
_MARKS = ", ".join("?" for _ in _WRITTEN.split(","))
INSERT_MATCH = f"INSERT INTO matches ({_WRITTEN}) VALUES ({_MARKS})"  # noqa: S608 - our own column names
UPDATE_MATCH = f"UPDATE matches SET ({_WRITTEN}) = ({_MARKS}) WHERE id = ?"  # noqa: S608 - our own column names
DELETE_GOALS = "DELETE FROM goals WHERE match = ?"
INSERT_GOAL = (
    "INSERT INTO goals (match, place, club, scorer, minute, stoppage, kind) VALUES (?, ?, ?, ?, ?, ?, ?)"
)
SAVE_CLUB = """
    INSERT INTO clubs (id, name, country, dutch_name) VALUES (?, ?, ?, ?)
    ON CONFLICT (id)
    DO UPDATE SET name = excluded.name, country = excluded.country, dutch_name = excluded.dutch_name
"""
SAVE_NAME = "INSERT OR REPLACE INTO club_names (club, name, kind, country, shared) VALUES (?, ?, ?, ?, ?)"
SAVE_PAGE = "INSERT OR REPLACE INTO club_pages (page, club) VALUES (?, ?)"
SAVE_NAME_OF_ITS_TIME = """
    INSERT OR REPLACE INTO club_names_of_their_time (club, name, first_season, last_season, dutch_name)
    VALUES (?, ?, ?, ?, ?)
"""
SAVE_ELSEWHERE = "INSERT OR IGNORE INTO elsewhere_clubs (name, country, also) VALUES (?, ?, ?)"
SAVE_ORDINARY_WORD = "INSERT OR IGNORE INTO ordinary_words (word) VALUES (?)"
DELETE_DRAW = "DELETE FROM draws WHERE competition = ? AND season = ? AND rounds = ?"
SAVE_DRAW = """
    INSERT OR REPLACE INTO draws (competition, season, rounds, date, at, place, confirmed, source)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
SAVE_FINAL = """
    INSERT OR REPLACE INTO finals (competition, season, date, kick_off, city, venue, confirmed, source)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
SAVE_PARTICIPANT = (
    "INSERT OR REPLACE INTO participants (competition, season, club, source) VALUES (?, ?, ?, ?)"
)
SAVE_DEDUCTION = """
    INSERT OR REPLACE INTO deductions (competition, season, club, points, reason, source)
    VALUES (?, ?, ?, ?, ?, ?)
"""
SAVE_CONFLICT = """
    INSERT OR IGNORE INTO conflicts (match, fact, kept, kept_source, refused, refused_source)
    VALUES (?, ?, ?, ?, ?, ?)
"""


def save_clubs(db: Database, clubs: Iterable[Club]) -> None:
    db.conn.executemany(SAVE_CLUB, [(club.id, club.name, club.country, club.dutch_name) for club in clubs])


def save_names(db: Database, names: Iterable[tuple[str, str, str, str, bool]]) -> None:
    """Names as club id, name, kind, the country where a source writes another, and whether clubs share it."""
    db.conn.executemany(SAVE_NAME, list(names))


def save_pages(db: Database, pages: Iterable[tuple[str, str]]) -> None:
    """Pages of Wikipedia: the title, and the id of the club that it is about."""
    db.conn.executemany(SAVE_PAGE, list(pages))


def save_names_of_their_time(db: Database, names: Iterable[tuple[str, str, Season, Season, str]]) -> None:
    """What a club was called: its id, the name, the first and the last season, and the Dutch name."""
    db.conn.executemany(
        SAVE_NAME_OF_ITS_TIME,
        [(club, name, first.start_year, last.start_year, dutch) for club, name, first, last, dutch in names],
    )


def save_elsewhere(db: Database, clubs: Iterable[tuple[str, str, str]]) -> None:
    """Clubs known to exist that have no match here: name, country, and other names separated by |."""
    db.conn.executemany(SAVE_ELSEWHERE, list(clubs))


def save_ordinary_words(db: Database, words: Iterable[str]) -> None:
    """Words that only look like the name of a club."""
    db.conn.executemany(SAVE_ORDINARY_WORD, [(word,) for word in words])


def add_match(db: Database, match: Match, authority: int) -> int:
    """Save a match that wasn't there; returns its id."""
    new = db.conn.execute(INSERT_MATCH, row_of(match, authority)).lastrowid
    assert new is not None  # noqa: S101 - an insert into a rowid table always has one
    _save_goals(db, new, match)
    return new


def change_match(db: Database, match_id: int, match: Match, authority: int) -> None:
    db.conn.execute(UPDATE_MATCH, (*row_of(match, authority), match_id))
    db.conn.execute(DELETE_GOALS, (match_id,))
    _save_goals(db, match_id, match)


def save_conflict(
    db: Database, match_id: int, disagreement: Disagreement, *, kept_source: str, refused_source: str
) -> bool:
    """Record a conflict; False when it was recorded before."""
    row = (
        match_id,
        disagreement.fact,
        disagreement.kept,
        kept_source,
        disagreement.refused,
        refused_source,
    )
    return db.conn.execute(SAVE_CONFLICT, row).rowcount > 0


def _rounds_of(draw: DrawDate) -> str:
    return "|".join(covered.code for covered in draw.rounds)


def delete_draw(db: Database, draw: DrawDate) -> None:
    db.execute(DELETE_DRAW, (draw.competition.code, draw.season.start_year, _rounds_of(draw)))


def save_draws(db: Database, draws: Iterable[DrawDate]) -> None:
    db.conn.executemany(
        SAVE_DRAW,
        [
            (
                draw.competition.code,
                draw.season.start_year,
                _rounds_of(draw),
                draw.date.isoformat() if draw.date else None,
                minute_text(draw.at),
                draw.place,
                int(draw.confirmed),
                draw.source,
            )
            for draw in draws
        ],
    )


def save_finals(db: Database, finals: Iterable[FinalDate]) -> None:
    db.conn.executemany(
        SAVE_FINAL,
        [
            (
                final.competition.code,
                final.season.start_year,
                final.date.isoformat(),
                minute_text(final.kick_off),
                final.city,
                final.venue,
                int(final.confirmed),
                final.source,
            )
            for final in finals
        ],
    )


def save_participants(db: Database, participants: Iterable[tuple[Competition, Season, Club, str]]) -> None:
    """Who takes part, with the source that says so."""
    db.conn.executemany(
        SAVE_PARTICIPANT,
        [
            (competition.code, season.start_year, club.id, source)
            for competition, season, club, source in participants
        ],
    )


def save_deductions(
    db: Database, deductions: Iterable[tuple[Competition, Season, Club, int, str, str]]
) -> None:
    """Points that a verdict took away in a group: how many, why, and the source that says so."""
    db.conn.executemany(
        SAVE_DEDUCTION,
        [
            (competition.code, season.start_year, club.id, points, reason, source)
            for competition, season, club, points, reason, source in deductions
        ],
    )


def _save_goals(db: Database, match_id: int, match: Match) -> None:
    db.conn.executemany(
        INSERT_GOAL,
        [
            (match_id, place, goal.club.id, goal.scorer, goal.minute, goal.stoppage, goal.kind.value)
            for place, goal in enumerate(match.goals, start=1)
        ],
    )

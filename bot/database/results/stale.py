"""The tables of what is worked out once, and what makes a row of them stale; each function is a migration's.

Triggers note the club of which something changed; `worked_out` does the rest.
"""

from __future__ import annotations

from sqlite_utils import Database

WORKED_OUT_NAMES = (
    """
CREATE TABLE stale (
    what TEXT NOT NULL CHECK (what IN ('names', 'elsewhere', 'renown')),
    club TEXT NOT NULL,
    PRIMARY KEY (what, club)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE club_keys (
    by TEXT NOT NULL,
    key TEXT NOT NULL,
    club TEXT NOT NULL,
    kinds TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (by, key, club)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE keys_by_length (
    by TEXT NOT NULL,
    length INTEGER NOT NULL,
    keys TEXT NOT NULL,
    PRIMARY KEY (by, length)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE elsewhere_keys (
    by TEXT NOT NULL,
    key TEXT NOT NULL,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    PRIMARY KEY (by, key, folded, name, country)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE folded_words (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE club_renown (
    club TEXT PRIMARY KEY,
    matches INTEGER NOT NULL,
    last_season INTEGER NOT NULL
) STRICT, WITHOUT ROWID
""",
)
MARK = "INSERT INTO stale (what, club) VALUES ('{what}', {club}) ON CONFLICT DO NOTHING"
STALE_BY = (
    ("clubs", "names", "id"),
    ("club_names", "names", "club"),
    ("elsewhere_clubs", "elsewhere", ""),
    ("ordinary_words", "elsewhere", ""),
    ("matches", "renown", "home"),
    ("matches", "renown", "away"),
)
"""A table, what it makes stale, and the column with the club of which it does."""


def add_name_tables(db: Database) -> None:
    """Each name of each club, folded, by everything that it is looked up by; all of it is stale at first."""
    for table in WORKED_OUT_NAMES:
        db.execute(table)
    db.execute("INSERT INTO stale SELECT 'names', id FROM clubs UNION SELECT 'renown', id FROM clubs")
    db.execute("INSERT INTO stale VALUES ('elsewhere', '')")
    for table, what, column in STALE_BY:
        for action, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            club = f"{row}.{column}" if column else "''"
            name = f"{table}_{action}_{row}_{column or what}_stale".lower()
            mark = MARK.format(what=what, club=club)
            db.execute(f"CREATE TRIGGER {name} AFTER {action} ON {table} BEGIN {mark}; END")

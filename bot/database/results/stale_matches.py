"""The tables of players and records, and what makes a match's part of them stale; for a migration.

Triggers note the match that changed; `played` and `scorers` do the rest.
"""

from __future__ import annotations

from sqlite_utils import Database

COUNTED = (
    """
CREATE TABLE stale_matches (
    match INTEGER NOT NULL,
    competition TEXT NOT NULL,
    season INTEGER NOT NULL,
    PRIMARY KEY (competition, season, match)
) STRICT, WITHOUT ROWID
""",
    # Every match that was played; from when its result is known.
    """
CREATE TABLE played (
    match INTEGER PRIMARY KEY,
    over TEXT NOT NULL,
    home_goals INTEGER,
    away_goals INTEGER,
    scorers_known INTEGER NOT NULL,
    own_goals_known INTEGER NOT NULL,
    penalties_known INTEGER NOT NULL
) STRICT
""",
    """
CREATE TABLE feats (
    match INTEGER NOT NULL,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    club TEXT NOT NULL,
    scorer TEXT NOT NULL,
    PRIMARY KEY (match, place)
) STRICT, WITHOUT ROWID
""",
    # What all of a season count together, from when the last of them is over.
    """
CREATE TABLE season_tallies (
    competition TEXT NOT NULL,
    season INTEGER NOT NULL,
    first_over TEXT NOT NULL,
    last_over TEXT NOT NULL,
    matches INTEGER NOT NULL,
    scorers_known INTEGER NOT NULL,
    own_goals_known INTEGER NOT NULL,
    penalties_known INTEGER NOT NULL,
    hat_tricks INTEGER NOT NULL,
    in_first_minute INTEGER NOT NULL,
    own_goals INTEGER NOT NULL,
    PRIMARY KEY (competition, season)
) STRICT, WITHOUT ROWID
""",
    # The best few of each kind; the least rank is the best.
    """
CREATE TABLE season_records (
    kind TEXT NOT NULL,
    rank INTEGER NOT NULL,
    competition TEXT NOT NULL,
    season INTEGER NOT NULL,
    place INTEGER NOT NULL,
    match INTEGER NOT NULL,
    club TEXT NOT NULL,
    scorer TEXT NOT NULL,
    PRIMARY KEY (kind, rank, competition, season, place)
) STRICT, WITHOUT ROWID
""",
    # Players of different surnames are never the same: a surname is worked out by itself.
    """
CREATE TABLE players (
    surname TEXT NOT NULL,
    number INTEGER NOT NULL,
    button TEXT NOT NULL,
    name TEXT NOT NULL,
    spellings TEXT NOT NULL,
    goals INTEGER NOT NULL,
    PRIMARY KEY (surname, number)
) STRICT, WITHOUT ROWID
""",
    # Each goal that is somebody's; number 0 is nobody's whom we can tell.
    """
CREATE TABLE player_goals (
    surname TEXT NOT NULL,
    number INTEGER NOT NULL,
    nth INTEGER NOT NULL,
    match INTEGER NOT NULL,
    place INTEGER NOT NULL,
    doubtful INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (surname, number, nth)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE player_keys (
    by TEXT NOT NULL,
    key TEXT NOT NULL,
    surname TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (by, key, surname, number)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE player_keys_by_length (
    by TEXT NOT NULL,
    length INTEGER NOT NULL,
    keys TEXT NOT NULL,
    PRIMARY KEY (by, length)
) STRICT, WITHOUT ROWID
""",
    """
CREATE TABLE player_sounds (
    sound TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (sound, word)
) STRICT, WITHOUT ROWID
""",
    "CREATE INDEX players_by_button ON players (button)",
    "CREATE INDEX player_goals_by_match ON player_goals (match)",
)
MARK = "INSERT INTO stale_matches (match, competition, season) {of} ON CONFLICT DO NOTHING"
OF_MATCH = "SELECT {row}.id, {row}.competition, {row}.season WHERE TRUE"
OF_GOAL = "SELECT id, competition, season FROM matches WHERE id = {row}.match"
ROWS = (("INSERT", "NEW"), ("UPDATE", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))


def add_player_tables(db: Database) -> None:
    """Players, their goals and all records; everything is stale at first."""
    for table in COUNTED:
        db.execute(table)
    db.execute("INSERT INTO stale_matches SELECT id, competition, season FROM matches")
    for table, of in (("matches", OF_MATCH), ("goals", OF_GOAL)):
        for action, row in ROWS:
            name = f"{table}_{action}_{row}_counted".lower()
            mark = MARK.format(of=of.format(row=row))
            db.execute(f"CREATE TRIGGER {name} AFTER {action} ON {table} BEGIN {mark}; END")

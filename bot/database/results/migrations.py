"""The steps that make a results database, in order; a released step is never edited."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from bot.database.results.stale import add_name_tables

MIGRATIONS = Migrations("results")

CLUBS = """
CREATE TABLE clubs (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT NOT NULL DEFAULT '',
    dutch_name TEXT NOT NULL DEFAULT ''
) STRICT
"""

CLUB_NAMES = """
CREATE TABLE club_names (
    club TEXT NOT NULL REFERENCES clubs (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    shared INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (name, country, club)
) STRICT, WITHOUT ROWID
"""

ELSEWHERE_CLUBS = """
CREATE TABLE elsewhere_clubs (
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    also TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (name, country)
) STRICT, WITHOUT ROWID
"""

ORDINARY_WORDS = """
CREATE TABLE ordinary_words (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID
"""

MATCHES = """
CREATE TABLE matches (
    id INTEGER PRIMARY KEY,
    competition TEXT NOT NULL,
    season INTEGER NOT NULL,
    round TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    leg TEXT CHECK (leg IN ('1', '2', 'replay')),
    matchday INTEGER,
    home TEXT NOT NULL REFERENCES clubs (id),
    away TEXT NOT NULL REFERENCES clubs (id),
    date TEXT,
    kick_off TEXT,
    status TEXT NOT NULL,
    ft_home INTEGER, ft_away INTEGER,
    ht_home INTEGER, ht_away INTEGER,
    aet_home INTEGER, aet_away INTEGER,
    pens_home INTEGER, pens_away INTEGER,
    neutral INTEGER NOT NULL DEFAULT 0,
    winner TEXT REFERENCES clubs (id),
    decided_by TEXT,
    venue TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL,
    authority INTEGER NOT NULL,
    derived TEXT NOT NULL DEFAULT '',
    CHECK (home <> away)
) STRICT
"""

GOALS = """
CREATE TABLE goals (
    match INTEGER NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    club TEXT NOT NULL REFERENCES clubs (id),
    scorer TEXT,
    minute INTEGER,
    stoppage INTEGER,
    kind TEXT NOT NULL,
    PRIMARY KEY (match, place)
) STRICT, WITHOUT ROWID
"""

DRAWS = """
CREATE TABLE draws (
    competition TEXT NOT NULL,
    season INTEGER NOT NULL,
    rounds TEXT NOT NULL,
    date TEXT,
    at TEXT,
    place TEXT NOT NULL,
    confirmed INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (competition, season, rounds)
) STRICT, WITHOUT ROWID
"""

FINALS = """
CREATE TABLE finals (
    competition TEXT NOT NULL,
    season INTEGER NOT NULL,
    date TEXT NOT NULL,
    kick_off TEXT,
    city TEXT NOT NULL,
    venue TEXT NOT NULL,
    confirmed INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (competition, season)
) STRICT, WITHOUT ROWID
"""

PARTICIPANTS = """
CREATE TABLE participants (
    competition TEXT NOT NULL,
    season INTEGER NOT NULL,
    club TEXT NOT NULL REFERENCES clubs (id),
    source TEXT NOT NULL,
    PRIMARY KEY (competition, season, club)
) STRICT, WITHOUT ROWID
"""

DEDUCTIONS = """
CREATE TABLE deductions (
    competition TEXT NOT NULL,
    season INTEGER NOT NULL,
    club TEXT NOT NULL REFERENCES clubs (id),
    points INTEGER NOT NULL CHECK (points > 0),
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (competition, season, club)
) STRICT, WITHOUT ROWID
"""

CONFLICTS = """
CREATE TABLE conflicts (
    match INTEGER NOT NULL REFERENCES matches (id) ON DELETE CASCADE,
    fact TEXT NOT NULL,
    refused TEXT NOT NULL,
    refused_source TEXT NOT NULL,
    kept TEXT NOT NULL,
    kept_source TEXT NOT NULL,
    PRIMARY KEY (match, fact, refused, refused_source)
) STRICT, WITHOUT ROWID
"""

# For whoever opens the file by hand; the program puts ties together by rule, in football.ties.
TIES = """
CREATE VIEW ties AS
SELECT competition, season, round, label,
    min(home, away) AS club_1, max(home, away) AS club_2, count(*) AS matches,
    max(winner) AS recorded_winner, max(decided_by) AS recorded_decided_by
FROM matches
WHERE round NOT IN ('GROUP', 'G2', 'LEAGUE')
GROUP BY competition, season, round, label, min(home, away), max(home, away)
"""


# How often each season was changed, so that a reader forgets what changed and nothing else. That of the
# clubs and their names stands under no competition.
REVISIONS = """
CREATE TABLE revisions (
    competition TEXT NOT NULL,
    season INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (competition, season)
) STRICT, WITHOUT ROWID
"""
REVISE = """
CREATE TRIGGER {table}_{action} AFTER {action} ON {table} BEGIN
    INSERT INTO revisions (competition, season, number) {of}
    ON CONFLICT (competition, season) DO UPDATE SET number = number + 1;
END
"""
OF_SEASON = "SELECT {row}.competition, {row}.season, 1 WHERE TRUE"
OF_MATCH = "SELECT competition, season, 1 FROM matches WHERE id = {row}.match"
OF_NAMES = "SELECT '', 0, 1 WHERE TRUE"
REVISED = (
    *((table, OF_SEASON) for table in ("matches", "draws", "finals", "participants", "deductions")),
    ("goals", OF_MATCH),
    *((table, OF_NAMES) for table in ("clubs", "club_names", "elsewhere_clubs", "ordinary_words")),
)


# What a club was called in its earlier seasons; an answer uses the name of its season.
NAMES_OF_THEIR_TIME = """
CREATE TABLE club_names_of_their_time (
    club TEXT NOT NULL REFERENCES clubs (id),
    name TEXT NOT NULL,
    first_season INTEGER NOT NULL,
    last_season INTEGER NOT NULL CHECK (last_season >= first_season),
    dutch_name TEXT NOT NULL,
    PRIMARY KEY (club, first_season)
) STRICT, WITHOUT ROWID
"""

# Wikipedia's page of a club, by which its articles name it; no name that anybody types.
CLUB_PAGES = """
CREATE TABLE club_pages (
    page TEXT PRIMARY KEY,
    club TEXT NOT NULL REFERENCES clubs (id)
) STRICT, WITHOUT ROWID
"""


@MIGRATIONS()
def m001_clubs_ties_and_matches(db: Database) -> None:
    for table in (CLUBS, CLUB_NAMES, ELSEWHERE_CLUBS, ORDINARY_WORDS, MATCHES, GOALS, TIES):
        db.execute(table)
    db.execute("CREATE INDEX matches_by_season ON matches (competition, season)")
    db.execute("CREATE INDEX matches_by_home ON matches (home, season, competition)")
    db.execute("CREATE INDEX matches_by_away ON matches (away, season, competition)")


@MIGRATIONS()
def m002_draws_finals_and_participants(db: Database) -> None:
    for table in (DRAWS, FINALS, PARTICIPANTS, DEDUCTIONS):
        db.execute(table)


@MIGRATIONS()
def m003_conflicts(db: Database) -> None:
    db.execute(CONFLICTS)


@MIGRATIONS()
def m004_watched_matches(db: Database) -> None:
    for column in ("seen_at", "ended_at"):
        db.execute(f"ALTER TABLE matches ADD COLUMN {column} TEXT")


@MIGRATIONS()
def m005_revisions(db: Database) -> None:
    db.execute(REVISIONS)
    db.execute("INSERT INTO revisions SELECT DISTINCT competition, season, 1 FROM matches")
    for table, of in REVISED:
        for action, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            db.execute(REVISE.format(table=table, action=action, of=of.format(row=row)))


@MIGRATIONS()
def m006_names_worked_out(db: Database) -> None:
    add_name_tables(db)


@MIGRATIONS()
def m007_unmarked_goals(db: Database) -> None:
    db.execute("ALTER TABLE matches ADD COLUMN unmarked TEXT NOT NULL DEFAULT ''")
    # These goals were all taken from a source that marks neither.
    db.execute(
        "UPDATE matches SET unmarked = 'own|penalty' WHERE source LIKE '%schochastics/football-data%' "
        "AND EXISTS (SELECT 1 FROM goals WHERE match = matches.id)"
    )


@MIGRATIONS()
def m008_names_of_their_time(db: Database) -> None:
    db.execute(NAMES_OF_THEIR_TIME)
    for action in ("INSERT", "UPDATE", "DELETE"):
        db.execute(REVISE.format(table="club_names_of_their_time", action=action, of=OF_NAMES))


@MIGRATIONS()
def m009_days(db: Database) -> None:
    db.execute("CREATE INDEX matches_by_date ON matches (date, competition, season)")


@MIGRATIONS()
def m010_pages_of_clubs(db: Database) -> None:
    db.execute(CLUB_PAGES)
    for action in ("INSERT", "UPDATE", "DELETE"):
        db.execute(REVISE.format(table="club_pages", action=action, of=OF_NAMES))

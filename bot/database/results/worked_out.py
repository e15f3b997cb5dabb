"""What is worked out once, when results or names change: the tables that answers look things up in.

Triggers note what became stale; whoever changed it works it out anew before the change is seen by anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlite_utils import Database

from bot.database.results.counting import count_changed
from bot.football.model import Club
from bot.football.names.folding import fold
from bot.football.names.index import (
    BY_LENGTH,
    By,
    ClubElsewhere,
    ClubName,
    elsewhere_keys_of,
    keys_of,
)

STALE = "SELECT what, club FROM stale ORDER BY what, club"
STALE_CLUBS = "SELECT club FROM stale WHERE what = 'names'"
STALE_NAMES = f"""
    SELECT id, clubs.name, clubs.country, dutch_name, club_names.name, kind FROM clubs
    LEFT JOIN club_names ON club_names.club = clubs.id WHERE id IN ({STALE_CLUBS})
    ORDER BY id, club_names.name
"""  # noqa: S608 - the line above
LENGTHS = f"SELECT DISTINCT by, length(key) FROM club_keys WHERE by = ? AND club IN ({STALE_CLUBS})"  # noqa: S608
DELETE_KEYS = f"DELETE FROM club_keys WHERE club IN ({STALE_CLUBS})"  # noqa: S608 - the line above
KEYS = """
    SELECT key FROM club_keys WHERE by = :by AND length(key) = :length
    UNION SELECT key FROM elsewhere_keys WHERE :by = 'guessable' AND by = 'whole' AND length(key) = :length
    ORDER BY key
"""
ELSEWHERE = "SELECT name, country, also FROM elsewhere_clubs"
SAVE_ELSEWHERE = (
    "INSERT OR IGNORE INTO elsewhere_keys (by, key, folded, name, country) VALUES (?, ?, ?, ?, ?)"
)
RENOWN = """
    INSERT INTO club_renown (club, matches, last_season)
    SELECT club, sum(played), max(last) FROM (
        SELECT stale.club, count(*) AS played, max(season) AS last FROM stale
        JOIN matches ON home = stale.club WHERE what = 'renown' GROUP BY stale.club
        UNION ALL SELECT stale.club, count(*), max(season) FROM stale
        JOIN matches ON away = stale.club WHERE what = 'renown' GROUP BY stale.club
    ) GROUP BY club
"""


def work_out_changed(db: Database) -> None:
    """Bring the tables up to what changed since; whoever calls opens the transaction."""
    count_changed(db)
    stale: dict[str, list[str]] = defaultdict(list)
    for what, club in db.execute(STALE).fetchall():
        stale[what].append(club)
    if not stale:
        return
    lengths: set[tuple[str, int]] = set()
    if "names" in stale:
        lengths |= _work_out_names(db)
    if "elsewhere" in stale:
        lengths |= _work_out_elsewhere(db)
    for by, length in sorted(lengths):
        keys = "\n".join(row[0] for row in db.execute(KEYS, {"by": by, "length": length}).fetchall())
        db.execute(
            "INSERT OR REPLACE INTO keys_by_length (by, length, keys) VALUES (?, ?, ?)", (by, length, keys)
        )
    if "renown" in stale:
        db.execute("DELETE FROM club_renown WHERE club IN (SELECT club FROM stale WHERE what = 'renown')")
        db.execute(RENOWN)
    db.execute("DELETE FROM stale")


def _work_out_names(db: Database) -> set[tuple[str, int]]:
    """The keys of the clubs whose names changed; which of the lists of one length change by it."""
    names: dict[Club, list[ClubName]] = {}
    for club_id, club_name, country, dutch_name, name, kind in db.execute(STALE_NAMES).fetchall():
        club = Club(club_id, club_name, country, dutch_name)
        if club not in names:
            # A database made by an import alone has clubs with no further names.
            names[club] = [ClubName(club, own) for own in (club_name, dutch_name) if own]
        if name is not None:
            names[club].append(ClubName(club, name, kind))
    lengths = {
        (by, length) for each in BY_LENGTH for by, length in db.execute(LENGTHS, (each.value,)).fetchall()
    }
    db.execute(DELETE_KEYS)
    keys = [
        (key.by.value, key.key, club.id, key.kinds)
        for club, named in names.items()
        for key in keys_of(club, named)
    ]
    db.conn.executemany("INSERT INTO club_keys (by, key, club, kinds) VALUES (?, ?, ?, ?)", sorted(keys))
    return lengths | {(by, len(key)) for by, key, *_ in keys if by in BY_LENGTH}


def _work_out_elsewhere(db: Database) -> set[tuple[str, int]]:
    """All clubs elsewhere, and the words that only look like a name: nobody changes one alone."""
    before = db.execute("SELECT DISTINCT length(key) FROM elsewhere_keys WHERE by = 'whole'").fetchall()
    db.execute("DELETE FROM elsewhere_keys")
    keys = [
        (by.value, text, key.folded, key.name, key.country)
        for name, country, also in db.execute(ELSEWHERE).fetchall()
        for key in elsewhere_keys_of(ClubElsewhere(name, country, tuple(filter(None, also.split("|")))))
        for by, text in key.keys
    ]
    db.conn.executemany(SAVE_ELSEWHERE, sorted(keys))
    words: Iterable[str] = (row[0] for row in db.execute("SELECT word FROM ordinary_words").fetchall())
    db.execute("DELETE FROM folded_words")
    db.conn.executemany(
        "INSERT INTO folded_words (word) VALUES (?)", [(word,) for word in sorted(set(map(fold, words)))]
    )
    lengths = {length for (length,) in before} | {len(key) for by, key, *_ in keys if by == By.WHOLE}
    return {(By.GUESSABLE.value, length) for length in lengths}

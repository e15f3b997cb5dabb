"""Players and records worked out for the matches that changed, and for nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from sqlite_utils import Database

from bot.database.moments import text_of
from bot.database.results.matches import ClubsById, StoredMatch, matches_by_id
from bot.database.results.players import GOAL_COLUMNS, scored_of
from bot.database.results.tallies import OF_SEASON, played_matches, whole_season
from bot.football.model import Competition, Season, Status
from bot.football.players.player_finder import PlayerKey, button_key, keys_of_player, sounds_of
from bot.football.players.players import Player, Scored, is_somebodys, players_of, surname
from bot.football.players.records import FeatKind, played_match, tally
from bot.football.season.as_of import over_at

STALE = "SELECT competition, season, match FROM stale_matches ORDER BY competition, season, match"
OF_STALE = "match IN (SELECT match FROM stale_matches)"
COUNTED = f"SELECT match FROM played WHERE {OF_STALE}"  # noqa: S608 - the line above
SURNAMES = f"SELECT DISTINCT surname FROM player_goals WHERE {OF_STALE}"  # noqa: S608 - the line above
SAVE_PLAYED = "INSERT INTO played VALUES (?, ?, ?, ?, ?, ?, ?)"
SAVE_FEAT = "INSERT INTO feats (match, place, kind, number, club, scorer) VALUES (?, ?, ?, ?, ?, ?)"
SAVE_TALLY = "INSERT INTO season_tallies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
SAVE_RECORD = "INSERT INTO season_records VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
OVER = f"SELECT min(over), max(over) FROM played WHERE match IN ({OF_SEASON})"  # noqa: S608 - the line above
SPELLINGS = "SELECT number, spellings FROM players WHERE surname = ?"
GOALS = f"""
    SELECT {GOAL_COLUMNS} FROM
    (SELECT DISTINCT match, place FROM player_goals WHERE surname = ?) AS player_goals
    JOIN goals USING (match, place) JOIN matches ON id = player_goals.match JOIN played ON played.match = id
    ORDER BY season DESC, competition, date, kick_off, id, player_goals.place
"""  # noqa: S608 - the line above
SAVE_PLAYER = (
    "INSERT INTO players (surname, number, button, name, spellings, goals) VALUES (?, ?, ?, ?, ?, ?)"
)
SAVE_GOAL = (
    "INSERT INTO player_goals (surname, number, nth, match, place, doubtful) VALUES (?, ?, ?, ?, ?, ?)"
)
FIRST_FREE = "SELECT ifnull(max(nth), 0) + 1 FROM player_goals WHERE surname = ? AND number = 0"
DELETE_KEY = "DELETE FROM player_keys WHERE by = ? AND key = ? AND surname = ? AND number = ?"
SAVE_KEY = "INSERT INTO player_keys (by, key, surname, number) VALUES (?, ?, ?, ?)"
HAS_KEY = "SELECT 1 FROM player_keys WHERE by = ? AND key = ? LIMIT 1"
KEYS_OF_LENGTH = "SELECT keys FROM player_keys_by_length WHERE by = ? AND length = ?"
DELETE_EMPTY = "DELETE FROM player_keys_by_length WHERE keys = ''"
SAVE_LENGTH = "INSERT OR REPLACE INTO player_keys_by_length (by, length, keys) VALUES (?, ?, ?)"
DELETE_SOUND = "DELETE FROM player_sounds WHERE sound = ? AND word = ?"
SAVE_SOUND = "INSERT OR IGNORE INTO player_sounds (sound, word) VALUES (?, ?)"

Key = tuple[PlayerKey, str]


def count_changed(db: Database) -> None:
    """Bring the tables up to the matches that changed; whoever calls opens the transaction."""
    seasons: dict[tuple[str, int], list[int]] = defaultdict(list)
    for code, year, match in db.execute(STALE).fetchall():
        seasons[code, year].append(match)
    if not seasons:
        return
    surnames = {name for (name,) in db.execute(SURNAMES).fetchall()}
    counted = {match for (match,) in db.execute(COUNTED).fetchall()}
    for table in ("played", "feats", "player_goals"):
        db.execute(f"DELETE FROM {table} WHERE {OF_STALE}")  # noqa: S608 - the names above
    clubs = ClubsById(db)
    for (code, year), matches in seasons.items():
        for stored in matches_by_id(db, clubs, matches).values():
            # One that went to another season is counted there.
            is_here = (stored.match.competition.code, stored.match.season.start_year) == (code, year)
            if is_here and stored.match.status is Status.PLAYED:
                counted.add(stored.id)
                surnames |= _count_match(db, stored)
        # What is under way was not counted before, and is not now.
        if not counted.isdisjoint(matches):
            _count_season(db, Competition(code), Season(year))
    changed: set[Key] = set()
    for name in sorted(surnames):
        changed |= _tell_apart(db, clubs, name)
    _keep_lists(db, changed)
    db.execute("DELETE FROM stale_matches")


def _count_match(db: Database, stored: StoredMatch) -> set[str]:
    """A match that was played, and whose goals are somebody's: the surnames of those."""
    match = stored.match
    over = text_of(over_at(match), "minutes")
    played = played_match(match, stored.id)
    if played is None:
        db.execute(SAVE_PLAYED, (stored.id, over, None, None, 0, 0, 0))
    else:
        covered = played.coverage
        score = (played.score.home, played.score.away)
        db.execute(
            SAVE_PLAYED, (stored.id, over, *score, covered.counted, covered.own_goals, covered.penalties)
        )
        feats = [
            (stored.id, place, feat.kind.value, feat.number, feat.club, feat.scorer)
            for place, feat in enumerate(played.feats)
        ]
        db.conn.executemany(SAVE_FEAT, feats)
    scored = [
        (surname(goal.scorer), place)
        for place, goal in enumerate(match.goals, start=1)
        if goal.scorer and is_somebodys(goal, match)
    ]
    for name, place in scored:
        (nth,) = db.execute(FIRST_FREE, (name,)).fetchone()
        db.execute(SAVE_GOAL, (name, 0, nth, stored.id, place, 0))
    return {name for name, _ in scored}


def _count_season(db: Database, competition: Competition, season: Season) -> None:
    key = (competition.code, season.start_year)
    for table in ("season_tallies", "season_records"):
        db.execute(f"DELETE FROM {table} WHERE competition = ? AND season = ?", key)  # noqa: S608 - the names above
    chosen = whole_season(competition, season)
    counted = tally(played_matches(db, OF_SEASON, chosen))
    if not counted.coverage.of:
        return
    covered = counted.coverage
    first, last = db.execute(OVER, chosen).fetchone()
    numbers = (covered.counted, covered.own_goals, covered.penalties)
    feats = (counted.hat_tricks, counted.in_first_minute, counted.own_goals)
    db.execute(SAVE_TALLY, (*key, first, last, counted.coverage.of, *numbers, *feats))
    rows = [
        (
            record.feat.kind.value,
            record.rank,
            *key,
            place,
            record.match.id,
            record.feat.club,
            record.feat.scorer,
        )
        for kind in FeatKind
        for place, record in enumerate(record for record in counted.best if record.feat.kind is kind)
    ]
    db.conn.executemany(SAVE_RECORD, rows)


def _tell_apart(db: Database, clubs: ClubsById, name: str) -> set[Key]:
    """Who is who among those of a surname; the keys that came or went."""
    before = {
        (*key, number)
        for number, spellings in db.execute(SPELLINGS, (name,)).fetchall()
        for key in keys_of_player(spellings.split("\n"))
    }
    stored: dict[int, tuple[int, int]] = {}
    goals: list[Scored] = []
    for row in db.execute(GOALS, (name,)).fetchall():
        goals.append(scored_of(row, clubs))
        stored[id(goals[-1])] = row[0], row[1]
    players = players_of(goals)
    for table in ("players", "player_goals"):
        db.execute(f"DELETE FROM {table} WHERE surname = ?", (name,))  # noqa: S608 - the names above
    db.conn.executemany(
        SAVE_PLAYER, [_row_of(name, number, player) for number, player in enumerate(players, start=1)]
    )
    rows = [
        (name, number, nth, *stored[id(goal)], int(nth > len(player.goals)))
        for number, player in enumerate(players, start=1)
        for nth, goal in enumerate((*player.goals, *player.doubtful), start=1)
    ]
    nobodys = sorted(set(stored.values()) - {(match, place) for _, _, _, match, place, _ in rows})
    rows += [(name, 0, nth, *goal, 1) for nth, goal in enumerate(nobodys, start=1)]
    db.conn.executemany(SAVE_GOAL, rows)
    now = {
        (*key, number)
        for number, player in enumerate(players, start=1)
        for key in keys_of_player(player.spellings)
    }
    db.conn.executemany(DELETE_KEY, _key_rows(before - now, name))
    db.conn.executemany(SAVE_KEY, _key_rows(now - before, name))
    return {(by, key) for by, key, _ in before ^ now}


def _row_of(name: str, number: int, player: Player) -> tuple[str, int, str, str, str, int]:
    spellings = "\n".join(sorted(player.spellings))
    return (name, number, button_key(player), player.name, spellings, len(player.goals))


def _key_rows(keys: Iterable[tuple[PlayerKey, str, int]], name: str) -> Iterator[tuple[str, str, str, int]]:
    return ((by.value, key, name, number) for by, key, number in sorted(keys))


def _keep_lists(db: Database, changed: Collection[Key]) -> None:
    """The lists of all names and words of one length, and how words sound."""
    there = {key for key in changed if db.execute(HAS_KEY, key).fetchone()}
    for by, word in sorted(changed):
        if by is PlayerKey.WORD:
            query = SAVE_SOUND if (by, word) in there else DELETE_SOUND
            db.conn.executemany(query, [(sounds, word) for sounds in sounds_of(word)])
    lengths: dict[tuple[PlayerKey, int], set[str]] = defaultdict(set)
    for by, key in changed:
        lengths[by, len(key)].add(key)
    for (by, length), keys in sorted(lengths.items()):
        row = db.execute(KEYS_OF_LENGTH, (by.value, length)).fetchone()
        listed = set(row[0].split("\n")) if row else set()
        listed = (listed - keys) | {key for key in keys if (by, key) in there}
        db.execute(SAVE_LENGTH, (by.value, length, "\n".join(sorted(listed))))
    db.execute(DELETE_EMPTY)

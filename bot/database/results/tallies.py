"""What the matches of clubs and seasons count for records, as known at a moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlite_utils import Database

from bot.database.moments import text_of
from bot.database.results.rows import Row
from bot.football.model import Club, Competition, Score, Season
from bot.football.players.fast_goals import TimedGoal
from bot.football.players.records import MOST, Feat, FeatKind, PlayedMatch, Record, Tally, tally
from bot.football.players.top_scorers import Coverage

OF_SEASON = "SELECT id FROM matches WHERE competition = :competition AND season = :season"
OF_CLUB = "SELECT id FROM matches WHERE home = :club UNION ALL SELECT id FROM matches WHERE away = :club"
OF_TWO_CLUBS = """
    SELECT id FROM matches WHERE home = :club AND away = :other
    UNION ALL SELECT id FROM matches WHERE home = :other AND away = :club
"""
COLUMNS = """
    matches.id, matches.competition, matches.season, date, ifnull(kick_off, ''), home, away,
    home_goals, away_goals, played.scorers_known, played.own_goals_known, played.penalties_known
"""
CHOSEN = """
    (:competition IS NULL OR competition = :competition)
    AND (:first IS NULL OR season BETWEEN :first AND :last)
"""
KNOWN = f"over <= :now AND {CHOSEN}"
PLAYED = f"""
    SELECT {COLUMNS} FROM matches JOIN played ON match = id
    WHERE id IN ({{of}}) AND home_goals IS NOT NULL AND {KNOWN}
"""  # noqa: S608 - the lines above
FEATS = "SELECT match, kind, number, club, scorer FROM feats WHERE match IN ({of}) ORDER BY match, place"
COVERAGE = f"""
    SELECT ifnull(sum(scorers_known), 0), count(*), ifnull(sum(own_goals_known), 0),
    ifnull(sum(penalties_known), 0)
    FROM matches JOIN played ON match = id WHERE id IN ({{of}}) AND home_goals IS NOT NULL AND {KNOWN}
"""  # noqa: S608 - the lines above
WHOLE_SEASONS = f"""
    SELECT ifnull(sum(scorers_known), 0), ifnull(sum(matches), 0), ifnull(sum(own_goals_known), 0),
    ifnull(sum(penalties_known), 0), min(season),
    ifnull(sum(hat_tricks), 0), ifnull(sum(in_first_minute), 0), ifnull(sum(own_goals), 0)
    FROM season_tallies WHERE last_over <= :now AND {CHOSEN}
"""  # noqa: S608 - the lines above
SEASONS_UNDER_WAY = f"""
    SELECT competition, season FROM season_tallies
    WHERE first_over <= :now AND last_over > :now AND {CHOSEN}
"""  # noqa: S608 - the lines above
BEST = f"""
    SELECT rank, club, scorer, {COLUMNS} FROM season_records
    JOIN season_tallies USING (competition, season)
    JOIN matches ON matches.id = season_records.match JOIN played ON played.match = matches.id
    WHERE kind = :kind AND last_over <= :now
    AND (:competition IS NULL OR season_records.competition = :competition)
    AND (:first IS NULL OR season_records.season BETWEEN :first AND :last)
    ORDER BY rank, date DESC, matches.season DESC, matches.competition, kick_off, matches.id, place
    LIMIT {MOST}
"""  # noqa: S608 - the lines above
TIMED = """
    SELECT id FROM matches JOIN played ON match = id
    WHERE home = :home AND away = :away AND competition = :competition AND season = :season AND over <= :now
"""
LAST_RESULT = """
    SELECT max(date) FROM matches JOIN played ON match = id
    WHERE competition = :competition AND season = :season AND over <= :now
"""

Parameters = dict[str, Any]


def tally_of_clubs(
    db: Database,
    clubs: Sequence[Club],
    now: datetime,
    competition: Competition | None = None,
    season: Season | None = None,
) -> Tally:
    """What a club did in its matches, or what two did in those against each other."""
    chosen = _chosen(now, competition, season, season)
    if len(clubs) == 1:
        return tally(played_matches(db, OF_CLUB, {**chosen, "club": clubs[0].id}), clubs[0])
    club, other = clubs
    return tally(played_matches(db, OF_TWO_CLUBS, {**chosen, "club": club.id, "other": other.id}))


def tally_of_seasons(
    db: Database, now: datetime, competition: Competition | None = None, season: Season | None = None
) -> Tally:
    """What all matches of the seasons count: those that are over were counted before."""
    chosen = _chosen(now, competition, season, season)
    covered, first_season, numbers = _whole_seasons(db, chosen)
    best = [
        _record(kind, row)
        for kind in FeatKind
        for row in db.execute(BEST, {**chosen, "kind": kind.value}).fetchall()
    ]
    counted = Tally(first_season, covered, *numbers, tuple(best))
    for under_way in _under_way(db, chosen):
        counted += tally(played_matches(db, OF_SEASON, under_way))
    return counted


def coverage_of_seasons(
    db: Database, now: datetime, competition: Competition, first: Season, last: Season
) -> Coverage:
    """Of the matches of a competition, from one season to another."""
    chosen = _chosen(now, competition, first, last)
    counted, *_ = _whole_seasons(db, chosen)
    for under_way in _under_way(db, chosen):
        counted += Coverage(*db.execute(COVERAGE.format(of=OF_SEASON), under_way).fetchone())
    return counted


def coverage_of_club(
    db: Database, club: Club, now: datetime, competition: Competition | None, season: Season | None
) -> Coverage:
    """Of the matches of a club."""
    chosen = {**_chosen(now, competition, season, season), "club": club.id}
    return Coverage(*db.execute(COVERAGE.format(of=OF_CLUB), chosen).fetchone())


def last_result(db: Database, competition: Competition, season: Season, now: datetime) -> date | None:
    """The day of the last result of a season that was known by then."""
    chosen = {**_chosen(now, competition, None, None), "season": season.start_year}
    day = db.execute(LAST_RESULT, chosen).fetchone()[0]
    return date.fromisoformat(day) if day else None


def seconds_of_matches(db: Database, goals: Iterable[TimedGoal], now: datetime) -> dict[int, float]:
    """The seconds of these goals by the numbers of their matches, as far as they were over by then."""
    found: dict[int, float] = {}
    for goal in goals:
        chosen = {**_chosen(now, goal.competition, None, None), "home": goal.home, "away": goal.away}
        for (match,) in db.execute(TIMED, {**chosen, "season": goal.season.start_year}).fetchall():
            found[match] = goal.seconds
    return found


def played_matches(db: Database, of: str, chosen: Parameters) -> list[PlayedMatch]:
    """Those that were over by then."""
    feats: dict[int, list[Feat]] = defaultdict(list)
    for match, kind, *rest in db.execute(FEATS.format(of=of), chosen).fetchall():
        feats[match].append(Feat(FeatKind(kind), *rest))
    rows = db.execute(PLAYED.format(of=of), chosen).fetchall()
    return [_played(row, feats.get(row[0], ())) for row in rows]


def whole_season(competition: Competition, season: Season) -> Parameters:
    """What to ask all matches of one season with."""
    chosen = _chosen(datetime.max.replace(tzinfo=UTC), competition, season, season)
    return {**chosen, "season": season.start_year}


def _whole_seasons(db: Database, chosen: Parameters) -> tuple[Coverage, int | None, tuple[int, int, int]]:
    """Of those over: the coverage, the first, how many hat-tricks, goals in minute one, own goals."""
    *covered, first, hat_tricks, in_first_minute, own_goals = db.execute(WHOLE_SEASONS, chosen).fetchone()
    return Coverage(*covered), first, (hat_tricks, in_first_minute, own_goals)


def _under_way(db: Database, chosen: Parameters) -> list[Parameters]:
    """Seasons of which some matches were over by then."""
    rows = db.execute(SEASONS_UNDER_WAY, chosen).fetchall()
    return [{**chosen, "competition": code, "season": year} for code, year in rows]


def _chosen(
    now: datetime, competition: Competition | None, first: Season | None, last: Season | None
) -> Parameters:
    return {
        "now": text_of(now, "minutes"),
        "competition": competition.code if competition else None,
        "first": first.start_year if first else None,
        "last": last.start_year if last else None,
    }


def _record(kind: FeatKind, row: Row) -> Record:
    rank, club, scorer, *played = row
    return Record(Feat(kind, abs(rank), club, scorer), _played(played))


def _played(row: Sequence[Any], feats: Iterable[Feat] = ()) -> PlayedMatch:
    match, competition, year, day, kick_off, home, away, *rest = row
    home_goals, away_goals, scorers, own, penalties = rest
    return PlayedMatch(
        match,
        competition,
        year,
        date.fromisoformat(day) if day else None,
        kick_off,
        home,
        away,
        Score(home_goals, away_goals),
        Coverage(scorers, 1, own, penalties),
        tuple(feats),
    )

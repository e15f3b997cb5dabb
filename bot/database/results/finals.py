"""What is asked over all seasons: the finals, a club's rounds and matches, and which rounds are here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import itemgetter

from bot.database.results.matches import AWAY, HOME, SEASON, stored_matches
from bot.database.results.results import Results
from bot.database.results.rows import MATCH_COLUMNS, Row
from bot.football.model import Club, Competition, Match, RoundKind, Season

FINALS = f"SELECT {MATCH_COLUMNS} FROM matches WHERE round = 'F' ORDER BY season, competition, date, id"  # noqa: S608 - our own column names
CITIES = "SELECT competition, season, city FROM finals"
SEASONS_IN_ROUND = """
    SELECT competition, season FROM matches WHERE home = :club AND round = :round
    UNION SELECT competition, season FROM matches WHERE away = :club AND round = :round
    ORDER BY season DESC, competition
"""
QUALIFYING = ", ".join(f"'{kind.value}'" for kind in RoundKind if kind.is_qualifying)
# Sources begin with the qualifying and end with the final: neither is looked for long.
OF_SEASON = "competition = :competition AND season = :season"
HAS_RESULT = "(ft_home IS NOT NULL OR aet_home IS NOT NULL)"
ROUNDS_HELD = f"""
    SELECT EXISTS (SELECT 1 FROM matches WHERE {OF_SEASON} AND round IN ({QUALIFYING}) ORDER BY id LIMIT 1),
    EXISTS (SELECT 1 FROM matches WHERE {OF_SEASON} AND round = 'F' AND ifnull(leg, '') <> '1'
    AND {HAS_RESULT} ORDER BY id DESC LIMIT 1)
"""  # noqa: S608 - the lines above
TABLES = ", ".join(f"'{kind.value}'" for kind in RoundKind if kind.is_table)
HAS_TABLE = f"SELECT EXISTS (SELECT 1 FROM matches WHERE {OF_SEASON} AND round IN ({TABLES}))"  # noqa: S608 - the line above
CHOSEN = f"SELECT {MATCH_COLUMNS} FROM matches WHERE {OF_SEASON}"  # noqa: S608 - the line above
AROUND = f"""
    {CHOSEN} AND date = :day
    UNION ALL SELECT * FROM ({CHOSEN} AND date < :day AND {HAS_RESULT}
    ORDER BY date DESC LIMIT 1)
    UNION ALL SELECT * FROM ({CHOSEN} AND date < :day AND status IN ('scheduled', 'live')
    ORDER BY date, kick_off LIMIT 1)
    UNION ALL SELECT * FROM ({CHOSEN} AND date > :day AND status NOT IN ('postponed', 'cancelled')
    ORDER BY date LIMIT 1)
"""  # noqa: S608 - the lines above
OF_CLUB = f"""
    SELECT {MATCH_COLUMNS} FROM matches WHERE home = :club
    UNION ALL SELECT {MATCH_COLUMNS} FROM matches WHERE away = :club
"""  # noqa: S608 - our own column names


def final_matches(results: Results) -> tuple[Match, ...]:
    """Every match of a final with its city, without its goals; clubs bear their names of then."""
    cities = {(code, year): city for code, year, city in results.db.execute(CITIES).fetchall()}
    return tuple(
        replace(match, city=match.city or cities.get((match.competition.code, match.season.start_year), ""))
        for match in _without_goals(results, results.db.execute(FINALS).fetchall())
    )


def matches_of_club(results: Results, club: Club) -> tuple[Match, ...]:
    """Every match of a club, oldest season first, without goals; clubs bear their names of then."""
    rows = results.db.execute(OF_CLUB, {"club": club.id}).fetchall()
    # Sorted here: the database would carry all columns along.
    return _without_goals(results, sorted(rows, key=itemgetter(SEASON)))


def _without_goals(results: Results, rows: Sequence[Row]) -> tuple[Match, ...]:
    """The matches in these rows, which are in the order of their seasons."""
    results.clubs().read({row[place] for row in rows for place in (HOME, AWAY)})
    return tuple(
        stored.match
        for year, of_season in groupby(rows, key=lambda row: int(row[SEASON]))
        for stored in stored_matches(results.clubs(), Season(year), list(of_season), ())
    )


def seasons_in_round(results: Results, club: Club, kind: RoundKind) -> list[tuple[Competition, Season]]:
    """The competitions and seasons in which a club played in a round, newest first."""
    rows = results.db.execute(SEASONS_IN_ROUND, {"club": club.id, "round": kind.value}).fetchall()
    return [(Competition(code), Season(year)) for code, year in rows]


def rounds_held(results: Results, competition: Competition, season: Season) -> tuple[bool, bool]:
    """Whether qualifying rounds are here, and whether the result of the final is; of two legs the second."""
    chosen = {"competition": competition.code, "season": season.start_year}
    has_qualifying, has_final = results.db.execute(ROUNDS_HELD, chosen).fetchone()
    return bool(has_qualifying), bool(has_final)


def has_table(results: Results, competition: Competition, season: Season) -> bool:
    """Whether a match of its groups or its league phase is here."""
    chosen = {"competition": competition.code, "season": season.start_year}
    return bool(results.db.execute(HAS_TABLE, chosen).fetchone()[0])


def matches_around(
    results: Results, competition: Competition, season: Season, day: date
) -> tuple[Match, ...]:
    """The matches of a day; before it the last one with a result and the first without, and the next one."""
    chosen = {"competition": competition.code, "season": season.start_year, "day": day.isoformat()}
    return _without_goals(results, results.db.execute(AROUND, chosen).fetchall())

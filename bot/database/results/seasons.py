"""What is asked of a season without reading it whole, and the finals of all seasons."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.database.results.matches import without_goals
from bot.database.results.results import Results
from bot.database.results.rows import MATCH_COLUMNS
from bot.football.model import Competition, Match, RoundKind, Season

FINALS = f"SELECT {MATCH_COLUMNS} FROM matches WHERE round = 'F' ORDER BY season, competition, date, id"  # noqa: S608 - our own column names
CITIES = "SELECT competition, season, city FROM finals"
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


def final_matches(results: Results) -> tuple[Match, ...]:
    """Every match of a final with its city, without its goals; clubs bear their names of then."""
    cities = {(code, year): city for code, year, city in results.db.execute(CITIES).fetchall()}
    return tuple(
        replace(match, city=match.city or cities.get((match.competition.code, match.season.start_year), ""))
        for match in without_goals(results.clubs(), results.db.execute(FINALS).fetchall())
    )


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
    return without_goals(results.clubs(), results.db.execute(AROUND, chosen).fetchall())

"""What is asked over all seasons: the finals, a club's rounds and matches, and which rounds are here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from bot.database.results.matches import SEASON, stored_matches
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
HAS_QUALIFYING = f"""
    SELECT 1 FROM matches WHERE competition = ? AND season = ? AND round IN ({QUALIFYING})
    ORDER BY id LIMIT 1
"""  # noqa: S608 - the line above
HAS_FINAL = """
    SELECT 1 FROM matches WHERE competition = ? AND season = ? AND round = 'F'
    AND (ft_home IS NOT NULL OR aet_home IS NOT NULL) ORDER BY id DESC LIMIT 1
"""
OF_CLUB = f"""
    SELECT {MATCH_COLUMNS} FROM matches WHERE home = :club
    UNION ALL SELECT {MATCH_COLUMNS} FROM matches WHERE away = :club
    ORDER BY season, competition, date, id
"""  # noqa: S608 - our own column names


def final_matches(results: Results) -> tuple[Match, ...]:
    """Every match of a final with its city, without its goals; clubs bear their names of then."""
    cities = {(code, year): city for code, year, city in results.db.execute(CITIES).fetchall()}
    return tuple(
        replace(match, city=match.city or cities.get((match.competition.code, match.season.start_year), ""))
        for match in _without_goals(results, results.db.execute(FINALS).fetchall())
    )


def matches_of_club(results: Results, club: Club) -> tuple[Match, ...]:
    """Every match of a club, oldest season first, without its goals; clubs bear their names of then."""
    rows = results.db.execute(OF_CLUB, {"club": club.id}).fetchall()
    return _without_goals(results, rows)


def _without_goals(results: Results, rows: Iterable[Row]) -> tuple[Match, ...]:
    """The matches in these rows, which are in the order of their seasons."""
    return tuple(
        stored.match
        for year, of_season in groupby(rows, key=lambda row: int(row[SEASON]))
        for stored in stored_matches(results.clubs(), Season(year), list(of_season), ())
    )


def seasons_in_round(results: Results, club: Club, kind: RoundKind) -> list[tuple[Competition, Season]]:
    """The competitions and seasons in which a club played in a round, newest first."""
    rows = results.db.execute(SEASONS_IN_ROUND, {"club": club.id, "round": kind.value}).fetchall()
    return [(Competition(code), Season(year)) for code, year in rows]


def has_qualifying(results: Results, competition: Competition, season: Season) -> bool:
    """Whether a match of the qualifying rounds is here."""
    key = (competition.code, season.start_year)
    return results.db.execute(HAS_QUALIFYING, key).fetchone() is not None


def has_final(results: Results, competition: Competition, season: Season) -> bool:
    """Whether the result of a final is here."""
    return results.db.execute(HAS_FINAL, (competition.code, season.start_year)).fetchone() is not None

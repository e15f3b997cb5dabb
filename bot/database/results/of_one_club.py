"""What is asked about one club over all of history: its matches, its rounds, when one ended so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from bot.database.results.matches import SEASON, without_goals
from bot.database.results.results import Results
from bot.database.results.rows import MATCH_COLUMNS
from bot.football.model import Club, Competition, Match, RoundKind, Score, Season

_ENDED = """
    (ft_home = :{home} AND ft_away = :{away} OR aet_home = :{home} AND aet_away = :{away})
    AND date <= :until
"""
SEASONS_IN_ROUND = """
    SELECT competition, season FROM matches WHERE home = :club AND round = :round
    UNION SELECT competition, season FROM matches WHERE away = :club AND round = :round
    ORDER BY season DESC, competition
"""
OF_CLUB = f"""
    SELECT {MATCH_COLUMNS} FROM matches WHERE home = :club
    UNION ALL SELECT {MATCH_COLUMNS} FROM matches WHERE away = :club
"""  # noqa: S608 - our own column names
WITH_SCORE = f"""
    SELECT competition, season, away, date FROM matches
    WHERE home = :club AND {_ENDED.format(home="own", away="other")}
    UNION SELECT competition, season, home, date FROM matches
    WHERE away = :club AND {_ENDED.format(home="other", away="own")}
    ORDER BY date DESC
"""  # noqa: S608 - the lines above
PLAYED = """
    SELECT sum(number) FROM (
        SELECT count(*) AS number FROM matches
        WHERE home = :club AND date BETWEEN :first AND :last AND round = coalesce(:round, round)
        UNION ALL SELECT count(*) FROM matches
        WHERE away = :club AND date BETWEEN :first AND :last AND round = coalesce(:round, round)
    )
"""


def matches_of_club(results: Results, club: Club) -> tuple[Match, ...]:
    """Every match of a club, oldest season first, without goals; clubs bear their names of then."""
    rows = results.db.execute(OF_CLUB, {"club": club.id}).fetchall()
    # Sorted here: the database would carry all columns along.
    return without_goals(results.clubs(), sorted(rows, key=itemgetter(SEASON)))


def seasons_in_round(results: Results, club: Club, kind: RoundKind) -> list[tuple[Competition, Season]]:
    """The competitions and seasons in which a club played in a round, newest first."""
    rows = results.db.execute(SEASONS_IN_ROUND, {"club": club.id, "round": kind.value}).fetchall()
    return [(Competition(code), Season(year)) for code, year in rows]


def met_with_score(
    results: Results, club: Club, score: Score, until: date
) -> Iterator[tuple[Competition, Season, Club]]:
    """Whom a club met with this result, its own goals first; newest first."""
    of_club = {"club": club.id, "own": score.home, "other": score.away, "until": until.isoformat()}
    for code, year, other, _ in results.db.execute(WITH_SCORE, of_club).fetchall():
        yield Competition(code), Season(year), results.clubs()[other]


def matches_played(
    results: Results, club: Club, first: date, last: date, kind: RoundKind | None = None
) -> int:
    """How many matches a club played between two days, in a round perhaps."""
    of_club = {"club": club.id, "first": first.isoformat(), "last": last.isoformat()}
    row = results.db.execute(PLAYED, {**of_club, "round": kind.value if kind else None}).fetchone()
    return int(row[0])

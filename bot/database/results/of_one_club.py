"""What is asked about one club over all of history: when a match of it ended so, and how much it played."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.database.results.results import Results
from bot.football.model import Club, Competition, RoundKind, Score, Season

_ENDED = """
    (ft_home = :{home} AND ft_away = :{away} OR aet_home = :{home} AND aet_away = :{away})
    AND date <= :until
"""
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

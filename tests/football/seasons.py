"""The last rounds of a season and a group, as they were played, for the sentences to be tried on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.football.dataset.sentences.seasons import WholeSeason, whole_season
from bot.football.model import Competition, DrawDate, FinalDate, Match, Season
from tests.football.builders import match

ARSENAL_ATLETICO = (
    match("Arsenal", "Atlético Madrid", "1-1", round="SF", date="2018-04-26"),
    match("Atlético Madrid", "Arsenal", "1-0", round="SF", date="2018-05-03"),
)
MARSEILLE_SALZBURG = (
    match("Marseille", "Salzburg", "2-0", round="SF", date="2018-04-26"),
    match("Salzburg", "Marseille", "2-0", aet="2-1", round="SF", date="2018-05-03"),
)
FINAL = match("Marseille", "Atlético Madrid", "0-3", round="F", date="2018-05-16", neutral=True)
SEMI_FINALS_AND_FINAL = (*ARSENAL_ATLETICO, *MARSEILLE_SALZBURG, FINAL)

GROUP_H = tuple(
    match(home, away, score, competition="CL", round="GROUP H", date=day)
    for day, home, score, away in (
        ("2017-09-13", "Tottenham", "3-1", "Dortmund"),
        ("2017-09-13", "Real Madrid", "3-0", "APOEL"),
        ("2017-09-26", "APOEL", "0-3", "Tottenham"),
        ("2017-09-26", "Dortmund", "1-3", "Real Madrid"),
        ("2017-10-17", "APOEL", "1-1", "Dortmund"),
        ("2017-10-17", "Real Madrid", "1-1", "Tottenham"),
        ("2017-11-01", "Dortmund", "1-1", "APOEL"),
        ("2017-11-01", "Tottenham", "3-1", "Real Madrid"),
        ("2017-11-21", "APOEL", "0-6", "Real Madrid"),
        ("2017-11-21", "Dortmund", "1-2", "Tottenham"),
        ("2017-12-06", "Real Madrid", "3-2", "Dortmund"),
        ("2017-12-06", "Tottenham", "3-0", "APOEL"),
    )
)


def season_of(
    matches: Sequence[Match], draws: Sequence[DrawDate] = (), final: FinalDate | None = None
) -> WholeSeason:
    """The season to which these matches belong."""
    return whole_season(matches[0].competition, matches[0].season, matches, draws, final)


def final_on(day: str, competition: str = "EL", season: int = 2017) -> FinalDate:
    return FinalDate(
        Competition(competition),
        Season(season),
        date.fromisoformat(day),
        None,
        city="Lyon",
        venue="Parc OL",
        confirmed=True,
    )

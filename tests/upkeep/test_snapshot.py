"""The shipped results database: its data sentences, its size, and facts that every supporter knows."""

from __future__ import annotations

import sqlite3

import pytest

from bot.app.opening import snapshot
from bot.database.connection import open_to_read
from bot.database.results.results import Results
from bot.football.dataset.sentences.sentences import Strength
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    EUROPA_LEAGUE,
    Competition,
    Derived,
    RoundKind,
    Season,
    Status,
)
from bot.football.ties.tie import outcome
from bot.football.ties.ties import ties_of
from bot.upkeep.checking import coverage, violations

CHAMPIONS = {
    1990: "Crvena zvezda",
    1991: "FC Barcelona",
    1992: "Olympique Marseille",
    1993: "AC Milan",
    1994: "Ajax",
    1995: "Juventus",
    1996: "Borussia Dortmund",
    1997: "Real Madrid",
    1998: "Manchester United",
    1999: "Real Madrid",
    2000: "Bayern München",
    2001: "Real Madrid",
    2002: "AC Milan",
    2003: "FC Porto",
    2004: "Liverpool",
    2005: "FC Barcelona",
    2006: "AC Milan",
    2007: "Manchester United",
    2009: "Inter",
    2011: "Chelsea",
    2012: "Bayern München",
    2013: "Real Madrid",
    2014: "FC Barcelona",
    2015: "Real Madrid",
    2016: "Real Madrid",
    2017: "Real Madrid",
    2018: "Liverpool",
    2019: "Bayern München",
    2020: "Chelsea",
    2021: "Real Madrid",
    2022: "Manchester City",
    2023: "Real Madrid",
    2024: "Paris Saint-Germain",
    2025: "Paris Saint-Germain",
}
EUROPA_LEAGUE_WINNERS = {
    2006: "Sevilla",
    2009: "Atlético Madrid",
    2011: "Atlético Madrid",
    2012: "Chelsea",
    2013: "Sevilla",
    2014: "Sevilla",
    2015: "Sevilla",
    2016: "Manchester United",
    2017: "Atlético Madrid",
    2018: "Chelsea",
    2019: "Sevilla",
    2020: "Villarreal",
    2021: "Eintracht Frankfurt",
    2022: "Sevilla",
    2023: "Atalanta",
    2024: "Tottenham Hotspur",
    2025: "Aston Villa",
}
CONFERENCE_LEAGUE_WINNERS = {
    2021: "AS Roma",
    2022: "West Ham United",
    2023: "Olympiacos",
    2024: "Chelsea",
    2025: "Crystal Palace",
}
WINNERS = [
    (competition, Season(year), winner)
    for competition, winners in (
        (CHAMPIONS_LEAGUE, CHAMPIONS),
        (EUROPA_LEAGUE, EUROPA_LEAGUE_WINNERS),
        (CONFERENCE_LEAGUE, CONFERENCE_LEAGUE_WINNERS),
    )
    for year, winner in winners.items()
]

SHOOT_OUTS = """
1970-09-30 Budapest Honvéd – Aberdeen 3-1 5-4
1970-11-04 Vorwärts Berlin – Benfica 2-0 5-3
1972-12-13 1. FC Kaiserslautern – Ararat Jerevan 2-0 5-4
1974-03-20 Lokomotive Leipzig – Ipswich Town 1-0 4-3
1974-10-02 FC Carl Zeiss Jena – Slavia Praha 1-0 3-2
1974-10-02 Rába ETO Győr – PFC Lokomotiv Plovdiv 3-1 5-4
1975-03-19 Crvena zvezda – Real Madrid 2-0 6-5
1975-11-05 Sachsenring Zwickau – Fiorentina 1-0 5-4
1975-11-05 Stal Mielec – FC Carl Zeiss Jena 1-0 3-2
1977-03-16 AEK Athens – Queens Park Rangers 3-0 7-6
1977-11-02 Hajduk Split – Diósgyőri VTK 2-1 4-3
1977-12-07 FC Barcelona – Ipswich Town 3-0 3-1
1978-04-12 Austria Wien – Dinamo Moskva 2-1 5-4
1978-11-01 FC Barcelona – Anderlecht 3-0 4-1
1984-11-07 Dinamo Minsk – Sporting CP 2-0 5-3
1985-03-20 Videoton – Manchester United 1-0 5-4
1986-03-19 KSV Waregem – Hajduk Split 1-0 5-4
1986-10-01 Real Zaragoza – AS Roma 2-0 4-3
1986-10-01 Toulouse – Napoli 1-0 4-3
1987-12-09 FC Vitkovice – Vitória Guimarães 2-0 5-4
1990-11-07 Partizan – Real Sociedad 1-0 5-4
1990-12-12 Bologna – Admira Wacker 3-0 6-5
1994-09-27 Aston Villa – Inter 1-0 4-3
1994-09-29 Ferencváros – CSKA Moskva 2-1 7-6
1995-08-24 Ararat Jerevan – GKS Katowice 2-0 4-2
1996-08-20 Barry Town – Budapesti VSC 3-1 4-2
1998-09-29 Slavia Praha – Schalke 04 1-0 5-4
1999-12-07 Borussia Dortmund – Rangers 2-0 3-1
"""
"""Returns in whose place the history has the score of the shoot-out, as who played on proves."""


@pytest.fixture(scope="module")
def results() -> Results:
    return Results(open_to_read(snapshot()))


def test_no_sentence_about_the_data_is_violated(results: Results) -> None:
    assert [str(violation) for violation in violations(results) if violation.strength is Strength.WRONG] == []


def test_the_file_is_small_and_needs_nothing_beside_it() -> None:
    path = snapshot()
    assert path.stat().st_size < 20_000_000
    with sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_nothing_in_the_file_tells_when_it_was_built() -> None:
    with sqlite3.connect(f"{snapshot().as_uri()}?mode=ro", uri=True) as connection:
        assert connection.execute("SELECT DISTINCT applied_at FROM _sqlite_migrations").fetchall() == [("",)]


@pytest.mark.parametrize(("competition", "season", "winner"), WINNERS, ids=str)
def test_the_winner_of_every_final_is_the_one_in_the_books(
    results: Results, competition: Competition, season: Season, winner: str
) -> None:
    matches = results.season_matches(competition, season)
    (final,) = [tie for tie in ties_of(matches) if tie.round.kind is RoundKind.FINAL]
    decided = outcome(final)
    assert decided is not None
    assert decided.winner.name == winner


def test_every_final_of_a_season_that_is_over_has_a_winner(results: Results) -> None:
    over = [(cup, season) for cup, season in results.seasons() if season < Season(2026)]
    without = []
    for competition, season in over:
        ties = ties_of(results.season_matches(competition, season))
        finals = [tie for tie in ties if tie.round.kind is RoundKind.FINAL]
        if len(finals) != 1 or outcome(finals[0]) is None:
            without.append((competition, season))
    assert without == []
    assert len(over) > 200


def test_shoot_outs_that_stood_in_the_place_of_a_score_are_shoot_outs(results: Results) -> None:
    proven = SHOOT_OUTS.strip().splitlines()
    years = {Season(int(line[:4]) - before) for line in proven for before in (0, 1)}
    seasons = [key for key in results.seasons() if key[1] in years]
    played = {
        f"{match.date} {match.home.name} – {match.away.name} {match.extra_time} {match.penalties}"
        for key in seasons
        for match in results.season_matches(*key)
    }
    assert [line for line in proven if line not in played] == []


def test_there_are_as_many_matches_as_the_sources_give(results: Results) -> None:
    matches = [match for key in results.seasons() for match in results.season_matches(*key)]
    derived = sum(Derived.MATCH in match.derived for match in matches)
    assert 26_500 < len(matches) - derived < 27_900
    assert 250 < derived < 350
    assert 15_000 < sum(len(match.goals) for match in matches) <= 18_500
    assert all(match.source for match in matches)


def test_every_final_that_was_played_has_its_day_and_its_city(results: Results) -> None:
    for competition, season, _ in WINNERS:
        final = results.final(competition, season)
        assert final is not None
        assert final.city


def test_no_past_season_has_matches_that_look_as_if_they_were_still_to_come(results: Results) -> None:
    for row in coverage(results):
        if row.season < Season(2025):
            matches = results.season_matches(row.competition, row.season)
            assert not [match for match in matches if match.status in {Status.SCHEDULED, Status.POSTPONED}]


def test_every_club_is_written_with_its_country(results: Results) -> None:
    for club in results.clubs().values():
        assert len(club.country) == 3
        assert club.country.isupper()

"""Results from 1955 to 2019 as the history files tell them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.football.competitions import CHAMPIONS_LEAGUE, CUP_WINNERS_CUP, EUROPA_LEAGUE, FAIRS_CUP
from bot.football.model import Competition, Derived, Match, Score, Season
from bot.sources.errors import SourceError
from bot.sources.history_csv import read_history_csv

HEADER = "home,away,date,gh,ga,full_time,home_country,away_country\n"


def read(row: str, stem: str = "uefa-cl") -> Match:
    (match,) = read_history_csv(HEADER + row, file=f"{stem}.csv", stem=stem)
    return match


def test_a_match_after_extra_time_shows_no_score_of_90_minutes() -> None:
    match = read("Feyenoord,Celtic FC,1970-05-06,2,1,E,netherlands,scotland")
    assert (match.full_time, match.extra_time) == (None, Score(2, 1))
    assert (match.competition, match.season, match.date) == (
        CHAMPIONS_LEAGUE,
        Season(1969),
        date(1970, 5, 6),
    )
    assert (match.home.country, match.away.country) == ("NED", "SCO")
    assert match.round.is_unknown


def test_a_score_of_the_cup_winners_cup_may_hide_extra_time() -> None:
    match = read("Valencia CF,Arsenal FC,1980-05-14,5,4,F,spain,england", "uefa-cw")
    assert match.full_time == Score(5, 4)
    assert match.derived == {Derived.FULL_TIME}


@pytest.mark.parametrize(
    ("row", "stem", "competition", "season"),
    [
        ("London Xi,FC Barcelona,1958-03-05,2,2,F,england,spain", "uefa-el", FAIRS_CUP, 1955),
        ("FC Barcelona,Inter,1959-09-16,4,0,F,spain,italy", "uefa-el", FAIRS_CUP, 1958),
        ("FC Barcelona,Real Zaragoza,1966-09-14,0,1,F,spain,spain", "uefa-el", FAIRS_CUP, 1965),
        ("Leeds United,Juventus,1971-06-03,1,1,F,england,italy", "uefa-el", FAIRS_CUP, 1970),
        ("Ajax,Juventus,1971-09-15,1,1,F,netherlands,italy", "uefa-el", EUROPA_LEAGUE, 1971),
        ("Atletico Madrid,Acf Fiorentina,1962-09-05,3,0,F,spain,italy", "uefa-cw", CUP_WINNERS_CUP, 1961),
        ("Ajax,Juventus,2018-06-28,1,1,F,netherlands,italy", "uefa-el", EUROPA_LEAGUE, 2018),
    ],
)
def test_a_match_belongs_to_the_cup_of_its_time(
    row: str, stem: str, competition: Competition, season: int
) -> None:
    match = read(row, stem)
    assert (match.competition, match.season) == (competition, Season(season))


def test_clubs_that_the_files_take_for_another_are_put_right() -> None:
    dukla = read("1 FK Pribram,FC Twente,1974-11-28,3,1,F,czech-republic,netherlands", "uefa-el")
    assert dukla.home.name == "FK Dukla Praha"
    pribram = read("1 FK Pribram,CS Sedan,2001-09-13,4,0,F,czech-republic,france", "uefa-el")
    assert pribram.home.name == "1 FK Pribram"
    dublin = read("Rangers FC,Bohemians 1905,1975-09-17,4,1,F,scotland,czech-republic")
    assert (dublin.away.name, dublin.away.country) == ("Bohemian FC", "IRL")


@pytest.mark.parametrize(
    ("row", "stem", "reason"),
    [
        ("Ajax,PSV,1970-01-01,1,0,F,netherlands,atlantis", "uefa-cl", "no such country"),
        ("Ajax,PSV,,1,0,F,netherlands,netherlands", "uefa-cl", "date is empty"),
        ("Ajax,PSV,1970-01-01,,0,F,netherlands,netherlands", "uefa-cl", "no score"),
        ("Ajax,PSV,1970-01-01,1,0,X,netherlands,netherlands", "uefa-cl", "F, E or P"),
        ("Ajax,PSV,1970-01-01,1,0,F,netherlands,netherlands", "eredivisie", "a file of the history"),
    ],
)
def test_what_can_not_be_read_is_refused_with_its_line(row: str, stem: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read(row, stem)

"""A club through the years: how far it came, and what its matches come to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.football.model import Competition, Match, Score, Season
from bot.football.season.club_history import ClubHistory, Depth, club_history
from tests.football.builders import club, match

AJAX = club("Ajax")
LATER = datetime(2026, 7, 1, tzinfo=UTC)
FINAL = match("Ajax", "Milan", "1-0", competition="CL", season=1994, round="F", date="1995-05-24")
SUPER_CUP = (
    match("Zaragoza", "Ajax", "1-1", competition="SC", season=1995, round="F", leg=1, date="1996-02-06"),
    match("Ajax", "Zaragoza", "4-0", competition="SC", season=1995, round="F", leg=2, date="1996-02-28"),
)
LOST_FINAL = match(
    "Ajax",
    "Juventus",
    "1-1",
    aet="1-1",
    pens="2-4",
    competition="CL",
    season=1995,
    round="F",
    date="1996-05-22",
)


def history(*matches: Match, now: datetime = LATER) -> ClubHistory:
    found = club_history(AJAX, matches, now)
    assert found is not None
    return found


def depths(*rounds: str) -> list[Depth]:
    """Of a season with a match in each of these rounds."""
    played = [match("Ajax", f"Other {number}", "1-0", round=round_) for number, round_ in enumerate(rounds)]
    return [run.depth for run in history(*played).runs]


def test_a_won_final_is_higher_than_a_lost_one() -> None:
    runs = history(FINAL, LOST_FINAL).runs
    assert [(run.season.start_year, run.depth) for run in runs] == [(1995, Depth.FINAL), (1994, Depth.WON)]


def test_cups_are_told_oldest_first_with_the_year_in_which_they_were_won() -> None:
    won = history(FINAL, LOST_FINAL, *SUPER_CUP).won
    assert [(run.competition.code, run.year) for run in won] == [("CL", 1995), ("SC", 1996)]
    assert [run.is_of_one_match for run in won] == [False, True]


def test_of_a_season_the_best_competition_comes_first() -> None:
    (season,) = history(
        match("Ajax", "Lyon", "0-1", competition="EL", season=2016, round="F", date="2017-05-24"),
        match("Rostov", "Ajax", "4-1", competition="CL", season=2016, round="PO", date="2016-08-24"),
    ).by_season()
    assert [(run.competition.code, run.round.code) for run in season] == [("CL", "PO"), ("EL", "F")]


@pytest.mark.parametrize(
    ("rounds", "depth"),
    [
        (("Q3", "PO"), Depth.QUALIFYING),
        (("PO", "GROUP A"), Depth.BEGIN),
        (("R1",), Depth.BEGIN),
        (("R1", "R2"), Depth.THEN),
        (("LEAGUE", "KPO"), Depth.THEN),
        (("GROUP", "G2"), Depth.LAST_16),
        (("R1", "R2", "QF"), Depth.LAST_8),
        (("R32", "R16", "QF", "SF"), Depth.LAST_4),
    ],
)
def test_the_furthest_round_counts(rounds: tuple[str, ...], depth: Depth) -> None:
    assert depths(*rounds) == [depth]


def test_the_first_groups_of_the_european_cup_were_of_the_last_eight() -> None:
    assert depths("R1", "R2", "GROUP A") == [Depth.LAST_8]


def test_a_match_whose_result_is_missing_tells_how_far_a_club_came() -> None:
    found = history(
        match("Ajax", "Sion", "5-3", round="PO", date="2017-08-24"),
        match("Ajax", "Thun", round="LEAGUE", date="2017-11-23"),
    )
    assert [run.round.code for run in found.runs] == ["LEAGUE"]
    assert found.balance.matches == 1


def test_the_first_and_the_last_season_are_those_with_a_match() -> None:
    assert history(FINAL, LOST_FINAL).seasons == (Season(1994), Season(1995))


def test_before_its_first_match_a_club_has_no_history() -> None:
    assert club_history(AJAX, [FINAL], datetime(1995, 5, 1, tzinfo=UTC)) is None


def test_what_is_later_has_not_been_played_yet() -> None:
    assert [
        run.season.start_year for run in history(FINAL, LOST_FINAL, now=datetime(1996, 1, 1, tzinfo=UTC)).runs
    ] == [1994]


def test_the_biggest_win_and_defeat_are_by_margin_then_by_goals() -> None:
    won = match("Ajax", "Red Boys", "14-0", round="R1", season=1984)
    lost = match("Bayern", "Ajax", "5-1", round="R2", season=1980)
    found = history(won, lost, match("Ajax", "Napoli", "1-4", round="GROUP A", season=2022), FINAL)
    assert (found.biggest_win, found.biggest_defeat) == (won, lost)


def test_a_verdict_is_no_biggest_defeat() -> None:
    found = history(match("Ajax", "Austria", "0-3", status="awarded", round="R1", season=1989))
    assert (found.biggest_win, found.biggest_defeat, found.balance.goals) == (None, None, Score(0, 3))


def test_matches_are_counted_by_competition_most_first() -> None:
    assert list(history(FINAL, *SUPER_CUP).played.items()) == [(Competition("SC"), 2), (Competition("CL"), 1)]

"""How far a table is, and what of it is missing."""

from __future__ import annotations

from dataclasses import replace

from bot.football.model import Match, Round, Status
from bot.football.season.season_as_of import SeasonAsOf, know_season
from bot.football.season.table_progress import Progress, progress
from tests.football.builders import amsterdam, match
from tests.football.seasons import GROUP_H

H = Round.from_code("GROUP H")


def season(now: str, *matches: Match) -> SeasonAsOf:
    first = matches[0]
    return know_season(first.competition, first.season, matches, (), None, amsterdam(now))


def test_a_group_before_its_last_matchday() -> None:
    assert progress(season("2017-12-01 12:00", *GROUP_H), [H]) == Progress(0, 2, 0, 10, 10, 3)


def test_a_finished_group_misses_nothing() -> None:
    assert progress(season("2017-12-08 12:00", *GROUP_H), [H]) == Progress(0, 0, 0, 12, 12, 3)


def test_results_and_pairings_that_nobody_told_are_missing() -> None:
    untold = replace(GROUP_H[0], full_time=None, status=Status.SCHEDULED)
    assert progress(season("2017-12-08 12:00", untold, *GROUP_H[2:]), [H]).missing == 2


def test_a_match_under_way_is_still_to_be_played() -> None:
    live = replace(GROUP_H[-1], kick_off=amsterdam("2017-12-06 20:45"))
    at_half_time = progress(season("2017-12-06 21:30", *GROUP_H[:-1], live), [H])
    # The other match of that day is known by its day alone.
    assert at_half_time == Progress(1, 2, 0, 10, 10, 3)


def test_a_cancelled_match_is_not_waited_for_and_a_win_brought_two_points() -> None:
    off = match("Ajax", "Milan", season=1994, round="GROUP D", competition="CL", status="cancelled")
    played = match("Milan", "Ajax", "0-2", season=1994, round="GROUP D", competition="CL", date="1994-11-23")
    so_far = progress(season("1995-07-05 12:00", off, played), [Round.from_code("GROUP D")])
    assert so_far == Progress(0, 0, 0, 2, 2, 2)


def test_of_other_competitions_nobody_said_how_many_matches_there_are() -> None:
    played = match("River Plate", "Boca", "1-0", competition="Copa", round="GROUP A", date="2018-03-01")
    assert progress(season("2018-06-01 12:00", played), [played.round]).missing == 0


def test_half_of_the_results_that_should_be_known_make_a_table() -> None:
    untold = [
        replace(each, full_time=None, status=Status.SCHEDULED) if number >= 6 else each
        for number, each in enumerate(GROUP_H)
    ]
    half = progress(season("2017-12-08 12:00", *untold), [H])
    assert (half.results, half.due, half.makes_a_table) == (6, 12, True)
    untold[0] = replace(GROUP_H[0], full_time=None, status=Status.SCHEDULED)
    assert not progress(season("2017-12-08 12:00", *untold), [H]).makes_a_table


def test_matchdays_that_nobody_told_lie_ahead_until_the_season_is_over() -> None:
    first = GROUP_H[:2]
    assert progress(season("2017-09-14 12:00", *first), [H]).due == 2
    assert progress(season("2018-09-14 12:00", *first), [H]).due == 12

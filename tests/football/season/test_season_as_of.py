"""What there was to know of a season at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.football.model import EUROPA_LEAGUE, DrawDate, Match, Round, RoundKind, Season
from bot.football.season.season_as_of import SeasonAsOf, know_season
from tests.football.builders import amsterdam, club, draw, match

FIRST = match("Östersund", "Arsenal", "0-3", date="2018-02-15", leg=1)
SECOND = match("Arsenal", "Östersund", "1-2", date="2018-02-22", leg=2)
GROUP = match("Arsenal", "Köln", "3-1", round="GROUP H", date="2017-09-14")
FINAL = match("Marseille", "Atlético", "0-3", round="F", date="2018-05-16", neutral=True)


def season(now: str, *matches: Match, draws: Sequence[DrawDate] = ()) -> SeasonAsOf:
    return know_season(EUROPA_LEAGUE, Season(2017), matches, draws, None, amsterdam(now))


def test_a_season_is_read_by_club_by_tie_and_by_table() -> None:
    as_of = season("2018-02-23 12:00", FIRST, SECOND, GROUP)
    assert as_of.of(club("Köln")) == (GROUP,)
    (tie,) = as_of.ties_of(club("Arsenal"))
    assert as_of.tie_with(SECOND) == tie
    assert as_of.tie_with(FINAL) is None
    assert as_of.in_round(Round.from_code("GROUP H")) == (GROUP,)
    standing = as_of.table(GROUP.round).of(club("Arsenal"))
    assert standing is not None
    assert standing.points == 3


def test_later_results_are_not_known_yet_but_the_rounds_of_the_format_are() -> None:
    as_of = season("2018-02-16 12:00", FIRST, SECOND, FINAL)
    assert [played.score for played in as_of.matches] == [FIRST.score, None]
    assert as_of.rounds == {RoundKind.LAST_32, RoundKind.FINAL}
    assert not as_of.is_over


def test_a_season_is_over_after_its_final_and_then_nothing_is_missing() -> None:
    as_of = season("2018-06-30 12:00", FIRST, SECOND, FINAL)
    assert as_of.is_over
    assert as_of.known_until is None


def test_a_season_that_goes_on_is_known_until_its_last_result() -> None:
    assert season("2018-02-23 12:00", FIRST, SECOND).known_until is None
    assert season("2018-06-30 12:00", FIRST, SECOND).known_until == date(2018, 2, 22)
    to_come = match("Arsenal", "Milan", round="R16", date="2018-03-15")
    assert season("2018-03-16 12:00", FIRST, SECOND, to_come).known_until == date(2018, 2, 22)
    later = match("Arsenal", "Milan", round="R16", date="2018-07-15")
    assert season("2018-06-30 12:00", FIRST, SECOND, later).known_until is None
    assert season("2018-02-01 12:00").known_until is None


def test_draws_ahead_come_first_and_those_without_a_day_last_until_their_pairings_are_known() -> None:
    held, ahead, dateless = draw("R32", "2017-12-11"), draw("R16", "2018-02-23"), draw("QF", None)
    as_of = season("2018-02-22 23:30", FIRST, SECOND, draws=[dateless, held, ahead])
    assert as_of.draws == (ahead, dateless)
    drawn = replace(dateless, rounds=(Round.from_code("F"), Round.from_code("R32")))
    assert season("2018-02-22 23:30", FIRST, SECOND, draws=[drawn]).draws == ()


def test_all_is_drawn_once_the_draw_of_the_semi_finals_was_held() -> None:
    quarter, semi = draw("QF", "2018-03-16"), draw("SF F", "2018-04-13")
    assert not season("2018-04-12 12:00", FIRST, draws=[quarter, semi]).all_drawn
    assert season("2018-04-14 12:00", FIRST, draws=[quarter, semi]).all_drawn
    assert not season("2018-04-14 12:00", FIRST, draws=[quarter, draw("SF", None)]).all_drawn
    assert not season("2018-04-14 12:00", FIRST, draws=[quarter]).all_drawn


def test_the_table_if_it_stays_counts_the_match_under_way() -> None:
    live = match("Arsenal", "Köln", "1-1", round="GROUP H", date="2017-09-14", time="21:05", status="live")
    as_of = season("2017-09-14 22:00", live)
    standing = as_of.table_if_it_stays(live.round).of(club("Arsenal"))
    assert standing is not None
    assert standing.points == 1

from __future__ import annotations

import contextlib
import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import (
    CHAMPIONS_LEAGUE,
    Competition,
    DecidedBy,
    GoalKind,
    Leg,
    Match,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.sources.csv_rows import read_text
from bot.sources.errors import SourceError
from bot.sources.reading import spelled
from bot.sources.results_csv import MATCH_COLUMNS, read_goals_of_results, read_results_csv, with_goals

HEADER = "competition,season,round,leg,date,time,home,home_country,away,away_country,status,ft_home,ft_away"
PSV_ARSENAL = "CL,2024,R16,1,2025-03-04,21:00,PSV,NED,Arsenal,ENG,played,1,7"


def read(*lines: str) -> tuple[Match, ...]:
    return read_results_csv("\n".join(lines) + "\n", file="matches.csv")


def only(**cells: str) -> Match:
    """One match of these cells; what every match needs is filled in."""
    row = {"competition": "CL", "season": "2024", "round": "R16", "home": "PSV", "away": "Arsenal"} | cells
    text = io.StringIO()
    writer = csv.DictWriter(text, list(row))
    writer.writeheader()
    writer.writerow(row)
    (match,) = read_results_csv(text.getvalue(), file="matches.csv")
    return match


def refusal(*lines: str) -> SourceError:
    with pytest.raises(SourceError) as refused:
        read(*lines)
    return refused.value


def refused_cells(**cells: str) -> str:
    with pytest.raises(SourceError) as refused:
        only(**cells)
    assert refused.value.line == 2
    return refused.value.reason


def test_psv_arsenal_is_read_with_its_kick_off_in_utc() -> None:
    (match,) = read(HEADER, PSV_ARSENAL)
    assert match.competition == CHAMPIONS_LEAGUE
    assert match.season == Season(2024)
    assert match.round == Round(RoundKind.LAST_16)
    assert match.leg is Leg.FIRST
    assert (match.home.name, match.home.country) == ("PSV", "NED")
    assert match.away == spelled("Arsenal", "ENG")
    assert match.date == date(2025, 3, 4)
    assert match.kick_off == datetime(2025, 3, 4, 20, 0, tzinfo=UTC)
    assert match.full_time == Score(1, 7)
    assert match.status is Status.PLAYED


def test_summer_evenings_are_two_hours_ahead_of_utc() -> None:
    match = only(date="2020-08-23", time="21:00")
    assert match.kick_off == datetime(2020, 8, 23, 19, 0, tzinfo=UTC)


def test_columns_come_in_any_order_after_a_byte_order_mark_and_empty_lines_are_passed_over() -> None:
    text = "\ufeffaway,home,round,season,competition\r\n\r\nArsenal,PSV,R16,2024,CL\r\n,,,,\r\n"
    (match,) = read_results_csv(text, file="matches.csv")
    assert (match.home.name, match.away.name) == ("PSV", "Arsenal")


def test_a_score_without_status_was_played_and_neither_is_still_to_come() -> None:
    assert only(ft_home="2", ft_away="2").status is Status.PLAYED
    assert only(aet_home="3", aet_away="2").status is Status.PLAYED
    assert only().status is Status.SCHEDULED
    assert only(ft_home="0", ft_away="3", status="awarded").status is Status.AWARDED


def test_the_shoot_out_of_budapest_stays_apart_from_the_score() -> None:
    match = only(
        round="F",
        home="Paris Saint-Germain",
        ft_home="1",
        ft_away="1",
        aet_home="1",
        aet_away="1",
        pens_home="4",
        pens_away="3",
        neutral="1",
        venue="Puskás Aréna",
        city="Budapest",
    )
    assert (match.full_time, match.extra_time, match.penalties) == (Score(1, 1), Score(1, 1), Score(4, 3))
    assert match.neutral
    assert (match.venue, match.city) == ("Puskás Aréna", "Budapest")


def test_the_toss_of_rotterdam_is_recorded_with_its_winner() -> None:
    # Liverpool won the replay's toss against Köln on 24 March 1965, after 2-2.
    match = only(
        season="1964",
        round="QF",
        leg="replay",
        home="Liverpool",
        away="1. FC Köln",
        aet_home="2",
        aet_away="2",
        winner="Liverpool",
        decided_by="coin toss",
    )
    assert match.leg is Leg.REPLAY
    assert match.winner == match.home
    assert match.decided_by is DecidedBy.COIN_TOSS


def test_another_competition_keeps_its_title_and_the_name_of_its_round() -> None:
    match = only(competition="Copa Libertadores", round="OTHER Match for third place")
    assert match.competition == Competition("Copa Libertadores")
    assert match.round == Round(RoundKind.OTHER, "Match for third place")
    assert only(round="GROUP A", matchday="6").matchday == 6


def test_what_is_implausible_but_readable_is_imported() -> None:
    match = only(ft_home="2", ft_away="0", aet_home="1", aet_away="0", status="scheduled")
    assert match.full_time == Score(2, 0)
    assert match.extra_time == Score(1, 0)


@pytest.mark.parametrize("status", list(Status))
def test_every_status_is_known(status: Status) -> None:
    assert only(status=status.value).status is status


@pytest.mark.parametrize(
    ("column", "cell", "reason"),
    [
        ("ft_home", "x", "ft_home is no number"),
        ("ft_home", "-1", "ft_home is no number"),
        ("ft_home", "2", "half a score"),
        ("ft_home", "٢", "ft_home is no number"),
        ("matchday", "1.0", "matchday is no number"),
        ("pens_away", "3", "half a score"),
        ("date", "22-02-2018", "date is no date"),
        ("date", "2018-W08-4", "date is no date"),
        ("date", "2018-02-30", "there is no such day"),
        ("time", "21:05", "a time without a date"),
        ("season", "2017/18", "season is the year in which it starts"),
        ("round", "R17", "no such round"),
        ("status", "finished", "status is none of scheduled, live"),
        ("decided_by", "luck", "decided_by is none of aggregate"),
        ("leg", "3", "leg is none of 1, 2, replay"),
        ("neutral", "yes", "neutral is 1 or empty"),
        ("winner", "Ajax", "winner is neither 'PSV' nor 'Arsenal'"),
        ("winner", "psv", "winner is neither 'PSV' nor 'Arsenal'"),
        ("home", "", "home is empty"),
        ("away", " ", "away is empty"),
        ("away", "PSV", "'PSV' against itself"),
        ("competition", "", "competition is empty"),
    ],
)
def test_what_is_unreadable_refuses_the_file(column: str, cell: str, reason: str) -> None:
    assert refused_cells(**{column: cell}).startswith(reason)


def test_a_nonsense_hour_refuses_the_file() -> None:
    assert refused_cells(date="2025-03-04", time="25:00").startswith("time is no time")
    assert refused_cells(date="0001-01-01", time="00:00").startswith("there is no such moment")


def test_namesakes_of_two_countries_may_meet_but_a_winner_is_then_ambiguous() -> None:
    names = {"home": "Arsenal", "home_country": "ENG", "away": "Arsenal", "away_country": "UKR"}
    assert only(**names).home != only(**names).away
    assert "winner is neither" in refused_cells(**names, winner="Arsenal")
    assert "against itself" in refused_cells(**(names | {"away_country": ""}))


def test_unknown_columns_are_refused_by_name_unless_the_reader_allows_them() -> None:
    reason = "unknown column 'attendance'"
    assert refusal(f"{HEADER},attendance", f"{PSV_ARSENAL},35000").reason == reason
    text = f"{HEADER},source\n{PSV_ARSENAL},uefa.com\n"
    (match,) = read_results_csv(text, file="matches.csv", extra=frozenset({"source"}))
    assert match.source == "uefa.com"


def test_a_header_is_required_with_each_column_once() -> None:
    assert refusal("").reason == "is empty: the first line must name the columns"
    assert refusal(PSV_ARSENAL).reason == "unknown column 'CL'"
    assert refusal(f"{HEADER},home").reason == "column home stands there twice"
    assert refusal("competition,season,round,home").reason == "column away is missing"
    assert read(HEADER) == ()


def test_a_half_written_file_is_refused_where_it_breaks_off() -> None:
    cut = refusal(HEADER, PSV_ARSENAL, PSV_ARSENAL[:40])
    assert (cut.line, cut.reason) == (3, "9 cells under a header of 13 columns")
    quote = refusal(HEADER, PSV_ARSENAL, 'CL,2024,R16,2,2025-03-12,21:00,"Ars')
    assert quote.line == 3
    assert "half-written" in quote.reason
    assert refusal(HEADER, f"{PSV_ARSENAL},").reason == "14 cells under a header of 13 columns"


def test_lines_are_counted_over_quoted_line_breaks() -> None:
    note = f'{HEADER},note\n{PSV_ARSENAL},"one\ntwo\nthree"\n{PSV_ARSENAL.replace("played", "won")},\n'
    with pytest.raises(SourceError) as refused:
        read_results_csv(note, file="matches.csv")
    assert str(refused.value).startswith("matches.csv, line 5: status is none of")


def test_what_is_no_text_is_refused_with_its_line() -> None:
    assert refusal(HEADER, PSV_ARSENAL, "CL\0").line == 3
    huge = refusal(HEADER, PSV_ARSENAL, f"{PSV_ARSENAL}{'7' * 140_000}")
    assert (huge.line, "field larger" in huge.reason) == (3, True)
    assert len(refused_cells(status="x" * 1000)) < 200


def test_a_file_must_exist_and_be_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "matches.csv"
    with pytest.raises(SourceError, match="No such file"):
        read_text(path)
    path.write_bytes("home\nKöln".encode("utf-8-sig"))
    assert read_text(path) == "home\nKöln"
    path.write_bytes("home\nKöln".encode("latin-1"))
    with pytest.raises(SourceError) as refused:
        read_text(path)
    assert refused.value.line == 2


GOALS = "competition,season,date,home,away,club,scorer,minute,stoppage,kind"
OSTERSUND = "EL,2017,2018-02-15,Östersunds FK,Arsenal"
MONREAL = f"{OSTERSUND},Arsenal,Nacho Monreal,13,,goal"
OWN_GOAL = f"{OSTERSUND},Arsenal,Sotirios Papagiannopoulos,24,,own"
FIRST_LEG = "EL,2017,R32,1,2018-02-15,,Östersunds FK,SWE,Arsenal,ENG,played,0,3"


def test_goals_keep_their_order_and_belong_to_the_club_that_benefits() -> None:
    lines = (GOALS, MONREAL, OWN_GOAL, f"{OSTERSUND},Arsenal,,,,", f"{OSTERSUND},Arsenal,,,,")
    goals = read_goals_of_results("\n".join(lines), file="goals.csv")
    (match,) = with_goals(read(HEADER, FIRST_LEG), goals, file="goals.csv")
    assert [goal.scorer for goal in match.goals] == ["Nacho Monreal", "Sotirios Papagiannopoulos", None, None]
    assert [goal.minute for goal in match.goals] == [13, 24, None, None]
    assert match.goals[1].kind is GoalKind.OWN_GOAL
    assert match.goals_of(match.away) == match.goals
    assert match.unmarked == frozenset()


def test_what_a_source_does_not_mark_comes_back_with_its_goals() -> None:
    lines = (f"{GOALS},unmarked", f"{MONREAL},own|penalty", f"{OWN_GOAL},penalty")
    goals = read_goals_of_results("\n".join(lines), file="goals.csv")
    (match,) = with_goals(read(HEADER, FIRST_LEG), goals, file="goals.csv")
    assert match.unmarked == {GoalKind.OWN_GOAL, GoalKind.PENALTY}
    with pytest.raises(SourceError, match="unmarked is none of goal, penalty, own"):
        read_goals_of_results(f"{GOALS},unmarked\n{MONREAL},header", file="goals.csv")


def test_a_goal_of_no_match_or_of_a_third_club_is_refused() -> None:
    goals = read_goals_of_results(f"{GOALS}\n{MONREAL}\n", file="goals.csv")
    with pytest.raises(SourceError, match="line 2: no such match: Östersunds FK - Arsenal of 2018-02-15"):
        with_goals(read(HEADER, PSV_ARSENAL), goals, file="goals.csv")
    with pytest.raises(SourceError, match="more than one such match"):
        with_goals(read(HEADER, FIRST_LEG, FIRST_LEG), goals, file="goals.csv")
    with pytest.raises(SourceError, match="club is neither"):
        read_goals_of_results(f"{GOALS}\n{MONREAL.replace('Arsenal,Nacho', 'PSV,Nacho')}", file="goals.csv")
    with pytest.raises(SourceError, match="kind is none of goal, penalty, own"):
        read_goals_of_results(f"{GOALS}\n{MONREAL.replace(',goal', ',header')}", file="goals.csv")


@given(st.text(max_size=400))
def test_any_text_is_either_read_or_refused(text: str) -> None:
    for whole in (text, f"{HEADER}\n{text}", f"{HEADER}\n{PSV_ARSENAL.replace('played', text)}"):
        # Whatever is wrong is said in one way; anything else escapes here and fails.
        with contextlib.suppress(SourceError):
            matches = read_results_csv(whole, file="matches.csv")
            assert all(match.home.name and match.home != match.away for match in matches)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.dates(date(1900, 1, 1))), max_size=5))
def test_scores_and_days_come_back_as_they_were_written(played: list[tuple[int, int, date]]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, MATCH_COLUMNS)
    writer.writeheader()
    for home, away, day in played:
        row = {"competition": "CL", "season": "2024", "round": "R16", "home": "PSV", "away": "Arsenal"}
        row |= {"ft_home": str(home), "ft_away": str(away)}
        writer.writerow(row | {"date": day.isoformat(), "time": "21:00"})
    matches = read_results_csv(text.getvalue(), file="matches.csv")
    assert [(match.full_time, match.date) for match in matches] == [
        (Score(home, away), day) for home, away, day in played
    ]

from __future__ import annotations

import pytest

from bot.football.competitions import CUP_WINNERS_CUP, SUPER_CUP
from bot.football.model import CHAMPIONS_LEAGUE, CONFERENCE_LEAGUE, EUROPA_LEAGUE, Competition, Season
from bot.sources.wikipedia.reading.places import place_of
from bot.sources.wikipedia.titles import part_of_season
from tests.sources.wikipedia.reading import box, read


@pytest.mark.parametrize(
    ("competition", "year", "headings", "expected"),
    [
        (CHAMPIONS_LEAGUE, 2026, ["First qualifying round", "Matches"], "Q1"),
        (CHAMPIONS_LEAGUE, 2026, ["Second qualifying round", "Champions Path", "Second leg"], "Q2 leg 2"),
        (
            CHAMPIONS_LEAGUE,
            2026,
            ["qualifying", "3rd qualifying round", "League Path", "First leg"],
            "Q3 leg 1",
        ),
        (CHAMPIONS_LEAGUE, 2026, ["qualifying", "Play-off round", "Champions Path"], "PO"),
        (CHAMPIONS_LEAGUE, 2026, ["Knockout phase", "Knockout phase play-offs", "1st leg"], "KPO leg 1"),
        (CHAMPIONS_LEAGUE, 2026, ["knockout phase", "Play-offs"], "KPO"),
        (CHAMPIONS_LEAGUE, 2026, ["knockout phase", "Round of 16 – second leg"], "R16 leg 2"),
        (CHAMPIONS_LEAGUE, 2026, ["Knockout phase", "Quarter-finals"], "QF"),
        (CHAMPIONS_LEAGUE, 2026, ["Knockout phase", "Semifinals", "Leg 2"], "SF leg 2"),
        (CHAMPIONS_LEAGUE, 2026, ["final", "Match", "Details"], "F"),
        (CHAMPIONS_LEAGUE, 2026, ["league phase", "Matches", "Matchday 8"], "LEAGUE matchday 8"),
        (CHAMPIONS_LEAGUE, 2026, ["league phase", "Match day 1 (8–10 September)"], "LEAGUE matchday 1"),
        (CHAMPIONS_LEAGUE, 2026, ["knockout phase", "Seeding", "Statistics"], "OTHER ?"),
        (CHAMPIONS_LEAGUE, 2022, ["qualifying", "Preliminary round", "Semi-finals"], "PR"),
        (CHAMPIONS_LEAGUE, 2022, ["qualifying", "Preliminary round", "Final"], "PR"),
        (CHAMPIONS_LEAGUE, 2010, ["group stage", "Groups", "Group H"], "GROUP H"),
        (CHAMPIONS_LEAGUE, 2005, ["knockout stage", "First knockout round"], "R16"),
        (CHAMPIONS_LEAGUE, 2002, ["first group stage", "Group A"], "GROUP A"),
        (
            CHAMPIONS_LEAGUE,
            2002,
            ["second group stage", "Groups", "Group D", "Matchday 6"],
            "G2 D matchday 6",
        ),
        (CHAMPIONS_LEAGUE, 1998, ["Qualifying", "Second round"], "Q2"),
        (CHAMPIONS_LEAGUE, 1994, ["Qualifying round", "Second leg"], "PR leg 2"),
        (CHAMPIONS_LEAGUE, 1987, ["First round", "First leg"], "R1 leg 1"),
        (CHAMPIONS_LEAGUE, 1965, ["First round", "Play-off"], "R1 leg replay"),
        (CHAMPIONS_LEAGUE, 1973, ["Final", "Replay"], "F leg replay"),
        (CHAMPIONS_LEAGUE, 1985, ["Play-off"], "OTHER ?"),
        (EUROPA_LEAGUE, 1996, ["Preliminary round"], "PR"),
        (EUROPA_LEAGUE, 1996, ["Qualifying round"], "Q1"),
        (EUROPA_LEAGUE, 2000, ["Qualifying round"], "PR"),
        (EUROPA_LEAGUE, 2002, ["Fourth round", "First leg"], "R16 leg 1"),
        (EUROPA_LEAGUE, 2006, ["final phase", "Round of 32"], "R32"),
        (EUROPA_LEAGUE, 2019, ["Final phase", "Final"], "F"),
        (EUROPA_LEAGUE, 2023, ["knockout phase", "Knockout round play-offs"], "KPO"),
        (CONFERENCE_LEAGUE, 2022, ["qualifying phase and play-off round", "Third qualifying round"], "Q3"),
        (CONFERENCE_LEAGUE, 2022, ["play-off round", "Main Path", "Second leg"], "PO leg 2"),
        (CUP_WINNERS_CUP, 1961, ["Preliminary round"], "PR"),
        (SUPER_CUP, 1994, ["First leg"], "F leg 1"),
        (SUPER_CUP, 2026, ["Match"], "F"),
    ],
)
def test_headings_tell_round_leg_and_matchday(
    competition: Competition, year: int, headings: list[str], expected: str
) -> None:
    place = place_of(competition, Season(year), headings)
    leg = f" leg {place.leg}" if place.leg else ""
    matchday = f" matchday {place.matchday}" if place.matchday else ""
    assert f"{place.round.code}{leg}{matchday}" == expected


def test_a_match_of_another_competition_is_none_of_ours() -> None:
    assert read("==Super Cup==\n" + box().replace("==Round of 16==", "")).matches == ()
    table = "{{TwoLegResult|[[A]]|ENG|2–1|[[B]]|NED}}"
    assert read(f"==UEFA Super Cup==\n{table}").tie_results == ()


def test_the_title_tells_the_round_of_a_final() -> None:
    found = read(box().replace("==Round of 16==", "==Match=="), title="2027 UEFA Champions League final")
    assert [match.round.code for match in found.matches] == ["F"]
    assert part_of_season("2027 UEFA Champions League final") == "final"


def test_a_box_may_tell_its_round_itself() -> None:
    (match,) = read(box(round="[[Quarter-final]]s").replace("==Round of 16==", "")).matches
    assert match.round.code == "QF"


def test_a_heading_ends_where_another_of_its_level_begins() -> None:
    text = f"{box()}\n===First leg===\n==Quarter-finals==\n{box().replace('==Round of 16==', '')}"
    found = read(text)
    assert [(match.round.code, match.leg) for match in found.matches] == [("R16", None), ("QF", None)]


def test_legs_follow_from_the_order_where_no_heading_tells_them() -> None:
    back = {"team1": "[[AFC Ajax|Ajax]] {{fbaicon|NED}}", "team2": "[[Arsenal F.C.|Arsenal]] {{fbaicon|ENG}}"}
    found = read(box() + box(date="16 March 2027", **back))
    assert [match.leg for match in found.matches] == ["1", "2"]

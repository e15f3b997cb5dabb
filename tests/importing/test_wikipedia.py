"""Saved pages of Wikipedia: whose clubs are known by their pages, and which may show one another."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.database.connection import transaction
from bot.database.results.results import Results
from bot.database.results.saving import save_matches
from bot.database.results.writing import save_clubs, save_draws, save_pages
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    Club,
    DrawDate,
    GoalKind,
    Leg,
    Match,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.importing import import_from
from bot.importing.origins import FACTS, OPENFOOTBALL, WIKIPEDIA
from bot.importing.protocol import ImportOptions
from bot.sources.errors import SourceError
from tests.shared import empty_results

ARSENAL = Club("eng-arsenal", "Arsenal", "ENG")
AJAX = Club("ned-ajax", "Ajax", "NED")
MILAN = Club("ita-milan", "Milan", "ITA")
SEASON = Season(2026)
TITLE = "2026–27 UEFA Champions League knockout phase"
BOX = """==Round of 16==
===First leg===
{{Football box
|date={{Start date|2027|3|9}}
|time=21:00
|team1=[[Arsenal F.C.|Arsenal]] {{fbaicon|ENG}}
|score=2–1
|team2={{fbaicon|NED}} [[AFC Ajax|Ajax]]
|goals1=*[[Kai Havertz|Havertz]] {{goal|9|pen.|60}}
|goals2=*{{goal|80|o.g.}} [[Declan Rice|Rice]]
}}
"""


def saved(folder: Path, text: str = BOX, name: str = f"{TITLE}.wikitext") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def put(db: Database, *clubs: Club, pages: tuple[tuple[str, Club], ...] = ()) -> None:
    with transaction(db):
        save_clubs(db, clubs)
        save_pages(db, [(page, club.id) for page, club in pages])


def with_clubs(db: Database) -> None:
    put(db, ARSENAL, AJAX, MILAN, pages=(("Arsenal F.C.", ARSENAL), ("AFC Ajax", AJAX), ("AC Milan", MILAN)))


def matches(db: Database) -> tuple[Match, ...]:
    return Results(db).season_matches(CHAMPIONS_LEAGUE, SEASON)


def a_match(home: Club, away: Club, score: Score | None, **more: object) -> Match:
    status = Status.SCHEDULED if score is None else Status.PLAYED
    match = Match(CHAMPIONS_LEAGUE, SEASON, Round(RoundKind.LAST_16), home, away, status, full_time=score)
    return replace(match, **more)  # type: ignore[arg-type] # each by its own name


def imported(db: Database, *paths: Path, **options: object) -> list[str]:
    """The lines that the import warns with."""
    warnings: list[str] = []
    import_from("wikipedia", db, paths, ImportOptions(warn=warnings.append, **options))  # type: ignore[arg-type] # each by its own name
    return warnings


def refusal(db: Database, *paths: Path, **options: object) -> str:
    with pytest.raises(SourceError) as refused:
        imported(db, *paths, **options)
    return str(refused.value)


def test_a_saved_page_brings_scores_and_scorers_and_twice_is_once(tmp_path: Path) -> None:
    with empty_results() as db:
        with_clubs(db)
        first = import_from("wikipedia", db, [saved(tmp_path)], ImportOptions())
        again = import_from("wikipedia", db, [tmp_path], ImportOptions())
        assert (str(first), str(again)) == (
            "1 added, 0 changed, 0 unchanged, 0 conflicts",
            "0 added, 0 changed, 1 unchanged, 0 conflicts",
        )
        (match,) = matches(db)
        assert (match.clubs, match.leg, str(match.full_time)) == ((ARSENAL, AJAX), Leg.FIRST, "2-1")
        assert [(goal.scorer, goal.kind) for goal in match.goals] == [
            ("Kai Havertz", GoalKind.PENALTY),
            ("Kai Havertz", GoalKind.OPEN_PLAY),
            ("Declan Rice", GoalKind.OWN_GOAL),
        ]
        assert match.knows_every(GoalKind.OWN_GOAL)
        assert match.knows_every(GoalKind.PENALTY)
        assert match.source == WIKIPEDIA.name


def test_it_goes_before_openfootball_and_after_the_facts(tmp_path: Path) -> None:
    for origin, expected in ((OPENFOOTBALL, "2-1"), (FACTS, "3-1")):
        with empty_results() as db:
            with_clubs(db)
            with transaction(db):
                save_matches(db, [a_match(ARSENAL, AJAX, Score(3, 1), leg=Leg.FIRST)], origin)
            imported(db, saved(tmp_path))
            (match,) = matches(db)
            assert str(match.full_time) == expected
            assert {conflict.fact for conflict in Results(db).conflicts()} == {"full time"}


def test_a_file_without_a_title_needs_competition_and_season(tmp_path: Path) -> None:
    path = saved(tmp_path, name="page.txt")
    with empty_results() as db:
        with_clubs(db)
        assert "say which --competition and --season" in refusal(db, path)
        assert "say which --competition and --season" in refusal(db, path, season=SEASON)
        assert imported(db, path, competition=CHAMPIONS_LEAGUE, season=SEASON) == []
        assert len(matches(db)) == 1


def test_the_name_of_a_file_may_be_written_as_in_an_address(tmp_path: Path) -> None:
    with empty_results() as db:
        with_clubs(db)
        imported(db, saved(tmp_path, name="2026%E2%80%9327_UEFA_Champions_League_knockout_phase.txt"))
        imported(db, saved(tmp_path, name="2026-27 UEFA Champions League knockout phase.wiki"))
        assert len(matches(db)) == 1


@pytest.mark.parametrize(
    "answer",
    [
        {"parse": {"title": TITLE, "wikitext": BOX}},
        {"parse": {"title": TITLE, "wikitext": {"*": BOX}}},
        {"query": {"pages": {"1": {"title": TITLE, "revisions": [{"*": BOX}]}}}},
        {
            "query": {
                "pages": [
                    {"title": TITLE, "revisions": [{"slots": {"main": {"content": BOX}}}]},
                    {"missing": True},
                ]
            }
        },
        {"query": {"pages": [{"title": TITLE, "revisions": [{"slots": {"main": {"*": BOX}}}]}]}},
    ],
)
def test_an_answer_of_the_api_is_read_as_well(answer: object, tmp_path: Path) -> None:
    with empty_results() as db:
        with_clubs(db)
        imported(db, saved(tmp_path, json.dumps(answer), "answer.json"))
        assert len(matches(db)) == 1


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        (f"{TITLE}.wikitext", "<!DOCTYPE html><html>", "a web page: save the page's wikitext"),
        (f"{TITLE}.wikitext", "Nothing is known yet.", "no football box there"),
        ("answer.json", '{"parse": ', "no JSON, though it begins as such"),
        ("answer.json", '{"error": {}}', "no wikitext in this answer"),
        ("answer.json", '{"query": {"pages": 3}}', "no wikitext in this answer"),
        ("answer.json", "[]", "no wikitext in this answer"),
    ],
)
def test_what_is_no_page_is_refused(name: str, text: str, reason: str, tmp_path: Path) -> None:
    with empty_results() as db:
        with_clubs(db)
        assert reason in refusal(db, saved(tmp_path, text, name))
        assert matches(db) == ()


def test_what_cannot_be_read_is_told_and_the_rest_is_saved(tmp_path: Path) -> None:
    text = BOX + BOX.replace("2–1", "99–0").replace("AFC Ajax", "AC Milan")
    with empty_results() as db:
        with_clubs(db)
        assert imported(db, saved(tmp_path, text)) == [f"{TITLE}: Arsenal – Ajax: a score of 99-0"]
        assert len(matches(db)) == 1


def test_an_unknown_club_refuses_all_with_the_nearest_names(tmp_path: Path) -> None:
    with empty_results() as db:
        put(db, ARSENAL, AJAX, pages=(("Arsenal F.C.", ARSENAL),))
        text = BOX.replace("[[AFC Ajax|Ajax]]", "[[Ajaks (club)|Ajaks]]")
        assert "'Ajaks (club)' (NED) is not a known club" in refusal(db, saved(tmp_path, text))
        assert matches(db) == ()


def test_a_club_whose_page_is_not_known_is_found_by_its_name_in_its_country(tmp_path: Path) -> None:
    with empty_results() as db:
        put(db, ARSENAL, AJAX)
        imported(db, saved(tmp_path))
        (match,) = matches(db)
        assert match.clubs == (ARSENAL, AJAX)


def test_new_clubs_are_added_as_they_are_shown_and_known_by_their_pages(tmp_path: Path) -> None:
    with empty_results() as db:
        imported(db, saved(tmp_path), new_clubs=True)
        clubs = Results(db).clubs()
        assert {(club.name, club.country) for club in clubs.values()} == {("Arsenal", "ENG"), ("Ajax", "NED")}
        renamed = BOX.replace("[[Arsenal F.C.|Arsenal]]", "[[Arsenal F.C.|The Gunners]]")
        imported(db, saved(tmp_path, renamed))
        assert len(matches(db)) == 1
        assert Results(db).clubs() == clubs


def test_two_pages_that_are_shown_alike_are_two_new_clubs(tmp_path: Path) -> None:
    text = BOX + BOX.replace("[[Arsenal F.C.|Arsenal]]", "[[Arsenal W.F.C.|Arsenal]]")
    with empty_results() as db:
        imported(db, saved(tmp_path, text), new_clubs=True)
        assert len(Results(db).clubs()) == 3


def test_pages_may_show_one_another_and_a_match_on_both_is_one(tmp_path: Path) -> None:
    final = (
        BOX.replace("==Round of 16==\n===First leg===\n", "==Match==\n<section begin=Final />")
        + "<section end=Final />"
    )
    with empty_results() as db:
        with_clubs(db)
        saved(tmp_path, final, "2027 UEFA Champions League final.wikitext")
        saved(tmp_path, "===Final===\n{{#lst:2027 UEFA Champions League final|Final}}")
        assert imported(db, tmp_path) == []
        (match,) = matches(db)
        assert (match.round, match.neutral) == (Round(RoundKind.FINAL), True)


TABLE = (
    "==Round of 16==\n{{TwoLegResult|[[AFC Ajax|Ajax]]|NED|2–2|'''[[Arsenal F.C.|Arsenal]]'''|ENG|1–1|1–1}}"
)


def both_legs(db: Database, second: Score | None) -> None:
    legs = [
        a_match(ARSENAL, AJAX, Score(1, 1), leg=Leg.FIRST),
        a_match(AJAX, ARSENAL, second, leg=Leg.SECOND),
        a_match(MILAN, AJAX, Score(1, 0)),
    ]
    with transaction(db):
        save_matches(db, legs, OPENFOOTBALL)


def test_a_table_of_ties_tells_the_winner_that_no_rule_can_tell(tmp_path: Path) -> None:
    with empty_results() as db:
        with_clubs(db)
        both_legs(db, Score(1, 1))
        assert imported(db, saved(tmp_path, TABLE)) == []
        assert [match.winner for match in matches(db)].count(ARSENAL) == 1
        assert imported(db, saved(tmp_path, TABLE)) == []


@pytest.mark.parametrize(("second", "warnings"), [(Score(2, 0), 2), (Score(0, 2), 1), (None, 0)])
def test_a_table_of_ties_never_changes_what_the_matches_tell(
    second: Score | None, warnings: int, tmp_path: Path
) -> None:
    with empty_results() as db:
        with_clubs(db)
        both_legs(db, second)
        warned = imported(db, saved(tmp_path, TABLE))
        assert len(warned) == warnings
        assert all(
            line.startswith("Arsenal – Ajax (CL 2026/27, R16): the table of ties has") for line in warned
        )
        assert {match.winner for match in matches(db)} == {None}


def test_a_table_of_ties_with_an_unknown_club_or_no_winner_tells_nothing(tmp_path: Path) -> None:
    with empty_results() as db:
        with_clubs(db)
        both_legs(db, Score(1, 1))
        nobody = TABLE.replace("'''", "")
        unknown = TABLE.replace("AFC Ajax|Ajax", "Unknown F.C.|Unknown")
        assert imported(db, saved(tmp_path, nobody + unknown)) == []
        assert {match.winner for match in matches(db)} == {None}


def draw(*kinds: RoundKind, day: str = "", confirmed: bool = True) -> DrawDate:
    rounds = tuple(map(Round, kinds))
    when = date.fromisoformat(day) if day else None
    return DrawDate(CHAMPIONS_LEAGUE, SEASON, rounds, when, None, "Nyon", confirmed, source="facts")


def test_draws_with_a_date_take_the_place_of_what_was_expected(tmp_path: Path) -> None:
    table = """{|
! Round !! Draw
|-
| Knockout phase play-offs || 29 January 2027
|-
| Round of 16 || rowspan=2 | 26 February 2027
|-
| Quarter-finals
|}"""
    last_16, quarter, semi = RoundKind.LAST_16, RoundKind.QUARTER_FINAL, RoundKind.SEMI_FINAL
    with empty_results() as db:
        with transaction(db):
            expected = draw(last_16, quarter, semi, day="2027-02-25", confirmed=False)
            save_draws(db, [draw(RoundKind.KNOCKOUT_PLAY_OFF, day="2027-01-30"), expected])
        (warning,) = imported(db, saved(tmp_path, table, "2026–27 UEFA Champions League.txt"))
        assert warning == "draw of KPO (CL 2026/27): wikipedia has 2027-01-29, kept is 2027-01-30 (facts)"
        assert sorted(
            ("|".join(map(str, found.rounds)), str(found.date), found.place, found.confirmed)
            for found in Results(db).draws(CHAMPIONS_LEAGUE, SEASON)
        ) == [
            ("KPO", "2027-01-30", "Nyon", True),
            ("R16|QF", "2027-02-26", "Nyon", True),
            ("SF", "2027-02-25", "Nyon", False),
        ]
        assert imported(db, saved(tmp_path, table, "2026–27 UEFA Champions League.txt")) == [warning]

"""A year, a round, a score, a nickname: what a question comes down to, through every door."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.local.telegram.html import plain_text
from bot.words import LANGUAGES
from tests.chat import talking
from tests.shared import answering_from_the_snapshot

DUTCH = LANGUAGES["nl"]
NOW = datetime(2026, 9, 14, 10, tzinfo=UTC)


async def test_a_pair_that_is_asked_about_stays_together(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        question = await chat.say("/uitslag manchester bayern")
        assert question.buttons == ["Manchester United – Bayern München", "Manchester City – Bayern München"]
        answer = await chat.press("Manchester United – Bayern München")
    assert "Man United – Bayern" in answer.text
    assert "🏆 Champions League" in answer.text


async def test_the_button_of_a_pair_keeps_the_year_and_the_round(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        await chat.say("/uitslag manchester bayern 2023")
        assert "kwartfinale" in (await chat.say("/uitslag city bayern 2023")).text
        await chat.say("/uitslag Manchester 2011")
        season = await chat.press("Manchester United")
    assert season.text.startswith("🏆 Manchester United 2010/11")


@pytest.mark.parametrize(
    ("question", "first_lines"),
    [
        ("/uitslag city 2023", "🏆 Manchester City 2022/23"),
        ("/uitslag city finale 2023", "🏆 Champions League 2022/23 · finale\nMan City wint"),
        ("/stand united 2019", "🏆 Europa League 2019/20"),
        ("/uitslag sporting 2011", "Welke club bedoel je?"),
    ],
)
def test_of_clubs_with_one_name_the_one_that_played_then_is_meant(
    answering: Commands, question: str, first_lines: str
) -> None:
    answer = answering.answer(question, Request("", NOW), DUTCH)
    assert answer
    assert plain_text(answer.html).startswith(first_lines)


@pytest.mark.parametrize(
    ("question", "match", "buttons"),
    [
        ("/uitslag barca 8-2", "FC Barcelona – Bayern 2-8", []),
        ("/uitslag ajax 14-0", "Ajax – Red Boys 14-0", []),
        ("/uitslag psv 0-0 1988", "PSV – Benfica 0-0", ["Real Madrid 1987/88", "Girondins Bordeaux 1987/88"]),
        ("/uitslag ajax 5-0 CL", "Ajax", []),
    ],
)
def test_a_score_beside_one_club_tells_its_last_match_that_ended_so(
    answering: Commands, question: str, match: str, buttons: list[str]
) -> None:
    answer = answering.answer(question, Request("", NOW), DUTCH)
    assert answer
    assert match in plain_text(answer.html)
    assert {button.text for row in answer.buttons for button in row} >= set(buttons)


def test_of_a_year_the_champions_league_comes_before_the_super_cup(answering: Commands) -> None:
    answer = answering.answer("/uitslag liverpool finale 2005", Request("", NOW), DUTCH)
    assert answer
    assert plain_text(answer.html).startswith("🏆 Champions League 2004/05 · finale")


async def test_another_meeting_of_that_year_is_a_button(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        tie = await chat.say("/uitslag psv milan 2005")
        assert "halve finale" in tie.text
        group = await chat.press("Groep E 2005/06")
    assert "groep E" in group.text


async def test_both_seasons_of_a_year_are_the_first_two_buttons(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        answer = await chat.say("/uitslag PSV 1988")
        assert answer.buttons[:2] == ["Seizoen 1987/88", "Seizoen 1988/89"]
        other = await chat.press("Seizoen 1988/89")
    assert other.text.startswith("🏆 PSV 1988/89")


async def test_another_club_of_the_same_name_is_a_button_under_the_one_that_was_met(
    answering: Commands,
) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        met = await chat.say("psv city")
        assert "PSV – Leicester 1-2" in met.text
        other = await chat.press("Manchester City")
    assert "PSV en Manchester City" in other.text


async def test_a_list_of_finals_goes_on_behind_a_button(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        newest = await chat.say("/erelijst CL")
        assert "1995 Ajax" not in newest.text
        older = await chat.press("Eerder ⏭")
        assert "1995 Ajax – AC Milan 1-0 · Wenen" in older.text
        again = await chat.press("⏮ Later")
    assert again.text == newest.text


async def test_from_all_competitions_one_goes_to_one(answering: Commands) -> None:
    async with talking(answering, clock=lambda: NOW) as chat:
        await chat.say("/erelijst")
        one_cup = await chat.press("Jaarbeursstedenbeker")
    assert "1971 Leeds United – Juventus 3-3 (op uitdoelpunten)" in one_cup.text


async def test_to_follow_each_club_of_an_unsure_pair_is_offered_by_itself(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        question = await chat.say("/volg real - united")
        assert "Real Madrid" in question.buttons
        assert not [label for label in question.buttons if "–" in label]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("manchester bayern", ["Manchester United – Bayern München", "Manchester City – Bayern München"]),
        ("finale 2019", ["finale 2019"]),
        ("hoe vaak won milan de supercup", ["AC Milan", "Laatste wedstrijden van AC Milan"]),
        ("city inter 2023", ["Manchester City – Internazionale"]),
    ],
)
def test_inline_mode_understands_the_same(answering: Commands, typed: str, titles: list[str]) -> None:
    offered = answering.inline_results.to(Request(typed, NOW), DUTCH)
    assert [result.title for result in offered.results] == titles
    assert all("🏆" in result.answer.html for result in offered.results)


def test_a_season_of_a_year_is_named_by_the_year_in_inline_mode(answering: Commands) -> None:
    offered = answering.inline_results.to(Request("psv 1988", NOW), DUTCH)
    assert offered.results[0].title == "PSV 1988"
    assert "PSV 1987/88" in offered.results[0].answer.html


@pytest.mark.parametrize(
    ("question", "left_out"), [("/uitslag Ajax 9-0", "9-0"), ("/stand Ajax finale 2018/19", "finale")]
)
def test_a_score_that_a_club_never_had_and_a_round_in_a_table_are_left_out_openly(
    answering: Commands, question: str, left_out: str
) -> None:
    answer = answering.answer(question, Request("", NOW), DUTCH)
    assert answer
    assert plain_text(answer.html).endswith(f"Niet meegenomen in dit antwoord: {left_out}")


def test_a_round_that_two_clubs_never_played_is_said_first(answering: Commands) -> None:
    answer = answering.answer("/uitslag ajax tottenham finale", Request("", NOW), DUTCH)
    assert answer
    first, *rest = plain_text(answer.html).splitlines()
    assert first == "ℹ️ Van Ajax en Tottenham Hotspur ken ik geen wedstrijd in de finale."
    assert any("2018/19" in line for line in rest)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("/uitslag halve finale 2050", "Van 2050 ken ik geen wedstrijd in de halve finale"),
        ("/uitslag finale 2050", "Van 2050 ken ik geen wedstrijd in de finale"),
        ("/uitslag finale intertoto 2000", "Van de Intertoto Cup 1999/00 ken ik de finale niet."),
        ("/uitslag finale supercup 2026/27", "Van de Supercup 2026/27 ken ik de finale niet."),
        ("/uitslag nec halve finale", "Van NEC ken ik geen wedstrijd in de halve finale"),
        ("/erelijst NEC", "Van NEC ken ik geen finale."),
        ("/erelijst Intertoto", "ontbreken de finales van 1995/96–2008/09"),
        ("/erelijst qqqqqq", "Geen club gevonden"),
    ],
)
def test_what_is_not_known_of_a_round_is_said(answering: Commands, question: str, expected: str) -> None:
    answer = answering.answer(question, Request("", NOW), DUTCH)
    assert answer
    assert expected in plain_text(answer.html)


def test_of_a_name_of_several_clubs_inline_mode_lists_what_each_won(answering: Commands) -> None:
    offered = answering.inline_results.to(Request("hoeveel finales won united", NOW), DUTCH)
    assert offered.results[0].title == "Manchester United"
    assert all("Erelijst" in result.answer.html for result in offered.results)

"""Evenings, fixtures, tables and brackets, asked of the shipped snapshot."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from itertools import chain

import pytest
from telegram.constants import MessageEntityDateTimeFormats

from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.local.telegram.html import parse_html, plain_text
from bot.views.answer import PLAIN, Answer, Style, pages
from bot.words import LANGUAGES

DUTCH = LANGUAGES["nl"]
NOW = datetime(2026, 11, 22, 11, tzinfo=UTC)
SEASONS = range(1990, 2027)


def ask(answering: Commands, question: str, now: datetime = NOW) -> Answer:
    answer = answering.answer(question, Request("", now), DUTCH)
    assert answer is not None
    return answer


def press(answering: Commands, answer: Answer, label: str, now: datetime = NOW) -> str:
    data = next(button.data for button in chain.from_iterable(answer.buttons) if button.text == label)
    pressed = answering.pressed(data, Request("", now), DUTCH)
    assert pressed is not None
    return plain_text(pressed.html)


@pytest.mark.parametrize(
    "question",
    [
        *("/avond 31-07-2025", "/avond 24-07-2025", "/avond 12-12-2024", "/avond 06-11-2025"),
        *(f"/{command} {competition} {year}/{(year + 1) % 100:02d}" for command in ("stand", "schema")
          for competition in ("CL", "EL") for year in SEASONS),
        *(f"/{command} 15-09-{year}" for command in ("stand", "schema") for year in SEASONS),
    ],
)  # fmt: skip
def test_an_answer_is_two_messages_at_most_that_telegram_takes(answering: Commands, question: str) -> None:
    answer = ask(answering, question)
    for style in (PLAIN, Style(spoilers=True)):
        messages = pages(style.of(answer.html))
        assert len(messages) <= 2
        for message in messages:
            text, _ = parse_html(message)
            assert 1 <= len(text.encode("utf-16-le")) // 2 <= 4096
    assert all(1 <= len(button.data.encode()) <= 64 for row in answer.buttons for button in row)
    assert sum(map(len, answer.buttons)) <= 100


@pytest.mark.parametrize("year", SEASONS)
def test_a_table_fits_a_narrow_phone(answering: Commands, year: int) -> None:
    for words in LANGUAGES.values():
        answer = answering.answer(f"/stand {year}/{(year + 1) % 100:02d}", Request("", NOW), words)
        assert answer
        for table in re.findall(r"<pre>(.*?)</pre>", answer.html, flags=re.DOTALL):
            rows = table.replace("&gt;", ">").replace("&amp;", "&").splitlines()
            assert {len(row) for row in rows} == {len(rows[0])}
            assert len(rows[0]) <= 32


def test_every_match_of_an_evening_has_a_button_that_opens_it(answering: Commands) -> None:
    night = ask(answering, "/avond 22-02-2018")
    opened = press(answering, night, "Atalanta – Dortmund")
    assert opened.startswith("🏆 Europa League 2017/18 · zestiende finale\n")
    assert "Schmelzer" in opened
    league = ask(answering, "/avond 01-10-2024")
    assert len(list(chain.from_iterable(league.buttons))) == 9
    assert "Schouten" in press(answering, league, "PSV – Sporting")


def test_from_an_evening_without_matches_one_goes_to_the_next_or_the_one_before(answering: Commands) -> None:
    now = datetime(2018, 2, 24, 11, tzinfo=UTC)
    quiet = ask(answering, "/avond", now)
    assert "Lyon" in press(answering, quiet, "do 22 februari", now)
    assert "PSG" in press(answering, quiet, "di 6 maart", now)


@pytest.mark.parametrize(
    ("command", "expected"), [("programma", "Programma"), ("stand", "competitiefase"), ("schema", "Finale")]
)
def test_a_choice_of_clubs_goes_on_with_the_same_command(
    answering: Commands, command: str, expected: str
) -> None:
    choice = ask(answering, f"/{command} Sporting")
    assert plain_text(choice.html) == "Welke club bedoel je?"
    assert expected in press(answering, choice, "Sporting Lissabon")


@pytest.mark.parametrize(
    ("command", "first", "other"),
    [("stand", "2018/19", "2017/18"), ("schema", "2017/18", "2018/19"), ("topscorers", "2017/18", "2018/19")],
)
def test_a_bare_year_has_a_button_for_the_other_season(
    answering: Commands, command: str, first: str, other: str
) -> None:
    """Groups are played in the autumn of a year, the knockout rounds and the last goals in its spring."""
    answer = ask(answering, f"/{command} EL 2018")
    assert f"Europa League {first}" in answer.html
    label = next(button.text for button in chain.from_iterable(answer.buttons) if other in button.text)
    assert f"Europa League {other}" in press(answering, answer, label)


def test_fixtures_are_told_in_the_readers_own_time(answering: Commands) -> None:
    html = ask(answering, "/programma Arsenal").html
    moments = re.findall(r'<tg-time unix="(\d+)" format="(\w+)">(.*?)</tg-time>', html)
    assert moments[0] == (
        str(int(datetime(2026, 11, 24, 20, tzinfo=UTC).timestamp())),
        "wDt",
        "di 24 november, 21.00 uur",
    )
    assert {written for _, written, _ in moments} <= set(MessageEntityDateTimeFormats)


def test_tonights_hours_are_the_readers_own(answering: Commands) -> None:
    html = ask(answering, "/avond", datetime(2026, 11, 24, 17, tzinfo=UTC)).html
    written = re.findall(r'format="(\w+)">21.00 uur', html)
    assert written
    assert set(written) <= set(MessageEntityDateTimeFormats)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("/avond asdf", "Geen club gevonden voor ‘asdf’"),
        ("/avond 2019", "‘2019’ is geen datum"),
        ("/avond 31-02-2018", "geen datum"),
        ("/avond 31-12-9999", "ken ik geen Europese wedstrijden"),
        ("/avond 01-01-0001", "ken ik geen Europese wedstrijden"),
        ("/avond 24 november", "Real Madrid – PSV"),
        ("/avond CL 17-09-2026", "Van donderdag 17 september 2026 ken ik geen"),
        ("/programma", "/programma Arsenal"),
        ("/programma qqqqqq", "Geen club gevonden"),
        ("/programma Everton", "Van Everton ken ik geen komende"),
        ("/programma Arsenal 2017/18", "ken ik geen komende"),
        ("/programma Arsenal - Dortmund", "Arsenal – Borussia Dortmund"),
        ("/programma " + "Arsenal " * 100, "veel tekst"),
        ("/stand CL groep X 2017/18", "In de Champions League 2017/18 ken ik geen groep X"),
        ("/stand CL groep H", "Champions League 2023/24 · groep H"),
        ("/stand CL 2026/27 groep H", "In de Champions League 2026/27 ken ik geen groep H"),
        ("/stand Intertoto 2000/01", "ken ik geen stand"),
        ("/stand Ajax 2018/19", "groep E"),
        ("/stand Ajax groep A 2018/19", "Ik ken in 2018/19 geen groep"),
        ("/stand qqqqqq", "Geen club gevonden"),
        ("/stand Ajax 1899/00", "geen seizoen"),
        ("/stand Rode Ster", "Geen stand: 0 van 54 uitslagen bekend"),
        ("/schema Intertoto 2000/01", "nog geen duels"),
        ("/schema CWC", "nog geen duels"),
        ("/schema qqqqqq", "Geen club gevonden"),
        ("/schema Ajax 2012/13", "▸ Ajax – FCSB ✅ 2-2, strafschoppen 2-4"),
        ("/schema Sabah", "geen knock-outduels van Sabah"),
        ("/schema Arsenal 1899/00", "geen seizoen"),
    ],
)
def test_whatever_is_typed_gets_a_friendly_answer(answering: Commands, question: str, expected: str) -> None:
    assert expected in plain_text(ask(answering, question).html)


def test_who_takes_part_without_a_match_known_has_no_fixtures_yet(answering: Commands) -> None:
    text = plain_text(ask(answering, "/programma Rangers").html)
    assert "Van Rangers ken ik geen komende Europese wedstrijden" in text


FORGED = "a||||99991231 a||||x a||XX p p|nobody s|||9999 s||XX|2017 s|a+b+c k|||0 k||XX|2017 q"


@pytest.mark.parametrize("data", FORGED.split())
def test_a_forged_button_never_breaks_anything(answering: Commands, data: str) -> None:
    answer = answering.pressed(data, Request("", NOW), DUTCH)
    assert answer is None or plain_text(answer.html)


# What an answer can't use of a question


@pytest.mark.parametrize(
    ("question", "left_out"),
    [
        ("/stand Ajax - Juventus 2018/19", "Juventus"),
        ("/schema Ajax - PSV 2018/19", "PSV"),
        ("/loting CL Ajax", "Ajax"),
    ],
)
def test_an_answer_says_what_it_leaves_out_of_the_question(
    answering: Commands, question: str, left_out: str
) -> None:
    text = plain_text(ask(answering, question).html)
    assert text.endswith(f"Niet meegenomen in dit antwoord: {left_out}")


@pytest.mark.parametrize(
    "question",
    ["/uitslag Ajax - Juventus CL", "/stand Ajax CL 2018/19", "/schema Ajax CL 2018/19", "/loting CL 2018/19",
     "/avond CL 22-02-2018", "/records Ajax CL 2018/19", "/topscorers Ajax CL 2018/19", "/programma Ajax CL"],
)  # fmt: skip
def test_an_answer_to_the_whole_question_says_nothing_of_it(answering: Commands, question: str) -> None:
    assert "Niet meegenomen" not in ask(answering, question).html


def test_records_of_two_clubs_are_those_of_their_matches(answering: Commands) -> None:
    text = plain_text(ask(answering, "/records Ajax - Juventus").html)
    assert text.startswith("🏅 Records · Ajax – Juventus")
    matches = re.findall(r"^(.+) – (.+) \d+-\d+ \(", text, re.MULTILINE)
    assert matches
    assert {frozenset(match) for match in matches} == {frozenset({"Ajax", "Juventus"})}


def test_top_scorers_of_two_clubs_are_those_of_each(answering: Commands) -> None:
    text = plain_text(ask(answering, "/topscorers Ajax - PSV").html)
    assert re.findall(r"⚽ (.+) · ", text) == ["Ajax", "PSV"]

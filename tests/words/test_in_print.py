"""Dutch as an editor of a sports page would print it, and English as one in London would."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.app.asking import answer_in
from bot.football.model import AMSTERDAM
from bot.local.telegram.html import plain_text
from bot.words import LANGUAGES
from tests.shared import answering

NOW = "2026-09-14T12:00"


def printed(question: str, moment: str = NOW, language: str = "nl") -> str:
    """The answer as it runs on, whatever the width of a phone."""
    at = datetime.fromisoformat(moment).replace(tzinfo=AMSTERDAM)
    answer = answer_in(answering(), question, at, LANGUAGES[language])
    return " ".join(plain_text(answer.html).split())


@pytest.mark.parametrize(
    ("question", "moment", "sentence"),
    [
        ("united", NOW, "Welke club bedoel je?"),
        ("feyenoord 1969/70", NOW, "Feyenoord wint de Europa Cup I"),
        ("wie won de europa cup 1 in 1988", NOW, "PSV wint de Europa Cup I"),
        ("feyenoord roma 2024", NOW, "Feyenoord kwam uit de Champions League (derde in groep E "),
        (
            "ajax tottenham",
            "2019-05-08T12:00",
            "Tottenham is door bij elke zege, behalve 0-1 (dan verlenging)",
        ),
        ("ajax tottenham", NOW, "🏆 Champions League 2018/19 · halve finale "),
        ("/avond", "2018-02-24T12:00", "Vanavond wordt er niet Europees gespeeld."),
        ("/avond", "2019-05-08T21:30", "Tussenstanden om 21.30 uur"),
        ("/avond 7 mei 2019", NOW, "maakte de 3-0-nederlaag uit het heenduel goed"),
        ("/avond 22 februari 2024", NOW, "Na een gelijkspel in het heenduel gingen "),
    ],
)
def test_a_dutch_answer_reads_as_in_a_paper(question: str, moment: str, sentence: str) -> None:
    assert sentence in printed(question, moment)


def test_one_goal_and_one_result_are_no_plural() -> None:
    dutch = LANGUAGES["nl"]
    assert dutch.goals_in_europe(1).startswith("1 Europees doelpunt ")
    assert dutch.results_missing(1).endswith(" ontbreekt")
    assert dutch.finals_missing("1995/96", 1) == "In mijn uitslagen ontbreekt de finale van 1995/96."


@pytest.mark.parametrize("typed", ["Arshavin", "Arsjavin"])
def test_a_russian_is_found_as_the_source_and_as_a_dutch_paper_write_him(typed: str) -> None:
    assert printed(f"/speler {typed}").startswith("⚽ Andrey Arshavin (Andrej Arsjavin)")


@pytest.mark.parametrize(
    ("question", "dutch", "english"),
    [
        ("finale CL 2012", "München", "Munich"),
        ("finale ECL 2023", "Praag", "Prague"),
        ("finale CL 2008", "Moskou", "Moscow"),
        ("finale uefa cup 2000", "Kopenhagen", "Copenhagen"),
    ],
)
def test_a_city_has_its_name_in_the_language_of_the_reader(question: str, dutch: str, english: str) -> None:
    assert dutch in printed(question)
    assert english in printed(question, language="en")


def test_in_english_every_command_is_english_whatever_was_typed() -> None:
    assert "/uitslag" in printed("/uitslag qqqqqq")
    in_english = printed("/uitslag qqqqqq", language="en")
    assert "/result" in in_english
    assert "/uitslag" not in in_english
    assert "through to the" in printed("/uitslag Arsenal", "2018-02-22T23:30", "en")

"""A club through the years, and two clubs against each other, as pictures."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.football.model import Club
from bot.read_model.seasons import ResultsAsOf
from bot.views.pictures.chart import chart_svg
from bot.views.pictures.head_to_head import head_to_head_svg
from bot.views.pictures.themes import DARK, LIGHT
from bot.words import LANGUAGES
from tests.conftest import Sampled
from tests.shared import knowledge_of_the_snapshot
from tests.views.test_pictures import check

LATER = datetime(2026, 9, 25, tzinfo=UTC)
both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def knowledge() -> ResultsAsOf:
    return knowledge_of_the_snapshot()


def _club(knowledge: ResultsAsOf, name: str) -> Club:
    return next(club for club in knowledge.results.clubs().values() if club.name == name)


@both
def test_every_chart_fits_and_shows_the_years(
    language: str, knowledge: ResultsAsOf, sampled: Sampled
) -> None:
    words = LANGUAGES[language]
    for club in sampled.of(list(knowledge.results.clubs().values())):
        history = knowledge.history(club, LATER)
        if history:
            shown = [piece.text for piece in check(chart_svg(history, words, DARK))]
            assert any(text.isdigit() for text in shown), club


def test_the_chart_of_ajax_names_its_competitions_in_the_order_of_time(knowledge: ResultsAsOf) -> None:
    history = knowledge.history(_club(knowledge, "Ajax"), LATER)
    assert history is not None
    shown = [piece.text for piece in check(chart_svg(history, LANGUAGES["nl"], LIGHT))]
    legend = [
        "Europa Cup I · Champions League",
        "Europa Cup II",
        "Jaarbeursstedenbeker · UEFA Cup · Europa League",
        "Conference League",
        "Seizoen met een beker",
    ]
    assert shown[-len(legend) - 1 : -1] == legend


@both
@pytest.mark.parametrize(
    "names",
    [
        ("Ajax", "Juventus"),
        ("Bayern München", "Real Madrid"),
        ("NEC", "Hamburger SV"),
        ("Celtic", "FC Barcelona"),
    ],
)
def test_two_clubs_are_drawn_with_what_their_matches_come_to(
    names: tuple[str, str], language: str, knowledge: ResultsAsOf
) -> None:
    clubs = [_club(knowledge, name) for name in names]
    met = knowledge.met(clubs[0], clubs[1], LATER)
    words = LANGUAGES[language]
    shown = [piece.text for piece in check(head_to_head_svg(clubs, met, LATER, words, LIGHT))]
    assert words.met_times(len(met)) in shown
    assert words.level in shown


def test_a_picture_shows_the_newest_meetings_first(knowledge: ResultsAsOf) -> None:
    clubs = [_club(knowledge, "Ajax"), _club(knowledge, "Juventus")]
    met = knowledge.met(clubs[0], clubs[1], LATER)
    shown = [piece.text for piece in check(head_to_head_svg(clubs, met, LATER, LANGUAGES["nl"], DARK))]
    assert shown.index("2018/19 Champions League, kwartfinale") < shown.index(
        "1996/97 Champions League, halve finale"
    )
    assert "1972/73 Europa Cup I, finale" not in shown

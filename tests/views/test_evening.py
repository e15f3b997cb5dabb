"""A match night in two messages at most, whatever was played."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.football.events.observations import Observation, Phase
from bot.football.model import Competition, Derived, Goal, Match, Season
from bot.football.season.evening import evening
from bot.football.season.season_as_of import know_season
from bot.local.telegram.html import plain_text
from bot.views.answer import HIDDEN, pages
from bot.views.evening import MOST_PAGES, evening_text
from bot.words import LANGUAGES
from tests.football.builders import amsterdam, club, goal, match

NIGHT = date(2018, 7, 26)
WORDS = LANGUAGES["nl"]
LEFT_OUT = "de doelpuntenmakers staan niet overal bij"


def played(number: int, goals: int) -> Match:
    """A match of two clubs with a number, every goal by the home club's striker with a long name."""
    home = f"Club {number}"
    scorers = [
        goal(home, minute, f"Spits van {home} nummer {minute}".replace(" ", "-"))
        for minute in range(1, goals + 1)
    ]
    return match(
        home, f"Gast {number}", f"{goals}-0", round="Q2", leg=1, date="2018-07-26", goals=scorers, season=2018
    )


def text_of(*matches: Match) -> str:
    now = amsterdam("2018-07-27 02:00")
    as_of = know_season(Competition("EL"), Season(2018), matches, (), None, now)
    return evening_text(NIGHT, evening([as_of], NIGHT), now, WORDS, frozenset())


def test_a_short_evening_has_all_its_scorers() -> None:
    text = text_of(*(played(number, 2) for number in range(8)))
    assert "Spits-van-Club-7-nummer-2" in text
    assert LEFT_OUT not in text


def test_on_a_long_evening_the_scorers_of_the_matches_that_matter_less_are_left_out() -> None:
    dutch = replace(played(99, 3), home=club("Club 99", "NED"))
    text = text_of(*(played(number, 6) for number in range(60)), dutch)
    assert len(pages(HIDDEN.of(text))) == MOST_PAGES
    assert "Spits-van-Club-99-nummer-3" in text
    assert LEFT_OUT in text
    assert all(f"Club {number} – Gast {number} <tg-spoiler>" in text for number in range(60))


@pytest.mark.parametrize("number", [400, 401])
def test_an_evening_longer_than_any_loses_its_last_matches_and_says_so(number: int) -> None:
    text = text_of(*(played(place, 1) for place in range(number)))
    shown = text.count(" – Gast ")
    assert len(pages(HIDDEN.of(text))) == MOST_PAGES
    assert 0 < shown < number
    assert f"nog {number - shown} wedstrijden" in text


def as_told(moment: str, *matches: Match) -> str:
    """An evening of 2018 at a moment, as a reader sees it."""
    now = amsterdam(moment)
    as_of = know_season(matches[0].competition, matches[0].season, matches, (), None, now)
    return plain_text(evening_text(NIGHT, evening([as_of], NIGHT), now, WORDS, frozenset()))


def in_phase(phase: Phase, shown: Match) -> str:
    """The evening as the live message of a match in this phase has it."""
    now = amsterdam("2018-07-26 22:35")
    season = know_season(shown.competition, shown.season, (shown,), (), None, now)
    observations = {shown.clubs: Observation(shown, phase)}
    return plain_text(evening_text(NIGHT, evening([season], NIGHT), now, WORDS, frozenset(), observations))


@pytest.mark.parametrize(
    ("phase", "aet", "follows"),
    [
        (Phase.SECOND_HALF, None, "➡️ Als het zo blijft: verlenging"),
        (Phase.NINETY_OVER, None, None),
        (Phase.EXTRA_TIME, None, "➡️ Als het zo blijft: strafschoppen"),
        (Phase.EXTRA_TIME, "1-1", "➡️ Als het zo blijft: strafschoppen"),
        (Phase.SHOOT_OUT, "1-1", None),
        (Phase.SHOOT_OUT, None, None),
    ],
)
def test_what_is_being_played_does_not_follow_if_it_stays_so(
    phase: Phase, aet: str | None, follows: str | None
) -> None:
    shown = match(
        "Liverpool",
        "Sevilla",
        "1-1",
        round="F",
        season=2018,
        date="2018-07-26",
        time="20:45",
        aet=aet,
        status="live",
    )
    text = in_phase(phase, shown)
    assert "Liverpool – Sevilla 1-1" in text
    if follows is None:
        assert "zo blijft" not in text
    else:
        assert follows in text


def final(score: str, *goals: Goal) -> Match:
    day, hour = "2018-07-26", "20:45"
    return match("Liverpool", "Sevilla", score, round="F", season=2018, date=day, time=hour, goals=goals)


def test_a_final_that_is_level_goes_to_extra_time_as_it_stands() -> None:
    text = as_told("2018-07-26 21:40", final("0-0"))
    assert "Liverpool – Sevilla 0-0 (bezig)\n➡️ Als het zo blijft: verlenging" in text


def test_a_final_is_won_as_it_stands() -> None:
    text = as_told("2018-07-26 21:40", final("1-0", goal("Liverpool", 12, "Owen")))
    assert "➡️ Als het zo blijft: Liverpool door" not in text
    assert "➡️ Als het zo blijft: Liverpool wint de Europa League" in text


def test_a_first_leg_says_nothing_of_who_goes_through() -> None:
    leg = match("Ajax", "Graz", "2-0", round="Q2", leg=1, season=2018, date="2018-07-26", time="20:45")
    back = match("Graz", "Ajax", round="Q2", leg=2, season=2018, date="2018-08-02")
    for moment in ("2018-07-26 19:00", "2018-07-26 21:40", "2018-07-27 02:00"):
        assert "door" not in as_told(moment, leg, back)
        assert "Na één duel" not in as_told(moment, leg, back)


def test_a_score_that_was_concluded_is_marked() -> None:
    goalless = match("Lazio", "Nice", "0-0", round="GROUP K", season=2018, date="2018-07-26")
    text = as_told("2018-07-27 02:00", replace(goalless, derived=frozenset({Derived.MATCH})))
    assert f"Lazio – Nice 0-0 {WORDS.derived_goalless}" in text


def test_a_postponed_match_has_no_hour() -> None:
    off = match("Lazio", "Nice", round="GROUP K", season=2018, date="2018-07-26", status="postponed")
    assert "Lazio – Nice: uitgesteld" in as_told("2018-07-26 12:00", off)


def test_no_message_of_an_evening_ends_with_a_heading() -> None:
    for page in pages(text_of(*(played(number, 6) for number in range(40)))):
        assert "🏆" not in page.splitlines()[-1]

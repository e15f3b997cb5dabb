"""What is believed of a page that anybody may edit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.football.events.decide import decide
from bot.football.events.editing import Judgement, as_told_afterwards, is_on_another_day, judgement
from bot.football.events.observations import Observation
from bot.football.model import Match, Score, Status
from tests.football.builders import amsterdam, goal, match

KICK_OFF = amsterdam("2026-09-08 21:00")


def shown(score: str | None, scorers: str = "", *, aet: str | None = None, pens: str | None = None) -> Match:
    """Ajax – Benfica as a page shows it."""
    status = "played" if score else "scheduled"
    goals = [goal(club, minute) for minute, club in enumerate(scorers, start=10)]
    built = match("A", "B", score, aet=aet, pens=pens, status=status, goals=goals)
    return replace(built, kick_off=KICK_OFF, date=KICK_OFF.date())


@pytest.mark.parametrize(
    ("score", "scorers", "minutes"), [("1-0", "A", 115), ("2-0", "A", 235), ("0-0", "", 115)]
)
def test_a_score_counts_at_the_end_with_its_goals_or_two_hours_later_without(
    score: str, scorers: str, minutes: int
) -> None:
    page, before = shown(score, scorers), KICK_OFF + timedelta(minutes=minutes - 1)
    assert as_told_afterwards(page, before) == shown(None)
    assert as_told_afterwards(page, before + timedelta(minutes=1)) == page


def test_extra_time_and_a_shoot_out_take_their_time() -> None:
    after = shown("1-1", "AB", aet="1-1", pens="4-3")
    assert not as_told_afterwards(after, KICK_OFF + timedelta(minutes=169)).has_result
    assert as_told_afterwards(after, KICK_OFF + timedelta(minutes=170)).has_result


def test_a_verdict_has_no_goals_to_wait_for_and_a_fixture_stays_one() -> None:
    awarded = replace(shown("3-0"), status=Status.AWARDED)
    assert as_told_afterwards(awarded, KICK_OFF + timedelta(hours=2)) == awarded
    assert as_told_afterwards(shown(None), KICK_OFF + timedelta(days=1)) == shown(None)


STOOD = shown("2-1", "AAB")


@pytest.mark.parametrize(
    ("stored", "reported", "judged"),
    [
        (None, shown("2-1"), Judgement.BELIEVED),
        (None, shown("99-0"), Judgement.IMPLAUSIBLE),
        (shown(None), shown("2-1"), Judgement.BELIEVED),
        (STOOD, shown(None), Judgement.BELIEVED),
        (STOOD, shown("2-1"), Judgement.BELIEVED),
        (STOOD, shown("99-0"), Judgement.IMPLAUSIBLE),
        (STOOD, shown("5-1"), Judgement.CONFLICT),
        (STOOD, shown("0-0"), Judgement.CONFLICT),
        (STOOD, shown("3-1", "AAAB"), Judgement.BELIEVED),
        (STOOD, replace(shown("2-1"), status=Status.ABANDONED), Judgement.CONFLICT),
        (shown("1-1", aet="2-1"), shown("2-1"), Judgement.CONFLICT),
        (shown("1-1", aet="2-1"), shown("2-1", "AAB"), Judgement.BELIEVED),
        (shown("1-1", aet="1-1", pens="4-3"), shown("1-1", "AB", aet="1-1", pens="9-8"), Judgement.CONFLICT),
        (shown("1-1", aet="1-1", pens="4-3"), shown("1-1", aet="1-1"), Judgement.BELIEVED),
    ],
)
def test_a_result_that_stands_is_corrected_only_by_one_with_all_its_goals(
    stored: Match | None, reported: Match, judged: Judgement
) -> None:
    assert judgement(stored, reported) is judged


def test_a_match_that_was_played_keeps_its_day() -> None:
    later = replace(STOOD, date=KICK_OFF.date() + timedelta(days=1))
    assert is_on_another_day(STOOD, later)
    assert not is_on_another_day(shown(None), later)
    assert not is_on_another_day(STOOD, replace(STOOD, date=None))


def test_an_end_that_is_not_possible_is_no_match_under_way_either() -> None:
    """A page is no live source: whoever edits it may follow the play, or play a joke."""
    early = Observation(shown("1-0", "A"), editable=True)
    now = KICK_OFF + timedelta(minutes=50)
    assert decide([early], {}, now).states == {}
    begun = Observation(replace(shown("0-0"), status=Status.LIVE))
    before = decide([begun], {}, now).states
    assert before
    after = decide([early], before, now)
    assert (after.states, after.events) == (before, ())


def test_the_score_of_the_builder_is_that_of_the_page() -> None:
    assert STOOD.score == Score(2, 1)

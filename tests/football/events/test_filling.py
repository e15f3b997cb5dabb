"""A look says nothing about what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.events.decide import decide
from bot.football.events.events import GoalScored, MatchEvent
from bot.football.events.filling import filled_in
from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.events.states import MatchState
from bot.football.model import GoalKind, Match, Score, Status
from bot.local.under_way import observation_at
from tests.football.builders import amsterdam, club, goal, match

ROMA_AT_HOME = match(
    "Roma", "Porto", "2-1", competition="CL", season=2018, round="R16", leg=1, date="2019-02-12"
)
PORTO = replace(
    match(
        "Porto",
        "Roma",
        "2-1",
        competition="CL",
        season=2018,
        round="R16",
        leg=2,
        date="2019-03-06",
        time="21:00",
        ht="1-1",
        aet="3-1",
        goals=[
            goal("Porto", 26, "Tiquinho Soares"),
            goal("Roma", 37, "Daniele De Rossi", kind="penalty"),
            goal("Porto", 52, "Moussa Marega"),
            goal("Porto", 117, "Alex Telles", kind="penalty"),
        ],
    ),
    venue="Estádio do Dragão",
    city="Porto",
)
MILAN = Observation(
    match(
        "Milan",
        "Liverpool",
        "3-3",
        competition="CL",
        season=2004,
        round="F",
        aet="3-3",
        pens="2-3",
        status="live",
    ),
    Phase.SHOOT_OUT,
    red_cards=(RedCard(club("Milan"), "Maldini", 100, 2),),
    kicks=(Kick(club("Milan"), scored=False, player="Serginho"), Kick(club("Liverpool"), scored=True)),
)


def _without(**facts: object) -> Callable[[Observation], Observation]:
    return lambda look: replace(look, match=replace(look.match, **facts))  # type: ignore[arg-type]


LEFT_OUT: dict[str, Callable[[Observation], Observation]] = {
    "score": _without(full_time=None, half_time=None, extra_time=None, penalties=None),
    "half-time": _without(half_time=None),
    "extra time": _without(extra_time=None),
    "goals": _without(goals=()),
    "venue": _without(venue="", city=""),
    "kick-off": _without(kick_off=None),
    "day": _without(date=None, kick_off=None),
    "leg": _without(leg=None),
    "phase": lambda look: replace(look, phase=None),
    "minute": lambda look: replace(look, minute=None),
    "scorers": lambda look: _with_goals(look, scorer=None),
    "minutes": lambda look: _with_goals(look, minute=None, stoppage=None),
    "first goal": lambda look: replace(look, match=replace(look.match, goals=look.match.goals[1:])),
    "last goal": lambda look: replace(look, match=replace(look.match, goals=look.match.goals[:-1])),
    "red cards": lambda look: replace(look, red_cards=()),
    "names on cards": lambda look: replace(
        look, red_cards=tuple(RedCard(card.club) for card in look.red_cards)
    ),
}


def _with_goals(look: Observation, **facts: object) -> Observation:
    goals = tuple(replace(scored, **facts) for scored in look.match.goals)  # type: ignore[arg-type]
    return replace(look, match=replace(look.match, goals=goals))


def night() -> list[tuple[int, Observation]]:
    """Porto – Roma, 6 March 2019, every minute; Marcano's red card of the 80th minute is made up."""
    kick_off = amsterdam("2019-03-06 21:00")
    looks = [
        (minute, observation_at(PORTO, kick_off + timedelta(minutes=minute))) for minute in range(-5, 160)
    ]
    card = RedCard(club("Porto"), "Iván Marcano", 80)
    return [(minute, replace(look, red_cards=(card,)) if minute > 96 else look) for minute, look in looks]


def happened(looks: Sequence[tuple[int, Observation]]) -> list[MatchEvent]:
    states: dict[str, MatchState] = {}
    events: list[MatchEvent] = []
    for minute, look in looks:
        now = amsterdam("2019-03-06 21:00") + timedelta(minutes=minute)
        decision = decide([look], states, now, [ROMA_AT_HOME, PORTO])
        states |= decision.states
        events += decision.events
    return events


TRUE_NIGHT = night()
HEADLINES = [(type(event).__name__, event.key) for event in happened(TRUE_NIGHT)]
CHANGES = [
    place
    for place, (_, look) in enumerate(TRUE_NIGHT)
    if place and replace(look, minute=None) != replace(TRUE_NIGHT[place - 1][1], minute=None)
]
"""Where something new shows; a source that leaves it out shows it three looks later at the latest."""


def test_the_night_has_everything_that_can_go_missing() -> None:
    kinds = [kind for kind, _ in HEADLINES]
    assert kinds.count("GoalScored") == 4
    assert {"KickedOff", "PlayerSentOff", "PhaseBegan", "MatchEnded"} <= set(kinds)


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(TRUE_NIGHT) - 1), st.sets(st.sampled_from(sorted(LEFT_OUT)), min_size=1)
        ),
        max_size=60,
    )
)
def test_whatever_looks_leave_out_the_same_happens_in_a_night(gaps: list[tuple[int, set[str]]]) -> None:
    looks = list(TRUE_NIGHT)
    for place, names in gaps:
        # Three looks after a change, at the latest, all of it is shown.
        if place - 3 in CHANGES:
            continue
        minute, look = looks[place]
        for name in sorted(names):
            look = LEFT_OUT[name](look)
        looks[place] = (minute, look)
    events = happened(looks)
    found = [(type(event).__name__, event.key) for event in events if type(event).__name__ != "GoalDetailed"]
    assert sorted(found) == sorted(HEADLINES)


@pytest.mark.parametrize("name", sorted(LEFT_OUT))
def test_what_three_looks_of_every_four_leave_out_is_no_news(name: str) -> None:
    looks = [
        (minute, LEFT_OUT[name](look) if place % 4 and place not in CHANGES else look)
        for place, (minute, look) in enumerate(TRUE_NIGHT)
    ]
    assert [(type(event).__name__, event.key) for event in happened(looks)] == HEADLINES


@pytest.mark.parametrize("status", [Status.LIVE, Status.PLAYED])
def test_three_looks_without_a_score_take_no_goal_back(status: Status) -> None:
    """As UEFA and API-Football showed it: finished, and the score null."""
    empty = _without(full_time=None, half_time=None, extra_time=None, goals=(), status=status)
    looks = [(minute, empty(look) if 70 <= minute < 73 else look) for minute, look in TRUE_NIGHT]
    assert [(type(event).__name__, event.key) for event in happened(looks)] == HEADLINES


def test_an_end_shown_without_its_score_is_told_once_with_the_goal_before_it() -> None:
    looks = [
        (minute, _without(full_time=None, extra_time=None, goals=())(look) if minute in {144, 145} else look)
        for minute, look in TRUE_NIGHT
    ]
    looks = [(minute, look) for minute, look in looks if not 140 <= minute < 144]
    assert [(type(event).__name__, event.key) for event in happened(looks)] == HEADLINES


def test_a_first_look_without_a_score_makes_no_news_of_old_goals() -> None:
    empty = _without(full_time=None, half_time=None, goals=())
    looks = [(minute, empty(look) if minute == 60 else look) for minute, look in TRUE_NIGHT if minute >= 60]
    scored = [event for event in happened(looks) if isinstance(event, GoalScored)]
    assert [event.goal.minute for event in scored] == [52, 117]


def test_a_shoot_out_that_a_look_leaves_out_goes_on() -> None:
    empty = replace(MILAN, kicks=(), red_cards=(), phase=None)
    empty = replace(empty, match=replace(MILAN.match, penalties=None, extra_time=None))
    assert filled_in(MILAN, empty) == MILAN
    assert filled_in(MILAN, replace(MILAN, kicks=MILAN.kicks[:1])) == MILAN


def test_details_of_a_red_card_that_are_left_out_stay() -> None:
    (card,) = MILAN.red_cards
    for shown in (RedCard(card.club), RedCard(card.club, card.player), RedCard(card.club, None, card.minute)):
        assert filled_in(MILAN, replace(MILAN, red_cards=(shown,))) == MILAN
    other = RedCard(card.club, "Gattuso", 100)
    assert filled_in(MILAN, replace(MILAN, red_cards=(other,))).red_cards == (other,)


def test_a_source_without_extra_time_counts_its_goals_in_the_full_time() -> None:
    believed = Observation(replace(PORTO, status=Status.LIVE, extra_time=Score(2, 1), goals=PORTO.goals[:3]))
    look = Observation(replace(PORTO, status=Status.LIVE, full_time=Score(3, 1), extra_time=None))
    assert filled_in(believed, look).match.score == Score(3, 1)


def test_a_match_moved_to_another_day_has_no_hour_until_it_is_fixed() -> None:
    moved = replace(PORTO, date=date(2019, 3, 13), kick_off=None)
    assert filled_in(Observation(PORTO), Observation(moved)).match.kick_off is None


def test_after_a_disallowed_goal_nobody_is_named_until_the_source_does() -> None:
    marega_goes = replace(PORTO, full_time=Score(1, 1), extra_time=None, goals=(), status=Status.LIVE)
    believed = replace(
        PORTO, full_time=Score(2, 1), extra_time=None, goals=PORTO.goals[:3], status=Status.LIVE
    )
    found = filled_in(Observation(believed), replace(Observation(marega_goes), entered=True)).match
    assert [scored.scorer for scored in found.goals] == ["Daniele De Rossi"]


def test_a_goal_of_another_scorer_or_minute_is_as_it_is_listed_now() -> None:
    shown = replace(PORTO, status=Status.LIVE)
    for other in (goal("Porto", 26, "Otávio"), goal("Porto", 27)):
        look = Observation(replace(shown, goals=(other, *shown.goals[1:])))
        assert filled_in(Observation(shown), look).match.goals[0] == other


def test_a_penalty_stays_one_when_a_look_does_not_say_so() -> None:
    shown = replace(PORTO, status=Status.LIVE)
    plain = tuple(replace(scored, kind=GoalKind.OPEN_PLAY) for scored in shown.goals)
    assert filled_in(Observation(shown), Observation(replace(shown, goals=plain))).match == shown


def test_goals_of_unknown_minutes_stand_by_club_when_some_are_left_out() -> None:
    shown = replace(PORTO, status=Status.LIVE)
    unknown = replace(shown, goals=tuple(replace(scored, minute=None) for scored in shown.goals))
    look = Observation(replace(unknown, goals=unknown.goals[:2]))
    names = [scored.scorer for scored in filled_in(Observation(unknown), look).match.goals]
    assert names == ["Tiquinho Soares", "Moussa Marega", "Alex Telles", "Daniele De Rossi"]


def test_goals_that_nobody_can_name_are_not_kept() -> None:
    nameless = match("Porto", "Roma", "1-0", goals=[goal("Porto")], status="live")
    look = match("Porto", "Roma", "1-2", status="live")
    assert filled_in(Observation(nameless), Observation(look)).match.goals == ()


def test_a_fixture_has_no_score_whatever_was_believed_before() -> None:
    fixture: Match = replace(PORTO, status=Status.SCHEDULED, full_time=None, extra_time=None, goals=())
    assert filled_in(Observation(PORTO), Observation(fixture)).match.score is None


def test_a_goal_listed_before_it_is_in_the_score_takes_no_name_away() -> None:
    before = match("Porto", "Roma", "1-0", goals=[goal("Porto", 26, "Soares")], status="live")
    listed = (*before.goals, goal("Porto", 52, "Marega"))
    assert filled_in(Observation(before), Observation(replace(before, goals=listed))).match == before


def test_goals_without_any_score_are_no_goals() -> None:
    begun = match("Porto", "Roma", status="live")
    listed = replace(begun, goals=(goal("Porto", 26, "Soares"),))
    assert filled_in(Observation(begun), Observation(listed)).match == begun

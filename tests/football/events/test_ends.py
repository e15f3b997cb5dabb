"""An end is believed only when it is possible, and revoked openly when the match goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.football.events.decide import BELIEVED_AFTER, decide
from bot.football.events.events import EndRevoked, GoalDisallowed, GoalScored, MatchEnded, MatchEvent
from bot.football.events.observations import Observation, Phase
from bot.football.events.states import MatchState
from bot.football.model import Match, Score, Status
from tests.football.builders import amsterdam, goal, match

ROMA_AT_HOME = match(
    "Roma", "Porto", "2-1", competition="CL", season=2018, round="R16", leg=1, date="2019-02-12"
)
GOALS = (
    goal("Porto", 26, "Tiquinho Soares"),
    goal("Roma", 37, "Daniele De Rossi", kind="penalty"),
    goal("Porto", 52, "Moussa Marega"),
)
PORTO_LEVEL = match(
    "Porto",
    "Roma",
    "2-1",
    competition="CL",
    season=2018,
    round="R16",
    leg=2,
    date="2019-03-06",
    time="21:00",
    goals=GOALS,
)
TELLES = goal("Porto", 117, "Alex Telles", kind="penalty")
ARSENAL = match("Arsenal", "Östersund", "1-2", leg=2, date="2018-02-22", time="21:05")
OSTERSUND = match("Östersund", "Arsenal", "0-3", leg=1, date="2018-02-15", time="19:00")


def live(shown: Match, phase: Phase | None = None, minute: int | None = None) -> Observation:
    return Observation(replace(shown, status=Status.LIVE), phase, minute)


def kinds(events: Iterable[MatchEvent]) -> list[str]:
    return [type(event).__name__ for event in events]


def watch(
    looks: Sequence[tuple[str, Observation]], fixtures: Sequence[Match] = ()
) -> tuple[MatchState | None, list[MatchEvent]]:
    """What is believed in the end, and all that happened; each look at its hour on the day of its match."""
    states: dict[str, MatchState] = {}
    events: list[MatchEvent] = []
    for hour, look in looks:
        decision = decide([look], states, _at(look, hour), fixtures)
        states |= decision.states
        events += decision.events
    return next(iter(states.values()), None), events


def _at(look: Observation, hour: str) -> datetime:
    now = amsterdam(f"{look.match.date} {hour}")
    return now + timedelta(days=1) if hour < "06" else now


def test_a_tie_level_after_90_minutes_is_not_over_before_its_extra_time() -> None:
    """Porto – Roma, 6 March 2019: the source says played in the break after 90 minutes."""
    level, over = (
        Observation(PORTO_LEVEL),
        replace(PORTO_LEVEL, extra_time=Score(3, 1), goals=(*GOALS, TELLES)),
    )
    state, events = watch(
        [
            ("22:50", live(PORTO_LEVEL, Phase.SECOND_HALF, 90)),
            ("22:53", level),
            ("22:55", level),
            ("23:02", live(replace(PORTO_LEVEL, extra_time=Score(2, 1)), Phase.EXTRA_TIME, 95)),
            ("23:21", live(replace(over, status=Status.LIVE), Phase.EXTRA_TIME, 117)),
            ("23:28", Observation(over)),
        ],
        [ROMA_AT_HOME, PORTO_LEVEL],
    )
    assert kinds(events) == ["PhaseBegan", "GoalScored", "MatchEnded"]
    assert state is not None
    assert state.observation.match.has_result
    assert state.observation.phase is None


def test_a_final_level_before_its_shoot_out_is_not_over() -> None:
    final = match(
        "Argentina",
        "Frankrijk",
        "2-2",
        competition="CL",
        season=2022,
        round="F",
        date="2023-06-10",
        time="21:00",
        aet="3-3",
    )
    won = replace(final, penalties=Score(4, 2))
    state, events = watch(
        [
            ("23:28", live(final, Phase.EXTRA_TIME, 120)),
            ("23:31", Observation(final)),
            ("23:33", live(final, Phase.SHOOT_OUT)),
            ("23:41", Observation(replace(final, penalties=Score(3, 3)))),
            ("23:45", Observation(won)),
        ]
    )
    assert kinds(events) == ["PhaseBegan", "MatchEnded"]
    assert state is not None
    assert state.observation.match == won


def test_no_match_is_over_in_its_35th_minute() -> None:
    early = replace(ARSENAL, full_time=Score(0, 2))
    state, events = watch(
        [
            ("21:39", live(replace(ARSENAL, full_time=Score(0, 1)), Phase.FIRST_HALF, 34)),
            ("21:40", Observation(early)),
            ("21:41", Observation(early)),
            ("21:45", live(early, Phase.FIRST_HALF, 40)),
            ("22:56", Observation(ARSENAL)),
        ],
        [OSTERSUND, ARSENAL],
    )
    assert kinds(events) == ["GoalScored", "GoalScored", "MatchEnded"]
    assert state is not None
    assert state.ends == 1


@pytest.mark.parametrize("hour", ["21:40", "22:20", "22:45"])
def test_a_first_look_is_not_taken_in_by_an_impossible_end_either(hour: str) -> None:
    state, _ = watch([(hour, Observation(ARSENAL))])
    assert state is not None
    assert state.observation.match.status is Status.LIVE


def test_a_match_that_is_over_before_its_kick_off_is_not_believed_at_all() -> None:
    assert watch([("20:00", Observation(ARSENAL))]) == (None, [])
    before = Observation(replace(ARSENAL, status=Status.SCHEDULED, full_time=None))
    state, events = watch([("19:00", before), ("20:00", Observation(ARSENAL))])
    assert events == []
    assert state is not None
    assert state.observation == before


def test_a_match_said_to_be_over_after_a_silence_is_under_way_at_most() -> None:
    before = Observation(replace(ARSENAL, status=Status.SCHEDULED, full_time=None))
    _, events = watch([("21:00", before), ("21:40", Observation(replace(ARSENAL, full_time=Score(0, 1))))])
    assert kinds(events) == ["KickedOff", "GoalScored"]


def test_the_minute_shown_tells_a_late_kick_off_from_an_end() -> None:
    """The clock allows an end at 22.55; the minute shown half a minute before does not."""
    state, events = watch([("22:55", live(ARSENAL, Phase.SECOND_HALF, 60)), ("22:56", Observation(ARSENAL))])
    assert events == []
    _, events = watch([("22:50", live(ARSENAL, Phase.HALF_TIME)), ("22:56", Observation(ARSENAL))])
    assert events == []
    _, events = watch([("22:50", live(ARSENAL)), ("22:56", replace(Observation(ARSENAL), minute=70))])
    assert events == []
    assert state is not None
    assert state.observation.match.status is Status.LIVE


def test_the_minute_shown_lets_a_match_end_before_the_clock_does() -> None:
    early = replace(ARSENAL, kick_off=amsterdam("2018-02-22 21:30"))
    _, events = watch([("22:50", live(early, Phase.SECOND_HALF, 90)), ("22:55", Observation(early))])
    assert kinds(events) == ["MatchEnded"]


def test_extra_time_takes_its_thirty_minutes() -> None:
    ahead = replace(PORTO_LEVEL, extra_time=Score(3, 1))
    shown = [
        ("23:10", live(ahead, Phase.EXTRA_TIME, 100)),
        ("23:11", Observation(ahead)),
        ("23:30", Observation(ahead)),
    ]
    assert watch(shown[:2])[1] == []
    assert kinds(watch(shown)[1]) == ["MatchEnded"]
    of_unknown_minute = [("23:10", live(ahead, Phase.EXTRA_TIME)), ("23:11", Observation(ahead))]
    assert kinds(watch(of_unknown_minute)[1]) == ["MatchEnded"]


def test_away_goals_end_a_tie_that_is_level_on_goals() -> None:
    """Porto – Roma as a 1-0: 2-2 over two legs, with an away goal."""
    shown = replace(PORTO_LEVEL, full_time=Score(1, 0))
    looks = [("22:50", live(shown, Phase.SECOND_HALF, 90)), ("22:53", Observation(shown))]
    assert kinds(watch(looks, [ROMA_AT_HOME])[1]) == ["MatchEnded"]


@pytest.mark.parametrize(
    ("of", "fixtures"),
    [
        (match("Ajax", "Benfica", "1-1", round="GROUP A", date="2018-10-23"), []),
        (match("Ajax", "Benfica", "1-1", leg=1, date="2018-02-15"), []),
        # Whether it is a first leg or a second is not known; nor is the first leg's score.
        (match("Ajax", "Benfica", "1-1", date="2018-02-15"), []),
        (match("Ajax", "Benfica", "1-1", leg=2, date="2018-02-22"), []),
        (match("Ajax", "Benfica", "1-1", round="OTHER Final", competition="Cup", date="2018-02-22"), []),
        # A replay followed in those years.
        (
            match(
                "Ajax",
                "Benfica",
                "1-3",
                competition="CL",
                season=1968,
                round="QF",
                leg=2,
                aet="1-3",
                date="1969-02-19",
            ),
            [
                match(
                    "Benfica",
                    "Ajax",
                    "1-3",
                    competition="CL",
                    season=1968,
                    round="QF",
                    leg=1,
                    date="1969-02-12",
                )
            ],
        ),
        (
            match(
                "Bayern",
                "Atlético",
                "0-0",
                competition="CL",
                season=1973,
                round="F",
                aet="1-1",
                date="1974-05-15",
            ),
            [
                match(
                    "Bayern",
                    "Atlético",
                    competition="CL",
                    season=1973,
                    round="F",
                    leg="replay",
                    date="1974-05-17",
                )
            ],
        ),
    ],
)
def test_a_level_score_ends_a_match_that_needs_no_winner(of: Match, fixtures: list[Match]) -> None:
    looks = [("22:50", live(of, Phase.SHOOT_OUT)), ("22:56", Observation(of))]
    assert kinds(watch(looks, fixtures)[1]) == ["MatchEnded"]


def test_a_final_of_another_competition_needs_a_winner_too() -> None:
    final = match(
        "Ajax", "Benfica", "1-1", competition="Copa Libertadores", round="F", date="2018-08-15", time="21:00"
    )
    assert watch([("22:50", live(final, Phase.SECOND_HALF, 90)), ("22:56", Observation(final))])[1] == []


def test_a_replay_needs_a_winner() -> None:
    replay = match("Ajax", "Benfica", "1-1", season=1970, leg="replay", date="1971-03-20", time="20:00")
    legs = [
        match("Ajax", "Benfica", "1-1", season=1970, leg=1, date="1971-03-03"),
        match("Benfica", "Ajax", "1-1", season=1970, leg=2, date="1971-03-17"),
    ]
    looks = [("21:50", live(replay, Phase.SECOND_HALF, 90)), ("21:56", Observation(replay))]
    assert watch(looks, legs)[1] == []


def test_three_and_a_half_hours_after_the_kick_off_every_end_is_believed() -> None:
    looks = [
        ("23:20", live(PORTO_LEVEL)),
        ("00:29", Observation(PORTO_LEVEL)),
        ("00:31", Observation(PORTO_LEVEL)),
    ]
    assert watch(looks[:2], [ROMA_AT_HOME])[1] == []
    assert kinds(watch(looks, [ROMA_AT_HOME])[1]) == ["MatchEnded"]


def test_an_end_without_a_score_is_believed_when_a_match_is_over_as_a_rule() -> None:
    over = Observation(replace(ARSENAL, full_time=None))
    looks = [("22:50", live(ARSENAL)), ("22:55", over), ("23:00", over)]
    assert watch(looks[:2])[1] == []
    state, events = watch(looks)
    assert kinds(events) == ["MatchEnded"]
    assert state is not None
    assert state.observation.match.score == Score(1, 2)


def test_an_owner_of_the_bot_is_believed_whatever_the_clock_says() -> None:
    looks = [("22:10", live(ARSENAL)), ("22:20", replace(Observation(ARSENAL), entered=True))]
    assert kinds(watch(looks)[1]) == ["MatchEnded"]


def test_play_after_an_end_revokes_it_openly_and_the_next_end_is_news_again() -> None:
    goes_on = live(replace(ARSENAL, full_time=Score(2, 2)), Phase.SECOND_HALF, 90)
    over = Observation(goes_on.match)
    over = replace(over, match=replace(over.match, status=Status.PLAYED))
    state, events = watch(
        [("22:50", live(ARSENAL)), ("22:52", Observation(ARSENAL)), ("22:53", goes_on), ("22:56", over)]
    )
    assert kinds(events) == ["MatchEnded", "EndRevoked", "GoalScored", "MatchEnded"]
    assert len({event.key for event in events}) == len(events)
    assert state is not None
    assert (state.ends, state.observation.match.score) == (2, Score(2, 2))


@pytest.mark.parametrize(
    "goes_on",
    [
        live(PORTO_LEVEL, Phase.NINETY_OVER),
        live(PORTO_LEVEL, Phase.EXTRA_TIME, 91),
        live(PORTO_LEVEL, Phase.SHOOT_OUT),
        live(replace(PORTO_LEVEL, extra_time=Score(2, 1))),
    ],
)
def test_extra_time_and_a_shoot_out_revoke_an_end_at_once(goes_on: Observation) -> None:
    looks = [("22:50", live(PORTO_LEVEL)), ("22:53", Observation(PORTO_LEVEL)), ("22:54", goes_on)]
    assert "EndRevoked" in kinds(watch(looks)[1])


def test_the_same_score_under_way_again_revokes_an_end_when_every_look_shows_it_for_a_while() -> None:
    over, under_way = Observation(ARSENAL), live(ARSENAL)
    looks = [
        ("22:50", under_way),
        ("22:52", over),
        ("22:53", under_way),
        ("22:54", over),
        ("22:55", under_way),
    ]
    assert kinds(watch(looks)[1]) == ["MatchEnded"]
    assert kinds(watch([*looks, ("22:56", under_way)])[1]) == ["MatchEnded", "EndRevoked"]
    assert timedelta(minutes=1) > BELIEVED_AFTER


def test_a_goal_that_is_gone_when_the_match_goes_on_was_disallowed() -> None:
    fewer = live(replace(ARSENAL, full_time=Score(1, 1)))
    looks = [("22:50", live(ARSENAL)), ("22:52", Observation(ARSENAL)), ("22:53", fewer), ("22:54", fewer)]
    _, events = watch(looks)
    assert [type(event) for event in events] == [MatchEnded, EndRevoked, GoalDisallowed]


def test_an_end_that_nobody_heard_of_is_revoked_in_silence() -> None:
    goes_on = live(replace(ARSENAL, full_time=Score(2, 2)))
    _, events = watch([("22:52", Observation(ARSENAL)), ("22:53", goes_on)])
    assert [type(event) for event in events] == [GoalScored]


def test_a_verdict_stands_whatever_is_shown_afterwards() -> None:
    awarded = Observation(replace(ARSENAL, status=Status.AWARDED))
    looks = [("22:50", live(ARSENAL)), ("22:52", awarded), ("22:53", live(ARSENAL)), ("22:59", live(ARSENAL))]
    assert kinds(watch(looks)[1]) == ["MatchAwarded"]


def test_a_source_that_shows_play_long_after_the_end_revokes_nothing() -> None:
    stuck = live(replace(ARSENAL, full_time=Score(2, 2)), Phase.SECOND_HALF, 90)
    looks = [("22:50", live(ARSENAL)), ("22:56", Observation(ARSENAL)), ("00:36", stuck), ("00:38", stuck)]
    assert kinds(watch(looks)[1]) == ["MatchEnded"]

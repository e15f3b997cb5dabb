"""When the bot holds its tongue."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.handlers.request import Request
from bot.handlers.throttle import MOST_IN_GROUP, MOST_IN_PRIVATE, MOST_PRESSES_IN_GROUP, Manner, Throttle

NOW = datetime(2018, 2, 22, 22, 30, tzinfo=UTC)


def _asked(text: str = "Arsenal", *, after: float = 0, user: int = 1, group: bool = True) -> Request:
    return Request(text, NOW + timedelta(seconds=after), chat=7, user=user, in_group=group)


def _of(manners: Throttle, request: Request) -> Manner:
    return manners.of(request, "uitslag", request.now)


def test_in_a_group_a_question_of_more_than_two_minutes_ago_is_passed_over() -> None:
    manners = Throttle()
    assert manners.of(_asked(), "uitslag", NOW - timedelta(minutes=3)) is Manner.PASS_OVER
    assert manners.of(_asked(), "uitslag", NOW - timedelta(minutes=1)) is Manner.ANSWER


def test_in_private_a_late_answer_is_still_an_answer() -> None:
    assert Throttle().of(_asked(group=False), "uitslag", NOW - timedelta(hours=3)) is Manner.ANSWER


def test_the_same_question_within_ten_seconds_is_answered_once() -> None:
    manners = Throttle()
    assert _of(manners, _asked()) is Manner.ANSWER
    assert _of(manners, _asked("  ARSENAL ", after=9, user=2)) is Manner.PASS_OVER
    assert _of(manners, _asked("Ajax", after=9, user=2)) is Manner.ANSWER
    assert _of(manners, _asked(after=11, user=2)) is Manner.ANSWER


def test_a_clock_that_is_put_back_silences_nobody() -> None:
    manners = Throttle()
    for number in range(MOST_IN_GROUP):
        assert _of(manners, _asked(f"club {number}", after=number)) is Manner.ANSWER
    assert _of(manners, _asked("club 1", after=-3600)) is Manner.ANSWER
    assert _of(manners, _asked("club 2", after=-3600)) is Manner.ANSWER


def test_the_same_club_asked_of_another_command_is_another_question() -> None:
    manners = Throttle()
    assert manners.of(_asked(), "uitslag", NOW) is Manner.ANSWER
    assert manners.of(_asked(user=2), "stand", NOW) is Manner.ANSWER
    assert manners.of(_asked(user=3), "uitslag", NOW) is Manner.PASS_OVER


def test_in_another_topic_nobody_read_the_answer() -> None:
    manners = Throttle()
    assert _of(manners, _asked()) is Manner.ANSWER
    assert _of(manners, replace(_asked(user=2), thread=4)) is Manner.ANSWER
    assert _of(manners, replace(_asked(user=3), thread=4)) is Manner.PASS_OVER


def test_one_members_flood_is_stopped_with_one_word_and_costs_no_other() -> None:
    manners = Throttle()
    manner_by_number = [
        _of(manners, _asked(f"club {number}", after=number)) for number in range(MOST_IN_GROUP + 5)
    ]
    assert manner_by_number[:MOST_IN_GROUP] == [Manner.ANSWER] * MOST_IN_GROUP
    assert manner_by_number[MOST_IN_GROUP] is Manner.ASK_FOR_QUIET
    assert set(manner_by_number[MOST_IN_GROUP + 1 :]) == {Manner.PASS_OVER}
    assert _of(manners, _asked("Ajax", after=20, user=2)) is Manner.ANSWER
    assert _of(manners, _asked("PSV", after=200)) is Manner.ANSWER


def test_who_goes_on_asking_a_little_too_fast_is_asked_for_quiet_once() -> None:
    manners = Throttle()
    manner_by_number = [_of(manners, _asked(f"club {number}", after=7 * number)) for number in range(60)]
    assert manner_by_number.count(Manner.ASK_FOR_QUIET) == 1


def test_a_member_has_a_share_of_presses_too() -> None:
    manners = Throttle()
    manner_by_number = [manners.of_press(_asked(after=number)) for number in range(MOST_PRESSES_IN_GROUP + 5)]
    assert manner_by_number[:MOST_PRESSES_IN_GROUP] == [Manner.ANSWER] * MOST_PRESSES_IN_GROUP
    assert Manner.ANSWER not in manner_by_number[MOST_PRESSES_IN_GROUP:]
    assert manners.of_press(_asked(after=20, user=2)) is Manner.ANSWER


def test_alone_with_the_bot_somebody_may_ask_more() -> None:
    manners = Throttle()
    manner_by_number = [
        _of(manners, _asked(f"club {number}", group=False)) for number in range(MOST_IN_PRIVATE)
    ]
    assert set(manner_by_number) == {Manner.ANSWER}


def test_a_question_from_no_chat_is_always_answered() -> None:
    manners = Throttle()
    assert {manners.of(Request("Ajax", NOW), "uitslag", NOW) for _ in range(100)} == {Manner.ANSWER}

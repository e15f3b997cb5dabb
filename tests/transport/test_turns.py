"""A chat's backlog is its own, a question goes before a button, the newest press is drawn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from telegram.constants import ChatType

from bot.transport.turns import Turns
from bot.transport.updates.incoming import ButtonPress, ChatRef, Incoming, IncomingMessage

NOW = datetime(2018, 2, 22, 22, 30, tzinfo=UTC)


def question(number: int, chat: int = 1) -> IncomingMessage:
    where = ChatRef(chat, ChatType.PRIVATE)
    return IncomingMessage(
        number,
        where,
        number,
        NOW,
        "?",
        is_command=True,
        edited=False,
        sender_id=1,
        speaks_as_chat=False,
        language=None,
        thread_id=None,
    )


def press(number: int, message: int, chat: int = 1) -> ButtonPress:
    return ButtonPress(number, str(number), 1, None, "x", ChatRef(chat, ChatType.PRIVATE), message, None)


def test_a_chats_backlog_is_nobody_elses() -> None:
    turns = Turns()
    first = question(1)
    assert turns.enter(first) is first
    assert [turns.enter(question(number)) for number in range(2, 500)] == [None] * 498
    other = question(500, chat=2)
    assert turns.enter(other) is other
    assert turns.leave(first) == 1
    assert turns.next_of(1) == 2


def test_a_question_goes_before_a_button() -> None:
    turns = Turns()
    first = question(1)
    turns.enter(first)
    waiting = press(2, message=7)
    assert turns.enter(waiting) is None
    assert turns.enter(question(3)) is None
    assert turns.leave(first) == 1
    assert turns.next_of(1) == 3
    assert turns.leave(question(3)) == 1
    assert turns.next_of(1) == waiting


def test_of_presses_on_one_message_the_newest_is_drawn_and_the_others_are_answered_at_once() -> None:
    turns = Turns()
    first = press(1, message=7)
    assert turns.enter(first) is first
    assert turns.enter(press(2, message=7)) is None
    assert turns.enter(press(3, message=8)) is None
    superseded = turns.enter(press(4, message=7))
    assert isinstance(superseded, ButtonPress)
    assert (superseded.update_id, superseded.is_superseded) == (2, True)
    # It had no turn, and takes none from its chat.
    assert turns.leave(superseded) is None
    assert turns.leave(first) == 1
    assert turns.next_of(1) == press(3, message=8)
    assert turns.leave(press(3, message=8)) == 1
    assert turns.next_of(1) == press(4, message=7)


def test_of_presses_that_change_something_each_is_answered_in_its_turn() -> None:
    turns = Turns()
    first = press(1, message=7)
    turns.enter(first, changes=True)
    for number in (2, 3):
        assert turns.enter(press(number, message=7), changes=True) is None
    assert turns.enter(press(4, message=7)) is None
    assert turns.leave(first) == 1
    for number in (2, 3, 4):
        assert turns.next_of(1) == press(number, message=7)
        turns.leave(press(number, message=7))


def test_where_very_many_are_answered_at_once_the_others_come_in_order() -> None:
    turns = Turns(most_at_once=2)
    first, second = question(1, chat=1), question(2, chat=2)
    assert turns.enter(first)
    assert turns.enter(second)
    assert [turns.enter(question(number, chat=number)) for number in (3, 4)] == [None, None]
    assert turns.leave(second) == 3
    assert turns.next_of(3) == 3
    assert turns.leave(first) == 4


def test_what_can_not_be_read_now_keeps_its_place() -> None:
    turns = Turns()
    first = question(1)
    turns.enter(first)
    for number in (2, 3):
        turns.enter(question(number))
    assert turns.leave(first) == 1
    assert turns.next_of(1) == 2
    turns.put_back(1, 2)
    assert turns.next_of(1) == 2


@dataclass
class Answering:
    """Somebody who answers what has its turn, in any order."""

    turns: Turns = field(default_factory=lambda: Turns(most_at_once=3))
    kept: dict[int, Incoming] = field(default_factory=dict)
    in_hand: list[Incoming] = field(default_factory=list)
    answered: list[Incoming] = field(default_factory=list)

    def enter(self, update: Incoming) -> None:
        self.kept[update.update_id] = update
        if now := self.turns.enter(update):
            self.in_hand.append(now)
        busy = [update.queue for update in self.in_hand if not getattr(update, "is_superseded", False)]
        assert len(busy) == len(set(busy)) <= 3

    def answer_one(self, chance: Random) -> None:
        update = self.in_hand.pop(chance.randrange(len(self.in_hand)))
        self.answered.append(update)
        queue = self.turns.leave(update)
        while queue is not None:
            following = self.turns.next_of(queue)
            if following is not None:
                self.in_hand.append(following if isinstance(following, ButtonPress) else self.kept[following])
                return
            queue = self.turns.release(queue)


@given(st.lists(st.tuples(st.integers(1, 4), st.booleans(), st.integers(0, 3)), max_size=60), st.randoms())
def test_everything_is_answered_once_and_each_chats_questions_in_order(
    coming: list[tuple[int, bool, int]], chance: Random
) -> None:
    answering = Answering()
    for number, (chat, is_press, message) in enumerate(coming, start=1):
        answering.enter(press(number, message, chat) if is_press else question(number, chat))
        if answering.in_hand and chance.random() < 0.4:
            answering.answer_one(chance)
    while answering.in_hand:
        answering.answer_one(chance)
    assert sorted(update.update_id for update in answering.answered) == sorted(answering.kept)
    by_chat = defaultdict(list)
    for update in answering.answered:
        if isinstance(update, IncomingMessage):
            by_chat[update.queue].append(update.update_id)
    assert all(numbers == sorted(numbers) for numbers in by_chat.values())

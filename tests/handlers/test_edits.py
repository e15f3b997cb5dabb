"""An edited question, and a button under an answer of two messages: nothing stale is left behind."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands
from tests.chat import Kind, LocalChat, Reply, talking
from tests.shared import answering_from_the_snapshot

NOW = datetime(2026, 11, 22, 11, tzinfo=UTC)
LONG, SHORT = "/avond 31-07-2025", "/uitslag Arsenal"
KINDS = ["private", "group", "supergroup", "topic", "channel"]


class Clock:
    """Goes on only when told to."""

    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def _there(chat: LocalChat) -> list[Reply]:
    """What stands in the chat now, but for what was said to the bot."""
    return [Reply(message) for message in chat.chat.messages.values() if not message["text"].startswith("/")]


@pytest.mark.parametrize("kind", KINDS)
async def test_an_edited_question_edits_every_message_of_its_answer(
    answering: Commands, kind: Kind, clock: Clock
) -> None:
    async with talking(answering, kind, clock=clock) as chat:
        first, second = await chat.hear(LONG)
        assert second.buttons
        assert not first.buttons
        await chat.edit(SHORT)
        (short,) = _there(chat)
        assert short.id == first.id
        assert "competitiefase" in short.text
        assert "Stand" in short.buttons
        await chat.edit(LONG)
        again, further = _there(chat)
        assert again.id == first.id
        assert (again.text, further.text) == (first.text, second.text)
        assert (again.buttons, further.buttons) == (first.buttons, second.buttons)
        assert (further.reply_to, further.topic) == (second.reply_to, second.topic)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_button_under_the_second_message_puts_its_answer_in_the_place_of_both(
    answering: Commands, kind: Kind, clock: Clock
) -> None:
    async with talking(answering, kind, clock=clock) as chat:
        first, second = await chat.hear(LONG)
        await chat.press(second.buttons[0])
        (match,) = _there(chat)
        assert match.id == first.id
        await chat.press("← do 31 juli")
        assert [reply.text for reply in _there(chat)] == [first.text, second.text]


async def test_of_an_answer_that_lost_a_message_the_other_goes_on(answering: Commands, clock: Clock) -> None:
    async with talking(answering, "group", clock=clock) as chat:
        first, second = await chat.hear(LONG)
        del chat.chat.messages[first.id]
        await chat.press(second.buttons[0])
        (match,) = _there(chat)
        assert match.id == second.id
        assert chat.refusals[-1][1].endswith("message to edit not found")


async def test_an_answer_that_was_deleted_does_not_come_back(answering: Commands, clock: Clock) -> None:
    async with talking(answering, "group", clock=clock) as chat:
        answer = await chat.say(SHORT)
        del chat.chat.messages[answer.id]
        assert await chat.edit("/uitslag PSV") == []


async def test_a_typing_error_put_right_at_once_is_a_question_after_all(
    answering: Commands, clock: Clock
) -> None:
    async with talking(answering, "group", clock=clock) as chat:
        assert await chat.hear("/uitslga Arsenal") == []
        (answer,) = await chat.edit(SHORT)
        assert answer.reply_to == chat.typed["message_id"]
        assert await chat.hear("/uitslga Ajax") == []
        clock.now += timedelta(minutes=3)
        assert await chat.edit("/uitslag Ajax") == []


async def test_alone_with_the_bot_a_name_can_be_edited_too(answering: Commands, clock: Clock) -> None:
    async with talking(answering, "private", clock=clock) as chat:
        first = await chat.say("Arsenal")
        (second,) = await chat.edit("PSV")
    assert second.id == first.id
    assert "PSV" in second.text


async def test_who_edits_without_end_is_stopped_like_who_asks_without_end(
    answering: Commands, clock: Clock
) -> None:
    async with talking(answering, "group", clock=clock) as chat:
        await chat.say(SHORT)
        edits = [await chat.edit(f"/uitslag {club}") for club in ("Ajax", "PSV", "AZ", "Lyon") * 4]
    assert "veel vragen" in next(edit for edit in reversed(edits) if edit)[0].text
    assert edits[-1] == []


# Commands that do something


@pytest.fixture
def commands(chats: Chats) -> Commands:
    """Over chats of their own, of which none follows anything yet."""
    return answering_from_the_snapshot(chats)


def _followed(chat: LocalChat, commands: Commands) -> list[str]:
    clubs = commands.result.knowledge.results.clubs()
    return [clubs[club].name for club in commands.result.chats.followed_by(chat.chat.id)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("later", [timedelta(), timedelta(minutes=1), timedelta(hours=30)])
async def test_a_command_that_telegram_sends_again_as_edited_does_nothing(
    commands: Commands, kind: Kind, clock: Clock, later: timedelta
) -> None:
    async with talking(commands, kind, clock=clock) as chat:
        await chat.hear("/volg Ajax")
        await chat.hear("/ontvolg Ajax")
        old = chat.typed
        clock.now += timedelta(seconds=20)
        await chat.hear("/volg Ajax")
        chat.typed = old
        clock.now += later
        assert await chat.edit("/ontvolg Ajax") == []
        assert _followed(chat, commands) == ["Ajax"]


@pytest.mark.parametrize("kind", KINDS)
async def test_an_edited_command_takes_back_what_it_did(commands: Commands, kind: Kind, clock: Clock) -> None:
    async with talking(commands, kind, clock=clock) as chat:
        await chat.hear("/volg Ajax")
        (answer,) = await chat.edit("/volg PSV")
        assert answer.text.startswith("Deze chat volgt nu PSV.")
        assert _followed(chat, commands) == ["PSV"]
        await chat.edit("/volg Arsenal - Lyon")
        assert _followed(chat, commands) == ["Arsenal", "Olympique Lyonnais"]
        await chat.edit("/uitslag Ajax")
        assert _followed(chat, commands) == []


async def test_what_another_message_did_is_not_taken_back(commands: Commands, clock: Clock) -> None:
    async with talking(commands, "group", clock=clock) as chat:
        await chat.hear("/volg Ajax")
        first = chat.typed
        clock.now += timedelta(seconds=20)
        await chat.hear("/volg Ajax")
        await chat.edit("/volg PSV")
        assert _followed(chat, commands) == ["Ajax", "PSV"]
        await chat.hear("/ontvolg Ajax")
        clock.now += timedelta(seconds=20)
        await chat.hear("/volg Ajax")
        chat.typed = first
        await chat.edit("/volg Arsenal")
        assert _followed(chat, commands) == ["PSV", "Ajax", "Arsenal"]


async def test_a_club_that_was_let_go_by_mistake_is_followed_again(commands: Commands, clock: Clock) -> None:
    async with talking(commands, "private", clock=clock) as chat:
        await chat.hear("/volg Ajax - PSV")
        await chat.hear("/ontvolg Ajax")
        (answer,) = await chat.edit("/ontvolg PSV")
        assert answer.text == "Deze chat volgt PSV niet meer."
        assert _followed(chat, commands) == ["Ajax"]


async def test_an_old_message_that_is_edited_changes_nothing(commands: Commands, clock: Clock) -> None:
    async with talking(commands, "private", clock=clock) as chat:
        await chat.hear("/volg Ajax")
        clock.now += timedelta(minutes=5)
        for text in ("/volg PSV", "/ontvolg Ajax", "/uitslag Ajax", "/vergeet", "/instellingen"):
            assert await chat.edit(text) == []
        assert _followed(chat, commands) == ["Ajax"]
        await chat.hear("/uitslag Ajax")
        clock.now += timedelta(minutes=5)
        assert await chat.edit("/volg PSV") == []
        assert len(await chat.edit("/uitslag PSV")) == 1


async def test_a_command_that_becomes_talk_is_taken_back(commands: Commands, clock: Clock) -> None:
    async with talking(commands, "group", clock=clock, privacy_mode=False) as chat:
        await chat.hear("/volg Ajax")
        (answer,) = await chat.edit("Laat maar")
        assert answer.text.startswith("Deze chat volgt nog geen club.")
        assert _followed(chat, commands) == []
        await chat.hear("Wat een wedstrijd")
        assert await chat.edit("Wat een wedstrijd!") == []


async def test_a_question_that_is_sent_again_unchanged_is_not_answered_again(
    commands: Commands, clock: Clock
) -> None:
    async with talking(commands, "group", clock=clock) as chat:
        await chat.say(SHORT)
        clock.now += timedelta(hours=1)
        assert await chat.edit(SHORT) == []
        assert chat.refusals == []

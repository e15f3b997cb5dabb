"""In a group: what one member alone needs is for that member, results are for all."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app.opening import forgetful_chats
from bot.handlers.commands import Commands
from bot.handlers.throttle import MOST_IN_GROUP
from bot.local.telegram import people
from bot.local.telegram.refusals import Fault, bad_request
from bot.words import LANGUAGES
from tests.chat import A_EUROPEAN_NIGHT, LocalChat, talking
from tests.shared import answering_from_the_snapshot

FOR_ONE = [
    "/help",
    "/privacy",
    "/instellingen",
    "/volgend",
    "/uitslag Sporting",
    "/uitslag xyzxyz",
    "/stand Eredivisie",
]
FOR_ALL = ["/uitslag Arsenal", "/avond", "/stand CL", "/loting", "/programma Ajax", "/volg Ajax"]


def _lead(chat: LocalChat) -> None:
    """The bot is an administrator, and so is whoever asks."""
    chat.chat.bot_status = "administrator"
    chat.chat.members[chat.user.id] = "administrator"


@pytest.mark.parametrize("typed", FOR_ONE)
async def test_what_one_member_needs_nobody_else_sees(answering: Commands, typed: str) -> None:
    async with talking(answering, "supergroup") as chat:
        _lead(chat)
        reply = await chat.say(typed)
        assert reply.is_ephemeral
        assert reply.message["receiver_user"]["id"] == chat.user.id


@pytest.mark.parametrize("typed", FOR_ALL)
async def test_results_are_for_all(answering: Commands, typed: str) -> None:
    async with talking(answering, "supergroup") as chat:
        _lead(chat)
        assert not (await chat.say(typed)).is_ephemeral
        answering.result.chats.forget(chat.chat.id)


@pytest.mark.parametrize("typed", [*FOR_ONE, *FOR_ALL])
@pytest.mark.parametrize("kind", ["private", "channel"])
async def test_elsewhere_nothing_changes(answering: Commands, typed: str, kind: str) -> None:
    async with talking(answering, "channel" if kind == "channel" else "private") as chat:
        replies = await chat.hear(typed)
        assert replies
        assert not any(reply.is_ephemeral for reply in replies)
        assert not chat.refusals
        answering.result.chats.forget(chat.chat.id)


async def test_the_club_that_is_chosen_is_answered_to_the_group(answering: Commands) -> None:
    async with talking(answering, "supergroup") as chat:
        _lead(chat)
        choice = await chat.say("/uitslag Sporting")
        question = chat.typed["message_id"]
        result = await chat.press("SC Braga")
        assert not result.is_ephemeral
        assert "Braga" in result.text
        assert result.reply_to == question
        assert not chat.chat.ephemeral
        assert choice.is_ephemeral


async def test_an_edited_question_changes_the_result_that_was_chosen(answering: Commands) -> None:
    async with talking(answering, "supergroup") as chat:
        _lead(chat)
        await chat.say("/uitslag Sporting")
        result = await chat.press("SC Braga")
        (changed,) = await chat.edit("/uitslag Arsenal")
        assert changed.id == result.id
        assert "Arsenal" in changed.text


async def test_settings_are_changed_in_their_own_message() -> None:
    chats = forgetful_chats()
    async with talking(answering_from_the_snapshot(chats), "supergroup", chats=chats) as chat:
        _lead(chat)
        settings = await chat.say("/instellingen")
        changed = await chat.press(settings.buttons[0])
        assert changed.is_ephemeral
        assert changed.edited
        assert changed.message["ephemeral_message_id"] == settings.message["ephemeral_message_id"]
        assert not chat.refusals


async def test_who_forges_a_press_on_what_another_was_shown_changes_nothing() -> None:
    chats = forgetful_chats()
    async with talking(answering_from_the_snapshot(chats), "supergroup", chats=chats) as chat:
        _lead(chat)
        settings = await chat.say("/instellingen")
        before, member = chats.settings(chat.chat.id), chat.telegram.add_user("Gijs", "nl")
        chat.chat.members[member.id] = "member"
        for button in (button for row in settings.rows for button in row):
            number = settings.message["ephemeral_message_id"]
            people.press_forged(chat.telegram, chat.chat, member, number, button["callback_data"])
        assert await chat.settle() == []
        assert {*chat.notices} == {LANGUAGES["nl"].for_administrators}
        assert chats.settings(chat.chat.id) == before


async def test_a_bot_that_leads_nothing_answers_alone_what_it_was_told_alone(answering: Commands) -> None:
    async with talking(answering, "supergroup") as chat:
        assert (await chat.whisper("/help")).is_ephemeral
        assert not (await chat.say("/help")).is_ephemeral
        assert (await chat.whisper("/privacy")).is_ephemeral


async def test_who_is_refused_once_says_it_openly_from_then_on(answering: Commands) -> None:
    async with talking(answering, "supergroup") as chat:
        for typed in ("/uitslag Sporting", "/uitslag xyzxyz", "/help"):
            assert not (await chat.say(typed)).is_ephemeral
        assert len(chat.refusals) == 1


async def test_a_group_that_takes_no_message_for_one_member_is_not_closed(
    answering: Commands, caplog: pytest.LogCaptureFixture
) -> None:
    async with talking(answering, "supergroup") as chat:
        await chat.say("/help")
        assert chat.refusals
        assert "may not write" not in caplog.text


async def test_a_bot_that_becomes_an_administrator_tries_again(answering: Commands) -> None:
    async with talking(answering, "supergroup") as chat:
        assert not (await chat.say("/help")).is_ephemeral
        people.change_bot(chat.telegram, chat.chat, chat.user, "administrator")
        await chat.settle()
        assert (await chat.say("/privacy")).is_ephemeral


async def test_a_silent_group_hears_no_sound_on_any_server() -> None:
    for version in ((9, 6), (10, 3)):
        chats = forgetful_chats()
        async with talking(
            answering_from_the_snapshot(chats), "supergroup", chats=chats, version=version
        ) as chat:
            _lead(chat)
            chats.set_silent(chat.chat.id, A_EUROPEAN_NIGHT, on=True)
            await chat.say("/help")
            (sent,) = [given for method, given in chat.telegram.calls if method == "sendMessage"]
            assert sent["disable_notification"] == "true"


async def test_a_group_that_moved_is_answered_where_it_is_now(answering: Commands) -> None:
    async with talking(answering, "group") as chat:
        _lead(chat)
        people.say(chat.telegram, chat.chat, chat.user, "/help")
        moved = people.migrate(chat.telegram, chat.chat)
        await chat.settle()
        assert any("/uitslag" in message.get("text", "") for message in moved.messages.values())


async def test_an_older_server_shows_everybody_everything_and_edits_it(answering: Commands) -> None:
    async with talking(answering, "supergroup", version=(9, 6)) as chat:
        _lead(chat)
        choice = await chat.say("/uitslag Sporting")
        assert not choice.is_ephemeral
        (changed,) = await chat.edit("/uitslag Arsenal")
        assert changed.id == choice.id
        assert (await chat.press(changed.buttons[0])).id == choice.id


async def test_what_nobody_may_have_seen_can_be_asked_again_at_once(answering: Commands) -> None:
    async with talking(answering, "supergroup") as chat:
        _lead(chat)
        for _ in range(2):
            assert (await chat.say("/help")).is_ephemeral
        assert not (await chat.say("/avond")).is_ephemeral
        assert await chat.hear("/avond") == []


async def test_a_question_that_waited_is_no_reply(answering: Commands) -> None:
    now = A_EUROPEAN_NIGHT
    async with talking(answering, "supergroup", clock=lambda: now) as chat:
        chat.chat.bot_status = "administrator"
        people.whisper(chat.telegram, chat.chat, chat.user, "/help")
        now += timedelta(seconds=20)
        (reply,) = await chat.settle()
        assert reply.is_ephemeral
        assert "reply_to_message" not in reply.message


async def test_who_asks_too_much_is_asked_for_quiet_alone(answering: Commands) -> None:
    async with talking(answering, "supergroup") as chat:
        _lead(chat)
        for number in range(MOST_IN_GROUP):
            await chat.say(f"/uitslag Arsenal {2000 + number}")
        quiet = await chat.say("/uitslag Arsenal")
        assert quiet.is_ephemeral
        assert "minuutje" in quiet.text


async def test_only_administrators_hear_of_settings_and_others_hear_so_alone(answering: Commands) -> None:
    async with talking(answering, "supergroup") as chat:
        chat.chat.bot_status = "administrator"
        refused = await chat.say("/instellingen")
        assert refused.is_ephemeral
        assert "beheerders" in refused.text


async def test_where_a_server_takes_too_little_in_an_edit_a_new_message_comes() -> None:
    chats = forgetful_chats()
    async with talking(answering_from_the_snapshot(chats), "supergroup", chats=chats) as chat:
        _lead(chat)
        settings = await chat.say("/instellingen")
        too_long = bad_request("MEDIA_CAPTION_TOO_LONG")
        chat.telegram.faults.append(Fault(too_long, method="editEphemeralMessageText"))
        changed = await chat.press(settings.buttons[0])
        assert changed.is_ephemeral
        assert not changed.edited
        assert [*chat.chat.ephemeral] == [changed.message["ephemeral_message_id"]]

"""Who changes what a group follows: everybody, unless its administrators keep that to themselves."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager

from bot.database.chats.chats import Chats
from tests.chat import A_EUROPEAN_NIGHT, LocalChat, talking
from tests.shared import answering_from_the_snapshot

AJAX, PSV = "ned-afc-ajax", "ned-psv"


def group(chats: Chats) -> AbstractAsyncContextManager[LocalChat]:
    answering = answering_from_the_snapshot(chats)

    return talking(answering, "supergroup", chats=chats)


async def test_at_first_everybody_in_a_group_may_follow(chats: Chats) -> None:
    async with group(chats) as chat:
        await chat.say("/volg@uitslagbot Ajax")
        assert chats.followed_by(chat.chat.id) == (AJAX,)


async def test_administrators_can_keep_it_to_themselves(chats: Chats) -> None:
    async with group(chats) as chat:
        await chat.say("/volg@uitslagbot Ajax")
        chat.chat.members[chat.user.id] = "administrator"
        settings = await chat.say("/instellingen@uitslagbot")
        assert "Clubs volgen: iedereen in de groep" in settings.text
        changed = await chat.press("Alleen beheerders laten volgen")
        assert "Clubs volgen: alleen beheerders" in changed.text
        chat.chat.members[chat.user.id] = "member"
        for typed in ("/volg@uitslagbot PSV", "/ontvolg@uitslagbot Ajax"):
            assert "beheerders" in (await chat.say(typed)).text
        assert chats.followed_by(chat.chat.id) == (AJAX,)
        chat.chat.members[chat.user.id] = "administrator"
        await chat.say("/volg@uitslagbot PSV Eindhoven")
        assert chats.followed_by(chat.chat.id) == (AJAX, PSV)


async def test_a_button_to_follow_is_theirs_then_too(chats: Chats) -> None:
    async with group(chats) as chat:
        await chat.say("/volg@uitslagbot Ajax")
        following = await chat.say("/volgend@uitslagbot")
        chats.set_admins_follow(chat.chat.id, A_EUROPEAN_NIGHT, on=True)
        await chat.pressed(following.buttons[0])
        assert "beheerders" in chat.notices[-1]
        assert chats.followed_by(chat.chat.id) == (AJAX,)


async def test_alone_with_the_bot_there_is_no_such_setting(chats: Chats) -> None:
    answering = answering_from_the_snapshot(chats)

    async with talking(answering, chats=chats) as chat:
        chats.set_admins_follow(chat.chat.id, A_EUROPEAN_NIGHT, on=True)
        assert "Clubs volgen" not in (await chat.say("/instellingen")).text
        await chat.say("/volg Ajax")
        assert chats.followed_by(chat.chat.id) == (AJAX,)

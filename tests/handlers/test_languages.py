"""A chat that chose a language gets it, whatever the language of a command and of whoever types it."""

from __future__ import annotations

import pytest

from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands
from tests.chat import Kind, talking
from tests.shared import answering_from_the_snapshot

TYPED = (
    ("/uitslag Arsenal", "through to the round of 16"),
    ("/stand", "group stage"),
    ("/volg Ajax", "This chat now follows Ajax."),
    ("/loting", "Draws"),
    ("/records", "Sources: /sources"),
    ("/uitslag qqqqqq", "No club found"),
)


@pytest.mark.parametrize("kind", ["private", "supergroup"])
async def test_a_chat_set_to_english_gets_english(chats: Chats, kind: Kind) -> None:
    answering: Commands = answering_from_the_snapshot(chats)
    async with talking(answering, kind, chats=chats, language="nl") as chat:
        chat.chat.members[chat.user.id] = "administrator"
        await chat.say("/instellingen")
        assert "Settings of this chat" in (await chat.press("English")).text
        for typed, shown in TYPED:
            assert shown in (await chat.say(typed)).text

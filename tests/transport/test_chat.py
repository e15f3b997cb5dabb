import pytest
from telegram.ext import TypeHandler
from telegram.request import BaseRequest

from bot.transport.application import TelegramApplication
from bot.transport.updates.incoming import IncomingMessage
from tests.chat import Kind, local_chat
from tests.transport.echo import Context, build_echo


async def test_a_conversation_in_private() -> None:
    async with local_chat(build_echo) as chat:
        reply = await chat.say("/uitslag Arsenal")
        assert reply.text == "Arsenal\nArsenal door & klaar"
        assert reply.styled("bold") == ["Arsenal"]
        assert reply.buttons == ["Heenduel", "Return", "UEFA"]
        assert reply.reply_to == chat.typed["message_id"]
        turned = await chat.press("Heenduel")
        assert (turned.id, turned.text, turned.edited) == (reply.id, "gekozen: leg:1", True)
        assert chat.notices == ["Gedraaid"]
        assert [echo.text for echo in await chat.edit("Ajax")] == ["!Ajax"]


@pytest.mark.parametrize("kind", ["private", "group", "supergroup", "topic"])
async def test_the_answer_comes_where_it_was_asked(kind: Kind) -> None:
    async with local_chat(build_echo, kind) as chat:
        reply = await chat.say("/uitslag@uitslagbot Ajax")
        assert reply.topic == chat.topic
        assert reply.message["chat"]["id"] == chat.chat.id


async def test_the_bot_does_not_hear_what_is_not_meant_for_it() -> None:
    async with local_chat(build_echo, "group") as chat:
        assert await chat.hear("goal!") == []
        assert await chat.hear("/uitslag@anderebot Ajax") == []
        reply = await chat.say("/uitslag Ajax")
        assert (await chat.say("echt?", reply_to=reply)).text == "echt?"


async def test_channels_and_anonymous_administrators_are_heard() -> None:
    async with local_chat(build_echo, "channel") as channel:
        assert (await channel.say("uitslag Ajax")).text == "uitslag Ajax"
        group = channel.another("supergroup")
        assert (await group.say_anonymously("/uitslag Ajax"))[0].text.startswith("Ajax")
        assert len(channel.replies) == 1


async def test_an_unknown_method_fails_the_test() -> None:
    def build(request: BaseRequest) -> TelegramApplication:
        application = build_echo(request)
        application.add_handler(TypeHandler(IncomingMessage, _dice), group=-1)
        application.add_error_handler(_swallow)
        return application

    async with local_chat(build) as chat:
        with pytest.raises(AssertionError, match="sendDice"):
            await chat.hear("dobbel")


async def _dice(message: IncomingMessage, context: Context) -> None:
    await context.bot.send_dice(message.chat.id)


async def _swallow(_: object, __: Context) -> None:
    """An error handler that hides what went wrong."""

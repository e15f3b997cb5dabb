"""A channel and the group in which its posts are commented on."""

from __future__ import annotations

from bot.handlers.commands import Commands
from bot.local.telegram import people
from bot.local.telegram.comments import forwarded_to
from tests.chat import LocalChat, Reply, talking


def _comments_of(channel: LocalChat) -> LocalChat:
    comments = channel.another("supergroup")
    channel.chat.comments = comments.chat
    return comments


async def test_what_the_channel_asks_is_answered_there_and_not_in_the_comments(answering: Commands) -> None:
    async with talking(answering, "channel") as channel:
        comments = _comments_of(channel)
        (answer,) = await channel.hear("/uitslag Arsenal")
        assert "Arsenal door naar de achtste finales" in answer.text
        (edited,) = await channel.edit("/uitslag Dortmund")
        assert (edited.id, edited.edited) == (answer.id, True)
        assert "Dortmund door" in edited.text
        assert comments.replies == []
        assert [post["text"][:8] for post in forwarded_to(comments.chat)] == ["/uitslag", "🏆 Europa"]


async def test_what_people_ask_in_the_comments_is_answered_in_that_thread(answering: Commands) -> None:
    async with talking(answering, "channel") as channel:
        comments = _comments_of(channel)
        await channel.hear("Wat een avond!")
        (post,) = forwarded_to(comments.chat)
        answer = await comments.say("/uitslag Arsenal", reply_to=Reply(post))
        assert answer.reply_to == comments.typed["message_id"]
        assert answer.thread == post["message_id"]
        assert channel.replies == []
        season = await comments.press("Hele seizoen 2017/18")
        assert season.thread == post["message_id"]


async def test_somebody_who_speaks_as_a_channel_is_answered_and_may_change_no_settings(
    answering: Commands,
) -> None:
    async with talking(answering, "channel") as channel:
        comments = _comments_of(channel)
        other = channel.telegram.add_channel("Ajax Nieuws")
        people.say(channel.telegram, comments.chat, other, "/uitslag Arsenal")
        people.say(channel.telegram, comments.chat, other, "/instellingen")
        answer, refused = await comments.settle()
    assert "Arsenal door" in answer.text
    assert answer.reply_to is not None
    assert "beheerders" in refused.text


async def test_two_who_speak_as_channels_do_not_share_one_limit(answering: Commands) -> None:
    async with talking(answering, "channel") as channel:
        comments = _comments_of(channel)
        busy, other = (channel.telegram.add_channel(name) for name in ("Ajax Nieuws", "PSV Nieuws"))
        for number in range(12):
            people.say(
                channel.telegram, comments.chat, busy, f"/uitslag Arsenal {2000 + number}/{number + 1:02d}"
            )
        replies = await comments.settle()
        assert "veel vragen" in replies[-1].text
        people.say(channel.telegram, comments.chat, other, "/uitslag Arsenal")
        (answer,) = await comments.settle()
    assert "Arsenal door" in answer.text


async def test_a_command_for_another_bot_in_a_channel_is_left_alone(answering: Commands) -> None:
    async with talking(answering, "channel") as channel:
        assert await channel.hear("/uitslag@AnotherBot Arsenal") == []
        assert await channel.hear("/uitslag@uitslagbot Arsenal")


async def test_a_reader_of_a_channel_changes_nothing_of_it(answering: Commands) -> None:
    async with talking(answering, "channel") as channel:
        await channel.say("/volg Ajax")
        following = await channel.say("/volgend")
        settings = await channel.say("/instellingen")
        assert await channel.pressed("Ajax niet meer volgen", on=following) == []
        assert await channel.pressed("Uitslagen verbergen", on=settings) == []
        assert all("beheerders" in notice for notice in channel.notices)
        channel.chat.members[channel.user.id] = "administrator"
        assert "verborgen" in (await channel.press("Uitslagen verbergen", on=settings)).text
        assert "nog geen club" in (await channel.press("Ajax niet meer volgen", on=following)).text

import pytest

from bot.local.telegram import people
from bot.local.telegram.engine import LocalTelegram
from tests.local.bot_side import BotSide, Clock


@pytest.mark.parametrize(
    ("text", "delivered"),
    [
        ("/uitslag Arsenal", True),
        ("/uitslag@UitslagBot Arsenal", True),
        ("/uitslag@anderebot Arsenal", False),
        ("goal!", False),
        ("kijk op /uitslag", False),
    ],
)
def test_in_groups_only_commands_for_the_bot_are_delivered(
    telegram: LocalTelegram, text: str, *, delivered: bool
) -> None:
    group, user = telegram.add_group("Voetbal"), telegram.add_user("Fleur")
    people.say(telegram, group, user, text)
    assert bool(telegram.updates.take()) is delivered


async def test_in_groups_replies_to_the_bot_are_delivered(telegram: LocalTelegram, bot: BotSide) -> None:
    group, user = telegram.add_group("Voetbal"), telegram.add_user("Fleur")
    sent = await bot.do("sendMessage", chat_id=group.id, text="1-0")
    people.say(telegram, group, user, "echt?", reply_to=sent["message_id"])
    assert telegram.updates.take()[0]["message"]["reply_to_message"]["text"] == "1-0"


async def test_a_plain_command_is_for_the_bot_that_spoke_last(telegram: LocalTelegram, bot: BotSide) -> None:
    group, user = telegram.add_group("Voetbal"), telegram.add_user("Fleur")
    people.other_bot_speaks(group)
    people.say(telegram, group, user, "/uitslag")
    assert telegram.updates.take() == []
    await bot.do("sendMessage", chat_id=group.id, text="hier")
    people.say(telegram, group, user, "/uitslag")
    assert len(telegram.updates.take()) == 1


def test_without_privacy_mode_the_bot_reads_along(clock: Clock) -> None:
    telegram = LocalTelegram(clock, privacy_mode=False)
    people.say(telegram, telegram.add_group("Voetbal"), telegram.add_user("Fleur"), "goal!")
    assert len(telegram.updates.take()) == 1


def test_posts_and_edits_in_a_channel_have_kinds_of_their_own(telegram: LocalTelegram) -> None:
    channel = telegram.add_channel("Uitslagen")
    post = people.say(telegram, channel, channel, "/uitslag Arsenal")
    people.edit(telegram, channel, post["message_id"], "/uitslag Ajax")
    first, second = telegram.updates.take()
    assert "from" not in first["channel_post"]
    assert second["edited_channel_post"]["text"] == "/uitslag Ajax"

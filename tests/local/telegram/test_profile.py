from tests.local.bot_side import BotSide


async def test_commands_are_kept_per_scope_and_language(bot: BotSide) -> None:
    dutch = [{"command": "uitslag", "description": "Hoe staat het?"}]
    await bot.do("setMyCommands", commands=dutch, scope={"type": "all_group_chats"}, language_code="nl")
    assert await bot.do("getMyCommands") == []
    there = {"scope": {"type": "all_group_chats"}, "language_code": "nl"}
    assert await bot.do("getMyCommands", **there) == dutch
    await bot.do("deleteMyCommands", **there)
    assert await bot.do("getMyCommands", **there) == []
    wrong = [{"command": "Uitslag", "description": "x"}]
    assert await bot.refused("setMyCommands", commands=wrong) == "Bad Request: BOT_COMMAND_INVALID"


async def test_descriptions_fall_back_to_the_one_for_everybody(bot: BotSide) -> None:
    await bot.do("setMyDescription", description="Football")
    await bot.do("setMyDescription", description="Voetbal", language_code="nl")
    assert await bot.do("getMyDescription", language_code="nl") == {"description": "Voetbal"}
    assert await bot.do("getMyDescription", language_code="fr") == {"description": "Football"}
    assert (await bot.refused("setMyShortDescription", short_description="x" * 121)).startswith("Bad Request")

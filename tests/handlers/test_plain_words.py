"""Questions without a command: alone with the bot, and behind its name in a group."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.handlers.commands import Commands
from tests.chat import talking
from tests.shared import answering


@pytest.fixture
def commands() -> Commands:
    return answering()


async def test_alone_with_the_bot_people_ask_in_plain_words(commands: Commands) -> None:
    async with talking(commands) as chat:
        assert "Dit kun je me vragen" in (await chat.say("help")).text
        assert "Europese clubvoetbal" in (await chat.say("hoi")).text
        assert (await chat.say("dank je wel!")).text == "Graag gedaan!"
        assert "Donderdag 22 februari" in (await chat.say("wie speelt er vanavond?")).text
        assert "EL achtste finales" in (await chat.say("wanneer is de loting")).text


async def test_in_english_too(commands: Commands) -> None:
    async with talking(commands, language="en") as chat:
        assert (await chat.say("thanks")).text == "You're welcome!"
        assert "Thursday 22 February" in (await chat.say("who's playing tonight?")).text


async def test_in_a_group_the_bot_answers_to_its_name_alone(commands: Commands) -> None:
    async with talking(commands, "supergroup", privacy_mode=False) as chat:
        name = chat.telegram.bot_username
        assert not await chat.hear("wie speelt er vanavond?")
        assert not await chat.hear(f"wie speelt er vanavond @{name}_fan?")
        assert "Arsenal" in (await chat.say(f"@{name} wie speelt er vanavond?")).text
        assert "Arsenal" in (await chat.say(f"Arsenal, @{name}")).text
        assert "Dit kun je me vragen" in (await chat.say(f"@{name} help")).text


async def test_a_command_behind_its_name_is_a_command(commands: Commands) -> None:
    async with talking(commands, "supergroup", privacy_mode=False) as chat:
        assert "Loting" in (await chat.say(f"@{chat.telegram.bot_username} /loting")).text


async def test_nothing_that_people_say_to_each_other_in_a_group_is_answered(commands: Commands) -> None:
    with (Path(__file__).parents[1] / "questions.tsv").open(encoding="utf-8") as file:
        questions = [line.partition("\t")[0] for line in file]
    async with talking(commands, "supergroup", privacy_mode=False) as chat:
        plain = [question for question in questions if not question.startswith("/")]
        answered = [question for question in plain if await chat.hear(question)]
    assert len(plain) > len(questions) / 2
    assert answered == []

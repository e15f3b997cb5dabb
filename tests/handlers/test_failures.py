"""What a chat hears when the program itself fails: a results database that is no longer there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.app.opening import forgetful_chats, open_results
from bot.database.results.names import StoredNames
from bot.football.names.finder import ClubFinder
from bot.handlers.commands import commands
from bot.read_model.seasons import ResultsAsOf
from tests.chat import talking
from tests.shared import small_results


@pytest.mark.parametrize(
    ("language", "apology"), [("nl", "Er ging bij mij iets mis"), ("en", "Something went wrong")]
)
async def test_a_failure_is_apologised_for_once_in_the_language_of_whoever_asked(
    tmp_path: Path, language: str, apology: str
) -> None:
    path = Path(shutil.copyfile(small_results(), tmp_path / "results.db"))
    results, chats = open_results(path), forgetful_chats()
    answering = commands(ClubFinder(StoredNames(results)), ResultsAsOf(results), chats)
    async with talking(answering, chats=chats, language=language) as chat:
        button = (await chat.say("/uitslag Arsenal")).buttons[0]
        results.db.conn.close()
        assert apology in (await chat.say("/uitslag Dortmund")).text
        # A press is answered with a notice alone.
        assert await chat.pressed(button) == []
        assert apology in chat.notices[-1]

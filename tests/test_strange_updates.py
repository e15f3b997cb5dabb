"""The real program, and updates that are not as they should be: none ends it, none comes twice."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, closing
from pathlib import Path
from typing import Any

import pytest

from tests.process import ProcessChat, bot_by_webhook, bot_process
from tests.transport.every_update import EVERY_UPDATE, PARTS, paths, with_part

pytestmark = pytest.mark.process

Doors = Callable[[Path], AbstractAsyncContextManager[ProcessChat]]
QUESTION = "/uitslag Arsenal - Östersund"
OF_EACH_KIND = 12
AT = 1_519_338_600
GROUP = {"id": -1007, "type": "supergroup", "title": "Voetbal"}
HIDDEN = {"chat": GROUP, "message_id": 2, "date": 0}
STRANGE: tuple[dict[str, Any], ...] = (
    # A pinned message that the bot can't see, an option of a poll that is gone, and a reply to that.
    {"message": {"message_id": 4, "date": AT, "chat": GROUP, "pinned_message": HIDDEN}},
    {"message": {"message_id": 4, "date": AT, "chat": GROUP, "poll_option_added": {"poll_message": HIDDEN}}},
    {
        "message": {
            "message_id": 5,
            "date": AT,
            "chat": GROUP,
            "text": "ja",
            "reply_to_message": {"message_id": 4, "date": AT, "chat": GROUP, "poll_option_deleted": {}},
        }
    },
    {"message": {"message_id": 6, "date": AT, "chat": GROUP, "text": "/x", "entities": [{"offset": 0}]}},
    {"message": {"message_id": 7, "date": 999_999_999_999_999, "chat": GROUP, "text": "/x"}},
    {"message": {"message_id": 8, "date": AT, "chat": -1007, "text": "/x"}},
    {"inline_query": {"id": "8", "from": {"id": 7}, "query": "\x00\u202e\ud800"}},
)


def strange_updates() -> list[dict[str, Any]]:
    """The same ones every time."""
    chance, found = random.Random(13), list(STRANGE)  # noqa: S311 - nothing secret
    for kind, content in EVERY_UPDATE.items():
        for _ in range(OF_EACH_KIND):
            update = {kind: content}
            for _ in range(chance.randint(1, 3)):
                update = with_part(update, chance.choice(paths(update) or [(kind,)]), chance.choice(PARTS))
            found.append(update)
    return found


@pytest.mark.parametrize("door", [bot_process, bot_by_webhook], ids=["polling", "webhook"])
async def test_no_update_ends_the_program_and_none_comes_twice(door: Doors, tmp_path: Path) -> None:
    async with door(tmp_path) as chat:
        await chat.say("/help")
        for update in strange_updates():
            chat.telegram.updates.add_any(update)
        # Whoever comes after them is answered.
        assert "Östersunds FK" in (await chat.say(QUESTION)).text
        await chat.bot.until(lambda: not chat.telegram.updates.waiting())
        passed_over = chat.bot.log.count("passed over")
        assert passed_over > 10
        await chat.restart(brutally=True)
        assert "Östersunds FK" in (await chat.say(QUESTION)).text
        assert chat.bot.log.count("passed over") == passed_over
        assert "Traceback" not in chat.bot.log
        # Of what was in them nothing stands in the log.
        assert "Fleur" not in chat.bot.log
        assert "Voetbal" not in chat.bot.log


async def test_a_question_that_was_damaged_where_it_was_kept_holds_up_no_other(tmp_path: Path) -> None:
    async with bot_process(tmp_path) as chat:
        await chat.say("/help")
        assert await chat.bot.stop() == 0
        keep(tmp_path, 1, "{")
        keep(tmp_path, 2, json.dumps({"update_id": 2, "message": []}))
        await chat.bot.start()
        assert "Östersunds FK" in (await chat.say(QUESTION)).text
        assert "Traceback" not in chat.bot.log


def keep(folder: Path, number: int, content: str) -> None:
    """As if it had been asked and not answered."""
    with closing(sqlite3.connect(folder / "var" / "chats.db")) as db:
        db.execute(
            "INSERT INTO inbox (number, at, content) VALUES (?, '2018-02-22T22:30:00+00:00', ?)",
            (number, content),
        )
        db.commit()

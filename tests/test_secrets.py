"""What nobody may read in a log: the token, the secrets, and what people say."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from bot.handlers.failures import Failures
from bot.transport.local_telegram.refusals import Fault, server_error
from tests.process import bot_process

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SAID = "zeergeheimeclub"


async def test_neither_the_token_nor_what_people_say_is_in_the_log(tmp_path: Path) -> None:
    async with bot_process(tmp_path, LOG_LEVEL="DEBUG") as chat:
        await chat.say(f"/uitslag {SAID}")
        await chat.say(SAID)
        await chat.edit(f"/uitslag {SAID} 2017/18")
        await chat.say(f"/uitslag Arsenal {SAID}")
        for fault in (
            Fault(server_error(500), method="sendMessage"),
            Fault(server_error(), html=True, method="getUpdates"),
            Fault(server_error(), html=True, method="sendMessage"),
            Fault(lost=True, method="getUpdates"),
            Fault(lost=True, method="sendMessage"),
        ):
            chat.telegram.faults.append(fault)
            await chat.hear(f"/avond {SAID}")
        await chat.restart(brutally=True)
        await chat.say(f"/volg {SAID}")
        assert await chat.bot.stop() == 0
        assert "Telegram did not take an answer" in chat.bot.told
        assert SAID not in chat.bot.told.casefold()
        assert chat.telegram.token not in chat.bot.told
        assert chat.telegram.token.partition(":")[2] not in chat.bot.told


async def test_a_mistake_of_ours_is_logged_with_its_place_and_without_what_was_said(
    caplog: pytest.LogCaptureFixture,
) -> None:
    failures = Failures(cast("Any", None), cast("Any", None))
    try:
        dict[str, str]()[SAID]
    except KeyError as mistake:
        with caplog.at_level(logging.DEBUG):
            await failures.on_error(None, cast("Any", SimpleNamespace(error=mistake)))
    assert "KeyError" in caplog.text
    assert "test_secrets.py" in caplog.text
    assert SAID not in caplog.text

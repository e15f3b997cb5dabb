"""What nobody may read in a log: the token, the secrets, and what people say."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.app.logs import quiet_loop, start_logging
from bot.handlers.failures import Failures
from bot.local.telegram.refusals import Fault, server_error
from bot.transport.updates.reading import read
from tests.process import bot_process

SAID = "zeergeheimeclub"


@pytest.mark.process
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
        assert "for Telegram did not take it" in chat.bot.log
        assert SAID not in chat.bot.log.casefold()
        assert chat.telegram.token not in chat.bot.log
        assert chat.telegram.token.partition(":")[2] not in chat.bot.log


def mistake() -> BaseException:
    """A fault of ours that quotes what somebody said, twice."""
    with pytest.raises(ValueError, match=SAID) as found:
        _look_up(SAID)
    return found.value


def _look_up(name: str) -> str:
    try:
        return dict[str, str]()[name]
    except KeyError as missing:
        raise ValueError(f"no club is called {name}") from missing


@pytest.fixture
def written(capsys: pytest.CaptureFixture[str]) -> Iterator[Callable[[], str]]:
    """The log as the program writes it."""
    root, hook = logging.getLogger(), sys.excepthook
    before, level = root.handlers[:], root.level
    yield lambda: capsys.readouterr().err
    root.handlers[:], sys.excepthook = before, hook
    root.setLevel(level)


@pytest.mark.parametrize("form", ["text", "json"])
async def test_a_mistake_of_ours_is_logged_with_its_place_and_without_what_was_said(
    form: str, written: Callable[[], str]
) -> None:
    start_logging("DEBUG", form)
    failures = Failures(cast("Any", None), cast("Any", None))
    await failures.on_error(None, cast("Any", SimpleNamespace(error=mistake())))
    logging.getLogger("telegram.ext.Application").error("a fault in the library", exc_info=mistake())
    text = written()
    assert text.count("which came of") == 2
    assert "KeyError" in text
    assert "test_secrets.py" in text
    assert SAID not in text


async def test_neither_does_a_task_that_fails_or_the_end_of_the_program_say_it(
    written: Callable[[], str],
) -> None:
    start_logging("DEBUG")
    loop = asyncio.get_running_loop()
    quiet_loop(loop)
    loop.call_exception_handler({"message": "a task failed", "exception": mistake(), "future": SAID})
    loop.call_exception_handler({"message": "something failed", "future": SAID})
    sys.excepthook(ValueError, mistake(), None)
    text = written()
    assert "a task failed" in text
    assert "something failed" in text
    assert "ends:" in text
    assert SAID not in text


def test_what_people_say_has_no_representation() -> None:
    somebody = {"id": 7, "language_code": SAID}
    chat = {"id": 7, "type": "private"}
    message = {"message_id": 1, "date": 0, "chat": chat, "from": somebody, "text": SAID}
    for part in (
        {"message": message},
        {"callback_query": {"id": SAID, "from": somebody, "message": message, "data": SAID}},
        {"inline_query": {"id": SAID, "from": somebody, "query": SAID}},
    ):
        update = read({"update_id": 1, **part})
        assert update is not None
        assert SAID not in repr(update)

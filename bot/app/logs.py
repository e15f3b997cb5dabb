"""The log: lines to read on a terminal, or JSON for whoever gathers them; never what people say."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from datetime import UTC, datetime
from traceback import format_tb
from types import TracebackType
from typing import Any

_QUIET = ("httpx", "httpcore", "telegram", "apscheduler", "aiohttp.access")
"""httpx would write whole addresses, with the token in them."""
log = logging.getLogger(__name__)


def start_logging(level: str, form: str = "text") -> None:
    """On stderr; the form is text or json. Also what ends the program unforeseen is written here."""
    handler = logging.StreamHandler(sys.stderr)
    line = _AsText("%(asctime)s %(levelname)s %(message)s")
    handler.setFormatter(_AsJson() if form == "json" else line)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # A web page in the place of an answer is told of in one line by whoever asked.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    sys.excepthook = _ended


def quiet_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Have the event loop log what went wrong in a task, without a representation of what it had in hand."""
    loop.set_exception_handler(_in_a_task)


def trace(error: BaseException) -> str:
    """The kinds of an error and of its causes, and where they were raised.

    Their texts are left out: an error may quote what somebody said, a name, an address with the token in it.
    """
    found, visited = [], set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in visited:
        visited.add(id(cause))
        found.append("".join([*format_tb(cause.__traceback__), type(cause).__name__]))
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return "\nwhich came of\n".join(found)


class _AsText(logging.Formatter):
    def formatException(self, ei: Any) -> str:  # noqa: ANN401, N802 - logging's own
        return trace(ei[1])


class _AsJson(logging.Formatter):
    """One object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1]:
            line["trouble"] = trace(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


def _ended(_kind: type[BaseException], error: BaseException, _where: TracebackType | None) -> None:
    log.critical("the program met a fault of its own and ends: %s", trace(error))


def _in_a_task(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    where = f": {trace(error)}" if isinstance(error, BaseException) else ""
    log.error("%s%s", context.get("message", "a task met a fault"), where)

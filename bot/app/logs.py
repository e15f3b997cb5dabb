"""The log: lines to read on a terminal, or JSON for whoever gathers them."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

_QUIET = ("httpx", "httpcore", "telegram", "apscheduler", "aiohttp.access")
"""httpx would write whole addresses, with the token in them."""


def start_logging(level: str, form: str = "text") -> None:
    """On stderr; the form is text or json."""
    handler = logging.StreamHandler(sys.stderr)
    line = logging.Formatter("%(asctime)s %(levelname)s %(message)s")
    handler.setFormatter(_AsJson() if form == "json" else line)
    logging.basicConfig(level=level, handlers=[handler])
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # A web page in the place of an answer is told of in one line by whoever asked.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)


class _AsJson(logging.Formatter):
    """One object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            told["trouble"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False)

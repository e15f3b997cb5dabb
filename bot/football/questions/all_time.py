"""Whether a question is about all of history."""

from __future__ import annotations

import re

from bot.football.questions.competition import Rest

_ALL_TIME = re.compile(
    r"(?<!\w)(?:(?:van |of )?(?:aller|alle) tijden|all[- ]time|of all time|ooit|ever|overall|eeuwige?)(?!\w)",
    re.IGNORECASE,
)


def take_all_time(rest: Rest) -> str:
    """The words that mean all of history; empty where there are none."""
    found = _ALL_TIME.search(rest.text)
    return rest.take(found) if found else ""

"""Whether a question is about all of history."""

from __future__ import annotations

import re

from bot.football.questions.competition import Rest

_ALL_TIME = re.compile(
    r"(?<!\w)(?:(?:van |of )?(?:aller|alle) tijden|all[- ]time|of all time|ooit|ever|overall|eeuwige?)(?!\w)",
    re.IGNORECASE,
)


def take_all_time(rest: Rest) -> bool:
    """Whether all of history is meant."""
    found = _ALL_TIME.search(rest.text)
    if found:
        rest.take(found)
    return found is not None

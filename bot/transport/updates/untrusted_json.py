"""JSON that somebody else wrote: each field of it as it should be, or not there."""

from __future__ import annotations

import json
from typing import Any, TypeAlias

_LARGEST = 2**63
_LONGEST_NUMBER = 400
"""Digits; what has more is no number of Telegram's, and takes long to read."""

Json: TypeAlias = Any


def parsed(text: str) -> Json:
    """JSON of somebody else's. Raises ValueError for whatever is none, or can't be read."""
    try:
        try:
            return json.loads(text)
        except ValueError:
            # Python refuses a number of thousands of digits; where that is all, only the number is lost.
            return json.loads(text, parse_int=_number)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


def part(whole: Json, name: str) -> dict[str, Any]:
    found = whole.get(name) if isinstance(whole, dict) else None
    return found if isinstance(found, dict) else {}


def whole_number(whole: Json, name: str) -> int | None:
    """As Telegram has them, and as the database holds them."""
    number = whole.get(name) if isinstance(whole, dict) else None
    is_number = isinstance(number, int) and not isinstance(number, bool) and -_LARGEST < number < _LARGEST
    return number if is_number else None


def text_of(whole: Json, name: str) -> str | None:
    text = whole.get(name) if isinstance(whole, dict) else None
    return text if isinstance(text, str) else None


def _number(digits: str) -> int | None:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else None

"""How a line opens: a number, a day, a time, a place; alone on a line they hold for what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.sources.football_txt.dates import Clock, WrittenDay, read_clock, read_day

_NUMBER = re.compile(r"\([0-9]{1,4}\)\s*")
_UNKNOWN_WEEKDAY = re.compile(r"\[([^\W\d_])[^\W\d_]{1,3}\.?\s{1,2}")
_YEAR = re.compile(r"(1[89][0-9]{2}|20[0-9]{2})\s{2,}(?=\S)")
_ROUND = re.compile(r"▪\s?([A-Z]{1,3}[0-9]{0,2}|[0-9]{1,2})\s+")
_ROUND_AT_END = re.compile(r"(?:^|\s)▪\s?([^▪]{1,60})$")
_ATTENDANCE = re.compile(
    r"[,;]?\s{0,8}\(?\batt(?:endance|n)?\.?:\s{0,4}[0-9][0-9_.,]{0,12}\)?", re.IGNORECASE
)
_REFEREE = re.compile(r"[,;]\s{0,8}ref(?:eree)?s?:.{0,200}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """What stood before the clubs, and the rest of the line."""

    rest: str
    day: WrittenDay | None = None
    year: int | None = None
    """Where only the year is known, as in lists of finals."""
    clock: Clock | None = None
    place: str = ""
    round: str = ""
    """`▪ SF` before the clubs, `▪ 1st Leg` at the end."""

    @property
    def is_empty(self) -> bool:
        return self.day is None and self.clock is None and not self.place and self.year is None


def read_opening(line: str, *, with_day: bool = True) -> Opening:
    """Take day, time, round and place from the front of a line, in whatever order they come."""
    text = _NUMBER.sub("", line, count=1) if _NUMBER.match(line) else line
    text = _REFEREE.sub("", _ATTENDANCE.sub("", text)).strip()
    year = _YEAR.match(text)
    text = text[year.end() :] if year else text
    day, clock, round_name = None, None, ""
    for _ in range(4):
        dated = _read_dated(text) if with_day and day is None else None
        timed = read_clock(text) if clock is None and dated is None else None
        named = _ROUND.match(text)
        if dated:
            day, text = dated[0], dated[1]
        elif timed:
            clock, text = timed[0], text[timed[1] :]
        elif named:
            round_name, text = named[1], text[named.end() :]
        else:
            break
        text = text.strip()
    place, text = _place(text) if text.startswith("@") else ("", text)
    at_end = _ROUND_AT_END.search(text) or _ROUND_AT_END.search(place)
    if at_end:
        round_name = at_end[1].strip()
        text, place = _ROUND_AT_END.sub("", text).strip(), _ROUND_AT_END.sub("", place).strip()
    return Opening(text, day, int(year[1]) if year else None, clock, place, round_name)


def _read_dated(text: str) -> tuple[WrittenDay, str] | None:
    """A day, plain or as `[Sat Aug/18]`."""
    bracketed = text.startswith("[")
    found = read_day(text, 1 if bracketed else 0)
    weekday = _UNKNOWN_WEEKDAY.match(text)
    if found is None and weekday and weekday[1].isupper():
        found = read_day(text, weekday.end())
    if found is None:
        return None
    rest = text[found[1] :]
    if not bracketed:
        return found[0], rest
    return (found[0], rest.strip()[1:]) if rest.strip().startswith("]") else None


def _place(text: str) -> tuple[str, str]:
    """`@ München      Germany 5-1 Scotland`: two spaces end a place, unless they follow a comma."""
    rest = text[1:].strip()
    if not rest or rest.startswith("@"):
        raise ValueError("expected a place behind '@'")
    for gap in re.finditer(r"\s{2,}", rest):
        if not rest[: gap.start()].endswith((",", "›")):
            return " ".join(rest[: gap.start()].split()), rest[gap.end() :]
    return " ".join(rest.split()), ""

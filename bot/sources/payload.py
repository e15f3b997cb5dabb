"""Walking through JSON of which nothing is certain, with the way there kept for the error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TypeVar

from bot.errors import BotError
from bot.football.model import Score
from bot.football.names.plain_text import plain

T = TypeVar("T")
MOST = 9999
LAST_MINUTE = 150
"""No match lasts longer, a shoot-out and the time for injuries included."""
LONGEST_TEXT = 200
"""Letters of a name; what is longer is none, and is cut."""
FIRST_YEAR, LAST_YEAR = 1955, 2100


class PayloadError(BotError):
    """A fact is missing or of another kind than it used to be; the message is the way to it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a payload, and where it stands.

    A fact that `at` leads to must be there and be readable. A detail that is asked for by an `…_at` may be
    absent; where it is there and can't be read it is dropped, and noted.
    """

    value: object
    way: str = ""
    dropped: list[str] = field(default_factory=list, compare=False, repr=False)
    """Why details were left out; one list for everything below the same node."""

    def find(self, path: str) -> Node | None:
        """What stands at `a.b.c`; None where any of it is absent or null."""
        node = self
        for name in path.split("."):
            if not isinstance(node.value, dict):
                self.dropped.append(f"'{node.way or 'the match'}' is no object")
                return None
            inner = node.value.get(name)
            if inner is None:
                return None
            node = Node(inner, f"{node.way}.{name}".lstrip("."), self.dropped)
        return node

    def detail(self, path: str, read: Callable[[Node], T]) -> T | None:
        """What can be read there; None where it is absent, or can't be read, and that is noted then."""
        found = self.find(path)
        return None if found is None else found.or_dropped(read)

    def or_dropped(self, read: Callable[[Node], T]) -> T | None:
        """What can be read of this node; None where it can't, and that is noted."""
        try:
            return read(self)
        except PayloadError as change:
            self.dropped.append(str(change))
            return None

    def at(self, path: str) -> Node:
        node = self
        for name in path.split("."):
            inner = node.find(name)
            if inner is None:
                raise PayloadError(f"'{node.way}.{name}' is missing".replace("'.", "'"))
            node = inner
        return node

    def text(self) -> str:
        if not isinstance(self.value, str) or not plain(self.value).strip():
            raise PayloadError(f"'{self.way}' is no text")
        return " ".join(plain(self.value).split())[:LONGEST_TEXT]

    def number(self) -> int:
        """A whole number that isn't negative; UEFA writes some of them as text, ESPN as 3.0."""
        value = self.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= len(str(MOST)):
            return int(value)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
            raise PayloadError(f"'{self.way}' is no number between 0 and {MOST}")
        return value

    def id(self) -> str:
        """An id, written as a number by one source and as text by another."""
        if isinstance(self.value, (str, int)) and not isinstance(self.value, bool):
            return str(self.value)
        raise PayloadError(f"'{self.way}' is no id")

    def moment(self) -> datetime:
        """A moment with its zone, in UTC."""
        try:
            found = datetime.fromisoformat(self.text())
        except ValueError:
            raise PayloadError(f"'{self.way}' is no moment") from None
        if found.tzinfo is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise PayloadError(f"'{self.way}' is no moment with a time zone")
        return found.astimezone(UTC)

    def day(self) -> date:
        try:
            found = date.fromisoformat(self.text())
        except ValueError:
            raise PayloadError(f"'{self.way}' is no day") from None
        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise PayloadError(f"'{self.way}' is no day of European football")
        return found

    def minute(self) -> int:
        found = self.number()
        if found > LAST_MINUTE:
            raise PayloadError(f"'{self.way}' is no minute of a match")
        return found

    def score(self) -> Score | None:
        """A score, or None where it has no goals filled in yet."""
        if self.find("home") is None:
            return None
        return Score(self.at("home").number(), self.at("away").number())

    def score_at(self, path: str) -> Score | None:
        """A score of which the match can do without."""
        return self.detail(path, Node.score)

    def text_at(self, path: str) -> str:
        """A text that may be left out; empty then."""
        return self.detail(path, Node.text) or ""

    def number_at(self, path: str) -> int | None:
        return self.detail(path, Node.number)

    def minute_at(self, path: str) -> int | None:
        return self.detail(path, Node.minute)

    def items(self) -> list[Node]:
        if not isinstance(self.value, list):
            raise PayloadError(f"'{self.way or 'the answer'}' is no list")
        return [Node(item, f"{self.way}[{place}]", self.dropped) for place, item in enumerate(self.value)]

    def items_at(self, path: str) -> list[Node]:
        """A list that may be left out."""
        return self.detail(path, Node.items) or []

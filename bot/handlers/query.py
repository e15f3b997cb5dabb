"""A question in which every name is resolved; it fits in the data of a button."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.football.model import EUROPEAN_COMPETITIONS, Competition, Round, Season
from bot.views.answer import Button

MOST_BYTES = 64
LONGEST_BESIDE = 20
"""Characters of a label beside another one."""
Row = tuple[Button, ...]
Rows = tuple[Row, ...]


class About(StrEnum):
    """What a button asks for; the first part of its data."""

    RESULT = "u"
    EVENING = "a"
    FIXTURES = "p"
    TABLE = "s"
    BRACKET = "k"
    TOP_SCORERS = "t"
    RECORDS = "r"
    HONOURS = "h"
    CALENDAR = "d"
    HEAD_TO_HEAD = "m"
    CLUB = "c"


class Back(StrEnum):
    """Where a question was asked from, so that its answer leads back there."""

    EVENING = "e"
    """The evening of its day, with every competition."""
    EVENING_OF_CUP = "c"
    """The evening of its day, with its own competition only."""
    RESULT = "r"
    """The answer to `/uitslag` about the club, or about both."""
    SHORT_TABLE = "t"
    """The rows of a table around some clubs, of which this is the whole."""


EVENINGS = frozenset({Back.EVENING, Back.EVENING_OF_CUP})


@dataclass(frozen=True, slots=True)
class Query:
    """A question about one club, about two together, or about a competition or an evening."""

    clubs: tuple[str, ...]
    """Ids; none only where a competition or an evening can be asked about."""
    competition: Competition | None = None
    season: Season | None = None
    round: Round | None = None
    day: date | None = None
    """The night as of which it is answered."""
    about: About = About.RESULT
    back: Back | None = None

    @property
    def data(self) -> str | None:
        """The data of a button; None when it is too long for one."""
        parts = (
            self.about,
            "+".join(self.clubs),
            self.competition.code if self.competition else "",
            str(self.season.start_year) if self.season else "",
            self.round.code if self.round else "",
            f"{self.day:%Y%m%d}" if self.day else "",
            self.back or "",
        )
        data = "|".join(parts).rstrip("|")
        return data if len(data.encode()) <= MOST_BYTES else None

    @property
    def pressable(self) -> str | None:
        """The data of a button; without the way back where it fits only so."""
        return self.data or replace(self, back=None).data

    @property
    def competitions(self) -> Sequence[Competition]:
        """The one that is asked about, else all that are played in Europe."""
        return (self.competition,) if self.competition else EUROPEAN_COMPETITIONS

    @classmethod
    def from_data(cls, data: str) -> Query | None:
        """Read what `data` wrote; None when it is old, foreign or forged."""
        kind, *parts = data.split("|")
        if kind not in set(About) or len(parts) > 6:
            return None
        clubs, competition, season, round_, day, way = (*parts, *("",) * (6 - len(parts)))
        if not clubs and kind in {About.RESULT, About.FIXTURES}:
            return None
        try:
            return cls(
                tuple(clubs.split("+")) if clubs else (),
                Competition(competition) if competition else None,
                Season(int(season)) if season else None,
                Round.from_code(round_) if round_ else None,
                date(int(day[:4]), int(day[4:6]), int(day[6:])) if day else None,
                About(kind),
                _back(way),
            )
        except ValueError:
            return None


def row(*buttons: tuple[str, Query]) -> Row:
    """A button for each label and its question; one that does not fit is left out."""
    return tuple(Button(label, data) for label, query in buttons if (data := query.pressable))


def in_twos(buttons: Iterable[Button]) -> Rows:
    """Two buttons beside each other where a phone shows both labels whole, else one."""
    found: list[Row] = []
    for button in buttons:
        before = found[-1] if found else ()
        if len(before) == 1 and max(len(before[0].text), len(button.text)) <= LONGEST_BESIDE:
            found[-1] = (*before, button)
        else:
            found.append((button,))
    return tuple(found)


def rows(*each: Row) -> Rows:
    """The rows of buttons, without those in which nothing fits."""
    return tuple(filter(None, each))


def _back(written: str) -> Back | None:
    """Where to go back to; older buttons name a leg of the tie before it."""
    way = written.lstrip("12")
    return Back(way) if way else None

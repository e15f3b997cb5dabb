"""What is asked, once every name in it is known; it fits in a button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.football.model import Competition, Round, Season

MOST_BYTES = 64


class About(StrEnum):
    """What a button asks for; the first part of its data."""

    RESULT = "u"
    EVENING = "a"
    FIXTURES = "p"
    TABLE = "s"
    BRACKET = "k"
    TOP_SCORERS = "t"
    RECORDS = "r"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question about one club, about two together, or about a competition or an evening."""

    clubs: tuple[str, ...]
    """Ids; none only where the question is not about a result."""
    competition: Competition | None = None
    season: Season | None = None
    round: Round | None = None
    day: date | None = None
    """Answer as known that night."""
    about: About = About.RESULT

    @property
    def data(self) -> str | None:
        """As the data of a button; None when it is too long for one."""
        parts = (
            self.about,
            "+".join(self.clubs),
            self.competition.code if self.competition else "",
            str(self.season.start_year) if self.season else "",
            self.round.code if self.round else "",
            f"{self.day:%Y%m%d}" if self.day else "",
        )
        data = "|".join(parts).rstrip("|")
        return data if len(data.encode()) <= MOST_BYTES else None

    @classmethod
    def from_data(cls, data: str) -> Ask | None:
        """Read what `data` wrote; None when it is old, foreign or forged."""
        kind, *parts = data.split("|")
        if kind not in set(About) or len(parts) > 5:
            return None
        clubs, competition, season, round_, day = (*parts, *("",) * (5 - len(parts)))
        if not clubs and kind == About.RESULT:
            return None
        try:
            return cls(
                tuple(clubs.split("+")) if clubs else (),
                Competition(competition) if competition else None,
                Season(int(season)) if season else None,
                Round.from_code(round_) if round_ else None,
                date(int(day[:4]), int(day[4:6]), int(day[6:])) if day else None,
                About(kind),
            )
        except ValueError:
            return None

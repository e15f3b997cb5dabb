"""What clubs were called in their earlier seasons: club_names_of_their_time.csv of the facts."""

from __future__ import annotations

from dataclasses import dataclass

from bot.football.model import Season
from bot.sources.csv_rows import read_rows


@dataclass(frozen=True, slots=True)
class NameOfItsTime:
    """What a club was called from one season to another."""

    club: str
    """The club's id."""
    name: str
    first: Season
    last: Season
    dutch_name: str


def read_names_of_their_time(text: str, *, file: str) -> tuple[NameOfItsTime, ...]:
    """club_names_of_their_time.csv: names that a club bore in its earlier seasons, by their years."""
    columns = ("club", "name", "first_season", "last_season", "dutch_name")
    return tuple(
        NameOfItsTime(
            row.needed("club"),
            row.needed("name"),
            row.season("first_season"),
            row.season("last_season"),
            row.text("dutch_name"),
        )
        for row in read_rows(text, file=file, columns=columns, needed=columns)
    )

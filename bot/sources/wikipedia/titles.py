"""The titles of Wikipedia's articles about a season, and what a title tells."""

from __future__ import annotations

import re

from bot.football.competitions import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    EUROPA_LEAGUE,
    ROWS,
)
from bot.football.model import Competition, Season

_TITLE = re.compile(r"((?:19|20)\d{2})(?:\s*[–—-]\s*(?:\d{4}|\d{2}))? (.+)")
_EARLY_ROUNDS = ("qualifying rounds", "qualifying round", "preliminary round", "first round", "second round")
_LATE_ROUNDS = ("knockout phase", "knockout stage")


def titles_of(competition: Competition, season: Season) -> tuple[str, ...]:
    """Every title under which an article about the season may stand; not all of them exist."""
    row = ROWS.get(competition)
    if row is None or not row.was_held(season):
        return ()
    year = season.start_year
    # A competition that changed its name has articles under both.
    names = dict.fromkeys(
        [row.wikipedia[max(since for since in row.wikipedia if since <= year)]]
        + [name for name in row.wikipedia.values() if name.endswith("Cup Winners' Cup")]
    )
    if row.within_one_year:
        return tuple(f"{year} {name}" for name in names)
    last = row.lasted_until.get(year, year + 1)
    years = f"{year}–{last if last % 100 == 0 else f'{last % 100:02d}'}"
    return tuple(
        title
        for name in names
        for title in (
            f"{years} {name}",
            *(f"{years} {name} {part}" for part in _parts(competition, year)),
            # Titles in small letters are the newer ones.
            f"{last} {name} final",
            f"{last} {name} Final",
        )
    )


def competition_and_season_of(title: str) -> tuple[Competition, Season] | None:
    """The competition and the season that an article is about, as its title says."""
    found = _found(title)
    return None if found is None else found[:2]


def part_of_season(title: str) -> str:
    """What a title tells beyond competition and years: `knockout phase`; of any other title, all of it."""
    found = _found(title)
    return title if found is None else found[2]


def _found(title: str) -> tuple[Competition, Season, str] | None:
    written = _TITLE.fullmatch(" ".join(title.replace("_", " ").removeprefix("Template:").split()))
    if written is None:
        return None
    rest = written[2].replace("’", "'").replace(" Of ", " of ")
    for name, competition in _by_name():
        if f"{rest} ".casefold().startswith(f"{name} ".casefold()):
            part = rest[len(name) :].strip()
            year = int(written[1])
            if part.casefold().startswith("final") and "phase" not in part and "stages" not in part:
                year = _first_year(competition, year)
            season = Season(year)
            return (competition, season, part) if ROWS[competition].was_held(season) else None
    return None


def _by_name() -> list[tuple[str, Competition]]:
    """The longest names first: a Cup Winners' Cup is no European Cup."""
    names = {(name, row.competition) for row in ROWS.values() for name in row.wikipedia.values()}
    return sorted(names, key=lambda pair: (-len(pair[0]), pair[0]))


def _first_year(competition: Competition, year_of_final: int) -> int:
    """The season of a final, which is played in its last year."""
    row = ROWS[competition]
    if row.within_one_year:
        return year_of_final
    firsts = (first for first, last in row.lasted_until.items() if last == year_of_final)
    return next(firsts, year_of_final - 1)


def _parts(competition: Competition, year: int) -> tuple[str, ...]:
    """The articles beside that of the season, in the order of the rounds."""
    if competition in {CHAMPIONS_LEAGUE, EUROPA_LEAGUE, CONFERENCE_LEAGUE} and year >= 2024:
        return ("qualifying", "league phase", *_LATE_ROUNDS[:1])
    if competition in {EUROPA_LEAGUE, CONFERENCE_LEAGUE} and year >= 2009:
        return (*_qualifying_pages(), "group stage", *_LATE_ROUNDS[:1])
    if competition == CHAMPIONS_LEAGUE and year >= 1999:
        groups = ("first group stage", "second group stage") if year <= 2002 else ("group stage",)
        return (*_qualifying_pages(), *groups, *_LATE_ROUNDS)
    if competition == CHAMPIONS_LEAGUE and year >= 1991:
        return ("qualifying", *_EARLY_ROUNDS, "group stage", *_LATE_ROUNDS)
    if competition == EUROPA_LEAGUE and year >= 2004:
        return ("qualifying", "qualifying rounds", "first round", "group stage", *_LATE_ROUNDS)
    return (*_EARLY_ROUNDS, "third round", "final phase", "final stages", *_LATE_ROUNDS)


def _qualifying_pages() -> tuple[str, ...]:
    """Qualifying had an article for the rounds and one for the play-offs in some seasons."""
    pages = ("qualifying", "qualifying rounds", "qualifying phase", "play-off round")
    return (*pages, "qualifying phase and play-off round")

"""What a title line says: which competition, which season, and whether it is a qualifying."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.football.competitions import ROWS
from bot.football.model import (
    EUROPEAN_COMPETITIONS,
    Competition,
    Season,
)
from bot.sources.errors import SourceError

_YEAR = r"(?<![0-9])(1[89][0-9]{2}|20[0-9]{2})"
_TWO_YEARS = re.compile(rf"{_YEAR}\s?[/–_-]\s?([0-9]{{4}}|[0-9]{{2}})(?![0-9])")
_ONE_YEAR = re.compile(rf"{_YEAR}(?![0-9])")
_QUALIFYING = re.compile(
    r"[\s(-]*\b(?:quali(?:f\w*)?|qualification|qualifying(?: rounds?)?)\b\.?\)?", re.IGNORECASE
)
_PHASES = r"(?:group|league|knock-?out) (?:stage|phase)|finals?|play-?offs?"
_PART = rf"(?:[\s,(–-]+(?:{_PHASES})\)?)*"
# Whole titles only: the CAF Champions League and the Women's Champions League are other competitions.
_OURS = tuple(
    (re.compile(rf"(?:the )?(?:{row.titles}){_PART}", re.IGNORECASE), competition)
    for competition, row in ROWS.items()
)
_CUP = re.compile(
    r"cup|pokal|copa|coppa|coupe|beker|ta[çc]a|shield|trophy|kup|puchar|champions(?!hip)|libertadores|sudamericana|"
    r"euro\b|nations|european|olympic|play-?off",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """What the rounds and days below a title belong to."""

    competition: Competition
    season: Season
    two_years: bool
    is_qualifying: bool
    is_cup: bool
    """Whether its `Round 1` is a round of a cup, not a matchday."""

    @property
    def is_uefa(self) -> bool:
        return self.competition in EUROPEAN_COMPETITIONS


def season_in(text: str) -> tuple[Season, bool] | None:
    """The season a text names, and whether over two years; 2017/18, 2017-18, 1999/2000, 2014."""
    for found in _TWO_YEARS.finditer(text):
        if (int(found[1]) + 1) % 100 == int(found[2]) % 100:
            return Season(int(found[1])), True
    years = _ONE_YEAR.findall(text)
    return (Season(int(years[0])), False) if years else None


def read_title(
    text: str, *, file: str, competition: Competition | None = None, season: Season | None = None
) -> Title | None:
    """The title, what is given winning over what is written; None where no season or no name can be found.

    Files that leave the season out have it in their folder's name (`1963-64/cup.txt`).
    """
    written = season_in(text) or season_in(file)
    if season is not None:
        written = (season, written[1] if written and written[0] == season else True)
    if written is None:
        return None
    name = " ".join(_TWO_YEARS.sub(" ", text).split())
    if name == " ".join(text.split()):
        name = " ".join(_ONE_YEAR.sub(" ", text, count=1).split())
    name = name.strip(" -–,=:|")
    found = competition or _named(name)
    if found is None:
        return None
    stem = file.replace("\\", "/").rpartition("/")[2]
    is_qualifying = bool(_QUALIFYING.search(name) or re.match(r"(?:cl|el|conf|ecl)_?q", stem))
    is_cup = found in EUROPEAN_COMPETITIONS or bool(_CUP.search(name))
    return Title(found, written[0], written[1], is_qualifying, is_cup)


def refuse_contradiction(
    text: str, file: str, competition: Competition | None, season: Season | None
) -> None:
    """SourceError where a title names another competition or season than the one that is given."""
    title = read_title(text, file="", competition=competition)
    named = read_title(text, file="", season=season or Season(2000))
    if competition and named and named.competition != competition:
        raise SourceError(file, f"its title says {named.competition}, the option --competition {competition}")
    if season and title and title.season != season:
        raise SourceError(file, f"its title says {title.season}, the option --season {season.start_year}")


def _named(name: str) -> Competition | None:
    bare = _QUALIFYING.sub("", name).strip(" -–,")
    for pattern, competition in _OURS:
        if pattern.fullmatch(bare):
            return competition
    return Competition(name) if name else None

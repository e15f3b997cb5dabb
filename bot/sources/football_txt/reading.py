"""Football.TXT, the plain text in which openfootball keeps results and fixtures.

- licence: public domain (CC0 1.0) for the files of openfootball
- rate limit: exempt, because files are read from disk
- time zone: Amsterdam's, unless the line or the place gives an offset from UTC
- full time: after 90 minutes; extra time and shoot-out are told apart from it
- own goals: under the side that benefits, as the format has them
"""

from __future__ import annotations

import re

from bot.football.model import Competition, Match, Season
from bot.sources.errors import SourceError
from bot.sources.football_txt.drafts import Draft, finish, goals_of
from bot.sources.football_txt.lines import comments_of, lines_of
from bot.sources.football_txt.reader import Reader
from bot.sources.football_txt.titles import Title, read_title, season_in

_MAY_BE_TITLE = re.compile(
    r"(?!see\b|date\b|note\b|http|todo|fix)[^\W\d_]{2}[^/]{0,100}(?:[0-9]{4}/[0-9]{2,4}|$)", re.IGNORECASE
)
_YEAR = re.compile(r"\b[12][0-9]{3}(?:[/_-][0-9]{2,4})?\b")
_QUALIFYING = re.compile(r"quali\w{0,12}", re.IGNORECASE)


def read_football_txt(
    text: str, *, file: str, competition: Competition | None = None, season: Season | None = None
) -> tuple[Match, ...]:
    """Every match of the file, in its order; SourceError with line and reason if any line can't be read.

    A competition or season given wins over the title. Fixtures whose clubs aren't known yet (`W97 v W98`,
    `N.N. v N.N.`) are left out.
    """

    def title_of(written: str) -> Title | None:
        return read_title(written, file=file, competition=competition, season=season)

    reader = Reader(lines_of(text, file), file, title_of)
    beginning = _title_without_heading(text, file, competition, season)
    if beginning:
        reader.start(beginning)
    reader.read_all()
    if not reader.drafts:
        raise SourceError(file, "no match in it; expected lines like '20.45  Ajax v Benfica  2-1 (1-0)'")
    clubs = {club.name for draft in reader.drafts for club in (draft.line.home, draft.line.away)}
    complete = [draft for draft in reader.drafts if not draft.line.is_open]
    return tuple(match for draft in complete for match in _finish(draft, frozenset(clubs), file))


def _finish(draft: Draft, clubs: frozenset[str], file: str) -> list[Match]:
    try:
        goals_of(draft)
    except ValueError as error:
        raise SourceError(file, str(error), draft.goals[0][0]) from error
    try:
        return finish(draft, clubs)
    except ValueError as error:
        raise SourceError(file, str(error), draft.number) from error


def _title_without_heading(
    text: str, file: str, competition: Competition | None, season: Season | None
) -> Title | None:
    """What is given, or the first comment that names a season: older files have their title there."""
    if competition is not None:
        return read_title("", file=file, competition=competition, season=season)
    if any(line.startswith("=") for line in text.split("\n")):
        return None
    comments = [comment.partition(",")[0] for comment in comments_of(text) if _MAY_BE_TITLE.match(comment)]
    name = next(filter(season_in, comments), comments[0] if comments else "")
    year = _YEAR.search(name)
    qualifying = _QUALIFYING.search(name, year.end()) if year else None
    if year and name[: year.start()].strip():
        name = f"{name[: year.end()]} {qualifying[0] if qualifying else ''}"
    return read_title(name, file=file, season=season)

"""Football.TXT, the plain text in which openfootball keeps results and fixtures.

- licence: public domain (CC0 1.0) for the files of openfootball
- rate limit: exempt, because files are read from disk
- time zone: Amsterdam's, unless the line or the place gives an offset from UTC
- full time: after 90 minutes; extra time and shoot-out are told apart from it
- own goals: under the side that benefits, as the format has them
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.football.dataset.sentences.matches import goals_add_up
from bot.football.model import Competition, Match, Season
from bot.sources.errors import SourceError
from bot.sources.football_txt.drafts import Draft, finish, goals_of
from bot.sources.football_txt.lines import comments_of, lines_of
from bot.sources.football_txt.reader import Reader
from bot.sources.football_txt.titles import Title, read_title, refuse_contradiction, season_in

Report = Callable[[SourceError], None]
MOST_SKIPPED = 20
"""Of more unreadable lines than that, and than matches, the file is no list of results."""
_MAY_BE_TITLE = re.compile(
    r"(?!see\b|date\b|note\b|http|todo|fix)[^\W\d_]{2}[^/]{0,100}(?:[0-9]{4}/[0-9]{2,4}|$)", re.IGNORECASE
)
_TITLE_LINE = re.compile(r"^=(?!=)", re.MULTILINE)
_YEAR = re.compile(r"\b[12][0-9]{3}(?:[/_-][0-9]{2,4})?\b")
_QUALIFYING = re.compile(r"quali\w{0,12}", re.IGNORECASE)


def read_football_txt(  # noqa: PLR0913 - what a title may leave out, and who takes note of what is lost
    text: str,
    *,
    file: str,
    competition: Competition | None = None,
    season: Season | None = None,
    report: Report = lambda _: None,
    skips_unreadable: bool = False,
) -> tuple[Match, ...]:
    """Every match of the file, in its order; SourceError with line and reason if any line can't be read.

    Where unreadable lines are skipped, `report` takes note of them; of goals that contradict their score it
    does so always, and they stay unknown. A competition or season given must not contradict a title.
    Fixtures whose clubs aren't known yet (`W97 v W98`, `N.N. v N.N.`) are left out.
    """

    def title_of(written: str) -> Title | None:
        refuse_contradiction(written, file, competition, season)
        return read_title(written, file=file, competition=competition, season=season)

    skipped: list[SourceError] = []
    skip = skipped.append if skips_unreadable else None
    reader = Reader(lines_of(text, file), file, title_of, skip)
    beginning = _title_without_heading(text, file, competition, season)
    if beginning:
        reader.start(beginning)
    reader.read_all()
    if len(skipped) > max(MOST_SKIPPED, len(reader.drafts)) or (skipped and not reader.drafts):
        raise skipped[0]
    if not reader.drafts:
        raise SourceError(file, "no match in it; expected lines like '20.45  Ajax v Benfica  2-1 (1-0)'")
    clubs = {club.name for draft in reader.drafts for club in (draft.line.home, draft.line.away)}
    complete = [draft for draft in reader.drafts if not draft.line.is_open]
    found: list[Match] = []
    for draft in complete:
        _drop_unreadable_goals(draft, file, skip)
        try:
            of_line = finish(draft, frozenset(clubs))
        except ValueError as error:
            _skip_or_raise(SourceError(file, str(error), draft.number), skip)
            continue
        found += [_without_contradictory_goals(match, draft, file, report) for match in of_line]
    for unreadable in skipped:
        report(unreadable)
    return tuple(found)


def _drop_unreadable_goals(draft: Draft, file: str, skip: Report | None) -> None:
    try:
        goals_of(draft)
    except ValueError as error:
        _skip_or_raise(SourceError(file, str(error), draft.goals[0][0]), skip)
        draft.goals.clear()


def _skip_or_raise(unreadable: SourceError, skip: Report | None) -> None:
    if skip is None:
        raise unreadable
    skip(unreadable)


def _without_contradictory_goals(match: Match, draft: Draft, file: str, report: Report) -> Match:
    contradiction = goals_add_up(match)
    if contradiction is None:
        return match
    names = f"{match.home.name} – {match.away.name}"
    report(SourceError(file, f"{names}: {contradiction}; its scorers stay unknown", draft.goals[0][0]))
    return replace(match, goals=())


def _title_without_heading(
    text: str, file: str, competition: Competition | None, season: Season | None
) -> Title | None:
    """What is given, or the first comment that names a season: older files have their title there."""
    if _TITLE_LINE.search(text):
        return None
    comments = [comment.partition(",")[0] for comment in comments_of(text) if _MAY_BE_TITLE.match(comment)]
    name = next(filter(season_in, comments), comments[0] if comments else "")
    year = _YEAR.search(name)
    qualifying = _QUALIFYING.search(name, year.end()) if year else None
    if year and name[: year.start()].strip():
        name = f"{name[: year.end()]} {qualifying[0] if qualifying else ''}"
    title = read_title(name, file="")
    if title and title.is_uefa:
        refuse_contradiction(name, file, competition, season)
    return read_title(name, file=file, competition=competition, season=season)

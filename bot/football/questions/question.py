"""What somebody asks behind `/uitslag`, taken apart: clubs, a season, a day, a competition."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.football.competitions import competition_held
from bot.football.model import AMSTERDAM, Competition, Season
from bot.football.names.finder import Found, NoClub, OneClub
from bot.football.questions.competition import Rest, take_competition
from bot.football.seasons import season_on

FIRST_YEAR = 1955
"""The first season of European club football."""
LAST_YEAR = 2100
"""Later ones can't be meant; of those still to come nothing is known yet."""

_MONTHS = (
    *(
        "jan(?:uari|uary)?",
        "feb(?:ruari|ruary)?",
        "maart|mrt|mar(?:ch)?",
        "apr(?:il)?",
        "mei|may",
        "jun[ie]?",
    ),
    *(
        "jul[iy]?",
        "aug(?:ustus|ust)?",
        "sept?(?:ember)?",
        "o[kc]t(?:ober)?",
        "nov(?:ember)?",
        "dec(?:ember)?",
    ),
)
_DAYS_AGO = {
    "vandaag": 0,
    "vanavond": 0,
    "today": 0,
    "tonight": 0,
    "gisteren": 1,
    "gisteravond": 1,
    "yesterday": 1,
    "eergisteren": 2,
    "morgen": -1,
    "morgenavond": -1,
    "tomorrow": -1,
}
# Nothing of it is part of a longer number or word.
_ALONE = r"(?<![\w/.-]){}(?![\w/-])"
_FLAGS = re.ASCII | re.IGNORECASE
_MONTH = f"(?P<month>{'|'.join(_MONTHS)})"
_DAYS = tuple(
    re.compile(_ALONE.format(written), _FLAGS)
    for written in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)(?P<year>\d{4}|\d{2})",
        rf"(?P<day>\d{{1,2}})\s+{_MONTH}\.?(?:\s+['’‘]?(?P<year>\d{{4}}|\d{{2}}(?!:|\.\d|\s+uur)))?",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    )
)
_RELATIVE_DAY = re.compile(_ALONE.format(f"(?:{'|'.join(_DAYS_AGO)})"), re.IGNORECASE)
_TWO_YEARS = re.compile(_ALONE.format(r"(\d{4}|\d{2})\s?[-/–]\s?(\d{4}|\d{2})"), re.ASCII)
_ONE_YEAR = re.compile(_ALONE.format(r"(1\d{3}|2[01]\d{2})"), re.ASCII)
# '95, but no minute (90') and no hour (21:00), and the 19 of under 19 is an age.
_SHORT_YEAR = re.compile(
    r"(?<![\w/.:'’-])(?<!\bo )(?<!\bu )(?<!\bonder )(?<!\bunder )"
    r"['’‘]?(\d{2})(?![\w/:'’-]|\.\d|\s+(?:uur|min))",
    _FLAGS,
)
_RELATIVE_SEASON = re.compile(
    r"\b(vorige?|afgelopen|last|previous|dit|huidige?|this|current)\s+(?:seizoen|season)\b", re.IGNORECASE
)
_RUNNING = frozenset({"dit", "huidig", "huidige", "this", "current"})
_AROUND = frozenset(
    """
    van voor in op uit bij tijdens het de uitslag uitslagen seizoen competitie season of for from on at the
    ? ! . , : ; - – / ( ) ?!
    """.split(),  # noqa: SIM905 - a text of words stays readable
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question taken apart; what was not said is None or empty."""

    clubs: str
    """What is left for the clubs when everything else is taken away, as typed."""
    found: Found
    competition: Competition | None = None
    season: Season | None = None
    other_season: Season | None = None
    """`2018` is the season 2018/19, but 2017/18 may have been meant."""
    day: date | None = None
    """The night that the question is asked about, in Amsterdam."""
    invalid_day: str = ""
    """What looks like a day but is none: 32-13-2018."""
    invalid_season: str = ""
    """What looks like a season but can't be one: 2017/19, 2099/00."""


def parse_question(
    text: str, *, now: datetime, find: Callable[[str], Found], ahead: timedelta = timedelta(0)
) -> Question:
    """Take a question apart; any text is allowed. `find` says which club some words mean.

    A whole club name wins over a season: Schalke 04, Iberia 1999. A day without a year is the last one that
    was, or one that comes so soon: `ahead`.
    """
    rest = Rest(" ".join(text.split()))
    today = now.astimezone(AMSTERDAM).date()
    day, invalid_day = _take_day(rest, today, ahead)
    # First the competition: what is left beside a year then is a club.
    competition = take_competition(rest, find, _without_seasons)
    season, other, invalid_season = _take_season(rest, today, find)
    if competition is not None and season is not None:
        competition = competition_held(competition, season)
    clubs = _without_around(rest.text)
    found = find(clubs) if clubs else NoClub()
    return Question(clubs, found, competition, season, other, day, invalid_day, invalid_season)


def _take_day(rest: Rest, today: date, ahead: timedelta) -> tuple[date | None, str]:
    """The day asked about, and what is no day."""
    for written in _DAYS:
        if found := written.search(rest.text):
            text = rest.take(found)
            try:
                return _day(found, today, ahead), ""
            except ValueError:
                return None, text
    if found := _RELATIVE_DAY.search(rest.text):
        return today - timedelta(days=_DAYS_AGO[rest.take(found).lower()]), ""
    return None, ""


def _day(found: re.Match[str], today: date, ahead: timedelta) -> date:
    """The day; without a year the last one up to so far ahead. ValueError when there is none."""
    month = found["month"]
    number = int(month) if month.isdigit() else _month(month)
    if found["year"]:
        return date(_year(found["year"], today), number, int(found["day"]))
    latest = today + ahead
    same_year = date(latest.year, number, int(found["day"]))
    return same_year if same_year <= latest else date(latest.year - 1, number, int(found["day"]))


def _month(name: str) -> int:
    return next(number for number, names in enumerate(_MONTHS, 1) if re.fullmatch(names, name, re.IGNORECASE))


def _take_season(
    rest: Rest, today: date, find: Callable[[str], Found]
) -> tuple[Season | None, Season | None, str]:
    """The season, the other one that a bare year may mean, and what is no season."""
    current = season_on(today).start_year
    if found := _RELATIVE_SEASON.search(rest.text):
        rest.take(found)
        return Season(current if found[1].lower() in _RUNNING else current - 1), None, ""
    if found := _TWO_YEARS.search(rest.text):
        written = rest.take(found)
        start, end = _year(found[1], today), found[2]
        if end not in {str(start + 1), f"{(start + 1) % 100:02d}"} or not _can_be(start):
            return None, None, written
        return Season(start), None, ""
    for pattern in (_ONE_YEAR, _SHORT_YEAR):
        for found in pattern.finditer(rest.text):
            if _is_of_a_club(found, rest.text, find):
                continue
            text, year = rest.take(found), _year(found[1], today)
            if not _can_be(year):
                return None, None, text
            return Season(year), Season(year - 1) if _can_be(year - 1) else None, ""
    return None, None, ""


def _is_of_a_club(year: re.Match[str], text: str, find: Callable[[str], Found]) -> bool:
    """Whether the year is part of a name (Hannover 96, FC Basel 1893), or a number beside no club at all."""
    if int(year[1]) >= FIRST_YEAR and text == year[0]:
        # A year alone is a season, though a club may bear it in its name.
        return False
    match find(text):
        case OneClub() | NoClub(known_elsewhere=str()):
            return True
    if int(year[1]) >= FIRST_YEAR:
        return False
    without = _without_around(f"{text[: year.start()]} {text[year.end() :]}")
    return find(without) == NoClub()


def _can_be(start_year: int) -> bool:
    return FIRST_YEAR <= start_year <= LAST_YEAR


def _year(written: str, today: date) -> int:
    """A year of two digits is the last one that there was, next year included."""
    year = int(written)
    if len(written) > 2:
        return year
    return year + (2000 if 2000 + year <= today.year + 1 else 1900)


def _without_seasons(text: str) -> str:
    for written in (_TWO_YEARS, _ONE_YEAR, _SHORT_YEAR, _RELATIVE_SEASON):
        text = written.sub(" ", text)
    return text.strip()


def _without_around(text: str) -> str:
    words = text.split()
    while words and words[0].lower() in _AROUND:
        del words[0]
    while words and words[-1].lower() in _AROUND:
        del words[-1]
    return " ".join(words)

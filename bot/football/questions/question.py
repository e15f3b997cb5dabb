"""What somebody asks behind `/uitslag`, taken apart: clubs, a season, a day, a competition."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.football.competitions import competition_held
from bot.football.model import AMSTERDAM, Club, Competition, RoundKind, Score, Season
from bot.football.names.finder import Found, NoClub, OneClub, TwoClubs
from bot.football.questions.competition import Rest, take_competition
from bot.football.questions.day import NO_DAYS, Days, take_days, year_written
from bot.football.questions.day_words import OF_A_TIME
from bot.football.questions.leagues import take_league
from bot.football.questions.rounds import ASKING, asks_for_all, take_round, take_score
from bot.football.seasons import season_on

FIRST_YEAR = 1955
"""The first season of European club football."""
LAST_YEAR = 2100
"""Later ones can't be meant; of those still to come nothing is known yet."""

# Nothing of it is part of a longer number or word.
_ALONE = r"(?<![\w/.-]){}(?![\w/-])"
_FLAGS = re.ASCII | re.IGNORECASE
_TWO_YEARS = re.compile(_ALONE.format(r"(\d{4}|\d{2})\s?[-/–]\s?(\d{4}|\d{2})"), re.ASCII)
_YEAR_OF_SEASON = re.compile(r"\b(?:seizoen|season)\s+['’‘]?(\d{4}|\d{2})(?![\w/:-])", _FLAGS)
_ONE_YEAR = re.compile(_ALONE.format(r"(1\d{3}|2[01]\d{2})"), re.ASCII)
# '95, but no minute (90') and no hour (21:00), and the 19 of under 19 is an age.
_SHORT_YEAR = re.compile(
    r"(?<![\w/.:'’-])(?<!\bo )(?<!\bu )(?<!\bonder )(?<!\bunder )"
    r"['’‘]?(\d{2})(?![\w/:'’-]|\.\d|\s+(?:uur|min))",
    _FLAGS,
)
_RELATIVE_YEAR = re.compile(r"\b(vorige?|afgelopen|last|previous|dit|this)\s+(?:jaar|year)\b", re.IGNORECASE)
_RELATIVE_SEASON = re.compile(
    r"\b(vorige?|afgelopen|last|previous|dit|huidige?|this|current)\s+(?:seizoen|season)\b", re.IGNORECASE
)
RELATIVE_TIME = re.compile(f"{_RELATIVE_SEASON.pattern}|{_RELATIVE_YEAR.pattern}", re.IGNORECASE)
_RUNNING = frozenset({"dit", "huidig", "huidige", "this", "current"})
_AROUND = frozenset(
    """
    en die van voor in op uit bij tijdens het de uitslag uitslagen seizoen competitie season of for from on
    at the ? ! . , : ; - – / ( ) ?!
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
    """Of a bare year the one that began in it."""
    other_season: Season | None = None
    """The one that ended in a bare year, which may be meant as well."""
    year: int | None = None
    """The calendar year where no more than that was said: `2019`, but not `seizoen 2019`."""
    round: RoundKind | None = None
    asks_for_winners: bool = False
    """Whether every winner of a cup is asked for, or all that a club won."""
    score: Score | None = None
    """The result of the match that is meant."""
    days: Days = NO_DAYS
    """Those that the question is asked about, in Amsterdam."""
    invalid_season: str = ""
    """What looks like a season but can't be one: 2017/19, 2099/00."""

    league: str = ""
    """What is named that is no club football of Europe: a league, a national team."""
    mentioned: Club | None = None
    """A club that is named in full among words of which nothing was understood."""

    @property
    def day(self) -> date | None:
        """The night as of which it is answered: of a week or a month the last one."""
        return self.days.last or self.days.first

    @property
    def invalid_day(self) -> str:
        """What looks like a day but is none: 32-13-2018."""
        return self.days.invalid

    @property
    def years(self) -> Collection[int]:
        """The calendar years that it is about; none where it names none."""
        if self.year is not None or self.season is None:
            return () if self.year is None else (self.year,)
        return self.season.start_year, self.season.start_year + 1


@dataclass(frozen=True, slots=True)
class _SeasonTaken:
    season: Season | None = None
    other: Season | None = None
    year: int | None = None
    invalid: str = ""


def parse_question(
    text: str, *, now: datetime, find: Callable[[str], Found], ahead: timedelta = timedelta(0)
) -> Question:
    """Take a question apart; any text is allowed. `find` says which club some words mean.

    A whole club name wins over a season: Schalke 04, Iberia 1999. A day without a year is the last one that
    was, or one that comes so soon: `ahead`.
    """
    rest = Rest(OF_A_TIME.sub(r"\1", " ".join(text.split())))
    today = now.astimezone(AMSTERDAM).date()
    is_about_all = asks_for_all(rest.text)
    round_, is_about_winner = take_round(rest)
    relative = _take_relative(rest, today, is_of_a_final=bool(round_ or is_about_winner))
    asking = ASKING if round_ or is_about_winner else frozenset()
    rest.text = _without_around(rest.text, asking)
    # Beside one club alone it is no score that tells a match.
    score = take_score(rest)
    days = take_days(rest, today, ahead)
    league = take_league(rest)
    # First the competition: what is left beside a year then is a club.
    competition = take_competition(rest, find, without_seasons)
    taken = relative or _take_season(rest, today, find)
    if competition is not None and taken.season is not None:
        competition = competition_held(competition, taken.season)
    clubs = _without_around(rest.text, _AROUND | asking)
    found = find(clubs) if clubs else NoClub()
    if asking and found == NoClub():
        # Of a round, or of who won, it is asked in whole sentences.
        clubs = " ".join(word for word in clubs.split() if _bare(word) not in _AROUND | asking)
        found = find(clubs) if clubs else NoClub()
    if is_about_winner and days == NO_DAYS and (competition or not clubs) and not isinstance(found, TwoClubs):
        # Who wins the final wins the cup.
        round_ = round_ or RoundKind.FINAL
    is_of_one = isinstance(found, OneClub) and is_about_winner
    asks_for_winners = round_ is RoundKind.FINAL and taken.season is None and (is_about_all or is_of_one)
    return Question(
        clubs,
        found,
        competition,
        taken.season,
        taken.other,
        taken.year,
        round_,
        asks_for_winners,
        score,
        days,
        taken.invalid,
        league,
    )


def _take_relative(rest: Rest, today: date, *, is_of_a_final: bool) -> _SeasonTaken | None:
    """The season or the year that is this one or the last; whoever won this year won last season."""
    current = season_on(today).start_year
    if found := _RELATIVE_SEASON.search(rest.text):
        rest.take(found)
        return _SeasonTaken(Season(current if found[1].lower() in _RUNNING else current - 1))
    if found := _RELATIVE_YEAR.search(rest.text):
        rest.take(found)
        is_running = found[1].lower() in _RUNNING
        if is_running and not is_of_a_final:
            return _SeasonTaken(Season(current))
        year = today.year - (not is_running)
        return _SeasonTaken(Season(year), Season(year - 1), year)
    return None


def _take_season(rest: Rest, today: date, find: Callable[[str], Found]) -> _SeasonTaken:
    """The season, the other one that a bare year may mean, or what is no season."""
    if found := _TWO_YEARS.search(rest.text):
        written = rest.take(found)
        start, end = year_written(found[1], today), found[2]
        if end not in {str(start + 1), f"{(start + 1) % 100:02d}"} or not _can_be(start):
            return _SeasonTaken(invalid=written)
        return _SeasonTaken(Season(start))
    for pattern in (_YEAR_OF_SEASON, _ONE_YEAR, _SHORT_YEAR):
        for found in pattern.finditer(rest.text):
            if _is_of_a_club(found, rest.text, find):
                continue
            text, year = rest.take(found), year_written(found[1], today)
            if not _can_be(year):
                return _SeasonTaken(invalid=text)
            other = Season(year - 1) if _can_be(year - 1) else None
            return _SeasonTaken(Season(year), other, None if pattern is _YEAR_OF_SEASON else year)
    return _SeasonTaken()


def _is_of_a_club(year: re.Match[str], text: str, find: Callable[[str], Found]) -> bool:
    """Whether the year is part of a name (Hannover 96, FC Basel 1893), or a number beside no club at all."""
    is_written_out = int(year[1]) >= FIRST_YEAR or not year[0][0].isdigit()
    if is_written_out and _without_around(text) == year[0]:
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


def without_seasons(text: str) -> str:
    """The text without its years and seasons."""
    for written in (_TWO_YEARS, _ONE_YEAR, _SHORT_YEAR, _RELATIVE_SEASON, _RELATIVE_YEAR):
        text = written.sub(" ", text)
    return text.strip()


def _bare(word: str) -> str:
    """A word without the marks around it; a mark alone stays."""
    return word.lower().strip("?!.,") or word


def _without_around(text: str, around: Collection[str] = _AROUND) -> str:
    words = text.split()
    while words and _bare(words[0]) in around:
        del words[0]
    while words and _bare(words[-1]) in around:
        del words[-1]
    return " ".join(words)

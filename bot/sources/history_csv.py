"""Every European match from 1955 to 2019: files of results of schochastics/football-data, `data/results/`.

Licence: ODC-BY 1.0, attribution. Rate limit: none, files. Time zone: only the day is told, taken as
Amsterdam's. Full time: the score shown includes extra time; `E` (extra time) and `P` (shoot-out) mark it in
the Champions League, in the UEFA Cup from 2000 on, in the Cup Winners' Cup never. Unmarked, a shoot-out's
score stands in the place of the match's own. Own goals: no goals at all. Rounds, legs, groups and venues are
absent: `bot.football.dataset.deriving` finds what can be found. Clubs bear the names of today.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from bot.football.competitions import CHAMPIONS_LEAGUE, CUP_WINNERS_CUP, EUROPA_LEAGUE, FAIRS_CUP, ROWS
from bot.football.model import UNKNOWN_ROUND, Club, Competition, Derived, Match, Score, Season, Status
from bot.football.seasons import season_on
from bot.sources.csv_rows import Row, read_rows
from bot.sources.errors import SourceError
from bot.sources.reading import spelled

COLUMNS = (
    *("home", "away", "date", "gh", "ga", "full_time", "competition", "home_ident", "away_ident"),
    *("home_country", "away_country", "home_code", "away_code"),
    *("home_continent", "away_continent", "continent", "level"),
)
NEEDED = ("home", "away", "date", "gh", "ga", "full_time", "home_country", "away_country")
FILES: Mapping[str, tuple[Competition, ...]] = MappingProxyType(
    {
        file: tuple(competition for competition, row in ROWS.items() if file in row.history_files)
        for file in dict.fromkeys(file for row in ROWS.values() for file in row.history_files)
    }
)
"""The competitions that each file holds, one after the other."""
ENDINGS_MARKED_SINCE = {EUROPA_LEAGUE: 2000, CUP_WINNERS_CUP: 9999, FAIRS_CUP: 9999}
"""Before, extra time and shoot-outs are not marked."""
_FINALS_AFTER_THE_SUMMER = {
    (FAIRS_CUP, 1961): {"Birmingham City", "As Roma"},
    (FAIRS_CUP, 1962): {"Valencia CF", "FC Barcelona"},
    (CUP_WINNERS_CUP, 1962): {"Atletico Madrid", "Acf Fiorentina"},
    (FAIRS_CUP, 1966): {"FC Barcelona", "Real Zaragoza"},
    (FAIRS_CUP, 1967): {"Dinamo Zagreb", "Leeds United"},
    (FAIRS_CUP, 1968): {"Leeds United", "Ferencvarosi Tc"},
}
"""By year: who met in August, September or October for the cup of the season before."""
_EDITIONS_OF_YEARS = ((date(1958, 6, 30), Season(1955)), (date(1960, 6, 30), Season(1958)))
"""Until when the first two editions of the Fairs Cup lasted."""
_QUALIFYING_IN_JUNE_SINCE = 1999
_MISTAKEN = (
    # The club of Příbram took over Dukla Praha in 1996, and is given its matches too.
    ("1 FK Pribram", None, 1955, 1995, "FK Dukla Praha", "CZE"),
    # The champions of Ireland and of Czechoslovakia bear one name.
    ("Bohemians 1905", CHAMPIONS_LEAGUE, 1955, 1982, "Bohemian FC", "IRL"),
    # The clubs of today were founded by others, which had played in Europe.
    ("FC Lahti", None, 1955, 1995, "FC Reipas Lahti", "FIN"),
    ("F91 Dudelange", None, 1955, 1990, "Stade Dudelange", "LUX"),
    ("Debreceni Vsc", CUP_WINNERS_CUP, 1997, 1997, "Budapesti Vsc", "HUN"),
)
"""Clubs that the files take for another: as written, competition, seasons, name and country."""
_COUNTRIES = {
    "albania": "ALB",
    "andorra": "AND",
    "armenia": "ARM",
    "austria": "AUT",
    "azerbaijan": "AZE",
    "belarus": "BLR",
    "belgium": "BEL",
    "bosnia-herzegovina": "BIH",
    "bulgaria": "BUL",
    "croatia": "CRO",
    "cyprus": "CYP",
    "czech-republic": "CZE",
    "denmark": "DEN",
    "england": "ENG",
    "estonia": "EST",
    "faroe-islands": "FRO",
    "finland": "FIN",
    "france": "FRA",
    "georgia": "GEO",
    "germany": "GER",
    "gibraltar": "GIB",
    "greece": "GRE",
    "hungary": "HUN",
    "iceland": "ISL",
    "ireland-republic": "IRL",
    "israel": "ISR",
    "italy": "ITA",
    "kazakhstan": "KAZ",
    "kosovo": "KOS",
    "latvia": "LVA",
    "liechtenstein": "LIE",
    "lithuania": "LTU",
    "luxembourg": "LUX",
    "macedonia-fyr": "MKD",
    "malta": "MLT",
    "moldova": "MDA",
    "montenegro": "MNE",
    "netherlands": "NED",
    "northern-ireland": "NIR",
    "norway": "NOR",
    "poland": "POL",
    "portugal": "POR",
    "romania": "ROU",
    "russia": "RUS",
    "san-marino": "SMR",
    "scotland": "SCO",
    "serbia": "SRB",
    "slovakia": "SVK",
    "slovenia": "SVN",
    "spain": "ESP",
    "sweden": "SWE",
    "switzerland": "SUI",
    "turkey": "TUR",
    "ukraine": "UKR",
    "wales": "WAL",
}


def read_history_csv(text: str, *, file: str, stem: str) -> tuple[Match, ...]:
    """Every match of a file, its round unknown; an unknown ending leaves the score after 90 minutes open.

    `stem` is the name of the file, which tells the competition.
    """
    if stem not in FILES:
        raise SourceError(file, f"a file of the history is called {', '.join(FILES)}")
    rows = read_rows(text, file=file, columns=COLUMNS, needed=NEEDED)
    return tuple(_match(row, FILES[stem]) for row in rows)


def _match(row: Row, competitions: tuple[Competition, ...]) -> Match:
    day = row.day()
    if day is None:
        raise row.wrong("date is empty")
    season = _season(day)
    competition = min(
        (found for found in competitions if season.start_year <= ROWS[found].last),
        key=lambda found: ROWS[found].last,
    )
    home, away = (_club(row, side, competition, season) for side in ("home", "away"))
    if competition == FAIRS_CUP:
        season = next((edition for until, edition in _EDITIONS_OF_YEARS if day <= until), season)
    finalists = _FINALS_AFTER_THE_SUMMER.get((competition, day.year))
    if {home.name, away.name} == finalists and 8 <= day.month <= 10:
        season = Season(day.year - 1)
    score, ending = _score(row), row.needed("full_time")
    if ending not in {"F", "E", "P"}:
        raise row.wrong(f"full_time is F, E or P, not {ending}")
    marked = season.start_year >= ENDINGS_MARKED_SINCE.get(competition, 0)
    return Match(
        competition,
        season,
        UNKNOWN_ROUND,
        home,
        away,
        Status.PLAYED,
        date=day,
        full_time=score if ending == "F" else None,
        extra_time=None if ending == "F" else score,
        derived=frozenset() if marked else frozenset({Derived.FULL_TIME}),
    )


def _score(row: Row) -> Score:
    home, away = row.number("gh"), row.number("ga")
    if home is None or away is None:
        raise row.wrong("no score")
    return Score(home, away)


def _club(row: Row, side: str, competition: Competition, season: Season) -> Club:
    name, country = row.needed(side), row.needed(f"{side}_country")
    if country not in _COUNTRIES:
        raise row.wrong(f"no such country: {country}")
    for written, of, first, last, right, home in _MISTAKEN:
        if name == written and of in {None, competition} and first <= season.start_year <= last:
            return spelled(right, home)
    return spelled(name, _COUNTRIES[country])


def _season(day: date) -> Season:
    """The season of a day; qualifying has begun in June since 1999."""
    if day.month == 6 and day.day >= 15 and day.year >= _QUALIFYING_IN_JUNE_SINCE:
        return Season(day.year)
    return season_on(day)

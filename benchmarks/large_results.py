"""A results database of 250,000 matches and 5,000 clubs, to see what grows with history.

The published one, and before it as many made-up seasons of four competitions as it takes, in the form that a
season has today: some 480 matches from the first qualifying round to the final. The clubs best known of ours
play in most of them, clubs of our own making in the rest. Scorers are known of the last forty of these years.
The same every time.

Run: .venv/bin/python benchmarks/large_results.py FILE
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, product
from pathlib import Path

from sqlite_utils import Database

from bot.app.opening import snapshot
from bot.database.connection import open_to_write, transaction
from bot.database.results.writing import add_match, save_clubs
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPA_LEAGUE,
    Club,
    Competition,
    Goal,
    Leg,
    Match,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)

MATCHES, CLUBS = 250_000, 5_000
COMPETITIONS = (CHAMPIONS_LEAGUE, EUROPA_LEAGUE, CONFERENCE_LEAGUE, CUP_WINNERS_CUP)
LAST_YEAR, WITH_SCORERS = 1954, 40
BEST_KNOWN = 250
QUALIFYING = (
    (RoundKind.QUALIFYING_1, 96),
    (RoundKind.QUALIFYING_2, 96),
    (RoundKind.QUALIFYING_3, 56),
    (RoundKind.PLAY_OFF, 40),
)
LEAGUE, THROUGH, MATCHDAYS = 36, 200, 8
KNOCKOUT = (
    (RoundKind.KNOCKOUT_PLAY_OFF, 16),
    (RoundKind.LAST_16, 16),
    (RoundKind.QUARTER_FINAL, 8),
    (RoundKind.SEMI_FINAL, 4),
)
SCORERS_OF_A_CLUB, CAREER = 9, 8
GOALS, OFTEN = (0, 1, 2, 3, 4, 5), (24, 34, 24, 12, 4, 2)
BEGINNINGS = [
    "Al",
    "Ber",
    "Cor",
    "Dal",
    "Es",
    "Fer",
    "Gol",
    "Har",
    "Iv",
    "Jor",
    "Kal",
    "Lun",
    "Mar",
    "Nor",
    "Os",
    "Per",
    "Quin",
    "Ros",
    "Sal",
    "Tor",
    "Ul",
    "Ver",
    "Wil",
    "Zan",
]
MIDDLES = ["a", "an", "ar", "e", "en", "er", "i", "il", "in", "o", "ol", "on", "u", "un", "ur"]
ENDS = [
    "berg",
    "dorf",
    "feld",
    "grad",
    "haven",
    "inho",
    "kov",
    "lund",
    "mont",
    "nes",
    "ovic",
    "polis",
    "quist",
    "rado",
    "sen",
    "tal",
    "uri",
    "vik",
    "wald",
    "zzi",
]
FIRST_NAMES = [
    "Aron",
    "Bela",
    "Carl",
    "Dirk",
    "Emil",
    "Finn",
    "Gino",
    "Hugo",
    "Ivan",
    "Joop",
    "Karel",
    "Luka",
    "Milo",
    "Nils",
    "Otto",
    "Pavel",
    "Rui",
    "Sven",
    "Tim",
]
COUNTRIES = [
    "AUT",
    "BEL",
    "CZE",
    "DEN",
    "ENG",
    "ESP",
    "FRA",
    "GER",
    "GRE",
    "HUN",
    "ITA",
    "NED",
    "NOR",
    "POL",
    "POR",
    "ROU",
    "SCO",
    "SUI",
    "SWE",
    "TUR",
]


def make(path: Path) -> None:
    """Make the file; it takes some minutes."""
    path.parent.mkdir(exist_ok=True)
    shutil.copyfile(snapshot(), path)
    chance = random.Random(1955)  # noqa: S311 - no secret
    with closing(open_to_write(path)) as db:
        there = db.execute("SELECT (SELECT count(*) FROM matches), (SELECT count(*) FROM clubs)").fetchone()
        names = _names(chance)
        made = [
            Club(f"made-{number}", next(names), COUNTRIES[number % len(COUNTRIES)])
            for number in range(CLUBS - there[1])
        ]
        best = db.execute("SELECT club FROM club_renown ORDER BY matches DESC, club LIMIT ?", (BEST_KNOWN,))
        clubs = [Club(club_id, club_id) for (club_id,) in best.fetchall()]
        left = MATCHES - there[0]
        with transaction(db):
            save_clubs(db, made)
            for year in count(LAST_YEAR, -1):
                left -= _save_year(db, Season(year), (clubs, made), left, chance)
                if not left:
                    break
        db.vacuum()


def _save_year(
    db: Database, season: Season, clubs: tuple[list[Club], list[Club]], most: int, chance: random.Random
) -> int:
    """A season of every competition; a club plays in one of them. How many matches were saved."""
    best, others = (chance.sample(some, len(some)) for some in clubs)
    played: list[Match] = []
    for number, competition in enumerate(COMPETITIONS):
        in_league = best[LEAGUE * number : LEAGUE * (number + 1)]
        through = others[THROUGH * number : THROUGH * (number + 1)]
        played += _MadeSeason(competition, season, chance).matches(in_league, through)
    for match in played[:most]:
        add_match(db, match, 20)
    return len(played[:most])


@dataclass(frozen=True, slots=True)
class _MadeSeason:
    competition: Competition
    season: Season
    chance: random.Random

    def matches(self, best: Sequence[Club], others: Sequence[Club]) -> Iterator[Match]:
        year, place = self.season.start_year, 0
        for number, (kind, clubs) in enumerate(QUALIFYING):
            first = date(year, 7, 9) + timedelta(14 * number)
            yield from self._ties(kind, others[place : place + clubs], first)
            place += clubs // 3
        for matchday in range(1, MATCHDAYS + 1):
            day = date(year, 9, 17) + timedelta(14 * (matchday - 1))
            for home, away in zip(best[::2], best[1::2], strict=True):
                yield self._match(Round(RoundKind.LEAGUE), home, away, day, matchday=matchday)
            # The even places go round, so that nobody meets the same club twice.
            best = [club for pair in zip(best[::2], [*best[3::2], best[1]], strict=True) for club in pair]
        for number, (kind, clubs) in enumerate(KNOCKOUT):
            yield from self._ties(kind, best[:clubs], date(year + 1, 2, 12) + timedelta(21 * number))
        yield self._match(Round(RoundKind.FINAL), best[0], best[1], date(year + 1, 5, 28))

    def _ties(self, kind: RoundKind, clubs: Sequence[Club], first: date) -> Iterator[Match]:
        for home, away in zip(clubs[::2], clubs[1::2], strict=True):
            yield self._match(Round(kind), home, away, first, leg=Leg.FIRST)
            yield self._match(Round(kind), away, home, first + timedelta(7), leg=Leg.SECOND)

    def _match(  # noqa: PLR0913 - what a match is made of
        self,
        round_: Round,
        home: Club,
        away: Club,
        day: date,
        *,
        leg: Leg | None = None,
        matchday: int | None = None,
    ) -> Match:
        chance, season = self.chance, self.season
        score = Score(*chance.choices(GOALS, OFTEN, k=2))
        sides = [home] * score.home + [away] * score.away
        scorers_known = season.start_year > LAST_YEAR - WITH_SCORERS
        minutes = sorted(chance.sample(range(1, 91), len(sides))) if scorers_known else []
        chance.shuffle(sides)
        return Match(
            self.competition,
            season,
            round_,
            home,
            away,
            Status.PLAYED,
            day,
            datetime.combine(day, time(19, 0), UTC),
            leg,
            matchday,
            score,
            goals=tuple(_goal(*fell, season, chance) for fell in zip(sides, minutes, strict=False)),
            source="made up",
        )


def _goal(club: Club, minute: int, season: Season, chance: random.Random) -> Goal:
    """One of the club's scorers of these years: always the same for the same club, years and shirt."""
    shirt = min(chance.randrange(SCORERS_OF_A_CLUB), chance.randrange(SCORERS_OF_A_CLUB))
    name = _name(random.Random(f"{club.id} {(season.start_year + shirt) // CAREER} {shirt}"))  # noqa: S311
    return Goal(club, name, minute)


def _name(chance: random.Random) -> str:
    surname = chance.choice(BEGINNINGS) + chance.choice(MIDDLES) + chance.choice(ENDS)
    return f"{chance.choice(FIRST_NAMES)} {surname}"


def _names(chance: random.Random) -> Iterator[str]:
    """Names of towns, no two alike."""
    towns = ["".join(parts) for parts in product(BEGINNINGS, MIDDLES, ENDS)]
    return iter(chance.sample(towns, len(towns)))


if __name__ == "__main__":
    make(Path(sys.argv[1]))

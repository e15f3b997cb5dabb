"""Who is who among the scorers: one player under several spellings, two under one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.football.model import SOURCE_SEPARATOR, Club, Competition, Goal, GoalKind, Match, Season, Status
from bot.football.names.folding import fold
from bot.football.season.as_of import over_at

AUTUMN, SPRING = ((10, 6), (12, 31)), ((2, 6), (6, 30))
"""Month and day between which no window is open; that of 2020 closed on 5 October."""
SILENCE_OF_ONE_WORD = timedelta(days=3470)
"""Who scores for a new club after so long without a goal is somebody else of that name: nine years and a
half for a single name such as Emerson, thirteen years for a whole one, seventeen at a club of before."""
SILENCE_OF_A_NAME = timedelta(days=13 * 365)
SILENCE_AT_A_CLUB = timedelta(days=17 * 365)
CAREER = timedelta(days=23 * 365)
NEAR = timedelta(days=3 * 366)
"""Two spellings are only one player's when the goals under them lie no further apart."""
MOST_YEARS = 6
"""So many years before and after a doubtful goal are looked at."""
SHORTEST = 3
"""Letters of a first name that is part of a longer one: Nico and Nicolás."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One goal, under the name as the source gives it."""

    name: str
    club: Club
    against: Club
    competition: Competition
    season: Season
    day: date
    over: datetime
    """From when the result is known."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who scored, with every goal in the order of the days."""

    goals: tuple[Scored, ...]
    doubtful: tuple[Scored, ...] = ()
    """Goals that count against the player's own club, and look like own goals."""

    @property
    def name(self) -> str:
        """The fullest spelling."""
        return max(self.spellings, key=lambda name: (len(name), name))

    @property
    def spellings(self) -> frozenset[str]:
        return frozenset(goal.name for goal in self.goals)

    @property
    def clubs(self) -> tuple[Club, ...]:
        """In the order in which the player first scored for them."""
        return tuple(dict.fromkeys(goal.club for goal in self.goals))

    @property
    def seasons(self) -> tuple[Season, Season]:
        """The first and the last with a goal."""
        return self.goals[0].season, self.goals[-1].season

    def at(self, now: datetime) -> Player | None:
        """With the goals that were known by then; None when there was none."""
        goals = tuple(goal for goal in self.goals if goal.over <= now)
        return Player(goals, tuple(goal for goal in self.doubtful if goal.over <= now)) if goals else None

    @property
    def by_season(self) -> tuple[tuple[Season, Club, Competition, int], ...]:
        """How many goals in each season, for which club and in which competition, the last season first."""
        counted: dict[tuple[Season, Club, Competition], int] = defaultdict(int)
        for goal in self.goals:
            counted[goal.season, goal.club, goal.competition] += 1
        rows = [(season, club, cup, number) for (season, club, cup), number in counted.items()]
        return tuple(sorted(rows, key=lambda row: -row[0].start_year))


def surname(name: str) -> str:
    """The last word: players of different ones are never the same."""
    return _words(name)[-1]


def players_of(goals: Iterable[Scored]) -> tuple[Player, ...]:
    """The players behind these goals, most goals first.

    Two under one name: nobody scores for two clubs between two transfer windows, comes back elsewhere after
    many years without a goal, or scores for longer than 23 years. One under several names: the same letters
    without their accents, a surname alone, an initial or a shortened first name, when there is exactly one
    fuller name that it can stand for, near in time and at a club of that player (for the same letters and an
    initial the club may be new). Two spellings of one source are two players: Pepe and Pepê.
    """
    by_name: dict[str, list[Scored]] = defaultdict(list)
    for goal in sorted(goals, key=lambda goal: goal.day):
        by_name[goal.name].append(goal)
    by_surname: dict[str, list[list[Scored]]] = defaultdict(list)
    doubtful: list[Scored] = []
    for name, scored in by_name.items():
        moved = any(goal.club != scored[0].club for goal in scored)
        doubts = [goal for goal in scored if _is_doubtful(goal, scored)] if moved else []
        doubtful += doubts
        by_surname[surname(name)] += _apart([goal for goal in scored if goal not in doubts])
    merged = [career for together in by_surname.values() for career in _together(together)]
    players = [Player(tuple(career), tuple(_doubts_of(career, doubtful))) for career in merged]
    return tuple(sorted(players, key=lambda player: (-len(player.goals), player.name)))


def _is_doubtful(goal: Scored, career: Sequence[Scored]) -> bool:
    """Whether it looks like an own goal that no source marks.

    The scorer never scored for this club against another one, and did score for the opponent against others:
    in the same season, or in the years before and in those after.
    """
    if any(other.club == goal.club and other.against != goal.against for other in career):
        return False
    seasons = {
        scored.season for scored in career if scored.club == goal.against and scored.against != goal.club
    }
    near = {season for season in seasons if abs(season.start_year - goal.season.start_year) <= MOST_YEARS}
    return goal.season in near or (bool(near) and min(near) < goal.season < max(near))


def _doubts_of(person: Sequence[Scored], doubtful: Sequence[Scored]) -> Iterator[Scored]:
    names, clubs = {goal.name for goal in person}, {goal.club for goal in person}
    return (goal for goal in doubtful if goal.name in names and goal.against in clubs)


def scored_in(match: Match) -> Iterator[Scored]:
    """The goals of a match that are somebody's."""
    for goal in match.goals:
        if match.date and goal.scorer and is_somebodys(goal, match):
            yield Scored(
                goal.scorer,
                goal.club,
                match.opponent_of(goal.club),
                match.competition,
                match.season,
                match.date,
                over_at(match),
                match.source,
            )


def is_somebodys(goal: Goal, match: Match) -> bool:
    """Whether a goal counts for its scorer: no own goal, and none without a name."""
    counts = match.date is not None and match.status is Status.PLAYED
    return counts and bool(goal.scorer) and goal.kind is not GoalKind.OWN_GOAL


def _apart(goals: Iterable[Scored]) -> list[list[Scored]]:
    """The goals under one spelling, parted into those of each player."""
    persons: list[list[Scored]] = []
    for goal in goals:
        fitting = [person for person in persons if _fits(goal, person)]
        at_club = [person for person in fitting if person[-1].club == goal.club]
        if chosen := at_club or fitting:
            chosen[-1].append(goal)
        else:
            persons.append([goal])
    return persons


def _fits(goal: Scored, person: Sequence[Scored]) -> bool:
    """Whether a later goal can be the same player's."""
    since = goal.day - person[-1].day
    silence = SILENCE_OF_A_NAME if " " in goal.name else SILENCE_OF_ONE_WORD
    if any(goal.club == scored.club for scored in person):
        silence = SILENCE_AT_A_CLUB
    return (
        since <= silence and goal.day - person[0].day <= CAREER and not _elsewhere_at_the_time([goal], person)
    )


def _elsewhere_at_the_time(some: Sequence[Scored], others: Sequence[Scored]) -> bool:
    """Whether they scored for different clubs between the same two transfer windows."""
    at = {(period, goal.club) for goal in some if (period := _period(goal.day))}
    return any(
        period == other and club != goal.club
        for goal in others
        if (other := _period(goal.day))
        for period, club in at
    )


def _period(day: date) -> tuple[int, int] | None:
    """The part of the year between two windows that a day falls in."""
    for number, (first, last) in enumerate((SPRING, AUTUMN)):
        if first <= (day.month, day.day) <= last:
            return day.year, number
    return None


def _together(persons: list[list[Scored]]) -> list[list[Scored]]:
    """Players of one surname, those under several spellings as one; the shorter spelling joins the fuller.

    The same letters come first, then names of as many words, so that what is left has one name to stand for.
    """
    left = sorted(persons, key=lambda person: len(person[0].name))
    for alike in (_same_letters, _as_many_words, _any_words):
        place = 0
        while place < len(left):
            person = left[place]
            fuller = [
                other
                for other in left
                if other is not person and alike(person[0].name, other[0].name) and _same(person, other)
            ]
            if len(fuller) == 1:
                fuller[0].extend(person)
                fuller[0].sort(key=lambda goal: goal.day)
                del left[place]
            else:
                place += 1
    return left


def _same_letters(short: str, other: str) -> bool:
    return _words(short) == _words(other)


def _as_many_words(short: str, other: str) -> bool:
    return len(_words(short)) == len(_words(other))


def _any_words(_one: str, _other: str) -> bool:
    return True


def _same(short: Sequence[Scored], full: Sequence[Scored]) -> bool:
    """Whether a player's spelling stands for the fuller one of another, and nothing keeps them apart."""
    far = _stands_for(short, full)
    if far is None or _rivals(short, full) or _elsewhere_at_the_time(short, full):
        return False
    if not far and not {goal.club for goal in short} <= {goal.club for goal in full}:
        return False
    return any(
        abs(goal.day - other.day) <= NEAR
        for goal in short
        for other in full
        if far or goal.club == other.club
    )


def _stands_for(short: Sequence[Scored], full: Sequence[Scored]) -> bool | None:
    """Whether one name stands for the other: True at any club, False at the same club only, None not."""
    names = {goal.name for goal in full}
    found = {_stands_for_name(goal.name, name) for goal in short for name in names}
    return True if True in found else False if False in found else None


def _stands_for_name(short: str, full: str) -> bool | None:
    few, more = _words(short), _words(full)
    if short == full or len(short) > len(full) or few[-1] != more[-1]:
        return None
    if few == more or (len(few) == len(more) > 1 and _is_initial(few[0], more[0])):
        return True
    shortened = len(few) == len(more) > 1 and few[1:] == more[1:] and len(few[0]) >= SHORTEST
    return False if len(few) < len(more) == 2 or (shortened and more[0].startswith(few[0])) else None


def _is_initial(letter: str, name: str) -> bool:
    return len(letter) == 1 and name.startswith(letter)


def _rivals(some: Sequence[Scored], others: Sequence[Scored]) -> bool:
    """Whether one source writes both names: it writes a player in one way."""
    written = {part for goal in some for part in goal.source.split(SOURCE_SEPARATOR) if part}
    return any(part in written for goal in others for part in goal.source.split(SOURCE_SEPARATOR))


@lru_cache(maxsize=1024)
def _words(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split()) or (name,)

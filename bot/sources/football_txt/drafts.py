"""From what a file says of a match to the match itself, or to both legs of a line that holds two."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.football.model import (
    AMSTERDAM,
    Club,
    Competition,
    DecidedBy,
    Goal,
    Leg,
    Match,
    Round,
    Season,
    Status,
)
from bot.sources.football_txt.dates import Clock, read_zone
from bot.sources.football_txt.goals import read_goals
from bot.sources.football_txt.matches import MatchLine
from bot.sources.football_txt.notes import is_only_score, status_in, take_score, toss_winner
from bot.sources.football_txt.scores import Result, scores_in

_STADIUM = re.compile(
    r"stadi|stade|estádi|arena|aréna|\\bpar[ck]\\b|field|ground|bowl|dome|colise|\\bcamp\\b|wembley|centre|velodrom",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s?\(UTC[^()]{0,8}\)$")
_NAMED_AWARD = re.compile(r"(?:awarded|awd\.?):?\s([0-9]{1,2}\s?[-–:]\s?[0-9]{1,2})", re.IGNORECASE)


@dataclass
class Draft:
    """A match line in its surroundings, with the lines about it that follow."""

    number: int
    """Of its line, for complaints."""
    competition: Competition
    season: Season
    round: Round
    line: MatchLine
    leg: Leg | None = None
    matchday: int | None = None
    day: date | None = None
    second_day: date | None = None
    clock: Clock | None = None
    place: str = ""
    place_above: bool = False
    """Whether the place stood above the matches, as `July 10 @ Paris, Parc des Princes`: the city first."""
    goals: list[tuple[int, str]] = field(default_factory=list)
    """Goal lines with their numbers."""


def goals_of(draft: Draft) -> tuple[Goal, ...]:
    if draft.line.result.second and draft.goals:
        raise ValueError("goals behind a line of two legs; give each leg its line")
    content = "\n".join(text for _, text in draft.goals)
    return read_goals(content, draft.line.home, draft.line.away, draft.line.result.final) if content else ()


def finish(draft: Draft, countries: frozenset[str]) -> list[Match]:
    """One match, or two in the short style of two legs; `countries` are names that can't be a city."""
    line = draft.line
    notes: list[str] = []
    status, neutral, leg = line.status, False, draft.leg
    winner, decided_by = _walkover(line)
    for written in line.scores:
        take_score(line.result, written, line.home.name, line.away.name)
    for note in line.notes:
        of_note = status_in(note)
        tossed = toss_winner(note, line.home.name, line.away.name)
        if of_note is not None:
            status = of_note
            _take_award(line.result, note)
        elif is_only_score(note):
            take_score(line.result, note, line.home.name, line.away.name)
        elif note.lower().startswith(("replay", "repl.")):
            leg = leg if draft.round.kind.is_table else Leg.REPLAY
        neutral = neutral or "neutral" in note.lower()
        if tossed is not None:
            winner = line.home if tossed == line.home.name else line.away
            decided_by = DecidedBy.COIN_TOSS
        if _is_worth_keeping(note, of_note):
            notes.append(note)
    kick_off, day = _moment(draft.clock, draft.day, draft.place)
    venue, city = venue_and_city(_ZONE.sub("", draft.place), countries, city_first=draft.place_above)
    match = Match(
        draft.competition,
        draft.season,
        draft.round,
        line.home,
        line.away,
        _status(line.result, status),
        date=day,
        kick_off=kick_off,
        leg=leg,
        matchday=draft.matchday,
        full_time=line.result.full_time,
        half_time=line.result.half_time,
        extra_time=line.result.extra_time,
        penalties=line.result.penalties,
        goals=goals_of(draft),
        neutral=neutral,
        winner=winner,
        decided_by=decided_by,
        venue=venue,
        city=city,
        note="; ".join(notes),
    )
    return _both_legs(draft, match) if line.result.second else [match]


def venue_and_city(place: str, countries: frozenset[str], *, city_first: bool) -> tuple[str, str]:
    """`Wembley, London`, `London (Wembley)`, `Cardiff`, `Tunis, Tunisia`, or `London, Wembley`."""
    bracketed = re.fullmatch(r"([^()]{1,100}?)\s?\(([^()]{1,100})\)", place)
    parts = [part.strip() for part in re.split(r"[,›]", bracketed[1] if bracketed else place) if part.strip()]
    if len(parts) > 1 and (parts[-1] in countries or re.fullmatch(r"[A-Z]{3}", parts[-1])):
        parts = parts[:-1]
    if bracketed and (city_first or _STADIUM.search(bracketed[2])) and bracketed[2] not in countries:
        return bracketed[2].strip(), parts[0] if parts else ""
    if len(parts) <= 1:
        alone = parts[0] if parts else ""
        return (alone, "") if _STADIUM.search(alone) else ("", alone)
    first, second = bool(_STADIUM.search(parts[0])), bool(_STADIUM.search(parts[1]))
    if (city_first and not first) or (second and not first):
        return parts[1], parts[0]
    return parts[0], parts[1]


def _walkover(line: MatchLine) -> tuple[Club | None, DecidedBy | None]:
    """`A w/o B` lets A through, `A o/w B` lets B through, and so does a score of 0-3."""
    if line.status is not Status.WALKOVER:
        return None, None
    score = line.result.final
    away_wins = score.home < score.away if score else line.away_wins
    return (line.away if away_wins else line.home), DecidedBy.WALKOVER


def _status(result: Result, noted: Status | None) -> Status:
    if result.awarded:
        return Status.AWARDED
    if result.abandoned and noted is None:
        return Status.ABANDONED
    if noted in {None, Status.POSTPONED} and not result.is_empty:
        return Status.PLAYED  # postponed, and played since
    return noted or Status.SCHEDULED


def _take_award(result: Result, note: str) -> None:
    """The score awarded, where the line shows none, or the one on the pitch.

    `awarded 3-0 to Cafetaleros` may be written of an away club: then the line is right.
    """
    found = _NAMED_AWARD.match(note)
    award = scores_in(found[1])[0] if found else None
    if award is not None and (result.full_time is None or award.turned != result.full_time):
        result.full_time, result.extra_time, result.penalties = award, None, None


def _is_worth_keeping(note: str, status: Status | None) -> bool:
    if status is not None:
        return len(note.split()) > 1
    return not (is_only_score(note) or note.lower() in {"neutral", "neutral ground", "replay"})


def _moment(clock: Clock | None, day: date | None, place: str) -> tuple[datetime | None, date | None]:
    """The kick-off in UTC and its day in Amsterdam."""
    if clock is None or day is None:
        return None, day
    zone = read_zone(place) if clock.offset is None else clock.offset
    kick_off = Clock(clock.hour, clock.minute, zone).on(day)
    return kick_off, kick_off.astimezone(AMSTERDAM).date()


def _both_legs(draft: Draft, match: Match) -> list[Match]:
    """`A v B  2-1 2-3`: the return was at B, written from A's side."""
    second = draft.line.result.second or Result()
    first = replace(match, leg=Leg.FIRST, penalties=None)
    turned = replace(
        match,
        home=match.away,
        away=match.home,
        leg=Leg.SECOND,
        date=draft.second_day,
        kick_off=None,
        full_time=second.full_time and second.full_time.turned,
        half_time=second.half_time and second.half_time.turned,
        extra_time=second.extra_time and second.extra_time.turned,
        penalties=second.penalties and second.penalties.turned,
        venue="",
        city="",
    )
    return [first, turned]

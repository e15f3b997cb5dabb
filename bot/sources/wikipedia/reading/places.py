"""Where a match belongs, from the title of the page and the headings that it stands under."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from bot.football.competitions import EUROPA_LEAGUE, ROWS
from bot.football.model import UNKNOWN_ROUND, Competition, Leg, Round, RoundKind, Season
from bot.sources.wikipedia.reading.wikitext import in_one_line

_LAST_REPLAY = 1973
"""The season of the last replay, that of the final of 1974."""
_FIRST_PLAY_OFFS = 2009
_FIRST_PRELIMINARY_FINALS = 2018
"""From then on four champions of small countries play semi-finals and a final of a preliminary round."""

_ANOTHER = re.compile(r"\bsuper cup\b|\bintercontinental\b|\byouth league\b|\bwomen")
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_NTH = "|".join(_ORDINALS)
_QUALIFYING = {1: RoundKind.QUALIFYING_1, 2: RoundKind.QUALIFYING_2, 3: RoundKind.QUALIFYING_3}
_ROUNDS = {1: RoundKind.FIRST, 2: RoundKind.SECOND, 3: RoundKind.THIRD, 4: RoundKind.LAST_16}


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a season, as far as the headings tell it."""

    competition: Competition
    season: Season
    round: Round = UNKNOWN_ROUND
    leg: Leg | None = None
    matchday: int | None = None
    qualifying: bool = False
    knockout: bool = False
    elsewhere: bool = False
    """Under a heading of another competition."""

    def at(self, kind: RoundKind, label: str = "") -> Place:
        if kind is self.round.kind and label in {"", self.round.label}:
            return self
        return replace(self, round=Round(kind, label), leg=None, matchday=None)


def _names(competition: Competition) -> str:
    return "|".join(ROWS[competition].wikipedia.values()).lower() if competition in ROWS else ""


_Reading = Callable[[Place, re.Match[str]], Place]


def place_of(competition: Competition, season: Season, headings: Iterable[str]) -> Place:
    """The place under these headings, the outermost first; a page's title without its years is one."""
    place = Place(competition, season)
    for heading in headings:
        place = _under(place, heading)
    if place.round.is_unknown and competition in ROWS and ROWS[competition].only_a_final:
        place = place.at(RoundKind.FINAL)
    return place


def _under(place: Place, heading: str) -> Place:
    text = in_one_line(heading)
    if (another := _ANOTHER.search(text)) and another[0] not in _names(place.competition):
        return replace(place, elsewhere=True)
    if re.search(
        r"\b(?:route|road|path) to the final\b|\b(?:seeding|teams|ranking|criteria|statistics)\b", text
    ):
        return place
    for pattern, read in _ROUND_NAMES:
        if found := pattern.search(text):
            place = read(place, found)
            break
    for pattern, read in _DETAILS:
        if found := pattern.search(text):
            place = read(place, found)
    return place


def _to(kind: RoundKind) -> _Reading:
    return lambda place, _: place.at(kind)


def _nth_qualifying(place: Place, found: re.Match[str]) -> Place:
    number = _ORDINALS.get(found[1]) or int(found[1])
    return place.at(_QUALIFYING[number]) if number in _QUALIFYING else place


def _only_qualifying(place: Place, _found: re.Match[str]) -> Place:
    """The only qualifying round of a season; the UEFA Cup of 1996 had a preliminary one before it."""
    first = place.competition == EUROPA_LEAGUE and place.season.start_year == 1996
    return place.at(RoundKind.QUALIFYING_1 if first else RoundKind.PRELIMINARY)


def _nth_round(place: Place, found: re.Match[str]) -> Place:
    number = _ORDINALS[found[1]]
    if place.qualifying and number in _QUALIFYING and place.season.start_year >= 1997:
        return place.at(_QUALIFYING[number])
    return place.at(_ROUNDS[number])


def _play_off(place: Place, _found: re.Match[str]) -> Place:
    """A third match long ago; today a round, of the qualifying or of the knockout phase."""
    year = place.season.start_year
    if not place.round.is_unknown and year <= _LAST_REPLAY:
        return replace(place, leg=Leg.REPLAY)
    if year < _FIRST_PLAY_OFFS:
        return place
    if place.round.kind.is_qualifying or place.qualifying or not place.knockout:
        return place.at(RoundKind.PLAY_OFF)
    return place.at(RoundKind.KNOCKOUT_PLAY_OFF)


def _semi_final(place: Place, _found: re.Match[str]) -> Place:
    return place if _in_preliminary(place) else place.at(RoundKind.SEMI_FINAL)


def _final(place: Place, _found: re.Match[str]) -> Place:
    return place if _in_preliminary(place) else place.at(RoundKind.FINAL)


def _in_preliminary(place: Place) -> bool:
    return place.round.kind is RoundKind.PRELIMINARY and place.season.start_year >= _FIRST_PRELIMINARY_FINALS


def _group(place: Place, found: re.Match[str]) -> Place:
    kind = place.round.kind if place.round.kind is RoundKind.SECOND_GROUP else RoundKind.GROUP
    return place.at(kind, found[1].upper())


def _groups(place: Place, _found: re.Match[str]) -> Place:
    return place if place.round.kind is RoundKind.SECOND_GROUP else place.at(RoundKind.GROUP)


_ROUND_NAMES: tuple[tuple[re.Pattern[str], _Reading], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (rf"\b({_NTH}) qualifying(?: round|$)", _nth_qualifying),
        (r"\bqualifying round ([1-3])\b", _nth_qualifying),
        (r"\b(?:qualifying|qualification) round\b", _only_qualifying),
        (r"\bpreliminary\b(?! phase)", _to(RoundKind.PRELIMINARY)),
        (
            r"\bknock-?out (?:rounds?|phase|stage)? ?play-?offs?\b",
            _to(RoundKind.KNOCKOUT_PLAY_OFF),
        ),
        (r"\bplay-?offs?\b", _play_off),
        (r"\bsecond group (?:stage|phase)\b", _to(RoundKind.SECOND_GROUP)),
        (r"\bgroup ([a-p]|[1-9])\b(?! of)", _group),
        (r"\bgroups?(?: (?:stage|phase|matches))?$|\bgroup (?:stage|phase)\b", _groups),
        (r"\bleague (?:phase|stage)\b", _to(RoundKind.LEAGUE)),
        (r"\bround of 64\b|\b1/32\b", _to(RoundKind.LAST_64)),
        (r"\bround of 32\b|\b1/16\b|\blast 32\b|\bsixteenth-finals?\b", _to(RoundKind.LAST_32)),
        (
            r"\bround of 16\b|\b1/8\b|\blast 16\b|\beighth-finals?\b|\bfirst knock-?out round\b",
            _to(RoundKind.LAST_16),
        ),
        (rf"\b({_NTH}) round\b", _nth_round),
        (r"\bquarter-? ?finals?\b", _to(RoundKind.QUARTER_FINAL)),
        (r"\bsemi-? ?finals?\b", _semi_final),
        (
            r"\bfinals?\b(?! (?:phase|stages?|tournament|eight|rounds?|standings?|tables?|ranking))",
            _final,
        ),
    )
)
_DETAILS: tuple[tuple[re.Pattern[str], _Reading], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"\b(?:first|1st) legs?\b|\bleg 1\b", lambda place, _: replace(place, leg=Leg.FIRST)),
        (r"\b(?:second|2nd) legs?\b|\bleg 2\b", lambda place, _: replace(place, leg=Leg.SECOND)),
        (
            r"\breplays?\b|\btie-?breakers?\b|\bthird match\b|\bdeciding match\b|\bdecider\b",
            lambda place, _: replace(place, leg=Leg.REPLAY),
        ),
        (
            r"\bmatch ?-?day ([1-9][0-9]?)\b|\bmatch ?-?week ([1-9][0-9]?)\b",
            lambda place, found: replace(place, matchday=int(found[1] or found[2])),
        ),
        (r"\bqualif(?:ying|ication)\b", lambda place, _: replace(place, qualifying=True)),
        (
            r"\bknock-?out (?:phase|stage)\b|\bfinal (?:phase|stages?)\b",
            lambda place, _: replace(place, knockout=True, qualifying=False),
        ),
    )
)

"""How the seasons were built whose source names no rounds: their stages, from the first round proper on."""

from __future__ import annotations

from dataclasses import dataclass

from bot.football.competitions import CHAMPIONS_LEAGUE, CUP_WINNERS_CUP, EUROPA_LEAGUE, FAIRS_CUP, SUPER_CUP
from bot.football.model import Competition, RoundKind, Season

TIE = 2
"""A tie is a group of two clubs."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One round as the calendar sees it: so many groups of so many clubs that meet so many times."""

    kind: RoundKind
    groups: int
    """Groups, or ties in a knockout round, when no club withdraws."""
    clubs: int = TIE
    meetings: int = 2
    """How often two clubs of a group, or of a tie, meet."""

    @property
    def is_group_stage(self) -> bool:
        return self.clubs > TIE

    @property
    def matchdays(self) -> int:
        """With an odd number of clubs one of them rests each time."""
        rounds = self.clubs if self.clubs % 2 else self.clubs - 1
        return rounds * self.meetings

    @property
    def home_matches(self) -> int:
        """How many matches of a group stage each club plays at home."""
        return (self.clubs - 1) * self.meetings // 2


def _ties(kind: RoundKind, ties: int) -> Stage:
    return Stage(kind, ties)


def _groups(groups: int, kind: RoundKind = RoundKind.GROUP) -> Stage:
    return Stage(kind, groups, clubs=4)


_FINAL = Stage(RoundKind.FINAL, 1, meetings=1)
_FROM_SEMI_FINALS = (_ties(RoundKind.SEMI_FINAL, 2), _FINAL)
_FROM_QUARTER_FINALS = (_ties(RoundKind.QUARTER_FINAL, 4), *_FROM_SEMI_FINALS)
_FROM_LAST_16 = (_ties(RoundKind.LAST_16, 8), *_FROM_QUARTER_FINALS)
_FROM_LAST_32 = (_ties(RoundKind.LAST_32, 16), *_FROM_LAST_16)
_TWO_ROUNDS = (_ties(RoundKind.FIRST, 16), _ties(RoundKind.SECOND, 8))
_SINGLE_FROM_QUARTER_FINALS = (
    Stage(RoundKind.QUARTER_FINAL, 4, meetings=1),
    Stage(RoundKind.SEMI_FINAL, 2, meetings=1),
    _FINAL,
)

# A format stands under the season in which it began, and holds until the next one.
_FORMATS: dict[Competition, dict[int, tuple[Stage, ...]]] = {
    CHAMPIONS_LEAGUE: {
        1990: (*_TWO_ROUNDS, *_FROM_QUARTER_FINALS),
        # Two groups instead of quarter- and semi-finals; their winners met in the final.
        1991: (*_TWO_ROUNDS, _groups(2), _FINAL),
        # Semi-finals of one match, at the group winners'.
        1993: (*_TWO_ROUNDS, _groups(2), Stage(RoundKind.SEMI_FINAL, 2, meetings=1), _FINAL),
        1994: (_groups(4), *_FROM_QUARTER_FINALS),
        1997: (_groups(6), *_FROM_QUARTER_FINALS),
        1999: (_groups(8), _groups(4, RoundKind.SECOND_GROUP), *_FROM_QUARTER_FINALS),
        2003: (_groups(8), *_FROM_LAST_16),
    },
    EUROPA_LEAGUE: {
        # The UEFA Cup's groups of five: each pair met once, at one of the two.
        2004: (
            _ties(RoundKind.FIRST, 40),
            Stage(RoundKind.GROUP, 8, clubs=5, meetings=1),
            *_FROM_LAST_32,
        ),
        2009: (_groups(12), *_FROM_LAST_32),
        # Single matches in Germany in August 2020; two ties of the round of 16 too.
        2019: (
            _groups(12),
            _ties(RoundKind.LAST_32, 16),
            _ties(RoundKind.LAST_16, 8),
            *_SINGLE_FROM_QUARTER_FINALS,
        ),
        2020: (_groups(12), *_FROM_LAST_32),
    },
}
_ANY = 99
"""Ties in a round of which the number differed by season."""
_Q1, _Q2, _Q3 = (
    _ties(kind, _ANY) for kind in (RoundKind.QUALIFYING_1, RoundKind.QUALIFYING_2, RoundKind.QUALIFYING_3)
)
_PRELIMINARY = _ties(RoundKind.PRELIMINARY, _ANY)
_PLAY_OFFS = _ties(RoundKind.PLAY_OFF, _ANY)
_THREE_ROUNDS = (_ties(RoundKind.FIRST, 32), _ties(RoundKind.SECOND, 16), _ties(RoundKind.THIRD, 8))
# What was played before the formats above, or without them.
_KNOCKOUTS: dict[Competition, dict[int, tuple[Stage, ...]]] = {
    CHAMPIONS_LEAGUE: {
        1955: (_PRELIMINARY, _ties(RoundKind.FIRST, 8), *_FROM_QUARTER_FINALS),
        1966: (_PRELIMINARY, *_TWO_ROUNDS, *_FROM_QUARTER_FINALS),
        1990: (_PRELIMINARY,),
        1997: (_Q1, _Q2),
        1999: (_Q1, _Q2, _Q3),
        2009: (_Q1, _Q2, _Q3, _PLAY_OFFS),
        2018: (_PRELIMINARY, _Q1, _Q2, _Q3, _PLAY_OFFS),
    },
    CUP_WINNERS_CUP: {
        1960: (_PRELIMINARY, *_FROM_QUARTER_FINALS),
        1961: (_PRELIMINARY, _ties(RoundKind.FIRST, 8), *_FROM_QUARTER_FINALS),
        1963: (_PRELIMINARY, *_TWO_ROUNDS, *_FROM_QUARTER_FINALS),
    },
    FAIRS_CUP: {
        # Four groups of three, some of which had lost a city.
        1955: (Stage(RoundKind.GROUP, 4, clubs=3), *_FROM_SEMI_FINALS),
        1958: (_ties(RoundKind.FIRST, 8), *_FROM_QUARTER_FINALS),
        1961: (_ties(RoundKind.FIRST, 16), _ties(RoundKind.SECOND, 8), *_FROM_QUARTER_FINALS),
        # Of six clubs two had a bye to the semi-finals.
        1964: (
            _ties(RoundKind.FIRST, 24),
            _ties(RoundKind.SECOND, 12),
            _ties(RoundKind.THIRD, 6),
            _ties(RoundKind.QUARTER_FINAL, 2),
            *_FROM_SEMI_FINALS,
        ),
        1965: (*_THREE_ROUNDS, *_FROM_QUARTER_FINALS),
        # Hamburg withdrew.
        1968: (*_THREE_ROUNDS, _ties(RoundKind.QUARTER_FINAL, 3), *_FROM_SEMI_FINALS),
        1969: (*_THREE_ROUNDS, *_FROM_QUARTER_FINALS),
    },
    EUROPA_LEAGUE: {
        1971: (_PRELIMINARY, *_THREE_ROUNDS, *_FROM_QUARTER_FINALS),
        1996: (_PRELIMINARY, _Q1, *_THREE_ROUNDS, *_FROM_QUARTER_FINALS),
        1997: (_Q1, _Q2, *_THREE_ROUNDS, *_FROM_QUARTER_FINALS),
        # The losers of the Champions League came in for the third round; the fourth was the round of 16.
        1999: (
            _PRELIMINARY,
            _ties(RoundKind.FIRST, 48),
            _ties(RoundKind.SECOND, 24),
            _ties(RoundKind.THIRD, 16),
            *_FROM_LAST_16,
        ),
        2004: (_Q1, _Q2),
        2009: (_Q1, _Q2, _Q3, _PLAY_OFFS),
        2018: (_PRELIMINARY, _Q1, _Q2, _Q3, _PLAY_OFFS),
    },
    SUPER_CUP: {1972: (_FINAL,)},
}
_LAST_SEASON = {CHAMPIONS_LEAGUE: 2018, EUROPA_LEAGUE: 2020}
"""Later formats come with rounds; the Champions League of 2019/20 too."""


def format_of(competition: Competition, season: Season) -> tuple[Stage, ...]:
    """The stages in the order in which they were played; nothing for a season that is not known here."""
    if season.start_year > _LAST_SEASON.get(competition, 0):
        return ()
    return _begun(_FORMATS[competition], season)


def knockouts_of(competition: Competition, season: Season) -> tuple[Stage, ...]:
    """The knockout rounds before the format of `format_of`, or all of a season that has none."""
    return _begun(_KNOCKOUTS.get(competition, {}), season)


def _begun(formats: dict[int, tuple[Stage, ...]], season: Season) -> tuple[Stage, ...]:
    begun = [year for year in formats if year <= season.start_year]
    return formats[max(begun)] if begun else ()

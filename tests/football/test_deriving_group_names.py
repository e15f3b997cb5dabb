"""Groups that a source lists by matchday only, without saying which is which."""

from __future__ import annotations

from bot.football.deriving_groups import with_group_names
from bot.football.model import Derived, Match
from tests.football.builders import match

# Champions League 2023/24, of which openfootball tells the matchdays and not the groups.
E = ("Feyenoord", "Celtic", "Lazio", "Atlético Madrid")
F = ("PSG", "Dortmund", "Milan", "Newcastle")


def _played(clubs: tuple[str, ...], round_: str = "GROUP") -> list[Match]:
    return [
        match(home, away, "1-0", competition="CL", season=2023, round=round_)
        for home in clubs
        for away in clubs
        if home != away
    ]


def test_clubs_that_met_are_in_one_group() -> None:
    named = with_group_names([*_played(E), *_played(F)], [])
    labels = {frozenset(each.name for each in one.clubs): one.round.label for one in named}
    assert {label for clubs, label in labels.items() if clubs <= set(E)} == {"1"}
    assert {label for clubs, label in labels.items() if clubs <= set(F)} == {"2"}
    assert all(Derived.ROUND in one.derived for one in named)


def test_a_known_match_tells_the_letter_of_its_group() -> None:
    known = match("Lazio", "Celtic", competition="CL", season=2023, round="GROUP E")
    named = with_group_names([*_played(E), *_played(F)], [known])
    assert {one.round.code for one in named} == {"GROUP E", "GROUP 2"}


def test_groups_that_are_told_and_other_rounds_stay_as_they_are() -> None:
    told = [
        *_played(E, "GROUP E"),
        match("Lazio", "Bayern", "1-0", competition="CL", season=2023, round="R16"),
    ]
    assert with_group_names(told, []) == told

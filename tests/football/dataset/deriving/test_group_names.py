"""Groups that a source lists by matchday only, without saying which is which."""

from __future__ import annotations

from dataclasses import replace

from bot.football.dataset.deriving.groups import has_no_group_name, with_group_names
from bot.football.model import Derived, Match, Round, RoundKind
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
    named = with_group_names([*_played(E), *_played(F)])
    labels = {frozenset(each.name for each in game.clubs): game.round.label for game in named}
    assert {label for clubs, label in labels.items() if clubs <= set(E)} == {"1"}
    assert {label for clubs, label in labels.items() if clubs <= set(F)} == {"2"}
    assert all(Derived.ROUND in game.derived for game in named)


def test_a_known_match_tells_the_letter_of_its_group() -> None:
    lettered = match("Lazio", "Celtic", competition="CL", season=2023, round="GROUP E")
    named = with_group_names([*_played(E), lettered, *_played(F)])
    assert {game.round.code for game in named} == {"GROUP E", "GROUP 2"}


def test_groups_that_are_told_and_other_rounds_stay_as_they_are() -> None:
    lettered = [
        *_played(E, "GROUP E"),
        match("Lazio", "Bayern", "1-0", competition="CL", season=2023, round="R16"),
    ]
    assert with_group_names(lettered) == lettered


def test_a_group_keeps_its_number_when_more_becomes_known() -> None:
    first = with_group_names(_played(F))
    more = with_group_names([*first, *_played(E)])
    assert {game.round.code for game in more if game.home.name in F} == {"GROUP 1"}
    assert {game.round.code for game in more if game.home.name in E} == {"GROUP 2"}
    assert with_group_names(more) == more


def test_two_halves_of_a_group_become_one_when_they_meet() -> None:
    first_matchday = with_group_names(
        [
            match("Feyenoord", "Celtic", "2-0", competition="CL", season=2023, round="GROUP"),
            match("Lazio", "Atlético Madrid", "1-1", competition="CL", season=2023, round="GROUP"),
        ]
    )
    assert [game.round.code for game in first_matchday] == ["GROUP 2", "GROUP 1"]
    second = match("Celtic", "Lazio", "1-2", competition="CL", season=2023, round="GROUP")
    assert {game.round.code for game in with_group_names([*first_matchday, second])} == {"GROUP 1"}


def test_groups_numbered_alike_are_told_apart() -> None:
    alike = [*with_group_names(_played(E)), *with_group_names(_played(F))]
    assert {game.round.code for game in with_group_names(alike)} == {"GROUP 1", "GROUP 2"}


def test_the_second_group_phase_has_groups_of_its_own() -> None:
    second_phase = [
        match("Lazio", "Chelsea", "0-0", competition="CL", season=1999, round="G2"),
        match("Bayern", "Rosenborg", "1-1", competition="CL", season=1999, round="G2"),
    ]
    codes = [game.round.code for game in with_group_names([*_played(E), *second_phase])[-2:]]
    assert codes == ["G2 2", "G2 1"]


def test_a_group_that_a_competition_itself_numbers_has_a_name() -> None:
    lettered = match("Argentina", "Italy", "1-1", competition="World Cup", season=1974, round="GROUP 4")
    assert not has_no_group_name(lettered)
    assert with_group_names([lettered]) == [lettered]
    assert has_no_group_name(replace(lettered, derived=frozenset({Derived.ROUND})))
    assert not has_no_group_name(match("Ajax", "Porto", round="R16"))


def test_a_letter_that_is_told_in_two_halves_of_a_group_holds_for_both() -> None:
    lettered = [
        match("Feyenoord", "Celtic", "2-0", competition="CL", season=2023, round="GROUP E"),
        match("Lazio", "Atlético Madrid", "1-1", competition="CL", season=2023, round="GROUP E"),
    ]
    untold = [
        replace(game, home=game.away, away=game.home, round=Round(RoundKind.GROUP)) for game in lettered
    ]
    assert {game.round.code for game in with_group_names([*lettered, *untold])} == {"GROUP E"}

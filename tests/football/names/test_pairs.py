from __future__ import annotations

import pytest

from bot.football.model import Club
from bot.football.names.finder import ClubChoice, ClubFinder, ClubName, NoClub, OneClub, Renown, TwoClubs
from bot.football.names.found import PairChoice
from bot.football.names.in_memory import NamesInMemory
from bot.football.names.pairs import parts_of
from tests.football.clubs_known import find, names_of


@pytest.mark.parametrize(
    ("typed", "clubs"),
    [
        ("ajax - juventus", ["Ajax", "Juventus"]),
        ("Arsenal tegen Milan", ["Arsenal", "AC Milan"]),
        ("feyenoord vs as roma", ["Feyenoord", "AS Roma"]),
        ("arsnal - juventis", ["Arsenal", "Juventus"]),
        ("ajax/psv", ["Ajax", "PSV"]),
        ("Paris Saint-Germain-Ajax", ["Paris Saint-Germain", "Ajax"]),
        ("heeft ajax - psv al gescoord", ["Ajax", "PSV"]),
        ("vitesse – feyenoord", ["Vitesse", "Feyenoord"]),
        ("ajax en psv", ["Ajax", "PSV"]),
        ("ajax x psv", ["Ajax", "PSV"]),
        ("ajax, psv", ["Ajax", "PSV"]),
    ],
)
def test_what_stands_between_two_clubs_parts_them(typed: str, clubs: list[str]) -> None:
    assert names_of(find(typed)) == clubs


@pytest.mark.parametrize(
    ("typed", "clubs"),
    [
        ("Inter - Milan", ["Inter", "AC Milan"]),
        ("Milan - Inter", ["AC Milan", "Inter"]),
        ("Inter tegen Milan", ["Inter", "AC Milan"]),
        ("inter-milan", ["Inter", "AC Milan"]),
        ("Inter en Milan", ["Inter", "AC Milan"]),
        ("lazio - roma", ["Lazio", "AS Roma"]),
        ("espanyol / barcelona", ["Espanyol", "FC Barcelona"]),
        ("red star - paris", ["Crvena zvezda", "Paris Saint-Germain"]),
    ],
)
def test_two_clubs_parted_are_two_though_together_they_are_a_name(typed: str, clubs: list[str]) -> None:
    assert names_of(find(typed)) == clubs


@pytest.mark.parametrize(
    ("typed", "club"),
    [
        ("Paris Saint-Germain", "Paris Saint-Germain"),
        ("ararat-armenia", "Ararat-Armenia"),
        ("bodo - glimt", "Bodø/Glimt"),
        ("brighton & hove albion", "Brighton & Hove Albion"),
        ("athletic - bilbao", "Athletic Bilbao"),
        ("borussia - dortmund", "Borussia Dortmund"),
        ("spartak-trnava", "Spartak Trnava"),
    ],
)
def test_what_stands_inside_a_name_does_not_part_it(typed: str, club: str) -> None:
    assert names_of(find(typed)) == club


@pytest.mark.parametrize(
    ("typed", "clubs"),
    [
        ("Real Madrid Barcelona", ["Real Madrid", "FC Barcelona"]),
        ("psg marseille", ["Paris Saint-Germain", "Olympique Marseille"]),
        ("psg om", ["Paris Saint-Germain", "Olympique Marseille"]),
        ("twente az", ["FC Twente", "AZ"]),
        ("nec juventus", ["NEC", "Juventus"]),
        ("vitesse feyenoord", ["Vitesse", "Feyenoord"]),
        ("utrecht celtic", ["FC Utrecht", "Celtic"]),
        ("liverpool köln", ["Liverpool", "1. FC Köln"]),
        ("st etienne ajax", ["Saint-Étienne", "Ajax"]),
        ("ajax st etienne", ["Ajax", "Saint-Étienne"]),
        ("gala barça", ["Galatasaray", "FC Barcelona"]),
        ("hoe speelt ajax psv", ["Ajax", "PSV"]),
        ("ajax dortmund", ["Ajax", "Borussia Dortmund"]),
        ("Milan Inter", ["AC Milan", "Inter"]),
        ("AC Milan Inter", ["AC Milan", "Inter"]),
        ("roma lazio", ["AS Roma", "Lazio"]),
        ("ss lazio as roma", ["Lazio", "AS Roma"]),
        ("barcelona espanyol", ["FC Barcelona", "Espanyol"]),
    ],
)
def test_two_names_side_by_side_are_two_clubs(typed: str, clubs: list[str]) -> None:
    assert names_of(find(typed)) == clubs


@pytest.mark.parametrize(
    ("typed", "club"),
    [
        ("Inter Milan", "Inter"),
        ("inter milaan", "Inter"),
        ("Lazio Roma", "Lazio"),
        ("Athletic Bilbao", "Athletic Bilbao"),
        ("bilbao atletico", "Athletic Bilbao"),
        ("Union Berlin", "Union Berlin"),
        ("trnava spartak", "Spartak Trnava"),
        ("salzburg austria", "Red Bull Salzburg"),
        ("ben ajax", "Ajax"),
        ("bravo ajax", "Ajax"),
        ("newcastle united", "Newcastle United"),
        ("united newcastle", "Newcastle United"),
    ],
)
def test_the_name_of_one_club_is_one_club(typed: str, club: str) -> None:
    assert names_of(find(typed)) == club


@pytest.mark.parametrize("typed", ["Red Star Paris", "paris red star", "Arsenal Tula", "tula arsenal fc"])
def test_a_club_from_elsewhere_is_not_taken_for_two(typed: str) -> None:
    found = find(typed)
    assert isinstance(found, NoClub)
    assert found.known_elsewhere


@pytest.mark.parametrize(
    ("typed", "sure", "perhaps"),
    [
        ("milan real", "AC Milan", "Real Madrid"),
        ("real - milan", "AC Milan", "Real Madrid"),
        ("benfica sporting", "Benfica", "Sporting CP"),
        ("sporting - benfica", "Benfica", "Sporting CP"),
        ("ajax, united", "Ajax", "Manchester United"),
        ("az monaco", "AS Monaco", "AZ"),
    ],
)
def test_where_one_of_two_is_unsure_it_is_asked(typed: str, sure: str, perhaps: str) -> None:
    found = find(typed)
    assert isinstance(found, ClubChoice | PairChoice)
    assert [club.name for club in found.clubs[:2]] == [sure, perhaps]


def test_two_unsure_names_are_offered_in_turn() -> None:
    found = find("real sporting cp united")
    assert not isinstance(found, OneClub)
    found = find("real - united")
    assert isinstance(found, PairChoice)
    assert [club.name for club in found.pairs[0]] == ["Real Madrid", "Manchester United"]
    assert {club.name for club in found.clubs[:2]} == {"Real Madrid", "Manchester United"}


def test_of_three_clubs_one_is_chosen() -> None:
    assert names_of(find("ajax - psv - feyenoord")) == ["Ajax", "Feyenoord", "PSV"]


@pytest.mark.parametrize("typed", ["ajax - telstar", "ajax telstar", "Telstar tegen Ajax"])
def test_beside_a_club_from_elsewhere_no_other_is_answered(typed: str) -> None:
    assert find(typed) == NoClub("Telstar")


@pytest.mark.parametrize(
    "typed",
    ["tns hjk", "abracadabra - simsalabim", "ajax - simsalabim", "koffie en thee", "paris fc - simsalabim"],
)
def test_what_is_not_known_makes_no_pair(typed: str) -> None:
    assert names_of(find(typed)) is None


def test_the_same_club_twice_is_no_pair() -> None:
    assert not isinstance(find("ajax - ajax"), TwoClubs)
    assert not isinstance(find("ajax amsterdam"), TwoClubs)
    # Young Boys are hardly known in this finder, and YB may be anything.
    assert not isinstance(find("yb ajax"), TwoClubs)


REAL, REAL_SOCIEDAD, BARCELONA, LEICESTER, PSV, CITY = (
    Club("esp-real-madrid", "Real Madrid"),
    Club("esp-real-sociedad", "Real Sociedad"),
    Club("esp-fc-barcelona", "Barcelona"),
    Club("eng-leicester-city", "Leicester City"),
    Club("ned-psv", "PSV"),
    Club("eng-manchester-city", "Manchester City"),
)
NAMES = [
    *(ClubName(club, club.name) for club in (REAL, REAL_SOCIEDAD, BARCELONA, LEICESTER, PSV, CITY)),
    *(ClubName(club, "Real", "nickname", shared=True) for club in (REAL, REAL_SOCIEDAD)),
    *(ClubName(club, "City", "nickname", shared=True) for club in (CITY, LEICESTER)),
    ClubName(LEICESTER, "Leicester", "city"),
]


def finder_of(met: dict[tuple[Club, Club], list[int]]) -> ClubFinder:
    """With Real Madrid and Manchester City the best known."""
    return ClubFinder(
        NamesInMemory(
            NAMES,
            renown={REAL.id: Renown(400, 2026), CITY.id: Renown(180, 2026), LEICESTER.id: Renown(12, 2021)},
            met={frozenset({one_club.id, other.id}): years for (one_club, other), years in met.items()},
        )
    )


@pytest.mark.parametrize("typed", ["real barcelona", "real - barcelona", "Real tegen Barcelona"])
def test_a_nickname_is_that_of_the_club_that_the_other_one_met(typed: str) -> None:
    assert finder_of({(REAL_SOCIEDAD, BARCELONA): [1980]}).find(typed) == TwoClubs(REAL_SOCIEDAD, BARCELONA)
    often = {(REAL_SOCIEDAD, BARCELONA): [1980], (REAL, BARCELONA): [1960, 2011]}
    assert finder_of(often).find(typed) == TwoClubs(REAL, BARCELONA)


def test_in_a_year_it_is_whom_the_other_one_met_then() -> None:
    finder = finder_of({(REAL_SOCIEDAD, BARCELONA): [1980], (REAL, BARCELONA): [1960, 1960, 2011]})
    assert finder.find("real barcelona", {1980}) == TwoClubs(REAL_SOCIEDAD, BARCELONA)
    assert finder.find("real barcelona", {1990}) == TwoClubs(REAL, BARCELONA)


def test_where_both_met_as_often_the_pair_is_asked_about() -> None:
    finder = finder_of({(REAL_SOCIEDAD, BARCELONA): [1980, 1981], (REAL, BARCELONA): [1960, 2011]})
    found = finder.find("real barcelona")
    assert found == PairChoice(((REAL, BARCELONA), (REAL_SOCIEDAD, BARCELONA)))


def test_where_the_likeliest_never_met_all_pairs_are_asked_about() -> None:
    met = {(LEICESTER, REAL_SOCIEDAD): [2021], (LEICESTER, REAL): [2022]}
    found = finder_of(met).find("city real")
    assert isinstance(found, PairChoice)
    assert found.pairs[0] == (CITY, REAL)
    assert len(found.pairs) == 4


def test_the_words_of_the_name_of_one_club_are_no_pair() -> None:
    one_club = Club("par-real-barcelona", "Barcelona Real")
    names = NamesInMemory([*NAMES, ClubName(one_club, one_club.name)])
    assert ClubFinder(names).find("real barcelona") == OneClub(one_club)


def test_clubs_that_met_are_two_though_one_goes_by_the_name_of_its_town() -> None:
    assert finder_of({(PSV, LEICESTER): [2022]}).find("psv leicester") == TwoClubs(PSV, LEICESTER)
    assert finder_of({(REAL, LEICESTER): [2022]}).find("real leicester") == TwoClubs(REAL, LEICESTER)


IMPORTED = [
    Club(f"club-{number}", name)
    for number, name in enumerate(
        [
            *("Ajax", "SL Benfica", "Legia Warszawa", "Celtic FC", "Juventus", "Liverpool FC"),
            *("AZ", "AC Milan", "Inter"),
        ]
    )
]


@pytest.mark.parametrize("most", [0, 2, 30])
@pytest.mark.parametrize(
    ("typed", "clubs"),
    [
        ("Ajax Benfica", ["Ajax", "SL Benfica"]),
        ("Legia Celtic", ["Legia Warszawa", "Celtic FC"]),
        ("Celtic Benfica", ["Celtic FC", "SL Benfica"]),
        ("Juventus Liverpool", ["Juventus", "Liverpool FC"]),
        ("Milan Inter", ["AC Milan", "Inter"]),
        ("Inter - Milan", ["Inter", "AC Milan"]),
    ],
)
def test_in_a_small_database_clubs_of_few_matches_are_two(most: int, typed: str, clubs: list[str]) -> None:
    renown = {club.id: Renown(min(most, 2), 1987) for club in IMPORTED} | {"club-0": Renown(most, 1987)}
    finder = ClubFinder(NamesInMemory([ClubName(club, club.name) for club in IMPORTED], renown=renown))
    assert names_of(finder.find(typed)) == clubs


def test_nothing_between_leaves_a_text_whole() -> None:
    assert parts_of("Ajax") is None
    assert parts_of("- Ajax") is None

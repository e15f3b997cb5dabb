"""What must be true of groups and league phases, with one that keeps to it and one that doesn't."""

from __future__ import annotations

from dataclasses import replace

from bot.football.dataset.sentences import tables as of
from bot.football.model import Round, Status
from tests.football.builders import match
from tests.football.seasons import GROUP_H, season_of

# Tottenham and Real Madrid went on: the group has been played.
JUVENTUS = match("Juventus", "Tottenham", "2-2", competition="CL", round="R16", leg=1, date="2018-02-13")

# UEFA Cup 2006/07: five clubs that met once each, two of their matches at home.
GROUP_B = tuple(
    match(home, away, score, season=2006, round="GROUP B")
    for home, score, away in (
        ("Beşiktaş", "0-2", "Tottenham"),
        ("Club Brugge", "1-1", "Leverkusen"),
        ("Tottenham", "3-1", "Club Brugge"),
        ("Dinamo Bucureşti", "2-1", "Beşiktaş"),
        ("Leverkusen", "0-1", "Tottenham"),
        ("Club Brugge", "1-1", "Dinamo Bucureşti"),
        ("Dinamo Bucureşti", "2-1", "Leverkusen"),
        ("Beşiktaş", "2-1", "Club Brugge"),
        ("Leverkusen", "2-1", "Beşiktaş"),
        ("Tottenham", "3-1", "Dinamo Bucureşti"),
    )
)
BRAGA = match("Braga", "Tottenham", "2-3", season=2006, round="R16", leg=1)

LEAGUE = [
    match(
        f"Club {home}", f"Club {(home + ahead) % 36}", "1-0", competition="ECL", season=2024, round="LEAGUE"
    )
    for home in range(36)
    for ahead in (1, 2, 3)
]
RIJEKA = match("Rijeka", "Strasbourg", "1-2", competition="ECL", season=2024, round="R16", leg=1)


def test_a_club_stands_in_one_group_of_a_phase() -> None:
    assert not list(of.clubs_in_two_groups(season_of([*GROUP_H, JUVENTUS])))
    strayed = match("Tottenham", "Porto", "1-0", competition="CL", round="GROUP G")
    ((round_, text),) = of.clubs_in_two_groups(season_of([*GROUP_H, strayed]))
    assert (round_, text) == (Round.from_code("GROUP G"), "Tottenham stands in GROUP H too")


def test_a_second_group_phase_is_another_one() -> None:
    second = match("Tottenham", "Porto", "1-0", competition="CL", round="G2 A")
    assert not list(of.clubs_in_two_groups(season_of([*GROUP_H, second])))


def test_a_group_whose_letter_is_unknown_is_not_a_second_one() -> None:
    unknown = match("Tottenham", "Porto", "1-0", competition="CL", round="GROUP")
    assert not list(of.clubs_in_two_groups(season_of([*GROUP_H, unknown])))


def test_a_complete_group_has_every_pairing() -> None:
    assert not list(of.pairings_wrong_in_groups(season_of([*GROUP_H, JUVENTUS])))
    ((round_, text),) = of.pairings_wrong_in_groups(season_of([*GROUP_H[1:], JUVENTUS]))
    assert (round_, text) == (GROUP_H[0].round, "Tottenham – Dortmund stands there not at all")


def test_and_none_of_them_twice() -> None:
    again = replace(GROUP_H[0], date=GROUP_H[-1].date)
    ((_, text),) = of.pairings_wrong_in_groups(season_of([*GROUP_H, again, JUVENTUS]))
    assert text == "Tottenham – Dortmund stands there 2 times"


def test_a_match_abandoned_and_played_again_is_one_pairing() -> None:
    abandoned = replace(GROUP_H[0], status=Status.ABANDONED)
    assert not list(of.pairings_wrong_in_groups(season_of([abandoned, *GROUP_H, JUVENTUS])))


def test_a_group_being_played_may_miss_pairings() -> None:
    assert not list(of.pairings_wrong_in_groups(season_of(GROUP_H[:6])))


def test_groups_without_letters_are_not_compared() -> None:
    nameless = [replace(game, round=Round.from_code("GROUP")) for game in GROUP_H[1:]]
    assert not list(of.pairings_wrong_in_groups(season_of([*nameless, JUVENTUS])))


def test_groups_of_other_competitions_have_rules_of_their_own() -> None:
    once = match("Boca Juniors", "Palmeiras", "2-0", competition="Copa Libertadores", round="GROUP A")
    final = match("Boca Juniors", "Flamengo", "2-0", competition="Copa Libertadores", round="F")
    assert not list(of.pairings_wrong_in_groups(season_of([once, final])))


def test_in_the_uefa_cups_groups_of_five_each_pair_met_once() -> None:
    assert not list(of.pairings_wrong_in_groups(season_of([*GROUP_B, BRAGA])))
    ((_, text),) = of.pairings_wrong_in_groups(season_of([*GROUP_B[1:], BRAGA]))
    assert text == "Beşiktaş – Tottenham stands there not at all"


def test_every_club_plays_all_matches_of_a_league_phase() -> None:
    assert not list(of.clubs_short_of_matches(season_of([*LEAGUE, RIJEKA])))
    ((round_, text),) = of.clubs_short_of_matches(season_of([*LEAGUE[1:], RIJEKA]))
    assert (round_, text) == (LEAGUE[0].round, "2 clubs without 6 matches: Club 0 5, Club 1 5")


def test_of_many_clubs_the_first_are_named() -> None:
    ((_, text),) = of.clubs_short_of_matches(season_of([*LEAGUE[6:], RIJEKA]))
    assert text.startswith("5 clubs without 6 matches: Club 0 3, Club 1 2, Club 2 4, ")
    ((_, text),) = of.clubs_short_of_matches(season_of([*LEAGUE[9:], RIJEKA]))
    assert text.startswith("6 clubs without 6 matches: ")
    assert text.endswith(", …")


def test_a_league_phase_being_played_and_groups_are_not_counted() -> None:
    assert not list(of.clubs_short_of_matches(season_of(LEAGUE[1:])))
    assert not list(of.clubs_short_of_matches(season_of([*GROUP_H[1:], JUVENTUS])))


def test_a_league_phase_has_no_group_pairings() -> None:
    assert not list(of.pairings_wrong_in_groups(season_of([*LEAGUE, RIJEKA])))

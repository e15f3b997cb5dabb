"""Own goals that a player's other goals tell."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.football.dataset.own_goals import with_own_goals
from bot.football.model import GoalKind, Match
from tests.football.builders import goal, match


def own_goals(*matches: Match) -> list[str]:
    """Who scored own goals, with the club that each counts for."""
    return [
        f"{scored.scorer} for {scored.club.name}"
        for played in with_own_goals(matches)
        for scored in played.goals
        if scored.kind is GoalKind.OWN_GOAL
    ]


def scored(
    home: str, away: str, scorer: str, *clubs: str, season: int = 2019, competition: str = "EL"
) -> Match:
    """A match in which this player scored once for each of the clubs."""
    goals = [goal(club, minute, scorer) for minute, club in enumerate(clubs, start=1)]
    return match(home, away, season=season, competition=competition, goals=goals, status="played")


def test_lukaku_scored_for_both_clubs_in_the_final_of_2020() -> None:
    final = scored("Sevilla", "Inter", "Romelu Lukaku", "Inter", "Sevilla")
    semi_final = scored("Inter", "Shakhtar", "Romelu Lukaku", "Inter")
    assert own_goals(semi_final, final) == ["Romelu Lukaku for Sevilla"]
    assert own_goals(scored("Inter", "Slavia", "Romelu Lukaku", "Inter", competition="CL"), final) == [
        "Romelu Lukaku for Sevilla"
    ]


def test_alex_of_psv_scored_for_both_clubs_in_one_match() -> None:
    """Two may be called Alex, but not two who both scored in this match."""
    highbury = scored("Arsenal", "PSV", "Alex", "Arsenal", "PSV", season=2006, competition="CL")
    bordeaux = scored("Bordeaux", "PSV", "Alex", "PSV", season=2006, competition="CL")
    assert own_goals(bordeaux, highbury) == ["Alex for Arsenal"]
    assert own_goals(highbury) == []
    assert own_goals(bordeaux, scored("Arsenal", "PSV", "Alex", "Arsenal", season=2006)) == []


def test_de_rossi_scored_for_both_clubs_and_for_rome_all_his_life() -> None:
    legs = [
        scored("Barcelona", "Roma", "Daniele De Rossi", "Barcelona", season=2017, competition="CL"),
        scored("Roma", "Barcelona", "Daniele De Rossi", "Roma", season=2017, competition="CL"),
    ]
    assert own_goals(*legs) == []
    earlier = scored("Leverkusen", "Roma", "Daniele De Rossi", "Roma", "Roma", season=2015, competition="CL")
    assert own_goals(*legs, earlier) == ["Daniele De Rossi for Barcelona"]


def test_zivkovic_scored_for_leverkusen_before_and_after() -> None:
    old_trafford = scored(
        "Manchester United", "Leverkusen", "Boris Živković", "Manchester United", season=2001
    )
    before = scored("Maribor", "Leverkusen", "Boris Živković", "Leverkusen", season=1999)
    after = scored("Inter", "Leverkusen", "Boris Živković", "Leverkusen", season=2002)
    assert own_goals(before, old_trafford, after) == ["Boris Živković for Manchester United"]
    assert own_goals(before, old_trafford) == []
    assert own_goals(old_trafford, after) == []


def test_morata_who_scored_against_the_club_that_he_had_left_scored_no_own_goal() -> None:
    for_real = scored("Dortmund", "Real Madrid", "Álvaro Morata", "Real Madrid", season=2013)
    back_again = scored("Real Madrid", "Sporting", "Álvaro Morata", "Real Madrid", season=2016)
    for_juventus = scored("Juventus", "Dortmund", "Álvaro Morata", "Juventus", season=2014)
    against_real = scored("Real Madrid", "Juventus", "Álvaro Morata", "Juventus", season=2014)
    later = scored("Juventus", "Sevilla", "Álvaro Morata", "Juventus", season=2015)
    assert own_goals(for_real, for_juventus, against_real) == []
    assert own_goals(for_real, against_real, later, back_again) == []


def test_who_scored_for_both_clubs_and_for_no_other_is_not_guessed_at() -> None:
    assert own_goals(scored("Grasshoppers", "Auxerre", "Mats Gren", "Auxerre", "Grasshoppers")) == []


def test_players_with_one_name_are_not_told_apart() -> None:
    sporting = scored("Sporting", "Roma", "Polga", "Roma", season=2007)
    assert own_goals(sporting, scored("Kyiv", "Sporting", "Polga", "Sporting", season=2007)) == []
    assert own_goals(scored("Ajax", "Porto", "", "Porto")) == []


def test_what_is_marked_already_stays_and_is_no_goal_for_the_club() -> None:
    marked = match(
        "Arsenal",
        "BATE",
        season=2017,
        goals=[goal("Arsenal", 51, "Denis Polyakov", kind="own")],
        status="played",
    )
    penalty = match(
        "BATE",
        "Köln",
        season=2017,
        goals=[goal("Köln", 9, "Denis Polyakov", kind="penalty")],
        status="played",
    )
    for_bate = scored("BATE", "Köln", "Denis Polyakov", "BATE", season=2017)
    assert with_own_goals([marked, penalty, for_bate]) == [marked, penalty, for_bate]
    assert (
        own_goals(marked, scored("BATE", "Arsenal", "Denis Polyakov", "Arsenal", season=2017), for_bate)
        == ["Denis Polyakov for Arsenal"] * 2
    )


_clubs = ("Ajax", "Porto", "Celtic")
_played = st.builds(
    lambda pair, scorers, season: match(
        *pair, season=season, status="played", goals=[goal(pair[side], 1, name) for side, name in scorers]
    ),
    st.sampled_from([(home, away) for home in _clubs for away in _clubs if home != away]),
    st.lists(st.tuples(st.integers(0, 1), st.sampled_from(["Ruud Krol", "Jan Wouters", "Deco"])), max_size=3),
    st.integers(2000, 2002),
)


@given(st.lists(_played, max_size=8))
def test_nobody_scores_own_goals_for_a_club_that_he_scores_for_in_another_match(matches: list[Match]) -> None:
    marked = with_own_goals(matches)
    assert [replace(game, goals=()) for game in marked] == [replace(match, goals=()) for match in matches]
    for played in marked:
        for own in (scored for scored in played.goals if scored.kind is GoalKind.OWN_GOAL):
            both = {scored.club for scored in played.goals if scored.scorer == own.scorer}
            assert own.scorer != "Deco" or len(both) == 2
            assert not any(
                own.club == scored.club and own.scorer == scored.scorer
                for other, before in zip(marked, matches, strict=True)
                if other is not played and other.season == played.season
                for scored in before.goals
            )

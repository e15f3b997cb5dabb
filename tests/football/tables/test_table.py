"""Tables as UEFA ordered them, from the results of real groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import Match
from bot.football.tables.standing import Table
from bot.football.tables.table import table
from bot.football.ties.tie import if_it_stays
from tests.football.builders import club, match


def group(
    results: str,
    *,
    competition: str = "CL",
    season: int = 2017,
    round: str = "GROUP A",  # noqa: A002 - football's word, as in the builders
) -> list[Match]:
    """Matches from lines such as `Ajax Porto 2-1`; no score for one that is still to come."""
    found = []
    for line in filter(str.strip, results.splitlines()):
        home, away, *score = line.split()
        found.append(
            match(
                home, away, score[0] if score else None, competition=competition, season=season, round=round
            )
        )
    return found


def order(of: Table) -> list[str]:
    return [standing.club.name for standing in of.standings]


def points(of: Table) -> list[int]:
    return [standing.points for standing in of.standings]


GOTEBORG_S_GROUP = group(
    """
    United Göteborg 4-2
    Barcelona Galatasaray 2-1
    Göteborg Barcelona 2-1
    Galatasaray United 0-0
    United Barcelona 2-2
    Göteborg Galatasaray 1-0
    Barcelona United 4-0
    Galatasaray Göteborg 0-1
    Göteborg United 3-1
    Galatasaray Barcelona 2-1
    United Galatasaray 4-0
    Barcelona Göteborg 1-1
    """,
    season=1994,
)


def test_until_1994_95_a_win_gave_two_points() -> None:
    final = table(GOTEBORG_S_GROUP)
    assert order(final) == ["Göteborg", "Barcelona", "United", "Galatasaray"]
    assert points(final) == [9, 6, 6, 3]
    assert final.complete


def test_from_1995_96_a_win_gave_three() -> None:
    assert points(table(group("Ajax Porto 1-0", season=1995))) == [3, 0]


def test_every_column_adds_up() -> None:
    barcelona = table(GOTEBORG_S_GROUP).of(club("Barcelona"))
    assert barcelona is not None
    assert (barcelona.place, barcelona.shared, barcelona.played) == (2, False, 6)
    assert (barcelona.won, barcelona.drawn, barcelona.lost) == (2, 2, 2)
    assert (barcelona.goals_for, barcelona.goals_against, barcelona.goal_difference) == (11, 8, 3)


def test_red_star_stood_above_anderlecht_by_goals_alone_in_1992() -> None:
    final = table(
        group(
            """
            Sampdoria RedStar 2-0
            Anderlecht Panathinaikos 0-0
            Panathinaikos Sampdoria 0-0
            RedStar Anderlecht 3-2
            Panathinaikos RedStar 0-2
            Anderlecht Sampdoria 3-2
            Sampdoria Anderlecht 2-0
            RedStar Panathinaikos 1-0
            Panathinaikos Anderlecht 0-0
            RedStar Sampdoria 1-3
            Anderlecht RedStar 3-2
            Sampdoria Panathinaikos 1-1
            """,
            season=1991,
        )
    )
    assert order(final) == ["Sampdoria", "RedStar", "Anderlecht", "Panathinaikos"]
    assert points(final) == [8, 6, 6, 4]


def test_in_the_league_phase_goal_difference_comes_before_head_to_head() -> None:
    phase = group(
        """
        Ajax Porto 1-0
        Porto Celtic 5-0
        Ajax Celtic 0-1
        """,
        season=2024,
        round="LEAGUE",
    )
    assert order(table(phase)) == ["Porto", "Ajax", "Celtic"]


# Head to head


def test_head_to_head_comes_before_goal_difference_in_a_group() -> None:
    """Liverpool beat Olympiacos by two in December 2004, which was enough after 0-1 in Piraeus."""
    final = table(
        group(
            """
            Liverpool Monaco 2-0
            Deportivo Olympiacos 0-0
            Olympiacos Liverpool 1-0
            Monaco Deportivo 2-0
            Liverpool Deportivo 0-0
            Monaco Olympiacos 2-1
            Deportivo Liverpool 0-1
            Olympiacos Monaco 1-0
            Monaco Liverpool 1-0
            Olympiacos Deportivo 1-0
            Liverpool Olympiacos 3-1
            Deportivo Monaco 0-5
            """,
            season=2004,
        )
    )
    assert order(final) == ["Monaco", "Liverpool", "Olympiacos", "Deportivo"]
    assert points(final) == [12, 10, 10, 2]


LEVEL_HEAD_TO_HEAD = """
    Ajax Porto 2-1
    Porto Ajax 1-0
    Ajax Celtic 4-0
    Celtic Ajax 0-0
    Porto Celtic 1-0
    Celtic Porto 0-0
"""


def test_away_goals_among_the_level_clubs_counted_until_2020_21() -> None:
    assert order(table(group(LEVEL_HEAD_TO_HEAD, season=2020))) == ["Porto", "Ajax", "Celtic"]
    assert order(table(group(LEVEL_HEAD_TO_HEAD, season=2008))) == ["Porto", "Ajax", "Celtic"]
    assert order(table(group(LEVEL_HEAD_TO_HEAD, season=2021))) == ["Ajax", "Porto", "Celtic"]


THREE_LEVEL = """
    Ajax Porto 1-0
    Porto Ajax 0-1
    Ajax Celtic 1-0
    Celtic Ajax 1-0
    Porto Celtic 1-0
    Celtic Porto 0-0
    Ajax Zenit 0-1
    Zenit Ajax 0-0
    Porto Zenit 1-0
    Zenit Porto 0-1
    Celtic Zenit 5-0
    Zenit Celtic 0-5
"""
"""Among three Ajax is ahead; Porto and Celtic stay level there, but Porto beat Celtic."""


def test_until_2008_09_clubs_still_level_went_by_all_matches() -> None:
    final = table(group(THREE_LEVEL, season=2008))
    assert points(final) == [10, 10, 10, 4]
    assert order(final) == ["Ajax", "Celtic", "Porto", "Zenit"]


def test_from_2009_10_head_to_head_starts_anew_among_clubs_still_level() -> None:
    assert order(table(group(THREE_LEVEL, season=2009))) == ["Ajax", "Porto", "Celtic", "Zenit"]
    assert order(table(group(THREE_LEVEL, season=2023))) == ["Ajax", "Porto", "Celtic", "Zenit"]


def test_head_to_head_counts_as_far_as_it_was_played() -> None:
    """UEFA's table of 28 November 2008: Lyon above Bayern by the 1-1 in Munich, not by all goals."""
    so_far = table(
        group(
            """
            Bayern Lyon 1-1
            Steaua Bayern 0-1
            Lyon Fiorentina 2-2
            Steaua Lyon 3-5
            Bayern Fiorentina 3-0
            Fiorentina Bayern 1-1
            Lyon Steaua 2-0
            Fiorentina Lyon 1-2
            Bayern Steaua 3-0
            Fiorentina Steaua 0-0
            Steaua Fiorentina
            Lyon Bayern
            """,
            season=2008,
        )
    )
    assert order(so_far)[:2] == ["Lyon", "Bayern"]
    assert points(so_far)[:2] == [11, 11]
    assert not so_far.complete


# After head to head


def test_from_2015_16_away_goals_in_all_matches_follow_goals() -> None:
    results = """
    Ajax Porto 1-1
    Porto Ajax 1-1
    Ajax Celtic 2-0
    Celtic Ajax 0-1
    Porto Celtic 1-0
    Celtic Porto 0-2
    """
    assert [standing.shared for standing in table(group(results, season=2014)).standings] == [
        True,
        True,
        False,
    ]
    after = table(group(results, season=2015))
    assert order(after) == ["Porto", "Ajax", "Celtic"]
    assert [standing.place for standing in after.standings] == [1, 2, 3]


def test_clubs_that_results_cannot_part_share_their_place_in_alphabetical_order() -> None:
    before = table(group("Porto Ajax\nCeltic Zenit\nAjax Celtic 2-1"))
    assert [(standing.place, standing.shared, standing.club.name) for standing in before.standings] == [
        (1, False, "Ajax"),
        (2, True, "Porto"),
        (2, True, "Zenit"),
        (4, False, "Celtic"),
    ]


# The UEFA Cup's groups of five


def test_in_groups_of_five_goal_difference_came_before_head_to_head() -> None:
    results = """
    Livorno Rangers 2-3
    Partizan Livorno 1-1
    Rangers Maccabi 2-0
    Maccabi Partizan 1-0
    Auxerre Rangers 2-2
    Livorno Maccabi 1-1
    Auxerre Livorno 0-1
    Maccabi Auxerre 3-1
    Rangers Partizan 1-0
    Auxerre Partizan 4-1
    """
    final = table(group(results, competition="EL", season=2006))
    assert order(final) == ["Rangers", "Maccabi", "Livorno", "Auxerre", "Partizan"]
    assert points(final) == [10, 7, 5, 4, 1]
    assert final.complete


def test_wins_parted_clubs_in_the_uefa_cup_from_2006_07_only() -> None:
    """Ajax won once and lost twice, Porto was level three times; goals are the same, none away."""
    results = """
    Ajax Celtic 2-0
    Zenit Ajax 1-0
    Lyon Ajax 1-0
    Porto Celtic 1-1
    Porto Zenit 1-1
    Lyon Porto 0-0
    """
    before = table(group(results, competition="EL", season=2005))
    assert {standing.club.name for standing in before.standings if standing.shared} == {"Ajax", "Porto"}
    assert order(table(group(results, competition="EL", season=2006)))[2:4] == ["Ajax", "Porto"]


# The league phase


def ten_clubs() -> list[Match]:
    """Eight matches each: nobody met one of the nine others, everything ended 0-0, but Club9 won at Club7."""
    return [
        match(
            f"Club{home}",
            f"Club{away}",
            "0-1" if (home, away) == (7, 9) else "0-0",
            competition="CL",
            season=2024,
            round="LEAGUE",
        )
        for home in range(10)
        for away in range(home + 1, 10)
        if home + away != 9
    ]


def test_the_points_of_opponents_part_clubs_of_a_complete_league_phase() -> None:
    """Club2 was spared the weakest, Club0 the strongest."""
    final = table(ten_clubs())
    assert final.complete
    assert order(final) == [
        "Club9",
        "Club2",
        *(f"Club{number}" for number in (1, 3, 4, 5, 6, 8)),
        "Club0",
        "Club7",
    ]
    assert [standing.place for standing in final.standings] == [1, 2, 3, 3, 3, 3, 3, 3, 9, 10]


def test_opponents_count_only_when_the_league_phase_is_complete() -> None:
    *played, last = ten_clubs()
    to_come = match("Club8", "Club9", competition="CL", season=2024, round="LEAGUE")
    assert to_come.clubs == last.clubs
    running = table([*played, to_come])
    assert not running.complete
    assert {standing.club.name for standing in running.standings if standing.place == 2} == {
        f"Club{number}" for number in range(7)
    }


def test_in_the_conference_league_six_matches_are_enough() -> None:
    names = [f"Club{number}" for number in range(7)]
    everybody = [
        match(home, away, "1-0", competition="ECL", season=2024, round="LEAGUE")
        for place, home in enumerate(names)
        for away in names[place + 1 :]
    ]
    assert table(everybody).complete
    assert not table([game for game in everybody if game != everybody[0]]).complete


# What counts


def test_an_awarded_score_counts_and_a_cancelled_match_does_not() -> None:
    matches = [
        match("Ajax", "Porto", "3-0", round="GROUP A", status="awarded"),
        match("Porto", "Ajax", round="GROUP A", status="cancelled"),
    ]
    assert points(table(matches)) == [3, 0]
    assert table(matches).complete


def test_a_match_abandoned_and_played_again_counts_once() -> None:
    matches = [
        match("Ajax", "Porto", "0-1", round="GROUP A", status="abandoned"),
        match("Ajax", "Porto", "2-1", round="GROUP A"),
        match("Porto", "Ajax", "0-0", round="GROUP A"),
    ]
    assert points(table(matches)) == [4, 1]
    assert table(matches).complete


def test_a_match_under_way_counts_when_it_stays_so() -> None:
    matches = [match("Ajax", "Porto", "1-0", round="GROUP A", status="live")]
    assert points(table(matches)) == [0, 0]
    assert points(table([if_it_stays(match) for match in matches])) == [3, 0]


def test_half_a_group_is_not_complete() -> None:
    assert not table(group("Ajax Porto 1-0\nPorto Celtic 1-0\nCeltic Ajax 1-0")).complete


def test_milan_lost_two_points_by_a_verdict_in_1994() -> None:
    matches = group("Milan Salzburg 3-0", season=1994)
    assert points(table(matches, {club("Milan"): 2})) == [0, 0]


def test_points_that_a_club_of_another_group_lost_change_nothing() -> None:
    matches = group("Ajax AEK 2-0", season=1994)
    assert points(table(matches, {club("Milan"): 2})) == [2, 0]


def test_another_league_goes_by_goal_difference_and_goals() -> None:
    league = group(
        "Ajax PSV 1-0\nPSV Twente 4-0\nTwente Ajax 1-0", competition="Eredivisie", season=2020, round="LEAGUE"
    )
    final = table(league)
    assert order(final) == ["PSV", "Ajax", "Twente"]
    assert final.complete


def test_a_table_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="needs the matches"):
        table([])


@given(st.permutations(GOTEBORG_S_GROUP))
def test_the_order_of_the_matches_does_not_matter(matches: list[Match]) -> None:
    assert table(matches).standings == table(GOTEBORG_S_GROUP).standings

"""Matches, ties and clubs as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from bot.database.connection import transaction
from bot.database.results.results import Results
from bot.database.results.writing import save_clubs, save_names
from bot.football.model import CHAMPIONS_LEAGUE, EUROPA_LEAGUE, Club, Derived, Goal, GoalKind, Match, Season
from bot.upkeep.exporting import (
    CLUB_COLUMNS,
    GOAL_COLUMNS,
    MATCH_COLUMNS,
    TIE_COLUMNS,
    as_csv,
    as_json,
    chosen_matches,
    club_rows,
    goal_rows,
    match_rows,
    result_text,
    tie_rows,
)
from tests.football.builders import match
from tests.importing.results_files import import_text
from tests.shared import empty_results


def tie(*matches: Match) -> dict[str, str]:
    """The one row of `export ties`."""
    (row,) = csv.DictReader(io.StringIO(as_csv(TIE_COLUMNS, tie_rows(matches))))
    return row


def cells(row: dict[str, str], *columns: str) -> str:
    return " | ".join(row[column] for column in columns)


def test_a_tie_over_two_legs() -> None:
    row = tie(
        match("Arsenal", "Östersund", "1-2", date="2018-02-22", ht="0-2"),
        match("Östersund", "Arsenal", "0-3", date="2018-02-15"),
    )
    assert list(row) == [
        *("competition", "season", "round", "club_a", "club_b", "leg1", "leg2", "replay"),
        *("aggregate_a", "aggregate_b", "winner", "decided_by"),
    ]
    assert list(row.values()) == [
        *("EL", "2017", "R32", "Östersund", "Arsenal", "0-3", "1-2", ""),
        *("2", "4", "Arsenal", "aggregate"),
    ]


def test_the_leg_beats_the_order_of_the_days() -> None:
    row = tie(
        match("Arsenal", "Östersund", "1-2", date="2018-02-15", leg=2),
        match("Östersund", "Arsenal", "0-3", date="2018-02-22", leg=1),
    )
    assert cells(row, "club_a", "leg1", "leg2") == "Östersund | 0-3 | 1-2"


def test_a_shoot_out_stands_behind_the_score_and_outside_the_aggregate() -> None:
    row = tie(
        match("Porto", "Arsenal", "1-0", date="2024-02-21", competition="CL", season=2023),
        match(
            "Arsenal", "Porto", "1-0", aet="1-0", pens="4-2", date="2024-03-12", competition="CL", season=2023
        ),
    )
    assert row["leg2"] == "1-0 aet 4-2 pens"
    assert cells(row, "aggregate_a", "aggregate_b", "winner", "decided_by") == "1 | 1 | Arsenal | penalties"


def test_extra_time_counts_in_the_aggregate_also_where_the_score_after_90_minutes_is_not_known() -> None:
    row = tie(
        match("Ajax", "Porto", "1-0", date="1990-03-07", season=1989),
        match("Porto", "Ajax", aet="3-0", date="1990-03-21", season=1989),
    )
    assert cells(row, "leg2", "aggregate_a", "aggregate_b", "winner") == "3-0 aet | 1 | 3 | Porto"


def test_a_tie_of_a_single_match_stands_under_the_first_leg() -> None:
    row = tie(match("Ajax", "Milan", "1-0", round="F", date="1995-05-24", competition="CL", season=1994))
    assert cells(row, "club_a", "leg1", "leg2", "aggregate_a", "winner") == "Ajax | 1-0 |  | 1 | Ajax"


def test_a_replay_has_its_own_column_and_counts_in_no_aggregate() -> None:
    final = match(
        "Bayern", "Atlético", "0-0", aet="1-1", round="F", date="1974-05-15", competition="CL", season=1973
    )
    replay = match(
        "Bayern", "Atlético", "4-0", round="F", date="1974-05-17", competition="CL", season=1973, leg="replay"
    )
    row = tie(final, replay)
    assert cells(row, "leg1", "leg2", "replay") == "1-1 aet |  | 4-0"
    assert cells(row, "aggregate_a", "aggregate_b", "winner", "decided_by") == "1 | 1 | Bayern | replay"


def test_of_two_replays_the_last_one_played_is_shown() -> None:
    legs = [
        match("Ajax", "Porto", "1-0", date="1960-03-01", season=1959),
        match("Porto", "Ajax", "1-0", date="1960-03-08", season=1959),
    ]
    first = match("Ajax", "Porto", "1-1", date="1960-03-15", season=1959, leg="replay")
    second = match("Porto", "Ajax", "0-2", date="1960-03-20", season=1959, leg="replay")
    assert cells(tie(*legs, first, second), "replay", "winner") == "0-2 | Ajax"
    to_come = match("Porto", "Ajax", date="1960-03-20", season=1959, leg="replay")
    assert cells(tie(*legs, first, to_come), "replay", "winner") == "1-1 | "


def test_an_abandoned_match_gives_its_place_to_the_one_played_for_it() -> None:
    row = tie(
        match("Milan", "Crvena zvezda", "1-1", date="1988-10-26", competition="CL", season=1988),
        match(
            "Crvena zvezda",
            "Milan",
            "1-0",
            date="1988-11-09",
            status="abandoned",
            competition="CL",
            season=1988,
        ),
        match(
            "Crvena zvezda",
            "Milan",
            "1-1",
            aet="1-1",
            pens="2-4",
            date="1988-11-10",
            competition="CL",
            season=1988,
        ),
    )
    assert cells(row, "leg1", "leg2", "replay") == "1-1 | 1-1 aet 2-4 pens | "
    assert cells(row, "winner", "decided_by") == "Milan | penalties"


@pytest.mark.parametrize("status", ["abandoned", "cancelled", "postponed", "scheduled", "live"])
def test_a_match_without_a_result_leaves_its_place_empty_and_the_tie_undecided(status: str) -> None:
    row = tie(
        match("Porto", "Ajax", "1-0", date="2018-03-01", leg=1),
        match("Ajax", "Porto", "2-0", date="2018-03-08", leg=2, status=status),
    )
    assert cells(row, "leg1", "leg2", "winner", "decided_by") == "1-0 |  |  | "
    assert cells(row, "aggregate_a", "aggregate_b") == "1 | 0"


def test_a_tie_still_to_be_played_has_nothing_but_its_clubs() -> None:
    row = tie(match("Porto", "Ajax", date="2018-03-01", leg=1))
    assert cells(row, "club_a", "club_b", "leg1", "aggregate_a", "winner") == "Porto | Ajax |  |  | "


def test_a_recorded_winner_wins_over_the_rules() -> None:
    row = tie(
        match("Celtic", "Benfica", "3-0", date="1969-11-12", competition="CL", season=1969, round="R16"),
        match(
            "Benfica",
            "Celtic",
            "3-0",
            aet="3-0",
            date="1969-11-26",
            competition="CL",
            season=1969,
            round="R16",
            winner="Celtic",
            decided_by="coin toss",
        ),
    )
    assert cells(row, "winner", "decided_by") == "Celtic | coin toss"


def test_a_walkover() -> None:
    row = tie(match("Porto", "Ajax", date="1990-09-01", status="walkover", winner="Ajax", season=1990))
    assert cells(row, "leg1", "winner", "decided_by") == " | Ajax | walkover"


def test_matches_of_a_group_are_no_tie() -> None:
    assert list(tie_rows([match("Arsenal", "Köln", "3-1", round="GROUP H")])) == []


@pytest.mark.parametrize(
    ("played", "text"),
    [
        (match("A", "B", "2-1"), "2-1"),
        (match("A", "B", "1-1", aet="2-1"), "2-1 aet"),
        (match("A", "B", "1-1", aet="2-2", pens="4-3"), "2-2 aet 4-3 pens"),
        (match("A", "B", "1-1", pens="4-3"), "1-1 4-3 pens"),
        (match("A", "B", "3-0", status="awarded"), "3-0"),
        (match("A", "B", status="played"), ""),
        (None, ""),
    ],
)
def test_a_result_in_words(played: Match | None, text: str) -> None:
    assert result_text(played) == text


def test_a_match_says_everything_it_knows() -> None:
    played = match(
        "Arsenal",
        "Östersund",
        "1-2",
        date="2018-02-22",
        time="21:05",
        leg=2,
        matchday=2,
        ht="0-2",
        aet="2-2",
        pens="4-3",
        neutral=True,
        winner="Arsenal",
        decided_by="penalties",
    )
    assert as_csv(MATCH_COLUMNS, match_rows([played])).splitlines() == [
        (
            "competition,season,round,matchday,leg,date,time,home,home_country,away,away_country,status,"
            "ft_home,ft_away,ht_home,ht_away,aet_home,aet_away,pens_home,pens_away,neutral,winner,decided_by,"
            "venue,city,note"
        ),
        "EL,2017,R32,2,2,2018-02-22,21:05,Arsenal,,Östersund,,played,1,2,0,2,2,2,4,3,1,Arsenal,penalties,,,",
    ]
    (row,) = json.loads(as_json(match_rows([match("Ajax", "Porto", round="GROUP A")])))
    assert set(row) == set(MATCH_COLUMNS)
    assert (row["season"], row["matchday"], row["date"], row["neutral"]) == (2017, "", "", "")


def test_a_number_that_we_gave_a_group_is_no_letter_and_is_not_written() -> None:
    ours = frozenset({Derived.ROUND})
    grouped = [match("Ajax", "Porto", round=code) for code in ("GROUP 1", "G2 3", "GROUP A", "G2", "R16")]
    rounds = [row["round"] for row in match_rows(replace(game, derived=ours) for game in grouped)]
    assert rounds == ["GROUP", "G2", "GROUP A", "G2", "R16"]
    named_by_the_source = match("Argentina", "Italy", competition="World Cup", season=1974, round="GROUP 4")
    assert [row["round"] for row in match_rows([named_by_the_source])] == ["GROUP 4"]


def test_goals_come_out_in_scoring_order_with_what_is_unknown_left_empty() -> None:
    game = match("Arsenal", "Östersund", "1-2", date="2018-02-22")
    arsenal, ostersund = game.clubs
    goals = (
        Goal(ostersund, "Aiesh", 22, kind=GoalKind.OWN_GOAL),
        Goal(ostersund, None),
        Goal(arsenal, "Kolašinac", 90, 2, GoalKind.PENALTY),
    )
    unmarked = replace(game, goals=goals[1:2], unmarked=frozenset({GoalKind.PENALTY, GoalKind.OWN_GOAL}))
    rows = goal_rows([replace(game, goals=goals), replace(game, goals=()), unmarked])
    assert as_csv(GOAL_COLUMNS, rows).split() == [
        "competition,season,date,home,away,club,scorer,minute,stoppage,kind,unmarked",
        "EL,2017,2018-02-22,Arsenal,Östersund,Östersund,Aiesh,22,,own,",
        "EL,2017,2018-02-22,Arsenal,Östersund,Östersund,,,,goal,",
        "EL,2017,2018-02-22,Arsenal,Östersund,Arsenal,Kolašinac,90,2,penalty,",
        "EL,2017,2018-02-22,Arsenal,Östersund,Östersund,,,,goal,own|penalty",
    ]


def test_clubs_that_have_a_match_with_every_known_spelling() -> None:
    with empty_results() as db:
        import_text(db, "competition,season,round,home,home_country,away\nEL,2017,R32,Spartak,RUS,Ajax\n")
        with transaction(db):
            save_clubs(
                db,
                [
                    Club("rus-spartak", "Spartak Moskva", "RUS", "Spartak Moskou"),
                    Club("ita-roma", "Roma", "ITA"),
                ],
            )
            save_names(db, [("rus-spartak", "ФК Спартак", "alias", "", False)])
        results = Results(db)
        rows = list(club_rows(results, chosen_matches(results, None, None)))
    assert [row["id"] for row in rows] == ["ajax", "rus-spartak"]
    names = ["Spartak Moskva", "Spartak Moskou", "Spartak", "ФК Спартак"]
    assert rows[1] == {"id": "rus-spartak", "name": "Spartak Moskva", "country": "RUS", "names": names}
    assert as_csv(CLUB_COLUMNS, rows).endswith(f"rus-spartak,Spartak Moskva,RUS,{'|'.join(names)}\n")
    assert json.loads(as_json(rows))[1]["names"] == names


def test_only_the_competition_and_season_asked_for_oldest_first() -> None:
    rows = "".join(
        f"{code},{year},F,Ajax,Roma\n" for code, year in (("EL", 2018), ("CL", 2018), ("EL", 2017))
    )
    with empty_results() as db:
        import_text(db, f"competition,season,round,home,away\n{rows}")
        results = Results(db)
        found = [
            (str(game.competition), game.season.start_year) for game in chosen_matches(results, None, None)
        ]
        assert found == [("EL", 2017), ("CL", 2018), ("EL", 2018)]
        assert len(list(chosen_matches(results, EUROPA_LEAGUE, None))) == 2
        assert len(list(chosen_matches(results, None, Season(2018)))) == 2
        assert len(list(chosen_matches(results, CHAMPIONS_LEAGUE, Season(2017)))) == 0

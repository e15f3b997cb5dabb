"""Whether a results database is sound, and how much it knows."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from sqlite_utils import Database

from bot.database.results.results import Results
from bot.database.results.saving import Origin, save_matches
from bot.database.results.writing import save_clubs, save_draws, save_finals
from bot.football.dataset.sentences.sentences import Strength
from bot.football.model import Competition, Derived, Match, Score, Season
from bot.football.ties.ties import with_legs
from bot.upkeep.checking import (
    SeasonCoverage,
    coverage,
    format_coverage,
    in_one_sentence,
    in_short,
    violations,
)
from tests.football.builders import amsterdam, draw, goal, match
from tests.football.seasons import ARSENAL_ATLETICO, FINAL, GROUP_H, SEMI_FINALS_AND_FINAL, final_on
from tests.shared import empty_results

PRESS, PAPER = Origin("press", 40), Origin("paper", 30)


@pytest.fixture
def db() -> Iterator[Database]:
    with empty_results() as db:
        yield db


def save(db: Database, matches: Sequence[Match], origin: Origin = PRESS) -> Results:
    """These matches, those there before too, as the database gives them back."""
    save_clubs(db, dict.fromkeys(club for match in matches for club in match.clubs))
    save_matches(db, with_legs([replace(match, source=origin.name) for match in matches]), origin)
    return Results(db)


def test_a_season_as_it_was_played_is_sound(db: Database) -> None:
    save_draws(db, [draw("SF", "2018-04-13")])
    save_finals(db, [final_on("2018-05-16")])
    assert violations(save(db, [*SEMI_FINALS_AND_FINAL, *GROUP_H]), amsterdam("2018-07-01 12:00")) == ()


def test_an_empty_database_contradicts_nothing(db: Database) -> None:
    assert violations(Results(db)) == ()
    assert coverage(Results(db)) == ()


def test_every_season_is_held_against_the_sentences(db: Database) -> None:
    wrong = replace(FINAL, goals=(goal("Marseille", 3),))
    late = match("Tottenham", "Liverpool", "2-0", competition="CL", season=2018, round="F", date="2018-06-01")
    found = violations(save(db, [wrong, late]))
    assert {(violation.competition, violation.season, violation.sentence) for violation in found} == {
        (Competition("EL"), Season(2017), "the goals add up to the score"),
        (Competition("CL"), Season(2018), "no match is dated outside its season"),
    }


def test_what_contradicts_one_sentence_is_told_once_a_season_with_how_many_more_there_are(
    db: Database,
) -> None:
    wrong = [replace(game, goals=(goal(game.home.name, 3),) * 9) for game in SEMI_FINALS_AND_FINAL]
    earlier = match(
        "Arsenal", "Ajax", "0-1", season=2016, round="F", date="2017-05-24", goals=[goal("Arsenal", 3)]
    )
    found = violations(save(db, [*wrong, earlier]))
    alike = [violation for violation in found if violation.sentence == "the goals add up to the score"]
    assert len(alike) == 6
    lines = [line for _, line in in_short(found) if "the goals add up to the score" in line]
    assert sorted(line.split()[1] for line in lines) == ["2016/17", "2017/18"]
    assert sum(line.endswith("(the goals add up to the score), and 4 more") for line in lines) == 1
    assert sum(line.endswith("(the goals add up to the score)") for line in lines) == 1


def test_a_check_ends_with_what_is_missing_odd_or_wrong_and_alarms_nobody_without_need(db: Database) -> None:
    assert in_one_sentence(()) == "The results are sound and ready to use; nothing is wrong."
    to_come = match("Arsenal", "Milan", date="2018-03-15", leg=1)
    late = match("Ajax", "PSV", "1-0", round="R32", leg=1, date="2018-02-15", goals=[goal("Ajax", 130)])
    found = violations(save(db, [to_come, late]), amsterdam("2018-03-16 09:00"))
    assert in_one_sentence(found) == (
        "The results are sound and ready to use; nothing is wrong. "
        "Not known yet: 1, which the bot says where it matters. "
        "Odd, and left as the sources have it: 1."
    )
    wrong = violations(save(db, [replace(FINAL, goals=(goal("Marseille", 3),))]))
    assert in_one_sentence(wrong).startswith("Wrong: 1, listed last.")
    in_order = dict.fromkeys(strength for strength, _ in in_short((*wrong, *found)))
    assert [*in_order] == [Strength.MISSING, Strength.ODD, Strength.WRONG]


def test_draws_and_the_days_of_finals_are_held_against_the_matches(db: Database) -> None:
    save_draws(db, [draw("SF", "2018-05-01")])
    save_finals(db, [final_on("2018-05-23")])
    assert {violation.sentence for violation in violations(save(db, SEMI_FINALS_AND_FINAL))} == {
        "a round is drawn before it is played",
        "the final is played on the final's date",
    }


def test_a_club_in_two_competitions_on_one_day_is_found(db: Database) -> None:
    twice = match("Arsenal", "Milan", "2-0", competition="CL", round="SF", leg=1, date="2018-04-26")
    (found,) = violations(save(db, [*ARSENAL_ATLETICO, twice]))
    assert found.sentence == "no club plays two matches on one day"


def test_only_with_a_moment_it_is_asked_what_must_be_over(db: Database) -> None:
    results = save(db, [match("Arsenal", "Milan", date="2018-03-15", leg=1)])
    assert violations(results) == ()
    (found,) = violations(results, amsterdam("2018-03-16 09:00"))
    assert found.sentence == "a match that must be over has its result"


def test_coverage_counts_what_is_known(db: Database) -> None:
    matches = [
        match("Braga", "Marseille", "1-0", date="2018-02-22", leg=2, goals=[goal("Braga", 20)]),
        replace(
            match("Marseille", "Braga", "3-0", date="2018-02-15", leg=1), derived=frozenset({Derived.ROUND})
        ),
        replace(
            match("Crvena Zvezda", "CSKA Moskva", "0-0", date="2018-02-13", leg=1),
            derived=frozenset({Derived.MATCH, Derived.LEG}),
        ),
        replace(match("CSKA Moskva", "Crvena Zvezda", "0-0", leg=2), derived=frozenset({Derived.LEG})),
        match("Arsenal", "Milan", date="2018-03-15", leg=1),
    ]
    (covered,) = coverage(save(db, matches), amsterdam("2018-03-16 09:00"))
    assert covered == SeasonCoverage(
        Competition("EL"),
        Season(2017),
        matches=5,
        results=4,
        scorers=3,
        own_goals=3,
        penalties=3,
        qualifying=0,
        derived=2,
        conflicts=0,
        undecided=1,
        unknown=1,
    )
    assert coverage(Results(db))[0].unknown == 0


def test_coverage_counts_conflicts(db: Database) -> None:
    save(db, [FINAL])
    results = save(db, [replace(FINAL, full_time=Score(0, 2))], PAPER)
    assert [row.conflicts for row in coverage(results)] == [1]


def test_coverage_goes_by_competition_and_season(db: Database) -> None:
    earlier = match("Manchester United", "Ajax", "2-0", season=2016, round="F", date="2017-05-24")
    rows = coverage(save(db, [FINAL, *GROUP_H, earlier]))
    assert [(str(row.competition), str(row.season)) for row in rows] == [
        ("CL", "2017/18"),
        ("EL", "2016/17"),
        ("EL", "2017/18"),
    ]


def test_the_table_of_coverage_is_aligned_and_ends_with_totals() -> None:
    rows = [
        SeasonCoverage(Competition("CL"), Season(2017), 125, 125, 124, 115, 0, 0, 0, 2, 0, 0),
        SeasonCoverage(Competition("ECL"), Season(2025), 1359, 275, 18, 18, 18, 256, 3, 0, 12, 84),
    ]
    assert format_coverage(rows).splitlines() == [
        (
            "     season   matches  results  scorers  own goals  penalties  qualifying  derived  conflicts  "
            "undecided  unknown"
        ),
        "CL   2017/18      125      125      124        115          0           0                   2",
        (
            "ECL  2025/26     1359      275       18         18         18         256        3              "
            "      12       84"
        ),
        (
            "all              1484      400      142        133         18         256        3          2  "
            "       12       84"
        ),
    ]


def test_without_matches_the_table_says_so_in_zeros() -> None:
    assert format_coverage([]).splitlines() == [
        (
            "     season  matches  results  scorers  own goals  penalties  qualifying  derived  conflicts  "
            "undecided  unknown"
        ),
        "all                0        0        0          0          0           0",
    ]


def test_sixty_seasons_without_a_fault_are_counted_whole(db: Database) -> None:
    """Sixty seasons of Conference League size: 8,640 matches with 17,280 goals."""
    dice = random.Random(2018)  # noqa: S311 - no secret: the same scores each time
    clubs = [f"Club {number}" for number in range(36)]
    matches = []
    for year in range(60):
        for ahead in (1, 2, 3, 4):
            for place, home in enumerate(clubs):
                away = clubs[(place + ahead) % 36]
                minutes = sorted(dice.sample(range(1, 91), 2))
                goals = [goal(home, minute) for minute in minutes]
                matches.append(match(home, away, "2-0", season=1960 + year, round="LEAGUE", goals=goals))
    results = save(db, matches)
    found = violations(results)
    rows = coverage(results)
    assert found == ()
    assert sum(row.matches for row in rows) == 8640

"""Goals, one a row, read into matches."""

from __future__ import annotations

from datetime import date

import pytest

from bot.football.dataset.deriving.deriving import MatchReport
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    EUROPA_LEAGUE,
    UNKNOWN_ROUND,
    Competition,
    Derived,
    Goal,
    Leg,
    Match,
    Score,
    Season,
    Status,
)
from bot.sources.errors import SourceError
from bot.sources.goals_csv import COLUMNS, UNMARKED, read_goals_csv
from bot.sources.reading import spelled

HEADER = ",".join(COLUMNS) + "\n"
SECOND_LEG = " \t\t\n\t\t\t\n\t\t(Hinspiel {})"
ATALANTA = spelled("Atalanta")
DORTMUND = spelled("Borussia Dortmund")


def row(goal: str, game: str, day: str = "2018-02-22", season: str = "2017-2018") -> str:
    """A line of the file; `goal` holds scorer, team, time and the score after it."""
    scorer, team, time, score = goal.split("|")
    home, away = score.split(":")
    return f'{scorer},{team},{time},{home},{away},"{game}",{day},{season}\n'


def read(text: str, competition: Competition = EUROPA_LEAGUE) -> tuple[MatchReport, ...]:
    return read_goals_csv(HEADER + text, file="goals.csv", competition=competition)


def only(text: str, competition: Competition = EUROPA_LEAGUE) -> Match:
    (report,) = read(text, competition)
    return report.match


def refused(text: str) -> SourceError:
    with pytest.raises(SourceError) as refusal:
        read_goals_csv(text, file="goals.csv", competition=EUROPA_LEAGUE)
    return refusal.value


ATALANTA_DORTMUND = "Atalanta vs. Borussia Dortmund 1:1" + SECOND_LEG.format("2:3")
RETURN_AT_ATALANTA = row("Rafael Tolói|Atalanta|11|1:0", ATALANTA_DORTMUND) + row(
    "Marcel Schmelzer|Borussia Dortmund|83|1:1", ATALANTA_DORTMUND
)


def test_a_return_leg_is_read_with_its_goals() -> None:
    (report,) = read(RETURN_AT_ATALANTA)
    assert report == MatchReport(
        Match(
            EUROPA_LEAGUE,
            Season(2017),
            UNKNOWN_ROUND,
            ATALANTA,
            DORTMUND,
            Status.PLAYED,
            date=date(2018, 2, 22),
            leg=Leg.SECOND,
            full_time=Score(1, 1),
            half_time=Score(1, 0),
            goals=(Goal(ATALANTA, "Rafael Tolói", 11), Goal(DORTMUND, "Marcel Schmelzer", 83)),
            unmarked=UNMARKED,
            derived=frozenset({Derived.HALF_TIME}),
        ),
        first_leg=Score(2, 3),
    )


def test_a_first_leg_has_no_mark() -> None:
    (report,) = read(row("Fabio Borini|AC Milan|21|1:0", "AC Milan vs. PFC Ludogorets Razgrad 1:0"))
    assert report.first_leg is None
    assert report.match.leg is None


def test_stoppage_time_belongs_to_its_half() -> None:
    game = "AC Milan vs. PFC Ludogorets Razgrad 2:0"
    match = only(row("A|AC Milan|45+2|1:0", game) + row("B|AC Milan|90+4|2:0", game))
    assert [(goal.minute, goal.stoppage) for goal in match.goals] == [(45, 2), (90, 4)]
    assert match.half_time == Score(1, 0)


def test_the_score_after_extra_time_is_not_that_of_90_minutes() -> None:
    game = "Bayern München vs. Juventus 2:1 n.V." + SECOND_LEG.format("1:1")
    match = only(
        row("A|Juventus|5|0:1", game)
        + row("B|Bayern München|90+1|1:1", game)
        + row("C|Bayern München|108|2:1", game)
    )
    assert (match.half_time, match.full_time, match.extra_time) == (Score(0, 1), Score(1, 1), Score(2, 1))
    assert match.penalties is None
    assert match.derived == {Derived.HALF_TIME, Derived.FULL_TIME}


def test_a_shoot_out_stands_apart_from_the_score() -> None:
    game = "Espanyol Barcelona vs. Sevilla FC 1:3 i.E."
    match = only(
        row("Adriano|Sevilla FC|18|0:1", game)
        + row("Albert Riera|Espanyol Barcelona|28|1:1", game)
        + row("Frédéric Kanouté|Sevilla FC|105|1:2", game)
        + row("Jônatas|Espanyol Barcelona|115|2:2", game)
    )
    assert (match.full_time, match.extra_time, match.penalties) == (Score(1, 1), Score(2, 2), Score(1, 3))


def test_an_awarded_match_keeps_the_goals_that_fell() -> None:
    game = "Inter vs. AC Milan 0:3 Wert." + SECOND_LEG.format("0:2")
    match = only(row("Andriy Shevchenko|AC Milan|30|0:1", game), CHAMPIONS_LEAGUE)
    assert match.status is Status.AWARDED
    assert (match.full_time, match.half_time, len(match.goals)) == (Score(0, 3), None, 1)


def test_goals_that_do_not_add_up_are_kept_without_conclusions() -> None:
    match = only(row("A|AC Milan|30|1:0", "AC Milan vs. PFC Ludogorets Razgrad 2:0"))
    assert match.full_time == Score(2, 0)
    assert not match.scorers_known
    assert match.half_time is None


def test_an_unknown_minute_leaves_half_time_unknown() -> None:
    match = only(row("|AC Milan||1:0", "AC Milan vs. PFC Ludogorets Razgrad 1:0 n.V."))
    assert match.goals == (Goal(spelled("AC Milan")),)
    assert (match.half_time, match.full_time, match.extra_time) == (None, None, Score(1, 0))


def test_an_unknown_scorer_is_none() -> None:
    match = only(row("|AC Milan|30|1:0", "AC Milan vs. PFC Ludogorets Razgrad 1:0"))
    assert match.goals == (Goal(spelled("AC Milan"), None, 30),)


def test_the_same_match_of_two_days_is_two_matches() -> None:
    game = "Chelsea FC vs. AC Milan 1:0"
    assert len(read(row("A|Chelsea FC|1|1:0", game) + row("A|Chelsea FC|1|1:0", game, day="2018-03-22"))) == 2


def test_the_champions_league_of_north_america_is_left_out() -> None:
    text = row("A|Cruz Azul|44|1:0", "Cruz Azul vs. Pumas 1:0", "2009-04-08", "2008-2009")
    assert read(text, CHAMPIONS_LEAGUE) == ()
    assert len(read(text, EUROPA_LEAGUE)) == 1


def test_a_file_without_goals_has_no_matches() -> None:
    assert read("") == ()


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read_goals_csv("\ufeff" + HEADER, file="goals.csv", competition=EUROPA_LEAGUE) == ()


@pytest.mark.parametrize("text", ["", "home,away\n"])
def test_a_file_with_other_columns_is_refused(text: str) -> None:
    error = refused(text)
    assert error.line == 1
    assert "scoring_player" in error.reason


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row("A|AC Milan|1|1:0", "AC Milan - Inter 1:0"), "a game is written"),
        (row("A|AC Milan|1|1:0", "AC Milan vs. Inter 1:0 abgebr."), "a game is written"),
        (row("A|Juventus|1|1:0", "AC Milan vs. Inter 1:0"), "'Juventus' scores"),
        (row("A|AC Milan|first|1:0", "AC Milan vs. Inter 1:0"), "a minute is written"),
        (row("A|AC Milan|1|x:0", "AC Milan vs. Inter 1:0"), "GH is a number"),
        (row("A|AC Milan|1|1:0", "AC Milan vs. Inter 1:0", day="22-02-2018"), "a date is written"),
        (row("A|AC Milan|1|1:0", "AC Milan vs. Inter 1:0", season="2017/18"), "a season is written"),
        (row("A|AC Milan|1|1:0", "AC Milan vs. Inter 1:0", season="2017-2019"), "a season is written"),
        ("A,AC Milan,1\n", "a goal has 8 columns, not 3"),
        ('A,"AC Milan,1\n', "this is no CSV"),
    ],
)
def test_a_row_that_makes_no_sense_refuses_the_file_and_names_its_line(bad: str, reason: str) -> None:
    error = refused(HEADER + RETURN_AT_ATALANTA + bad)
    assert error.place == "goals.csv"
    # Two goals under a heading of three lines each stand before it.
    assert error.line == 8
    assert reason in error.reason

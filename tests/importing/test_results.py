"""Results from files, all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.database.connection import transaction
from bot.database.results.results import Results
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    EUROPA_LEAGUE,
    Competition,
    Derived,
    GoalKind,
    Match,
    Score,
    Season,
)
from bot.importing import import_from
from bot.importing.origins import GOALS, OPENFOOTBALL
from bot.importing.protocol import ImportOptions
from bot.sources.errors import SourceError
from tests.importing.results_files import NEW_CLUBS, everything, exported, import_text
from tests.shared import empty_results

HEADER = "competition,season,round,date,home,away,ft_home,ft_away\n"
FIRST_LEG = "EL,2017,R32,2018-02-15,Östersund,Arsenal,0,3\n"
SECOND_LEG = "EL,2017,R32,2018-02-22,Arsenal,Östersund,1,2\n"
GOALS_HEADER = "competition,season,date,home,away,club,scorer,minute,stoppage,kind\n"
SEAD = "EL,2017,2018-02-22,Arsenal,Östersund,Arsenal,Kolašinac,47,,goal\n"
AIESH = "EL,2017,2018-02-22,Arsenal,Östersund,Östersund,,,,own\n"
GAMES = "scoring_player,scoring_team,time,GH,GA,game,date,season\n"


def matches(text: str, goals: str | None = None, times: int = 1, *, tmp_path: Path) -> tuple[Match, ...]:
    """The Europa League matches of 2017/18 after importing these files so many times."""
    (tmp_path / "matches.csv").write_text(HEADER + text, encoding="utf-8")
    (tmp_path / "goals.csv").write_text(GOALS_HEADER + (goals or ""), encoding="utf-8")
    options = ImportOptions(new_clubs=True, goals=None if goals is None else tmp_path / "goals.csv")
    with empty_results() as db:
        for _ in range(times):
            import_from("csv", db, [tmp_path / "matches.csv"], options)
        return Results(db).season_matches(EUROPA_LEAGUE, Season(2017))


@pytest.mark.parametrize("times", [1, 2])
def test_goals_come_with_their_match_in_scoring_order_and_once(times: int, tmp_path: Path) -> None:
    first, second = matches(FIRST_LEG + SECOND_LEG, AIESH + AIESH + SEAD, times, tmp_path=tmp_path)
    assert first.goals == ()
    assert [(goal.club.name, goal.scorer, goal.minute, goal.kind) for goal in second.goals] == [
        ("Östersund", None, None, GoalKind.OWN_GOAL),
        ("Östersund", None, None, GoalKind.OWN_GOAL),
        ("Arsenal", "Kolašinac", 47, GoalKind.OPEN_PLAY),
    ]


def test_a_goal_of_a_match_that_is_not_there_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        matches(FIRST_LEG, AIESH, tmp_path=tmp_path)
    assert (Path(refused.value.place).name, refused.value.line) == ("goals.csv", 2)


def test_a_file_without_goals_leaves_the_goals_that_are_known(tmp_path: Path) -> None:
    (tmp_path / "goals.csv").write_text(GOALS_HEADER + SEAD, encoding="utf-8")
    with empty_results() as db:
        import_text(
            db, HEADER + SECOND_LEG, options=ImportOptions(new_clubs=True, goals=tmp_path / "goals.csv")
        )
        import_text(db, HEADER + SECOND_LEG)
        (match,) = Results(db).season_matches(EUROPA_LEAGUE, Season(2017))
    assert [goal.scorer for goal in match.goals] == ["Kolašinac"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEADER + FIRST_LEG + "EL,2017,R32,2018-02-22,Arsenal,Östersund,1,x\n", 3),
        (HEADER + FIRST_LEG + "EL,2017,R32,2018-0", 3),
        (HEADER.replace("season", "year") + FIRST_LEG, 1),
        ("", 1),
    ],
)
def test_what_can_not_be_read_changes_nothing_and_is_named_with_its_line(text: str, line: int) -> None:
    with empty_results() as db:
        before = everything(db)
        with pytest.raises(SourceError) as refused:
            import_text(db, text)
        assert (Path(refused.value.place).name, refused.value.line) == ("m.csv", line)
        assert everything(db) == before


def test_one_bad_file_among_good_ones_refuses_them_all(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(HEADER + FIRST_LEG, encoding="utf-8")
    (tmp_path / "b.csv").write_text(HEADER + "nonsense\n", encoding="utf-8")
    with empty_results() as db:
        before = everything(db)
        with pytest.raises(SourceError, match=r"b\.csv, line 2"):
            import_from("csv", db, [tmp_path], NEW_CLUBS)
        assert everything(db) == before


def test_files_of_a_folder_are_read_by_name_and_reported(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "b.csv").write_text(HEADER + SECOND_LEG, encoding="utf-8")
    (tmp_path / "a.csv").write_text(HEADER + FIRST_LEG, encoding="utf-8")
    progress: list[tuple[str, int, int]] = []
    options = ImportOptions(
        new_clubs=True, report=lambda file, number, of: progress.append((Path(file).name, number, of))
    )
    with empty_results() as db:
        summary = import_from("csv", db, [tmp_path], options)
    assert str(summary) == "2 added, 0 changed, 0 unchanged, 0 conflicts, 2 new clubs"
    assert progress == [("a.csv", 1, 2), ("b.csv", 2, 2)]


def test_a_folder_without_such_files_is_refused(tmp_path: Path) -> None:
    with empty_results() as db:
        with pytest.raises(SourceError, match=r"no \*\.txt there"):
            import_from("openfootball", db, [tmp_path], NEW_CLUBS)
        with pytest.raises(SourceError, match="no path"):
            import_from("csv", db, [], NEW_CLUBS)


FOOTBALL_TXT = """= UEFA Europa League 2017/18

» Round of 32
[Thu Feb/15]
  19.00  Östersund (SWE) v Arsenal (ENG)  0-3 (0-2)
[Thu Feb/22]
  21.05  Arsenal (ENG) v Östersund (SWE)  1-2 (0-2)
"""


def test_football_txt_is_imported_with_its_legs_and_the_csv_corrects_it() -> None:
    with empty_results() as db:
        summary = import_text(db, FOOTBALL_TXT, source="openfootball", name="el.txt")
        assert str(summary) == "2 added, 0 changed, 0 unchanged, 0 conflicts, 2 new clubs"
        before = everything(db)
        import_text(db, FOOTBALL_TXT, source="openfootball", name="el.txt")
        assert everything(db) == before

        text = exported(db).replace("played,1,2,0,2", "played,1,3,0,2")
        assert str(import_text(db, text)) == "0 added, 1 changed, 1 unchanged, 1 conflicts"
        (conflict,) = Results(db).conflicts()
        assert (conflict.kept, conflict.kept_source) == ("1-3", "csv")
        assert (conflict.refused, conflict.refused_source) == ("1-2", OPENFOOTBALL.name)


def test_scorers_that_contradict_their_score_are_named_to_who_imports_them() -> None:
    warnings: list[str] = []
    options = ImportOptions(new_clubs=True, season=Season(2017), warn=warnings.append)
    text = f"{FOOTBALL_TXT.replace(' 2017/18', '')}  (Aiesh 22', Sema 24', Kolašinac 47')\n"
    with empty_results() as db:
        import_text(db, text, source="openfootball", name="el.txt", options=options)
        assert not any(match.goals for match in Results(db).season_matches(EUROPA_LEAGUE, Season(2017)))
    (warning,) = warnings
    assert warning.endswith("Arsenal – Östersund: goals for 3-0, score 1-2; its scorers stay unknown")


GROUP = "competition,season,round,date,home,away,status,ft_home,ft_away\n"


@pytest.mark.parametrize(
    ("rows", "results", "conflicts"),
    [
        ("2024-09-17,Ajax,Porto,played,2,1\n2024-09-18,Ajax,Porto,played,2,1", ["2024-09-17 2-1"], ["date"]),
        ("2024-09-17,Ajax,Porto,played,2,1\n2024-10-22,Ajax,Porto,played,2,1", ["2024-09-17 2-1"], ["date"]),
        (
            "2024-09-17,Ajax,Porto,played,2,1\n2024-10-22,Ajax,Porto,played,0,0",
            ["2024-09-17 2-1"],
            ["date", "full time"],
        ),
        ("2024-09-17,Ajax,Porto,postponed,,\n2024-10-22,Ajax,Porto,played,2,1", ["2024-10-22 2-1"], []),
        ("2024-10-22,Ajax,Porto,played,2,1\n2024-09-17,Ajax,Porto,postponed,,", ["2024-10-22 2-1"], []),
        (
            "2024-09-17,Ajax,Porto,played,2,1\n2024-10-22,Porto,Ajax,played,2,1",
            ["2024-09-17 2-1", "2024-10-22 2-1"],
            [],
        ),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_a_match_told_twice_counts_once(
    rows: str, results: list[str], conflicts: list[str], *, at_once: bool
) -> None:
    lines = [f"CL,2023,GROUP A,{row}\n" for row in rows.split("\n")]
    with empty_results() as db:
        for text in ["".join(lines)] if at_once else lines:
            import_text(db, GROUP + text)
        found = Results(db).season_matches(CHAMPIONS_LEAGUE, Season(2023))
        if at_once:
            assert [f"{match.date} {match.full_time}" for match in found] == results
            assert [conflict.fact for conflict in Results(db).conflicts()] == conflicts
            before = everything(db)
            import_text(db, GROUP + "".join(lines))
            assert everything(db) == before
        assert len(found) == len(results)


def test_goals_are_added_to_known_matches_and_another_score_is_a_conflict() -> None:
    games = (
        GAMES
        + "Aiesh,Östersund,22,0,1,Arsenal vs. Östersund 1:1,2018-02-22,2017-2018\n"
        + "Kolašinac,Arsenal,47,1,1,Arsenal vs. Östersund 1:1,2018-02-22,2017-2018\n"
        + "Monreal,Arsenal,13,0,1,Östersund vs. Arsenal 0:1,2018-02-15,2017-2018\n"
    )
    with empty_results() as db:
        import_text(db, FOOTBALL_TXT, source="openfootball", name="el.txt")
        summary = import_text(db, games, source="goals", name="europa-league.csv")
        assert (summary.added, summary.conflicts) == (0, 2)
        refused = [
            (conflict.fact, conflict.kept, conflict.refused, conflict.refused_source)
            for conflict in Results(db).conflicts()
        ]
        assert refused == [
            ("full time", "0-3", "0-1", GOALS.name),
            ("full time", "1-2", "1-1", GOALS.name),
        ]
        before = everything(db)
        again = import_text(db, games, source="goals", name="europa-league.csv")
        assert (again.added, again.changed, again.conflicts) == (0, 0, 0)
        assert everything(db) == before
        for match in Results(db).season_matches(EUROPA_LEAGUE, Season(2017)):
            assert match.goals
            assert match.half_time == Score(0, 2)


def test_own_goals_follow_from_the_goals_of_both_competitions(tmp_path: Path) -> None:
    (tmp_path / "champions-league.csv").write_text(
        GAMES + "Romelu Lukaku,Inter,35,1,0,Inter vs. Slavia Praha 1:0,2019-11-27,2019-2020\n",
        encoding="utf-8",
    )
    (tmp_path / "europa-league.csv").write_text(
        GAMES
        + "Romelu Lukaku,Inter,5,0,1,Sevilla FC vs. Inter 1:1,2020-08-21,2019-2020\n"
        + "Romelu Lukaku,Sevilla FC,74,1,1,Sevilla FC vs. Inter 1:1,2020-08-21,2019-2020\n",
        encoding="utf-8",
    )
    with empty_results() as db:
        import_from("goals", db, [tmp_path], NEW_CLUBS)
        (final,) = Results(db).season_matches(EUROPA_LEAGUE, Season(2019))
        assert [goal.kind for goal in final.goals] == [GoalKind.OPEN_PLAY, GoalKind.OWN_GOAL]
        before = everything(db)
        again = import_from("goals", db, [tmp_path], NEW_CLUBS)
        assert (again.added, again.changed) == (0, 0)
        assert everything(db) == before


def test_a_season_that_only_the_goals_tell_is_put_together() -> None:
    games = (
        GAMES
        + "Litmanen,Ajax,40,1,0,Ajax vs. AC Milan 1:0,1995-05-24,1994-1995\n"
        + "Overmars,Ajax,51,1,0,Ajax vs. Bayern 1:0,1995-04-19,1994-1995\n"
    )
    with empty_results() as db:
        summary = import_text(db, games, source="goals", name="champions-league.csv")
        assert summary.new_clubs == 3
        found = Results(db).season_matches(CHAMPIONS_LEAGUE, Season(1994))
    assert {match.source for match in found} == {GOALS.name}
    assert any(Derived.ROUND in match.derived for match in found)


def test_goals_of_a_season_of_unknown_format_are_left_out_where_nothing_else_tells_the_match() -> None:
    games = GAMES + "Cruijff,Ajax,40,1,0,Ajax vs. Inter 1:0,1972-05-31,1971-1972\n"
    with empty_results() as db:
        summary = import_text(db, games, source="goals", name="champions-league.csv")
        assert len(summary.unplaced) == 1
        assert Results(db).season_matches(CHAMPIONS_LEAGUE, Season(1971)) == ()


def test_a_file_of_goals_of_another_name_is_refused() -> None:
    with empty_results() as db, pytest.raises(SourceError, match="europa-league"):
        import_text(db, GAMES, source="goals", name="serie-a.csv")


def test_other_competitions_keep_their_title() -> None:
    text = HEADER + "Copa Libertadores,2018,F,2018-12-09,River Plate,Boca Juniors,3,1\n"
    with empty_results() as db:
        import_text(db, text)
        found = Results(db).season_matches(Competition("Copa Libertadores"), Season(2018))
    assert [match.home.name for match in found] == ["River Plate"]


def test_an_import_joins_the_transaction_of_nobody_else() -> None:
    with empty_results() as db, transaction(db):
        db.execute("INSERT INTO clubs (id, name) VALUES ('ajax', 'Ajax')")
    with empty_results() as db:
        import_text(db, HEADER + FIRST_LEG)
        assert not db.conn.in_transaction

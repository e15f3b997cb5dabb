"""The project's own facts: clubs, matches, goals, draws, finals, corrections."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.database.results.results import Results
from bot.football.model import EUROPA_LEAGUE, GoalKind, Season
from bot.importing import import_from
from bot.importing.origins import CORRECTIONS, FACTS, UNCONFIRMED
from bot.importing.protocol import ImportOptions
from bot.sources.errors import SourceError
from tests.importing.results_files import everything
from tests.shared import empty_results

RESULTS = "competition,season,round,date,home,away,ft_home,ft_away,source,confidence,reason\n"
FILES = {
    "clubs.csv": "id,name,country,dutch_name\neng-arsenal,Arsenal,ENG,\nswe-ostersund,Östersunds FK,SWE,\n",
    "club_names.csv": "club,name,kind,country,shared\nswe-ostersund,Östersund,spelling,,\n",
    "elsewhere_clubs.csv": "name,country,also\nBoca Juniors,ARG,Boca\n",
    "club_names_of_their_time.csv": (
        "club,name,first_season,last_season,dutch_name\nswe-ostersund,IFK Östersund,2017,2017,Östersund\n"
    ),
    "ordinary_words.csv": "word\nhallo\n",
    "wikipedia_pages.csv": "page,club\nArsenal F.C.,eng-arsenal\n",
    "matches.csv": RESULTS
    + "EL,2017,R32,2018-02-15,Östersund,Arsenal,0,3,press,high,\n"
    + "EL,2017,R32,2018-02-22,Arsenal,Östersund,1,1,rumour,medium,\n",
    "corrections.csv": RESULTS + "EL,2017,R32,2018-02-22,Arsenal,Östersund,1,2,UEFA,high,miscounted\n",
    "draws.csv": "competition,season,rounds,date,time,place,confirmed,source\n"
    "EL,2017,R16,2018-02-23,13:00,Nyon,1,UEFA\n",
    "finals.csv": "competition,season,date,time,city,venue,confirmed,source\n"
    "EL,2017,2018-05-16,20:45,Lyon,Parc OL,1,UEFA\n",
    "participants.csv": "competition,season,club,country,source\nEL,2018,Arsenal,ENG,UEFA\n",
    "deductions.csv": "competition,season,club,country,points,reason,source\n"
    "EL,2017,Arsenal,ENG,2,a bottle,UEFA\n",
    "goals.csv": "competition,season,date,home,away,club,scorer,minute,kind,source,confidence,reason\n"
    "EL,2017,2018-02-22,Arsenal,Östersund,Arsenal,Kolašinac,47,goal,UEFA,high,\n"
    "EL,2017,,Östersund,Arsenal,Arsenal,Papagiannopoulos,24,own,rumour,medium,\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_facts_are_imported_whole_and_twice_is_once(folder: Path) -> None:
    with empty_results() as db:
        summary = import_from("facts", db, [folder], ImportOptions())
        assert str(summary) == "2 added, 1 changed, 0 unchanged, 1 conflicts"
        results = Results(db)
        first, second = results.stored_matches(EUROPA_LEAGUE, Season(2017))
        assert (first.authority, first.match.leg, first.match.source) == (FACTS.authority, "1", "press")
        assert (second.authority, str(second.match.full_time)) == (CORRECTIONS.authority, "1-2")
        (conflict,) = results.conflicts()
        assert (conflict.kept_source, conflict.refused_source) == ("UEFA", "rumour")
        assert len(results.draws(EUROPA_LEAGUE, Season(2017))) == 1
        assert results.final(EUROPA_LEAGUE, Season(2017)) is not None
        assert [club.name for club in results.participants(EUROPA_LEAGUE, Season(2018))] == ["Arsenal"]
        assert {
            club.name: points for club, points in results.deductions(EUROPA_LEAGUE, Season(2017)).items()
        } == {"Arsenal": 2}
        before = everything(db)
        import_from("facts", db, [folder], ImportOptions())
        assert everything(db) == before


def test_the_goals_of_the_facts_go_to_their_matches_and_twice_is_once(folder: Path) -> None:
    with empty_results() as db:
        import_from("facts", db, [folder], ImportOptions())
        import_from("fact-goals", db, [folder / "goals.csv"], ImportOptions())
        found = Results(db).season_matches(EUROPA_LEAGUE, Season(2017))
        assert [[goal.scorer for goal in match.goals] for match in found] == [
            ["Papagiannopoulos"],
            ["Kolašinac"],
        ]
        assert "rumour" in found[0].source
        before = everything(db)
        import_from("fact-goals", db, [folder / "goals.csv"], ImportOptions())
        assert everything(db) == before


def test_a_goal_of_an_unknown_match_is_refused_with_its_line(folder: Path) -> None:
    goals = folder / "goals.csv"
    goals.write_text(goals.read_text(encoding="utf-8").replace("2018-02-22", "2018-03-22"), encoding="utf-8")
    with empty_results() as db:
        import_from("facts", db, [folder], ImportOptions())
        with pytest.raises(
            SourceError, match=r"goals\.csv, line 2: no match Arsenal – Östersund on 2018-03-22"
        ):
            import_from("fact-goals", db, [goals], ImportOptions())


KINDS = "competition,season,date,home,away,own_goals,penalties,source\n"


def test_own_goals_and_penalties_are_marked_among_the_goals_that_are_known(folder: Path) -> None:
    kinds = folder / "goal_kinds.csv"
    with empty_results() as db:
        import_from("facts", db, [folder], ImportOptions())
        import_from("fact-goals", db, [folder / "goals.csv"], ImportOptions())
        first, second = Results(db).season_matches(EUROPA_LEAGUE, Season(2017))
        assert first.unmarked == second.unmarked == {GoalKind.OWN_GOAL, GoalKind.PENALTY}
        kinds.write_text(
            KINDS
            + "EL,2017,2018-02-22,Arsenal,Östersund,,47 Kolašinac,UEFA\n"
            + "EL,2017,2018-02-15,Östersund,Arsenal,24 Papagiannopoulos,?,UEFA\n",
            encoding="utf-8",
        )
        assert import_from("goal-kinds", db, [kinds], ImportOptions()).changed == 2
        first, second = Results(db).season_matches(EUROPA_LEAGUE, Season(2017))
        assert [goal.kind for goal in (*first.goals, *second.goals)] == [GoalKind.OWN_GOAL, GoalKind.PENALTY]
        assert (set(first.unmarked), set(second.unmarked)) == ({GoalKind.PENALTY}, set())
        before = everything(db)
        assert import_from("goal-kinds", db, [kinds], ImportOptions()).unchanged == 2
        assert everything(db) == before


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("EL,2017,2018-02-22,Arsenal,Östersund,,46 Kolašinac,UEFA\n", "no goal 46 Kolašinac in Arsenal"),
        ("EL,2017,2018-02-15,Östersund,Arsenal,,,UEFA\n", "24 Papagiannopoulos is marked as own"),
        ("EL,2017,2018-02-16,Östersund,Arsenal,,,UEFA\n", "no match Östersund – Arsenal on 2018-02-16"),
    ],
)
def test_a_mark_on_a_goal_that_is_not_there_is_refused(row: str, reason: str, folder: Path) -> None:
    kinds = folder / "goal_kinds.csv"
    kinds.write_text(KINDS + row, encoding="utf-8")
    with empty_results() as db:
        import_from("facts", db, [folder], ImportOptions())
        import_from("fact-goals", db, [folder / "goals.csv"], ImportOptions())
        with pytest.raises(SourceError, match=reason):
            import_from("goal-kinds", db, [kinds], ImportOptions())


@pytest.mark.parametrize(
    ("name", "wrong", "reason"),
    [
        ("club_names.csv", "club,name,kind\nnobody,Nobody,spelling\n", "no such club in clubs.csv: nobody"),
        (
            "club_names_of_their_time.csv",
            "club,name,first_season,last_season,dutch_name\nnobody,Nobody,1955,1956,\n",
            "no such club in clubs.csv: nobody",
        ),
        ("wikipedia_pages.csv", "page,club\nAFC Ajax,nobody\n", "no such club in clubs.csv: nobody"),
        (
            "participants.csv",
            "competition,season,club,country,source\nEL,2018,Ajax,NED,UEFA\n",
            "'Ajax' (NED)",
        ),
        (
            "deductions.csv",
            "competition,season,club,country,points,reason,source\nCL,1994,Ajax,NED,2,a bottle,UEFA\n",
            "'Ajax' (NED)",
        ),
        ("matches.csv", RESULTS + "EL,2017,R32,2018-02-15,Ajax,Arsenal,0,3,press,high,\n", "'Ajax' is not"),
    ],
)
def test_a_fact_about_an_unknown_club_refuses_them_all(
    name: str, wrong: str, reason: str, folder: Path
) -> None:
    (folder / name).write_text(wrong, encoding="utf-8")
    with empty_results() as db:
        before = everything(db)
        with pytest.raises(SourceError) as refused:
            import_from("facts", db, [folder], ImportOptions())
        assert refused.value.place == str(folder / name)
        assert reason in refused.value.reason
        assert everything(db) == before


def test_a_club_is_called_as_it_was_in_that_season(folder: Path) -> None:
    with empty_results() as db:
        import_from("facts", db, [folder], ImportOptions())
        results = Results(db)
        first, _ = results.season_matches(EUROPA_LEAGUE, Season(2017))
        assert (first.home.name, first.home.dutch_name) == ("IFK Östersund", "Östersund")
        assert results.clubs()[first.home.id].name == "Östersunds FK"


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "draws.csv").unlink()
    with empty_results() as db, pytest.raises(SourceError, match=r"draws\.csv"):
        import_from("facts", db, [folder], ImportOptions())


def test_the_better_the_source_the_more_it_is_believed() -> None:
    assert CORRECTIONS.authority > FACTS.authority > UNCONFIRMED.authority

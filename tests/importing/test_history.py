"""The history of a competition, put beside what is known."""

from __future__ import annotations

from pathlib import Path

from bot.database.connection import open_to_write
from bot.database.results.results import Results
from bot.football.competitions import CHAMPIONS_LEAGUE, SUPER_CUP
from bot.football.model import RoundKind, Season
from bot.importing import import_from
from bot.importing.protocol import ImportOptions

HEADER = "home,away,date,gh,ga,full_time,home_country,away_country\n"
CUP = """\
Ajax,Benfica,1972-04-05,1,0,F,netherlands,portugal
Benfica,Ajax,1972-04-19,0,0,F,portugal,netherlands
Inter,Celtic,1972-04-05,0,0,F,italy,scotland
Celtic,Inter,1972-04-19,0,0,P,scotland,italy
Ajax,Inter,1972-05-31,2,0,F,netherlands,italy
"""
SUPER = (
    "Rangers,Ajax,1973-01-16,1,3,F,scotland,netherlands\nAjax,Rangers,1973-01-24,3,2,F,netherlands,scotland\n"
)


def test_the_history_fills_seasons_that_nobody_told(tmp_path: Path) -> None:
    (tmp_path / "uefa-cl.csv").write_text(HEADER + CUP, encoding="utf-8")
    (tmp_path / "uefa-sc.csv").write_text(HEADER + SUPER, encoding="utf-8")
    (tmp_path / "uefa-itc.csv").write_text("left alone", encoding="utf-8")
    db = open_to_write(tmp_path / "results.db")
    options = ImportOptions(new_clubs=True)
    summary = import_from("history", db, [tmp_path], options)
    assert (summary.added, summary.new_clubs) == (7, 5)
    matches = Results(db).season_matches(CHAMPIONS_LEAGUE, Season(1971))
    assert {match.round.kind for match in matches} == {RoundKind.SEMI_FINAL, RoundKind.FINAL}
    assert [match.neutral for match in matches if match.round.kind is RoundKind.FINAL] == [True]
    won = [match.winner.name for match in matches if match.winner is not None]
    assert won == ["Inter"]
    assert len(Results(db).season_matches(SUPER_CUP, Season(1972))) == 2


def test_the_same_history_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "uefa-cl.csv").write_text(HEADER + CUP, encoding="utf-8")
    db = open_to_write(tmp_path / "results.db")
    import_from("history", db, [tmp_path], ImportOptions(new_clubs=True))
    again = import_from("history", db, [tmp_path], ImportOptions())
    assert (again.added, again.changed, again.conflicts) == (0, 0, 0)

"""Newer results that are published are taken in, and nothing that was learned is lost."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.database.connection import finish_snapshot, open_to_keep, open_to_read, open_to_write, transaction
from bot.database.errors import DatabaseError
from bot.database.results.results import Results
from bot.database.results.saving import Origin, save_matches
from bot.database.results.writing import save_clubs, save_draws
from bot.football.model import EUROPA_LEAGUE, DrawDate, Match, Round, Season
from bot.upkeep.working_copy import is_outdated, prepare_working_copy
from tests.football.builders import club, match

CLUBS = ("Arsenal", "Milan", "Ajax", "Lyon")
OPENFOOTBALL, CORRECTION = Origin("openfootball", 30), Origin("correction", 50)
UEFA, BY_HAND = Origin("uefa", 39), Origin("by hand", 45)


def result(home: str, away: str, score: str | None) -> Match:
    return match(home, away, score, date="2017-09-14", round="GROUP A")


FIXTURES = [result("Arsenal", "Milan", None), result("Ajax", "Lyon", None)]


@pytest.fixture
def snapshot(tmp_path: Path) -> Path:
    return published(tmp_path, {OPENFOOTBALL: FIXTURES})


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "var" / "results.db"


def published(folder: Path, matches: dict[Origin, list[Match]]) -> Path:
    path = folder / "snapshot.db"
    path.unlink(missing_ok=True)
    db = open_to_write(path)
    save(path, matches)
    finish_snapshot(db)
    return path


def save(path: Path, by_origin: dict[Origin, list[Match]], *more: str) -> None:
    with closing(open_to_write(path)) as db, transaction(db):
        save_clubs(db, [club(name) for name in (*CLUBS, *more)])
        for origin, matches in by_origin.items():
            save_matches(db, matches, origin)


def results_in(path: Path) -> dict[str, str]:
    with closing(open_to_read(path)) as db:
        found = Results(db).season_matches(EUROPA_LEAGUE, Season(2017))
        return {f"{match.home.name} - {match.away.name}": str(match.score or "-") for match in found}


def test_the_first_copy_is_the_published_one(snapshot: Path, copy: Path) -> None:
    assert prepare_working_copy(snapshot, copy) is not None
    assert results_in(copy) == {"Arsenal - Milan": "-", "Ajax - Lyon": "-"}
    assert prepare_working_copy(snapshot, copy) is None
    assert not is_outdated(snapshot, copy)


def test_what_was_learned_and_what_is_published_later_are_both_known(
    tmp_path: Path, snapshot: Path, copy: Path
) -> None:
    prepare_working_copy(snapshot, copy)
    save(
        copy,
        {UEFA: [result("Arsenal", "Milan", "2-1")], BY_HAND: [result("Feyenoord", "Ajax", "0-3")]},
        "Feyenoord",
    )
    published(
        tmp_path, {OPENFOOTBALL: [FIXTURES[0], result("Ajax", "Lyon", "4-1"), result("Milan", "Ajax", None)]}
    )
    assert is_outdated(snapshot, copy)
    assert prepare_working_copy(snapshot, copy)
    assert results_in(copy) == {
        "Arsenal - Milan": "2-1",
        "Ajax - Lyon": "4-1",
        "Milan - Ajax": "-",
        "Feyenoord - Ajax": "0-3",
    }


def test_a_correction_that_is_published_beats_what_was_learned(
    tmp_path: Path, snapshot: Path, copy: Path
) -> None:
    prepare_working_copy(snapshot, copy)
    save(copy, {UEFA: [result("Arsenal", "Milan", "2-1")]})
    published(tmp_path, {OPENFOOTBALL: FIXTURES, CORRECTION: [result("Arsenal", "Milan", "2-2")]})
    prepare_working_copy(snapshot, copy)
    assert results_in(copy)["Arsenal - Milan"] == "2-2"


def test_a_published_mistake_that_was_mended_does_not_come_back(
    tmp_path: Path, snapshot: Path, copy: Path
) -> None:
    published(tmp_path, {OPENFOOTBALL: [*FIXTURES, result("Lyon", "Arsenal", "9-0")]})
    prepare_working_copy(snapshot, copy)
    published(tmp_path, {OPENFOOTBALL: [*FIXTURES, result("Milan", "Lyon", None)]})
    prepare_working_copy(snapshot, copy)
    assert "Lyon - Arsenal" not in results_in(copy)


def test_a_copy_that_another_program_uses_stays_as_it_is(tmp_path: Path, snapshot: Path, copy: Path) -> None:
    prepare_working_copy(snapshot, copy)
    with closing(open_to_keep(copy)) as db, transaction(db):
        save_matches(db, [result("Arsenal", "Milan", "2-1")], UEFA)
        published(tmp_path, {OPENFOOTBALL: [FIXTURES[0], result("Ajax", "Lyon", "4-1")]})
        with pytest.raises(DatabaseError):
            prepare_working_copy(snapshot, copy)
    assert results_in(copy) == {"Arsenal - Milan": "2-1", "Ajax - Lyon": "-"}


def test_the_day_of_a_draw_that_a_source_confirmed_stays_known(tmp_path: Path, copy: Path) -> None:
    snapshot = published(tmp_path, {OPENFOOTBALL: FIXTURES})
    prepare_working_copy(snapshot, copy)
    season = (EUROPA_LEAGUE, Season(2017))
    draws = [
        DrawDate(*season, (Round.from_code(code),), date(2018, 2, 23), None, "Nyon", confirmed, source)
        for code, confirmed, source in (
            ("R16", True, "wikipedia"),
            ("QF", False, "wikipedia"),
            ("SF", True, "facts"),
        )
    ]
    with closing(open_to_write(copy)) as db, transaction(db):
        save_draws(db, draws)
    prepare_working_copy(published(tmp_path, {OPENFOOTBALL: [result("Arsenal", "Milan", "2-1")]}), copy)
    with closing(open_to_read(copy)) as db:
        assert Results(db).draws(*season) == (draws[0],)

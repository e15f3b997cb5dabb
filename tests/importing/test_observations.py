"""What live sources write is ours once folded; what a file writes stays exact."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.database.connection import open_to_read, open_to_write, transaction
from bot.database.results.migrations import MIGRATIONS
from bot.database.results.results import Results
from bot.database.results.writing import save_clubs, save_names, save_pages
from bot.football.events.observations import Observation
from bot.football.model import CHAMPIONS_LEAGUE, Club, Match, Round, RoundKind, Season, Status
from bot.importing.observations import LiveImport
from bot.importing.protocol import ImportOptions
from bot.sources.errors import SourceError
from bot.sources.reading import spelled
from tests.importing.results_files import import_text
from tests.shared import empty_results

MALAGA, PORTO = Club("esp-malaga", "Málaga", "ESP"), Club("por-porto", "FC Porto", "POR")
HEADER = "competition,season,round,home,home_country,away,away_country,ft_home,ft_away\n"


def observed(home: Club, away: Club) -> Observation:
    kick_off = datetime(2013, 2, 19, 19, 45, tzinfo=UTC)
    round_ = Round(RoundKind.LAST_16)
    return Observation(
        Match(
            CHAMPIONS_LEAGUE,
            Season(2012),
            round_,
            home,
            away,
            Status.LIVE,
            date=kick_off.date(),
            kick_off=kick_off,
        )
    )


def test_a_live_match_keeps_its_club_without_its_accent_and_a_file_does_not() -> None:
    with empty_results() as db:
        with transaction(db):
            save_clubs(db, [MALAGA, PORTO])
        recognised = LiveImport(db, Results(db)).recognise([observed(spelled("fc porto"), spelled("Malaga"))])
        assert recognised.problems == ()
        assert [found.match.clubs for found in recognised.observations] == [(PORTO, MALAGA)]
        with pytest.raises(SourceError, match="'Malaga' \\(ESP\\) is not a known club; nearest: Málaga"):
            import_text(db, HEADER + "CL,2012,R16,FC Porto,POR,Malaga,ESP,1,0\n", options=ImportOptions())


def test_a_name_that_is_learned_during_the_evening_is_known_at_the_next_look(tmp_path: Path) -> None:
    db = open_to_write(tmp_path / "results.db")
    MIGRATIONS.apply(db)
    with transaction(db):
        save_clubs(db, [MALAGA, PORTO])
    results = Results(open_to_read(tmp_path / "results.db"))
    live_import, written = LiveImport(db, results), observed(spelled("The Dragons"), spelled("Malaga"))
    results.refresh()
    unknown = live_import.recognise([written])
    assert (unknown.observations, len(unknown.problems)) == ((), 1)
    with transaction(db):
        save_names(db, [(PORTO.id, "The Dragons", "alias", "", False)])
    assert live_import.recognise([written]) == unknown
    results.refresh()
    assert [found.match.clubs for found in live_import.recognise([written]).observations] == [(PORTO, MALAGA)]


def test_a_club_is_known_by_its_page_and_another_is_a_problem_of_its_match_alone() -> None:
    with empty_results() as db:
        with transaction(db):
            save_clubs(db, [MALAGA, PORTO])
            save_pages(db, [("Málaga CF", MALAGA.id), ("F.C. Porto", PORTO.id)])
        page, porto = spelled("Málaga CF", "ESP", "Boquerones"), spelled("F.C. Porto", "", "Porto")
        recognised = LiveImport(db, Results(db)).recognise(
            [observed(page, porto), observed(spelled("AFC Ajax", "NED", "Ajax"), porto)]
        )
        assert [found.match.clubs for found in recognised.observations] == [(MALAGA, PORTO)]
        assert recognised.problems == ("'AFC Ajax' (NED) is not a known club",)

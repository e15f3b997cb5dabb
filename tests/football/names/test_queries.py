"""What people type, in every way that they do: `queries.csv` says which club is meant, or that none is."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.football.clubs_known import find, names_of

QUERIES = Path(__file__).with_name("queries.csv")


def queries() -> list[tuple[str, str | None]]:
    with QUERIES.open(encoding="utf-8", newline="") as lines:
        return [(row["typed"], row["club"] or None) for row in csv.DictReader(lines)]


def test_every_club_is_found_at_once_by_what_people_type() -> None:
    meant = {typed: club for typed, club in queries() if club}
    assert len(meant) > 500
    assert {typed: names_of(find(typed)) for typed in meant} == meant


def test_words_places_players_and_clubs_that_never_played_in_europe_are_no_club() -> None:
    nobodys = [typed for typed, club in queries() if club is None]
    assert len(nobodys) > 300
    assert {typed: found for typed in nobodys if (found := names_of(find(typed))) is not None} == {}

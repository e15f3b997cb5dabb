"""Where the road leads, by the regulations of each season."""

from __future__ import annotations

import pytest

from bot.football.model import CONFERENCE_LEAGUE, EUROPA_LEAGUE, Competition, Round, RoundKind, Season
from bot.football.tables.advancing import Drops, Fate, GoesOn, Out, fate, next_round, zones

R = Round.from_code


@pytest.mark.parametrize(
    ("after", "played", "reached"),
    [
        ("R32", "R32", "R16"),
        ("KPO", "LEAGUE KPO", "R16"),
        ("SF", "SF", "F"),
        ("F", "SF F", None),
        ("Q3", "Q1 Q2 Q3 PO GROUP R16", "PO"),
        ("R1", "R1 GROUP R32", "GROUP"),
        ("R3", "R1 R2 R3 QF", "QF"),
        ("R2", "R1 R2", None),
        ("OTHER Play-off", "R1", None),
    ],
)
def test_the_next_round(after: str, played: str, reached: str | None) -> None:
    kinds = [RoundKind(code) for code in played.split()] + [RoundKind.OTHER]
    assert next_round(R(after), kinds) == (None if reached is None else R(reached))


@pytest.mark.parametrize(
    ("competition", "year", "round_", "fates"),
    [
        ("CL", 1992, "GROUP A", {1: "F", 2: ""}),
        ("CL", 1993, "GROUP A", {2: "SF", 3: ""}),
        ("CL", 1995, "GROUP A", {2: "QF", 3: ""}),
        ("CL", 1997, "GROUP A", {1: "QF", 2: None, 3: ""}),
        ("CL", 2001, "GROUP A", {2: "G2", 3: "EL", 4: ""}),
        ("CL", 2001, "G2 A", {2: "QF", 3: ""}),
        ("CL", 2017, "GROUP H", {2: "R16", 3: "EL", 4: ""}),
        ("CL", 2024, "LEAGUE", {8: "R16", 9: "KPO", 24: "KPO", 25: ""}),
        ("EL", 2006, "GROUP A", {3: "R32", 4: ""}),
        ("EL", 2017, "GROUP A", {2: "R32", 3: ""}),
        ("EL", 2021, "GROUP A", {1: "R16", 2: "KPO", 3: "ECL", 4: ""}),
        ("EL", 2025, "LEAGUE", {8: "R16", 36: ""}),
        ("ECL", 2022, "GROUP A", {1: "R16", 2: "KPO", 3: ""}),
        ("ECL", 2024, "LEAGUE", {24: "KPO"}),
        ("Copa Libertadores", 2022, "GROUP A", {1: None}),
    ],
)
def test_what_a_place_meant(competition: str, year: int, round_: str, fates: dict[int, str | None]) -> None:
    meant = {place: fate(Competition(competition), Season(year), R(round_), place) for place in fates}
    assert meant == {place: _fate(code) for place, code in fates.items()}


def test_the_places_of_a_league_phase_fall_into_three() -> None:
    places = zones(EUROPA_LEAGUE, Season(2025), R("LEAGUE"), 36)
    assert [(first, last) for first, last, _ in places] == [(1, 8), (9, 24), (25, 36)]
    assert [meant for *_, meant in places] == [GoesOn(R("R16")), GoesOn(R("KPO")), Out()]


def test_a_league_phase_with_clubs_unknown_has_no_places_that_matter_yet() -> None:
    assert zones(CONFERENCE_LEAGUE, Season(2026), R("LEAGUE"), 4) == ((1, 4, None),)


def test_a_group_of_the_champions_league_sends_its_third_on_to_the_europa_league() -> None:
    places = zones(Competition("CL"), Season(2017), R("GROUP H"), 4)
    assert places == ((1, 2, GoesOn(R("R16"))), (3, 3, Drops(EUROPA_LEAGUE)), (4, 4, Out()))


def _fate(code: str | None) -> Fate | None:
    """A round, another competition, nothing (out), or None where the place does not tell."""
    match code:
        case None:
            return None
        case "":
            return Out()
        case "EL":
            return Drops(EUROPA_LEAGUE)
        case "ECL":
            return Drops(CONFERENCE_LEAGUE)
        case _:
            return GoesOn(R(code))

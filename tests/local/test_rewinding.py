"""An evening that is played again gets its kick-offs, and says which were assumed."""

from __future__ import annotations

from datetime import date

from bot.local.rewinding import play_again
from tests.football.builders import amsterdam, match

THE_NIGHT = date(2018, 2, 22)


def test_known_kick_offs_stay_and_unknown_ones_take_turns() -> None:
    again = play_again(
        [
            match("Lazio", "FCSB", "5-1", date="2018-02-22"),
            match("Arsenal", "Östersund", "1-2", date="2018-02-22"),
            match("CSKA", "Red Star", "1-0", date="2018-02-22", time="18:00"),
            match("Atalanta", "Dortmund", "1-1", date="2018-02-22"),
            match("Elsewhere", "Otherwise", "1-1", date="2018-02-21"),
        ],
        THE_NIGHT,
    )
    assert [(match.home.name, match.kick_off) for match in again.matches] == [
        ("CSKA", amsterdam("2018-02-22 18:00")),
        ("Arsenal", amsterdam("2018-02-22 19:00")),
        ("Lazio", amsterdam("2018-02-22 19:00")),
        ("Atalanta", amsterdam("2018-02-22 21:05")),
    ]
    assert [game.home.name for game in again.assumed] == ["Arsenal", "Lazio", "Atalanta"]


def test_the_same_evening_is_played_again_in_the_same_way() -> None:
    matches = [match(home, f"{home} away", date="2018-02-22") for home in "CABD"]
    assert play_again(matches, THE_NIGHT) == play_again(reversed(matches), THE_NIGHT)

from __future__ import annotations

from bot.football.players.player_finder import is_called
from bot.football.players.players import players_of, scored_in
from tests.football.builders import goal, match


def test_a_player_is_called_by_whole_words_of_the_name() -> None:
    scored = match(
        "Ajax", "Milan", "1-0", date="2018-02-22", goals=(goal("Ajax", 12, "Klaas-Jan Huntelaar"),)
    )
    (player,) = players_of(scored_in(scored))
    called = [text for text in ("huntelaar", "Klaas-Jan", "Hunt", "Ajax") if is_called(player, text)]
    assert called == ["huntelaar", "Klaas-Jan"]

"""One player under several spellings, two under one name, and how they are found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from bot.football.model import CHAMPIONS_LEAGUE, Season
from bot.football.players.player_finder import (
    PlayerEntry,
    PlayerFinder,
    PlayerKey,
    button_key,
    keys_of_player,
    sounds_of,
)
from bot.football.players.players import Player, Scored, players_of, scored_in
from bot.football.seasons import season_on
from tests.football.builders import club, goal, match

SCHOCHASTICS, LIVE = "openfootball + schochastics/football-data", "a live source"


def scored(name: str, for_club: str, day: str, source: str = SCHOCHASTICS, against: str = "Others") -> Scored:
    at = date.fromisoformat(day)
    over = datetime(at.year, at.month, at.day, 22, tzinfo=UTC)
    return Scored(name, club(for_club), club(against), CHAMPIONS_LEAGUE, season_on(at), at, over, source)


def names(*goals: Scored) -> list[set[str]]:
    return [set(player.spellings) for player in players_of(goals)]


MESSI = scored("Lionel Messi", "Barcelona", "2020-12-08")


def test_messi_is_one_player_however_he_is_written() -> None:
    (messi,) = players_of(
        [
            MESSI,
            scored("L. Messi", "PSG", "2021-09-28", LIVE),
            scored("Messi", "Barcelona", "2021-02-16", "another source"),
            scored("Lionel Méssi", "PSG", "2022-09-14", "yet another"),
        ]
    )
    assert messi.name == "Lionel Méssi"
    assert messi.clubs == (club("Barcelona"), club("PSG"))
    assert messi.seasons == (Season(2020), Season(2022))
    assert [row[0] for row in messi.by_season] == [Season(2022), Season(2021), Season(2020)]


@pytest.mark.parametrize(
    "other",
    [
        scored("Messi", "PSG", "2021-09-28", LIVE),
        scored("M. Messi", "Barcelona", "2021-02-16", LIVE),
        scored("L. Messi", "Barcelona", "2028-02-16", LIVE),
        scored("L. Messi", "PSG", "2020-12-01", LIVE),
        scored("L. Messi", "Barcelona", "2021-02-16"),
        scored("Li Messi", "Barcelona", "2021-02-16", LIVE),
        scored("Lionel Andrés Messi", "Barcelona", "2021-02-16", LIVE),
    ],
    ids=[
        "a surname at another club",
        "another initial",
        "years later",
        "elsewhere in the same autumn",
        "two spellings of one source",
        "two letters",
        "a name more",
    ],
)
def test_what_may_be_another_player_is_kept_apart(other: Scored) -> None:
    assert len(players_of([MESSI, other])) == 2


def test_a_shortened_first_name_at_the_same_club_is_the_same_player() -> None:
    together = [
        scored("Nicolás González", "Juventus", "2024-09-17"),
        scored("Nico González", "Juventus", "2026-09-17", LIVE),
    ]
    assert names(*together) == [{"Nicolás González", "Nico González"}]


def test_a_surname_that_two_can_bear_stays_by_itself() -> None:
    goals = [
        scored("Frank de Boer", "Ajax", "1995-03-15"),
        scored("Ronald de Boer", "Ajax", "1995-04-19"),
        scored("Boer", "Ajax", "1995-05-01", LIVE),
    ]
    assert len(players_of(goals)) == 3


def test_pepe_with_and_without_his_accent_in_one_source_are_two() -> None:
    assert len(names(scored("Pepe", "Porto", "2023-10-04"), scored("Pepê", "Porto", "2023-10-25"))) == 2


def test_nobody_scores_for_two_clubs_between_two_transfer_windows() -> None:
    spring = [scored("Eduardo", "Arsenal", "2010-02-17"), scored("Eduardo", "Basel", "2010-03-11")]
    assert len(players_of(spring)) == 2
    moved = [scored("Eduardo", "Arsenal", "2010-02-17"), scored("Eduardo", "Shakhtar", "2010-09-15")]
    assert len(players_of(moved)) == 1
    both = [*spring, scored("Eduardo", "Basel", "2010-10-20"), scored("Eduardo", "Arsenal", "2010-10-21")]
    assert sorted(len(player.goals) for player in players_of(both)) == [2, 2]


@pytest.mark.parametrize(
    ("name", "last", "at", "players"),
    [
        ("Emerson", "2016-11-01", "Roma", 2),
        ("Emerson", "2009-11-01", "Roma", 1),
        ("Xabi Alonso", "2014-11-01", "Bayern", 1),
        ("Martin Frýdek", "2022-11-01", "Sparta", 2),
        ("Pepe", "2020-11-01", "Porto", 1),
        ("Pepe", "2023-11-01", "Porto", 2),
    ],
)
def test_a_long_silence_is_somebody_else(name: str, last: str, at: str, players: int) -> None:
    assert len(players_of([scored(name, "Porto", "2005-11-01"), scored(name, at, last)])) == players


def test_no_career_lasts_longer_than_23_years() -> None:
    years = (1991, 2001, 2011, 2016)
    assert len(players_of([scored("Frýdek", "Sparta", f"{year}-10-10") for year in years])) == 2


def test_an_own_goal_that_no_source_marks_is_not_counted() -> None:
    pique = [
        scored("Piqué", "Barcelona", "2009-11-01", against="Inter"),
        scored("Piqué", "Bayern", "2013-04-23", against="Barcelona"),
        scored("Piqué", "Barcelona", "2014-11-01", against="Ajax"),
    ]
    (player,) = players_of(pique)
    assert (len(player.goals), player.doubtful) == (2, (pique[1],))
    later = player.at(datetime(2010, 1, 1, tzinfo=UTC))
    assert later is not None
    assert (len(later.goals), later.doubtful) == (1, ())
    assert player.at(datetime(2000, 1, 1, tzinfo=UTC)) is None


def test_a_goal_against_the_former_club_counts() -> None:
    goals = [
        scored("Robin van Persie", "Man United", "2014-03-19", against="Olympiakos"),
        scored("Robin van Persie", "Fenerbahçe", "2016-11-03", against="Man United"),
    ]
    (player,) = players_of(goals)
    assert player.doubtful == ()
    same_club = [*goals, scored("Robin van Persie", "Fenerbahçe", "2016-09-29", against="Feyenoord")]
    assert players_of(same_club)[0].doubtful == ()


def test_own_goals_and_nameless_goals_are_nobodys() -> None:
    game = match(
        "A",
        "B",
        "3-0",
        date="2018-02-22",
        goals=[goal("A", 1, "Scorer"), goal("A", 2, "Pech", kind="own"), goal("A", 3)],
    )
    assert [scored.name for scored in scored_in(game)] == ["Scorer"]
    assert not list(scored_in(match("A", "B", "3-0", goals=[goal("A", 1, "X")])))


def test_a_name_without_letters_is_a_name_too() -> None:
    assert names(scored("!!", "A", "2018-02-22")) == [{"!!"}]


@dataclass(frozen=True)
class Listed:
    """A table of players in memory."""

    by_key: dict[tuple[PlayerKey, str], list[PlayerEntry]]

    def players(self, by: PlayerKey, keys: Iterable[str]) -> Sequence[PlayerEntry]:
        found = {player for key in keys for player in self.by_key.get((by, key), ())}
        return sorted(found, key=lambda player: player.most_goals_first)

    def keys_of_length(self, by: PlayerKey, length: int) -> Sequence[str]:
        return sorted(key for kind, key in self.by_key if kind is by and len(key) == length)

    def words_sounding(self, sounds: str) -> Sequence[str]:
        return [word for by, word in self.by_key if by is PlayerKey.WORD and sounds in sounds_of(word)]


def listed(players: Sequence[Player]) -> Listed:
    by_key: dict[tuple[PlayerKey, str], list[PlayerEntry]] = {}
    for number, player in enumerate(players):
        for key in keys_of_player(player.spellings):
            by_key.setdefault(key, []).append(PlayerEntry("", number, player.name, len(player.goals)))
    return Listed(by_key)


def finder() -> PlayerFinder:
    goals = [
        *(scored("Cristiano Ronaldo", "Real", f"2012-{month:02}-20") for month in (9, 10, 11)),
        *(scored("Ronaldo", "Inter", f"1998-{month:02}-20") for month in (10, 11)),
        scored("Sead Kolašinac", "Arsenal", "2018-02-22"),
        scored("Fabio Borini", "Milan", "2018-02-22"),
        scored("Zlatan Ibrahimović", "PSG", "2012-10-20"),
        scored("Robin van Persie", "Arsenal", "2010-10-20"),
        scored("Wesley Sneijder", "Inter", "2010-10-20"),
        scored("Dirk Kuyt", "Liverpool", "2007-05-01"),
        scored("Andriy Shevchenko", "AC Milan", "2003-05-01"),
    ]
    return PlayerFinder(listed(players_of(goals)))


def found(text: str) -> list[str]:
    return [player.name for player in finder().find(text)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("borini", ["Fabio Borini"]),
        ("kolasinac", ["Sead Kolašinac"]),
        ("KOLAŠINAC", ["Sead Kolašinac"]),
        ("ibrahimovich", ["Zlatan Ibrahimović"]),
        ("kuijt", ["Dirk Kuyt"]),
        ("sjevtsjenko", ["Andriy Shevchenko"]),
        ("andriej sjevtsjenko", ["Andriy Shevchenko"]),
        ("sneider", ["Wesley Sneijder"]),
        ("robbin persie", ["Robin van Persie"]),
        ("ronaldo", ["Cristiano Ronaldo", "Ronaldo"]),
        ("cristiano ronaldo", ["Cristiano Ronaldo"]),
        ("qqqqqq", []),
        ("qqqqqq zzzzzz", []),
        ("", []),
        ("?!", []),
    ],
)
def test_a_player_is_found_whatever_the_spelling(typed: str, meant: list[str]) -> None:
    assert found(typed) == meant


def test_two_players_are_found_by_ear_one_after_the_other() -> None:
    players = finder()
    names = [player.name for typed in ("sjevtsjenko", "sneider") for player in players.find(typed)]
    assert names == ["Andriy Shevchenko", "Wesley Sneijder"]


def test_the_key_outlives_new_goals() -> None:
    more = Player((MESSI, scored("Lionel Messi", "PSG", "2021-09-28")))
    assert button_key(Player((MESSI,))) == button_key(more)

"""How a club stands at a moment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.football.model import (
    CHAMPIONS_LEAGUE,
    EUROPA_LEAGUE,
    Competition,
    DecidedBy,
    Match,
    Outcome,
    Round,
    Score,
    Season,
)
from bot.football.season.club_status import (
    AllAhead,
    CameFrom,
    ClubStatus,
    InTable,
    InTie,
    in_table,
    moment_of,
    status_of,
)
from bot.football.season.season_as_of import SeasonAsOf, know_season
from bot.football.tables.advancing import Drops, GoesOn, Out
from bot.football.ties.needs import needs
from tests.football.builders import amsterdam, club, match

FIRST = match("Östersund", "Arsenal", "0-3", date="2018-02-15", time="19:00", leg=1)
SECOND = match("Arsenal", "Östersund", "1-2", date="2018-02-22", time="21:05", leg=2)
NIGHT = "2018-02-22 23:30"

_GROUP_H = ("Tottenham", "Real Madrid", "Dortmund", "APOEL")


def group_h() -> list[Match]:
    """Champions League 2017/18, group H: in the end as listed, the better club won every time."""
    return [
        match(
            home,
            away,
            "2-0" if _GROUP_H.index(home) < _GROUP_H.index(away) else "0-2",
            competition="CL",
            round="GROUP H",
            date=f"2017-{10 + number % 3}-{1 + number:02d}",
        )
        for number, (home, away) in enumerate(
            (home, away) for home in _GROUP_H for away in _GROUP_H if home != away
        )
    ]


def season(now: str, *matches: Match, competition: Competition = EUROPA_LEAGUE) -> SeasonAsOf:
    return know_season(competition, Season(2017), matches, (), None, amsterdam(now))


def in_tie(name: str, now: str, *matches: Match) -> InTie:
    return in_tie_of(season(now, *matches), name)


def in_tie_of(as_of: SeasonAsOf, name: str) -> InTie:
    status = status_of(club(name), [as_of])
    assert isinstance(status, InTie)
    return status


def test_a_club_that_went_through_waits_for_the_round_of_16() -> None:
    status = in_tie("Arsenal", NIGHT, FIRST, SECOND)
    assert status.outcome == Outcome(club("Arsenal"), DecidedBy.AGGREGATE)
    assert status.through_to == Round.from_code("R16")
    assert (status.standing, status.needs, status.unknown, status.came_from, status.next) == (
        None,
        (),
        False,
        None,
        None,
    )


def test_a_club_in_the_next_round_still_shows_its_last_tie_and_its_next_match() -> None:
    ahead = match("Milan", "Arsenal", round="R16", date="2018-03-08")
    assert in_tie("Arsenal", "2018-02-28 12:00", FIRST, SECOND, ahead).next == ahead


def test_between_two_legs_it_says_what_each_club_needs_this_one_first() -> None:
    for name in ("Arsenal", "Östersund"):
        status = in_tie(name, "2018-02-16 12:00", FIRST, SECOND)
        assert status.outcome is None
        assert status.standing is not None
        assert status.standing.aggregate == Score(0, 3)
        assert status.needs[0].club == club(name)
        assert set(status.needs) == set(needs(status.tie))
        # The second leg is in the tie itself.
        assert status.next is None


def test_a_second_leg_without_a_result_is_unknown_once_it_must_have_been_played() -> None:
    not_told = replace(SECOND, status=match("A", "B").status, full_time=None)
    status = in_tie("Arsenal", NIGHT, FIRST, not_told)
    assert status.unknown
    assert (status.standing, status.needs) == (None, ())


@pytest.mark.parametrize(("now", "unknown"), [("2018-03-01 12:00", False), ("2018-04-15 12:00", True)])
def test_a_first_leg_alone_is_unknown_when_no_second_leg_comes_that_late(now: str, unknown: bool) -> None:  # noqa: FBT001 - a case
    assert in_tie("Arsenal", now, FIRST).unknown is unknown


def test_of_an_unknown_tie_the_club_seen_in_a_later_round_played_on() -> None:
    not_told = replace(SECOND, status=match("A", "B").status, full_time=None)
    later = match("Milan", "Arsenal", "0-2", round="R16", date="2018-03-08")
    as_of = season("2018-03-09 12:00", FIRST, not_told, later)
    assert in_tie_of(as_of, "Östersund").played_on == club("Arsenal")
    assert in_tie("Östersund", NIGHT, FIRST, not_told).played_on is None


def test_a_first_leg_alone_is_unknown_once_the_final_has_been_played() -> None:
    first = match("Salzburg", "Marseille", "1-1", round="SF", date="2018-05-03", leg=1)
    final = match("Marseille", "Atlético", "0-3", round="F", date="2018-05-16")
    assert in_tie("Salzburg", "2018-05-15 23:30", first, final).unknown is False
    assert in_tie("Salzburg", "2018-05-17 12:00", first, final).unknown


def test_a_club_that_came_down_from_the_champions_league_says_from_where() -> None:
    first = match("Dortmund", "Atalanta", "3-2", date="2018-02-15", leg=1)
    higher = season(NIGHT, *group_h(), competition=CHAMPIONS_LEAGUE)
    status = status_of(club("Dortmund"), [season(NIGHT, first), higher])
    assert isinstance(status, InTie)
    ahead = (club("Tottenham"), club("Real Madrid"))
    assert status.came_from == CameFrom(CHAMPIONS_LEAGUE, Round.from_code("GROUP H"), 3, ahead)


def test_a_club_that_did_not_come_third_did_not_come_down() -> None:
    first = match("Tottenham", "Atalanta", "3-2", date="2018-02-15", leg=1)
    higher = season(NIGHT, *group_h(), competition=CHAMPIONS_LEAGUE)
    status = status_of(club("Tottenham"), [season(NIGHT, first), higher])
    assert isinstance(status, InTie)
    assert status.came_from is None


def test_a_club_of_its_own_group_did_not_come_down() -> None:
    own = match("Arsenal", "Köln", "3-1", round="GROUP H", date="2017-09-14")
    assert in_tie("Arsenal", NIGHT, own, FIRST, SECOND).came_from is None


def test_in_a_complete_table_a_place_has_its_fate() -> None:
    status = status_of(club("Dortmund"), [season(NIGHT, *group_h(), competition=CHAMPIONS_LEAGUE)])
    assert isinstance(status, InTable)
    assert (status.standing.place, status.fate) == (3, Drops(EUROPA_LEAGUE))
    assert status.last == max(status.season.of(club("Dortmund")), key=moment_of)
    first = in_table(club("Tottenham"), status.season, Round.from_code("GROUP H"))
    assert first is not None
    assert first.fate == GoesOn(Round.from_code("R16"))


def test_in_a_table_under_way_no_place_has_a_fate() -> None:
    *played, last = group_h()
    to_come = replace(last, date=None, status=match("A", "B").status, full_time=None)
    late = match("APOEL", "Dortmund", competition="CL", round="GROUP H", date="2018-02-20")
    ahead = match("APOEL", "Tottenham", competition="CL", round="GROUP H", date="2018-02-27")
    as_of = season(NIGHT, *played, to_come, late, ahead, competition=CHAMPIONS_LEAGUE)
    status = status_of(club("APOEL"), [as_of])
    assert isinstance(status, InTable)
    assert status.fate is None
    assert status.unknown == (late,)
    assert status.next == ahead


def test_a_club_has_no_place_in_another_group() -> None:
    as_of = season(NIGHT, *group_h(), competition=CHAMPIONS_LEAGUE)
    assert in_table(club("Arsenal"), as_of, Round.from_code("GROUP H")) is None


def test_a_season_still_to_begin_is_all_ahead_the_first_match_first() -> None:
    later = match("Arsenal", "Köln", round="GROUP H", date="2017-09-14")
    sooner = match("Bate", "Arsenal", round="GROUP H", date="2017-09-07")
    status: ClubStatus | None = status_of(club("Arsenal"), [season("2017-09-01 12:00", later, sooner)])
    assert isinstance(status, AllAhead)
    assert status.next == sooner


def test_a_club_without_matches_or_with_a_postponed_one_alone_has_no_status() -> None:
    postponed = match("Arsenal", "Köln", round="GROUP H", date="2017-09-14", status="postponed")
    as_of = season("2017-09-01 12:00", postponed)
    assert status_of(club("Arsenal"), [as_of]) is None
    assert status_of(club("Ajax"), [as_of]) is None


def test_a_club_whose_tie_is_not_among_the_ties_has_no_status() -> None:
    as_of = replace(season(NIGHT, FIRST, SECOND), ties=())
    assert status_of(club("Arsenal"), [as_of]) is None


def test_a_runner_up_who_is_not_among_the_best_is_out_once_it_is_known_who_plays_on() -> None:
    # Champions League 1997/98: of the six runners-up only the best two went on; PSV did not.
    clubs = ("Dynamo Kyiv", "PSV", "Barcelona", "Newcastle")
    group = [
        match(
            home,
            away,
            "2-0" if clubs.index(home) < clubs.index(away) else "0-2",
            competition="CL",
            season=1997,
            round="GROUP C",
            date=f"1997-{10 + number % 3}-{1 + number:02d}",
        )
        for number, (home, away) in enumerate(
            (home, away) for home in clubs for away in clubs if home != away
        )
    ]
    quarter_final = match(
        "Juventus", "Dynamo Kyiv", competition="CL", season=1997, round="QF", leg=1, date="1998-03-04"
    )
    best = match("Juventus", "PSV", competition="CL", season=1997, round="QF", leg=1, date="1998-03-04")

    def fate_of_psv(*later: Match) -> object:
        as_of = know_season(
            Competition("CL"), Season(1997), [*group, *later], (), None, amsterdam("1998-01-10 12:00")
        )
        status = status_of(club("PSV"), [as_of])
        assert isinstance(status, InTable)
        return status.fate

    assert fate_of_psv() is None
    assert fate_of_psv(quarter_final) == Out()
    assert fate_of_psv(best) == GoesOn(Round.from_code("QF"))

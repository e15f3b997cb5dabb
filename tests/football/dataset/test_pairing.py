"""Which known match a told one is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.dataset.pairing import pair, with_legs_once
from bot.football.model import Leg, Match, Season, Status
from tests.football.builders import match

LEAGUE = "OTHER Regular season"


def is_one(kept: Match, brought: Match) -> bool:
    ((_, found),) = pair([kept], [brought])
    return found is not None


def test_the_same_clubs_on_the_same_day_or_the_next_are_one_match() -> None:
    kept = match("Ajax", "Roma", "1-0", date="2005-09-14")
    assert is_one(kept, match("Ajax", "Roma", "2-0", date="2005-09-14"))
    assert is_one(kept, match("Ajax", "Roma", "1-0", date="2005-09-15"))
    assert not is_one(kept, match("Ajax", "Lazio", "1-0", date="2005-09-14"))
    assert not is_one(kept, match("Roma", "Ajax", "1-0", date="2005-09-14"))


def test_clubs_that_met_in_a_group_and_again_in_a_final_met_twice() -> None:
    group = match("Ajax", "Milan", "2-0", date="1994-09-14", round="GROUP A")
    final = match("Ajax", "Milan", "1-0", date="1995-05-24", round="F")
    assert not is_one(group, final)
    unknown = replace(final, round=match("Ajax", "Milan", round="OTHER ?").round)
    assert [found for _, found in pair([group, final], [unknown])] == [final]


def test_a_match_of_an_unknown_round_on_another_day_is_not_guessed() -> None:
    assert not is_one(
        match("Ajax", "Milan", "2-0", date="1994-09-14"),
        match("Ajax", "Milan", "2-0", date="1994-11-01", round="OTHER ?"),
    )


def test_a_fixture_that_is_moved_is_the_same_one() -> None:
    kept = match("Ajax", "Roma", date="2005-09-14")
    assert is_one(kept, match("Ajax", "Roma", date="2005-10-20"))
    assert is_one(kept, match("Ajax", "Roma", "1-0", date="2005-10-20"))
    assert is_one(kept, match("Ajax", "Roma", "1-0"))


def test_an_old_fixture_list_does_not_bring_a_played_match_back() -> None:
    assert is_one(
        match("Ajax", "Roma", "1-0", date="2005-09-14", round="GROUP A"),
        match("Ajax", "Roma", date="2005-10-20", round="GROUP A"),
    )


def test_in_other_leagues_results_of_days_apart_are_two_matches_unless_their_leg_or_matchday_is_one() -> None:
    early, late = (
        match("Ajax", "Roma", "1-0", date=day, round=LEAGUE) for day in ("2005-09-14", "2005-10-20")
    )
    assert not is_one(early, late)
    legs = [replace(game, leg=match("A", "B", leg=1).leg) for game in (early, late)]
    assert is_one(*legs)
    assert is_one(replace(early, matchday=3), replace(late, matchday=3))
    assert is_one(early, replace(late, date=date(2005, 9, 17)))


@pytest.mark.parametrize("round_", ["GROUP A", "LEAGUE", "QF", "Q2"])
@pytest.mark.parametrize(
    ("score", "status", "again"),
    [("1-0", None, "1-0"), ("1-0", None, "2-2"), (None, "postponed", "1-0"), (None, None, "1-0")],
)
def test_a_club_receives_another_once_in_a_round_whatever_days_are_told(
    round_: str, score: str | None, status: str | None, again: str
) -> None:
    first = match("Ajax", "Roma", score, status=status, round=round_, date="2024-09-17", matchday=1)
    other = match("Ajax", "Roma", again, round=round_, date="2024-10-22", matchday=3)
    back = match("Roma", "Ajax", again, round=round_, date="2024-10-01")
    assert [found for _, found in pair([], [first, back, other])] == [None, None, first]
    assert [found for _, found in pair([], [other, back, first])] == [None, None, other]
    assert [found for _, found in pair([first, back], [other])] == [first]
    assert [found for _, found in pair([other, back], [first, other])] == [other, other]


def test_a_replay_is_a_match_of_its_own_where_there_were_replays() -> None:
    level = match("Bayern", "Atlético", "1-1", season=1973, round="F", date="1974-05-15")
    won = match("Bayern", "Atlético", "4-0", season=1973, round="F", date="1974-05-17")
    assert [found for _, found in pair([], [level, won])] == [None, None]
    cup = {"competition": "CL", "season": 1973, "round": "F"}
    level, won = (replace(game, competition=match("A", "B", **cup).competition) for game in (level, won))  # type: ignore[arg-type] # builders
    assert [found for _, found in pair([], [level, won])] == [None, None]
    again = replace(won, date=date(1974, 5, 19))
    assert [found for _, found in pair([], [won, again])] == [None, won]
    barcelona = [
        match("Barcelona", "Hamburg", "1-0", competition="CL", season=1960, round="SF", date="1961-04-12"),
        match("Hamburg", "Barcelona", "2-1", competition="CL", season=1960, round="SF", date="1961-04-26"),
        match("Barcelona", "Hamburg", "1-0", competition="CL", season=1960, round="SF", date="1961-05-03"),
    ]
    assert [found for _, found in pair([], barcelona)] == [None, None, None]
    # The same three results in our days: the last is the first told again.
    now = [replace(game, season=Season(2023)) for game in barcelona]
    assert [found for _, found in pair([], now)] == [None, None, now[0]]
    early = replace(barcelona[2], date=date(1961, 4, 13))
    assert [found for _, found in pair([], [*barcelona[:2], early])] == [None, None, barcelona[0]]
    unscored = replace(barcelona[1], status=Status.AWARDED, full_time=None)
    assert [found for _, found in pair([], [barcelona[0], unscored, barcelona[2]])] == [
        None,
        None,
        barcelona[0],
    ]
    first_leg = match("Köln", "Liverpool", "0-0", season=1964, round="QF", date="1965-02-10", leg=1)
    corrected = match("Köln", "Liverpool", "1-0", season=1964, round="QF", date="1965-02-17", leg=1)
    assert [found for _, found in pair([], [first_leg, corrected])] == [None, first_leg]


def test_both_legs_may_be_played_at_one_ground() -> None:
    legs = [
        match("FC Amsterdam", "Hibernians", score, season=1974, round="R1", date=day)
        for score, day in (("5-0", "1974-09-18"), ("7-0", "1974-09-22"))
    ]
    assert [found for _, found in pair([], legs)] == [None, None]
    single = [replace(game, round=match("A", "B", round="F").round, season=Season(2020)) for game in legs]
    assert [found for _, found in pair([], single)] == [None, single[0]]


def test_other_competitions_may_have_clubs_meet_more_often_except_in_groups() -> None:
    cup = [
        match("Ajax", "Roma", "1-0", competition="Some Cup", round="QF", date=day)
        for day in ("2024-09-17", "2024-10-22")
    ]
    assert [found for _, found in pair([], cup)] == [None, None]
    group = [replace(game, round=match("A", "B", round="GROUP A").round) for game in cup]
    assert [found for _, found in pair([], group)] == [None, group[0]]


def test_a_match_told_twice_has_one_leg() -> None:
    first = match("Ajax", "Roma", "1-0", date="2018-02-14")
    again = match("Ajax", "Roma", "1-0", date="2018-02-15")
    back = match("Roma", "Ajax", "1-0", date="2018-02-22")
    assert [game.leg for game in with_legs_once([first, again, back])] == [Leg.FIRST, Leg.FIRST, Leg.SECOND]


@pytest.mark.parametrize(("leg", "other"), [(1, 2), (None, "replay"), (2, "replay")])
def test_different_legs_are_different_fixtures(leg: int | str | None, other: int | str) -> None:
    assert not is_one(match("Ajax", "Roma", leg=leg), match("Ajax", "Roma", leg=other))


def test_a_leg_may_be_left_unsaid() -> None:
    assert is_one(match("Ajax", "Roma", leg=1), match("Ajax", "Roma"))


def test_different_matchdays_of_other_leagues_are_different_fixtures() -> None:
    early, late = (match("Ajax", "Roma", matchday=day, round=LEAGUE) for day in (1, 4))
    assert not is_one(early, late)


def test_clubs_that_meet_four_times_in_a_league_are_told_apart() -> None:
    autumn = match("Celtic", "Rangers", "2-0", round=LEAGUE, date="2018-09-02")
    spring = match("Celtic", "Rangers", round=LEAGUE, date="2019-03-31")
    assert not is_one(autumn, spring)
    moved = match("Celtic", "Rangers", round=LEAGUE, date="2019-04-14")
    assert [found for _, found in pair([autumn, spring], [moved])] == [spring]
    play_off = match("Celtic", "Rangers", round="OTHER Play-off")
    assert not is_one(match("Celtic", "Rangers", round=LEAGUE), play_off)


def test_an_abandoned_match_and_the_one_played_for_it_the_next_day_are_two() -> None:
    # Crvena zvezda – Milan, in the fog of 9 November 1988.
    fog = match("Crvena zvezda", "Milan", "1-0", date="1988-11-09", status="abandoned")
    again = match("Crvena zvezda", "Milan", "1-1", date="1988-11-10")
    assert not is_one(fog, again)
    assert not is_one(again, fog)
    assert [found for _, found in pair([fog, again], [again, fog])] == [again, fog]
    assert [found for _, found in pair([], [fog, again])] == [None, None]
    assert is_one(fog, replace(fog, date=again.date))


def test_a_match_that_one_source_calls_abandoned_and_another_awarded_is_one() -> None:
    fog = match("Ajax", "Roma", "1-0", date="1988-11-09", status="abandoned")
    assert is_one(fog, match("Ajax", "Roma", "3-0", date="1988-11-09", status="awarded"))
    assert is_one(match("Ajax", "Roma", date="1988-11-09"), fog)


def test_of_matches_without_a_day_the_likest_are_paired() -> None:
    first, other = match("Ajax", "Roma", "1-0"), match("Ajax", "Roma", "2-2")
    assert [found for _, found in pair([first, other], [other, first])] == [other, first]


def test_a_match_told_twice_in_one_batch_is_one() -> None:
    kept = match("Ajax", "Roma", date="2005-09-14")
    brought = match("Ajax", "Roma", "1-0", date="2005-09-14")
    again = replace(brought, venue="Arena")
    assert [found for _, found in pair([], [brought, again])] == [None, brought]
    assert [found for _, found in pair([kept], [brought, again])] == [kept, kept]


_days = st.sampled_from([None, "2018-02-14", "2018-02-15", "2018-02-22", "2018-05-01"])
_meetings = st.lists(
    st.builds(
        lambda swapped, day, leg, status, score, round_: match(
            *(("Ajax", "Roma") if swapped else ("Roma", "Ajax")),
            score,
            date=day,
            leg=leg,
            status=status,
            round=round_,
        ),
        st.booleans(),
        _days,
        st.sampled_from([None, 1, 2, "replay"]),
        st.sampled_from(["scheduled", "played", "abandoned", "postponed", "awarded"]),
        st.sampled_from([None, "1-0", "2-2"]),
        st.sampled_from(["R16", LEAGUE, "OTHER ?"]),
    ),
    max_size=6,
)


@given(_meetings, _meetings)
def test_no_known_match_is_claimed_by_two_unless_they_are_told_for_one_day_or_only_one_can_be(
    kept: list[Match], brought: list[Match]
) -> None:
    claimed: dict[int, list[Match]] = {}
    for match_, found in pair(kept, brought):
        if found is not None:
            claimed.setdefault(id(found), []).append(match_)
    for tellings in claimed.values():
        others = [game for game in tellings[1:] if game.round.code != "R16"]
        assert len({(game.date, game.leg) for game in others}) <= 1


@given(_meetings)
def test_what_is_stored_is_found_again(stored: list[Match]) -> None:
    assert all(found is not None for _, found in pair(stored, list(reversed(stored))))

"""What kind of story each match is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.football.model import EUROPA_LEAGUE, DecidedBy, FinalDate, Goal, Match, Round, RoundKind, Status
from bot.football.season.season_as_of import know_season
from bot.football.story.match_story import MatchStory, Way, episode, is_first_leg
from bot.football.tables.advancing import Drops, GoesOn
from tests.football.builders import amsterdam, club, goal, match
from tests.football.seasons import FINAL, GROUP_H, SEMI_FINALS_AND_FINAL, final_on


def story_of(matches: Sequence[Match], of: int = -1, final: FinalDate | None = None) -> MatchStory:
    """The episode of one of these matches, the last unless said otherwise, once all were over."""
    first = matches[0]
    as_of = know_season(first.competition, first.season, matches, (), final, amsterdam("2030-01-01 12:00"))
    found = episode(next(match for match in as_of.matches if match == matches[of]), as_of)
    assert found is not None
    return found


def legs(
    first: str, second: str, goals: Sequence[Goal] = (), *, aet: str | None = None, pens: str | None = None
) -> tuple[Match, Match]:
    """Thuis, first at home, and Uit."""
    return (
        match("Thuis", "Uit", first, leg=1, date="2018-02-15"),
        match("Uit", "Thuis", second, leg=2, date="2018-02-22", goals=goals, aet=aet, pens=pens),
    )


@pytest.mark.parametrize(
    ("first", "second", "way", "hero"),
    [
        ("2-0", "0-1", Way.FINISHED, "Thuis"),
        ("2-0", "1-1", Way.FINISHED, "Thuis"),
        ("3-0", "2-1", Way.LOST, "Thuis"),
        ("1-1", "0-2", Way.AFTER_LEVEL, "Thuis"),
        ("0-1", "0-3", Way.TURNED, "Thuis"),
        ("3-1", "2-0", Way.AWAY_GOALS, "Uit"),
    ],
)
def test_a_tie_is_told_by_how_it_went_over_its_legs(first: str, second: str, way: Way, hero: str) -> None:
    found = story_of(legs(first, second))
    assert (found.way, found.hero) == (way, club(hero))
    assert found.loser == club("Uit" if hero == "Thuis" else "Thuis")
    assert found.first_leg is not None


def test_a_late_goal_that_changed_who_goes_through_is_the_story() -> None:
    dortmund = (
        match("Dortmund", "Atalanta", "3-2", leg=1, date="2018-02-15"),
        match(
            "Atalanta",
            "Dortmund",
            "1-1",
            leg=2,
            date="2018-02-22",
            goals=[goal("Atalanta", 11, "Tolói"), goal("Dortmund", 83, "Schmelzer")],
        ),
    )
    found = story_of(dortmund)
    assert (found.way, found.hero, found.would_go) == (Way.LATE, club("Dortmund"), club("Atalanta"))
    assert found.turn is not None
    assert found.turn.goal.scorer == "Schmelzer"
    assert found.deficit is not None
    assert found.deficit.goal.minute == 11


def test_a_late_goal_that_changes_nothing_is_none() -> None:
    assert story_of(legs("2-0", "1-1", [goal("Uit", 5), goal("Thuis", 89)])).way is Way.FINISHED


def test_arsenal_were_quickly_two_down_and_went_through() -> None:
    arsenal = (
        match("Östersund", "Arsenal", "0-3", leg=1, date="2018-02-15"),
        match(
            "Arsenal",
            "Östersund",
            "1-2",
            leg=2,
            date="2018-02-22",
            goals=[goal("Östersund", 22), goal("Östersund", 24), goal("Arsenal", 47)],
        ),
    )
    found = story_of(arsenal)
    assert (found.way, found.quick) == (Way.LOST, True)
    assert not story_of(legs("3-0", "2-1")).quick


def test_a_deficit_of_one_is_no_quick_start() -> None:
    assert not story_of(legs("3-0", "2-1", [goal("Uit", 5), goal("Thuis", 30), goal("Uit", 60)])).quick


def test_penalties_name_the_goal_that_forced_extra_time() -> None:
    goals = [goal("Uit", 30), goal("Uit", 89, "Redder")]
    found = story_of(legs("2-0", "2-0", goals, aet="2-0", pens="4-3"))
    assert (found.way, found.hero) == (Way.PENALTIES, club("Uit"))
    assert found.turn is not None
    assert found.turn.goal.scorer == "Redder"


def test_extra_time_names_the_goal_that_decided_it() -> None:
    goals = [goal("Uit", 30), goal("Uit", 108, "Winnaar"), goal("Uit", 118)]
    found = story_of(legs("1-0", "1-0", goals, aet="3-0"))
    assert (found.way, found.why) == (Way.EXTRA_TIME, DecidedBy.EXTRA_TIME)
    assert found.turn is not None
    assert found.turn.goal.scorer == "Winnaar"
    assert story_of(legs("1-0", "1-0", aet="2-0")).turn is None


def test_a_tie_of_one_match_is_told_as_such() -> None:
    bayern = match("Barcelona", "Bayern", "2-8", competition="CL", season=2019, round="QF", date="2020-08-14")
    assert story_of([bayern]).way is Way.SINGLE


def test_what_the_rules_did_not_decide_is_settled() -> None:
    toss = match("A", "B", "1-1", winner="A", decided_by="coin toss", date="2018-02-22", round="QF")
    assert story_of([toss]).way is Way.SETTLED
    awarded = replace(legs("2-0", "0-3")[1], status=Status.AWARDED)
    assert story_of([legs("2-0", "0-3")[0], awarded]).way is Way.SETTLED


def test_a_replay_ends_its_tie() -> None:
    replayed = (
        match("A", "B", "1-1", season=1965, round="QF", leg=1, date="1966-02-22"),
        match("B", "A", "1-1", season=1965, round="QF", leg=2, date="1966-03-01"),
        match("A", "B", "2-0", season=1965, round="QF", leg="replay", date="1966-03-08"),
    )
    assert story_of(replayed).way is Way.SETTLED
    assert story_of(replayed, 1).way is Way.LEVEL


def test_the_winner_of_the_final_has_knocked_others_out() -> None:
    qualifying = match("Atlético Madrid", "Vllaznia", "3-0", round="Q3", date="2017-08-01")
    found = story_of((qualifying, *SEMI_FINALS_AND_FINAL), final=final_on("2018-05-16"))
    assert (found.match, found.way, found.city) == (FINAL, Way.FINAL, "Lyon")
    assert found.road == (club("Arsenal"),)
    assert story_of(SEMI_FINALS_AND_FINAL).city == ""


def test_a_first_leg_is_told_as_a_match() -> None:
    found = story_of(legs("2-1", "0-0"), 0)
    assert (found.way, found.hero, found.first_leg) == (Way.WON, club("Thuis"), None)
    assert is_first_leg(found.match)


@pytest.mark.parametrize(
    ("score", "goals", "way", "hero"),
    [
        ("4-0", (), Way.ROUT, "A"),
        ("1-0", (), Way.WON, "A"),
        ("0-0", (), Way.LEVEL, None),
        ("3-2", ("B 1", "B 2", "A 50", "A 60", "A 70"), Way.COMEBACK, "A"),
        ("2-2", ("A 1", "A 2", "B 50", "B 60"), Way.COMEBACK, "B"),
        ("1-0", ("A 88",), Way.LATE_WIN, "A"),
        ("1-1", ("A 8", "B 88"), Way.LATE_LEVEL, None),
        ("3-1", ("A 8 Drie", "A 9 Drie", "A 10 Drie", "B 20"), Way.HAT_TRICK, "A"),
        ("1-0", ("A 8 Pech own",), Way.OWN_GOAL, "A"),
        ("2-0", ("A 8 Pech own", "A 9"), Way.WON, "A"),
        ("1-2", ("A 1", "B 20", "B 30"), Way.WON, "B"),
    ],
)
def test_a_match_is_told_by_what_happened_in_it(
    score: str, goals: tuple[str, ...], way: Way, hero: str | None
) -> None:
    fell = []
    for text in goals:
        for_club, minute, *rest = text.split()
        kind = "own" if rest[-1:] == ["own"] else "goal"
        fell.append(goal(for_club, int(minute), rest[0] if rest else None, kind=kind))
    found = story_of([match("A", "B", score, round="GROUP A", date="2017-09-14", goals=fell)])
    assert (found.way, found.hero) == (way, club(hero) if hero else None)
    if hero is None:
        assert found.loser is None


def test_an_awarded_match_of_a_group_is_not_told() -> None:
    awarded = match("A", "B", "3-0", round="GROUP A", date="2017-09-14", status="awarded")
    as_of = know_season(
        awarded.competition, awarded.season, [awarded], (), None, amsterdam("2030-01-01 12:00")
    )
    assert episode(awarded, as_of) is None
    assert episode(match("A", "B", round="GROUP A", date="2017-09-14"), as_of) is None


def test_a_dutch_club_is_told_what_the_finished_table_means() -> None:
    apoel = replace(club("APOEL"), country="NED")
    dortmund = replace(club("Dortmund"), country="NED")

    def dutch(game: Match) -> Match:
        both = {apoel: apoel, dortmund: dortmund}
        return replace(game, home=both.get(game.home, game.home), away=both.get(game.away, game.away))

    group = [dutch(game) for game in GROUP_H]
    real_dortmund = story_of(group, -2)
    assert (real_dortmund.dutch, real_dortmund.place) == (dortmund, 3)
    assert real_dortmund.fate == Drops(EUROPA_LEAGUE)
    assert story_of(group, 0).dutch == dortmund
    tottenham = story_of([replace(game, home=replace(game.home, country="NED")) for game in GROUP_H])
    assert tottenham.fate == GoesOn(Round(RoundKind.LAST_16))
    assert story_of(GROUP_H).dutch is None
    assert story_of(group[:2], 0).fate is None

"""What kind of story each match is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.football.model import (
    EUROPA_LEAGUE,
    DecidedBy,
    FinalDate,
    Goal,
    Match,
    Round,
    RoundKind,
    Score,
    Status,
)
from bot.football.season.season_as_of import know_season
from bot.football.story.choosing import match_story
from bot.football.story.match_story import Ground, MatchStory, StoryKind, is_first_leg
from bot.football.tables.advancing import Drops, GoesOn
from tests.football.builders import amsterdam, club, goal, match
from tests.football.seasons import FINAL, GROUP_H, SEMI_FINALS_AND_FINAL, final_on


def story_of(matches: Sequence[Match], of: int = -1, final: FinalDate | None = None) -> MatchStory:
    """The story of one of these matches, the last unless another is named, once all were over."""
    first = matches[0]
    season = know_season(first.competition, first.season, matches, (), final, amsterdam("2030-01-01 12:00"))
    found = match_story(next(match for match in season.matches if match == matches[of]), season)
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
    ("first", "second", "kind", "hero"),
    [
        ("2-0", "0-1", StoryKind.FINISHED, "Thuis"),
        ("2-0", "1-1", StoryKind.FINISHED, "Thuis"),
        ("3-0", "2-1", StoryKind.LOST, "Thuis"),
        ("1-1", "0-2", StoryKind.AFTER_LEVEL, "Thuis"),
        ("0-1", "0-3", StoryKind.TURNED, "Thuis"),
        ("3-1", "2-0", StoryKind.AWAY_GOALS, "Uit"),
    ],
)
def test_a_tie_is_told_by_how_it_went_over_its_legs(
    first: str, second: str, kind: StoryKind, hero: str
) -> None:
    found = story_of(legs(first, second))
    assert (found.kind, found.hero) == (kind, club(hero))
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
    assert (found.kind, found.hero, found.would_go) == (StoryKind.LATE, club("Dortmund"), club("Atalanta"))
    assert found.turn is not None
    assert found.turn.goal.scorer == "Schmelzer"
    assert found.deficit is not None
    assert found.deficit.goal.minute == 11


def test_a_late_goal_that_changes_nothing_is_none() -> None:
    assert story_of(legs("2-0", "1-1", [goal("Uit", 5), goal("Thuis", 89)])).kind is StoryKind.FINISHED


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
    assert (found.kind, found.quick) == (StoryKind.LOST, True)
    assert not story_of(legs("3-0", "2-1")).quick


def test_a_deficit_of_one_is_no_quick_start() -> None:
    assert not story_of(legs("3-0", "2-1", [goal("Uit", 5), goal("Thuis", 30), goal("Uit", 60)])).quick


def test_penalties_name_the_goal_that_forced_extra_time() -> None:
    goals = [goal("Uit", 30), goal("Uit", 89, "Redder")]
    found = story_of(legs("2-0", "2-0", goals, aet="2-0", pens="4-3"))
    assert (found.kind, found.hero) == (StoryKind.PENALTIES, club("Uit"))
    assert found.turn is not None
    assert found.turn.goal.scorer == "Redder"


def test_extra_time_names_the_goal_that_decided_it() -> None:
    goals = [goal("Uit", 30), goal("Uit", 108, "Winnaar"), goal("Uit", 118)]
    found = story_of(legs("1-0", "1-0", goals, aet="3-0"))
    assert (found.kind, found.why) == (StoryKind.EXTRA_TIME, DecidedBy.EXTRA_TIME)
    assert found.turn is not None
    assert found.turn.goal.scorer == "Winnaar"
    assert story_of(legs("1-0", "1-0", aet="2-0")).turn is None


def test_a_tie_of_one_match_is_told_as_such() -> None:
    bayern = match("Barcelona", "Bayern", "2-8", competition="CL", season=2019, round="QF", date="2020-08-14")
    assert story_of([bayern]).kind is StoryKind.SINGLE


def test_what_the_rules_did_not_decide_is_settled() -> None:
    toss = match("A", "B", "1-1", winner="A", decided_by="coin toss", date="2018-02-22", round="QF")
    assert story_of([toss]).kind is StoryKind.SETTLED
    awarded = replace(legs("2-0", "0-3")[1], status=Status.AWARDED)
    assert story_of([legs("2-0", "0-3")[0], awarded]).kind is StoryKind.SETTLED


def test_a_replay_ends_its_tie() -> None:
    replayed = (
        match("A", "B", "1-1", season=1965, round="QF", leg=1, date="1966-02-22"),
        match("B", "A", "1-1", season=1965, round="QF", leg=2, date="1966-03-01"),
        match("A", "B", "2-0", season=1965, round="QF", leg="replay", date="1966-03-08"),
    )
    assert story_of(replayed).kind is StoryKind.SETTLED
    assert story_of(replayed, 1).kind is StoryKind.LEVEL


def test_the_winner_of_the_final_has_knocked_others_out() -> None:
    qualifying = match("Atlético Madrid", "Vllaznia", "3-0", round="Q3", date="2017-08-01")
    found = story_of((qualifying, *SEMI_FINALS_AND_FINAL), final=final_on("2018-05-16"))
    assert (found.match, found.kind, found.city) == (FINAL, StoryKind.FINAL, "Lyon")
    assert found.road == (club("Arsenal"),)
    assert story_of(SEMI_FINALS_AND_FINAL).city == ""


def test_a_first_leg_is_told_as_a_match() -> None:
    found = story_of(legs("2-1", "0-0"), 0)
    assert (found.kind, found.hero, found.first_leg) == (StoryKind.WON, club("Thuis"), None)
    assert is_first_leg(found.match)


@pytest.mark.parametrize(
    ("score", "goals", "kind", "hero"),
    [
        ("4-0", (), StoryKind.ROUT, "A"),
        ("1-0", (), StoryKind.WON, "A"),
        ("0-0", (), StoryKind.LEVEL, None),
        ("3-2", ("B 1", "B 2", "A 50", "A 60", "A 70"), StoryKind.COMEBACK, "A"),
        ("2-2", ("A 1", "A 2", "B 50", "B 60"), StoryKind.COMEBACK, "B"),
        ("1-0", ("A 88",), StoryKind.LATE_WIN, "A"),
        ("1-1", ("A 8", "B 88"), StoryKind.LATE_LEVEL, None),
        ("3-1", ("A 8 Drie", "A 9 Drie", "A 10 Drie", "B 20"), StoryKind.HAT_TRICK, "A"),
        ("1-0", ("A 8 Pech own",), StoryKind.OWN_GOAL, "A"),
        ("2-0", ("A 8 Pech own", "A 9"), StoryKind.WON, "A"),
        ("1-2", ("A 1", "B 20", "B 30"), StoryKind.WON, "B"),
    ],
)
def test_a_match_is_told_by_what_happened_in_it(
    score: str, goals: tuple[str, ...], kind: StoryKind, hero: str | None
) -> None:
    fell = []
    for text in goals:
        for_club, minute, *rest = text.split()
        fell_as = "own" if rest[-1:] == ["own"] else "goal"
        fell.append(goal(for_club, int(minute), rest[0] if rest else None, kind=fell_as))
    found = story_of([match("A", "B", score, round="GROUP A", date="2017-09-14", goals=fell)])
    assert (found.kind, found.hero) == (kind, club(hero) if hero else None)
    if hero is None:
        assert found.loser is None


def test_an_awarded_match_of_a_group_is_not_told() -> None:
    awarded = match("A", "B", "3-0", round="GROUP A", date="2017-09-14", status="awarded")
    season = know_season(
        awarded.competition, awarded.season, [awarded], (), None, amsterdam("2030-01-01 12:00")
    )
    assert match_story(awarded, season) is None
    assert match_story(match("A", "B", round="GROUP A", date="2017-09-14"), season) is None


def test_a_dutch_club_is_told_what_the_finished_table_means() -> None:
    apoel = replace(club("APOEL"), country="NED")
    dortmund = replace(club("Dortmund"), country="NED")

    def dutch(match: Match) -> Match:
        both = {apoel: apoel, dortmund: dortmund}
        return replace(match, home=both.get(match.home, match.home), away=both.get(match.away, match.away))

    group = [dutch(match) for match in GROUP_H]
    real_dortmund = story_of(group, -2)
    assert (real_dortmund.dutch, real_dortmund.place) == (dortmund, 3)
    assert real_dortmund.fate == Drops(EUROPA_LEAGUE)
    assert story_of(group, 0).dutch == dortmund
    tottenham = story_of([replace(match, home=replace(match.home, country="NED")) for match in GROUP_H])
    assert tottenham.fate == GoesOn(Round(RoundKind.LAST_16))
    assert story_of(GROUP_H).dutch is None
    assert story_of(group[:2], 0).fate is None


def ajax_tottenham(*goals: Goal) -> MatchStory:
    return story_of(
        (
            match("Tottenham", "Ajax", "0-1", round="SF", leg=1, date="2019-04-30"),
            match("Ajax", "Tottenham", "2-3", round="SF", leg=2, date="2019-05-08", goals=goals),
        )
    )


AJAX_LED = (goal("Ajax", 5, "De Ligt"), goal("Ajax", 35, "Ziyech"))


def test_lucas_moura_completed_his_hat_trick_with_the_goal_on_which_it_turned() -> None:
    moura = [goal("Tottenham", minute, "Moura") for minute in (55, 59, 90)]
    assert ajax_tottenham(*AJAX_LED, *moura).turn_makes_hat_trick
    others = [goal("Tottenham", 55, "Moura"), goal("Tottenham", 59, "Alli"), goal("Tottenham", 90, "Moura")]
    assert not ajax_tottenham(*AJAX_LED, *others).turn_makes_hat_trick
    assert not ajax_tottenham().turn_makes_hat_trick


def test_the_late_goals_are_those_of_the_hero_in_the_last_minutes() -> None:
    story = ajax_tottenham(
        *AJAX_LED, goal("Tottenham", 59), goal("Tottenham", 86), goal("Tottenham", 90, stoppage=6)
    )
    assert [scored.minute for scored in story.late_goals] == [86, 90]


def test_a_comeback_is_the_deepest_deficit_and_its_answers() -> None:
    story = ajax_tottenham(*AJAX_LED, *(goal("Tottenham", minute) for minute in (55, 59, 90)))
    assert [scored.minute for scored in story.comeback] == [35, 55, 59, 90]


def test_a_deficit_that_was_not_answered_by_one_club_alone_is_no_comeback() -> None:
    goals = [goal("B", 1), goal("A", 2), goal("A", 3), goal("B", 4), goal("A", 5)]
    both = match("A", "B", "3-2", round="GROUP A", date="2017-09-14", goals=goals)
    assert story_of([both]).comeback == ()
    assert story_of([match("A", "B", "1-0", round="GROUP A", date="2017-09-14")]).comeback == ()


def test_a_club_that_was_beaten_did_not_come_back() -> None:
    behind = (goal("Uit", 5), goal("Uit", 30))
    assert story_of(legs("3-0", "2-1", [*behind, goal("Thuis", 60)])).comeback == ()
    assert story_of(legs("3-0", "2-0", behind)).comeback == ()


def test_a_story_has_the_score_and_the_ground_of_each_club() -> None:
    story = story_of([match("A", "B", "3-1", round="GROUP A", date="2017-09-14")])
    assert (story.score_of(club("A")), story.score_of(club("B"))) == (Score(3, 1), Score(1, 3))
    assert story.score_of(club("B"), Score(1, 0)) == Score(0, 1)
    assert (story.ground_of(club("A")), story.ground_of(club("B"))) == (Ground.HOME, Ground.AWAY)
    elsewhere = story_of([match("A", "B", "3-1", round="GROUP A", date="2017-09-14", neutral=True)])
    assert elsewhere.ground_of(club("A")) is Ground.NEUTRAL

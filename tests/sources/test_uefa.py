"""UEFA's match API, from recorded answers in its shape."""

from __future__ import annotations

import copy
import json
import logging
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest

from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    EUROPA_LEAGUE,
    UNKNOWN_ROUND,
    DecidedBy,
    Goal,
    GoalKind,
    Leg,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.sources.errors import SourceError
from bot.sources.reading import spelled
from bot.sources.uefa.client import PAGE, Uefa
from bot.sources.uefa.reading import read_uefa
from tests.sources.live_web import Web, always, recorded

URL = "https://match.uefa.com/v5"
NIGHT = date(2026, 2, 25)
NOW = datetime(2026, 2, 25, 21, 50, tzinfo=UTC)
AJAX, BENFICA = spelled("Ajax", "NED"), spelled("Benfica", "POR")
PARIS, LEVERKUSEN = spelled("Paris", "FRA"), spelled("Leverkusen", "GER")


def payload() -> list[dict[str, Any]]:
    found = copy.deepcopy(recorded("uefa.json"))
    assert isinstance(found, list)
    return found


def read(*matches: dict[str, Any]) -> Observation:
    result = read_uefa(list(matches))
    assert result.problems == ()
    return result.matches[0]


def test_a_match_under_way_has_its_minute_its_scorers_and_its_red_cards() -> None:
    observation = read(payload()[0])
    assert (observation.phase, observation.minute, observation.kicks) == (Phase.SECOND_HALF, 90, ())
    assert observation.red_cards == (RedCard(AJAX, "Josip Šutalo", 71),)
    match = observation.match
    assert (match.competition, match.season, match.round) == (
        CHAMPIONS_LEAGUE,
        Season(2025),
        Round(RoundKind.KNOCKOUT_PLAY_OFF),
    )
    assert (match.home, match.away, match.leg, match.status) == (AJAX, BENFICA, Leg.SECOND, Status.LIVE)
    assert (match.full_time, match.extra_time, match.matchday) == (Score(2, 1), None, None)
    assert (match.date, match.kick_off) == (NIGHT, datetime(2026, 2, 25, 20, tzinfo=UTC))
    assert (match.venue, match.city, match.source) == ("Johan Cruijff ArenA", "Amsterdam", "uefa")


def test_an_own_goal_is_turned_round_and_goals_stand_in_the_order_of_their_minutes() -> None:
    assert read(payload()[0]).match.goals == (
        Goal(BENFICA, "Vangelis Pavlidis", 12, kind=GoalKind.PENALTY),
        Goal(AJAX, "Nicolás Otamendi", 45, 2, GoalKind.OWN_GOAL),
        Goal(AJAX, "Kenneth Taylor", 90, 1),
    )


def test_a_final_on_penalties_has_its_kicks_in_order() -> None:
    observation = read(payload()[1])
    assert [(kick.club.name, kick.scored) for kick in observation.kicks] == [
        ("Paris", True),
        ("Leverkusen", False),
        ("Paris", True),
        ("Leverkusen", True),
        ("Paris", False),
        ("Leverkusen", False),
    ]
    assert observation.kicks[0] == Kick(PARIS, scored=True, player="Vitinha")
    match = observation.match
    assert (match.full_time, match.extra_time, match.penalties) == (Score(1, 1), Score(1, 1), Score(2, 1))
    assert (match.status, match.neutral, match.leg) == (Status.PLAYED, True, None)
    assert [goal.club for goal in match.goals] == [LEVERKUSEN, PARIS]


def test_a_penalty_during_the_match_is_no_kick_of_the_shoot_out() -> None:
    match = payload()[1]
    match["playerEvents"]["penaltyScorers"][0]["phase"] = "SECOND_HALF"
    assert len(read(match).kicks) == 5


def test_a_match_to_come_has_no_score_and_its_matchday() -> None:
    match = read(payload()[2]).match
    assert (match.competition, match.round, match.matchday) == (EUROPA_LEAGUE, Round(RoundKind.LEAGUE), 8)
    assert (match.status, match.score, match.neutral) == (Status.SCHEDULED, None, False)


def test_a_match_whose_clubs_are_still_to_be_known_is_left_out() -> None:
    assert read_uefa([payload()[3]]).matches == ()
    assert read_uefa([payload()[3]]).problems == ()


def test_in_extra_time_the_score_of_ninety_minutes_stands_still() -> None:
    match = payload()[0] | {"phase": "EXTRA_TIME_FIRST_HALF", "minute": {"normal": 97}}
    match["score"] = {"regular": {"home": 2, "away": 1}, "total": {"home": 3, "away": 1}}
    observation = read(match)
    assert (observation.match.full_time, observation.match.extra_time) == (Score(2, 1), Score(3, 1))
    assert (observation.phase, observation.minute) == (Phase.EXTRA_TIME, 97)


def test_a_live_match_is_never_over_before_uefa_says_so() -> None:
    match = payload()[0] | {"phase": "SECOND_HALF", "fullTimeAt": "2026-02-25T21:52:00Z"}
    match["winner"] = {"match": {"reason": "WIN_REGULAR"}}
    assert read(match).match.status is Status.LIVE


def test_goals_after_extra_time_count_although_the_first_leg_says_so_too() -> None:
    second = payload()[0] | {"status": "FINISHED"}
    second["winner"] = {"match": {"reason": "DRAW"}, "aggregate": {"reason": "WIN_ON_EXTRA_TIME"}}
    assert read(second).match.extra_time == Score(2, 1)
    first = second | {"type": "FIRST_LEG", "leg": {"number": 1}}
    assert read(first).match.extra_time is None


def test_an_awarded_match_is_no_played_one() -> None:
    match = payload()[0] | {"status": "FINISHED", "playerEvents": {}}
    match["winner"] = {
        "match": {"reason": "WIN_BY_FORFEIT", "team": match["homeTeam"]},
        "aggregate": {"reason": "WIN_BY_FORFEIT", "team": match["homeTeam"]},
    }
    read_again = read(match).match
    assert (read_again.status, read_again.winner, read_again.decided_by) == (
        Status.AWARDED,
        AJAX,
        DecidedBy.AWARD,
    )


@pytest.mark.parametrize(
    ("status", "ours"),
    [
        ("POSTPONED", Status.POSTPONED),
        ("ABANDONED", Status.ABANDONED),
        ("CANCELED", Status.CANCELLED),
        ("SUSPENDED", Status.LIVE),
    ],
)
def test_a_match_that_does_not_go_on_is_told_as_such(status: str, ours: Status) -> None:
    assert read(payload()[0] | {"status": status}).match.status is ours


@pytest.mark.parametrize(
    ("kind", "season", "code"),
    [
        ("FIRST_QUALIFYING", "2026", "Q1"),
        ("THIRD_QUALIFYING", "2026", "Q3"),
        ("PLAY_OFF", "2026", "PO"),
        ("ROUND_OF_16", "2026", "R16"),
        ("QUARTER_FINALS", "2026", "QF"),
        ("SEMIFINAL", "2026", "SF"),
        ("GROUP_STANDINGS", "2026", "LEAGUE"),
    ],
)
def test_rounds_have_our_names(kind: str, season: str, code: str) -> None:
    match = payload()[0] | {"seasonYear": season, "round": {"metaData": {"name": "?", "type": kind}}}
    assert read(match).match.round.code == code


def test_before_2024_25_there_were_groups() -> None:
    match = payload()[0] | {"seasonYear": "2018", "group": {"metaData": {"groupName": "Group H"}}}
    match["kickOffTime"] = {"date": "2017-09-14", "dateTime": "2017-09-14T19:05:00Z"}
    match["round"] = {"metaData": {"name": "Group stage", "type": "GROUP_STANDINGS"}}
    assert read(match).match.round == Round(RoundKind.GROUP, "H")


def test_an_unknown_round_or_phase_is_told_and_the_match_kept() -> None:
    match = payload()[0] | {"phase": "EXTRA_TIME_BREAK", "round": {"metaData": {"type": "SHOWDOWN"}}}
    result = read_uefa([match])
    assert result.matches[0].match.round == UNKNOWN_ROUND
    assert result.matches[0].phase is None
    assert [problem.split(":")[1].strip() for problem in result.problems] == [
        "round 'SHOWDOWN' is not known",
        "phase 'EXTRA_TIME_BREAK' is not known",
    ]


def test_of_a_club_with_more_scorers_than_goals_nobody_is_named() -> None:
    match = payload()[0]
    match["score"]["total"] = {"home": 1, "away": 1}
    assert [goal.scorer for goal in read(match).match.goals] == ["Vangelis Pavlidis"]


def test_a_goal_listed_again_a_minute_later_pushes_out_no_other() -> None:
    match = payload()[0]
    scorers = match["playerEvents"]["scorers"]
    (own_goal,) = [scorer for scorer in scorers if scorer["goalType"] == "OWN"]
    again = copy.deepcopy(own_goal)
    again["time"] |= {"minute": own_goal["time"]["minute"] + 1, "injuryMinute": None}
    goals = read(match).match.goals
    scorers.append(again)
    assert read(match).match.goals == goals


def without(match: dict[str, Any], path: str) -> dict[str, Any]:
    found = copy.deepcopy(match)
    *way, last = path.split(".")
    inner = found
    for name in way:
        inner = inner[name]
    del inner[last]
    return found


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (without(payload()[0], "homeTeam.internationalName"), "'homeTeam.internationalName' is missing"),
        (without(payload()[0], "score.total.away"), "'score.total.away' is missing"),
        (without(payload()[0], "status"), "'status' is missing"),
        (payload()[0] | {"status": "WARMING_UP"}, "status 'WARMING_UP' is not known"),
        (payload()[0] | {"seasonYear": "2019"}, "season 2018/19 for a match on 2026-02-25"),
        (payload()[0] | {"competition": {"id": "2014"}}, "competition 2014 was not asked for"),
        (payload()[0] | {"score": {"total": {"home": -1, "away": 0}}}, "is no number between 0 and"),
        (payload()[0] | {"kickOffTime": {"dateTime": "tonight"}}, "'kickOffTime.date' is missing"),
        (payload()[0] | {"kickOffTime": {"date": "tonight"}}, "'kickOffTime.date' is no day"),
        (payload()[0] | {"kickOffTime": {"date": "0001-01-01"}}, "is no day of European football"),
        (payload()[0] | {"awayTeam": payload()[0]["homeTeam"]}, "a club plays against itself"),
    ],
)
async def test_one_match_of_another_shape_does_not_lose_the_others(
    wrong: dict[str, Any], reason: str
) -> None:
    result = read_uefa([wrong, payload()[2]])
    assert len(result.matches) == 1
    assert len(result.problems) == 1
    assert result.problems[0].startswith("match 2047801: ")
    assert reason in result.problems[0]


async def test_a_look_asks_once_for_the_evening_and_the_day_after() -> None:
    web = always(httpx.Response(200, json=payload()))
    observations = await Uefa(web.client(), URL).look(NIGHT, NOW)
    assert [observation.match.home for observation in observations] == [AJAX]
    assert len(web.requests) == 1
    assert dict(web.requests[0].url.params) == {
        "competitionId": "1,14,2019",
        "fromDate": "2026-02-25",
        "toDate": "2026-02-26",
        "order": "ASC",
        "limit": str(PAGE),
        "offset": "0",
    }


async def test_a_full_page_is_followed_by_the_next() -> None:
    full = [payload()[0]] * PAGE

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=full if request.url.params["offset"] == "0" else payload())

    observation = await Uefa(Web(answer).client(), URL).between(NIGHT, NIGHT)
    assert len(observation.matches) == PAGE + 3


async def test_a_server_that_has_ever_more_pages_is_left() -> None:
    web = always(httpx.Response(200, json=[payload()[0]] * PAGE))
    with pytest.raises(SourceError, match="ask for fewer days at once"):
        await Uefa(web.client(), URL).between(NIGHT, NIGHT)


async def test_when_no_match_can_be_read_the_source_has_changed() -> None:
    broken = without(payload()[0], "homeTeam")
    with pytest.raises(SourceError, match=r"another shape than it had \(match 2047801: 'homeTeam"):
        await Uefa(always(httpx.Response(200, json=[broken])).client(), URL).look(NIGHT, NOW)
    with pytest.raises(SourceError, match="another shape than it had"):
        await Uefa(always(httpx.Response(200, json={"matches": []})).client(), URL).look(NIGHT, NOW)


async def test_a_night_without_matches_is_no_trouble() -> None:
    assert await Uefa(always(httpx.Response(200, json=[])).client(), URL).look(NIGHT, NOW) == ()


async def test_a_problem_is_logged_once_not_at_every_look(caplog: pytest.LogCaptureFixture) -> None:
    broken = [without(payload()[2], "homeTeam"), payload()[0]]
    source = Uefa(always(httpx.Response(200, text=json.dumps(broken))).client(), URL)
    with caplog.at_level(logging.WARNING):
        await source.look(NIGHT, NOW)
        await source.look(NIGHT, NOW)
    assert source.problems == ("match 2047900: 'homeTeam' is missing",)
    assert len(caplog.records) == 1


async def test_a_page_for_people_instead_of_json_is_told() -> None:
    web = always(httpx.Response(200, text="<html>Access denied</html>"))
    with pytest.raises(SourceError, match="a web page instead of JSON"):
        await Uefa(web.client(), URL).look(NIGHT, NOW)

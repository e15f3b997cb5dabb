"""API-Football v3, from recorded answers in its shape, and how it makes its questions last."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest
from pydantic import SecretStr

from bot.football.events.observations import Kick, Phase, RedCard
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    UNKNOWN_ROUND,
    Goal,
    GoalKind,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.sources.api_football.client import ApiFootball
from bot.sources.api_football.quota import FREE, RESERVE, Budget
from bot.sources.api_football.reading import Fixture, read_api_football
from bot.sources.errors import SourceError
from bot.sources.live import Count, InMemory
from bot.sources.reading import spelled
from tests.sources.live_web import Answering, Web, always, recorded

URL = "https://v3.football.api-sports.io"
KEY = "0123456789abcdef"
NIGHT = date(2026, 2, 25)
EVENING = datetime(2026, 2, 25, 19, 30, tzinfo=UTC)
KICK_OFF = datetime(2026, 2, 25, 20, 0, tzinfo=UTC)
AJAX, BENFICA = spelled("Ajax"), spelled("Benfica")


def payload() -> dict[str, Any]:
    found = copy.deepcopy(recorded("api_football.json"))
    assert isinstance(found, dict)
    return found


def fixtures() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = payload()["response"]
    return found


def read(fixture: dict[str, Any]) -> Fixture:
    found = read_api_football({"response": [fixture]})
    assert found.problems == ()
    return found.matches[0]


def source(answer: Answering, *, key: str = KEY, memory: InMemory | None = None) -> tuple[ApiFootball, Web]:
    web = Web(answer)
    return ApiFootball(web.client(), URL, SecretStr(key), Budget(memory or InMemory())), web


def ok(*content: dict[str, Any], **headers: str) -> httpx.Response:
    return httpx.Response(200, json={"errors": [], "response": list(content)}, headers=headers)


def test_a_match_under_way_has_its_goals_as_they_count() -> None:
    observation = read(fixtures()[0]).observation
    assert (observation.phase, observation.minute) == (Phase.SECOND_HALF, 90)
    assert observation.red_cards == (RedCard(AJAX, "J. Sutalo", 71),)
    match = observation.match
    assert (match.competition, match.season) == (CHAMPIONS_LEAGUE, Season(2025))
    assert match.round == Round(RoundKind.KNOCKOUT_PLAY_OFF)
    assert (match.leg, match.status) == (None, Status.LIVE)
    assert (match.full_time, match.half_time, match.extra_time) == (Score(2, 1), Score(1, 1), None)
    assert match.goals == (
        Goal(BENFICA, "V. Pavlidis", 12, kind=GoalKind.PENALTY),
        Goal(AJAX, "N. Otamendi", 45, 2, GoalKind.OWN_GOAL),
        Goal(AJAX, "K. Taylor", 90, 1),
    )


def test_extra_time_is_added_and_a_shoot_out_has_no_goals() -> None:
    observation = read(fixtures()[1]).observation
    match = observation.match
    assert (match.full_time, match.extra_time, match.penalties) == (Score(1, 1), Score(2, 2), Score(2, 1))
    assert (match.status, match.neutral, len(match.goals)) == (Status.PLAYED, True, 4)
    assert [kick.scored for kick in observation.kicks] == [True, False, True, True]
    assert observation.kicks[1] == Kick(spelled("Tottenham"), scored=False, player="H. Kane")
    assert observation.red_cards == (RedCard(spelled("Manchester United"), "Casemiro", 110),)


def test_the_rest_of_the_world_is_passed_over() -> None:
    found = read_api_football(payload())
    assert [fixture.id for fixture in found.matches] == ["1001", "1002", "1004"]
    assert found.problems == ()


def test_a_match_to_come_has_its_matchday() -> None:
    match = read(fixtures()[3]).observation.match
    assert (match.competition, match.round, match.matchday) == (
        CONFERENCE_LEAGUE,
        Round(RoundKind.LEAGUE),
        6,
    )
    assert (match.status, match.score) == (Status.SCHEDULED, None)


@pytest.mark.parametrize(
    ("short", "status", "phase"),
    [
        ("TBD", Status.SCHEDULED, None),
        ("1H", Status.LIVE, Phase.FIRST_HALF),
        ("HT", Status.LIVE, Phase.HALF_TIME),
        ("ET", Status.LIVE, Phase.EXTRA_TIME),
        ("P", Status.LIVE, Phase.SHOOT_OUT),
        ("SUSP", Status.LIVE, None),
        ("INT", Status.LIVE, None),
        ("LIVE", Status.LIVE, None),
        ("FT", Status.PLAYED, None),
        ("AET", Status.PLAYED, None),
        ("PST", Status.POSTPONED, None),
        ("CANC", Status.CANCELLED, None),
        ("ABD", Status.ABANDONED, None),
        ("AWD", Status.AWARDED, None),
        ("WO", Status.WALKOVER, None),
    ],
)
def test_every_status_has_its_meaning(short: str, status: Status, phase: Phase | None) -> None:
    fixture = fixtures()[0]
    fixture["fixture"]["status"]["short"] = short
    observation = read(fixture).observation
    assert (observation.match.status, observation.phase) == (status, phase)


@pytest.mark.parametrize(("minute", "phase"), [(90, Phase.NINETY_OVER), (105, Phase.EXTRA_TIME)])
def test_a_break_is_the_one_that_its_minute_says(minute: int, phase: Phase) -> None:
    fixture = fixtures()[0]
    fixture["fixture"]["status"] |= {"short": "BT", "elapsed": minute}
    fixture["score"]["fulltime"] = {"home": 1, "away": 1}
    observation = read(fixture).observation
    assert observation.phase is phase
    if phase is Phase.EXTRA_TIME:
        assert (observation.match.full_time, observation.match.extra_time) == (Score(1, 1), Score(2, 1))
    else:
        assert (observation.match.full_time, observation.match.extra_time) == (Score(2, 1), None)


@pytest.mark.parametrize(
    ("text", "season", "code", "matchday"),
    [
        ("1st Qualifying Round", 2025, "Q1", None),
        ("Preliminary Round - Semi-finals", 2025, "PR", None),
        ("Play-offs", 2025, "PO", None),
        ("Round of 16", 2025, "R16", None),
        ("8th Finals", 2025, "R16", None),
        ("League Stage - 3", 2025, "LEAGUE", 3),
        ("Group A - 3", 2017, "GROUP A", 3),
        ("Group Stage - 6", 2017, "GROUP", 6),
        ("Semi-finals", 2025, "SF", None),
    ],
)
def test_rounds_have_our_names(text: str, season: int, code: str, matchday: int | None) -> None:
    fixture = fixtures()[0]
    fixture["league"] |= {"round": text, "season": season}
    fixture["fixture"]["date"] = f"{season}-10-25T20:00:00+00:00"
    match = read(fixture).observation.match
    assert (match.round.code, match.matchday) == (code, matchday)


def test_an_unknown_round_is_told_and_the_match_kept() -> None:
    fixture = fixtures()[0]
    fixture["league"]["round"] = "Showdown"
    found = read_api_football({"response": [fixture]})
    assert found.matches[0].observation.match.round == UNKNOWN_ROUND
    assert found.problems[0].startswith("fixture 1001: round 'Showdown' is not known")


def test_one_fixture_of_another_shape_does_not_lose_the_others() -> None:
    content = payload()
    del content["response"][0]["teams"]["home"]["name"]
    content["response"][1]["league"]["season"] = 2019
    found = read_api_football(content)
    assert [fixture.id for fixture in found.matches] == ["1004"]
    assert found.problems == (
        "fixture 1001: 'teams.home.name' is missing",
        "fixture 1002: season 2019/20 for a match on 2026-05-20",
    )


def test_a_club_does_not_play_against_itself() -> None:
    fixture = fixtures()[0]
    fixture["teams"]["away"] = fixture["teams"]["home"]
    assert read_api_football({"response": [fixture]}).problems == (
        "fixture 1001: a club plays against itself",
    )


async def test_before_the_kick_off_the_list_of_the_day_is_enough() -> None:
    api, web = source(lambda _request: ok(fixtures()[3] | {}))
    await api.look(NIGHT, EVENING - timedelta(hours=3))
    await api.look(NIGHT, EVENING - timedelta(hours=3) + timedelta(seconds=30))
    assert [dict(request.url.params) for request in web.requests] == [
        {"date": "2026-02-25", "timezone": "Europe/Amsterdam"}
    ]
    assert web.requests[0].headers["x-apisports-key"] == KEY


def scheduled() -> dict[str, Any]:
    fixture = fixtures()[0]
    del fixture["events"]
    fixture["fixture"]["status"] = {"short": "NS", "elapsed": None}
    return fixture


def finished(*, with_events: bool) -> dict[str, Any]:
    fixture = fixtures()[0]
    fixture["fixture"]["status"] = {"short": "FT", "elapsed": 90}
    fixture["score"]["fulltime"] = {"home": 2, "away": 1}
    if not with_events:
        del fixture["events"]
    return fixture


async def test_while_matches_are_on_all_are_asked_for_at_once_and_the_end_by_number() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if "date" in request.url.params:
            return ok(scheduled())
        if "ids" in request.url.params:
            return ok(finished(with_events=True))
        return ok(fixtures()[0]) if len(web.requests) < 3 else ok()

    api, web = source(answer)
    assert (await api.look(NIGHT, EVENING))[0].match.status is Status.SCHEDULED
    during = await api.look(NIGHT, KICK_OFF + timedelta(minutes=20))
    assert (during[0].match.status, during[0].match.full_time) == (Status.LIVE, Score(2, 1))
    after = await api.look(NIGHT, KICK_OFF + timedelta(minutes=28))
    assert (after[0].match.status, len(after[0].match.goals)) == (Status.PLAYED, 3)
    parameters = [dict(request.url.params) for request in web.requests]
    assert parameters[1:] == [{"live": "2-3-848"}, {"live": "2-3-848"}, {"ids": "1001"}]


async def test_scorers_are_asked_for_only_when_a_result_lacks_them_and_once() -> None:
    def answer(_request: httpx.Request) -> httpx.Response:
        return ok(finished(with_events=False))

    api, web = source(answer)
    late = KICK_OFF + timedelta(hours=4)
    await api.look(NIGHT, late)
    await api.look(NIGHT, late + timedelta(hours=2))
    assert [next(iter(request.url.params)) for request in web.requests] == ["date", "ids", "date"]


async def test_a_later_list_without_scorers_does_not_unsay_them() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return ok(finished(with_events="ids" in request.url.params))

    api, _ = source(answer)
    late = KICK_OFF + timedelta(hours=4)
    await api.look(NIGHT, late)
    again = await api.look(NIGHT, late + timedelta(hours=2))
    assert len(again[0].match.goals) == 3


async def test_looks_that_come_too_soon_for_the_quota_repeat_the_last() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return ok(scheduled() if "date" in request.url.params else fixtures()[0])

    api, web = source(answer)
    looks = [KICK_OFF + timedelta(seconds=30 * number) for number in range(4 * 60)]
    observations = [await api.look(NIGHT, at) for at in looks]
    assert len(web.requests) < FREE
    assert all(look[0].match.home == AJAX for look in observations)
    assert api.budget.count(EVENING).left >= RESERVE - 2


async def test_the_day_is_counted_across_a_restart() -> None:
    memory = InMemory()
    api, _ = source(lambda _request: ok(scheduled()), memory=memory)
    await api.look(NIGHT, EVENING)
    again, _ = source(lambda _request: ok(scheduled()), memory=memory)
    await again.look(NIGHT, EVENING)
    assert memory.recall() == Count(NIGHT, 2, FREE)
    assert again.budget.count(EVENING).left == 98


async def test_what_the_answer_says_of_the_quota_is_believed() -> None:
    headers = {"x-ratelimit-requests-limit": "7500", "x-ratelimit-requests-remaining": "7000"}
    api, _ = source(lambda _request: ok(scheduled(), **headers))
    await api.look(NIGHT, EVENING)
    count = api.budget.count(EVENING)
    assert (count.left, count.limit) == (7000, 7500)


async def test_a_new_day_has_a_new_quota() -> None:
    budget = Budget(InMemory(Count(NIGHT, 100, 100)))
    assert budget.count(EVENING).left == 0
    assert budget.count(EVENING + timedelta(days=1)) == Count(date(2026, 2, 26), 0, 100)


async def test_a_spent_quota_asks_nothing_and_says_when_it_goes_on() -> None:
    api, web = source(lambda _request: ok(), memory=InMemory(Count(NIGHT, 100, 100)))
    with pytest.raises(
        SourceError, match=r"all 100 questions of today are spent: it goes on at 01\.00"
    ) as raised:
        await api.look(NIGHT, EVENING)
    assert raised.value.wait == timedelta(hours=4, minutes=30).total_seconds()
    assert web.requests == []


@pytest.mark.parametrize("key", ["", "  "])
async def test_without_a_key_it_says_where_to_put_one(key: str) -> None:
    api, web = source(lambda _request: ok(), key=key)
    with pytest.raises(SourceError, match=r"no key: put one from api-football\.com in API_FOOTBALL_KEY"):
        await api.look(NIGHT, EVENING)
    assert web.requests == []


@pytest.mark.parametrize("key", ["two words", "geh\neim", "gehéim"])
async def test_what_can_be_no_key_is_refused_without_repeating_it(key: str) -> None:
    api, _ = source(lambda _request: ok(), key=key)
    with pytest.raises(SourceError, match="API_FOOTBALL_KEY holds more than a key") as raised:
        await api.look(NIGHT, EVENING)
    assert key not in str(raised.value)


@pytest.mark.parametrize(
    ("errors", "reason"),
    [
        ({"token": f"Error/Missing application key {KEY}."}, "the key is refused (Error/Missing application"),
        ({"access": "Your account is suspended"}, "the key is refused (Your account is suspended)"),
        ({"requests": "You have reached the request limit for the day"}, "all 100 questions of today are"),
        ({"rateLimit": "Too many requests"}, "asked too often (Too many requests): ask again in a minute"),
        ({"plan": "Free plans do not have access to this date"}, "the plan does not cover this (Free plans"),
        ({"ids": "At most 20"}, "it answers with an error (At most 20)"),
        (["something"], "it answers with an error (['something'])"),
        ([{}], "it answers with an error ([{}])"),
    ],
)
async def test_errors_come_with_status_200_and_are_told(errors: object, reason: str) -> None:
    api, _ = source(lambda _request: httpx.Response(200, json={"errors": errors, "response": []}))
    with pytest.raises(SourceError) as raised:
        await api.look(NIGHT, EVENING)
    assert raised.value.reason.startswith(reason)
    assert KEY not in str(raised.value)


async def test_after_a_refused_question_the_quota_is_known_to_be_spent() -> None:
    api, _ = source(lambda _request: httpx.Response(200, json={"errors": {"requests": "limit"}}))
    with pytest.raises(SourceError):
        await api.look(NIGHT, EVENING)
    assert api.budget.count(EVENING).left == 0


async def test_an_answer_without_its_list_has_changed() -> None:
    web = always(httpx.Response(200, json={"errors": [], "results": 0}))
    api = ApiFootball(web.client(), URL, SecretStr(KEY), Budget(InMemory()))
    with pytest.raises(SourceError, match=r"another shape than it had \('response' is missing\)"):
        await api.look(NIGHT, EVENING)


async def test_the_key_shows_in_no_representation() -> None:
    api, _ = source(lambda _request: ok())
    assert KEY not in repr(api)

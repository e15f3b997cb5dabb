"""One odd detail in a live match: the match stays, the detail is unknown, and the log has it once."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from pydantic import SecretStr

from bot.football.events.observations import Observation, Phase
from bot.football.model import UNKNOWN_ROUND, Season, Status
from bot.sources.api_football.client import ApiFootball
from bot.sources.api_football.quota import Budget
from bot.sources.api_football.reading import read_api_football
from bot.sources.espn.reading import read_espn
from bot.sources.live import InMemory
from bot.sources.uefa.client import Uefa
from bot.sources.uefa.reading import read_uefa
from tests.sources.live_web import always, recorded

Way = tuple[str | int, ...]
NIGHT = date(2026, 2, 25)
NOW = datetime(2026, 2, 25, 21, 50, tzinfo=UTC)
REMOVED = object()


def odd(payload: object, path: str, value: object) -> object:
    """The same payload with another value at a.0.b, or without it."""
    found = copy.deepcopy(payload)
    *ways, last = (int(name) if name.isdecimal() else name for name in path.split("."))
    inner = found
    for name in ways:
        inner = inner[name]  # type: ignore[index]  # the way was found in it
    if value is REMOVED:
        del inner[last]  # type: ignore[attr-defined]  # the same
    else:
        inner[last] = value  # type: ignore[index]  # the same
    return found


def uefa(path: str, value: object, match: int = 0) -> tuple[Observation, tuple[str, ...]]:
    read = read_uefa(odd(recorded("uefa.json"), f"{match}.{path}", value))
    return read.matches[match], read.problems


def api_football(path: str, value: object, match: int = 0) -> tuple[Observation, tuple[str, ...]]:
    read = read_api_football(odd(recorded("api_football.json"), f"response.{match}.{path}", value))
    return read.matches[match].observation, read.problems


UEFA = read_uefa(recorded("uefa.json")).matches
API_FOOTBALL = tuple(
    fixture.observation for fixture in read_api_football(recorded("api_football.json")).matches
)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("fixture.status.elapsed", -5, "'fixture.status.elapsed' is no number between 0 and 9999"),
        ("fixture.status.elapsed", 900, "'fixture.status.elapsed' is no minute of a match"),
        ("fixture.venue.city", "", "'fixture.venue.city' is no text"),
        ("fixture.venue.name", " ", "'fixture.venue.name' is no text"),
        ("fixture.venue", "ArenA", "'fixture.venue' is no object"),
        ("events.0.player.name", "", "'events[0].player.name' is no text"),
        ("events.0.comments", "", "'events[0].comments' is no text"),
        ("events.0.time.elapsed", -5, "'events[0].time.elapsed' is no number between 0 and 9999"),
        ("events.0.time.extra", -1, "'events[0].time.extra' is no number between 0 and 9999"),
        ("events.0.detail", "Scissor Kick", "'events[0]' is a goal of kind 'scissor kick'"),
        ("events.0.detail", None, "'events[0].detail' is missing"),
        ("events.0.team.id", 5, "'events[0]' is of team 5, which does not play"),
        ("events.0", 5, "'events[0]' is no object"),
        ("events", {}, "'events' is no list"),
        ("score.halftime.home", -1, "'score.halftime.home' is no number between 0 and 9999"),
        ("teams.home.id", True, "'teams.home.id' is no id"),
        ("league.season", "this one", "'league.season' is no number between 0 and 9999"),
    ],
)
def test_an_odd_detail_of_api_football_leaves_score_and_status(
    path: str, value: object, problem: str
) -> None:
    observation, problems = api_football(path, value)
    usual = API_FOOTBALL[0]
    assert (observation.match.status, observation.match.score) == (Status.LIVE, usual.match.score)
    assert observation.match.season == Season(2025)
    assert f"fixture 1001: {problem}" in problems


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        (
            "playerEvents.scorers.0.player.internationalName",
            "",
            "'playerEvents.scorers[0].player.internationalName' is no text",
        ),
        ("phase", "", "'phase' is no text"),
        ("phase", 5, "'phase' is no text"),
        ("homeTeam.countryCode", "", "'homeTeam.countryCode' is no text"),
        ("homeTeam.countryCode", "Holland", "'homeTeam.countryCode' is no country"),
        ("homeTeam.id", None, "'playerEvents.redCards[0]' is of team 50143, which does not play"),
        ("awayTeam.id", "50143", "'playerEvents.scorers[0]' is of team 50147, which does not play"),
        ("stadium.translations.officialName.EN", "", "'stadium.translations.officialName.EN' is no text"),
        ("minute.normal", -5, "'minute.normal' is no number between 0 and 9999"),
        ("playerEvents.scorers.0.time.minute", -5, "'playerEvents.scorers[0].time.minute' is no number"),
        (
            "playerEvents.scorers.0.goalType",
            "BICYCLE",
            "'playerEvents.scorers[0]' is a goal of type 'BICYCLE'",
        ),
        ("playerEvents.scorers.0.goalType", REMOVED, "'playerEvents.scorers[0].goalType' is missing"),
        ("playerEvents.redCards.0.teamId", REMOVED, "'playerEvents.redCards[0].teamId' is missing"),
        (
            "playerEvents.redCards.0.teamId",
            "7",
            "'playerEvents.redCards[0]' is of team 7, which does not play",
        ),
        ("playerEvents.scorers", {}, "'playerEvents.scorers' is no list"),
        ("playerEvents", [], "'playerEvents' is no object"),
        ("seasonYear", "", "'seasonYear' is no number between 0 and 9999"),
        (
            "kickOffTime.dateTime",
            "2026-02-25T20:00:00",
            "'kickOffTime.dateTime' is no moment with a time zone",
        ),
        ("kickOffTime.dateTime", "tonight", "'kickOffTime.dateTime' is no moment"),
        ("score.regular", {"home": -2, "away": 1}, "'score.regular.home' is no number between 0 and 9999"),
        ("leg.number", -2, "'leg.number' is no number between 0 and 9999"),
    ],
)
def test_an_odd_detail_of_uefa_leaves_score_and_status(path: str, value: object, problem: str) -> None:
    observation, problems = uefa(path, value)
    usual = UEFA[0]
    assert (observation.match.status, observation.match.score) == (Status.LIVE, usual.match.score)
    assert (observation.match.season, observation.match.date) == (Season(2025), NIGHT)
    assert any(text.startswith(f"match 2047801: {problem}") for text in problems)


def test_an_odd_minute_of_a_goal_is_unknown_and_its_scorer_stays() -> None:
    observation, _ = api_football("events.0.time.elapsed", -5)
    assert observation.match.goals[0] == replace(API_FOOTBALL[0].match.goals[0], minute=None)


def test_a_goal_of_an_unknown_kind_is_nobodys() -> None:
    observation, _ = uefa("playerEvents.scorers.0.goalType", "BICYCLE")
    assert len(observation.match.goals) == len(UEFA[0].match.goals) - 1
    assert all(goal.scorer != "Nicolás Otamendi" for goal in observation.match.goals)


def test_a_red_card_of_another_team_is_nobodys() -> None:
    observation, _ = uefa("playerEvents.redCards.0.teamId", "7")
    assert observation.red_cards == ()


@pytest.mark.parametrize("short", ["ft", "Ft", " FT "])
def test_a_status_is_read_however_it_is_written(short: str) -> None:
    observation, problems = api_football("fixture.status.short", short)
    assert (observation.match.status, problems) == (Status.PLAYED, ())


@pytest.mark.parametrize(
    ("path", "value"),
    [("status", "live"), ("phase", "second_half"), ("playerEvents.scorers.0.goalType", "own")],
)
def test_a_word_of_uefa_is_read_however_it_is_written(path: str, value: str) -> None:
    assert uefa(path, value) == (UEFA[0], ())


def test_a_match_called_off_is_so_in_small_letters_too() -> None:
    observation, problems = api_football("fixture.status.short", "Canc")
    assert (observation.match.status, problems) == (Status.CANCELLED, ())


def test_a_break_of_which_the_minute_is_unknown_is_in_extra_time_only_once_a_goal_fell_in_it() -> None:
    payload = odd(recorded("api_football.json"), "response.0.fixture.status", {"short": "BT", "elapsed": -1})
    before = read_api_football(payload).matches[0].observation
    assert (before.phase, before.match.extra_time) == (None, None)
    later = odd(payload, "response.0.score.extratime", {"home": 1, "away": 0})
    assert read_api_football(later).matches[0].observation.phase is Phase.EXTRA_TIME


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("playerEvents.penaltyScorers.1.penaltyType", "FLUFFED"),
        ("playerEvents.penaltyScorers.1.penaltyType", REMOVED),
        ("playerEvents.penaltyScorers.1.teamId", "7"),
    ],
)
def test_a_shoot_out_of_which_a_kick_is_unknown_shows_no_kicks(path: str, value: object) -> None:
    observation, problems = uefa(path, value, match=1)
    assert observation.kicks == ()
    assert observation.match.penalties == UEFA[1].match.penalties
    assert len(problems) == 1


@pytest.mark.parametrize("phase", ["", "SHOOT_OUT", 5, REMOVED])
def test_a_kick_of_an_odd_phase_is_one_of_the_shoot_out(phase: object) -> None:
    assert uefa("playerEvents.penaltyScorers.0.phase", phase, match=1)[0].kicks == UEFA[1].kicks


def test_a_kick_without_its_comment_is_no_goal_and_the_shoot_out_shows_no_kicks() -> None:
    events = recorded("api_football.json")["response"][1]["events"]  # type: ignore[index]
    kick = next(place for place, event in enumerate(events) if event["comments"] == "Penalty Shootout")
    observation, problems = api_football(f"events.{kick}.comments", None, match=1)
    assert set(observation.match.goals) < set(API_FOOTBALL[1].match.goals)
    assert observation.kicks == ()
    assert problems == ("fixture 1002: the kicks make 1-1 and the shoot-out ended 2-1",)


def test_a_player_without_a_name_takes_a_kick_all_the_same() -> None:
    observation, _ = uefa("playerEvents.penaltyScorers.0.player.internationalName", "", match=1)
    assert observation.kicks == (replace(UEFA[1].kicks[0], player=None), *UEFA[1].kicks[1:])


def test_a_match_given_to_a_club_that_does_not_play_has_no_winner() -> None:
    award = {"reason": "WIN_BY_FORFEIT", "team": {"id": "7"}}
    payload = odd(recorded("uefa.json"), "0.status", "FINISHED")
    payload = odd(payload, "0.winner", {"match": award, "aggregate": award})
    match = read_uefa(payload).matches[0].match
    assert (match.status, match.winner, match.decided_by) == (Status.AWARDED, None, None)


def test_a_match_without_a_round_is_placed_by_its_clubs() -> None:
    assert uefa("round", REMOVED)[0].match.round == UNKNOWN_ROUND
    assert api_football("league.round", REMOVED)[0].match.round == UNKNOWN_ROUND


async def test_a_fixture_that_lost_its_number_is_still_the_same_match() -> None:
    live, later = (
        recorded("api_football.json"),
        odd(recorded("api_football.json"), "response.0.fixture.id", ""),
    )
    answers = iter([live, live, later, later])
    web = always(httpx.Response(200))
    web.answer = lambda _request: httpx.Response(200, json=next(answers))
    source = ApiFootball(web.client(), "https://api.example", SecretStr("key"), Budget(InMemory()))
    for minutes in range(0, 40, 10):
        observations = await source.look(NIGHT, NOW + timedelta(minutes=minutes))
        assert [observation.match.home.name for observation in observations] == ["Ajax", "AZ Alkmaar"]


async def test_an_odd_detail_is_logged_once_not_at_every_look(caplog: pytest.LogCaptureFixture) -> None:
    payload = odd(recorded("uefa.json"), "0.playerEvents.scorers.0.goalType", "BICYCLE")
    scorers = [{"goalType": "BICYCLE", "teamId": "50143"}] * 3
    answers = iter([payload, recorded("uefa.json"), payload, odd(payload, "0.playerEvents.scorers", scorers)])
    web = always(httpx.Response(200))
    web.answer = lambda _request: httpx.Response(200, json=next(answers))
    source = Uefa(web.client(), "https://uefa.example")
    with caplog.at_level(logging.WARNING):
        for _ in range(4):
            await source.look(NIGHT, NOW)
    assert caplog.messages == [
        "uefa: match 2047801: 'playerEvents.scorers[0]' is a goal of type 'BICYCLE'",
    ]


IDENTITY_OF_UEFA = (
    "competition",
    "internationalName",
    "status",
    "score",
    "homeTeam",
    "awayTeam",
    "kickOffTime",
)
"""With the day; `seasonYear` only where it names another season than that of the day."""
IDENTITY_OF_API_FOOTBALL = ("league", "id"), ("fixture", "date"), ("teams",), ("goals",), ("status",)
"""The kick-off alone says which evening; `season` only where it names another than that of the day."""


def ways(value: object, way: Way = ()) -> Iterator[Way]:
    if way:
        yield way
    inner: object
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from ways(inner, (*way, key))


def is_identity_of_uefa(way: Way) -> bool:
    player = "player" in way
    if player or way[:1] == ("playerEvents",) or way[-1] in {"countryCode", "dateTime"}:
        return False
    return any(name in way for name in IDENTITY_OF_UEFA)


def is_identity_of_api_football(way: Way) -> bool:
    return way in {("league",), ("fixture",)} or any(
        all(name in way for name in names) for names in IDENTITY_OF_API_FOOTBALL if "events" not in way
    )


IDENTITY_OF_ESPN = ("competitors", "status", "date")
"""Which side is at home included; `season` only where it names another season than that of the day."""


def is_identity_of_espn(way: Way) -> bool:
    if "details" in way or way[-1] in {"aggregateScore", "displayClock", "period", "clock", "leg"}:
        return False
    return way in {("competitions",), ("competitions", 0)} or any(name in way for name in IDENTITY_OF_ESPN)


Reading = Callable[[object], tuple[Observation, ...]]


def by_uefa(match: object) -> tuple[Observation, ...]:
    return read_uefa([match]).matches


def by_espn(event: object) -> tuple[Observation, ...]:
    return tuple(found.observation for found in read_espn({"events": [event]}, "uefa.champions").matches)


def by_api_football(fixture: object) -> tuple[Observation, ...]:
    return tuple(found.observation for found in read_api_football({"response": [fixture]}).matches)


@pytest.mark.parametrize(
    ("read", "matches", "is_identity"),
    [
        pytest.param(by_uefa, recorded("uefa.json")[:3], is_identity_of_uefa, id="uefa"),  # type: ignore[index]
        pytest.param(
            by_api_football,
            [recorded("api_football.json")["response"][place] for place in (0, 1, 3)],  # type: ignore[index]
            is_identity_of_api_football,
            id="api-football",
        ),
        pytest.param(by_espn, recorded("espn.json")["events"][:3], is_identity_of_espn, id="espn"),  # type: ignore[index]
    ],
)
def test_no_odd_field_loses_a_match_but_its_clubs_its_score_its_status_or_its_evening(
    read: Reading, matches: list[object], is_identity: Callable[[Way], bool]
) -> None:
    for match in matches:
        usual = read(match)[0]
        for way in ways(match):
            if is_identity(way):
                continue
            for value in (REMOVED, None, "", " ", "?", -1, 99_999, 1.5, True, [], {}, ["?"], {"?": "?"}):
                path = ".".join(map(str, way))
                found = read(odd(match, path, value))
                assert found, (path, value)
                now = found[0].match
                assert (now.status, now.score) == (usual.match.status, usual.match.score), (path, value)
                assert now.clubs == usual.match.clubs or path.endswith("countryCode"), (path, value)
                assert found[0].minute in {usual.minute, None}, (path, value)
                minutes = {goal.minute for goal in usual.match.goals}
                assert {goal.minute for goal in now.goals} <= {None, *minutes}, (path, value)

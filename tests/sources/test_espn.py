"""ESPN's site API, from payloads of our own making in its shape."""

from __future__ import annotations

import copy
import logging
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest

from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    UNKNOWN_ROUND,
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
from bot.sources.espn.client import Espn
from bot.sources.espn.reading import COMPETITIONS, read_espn
from bot.sources.espn.summary import EspnMatch, with_summary
from bot.sources.reading import spelled
from tests.sources.live_web import Web, always, recorded

URL = "https://site.api.espn.com/soccer"
NIGHT = date(2026, 2, 25)
NOW = datetime(2026, 2, 25, 21, 50, tzinfo=UTC)
AJAX, BENFICA = spelled("Ajax Amsterdam"), spelled("Benfica")
PARIS, LEVERKUSEN = spelled("Paris Saint-Germain"), spelled("Bayer Leverkusen")


def events() -> list[dict[str, Any]]:
    payload = copy.deepcopy(recorded("espn.json"))
    assert isinstance(payload, dict)
    found: list[dict[str, Any]] = payload["events"]
    return found


def summary() -> dict[str, Any]:
    payload = copy.deepcopy(recorded("espn_summary.json"))
    assert isinstance(payload, dict)
    return payload


def game(event: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = event["competitions"][0]
    return found


def with_status(event: dict[str, Any], name: str, state: str = "in", period: int = 3) -> dict[str, Any]:
    game(event)["status"] = {"period": period, "type": {"name": f"STATUS_{name}", "state": state}}
    return event


def with_score(event: dict[str, Any], home: str, away: str) -> dict[str, Any]:
    for side, score in zip(game(event)["competitors"], (home, away), strict=True):
        side["score"] = score
    return event


def match(event: dict[str, Any], slug: str = "uefa.champions") -> EspnMatch:
    result = read_espn({"events": [event]}, slug)
    assert result.problems == ()
    return result.matches[0]


def read(event: dict[str, Any], slug: str = "uefa.champions") -> Observation:
    return match(event, slug).observation


def test_a_match_under_way_has_its_minute_its_scorers_and_its_red_cards() -> None:
    observation = read(events()[0])
    assert (observation.phase, observation.minute, observation.kicks) == (Phase.SECOND_HALF, 90, ())
    assert observation.red_cards == (RedCard(AJAX, "Josip Šutalo", 71),)
    played = observation.match
    assert (played.competition, played.season, played.round) == (
        CHAMPIONS_LEAGUE,
        Season(2025),
        Round(RoundKind.KNOCKOUT_PLAY_OFF),
    )
    assert (played.home, played.away, played.leg, played.status) == (AJAX, BENFICA, Leg.SECOND, Status.LIVE)
    assert (played.full_time, played.extra_time, played.penalties) == (Score(2, 1), None, None)
    assert (played.date, played.kick_off) == (NIGHT, datetime(2026, 2, 25, 20, tzinfo=UTC))
    assert (played.venue, played.city, played.source) == ("Johan Cruijff ArenA", "Amsterdam", "espn")


def test_an_own_goal_stands_under_the_club_that_benefits() -> None:
    assert read(events()[0]).match.goals == (
        Goal(BENFICA, "Vangelis Pavlidis", 12, kind=GoalKind.PENALTY),
        Goal(AJAX, "Nicolás Otamendi", 45, 2, GoalKind.OWN_GOAL),
        Goal(AJAX, "Kenneth Taylor", 90, 1),
    )


def test_a_final_on_penalties_has_its_shoot_out_beside_its_score_and_the_kicks_are_no_goals() -> None:
    observation = read(events()[1])
    played = observation.match
    assert (played.full_time, played.extra_time, played.penalties) == (Score(1, 1), Score(1, 1), Score(2, 1))
    assert (played.status, played.neutral, played.leg) == (Status.PLAYED, True, None)
    assert [goal.club for goal in played.goals] == [LEVERKUSEN, PARIS]
    assert observation.kicks == ()


def test_a_summary_tells_the_kicks_that_did_not_go_in_and_joins_clubs_by_their_numbers() -> None:
    found, problems = with_summary(match(events()[1]), summary())
    assert problems == ()
    assert found.observation.kicks[:2] == (
        Kick(PARIS, scored=True, player="Vitinha"),
        Kick(LEVERKUSEN, scored=False, player="Granit Xhaka"),
    )
    assert [kick.scored for kick in found.observation.kicks] == [True, False, True, True, False, False]
    assert found.observation.red_cards == (RedCard(LEVERKUSEN, "Robert Andrich", 118),)
    assert found.observation.match.half_time == Score(0, 1)
    assert not found.needs_summary


def test_a_summary_fills_in_the_scorers_where_the_scoreboard_has_no_timeline() -> None:
    event = events()[1]
    del game(event)["details"]
    found = match(event)
    assert (found.observation.match.goals, found.observation.match.full_time) == ((), None)
    assert found.needs_summary
    played = with_summary(found, summary())[0].observation.match
    assert played.goals == (Goal(LEVERKUSEN, "Florian Wirtz", 34), Goal(PARIS, "Bradley Barcola", 78))
    assert (played.full_time, played.extra_time) == (Score(1, 1), Score(1, 1))


def test_periods_that_do_not_make_the_score_tell_nothing() -> None:
    event = events()[1]
    del game(event)["details"]
    payload = summary()
    payload["header"]["competitions"][0]["competitors"][0]["linescores"][0]["displayValue"] = "3"
    assert with_summary(match(event), payload)[0].observation.match.full_time is None


def test_a_shoot_out_of_which_a_kick_is_unknown_shows_no_kicks() -> None:
    payload = summary()
    payload["shootout"][1]["shots"][0]["didScore"] = "perhaps"
    found, problems = with_summary(match(events()[1]), payload)
    assert found.observation.kicks == ()
    assert problems == ("uefa.champions 700002: 'shootout[1].shots[0].didScore' is neither true nor false",)


def test_a_score_that_holds_the_kicks_while_they_are_taken_is_counted_without_them() -> None:
    event = with_score(with_status(events()[1], "SHOOTOUT", period=5), "3", "2")
    observation = read(event)
    assert (observation.phase, observation.match.status) == (Phase.SHOOT_OUT, Status.LIVE)
    assert (observation.match.extra_time, observation.match.penalties) == (Score(1, 1), Score(2, 1))


def test_in_extra_time_the_score_of_ninety_minutes_stands_still() -> None:
    event = with_score(with_status(events()[0], "OVERTIME"), "3", "1")
    goal = copy.deepcopy(game(event)["details"][-1])
    goal["clock"]["displayValue"] = "97'"
    game(event)["details"].append(goal)
    observation = read(event)
    assert (observation.match.full_time, observation.match.extra_time) == (Score(2, 1), Score(3, 1))
    assert observation.phase is Phase.EXTRA_TIME


def test_after_extra_time_nobody_scored_in_the_score_is_that_of_ninety_minutes() -> None:
    played = read(with_status(events()[0], "FINAL_AET", "post")).match
    assert (played.status, played.full_time, played.extra_time) == (Status.PLAYED, Score(2, 1), Score(2, 1))


@pytest.mark.parametrize(
    ("name", "state", "status", "phase"),
    [
        ("HALFTIME", "in", Status.LIVE, Phase.HALF_TIME),
        ("END_OF_REGULATION", "in", Status.LIVE, Phase.NINETY_OVER),
        ("HALFTIME_ET", "in", Status.LIVE, Phase.EXTRA_TIME),
        ("IN_PROGRESS", "in", Status.LIVE, Phase.EXTRA_TIME),
        ("SUSPENDED", "in", Status.LIVE, Phase.EXTRA_TIME),
        ("DELAYED", "in", Status.LIVE, Phase.EXTRA_TIME),
        ("DELAYED", "pre", Status.SCHEDULED, None),
        ("FULL_TIME", "post", Status.PLAYED, None),
        ("POSTPONED", "post", Status.POSTPONED, None),
        ("CANCELED", "post", Status.CANCELLED, None),
        ("ABANDONED", "post", Status.ABANDONED, None),
        ("FORFEIT", "post", Status.AWARDED, None),
    ],
)
def test_a_status_has_our_name(name: str, state: str, status: Status, phase: Phase | None) -> None:
    observation = read(with_status(events()[0], name, state))
    assert (observation.match.status, observation.phase) == (status, phase)


def test_a_status_that_nobody_has_seen_is_told_and_its_state_believed() -> None:
    result = read_espn({"events": [with_status(events()[0], "FINAL_GOLDEN", "post")]}, "uefa.champions")
    assert result.matches[0].observation.match.status is Status.PLAYED
    assert result.problems == (
        "uefa.champions 700001: status 'FINAL_GOLDEN' is not known: its state is 'post'",
    )


@pytest.mark.parametrize(
    ("slug", "season_slug", "code"),
    [
        ("uefa.champions", "league-phase", "LEAGUE"),
        ("uefa.europa", "round-of-16", "R16"),
        ("uefa.europa", "quarterfinals", "QF"),
        ("uefa.europa.conf", "semifinals", "SF"),
        ("uefa.champions_qual", "first-round", "Q1"),
        ("uefa.europa_qual", "third-qualifying-round", "Q3"),
        ("uefa.europa.conf_qual", "playoff-round", "PO"),
        ("uefa.europa.conf_qual", "play-off-round", "PO"),
        ("uefa.champions_qual", "preliminary-round", "PR"),
    ],
)
def test_rounds_have_our_names(slug: str, season_slug: str, code: str) -> None:
    event = events()[0]
    event["season"]["slug"] = season_slug
    assert read(event, slug).match.round.code == code


def test_qualifying_is_part_of_its_competition() -> None:
    event = events()[0]
    event["season"]["slug"] = "second-round"
    assert read(event, "uefa.europa.conf_qual").match.competition == CONFERENCE_LEAGUE


def test_a_match_of_an_unknown_round_is_placed_by_its_clubs() -> None:
    event = events()[0]
    event["season"]["slug"] = "showdown"
    result = read_espn({"events": [event]}, "uefa.champions")
    assert result.matches[0].observation.match.round == UNKNOWN_ROUND
    assert "round 'showdown' is not known" in result.problems[0]


def test_a_match_to_come_has_no_score_and_one_whose_clubs_are_open_is_left_out() -> None:
    assert read(events()[2]).match.score is None
    assert read_espn({"events": [events()[3]]}, "uefa.champions").matches == ()


def test_a_kick_off_that_is_not_fixed_is_a_day() -> None:
    event = events()[2]
    game(event)["timeValid"] = False
    assert (read(event).match.kick_off, read(event).match.date) == (None, NIGHT)


def test_of_a_club_with_more_scorers_than_goals_nobody_is_named() -> None:
    assert [goal.scorer for goal in read(with_score(events()[0], "1", "1")).match.goals] == [
        "Vangelis Pavlidis"
    ]


def wrong(change: str) -> dict[str, Any]:
    event = events()[0]
    played = game(event)
    if change == "no name":
        del played["competitors"][0]["team"]["displayName"]
    elif change == "no score":
        del played["competitors"][1]["score"]
    elif change == "two at home":
        played["competitors"][1]["homeAway"] = "home"
    elif change == "itself":
        played["competitors"][1]["team"] = played["competitors"][0]["team"]
    elif change == "no status":
        del played["status"], event["status"]
    elif change == "old":
        event["season"]["year"] = 2019
    else:
        event["competitions"] = []
    return event


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("no name", "'competitions[0].competitors[0].team.displayName' is missing"),
        ("no score", "'competitions[0].competitors[1].score' is missing"),
        ("two at home", "are not a home and an away side"),
        ("itself", "a club plays against itself"),
        ("no status", "'status' is missing"),
        ("old", "season 2019/20 for a match on 2026-02-25"),
        ("empty", "'competitions' is empty"),
    ],
)
def test_one_match_of_another_shape_does_not_lose_the_others(change: str, reason: str) -> None:
    result = read_espn({"events": [wrong(change), events()[2]]}, "uefa.champions")
    assert len(result.matches) == 1
    assert any(reason in problem for problem in result.problems)


def answering(request: httpx.Request) -> httpx.Response:
    """The Champions League plays; the other competitions have a free evening."""
    if request.url.path.endswith("/summary"):
        return httpx.Response(200, json=summary())
    played = request.url.path.endswith("/uefa.champions/scoreboard")
    return httpx.Response(200, json=recorded("espn.json") if played else {"events": []})


def addresses(web: Web) -> list[str]:
    return [request.url.path.removeprefix("/soccer/") for request in web.requests]


async def test_all_competitions_are_listed_and_then_only_those_that_are_played() -> None:
    web = Web(answering)
    source = Espn(web.client(), URL)
    observations = await source.look(NIGHT, NOW)
    assert [observation.match.home.name for observation in observations] == [
        "Ajax Amsterdam",
        "Paris Saint-Germain",
        "AZ Alkmaar",
    ]
    assert addresses(web) == [*(f"{slug}/scoreboard" for slug in COMPETITIONS), "uefa.champions/summary"]
    assert dict(web.requests[0].url.params) == {"dates": "20260225-20260226", "limit": "1000"}
    assert web.requests[0].headers["User-Agent"] == "uitslagbot"
    await source.look(NIGHT, NOW + timedelta(seconds=30))
    assert addresses(web)[7:] == ["uefa.champions/scoreboard"]
    assert len(observations[1].kicks) == 6
    await source.look(NIGHT, NOW + timedelta(hours=1))
    assert len(addresses(web)) == 14


async def test_what_a_summary_told_stays_at_the_next_look() -> None:
    source = Espn(Web(answering).client(), URL)
    first = await source.look(NIGHT, NOW)
    assert await source.look(NIGHT, NOW + timedelta(seconds=30)) == first


async def test_a_night_without_matches_is_no_trouble() -> None:
    web = always(httpx.Response(200, json={"events": []}))
    source = Espn(web.client(), URL)
    assert await source.look(NIGHT, NOW) == ()
    assert await source.look(NIGHT, NOW + timedelta(minutes=5)) == ()
    assert len(web.requests) == len(COMPETITIONS)


async def test_a_competition_that_cannot_be_read_does_not_lose_the_others(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(400) if "conf_qual" in request.url.path else answering(request)

    with caplog.at_level(logging.WARNING):
        assert len(await Espn(Web(answer).client(), URL).look(NIGHT, NOW)) == 3
    assert "uefa.europa.conf_qual/scoreboard: the server answers 400" in caplog.messages[0]


async def test_a_source_that_refuses_us_everywhere_is_told_and_asked_no_further_than_it_says() -> None:
    web = always(httpx.Response(403))
    with pytest.raises(SourceError, match=r"access is refused \(403\)"):
        await Espn(web.client(), URL).look(NIGHT, NOW)
    web = always(httpx.Response(429, headers={"Retry-After": "60"}))
    with pytest.raises(SourceError, match="asked too often") as raised:
        await Espn(web.client(), URL).look(NIGHT, NOW)
    assert (raised.value.wait, len(web.requests)) == (60.0, 1)


async def test_when_no_match_can_be_read_the_source_has_changed() -> None:
    web = always(httpx.Response(200, json={"games": []}))
    with pytest.raises(SourceError, match="another shape than it had"):
        await Espn(web.client(), URL).look(NIGHT, NOW)


async def test_a_summary_that_fails_leaves_the_match_as_the_scoreboard_has_it() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(500) if request.url.path.endswith("/summary") else answering(request)

    source = Espn(Web(answer).client(), URL)
    observations = await source.look(NIGHT, NOW)
    assert observations[1].match.penalties == Score(2, 1)
    assert "the server is in trouble" in source.problems[0]

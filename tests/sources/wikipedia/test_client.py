"""How Wikipedia is asked: in few requests, politely, and for nothing twice."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from bot.football.model import CHAMPIONS_LEAGUE, Match, Season
from bot.football.season.as_of import over_at
from bot.local.sources.faults import FaultKind
from bot.sources.errors import SourceError
from bot.sources.wikipedia.api import AT_ONCE, MediaWiki, user_agent
from tests.football.builders import goal, match
from tests.sources.live_web import Web
from tests.sources.wikipedia.wikis import wiki

SEASON = Season(2026)
URL = "https://wiki.example/w/api.php"


def opening_night() -> list[Match]:
    first = match(
        *("A", "B", "2-1"),
        competition="CL",
        season=2026,
        round="LEAGUE",
        matchday=1,
        date="2026-09-08",
        time="21:00",
        goals=[goal("A", 10), goal("A", 20), goal("B", 30)],
    )
    return [replace(first, goals=tuple(replace(scored, scorer="Player") for scored in first.goals))]


MORNING = datetime(2026, 9, 9, 8, 0, tzinfo=UTC)


async def test_a_restart_asks_only_whether_something_is_new() -> None:
    async with wiki(opening_night(), MORNING) as online:
        first = await online.source().of_season(SEASON, [CHAMPIONS_LEAGUE])
        assert [shown.match.score for shown in first] == [opening_night()[0].score]
        begun = online.requests
        assert begun == 3  # numbers of revisions, the one text, the pages of the clubs
        again = await online.source().of_season(SEASON, [CHAMPIONS_LEAGUE])
        assert again == first
        assert online.requests == begun + 1


async def test_the_matches_of_days_and_of_an_evening_are_those_of_the_season() -> None:
    async with wiki(opening_night(), MORNING) as online:
        source, day = online.source(), MORNING.date() - timedelta(days=1)
        assert len(await source.look(day, MORNING)) == 1
        assert len(await source.of_days(day, day)) == 1
        assert await source.of_days(MORNING.date(), MORNING.date()) == ()


async def test_a_club_is_spelled_by_the_page_that_its_link_leads_to() -> None:
    async with wiki(opening_night(), MORNING) as online:
        home = opening_night()[0].home.name
        online.server.wiki.redirects = {home: "A Football Club"}
        (shown,) = await online.source().of_season(SEASON, [CHAMPIONS_LEAGUE])
        assert shown.match.home.name == "A Football Club"
        assert {scored.club.name for scored in shown.match.goals} == {
            "A Football Club",
            shown.match.away.name,
        }


@pytest.mark.parametrize(
    ("fault", "seconds", "reason"),
    [
        (FaultKind.TOO_OFTEN, 7, "asked too often"),
        (FaultKind.UNAVAILABLE, 7, "in trouble"),
        (FaultKind.MAXLAG, 7, "is busy .maxlag."),
        (FaultKind.SERVER_ERROR, None, "in trouble"),
        (FaultKind.HALF_AN_ANSWER, None, "cut off or damaged"),
    ],
)
async def test_trouble_says_how_long_to_leave_the_servers_alone(
    fault: FaultKind, seconds: float | None, reason: str
) -> None:
    async with wiki(opening_night(), MORNING) as online:
        online.fault, online.seconds = fault, seconds or 0
        source = online.source()
        with pytest.raises(SourceError, match=reason) as raised:
            await source.of_season(SEASON, [CHAMPIONS_LEAGUE])
        assert raised.value.wait == seconds
        online.fault = None
        assert len(await source.of_season(SEASON, [CHAMPIONS_LEAGUE])) == 1


async def test_a_score_of_a_match_under_way_is_none_yet() -> None:
    night = opening_night()
    async with wiki(night, over_at(night[0]) - timedelta(minutes=1)) as online:
        (shown,) = await online.source().of_season(SEASON, [CHAMPIONS_LEAGUE])
        assert shown.editable
        assert (shown.match.score, shown.match.goals, shown.match.status.is_to_begin) == (None, (), True)
        online.now += timedelta(minutes=1)
        (shown,) = await online.source().of_season(SEASON, [CHAMPIONS_LEAGUE])
        assert shown.match.has_result


def _answering(*answers: object) -> Web:
    left = list(answers)
    return Web(lambda _request: httpx.Response(200, text=json.dumps(left.pop(0))))


def _page(title: str, number: int, text: str = "") -> dict[str, object]:
    slots = {"slots": {"main": {"content": text}}} if text else {}
    return {"title": title, "revisions": [{"revid": number, "timestamp": "2026-09-08T21:00:00Z", **slots}]}


async def test_a_request_names_the_program_and_asks_as_it_should() -> None:
    web = _answering({"query": {"pages": [_page("A", 1)]}})
    await MediaWiki(web.client(), URL, user_agent("somebody@example.org")).newest(["A"])
    (request,) = web.requests
    assert request.headers["User-Agent"].startswith("Uitslagbot/0")
    assert "https://" in request.headers["User-Agent"]
    assert request.headers["User-Agent"].endswith("; somebody@example.org)")
    assert request.headers["Accept-Encoding"] == "gzip"
    asked_for = dict(request.url.params)
    assert (asked_for["maxlag"], asked_for["redirects"], asked_for["formatversion"]) == ("5", "1", "2")
    assert asked_for["rvprop"] == "ids|timestamp"


async def test_fifty_titles_go_in_one_request_and_none_of_them_twice() -> None:
    titles = [f"Page {number}" for number in range(AT_ONCE + 1)]
    answers = [
        {"query": {"pages": [_page(title, 1) for title in titles[:AT_ONCE]]}},
        {"query": {"pages": [_page(titles[-1], 1)]}},
    ]
    web = _answering(*answers)
    assert len(await MediaWiki(web.client(), URL, "x").newest([*titles, *titles])) == AT_ONCE + 1
    assert [request.url.params["titles"].count("|") for request in web.requests] == [AT_ONCE - 1, 0]


async def test_titles_are_followed_to_their_page_and_one_that_is_not_there_is_left_out() -> None:
    query = {
        "normalized": [{"from": "a_b", "to": "A b"}],
        "redirects": [{"from": "A b", "to": "C"}, {"from": "Round", "to": "Round"}],
        "pages": [_page("C", 7, "text"), {"title": "Gone", "missing": True}, {"title": "Round"}],
    }
    web = _answering({"query": query}, {"query": query})
    api = MediaWiki(web.client(), URL, "x")
    found = await api.texts(["a_b", "Gone", "Round"])
    assert {title: (page.title, page.number, page.text) for title, page in found.items()} == {
        "a_b": ("C", 7, "text")
    }
    assert await api.targets(["a_b", "Gone", "Round"]) == {"a_b": "C", "Gone": "Gone", "Round": "Round"}


async def test_an_answer_in_parts_is_put_together_and_one_without_an_end_is_none() -> None:
    part = {"query": {"pages": [_page("A", 1, "a"), {"title": "B"}]}, "continue": {"rvcontinue": "1"}}
    end = {"query": {"pages": [{"title": "A"}, _page("B", 2, "b")]}}
    web = _answering(part, end)
    found = await MediaWiki(web.client(), URL, "x").texts(["A", "B"])
    assert {title: page.text for title, page in found.items()} == {"A": "a", "B": "b"}
    assert web.requests[1].url.params["rvcontinue"] == "1"
    endless = Web(lambda _request: httpx.Response(200, text=json.dumps(part)))
    with pytest.raises(SourceError, match="without an end"):
        await MediaWiki(endless.client(), URL, "x").texts(["A", "B"])


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ([], "is no object"),
        ({"error": {"code": "badtoken", "info": "No."}}, "answers with an error .badtoken: No."),
        ({"error": {"code": "ratelimited", "info": "Slower."}}, "is busy .ratelimited."),
    ],
)
async def test_an_answer_that_is_none_is_an_error(answer: object, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        await MediaWiki(_answering(answer).client(), URL, "x").newest(["A"])


async def test_nothing_is_asked_where_no_title_is_given() -> None:
    web = _answering()
    assert await MediaWiki(web.client(), URL, "x").newest(["", "A|B"]) == {}
    assert web.requests == []

"""openfootball's files over the web: fetched when they changed, and refused when they are something else."""

from __future__ import annotations

from datetime import UTC, date, datetime

import httpx
import pytest

from bot.football.model import EUROPA_LEAGUE, Leg, Score, Season, Status
from bot.sources.errors import SourceError
from bot.sources.openfootball import FILES, Openfootball
from tests.sources.live_web import Web, always

URL = "https://files.example/champions-league"
NIGHT = date(2026, 2, 26)
NOW = datetime(2026, 2, 27, 8, tzinfo=UTC)
EUROPA = """= UEFA Europa League 2025/26

» Playoffs - 2nd Leg
  Thu Feb/26 2026
    18.45  Ajax (NED) v Benfica (POR)  2-1 (1-0)
    21.00  Celtic (SCO) v Lille OSC (FRA)
  Thu Mar/12 2026
    21.00  Ajax (NED) v Celtic (SCO)
"""


def with_europa(text: str = EUROPA, etag: str = '"1"') -> Web:
    def answer(request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("/2025-26/el.txt"):
            return httpx.Response(404)
        if request.headers.get("If-None-Match") == etag:
            return httpx.Response(304)
        return httpx.Response(200, text=text, headers={"ETag": etag})

    return Web(answer)


async def test_an_evening_is_read_from_the_files_that_there_are() -> None:
    web = with_europa()
    observations = await Openfootball(web.client(), URL).look(NIGHT, NOW)
    assert [(observation.match.home.name, observation.match.status) for observation in observations] == [
        ("Ajax", Status.PLAYED),
        ("Celtic", Status.SCHEDULED),
    ]
    ajax = observations[0].match
    assert (ajax.competition, ajax.season, ajax.leg) == (EUROPA_LEAGUE, Season(2025), Leg.SECOND)
    assert (ajax.full_time, ajax.half_time, ajax.source) == (Score(2, 1), Score(1, 0), "openfootball")
    assert len(web.requests) == len(FILES)


async def test_a_file_that_has_not_changed_is_not_fetched_again() -> None:
    web = with_europa()
    source = Openfootball(web.client(), URL)
    first = await source.look(NIGHT, NOW)
    assert await source.look(NIGHT, NOW) == first
    assert [
        request.headers.get("If-None-Match") for request in web.requests if "el.txt" in request.url.path
    ] == [
        None,
        '"1"',
    ]


async def test_it_is_no_source_to_ask_every_half_minute() -> None:
    source = Openfootball(with_europa().client(), URL)
    assert (source.can.live, source.name) == (False, "openfootball")


async def test_a_season_without_any_file_is_told() -> None:
    with pytest.raises(SourceError, match=r"no file of 2025/26 there .yet.: check OPENFOOTBALL_URL"):
        await Openfootball(always(httpx.Response(404)).client(), URL).look(NIGHT, NOW)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<html>Sign in</html>", "a web page instead of a file"),
        (EUROPA.replace("Europa", "Champions"), "holds CL 2025/26 instead of EL 2025/26"),
        (EUROPA.replace("2025/26", "2024/25"), "holds EL 2024/25 instead of EL 2025/26"),
        (EUROPA[: len(EUROPA) // 3] + " v", "line 5"),
        ("", "no match in it"),
    ],
)
async def test_a_file_that_is_something_else_is_told(text: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        await Openfootball(with_europa(text).client(), URL).look(NIGHT, NOW)


async def test_one_bad_file_does_not_hold_up_the_others() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/el.txt"):
            return httpx.Response(200, text=EUROPA)
        return httpx.Response(500 if request.url.path.endswith("/cl.txt") else 404)

    source = Openfootball(Web(answer).client(), URL)
    assert len(await source.look(NIGHT, NOW)) == 2
    assert source.problems == (
        f"{URL}/2025-26/cl.txt: the server is in trouble (500): it is asked again at the next look",
    )


async def test_an_unreadable_line_costs_that_line_and_is_logged_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    text = EUROPA.replace("(1-0)", "hurray")
    web = with_europa(text)
    source = Openfootball(web.client(), URL)
    for _ in range(2):
        assert [found.match.home.name for found in await source.look(NIGHT, NOW)] == ["Celtic"]
        assert source.problems == (
            f"{URL}/2025-26/el.txt, line 5: expected nothing behind the score, but there stands 'hurray'",
        )
    assert caplog.text.count("hurray") == 1


async def test_a_server_that_wants_to_be_left_alone_is_left_alone() -> None:
    web = always(httpx.Response(429, headers={"Retry-After": "60"}))
    with pytest.raises(SourceError, match="ask again after 60 seconds"):
        await Openfootball(web.client(), URL).look(NIGHT, NOW)
    assert len(web.requests) == 1


async def test_text_in_another_encoding_is_told() -> None:
    with pytest.raises(SourceError, match="is no text in UTF-8"):
        await Openfootball(always(httpx.Response(200, content=b"= \xff\xfe")).client(), URL).look(NIGHT, NOW)

"""However an answer changes its shape, a live source tells of it; it never falls over."""

from __future__ import annotations

import asyncio
import contextlib
import copy
from collections.abc import Iterator
from datetime import UTC, date, datetime

import httpx
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.sources.api_football.client import ApiFootball
from bot.sources.api_football.quota import Budget
from bot.sources.errors import SourceError
from bot.sources.espn.client import Espn
from bot.sources.espn.reading import read_espn
from bot.sources.espn.summary import with_summary
from bot.sources.live import InMemory
from bot.sources.uefa.client import Uefa
from tests.sources.live_web import always, recorded

NIGHT = date(2026, 2, 25)
NOW = datetime(2026, 2, 25, 21, 50, tzinfo=UTC)
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(
        ["", " ", "1", "-1", "0001-01-01", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "LIVE", "OWN"]
    )
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
Way = tuple[str | int, ...]


def ways(value: object, way: Way = ()) -> Iterator[Way]:
    yield way
    inner: object
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from ways(inner, (*way, key))


def changed(payload: object, way: Way, anything: object) -> object:
    if not way:
        return anything
    found = copy.deepcopy(payload)
    inner = found
    for key in way[:-1]:
        inner = inner[key]  # type: ignore[index]  # the way was found in it
    inner[way[-1]] = anything  # type: ignore[index]  # the same
    return found


UEFA, API_FOOTBALL = recorded("uefa.json"), recorded("api_football.json")
ESPN, ESPN_SUMMARY = recorded("espn.json"), recorded("espn_summary.json")
UEFA_WAYS, API_FOOTBALL_WAYS = list(ways(UEFA)), list(ways(API_FOOTBALL))
ESPN_WAYS, ESPN_SUMMARY_WAYS = list(ways(ESPN)), list(ways(ESPN_SUMMARY))


@given(st.sampled_from(UEFA_WAYS), ANYTHING)
def test_uefa_may_send_anything_anywhere(way: Way, anything: object) -> None:
    web = always(httpx.Response(200, json=changed(UEFA, way, anything)))
    with contextlib.suppress(SourceError):
        asyncio.run(Uefa(web.client(), "https://uefa.example").look(NIGHT, NOW))


@given(st.sampled_from(API_FOOTBALL_WAYS), ANYTHING)
def test_api_football_may_send_anything_anywhere(way: Way, anything: object) -> None:
    web = always(httpx.Response(200, json=changed(API_FOOTBALL, way, anything)))
    source = ApiFootball(web.client(), "https://api.example", SecretStr("key"), Budget(InMemory()))
    with contextlib.suppress(SourceError):
        asyncio.run(source.look(NIGHT, NOW))


@given(st.sampled_from(ESPN_WAYS), ANYTHING)
def test_espn_may_send_anything_anywhere(way: Way, anything: object) -> None:
    web = always(httpx.Response(200, json=changed(ESPN, way, anything)))
    with contextlib.suppress(SourceError):
        asyncio.run(Espn(web.client(), "https://espn.example").look(NIGHT, NOW))


@given(st.sampled_from(ESPN_SUMMARY_WAYS), ANYTHING)
def test_a_summary_of_espn_may_hold_anything_anywhere(way: Way, anything: object) -> None:
    final = read_espn(ESPN, "uefa.champions").matches[1]
    found, _ = with_summary(final, changed(ESPN_SUMMARY, way, anything))
    match = found.observation.match
    assert (match.extra_time, match.penalties) == (
        final.observation.match.extra_time,
        final.observation.match.penalties,
    )
    assert len(match.goals) == 2

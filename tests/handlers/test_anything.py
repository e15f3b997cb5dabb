"""Whatever is typed inline and whatever a button carries: never an exception, and always an answer."""

from __future__ import annotations

import asyncio
from datetime import datetime
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.football.model import AMSTERDAM
from bot.handlers.query import About, Back, Query
from bot.handlers.request import Request
from bot.local.telegram import people
from bot.local.telegram.html import parse_html
from bot.views.answer import Style, pages
from bot.words import LANGUAGES
from tests.chat import A_EUROPEAN_NIGHT, talking
from tests.shared import answering

EUROPEAN = [
    "Arsenal",
    "Sporting",
    "Milan",
    "EL",
    "2017/18",
    "22-02-2018",
    "2018",
    "gisteren",
    "-",
    "Schalke 04",
    "@",
]


@cache
def club_ids() -> list[str]:
    return sorted(answering().result.knowledge.results.clubs())


typed = st.text(max_size=256) | st.lists(st.sampled_from(EUROPEAN), max_size=6).map(" ".join)
parts = st.sampled_from(["u", "a", "p", "s", "k", "v", "o", "i", "g", "x", ""])
cells = (
    st.text(max_size=12)
    | st.sampled_from(
        ["EL", "CL", "2017", "R32", "GROUP", "LEAGUE", "F", "20180222", "1", "2", "e", "1e", "c", "r"]
    )
    | st.deferred(lambda: st.sampled_from(club_ids()))
)
anything = st.text(min_size=1, max_size=64) | st.builds(
    lambda kind, rest: "|".join((kind, *rest)), parts, st.lists(cells, max_size=8)
)
plausible = st.builds(
    Query,
    clubs=st.deferred(lambda: st.lists(st.sampled_from(club_ids()), max_size=3)).map(tuple),
    competition=st.sampled_from(
        [None, *(season for season, _ in answering().result.knowledge.results.seasons()[:3])]
    ),
    season=st.sampled_from([None, *(season for _, season in answering().result.knowledge.results.seasons())]),
    round=st.none(),
    day=st.none() | st.dates(),
    about=st.sampled_from(About),
    back=st.none() | st.sampled_from(Back),
)


def _is_sent(html: str) -> None:
    for style in (Style(), Style(spoilers=True)):
        for page in pages(style.of(html)):
            text, _ = parse_html(page)
            assert 1 <= len(text.encode("utf-16-le")) // 2 <= 4096


@given(typed, st.sampled_from(sorted(LANGUAGES)))
@settings(deadline=None)
def test_whatever_is_typed_inline_is_offered_something(text: str, language: str) -> None:
    offered = answering().inline_results.to(Request(text[:256], A_EUROPEAN_NIGHT), LANGUAGES[language])
    assert offered.results
    for offer in offered.results:
        assert offer.title.strip()
        _is_sent(offer.answer.html)


@given(anything)
@settings(deadline=None)
def test_whatever_a_button_carries_is_answered_or_refused(data: str) -> None:
    answer = answering().pressed(data, Request("", A_EUROPEAN_NIGHT), LANGUAGES["nl"])
    if answer:
        _is_sent(answer.html)


@given(plausible, st.datetimes(datetime(1990, 7, 1), datetime(2027, 6, 30)))  # noqa: DTZ001 - gets its zone below
@settings(deadline=None)
def test_every_question_that_a_button_could_ask_is_answered_at_every_moment(
    ask: Query, now: datetime
) -> None:
    at = Request("", now.replace(tzinfo=AMSTERDAM))
    answer = answering().pressed(ask.data, at, LANGUAGES["en"]) if ask.data else None
    if answer:
        _is_sent(answer.html)
        assert all(len(button.data.encode()) <= 64 for row in answer.buttons for button in row)


@given(st.lists(anything.filter(lambda data: len(data.encode()) <= 64), min_size=1, max_size=5), typed)
@settings(deadline=None, max_examples=30)
def test_telegram_hears_an_answer_to_every_press_and_every_inline_query(data: list[str], text: str) -> None:
    asyncio.run(_press_and_ask(data, text))


async def _press_and_ask(data: list[str], text: str) -> None:
    async with talking(answering()) as chat:
        answer = await chat.say("/uitslag Arsenal")
        for pressed in data:
            people.press_forged(chat.telegram, chat.chat, chat.user, answer.id, pressed)
        people.ask_inline(chat.telegram, chat.user, text[:256])
        await chat.settle()
        assert all(query.answered for query in chat.telegram.callback_queries.values())
        assert not chat.telegram.inline_queries
        assert all("message is not modified" in reason for _, reason in chat.refusals)

"""A long answer falls into messages that Telegram takes whole: short, with few marks, each by itself."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.local.telegram.html import parse_html
from bot.views.answer import (
    HIDDEN,
    LONGEST_MESSAGE,
    MOST_ENTITIES,
    Style,
    bold,
    fold,
    lines,
    pages,
    paragraphs,
    secret,
)


def shown(html: str) -> str:
    return parse_html(html)[0]


def test_an_answer_with_more_marks_than_telegram_keeps_goes_on_in_another_message() -> None:
    parts = pages("\n".join(bold(f"Club {number}") for number in range(150)))
    assert [len(parse_html(page)[1]) for page in parts] == [97, 53]


def test_hidden_results_below_each_other_are_hidden_as_one() -> None:
    parts = paragraphs("Finale", lines(*(secret(f"Club {number} 1-0") for number in range(150))))
    (page,) = pages(HIDDEN.of(parts))
    _, (hidden,) = parse_html(page)
    assert hidden["type"] == "spoiler"
    assert hidden["offset"] + hidden["length"] == len(shown(page))


def test_what_is_hidden_stays_hidden_on_the_next_message() -> None:
    parts = secret("\n".join(f"{bold('Ajax')} – Gast {number} 4-0" for number in range(400)))
    found = pages(Style(spoilers=True).of(fold(parts)))
    assert len(found) > 3
    for page in found:
        text, entities = parse_html(page)
        assert len(entities) <= MOST_ENTITIES
        whole = (0, len(text.encode("utf-16-le")) // 2)
        assert {entity["type"] for entity in entities if (entity["offset"], entity["length"]) == whole} == {
            "spoiler",
            "expandable_blockquote",
        }


def test_a_heading_stays_with_its_table() -> None:
    table = "<pre>" + "\n".join("Ajax 6 12" for _ in range(380)) + "</pre>"
    first, second = pages(paragraphs(bold("Groep A"), table, f"🏆 {bold('Groep B')}", table))
    assert first == paragraphs(bold("Groep A"), table)
    assert second == paragraphs(f"🏆 {bold('Groep B')}", table)


BLOCKS = st.lists(
    st.builds(
        lambda text, marks, times: "\n".join(
            [f"{''.join(f'<{mark}>' for mark in marks)}{text}{''.join(f'</{mark}>' for mark in marks[::-1])}"]
            * times
        ),
        st.text(st.sampled_from("ab é😀/@#."), min_size=1, max_size=300),
        st.lists(st.sampled_from(["b", "i", "tg-spoiler"]), max_size=2, unique=True),
        st.integers(1, 120),
    ),
    max_size=6,
)


@given(BLOCKS)
def test_no_message_is_longer_or_has_more_marks_than_telegram_takes_and_no_text_is_lost(
    blocks: list[str],
) -> None:
    parts = "\n\n".join(blocks)
    found = pages(parts)
    for page in found:
        text, entities = parse_html(page)
        assert len(text.encode("utf-16-le")) // 2 <= LONGEST_MESSAGE
        assert len(entities) <= MOST_ENTITIES
    joined = "".join(shown(page) for page in found)
    assert re.sub(r"\s", "", joined) == re.sub(r"\s", "", shown(parts))

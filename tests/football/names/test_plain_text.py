"""What others wrote is shown without what can't be seen and changes what stands around it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.names.plain_text import plain


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ajax", "Ajax"),
        ("Bodø/Glimt – ’s-Hertogenbosch", "Bodø/Glimt – ’s-Hertogenbosch"),
        ("\x00Ajax\x1b[2J", " Ajax [2J"),
        ("Ajax\u202e)enil", "Ajax)enil"),
        ("\u2067Ajax\u2069\u200f", "Ajax"),
        ("Ajax\r\nPSV", "Ajax\nPSV"),
        ("Ajax\u2028PSV", "Ajax PSV"),
        ("A\ud800jax\udfff", "Ajax"),
        ("\ufeffAjax\ufffe", "Ajax"),
        # Joiners are part of how emoji and some scripts are written.
        ("👨‍👩‍👧 می‌خواهم", "👨‍👩‍👧 می‌خواهم"),
    ],
)
def test_a_name_is_shown_without_what_can_not_be_seen(written: str, shown: str) -> None:
    assert plain(written) == shown


@given(st.text(st.characters()))
def test_nothing_is_left_that_telegram_refuses_or_that_turns_the_text_around(written: str) -> None:
    found = plain(written)
    found.encode()
    assert plain(found) == found
    for letter in found:
        assert letter == "\n" or unicodedata.category(letter) != "Cc"
        assert unicodedata.bidirectional(letter) not in {
            "LRE",
            "RLE",
            "LRO",
            "RLO",
            "PDF",
            "LRI",
            "RLI",
            "FSI",
            "PDI",
        }

"""What Telegram keeps of styles around code."""

from __future__ import annotations

import pytest

from bot.local.telegram.html import parse_html

Piece = tuple[str, int, int]


def _kept(html: str) -> list[Piece]:
    _, entities = parse_html(html)
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<tg-spoiler><pre>table</pre></tg-spoiler>", [("pre", 0, 5)]),
        (
            "<tg-spoiler>ab<pre>cd</pre>ef</tg-spoiler>",
            [("spoiler", 0, 2), ("pre", 2, 2), ("spoiler", 4, 2)],
        ),
        ("<b>a<code>b</code></b><code>c</code>", [("bold", 0, 1), ("code", 1, 1), ("code", 2, 1)]),
        ("<i>a</i><pre>b</pre>", [("italic", 0, 1), ("pre", 1, 1)]),
        ("<pre>a</pre><i>b</i>", [("pre", 0, 1), ("italic", 1, 1)]),
        ("<blockquote>a<pre>b</pre></blockquote>", [("blockquote", 0, 2), ("pre", 1, 1)]),
        ("<tg-spoiler>a<b>b</b></tg-spoiler>", [("spoiler", 0, 2), ("bold", 1, 1)]),
    ],
)
def test_a_style_stops_at_the_edges_of_code(html: str, kept: list[Piece]) -> None:
    assert _kept(html) == kept

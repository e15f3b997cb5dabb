import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.telegram.html import CannotParseError, parse_html, plain_text, utf16_length


def test_the_score_in_bold_is_one_entity_counted_in_utf16_units() -> None:
    text, entities = parse_html("🏆 <b>Arsenal – Östersunds FK</b> 1-2")
    assert text == "🏆 Arsenal – Östersunds FK 1-2"
    assert entities == [{"type": "bold", "offset": 3, "length": 23}]


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
        ("tg-spoiler", "spoiler"),
        ("B", "bold"),
    ],
)
def test_every_tag_of_telegram_is_read(tag: str, kind: str) -> None:
    assert parse_html(f"<{tag}>Ajax</{tag}>") == ("Ajax", [{"type": kind, "offset": 0, "length": 4}])


@pytest.mark.parametrize(
    ("html", "entity"),
    [
        ('<a href="https://uefa.com">x</a>', {"type": "text_link", "url": "https://uefa.com/"}),
        ("<a href='uefa.com/a?b=1&amp;c=2'>x</a>", {"type": "text_link", "url": "http://uefa.com/a?b=1&c=2"}),
        ('<a href="tg://user?id=42">x</a>', {"type": "text_mention", "user": {"id": 42}}),
        ('<span class="tg-spoiler">x</span>', {"type": "spoiler"}),
        ("<blockquote expandable>x</blockquote>", {"type": "expandable_blockquote"}),
        ('<tg-emoji emoji-id="5368">x</tg-emoji>', {"type": "custom_emoji", "custom_emoji_id": "5368"}),
        ('<pre><code class="language-py">x</code></pre>', {"type": "pre", "language": "py"}),
        ('<code class="language-py">x</code>', {"type": "code"}),
        (
            '<tg-time unix="1519331700" format="t">x</tg-time>',
            {"type": "date_time", "unix_time": 1519331700, "date_time_format": "t"},
        ),
        ('<b class="ignored" other=1>x</b>', {"type": "bold"}),
        ("<b>x</>", {"type": "bold"}),
    ],
)
def test_attributes_are_read_where_they_mean_something(html: str, entity: dict[str, object]) -> None:
    assert parse_html(html) == ("x", [{**entity, "offset": 0, "length": 1}])


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Brighton & Hove", "Brighton & Hove"),
        ("&lt;1 &gt;2 &amp; &quot;x&quot;", '<1 >2 & "x"'),
        ("&nbsp;&apos;&eacute;", "&nbsp;&apos;&eacute;"),
        ("&#65;&#x42;&#9917;", "AB⚽"),
        ("&amp x &lt", "& x <"),
        ("&#0; &#x110000; &#;", "&#0; &#x110000; &#;"),
        ("&" + "#" + "9" * 5000, "&" + "#" + "9" * 5000),
        ("a > b", "a > b"),
        ("<b></b>niets", "niets"),
        ('<a href="nergens heen">x</a>', "x"),
    ],
)
def test_only_four_names_and_numbers_are_decoded(html: str, text: str) -> None:
    assert parse_html(html) == (text, [])


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("é <club>", 'Unsupported start tag "club" at byte offset 3'),
        ("<b>Arsenal", 'Can\'t find end tag corresponding to start tag "b"'),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b ", 'Empty attribute name in the tag "b" at byte offset 0'),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x$y>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="x">x</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_telegram_says_where_the_html_is_wrong(html: str, complaint: str) -> None:
    with pytest.raises(CannotParseError, match=re.escape(complaint)):
        parse_html(html)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(CannotParseError, match="invalid Unicode"):
        parse_html("&#xd83c;")


def test_nested_entities_come_outer_first() -> None:
    _, entities = parse_html("<b>Arsenal <i>door</i></b>")
    assert [entity["type"] for entity in entities] == ["bold", "italic"]


def test_plain_text_is_what_a_reader_sees() -> None:
    assert plain_text("<b>Arsenal</b> &amp; <i>Ajax</i>\n") == "Arsenal & Ajax"


@given(st.text())
def test_what_is_escaped_comes_back_as_it_was(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert parse_html(f"<b>{escaped}</b>")[0] == text


@given(st.text(alphabet="<>/&;#ab =\"'é🏆\n", max_size=40))
def test_whatever_is_written_is_read_or_refused(html: str) -> None:
    try:
        text, entities = parse_html(html)
    except CannotParseError:
        return
    length = utf16_length(text)
    assert all(0 <= entity["offset"] < entity["offset"] + entity["length"] <= length for entity in entities)

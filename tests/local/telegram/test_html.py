import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.html import CannotParseError, parse_html, plain_text, utf16_length
from bot.local.telegram.refusals import LocalTelegramError
from tests.local.bot_side import BotSide, started


def test_the_score_in_bold_is_one_entity_counted_in_utf16_units() -> None:
    text, entities = parse_html("🏆 <b>Arsenal – Östersunds FK</b> 1-2")
    assert text == "🏆 Arsenal – Östersunds FK 1-2"
    assert entities == [{"type": "bold", "offset": 3, "length": 23}]


@pytest.mark.parametrize(
    ("html", "entity"),
    [
        ("<b>x</b>", {"type": "bold"}),
        ("<i>x</i>", {"type": "italic"}),
        ("<u>x</u>", {"type": "underline"}),
        ("<code>x</code>", {"type": "code"}),
        ("<pre>x</pre>", {"type": "pre"}),
        ("<tg-spoiler>x</tg-spoiler>", {"type": "spoiler"}),
        ("<blockquote>x</blockquote>", {"type": "blockquote"}),
        ("<blockquote expandable>x</blockquote>", {"type": "expandable_blockquote"}),
        (
            '<tg-time unix="1519331700" format="t">x</tg-time>',
            {"type": "date_time", "unix_time": 1519331700, "date_time_format": "t"},
        ),
    ],
)
def test_every_tag_that_the_bot_writes_is_read(html: str, entity: dict[str, object]) -> None:
    assert parse_html(html) == ("x", [{**entity, "offset": 0, "length": 1}])


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("&lt;1 &gt;2 &amp; &quot;x&quot;", '<1 >2 & "x"'),
        ("&amp;nbsp;", "&nbsp;"),
        ("a > b", "a > b"),
        ("<b></b>niets", "niets"),
    ],
)
def test_references_become_letters(html: str, text: str) -> None:
    assert parse_html(html) == (text, [])


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("é <club>", 'Unsupported start tag "club" at byte offset 3'),
        ('<a href="https://uefa.com">x</a>', 'Unsupported start tag "a" at byte offset 0'),
        ('<tg-time unix="x">x</tg-time>', 'Unsupported start tag "tg-time" at byte offset 0'),
        ("Brighton & Hove", "Unescaped ampersand at byte offset 9"),
        ("&nbsp;", "Unescaped ampersand at byte offset 0"),
        ("<b>Arsenal", 'Can\'t find end tag corresponding to start tag "b"'),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
    ],
)
def test_what_the_bot_does_not_write_is_refused(html: str, complaint: str) -> None:
    with pytest.raises(CannotParseError, match=re.escape(complaint)):
        parse_html(html)


def test_nested_entities_come_outer_first() -> None:
    _, entities = parse_html("<b>Arsenal <i>door</i></b>")
    assert [entity["type"] for entity in entities] == ["bold", "italic"]


@pytest.mark.parametrize("tag", ["tg-spoiler", "b"])
async def test_a_table_that_is_hidden_or_bold_fails_since_telegram_would_show_it_plain(
    telegram: LocalTelegram, bot: BotSide, tag: str
) -> None:
    table = f"<{tag}>1. Ajax <pre>3</pre></{tag}>"
    with pytest.raises(LocalTelegramError, match="a style around pre is lost"):
        await bot.do("sendMessage", chat_id=started(telegram), text=table, parse_mode="HTML")
    quoted = "<blockquote><i>1.</i> <pre>3</pre></blockquote>"
    await bot.do("sendMessage", chat_id=started(telegram), text=quoted, parse_mode="HTML")


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

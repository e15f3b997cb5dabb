"""Telegram's HTML, read strictly: the tags and references that the bot writes become plain text and entities.

Telegram takes more; here whatever the bot does not write is refused, so that a test sees it. The wording is
that of parse_html in tdlib/td, MessageEntity.cpp.
"""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from bot.errors import BotError

Entity: TypeAlias = dict[str, Any]
"""A MessageEntity as the Bot API writes it; offset and length count UTF-16 units."""
_KINDS = {
    "b": "bold",
    "i": "italic",
    "u": "underline",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-time": "date_time",
}
_REFERENCES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}
_TOKEN = re.compile(
    r"<(?P<start>b|i|u|tg-spoiler|code|pre|blockquote(?P<expandable> expandable)?"
    r'|tg-time unix="(?P<unix>[0-9]{1,10})"(?: format="(?P<format>[a-zA-Z]+)")?)>'
    r"|</(?P<end>[a-z-]+)>|(?P<reference>&(?:lt|gt|amp|quot);)|(?P<wrong>[<&])"
)
_TAG_NAME = re.compile(r"/?[^ >]*")


class CannotParseError(BotError):
    """What Telegram says after "can't parse entities: "."""


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain_text(html: str) -> str:
    """What a reader sees of the HTML, without any mark-up."""
    return parse_html(html)[0].strip()


def parse_html(html: str) -> tuple[str, list[Entity]]:
    """The text and its entities, outer before inner; CannotParseError where it is not what the bot writes."""
    text, at = "", 0
    entities: list[Entity] = []
    opened: list[tuple[str, Entity]] = []
    for token in _TOKEN.finditer(html):
        text += html[at : token.start()]
        at = token.end()
        if token["reference"]:
            text += _REFERENCES[token["reference"]]
        elif token["start"]:
            opened.append(_opened(token, utf16_length(text)))
        elif token["end"]:
            entity = _closed(token, opened)
            entity["length"] = utf16_length(text) - entity["offset"]
            entities += [entity] if entity["length"] else []
        elif token["wrong"] == "&":
            raise _fault("Unescaped ampersand", token)
        else:
            name = _TAG_NAME.match(html, at)
            raise _fault(f'Unsupported start tag "{name[0] if name else ""}"', token)
    if opened:
        raise CannotParseError(f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"')
    return text + html[at:], sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _opened(token: re.Match[str], offset: int) -> tuple[str, Entity]:
    tag = token["start"].partition(" ")[0]
    kind = "expandable_blockquote" if token["expandable"] else _KINDS[tag]
    entity: Entity = {"type": kind, "offset": offset, "length": 0}
    if token["unix"]:
        entity["unix_time"] = int(token["unix"])
    if token["format"]:
        entity["date_time_format"] = token["format"]
    return tag, entity


def _closed(token: re.Match[str], opened: list[tuple[str, Entity]]) -> Entity:
    if not opened:
        raise _fault("Unexpected end tag", token)
    tag, entity = opened.pop()
    if tag != token["end"]:
        raise _fault("Unmatched end tag", token, f', expected "</{tag}>", found "</{token["end"]}>"')
    return entity


def _fault(what: str, token: re.Match[str], more: str = "") -> CannotParseError:
    offset = len(token.string[: token.start()].encode("utf-8", "surrogatepass"))
    return CannotParseError(f"{what} at byte offset {offset}{more}")

"""Telegram's HTML, read as Telegram reads it: into plain text and entities.

The rules and the wording of the errors are those of parse_html in tdlib/td, MessageEntity.cpp.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.local.telegram.nesting import Entity, nested

_STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
}
_TAGS = {*_STYLES, "a", "code", "pre", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_SPECIAL = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]*)|#(?P<dec>[0-9]*)|(?P<name>[a-zA-Z]*));?")
_TAG_NAME = re.compile(r"[^ \t\n\r\v\0>]*")
_ATTRIBUTE_NAME = re.compile(r"[^ \t\n\r\v\0=>/\"']*")
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.-]*")
_SPACES = re.compile(r"[ \t\n\r\v]*")
_NAME_ENDS = " \t\n\r\v>"
_CUSTOM_EMOJI = re.compile(r"[1-9][0-9]{0,18}")


class CannotParseError(ValueError):
    """What Telegram says after "can't parse entities: "."""


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    # Where its text begins among the pieces, for a link that is its own address.
    piece: int


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def plain_text(html: str) -> str:
    """What a reader sees of the HTML, without any mark-up."""
    return parse_html(html)[0].strip()


def parse_html(html: str) -> tuple[str, list[Entity]]:
    """The text and its entities, outer before inner; CannotParseError where Telegram refuses."""
    text, entities = _Parser(html).parse()
    return text, nested(entities)


class _Parser:
    __slots__ = ("_at", "_entities", "_html", "_offset", "_open", "_pieces")

    def __init__(self, html: str) -> None:
        self._html = html
        self._at = 0
        self._offset = 0
        self._pieces: list[str] = []
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        html = self._html
        while special := _SPECIAL.search(html, self._at):
            self._append(html[self._at : special.start()])
            self._at = special.start()
            if html[self._at] == "&":
                self._reference()
            elif html.startswith("/", self._at + 1):
                self._end_tag()
            else:
                self._start_tag()
        self._append(html[self._at :])
        if self._open:
            raise CannotParseError(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        text = "".join(self._pieces)
        if not text.isascii() and re.search(r"[\ud800-\udfff]", text):
            raise CannotParseError(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        for entity in self._entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return text, self._entities

    def _append(self, text: str) -> None:
        if text:
            self._pieces.append(text)
            self._offset += utf16_length(text)

    def _reference(self) -> None:
        decoded, self._at = _decode(self._html, self._at)
        self._append(decoded)

    def _start_tag(self) -> None:
        begin = self._at
        name = _TAG_NAME.match(self._html, begin + 1)
        tag = name.group().lower() if name else ""
        self._at = begin + 1 + len(tag)
        if self._ended():
            raise self._fault("Unclosed start tag", begin)
        if tag not in _TAGS:
            raise self._fault(f'Unsupported start tag "{tag}"', begin)
        attributes = self._attributes(tag, begin)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._fault('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_Open(tag, attributes, self._offset, len(self._pieces)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        attributes = {}
        while not self._next_is(">"):
            name = self._take(_ATTRIBUTE_NAME)
            if not name:
                raise self._fault(f'Empty attribute name in the tag "{tag}"', begin)
            self._take(_SPACES)
            if self._ended():
                raise self._fault(f'Unclosed start tag "{tag}"', begin)
            with_value = self._html[self._at] == "="
            attributes[name] = self._attribute_value(tag, begin) if with_value else ""
        self._at += 1
        return attributes

    def _attribute_value(self, tag: str, begin: int) -> str:
        self._at += 1
        self._take(_SPACES)
        if self._ended():
            raise self._fault(f'Unclosed start tag "{tag}"', begin)
        quote = self._html[self._at]
        if quote not in "'\"":
            start = self._at
            token = self._take(_NAME_TOKEN).lower()
            if not self._ended() and self._html[self._at] not in _NAME_ENDS:
                raise self._fault("Unexpected end of name token", start)
        else:
            end = self._html.find(quote, self._at + 1)
            token = _decode_all(self._html[self._at + 1 : end if end >= 0 else None])
            self._at = end + 1 if end >= 0 else len(self._html)
        if self._ended():
            raise self._fault("Unclosed start tag", begin)
        return token

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise self._fault("Unexpected end tag", begin)
        self._at += 2
        name = self._take(_TAG_NAME).lower()
        if not self._next_is(">"):
            raise self._fault("Unclosed end tag", begin)
        opened = self._open.pop()
        if name and name != opened.tag:
            raise self._fault("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{name}>"')
        self._at += 1
        if self._offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        place = {"offset": opened.offset, "length": self._offset - opened.offset}
        tag, attributes = opened.tag, opened.attributes
        if tag in ("pre", "code"):
            self._close_code(tag, _language(attributes), place)
        elif tag == "a":
            address = attributes.get("href") or "".join(self._pieces[opened.piece :])
            self._entities.extend({**link, **place} for link in _link(address))
        elif tag == "tg-emoji":
            emoji = attributes.get("emoji-id", "")
            if not _CUSTOM_EMOJI.fullmatch(emoji):
                raise CannotParseError("Invalid custom emoji identifier specified")
            self._entities.append({"type": "custom_emoji", **place, "custom_emoji_id": emoji})
        elif tag == "tg-time":
            self._entities.append({"type": "date_time", **place, **_moment(attributes)})
        else:
            style = _STYLES[tag]
            expandable = style == "blockquote" and "expandable" in attributes
            self._entities.append({"type": "expandable_blockquote" if expandable else style, **place})

    def _close_code(self, tag: str, language: str, place: Entity) -> None:
        """<pre><code class="language-x"> is one entity that knows its language, whichever is outside."""
        inner = self._entities[-1] if self._entities else {}
        same = all(inner.get(key) == value for key, value in place.items())
        if tag == "pre" and same and inner.get("type") == "code" and inner.get("language"):
            inner["type"] = "pre"
        elif tag == "code" and same and inner.get("type") == "pre" and language:
            inner["language"] = language
        else:
            named = {"language": language} if language else {}
            self._entities.append({"type": tag, **place, **named})

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._html, self._at)
        taken = found.group() if found else ""
        self._at += len(taken)
        return taken

    def _next_is(self, character: str) -> bool:
        self._take(_SPACES)
        return self._html.startswith(character, self._at)

    def _ended(self) -> bool:
        return self._at >= len(self._html)

    def _fault(self, what: str, position: int, more: str = "") -> CannotParseError:
        offset = len(self._html[:position].encode("utf-8", "surrogatepass"))
        return CannotParseError(f"{what} at byte offset {offset}{more}")


def _language(attributes: dict[str, str]) -> str:
    value = attributes.get("class", "")
    return value.removeprefix("language-") if value.startswith("language-") else ""


def _moment(attributes: dict[str, str]) -> Entity:
    unix = attributes.get("unix", "")
    if not re.fullmatch(r"[0-9]{1,10}", unix):
        raise CannotParseError("Invalid date specified")
    written = attributes.get("format")
    return {"unix_time": int(unix)} | ({"date_time_format": written} if written else {})


def _decode(text: str, position: int) -> tuple[str, int]:
    """The character that a reference at the position stands for; unknown ones stand for themselves."""
    found = _REFERENCE.match(text, position)
    if found is None or ((name := found["name"]) and name not in _NAMED):
        return "&", position + 1
    if name:
        return _NAMED[name], found.end()
    digits = found["hex"] or found["dec"] or ""
    # Telegram reads at most nine characters of a numeric reference.
    if not digits or len(found.group().rstrip(";")) >= 10:
        return "&", position + 1
    code = int(digits, 16 if found["hex"] else 10)
    if not 0 < code < 0x10FFFF:
        return "&", position + 1
    return chr(code), found.end()


def _decode_all(value: str) -> str:
    return _REFERENCE.sub(lambda found: _decode(found.group(), 0)[0] + _rest(found), value)


def _rest(found: re.Match[str]) -> str:
    decoded_to = _decode(found.group(), 0)[1]
    return found.group()[decoded_to:]


def _link(address: str) -> list[Entity]:
    """A link as Telegram keeps it; nothing where the address is none: the text then stays plain."""
    if user := re.fullmatch(r"tg://user\?id=([1-9][0-9]*)", address):
        return [{"type": "text_mention", "user": {"id": int(user[1])}}]
    if not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", address):
        address = f"http://{address}"
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        known = parts.scheme in ("tg", "ton") or (parts.scheme in ("http", "https") and "." in host)
    except ValueError:
        return []
    if not known or re.search(r"[\s<>\"]", address):
        return []
    url = parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/").geturl()
    return [{"type": "text_link", "url": url}]

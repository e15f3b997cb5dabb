"""Wikitext as the reader needs it: templates by name, their fields, and the text that a value shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

import mwparserfromhell
from mwparserfromhell.nodes import (
    ExternalLink,
    Heading,
    HTMLEntity,
    Node,
    Tag,
    Template,
    Text,
    Wikilink,
)
from mwparserfromhell.wikicode import Wikicode

_BLANK = re.compile(r"[^\S\n]+")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000_\s]+")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_QUOTES = re.compile(r"'{2,5}")
_DASHES = re.compile(r"\s*[\u2010-\u2015\u2212]\s*")
_NO_ARTICLE = re.compile(r"^\s*:?\s*(?:file|image|category|media|wikt|c|commons)\s*:", re.IGNORECASE)

SHOWS_FIRST = frozenset(
    (
        *(
            "nowrap",
            "nobr",
            "small",
            "smaller",
            "big",
            "large",
            "larger",
            "center",
            "centre",
            "nobold",
            "bold",
        ),
        *("noitalic", "strong", "em", "wrap", "vanchor", "visibleanchor", "sup", "sub", "s", "del", "strike"),
    )
)
SHOWS_LAST = frozenset({"resize", "color", "colored", "font", "lang", "langx", "scorelink", "scorelink2"})
"""Templates that take a size, a colour or a page before what they show."""
EXPLAINS = frozenset({"abbr", "tooltip", "hover", "abbrv", "hovertitle"})
LISTS = frozenset({"plainlist", "ubl", "unbulletedlist", "flatlist", "hlist", "ublist", "vunblist"})
NAMED = frozenset({"ill", "interlanguagelink", "link-interwiki", "illm", "iw"})
NOTES = frozenset({"efn", "efn-ua", "efn-lr", "refn", "note", "notetag", "fn", "nb", "#tag:ref", "footnote"})
_AFTER_EXTRA_TIME = frozenset({"aet", "a.e.t.", "a.e.t", "aetlink", "aetsmall", "asdet", "gg", "goldengoal"})
_LITERAL = {
    "ndash": "–",
    "endash": "–",
    "snd": " – ",
    "spndash": " – ",
    "spacedndash": " – ",
    "dash": "–",
    "nbsp": " ",
    "spaces": " ",
    "sp": " ",
    "br": "\n",
    "break": "\n",
    "crlf": "\n",
    "awd": " (awarded)",
    "awarded": " (awarded)",
    "awd.": " (awarded)",
    "wo": " w/o",
    "w/o": " w/o",
    "walkover": " w/o",
    "!": "|",
    "tbd": "TBD",
    "tba": "TBA",
    "postponed": "postponed",
    "abandoned": "abandoned",
    "cancelled": "cancelled",
}


def parsed(text: str) -> Wikicode:
    """Bold and italics stay as quotes: they are seldom closed where they should be."""
    return mwparserfromhell.parse(text, skip_style_tags=True)


def name_of(template: Template) -> str:
    """The name in small letters, without spaces, underscores and `Template:`."""
    name = _SPACES.sub("", _INVISIBLE.sub("", _visible(template.name))).lower()
    return name.removeprefix("template:")


def fields_of(template: Template) -> dict[str, Wikicode]:
    """The named values of a template; the last of those that have the same name, as MediaWiki takes it."""
    return {
        _SPACES.sub("", _visible(parameter.name)).lower(): parameter.value
        for parameter in template.params
        if parameter.showkey
    }


def values_of(template: Template) -> list[Wikicode]:
    """The values without a name, and those that are numbered, in their order."""
    numbered = {
        int(key): parameter.value
        for parameter in template.params
        if (key := _visible(parameter.name).strip()).isascii() and key.isdigit() and len(key) < 4
    }
    return [value for _, value in sorted(numbered.items())]


def plain(code: Wikicode | str | None) -> str:
    """What a value shows, without notes, icons and marks; lines that are broken stay broken."""
    if code is None:
        return ""
    text = _shown(parsed(code) if isinstance(code, str) else code)
    text = _INVISIBLE.sub("", _QUOTES.sub("", text)).replace("\u00a0", " ")
    return _BLANK.sub(" ", text).strip()


def in_one_line(code: Wikicode | str | None) -> str:
    """What a value shows, with every dash as a hyphen, in one line and in small letters: to be compared."""
    return " ".join(_DASHES.sub("-", plain(code)).lower().split())


def notes_in(code: Wikicode | None) -> str:
    """The text of the footnotes of a value, in small letters."""
    if code is None:
        return ""
    found = [node for node in code.filter_templates() if name_of(node) in NOTES]
    return " ".join(plain(value) for note in found for value in values_of(note)[:1]).lower()


def article_of(link: Wikilink) -> str:
    """The title of the article that a link leads to, without the section; empty for none."""
    if _NO_ARTICLE.match(str(link.title)):
        return ""
    title = plain(link.title).partition("#")[0]
    return title_as_written(title)


def title_as_written(title: str) -> str:
    """A title with spaces for underscores and a capital first, as MediaWiki stores it."""
    title = _SPACES.sub(" ", _INVISIBLE.sub("", title)).strip(" :")
    return title[:1].upper() + title[1:]


def shown_of(link: Wikilink) -> str:
    """The text that a link shows, in one line."""
    if _NO_ARTICLE.match(str(link.title)):
        return ""
    text = plain(link.text) if link.text is not None else ""
    return " ".join((text or plain(link.title).partition("#")[0].replace("_", " ")).split())


def _visible(code: Wikicode | str) -> str:
    """The text of a name, which may hold comments and entities."""
    if isinstance(code, str):
        return code
    return "".join(
        str(node.value)
        if isinstance(node, Text)
        else node.normalize()
        if isinstance(node, HTMLEntity)
        else ""
        for node in code.nodes
    )


def _shown(code: Wikicode) -> str:
    return "".join(_shown_by(node) for node in code.nodes)


def _shown_by(node: Node) -> str:
    text = ""
    match node:
        case Text():
            text = str(node.value)
        case HTMLEntity():
            text = node.normalize()
        case Wikilink():
            text = shown_of(node)
        case Template():
            text = _shown_by_template(node)
        case Tag():
            text = _shown_by_tag(node)
        case ExternalLink() | Heading() if node.title is not None:
            text = _shown(node.title)
    return text


def _shown_by_tag(tag: Tag) -> str:
    name = str(tag.tag).strip().lower()
    if name in {"br", "hr", "li", "dd", "dt"} and (tag.self_closing or not tag.contents):
        return "\n"
    if name in {"ref", "references", "section", "gallery", "math", "noinclude", "templatestyles", "table"}:
        return ""
    return _shown(tag.contents) if tag.contents is not None else ""


def _shown_by_template(template: Template) -> str:
    name, values = name_of(template), values_of(template)
    shown: list[str] = [_shown(value) for value in values] or [""]
    if name in _AFTER_EXTRA_TIME:
        text = " (a.e.t.)"
    elif name in _LITERAL:
        text = _LITERAL[name]
    elif name == "score":
        numbers = [value.strip() for value in shown[:2]]
        text = "–".join(numbers) if len(numbers) == 2 and all(map(str.isdigit, numbers)) else shown[-1]
    elif name in NAMED:
        text = _shown(fields_of(template).get("lt", values[0])) if values else ""
    elif name in EXPLAINS:
        text = f"{shown[0]} ({', '.join(shown[1:2])})"
    elif name == "sortname":
        text = " ".join(shown[:2])
    elif name in LISTS:
        text = "\n".join(shown)
    else:
        text = shown[-1] if name in SHOWS_LAST else shown[0] if name in SHOWS_FIRST else ""
    return text


def inner_values(template: Template) -> Iterator[Wikicode]:
    """Every value of a template, named or not."""
    for parameter in template.params:
        yield parameter.value

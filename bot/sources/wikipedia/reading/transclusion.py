"""Pages shown on other pages: which one is meant, and which part of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mwparserfromhell.nodes import Template

from bot.sources.wikipedia.reading.wikitext import name_of, plain, title_as_written, values_of

_SECTIONS = ("#lst:", "#section:", "#lstx:", "#section-x:")
_HEADINGS = ("#lsth:", "#section-h:")
_MARK = re.compile(r"<section\s+(begin|end)\s*=\s*[\"']?([^\"'>]*?)[\"']?\s*/?>", re.IGNORECASE)
_ONLY = re.compile(r"<onlyinclude\s*>(.*?)</onlyinclude\s*>", re.DOTALL | re.IGNORECASE)
_NOT = re.compile(r"<noinclude\s*>.*?(?:</noinclude\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_HEADING = re.compile(r"^(={2,6})\s*(.*?)\s*\1\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Transclusion:
    title: str
    section: str = ""
    """A part that is marked with its name."""
    heading: str = ""
    """The part under a heading."""


def transclusion_in(template: Template, pages: Mapping[str, str]) -> Transclusion | None:
    """What a template shows of another page: `{{#lst:Page|part}}`, `{{:Page}}`, `{{Page}}` if it is there."""
    written = plain(template.name).strip()
    name = name_of(template)
    for prefix in (*_SECTIONS, *_HEADINGS):
        if name.startswith(prefix):
            title = title_as_written(written.partition(":")[2])
            wanted = " ".join(plain(values_of(template)[0]).split()) if values_of(template) else ""
            if not title:
                return None
            if prefix in _HEADINGS:
                return Transclusion(title, heading=wanted)
            return Transclusion(title, section=wanted)
    if written.startswith("#"):
        return None
    title = title_as_written(written.partition("#")[0])
    if title and (written.startswith(":") or title in pages or f"Template:{title}" in pages):
        return Transclusion(title if title in pages or written.startswith(":") else f"Template:{title}")
    return None


def part_of(text: str, wanted: Transclusion) -> str:
    """The part of a page that is shown elsewhere; empty where it has no such part."""
    if wanted.section:
        return _section(text, wanted.section)
    if wanted.heading:
        return _under_heading(text, wanted.heading)
    only = _ONLY.findall(text)
    return "\n".join(only) if only else _NOT.sub("", text)


def _section(text: str, name: str) -> str:
    """Every part between the marks of a name; one whose end is missing goes on to the end."""
    found = []
    begun: int | None = None
    for mark in _MARK.finditer(text):
        if " ".join(mark[2].split()).casefold() != name.casefold():
            continue
        if mark[1].lower() == "begin":
            begun = mark.end() if begun is None else begun
        elif begun is not None:
            found.append(text[begun : mark.start()])
            begun = None
    return "\n".join(found if begun is None else [*found, text[begun:]])


def _under_heading(text: str, name: str) -> str:
    wanted = name.casefold()
    headings = list(_HEADING.finditer(text))
    for number, heading in enumerate(headings):
        if " ".join(plain(heading[2]).split()).casefold() == wanted:
            level = len(heading[1])
            end = next(
                (other.start() for other in headings[number + 1 :] if len(other[1]) <= level), len(text)
            )
            return text[heading.end() : end]
    return ""

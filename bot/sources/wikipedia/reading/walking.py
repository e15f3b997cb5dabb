"""A page from its beginning to its end: every template and table, with the headings that it stands under."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from mwparserfromhell.nodes import Heading, Node, Tag, Template, Text
from mwparserfromhell.wikicode import Wikicode

from bot.sources.wikipedia.reading.transclusion import part_of, transclusion_in
from bot.sources.wikipedia.reading.wikitext import inner_values, name_of, parsed, plain

_DEEPEST = 3
"""Pages that show pages that show pages."""
_LONGEST_HEADING = 200
_OPENED = re.compile(r"\{\{\s*(?:#invoke:)?\s*football[ _]?box[^{}]{0,200}", re.IGNORECASE)
_HIDDEN = frozenset({"ref", "references", "nowiki", "pre", "gallery", "templatestyles", "math"})


@dataclass(frozen=True, slots=True)
class Found:
    """A template or a table, and its headings, the outermost first."""

    node: Template | Tag
    headings: tuple[str, ...]


@dataclass(slots=True)
class Walk:
    """One way through a page and the pages that it shows."""

    pages: Mapping[str, str]
    """The text of pages that may be shown, by title."""
    context_of: Callable[[str], tuple[str, ...]]
    """What the title of a shown page tells, as headings."""
    wanted: Callable[[Template], bool]
    """Whether a template is looked for; of others the inside is."""
    transcluded: dict[str, None] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    """The beginnings of boxes that are not closed."""
    _within: list[str] = field(default_factory=list)

    def page(self, text: str, title: str, outer: tuple[str, ...] = ()) -> Iterator[Found]:
        self._within.append(title)
        above: list[tuple[int, str]] = []
        yield from self._nodes(parsed(text), outer, above)
        self._within.pop()

    def _nodes(self, code: Wikicode, outer: tuple[str, ...], above: list[tuple[int, str]]) -> Iterator[Found]:
        for node in code.nodes:
            yield from self._node(node, outer, above)

    def _node(self, node: Node, outer: tuple[str, ...], above: list[tuple[int, str]]) -> Iterator[Found]:
        match node:
            case Text():
                self.broken += (found[0] for found in _OPENED.finditer(str(node.value)))
            case Heading():
                while above and above[-1][0] >= node.level:
                    above.pop()
                above.append((node.level, " ".join(plain(node.title).split())[:_LONGEST_HEADING]))
            case Template():
                yield from self._template(node, outer, above)
            case Tag() if str(node.tag).strip().lower() not in _HIDDEN:
                if str(node.tag).strip().lower() == "table":
                    yield Found(node, _headings(outer, above))
                if node.contents is not None:
                    yield from self._nodes(node.contents, outer, above)
            case _:
                return

    def _template(
        self, template: Template, outer: tuple[str, ...], above: list[tuple[int, str]]
    ) -> Iterator[Found]:
        if self.wanted(template):
            yield Found(template, _headings(outer, above))
            return
        shown = transclusion_in(template, self.pages)
        if shown is None:
            if not name_of(template).startswith("cite"):
                for value in inner_values(template):
                    yield from self._nodes(value, outer, above)
            return
        if shown.title in self._within:
            return
        self.transcluded[shown.title] = None
        if shown.title in self.pages and len(self._within) <= _DEEPEST:
            part = part_of(self.pages[shown.title], shown)
            within = (*_headings(outer, above), *self.context_of(shown.title))
            yield from self.page(part, shown.title, within)


def _headings(outer: tuple[str, ...], above: list[tuple[int, str]]) -> tuple[str, ...]:
    return (*outer, *(text for _, text in above))

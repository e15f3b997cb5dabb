"""The reader of a page: what its boxes and tables tell, each by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mwparserfromhell.nodes import Tag, Template

from bot.football.dataset.pairing import with_legs_once
from bot.football.model import Competition, DrawDate, Match, Season
from bot.sources.payload import PayloadError
from bot.sources.wikipedia.reading.boxes import is_box, match_in, name_of_match
from bot.sources.wikipedia.reading.draws import draws_in
from bot.sources.wikipedia.reading.page import PageRead, TieResult
from bot.sources.wikipedia.reading.places import Place, place_of
from bot.sources.wikipedia.reading.ties import is_tie, ties_in
from bot.sources.wikipedia.reading.walking import Found, Walk
from bot.sources.wikipedia.reading.wikitext import fields_of, plain
from bot.sources.wikipedia.titles import part_of_season

_MOST_MATCHES = 3_000
"""On one page; the largest holds some 250."""


@dataclass(slots=True)
class _Page:
    title: str
    competition: Competition
    season: Season
    matches: dict[tuple[object, ...], Match] = field(default_factory=dict)
    tie_results: dict[TieResult, None] = field(default_factory=dict)
    draws: list[DrawDate] = field(default_factory=list)
    problems: dict[str, None] = field(default_factory=dict)

    def take(self, found: Found) -> None:
        if isinstance(found.node, Tag):
            self._table(found.node, found.headings)
        elif is_box(found.node):
            self._box(found.node, found.headings)
        else:
            self._tie(found.node, self._place(found.headings))

    def _place(self, headings: tuple[str, ...]) -> Place:
        return place_of(self.competition, self.season, headings)

    def _box(self, box: Template, headings: tuple[str, ...]) -> None:
        name = f"{self.title}: {name_of_match(box)}"
        shown_round = plain(fields_of(box).get("round"))
        place = self._place((*headings, shown_round) if shown_round else headings)
        if place.elsewhere:
            return
        try:
            match, problems = match_in(box, place)
        except PayloadError as error:
            self.problems[f"{name}: {error}"] = None
            return
        self.problems.update(dict.fromkeys(f"{name}: {problem}" for problem in problems))
        if match is not None:
            # A part of the page that is shown again tells of the same match.
            self.matches.setdefault((match.home, match.away, match.round, match.date, match.leg), match)

    def _tie(self, template: Template, place: Place) -> None:
        if place.elsewhere:
            return
        try:
            self.tie_results.update(dict.fromkeys(ties_in(template, place)))
        except PayloadError as error:
            self.problems[f"{self.title}, {place.round}: {error}"] = None

    def _table(self, table: Tag, headings: tuple[str, ...]) -> None:
        draws, problems = draws_in(table, self.competition, self.season)
        if not self._place(headings).elsewhere:
            self.draws += draws
            self.problems.update(dict.fromkeys(f"{self.title}: {problem}" for problem in problems))


def read(
    text: str, title: str, competition: Competition, season: Season, transcluded: Mapping[str, str]
) -> PageRead:
    """See `page.read_page`."""
    page = _Page(title, competition, season)
    walk = Walk(transcluded, _context_of, lambda template: is_box(template) or is_tie(template))
    for found in walk.page(text, title, _context_of(title)):
        page.take(found)
        if len(page.matches) > _MOST_MATCHES:
            page.problems[f"{title}: more than {_MOST_MATCHES} matches; the rest is left out"] = None
            break
    for opened in walk.broken:
        page.problems[f"{title}: a box that is not closed: {' '.join(opened.split())[:80]}"] = None
    return PageRead(
        with_legs_once(tuple(page.matches.values())),
        tuple(page.tie_results),
        tuple(dict.fromkeys(page.draws)),
        tuple(walk.transcluded),
        tuple(page.problems),
    )


def _context_of(title: str) -> tuple[str, ...]:
    """What a page's title tells of the place of its matches."""
    part = part_of_season(title)
    return (part,) if part else ()

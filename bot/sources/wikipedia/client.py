"""The English Wikipedia's articles about a season: results and scorers some hours after a match, and draws.

- licence: CC BY-SA 4.0; facts are taken, no text.
- rate limit: none published for reading; one request at a time with a pause after it, `maxlag`, and the text
  of a page only when its revision is new. Pages are kept, so that a restart asks for nothing twice.
- time zone: Amsterdam's, as `reading` reads it.
- full time, own goals: as `reading` reads them; goals that don't add up to the score are left out there.
- vandalism: a page that lost results, or shows an impossible score, is left alone until it is mended or has
  stood for a day; what a match of it may change is judged by `football.events.editing`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Annotated, TypeAlias

from pydantic import BaseModel, Field

from bot.football.competitions import competitions_of
from bot.football.events.editing import as_told_afterwards
from bot.football.events.observations import Observation
from bot.football.model import Club, Competition, DrawDate, Match, Season
from bot.football.season.evening import on_evening
from bot.football.seasons import season_on
from bot.sources.http import HttpAddress
from bot.sources.live import Abilities, KeptPage, Pages, SourceDeclaration, Surroundings
from bot.sources.reading import ProblemLog, spelled
from bot.sources.wikipedia.api import TEXTS_AT_ONCE, MediaWiki, Revision, user_agent
from bot.sources.wikipedia.believing import Version, doubt_of
from bot.sources.wikipedia.reading.page import PageRead, read_page
from bot.sources.wikipedia.titles import competition_and_season_of, titles_of

NAME = "wikipedia"
PAUSE = 0.2
"""Seconds after each request."""
CAN = Abilities(live=False, scorers=True, seasons=True, delay=timedelta(hours=2))


class WikipediaSettings(BaseModel):
    wikipedia_url: HttpAddress = "https://en.wikipedia.org/w/api.php"
    wikipedia_contact: Annotated[str, Field(max_length=100, pattern=r"^[!-'*-~]*$")] = ""
    """An address of whoever runs the bot, without spaces or brackets: it stands in a header."""


_About: TypeAlias = tuple[Competition, Season]


@dataclass(slots=True)
class Wikipedia:
    """A source of whole seasons; `draws` and `problems` are those of its last look."""

    wiki: MediaWiki
    pages: Pages
    clock: Callable[[], datetime]
    name: str = NAME
    can: Abilities = CAN
    draws: tuple[DrawDate, ...] = field(default=(), init=False)
    problems: tuple[str, ...] = field(default=(), init=False)
    _log: ProblemLog = field(default_factory=partial(ProblemLog, NAME), init=False)
    _reads: dict[tuple[str, bool], tuple[tuple[int, ...], PageRead]] = field(default_factory=dict, init=False)
    """By title, with and without the pages shown in it: their revisions, and what was read of them."""

    async def look(self, day: date, now: datetime) -> tuple[Observation, ...]:
        """An evening's matches. `of_season` gives the whole season, which costs the same."""
        del now
        season = season_on(day)
        found = await self.of_season(season, competitions_of(season))
        return tuple(shown for shown in found if on_evening([shown.match], day))

    async def of_days(self, first: date, last: date) -> tuple[Observation, ...]:
        """The matches of the season in which the last day falls."""
        season = season_on(last)
        found = await self.of_season(season, competitions_of(season))
        return tuple(shown for shown in found if shown.match.date and first <= shown.match.date <= last)

    async def of_season(self, season: Season, competitions: Iterable[Competition]) -> tuple[Observation, ...]:
        """Every match of the season's articles, with the pages of the clubs as their spellings."""
        problems: list[str] = []
        articles = await self._articles(season, competitions, problems)
        reads = [await self._article(title, about, articles) for title, about in articles.items()]
        problems += (problem for read in reads for problem in read.problems)
        await self._look_up({club.name for read in reads for club in _clubs(read)})
        targets, now = self.pages.targets(), self.clock()
        self._log.write(problems)
        self.problems = tuple(problems)
        self.draws = tuple(draw for read in reads for draw in read.draws)
        return tuple(
            Observation(as_told_afterwards(_renamed(match, targets), now), editable=True)
            for read in reads
            for match in read.matches
        )

    async def _articles(
        self, season: Season, competitions: Iterable[Competition], problems: list[str]
    ) -> dict[str, _About]:
        """The articles that exist, up to date, each with the competition and season that it is about."""
        titles = {title: (comp, season) for comp in competitions for title in titles_of(comp, season)}
        newest = await self.wiki.newest(titles)
        articles: dict[str, _About] = {}
        for title, revision in newest.items():
            if competition_and_season_of(revision.title) in {None, titles[title]}:
                articles.setdefault(revision.title, titles[title])
        await self._bring(newest.values(), articles, problems)
        shown = {
            title: about
            for article, about in articles.items()
            for title in await self._shown_in(article, about)
        }
        newest = await self.wiki.newest(shown)
        self.pages.keep_targets({title: revision.title for title, revision in newest.items()})
        abouts = {revision.title: shown[title] for title, revision in newest.items()}
        await self._bring(newest.values(), {**abouts, **articles}, problems)
        return articles

    async def _bring(
        self, newest: Iterable[Revision], abouts: Mapping[str, _About], problems: list[str]
    ) -> None:
        """Fetch the texts of pages that have a new revision, and keep those that can be believed."""
        changed = [
            revision.title
            for revision in newest
            if revision.title in abouts and self._number_of(revision.title) != revision.number
        ]
        for portion in range(0, len(changed), TEXTS_AT_ONCE):
            texts = await self.wiki.texts(changed[portion : portion + TEXTS_AT_ONCE])
            for revision in texts.values():
                if revision.title in abouts:
                    await self._judge(revision, abouts[revision.title], problems)

    async def _judge(self, revision: Revision, about: _About, problems: list[str]) -> None:
        page = KeptPage(revision.title, revision.number, revision.at, revision.text)
        kept = self.pages.page(page.title)
        before = await self._version(kept, about) if kept else None
        after = await self._version(page, about)
        if doubt := doubt_of(before, after, self.clock()):
            problems.append(f"{page.title}, revision {page.revision}: left as it was, because {doubt}")
            return
        self.pages.keep(page)

    async def _version(self, page: KeptPage, about: _About) -> Version:
        return Version(page.at, len(page.text), await self._read(page, about, {}))

    async def _article(self, title: str, about: _About, articles: Collection[str]) -> PageRead:
        """An article with the boxes of the pages shown in it, but for those that are articles themselves."""
        page = self.pages.page(title)
        if page is None:
            return PageRead()
        targets = self.pages.targets()
        shown = {
            name: kept
            for name in await self._shown_in(title, about)
            if (end := targets.get(name, name)) not in articles and (kept := self.pages.page(end))
        }
        return await self._read(page, about, shown)

    async def _read(self, page: KeptPage, about: _About, shown: Mapping[str, KeptPage]) -> PageRead:
        """What a page tells, read once as long as neither it nor a page shown in it changes.

        It is read in a thread, so that answers need not wait for it.
        """
        versions = (page.revision, *(kept.revision for kept in shown.values()))
        key = (page.title, bool(shown))
        before = self._reads.get(key)
        if before is None or before[0] != versions:
            read = await asyncio.to_thread(
                read_page,
                page.text,
                title=page.title,
                competition=about[0],
                season=about[1],
                transcluded={name: kept.text for name, kept in shown.items()},
            )
            self._reads[key] = before = (versions, read)
        return before[1]

    async def _shown_in(self, title: str, about: _About) -> tuple[str, ...]:
        page = self.pages.page(title)
        return (await self._read(page, about, {})).transcluded if page else ()

    def _number_of(self, title: str) -> int:
        page = self.pages.page(title)
        return page.revision if page else 0

    async def _look_up(self, names: set[str]) -> None:
        """Where the links to clubs lead: a moved page is known by its new title. Each is asked about once."""
        if unknown := names - self.pages.targets().keys():
            self.pages.keep_targets(await self.wiki.targets(sorted(unknown)))


def _clubs(read: PageRead) -> Iterator[Club]:
    for match in read.matches:
        yield from match.clubs


def _renamed(match: Match, targets: Mapping[str, str]) -> Match:
    """The match with the clubs spelled by the title of the page that their link leads to."""

    def renamed(club: Club) -> Club:
        title = targets.get(club.name, club.name)
        return club if title == club.name else spelled(title, club.country, club.shown)

    return replace(
        match,
        source=match.source or NAME,
        home=renamed(match.home),
        away=renamed(match.away),
        winner=renamed(match.winner) if match.winner else None,
        goals=tuple(replace(goal, club=renamed(goal.club)) for goal in match.goals),
    )


def _make(settings: WikipediaSettings, around: Surroundings) -> Wikipedia:
    agent = user_agent(settings.wikipedia_contact)
    wiki = MediaWiki(around.client, settings.wikipedia_url, agent, PAUSE / around.pace)
    return Wikipedia(wiki, around.pages(NAME), around.clock)


SOURCE: SourceDeclaration[WikipediaSettings] = SourceDeclaration(
    NAME, CAN, lambda settings: settings.wikipedia_url, _make, licence="CC BY-SA 4.0"
)

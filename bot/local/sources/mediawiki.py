"""MediaWiki's API over articles that are written anew at every moment: action=query, formatversion=2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zlib import crc32

from bot.football.model import Match, Score, Status
from bot.local.sources.faults import FaultKind
from bot.local.sources.wikitext import article, part_of
from bot.sources.wikipedia.titles import competition_and_season_of, part_of_season

MOST_TITLES = 50
TEXTS_IN_AN_ANSWER = 3
"""Texts beyond these come with `continue`."""
MOVED = " (moved)"
"""Behind the title of a page that was moved."""


@dataclass(slots=True)
class LocalWiki:
    """The pages as last written; a page that changes gets a new revision."""

    redirects: Mapping[str, str] = field(default_factory=dict)
    """Pages of clubs that were moved."""
    _revisions: dict[str, tuple[str, int, datetime]] = field(default_factory=dict)
    _last: int = 1_300_000_000

    def answer(
        self, query: Mapping[str, str], matches: Iterable[Match], now: datetime, fault: FaultKind | None
    ) -> dict[str, object]:
        titles = [title for title in query.get("titles", "").split("|") if title]
        if query.get("action") != "query" or query.get("formatversion") != "2":
            return _error("badvalue", "This server knows action=query with formatversion=2.")
        if len(titles) > MOST_TITLES:
            return _error("toomanyvalues", f"Too many values supplied: the limit is {MOST_TITLES}.")
        normalized = {title: usual for title in titles if (usual := _usual(title)) != title}
        leads = {
            title: target
            for title in (normalized.get(title, title) for title in titles)
            if (target := self._target(title, fault))
        }
        ends = dict.fromkeys(leads.get(title, title) for title in (normalized.get(t, t) for t in titles))
        pages = [self._page(title, query, list(matches), now, fault) for title in ends]
        answer: dict[str, object] = {
            "query": {
                "normalized": [{"fromencoded": False, "from": a, "to": b} for a, b in normalized.items()],
                "redirects": [{"from": a, "to": b} for a, b in leads.items()],
                "pages": pages,
            }
        }
        return _in_parts(answer, pages, int(query.get("rvcontinue", "0") or 0))

    def _target(self, title: str, fault: FaultKind | None) -> str | None:
        if fault is FaultKind.PAGE_MOVED and competition_and_season_of(title) and MOVED not in title:
            return f"{title}{MOVED}"
        return self.redirects.get(title)

    def _page(
        self,
        title: str,
        query: Mapping[str, str],
        matches: Sequence[Match],
        now: datetime,
        fault: FaultKind | None,
    ) -> dict[str, object]:
        text = _text(title.removesuffix(MOVED), matches, fault)
        if text is None:
            return {"ns": 0, "title": title, "missing": True}
        page: dict[str, object] = {"pageid": crc32(title.encode()), "ns": 0, "title": title}
        if "revisions" in query.get("prop", ""):
            number, at = self._revision(title, text, now)
            revision: dict[str, object] = {
                "revid": number,
                "parentid": 0,
                "timestamp": f"{at:%Y-%m-%dT%H:%M:%SZ}",
            }
            if "content" in query.get("rvprop", ""):
                content = {"contentmodel": "wikitext", "contentformat": "text/x-wiki", "content": text}
                revision["slots"] = {"main": content}
            page["revisions"] = [revision]
        return page

    def _revision(self, title: str, text: str, now: datetime) -> tuple[int, datetime]:
        before = self._revisions.get(title)
        if before is None or before[0] != text:
            self._last += 1
            self._revisions[title] = before = (text, self._last, now)
        return before[1], before[2]


def lagging() -> dict[str, object]:
    """The refusal of servers that lag behind by more than `maxlag`."""
    return _error("maxlag", "Waiting for 10.64.16.7: 5.8 seconds lagged.") | {"servedby": "local"}


def _error(code: str, reason: str) -> dict[str, object]:
    return {"error": {"code": code, "info": reason}}


def _usual(title: str) -> str:
    usual = " ".join(title.replace("_", " ").split())
    return usual[:1].upper() + usual[1:]


def _text(title: str, matches: Sequence[Match], fault: FaultKind | None) -> str | None:
    """The article as it stands; None where there is none, "" for the page of a club."""
    about, part = competition_and_season_of(title), part_of_season(title)
    if about is None:
        clubs = {club.name for match in matches for club in match.clubs}
        return "" if title in clubs else None
    inside = [
        match for match in matches if (match.competition, match.season) == about and part_of(match) == part
    ]
    if not inside:
        return None
    if fault is FaultKind.BLANKED:
        return "You have been pwned!"
    if fault is FaultKind.VANDALISED:
        inside = list(map(_nonsense, inside))
    if fault is FaultKind.AHEAD_OF_ITS_GOALS:
        inside = list(map(_ahead, inside))
    text = article(inside)
    return text[: len(text) // 2] if fault is FaultKind.HALF_A_PAGE else text


def _nonsense(match: Match) -> Match:
    if match.score is None:
        return match
    return replace(match, full_time=Score(99, 0), half_time=None, extra_time=None, penalties=None, goals=())


def _ahead(match: Match) -> Match:
    """A match with a goal in its score that is not listed yet."""
    return replace(match, goals=match.goals[:-1]) if match.status in {Status.LIVE, Status.PLAYED} else match


def _in_parts(answer: dict[str, object], pages: Sequence[dict[str, object]], begin: int) -> dict[str, object]:
    """Leave out the texts that don't fit, with where to go on."""
    with_text = [page for page in pages if "slots" in str(page.get("revisions", ""))]
    now = with_text[begin : begin + TEXTS_IN_AN_ANSWER]
    for page in with_text:
        if page not in now:
            del page["revisions"]
    if begin + TEXTS_IN_AN_ANSWER < len(with_text):
        answer["continue"] = {"rvcontinue": str(begin + TEXTS_IN_AN_ANSWER), "continue": "||info"}
    return answer

"""One page of Wikipedia, read: its matches, ties and draws, and what of it could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.football.model import Club, Competition, DrawDate, Match, Round, Score, Season

NO_PAGES: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class TieResult:
    """What a table of ties tells of one: no legs, for it gives neither their days nor their scorers."""

    competition: Competition
    season: Season
    round: Round
    club_a: Club
    club_b: Club
    aggregate: Score | None
    winner: Club | None


@dataclass(frozen=True, slots=True)
class PageRead:
    """The clubs are `spelled` by the title of their page, and `shown` as the text of the link."""

    matches: tuple[Match, ...] = ()
    tie_results: tuple[TieResult, ...] = ()
    draws: tuple[DrawDate, ...] = ()
    transcluded: tuple[str, ...] = ()
    """The titles of the pages that hold boxes shown here."""
    problems: tuple[str, ...] = ()


def read_page(
    text: str,
    *,
    title: str,
    competition: Competition,
    season: Season,
    transcluded: Mapping[str, str] = NO_PAGES,
) -> PageRead:
    """Everything that a page tells; what can't be read is a problem, and loses nothing else.

    `transcluded` holds pages that may be shown on this one, by title.
    """
    # The parser of wikitext is for who reads pages: a question asked at the command line does without.
    from bot.sources.wikipedia.reading.reader import read

    return read(text, title, competition, season, transcluded)

"""Saved pages of the English Wikipedia: wikitext, or the JSON in which MediaWiki's API sends it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

from sqlite_utils import Database

from bot.database.results.results import Results
from bot.database.results.saving import Summary
from bot.database.results.writing import change_match
from bot.football.dataset.pairing import with_legs_once
from bot.football.model import Club, Competition, Match, Season
from bot.football.names.spellings import Spellings
from bot.football.ties.tie import aggregate, outcome
from bot.football.ties.ties import ties_of
from bot.importing.clubs import find_clubs, spellings_of
from bot.importing.draws import save_dated_draws
from bot.importing.finals import fill_finals
from bot.importing.origins import WIKIPEDIA
from bot.importing.protocol import ImportOptions, each, place_of
from bot.importing.results import save_in_groups
from bot.sources.csv_rows import read_text
from bot.sources.errors import SourceError
from bot.sources.wikipedia.reading.page import PageRead, TieResult, read_page
from bot.sources.wikipedia.titles import competition_and_season_of

_SAVED_AS = re.compile(r"\.(?:wikitext|wiki|mediawiki|txt|json)$", re.IGNORECASE)
_YEARS = re.compile(r"^([0-9]{4})[-_]([0-9]{2,4})(?=[ _])")


def import_wikipedia(db: Database, paths: Sequence[Path], options: ImportOptions, /) -> Summary:
    """Pages about a season, which may show parts of one another; a file is called as its page.

    What can't be read is told, and loses nothing else. An unknown club refuses all, unless new clubs may be
    added.
    """
    pages: dict[str, tuple[Path, str]] = {}
    for path in each(paths, "*.[wtjm]*", options):
        for title, text in _pages_in(path):
            pages[title] = (path, text)
    texts = {title: text for title, (_, text) in pages.items()}
    read = [_read(title, path, texts, options) for title, (path, _) in pages.items()]
    matches = [match for page in read for match in page.matches]
    if not any((page.matches or page.tie_results or page.draws) for page in read):
        raise SourceError(place_of(paths), "no football box there: save the page's wikitext (action=raw)")
    for problem in dict.fromkeys(problem for page in read for problem in page.problems):
        options.warn(problem)
    before = len(Results(db).clubs())
    found = find_clubs(db, matches, spellings_of(db), place=place_of(paths), new_clubs=options.new_clubs)
    summary = save_in_groups(db, with_legs_once(found), WIKIPEDIA)
    _take_winners(db, [tie for page in read for tie in page.tie_results], options)
    save_dated_draws(db, [draw for page in read for draw in page.draws], options.warn)
    fill_finals(db)
    summary.new_clubs = len(Results(db).clubs()) - before
    return summary


def _read(title: str, path: Path, texts: Mapping[str, str], options: ImportOptions) -> PageRead:
    by_title = competition_and_season_of(title)
    competition = options.competition or (by_title and by_title[0])
    season = options.season or (by_title and by_title[1])
    if competition is None or season is None:
        raise SourceError(
            str(path), "say which --competition and --season it is of, or call the file as its page"
        )
    return read_page(texts[title], title=title, competition=competition, season=season, transcluded=texts)


def _pages_in(path: Path) -> Iterator[tuple[str, str]]:
    """The pages of a file by title; a file of wikitext is called as its page."""
    text = read_text(path)
    begins = text.lstrip()[:200].lower()
    if begins.startswith(("<!doctype html", "<html")):
        raise SourceError(str(path), "a web page: save the page's wikitext (action=raw)")
    if begins.startswith(('{"', '[{"')) or path.suffix.lower() == ".json":
        try:
            answer = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise SourceError(str(path), "no JSON, though it begins as such") from error
        found = list(_pages_of_answer(answer))
        if not found:
            raise SourceError(str(path), "no wikitext in this answer of the API")
        yield from found
        return
    name = unquote(_SAVED_AS.sub("", path.name)).replace("_", " ")
    yield unicodedata.normalize("NFC", _YEARS.sub(r"\1–\2", name)), text


def _pages_of_answer(answer: object) -> Iterator[tuple[str, str]]:
    """`action=parse&prop=wikitext` and `action=query&prop=revisions`, in both versions of the format."""
    if not isinstance(answer, dict):
        return
    parsed = answer.get("parse")
    query = answer.get("query")
    if isinstance(parsed, dict):
        yield from _page(parsed.get("title"), parsed.get("wikitext"))
    pages = query.get("pages") if isinstance(query, dict) else None
    for page in pages.values() if isinstance(pages, dict) else pages if isinstance(pages, list) else ():
        revisions = page.get("revisions") if isinstance(page, dict) else None
        if isinstance(revisions, list) and revisions and isinstance(revisions[0], dict):
            slots = revisions[0].get("slots")
            main = slots.get("main") if isinstance(slots, dict) else revisions[0]
            content = main.get("content", main.get("*")) if isinstance(main, dict) else None
            yield from _page(page.get("title"), content)


def _page(title: object, text: object) -> Iterator[tuple[str, str]]:
    text = text.get("*") if isinstance(text, dict) else text
    if isinstance(title, str) and isinstance(text, str):
        yield title, text


def _take_winners(db: Database, told_ties: Sequence[TieResult], options: ImportOptions) -> None:
    """The winners of ties that no rule can tell; a tie that the rules tell otherwise is told."""
    spellings = spellings_of(db)
    seasons = dict.fromkeys((tie.competition, tie.season) for tie in told_ties)
    for competition, season in seasons:
        results = [tie for tie in told_ties if (tie.competition, tie.season) == (competition, season)]
        _take_winners_of(db, competition, season, _by_clubs(results, spellings), options)


def _by_clubs(
    results: Sequence[TieResult], spellings: Spellings
) -> dict[tuple[object, frozenset[Club]], TieResult]:
    """The results with our clubs; those of clubs that are not known are left out."""
    found: dict[tuple[object, frozenset[Club]], TieResult] = {}
    for result in results:
        ours = {club: spellings.find_written(club) for club in (result.club_a, result.club_b)}
        club_a, club_b = ours[result.club_a], ours[result.club_b]
        if isinstance(club_a, Club) and isinstance(club_b, Club):
            through = ours[result.winner] if result.winner else None
            winner = through if isinstance(through, Club) else None
            tie = replace(result, club_a=club_a, club_b=club_b, winner=winner)
            found[result.round, frozenset({club_a, club_b})] = tie
    return found


def _take_winners_of(
    db: Database,
    competition: Competition,
    season: Season,
    results: Mapping[tuple[object, frozenset[Club]], TieResult],
    options: ImportOptions,
) -> None:
    stored = Results(db).stored_matches(competition, season)
    rows: dict[int, tuple[int, int, Match]] = {
        id(row.match): (row.id, row.authority, row.match) for row in stored
    }
    for tie in ties_of([row.match for row in stored]):
        result = results.get((tie.round, frozenset(tie.clubs)))
        if result is None or any(match.status.is_open for match in tie.matches):
            continue
        names = f"{tie.club_a.name} – {tie.club_b.name} ({competition} {season}, {tie.round})"
        by_rule, total = outcome(tie), aggregate(tie)
        shown = result.aggregate
        if shown is not None and result.club_a != tie.club_a:
            shown = shown.turned
        if shown is not None and total is not None and shown != total:
            options.warn(f"{names}: the table of ties has {shown}, the matches make {total}")
        if result.winner is None:
            continue
        if by_rule is None and (total is None or (total.is_level and shown == total)):
            id_, authority, match = rows[id(tie.matches[-1])]
            change_match(db, id_, replace(match, winner=result.winner), authority)
        elif by_rule is not None and by_rule.winner != result.winner:
            options.warn(f"{names}: the table of ties has {result.winner.name} through, the matches do not")

"""Samples of pictures in a folder, and what drawing costs: processor for each, memory after a thousand."""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from bot.app.opening import open_results, snapshot
from bot.football.competitions import FAIRS_CUP, SUPER_CUP
from bot.football.model import CHAMPIONS_LEAGUE, EUROPA_LEAGUE, Competition, RoundKind, Season
from bot.football.season.club_status import in_tie
from bot.football.season.season_as_of import SeasonAsOf
from bot.read_model.seasons import ResultsAsOf
from bot.transport.draw_svg import draw
from bot.transport.drawing import Drawer
from bot.views.pictures.card import card_svg
from bot.views.pictures.letters import FAMILY, font_file
from bot.views.pictures.themes import DARK, LIGHT
from bot.views.pictures.tree import bracket_svg
from bot.words import LANGUAGES, Words

PICTURES = 1000
LATER = datetime(2026, 9, 25, tzinfo=UTC)
DUTCH, ENGLISH = LANGUAGES["nl"], LANGUAGES["en"]


def seasons(knowledge: ResultsAsOf) -> Iterator[SeasonAsOf]:
    for competition, season in knowledge.results.seasons():
        yield knowledge.season(competition, season, LATER)


def card(season: SeasonAsOf, kind: RoundKind, words: Words, place: int = 0) -> str:
    tie = [tie for tie in season.ties if tie.round.kind is kind][place]
    return card_svg(in_tie(tie.club_a, season, tie), words, LIGHT)


def samples(knowledge: ResultsAsOf) -> Iterator[tuple[str, str]]:
    def at(competition: Competition, year: int, moment: datetime = LATER) -> SeasonAsOf:
        return knowledge.season(competition, Season(year), moment)

    yield "card-final", card(at(CHAMPIONS_LEAGUE, 2004), RoundKind.FINAL, DUTCH)
    yield "card-in-english", card(at(CHAMPIONS_LEAGUE, 2018), RoundKind.SEMI_FINAL, ENGLISH)
    yield "card-replayed", card(at(CHAMPIONS_LEAGUE, 1973), RoundKind.FINAL, DUTCH)
    yield "card-single-match", card(at(CHAMPIONS_LEAGUE, 2019), RoundKind.QUARTER_FINAL, DUTCH)
    the_night = at(EUROPA_LEAGUE, 2017)
    for place in range(16):
        yield f"card-round-of-32-{place + 1:02}", card(the_night, RoundKind.LAST_32, DUTCH, place)
    under_way = at(CHAMPIONS_LEAGUE, 2024, datetime(2025, 3, 6, tzinfo=UTC))
    yield "bracket-under-way", bracket_svg(under_way, DUTCH, LIGHT)
    for name, cup, year in (
        ("round-of-32", EUROPA_LEAGUE, 2017),
        ("round-of-16", CHAMPIONS_LEAGUE, 2018),
        ("play-offs", CHAMPIONS_LEAGUE, 2025),
        ("groups-before-the-final", CHAMPIONS_LEAGUE, 1991),
        ("european-cup", CHAMPIONS_LEAGUE, 1973),
        ("uefa-cup", EUROPA_LEAGUE, 1985),
        ("fairs-cup", FAIRS_CUP, 1964),
        ("super-cup", SUPER_CUP, 1995),
    ):
        yield f"bracket-{name}-light", bracket_svg(at(cup, year), DUTCH, LIGHT)
        yield f"bracket-{name}-dark", bracket_svg(at(cup, year), ENGLISH, DARK)


def memory() -> float:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def drawn_in() -> float:
    """Seconds of processor that the drawing processes took so far."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


async def thousand(drawer: Drawer, knowledge: ResultsAsOf) -> list[float]:
    ties = (
        card_svg(in_tie(tie.club_a, season, tie), DUTCH, LIGHT)
        for season in seasons(knowledge)
        for tie in season.ties
        if not tie.round.kind.is_qualifying
    )
    took = []
    for svg in islice(ties, PICTURES):
        before = drawn_in()
        await drawer.png(svg)
        took.append((drawn_in() - before) * 1000)
    return sorted(took)


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    knowledge = ResultsAsOf(open_results(snapshot()))
    for name, svg in samples(knowledge):
        started = time.process_time()
        png = draw(svg, str(font_file()), FAMILY)
        alone = (time.process_time() - started) * 1000
        (folder / f"{name}.png").write_bytes(png)
        print(f"{name:<38} {alone:6.0f} ms  {len(png) / 1000:5.0f} kB")
    drawer = Drawer(font_file(), FAMILY)
    before = memory()
    took = asyncio.run(thousand(drawer, knowledge))
    print(
        f"{len(took)} cards, a process each: "
        f"p50 {took[len(took) // 2]:.0f} ms, p99 {took[-10]:.0f} ms of processor"
    )
    print(f"memory: {before:.0f} MB before, {memory():.0f} MB after")


if __name__ == "__main__":
    main()

"""What each command costs cold, with the results as they are and with nine times as many.

Cold: a connection of its own for every question, none of them asked before, and whatever our code remembers
of rows, names and texts dropped; the program is loaded, and the system has the file at hand. Without Telegram
and without a network: the question taken apart, the club found, the database asked, the answer built and cut
into messages. The moments are those at which a command has most to tell.

Run: .venv/bin/python benchmarks/commands.py [FILE]    the large database, made there unless it is there
"""

from __future__ import annotations

import functools
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.large_results import CLUBS, MATCHES, make
from bot.app.opening import forgetful_chats, open_commands, snapshot
from bot.app.serving import RARELY
from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands
from bot.handlers.request import Request
from bot.views.answer import Style, pages
from bot.words import LANGUAGES

TIMES = 200
WARM_UP = 5
CHAT = 7
IN_A_GROUP = Style()
BETWEEN_THE_LEGS = datetime(2018, 2, 18, 11, tzinfo=UTC)
SECOND_LEGS = datetime(2018, 2, 22, 18, 30, tzinfo=UTC)
AFTER_THE_FINALS = datetime(2018, 5, 28, 11, tzinfo=UTC)
LAST_MATCHDAY = datetime(2025, 1, 30, 18, 30, tzinfo=UTC)
THREE_FINALS_AHEAD = datetime(2025, 5, 12, 11, tzinfo=UTC)
LATELY = datetime(2026, 11, 22, 11, tzinfo=UTC)
QUESTIONS = (
    ("/uitslag Arsenal", SECOND_LEGS),
    ("/uitslag PSV", LATELY),
    ("/uitslag Arsenal 2017/18", AFTER_THE_FINALS),
    ("/uitslag Arsenal - Milan", LATELY),
    ("/uitslag", SECOND_LEGS),
    ("/avond", SECOND_LEGS),
    ("/avond 31-07-2025", LATELY),
    ("/avond 12-12-2024", LATELY),
    ("/programma Arsenal", LATELY),
    ("/stand", LAST_MATCHDAY),
    ("/stand EL 2023/24", LATELY),
    ("/stand PSV", LATELY),
    ("/schema", BETWEEN_THE_LEGS),
    ("/schema", THREE_FINALS_AHEAD),
    ("/schema Arsenal 2017/18", LATELY),
    ("/loting", THREE_FINALS_AHEAD),
    ("/topscorers CL 2017/18", LATELY),
    ("/topscorers Ajax", LATELY),
    ("/speler Huntelaar", LATELY),
    ("/records", LATELY),
    ("/records Ajax", LATELY),
    ("/nederland", LATELY),
    ("/land Engeland", SECOND_LEGS),
    ("/onderling Bayern - Real Madrid", LATELY),
    ("/club Ajax", LATELY),
    ("/volg Ajax", LATELY),
    ("/ontvolg Ajax", LATELY),
    ("/volgend", LATELY),
    ("/instellingen", LATELY),
    ("/start club_arsenal", SECOND_LEGS),
    ("/help", LATELY),
    ("/privacy", LATELY),
    ("/vergeet", LATELY),
)


REMEMBERED = [
    found
    for found in gc.get_objects()
    if isinstance(found, functools._lru_cache_wrapper) and str(found.__module__).startswith("bot.")  # noqa: SLF001
]
SLIPS = 400
"""Clubs asked for with a slip, each another one: what was looked up for one doesn't serve the next."""


def main() -> None:
    gc.set_threshold(*RARELY)
    with tempfile.TemporaryDirectory() as folder:
        large = Path(sys.argv[1] if len(sys.argv) > 1 else Path(folder) / "large.db")
        if not large.is_file():
            print(f"making {MATCHES:,} matches of {CLUBS:,} clubs takes some minutes…", file=sys.stderr)
            make(large)
        columns = f"{'p50 ms':>9}{'p99 ms':>9}{'p50 ms':>9}{'p99 ms':>9}{'ratio':>7}"
        print(f"{'':<46}{'as it is':>18}{f'{MATCHES:,} matches':>18}")
        print(f"{'per question, cold':<28}{'at':<18}{columns}")
        for question, start in QUESTIONS:
            each = [_measured(path, question, start) for path in (snapshot(), large)]
            print(f"{question:<28}{start:%Y-%m-%d %H:%M}  {_figures(*each)}")
        print(f"{'/uitslag, a club with a slip':<46}{_figures(*map(_with_slips, (snapshot(), large)))}")


def _figures(shipped: Sequence[float], large: Sequence[float]) -> str:
    """The percentiles of both, and how many times the first the median of the second is."""
    each = "".join(
        f"{statistics.median(taken):>9.2f}{statistics.quantiles(taken, n=100)[98]:>9.2f}"
        for taken in (shipped, large)
    )
    return f"{each}{statistics.median(large) / statistics.median(shipped):>7.2f}"


def _measured(path: Path, question: str, start: datetime) -> list[float]:
    """Milliseconds, each time on a connection of its own with nothing remembered."""
    chats, words, taken = forgetful_chats(), LANGUAGES["nl"], []
    for number in range(WARM_UP + TIMES):
        answering = _cold(path, chats)
        now = start + timedelta(minutes=number)
        begun = time.process_time()
        answer = answering.answer(question, Request("", now, CHAT, CHAT, in_group=True), words)
        messages = pages(IN_A_GROUP.of(answer.html)) if answer else []
        if number >= WARM_UP:
            taken.append((time.process_time() - begun) * 1e3)
        if not messages:
            raise RuntimeError(f"{question} was not answered")
        answering.result.knowledge.results.db.close()
    return taken


def _with_slips(path: Path) -> list[float]:
    """Milliseconds for the name of a club without its third letter, or with another one in its place."""
    chats, words, taken = forgetful_chats(), LANGUAGES["nl"], []
    clubs = open_commands(snapshot(), chats).result.knowledge.results.clubs()
    names = [club.name for club in clubs.values() if len(club.name) > 6]
    for number, name in enumerate(names[:SLIPS]):
        answering = _cold(path, chats)
        question = f"/uitslag {name[:2]}{'x' * (number % 2)}{name[3:]}"
        begun = time.process_time()
        answering.answer(question, Request("", LATELY, CHAT, CHAT, in_group=True), words)
        taken.append((time.process_time() - begun) * 1e3)
        answering.result.knowledge.results.db.close()
    return taken


def _cold(path: Path, chats: Chats) -> Commands:
    for remembered in REMEMBERED:
        remembered.cache_clear()
    answering = open_commands(path, chats)
    gc.collect()
    gc.freeze()
    return answering


if __name__ == "__main__":
    main()

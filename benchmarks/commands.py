"""What each command costs cold: every question is the first of its minute, so that nothing was worked out.

Without Telegram and without a network: the question taken apart, the club found, the database asked, the
answer built and cut into messages. The moments are those at which a command has most to tell.

Run: .venv/bin/python benchmarks/commands.py
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from bot.app.opening import forgetful_chats, open_commands, snapshot
from bot.handlers.request import Request
from bot.views.answer import Style, pages
from bot.words import LANGUAGES

TIMES = 400
WARM_UP = 20
CHAT = 7
IN_A_GROUP = Style(folded=True)
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
    ("/volg Ajax", LATELY),
    ("/ontvolg Ajax", LATELY),
    ("/volgend", LATELY),
    ("/instellingen", LATELY),
    ("/start club_arsenal", SECOND_LEGS),
    ("/help", LATELY),
    ("/privacy", LATELY),
    ("/vergeet", LATELY),
)


SLIPS = 400
"""Clubs asked for with a slip, each another one: what was looked up for one doesn't serve the next."""


def main() -> None:
    print(f"{'per question, cold':<28}{'at':<18}{'p50 ms':>9}{'p99 ms':>9}{'longest':>9}")
    for question, start in QUESTIONS:
        taken = _measured(question, start)
        p50, p99 = statistics.median(taken), statistics.quantiles(taken, n=100)[98]
        print(f"{question:<28}{start:%Y-%m-%d %H:%M}  {p50:>9.2f}{p99:>9.2f}{max(taken):>9.2f}")

    taken = sorted(_with_slips())
    p50, p99 = statistics.median(taken), statistics.quantiles(taken, n=100)[98]
    print(f"{'/uitslag, a club with a slip':<46}{p50:>9.2f}{p99:>9.2f}{max(taken):>9.2f}")


def _with_slips() -> Iterator[float]:
    """Milliseconds for the name of a club without its third letter, or with another one in its place."""
    answering, words = open_commands(snapshot(), forgetful_chats()), LANGUAGES["nl"]
    names = [club.name for club in answering.result.knowledge.results.clubs().values() if len(club.name) > 6]
    for number, name in enumerate(names[:SLIPS]):
        question = f"/uitslag {name[:2]}{'x' * (number % 2)}{name[3:]}"
        begun = time.perf_counter()
        answering.answer(question, Request("", LATELY, CHAT, CHAT, in_group=True), words)
        yield (time.perf_counter() - begun) * 1e3


def _measured(question: str, start: datetime) -> list[float]:
    """Milliseconds, once the database has been read."""
    answering, words = open_commands(snapshot(), forgetful_chats()), LANGUAGES["nl"]
    answering.warm()
    gc.collect()
    gc.freeze()
    taken = []
    for number in range(WARM_UP + TIMES):
        now = start + timedelta(minutes=number)
        begun = time.perf_counter()
        answer = answering.answer(question, Request("", now, CHAT, CHAT, in_group=True), words)
        messages = pages(IN_A_GROUP.of(answer.html)) if answer else []
        if number >= WARM_UP:
            taken.append((time.perf_counter() - begun) * 1e3)
        if not messages:
            raise RuntimeError(f"{question} was not answered")
    return taken


if __name__ == "__main__":
    main()

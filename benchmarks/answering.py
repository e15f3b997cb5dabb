"""What an answer to `/uitslag Arsenal` costs through the whole application, beside a bare echo; no network.

Run: .venv/bin/python benchmarks/answering.py
"""

from __future__ import annotations

import asyncio
import os
import resource
import statistics
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

os.environ.setdefault("PTB_TIMEDELTA", "true")

from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, ContextTypes

from bot.app import build_application, open_commands, snapshot
from bot.transport.local_request import LocalRequest, running
from bot.transport.local_telegram import LocalTelegram
from bot.transport.local_telegram_people import say

if TYPE_CHECKING:
    from bot.transport.local_request import LocalApplication

QUESTIONS = 2000
WARM_UP = 200
ASKED = "/uitslag Arsenal"
MOMENTS = {
    "a tie (22 February 2018)": datetime(2018, 2, 22, 22, 30, tzinfo=UTC),
    "a league phase (22 November 2026)": datetime(2026, 11, 22, 11, 0, tzinfo=UTC),
}


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def _echo_application(request: LocalRequest, token: str) -> LocalApplication:
    application = ApplicationBuilder().token(token).request(request).get_updates_request(request).build()
    application.add_handler(CommandHandler("uitslag", _echo))
    return application


async def _measure(application: LocalApplication, telegram: LocalTelegram) -> list[float]:
    """Microseconds per question, the update read from JSON and the reply sent included."""
    user = telegram.add_user("Supporter")
    chat = telegram.add_private_chat(user)
    taken = []
    async with running(application):
        for number in range(WARM_UP + QUESTIONS):
            say(telegram, chat, user, ASKED)
            (waiting,) = telegram.updates.take()
            start = time.perf_counter()
            await application.process_update(Update.de_json(waiting, application.bot))
            if number >= WARM_UP:
                taken.append((time.perf_counter() - start) * 1e6)
    return taken


def _line(name: str, taken: list[float], against: float) -> str:
    p50 = statistics.median(taken)
    p99 = statistics.quantiles(taken, n=100)[98]
    return f"{name:<42}{p50:>9.0f}{p99:>9.0f}{p50 / against:>9.2f}"


def main() -> None:
    telegram = LocalTelegram(lambda: datetime.now(UTC))
    echo = asyncio.run(_measure(_echo_application(LocalRequest(telegram), telegram.token), telegram))
    base = statistics.median(echo)
    print(f"{'per question':<42}{'p50 µs':>9}{'p99 µs':>9}{'ratio':>9}")
    print(_line("a bare echo", echo, base))
    for name, moment in MOMENTS.items():
        telegram = LocalTelegram(lambda: datetime.now(UTC))
        answering = open_commands(snapshot())
        application = build_application(
            answering, telegram.token, LocalRequest(telegram), clock=lambda moment=moment: moment
        )
        print(_line(name, asyncio.run(_measure(application, telegram)), base))
    print(f"memory at the most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

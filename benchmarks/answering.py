"""What an answer to `/uitslag Arsenal` costs through the whole application, beside a bare echo; no network.

Telegram's part is played by a request that says yes at once, so that only the bot's own work is measured: the
update read from JSON, the club found, the database asked, the message built and handed over.

Run: .venv/bin/python benchmarks/answering.py
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import statistics
import time
from datetime import UTC, datetime, timedelta
from itertools import count, repeat

os.environ.setdefault("PTB_TIMEDELTA", "true")

from collections.abc import Callable, Iterator, Sequence

from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, ContextTypes
from telegram.request import BaseRequest, RequestData

from bot.app.opening import open_commands, snapshot
from bot.app.wiring import build_application
from bot.transport.application import TelegramApplication
from bot.transport.limits import Limits
from bot.transport.updates.reading import read

QUESTIONS = 3000
PEOPLE = 1000
WARM_UP = 300
TOKEN = "1:benchmark"  # noqa: S105 - opens nothing
THE_NIGHT = datetime(2018, 2, 22, 22, 30, tzinfo=UTC)
LATER = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
MANY = (
    *("Arsenal", "Dortmund", "Napoli", "Marseille", "Spartak", "Atalanta"),
    *("Lazio", "Lyon", "Salzburg", "Leipzig", "Milan", "Ludogorets"),
)
CHAT = {"id": 7, "type": "private", "first_name": "Fleur"}
SOMEBODY = {"id": 7, "is_bot": False, "first_name": "Fleur", "language_code": "nl"}
BOT = {"id": 1, "is_bot": True, "first_name": "Uitslagbot", "username": "uitslagbot"}


class SaysYes(BaseRequest):
    """Answers every call at once, and counts them."""

    questions = 0

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: object, **__: object
    ) -> tuple[int, bytes]:
        del method
        sent: dict[str, object] = {"message_id": 2, "date": 0, "chat": CHAT, "text": "yes"}
        self.questions += 1
        result: dict[str, object] = {**BOT} if url.endswith("getMe") else sent
        if request_data:
            # What would go over the wire is written out.
            result["text"] = request_data.json_parameters.get("text", "yes")
        return 200, json.dumps({"ok": True, "result": result}).encode()


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def _echo_application(request: SaysYes) -> TelegramApplication:
    application = ApplicationBuilder().token(TOKEN).request(request).get_updates_request(request).build()
    application.add_handler(CommandHandler("uitslag", _echo))
    return application


async def _measure(
    application: TelegramApplication,
    request: SaysYes,
    clubs: Sequence[str],
    read_update: Callable[..., object] = lambda update, _bot: read(update),
) -> list[float]:
    """Microseconds for each question; every one must have been answered."""
    taken = []
    async with application:
        for number in range(WARM_UP + QUESTIONS):
            text = f"/uitslag {clubs[number % len(clubs)]}"
            # Many people ask: one who asks so much alone would be told to be quiet.
            somebody = 1 + number % PEOPLE
            update = {
                "update_id": number,
                "message": {
                    "message_id": number,
                    "date": 0,
                    "chat": {**CHAT, "id": somebody},
                    "from": {**SOMEBODY, "id": somebody},
                    "text": text,
                    "entities": [{"type": "bot_command", "offset": 0, "length": 8}],
                },
            }
            start = time.perf_counter()
            await application.process_update(read_update(update, application.bot))
            if number >= WARM_UP:
                taken.append((time.perf_counter() - start) * 1e6)
    if request.questions < WARM_UP + QUESTIONS:
        raise RuntimeError("some questions were not answered")
    return taken


def _minutes_from(start: datetime) -> Iterator[datetime]:
    """A minute later with every question, so that nothing worked out for the last one serves the next."""
    return (start + timedelta(minutes=number) for number in count())


def _line(name: str, taken: list[float], against: float) -> str:
    p50 = statistics.median(taken)
    p99 = statistics.quantiles(taken, n=100)[98]
    return f"{name:<44}{p50:>9.0f}{p99:>9.0f}{p50 / against:>9.2f}"


def main() -> None:
    request = SaysYes()
    bare = _measure(_echo_application(request), request, ["Arsenal"], Update.de_json)
    base = statistics.median(echo := asyncio.run(bare))
    print(f"{'per question':<44}{'p50 µs':>9}{'p99 µs':>9}{'ratio':>9}")
    print(_line("a bare echo", echo, base))
    for name, moments, clubs in (
        ("Arsenal in a tie", repeat(THE_NIGHT), ["Arsenal"]),
        ("Arsenal in a league phase", repeat(LATER), ["Arsenal"]),
        ("twelve clubs in turn", repeat(THE_NIGHT), MANY),
        ("twelve clubs, each first in its minute", _minutes_from(THE_NIGHT), MANY),
    ):
        answering = open_commands(snapshot())
        request = SaysYes()
        application = build_application(
            answering, TOKEN, request, limits=Limits(per_second=1e6), clock=iter(moments).__next__
        )
        print(_line(name, asyncio.run(_measure(application, request, clubs)), base))
    print(f"memory at the most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

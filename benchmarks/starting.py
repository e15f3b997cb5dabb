"""What a start costs: one question as a whole process, and a bot until it has answered its first update.

Both beside what an echo would need before anything else: `python -c "import telegram.ext"`, in turns, so that
a busy machine changes all of them alike. The bot is asked by a Telegram of our own, before it is started.

Run: .venv/bin/python benchmarks/starting.py
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from bot.local.telegram import people
from bot.local.telegram.engine import Happening, LocalTelegram
from bot.local.telegram.http import http_door

TIMES = 15
ROOT = Path(__file__).parents[1]
BARE = ("-c", "import telegram.ext")
ASK = ("-m", "bot", "ask", "/uitslag Arsenal")
NOBODY = "http://127.0.0.1:9"
"""Where no source answers: it is looked for as it would be, and nobody out there is asked."""
MOST_OF_ASK, MOST_OF_RUN = 1.6, 1.0
"""Times the bare import, and seconds."""


def main() -> None:
    bare, ask, run = [], [], []
    for _ in range(TIMES):
        bare.append(_process(BARE))
        ask.append(_process(ASK))
        run.append(asyncio.run(_first_answer()))
    print(f"{'median of ' + str(TIMES):<44}{'s':>8}{'ratio':>8}")
    import_taken = statistics.median(bare)
    for what, taken in (
        ('python -c "import telegram.ext"', bare),
        ('uitslagbot ask "/uitslag Arsenal"', ask),
        ("uitslagbot run, to its first answer", run),
    ):
        seconds = statistics.median(taken)
        print(f"{what:<44}{seconds:>8.2f}{seconds / import_taken:>8.2f}")
    print(
        f"allowed: ask {MOST_OF_ASK} times the import, run {MOST_OF_RUN:.1f} s where nothing else is at work"
    )


def _environment(**settings: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "", **settings}


def _process(arguments: tuple[str, ...]) -> float:
    begun = time.perf_counter()
    subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *arguments], cwd=ROOT, env=_environment(), stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - begun


async def _first_answer() -> float:
    """Seconds from the start of the program until it sends its answer."""
    telegram = LocalTelegram(lambda: datetime.now(UTC))
    user = telegram.add_user("Fleur")
    chat = telegram.add_private_chat(user)
    answered = asyncio.Event()

    def answer_came(happening: Happening) -> None:
        if happening.kind == "sent" and happening.chat_id == chat.id:
            answered.set()

    with tempfile.TemporaryDirectory() as folder:
        async with http_door(telegram) as address:
            people.say(telegram, chat, user, "/uitslag Arsenal")
            telegram.watchers.append(answer_came)
            settings = _environment(
                TELEGRAM_API_URL=address, TELEGRAM_BOT_TOKEN=telegram.token, OPENFOOTBALL_URL=NOBODY
            )
            begun = time.perf_counter()
            bot = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=folder,
                env=settings,
                stderr=asyncio.subprocess.DEVNULL,
            )
            await answered.wait()
            taken = time.perf_counter() - begun
            bot.terminate()
            await bot.wait()
    return taken


if __name__ == "__main__":
    main()

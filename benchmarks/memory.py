"""What memory a running bot takes at the most that has been asked everything, with all of history.

The published results, and nine times as many (see benchmarks/large_results.py). Every question of
benchmarks/commands.py is asked three times.

Run: .venv/bin/python benchmarks/memory.py [FILE]    the large database, made there unless it is there
"""

from __future__ import annotations

import asyncio
import os
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.commands import QUESTIONS
from benchmarks.large_results import make
from bot.app.opening import snapshot
from bot.local.telegram import people
from bot.local.telegram.engine import Happening, LocalTelegram
from bot.local.telegram.http import http_door

ROOT = Path(__file__).parents[1]
ROUNDS = 3
PATIENCE = 120.0
NOBODY = "http://127.0.0.1:9"
"""Where no source answers."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        large = Path(sys.argv[1] if len(sys.argv) > 1 else Path(folder) / "large.db")
        if not large.is_file():
            make(large)
        print(f"{'at the most':<28}{'MB':>8}")
        for name, path in (("as it is", snapshot()), ("250,000 matches", large)):
            of_one = [sys.executable, __file__, "--of", str(path.resolve())]
            # In a process of its own: what is measured is the largest of its children.
            taken = subprocess.check_output(of_one, text=True)  # noqa: S603 - this file
            print(f"{name:<28}{taken:>8}")


async def _asked_everything(path: str) -> float:
    telegram = LocalTelegram(lambda: datetime.now(UTC))
    answered = asyncio.Event()

    def answer_came(happening: Happening) -> None:
        if happening.kind == "sent":
            answered.set()

    telegram.watchers.append(answer_came)
    with tempfile.TemporaryDirectory() as folder:
        async with http_door(telegram) as address:
            settings = {
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "RESULTS_DB": path,
                "TELEGRAM_API_URL": address,
                "TELEGRAM_BOT_TOKEN": telegram.token,
                "LIVE_SOURCES": "none",
                "OPENFOOTBALL_URL": NOBODY,
            }
            bot = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=folder,
                env=settings,
                stderr=asyncio.subprocess.DEVNULL,
            )
            for question in [question for question, _ in QUESTIONS] * ROUNDS:
                answered.clear()
                user = telegram.add_user("Fleur")
                people.say(telegram, telegram.add_private_chat(user), user, question)
                await asyncio.wait_for(answered.wait(), PATIENCE)
            bot.terminate()
            await bot.wait()
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--of"]:
        print(f"{asyncio.run(_asked_everything(sys.argv[2])):.0f}", end="")
    else:
        main()

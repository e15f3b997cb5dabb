"""Ten thousand followers of one club: how long a goal and an end take, with Telegram's limits kept.

A whole evening in a loop whose clock jumps, so that seconds here are Telegram's; what the bot itself costs is
measured beside it.

Run: .venv/bin/python benchmarks/alerts.py
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("PTB_TIMEDELTA", "true")

from bot.football.events.alerting import AlertKind
from bot.transport.limits import PER_SECOND
from tests.football.builders import amsterdam
from tests.live.crowds import telling
from tests.live.fast_time import run_fast

FOLLOWERS = 10_000
CASES = (
    ("an end, to all of them", AlertKind.ENDS, amsterdam("2018-02-22 23:20")),
    ("a goal, within its two minutes", AlertKind.GOALS, amsterdam("2018-02-22 21:28:55")),
)


def main() -> None:
    print(f"{FOLLOWERS} followers, one in five a group; {PER_SECOND} a second at most")
    for name, kind, until in CASES:
        with tempfile.TemporaryDirectory() as folder:
            began, cpu = time.perf_counter(), time.process_time()
            result = run_fast(telling(Path(folder), FOLLOWERS, [kind], until))
            took = time.process_time() - cpu
        fastest = result.sent / PER_SECOND
        print(f"\n{name}")
        print(f"  told                  {result.sent} of {result.followers}")
        behind = result.seconds / fastest - 1
        print(f"  time                  {result.seconds:.1f} s, {behind:+.1%} of {fastest:.1f} s")
        print(f"  most in one second    {result.most_in_a_second}")
        print(f"  most in a minute      {result.most_in_a_minute_to_a_group} to one group")
        print(f"  during a pause asked  {result.in_the_pause}")
        print(f"  slowest reply         {result.slowest_reply:.2f} s")
        clock = time.perf_counter() - began
        print(f"  processor             {took:.1f} s in all, {clock:.1f} s by the clock")


if __name__ == "__main__":
    main()

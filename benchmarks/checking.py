"""What checking the shipped results costs, beside reading them: every sentence about the data, and coverage.

Run: .venv/bin/python benchmarks/checking.py
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime

from bot.app.opening import open_results, snapshot
from bot.database.results.results import Results
from bot.upkeep.checking import coverage, violations

ROUNDS = 7
LATELY = datetime(2026, 11, 22, 11, tzinfo=UTC)


def _read(results: Results) -> int:
    return sum(len(results.season_matches(*season)) for season in results.seasons())


def _check(results: Results) -> None:
    violations(results, LATELY)
    coverage(results, LATELY)


def _seconds(work: Callable[[Results], object]) -> float:
    """With a database that was just opened: nothing of it is remembered."""
    results = open_results(snapshot())
    began = time.process_time()
    work(results)
    took = time.process_time() - began
    results.db.close()
    return took


def main() -> None:
    reading, checking = [], []
    for _ in range(ROUNDS):
        reading.append(_seconds(_read))
        checking.append(_seconds(_check))
    results = open_results(snapshot())
    read, checked = statistics.median(reading), statistics.median(checking)
    print(f"{_read(results)} matches of {len(results.seasons())} seasons, the median of {ROUNDS} rounds")
    print(f"  read     {read:6.2f} s")
    print(f"  checked  {checked:6.2f} s, {checked / read:.1f} times as long")


if __name__ == "__main__":
    main()

"""Matches imported a second: a made-up season of ties after another by `import csv`, and again unchanged.

Run: .venv/bin/python benchmarks/importing.py
"""

from __future__ import annotations

import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from bot.database.connection import open_to_write
from bot.importing import import_from
from bot.importing.protocol import ImportOptions

SEASONS = 100
CLUBS = 64


def _results(path: Path) -> int:
    rows = ["competition,season,round,leg,date,home,home_country,away,away_country,ft_home,ft_away"]
    for season in range(1900, 1900 + SEASONS):
        for tie in range(CLUBS // 2):
            home, away = f"Club {2 * tie}", f"Club {2 * tie + 1}"
            day = date(season, 9, 14)
            rows.append(f"CL,{season},R64,1,{day},{home},NED,{away},BEL,{tie % 4},1")
            rows.append(f"CL,{season},R64,2,{day + timedelta(14)},{away},BEL,{home},NED,{tie % 3},0")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return len(rows) - 1


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "matches.csv"
        count = _results(results)
        db = open_to_write(Path(folder) / "results.db")
        for name in ("new", "unchanged"):
            start = time.perf_counter()
            summary = import_from("csv", db, [results], ImportOptions(new_clubs=True))
            taken = time.perf_counter() - start
            print(f"{name:<10}{count} matches in {taken:.2f} s: {count / taken:,.0f} a second ({summary})")


if __name__ == "__main__":
    main()

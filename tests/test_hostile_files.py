"""Files made to hurt: refused in one line, within seconds, with little memory, and nothing is changed."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.database.chats.connection import open_chats
from bot.sources.csv_rows import LARGEST_FILE, MOST_ROWS
from bot.sources.football_txt.lines import LONGEST_FILE, MOST_LINES

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
SECONDS = 20
"""Of a processor; what is refused here takes one or two, without its bound minutes or hours."""
MEMORY = 2 * 1024**3
"""Bytes of addresses, most of them of libraries."""
AS_BOUNDED = (
    "import resource, sys; "
    f"resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS})); "
    f"resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); "
    "from bot.__main__ import main; main()"
)

HEADER = "competition,season,round,date,home,home_country,away,away_country,ft_home,ft_away\n"
ROW = "EL,2017,R32,2018-02-15,Napoli,ITA,RB Leipzig,GER,1,3\n"
TITLE = "= UEFA Europa League 2017/18\n\n» Round of 32\n[Thu Feb/15]\n"
MATCH = "  21.05  Napoli  v RB Leipzig  1-3\n"
FIRST = date(1700, 1, 1)
ON_MANY_DAYS = "".join(ROW.replace("2018-02-15", str(FIRST + timedelta(5 * day))) for day in range(20_000))

CSV_BOMBS = {
    "a huge file": (HEADER + ROW * (LARGEST_FILE // len(ROW) + 1), "larger than 10,000,000 bytes"),
    "endless rows": (HEADER + "\n" * (MOST_ROWS + 1), "more than 100,000 rows"),
    "a huge cell": (HEADER + ROW.replace("Napoli", "N" * 100_000), "a cell of 100,000 characters"),
    "a cell that never ends": (f'{HEADER}"{"x" * 5_000_000}', "field larger than field limit"),
    "line breaks in a cell": (f'{HEADER}"{chr(10) * 5_000_000}', "field larger than field limit"),
    "half a million columns": (",".join(["competition"] * 500_000), "stands there twice"),
    "a million cells": (HEADER + "1," * 1_000_000, "1000001 cells under a header of 10 columns"),
    "a match without end": (HEADER + ROW * 20_000, "Napoli - RB Leipzig 20,000 times in 2017/18"),
    "a match on every day": (HEADER + ON_MANY_DAYS, "Napoli - RB Leipzig 20,000 times in 2017/18"),
    "a zip": ("PK\x03\x04" + "\0" * 100_000, "holds a NUL byte"),
    "codes for a terminal": ("\x1b[2J\x1b]0;x\x07\n", "unknown column"),
}
TXT_BOMBS = {
    "a huge file": (TITLE + "#" * LONGEST_FILE, "longer than 5,000,000 characters"),
    "endless lines": (TITLE + "\n" * MOST_LINES, "more than 100,000 lines"),
    "an endless line": (TITLE + MATCH.rstrip() + " " * 1_000_000 + "x", "characters; expected a match"),
    "endless accents": (TITLE + MATCH + "̧́" * 1_000_000, "a line of 2,000,000 characters"),
    "endless brackets": (TITLE + MATCH + "(((((((\n" * 100_000, "more than 100,000 lines"),
    "deep brackets": (TITLE + MATCH + f"    {'(' * 900}{')' * 900}\n", "uitslagbot: "),
    "brackets over all lines": (TITLE + MATCH + "    ([\n" * 90_000, "a bracket is opened and not closed"),
    "comments that never end": (TITLE + "<!--" * 1_000_000, "no match in it"),
    "a match without end": (TITLE + MATCH * 20_000, "20,000 times in 2017/18"),
    "codes for a terminal": (TITLE + "\x1b[2J\x1b]0;x\x07 v \x1b[1m  1-0\n", "uitslagbot: "),
}


def refusal(folder: Path, *arguments: str) -> str:
    """The one line on stderr; the folder is as it was."""
    before = sorted(folder.rglob("*"))
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", AS_BOUNDED, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=3 * SECONDS,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 2, done
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.isprintable()
    assert len(line) < 1_000
    assert sorted(folder.rglob("*")) == before
    return line


@pytest.mark.parametrize("bomb", CSV_BOMBS)
def test_a_csv_made_to_hurt_is_refused(bomb: str, tmp_path: Path) -> None:
    content, reason = CSV_BOMBS[bomb]
    (tmp_path / "bomb.csv").write_text(content, encoding="utf-8")
    line = refusal(tmp_path, "import", "csv", "bomb.csv", "--into", "my.db", "--new-clubs")
    assert reason in line
    assert "bomb.csv" in line


@pytest.mark.parametrize("bomb", TXT_BOMBS)
def test_a_football_txt_made_to_hurt_is_refused(bomb: str, tmp_path: Path) -> None:
    content, reason = TXT_BOMBS[bomb]
    (tmp_path / "bomb.txt").write_text(content, encoding="utf-8")
    line = refusal(tmp_path, "import", "openfootball", "bomb.txt", "--into", "my.db", "--new-clubs")
    assert reason in line
    assert "bomb.txt" in line


def test_goals_made_to_hurt_are_refused(tmp_path: Path) -> None:
    columns = "season,date,game,scoring_player,scoring_team,GH,GA,time"
    (tmp_path / "champions-league.csv").write_text(f"{columns}\n2017-2018,{'1' * 100_000},,,,,,\n")
    line = refusal(tmp_path, "import", "goals", "champions-league.csv", "--into", "my.db")
    assert "champions-league.csv" in line


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom"])
def test_what_never_ends_is_not_read_to_its_end(device: str, tmp_path: Path) -> None:
    assert "larger than" in refusal(tmp_path, "import", "csv", device, "--into", "my.db")


def test_a_link_out_of_the_folder_shows_a_word_of_what_it_points_to_at_most(tmp_path: Path) -> None:
    secret = tmp_path / "elsewhere"
    secret.write_text("somebody's own words that go on and on, and on, and on\n" * 100)
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "matches.csv").symlink_to(secret)
    line = refusal(tmp_path, "import", "csv", "results", "--into", "my.db")
    assert "and on, and on" not in line


@pytest.mark.parametrize(
    "target", ["nowhere/my.db", "../nowhere/my.db", ".", "/dev/null", "my.csv/my.db", "a" * 300]
)
def test_an_import_into_a_strange_place_is_refused(target: str, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text(HEADER + ROW)
    refusal(tmp_path, "import", "csv", "my.csv", "--into", target, "--new-clubs")


def test_an_import_over_somebody_elses_file_leaves_it_alone(tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text(HEADER + ROW)
    (tmp_path / "letter.txt").write_text("Lieve Fleur")
    refusal(tmp_path, "import", "csv", "my.csv", "--into", "letter.txt", "--new-clubs")
    assert (tmp_path / "letter.txt").read_text() == "Lieve Fleur"


@pytest.mark.parametrize("file", ["my.csv", ".", "nowhere.zip", "/dev/zero"])
def test_what_is_no_backup_is_not_restored(file: str, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text(HEADER + ROW)
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "chats.lock").touch()
    refusal(tmp_path, "restore", file)
    assert (tmp_path / "my.csv").read_text() == HEADER + ROW


@pytest.mark.parametrize("file", [".", "nowhere/kept.zip", "my.csv", "/dev/null"])
def test_a_backup_into_a_strange_place_is_refused(file: str, tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text(HEADER + ROW)
    open_chats(tmp_path / "var" / "chats.db").close()
    refusal(tmp_path, "backup", file)
    assert (tmp_path / "my.csv").read_text() == HEADER + ROW

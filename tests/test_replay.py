"""An evening of the past played again by the real program, in the chat of a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
PATIENCE = 600
MUNICH = [
    "⚽ Bayern – Chelsea 1-0",
    "⚽ Bayern – Chelsea 1-1",
    "🏁 Bayern – Chelsea 1-1",
]


def replay(folder: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("TELEGRAM")}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", "replay", *arguments],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT), "LOG_LEVEL": "ERROR"},
        input=typed,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.mark.parametrize(
    "how",
    [
        ("--source", "uefa"),
        ("--source", "api-football", "--fault", "server error", "--fault", "half an answer"),
    ],
    ids=["uefa", "api-football in trouble"],
)
def test_the_final_of_munich_is_told_again_goal_by_goal(how: tuple[str, ...], tmp_path: Path) -> None:
    done = replay(tmp_path, "2012-05-19", "--speed", "800", *how, typed="/avond\n")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    alerts = [line.partition(" (")[0] for line in lines if line.startswith(("⚽", "🏁"))]
    # Two minutes are a sixth of a second here: on a busy machine anything may come too late to be told.
    assert alerts == [line for line in MUNICH if line in alerts]
    assert any("🏆 Chelsea wint de Champions League" in line for line in lines)
    assert "📅 Zaterdag 19 mei 2012" in lines
    assert "this chat follows Bayern München, Chelsea" in done.stderr
    assert "over;" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("source", ["wikipedia", "openfootball"])
def test_without_live_scores_the_result_is_told_once_and_no_goal(source: str, tmp_path: Path) -> None:
    done = replay(tmp_path, "2012-05-19", "--speed", "400", "--source", source)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line for line in lines if line.startswith("🏁")] == ["🏁 Uitslag: Bayern – Chelsea 1-1"]
    assert "🏆 Chelsea wint de Champions League" in lines
    assert not [line for line in lines if line.startswith(("⚽", "▶️", "📅"))]
    assert "over; 1 messages came without being asked" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("2018-02-24",), "I know no matches on 24-02-2018"),
        (("2018-02-22", "--follow", "Feyenoord"), "'Feyenoord' is no club that plays that evening"),
        (("2018-02-22", "--telegram"), "--telegram needs TELEGRAM_BOT_TOKEN in .env"),
        (("yesterday",), "Invalid value for 'DAY'"),
        (("2018-02-22", "--speed", "0"), "Invalid value for '--speed'"),
    ],
)
def test_what_can_not_be_played_again_is_said_in_a_line(
    arguments: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    done = replay(tmp_path, *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_assumed_kick_offs_are_said(tmp_path: Path) -> None:
    done = replay(tmp_path, "2018-02-22", "--follow", "Feyenoord")
    assert "kick-off not known, put at 19.00: AC Milan – Ludogorets" in done.stderr

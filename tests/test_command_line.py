"""The program as its users start it: a real process, its output, its exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from bot.app.opening import snapshot
from bot.database.chats.connection import open_chats
from bot.database.chats.memory import Counts
from bot.database.chats.source_states import SourceStates

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
PATIENCE = 600
TIES = """\
competition,season,round,leg,date,home,home_country,away,away_country,ft_home,ft_away
EL,2017,R32,1,2018-02-15,Napoli,ITA,RB Leipzig,GER,1,3
EL,2017,R32,2,2018-02-22,RB Leipzig,GER,Napoli,ITA,0,2
"""


def _environment(**settings: str) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in {"TELEGRAM_BOT_TOKEN", "RESULTS_DB"}
    }
    # Nothing out there is asked.
    return {**kept, "PYTHONPATH": str(ROOT), "LIVE_SOURCES": "none", **settings}


def _run(folder: Path, *arguments: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=_environment(**settings),
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


def _one_line(trouble: subprocess.CompletedProcess[str]) -> str:
    assert trouble.returncode == 2, trouble
    assert trouble.stdout == ""
    assert trouble.stderr.count("\n") == 1
    assert trouble.stderr.startswith("uitslagbot: ")
    return trouble.stderr


def test_the_night_of_22_february_2018_is_told_on_stdout(tmp_path: Path) -> None:
    done = _run(tmp_path, "ask", "/uitslag Arsenal", "--at", "2018-02-22T23:30")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Arsenal – Östersunds FK 1-2 (rust 0-2)" in done.stdout
    assert "Arsenal door naar de achtste finales" in done.stdout


def test_one_question_loads_neither_telegram_nor_a_web_server_nor_the_other_language(tmp_path: Path) -> None:
    heavy = {"telegram", "uvicorn", "starlette", "httpx", "aiohttp", "pydantic", "asyncio", "bot.words.en"}
    program = (
        "import atexit, sys; sys.argv[1:] = ['ask', '/uitslag Arsenal'];"
        f"atexit.register(lambda: print({heavy} & set(sys.modules), file=sys.stderr));"
        "from bot.__main__ import main; main()"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=True,
    )
    assert done.stderr == "set()\n"


def test_an_answer_as_json_has_its_text_its_html_and_its_buttons(tmp_path: Path) -> None:
    done = _run(tmp_path, "ask", "Arsenal 2017/18", "--format", "json")
    answer = json.loads(done.stdout)
    assert set(answer) == {"text", "html", "buttons", "photo"}
    assert answer["photo"] is None
    assert "<b>" in answer["html"]
    assert "<b>" not in answer["text"]
    assert all(len(button["data"].encode()) <= 64 for row in answer["buttons"] for button in row)
    assert "AC Milan" in str(answer["buttons"])


def test_a_club_that_does_not_exist_is_an_answer_too(tmp_path: Path) -> None:
    done = _run(tmp_path, "ask", "/uitslag xyzzyplugh")
    assert done.returncode == 0
    assert "Geen club gevonden" in done.stdout


def test_a_moment_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    done = _run(tmp_path, "ask", "Arsenal", "--at", "gisteren")
    assert done.returncode == 2
    assert "ISO" in done.stderr
    assert "Traceback" not in done.stderr


def test_lines_piped_in_are_answered_and_the_end_of_them_ends_the_chat(tmp_path: Path) -> None:
    done = _run(tmp_path, "run", typed="/uitslag Arsenal 2017/18\n1\n")
    assert done.returncode == 0
    assert done.stderr == ""
    assert "Arsenal 2017/18" in done.stdout
    assert "[1] " in done.stdout
    assert "Östersunds FK – Arsenal 0-3 (rust 0-2)" in done.stdout


def test_finding_answers_a_query_per_line(tmp_path: Path) -> None:
    done = _run(tmp_path, "find", "--jsonl", typed="Arsenal\narsenal - ac milan\nzzzzqqq\n")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [verdict["verdict"] for verdict in found] == ["club", "pair", "none"]
    assert found[0]["clubs"] == [{"id": "eng-arsenal-fc", "name": "Arsenal", "country": "ENG"}]
    assert found[0]["query"] == "Arsenal"


def test_ties_imported_come_out_with_who_went_through_and_why(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text(TIES, encoding="utf-8")
    done = _run(tmp_path, "import", "csv", "ties.csv", "--into", "my.db", "--new-clubs")
    assert done.returncode == 0
    assert done.stdout == ""
    assert "2 added" in done.stderr
    exported = _run(tmp_path, "export", "ties", "--db", "my.db", "--format", "csv")
    (tie,) = csv.DictReader(io.StringIO(exported.stdout))
    assert (tie["leg1"], tie["leg2"], tie["aggregate_a"], tie["aggregate_b"]) == ("1-3", "0-2", "3", "3")
    assert (tie["winner"], tie["decided_by"]) == ("RB Leipzig", "away goals")
    again = _run(tmp_path, "import", "csv", "ties.csv", "--into", "my.db")
    assert "0 added, 0 changed" in again.stderr


def test_a_half_written_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text(f'{TIES}EL,2017,R32,1,2018-02-15,"Mila', encoding="utf-8")
    line = _one_line(_run(tmp_path, "import", "csv", "ties.csv", "--into", "my.db", "--new-clubs"))
    assert "ties.csv, line 4" in line
    assert not (tmp_path / "my.db").exists()


def test_an_unknown_club_is_refused_with_the_nearest(tmp_path: Path) -> None:
    shutil.copyfile(snapshot(), tmp_path / "my.db")
    (tmp_path / "ties.csv").write_text(TIES.replace("Napoli", "Napolii"), encoding="utf-8")
    line = _one_line(_run(tmp_path, "import", "csv", "ties.csv", "--into", "my.db"))
    assert "'Napolii' (ITA) is not a known club; nearest: Napoli" in line


def test_an_import_without_a_database_leaves_the_snapshot_as_it_is(tmp_path: Path) -> None:
    before = snapshot().read_bytes()
    (tmp_path / "ties.csv").write_text(TIES, encoding="utf-8")
    assert _run(tmp_path, "import", "csv", "ties.csv").returncode == 0
    assert (tmp_path / "var" / "results.db").is_file()
    assert snapshot().read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"", b"no database at all, but long enough to be one" * 100, b"SQLite format 3\0"]
)
def test_a_broken_database_is_one_clear_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.db").write_bytes(content)
    line = _one_line(_run(tmp_path, "ask", "Arsenal", RESULTS_DB="broken.db"))
    assert "broken.db" in line


def test_a_truncated_database_is_one_clear_line(tmp_path: Path) -> None:
    whole = snapshot().read_bytes()
    (tmp_path / "half.db").write_bytes(whole[: len(whole) // 2])
    done = _run(tmp_path, "ask", "Arsenal", RESULTS_DB="half.db")
    assert "git checkout" in _one_line(done)


def test_a_missing_database_is_one_clear_line(tmp_path: Path) -> None:
    assert "make data" in _one_line(_run(tmp_path, "ask", "Arsenal", RESULTS_DB="nowhere.db"))


def test_a_wrong_setting_is_one_clear_line(tmp_path: Path) -> None:
    line = _one_line(_run(tmp_path, "run", TELEGRAM_API_URL="telegram.org"))
    assert "TELEGRAM_API_URL" in line
    assert ".env" in line


class _Unauthorized(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_response(401)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(b'{"ok":false,"error_code":401,"description":"Unauthorized"}')

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def unfriendly_telegram() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Unauthorized)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_wrong_token_ends_with_one_clear_line(tmp_path: Path, unfriendly_telegram: str) -> None:
    token = "123456:wrong-and-secret"  # noqa: S105 - opens nothing
    done = _run(tmp_path, "run", TELEGRAM_BOT_TOKEN=token, TELEGRAM_API_URL=unfriendly_telegram)
    assert done.returncode == 2
    assert "TELEGRAM_BOT_TOKEN" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unreachable_telegram_is_tried_again_until_we_are_told_to_stop(tmp_path: Path) -> None:
    token = "123456:right-and-secret"  # noqa: S105 - opens nothing
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,
        env=_environment(TELEGRAM_BOT_TOKEN=token, TELEGRAM_API_URL="http://127.0.0.1:9"),
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    process.send_signal(signal.SIGTERM)
    rest = process.stderr.read()
    process.stderr.close()
    assert "can't be reached" in line
    assert "trying again" in line
    assert "secret" not in line + rest
    assert process.wait(PATIENCE) == 0


def test_check_tells_how_many_questions_a_source_still_takes_today(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    with closing(open_chats(tmp_path / "var" / "chats.db")) as db:
        Counts(db).remember("api-football", datetime.now(UTC).date(), used=37, allowed=100)
    done = _run(tmp_path, "check", LIVE_SOURCES="api-football", API_FOOTBALL_KEY="of-somebody")
    assert "source: api-football: key set, 63 of 100 questions left today" in done.stdout
    assert "of-somebody" not in done.stdout + done.stderr


def test_check_tells_what_each_source_can_and_when_it_answered_or_failed(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    with closing(open_chats(tmp_path / "var" / "chats.db")) as db:
        states = SourceStates(db)
        states.failed("openfootball", "can't be reached", datetime(2018, 2, 22, 22, 0, tzinfo=UTC))
        states.answered("uefa", datetime(2018, 2, 22, 21, 0, tzinfo=UTC))
    lines = _run(tmp_path, "check", LIVE_SOURCES="uefa,openfootball").stdout.splitlines()
    assert (
        "source: openfootball: tells results, whole seasons (about 24 h late); licence: CC0 1.0; no key"
        in lines
    )
    trouble = "has not answered yet; in trouble 22-02-2018 23:00: can't be reached"
    assert f"source: openfootball: {trouble}" in lines
    assert "source: uefa: answered 22-02-2018 22:00" in lines
    assert any(line.startswith("running season: ") for line in lines)


def test_check_tells_what_is_covered(tmp_path: Path) -> None:
    done = _run(tmp_path, "check")
    assert done.returncode == 0
    assert "2017/18" in done.stdout
    assert "no token" in done.stdout


def test_a_webhook_without_a_secret_is_said_in_a_line(tmp_path: Path) -> None:
    line = _one_line(_run(tmp_path, "check", WEBHOOK_URL="https://bot.example.org/in"))
    assert "WEBHOOK_URL needs a WEBHOOK_SECRET" in line

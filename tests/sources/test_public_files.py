"""Fetching the public files from a server of our own."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from bot.sources.errors import SourceError
from bot.sources.public_files import (
    GOALS_FILES,
    OPENFOOTBALL_FILES,
    PublicAddresses,
    fetch_public_files,
)

FIRST = f"/results/{OPENFOOTBALL_FILES[0]}"
GOALS = f"/goals/{GOALS_FILES[-1]}"
AT_ONCE = (0.0, 0.0)
CUT_OFF = "cut off"
SILENT = "silent"


@dataclass
class Server:
    """A server that has every file, and troubles where a test wants them."""

    address: str
    troubles: dict[str, list[int | str]] = field(default_factory=dict)
    """What it answers first for a path; after these it answers well."""
    bodies: dict[str, bytes] = field(default_factory=dict)
    requests: Counter[str] = field(default_factory=Counter)
    closing: threading.Event = field(default_factory=threading.Event)

    def body(self, path: str) -> bytes:
        return self.bodies.get(path, f"the file {path}".encode())

    @property
    def addresses(self) -> PublicAddresses:
        address = self.address
        return PublicAddresses(f"{address}/results", f"{address}/goals", f"{address}/history")


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            serving.requests[self.path] += 1
            troubles = serving.troubles.get(self.path)
            trouble = troubles.pop(0) if troubles else 200
            if trouble == SILENT:
                serving.closing.wait()
                return
            body = serving.body(self.path)
            self.send_response(trouble if isinstance(trouble, int) else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if trouble == CUT_OFF else body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        serving = Server(f"http://127.0.0.1:{listening.server_port}")
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield serving
        finally:
            serving.closing.set()
            listening.shutdown()
            thread.join()


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=300, trust_env=False) as client:
        yield client


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_every_file_stands_in_the_folder_of_its_season(
    server: Server, client: httpx.Client, tmp_path: Path
) -> None:
    fetch_public_files(tmp_path, client, addresses=server.addresses, pauses=AT_ONCE)
    assert files_in(tmp_path) == {
        *(f"openfootball/{name}" for name in OPENFOOTBALL_FILES),
        "goals/champions-league.csv",
        "goals/europa-league.csv",
        "history/uefa-cl.csv",
        "history/uefa-cw.csv",
        "history/uefa-el.csv",
        "history/uefa-sc.csv",
    }
    text = (tmp_path / "openfootball/2020-21/el.txt").read_text()
    assert text == "the file /results/2020-21/el.txt"
    assert set(server.requests.values()) == {1}


def test_progress_counts_the_files(server: Server, client: httpx.Client, tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    fetch_public_files(
        tmp_path,
        client,
        addresses=server.addresses,
        pauses=AT_ONCE,
        report=lambda name, number, of: heard.append((name, number, of)),
    )
    assert heard[0] == ("openfootball/2011-12/cl.txt", 1, 36)
    assert heard[-1] == ("history/uefa-sc.csv", 36, 36)


def test_the_goals_are_those_of_a_fixed_commit() -> None:
    assert "/6ba5e7e8f8657b6ccdeb0e89778765423f8d5aaf/data/goals_time" in PublicAddresses().goals
    assert PublicAddresses().openfootball.endswith("/openfootball/champions-league/master")


def test_the_bytes_are_kept_as_they_came(server: Server, client: httpx.Client, tmp_path: Path) -> None:
    server.bodies[FIRST] = "» Group A\r\nBayern München 2-0\n".encode()
    fetch_public_files(tmp_path, client, addresses=server.addresses, pauses=AT_ONCE)
    assert (tmp_path / "openfootball" / OPENFOOTBALL_FILES[0]).read_bytes() == server.bodies[FIRST]


def test_a_file_that_was_there_is_replaced(server: Server, client: httpx.Client, tmp_path: Path) -> None:
    old = tmp_path / "goals" / "europa-league.csv"
    old.parent.mkdir()
    old.write_text("last year's")
    fetch_public_files(tmp_path, client, addresses=server.addresses, pauses=AT_ONCE)
    assert old.read_text() == f"the file {GOALS}"


@pytest.mark.parametrize("trouble", [500, 502, 503, 429, CUT_OFF])
def test_a_server_that_recovers_is_asked_again(
    server: Server, client: httpx.Client, tmp_path: Path, trouble: int | str
) -> None:
    server.troubles[FIRST] = [trouble, trouble]
    fetch_public_files(tmp_path, client, addresses=server.addresses, pauses=AT_ONCE)
    assert server.requests[FIRST] == 3
    assert (tmp_path / "openfootball" / OPENFOOTBALL_FILES[0]).read_text() == f"the file {FIRST}"


@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (404, "not found (404): correct its address"),
        (403, "the server answers 403: try again later"),
        (503, "the server answers 503: try again later"),
        (CUT_OFF, "the answer was cut off"),
    ],
)
def test_a_file_that_cannot_be_had_is_named_with_what_to_do(
    server: Server, client: httpx.Client, tmp_path: Path, trouble: int | str, reason: str
) -> None:
    server.troubles[GOALS] = [trouble] * 9
    with pytest.raises(SourceError) as caught:
        fetch_public_files(tmp_path, client, addresses=server.addresses, pauses=AT_ONCE)
    assert caught.value.place == server.address + GOALS
    assert caught.value.reason.startswith(reason)
    assert "make data FROM=" in caught.value.reason


@pytest.mark.parametrize(("trouble", "times"), [(404, 1), (403, 1), (503, 3), (CUT_OFF, 3)])
def test_only_what_may_pass_is_asked_for_again(
    server: Server, client: httpx.Client, tmp_path: Path, trouble: int | str, times: int
) -> None:
    server.troubles[GOALS] = [trouble] * 9
    with pytest.raises(SourceError):
        fetch_public_files(tmp_path, client, addresses=server.addresses, pauses=AT_ONCE)
    assert server.requests[GOALS] == times


def test_of_a_file_cut_off_half_way_nothing_stays(
    server: Server, client: httpx.Client, tmp_path: Path
) -> None:
    server.troubles[FIRST] = [CUT_OFF] * 9
    with pytest.raises(SourceError):
        fetch_public_files(tmp_path, client, addresses=server.addresses, pauses=AT_ONCE)
    assert files_in(tmp_path) == set()


def test_a_file_cut_off_half_way_leaves_the_one_that_was_there(
    server: Server, client: httpx.Client, tmp_path: Path
) -> None:
    old = tmp_path / "openfootball" / OPENFOOTBALL_FILES[0]
    old.parent.mkdir(parents=True)
    old.write_text("whole")
    server.troubles[FIRST] = [CUT_OFF] * 9
    with pytest.raises(SourceError):
        fetch_public_files(tmp_path, client, addresses=server.addresses, pauses=AT_ONCE)
    assert files_in(tmp_path) == {f"openfootball/{OPENFOOTBALL_FILES[0]}"}
    assert old.read_text() == "whole"


def test_an_empty_file_is_none(server: Server, client: httpx.Client, tmp_path: Path) -> None:
    server.bodies[FIRST] = b""
    with pytest.raises(SourceError, match="the file is empty: try again later"):
        fetch_public_files(tmp_path, client, addresses=server.addresses, pauses=AT_ONCE)
    assert files_in(tmp_path) == set()


def test_a_silent_server_is_not_waited_for_forever(server: Server, tmp_path: Path) -> None:
    server.troubles[FIRST] = [SILENT] * 9
    with (
        httpx.Client(timeout=0.5, trust_env=False) as impatient,
        pytest.raises(SourceError, match="no answer in time: try again later"),
    ):
        fetch_public_files(tmp_path, impatient, addresses=server.addresses, pauses=AT_ONCE)
    assert server.requests[FIRST] == 3


def test_where_nobody_listens_the_connection_is_to_be_checked(client: httpx.Client, tmp_path: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as closed:
        port = closed.server_port
    nowhere = PublicAddresses(*[f"http://127.0.0.1:{port}"] * 3)
    with pytest.raises(SourceError, match=r"can't be reached .*: check the connection"):
        fetch_public_files(tmp_path, client, addresses=nowhere, pauses=AT_ONCE)


def test_a_folder_that_cannot_be_written_is_named(
    server: Server, client: httpx.Client, tmp_path: Path
) -> None:
    (tmp_path / "openfootball").write_text("a file stands in the way")
    with pytest.raises(SourceError, match="can't be written"):
        fetch_public_files(tmp_path, client, addresses=server.addresses, pauses=AT_ONCE)

"""The files of results and goals, fetched from their public addresses.

Nothing is read here: `football_txt` and `goals_csv` do that. A file is put in its place once it is whole.

Licence: openfootball CC0 1.0; schochastics/football-data ODC-BY 1.0, attribution. Rate limit: none published
for raw.githubusercontent.com; 32 files, one after the other, each asked for at most three times. Time zone,
full time, extra time, shoot-outs and own goals: exempt, because the modules that read the files say so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.sources.errors import SourceError

OPENFOOTBALL_FILES = (
    "2011-12/cl.txt",
    "2012-13/cl.txt",
    "2013-14/cl.txt",
    "2014-15/cl.txt",
    "2015-16/cl.txt",
    "2016-17/cl.txt",
    "2017-18/cl.txt",
    "2018-19/cl.txt",
    "2019-20/cl.txt",
    "2020-21/cl.txt",
    "2020-21/el.txt",
    "2021-22/cl.txt",
    "2021-22/conf.txt",
    "2021-22/el.txt",
    "2022-23/cl.txt",
    "2022-23/conf.txt",
    "2022-23/el.txt",
    "2023-24/cl.txt",
    "2023-24/conf.txt",
    "2023-24/el.txt",
    "2024-25/cl.txt",
    "2024-25/clq.txt",
    "2024-25/conf.txt",
    "2024-25/confq.txt",
    "2024-25/el.txt",
    "2024-25/elq.txt",
    "2025-26/cl.txt",
    "2025-26/clq.txt",
    "2025-26/confq.txt",
    "2025-26/elq.txt",
)
"""Seasons and names as in the repository: Champions, Europa and Conference League; q is qualifying."""

GOALS_FILES = ("champions-league.csv", "europa-league.csv")
HISTORY_FILES = ("uefa-cl.csv", "uefa-cw.csv", "uefa-el.csv", "uefa-sc.csv")

PAUSES = (1.0, 4.0)
"""Seconds before asking again when a server is in trouble; after the last one we give up."""

_OTHERWISE = "or build from files that you have: make data FROM=folder"


@dataclass(frozen=True, slots=True)
class PublicAddresses:
    """The folders on the web in which the files stand."""

    openfootball: str = "https://raw.githubusercontent.com/openfootball/champions-league/master"
    # Fixed, since later states of the file may name clubs and games in another way.
    goals: str = (
        "https://raw.githubusercontent.com/schochastics/football-data/"
        "6ba5e7e8f8657b6ccdeb0e89778765423f8d5aaf/data/goals_time"
    )
    # Later states have no such files.
    history: str = (
        "https://raw.githubusercontent.com/schochastics/football-data/"
        "168faec457f765b4631001c011834219f36ed789/data/results"
    )


def fetch_public_files(
    folder: Path,
    client: httpx.Client,
    *,
    addresses: PublicAddresses = PublicAddresses(),
    pauses: tuple[float, ...] = PAUSES,
    report: Callable[[str, int, int], None] = lambda _file, _number, _of: None,
) -> None:
    """Fetch every file into `openfootball/<season>/`, `goals/` and `history/` of a folder.

    The client says how long to wait for an answer. `report` is called with the file that comes next, its
    number, and how many there are. Raises SourceError at the first file that can't be had; those fetched
    until then stay.
    """
    wanted = [*_wanted(addresses)]
    for number, (address, name) in enumerate(wanted, start=1):
        report(name, number, len(wanted))
        _fetch(address, folder / name, client, pauses)


def _wanted(addresses: PublicAddresses) -> Iterator[tuple[str, str]]:
    for name in OPENFOOTBALL_FILES:
        yield f"{addresses.openfootball}/{name}", f"openfootball/{name}"
    for name in GOALS_FILES:
        yield f"{addresses.goals}/{name}", f"goals/{name}"
    for name in HISTORY_FILES:
        yield f"{addresses.history}/{name}", f"history/{name}"


def _fetch(address: str, target: Path, client: httpx.Client, pauses: tuple[float, ...]) -> None:
    half = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _download_patiently(address, half, client, pauses)
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)
    except OSError as error:
        raise SourceError(str(target), f"can't be written ({error.strerror}): give another folder") from error


def _download_patiently(address: str, half: Path, client: httpx.Client, pauses: tuple[float, ...]) -> None:
    left = iter(pauses)
    while True:
        try:
            return _download(address, half, client)
        except httpx.HTTPError as error:
            pause = next(left, None)
            if pause is None or not _is_passing(error):
                raise SourceError(address, f"{_reason(error)}, {_OTHERWISE}") from error
            time.sleep(pause)


def _download(address: str, half: Path, client: httpx.Client) -> None:
    """One try; httpx sees when a body ends before the length that was promised."""
    with client.stream("GET", address) as response, half.open("wb") as file:
        response.raise_for_status()
        for piece in response.iter_bytes():
            file.write(piece)
        if not file.tell():
            raise SourceError(address, f"the file is empty: try again later, {_OTHERWISE}")


def _is_passing(error: httpx.HTTPError) -> bool:
    """Whether asking again may help: with a busy or ailing server, or a bad line."""
    if isinstance(error, httpx.HTTPStatusError):
        status = error.response.status_code
        return status >= 500 or status == httpx.codes.TOO_MANY_REQUESTS
    return isinstance(error, httpx.TransportError)


def _reason(error: httpx.HTTPError) -> str:
    match error:
        case httpx.HTTPStatusError(response=response) if response.status_code == httpx.codes.NOT_FOUND:
            return "not found (404): correct its address in bot/sources/public_files.py"
        case httpx.HTTPStatusError(response=response):
            return f"the server answers {response.status_code}: try again later"
        case httpx.TimeoutException():
            return "no answer in time: try again later"
        case httpx.RemoteProtocolError() | httpx.ReadError():
            return f"the answer was cut off ({error}): try again"
        case _:
            return f"can't be reached ({error}): check the connection"

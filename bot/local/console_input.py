"""Lines typed or piped in, read in a thread so that the loop goes on meanwhile."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator

_AT_ONCE = 65536


def attended() -> bool:
    """Whether somebody sits at the keyboard."""
    return sys.stdin is not None and sys.stdin.isatty()


async def standard_lines(prompt: str) -> AsyncIterator[str]:
    """The lines of standard input, whatever it is; the prompt is shown to somebody at a terminal only."""
    if sys.stdin is None:
        return
    if not attended():
        async for line in lines_of(sys.stdin.fileno()):
            yield line
        return
    with _terminal_as_it_was():
        async for line in _in_thread(_typed(prompt)):
            yield line


async def lines_of(descriptor: int) -> AsyncIterator[str]:
    """The lines of a pipe, a file or /dev/null; what is not UTF-8 becomes question marks."""
    async for line in _in_thread(_read(descriptor)):
        yield line


def _read(descriptor: int) -> Iterator[str]:
    # os.read holds none of Python's locks, so that the program can end while the thread still waits.
    rest = b""
    while chunk := os.read(descriptor, _AT_ONCE):
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            yield line.decode("utf-8", "replace")
    if rest:
        yield rest.decode("utf-8", "replace")


def _typed(prompt: str) -> Iterator[str]:
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    if not sys.stdout.isatty():
        yield from _typed_beside_a_pipe(prompt)
        return
    with contextlib.suppress(ImportError):
        importlib.import_module("readline")
    with contextlib.suppress(EOFError):
        while True:
            yield input(prompt)


def _typed_beside_a_pipe(prompt: str) -> Iterator[str]:
    """The lines typed while answers go to a pipe: the prompt must not go with them."""
    lines = _read(sys.stdin.fileno())
    while True:
        sys.stderr.write(prompt)
        sys.stderr.flush()
        line = next(lines, None)
        if line is None:
            return
        yield line


async def _in_thread(source: Iterator[str]) -> AsyncIterator[str]:
    """The lines, read in a thread, each only when the line before was answered."""
    loop = asyncio.get_running_loop()
    wanted = threading.Semaphore(0)
    stopped = threading.Event()
    arrived: asyncio.Queue[str | BaseException | None] = asyncio.Queue()

    def deliver(line: str | BaseException | None) -> None:
        # The loop may have ended while the thread was waiting for a line.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(arrived.put_nowait, line)

    threading.Thread(target=_serve, args=(source, wanted, stopped, deliver), daemon=True).start()
    try:
        while True:
            wanted.release()
            line = await arrived.get()
            if line is None:
                return
            if isinstance(line, BaseException):
                raise line
            yield line
    finally:
        stopped.set()
        wanted.release()


def _serve(
    source: Iterator[str],
    wanted: threading.Semaphore,
    stopped: threading.Event,
    deliver: Callable[[str | BaseException | None], None],
) -> None:
    while True:
        wanted.acquire()
        if stopped.is_set():
            return
        try:
            line = next(source, None)
        except Exception as error:  # noqa: BLE001 - raised again where the lines are read
            deliver(error)
            return
        deliver(line)
        if line is None:
            return


@contextlib.contextmanager
def _terminal_as_it_was() -> Iterator[None]:
    """Ctrl-C leaves the thread inside readline, which then cannot put the terminal right itself."""
    try:
        termios = importlib.import_module("termios")
    except ImportError:
        yield
        return
    before = termios.tcgetattr(sys.stdin.fileno())
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, before)

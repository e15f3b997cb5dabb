"""A sign of life for whoever watches over the bot: systemd, or `uitslagbot check --alive` in a container."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

EVERY = 10.0
"""Seconds between two signs; systemd is told to wait for six of them (WatchdogSec)."""
DEAD_AFTER = 60.0
NAME = "alive"
"""A file beside the database of chats, touched at every sign."""
NOT_ALIVE = "no bot that runs here gave a sign of life in the last minute: see its log."
log = logging.getLogger(__name__)


async def beat(folder: Path, is_well: Callable[[], bool]) -> None:
    """For ever, as long as the bot is well; said in the log when it no longer is."""
    told_ready = was_well = False
    while True:
        if is_well():
            if not told_ready:
                _tell_systemd("READY=1")
                told_ready = True
            _tell_systemd("WATCHDOG=1")
            _touch(folder / NAME)
            was_well = True
        elif was_well:
            was_well = False
            log.warning(
                "the bot gives no sign of life: it takes questions and answers nobody, or asks in vain"
            )
        await asyncio.sleep(EVERY)


def is_alive(folder: Path, now: float | None = None) -> bool:
    """Whether a bot that keeps its chats there gave a sign lately."""
    try:
        last = (folder / NAME).stat().st_mtime
    except OSError:
        return False
    return abs((time.time() if now is None else now) - last) < DEAD_AFTER


def _touch(file: Path) -> None:
    try:
        file.touch()
        # By the clock that the sign is compared with, and not by that of the disk.
        os.utime(file, (time.time(), time.time()))
    except OSError as error:
        log.warning("no sign of life can be given (%s): see that %s may be written", error.strerror, file)


def _tell_systemd(state: str) -> None:
    """As sd_notify(3) does; nothing where systemd did not ask for it."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.connect("\0" + address[1:] if address.startswith("@") else address)
            line.send(state.encode())
    except OSError as error:
        log.warning("systemd can't be told that the bot lives (%s)", error.strerror)

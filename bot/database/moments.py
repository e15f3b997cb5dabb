"""Moments as the tables hold them: UTC with a Z, so that the order of texts is the order of time."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache


def text_of(moment: datetime, timespec: str = "milliseconds") -> str:
    """`2018-02-22T18:00:00.000Z`; kick-offs to the minute."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec=timespec) + "Z"


@lru_cache(maxsize=8192)
def moment_of(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None

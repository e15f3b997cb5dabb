"""A moment in each reader's own time, where Telegram can show it."""

from __future__ import annotations

from datetime import datetime

from bot.views.answer import escape

HOUR = "t"
DAY_AND_HOUR = "wDt"
"""Weekday, long date and time; see the Bot API under date-time entity formatting."""


def own_time(moment: datetime, text: str, written: str) -> str:
    """Telegram writes it in the reader's language and zone; what is told stands where it can't."""
    return f'<tg-time unix="{int(moment.timestamp())}" format="{written}">{escape(text)}</tg-time>'

"""How it looks where the results come from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.views.answer import Answer, bold, escape, lines, paragraphs
from bot.words import Words


def sources_text(until: Sequence[tuple[str, date]], words: Words) -> Answer:
    """Each source with its licence, and the day of the last result of each competition."""
    days = (f"{escape(name)}: {escape(words.day(day))}" for name, day in until)
    return Answer(
        paragraphs(
            f"📚 {bold(words.sources_title)}",
            lines(*(f"{bold(source)}\n{escape(what)}" for source, what in words.sources)),
            escape(words.live_sources),
            lines(bold(words.updated_until), *days) if until else "",
        )
    )

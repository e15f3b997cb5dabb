"""How the results of an evening look that nobody saw live: one message, however many matches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.football.season.evening import Section
from bot.views.alerts import end_text
from bot.views.answer import bold, paragraphs
from bot.views.evening import evening_text
from bot.words import Words


def results_text(
    day: date, sections: Sequence[Section], followed: frozenset[str], story: str, words: Words
) -> str:
    """The results in these sections, and the story of the night where a chat wants it (HTML)."""
    first, *others = ((section.season, match) for section in sections for match in section.matches)
    season, match = first
    if not others:
        return paragraphs(end_text(match, season, words, f"{words.result}: "), story)
    title = f"🏁 {bold(words.results_of(day))}"
    return evening_text(day, sections, season.now, words, followed, most_pages=1, title=title, story=story)

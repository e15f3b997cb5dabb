"""How the story of the night reads: our clubs, then the others, then what lies ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.football.story import story
from bot.views.answer import bold, escape, lines, paragraphs, secret

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.football.evening import Section
    from bot.football.story import Chapter
    from bot.words import Words


def story_text(sections: Sequence[Section], words: Words) -> str:
    """The story of an evening by itself; empty while it is not over or nothing of it is known."""
    told = story(sections)
    if told is None:
        return ""
    ours = [chapter for chapter in told.chapters if chapter.is_dutch]
    others = [chapter for chapter in told.chapters if not chapter.is_dutch]
    through = [words.story_through(one) for one in told.through]
    first, *further = filter(
        None,
        (
            secret(_running(_sentences(ours, words))),
            secret(_running([*_sentences(others, words), *through])),
            escape(words.story_ahead(told.ahead)) if told.ahead else "",
        ),
    )
    return paragraphs(lines(f"📰 {bold(words.story_title())}", first), *further)


def _sentences(chapters: Iterable[Chapter], words: Words) -> list[str]:
    return [words.story_sentence(chapter) for chapter in chapters]


def _running(sentences: Iterable[str]) -> str:
    return escape(" ".join(sentences))

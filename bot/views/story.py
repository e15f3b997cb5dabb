"""How the story of the night reads: our clubs, then the others, then what lies ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.football.season.evening import Section
from bot.football.story.story import Chapter, story
from bot.views.answer import bold, escape, lines, paragraphs, secret
from bot.words import Words

LONGEST_PARAGRAPH = 250


def story_text(sections: Sequence[Section], words: Words) -> str:
    """The story of an evening by itself; empty while it is not over or nothing of it is known."""
    told = story(sections)
    if told is None:
        return ""
    ours = [chapter for chapter in told.chapters if chapter.is_dutch]
    others = [chapter for chapter in told.chapters if not chapter.is_dutch]
    through = [words.story_through(one) for one in told.through]
    first, *further = (
        *_told(_sentences(ours, words)),
        *_told([*_sentences(others, words), *through]),
        *([escape(words.story_ahead(told.ahead))] if told.ahead else []),
    )
    return paragraphs(lines(f"📰 {bold(words.story_title())}", first), *further)


def _sentences(chapters: Iterable[Chapter], words: Words) -> list[str]:
    return [words.story_sentence(chapter) for chapter in chapters]


def _told(sentences: Iterable[str]) -> Iterator[str]:
    """In paragraphs that are short on a phone: as many sentences as fit, and one at least."""
    paragraph = ""
    for sentence in sentences:
        if paragraph and len(paragraph) + 1 + len(sentence) > LONGEST_PARAGRAPH:
            yield secret(escape(paragraph))
            paragraph = ""
        paragraph = f"{paragraph} {sentence}".strip()
    if paragraph:
        yield secret(escape(paragraph))

"""How the story of the night reads: our clubs, then the others, then what lies ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.football.season.evening import Section
from bot.football.story.story import story
from bot.views.answer import bold, escape, lines, paragraphs, secret
from bot.views.story.sentences import ahead_sentence, chapter_sentence, through_sentence
from bot.words import Words

LONGEST_PARAGRAPH = 250


def story_text(sections: Sequence[Section], words: Words) -> str:
    """The story of an evening by itself; empty while it is not over or no result of it is known."""
    night = story(sections)
    if night is None:
        return ""
    ours = [chapter_sentence(chapter, words) for chapter in night.chapters if chapter.is_dutch]
    others = [chapter_sentence(chapter, words) for chapter in night.chapters if not chapter.is_dutch]
    through = [through_sentence(reached, words) for reached in night.through]
    chapters = secret(paragraphs(*_paragraphs(ours), *_paragraphs([*others, *through])))
    ahead = escape(ahead_sentence(night.ahead, words)) if night.ahead else ""
    return paragraphs(lines(f"📰 {bold(words.story.title)}", chapters), ahead)


def _paragraphs(sentences: Iterable[str]) -> Iterator[str]:
    """The sentences in paragraphs that are short on a phone: as many as fit, and one at least."""
    paragraph = ""
    for sentence in sentences:
        if paragraph and len(paragraph) + 1 + len(sentence) > LONGEST_PARAGRAPH:
            yield escape(paragraph)
            paragraph = ""
        paragraph = f"{paragraph} {sentence}".strip()
    if paragraph:
        yield escape(paragraph)

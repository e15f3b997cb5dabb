"""A denial is never bare: it comes with what the results lack of it."""

from __future__ import annotations

from datetime import datetime

from bot.handlers.query import Rows
from bot.read_model.coverage import Scope, missing
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, escape, paragraphs
from bot.views.finding import missing_line, sentence, with_missing
from bot.words import Words


def denied(text: str, scope: Scope, knowledge: ResultsAsOf, at: datetime, words: Words) -> Answer:
    """One sentence that says that there is nothing, as far as is known."""
    return as_far_as_known(sentence(text), scope, knowledge, at, words)


def denied_but(  # noqa: PLR0913, PLR0917 - what is denied, and what there is
    text: str, scope: Scope, knowledge: ResultsAsOf, at: datetime, words: Words, buttons: Rows
) -> Answer:
    """The same above buttons for when there was something."""
    lacks = missing_line(missing(knowledge, at, scope), words)
    html = (
        paragraphs(escape(text), lacks, escape(words.but_in)) if lacks else escape(f"{text} {words.but_in}")
    )
    return Answer(html, buttons)


def as_far_as_known(
    answer: Answer, scope: Scope, knowledge: ResultsAsOf, at: datetime, words: Words
) -> Answer:
    """An answer that denies or counts something, with what is missing of it."""
    return with_missing(answer, missing(knowledge, at, scope), words)

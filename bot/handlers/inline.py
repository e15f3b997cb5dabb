"""Inline mode: `@bot Arsenal` in any chat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from telegram import InlineQueryResultArticle, InputTextMessageContent
from telegram.constants import ParseMode

from bot.handlers.asked import Asked
from bot.views.answer import PLAIN, pages
from bot.words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from telegram import Update
    from telegram.ext import ContextTypes

    from bot.handlers.commands import Commands
    from bot.views.answer import Answer

MOST_TYPED = 256
SHORT = 30
"""Seconds that Telegram may give the same answer: on a match night it is soon out of date."""


@dataclass(frozen=True, slots=True)
class InlineHandler:
    commands: Commands
    clock: Callable[[], datetime]

    async def query(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Tonight when nothing is typed; else the club, or one result for each club that may be meant."""
        query = update.inline_query
        if query is None:
            return
        words = words_for(query.from_user.language_code)
        found = self.commands.inline(Asked(query.query[:MOST_TYPED], self.clock()), words)
        await query.answer(
            [_article(title, answer) for title, answer in found], cache_time=SHORT, is_personal=True
        )


def _article(title: str, answer: Answer) -> InlineQueryResultArticle:
    text = pages(PLAIN.of(answer.html))[0]
    return InlineQueryResultArticle(
        id=f"{crc32(f'{title}|{text}'.encode()):08x}",
        title=title,
        input_message_content=InputTextMessageContent(text, parse_mode=ParseMode.HTML),
    )

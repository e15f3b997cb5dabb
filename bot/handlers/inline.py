"""Inline mode: `@bot Arsenal` in any chat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from telegram import InlineQueryResultArticle, InputTextMessageContent
from telegram.constants import ParseMode
from telegram.ext import ContextTypes

from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands
from bot.handlers.inline_results import InlineResult
from bot.handlers.request import Request
from bot.transport.updates.incoming import InlineQuery
from bot.views.answer import Style, pages
from bot.views.inline import description
from bot.words import words_for

MOST_TYPED = 256
SHORT, LONG = 30, 300
"""Seconds that Telegram may give the same answer: while matches are on it is soon out of date."""


@dataclass(frozen=True, slots=True)
class InlineHandler:
    commands: Commands
    chats: Chats
    clock: Callable[[], datetime]

    async def query(self, query: InlineQuery, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer in the language and with the spoilers that the asker chose alone with the bot.

        Telegram does not say which chat the answer will be sent to.
        """
        settings = self.chats.settings(query.user_id)
        words = words_for(settings.language or query.language)
        first_look = self.commands.watching.first_look
        offered = self.commands.inline_results.to(Request(query.text[:MOST_TYPED], self.clock()), words)
        style = Style(settings.spoiler)
        messages = [message for result in offered.results for message in _messages(result, style)]
        await context.bot.answer_inline_query(
            query.query_id,
            [_article(place, title, text, style) for place, (title, text) in enumerate(messages)],
            cache_time=SHORT if offered.changes_soon or first_look.is_under_way else LONG,
            is_personal=True,
        )


def _messages(result: InlineResult, style: Style) -> Iterator[tuple[str, str]]:
    """The pages of a result with their titles: inline mode sends one message at a time."""
    texts = pages(style.of(result.answer.html))
    for number, text in enumerate(texts, 1):
        yield (result.title if len(texts) == 1 else f"{result.title} ({number}/{len(texts)})"), text


def _article(place: int, title: str, text: str, style: Style) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=f"{place}-{crc32(text.encode()):08x}",
        title=title,
        description=description(text, spoilers=style.spoilers) or None,
        input_message_content=InputTextMessageContent(text, parse_mode=ParseMode.HTML),
    )

"""What an update that could not be answered leads to: a line in the log, and a word where it helps."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from telegram.error import RetryAfter, TelegramError
from telegram.ext import ContextTypes

from bot.database.chats.chats import Chats
from bot.database.errors import DatabaseError
from bot.handlers.sending import Sender
from bot.transport.refusals import Refusal, refusal_of
from bot.transport.updates.incoming import ButtonPress, ChatRef, IncomingMessage
from bot.views.answer import Style
from bot.views.finding import sentence
from bot.words import words_for

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Failures:
    chats: Chats
    clock: Callable[[], datetime]

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Log an error without anybody's words or name, and apologise in the chat.

        No apology when Telegram refused or did not answer: the answer may have arrived.
        """
        error = context.error
        if isinstance(error, TelegramError):
            self._refused(_chat_of(update), error)
            return
        if error:
            log.error("an update was not answered", exc_info=error)
        # Whoever pressed a button was told so in a notice.
        if isinstance(update, IncomingMessage):
            chat, language = update.chat, update.language
            with suppress(DatabaseError):
                language = self.chats.settings(chat.id).language or language
            sender = Sender(context.bot, self.chats, chat, Style(spoilers=False), silent=False)
            with suppress(TelegramError):
                await sender.say(update.message_id, sentence(words_for(language).trouble))

    def _refused(self, chat: ChatRef | None, error: TelegramError) -> None:
        """Note what a refusal means; none is tried again."""
        if isinstance(error, RetryAfter):
            # The limits said so when Telegram did.
            return
        match refusal_of(error):
            case Refusal.GONE if chat:
                try:
                    self.chats.gone(chat.id, self.clock())
                except DatabaseError as problem:
                    log.warning("a chat that is no more can't be noted now: %s", problem)
            case Refusal.NO_RIGHT | Refusal.TOPIC_CLOSED if chat:
                # The limits said so when Telegram first did.
                return
            case _:
                log.warning("an answer is given up, for Telegram did not take it: %s", type(error).__name__)


def _chat_of(update: object) -> ChatRef | None:
    return update.chat if isinstance(update, IncomingMessage | ButtonPress) else None

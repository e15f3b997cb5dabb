"""Telegram's side of a question: unpack, ask, send."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from bot.handlers.asked import Asked
from bot.views.answer import Style, pages
from bot.words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from telegram import MaybeInaccessibleMessage, Message
    from telegram.ext import ContextTypes

    from bot.handlers.commands import Commands
    from bot.views.answer import Answer
    from bot.words import Words

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ChatHandlers:
    """What Telegram's updates lead to."""

    commands: Commands
    clock: Callable[[], datetime]

    async def command(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is None or not message.text:
            return
        name, _, text = message.text.partition(" ")
        command = self.commands.named(name.removeprefix("/").partition("@")[0])
        if command:
            await _reply(message, command.answers.answer(self._asked(text, update), _words(update)))

    def _asked(self, text: str, update: Update) -> Asked:
        chat, user = update.effective_chat, update.effective_user
        return Asked(
            text,
            self.clock(),
            chat.id if chat else None,
            user.id if user else None,
            chat is not None and chat.type != ChatType.PRIVATE,
        )

    async def button(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        if query is None:
            return
        words = _words(update)
        answer = self.commands.result.pressed(query.data or "", self.clock(), words)
        if answer is None:
            await query.answer(words.button_expired())
            return
        try:
            await query.edit_message_text(
                pages(_style(query.message).of(answer.html))[0],
                parse_mode=ParseMode.HTML,
                reply_markup=_keyboard(answer),
            )
        except BadRequest as refusal:
            # Two people pressed the same button, or the message is gone: there is nothing left to show.
            log.info("a button changed nothing: %s", refusal.message)
        await query.answer()


async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Something of ours failed: the log says what, whoever asked gets one sentence."""
    log.error("an update was not answered", exc_info=context.error)
    message = update.effective_message if isinstance(update, Update) else None
    if message is not None and isinstance(update, Update):
        await message.reply_text(_words(update).trouble())


async def _reply(message: Message, answer: Answer) -> None:
    """Answer the asker; in a group as a reply, so that everybody sees to what."""
    *first, last = pages(_style(message).of(answer.html))
    in_group = message.chat.type != ChatType.PRIVATE
    for page in first:
        await message.reply_html(page, do_quote=in_group)
    await message.reply_html(last, do_quote=in_group, reply_markup=_keyboard(answer))


def _style(message: MaybeInaccessibleMessage | None) -> Style:
    return Style(folded=message is not None and message.chat.type != ChatType.PRIVATE)


def _keyboard(answer: Answer) -> InlineKeyboardMarkup | None:
    if not answer.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.text, callback_data=button.data) for button in row]
            for row in answer.buttons
        ]
    )


def _words(update: Update) -> Words:
    user = update.effective_user
    return words_for(user.language_code if user else None)

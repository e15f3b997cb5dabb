"""Answers on their way to a chat: in its style, as a reply in groups, in the place of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from bot.views.answer import pages

if TYPE_CHECKING:
    from datetime import datetime

    from telegram import Message

    from bot.database.chats import Chats
    from bot.views.answer import Answer, Button, Style

HARMLESS = ("message is not modified", "message to edit not found")
"""Two people pressed the same button, or the message was deleted: there is nothing left to show."""


@dataclass(frozen=True, slots=True)
class Sender:
    chats: Chats
    style: Style
    silent: bool

    async def answer(self, message: Message, answer: Answer, now: datetime) -> None:
        """Answer a message; when it was answered before and then edited, in the place of that answer."""
        if message.edit_date is not None:
            if before := self.chats.answer_to(message.chat_id, message.message_id):
                await self._edit_in_place(message, before[-1], answer)
            return
        sent = await self.reply(message, answer)
        self.chats.remember_answer(message.chat_id, message.message_id, sent, now)

    async def reply(self, message: Message, answer: Answer) -> tuple[int, ...]:
        """Answer the asker, in a group as a reply, so that everybody sees to what; the ids of it."""
        to = None
        if message.chat.type != ChatType.PRIVATE:
            to = ReplyParameters(message.message_id, allow_sending_without_reply=True)
        *first, last = pages(self.style.of(answer.html))
        silent = self.silent or None
        sent = [
            await message.reply_html(page, reply_parameters=to, disable_notification=silent) for page in first
        ]
        keyboard = _keyboard(answer.buttons)
        sent.append(
            await message.reply_html(
                last, reply_parameters=to, reply_markup=keyboard, disable_notification=silent
            )
        )
        return tuple(one.message_id for one in sent)

    async def picture(self, message: Message, answer: Answer, png: bytes) -> None:
        """A picture as a reply: text can't become one. Hidden until tapped where results are."""
        await message.reply_photo(
            png,
            caption=self.style.of(answer.html),
            parse_mode=ParseMode.HTML,
            has_spoiler=self.style.spoilers or None,
            reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
            reply_markup=_keyboard(answer.buttons),
            disable_notification=self.silent or None,
        )

    async def edit(self, message: Message, answer: Answer) -> None:
        """Put another answer in the place of the bot's own message; what does not fit follows it."""
        first, *further = pages(self.style.of(answer.html))
        try:
            await message.edit_text(
                first, parse_mode=ParseMode.HTML, reply_markup=None if further else _keyboard(answer.buttons)
            )
        except BadRequest as refusal:
            if not any(harmless in refusal.message.lower() for harmless in HARMLESS):
                raise
            return
        for number, page in enumerate(further, 1):
            await message.reply_html(
                page, reply_markup=_keyboard(answer.buttons) if number == len(further) else None
            )

    async def _edit_in_place(self, asked: Message, message_id: int, answer: Answer) -> None:
        first = pages(self.style.of(answer.html))[0]
        try:
            await asked.get_bot().edit_message_text(
                first,
                chat_id=asked.chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=_keyboard(answer.buttons),
            )
        except BadRequest as refusal:
            if not any(harmless in refusal.message.lower() for harmless in HARMLESS):
                raise


@lru_cache(maxsize=512)
def _keyboard(buttons: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """Remembered: on a match night the same few answers go out again and again."""
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(button.text, callback_data=button.data) for button in row] for row in buttons]
    )

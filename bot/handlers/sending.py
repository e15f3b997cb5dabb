"""Answers on their way to a chat: in its style, as a reply in groups, in the place of an earlier one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest

from bot.views.answer import pages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from telegram import Message

    from bot.database.chats import Chats
    from bot.views.answer import Answer, Button, Share, Style

NOT_MODIFIED = "message is not modified"
"""Two people pressed the same button."""
NOT_FOUND = "message to edit not found"
LATE_FOR_A_FIRST_ANSWER = timedelta(minutes=2)
SHORT_LABEL = 18
"""Characters on a button that leave room for another one beside it."""


@dataclass(frozen=True, slots=True)
class Sender:
    chats: Chats
    style: Style
    silent: bool

    async def answer(self, message: Message, answer: Answer, now: datetime) -> None:
        """Answer the asker, in a group as a reply, so that everybody sees to what."""
        sent = await self._send(message, self._pages(answer), answer, _reply_to(message, message.message_id))
        self.chats.remember_answer(message.chat_id, message.message_id, sent, now)

    async def answer_again(self, message: Message, answer: Answer, now: datetime) -> None:
        """A question was edited: the answer comes in the place of the earlier one."""
        before = self.chats.answer_to(message.chat_id, message.message_id)
        if before:
            await self._replace(message, message.message_id, before, answer, now)
        elif now - message.date <= LATE_FOR_A_FIRST_ANSWER:
            # It was no question before. An old message can be edited too, and Telegram itself edits some.
            await self.answer(message, answer, now)

    async def say(self, message: Message, answer: Answer) -> None:
        """Reply with something that nobody will want changed."""
        await self._send(message, self._pages(answer), answer, _reply_to(message, message.message_id))

    async def edit(self, message: Message, answer: Answer, now: datetime) -> None:
        """Put another answer in the place of one of the bot's own, whichever of its messages this is."""
        chat = message.chat_id
        question = self.chats.question_of(chat, message.message_id)
        before = (message.message_id,) if question is None else self.chats.answer_to(chat, question)
        await self._replace(message, question, before, answer, now)

    async def _replace(
        self, message: Message, question: int | None, before: Sequence[int], answer: Answer, now: datetime
    ) -> None:
        """Message by message; what there is more follows, and what was there more goes."""
        left, kept = self._pages(answer), []
        for one in before:
            if not left:
                await _delete(message, one)
            elif await self._edit_one(message, one, left, answer):
                kept.append(one)
                del left[0]
        if not kept:
            # Somebody deleted the whole answer.
            return
        further = await self._send(message, left, answer, _reply_to(message, question or message.message_id))
        if question is not None and (*kept, *further) != tuple(before):
            self.chats.remember_answer(message.chat_id, question, (*kept, *further), now)

    async def _edit_one(self, message: Message, one: int, left: Sequence[str], answer: Answer) -> bool:
        """Whether the message is still there."""
        try:
            await message.get_bot().edit_message_text(
                left[0],
                chat_id=message.chat_id,
                message_id=one,
                parse_mode=ParseMode.HTML,
                reply_markup=_keyboard(answer.buttons, _shared(answer, message)) if len(left) == 1 else None,
            )
        except BadRequest as refusal:
            if NOT_MODIFIED not in refusal.message.lower():
                if NOT_FOUND not in refusal.message.lower():
                    raise
                return False
        return True

    async def _send(
        self, message: Message, pages_: Sequence[str], answer: Answer, reply_to: ReplyParameters | None
    ) -> tuple[int, ...]:
        """The buttons stand under the last page; the ids of the messages."""
        keyboards = {len(pages_) - 1: _keyboard(answer.buttons, _shared(answer, message))}
        sent = [
            await message.reply_html(
                page,
                reply_parameters=reply_to,
                reply_markup=keyboards.get(number),
                disable_notification=self.silent or None,
            )
            for number, page in enumerate(pages_)
        ]
        return tuple(one.message_id for one in sent)

    def _pages(self, answer: Answer) -> list[str]:
        return pages(self.style.of(answer.html))

    async def picture(self, message: Message, answer: Answer, png: bytes) -> None:
        """A picture as a reply: text can't become one. Hidden until tapped where results are."""
        await message.reply_photo(
            png,
            caption=self.style.of(answer.html),
            parse_mode=ParseMode.HTML,
            has_spoiler=self.style.spoilers or None,
            reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
            reply_markup=_keyboard(answer.buttons, _shared(answer, message)),
            disable_notification=self.silent or None,
        )


def _reply_to(message: Message, question: int) -> ReplyParameters | None:
    if message.chat.type == ChatType.PRIVATE:
        return None
    return ReplyParameters(question, allow_sending_without_reply=True)


async def _delete(message: Message, one: int) -> None:
    # It may be gone already, or too old to be deleted.
    with suppress(BadRequest):
        await message.get_bot().delete_message(message.chat_id, one)


def _shared(answer: Answer, message: Message) -> Share | None:
    """Telegram refuses the button in channels, and wherever the bot has no inline mode."""
    can = message.chat.type != ChatType.CHANNEL and message.get_bot().supports_inline_queries
    return answer.share if can else None


@lru_cache(maxsize=512)
def _keyboard(buttons: tuple[tuple[Button, ...], ...], share: Share | None) -> InlineKeyboardMarkup | None:
    """Remembered: on a match night the same few answers go out again and again."""
    rows = [
        [InlineKeyboardButton(button.text, callback_data=button.data) for button in row] for row in buttons
    ]
    if share:
        sharing = InlineKeyboardButton(share.text, switch_inline_query=share.query)
        if rows and len(rows[-1]) == 1 and len(rows[-1][0].text) <= SHORT_LABEL:
            rows[-1].append(sharing)
        else:
            rows.append([sharing])
    return InlineKeyboardMarkup(rows) if rows else None

"""Answers on their way to a chat: in its style, as a reply in groups, in the place of an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ExtBot

from bot.database.chats.chats import Chats
from bot.transport.bot_api import call
from bot.transport.refusals import Refusal, refusal_of
from bot.transport.updates.incoming import ChatRef
from bot.views.answer import Answer, Button, Document, Share, Style, pages

LATE_FOR_A_FIRST_ANSWER = LATE_IN_A_GROUP = timedelta(minutes=2)
LATE_ALONE = timedelta(days=1)
SHORT_LABEL = 18
"""Characters on a button that leave room for another one beside it."""


@dataclass(slots=True)
class Sender:
    """Sends to one chat, whose id changes when its group becomes a supergroup."""

    bot: ExtBot[Any]
    chats: Chats
    chat: ChatRef
    style: Style
    silent: bool
    age: timedelta = timedelta()
    """How long ago the question was asked."""

    async def answer(self, question: int, answer: Answer, now: datetime) -> None:
        """Answer a message (0 if nobody else saw it), in a group as a reply, to show to what."""
        chat = self.chat.id
        sent = await self._send(self.pages(answer), answer, self._reply_to(question))
        if self.chat.id == chat:
            self.remember(question, sent, now)

    def remember(self, question: int, sent: tuple[int, ...], now: datetime) -> None:
        """In case the question is edited."""
        if question and sent:
            self.chats.remember_answer(self.chat.id, question, sent, now)

    async def answer_again(self, question: int, at: datetime, answer: Answer, now: datetime) -> None:
        """The answer to an edited question takes the place of the earlier one."""
        before = self.chats.answer_to(self.chat.id, question)
        if before:
            await self._replace(question, question, before, answer, now)
        elif now - at <= LATE_FOR_A_FIRST_ANSWER:
            # It was no question before. Old messages are edited too, some by Telegram itself.
            await self.answer(question, answer, now)

    async def greet(self, answer: Answer) -> None:
        """Say something that nobody asked; where the bot may not write, nothing."""
        with suppress(BadRequest, Forbidden):
            await self._send(self.pages(answer), answer, None)

    async def say(self, message: int, answer: Answer) -> None:
        """Reply with something that nobody will want changed."""
        await self._send(self.pages(answer), answer, self._reply_to(message))

    async def edit(self, message: int, answer: Answer, now: datetime) -> None:
        """Put another answer in the place of one of the bot's own, whichever of its messages this is."""
        chat = self.chat.id
        question = self.chats.question_of(chat, message)
        before = (message,) if question is None else self.chats.answer_to(chat, question)
        await self._replace(message, question, before, answer, now)

    async def _replace(
        self, message: int, question: int | None, before: Sequence[int], answer: Answer, now: datetime
    ) -> None:
        """Put each page in the place of an earlier message; send further ones, delete messages left over."""
        chat, left, kept = self.chat.id, self.pages(answer), []
        for earlier in before:
            if self.chat.id != chat:
                break
            if not left:
                await self._delete(earlier)
            elif await self._edit(earlier, left, answer):
                kept.append(earlier)
                del left[0]
        if self.chat.id != chat:
            # What is in the old group can't be edited any more.
            await self._send(left, answer, None)
            return
        if not kept:
            # Somebody deleted the whole answer.
            return
        further = await self._send(left, answer, self._reply_to(question or message))
        if question is not None and (*kept, *further) != tuple(before):
            self.chats.remember_answer(self.chat.id, question, (*kept, *further), now)

    async def _edit(self, message: int, left: Sequence[str], answer: Answer) -> bool:
        """Whether the message is still there."""
        fields: dict[str, object] = {
            "chat_id": self.chat.id,
            "message_id": message,
            "text": left[0],
            "parse_mode": ParseMode.HTML,
            "reply_markup": self.keyboard(answer) if len(left) == 1 else None,
        }
        try:
            await self.call("editMessageText", fields)
        except ChatMigrated as moved:
            self._move(moved)
            return False
        except BadRequest as refusal:
            why = refusal_of(refusal)
            if why is Refusal.MESSAGE_GONE:
                return False
            if why is not Refusal.NOT_MODIFIED:
                raise
        return True

    async def _send(self, pages_: Sequence[str], answer: Answer, reply_to: str | None) -> tuple[int, ...]:
        """Send pages, the buttons under the last one; the ids of the messages."""
        sent = []
        for number, page in enumerate(pages_, start=1):
            message = await self._send_page(
                text=page,
                parse_mode=ParseMode.HTML,
                reply_parameters=reply_to,
                reply_markup=self.keyboard(answer) if number == len(pages_) else None,
                disable_notification=self.silent or None,
            )
            sent.append(int(message["message_id"]))
        return tuple(sent)

    async def send_to_one(self, answer: Answer, **fields: object) -> tuple[int, ...]:
        """Send an answer to one member, whom these fields name; what an older server shows to all instead."""
        *first, last = self.pages(answer)
        sent = []
        for page, keyboard in (*((page, None) for page in first), (last, self.keyboard(answer))):
            shown = {"text": page, "parse_mode": ParseMode.HTML, "reply_markup": keyboard}
            quiet = {"disable_notification": self.silent or None}
            message = await self.call("sendMessage", {**self._place(), **shown, **quiet, **fields})
            sent.append(int(message["message_id"]))
        return tuple(filter(None, sent))

    async def _send_page(self, **fields: object) -> Any:  # noqa: ANN401 - whatever Telegram answers
        """Send a page, and once more only where Telegram says that the chat moved or the topic is closed."""
        try:
            return await self.call("sendMessage", {**self._place(), **fields})
        except ChatMigrated as moved:
            self._move(moved)
        except BadRequest as refusal:
            if refusal_of(refusal) is not Refusal.TOPIC_CLOSED or self.chat.topic is None:
                raise
            # The main part of the group; a reply would go where the question stands.
            self.chat = replace(self.chat, topic=None)
            fields["reply_parameters"] = None
        return await self.call("sendMessage", {**self._place(), **fields})

    def _place(self) -> dict[str, object]:
        return {
            "chat_id": self.chat.id,
            "message_thread_id": self.chat.topic,
            "direct_messages_topic_id": self.chat.direct_topic,
        }

    def _move(self, moved: ChatMigrated) -> None:
        self.chats.migrate(self.chat.id, moved.new_chat_id)
        self.chat = replace(self.chat, id=moved.new_chat_id, topic=None)

    async def call(self, method: str, fields: dict[str, object]) -> Any:  # noqa: ANN401
        """The call is retried all day in a private chat, for two minutes in a group, which has gone on."""
        late = LATE_ALONE if self.chat.is_private else LATE_IN_A_GROUP
        patience = (late - self.age).total_seconds() if self.chat.is_private else late.total_seconds()
        return await call(self.bot, method, fields, patience=patience)

    def pages(self, answer: Answer) -> list[str]:
        return pages(self.style.of(answer.html))

    async def picture(self, message: int, answer: Answer, png: bytes) -> None:
        """Reply with a picture, for text can't become one; hidden until tapped where results are."""
        await self.bot.send_photo(
            self.chat.id,
            png,
            has_spoiler=self.style.spoilers or None,
            reply_parameters=_answering(message),
            **self._with_file(answer),
        )

    async def document(self, message: int, answer: Answer, document: Document) -> None:
        """Send a file, for text can't become one; in a group as a reply."""
        await self.bot.send_document(
            self.chat.id,
            document.content,
            filename=document.name,
            reply_parameters=None if self.chat.is_private else _answering(message),
            **self._with_file(answer),
        )

    def _with_file(self, answer: Answer) -> dict[str, Any]:
        """What goes along with a picture or a document."""
        return {
            "caption": self.style.of(answer.html),
            "parse_mode": ParseMode.HTML,
            "message_thread_id": self.chat.topic,
            "direct_messages_topic_id": self.chat.direct_topic,
            "reply_markup": _keyboard(self.style.buttons_of(answer), self._shared(answer)),
            "disable_notification": self.silent or None,
        }

    async def _delete(self, message: int) -> None:
        # It may be gone already, or too old to be deleted.
        with suppress(BadRequest):
            await self.bot.delete_message(self.chat.id, message)

    def _reply_to(self, message: int) -> str | None:
        if self.chat.is_private or not message:
            return None
        return f'{{"message_id":{message},"allow_sending_without_reply":true}}'

    def keyboard(self, answer: Answer) -> str | None:
        return _keyboard_json(self.style.buttons_of(answer), self._shared(answer))

    def _shared(self, answer: Answer) -> Share | None:
        """Telegram refuses the button in channels, and wherever the bot has no inline mode."""
        can = not self.chat.is_channel and self.bot.supports_inline_queries
        return answer.share if can else None


def _answering(message: int) -> ReplyParameters:
    return ReplyParameters(message, allow_sending_without_reply=True)


@lru_cache(maxsize=512)
def _keyboard_json(buttons: tuple[tuple[Button, ...], ...], share: Share | None) -> str | None:
    """Cached: on a match night the same few answers go out again and again."""
    keyboard = _keyboard(buttons, share)
    return keyboard.to_json() if keyboard else None


def _keyboard(buttons: tuple[tuple[Button, ...], ...], share: Share | None) -> InlineKeyboardMarkup | None:
    rows = [
        [InlineKeyboardButton(button.text, callback_data=button.data, style=button.style) for button in row]
        for row in buttons
    ]
    if share:
        sharing = InlineKeyboardButton(share.text, switch_inline_query=share.query)
        if rows and len(rows[-1]) == 1 and len(rows[-1][0].text) <= SHORT_LABEL:
            rows[-1].append(sharing)
        else:
            rows.append([sharing])
    return InlineKeyboardMarkup(rows) if rows else None

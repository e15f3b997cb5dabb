"""Guest mode: somebody mentions the bot in a chat that it is no member of.

Of that chat nothing but the question is read, and nothing is kept once that is answered. It has no settings
and follows nothing: a chat of the bot's own may have the same number. Telegram takes one answer, and no more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zlib import crc32

from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ContextTypes, ExtBot

from bot.handlers.commands import Commands
from bot.handlers.mention import without_mention
from bot.handlers.request import Request
from bot.handlers.throttle import Manner, Throttle
from bot.transport.bot_api import call
from bot.transport.refusals import Refusal, refusal_of
from bot.transport.updates.incoming import ButtonPress, GuestQuestion
from bot.views.answer import PLAIN, Answer, Button, pages
from bot.views.finding import noted, sentence
from bot.words import Words, words_for

LATE = 120.0
"""Seconds after which nobody waits any longer for an answer."""


@dataclass(slots=True)
class GuestHandlers:
    commands: Commands
    clock: Callable[[], datetime]
    throttle: Throttle = field(default_factory=Throttle)

    async def question(self, question: GuestQuestion, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer as in a private chat, in the language of whoever asks."""
        words = words_for(question.language)
        try:
            answer = await self._answer(question, words, context.bot)
        except Exception:
            await self._send(question, sentence(words.trouble), words, context.bot)
            raise
        if answer:
            await self._send(question, answer, words, context.bot)

    async def _answer(self, question: GuestQuestion, words: Words, bot: ExtBot[Any]) -> Answer | None:
        """None for somebody who was asked for quiet."""
        text = without_mention(question.text, bot)
        typed = self.commands.typed(question.text if text is None else text or f"/{self.commands.evening}")
        request = Request(typed.text, self.clock(), user=question.user_id, in_group=True)
        match self.throttle.of_question(request):
            case Manner.PASS_OVER:
                return None
            case Manner.ASK_FOR_QUIET:
                return sentence(words.quiet_please)
            case Manner.ANSWER if typed.command is None:
                return sentence(words.no_such_command)
            case Manner.ANSWER:
                is_current = await self.commands.up_to_date(typed.command, request)
                answer = typed.command.answer(request, words)
                if answer.document:
                    # A guest sends text alone.
                    return sentence(words.only_in_a_chat)
                return answer if is_current else noted(answer, words.fetching_results)

    async def _send(self, question: GuestQuestion, answer: Answer, words: Words, bot: ExtBot[Any]) -> None:
        text, keyboard = self._shown(answer, words, bot)
        result = {
            "type": "article",
            "id": f"{crc32(text.encode()):08x}",
            "title": bot.first_name,
            "input_message_content": {"message_text": text, "parse_mode": ParseMode.HTML},
        }
        fields: dict[str, object] = {
            "guest_query_id": question.query_id,
            "result": result | ({"reply_markup": keyboard} if keyboard else {}),
        }
        await call(bot, "answerGuestQuery", fields, patience=LATE)

    async def pressed(self, press: ButtonPress, words: Words, bot: ExtBot[Any]) -> str:
        """Put another answer in the place of one; the notice for whoever pressed, empty without one."""
        if press.inline_message_id is None:
            return words.button_expired
        request = Request("", self.clock(), user=press.user_id, in_group=True)
        if self.throttle.of_press(request) is not Manner.ANSWER:
            return words.quiet_please
        if not self.commands.can_be_pressed_by_guests(press.data):
            return words.only_in_a_chat
        is_current = await self.commands.up_to_date_for(press.data, request.now)
        answer = self.commands.pressed(press.data, request, words)
        if answer is None:
            return words.button_expired
        answer = answer if is_current else noted(answer, words.fetching_results)
        text, keyboard = self._shown(answer, words, bot)
        fields: dict[str, object] = {
            "inline_message_id": press.inline_message_id,
            "text": text,
            "parse_mode": ParseMode.HTML,
            "reply_markup": keyboard,
        }
        try:
            await call(bot, "editMessageText", fields, patience=LATE)
        except BadRequest as refusal:
            if refusal_of(refusal) not in {Refusal.NOT_MODIFIED, Refusal.MESSAGE_GONE}:
                raise
        return ""

    def _shown(self, answer: Answer, words: Words, bot: ExtBot[Any]) -> tuple[str, dict[str, Any] | None]:
        """The one message that there may be, with the buttons that work where the bot is no member."""
        text, *further = pages(PLAIN.of(answer.html))
        kept = (
            [button for button in row if self.commands.can_be_pressed_by_guests(button.data)]
            for row in answer.buttons
        )
        rows = [[_pressable(button) for button in row] for row in kept if row]
        if further:
            rows.append([{"text": words.button_read_on, "url": f"https://t.me/{bot.username}"}])
        return text, {"inline_keyboard": rows} if rows else None


def _pressable(button: Button) -> dict[str, str]:
    style = {"style": button.style.value} if button.style else {}
    return {"text": button.text, "callback_data": button.data} | style

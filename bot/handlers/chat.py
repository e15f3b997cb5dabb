"""Telegram's side of a question: unpack, ask, send."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from telegram import ChatMember
from telegram.constants import ChatType
from telegram.error import BadRequest, TelegramError
from telegram.ext import ContextTypes, ExtBot

from bot.database.chats.chats import Chats
from bot.database.chats.facts import ChatKind, ChatSettings
from bot.database.trouble import DatabaseTrouble
from bot.handlers.commands import Command, Commands
from bot.handlers.request import Request
from bot.handlers.sending import LATE_IN_A_GROUP, Sender
from bot.handlers.throttle import Manner, Throttle
from bot.transport.bot_api import call
from bot.transport.drawing import Drawer
from bot.transport.incoming import ButtonPress, ChatRef, IncomingMessage, Membership, Migration
from bot.views.answer import Answer, Style
from bot.views.finding import sentence
from bot.views.pictures.letters import FAMILY, font_file
from bot.words import Words, words_for

log = logging.getLogger(__name__)
_KINDS = {
    ChatType.PRIVATE: ChatKind.PRIVATE,
    ChatType.GROUP: ChatKind.GROUP,
    ChatType.SUPERGROUP: ChatKind.SUPERGROUP,
    ChatType.CHANNEL: ChatKind.CHANNEL,
}
PRESSED_FOR = 15.0
"""Seconds for which Telegram wants to hear of a press."""
_GONE = {ChatMember.LEFT, ChatMember.BANNED}


@dataclass(frozen=True, slots=True)
class ChatHandlers:
    """What Telegram's updates lead to."""

    commands: Commands
    chats: Chats
    clock: Callable[[], datetime]
    ahead: Callable[[], timedelta] = timedelta
    """By how much our clock is ahead of Telegram's."""
    manners: Throttle = field(default_factory=Throttle)
    drawer: Drawer = field(default_factory=lambda: Drawer(font_file(), FAMILY))
    _tidied: set[date] = field(default_factory=set)
    """The day on which the chats were last tidied up."""

    async def command(self, message: IncomingMessage, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A command, new or edited; alone with the bot also a name without one."""
        chat, command = message.chat, self.commands.meant_by(message.text)
        # In groups the bot must not listen to what is said.
        if not chat.is_private and (command is None or not message.is_command):
            return
        if _is_for_another_bot(message.text, context.bot.username):
            return
        asked = self._asked(chat, message.sender_id, message.text, message.thread_id)
        settings = self.chats.settings(chat.id)
        words = words_for(settings.language or message.language)
        asked_at = message.date + self.ahead()
        sender = self._sender(context.bot, chat, settings, asked.now - asked_at)
        name = command.name if command else ""
        if is_for_administrators := _is_for_administrators(command, settings):
            # What was refused to one is not the answer for another.
            name = f"{name} {message.sender_id}"
        manner = self.manners.of_edited(asked) if message.edited else self.manners.of(asked, name, asked_at)
        if manner is not Manner.ANSWER:
            if manner is Manner.ASK_FOR_QUIET:
                await sender.say(message.message_id, sentence(words.quiet_please))
            return
        answer = await _refusal(message, words, context.bot) if is_for_administrators else None
        answer = answer or self.commands.answer(message.text, asked, words)
        if answer is None and chat.is_private:
            answer = sentence(words.no_such_command)
        if answer is not None:
            self.chats.mark_active(chat.id, _KINDS[chat.kind], asked.now)
            self.tidy_up(asked.now)
            if message.edited:
                await sender.answer_again(message.message_id, asked_at, answer, asked.now)
            else:
                await sender.answer(message.message_id, answer, asked.now)

    def tidy_up(self, now: datetime) -> None:
        """Once a day: forget the chats that sent us away long ago, and which messages were answered."""
        if now.date() not in self._tidied:
            self._tidied.clear()
            self._tidied.add(now.date())
            try:
                self.chats.forget_gone(now)
                self.chats.prune(now)
            except DatabaseTrouble as trouble:
                # That is no reason to leave a question unanswered.
                log.warning("the chats are tidied up tomorrow: %s", trouble)

    async def button(self, press: ButtonPress, context: ContextTypes.DEFAULT_TYPE) -> None:
        chat = press.chat
        chosen = self.chats.settings(chat.id).language if chat else None
        words = words_for(chosen or press.language)
        try:
            notice = await self._pressed(press, words, context.bot)
        except Exception:
            # Telegram shows a button as busy until it hears something, also when the edit failed.
            await _hear(press, words.trouble, context.bot)
            raise
        await _hear(press, notice, context.bot)

    async def _pressed(self, press: ButtonPress, words: Words, bot: ExtBot[Any]) -> str:
        """What whoever pressed is told beside the message; nothing when the message itself tells."""
        chat = press.chat
        if press.is_superseded:
            return ""
        if chat is None:
            return words.button_expired
        asked = self._asked(chat, press.user_id, "", press.thread_id)
        if self.manners.of_press(asked) is not Manner.ANSWER:
            return words.quiet_please
        if not await self._may_press(press, chat, bot):
            return words.for_administrators
        answer = self.commands.pressed(press.data, asked, words)
        if answer is None:
            return words.button_expired
        # A setting that was just changed holds for the message that shows it.
        sender = self._sender(bot, chat, self.chats.settings(chat.id))
        await self._show(press.message_id, answer, sender, asked.now)
        return ""

    async def _show(self, message: int, answer: Answer, sender: Sender, now: datetime) -> None:
        """In the place of the message with the button; a picture comes below it."""
        if answer.picture:
            await sender.picture(message, answer, await self.drawer.png(answer.picture))
        else:
            await sender.edit(message, answer, now)

    async def moved(self, migration: Migration, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """A group became a supergroup."""
        self.chats.migrate(migration.chat_id, migration.to)

    async def membership(self, change: Membership, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """The bot was added to a chat, or sent away."""
        now = self.clock()
        if change.status in _GONE:
            self.chats.gone(change.chat.id, now)
        else:
            self.chats.mark_active(change.chat.id, _KINDS[change.chat.kind], now)

    async def _may_press(self, press: ButtonPress, chat: ChatRef, bot: ExtBot[Any]) -> bool:
        """Whoever reads along may press; what is a group's is changed by those who lead it.

        In a channel nobody else may say anything, so that nobody else may change what it follows.
        """
        follows = self.commands.changes_what_is_followed(press.data)
        changes = self.commands.is_for_administrators(press.data) or (
            follows and (chat.is_channel or self.chats.settings(chat.id).admins_follow)
        )
        return not changes or chat.is_private or await _is_administrator(chat.id, press.user_id, bot)

    def _asked(self, chat: ChatRef, sender: int | None, text: str, thread: int | None) -> Request:
        # Somebody who speaks as a channel is that channel; a channel itself is nobody.
        user = None if chat.is_channel else sender
        return Request(text, self.clock(), chat.id, user, not chat.is_private, thread, chat.topic)

    def _sender(
        self, bot: ExtBot[Any], chat: ChatRef, settings: ChatSettings, age: timedelta = timedelta()
    ) -> Sender:
        style = Style(settings.spoiler, folded=not chat.is_private)
        return Sender(bot, self.chats, chat, style, silent=settings.silent, age=age)


async def _hear(press: ButtonPress, notice: str, bot: ExtBot[Any]) -> None:
    with suppress(BadRequest):
        heard: dict[str, object] = {"callback_query_id": press.query_id, "text": notice or None}
        await call(bot, "answerCallbackQuery", heard, patience=PRESSED_FOR)


def _is_for_administrators(command: Command | None, settings: ChatSettings) -> bool:
    if command is None:
        return False
    return command.for_administrators or (settings.admins_follow and command.changes_what_is_followed)


async def _refusal(message: IncomingMessage, words: Words, bot: ExtBot[Any]) -> Answer | None:
    """What somebody hears who may not change what is a group's; None for who may."""
    try:
        return None if await _may_change(message, bot) else sentence(words.for_administrators)
    except TelegramError:
        # Whether they may, Telegram does not say now.
        return sentence(words.trouble)


async def _may_change(message: IncomingMessage, bot: ExtBot[Any]) -> bool:
    """Whether somebody may change what is a group's: asked anew each time, for rights come and go."""
    chat, sender = message.chat, message.sender_id
    if chat.is_private or chat.is_channel:
        return True
    if message.speaks_as_chat:
        # An anonymous administrator speaks as the group itself.
        return sender == chat.id
    return sender is not None and await _is_administrator(chat.id, sender, bot)


async def _is_administrator(chat_id: int, user_id: int, bot: ExtBot[Any]) -> bool:
    asked: dict[str, object] = {"chat_id": chat_id, "user_id": user_id}
    member = await call(bot, "getChatMember", asked, patience=LATE_IN_A_GROUP.total_seconds())
    return member["status"] in {ChatMember.ADMINISTRATOR, ChatMember.OWNER}


def _is_for_another_bot(text: str, name: str) -> bool:
    """`/uitslag@AnotherBot`: channels bring us those too."""
    first = next(iter(text.split(None, 1)), "")
    _, at, other = first.partition("@")
    return first.startswith("/") and bool(at) and other.lower() != name.lower()

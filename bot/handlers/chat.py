"""Telegram's side of a question: unpack, ask, send."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass, field
from traceback import format_tb
from typing import TYPE_CHECKING

from telegram import ChatMember, Message
from telegram.constants import ChatType
from telegram.error import BadRequest, TelegramError

from bot.database.chats_facts import ChatKind
from bot.handlers.asked import Asked
from bot.handlers.manners import Manner, Manners
from bot.handlers.sending import Sender
from bot.transport.drawing import Drawer
from bot.views.answer import Style
from bot.views.finding import sentence
from bot.views.pictures.letters import FAMILY, font_file
from bot.words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from telegram import Chat, Update
    from telegram.ext import ContextTypes

    from bot.database.chats import Chats
    from bot.handlers.commands import Commands
    from bot.views.answer import Answer
    from bot.words import Words

log = logging.getLogger(__name__)
_KINDS = {
    ChatType.PRIVATE: ChatKind.PRIVATE,
    ChatType.GROUP: ChatKind.GROUP,
    ChatType.SUPERGROUP: ChatKind.SUPERGROUP,
    ChatType.CHANNEL: ChatKind.CHANNEL,
}
_GONE = {ChatMember.LEFT, ChatMember.BANNED}


@dataclass(frozen=True, slots=True)
class ChatHandlers:
    """What Telegram's updates lead to."""

    commands: Commands
    chats: Chats
    clock: Callable[[], datetime]
    manners: Manners = field(default_factory=Manners)
    drawer: Drawer = field(default_factory=lambda: Drawer(font_file(), FAMILY))
    _tidied: set[date] = field(default_factory=set)
    """The day on which the chats were last tidied up."""

    async def command(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """A command, new or edited; alone with the bot also a name without one."""
        message = update.effective_message
        if message is None or not message.text or _is_for_another_bot(message):
            return
        asked, words = self._asked(update, message.text), self._words(update)
        command = self.commands.meant_by(message.text)
        edited = update.edited_message or update.edited_channel_post
        name = command.name if command else ""
        manner = self.manners.of_edited(asked) if edited else self.manners.of(asked, name, message.date)
        if manner is not Manner.ANSWER:
            if manner is Manner.ASK_FOR_QUIET:
                await self._sender(message).say(message, sentence(words.quiet_please()))
            return
        answer = self.commands.answer(message.text, asked, words)
        if answer is None and message.chat.type == ChatType.PRIVATE:
            answer = sentence(words.no_such_command())
        if command and command.for_administrators and not await self._may_change(message):
            answer = sentence(words.for_administrators())
        if answer is not None:
            self.chats.seen(message.chat_id, _KINDS[ChatType(message.chat.type)], asked.now)
            self.tidy_up(asked.now)
            sender = self._sender(message)
            await (sender.answer_again if edited else sender.answer)(message, answer, asked.now)

    def tidy_up(self, now: datetime) -> None:
        """Once a day: forget the chats that sent us away long ago, and which messages were answered."""
        if now.date() not in self._tidied:
            self._tidied.clear()
            self._tidied.add(now.date())
            self.chats.forget_gone(now)
            self.chats.prune(now)

    async def button(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        if query is None:
            return
        words = self._words(update)
        notice = words.button_expired()
        try:
            asked = self._asked(update, "")
            data, message = query.data or "", query.message
            if isinstance(message, Message):
                if not await self._may_press(data, message.chat, query.from_user.id):
                    notice = words.for_administrators()
                elif answer := self.commands.pressed(data, asked, words):
                    notice = ""
                    await self._show(message, answer, asked.now)
        finally:
            # Telegram shows a button as busy until it hears something, also when the edit failed.
            with suppress(BadRequest):
                await query.answer(notice or None)

    async def _show(self, message: Message, answer: Answer, now: datetime) -> None:
        """In the place of the message with the button; a picture comes below it."""
        sender = self._sender(message)
        if answer.picture:
            await sender.picture(message, answer, await self.drawer.png(answer.picture))
        else:
            await sender.edit(message, answer, now)

    async def moved(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """A group became a supergroup; both sides tell it, once is enough."""
        message = update.effective_message
        if message is not None and message.migrate_to_chat_id:
            self.chats.migrate(message.chat_id, message.migrate_to_chat_id)

    async def membership(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """The bot was added to a chat, or sent away."""
        change = update.my_chat_member
        if change is None:
            return
        now = self.clock()
        if change.new_chat_member.status in _GONE:
            self.chats.gone(change.chat.id, now)
        else:
            self.chats.seen(change.chat.id, _KINDS[ChatType(change.chat.type)], now)

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """An update failed: the log says how. Whoever asked hears of it only when the fault is ours.

        When Telegram refused or did not answer, the answer may have arrived; one more message is no help.
        """
        if isinstance(context.error, TelegramError):
            log.warning("Telegram did not take an answer: %s", type(context.error).__name__)
            return
        if context.error:
            # Where it went wrong, and how: the text of an error may quote what somebody said.
            place = "".join(format_tb(context.error.__traceback__)).rstrip()
            log.error("an update was not answered: %s\n%s", type(context.error).__name__, place)
        message = getattr(update, "effective_message", None)
        if isinstance(message, Message):
            await message.reply_text(words_for(None).trouble())

    async def _may_change(self, message: Message) -> bool:
        """Whether somebody may change what is a group's: asked anew each time, for rights come and go."""
        chat, user = message.chat, message.from_user
        if chat.type in {ChatType.PRIVATE, ChatType.CHANNEL}:
            return True
        if message.sender_chat is not None:
            # An anonymous administrator speaks as the group itself.
            return message.sender_chat.id == chat.id
        return user is not None and await _is_administrator(chat, user.id)

    async def _may_press(self, data: str, chat: Chat, user: int) -> bool:
        """Whoever reads along may press; what is a group's is changed by those who lead it.

        In a channel nobody else may say anything, so that nobody else may change what it follows.
        """
        changes = self.commands.is_for_administrators(data) or (
            chat.type == ChatType.CHANNEL and self.commands.changes_what_is_followed(data)
        )
        return not changes or chat.type == ChatType.PRIVATE or await _is_administrator(chat, user)

    def _asked(self, update: Update, text: str) -> Asked:
        chat, sender, message = update.effective_chat, update.effective_sender, update.effective_message
        # Somebody who speaks as a channel is that channel; a channel itself is nobody.
        nobody = sender is None or (chat is not None and chat.type == ChatType.CHANNEL)
        return Asked(
            text,
            self.clock(),
            chat.id if chat else None,
            None if nobody or sender is None else sender.id,
            chat is not None and chat.type != ChatType.PRIVATE,
            message.message_thread_id if isinstance(message, Message) else None,
            message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None,
        )

    def _words(self, update: Update) -> Words:
        """In the chat's own language where it chose one, else in that of whoever asks."""
        chat, user = update.effective_chat, update.effective_user
        chosen = self.chats.settings(chat.id).language if chat else None
        return words_for(chosen or (user.language_code if user else None))

    def _sender(self, message: Message) -> Sender:
        settings = self.chats.settings(message.chat_id)
        style = Style(settings.spoiler, folded=message.chat.type != ChatType.PRIVATE)
        return Sender(self.chats, style, silent=settings.silent)


async def _is_administrator(chat: Chat, user: int) -> bool:
    member = await chat.get_member(user)
    return member.status in {ChatMember.ADMINISTRATOR, ChatMember.OWNER}


def _is_for_another_bot(message: Message) -> bool:
    """`/uitslag@AnotherBot`: channels bring us those too."""
    first = next(iter((message.text or "").split(None, 1)), "")
    _, at, name = first.partition("@")
    return first.startswith("/") and bool(at) and name.lower() != message.get_bot().username.lower()

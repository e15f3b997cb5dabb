"""Telegram's side of a question: unpack, ask, send."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass, field
from traceback import format_tb
from typing import TYPE_CHECKING, Any

from telegram import ChatMember, Message
from telegram.constants import ChatType
from telegram.error import BadRequest, TelegramError

from bot.database.chats_facts import ChatKind
from bot.database.trouble import DatabaseTrouble
from bot.handlers.asked import Asked
from bot.handlers.manners import Manner, Manners
from bot.handlers.sending import LATE_IN_A_GROUP, Sender
from bot.transport.calling import call
from bot.transport.drawing import Drawer
from bot.transport.said import Room, Said, read
from bot.views.answer import Style
from bot.views.finding import sentence
from bot.views.pictures.letters import FAMILY, font_file
from bot.words import words_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from telegram import Update
    from telegram.ext import ContextTypes, ExtBot

    from bot.database.chats import Chats
    from bot.database.chats_facts import ChatSettings
    from bot.handlers.commands import Commands
    from bot.views.answer import Answer

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
    manners: Manners = field(default_factory=Manners)
    drawer: Drawer = field(default_factory=lambda: Drawer(font_file(), FAMILY))
    _tidied: set[date] = field(default_factory=set)
    """The day on which the chats were last tidied up."""

    async def command(self, said: Said, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A command, new or edited; alone with the bot also a name without one."""
        room, command = said.room, self.commands.meant_by(said.text)
        # In groups the bot must not listen to what is said.
        if not room.is_private and (command is None or not said.is_command):
            return
        if _is_for_another_bot(said.text, context.bot.username):
            return
        asked = self._asked(room, said.speaker, said.text, said.thread)
        settings = self.chats.settings(room.chat)
        words = words_for(settings.language or said.language)
        sender = self._sender(context.bot, room, settings)
        name = command.name if command else ""
        if command and command.for_administrators:
            # What was refused to one is not the answer for another.
            name = f"{name} {said.speaker}"
        manner = self.manners.of_edited(asked) if said.edited else self.manners.of(asked, name, said.at)
        if manner is not Manner.ANSWER:
            if manner is Manner.ASK_FOR_QUIET:
                await sender.say(said.message, sentence(words.quiet_please()))
            return
        answer = self.commands.answer(said.text, asked, words)
        if answer is None and room.is_private:
            answer = sentence(words.no_such_command())
        if command and command.for_administrators and not await _may_change(said, context.bot):
            answer = sentence(words.for_administrators())
        if answer is not None:
            self.chats.seen(room.chat, _KINDS[room.kind], asked.now)
            self.tidy_up(asked.now)
            if said.edited:
                await sender.answer_again(said.message, said.at, answer, asked.now)
            else:
                await sender.answer(said.message, answer, asked.now)

    async def told(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The same from who brings the library's updates, as its own updater does."""
        said = read(update.to_dict(), context.bot)
        if isinstance(said, Said):
            await self.command(said, context)

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

    async def button(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        query = update.callback_query
        if query is None:
            return
        message, user = query.message, query.from_user
        chosen = self.chats.settings(message.chat.id).language if message else None
        words = words_for(chosen or user.language_code)
        notice = words.button_expired()
        try:
            data = query.data or ""
            if isinstance(message, Message):
                room = _room(message)
                asked = self._asked(room, user.id, "", message.message_thread_id)
                if not await self._may_press(data, room, user.id, context.bot):
                    notice = words.for_administrators()
                elif answer := self.commands.pressed(data, asked, words):
                    notice = ""
                    # A setting that was just changed holds for the message that shows it.
                    sender = self._sender(context.bot, room, self.chats.settings(room.chat))
                    await self._show(message.message_id, answer, sender, asked.now)
        finally:
            # Telegram shows a button as busy until it hears something, also when the edit failed.
            with suppress(BadRequest):
                fields: dict[str, object] = {"callback_query_id": query.id, "text": notice or None}
                await call(context.bot, "answerCallbackQuery", fields, patience=PRESSED_FOR)

    async def _show(self, message: int, answer: Answer, sender: Sender, now: datetime) -> None:
        """In the place of the message with the button; a picture comes below it."""
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
        if where := _where(update):
            room, message = where
            style = Style(spoilers=False, folded=False)
            sender = Sender(context.bot, self.chats, room, style, silent=False)
            await sender.say(message, sentence(words_for(None).trouble()))

    async def _may_press(self, data: str, room: Room, user: int, bot: ExtBot[Any]) -> bool:
        """Whoever reads along may press; what is a group's is changed by those who lead it.

        In a channel nobody else may say anything, so that nobody else may change what it follows.
        """
        changes = self.commands.is_for_administrators(data) or (
            room.is_channel and self.commands.changes_what_is_followed(data)
        )
        return not changes or room.is_private or await _is_administrator(room.chat, user, bot)

    def _asked(self, room: Room, speaker: int | None, text: str, thread: int | None) -> Asked:
        # Somebody who speaks as a channel is that channel; a channel itself is nobody.
        user = None if room.is_channel else speaker
        return Asked(text, self.clock(), room.chat, user, not room.is_private, thread, room.topic)

    def _sender(self, bot: ExtBot[Any], room: Room, settings: ChatSettings) -> Sender:
        style = Style(settings.spoiler, folded=not room.is_private)
        return Sender(bot, self.chats, room, style, silent=settings.silent)


def _room(message: Message) -> Room:
    topic = message.message_thread_id if message.is_topic_message else None
    return Room(message.chat.id, ChatType(message.chat.type), topic)


def _where(update: object) -> tuple[Room, int] | None:
    """Where something came from, and the message that it was."""
    if isinstance(update, Said):
        return update.room, update.message
    message = getattr(update, "effective_message", None)
    return (_room(message), message.message_id) if isinstance(message, Message) else None


async def _may_change(said: Said, bot: ExtBot[Any]) -> bool:
    """Whether somebody may change what is a group's: asked anew each time, for rights come and go."""
    room = said.room
    if room.is_private or room.is_channel:
        return True
    if said.speaks_as_chat:
        # An anonymous administrator speaks as the group itself.
        return said.speaker == room.chat
    return said.speaker is not None and await _is_administrator(room.chat, said.speaker, bot)


async def _is_administrator(chat: int, user: int, bot: ExtBot[Any]) -> bool:
    fields: dict[str, object] = {"chat_id": chat, "user_id": user}
    member = await call(bot, "getChatMember", fields, patience=LATE_IN_A_GROUP.total_seconds())
    return member["status"] in {ChatMember.ADMINISTRATOR, ChatMember.OWNER}


def _is_for_another_bot(text: str, name: str) -> bool:
    """`/uitslag@AnotherBot`: channels bring us those too."""
    first = next(iter(text.split(None, 1)), "")
    _, at, other = first.partition("@")
    return first.startswith("/") and bool(at) and other.lower() != name.lower()

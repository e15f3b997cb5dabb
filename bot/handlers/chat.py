"""Telegram's side of a question: unpack, ask, send."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from telegram import ChatMember
from telegram.error import BadRequest, TelegramError
from telegram.ext import ContextTypes, ExtBot

from bot.database.chats.chats import Chats
from bot.database.chats.facts import ChatKind, ChatSettings
from bot.database.errors import DatabaseError
from bot.handlers.command import Changes, Command
from bot.handlers.commands import Commands, TypedCommand
from bot.handlers.ephemeral import Ephemeral
from bot.handlers.following import FollowingCommand
from bot.handlers.guests import GuestHandlers
from bot.handlers.help import STAYS, StartCommand, group_welcome
from bot.handlers.mention import without_mention
from bot.handlers.request import Request
from bot.handlers.sending import LATE_FOR_A_FIRST_ANSWER, LATE_IN_A_GROUP, Sender
from bot.handlers.throttle import Manner, Throttle
from bot.transport.bot_api import call, limits_of
from bot.transport.drawing import Drawer
from bot.transport.updates.incoming import ButtonPress, ChatRef, IncomingMessage, Membership, Migration
from bot.views.answer import Answer, Style
from bot.views.finding import noted, sentence
from bot.views.pictures.letters import FAMILY, font_file
from bot.words import Words, words_for

log = logging.getLogger(__name__)
PRESSED_FOR = 15.0
"""Seconds for which Telegram wants to hear of a press."""
_GONE = {ChatMember.LEFT, ChatMember.BANNED}


@dataclass(slots=True)
class ChatHandlers:
    """What Telegram's updates lead to."""

    commands: Commands
    chats: Chats
    guests: GuestHandlers
    clock: Callable[[], datetime]
    ahead: Callable[[], timedelta] = timedelta
    """By how much our clock is ahead of Telegram's."""
    throttle: Throttle = field(default_factory=Throttle)
    ephemeral: Ephemeral = field(default_factory=Ephemeral)
    drawer: Drawer = field(default_factory=lambda: Drawer(font_file(), FAMILY))
    _last_tidied: date | None = None

    async def command(self, message: IncomingMessage, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A command, new or edited; alone with the bot also a name without one."""
        text = _without_mention(message, context.bot)
        typed = self.commands.typed(message.text if text is None else text)
        if text is None and not _is_for_us(message, typed, context.bot):
            if not self._changed_clubs(message):
                return
            # It asks for nothing any more: what it did is taken back, and what is left is shown.
            typed = self.commands.typed(f"/{FollowingCommand.names.nl}")
        request = self._request(message, message.chat, message.sender_id, typed.text)
        sent_at = message.date + self.ahead()
        if not self._is_left_alone(message, typed.command, request.now - sent_at):
            await self._answer(message, typed.command, request, sent_at, context.bot)

    def _changed_clubs(self, message: IncomingMessage) -> bool:
        """Whether an edited message changed which clubs the chat follows, before it was edited."""
        return message.edited and self.commands.edits.changed_clubs(message.chat.id, message.message_id)

    def _is_left_alone(self, message: IncomingMessage, command: Command | None, age: timedelta) -> bool:
        """Whether an edit does nothing: the text is the same, or it would act although the message is old."""
        if not message.edited:
            return False
        acts = self._changed_clubs(message) or (command and command.changes is not Changes.NOTHING)
        if acts and age > LATE_FOR_A_FIRST_ANSWER:
            return True
        return self.commands.edits.is_unchanged(message.chat.id, message.message_id, message.text)

    async def _answer(
        self,
        message: IncomingMessage,
        command: Command | None,
        request: Request,
        sent_at: datetime,
        bot: ExtBot[Any],
    ) -> None:
        chat, edits = message.chat, self.commands.edits
        settings = self.chats.settings(chat.id)
        words = words_for(settings.language or message.language)
        sender = self._sender(bot, chat, settings, request.now - sent_at)
        name = command.names.nl if command else ""
        if for_administrators := command is not None and _is_for_administrators(command.changes, settings):
            # A refusal is for one person: another one gets an answer.
            name = f"{name} {message.sender_id}"
        manner = (
            self.throttle.of_question(request) if message.edited else self.throttle.of(request, name, sent_at)
        )
        if manner is not Manner.ANSWER:
            edits.note(chat.id, message.message_id, message.text, request.now)
            if manner is Manner.ASK_FOR_QUIET:
                quiet = sentence(words.quiet_please, for_asker=True)
                await self._say(sender, message, quiet, request.now, sent_at)
            return
        if message.edited:
            edits.take_back(chat.id, message.message_id, request.now)
        answer = await _refusal(message, words, bot) if for_administrators else None
        if answer is None and command:
            is_current = await self.commands.up_to_date(command, request)
            answer = command.answer(request, words)
            answer = replace(answer, for_asker=True) if command.for_asker else answer
            answer = answer if is_current else noted(answer, words.fetching_results)
        if answer is None and chat.is_private:
            answer = sentence(words.no_such_command)
        if answer is not None:
            edits.note(chat.id, message.message_id, message.text, request.now)
            self.chats.mark_active(chat.id, ChatKind(chat.kind), request.now)
            self.tidy_up(request.now)
            if not await self._say(sender, message, answer, request.now, sent_at):
                self.throttle.forget(request, name)

    async def _say(
        self, sender: Sender, message: IncomingMessage, answer: Answer, now: datetime, sent_at: datetime
    ) -> bool:
        """Whether everybody in the chat sees the answer; what they saw before is changed for all of them."""
        question = message.message_id
        was_answered = message.edited and self.chats.answer_to(message.chat.id, question)
        if answer.for_asker and not was_answered:
            sent = await self.ephemeral.answer(sender, message, answer, now - sent_at)
            if sent is not None:
                sender.remember(question, sent, now)
                return bool(sent)
        if answer.document:
            await sender.document(question, answer, answer.document)
        elif message.edited:
            await sender.answer_again(question, sent_at, answer, now)
        else:
            await sender.answer(question, answer, now)
        return True

    def tidy_up(self, now: datetime) -> None:
        """Forget, once a day, the chats that sent us away long ago, and which messages were answered."""
        if now.date() != self._last_tidied:
            self._last_tidied = now.date()
            try:
                self.chats.forget_gone(now)
                self.chats.prune(now)
            except DatabaseError as error:
                # That is no reason to leave a question unanswered.
                log.warning("the chats are tidied up tomorrow: %s", error)

    async def button(self, press: ButtonPress, context: ContextTypes.DEFAULT_TYPE) -> None:
        chosen = self.chats.settings(press.chat.id).language if press.chat else None
        words = words_for(chosen or press.language)
        try:
            notice = await self._pressed(press, words, context.bot)
        except Exception:
            # Telegram shows a button as busy until it hears something, also when the edit failed.
            await _hear(press, words.trouble, context.bot)
            raise
        await _hear(press, notice, context.bot)

    async def _pressed(self, press: ButtonPress, words: Words, bot: ExtBot[Any]) -> str:
        """The notice for whoever pressed; empty when the message itself shows the answer."""
        chat = press.chat
        if press.is_superseded:
            return ""
        if chat is None:
            return await self.guests.pressed(press, words, bot)
        request = self._request(press, chat, press.user_id)
        stays, press = press.data.startswith(STAYS), replace(press, data=press.data.removeprefix(STAYS))
        if self.throttle.of_press(request) is not Manner.ANSWER:
            return words.quiet_please
        if not await self._may_press(press, chat, bot):
            return words.for_administrators
        is_current = await self.commands.up_to_date_for(press.data, request.now)
        answer = self.commands.pressed(press.data, request, words)
        if answer is None or answer.notice:
            return answer.notice if answer else words.button_expired
        answer = answer if is_current else noted(answer, words.fetching_results)
        # A setting that was just changed holds for the message that shows it.
        sender = self._sender(bot, chat, self.chats.settings(chat.id))
        if answer.picture:
            await sender.picture(press.message_id, answer, await self.drawer.png(answer.picture))
        elif answer.document:
            await sender.document(press.message_id, answer, answer.document)
        elif press.ephemeral_id is None:
            show, message = (sender.answer, 0) if stays else (sender.edit, press.message_id)
            await show(message, answer, request.now)
        elif answer.for_asker or self.commands.is_for_asker(press.data):
            await self.ephemeral.replace(sender, press, answer)
        else:
            # The result that was asked for is for the group.
            await sender.answer(press.question or 0, answer, request.now)
            await self.ephemeral.take_away(sender, press)
        return ""

    async def moved(self, migration: Migration, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """A group became a supergroup."""
        self.chats.migrate(migration.chat_id, migration.to)

    async def membership(self, change: Membership, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The bot was added to a chat, sent away, or given other rights; a greeting answers `/start` too."""
        now, chat = self.clock(), change.chat
        limits_of(context.bot).closed_places.open(chat.id)
        self.ephemeral.may_do_more(chat.id)
        if change.status in _GONE:
            self.chats.gone(chat.id, now)
            return
        is_known = (stored := self.chats.stored_about(chat.id)) is not None and stored.gone is None
        self.chats.mark_active(chat.id, ChatKind(chat.kind), now)
        if change.before in _GONE and not (is_known or chat.is_private or chat.is_channel):
            settings = self.chats.settings(chat.id)
            words = words_for(settings.language or change.language)
            self.throttle.of(Request("", now, chat.id, in_group=True), StartCommand.names.nl, now)
            await self._sender(context.bot, chat, settings).greet(group_welcome(words))

    async def _may_press(self, press: ButtonPress, chat: ChatRef, bot: ExtBot[Any]) -> bool:
        """Whoever reads along may press; what is a group's is changed by those who lead it.

        In a channel nobody else may say anything, so that nobody else may change what it follows.
        """
        changes = self.commands.changed_by(press.data)
        if chat.is_private or changes is Changes.NOTHING:
            return True
        of_channel = chat.is_channel and changes is Changes.FOLLOWED_CLUBS
        if of_channel or _is_for_administrators(changes, self.chats.settings(chat.id)):
            return await _is_administrator(chat.id, press.user_id, bot)
        return True

    def _request(
        self, update: IncomingMessage | ButtonPress, chat: ChatRef, sender: int | None, text: str = ""
    ) -> Request:
        # Somebody who speaks as a channel is that channel; a channel itself is nobody.
        user = None if chat.is_channel else sender
        message = (update.message_id or None) if isinstance(update, IncomingMessage) else None
        in_group = not chat.is_private
        return Request(text, self.clock(), chat.id, user, in_group, message, update.thread_id, chat.topic)

    def _sender(
        self, bot: ExtBot[Any], chat: ChatRef, settings: ChatSettings, age: timedelta = timedelta()
    ) -> Sender:
        return Sender(bot, self.chats, chat, Style(settings.spoiler), silent=settings.silent, age=age)


async def _hear(press: ButtonPress, notice: str, bot: ExtBot[Any]) -> None:
    with suppress(BadRequest):
        fields: dict[str, object] = {"callback_query_id": press.query_id, "text": notice or None}
        await call(bot, "answerCallbackQuery", fields, patience=PRESSED_FOR)


def _without_mention(message: IncomingMessage, bot: ExtBot[Any]) -> str | None:
    """What is asked of the bot by its name in a group; None where it is not named, or a command names it."""
    if message.chat.is_private or message.chat.is_channel or message.is_command:
        return None
    return without_mention(message.text, bot)


def _is_for_us(message: IncomingMessage, typed: TypedCommand, bot: ExtBot[Any]) -> bool:
    # In groups the bot must not listen to what is said.
    if not message.chat.is_private and (typed.command is None or not message.is_command):
        return False
    # Channels bring us the commands for other bots too.
    return typed.bot is None or typed.bot.lower() == bot.username.lower()


def _is_for_administrators(changes: Changes, settings: ChatSettings) -> bool:
    """Whether a group leaves such a change to its administrators."""
    return changes is Changes.CHAT or (changes is Changes.FOLLOWED_CLUBS and settings.admins_follow)


async def _refusal(message: IncomingMessage, words: Words, bot: ExtBot[Any]) -> Answer | None:
    """The answer to somebody who may not change what is a group's; None for those who may."""
    try:
        return None if await _may_change(message, bot) else sentence(words.for_administrators, for_asker=True)
    except TelegramError:
        # Telegram does not say now whether they may.
        return sentence(words.trouble)


async def _may_change(message: IncomingMessage, bot: ExtBot[Any]) -> bool:
    """Whether somebody may change what is a group's; not cached, for rights come and go."""
    chat, sender = message.chat, message.sender_id
    if chat.is_private or chat.is_channel:
        return True
    if message.speaks_as_chat:
        # An anonymous administrator speaks as the group itself.
        return sender == chat.id
    return sender is not None and await _is_administrator(chat.id, sender, bot)


async def _is_administrator(chat_id: int, user_id: int, bot: ExtBot[Any]) -> bool:
    fields: dict[str, object] = {"chat_id": chat_id, "user_id": user_id}
    member = await call(bot, "getChatMember", fields, patience=LATE_IN_A_GROUP.total_seconds())
    return member["status"] in {ChatMember.ADMINISTRATOR, ChatMember.OWNER}

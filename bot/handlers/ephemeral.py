"""What only one member of a group needs is shown to that member alone, where Telegram takes it.

An administrator may always do so; any other bot only in answer to a press, or to a command that was itself
for its eyes alone. Where Telegram refuses, or is older than such messages, everybody sees the answer.
Delivery is not promised, so that nothing here counts as answered: the question may be asked again at once.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden

from bot.handlers.sending import Sender
from bot.transport.refusals import Refusal, refusal_of
from bot.transport.updates.incoming import ButtonPress, ChatRef, IncomingMessage
from bot.views.answer import Answer

OPEN_FOR = timedelta(seconds=14)
"""A second less than Telegram allows for a reply to an ephemeral message."""
GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}


@dataclass(slots=True)
class Ephemeral:
    _refused: set[tuple[int, bool]] = field(default_factory=set)
    """Where Telegram takes none, with and without something to answer; forgotten at a restart."""

    def may_do_more(self, chat_id: int) -> None:
        """The bot was given other rights."""
        self._refused -= {(chat_id, False), (chat_id, True)}

    async def answer(
        self, sender: Sender, message: IncomingMessage, answer: Answer, age: timedelta
    ) -> tuple[int, ...] | None:
        """The messages that everybody sees, of an older server; None where it has to be said to all."""
        if message.chat.kind not in GROUPS or message.sender_id is None or message.speaks_as_chat:
            return None
        reply: dict[str, object] | None = None
        if message.ephemeral_id is None:
            reply = {"message_id": message.message_id, "allow_sending_without_reply": True}
        elif age <= OPEN_FOR:
            reply = {"ephemeral_message_id": message.ephemeral_id}
        place = (sender.chat.id, message.ephemeral_id is not None and reply is not None)
        if place in self._refused:
            return None
        to = {"receiver_user_id": message.sender_id}
        try:
            return await sender.send_to_one(answer, ephemeral_message_parameters=to, reply_parameters=reply)
        except (BadRequest, Forbidden):
            # Which right it lacks, or what the server does not know, makes no difference.
            self._refused.add(place)
        except ChatMigrated:
            # The answer to all finds the new group.
            pass
        return None

    async def replace(self, sender: Sender, press: ButtonPress, answer: Answer) -> None:
        """Put another answer in the place of one that only the presser sees."""
        if not await self._edited(sender, press, answer):
            # A press may be answered by a new one.
            presser = {"receiver_user_id": press.user_id, "callback_query_id": press.query_id}
            with suppress(BadRequest, Forbidden):
                await sender.send_to_one(answer, ephemeral_message_parameters=presser)
                await self.take_away(sender, press)

    @staticmethod
    async def _edited(sender: Sender, press: ButtonPress, answer: Answer) -> bool:
        """False where there would be two messages, or the server takes 1,024 characters at most here."""
        text, *further = sender.pages(answer)
        shown = {"text": text, "parse_mode": ParseMode.HTML, "reply_markup": sender.keyboard(answer)}
        try:
            if not further:
                await sender.call("editEphemeralMessageText", {**_place(press, sender.chat), **shown})
        except BadRequest as refusal:
            return refusal_of(refusal) is Refusal.NOT_MODIFIED
        return not further

    async def take_away(self, sender: Sender, press: ButtonPress) -> None:
        """What was asked is answered elsewhere now."""
        with suppress(BadRequest):
            await sender.call("deleteEphemeralMessage", _place(press, sender.chat))


def _place(press: ButtonPress, chat: ChatRef) -> dict[str, object]:
    return {
        "chat_id": chat.id,
        "receiver_user_id": press.user_id,
        "ephemeral_message_id": press.ephemeral_id,
    }

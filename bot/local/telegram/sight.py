"""Which messages the bot gets to see."""

from __future__ import annotations

import re

from bot.local.telegram.chats import Chat, Json
from bot.local.telegram.engine import LocalTelegram

_COMMAND = re.compile(r"/[a-zA-Z0-9_]{1,64}(?:@(?P<bot>[a-zA-Z0-9_]{1,32}))?(?![\w/<>])")


def bot_sees(telegram: LocalTelegram, chat: Chat, message: Json) -> bool:
    if chat.bot_status in ("left", "kicked") or chat.migrated_to is not None:
        return False
    if chat.kind in ("private", "channel") or chat.bot_status == "administrator" or not telegram.privacy_mode:
        return True
    command = _COMMAND.match(message.get("text", ""))
    if command and command["bot"]:
        return command["bot"].lower() == telegram.bot_username.lower()
    answered = message.get("reply_to_message", {})
    if answered.get("from", {}).get("id") == telegram.bot_id:
        return True
    return command is not None and not chat.other_bot_spoke_last

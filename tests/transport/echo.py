"""The smallest application that talks: it repeats, shows two buttons, and turns its own message over."""

from __future__ import annotations

from typing import Any, TypeAlias

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.ext import ApplicationBuilder, ContextTypes, TypeHandler
from telegram.request import BaseRequest

from bot.local.telegram.engine import LOCAL_TOKEN
from bot.transport.application import TelegramApplication
from bot.transport.updates.incoming import ButtonPress, IncomingMessage

Context: TypeAlias = ContextTypes.DEFAULT_TYPE

LEGS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Heenduel", callback_data="leg:1")],
        [
            InlineKeyboardButton("Return", callback_data="leg:2"),
            InlineKeyboardButton("UEFA", url="https://www.uefa.com"),
        ],
    ]
)

PICTURE = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (640).to_bytes(4) + (360).to_bytes(4)


def build_echo(request: BaseRequest) -> TelegramApplication:
    application: Any = (
        ApplicationBuilder().token(LOCAL_TOKEN).request(request).get_updates_request(request).build()
    )
    application.add_handler(TypeHandler(IncomingMessage, _answer))
    application.add_handler(TypeHandler(ButtonPress, _leg))
    built: TelegramApplication = application
    return built


async def _answer(message: IncomingMessage, context: Context) -> None:
    first, _, rest = message.text.partition(" ")
    if first.partition("@")[0] == "/uitslag":
        await _result(message, rest, context)
    elif first == "/plaatje":
        await context.bot.send_photo(message.chat.id, PICTURE)
    else:
        await context.bot.send_message(message.chat.id, f"{'!' if message.edited else ''}{message.text}")


async def _result(message: IncomingMessage, text: str, context: Context) -> None:
    await context.bot.send_message(
        message.chat.id,
        f"<b>{text}</b>\n<blockquote>Arsenal door &amp; klaar</blockquote>",
        parse_mode="HTML",
        reply_markup=LEGS,
        message_thread_id=message.chat.topic,
        reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
        disable_notification=True,
    )


async def _leg(press: ButtonPress, context: Context) -> None:
    if press.chat:
        await context.bot.edit_message_text(
            f"gekozen: {press.data}", press.chat.id, press.message_id, reply_markup=LEGS
        )
        await context.bot.answer_callback_query(press.query_id, "Gedraaid")

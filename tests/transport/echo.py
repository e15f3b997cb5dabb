"""The smallest application that talks: it repeats, shows two buttons, and turns its own message over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters, Update
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.transport.local_telegram.engine import LOCAL_TOKEN

if TYPE_CHECKING:
    from telegram.request import BaseRequest

    from bot.transport.local_request import LocalApplication

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


def build_echo(request: BaseRequest) -> LocalApplication:
    application: Any = (
        ApplicationBuilder().token(LOCAL_TOKEN).request(request).get_updates_request(request).build()
    )
    application.add_handler(CommandHandler("uitslag", _result))
    application.add_handler(CallbackQueryHandler(_leg))
    application.add_handler(MessageHandler(filters.ALL, _repeat))
    built: LocalApplication = application
    return built


async def _result(update: Update, context: Context) -> None:
    message = update.effective_message
    if message:
        await context.bot.send_message(
            message.chat_id,
            f"<b>{' '.join(context.args or [])}</b>\n<blockquote>Arsenal door &amp; klaar</blockquote>",
            parse_mode="HTML",
            reply_markup=LEGS,
            message_thread_id=message.message_thread_id if message.is_topic_message else None,
            reply_parameters=ReplyParameters(message.message_id, allow_sending_without_reply=True),
            disable_notification=True,
        )


async def _leg(update: Update, _: Context) -> None:
    query = update.callback_query
    if query:
        await query.edit_message_text(f"gekozen: {query.data}", reply_markup=LEGS)
        await query.answer("Gedraaid")


async def _repeat(update: Update, _: Context) -> None:
    message = update.effective_message
    if message and message.text:
        await message.chat.send_message(f"{'!' if update.edited_message else ''}{message.text}")

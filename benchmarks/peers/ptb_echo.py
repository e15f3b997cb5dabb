"""python-telegram-bot's own webhook with a bare echo, for comparison."""

from __future__ import annotations

import sys

from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

PORT, API, TOKEN, SECRET = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


def main() -> None:
    application = ApplicationBuilder().token(TOKEN).base_url(f"{API}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_webhook(
        "127.0.0.1", PORT, "in", secret_token=SECRET, webhook_url=f"http://127.0.0.1:{PORT}/in"
    )


main()

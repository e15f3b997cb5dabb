"""How the bot answers a pressed button and an inline query."""

from __future__ import annotations

import re

from bot.local.telegram.chats import Json
from bot.local.telegram.engine import Happening, LocalTelegram, remember
from bot.local.telegram.keyboards import inline_keyboard
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.refusals import LocalTelegramError, bad_request
from bot.local.telegram.text import TEXT_LIMIT, formatted, measured

# Telegram's client gives up waiting about then.
_CALLBACK_OPEN_FOR = 15
_ANSWER_LIMIT = 200
_MOST_RESULTS = 50
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_ARTICLE_KEYS = {
    "type", "id", "title", "input_message_content", "reply_markup", "url", "description",
    "thumbnail_url", "thumbnail_width", "thumbnail_height",
}  # fmt: skip
_CONTENT_KEYS = {"message_text", "parse_mode", "entities", "link_preview_options"}


def answer_callback_query(telegram: LocalTelegram, parameters: Parameters) -> bool:
    query = telegram.callback_queries.get(parameters.text("callback_query_id"))
    late = query is not None and telegram.now() - query.asked_at > _CALLBACK_OPEN_FOR
    if query is None or query.answered or late:
        raise bad_request(_TOO_OLD)
    text = parameters.text("text")
    measured(text, _ANSWER_LIMIT, "MESSAGE_TOO_LONG")
    query.answered = True
    shown = {"text": text, "show_alert": parameters.boolean("show_alert"), "url": parameters.text("url")}
    telegram.happened(Happening("answered", query.chat_id, shown))
    return True


def answer_inline_query(telegram: LocalTelegram, parameters: Parameters) -> bool:
    query = telegram.inline_queries.pop(parameters.text("inline_query_id"), None)
    if query is None:
        raise bad_request(_TOO_OLD)
    results = parameters.array("results")
    if len(results) > _MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    if len(parameters.text("next_offset").encode()) > 64:
        raise bad_request("NEXT_OFFSET_INVALID")
    button = parameters.object("button")
    if button and not _START_PARAMETER.fullmatch(button.get("start_parameter", "")):
        raise bad_request("START_PARAM_INVALID")
    known: set[str] = set()
    for result in results:
        _check_article(telegram, result)
        if result["id"] in known:
            raise bad_request("RESULT_ID_DUPLICATE")
        known.add(result["id"])
    answer = {
        "results": results,
        "next_offset": parameters.text("next_offset"),
        "until": telegram.now() + parameters.integer("cache_time", 300),
    }
    whose = str(query["from"]["id"]) if parameters.boolean("is_personal") else ""
    remember(telegram.inline_answers, f"{whose}\n{query['query']}\n{query['offset']}", answer)
    telegram.happened(Happening("answered", query["from"]["id"], answer))
    return True


def _check_article(telegram: LocalTelegram, result: Json) -> None:
    if not isinstance(result, dict) or result.get("type") != "article":
        raise LocalTelegramError(f"the local Telegram plays inline results of type article only: {result!r}")
    unknown = result.keys() - _ARTICLE_KEYS
    if unknown:
        raise LocalTelegramError(f"the local Telegram does not play {sorted(unknown)} of an inline result")
    identity = result.get("id")
    if not isinstance(identity, str) or not 1 <= len(identity.encode()) <= 64:
        raise bad_request("RESULT_ID_INVALID")
    if not result.get("title"):
        raise bad_request("can't parse InlineQueryResult: title must be non-empty")
    content = result.get("input_message_content")
    if not isinstance(content, dict) or content.keys() - _CONTENT_KEYS:
        raise LocalTelegramError(f"the local Telegram does not play this input_message_content: {content!r}")
    text, _ = formatted(Parameters(content), "message_text", "entities")
    if not text:
        raise bad_request("message text is empty")
    measured(text, TEXT_LIMIT, "MESSAGE_TOO_LONG")
    inline_keyboard(telegram, None, Parameters(result))

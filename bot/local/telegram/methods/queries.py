"""How the bot answers a pressed button and an inline query."""

from __future__ import annotations

from collections.abc import Collection

from bot.local.telegram.chats import Json
from bot.local.telegram.engine import Happening, LocalTelegram, remember
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.refusals import LocalTelegramError, bad_request
from bot.local.telegram.text import TEXT_LIMIT, formatted, measured

_ANSWER_LIMIT = 200
_MOST_RESULTS = 50
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_ARTICLE_KEYS = {"type", "id", "title", "input_message_content", "description"}
_CONTENT_KEYS = {"message_text", "parse_mode"}


def answer_callback_query(telegram: LocalTelegram, parameters: Parameters) -> bool:
    query = telegram.callback_queries.get(parameters.text("callback_query_id"))
    late = query is not None and telegram.now() - query.pressed_at > telegram.callback_open_for
    if query is None or query.answered or late:
        raise bad_request(_TOO_OLD)
    text = parameters.text("text")
    measured(text, _ANSWER_LIMIT, "MESSAGE_TOO_LONG")
    query.answered = True
    telegram.happened(Happening("answered", query.chat_id, {"text": text}))
    return True


def answer_inline_query(telegram: LocalTelegram, parameters: Parameters) -> bool:
    query = telegram.inline_queries.pop(parameters.text("inline_query_id"), None)
    if query is None:
        raise bad_request(_TOO_OLD)
    results = parameters.array("results")
    if len(results) > _MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids: set[str] = set()
    for result in results:
        check_article(result)
        if result["id"] in ids:
            raise bad_request("RESULT_ID_DUPLICATE")
        ids.add(result["id"])
    answer = {
        "results": results,
        "until": telegram.now() + parameters.integer("cache_time", 300),
    }
    whose = str(query["from"]["id"]) if parameters.boolean("is_personal") else ""
    remember(telegram.inline_answers, f"{whose}\n{query['query']}\n{query['offset']}", answer)
    telegram.happened(Happening("answered", query["from"]["id"], answer))
    return True


def check_article(result: Json, more: Collection[str] = ()) -> Json:
    """The message that an article becomes, without buttons; it may hold these keys as well."""
    if not isinstance(result, dict) or result.get("type") != "article":
        raise LocalTelegramError(f"the local Telegram plays inline results of type article only: {result!r}")
    unknown = result.keys() - _ARTICLE_KEYS - set(more)
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
    text, entities = formatted(Parameters(content), "message_text")
    if not text:
        raise bad_request("message text is empty")
    measured(text, TEXT_LIMIT, "MESSAGE_TOO_LONG")
    return {"text": text} | ({"entities": entities} if entities else {})

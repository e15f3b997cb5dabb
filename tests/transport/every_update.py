"""Every type of update of the Bot API (10.3) with most of its parts, and the ways in which each may be off.

Written from the API's description: an update as full as it may be, so that each part can be left out.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Json = Any

_AT = 1_519_338_600
_USER = {
    "id": 7,
    "is_bot": False,
    "first_name": "Fleur",
    "last_name": "de Wit",
    "username": "fleur",
    "language_code": "nl",
    "is_premium": True,
}
_PRIVATE = {"id": 7, "type": "private", "first_name": "Fleur"}
_GROUP = {"id": -1007, "type": "supergroup", "title": "Voetbal", "is_forum": True}
_CHANNEL = {"id": -1009, "type": "channel", "title": "Uitslagen", "username": "uitslagen"}
_HIDDEN = {"chat": _GROUP, "message_id": 2, "date": 0}
_POLL = {
    "id": "11",
    "question": "Wie wint?",
    "options": [{"persistent_id": "1", "text": "Ajax", "voter_count": 1, "added_by_user": _USER}],
    "total_voter_count": 1,
    "is_closed": False,
    "is_anonymous": False,
    "type": "regular",
    "allows_multiple_answers": False,
    "country_codes": ["NL"],
}
_TEXT = {
    "message_id": 3,
    "message_thread_id": 5,
    "is_topic_message": True,
    "date": _AT,
    "chat": _GROUP,
    "from": _USER,
    "sender_tag": "aanvoerder",
    "text": "/uitslag Arsenal",
    "entities": [
        {"type": "bot_command", "offset": 0, "length": 8},
        {"type": "date_time", "offset": 9, "length": 7},
    ],
    "reply_to_message": {
        "message_id": 2,
        "date": _AT,
        "chat": _GROUP,
        "poll_option_added": {"poll_message": _HIDDEN, "option_persistent_id": "1", "option_text": "Ajax"},
    },
    "quote": {"text": "Ajax", "position": 0},
    "link_preview_options": {"is_disabled": True},
    "ephemeral_message_id": 4,
}
_SERVICE = {
    "message_id": 4,
    "date": _AT,
    "chat": _GROUP,
    "from": _USER,
    "pinned_message": _HIDDEN,
    "poll_option_deleted": {"poll_message": _HIDDEN, "option_persistent_id": "1", "option_text": "Ajax"},
    "new_chat_members": [_USER],
    "migrate_to_chat_id": -1008,
    "chat_background_set": {"type": {"type": "fill"}},
    "gift": {"gift": {"id": "1"}},
}
_MEMBER = {"user": {**_USER, "is_bot": True}, "status": "member"}
_LEFT = {"user": {**_USER, "is_bot": True}, "status": "kicked", "until_date": 0}

EVERY_UPDATE: dict[str, Json] = {
    "message": _TEXT,
    "edited_message": {**_TEXT, "edit_date": _AT},
    "channel_post": {**_SERVICE, "chat": _CHANNEL, "sender_chat": _CHANNEL},
    "edited_channel_post": {**_TEXT, "chat": _CHANNEL, "sender_chat": _CHANNEL, "author_signature": "Fleur"},
    "business_connection": {
        "id": "1",
        "user": _USER,
        "user_chat_id": 7,
        "date": _AT,
        "rights": {},
        "is_enabled": True,
    },
    "business_message": {**_TEXT, "business_connection_id": "1"},
    "edited_business_message": {**_TEXT, "business_connection_id": "1"},
    "deleted_business_messages": {"business_connection_id": "1", "chat": _PRIVATE, "message_ids": [3]},
    "guest_message": {
        **_TEXT,
        "guest_query_id": "1",
        "guest_bot_caller_user": _USER,
        "guest_bot_caller_chat": _GROUP,
    },
    "message_reaction": {
        "chat": _GROUP,
        "message_id": 3,
        "user": _USER,
        "date": _AT,
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "👍"}],
    },
    "message_reaction_count": {
        "chat": _GROUP,
        "message_id": 3,
        "date": _AT,
        "reactions": [{"type": {"type": "paid"}}],
    },
    "inline_query": {
        "id": "1",
        "from": _USER,
        "query": "Ajax",
        "offset": "",
        "chat_type": "sender",
        "location": {"latitude": 52.3, "longitude": 4.9},
    },
    "chosen_inline_result": {"result_id": "1", "from": _USER, "inline_message_id": "1", "query": "Ajax"},
    "callback_query": {
        "id": "1",
        "from": _USER,
        "message": _TEXT,
        "chat_instance": "1",
        "data": "r|ned-afc-ajax",
    },
    "shipping_query": {
        "id": "1",
        "from": _USER,
        "invoice_payload": "",
        "shipping_address": {"country_code": "NL"},
    },
    "pre_checkout_query": {
        "id": "1",
        "from": _USER,
        "currency": "XTR",
        "total_amount": 1,
        "invoice_payload": "",
    },
    "purchased_paid_media": {"from": _USER, "paid_media_payload": ""},
    "poll": _POLL,
    "poll_answer": {"poll_id": "11", "user": _USER, "option_ids": [0], "option_persistent_ids": ["1"]},
    "my_chat_member": {
        "chat": _GROUP,
        "from": _USER,
        "date": _AT,
        "old_chat_member": _MEMBER,
        "new_chat_member": _LEFT,
        "invite_link": {"invite_link": "https://t.me/+x", "creator": _USER},
    },
    "chat_member": {
        "chat": _GROUP,
        "from": _USER,
        "date": _AT,
        "old_chat_member": _LEFT,
        "new_chat_member": _MEMBER,
    },
    "chat_join_request": {"chat": _GROUP, "from": _USER, "user_chat_id": 7, "date": _AT, "bio": ""},
    "chat_boost": {
        "chat": _GROUP,
        "boost": {"boost_id": "1", "add_date": _AT, "expiration_date": _AT, "source": {}},
    },
    "removed_chat_boost": {
        "chat": _GROUP,
        "boost_id": "1",
        "remove_date": _AT,
        "source": {"source": "premium"},
    },
    "managed_bot": {"user": _USER, "bot": {**_USER, "is_bot": True}},
}

PARTS: tuple[list[Json] | None, ...] = (
    None,
    *([None], [True], [0], [-1], [2**31], [2**63], [-(2**63)], [2**200], [999_999_999_999_999], [1.5]),
    *([float("nan")], [""], ["\x00"], ["\ud800"], ["\u202e"], ["x" * 5000], ["7"], [[]], [{}], [[[]]]),
)
"""What may stand in the place of a part: nothing at all, or the one in the list."""


@st.composite
def altered(draw: st.DrawFn, whole: Json) -> Json:
    """The same with one to four of its parts left out, empty, or of another kind."""
    for _ in range(draw(st.integers(1, 4))):
        ways = [way for way in paths(whole) if way != ("update_id",)]
        if not ways:
            break
        whole = with_part(whole, draw(st.sampled_from(ways)), draw(st.sampled_from(PARTS)))
    return whole


def paths(whole: Json, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to every part."""
    if isinstance(whole, dict):
        inner = [(name, part) for name, part in whole.items()]
    elif isinstance(whole, list):
        inner = list(enumerate(whole))
    else:
        inner = []
    found = [way] if way else []
    for step, part in inner:
        found += paths(part, (*way, step))
    return found


def with_part(whole: Json, path: tuple[str | int, ...], odd: list[Json] | None) -> Json:
    """A copy with something else there, or nothing at all."""
    first, *rest = path
    copy: Json = dict(whole) if isinstance(whole, dict) else list(whole)
    if rest:
        copy[first] = with_part(copy[first], tuple(rest), odd)
    elif odd is None:
        del copy[first]
    else:
        copy[first] = odd[0]
    return copy

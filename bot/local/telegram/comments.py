"""The comments under a channel's posts: Telegram forwards each post to the group that is linked to it."""

from __future__ import annotations

from bot.local.telegram.chats import FORWARDS_POSTS, Chat, Json
from bot.local.telegram.engine import LocalTelegram

_CONTENT = ("text", "entities", "photo", "document", "caption", "caption_entities")


def forward_post(telegram: LocalTelegram, channel: Chat, post: Json) -> None:
    """Copies a post of a channel, by people or by the bot, to its comments."""
    group = channel.comments
    if group is None:
        return
    message: Json = {
        "message_id": telegram.next_message_id(group),
        "from": FORWARDS_POSTS,
        "sender_chat": channel.json(),
        "chat": group.json(),
        "date": telegram.now(),
        "forward_origin": {
            "type": "channel",
            "chat": channel.json(),
            "message_id": post["message_id"],
            "date": post["date"],
        },
        "is_automatic_forward": True,
    } | _content(post)
    group.keep(message)
    telegram.show("message", group, message)


def edit_forwarded(telegram: LocalTelegram, channel: Chat, post: Json) -> None:
    """An edited post is edited in the comments as well."""
    group = channel.comments
    if group is None:
        return
    for old in list(group.messages.values()):
        if old.get("is_automatic_forward") and old["forward_origin"]["message_id"] == post["message_id"]:
            kept = {key: value for key, value in old.items() if key not in _CONTENT}
            message = kept | _content(post) | {"edit_date": telegram.now()}
            group.keep(message)
            telegram.show("edited_message", group, message)


def forwarded_to(group: Chat) -> list[Json]:
    """The posts as they stand in the comments, the oldest first."""
    return [message for message in group.messages.values() if message.get("is_automatic_forward")]


def _content(post: Json) -> Json:
    return {key: post[key] for key in _CONTENT if key in post}

"""Who is on the local Telegram and where they talk: users, chats, topics and the messages kept in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Json: TypeAlias = dict[str, Any]
ChatKind = Literal["private", "group", "supergroup", "channel"]
MemberStatus = Literal["creator", "administrator", "member", "left", "kicked"]

MESSAGES_KEPT = 1000
# Telegram's stand-in for an administrator who posts as the group.
ANONYMOUS_ADMINISTRATOR: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
# And for somebody who speaks as a channel, and for the channel whose posts a group comments on.
SPEAKS_AS_CHANNEL: Json = {
    "id": 136817688,
    "is_bot": True,
    "first_name": "Channel",
    "username": "Channel_Bot",
}
FORWARDS_POSTS: Json = {"id": 777000, "is_bot": False, "first_name": "Telegram"}

_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
    "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class User:
    id: int
    first_name: str
    language_code: str | None = None
    username: str | None = None

    def json(self) -> Json:
        named = {"language_code": self.language_code, "username": self.username}
        filled = {key: value for key, value in named.items() if value}
        return {"id": self.id, "is_bot": False, "first_name": self.first_name} | filled


@dataclass(slots=True)
class Topic:
    name: str
    closed: bool = False


@dataclass(slots=True)
class Chat:
    id: int
    kind: ChatKind
    title: str
    username: str | None = None
    topics: dict[int, Topic] | None = None
    general_is_closed: bool = False
    # The bot's own standing. In a private chat "left": not spoken to yet; "kicked": the user blocked it.
    bot_status: MemberStatus = "member"
    bot_may_write: bool = True
    members: dict[int, MemberStatus] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    last_message_id: int = 0
    # Those between one member and the bot alone, by ephemeral_message_id.
    ephemeral: dict[int, Json] = field(default_factory=dict)
    migrated_to: int | None = None
    # The group in which a channel's posts are commented on.
    comments: Chat | None = None
    # A plain /command is for the bot that spoke last.
    other_bot_spoke_last: bool = False

    def json(self) -> Json:
        about: Json = {"id": self.id, "type": self.kind}
        about["first_name" if self.kind == "private" else "title"] = self.title
        if self.username:
            about["username"] = self.username
        if self.topics is not None:
            about["is_forum"] = True
        return about

    def keep(self, message: Json) -> None:
        """Files the message, in place of an earlier state of it, and forgets the oldest."""
        self.messages[message["message_id"]] = message
        if len(self.messages) > MESSAGES_KEPT:
            del self.messages[next(iter(self.messages))]


def member_json(user: Json, status: MemberStatus) -> Json:
    """A ChatMember; administrators here hold no right but that of being one."""
    member: Json = {"user": user, "status": status}
    if status == "creator":
        member["is_anonymous"] = False
    elif status == "administrator":
        member |= dict.fromkeys(_RIGHTS, False) | {"can_manage_chat": True}
    elif status == "kicked":
        member["until_date"] = 0
    return member

"""Which alerts each chat wants, and whom an event concerns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from bot.database.chats.connection import read, writing
from bot.football.events.alerting import BY_DEFAULT, AlertKind, AlertSettings, LiveMessage, QuietHours
from bot.football.events.following import clubs_by_key, is_close
from bot.football.model import Match

MOST_DELAY = 300
SETTINGS = "SELECT alerts, delay, quiet, live, every_match FROM chats WHERE id = ?"
SAVE = "UPDATE chats SET alerts = ?, delay = ?, quiet = ?, live = ?, every_match = ? WHERE id = ?"
HEARD = "UPDATE chats SET topic = ?, spoken = ? WHERE id = ?"
FOLLOWERS = """
    SELECT group_concat(what, '|'), chats.id, coalesce(language, spoken), spoiler, silent, topic,
        alerts, delay, quiet, live, every_match
    FROM followers JOIN chats ON chats.id = chat
    WHERE what IN (SELECT value FROM json_each(?)) AND gone IS NULL
    GROUP BY chats.id ORDER BY min(followers.id)
"""
WHOLE_EVENING = """
    SELECT chats.id, coalesce(language, spoken), spoiler, silent, topic,
        alerts, delay, quiet, live, every_match
    FROM live_messages JOIN chats ON chats.id = chat
    WHERE day = ? AND whole AND gone IS NULL ORDER BY chats.id
"""
WANTING = """
    SELECT id, coalesce(language, spoken), spoiler, silent, topic,
        alerts, delay, quiet, live, every_match
    FROM chats WHERE '|' || alerts || '|' LIKE ? AND gone IS NULL ORDER BY id
"""
ANYBODY_WANTS = "SELECT 1 FROM chats WHERE '|' || alerts || '|' LIKE ? AND gone IS NULL LIMIT 1"
TOPIC = "SELECT topic FROM chats WHERE id = ?"
FORGET_TOPIC = "UPDATE chats SET topic = NULL WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Follower:
    """A chat that hears of a club, and how it wants to hear."""

    chat: int
    language: str | None
    spoiler: bool
    silent: bool
    alerts: AlertSettings
    clubs: frozenset[str]
    """Which of the clubs in question it follows, by id: themselves, their country or the competition."""
    own_clubs: frozenset[str] = frozenset()
    """Those of them that it follows otherwise than with a whole competition."""
    topic: int | None = None
    """The topic of a forum in which it chose to follow."""


@dataclass(frozen=True, slots=True)
class Alerts:
    """Alert settings and followers; shares the connection of the chats."""

    db: Database

    def settings(self, chat: int) -> AlertSettings:
        for row in read(self.db, SETTINGS, chat):
            return _settings(*row)
        return AlertSettings()

    def save(self, chat: int, settings: AlertSettings) -> None:
        """Save the settings of a chat that is in the database."""
        quiet = settings.quiet
        with writing(self.db):
            self.db.execute(
                SAVE,
                (
                    "|".join(sorted(settings.kinds)),
                    max(0, min(settings.delay, MOST_DELAY)),
                    f"{quiet.begin}-{quiet.end}" if quiet else "",
                    settings.live.value,
                    int(settings.every_match),
                    chat,
                ),
            )

    def heard(self, chat: int, topic: int | None, language: str) -> None:
        """Where a chat chose to follow, and the language in which it did: alerts go there, in that one."""
        with writing(self.db):
            self.db.execute(HEARD, (topic, language, chat))

    def followers_of(self, matches: Iterable[Match]) -> list[Follower]:
        """The chats that follow a club in these matches and can be reached, the oldest follower first."""
        by_key = clubs_by_key(matches)
        found = []
        for keys, *chat in read(self.db, FOLLOWERS, json.dumps(sorted(by_key))):
            followed = keys.split("|")
            clubs = frozenset(club for key in followed for club in by_key[key])
            own_clubs = frozenset(club for key in filter(is_close, followed) for club in by_key[key])
            found.append(_follower(chat, clubs, own_clubs))
        return found

    def of_the_whole_evening(self, day: str) -> list[Follower]:
        """The chats that want to see every match of that evening."""
        return [_follower(chat) for chat in read(self.db, WHOLE_EVENING, day)]

    def wanting(self, kind: AlertKind) -> list[Follower]:
        """The chats that chose this kind themselves, whatever clubs they follow."""
        return [_follower(chat) for chat in read(self.db, WANTING, f"%|{kind}|%")]

    def anybody_wants(self, kind: AlertKind) -> bool:
        """Whether a chat chose this kind itself."""
        return bool(read(self.db, ANYBODY_WANTS, f"%|{kind}|%"))

    def topic(self, chat: int) -> int | None:
        for (topic,) in read(self.db, TOPIC, chat):
            return None if topic is None else int(topic)
        return None

    def forget_topic(self, chat: int) -> None:
        """The topic is gone: what is to be said goes to the chat itself."""
        with writing(self.db):
            self.db.execute(FORGET_TOPIC, (chat,))


def _follower(
    row: Sequence[Any], clubs: frozenset[str] = frozenset(), own_clubs: frozenset[str] = frozenset()
) -> Follower:
    chat, language, spoiler, silent, topic, *alerts = row
    return Follower(
        chat,
        language,
        bool(spoiler),
        bool(silent),
        _settings(*alerts),
        clubs,
        own_clubs,
        topic,
    )


def _settings(
    alerts: str | None, delay: int | None, quiet: str | None, live: str | None, every_match: int | None
) -> AlertSettings:
    """What nobody chose is NULL; no alerts at all are an empty text."""
    kinds = BY_DEFAULT if alerts is None else frozenset(AlertKind(kind) for kind in alerts.split("|") if kind)
    begin, _, end = (quiet or "").partition("-")
    return AlertSettings(
        kinds,
        delay or 0,
        QuietHours(int(begin), int(end)) if end else None,
        LiveMessage(live) if live else LiveMessage.FOLLOWED,
        bool(every_match),
    )

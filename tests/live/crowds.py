"""One club with very many followers: what is sent when, and how long a reply takes meanwhile."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.database.chats.facts import ChatKind
from bot.football.events.alerting import AlertKind, AlertSettings, LiveMessage
from bot.football.model import Match
from bot.local.telegram.refusals import Fault, too_many_requests
from tests.football.builders import amsterdam
from tests.live.nights import Night, Said, night, playing

THE_NIGHT = date(2018, 2, 22)
ARSENAL = "eng-arsenal-fc"
GROUPS = 5
"""One in so many followers is a group."""
PAUSE = 20
"""Seconds that Telegram asks one chat to wait."""
BEGIN = amsterdam("2018-02-22 21:20")
AFTER_A_GOAL = amsterdam("2018-02-22 21:26:30")
"""The first fell in the 22nd minute, seen at 21.27: nothing is to be said before that."""


@dataclass(frozen=True)
class Told:
    """What happened after one change."""

    followers: int
    sent: int
    seconds: float
    """From the change to the last message."""
    most_in_a_second: int
    most_in_a_minute_to_a_group: int
    in_the_pause: int
    slowest_reply: float


async def telling(
    folder: Path, followers: int, kinds: Iterable[AlertKind], until: datetime, begin: datetime = BEGIN
) -> Told:
    """The evening of Arsenal, for chats that want these kinds alone and no live message."""
    async with night(folder, THE_NIGHT, begin, matches=_only_arsenal) as tonight:
        chats = await _crowd(tonight, followers, frozenset(kinds))
        tonight.telegram.faults.append(
            Fault(too_many_requests(PAUSE), method="sendMessage", chat_id=chats[followers // 2])
        )
        replies: list[float] = []
        async with playing(tonight):
            asking = asyncio.create_task(_ask(tonight, chats[-1], replies))
            await tonight.until(until)
            asking.cancel()
        return _told(tonight, chats[:-1], replies)


def _only_arsenal(matches: Iterable[Match]) -> list[Match]:
    return [match for match in matches if ARSENAL in {club.id for club in match.clubs}]


async def _crowd(tonight: Night, followers: int, kinds: frozenset[AlertKind]) -> list[int]:
    """The chats that follow, and last one that only asks."""
    found = []
    for place in range(followers):
        kind = "group" if place % GROUPS == 0 else "private"
        chat = tonight.follower(f"Chat {place}", ARSENAL, kind=kind)
        tonight.live.watcher.alert_messages.alerts.save(chat.id, AlertSettings(kinds, live=LiveMessage.OFF))
        found.append(chat.id)
    somebody = tonight.telegram.add_private_chat(tonight.telegram.add_user("Vrager"))
    somebody.bot_status = "member"
    tonight.chats.mark_active(somebody.id, ChatKind.PRIVATE, tonight.clock())
    return [*found, somebody.id]


async def _ask(tonight: Night, chat: int, replies: list[float]) -> None:
    """Somebody asks something every two seconds; how long each answer took on its way."""
    while True:
        since = tonight.clock()
        await tonight.live.delivery.bot.send_message(chat, "Antwoord")
        replies.append((tonight.clock() - since).total_seconds())
        await asyncio.sleep(2)


def _told(tonight: Night, followers: Sequence[int], replies: Sequence[float]) -> Told:
    crowd = set(followers)
    alerts = [message for message in tonight.messages if message.chat in crowd]
    paused = followers[len(followers) // 2]
    at = [message.at for message in tonight.messages]
    by_group = defaultdict(list)
    for message in alerts:
        if message.chat < 0:
            by_group[message.chat].append(message.at)
    begun = min(message.at for message in alerts)
    return Told(
        len(crowd),
        len(alerts),
        (max(message.at for message in alerts) - begun).total_seconds(),
        _most_within(at, timedelta(seconds=1)),
        max((_most_within(times, timedelta(minutes=1)) for times in by_group.values()), default=0),
        _in_the_pause([message for message in alerts if message.chat == paused], begun),
        max(replies),
    )


def _in_the_pause(messages: Sequence[Said], begun: datetime) -> int:
    """Messages to the chat that was asked to wait, sooner than it was asked to."""
    return sum((message.at - begun).total_seconds() < PAUSE for message in messages)


def _most_within(at: Sequence[datetime], span: timedelta) -> int:
    """The most that fell within any such span."""
    return max((bisect_left(at, moment + span) - place for place, moment in enumerate(at)), default=0)

"""Which events are still news, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.football.events.events import (
    GoalDetailed,
    GoalDisallowed,
    GoalScored,
    KickedOff,
    KickOffMoved,
    KickTaken,
    MatchAwarded,
    MatchCalledOff,
    MatchEnded,
    MatchEvent,
    PhaseBegan,
    PlayerSentOff,
    ResultCorrected,
)
from bot.football.events.observations import Observation
from bot.football.events.states import MatchState, match_key
from bot.football.model import AMSTERDAM, Goal, Match, Status
from bot.football.season.as_of import over_at
from bot.football.season.evening import end_of_evening, evening_of, evening_of_match

SOON = timedelta(minutes=2)
"""How long a goal stays news, and everything else that passes."""
AHEAD = timedelta(hours=1)
"""So long before a kick-off followers are reminded of it."""
TONIGHT = timedelta(hours=1)
"""How long an end stays news, when Telegram can't be reached."""
LATE = timedelta(minutes=40)
"""So long after the final whistle an end is no event any more, but a result."""
NIGHT_BEGINS, NIGHT_ENDS = time(0, 30), time(8, 0)
"""Amsterdam; a result that comes in between waits for the morning."""
OLD_NEWS = timedelta(hours=4)
"""How much longer the results of an evening are news than the evening itself: until ten in the morning."""
_NEWS_AFTERWARDS = (GoalDetailed, KickOffMoved, MatchAwarded, MatchCalledOff, ResultCorrected)
"""What is no less news when it was not seen live."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """An event that followers hear of, until its deadline."""

    event: MatchEvent
    deadline: datetime

    @property
    def key(self) -> str:
        return f"{match_key(self.event.match)} {self.event.key}"


def announcements(
    events: Iterable[MatchEvent],
    before: Mapping[str, MatchState],
    after: Mapping[str, MatchState],
    now: datetime,
    *,
    live: bool = True,
) -> list[Announcement]:
    """The events that are still news, by what was and is believed; a goal of an outage may be too old.

    What does not come of a look at live scores is never told as if it happened now; nor is an end that
    reaches us late: see `late_results`.
    """
    found = []
    for event in events:
        key = match_key(event.match)
        if _is_late(event, before[key], now) or not (live or isinstance(event, _NEWS_AFTERWARDS)):
            continue
        deadline = _deadline(event, before[key].at, after[key].observation, now)
        if deadline >= now and (_holds_any_day(event) or _is_of_tonight(event, now)):
            found.append(Announcement(event, deadline))
    return found


def next_reminder(matches: Iterable[Match], now: datetime) -> datetime | None:
    """When somebody may be reminded next."""
    moments = (
        match.kick_off - AHEAD for match in matches if match.kick_off and match.status is Status.SCHEDULED
    )
    return min((moment for moment in moments if moment > now), default=None)


def about_to_begin(matches: Iterable[Match], now: datetime) -> dict[datetime, list[Match]]:
    """The matches to be reminded of now, by their kick-off; of one that has begun nobody is."""
    found: dict[datetime, list[Match]] = {}
    for match in matches:
        if (
            match.kick_off
            and match.status is Status.SCHEDULED
            and match.kick_off - AHEAD <= now < match.kick_off
        ):
            found.setdefault(match.kick_off, []).append(match)
    return found


def late_results(
    events: Iterable[MatchEvent], before: Mapping[str, MatchState], now: datetime, *, live: bool = True
) -> list[Match]:
    """The matches whose end is news as a result: it was not seen live, or long after the final whistle."""
    return [
        event.match
        for event in events
        if isinstance(event, MatchEnded)
        and evening_of_match(event.match) == evening_in_the_news(now)
        and (not live or _is_late(event, before[match_key(event.match)], now))
    ]


def evening_in_the_news(now: datetime) -> date:
    """The evening whose results are news: that of the day before until ten in the morning."""
    return evening_of(now - OLD_NEWS)


def news_until(evening: date) -> datetime:
    """Until when the results of an evening are news."""
    return end_of_evening(evening) + OLD_NEWS


def not_at_night(now: datetime) -> datetime:
    """When a result that came in now is told: at once, or in the morning."""
    here = now.astimezone(AMSTERDAM)
    if NIGHT_BEGINS <= here.time() < NIGHT_ENDS:
        return datetime.combine(here.date(), NIGHT_ENDS, AMSTERDAM).astimezone(UTC)
    return now


def _is_late(event: MatchEvent, before: MatchState, now: datetime) -> bool:
    """Whether an end reaches us long after it; one that was awaited under our eyes does not."""
    was_watched = before.observation.match.status is Status.LIVE and now - before.at <= LATE
    return isinstance(event, MatchEnded) and not was_watched and now > over_at(event.match) + LATE


def _deadline(event: MatchEvent, last_look: datetime, observation: Observation, now: datetime) -> datetime:
    match event:
        case GoalScored():
            # By the minutes that the source shows; without them it may have fallen right after the last look.
            has_minutes = event.goal.minute is not None and observation.minute is not None
            at = now - _age(event.goal, observation) if has_minutes or now - last_look <= SOON else last_look
            return max(at, last_look) + SOON
        case KickedOff() | PhaseBegan() | PlayerSentOff() | KickTaken():
            return (now if now - last_look <= SOON else last_look) + SOON
        case GoalDetailed() | GoalDisallowed():
            return now + SOON
        case _:
            return now + TONIGHT


def _age(goal: Goal, observation: Observation) -> timedelta:
    """How long ago a goal fell, by the minute of the same observation; nothing where a minute is missing."""
    if goal.minute is None or observation.minute is None:
        return timedelta(0)
    return timedelta(minutes=max(0, observation.minute - goal.minute - (goal.stoppage or 0) - 1))


def _holds_any_day(event: MatchEvent) -> bool:
    return isinstance(event, KickOffMoved | MatchCalledOff | MatchAwarded)


def _is_of_tonight(event: MatchEvent, now: datetime) -> bool:
    return evening_of_match(event.match) == evening_of(now)

"""An hour before a followed club plays, for whoever wants to be reminded."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from bot.football.events.alerting import AlertKind, AlertSettings, LiveMessage, QuietHours
from bot.local.telegram.chats import Chat
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import Night, SourceOfResults, TrueSource, killed, night, playing

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
THE_NIGHT = date(2018, 2, 22)
ARSENAL, DORTMUND, LEIPZIG = "eng-arsenal-fc", "ger-borussia-dortmund", "ger-rb-leipzig"
AFTERNOON, BEFORE_KICK_OFF = amsterdam("2018-02-22 16:00"), amsterdam("2018-02-22 21:04")


def reminded(tonight: Night, name: str, *clubs: str, quiet: QuietHours | None = None) -> Chat:
    """Somebody who wants reminders and nothing else."""
    chat = tonight.follower(name, *clubs)
    kinds = frozenset({AlertKind.REMINDERS})
    settings = AlertSettings(kinds, quiet=quiet, live=LiveMessage.OFF)
    tonight.live.watcher.alert_messages.alerts.save(chat.id, settings)
    return chat


@pytest.mark.parametrize("source_of", [TrueSource, SourceOfResults])
def test_a_chat_is_reminded_once_an_hour_before_with_all_that_begins_then(
    tmp_path: Path, source_of: type[TrueSource]
) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, AFTERNOON, source_of=source_of) as tonight:
            several = reminded(tonight, "Anna", ARSENAL, DORTMUND, LEIPZIG, "competition EL")
            asleep = reminded(tonight, "Bram", ARSENAL, quiet=QuietHours(20, 22))
            competition = reminded(tonight, "Chris", "competition EL")
            not_wanted = tonight.follower("Daan", ARSENAL)
            async with playing(tonight):
                await tonight.until(BEFORE_KICK_OFF)
            heard = [each for each in tonight.messages if each.chat == several.id]
            assert [each.text for each in heard] == [
                "⏰ Straks, 19.00 uur\nRB Leipzig – Napoli\nAtalanta – Dortmund",
                "⏰ Straks, 21.05 uur\nArsenal – Östersunds FK",
            ]
            assert [each.at.replace(second=0, microsecond=0) for each in heard] == [
                amsterdam("2018-02-22 18:00"),
                amsterdam("2018-02-22 20:05"),
            ]
            assert not {each.chat for each in tonight.messages} & {asleep.id, competition.id, not_wanted.id}

    run_fast(evening())


def test_who_was_reminded_is_not_reminded_after_a_crash_and_nobody_is_once_the_match_has_begun(
    tmp_path: Path,
) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, amsterdam("2018-02-22 19:50")) as tonight:
            anna = reminded(tonight, "Anna", ARSENAL)
            work = asyncio.create_task(tonight.live.run())
            await tonight.until(amsterdam("2018-02-22 20:20"))
            await killed(tonight, work)
            await tonight.until(amsterdam("2018-02-22 20:30"))
            work = asyncio.create_task(tonight.live.run())
            await tonight.until(amsterdam("2018-02-22 20:40"))
            await killed(tonight, work)
            late = reminded(tonight, "Bram", ARSENAL)
            # The bot is down until the match has begun.
            await tonight.until(amsterdam("2018-02-22 21:06"))
            async with playing(tonight):
                await tonight.until(amsterdam("2018-02-22 21:20"))
            assert [each.text for each in tonight.messages if each.chat == anna.id] == [
                "⏰ Straks, 21.05 uur\nArsenal – Östersunds FK"
            ]
            assert not [each for each in tonight.messages if each.chat == late.id]

    run_fast(evening())

"""Who follows a country hears of its clubs; who follows a competition is not flooded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.football.events.alerting import AlertSettings, LiveMessage
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import night, playing

# A whole evening: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
THE_NIGHT = date(2018, 2, 22)
EUROPA_LEAGUE = "competition EL"


def test_a_competition_is_one_message_that_keeps_up_unless_a_chat_wants_every_match(tmp_path: Path) -> None:
    async def evening() -> list[list[str]]:
        begin, end = amsterdam("2018-02-22 18:30"), amsterdam("2018-02-22 23:20")
        async with night(tmp_path, THE_NIGHT, begin) as tonight:
            alerts = tonight.live.watcher.alert_messages.alerts
            quiet = tonight.follower("Anna", EUROPA_LEAGUE)
            results = tonight.follower("Bram", EUROPA_LEAGUE)
            alerts.save(results.id, AlertSettings(live=LiveMessage.OFF))
            everything = tonight.follower("Chris", EUROPA_LEAGUE)
            alerts.save(everything.id, AlertSettings(live=LiveMessage.OFF, every_match=True))
            country = tonight.follower("Daan", "country ENG")
            alerts.save(country.id, AlertSettings(live=LiveMessage.OFF))
            async with playing(tonight):
                await tonight.until(end)
            return [
                [each.text for each in tonight.messages if each.chat == chat.id and not each.edited]
                for chat in (quiet, results, everything, country)
            ]

    quiet, results, everything, country = run_fast(evening())
    assert len(quiet) == 1
    assert "Arsenal" in quiet[0]
    assert all(text.startswith("🏁") for text in results)
    assert len(results) == 15
    assert sum(text.startswith("⚽") for text in everything) > 20
    assert all("Arsenal" in text for text in country)
    assert sum(text.startswith("⚽") for text in country) == 3

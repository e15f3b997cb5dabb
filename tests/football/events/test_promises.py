"""What a chat may count on, by what the sources can."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.football.events.alerting import AlertKind
from bot.football.events.promises import Promises
from bot.sources.live import Abilities, promises_of

DAILY = Abilities(live=False, scorers=True, seasons=True, delay=timedelta(hours=1))
LIVE = Abilities(live=True, scorers=True, seasons=False, delay=timedelta(0))


@pytest.mark.parametrize(
    ("sources", "promises"),
    [
        ((), Promises()),
        ((DAILY,), Promises(results=True)),
        ((DAILY, LIVE), Promises(results=True, live=True)),
    ],
)
def test_only_a_live_source_counts_as_live(sources: tuple[Abilities, ...], promises: Promises) -> None:
    assert promises_of(sources) == promises


def test_nobody_is_promised_a_goal_alert_without_live_scores() -> None:
    assert Promises().kinds == ()
    assert Promises(results=True).kinds == (
        AlertKind.ENDS,
        AlertKind.DRAWS,
        AlertKind.STORY,
        AlertKind.REMINDERS,
    )
    assert Promises(results=True, live=True).kinds == tuple(AlertKind)

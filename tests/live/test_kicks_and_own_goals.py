"""A final that ends in a shoot-out, an own goal, and two sources that disagree, told to those who follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.database.chats.facts import ChatKind
from bot.football.events.observations import Kick, Observation, Phase
from bot.football.model import Match, Score, Status
from bot.live.owners import Owners
from bot.local.under_way import observation_at
from bot.sources.live import Abilities
from bot.sources.uefa.client import CAN
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import night, playing

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
MUNICH, ROME = date(2012, 5, 19), date(2018, 5, 2)
SCORED = (
    *((True, "Lahm"), (False, "Mata"), (True, "Gómez"), (True, "Luiz"), (True, "Neuer"), (True, "Lampard")),
    *((False, "Olić"), (True, "Cole"), (False, "Schweinsteiger"), (True, "Drogba")),
)
KICKS_BEGIN = amsterdam("2012-05-19 23:10")
A_KICK = timedelta(seconds=60)
OWNER = 99


def with_kicks(
    clock: Callable[[], datetime],
) -> Callable[[int, tuple[Observation, ...]], tuple[Observation, ...]]:
    """The shoot-out kick by kick, as a source that knows it would tell."""

    def disturb(_look: int, observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
        (final,) = observations
        taken = max(0, int((clock() - KICKS_BEGIN) / A_KICK) + 1)
        if final.phase is not Phase.SHOOT_OUT and not final.match.has_result:
            return observations
        bayern, chelsea = final.match.clubs
        kicks = tuple(
            Kick((bayern, chelsea)[place % 2], scored=scored, player=player)
            for place, (scored, player) in enumerate(SCORED[:taken])
        )
        return (replace(final, kicks=kicks),)

    return disturb


def test_a_shoot_out_is_told_kick_by_kick_and_who_wins_it(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, MUNICH, amsterdam("2012-05-19 22:50")) as tonight:
            tonight.source.disturb = with_kicks(tonight.clock)
            fleur = tonight.follower("Fleur", "eng-chelsea-fc")
            async with playing(tonight):
                await tonight.until(amsterdam("2012-05-20 00:30"))
            heard = tonight.heard_by(fleur)
            kicks = [text.split("\n")[1] for text in heard if text.startswith("🎯")]
            assert kicks[0] == "Lahm raak: 1-0 in de strafschoppenserie"
            assert kicks[1] == "Mata mist: 1-0 in de strafschoppenserie"
            assert kicks[-1] == "Drogba raak: 3-4 in de strafschoppenserie"
            assert len(kicks) == len(SCORED)
            live = tonight.heard_by(fleur, edits=True)
            assert any("(strafschoppen)" in text for text in live)
            assert not any("strafschoppen)" in text and "zo blijft" in text for text in live)
            assert heard[-1].startswith("🏁 Bayern – Chelsea 1-1\nna verlenging")
            assert "🏆 Chelsea wint de Champions League\nna strafschoppen" in heard[-1]
            assert sum(text.startswith("🏁") for text in heard) == 1

    run_fast(evening())


def test_an_own_goal_counts_for_the_other_club(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, ROME, amsterdam("2018-05-02 20:40")) as tonight:
            fleur = tonight.follower("Fleur", "ita-as-roma")
            async with playing(tonight):
                await tonight.until(amsterdam("2018-05-02 23:00"))
            goals = [text for text in tonight.heard_by(fleur) if text.startswith("⚽")]
            assert [text.split("\n")[0].rpartition(" ")[2] for text in goals] == [
                *("0-1", "1-1", "1-2", "2-2", "3-2", "4-2")
            ]
            assert goals[1].split("\n")[1] == "15' James Milner (e.d.)"

    run_fast(evening())


@dataclass
class Second:
    """Another source, which thinks that it ended otherwise."""

    matches: tuple[Match, ...]
    clock: Callable[[], datetime]
    name: str = "second"
    can: Abilities = CAN
    looks: int = field(default=0)

    async def look(self, _day: date, _now: datetime, /) -> tuple[Observation, ...]:
        self.looks += 1
        observations = [observation_at(match, self.clock()) for match in self.matches]
        return tuple(
            replace(observation, match=replace(observation.match, full_time=Score(7, 0), goals=(), source=""))
            if observation.match.has_result and observation.match.status is Status.PLAYED
            else observation
            for observation in observations
        )


def test_of_two_sources_the_first_is_believed_and_the_owners_hear_of_it_once(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, ROME, amsterdam("2018-05-02 21:30")) as tonight:
            fleur = tonight.follower("Fleur", "ita-as-roma")
            owner = tonight.telegram.add_private_chat(tonight.telegram.add_user("Eigenaar"))
            owner.bot_status = "member"
            tonight.chats.mark_active(owner.id, ChatKind.PRIVATE, tonight.clock())
            tonight.live.watcher.owners = Owners((owner.id,), tonight.chats)
            second = Second(tonight.again.matches, tonight.clock)
            tonight.live.watcher.sources = (tonight.source, second)
            async with playing(tonight):
                await tonight.until(amsterdam("2018-05-03 00:30"))
            assert "AS Roma – Liverpool 4-2" in tonight.heard_by(fleur)[-1]
            (heard,) = [message.text for message in tonight.messages if message.chat == owner.id]
            assert heard.startswith("⚠️ Twee bronnen spreken elkaar tegen")
            assert "4-2 (" in heard
            assert "7-0 (second)" in heard
            assert len(tonight.live.watcher.live_import.conflicts()) >= 1

    run_fast(evening())

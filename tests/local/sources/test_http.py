"""The real sources ask the local server over HTTP, in good times and in bad."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from aiohttp import web

from bot.football.events.observations import Observation
from bot.football.model import Status
from bot.local.sources.faults import FaultKind, FaultsByLot, SourceFault, no_faults
from bot.local.sources.server import PLAN, LocalSources, settings_at
from bot.local.under_way import observation_at
from bot.sources.errors import SourceError
from bot.sources.live import InMemory, LiveSource, Surroundings
from bot.sources.registry import REGISTRY, live_sources
from tests.transport.evenings import evening, told_of_play

THE_NIGHT = date(2018, 2, 22)
KICK_OFF = datetime(2018, 2, 22, 18, 0, tzinfo=UTC)
LATE = KICK_OFF + timedelta(hours=5)


@dataclass
class Clock:
    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Evening:
    """The night of 22 February 2018 on a server, with the sources that ask it."""

    clock: Clock
    server: LocalSources
    uefa: LiveSource
    api_football: LiveSource
    openfootball: LiveSource
    espn: LiveSource
    client: httpx.AsyncClient

    def true(self) -> dict[str, Observation]:
        return {
            observation.match.home.name: observation for observation in self.server.matches_at(self.clock.now)
        }

    async def look(self, source: LiveSource) -> dict[str, Observation]:
        return {
            observation.match.home.name: observation
            for observation in await source.look(THE_NIGHT, self.clock.now)
        }


def matches_at(moment: datetime) -> list[Observation]:
    return [observation_at(match, moment) for match in evening(THE_NIGHT).matches]


@asynccontextmanager
async def playing(
    now: datetime,
    faults: Callable[[int], SourceFault | None] = no_faults,
    plan: int = PLAN,
    patience: float = 300,
) -> AsyncIterator[Evening]:
    clock = Clock(now)
    server = LocalSources(matches_at, clock, faults, plan)
    runner = web.AppRunner(server.application(), shutdown_timeout=0, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        async with httpx.AsyncClient(timeout=patience) as client:
            uefa, api_football, openfootball, espn = live_sources(
                ("uefa", "api-football", "openfootball", "espn"),
                settings_at(address),
                Surroundings(client, lambda _name: InMemory()),
            )
            yield Evening(clock, server, uefa, api_football, openfootball, espn, client)
    finally:
        await runner.cleanup()


def test_every_source_is_played_here() -> None:
    here = "http://127.0.0.1:1"
    addresses = [source.address(settings_at(here)) for source in REGISTRY.values()]
    assert all(address.startswith(here) for address in addresses)


async def test_every_live_source_follows_the_whole_night() -> None:
    async with playing(KICK_OFF - timedelta(hours=1), plan=7500) as night:
        for minutes in range(0, 300, 10):
            night.clock.now = KICK_OFF + timedelta(minutes=minutes - 20)
            true = night.true()
            assert len(true) == 15
            for source in (night.uefa, night.api_football, night.espn):
                observations = await night.look(source)
                reported = {name: told_of_play(observation) for name, observation in observations.items()}
                assert reported == {name: told_of_play(observation) for name, observation in true.items()}


async def test_openfootball_has_the_results_when_all_is_over() -> None:
    async with playing(KICK_OFF + timedelta(minutes=50)) as night:
        assert {
            observation.match.status for observation in (await night.look(night.openfootball)).values()
        } == {Status.SCHEDULED}
        night.clock.now = LATE
        observations = await night.look(night.openfootball)
        assert {name: observation.match.score for name, observation in observations.items()} == {
            name: observation.match.score for name, observation in night.true().items()
        }
        await night.look(night.openfootball)
        assert night.server.requests["openfootball"] == 18


async def test_the_free_plan_lasts_the_night() -> None:
    async with playing(KICK_OFF - timedelta(hours=1)) as night:
        while night.clock.now < LATE:
            observations = await night.look(night.api_football)
            night.clock.now += timedelta(seconds=30)
        assert {name: told_of_play(observation) for name, observation in observations.items()} == {
            name: told_of_play(observation) for name, observation in night.true().items()
        }
        assert night.server.requests["api-football"] < PLAN


async def test_when_the_plan_is_spent_the_server_says_so_with_status_200() -> None:
    async with playing(KICK_OFF, plan=0) as night:
        with pytest.raises(SourceError, match="questions of today are spent"):
            await night.look(night.api_football)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (SourceFault(FaultKind.SERVER_ERROR), "the server is in trouble"),
        (SourceFault(FaultKind.SLOW, 3600), "no answer in time"),
        (SourceFault(FaultKind.HALF_AN_ANSWER), "cut off or damaged"),
    ],
)
async def test_trouble_is_told_and_the_next_look_is_good_again(fault: SourceFault, reason: str) -> None:
    faults = {1: fault, 2: fault}.get
    patience = 1 if fault.kind is FaultKind.SLOW else 300
    async with playing(KICK_OFF + timedelta(minutes=40), faults, patience=patience) as night:
        for source in (night.uefa, night.api_football):
            with pytest.raises(SourceError, match=reason):
                await night.look(source)
        night.client.timeout = httpx.Timeout(300)
        for source in (night.uefa, night.api_football):
            assert len(await night.look(source)) == 15


async def test_an_empty_list_is_no_trouble_for_the_source() -> None:
    async with playing(KICK_OFF, {1: SourceFault(FaultKind.NOTHING)}.get) as night:
        assert await night.look(night.uefa) == {}
        assert len(await night.look(night.uefa)) == 15


async def test_a_score_can_go_back_one_goal() -> None:
    async with playing(
        KICK_OFF + timedelta(minutes=95), {2: SourceFault(FaultKind.ONE_GOAL_BACK)}.get
    ) as night:
        before, back, after = [await night.look(night.uefa) for _ in range(3)]
        assert before == after

        def scored(observations: dict[str, Observation]) -> dict[str, int]:
            return {name: len(observation.match.goals) for name, observation in observations.items()}

        live = {
            name
            for name, observation in before.items()
            if observation.match.status is Status.LIVE and observation.match.goals
        }
        assert live
        assert scored(back) == {name: number - (name in live) for name, number in scored(before).items()}


async def test_a_source_can_lag_and_can_say_the_same_again() -> None:
    faults = {2: SourceFault(FaultKind.LAGGING, 600), 4: SourceFault(FaultKind.SAME_AGAIN)}.get
    async with playing(KICK_OFF + timedelta(minutes=30), faults) as night:
        first = await night.look(night.uefa)
        night.clock.now += timedelta(minutes=10)
        assert await night.look(night.uefa) == first
        third = await night.look(night.uefa)
        assert third != first
        night.clock.now += timedelta(minutes=10)
        assert await night.look(night.uefa) == third


def test_the_same_seed_gives_the_same_trouble() -> None:
    kinds = [SourceFault(kind) for kind in FaultKind]
    first, again = (FaultsByLot(7, 0.3, kinds) for _ in range(2))
    drawn = [first(number) for number in range(1000)]
    assert drawn == [again(number) for number in range(1000)]
    assert 250 < sum(fault is not None for fault in drawn) < 350

"""Which sources the settings name, and in which order they are believed."""

from __future__ import annotations

import httpx
import pytest
from pydantic import ValidationError

from bot.settings import Settings
from bot.sources.live import InMemory, LiveSource, SeasonSource, Surroundings
from bot.sources.registry import REGISTRY, live_sources


def made(settings: Settings) -> tuple[LiveSource, ...]:
    around = Surroundings(httpx.AsyncClient(), lambda _name: InMemory())
    return live_sources(settings.live_sources, settings, around)


def named(written: str) -> tuple[str, ...]:
    return tuple(source.name for source in made(Settings(_env_file=None, live_sources=written)))


def test_wikipedia_is_believed_first_unless_somebody_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LIVE_SOURCES", raising=False)
    settings = Settings(_env_file=None)
    assert settings.live_sources == ("wikipedia", "openfootball")
    assert [source.can.scorers for source in made(settings)] == [True, False]


def test_the_order_of_the_setting_is_the_order_of_belief() -> None:
    assert named("uefa, API-Football,openfootball") == ("uefa", "api-football", "openfootball")
    assert named(",".join(REGISTRY)) == tuple(REGISTRY)


def test_the_environment_is_read_like_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIVE_SOURCES", "api-football,uefa")
    assert Settings(_env_file=None).live_sources == ("api-football", "uefa")


def test_all_can_be_switched_off() -> None:
    assert named("none") == ()


@pytest.mark.parametrize("written", ["sofascore", "uefa,none", "uefa,uefa"])
def test_a_name_that_cannot_be_is_told_in_one_line(written: str) -> None:
    with pytest.raises(ValidationError) as raised:
        named(written)
    reason = raised.value.errors()[0]["msg"]
    assert "\n" not in reason
    assert "no source of live results; known are" in reason or "names a source twice" in reason


def test_a_source_can_what_it_declares() -> None:
    for source in made(Settings(_env_file=None, live_sources=",".join(REGISTRY))):
        assert source.can == REGISTRY[source.name].can
        assert isinstance(source, SeasonSource) is source.can.seasons
        assert REGISTRY[source.name].licence
    assert [name for name, source in REGISTRY.items() if source.key] == ["api-football"]
    assert [name for name, source in REGISTRY.items() if source.can.live] == ["uefa", "espn", "api-football"]


def test_a_key_shows_in_no_representation() -> None:
    settings = Settings(_env_file=None, api_football_key="geheim", live_sources="api-football")
    assert "geheim" not in repr(settings)
    assert "geheim" not in repr(made(settings))

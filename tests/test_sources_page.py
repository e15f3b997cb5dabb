"""The table of docs/sources.md is what the sources declare of themselves."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.settings import Settings
from bot.sources.live import SourceDeclaration
from bot.sources.registry import ON_DEMAND, REGISTRY, SourceSettings

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
UNITS = (("day", timedelta(days=1)), ("hour", timedelta(hours=1)), ("minute", timedelta(minutes=1)))


def delay(of: timedelta) -> str:
    name, unit = next((name, unit) for name, unit in UNITS if of >= unit and not of % unit)
    return f"{of // unit} {name}{'' if of == unit else 's'}"


def row(source: SourceDeclaration[SourceSettings]) -> str:
    can = source.can
    able = ("yes" if ability else "–" for ability in (can.live, can.results, can.scorers, can.seasons))
    key = f"`{source.key}`" if source.key else "–"
    return f"| {' | '.join((source.name, *able, delay(can.delay), source.licence, key))} |"


def test_the_table_of_all_sources_is_what_they_declare() -> None:
    rows = [row(source) for source in (*REGISTRY.values(), *ON_DEMAND.values())]
    assert "\n".join(("|---|---|---|---|---|---|---|---|", *rows)) in PAGE


def test_every_source_says_on_what_terms_its_facts_may_be_used() -> None:
    for source in (*REGISTRY.values(), *ON_DEMAND.values()):
        assert source.licence
        assert not source.key or source.key.lower() in SourceSettings.model_fields


def test_what_is_asked_only_by_name_cannot_be_asked_all_day() -> None:
    assert not set(ON_DEMAND) & set(REGISTRY)
    assert not set(ON_DEMAND) & set(Settings(_env_file=None).live_sources)

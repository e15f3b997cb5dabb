"""What several sources tell of the same evening, put together: whom to believe, and what the others add."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.database.chats.watched import name_of
from bot.database.results.saving import Origin
from bot.football.dataset.merging import merge
from bot.football.events.observations import Observation
from bot.football.model import Match


@dataclass(frozen=True, slots=True)
class Telling:
    """What one source told in one look, with our clubs."""

    origin: Origin
    sightings: tuple[Observation, ...]


def together(told: Iterable[Telling]) -> list[tuple[Origin, Observation]]:
    """Every match once, as the first source to tell it says; the others fill in what that one leaves out."""
    found: dict[str, tuple[Origin, Observation]] = {}
    for telling in told:
        for sighting in telling.sightings:
            name = name_of(sighting.match)
            if name not in found:
                found[name] = (telling.origin, sighting)
            else:
                origin, first = found[name]
                found[name] = (origin, _filled_in(first, sighting))
    return list(found.values())


def _filled_in(first: Observation, other: Observation) -> Observation:
    return replace(
        first,
        match=merge(first.match, other.match, told_wins=False).match,
        phase=first.phase or other.phase,
        minute=first.minute if first.minute is not None else other.minute,
        red_cards=first.red_cards or other.red_cards,
        kicks=first.kicks or other.kicks,
    )


def other_results(told: Sequence[Telling], changed: dict[Origin, list[Match]]) -> dict[Origin, list[Match]]:
    """What the other sources say of matches that ended just now, so that a conflict is seen."""
    ended = {
        name_of(match): origin for origin, matches in changed.items() for match in matches if match.has_result
    }
    return {
        telling.origin: others
        for telling in told
        if (
            others := [
                one.match
                for one in telling.sightings
                if one.match.has_result and ended.get(name_of(one.match), telling.origin) != telling.origin
            ]
        )
    }

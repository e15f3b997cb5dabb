"""One kind of record out of all: hat-tricks, the fastest goals."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.football.players.records import FeatKind, Records
from bot.football.questions.competition import Rest

_KINDS = tuple(
    (kind, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE))
    for kind, pattern in (
        (FeatKind.HAT_TRICK, r"hat[- ]?tricks?|drie doelpunten|meeste doelpunten van [eé][eé]n speler"),
        (FeatKind.OWN_GOALS, r"eigen (?:doelpunt(?:en)?|goals?)|own goals?"),
        (
            FeatKind.FAST_GOAL,
            r"(?:snelste?|snelle|fastest|quickest)(?: (?:doelpunt(?:en)?|goals?|treffers?))?",
        ),
        (
            FeatKind.WIN,
            (
                r"(?:grootste|ruimste|hoogste|biggest|largest)(?: "
                r"(?:zeges?|overwinning(?:en)?|uitslag(?:en)?|wins?|victor(?:y|ies)))?"
            ),
        ),
        (FeatKind.GOALS, r"(?:meeste|most) (?:doelpunten|goals)(?: in [eé]{1,2}n (?:wedstrijd|duel|match))?"),
    )
)


def take_kind_of_record(rest: Rest) -> FeatKind | None:
    """The one kind of record that is asked for."""
    for kind, pattern in _KINDS:
        if found := pattern.search(rest.text):
            rest.take(found)
            return kind
    return None


def only(records: Records, kind: FeatKind) -> Records:
    """The records of one kind, without the others."""
    own_goals = kind is FeatKind.OWN_GOALS
    return replace(
        records,
        biggest_wins=records.biggest_wins if kind is FeatKind.WIN else (),
        most_goals=records.most_goals if kind is FeatKind.GOALS else (),
        most_by_one=records.most_by_one if kind is FeatKind.HAT_TRICK else (),
        fastest=records.fastest if kind is FeatKind.FAST_GOAL else (),
        own_goals=records.own_goals if own_goals else 0,
        most_own_goals=records.most_own_goals if own_goals else (),
    )


def has_any(records: Records) -> bool:
    return any(
        (
            records.biggest_wins,
            records.most_goals,
            records.most_by_one,
            records.fastest,
            records.most_own_goals,
        )
    )

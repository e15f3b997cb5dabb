"""What the rounds are called in transfermarkt-datasets: `last 16 1st leg`, `intermediate stage 2nd leg`."""

from __future__ import annotations

import re

from bot.football.competitions import ROWS
from bot.football.model import UNKNOWN_ROUND, Competition, Leg, Round, RoundKind, Season

_LEG = re.compile(r"\s*\b(1st|2nd) leg$")
_LEGS = {"1st": Leg.FIRST, "2nd": Leg.SECOND}
_GROUP = re.compile(r"group ([a-l])")
_FIRST_LEAGUE_PHASE = 2024
_INTERMEDIATE = "intermediate stage"
"""Whatever comes between the groups and the last sixteen: the last 32 once, the knockout play-offs today."""
_ROUNDS = {
    "round of 32": RoundKind.LAST_32,
    "last 32": RoundKind.LAST_32,
    "last 16": RoundKind.LAST_16,
    "round of 16": RoundKind.LAST_16,
    "quarter-finals": RoundKind.QUARTER_FINAL,
    "semi-finals": RoundKind.SEMI_FINAL,
    "final": RoundKind.FINAL,
}
_QUALIFYING = {
    "preliminary": RoundKind.PRELIMINARY,
    "first": RoundKind.QUALIFYING_1,
    "1st": RoundKind.QUALIFYING_1,
    "second": RoundKind.QUALIFYING_2,
    "2nd": RoundKind.QUALIFYING_2,
    "third": RoundKind.QUALIFYING_3,
    "3rd": RoundKind.QUALIFYING_3,
    "play-off": RoundKind.PLAY_OFF,
    "playoff": RoundKind.PLAY_OFF,
}


def round_and_leg(
    text: str, competition: Competition, season: Season, *, qualifying: bool
) -> tuple[Round, Leg | None]:
    """The round and the leg; of a round whose name is new to us, a match is placed by its clubs."""
    text = " ".join(text.casefold().split())
    found = _LEG.search(text)
    leg = _LEGS[found[1]] if found else None
    name = _LEG.sub("", text)
    if qualifying:
        words = (kind for word, kind in _QUALIFYING.items() if re.search(rf"\b{word}s?\b", name))
        return next(map(Round, words), UNKNOWN_ROUND), leg
    if name.startswith(("group", "league")):
        if season.start_year >= _FIRST_LEAGUE_PHASE:
            return Round(RoundKind.LEAGUE), None
        letter = _GROUP.fullmatch(name)
        return Round(RoundKind.GROUP, letter[1].upper() if letter else ""), None
    if name == _INTERMEDIATE:
        since = ROWS[competition].knockout_play_offs_since
        play_off = season.start_year >= since
        return Round(RoundKind.KNOCKOUT_PLAY_OFF if play_off else RoundKind.LAST_32), leg
    return Round(_ROUNDS[name]) if name in _ROUNDS else UNKNOWN_ROUND, leg

"""Which commands come nearest to words in which nothing was understood."""

from __future__ import annotations

import re

from bot.football.names.words import CHAT

_FITS = tuple(
    (command, re.compile(pattern, re.IGNORECASE))
    for command, pattern in (
        ("avond", r"avond|vandaag|morgen|speelt|spelen|wedstrijd|live|tv|tonight|today|match|game|play"),
        ("programma", r"wanneer|volgende|programma|komende|tegenstander|when|next|fixture|opponent|agenda"),
        ("stand", r"stand\b|standen|plaats|plek|punten|poule|groep|eerste|table|standing|place|points|group"),
        ("schema", r"finale|ronde|schema|bracket|final|round|knock"),
        ("loting", r"loting|geloot|loot|pot\b|draw"),
        ("topscorers", r"scor|goal|doelpunt|topsc|schutter"),
        ("speler", r"speler|voetballer|spits|keeper|player|striker|goalkeeper"),
        ("records", r"record|meeste|grootste|snelste|ooit|hattrick|hat-trick|most|biggest|fastest|ever"),
        ("volg", r"volg\b|volgen|melding|bericht|seintje|follow|alert|notif"),
        ("help", r"help|hulp|hoe werkt|wat kun|how do|what can"),
    )
)
_A_NAME = re.compile(r"[^\W\d_]{2,}(?:[ .'’-]+[^\W\d_]+){0,2}")
"""A club may be called so, or a player."""


def may_be_a_name(text: str) -> bool:
    return _A_NAME.fullmatch(text) is not None and CHAT.isdisjoint(text.lower().split())


def nearest_commands(text: str) -> tuple[str, str]:
    """Two commands by their Dutch names, the one that fits best first."""
    fits = [(len(pattern.findall(text)), command) for command, pattern in _FITS]
    fitting = [command for number, command in sorted(fits, key=lambda each: -each[0]) if number]
    others = ("uitslag", "speler") if may_be_a_name(text) else ("uitslag", "avond")
    first, second, *_ = dict.fromkeys((*fitting, *others))
    return first, second

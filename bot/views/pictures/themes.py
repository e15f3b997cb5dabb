"""The colours of a picture, light and dark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    code: str
    """In the data of a button."""
    ground: str
    box: str
    text: str
    faint: str
    accent: str
    on_accent: str
    line: str
    """What leads from one tie to the next."""
    gold: str
    """A season with a cup."""
    champions_league: str
    europa_league: str
    """And its forerunners."""
    conference_league: str
    cup_winners_cup: str


LIGHT = Theme(
    "l",
    ground="#eef2f7",
    box="#ffffff",
    text="#10233f",
    faint="#5c6f8a",
    accent="#0f7a4d",
    on_accent="#ffffff",
    line="#b4c0d0",
    gold="#d4a800",
    champions_league="#1c4fa1",
    europa_league="#e07a1f",
    conference_league="#3aa76d",
    cup_winners_cup="#0f7a4d",
)
DARK = Theme(
    "d",
    ground="#0e1726",
    box="#1a2740",
    text="#f2f6fc",
    faint="#9db0cc",
    accent="#34c38a",
    on_accent="#062417",
    line="#42557a",
    gold="#ffd84d",
    champions_league="#6ea0f5",
    europa_league="#f2a65a",
    conference_league="#8fe0b8",
    cup_winners_cup="#34c38a",
)
THEMES = {theme.code: theme for theme in (LIGHT, DARK)}


def other(theme: Theme) -> Theme:
    return DARK if theme == LIGHT else LIGHT

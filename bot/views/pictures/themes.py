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


LIGHT = Theme("l", "#eef2f7", "#ffffff", "#10233f", "#5c6f8a", "#0f7a4d", "#ffffff", "#b4c0d0")
DARK = Theme("d", "#0e1726", "#1a2740", "#f2f6fc", "#9db0cc", "#34c38a", "#062417", "#42557a")
THEMES = {theme.code: theme for theme in (LIGHT, DARK)}


def other(theme: Theme) -> Theme:
    return DARK if theme == LIGHT else LIGHT

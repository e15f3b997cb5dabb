"""Pictures are drawn in a process of their own, and the last ones are kept."""

from __future__ import annotations

import pytest

from bot.transport import drawing
from bot.transport.drawing import Drawer, DrawingError
from bot.views.pictures.letters import FAMILY, font_file


def svg(text: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20">{text}</text></svg>'


async def test_a_picture_is_drawn_once() -> None:
    drawer = Drawer(font_file(), FAMILY)
    first = await drawer.png(svg("Ajax"))
    assert await drawer.png(svg("Ajax")) is first
    assert first.startswith(b"\x89PNG")


async def test_only_the_last_pictures_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOST_KEPT", 1)
    drawer = Drawer(font_file(), FAMILY)
    first = await drawer.png(svg("Ajax"))
    await drawer.png(svg("PSV"))
    assert await drawer.png(svg("Ajax")) is not first


async def test_what_is_no_picture_is_trouble() -> None:
    with pytest.raises(DrawingError):
        await Drawer(font_file(), FAMILY).png("no picture")

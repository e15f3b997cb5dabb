"""Buttons look like what they do: the way on, to follow, what does not come back."""

from __future__ import annotations

import pytest

from bot.handlers.commands import Commands
from tests.chat import Reply, talking


def _style(reply: Reply, label: str) -> str | None:
    (style,) = (button.get("style") for row in reply.rows for button in row if button["text"] == label)
    return style


@pytest.mark.parametrize(
    ("typed", "label", "style"),
    [
        ("/uitslag Arsenal", "Hele seizoen 2017/18", "primary"),
        ("/uitslag Arsenal", "Plaatje", None),
        ("/nederland", "Volg ze allemaal", "success"),
        ("/vergeet", "Ja, vergeet deze chat", "danger"),
    ],
)
async def test_a_button_looks_like_what_it_does(
    answering: Commands, typed: str, label: str, style: str | None
) -> None:
    async with talking(answering) as chat:
        assert _style(await chat.say(typed), label) == style


async def test_as_a_guest_too(answering: Commands) -> None:
    async with talking(answering, "guest") as chat:
        assert _style(await chat.say("Arsenal"), "Hele seizoen 2017/18") == "primary"

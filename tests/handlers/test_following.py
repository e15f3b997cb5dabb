"""What `/volg` and `/ontvolg` make of what stands behind them."""

from __future__ import annotations

import pytest

from bot.database.chats.chats import Chats
from tests.chat import talking
from tests.shared import answering_from_the_snapshot


@pytest.mark.parametrize("typed", ["CL", "2017/18", "Europa League", "22-02-2018", "CL 2017/18"])
async def test_who_names_no_club_hears_what_to_do(chats: Chats, typed: str) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        followed = await chat.say(f"/volg {typed}")
        assert followed.text == "Welke club wil je volgen? Bijvoorbeeld:\n/volg Ajax"
        assert (await chat.say(f"/ontvolg {typed}")).text.startswith("Deze chat volgt nog geen club.")


@pytest.mark.parametrize(
    ("typed", "left_out"), [("Ajax CL", "Champions League"), ("Ajax 2017/18", "2017/18")]
)
async def test_what_can_not_be_followed_is_left_out_openly(chats: Chats, typed: str, left_out: str) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        for command in ("volg", "ontvolg"):
            answer = await chat.say(f"/{command} {typed}")
            assert answer.text.startswith("Deze chat volgt")
            assert answer.text.endswith(f"Niet meegenomen in dit antwoord: {left_out}")


async def test_two_clubs_are_let_go_together(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        await chat.say("/volg Ajax - PSV")
        answer = await chat.say("/ontvolg Ajax - PSV")
        assert answer.text == "Deze chat volgt Ajax niet meer. Deze chat volgt PSV niet meer."
        assert chats.followed_by(chat.chat.id) == ()

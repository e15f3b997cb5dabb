"""What `/volg` and `/ontvolg` make of what stands behind them."""

from __future__ import annotations

import pytest

from bot.database.chats.chats import Chats
from bot.local.telegram import people
from tests.chat import talking
from tests.shared import answering_from_the_snapshot


@pytest.mark.parametrize("typed", ["2017/18", "22-02-2018"])
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


DUTCH = "de clubs uit Nederland"


async def test_a_country_is_followed_as_such_with_the_clubs_that_play_this_season(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        for typed in ("Nederland", "Nederlandse clubs", "Holland"):
            followed = await chat.say(f"/volg {typed}")
            assert DUTCH in followed.text
            assert "Dit seizoen: " in followed.text
            assert "Feyenoord" in followed.text
        assert chats.followed_by(chat.chat.id) == ("country NED",)
        listed = await chat.say("/volgend")
        assert listed.text == f"Deze chat volgt\n• {DUTCH}"
        assert listed.buttons == ["De clubs uit Nederland niet meer volgen"]
        assert "Feyenoord" in (await chat.say("/uitslag")).text
        assert (await chat.say("/ontvolg Nederland")).text == f"Deze chat volgt {DUTCH} niet meer."
        assert chats.followed_by(chat.chat.id) == ()


async def test_a_country_or_a_competition_is_followed_in_a_sentence(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        for sentence, followed in (
            ("Ik wil alle Nederlandse clubs volgen", DUTCH),
            ("volg alle clubs uit België", "de clubs uit België"),
            ("kan ik de Champions League volgen?", "de Champions League"),
        ):
            assert (await chat.say(sentence)).text.startswith(f"Deze chat volgt nu {followed}.")


async def test_a_competition_is_followed_under_every_name_that_it_has(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        assert (await chat.say("/volg CL")).text.startswith("Deze chat volgt nu de Champions League.")
        assert (await chat.say("/volg champions league")).text.startswith(
            "Deze chat volgt de Champions League al."
        )
        assert (await chat.say("/volg UEFA Cup")).text.startswith("Deze chat volgt nu de Europa League.")
        assert (await chat.say("/volg Europa Cup II")).text.endswith("niet te volgen.")
        assert chats.followed_by(chat.chat.id) == ("competition CL", "competition EL")
        assert (await chat.say("/volg CL 2017/18")).text.endswith("Niet meegenomen in dit antwoord: 2017/18")
        await chat.say("/volgend")
        listed = await chat.press("De Champions League niet meer volgen")
        assert listed.text == "Deze chat volgt\n• de Europa League"
        assert (await chat.say("/ontvolg EL")).text == "Deze chat volgt de Europa League niet meer."


@pytest.mark.parametrize(
    ("key", "reply"),
    [
        ("country <b>", None),
        ("country ", None),
        ("competition ZZ", None),
        ("nobody", None),
        ("competition CWC", "De Europa Cup II wordt niet meer gespeeld en is dus niet te volgen."),
    ],
)
async def test_a_forged_button_follows_nothing_that_there_is_not(
    chats: Chats, key: str, reply: str | None
) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        answer = await chat.say("/uitslag Ajax")
        people.press_forged(chat.telegram, chat.chat, chat.user, answer.id, f"v|{key}")
        assert [shown.text for shown in await chat.settle()] == ([reply] if reply else [])
        assert chats.followed_by(chat.chat.id) == ()


async def test_an_edited_question_lets_go_of_the_country_that_it_followed(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        await chat.say("/volg Nederland")
        await chat.edit("/volg Ajax")
        assert chats.followed_by(chat.chat.id) == ("ned-afc-ajax",)


async def test_what_is_followed_stands_under_privacy(chats: Chats) -> None:
    async with talking(answering_from_the_snapshot(chats), chats=chats) as chat:
        await chat.say("/volg CL")
        await chat.say("/volg Nederland")
        assert f"Gevolgd: de Champions League en {DUTCH}." in (await chat.say("/privacy")).text

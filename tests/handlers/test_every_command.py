"""Every command, under its Dutch and its English name, in every kind of chat."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime

import pytest

from bot.database.chats.chats import Chats
from bot.handlers.commands import Commands
from bot.handlers.pictures import PICTURE
from tests.chat import Kind, LocalChat, talking
from tests.shared import answering_from_the_snapshot

BETWEEN_THE_LEGS = datetime(2018, 2, 18, 11, tzinfo=UTC)
KINDS: tuple[Kind, ...] = ("private", "group", "supergroup", "topic", "channel")
ROWS = (
    ("/uitslag Arsenal", "Östersunds FK – Arsenal 0-3"),
    ("/result Arsenal", "Östersunds FK – Arsenal 0-3"),
    ("/uitslag", "Van welke club"),
    ("/avond 15-02-2018", "Donderdag 15 februari 2018"),
    ("/tonight", "Volgende speelavond: di 20 februari 2018"),
    ("/programma Arsenal", "Programma Arsenal"),
    ("/fixtures Arsenal", "Arsenal – Östersunds FK"),
    ("/agenda Arsenal", "Arsenal: 1 wedstrijd voor je agenda"),
    ("/calendar Arsenal", "Arsenal: 1 wedstrijd voor je agenda"),
    ("/stand PSG", "> 1 Paris Saint-Germain"),
    ("/table CL groep B", "Paris Saint-Germain"),
    ("/schema EL", "Zestiende finales"),
    ("/topscorers EL", "bekend"),
    ("/scorers EL", "bekend"),
    ("/speler Borini", "Borini"),
    ("/player Borini", "Borini"),
    ("/nederland", "🌍 Nederland in Europa · 2017/18"),
    ("/country Belgium", "🌍 België in Europa · 2017/18"),
    ("/club Ajax", "📖 Ajax in Europa"),
    ("/onderling Ajax Juventus", "Gewonnen: Ajax 2, Juventus 6"),
    ("/headtohead Ajax Juventus", "Gewonnen: Ajax 2, Juventus 6"),
    ("/records EL", "Europa League"),
    ("/erelijst EL", "2017 Manchester United – Ajax 2-0"),
    ("/winners EL", "2017 Manchester United – Ajax 2-0"),
    ("/bracket Arsenal", "▸ Östersunds FK – Arsenal 0-3"),
    ("/loting EL", "vr 23 feb: achtste finales"),
    ("/draw CL", "vr 16 mrt: kwartfinales"),
    ("/volg Ajax", "Deze chat volgt nu Ajax."),
    ("/follow Ajax", "Deze chat volgt nu Ajax."),
    ("/ontvolg Ajax", "Deze chat volgde Ajax niet."),
    ("/unfollow Ajax", "Deze chat volgde Ajax niet."),
    ("/volgend", "nog geen club"),
    ("/following", "nog geen club"),
    ("/instellingen", "Instellingen van deze chat"),
    ("/settings", "Instellingen van deze chat"),
    ("/start", "wie scoorde"),
    ("/start club_arsenal", "Östersunds FK – Arsenal 0-3"),
    ("/invoer Ajax - Milan 2-1", "alleen de eigenaar"),
    ("/enter Ajax - Milan 2-1", "alleen de eigenaar"),
    ("/help", "Dit kun je me vragen"),
    ("/bronnen", "CC BY-SA 4.0"),
    ("/sources", "ODC-BY 1.0"),
    ("/privacy", "Wat ik bewaar"),
    ("/vergeet", "Alles van deze chat wissen"),
    ("/forget", "Alles van deze chat wissen"),
)


def _chat(
    answering: Commands, kind: Kind, chats: Chats | None = None
) -> AbstractAsyncContextManager[LocalChat]:
    return talking(answering, kind, chats=chats, clock=lambda: BETWEEN_THE_LEGS)


def _lead(chat: LocalChat) -> None:
    chat.chat.members[chat.user.id] = "administrator"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("typed", "reply_text"), ROWS)
async def test_a_command_is_answered_where_it_was_asked(
    answering: Commands, kind: Kind, typed: str, reply_text: str
) -> None:
    async with _chat(answering, kind) as chat:
        _lead(chat)
        replies = await chat.hear(typed)
        answering.result.chats.forget(chat.chat.id)
    assert reply_text in "\n".join(reply.text for reply in replies)
    assert [reply.reply_to for reply in replies] == [
        None if kind == "private" else chat.typed["message_id"]
    ] * len(replies)
    assert {reply.topic for reply in replies} == {chat.topic}
    # What is for the asker alone only an administrator may send.
    assert all("ephemeral" in reason for _, reason in chat.refusals)


def test_no_command_is_left_out(answering: Commands) -> None:
    tried = {typed.split()[0].removeprefix("/") for typed, _ in ROWS}
    assert {command.names.nl for command in answering.listed} - tried == set()
    assert {command.names.en for command in answering.listed} - tried == {""}


def test_no_two_commands_share_a_name_or_a_button(answering: Commands) -> None:
    names = [name for command in answering.listed for name in command.names.all]
    buttons = [PICTURE, *(command.button for command in answering.listed if command.button)]
    assert len(set(names)) == len(names)
    assert len(set(buttons)) == len(buttons)


@pytest.mark.parametrize("kind", KINDS)
async def test_an_edited_command_edits_its_answer(answering: Commands, kind: Kind) -> None:
    async with _chat(answering, kind) as chat:
        first = await chat.say("/uitslag Arsenal")
        (second,) = await chat.edit("/stand PSG")
    assert (second.id, second.edited) == (first.id, True)
    assert "Paris Saint-Germain" in second.text


@pytest.mark.parametrize("kind", KINDS)
async def test_every_button_edits_in_place(answering: Commands, kind: Kind) -> None:
    async with _chat(answering, kind) as chat:
        _lead(chat)
        answer = await chat.say("/uitslag Arsenal 2017/18")
        for label in ("Zestiende finale: Östersunds FK", "Hele seizoen 2017/18", "Seizoen 2016/17"):
            pressed = await chat.press(label)
            assert (pressed.id, pressed.edited, pressed.topic) == (answer.id, True, chat.topic)
        settings = await chat.say("/instellingen")
        assert (await chat.press("Zonder geluid")).id == settings.id
        answering.result.chats.forget(chat.chat.id)
    # What is for the asker alone only an administrator may send.
    assert all("ephemeral" in reason for _, reason in chat.refusals)


@pytest.mark.parametrize("kind", ["group", "supergroup", "topic"])
@pytest.mark.parametrize("typed", ["/instellingen", "/vergeet"])
async def test_what_is_the_groups_is_for_its_administrators(
    answering: Commands, kind: Kind, typed: str
) -> None:
    async with _chat(answering, kind) as chat:
        refused = await chat.say(typed)
        assert "beheerders" in refused.text
        assert refused.buttons == []


@pytest.mark.parametrize("kind", KINDS)
async def test_spoilers_are_hidden_in_every_chat(kind: Kind, chats: Chats) -> None:
    answering = answering_from_the_snapshot(chats)
    async with _chat(answering, kind, chats) as chat:
        _lead(chat)
        await chat.say("/instellingen")
        await chat.press("Uitslagen verbergen")
        answer = await chat.say("/uitslag Arsenal")
        assert any(hidden.startswith("0-3") for hidden in answer.styled("spoiler"))
        table = await chat.say("/stand PSG")
        assert any("Paris Saint-Germain" in hidden for hidden in table.styled("spoiler"))


@pytest.mark.parametrize("kind", ["group", "supergroup", "topic"])
async def test_a_command_for_another_bot_is_passed_over(answering: Commands, kind: Kind) -> None:
    async with _chat(answering, kind) as chat:
        assert await chat.hear("/uitslag@AnotherBot Arsenal") == []
        assert await chat.hear("/uitslag@UitslagBot Arsenal")

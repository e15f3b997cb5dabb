"""What the owners enter: shown, saved, told to the followers, undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.database.chats.entries import Entries, State
from bot.football.model import EUROPA_LEAGUE, Match, Score, Season, Status
from bot.handlers.commands import Commands, commands
from bot.handlers.request import Request
from bot.handlers.watching import Watching
from bot.local.telegram.html import plain_text
from bot.words import LANGUAGES
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import Night, night, playing
from tests.shared import finder_of_small_results

NL = LANGUAGES["nl"]
OWNER = 42
THE_NIGHT = date(2018, 2, 22)
KICKED_OFF = amsterdam("2018-02-22 21:06")


def owned(tonight: Night) -> Commands:
    """The commands beside the clock's side of that night, which has no other source."""
    watching = Watching(owners=frozenset({OWNER}), entered=tonight.live.entered, undone=tonight.live.undone)
    tonight.live.watcher.sources = (tonight.live.by_hand,)
    knowledge = tonight.live.watcher.knowledge
    return commands(finder_of_small_results(), knowledge, tonight.chats, watching)


def request(tonight: Night) -> Request:
    return Request("", tonight.clock(), OWNER, OWNER)


def say(tonight: Night, answering: Commands, text: str) -> tuple[str, list[str]]:
    answer = answering.answer(text, request(tonight), NL)
    assert answer
    return plain_text(answer.html), [button.data for row in answer.buttons for button in row]


def press(tonight: Night, answering: Commands, data: str) -> tuple[str, list[str]]:
    answer = answering.pressed(data, request(tonight), NL)
    assert answer
    return plain_text(answer.html), [button.data for row in answer.buttons for button in row]


def arsenal(tonight: Night) -> Match:
    results = tonight.live.watcher.knowledge.results
    results.refresh()
    matches = results.season_matches(EUROPA_LEAGUE, Season(2017))
    return next(match for match in matches if match.round.code == "R32" and match.home.id == "eng-arsenal-fc")


def test_a_goal_is_shown_saved_and_told_and_undone_openly(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, KICKED_OFF) as tonight:
            answering = owned(tonight)
            fleur = tonight.follower("Fleur", "eng-arsenal-fc")
            async with playing(tonight):
                await tonight.until(KICKED_OFF + timedelta(minutes=1))
                shown, buttons = say(tonight, answering, "/invoer goal Arsenal - Östersund 0-1 Aiesh 22")
                assert "Klopt dit?" in shown
                assert "Arsenal – Östersunds FK 0-1" in shown
                assert "22' Aiesh" in shown
                assert tonight.heard_by(fleur) == []
                saved, (undo,) = press(tonight, answering, buttons[0])
                assert saved.startswith("💾 Opgeslagen")
                assert answering.pressed(buttons[0], request(tonight), NL) is None
                await tonight.until(KICKED_OFF + timedelta(minutes=2))
                assert [text.split("\n")[0] for text in tonight.heard_by(fleur)] == [
                    "⚽ Arsenal – Östersunds FK 0-1"
                ]
                assert arsenal(tonight).score == Score(0, 1)

                undone, _ = press(tonight, answering, undo)
                assert undone.startswith("↩️ Ongedaan gemaakt")
                assert arsenal(tonight).score is None
                await tonight.until(KICKED_OFF + timedelta(minutes=6))
                assert tonight.heard_by(fleur)[-1].split("\n")[0] == "🚫 Toch geen doelpunt"

    run_fast(evening())


def test_a_result_typed_in_ends_the_match_and_says_who_goes_through(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, KICKED_OFF) as tonight:
            answering = owned(tonight)
            fleur = tonight.follower("Fleur", "eng-arsenal-fc")
            async with playing(tonight):
                _, buttons = say(tonight, answering, "/invoer goal Arsenal - Östersund 1-0")
                press(tonight, answering, buttons[0])
                await tonight.until(amsterdam("2018-02-22 22:58"))
                _, buttons = say(tonight, answering, "/invoer Arsenal - Östersunds 1-2 (0-2)")
                press(tonight, answering, buttons[0])
                await tonight.until(amsterdam("2018-02-22 23:10"))
            ended = tonight.heard_by(fleur)[-1]
            first, second, *_ = ended.split("\n")
            assert first == "🏁 Arsenal – Östersunds FK 1-2 (rust 0-2)"
            assert second == "✅ Arsenal door (4-2 over twee duels)"
            assert arsenal(tonight).source.endswith("by hand")

    run_fast(evening())


def test_an_end_typed_in_too_early_is_undone_openly_and_comes_again(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, KICKED_OFF) as tonight:
            answering = owned(tonight)
            tonight.live.watcher.sources = (tonight.live.by_hand, tonight.source)
            fleur = tonight.follower("Fleur", "eng-arsenal-fc")
            async with playing(tonight):
                await tonight.until(amsterdam("2018-02-22 22:40"))
                _, buttons = say(tonight, answering, "/invoer Arsenal - Östersunds 1-2 (0-2)")
                _, (undo,) = press(tonight, answering, buttons[0])
                await tonight.until(amsterdam("2018-02-22 22:41"))
                press(tonight, answering, undo)
                await tonight.until(amsterdam("2018-02-22 22:45"))
                assert arsenal(tonight).status is Status.LIVE
                await tonight.until(amsterdam("2018-02-22 23:10"))
            ends = [text.split("\n")[0] for text in tonight.heard_by(fleur)[-3:]]
            assert ends == [
                "🏁 Arsenal – Östersunds FK 1-2 (rust 0-2)",
                "↩️ Toch nog niet afgelopen",
                "🏁 Arsenal – Östersunds FK 1-2 (rust 0-2)",
            ]
            assert arsenal(tonight).has_result

    run_fast(evening())


def test_nothing_is_saved_before_the_button_nor_after_leaving_it(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, KICKED_OFF) as tonight:
            answering = owned(tonight)
            async with playing(tonight):
                _, (save, leave) = say(tonight, answering, "/invoer Arsenal - Östersund 5-0")
                assert press(tonight, answering, leave)[0] == "Niets opgeslagen."
                assert answering.pressed(save, request(tonight), NL) is None
                await tonight.until(KICKED_OFF + timedelta(minutes=3))
            assert arsenal(tonight).score is None

    run_fast(evening())


def test_only_an_owner_enters_and_only_in_private(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, KICKED_OFF) as tonight:
            answering = owned(tonight)
            line = "/invoer Arsenal - Östersund 5-0"
            _, (save, _) = say(tonight, answering, line)
            somebody = replace(request(tonight), user=7)
            answer = answering.answer(line, somebody, NL)
            assert answer
            assert plain_text(answer.html) == "Dat kan alleen de eigenaar van deze bot."
            answer = answering.answer(line, replace(request(tonight), in_group=True), NL)
            assert answer
            assert plain_text(answer.html) == "Dat kan alleen in een chat met mij alleen."
            assert answering.pressed(save, somebody, NL) is None
            entry = Entries(tonight.chats.db).entry(1, tonight.live.watcher.knowledge.results.clubs())
            assert entry
            assert entry.state is State.SHOWN

    run_fast(evening())


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("", "Typ een uitslag of een doelpunt op één regel"),
        ("Arsenal - Östersund 5-0 mooi", "‘mooi’ begrijp ik niet"),
        ("Arsenal 5-0", "‘Arsenal’ begrijp ik niet"),
        ("Arsenal - Feyenoord 5-0", "Ik ken dit seizoen geen gespeelde wedstrijd Arsenal – Feyenoord."),
        ("goal Arsenal - Östersund 2-0", "Volgens mij staat het 0-0."),
        ("x" * 300, "erg veel tekst"),
    ],
)
def test_what_can_not_be_entered_is_said_in_friendly_dutch(typed: str, reply: str, tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, KICKED_OFF) as tonight:
            assert reply in say(tonight, owned(tonight), f"/invoer {typed}")[0]

    run_fast(evening())


@pytest.mark.parametrize("data", ["e|save|99", "e|save|x", "e|save", "e", "e|forget|1", "e|save|" + "9" * 40])
def test_a_forged_button_enters_nothing(data: str, tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, KICKED_OFF) as tonight:
            assert owned(tonight).pressed(data, request(tonight), NL) is None

    run_fast(evening())


def test_what_an_owner_entered_is_forgotten_after_two_days(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, KICKED_OFF) as tonight:
            say(tonight, owned(tonight), "/invoer Arsenal - Östersund 5-0")
            entries, clubs = Entries(tonight.chats.db), tonight.live.watcher.knowledge.results.clubs()
            tonight.chats.prune(tonight.clock() + timedelta(hours=47))
            assert entries.entry(1, clubs)
            tonight.chats.prune(tonight.clock() + timedelta(hours=49))
            assert entries.entry(1, clubs) is None

    run_fast(evening())

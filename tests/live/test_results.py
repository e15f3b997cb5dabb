"""A match night without live scores: what is promised is kept, and nothing is told as if it were live."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.football.events.alerting import AlertKind, AlertSettings, QuietHours
from bot.football.events.promises import Promises
from bot.football.model import Match
from bot.local.telegram.chats import Chat
from bot.read_model.seasons import ResultsAsOf
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import Night, SourceOfResults, night, playing

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
GOLDEN = Path(__file__).parents[1] / "golden" / "results"
THE_NIGHT = date(2018, 2, 22)
AFTERWARDS = frozenset(AlertKind) - {AlertKind.REMINDERS}
AFTERNOON, LATE, MORNING = (
    amsterdam("2018-02-22 16:00"),
    amsterdam("2018-02-23 00:25"),
    amsterdam("2018-02-23 11:00"),
)
ARSENAL, DORTMUND, MILAN = "eng-arsenal-fc", "ger-borussia-dortmund", "ita-ac-milan"


def evening(
    folder: Path,
    until: datetime,
    prepared: Callable[[Night, SourceOfResults], dict[str, Chat]],
) -> tuple[Night, SourceOfResults, dict[str, Chat]]:
    """The night of 22 February 2018 with a source of results alone, from four in the afternoon."""

    async def played() -> tuple[Night, SourceOfResults, dict[str, Chat]]:
        async with night(folder, THE_NIGHT, AFTERNOON, source_of=SourceOfResults) as tonight:
            source = tonight.source
            assert isinstance(source, SourceOfResults)
            chats = prepared(tonight, source)
            async with playing(tonight):
                await tonight.until(until)
            return tonight, source, chats

    return run_fast(played())


def settings(
    tonight: Night, chat: Chat, kinds: Iterable[AlertKind] = AFTERWARDS, quiet: QuietHours | None = None
) -> None:
    alerts = tonight.live.watcher.alert_messages.alerts
    alerts.save(chat.id, AlertSettings(frozenset(kinds), quiet=quiet))


def sent(tonight: Night, chat: Chat) -> list[str]:
    return [each.text for each in tonight.messages if each.chat == chat.id and not each.edited]


def edits(tonight: Night, chat: Chat) -> list[str]:
    return [each.text for each in tonight.messages if each.chat == chat.id and each.edited]


def test_a_chat_that_follows_several_clubs_hears_their_results_once_in_one_message(tmp_path: Path) -> None:
    def prepared(tonight: Night, _source: SourceOfResults) -> dict[str, Chat]:
        assert tonight.live.promises == Promises(results=True)
        several = tonight.follower("Anna", ARSENAL, DORTMUND)
        all_kinds = tonight.follower("Bram", ARSENAL, DORTMUND)
        settings(tonight, all_kinds)
        nobody = tonight.follower("Chris", "ned-feyenoord")
        return {"several": several, "all kinds": all_kinds, "nobody": nobody}

    tonight, source, chats = evening(tmp_path, LATE, prepared)
    (message,) = sent(tonight, chats["several"])
    assert message.startswith("🏁 Uitslagen van donderdag 22 februari\n\n🏆 Europa League 2017/18")
    assert "Arsenal – Östersunds FK 1-2\n✅ Arsenal door (4-2 over twee duels)\n47' Kolašinac" in message
    assert "Atalanta – Dortmund 1-1" in message
    assert "verhaal" not in message
    (with_story,) = sent(tonight, chats["all kinds"])
    assert with_story.startswith(message.partition("\n")[0])
    assert "📰 Het verhaal van de avond" in with_story
    (shown,) = tonight.telegram.chats[chats["all kinds"].id].messages.values()
    assert shown["reply_markup"]["inline_keyboard"][0][0]["text"] == "Geen verhalen meer"
    assert sent(tonight, chats["nobody"]) == []
    assert edits(tonight, chats["several"]) == []
    at = [each.at for each in tonight.messages if each.chat == chats["several"].id]
    assert amsterdam("2018-02-22 23:05") <= at[0] <= amsterdam("2018-02-22 23:45")
    # Once the season, once before the evening, once after it.
    assert len(source.spans) == 3


def test_one_result_is_told_with_what_it_means(tmp_path: Path) -> None:
    def prepared(tonight: Night, _source: SourceOfResults) -> dict[str, Chat]:
        return {"one": tonight.follower("Anna", ARSENAL)}

    tonight, _, chats = evening(tmp_path, LATE, prepared)
    (message,) = sent(tonight, chats["one"])
    assert message.startswith("🏁 Uitslag: Arsenal – Östersunds FK 1-2")
    assert "✅ Arsenal door" in message


def test_scorers_that_come_later_are_written_into_the_message_and_are_asked_for_three_times_at_most(
    tmp_path: Path,
) -> None:
    def prepared(tonight: Night, source: SourceOfResults) -> dict[str, Chat]:
        source.without_scorers_until = amsterdam("2018-02-23 09:00")
        return {"one": tonight.follower("Anna", ARSENAL)}

    tonight, source, chats = evening(tmp_path, amsterdam("2018-02-23 20:00"), prepared)
    message, draw = sent(tonight, chats["one"])
    assert "Aiesh" not in message
    assert "Loting" in draw
    # The morning's look at the season came too soon; twelve hours after the evening is too late to tell.
    assert edits(tonight, chats["one"]) == []
    wanted = ("2018-02-22 17:00", "2018-02-22 23:20", "2018-02-23 00:20", "2018-02-23 11:30")
    looks = [at for at, first, last in source.spans if last - first == timedelta(days=1)]
    for look, at in zip(looks, wanted, strict=True):
        assert timedelta(0) <= look - amsterdam(at) <= timedelta(minutes=16)
    knowledge = tonight.live.watcher.knowledge
    scorers = [goal.scorer for match in matches_of(knowledge) for goal in match.goals]
    assert "Hosam Aiesh" in scorers


def matches_of(knowledge: ResultsAsOf) -> list[Match]:
    sections = knowledge.evening(THE_NIGHT, amsterdam("2018-02-23 20:00"))
    return [match for section in sections for match in section.matches]


def test_scorers_of_the_same_night_are_added_without_another_message(tmp_path: Path) -> None:
    def prepared(tonight: Night, source: SourceOfResults) -> dict[str, Chat]:
        source.without_scorers_until = amsterdam("2018-02-23 00:00")
        return {"one": tonight.follower("Anna", ARSENAL)}

    tonight, _, chats = evening(tmp_path, amsterdam("2018-02-23 00:55"), prepared)
    assert len(sent(tonight, chats["one"])) == 1
    (edited,) = edits(tonight, chats["one"])
    assert "22' Aiesh" in edited


def test_results_that_come_in_at_night_wait_for_the_morning(tmp_path: Path) -> None:
    def prepared(tonight: Night, source: SourceOfResults) -> dict[str, Chat]:
        source.late = timedelta(hours=8)
        quiet = tonight.follower("Bram", ARSENAL)
        settings(tonight, quiet, quiet=QuietHours(23, 8))
        return {"one": tonight.follower("Anna", ARSENAL), "quiet": quiet}

    tonight, _, chats = evening(tmp_path, MORNING, prepared)
    for chat in chats.values():
        (message,) = [each for each in tonight.messages if each.chat == chat.id and not each.edited]
        assert message.text.startswith("🏁 Uitslag: Arsenal – Östersunds FK 1-2")
        assert amsterdam("2018-02-23 08:00") <= message.at <= amsterdam("2018-02-23 08:20")


def test_results_of_yesterday_evening_are_no_news_after_ten(tmp_path: Path) -> None:
    def prepared(tonight: Night, source: SourceOfResults) -> dict[str, Chat]:
        source.late = timedelta(hours=11, minutes=15)
        return {"one": tonight.follower("Anna", ARSENAL)}

    tonight, _, chats = evening(tmp_path, amsterdam("2018-02-23 20:00"), prepared)
    assert not [text for text in sent(tonight, chats["one"]) if "Uitslag" in text]
    assert any(match.has_result for match in matches_of(tonight.live.watcher.knowledge))


def test_who_asked_for_the_whole_evening_hears_all_its_results(tmp_path: Path) -> None:
    def prepared(tonight: Night, _source: SourceOfResults) -> dict[str, Chat]:
        chat = tonight.follower("Anna")
        tonight.live.whole_evening(chat.id)
        return {"whole": chat}

    tonight, _, chats = evening(tmp_path, LATE, prepared)
    (message,) = sent(tonight, chats["whole"])
    assert "Arsenal – Östersunds FK 1-2" in message
    assert "AC Milan – Ludogorets 1-0" in message


def test_whoever_wants_the_story_alone_gets_it_once_every_result_is_in(tmp_path: Path) -> None:
    def prepared(tonight: Night, _source: SourceOfResults) -> dict[str, Chat]:
        chat = tonight.follower("Anna")
        settings(tonight, chat, kinds=[AlertKind.STORY])
        return {"story": chat}

    tonight, _, chats = evening(tmp_path, LATE, prepared)
    (message,) = sent(tonight, chats["story"])
    assert message.startswith("📰 Het verhaal van de avond")


@pytest.mark.parametrize(
    ("golden", "clubs", "language", "kinds"),
    [
        ("two_clubs_with_the_story", (ARSENAL, DORTMUND), "nl", AFTERWARDS),
        ("two_clubs", (ARSENAL, DORTMUND), "nl", [AlertKind.ENDS]),
        ("one_club_in_english", (ARSENAL,), "en", [AlertKind.ENDS]),
    ],
)
def test_the_message_reads_as_it_was_approved(
    golden: str, clubs: tuple[str, ...], language: str, kinds: Iterable[AlertKind], tmp_path: Path
) -> None:
    def prepared(tonight: Night, _source: SourceOfResults) -> dict[str, Chat]:
        chat = tonight.follower("Anna", *clubs)
        settings(tonight, chat, kinds)
        tonight.chats.set_language(chat.id, language, tonight.clock())
        return {"it": chat}

    tonight, _, chats = evening(tmp_path, LATE, prepared)
    (message,) = sent(tonight, chats["it"])
    assert f"{message}\n" == (GOLDEN / f"{golden}.txt").read_text(encoding="utf-8")

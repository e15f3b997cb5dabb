"""22 February 2018, played again: fifteen second legs, and chats that follow the clubs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.football.events.alerting import AlertKind, AlertSettings
from bot.football.events.observations import Observation
from bot.football.model import Match, Score, Status
from bot.football.season.as_of import on_the_clock, over_at
from bot.local.telegram.chats import Chat
from bot.local.telegram.refusals import Fault, forbidden, server_error, too_many_requests
from bot.views.short_names import headline_name
from tests.conftest import WHOLE, Sampled
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import Night, Said, night, only_those_of, playing

Look = tuple[Observation, ...]

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
THE_NIGHT = date(2018, 2, 22)
BEGIN, END = amsterdam("2018-02-22 18:30"), amsterdam("2018-02-22 23:45")
LATER = amsterdam("2018-02-22 20:45")
"""Arsenal kicks off at 21.05."""
ONE_LOOK = timedelta(seconds=30)
ALLOWED = timedelta(seconds=2)
ARSENAL, DORTMUND, ATALANTA = "eng-arsenal-fc", "ger-borussia-dortmund", "ita-atalanta"
THREE = (ARSENAL, ATALANTA, "rus-spartak-moskva")


def goals_of(match: Match) -> list[tuple[datetime, str]]:
    """When each goal fell on that evening's clock, and the first line of its alert."""
    assert match.kick_off
    found, running = [], Score(0, 0)
    for goal in match.goals:
        running += Score(1, 0) if goal.club == match.home else Score(0, 1)
        at = match.kick_off + timedelta(minutes=on_the_clock(goal.minute, goal.stoppage))
        found.append((at, f"⚽ {names_of(match)} {running}"))
    return found


def names_of(match: Match) -> str:
    return " – ".join(headline_name(club.dutch_name or club.name) for club in match.clubs)


def first_line(message: Said) -> str:
    return message.text.split("\n")[0].partition(" (")[0]


def expected(tonight: Night, clubs: set[str]) -> list[tuple[datetime, str]]:
    """Every goal and every end that a follower of these clubs is to hear of."""
    found = []
    for match in tonight.again.matches:
        if clubs & {club.id for club in match.clubs}:
            found += [*goals_of(match), (END, f"🏁 {names_of(match)} {match.score}")]
    return found


def alerts(tonight: Night, chat: Chat) -> list[Said]:
    live = tonight.live_messages(chat)
    return [
        message for message in tonight.messages if message.chat == chat.id and message.message not in live
    ]


@dataclass
class Played:
    """The evening as it went, and the chats that heard of it."""

    night: Night
    of_three: Chat
    of_two: Chat
    at_once: Chat
    a_minute_later: Chat
    blocked: Chat
    old_group: Chat
    supergroup: Chat
    asked_to_wait: Chat
    unheard: Chat
    failed: Chat
    too_late: Chat
    gone: Chat
    followers: tuple[int, ...] = ()
    """Of Arsenal, at the end."""

    def lines(self, chat: Chat) -> Counter[str]:
        return Counter(first_line(message) for message in alerts(self.night, chat))

    def due(self, *clubs: str) -> Counter[str]:
        return Counter(line for _, line in expected(self.night, set(clubs)))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, sampled: Sampled) -> Played:
    """Played once: what befalls one chat costs no other anything, as each of the tests below sees."""
    matches = only_those_of(*THREE) if sampled.is_sample else list

    async def evening() -> Played:
        async with night(tmp_path_factory.mktemp("night"), THE_NIGHT, BEGIN, matches=matches) as tonight:
            telegram = tonight.telegram
            old_group = tonight.follower("Groep", ARSENAL, kind="group")
            it = Played(
                tonight,
                tonight.follower("Anna", *sorted(THREE)),
                tonight.follower("Bram", ARSENAL, ATALANTA),
                tonight.follower("Cato", ARSENAL),
                tonight.follower("Daan", ARSENAL),
                tonight.follower("Blok", ARSENAL),
                old_group,
                telegram.add_supergroup("Groep"),
                tonight.follower("Fleur", ARSENAL),
                tonight.follower("Gijs", ARSENAL),
                tonight.follower("Hein", ARSENAL),
                tonight.follower("Iris", ARSENAL),
                tonight.follower("Jan", ARSENAL),
            )
            settings = tonight.live.watcher.alert_messages.alerts
            settings.save(it.a_minute_later.id, replace(settings.settings(it.a_minute_later.id), delay=60))
            it.blocked.bot_status = "kicked"
            telegram.faults.append(Fault(too_many_requests(20), chat_id=it.asked_to_wait.id))
            async with playing(tonight):
                await tonight.until(amsterdam("2018-02-22 21:20"))
                it.old_group.migrated_to = it.supergroup.id
                await tonight.until(amsterdam("2018-02-22 21:26"))
                sent = "sendMessage"
                telegram.faults += [
                    Fault(lost=True, method=sent, chat_id=it.unheard.id),
                    Fault(server_error(500), method=sent, chat_id=it.failed.id),
                    Fault(too_many_requests(300), method=sent, chat_id=it.too_late.id),
                    Fault(forbidden("bot was blocked by the user"), method=sent, chat_id=it.gone.id),
                ]
                await tonight.until(END)
            assert not telegram.faults
            it.followers = tonight.chats.followers_of(ARSENAL)
            tonight.chats.back(it.gone.id)
            assert set(tonight.chats.followers_of(ARSENAL)) == {*it.followers, it.gone.id}
            return it

    return run_fast(evening())


def test_a_follower_of_three_clubs_hears_of_everything_once_in_order_and_in_time(played: Played) -> None:
    due, heard = expected(played.night, set(THREE)), alerts(played.night, played.of_three)
    assert played.lines(played.of_three) == played.due(*THREE)
    fell = {line: at for at, line in due if line.startswith("⚽")}
    goals = [message for message in heard if message.text.startswith("⚽")]
    moments = [fell[first_line(message)] for message in goals]
    assert moments == sorted(moments)
    assert max(message.at - fell[first_line(message)] for message in goals) <= ONE_LOOK + ALLOWED
    assert len(played.night.live_messages(played.of_three)) == 1


def test_the_live_message_ends_as_the_evening_did(played: Played) -> None:
    last = played.night.heard_by(played.of_two, edits=True)[-1]
    assert "Atalanta – Dortmund 1-1\n✅ Dortmund door (4-3 over twee duels)" in last
    assert "Arsenal – Östersunds FK 1-2\n✅ Arsenal door (4-2 over twee duels)" in last
    assert "bezig" not in last
    assert "Villarreal" not in last
    live = played.night.live_messages(played.of_two)
    at = [
        message.at
        for message in played.night.messages
        if message.chat == played.of_two.id and message.message in live
    ]
    assert min(later - earlier for earlier, later in pairwise(at)) >= timedelta(seconds=5)


def test_whoever_watches_a_stream_hears_everything_a_minute_later(played: Played) -> None:
    first, second = alerts(played.night, played.at_once), alerts(played.night, played.a_minute_later)
    assert [message.text for message in first] == [message.text for message in second]
    for now, then in zip(first, second, strict=True):
        assert timedelta(seconds=59) <= then.at - now.at <= timedelta(seconds=63)


def test_what_telegram_refuses_costs_no_other_chat_anything(played: Played) -> None:
    assert alerts(played.night, played.blocked) == []
    assert played.blocked.id not in played.followers
    assert played.old_group.id not in played.followers
    assert played.supergroup.id in played.followers
    for chat in (played.at_once, played.asked_to_wait):
        assert played.lines(chat) == played.due(ARSENAL)
    assert played.lines(played.supergroup) + played.lines(played.old_group) == played.due(ARSENAL)


def test_an_alert_that_arrived_unheard_is_not_sent_again_and_one_that_telegram_failed_is(
    played: Played,
) -> None:
    assert played.lines(played.unheard) == played.due(ARSENAL)
    assert played.lines(played.failed) == played.due(ARSENAL)


def test_a_goal_that_can_not_be_told_in_time_is_not_told_and_the_live_message_is_right_anyway(
    played: Played,
) -> None:
    heard = played.lines(played.too_late)
    assert "⚽ Arsenal – Östersunds FK 0-1" not in heard
    assert "⚽ Arsenal – Östersunds FK 1-2" in heard
    assert "Arsenal – Östersunds FK 1-2" in played.night.heard_by(played.too_late, edits=True)[-1]


def test_a_chat_that_is_refused_something_stays_a_chat(played: Played) -> None:
    # Once it is back it follows what it followed: see where the evening is played.
    assert played.gone.id not in played.followers


def _stale(
    number: int, observations: tuple[Observation, ...], before: list[tuple[Observation, ...]]
) -> tuple[Observation, ...]:
    """Every fifth look is the one before the last: a cache that has not caught up."""
    before.append(observations)
    return before[-2] if number % 5 == 0 and len(before) > 1 else observations


def _nothing(number: int, observations: Look, _: list[Look]) -> Look:
    return () if number % 3 == 0 else observations


def _one_back(number: int, observations: Look, _: list[Look]) -> Look:
    return tuple(_less(observation) for observation in observations) if number % 7 == 0 else observations


def _less(observation: Observation) -> Observation:
    match = observation.match
    if match.status is not Status.LIVE or not match.goals or not match.full_time:
        return observation
    home = match.goals[-1].club == match.home
    score = Score(match.full_time.home - home, match.full_time.away - (not home))
    return replace(observation, match=replace(match, full_time=score, goals=match.goals[:-1]))


@pytest.mark.parametrize(
    "disturb", [_stale, *(pytest.param(each, marks=WHOLE) for each in (_nothing, _one_back))]
)
def test_a_source_that_lags_falls_silent_or_goes_back_a_step_leads_to_no_false_alert(
    disturb: Callable[..., tuple[Observation, ...]], tmp_path: Path
) -> None:
    before: list[tuple[Observation, ...]] = []

    async def evening() -> None:
        async with night(
            tmp_path,
            THE_NIGHT,
            BEGIN,
            disturb=lambda number, observations: disturb(number, observations, before),
            matches=only_those_of(ARSENAL, DORTMUND),
        ) as tonight:
            fleur = tonight.follower("Fleur", ARSENAL, DORTMUND)
            async with playing(tonight):
                await tonight.until(END)
            assert Counter(first_line(message) for message in alerts(tonight, fleur)) == Counter(
                line for _, line in expected(tonight, {ARSENAL, DORTMUND})
            )

    run_fast(evening())


def test_a_goal_that_is_disallowed_is_taken_back_openly(tmp_path: Path) -> None:
    begin, back = amsterdam("2018-02-22 21:40"), amsterdam("2018-02-22 21:42")

    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, LATER, matches=only_those_of(ARSENAL)) as tonight:
            fleur = tonight.follower("Fleur", ARSENAL)

            def disallowed(_: int, observations: tuple[Observation, ...]) -> tuple[Observation, ...]:
                if not begin <= tonight.clock() < back:
                    return observations
                return tuple(_one_more(look) for look in observations)

            tonight.source.disturb = disallowed
            async with playing(tonight):
                await tonight.until(END)
            lines = [message.text for message in alerts(tonight, fleur)]
            at = next(place for place, text in enumerate(lines) if "1-2" in text.split("\n")[0])
            assert lines[at + 1].startswith("🚫 Toch geen doelpunt\nArsenal – Östersunds FK weer 0-2")
            # The goal that Arsenal did score later is told too.
            assert sum(text.startswith("⚽ Arsenal – Östersunds FK 1-2") for text in lines) == 2

    run_fast(evening())


def _one_more(observation: Observation) -> Observation:
    match = observation.match
    if match.home.id != ARSENAL or not match.full_time:
        return observation
    return replace(
        observation, match=replace(match, full_time=Score(match.full_time.home + 1, match.full_time.away))
    )


def button_of(tonight: Night, message: Said) -> str:
    """The only button under a message."""
    sent = tonight.telegram.chats[message.chat].messages[message.message]
    ((button,),) = sent["reply_markup"]["inline_keyboard"]
    return str(button["text"])


def test_the_story_of_the_night_comes_once_half_an_hour_after_the_last_match(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, amsterdam("2018-02-22 22:30")) as tonight:
            anna, bram = tonight.follower("Anna"), tonight.follower("Bram", ARSENAL)
            alerts = tonight.live.watcher.alert_messages.alerts
            alerts.save(anna.id, AlertSettings(frozenset({AlertKind.STORY})))
            chris = tonight.follower("Chris", ARSENAL, stories=True)
            did_not_play = tonight.follower("Daan", "ned-feyenoord", stories=True)
            async with playing(tonight):
                await tonight.until(amsterdam("2018-02-23 03:00"))
            stories = [message for message in tonight.messages if "verhaal" in message.text]
            assert {message.chat for message in stories} == {anna.id, chris.id}
            assert not {bram.id, did_not_play.id} & {message.chat for message in stories}
            story, _ = stories
            assert [button_of(tonight, message) for message in stories] == ["Geen verhalen meer"] * 2
            last = max(
                over_at(match)
                for match in tonight.live.watcher.knowledge.evening(THE_NIGHT, story.at)[0].matches
            )
            assert timedelta(minutes=30) <= story.at - last <= timedelta(minutes=31)
            assert "Arsenal stond thuis tegen Östersunds FK" in story.text

    run_fast(evening())

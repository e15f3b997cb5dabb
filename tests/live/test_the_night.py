"""22 February 2018, played again: fifteen second legs, and chats that follow the clubs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bot.football.alerting import AlertKind, AlertSettings
from bot.football.model import Score, Status
from bot.football.moment import on_the_clock, over_at
from bot.transport.local_telegram.refusals import Fault, forbidden, server_error, too_many_requests
from tests.football.builders import amsterdam
from tests.live.fast_time import run_fast
from tests.live.nights import night, playing

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from bot.football.model import Match
    from bot.football.sightings import Sighting
    from bot.transport.local_telegram.chats import Chat
    from tests.live.nights import Night, Said

    Look = tuple[Sighting, ...]

# Whole evenings: watching every line would take twice as long.
pytestmark = pytest.mark.no_cover
THE_NIGHT = date(2018, 2, 22)
BEGIN, END = amsterdam("2018-02-22 18:30"), amsterdam("2018-02-22 23:45")
ONE_LOOK = timedelta(seconds=30)
ALLOWED = timedelta(seconds=2)
ARSENAL, DORTMUND, ATALANTA = "eng-arsenal-fc", "ger-borussia-dortmund", "ita-atalanta"


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
    return " – ".join(club.dutch_name or club.name for club in match.clubs)


def first_line(said: Said) -> str:
    return said.text.split("\n")[0].partition(" (")[0]


def expected(one: Night, clubs: set[str]) -> list[tuple[datetime, str]]:
    """Every goal and every end that a follower of these clubs is to hear of."""
    found = []
    for match in one.again.matches:
        if clubs & {club.id for club in match.clubs}:
            found += [*goals_of(match), (END, f"🏁 {names_of(match)} {match.score}")]
    return found


def alerts(one: Night, chat: Chat) -> list[Said]:
    live = one.live_messages(chat)
    return [said for said in one.said if said.chat == chat.id and said.message not in live]


def test_a_follower_of_three_clubs_hears_of_everything_once_in_order_and_in_time(tmp_path: Path) -> None:
    clubs = {ARSENAL, ATALANTA, "rus-spartak-moskva"}

    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN) as one:
            fleur = one.follower("Fleur", *sorted(clubs))
            async with playing(one):
                await one.until(END)
            due, heard = expected(one, clubs), alerts(one, fleur)
            assert Counter(first_line(said) for said in heard) == Counter(line for _, line in due)
            fell = {line: at for at, line in due if line.startswith("⚽")}
            goals = [said for said in heard if said.text.startswith("⚽")]
            moments = [fell[first_line(said)] for said in goals]
            assert moments == sorted(moments)
            assert max(said.at - fell[first_line(said)] for said in goals) <= ONE_LOOK + ALLOWED
            assert len(one.live_messages(fleur)) == 1

    run_fast(evening())


def test_the_live_message_ends_as_the_evening_did(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN) as one:
            fleur = one.follower("Fleur", ARSENAL, ATALANTA)
            async with playing(one):
                await one.until(END)
            last = one.told(fleur, edits=True)[-1]
            assert "Atalanta – Borussia Dortmund 1-1\n✅ Borussia Dortmund door (4-3 over twee duels)" in last
            assert "Arsenal – Östersunds FK 1-2\n✅ Arsenal door (4-2 over twee duels)" in last
            assert "bezig" not in last
            assert "Villarreal" not in last
            at = [said.at for said in one.said if said.message in one.live_messages(fleur)]
            assert min(later - earlier for earlier, later in pairwise(at)) >= timedelta(seconds=5)

    run_fast(evening())


def test_whoever_watches_a_stream_hears_everything_a_minute_later(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN) as one:
            at_once, later = one.follower("Fleur", ARSENAL), one.follower("Daan", ARSENAL)
            one.live.watcher.teller.alerts.save(
                later.id, replace(one.live.watcher.teller.alerts.settings(later.id), delay=60)
            )
            async with playing(one):
                await one.until(END)
            first, second = alerts(one, at_once), alerts(one, later)
            assert [said.text for said in first] == [said.text for said in second]
            for now, then in zip(first, second, strict=True):
                assert timedelta(seconds=59.9) <= then.at - now.at <= timedelta(seconds=62)

    run_fast(evening())


def _stale(
    number: int, seen: tuple[Sighting, ...], before: list[tuple[Sighting, ...]]
) -> tuple[Sighting, ...]:
    """Every fifth look is the one before the last: a cache that has not caught up."""
    before.append(seen)
    return before[-2] if number % 5 == 0 and len(before) > 1 else seen


def _nothing(number: int, seen: Look, _: list[Look]) -> Look:
    return () if number % 3 == 0 else seen


def _one_back(number: int, seen: Look, _: list[Look]) -> Look:
    return tuple(_less(one) for one in seen) if number % 7 == 0 else seen


def _less(seen: Sighting) -> Sighting:
    match = seen.match
    if match.status is not Status.LIVE or not match.goals or not match.full_time:
        return seen
    home = match.goals[-1].club == match.home
    score = Score(match.full_time.home - home, match.full_time.away - (not home))
    return replace(seen, match=replace(match, full_time=score, goals=match.goals[:-1]))


@pytest.mark.parametrize("disturb", [_stale, _nothing, _one_back])
def test_a_source_that_lags_falls_silent_or_goes_back_a_step_leads_to_no_false_alert(
    disturb: Callable[..., tuple[Sighting, ...]], tmp_path: Path
) -> None:
    before: list[tuple[Sighting, ...]] = []

    async def evening() -> None:
        async with night(
            tmp_path, THE_NIGHT, BEGIN, disturb=lambda number, seen: disturb(number, seen, before)
        ) as one:
            fleur = one.follower("Fleur", ARSENAL, DORTMUND)
            async with playing(one):
                await one.until(END)
            assert Counter(first_line(said) for said in alerts(one, fleur)) == Counter(
                line for _, line in expected(one, {ARSENAL, DORTMUND})
            )

    run_fast(evening())


def test_a_goal_that_is_disallowed_is_taken_back_openly(tmp_path: Path) -> None:
    begin, back = amsterdam("2018-02-22 21:40"), amsterdam("2018-02-22 21:42")

    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN) as one:
            fleur = one.follower("Fleur", ARSENAL)

            def disallowed(_: int, seen: tuple[Sighting, ...]) -> tuple[Sighting, ...]:
                if not begin <= one.clock() < back:
                    return seen
                return tuple(_one_more(look) for look in seen)

            one.source.disturb = disallowed
            async with playing(one):
                await one.until(END)
            lines = [said.text for said in alerts(one, fleur)]
            at = next(place for place, text in enumerate(lines) if "1-2" in text.split("\n")[0])
            assert lines[at + 1].startswith("🚫 Toch geen doelpunt\nArsenal – Östersunds FK weer 0-2")
            # The goal that Arsenal did score later is told too.
            assert sum(text.startswith("⚽ Arsenal – Östersunds FK 1-2") for text in lines) == 2

    run_fast(evening())


def _one_more(seen: Sighting) -> Sighting:
    match = seen.match
    if match.home.id != ARSENAL or not match.full_time:
        return seen
    return replace(
        seen, match=replace(match, full_time=Score(match.full_time.home + 1, match.full_time.away))
    )


def test_what_telegram_refuses_costs_no_other_chat_anything(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN) as one:
            blocked, moved, fleur = (
                one.follower("Blok", ARSENAL),
                one.follower("Groep", ARSENAL, kind="group"),
                one.follower("Fleur", ARSENAL),
            )
            blocked.bot_status = "kicked"
            supergroup = one.telegram.add_supergroup("Groep")
            one.telegram.faults.append(Fault(too_many_requests(20), chat_id=fleur.id))
            async with playing(one):
                await one.until(amsterdam("2018-02-22 21:20"))
                moved.migrated_to = supergroup.id
                await one.until(END)
            due = Counter(line for _, line in expected(one, {ARSENAL}))
            assert alerts(one, blocked) == []
            assert one.chats.followers_of(ARSENAL) == (supergroup.id, fleur.id)
            assert Counter(first_line(said) for said in alerts(one, fleur)) == due
            assert Counter(first_line(said) for said in alerts(one, supergroup)) == due

    run_fast(evening())


def test_an_alert_that_arrived_unheard_is_not_sent_again_and_one_that_telegram_failed_is(
    tmp_path: Path,
) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN) as one:
            fleur, daan = one.follower("Fleur", ARSENAL), one.follower("Daan", ARSENAL)
            async with playing(one):
                await one.until(amsterdam("2018-02-22 21:26"))
                one.telegram.faults.append(Fault(lost=True, method="sendMessage", chat_id=fleur.id))
                one.telegram.faults.append(Fault(server_error(500), method="sendMessage", chat_id=daan.id))
                await one.until(END)
            assert not one.telegram.faults
            due = Counter(line for _, line in expected(one, {ARSENAL}))
            assert Counter(first_line(said) for said in alerts(one, fleur)) == due
            assert Counter(first_line(said) for said in alerts(one, daan)) == due

    run_fast(evening())


def test_a_goal_that_can_not_be_told_in_time_is_not_told_and_the_live_message_is_right_anyway(
    tmp_path: Path,
) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN) as one:
            fleur = one.follower("Fleur", ARSENAL)
            async with playing(one):
                await one.until(amsterdam("2018-02-22 21:26"))
                one.telegram.faults.append(
                    Fault(too_many_requests(300), method="sendMessage", chat_id=fleur.id)
                )
                await one.until(END)
            told = [first_line(said) for said in alerts(one, fleur)]
            assert "⚽ Arsenal – Östersunds FK 0-1" not in told
            assert "⚽ Arsenal – Östersunds FK 1-2" in told
            assert "Arsenal – Östersunds FK 1-2" in one.told(fleur, edits=True)[-1]

    run_fast(evening())


def test_a_chat_that_is_refused_something_stays_a_chat(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, BEGIN) as one:
            fleur = one.follower("Fleur", ARSENAL)
            async with playing(one):
                await one.until(amsterdam("2018-02-22 21:26"))
                one.telegram.faults.append(
                    Fault(forbidden("bot was blocked by the user"), method="sendMessage", chat_id=fleur.id)
                )
                await one.until(END)
            assert one.chats.followers_of(ARSENAL) == ()
            one.chats.back(fleur.id)
            assert one.chats.followers_of(ARSENAL) == (fleur.id,)

    run_fast(evening())


def test_the_story_of_the_night_comes_once_half_an_hour_after_the_last_match(tmp_path: Path) -> None:
    async def evening() -> None:
        async with night(tmp_path, THE_NIGHT, amsterdam("2018-02-22 22:30")) as one:
            anna, bram = one.follower("Anna"), one.follower("Bram", ARSENAL)
            alerts = one.live.watcher.teller.alerts
            alerts.save(anna.id, AlertSettings(frozenset({AlertKind.STORY})))
            async with playing(one):
                await one.until(amsterdam("2018-02-23 03:00"))
            stories = [said for said in one.said if "verhaal" in said.text]
            assert [said.chat for said in stories] == [anna.id]
            assert bram.id not in {said.chat for said in stories}
            (story,) = stories
            last = max(
                over_at(match) for match in one.live.watcher.knowledge.evening(THE_NIGHT, story.at)[0].matches
            )
            assert timedelta(minutes=30) <= story.at - last <= timedelta(minutes=31)
            assert "Arsenal stond thuis tegen Östersunds FK" in story.text

    run_fast(evening())

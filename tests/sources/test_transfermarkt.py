"""The files of transfermarkt-datasets, of our own making in their shape, from a server of our own."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import httpx
import pytest
from aiohttp import web

from bot.football.competitions import SUPER_CUP
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    EUROPA_LEAGUE,
    UNKNOWN_ROUND,
    Competition,
    Goal,
    GoalKind,
    Leg,
    Match,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.sources.errors import SourceError
from bot.sources.reading import spelled
from bot.sources.transfermarkt.client import Transfermarkt
from bot.sources.transfermarkt.rounds import round_and_leg

GAMES_HEAD = (
    "game_id,competition_id,season,round,date,home_club_id,away_club_id,home_club_goals,away_club_goals,"
    "stadium,attendance,home_club_name,away_club_name,aggregate\n"
)
EVENTS_HEAD = (
    "game_event_id,date,game_id,minute,type,club_id,club_name,player_id,description,player_in_id,"
    "player_assist_id\n"
)
PLAYERS = "player_id,first_name,name\n1,A,Anna\n2,B,Bram\n3,C,Cor\n4,D,Daan\n"
AJAX, PORTO, ROMA = spelled("Ajax Amsterdam"), spelled("FC Porto"), spelled("AS Roma")
NAMES = {"610": "Ajax Amsterdam", "720": "FC Porto", "12": "AS Roma"}
SEASON = Season(2017)


def game(  # noqa: PLR0917 - a row has many columns
    number: str,
    score: str,
    round_: str = "last 16 2nd leg",
    clubs: tuple[str, str] = ("610", "720"),
    code: str = "CL",
    day: str = "2018-03-07",
    season: str = "2017",
) -> str:
    home, away = score.split("-")
    return (
        f"{number},{code},{season},{round_},{day},{clubs[0]},{clubs[1]},{home},{away},Johan Cruijff ArenA,"
        f"50000,Amsterdamsche Football Club Ajax,Futebol Clube do Porto,{home}:{away}\n"
    )


def event(  # noqa: PLR0917 - the same
    number: str,
    minute: int,
    club: str,
    player: str,
    description: str = ", Right-footed shot",
    kind: str = "Goals",
) -> str:
    return f'x,2018-03-07,{number},{minute},{kind},{club},{NAMES[club]},{player},"{description}",,\n'


def kick(number: str, club: str, how: str = "Scored") -> str:
    return event(number, -1, club, "1", f", {how}", "Shootout")


def packed(text: str) -> bytes:
    return gzip.compress(text.encode())


def files(games: str, events: str = "", players: str = PLAYERS) -> dict[str, bytes]:
    return {
        "games": packed(GAMES_HEAD + games),
        "game_events": packed(EVENTS_HEAD + events),
        "players": packed(players),
    }


@asynccontextmanager
async def serving(served: Mapping[str, bytes]) -> AsyncIterator[tuple[Transfermarkt, Counter[str]]]:
    requests: Counter[str] = Counter()

    async def answer(request: web.Request) -> web.Response:
        name = request.match_info["name"]
        requests[name] += 1
        if name not in served:
            raise web.HTTPNotFound
        return web.Response(body=served[name], content_type="application/gzip")

    app = web.Application()
    app.add_routes([web.get("/data/{name}.csv.gz", answer)])
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        async with httpx.AsyncClient(timeout=300) as client:
            yield Transfermarkt(client, f"http://127.0.0.1:{runner.addresses[0][1]}/data"), requests
    finally:
        await runner.cleanup()


async def read(
    games: str, events: str = "", *, season: Season = SEASON
) -> tuple[list[Match], tuple[str, ...]]:
    async with serving(files(games, events)) as (source, _):
        every = (CHAMPIONS_LEAGUE, EUROPA_LEAGUE, Competition("ECL"), SUPER_CUP)
        found = await source.of_season(season, every)
        return [observation.match for observation in found], source.problems


async def only(games: str, events: str = "", *, season: Season = SEASON) -> Match:
    matches, problems = await read(games, events, season=season)
    assert problems == ()
    (match,) = matches
    return match


async def test_a_match_has_its_clubs_by_their_short_names_its_round_its_leg_and_its_scorers() -> None:
    events = (
        event("7", 90, "720", "3", ", Penalty, 4. Goal of the Season Assist: , Penalty: Fouled player")
        + event("7", 12, "610", "2", ", Header, 1. Goal of the Season Assist: , Penalty, 1. Assist")
        + event("7", 45, "610", "1")
    )
    match = await only(game("7", "2-1"), events)
    assert (match.competition, match.season, match.round, match.leg) == (
        CHAMPIONS_LEAGUE,
        SEASON,
        Round(RoundKind.LAST_16),
        Leg.SECOND,
    )
    assert (match.home, match.away, match.status, match.source) == (
        AJAX,
        PORTO,
        Status.PLAYED,
        "transfermarkt",
    )
    assert (match.full_time, match.extra_time, match.penalties) == (Score(2, 1), None, None)
    assert match.goals == (
        Goal(AJAX, "Bram", 12),
        Goal(AJAX, "Anna", 45),
        Goal(PORTO, "Cor", 90, kind=GoalKind.PENALTY),
    )
    assert (str(match.date), match.venue) == ("2018-03-07", "Johan Cruijff ArenA")


@pytest.mark.parametrize("club", ["610", "720"])
async def test_an_own_goal_counts_for_the_club_with_which_the_goals_make_the_score(club: str) -> None:
    events = event("7", 20, club, "3", ", Own-goal Assist: Without assist")
    match = await only(game("7", "1-0"), events)
    assert match.goals == (Goal(match.home, "Cor", 20, kind=GoalKind.OWN_GOAL),)


async def test_own_goals_of_both_clubs_stand_as_the_file_has_them() -> None:
    events = event("7", 20, "610", "3", ", Own-goal") + event("7", 30, "720", "1", ", Own-goal")
    match = await only(game("7", "1-1"), events)
    assert [(goal.club, goal.scorer) for goal in match.goals] == [(AJAX, "Cor"), (PORTO, "Anna")]


async def test_a_shoot_out_is_taken_out_of_the_score() -> None:
    events = (
        event("7", 30, "610", "1")
        + "".join(kick("7", "610") for _ in range(4))
        + "".join(kick("7", "720") for _ in range(3))
        + kick("7", "720", "Saved")
        + kick("7", "610", "Missed")
    )
    match = await only(game("7", "5-3"), events)
    assert (match.full_time, match.extra_time, match.penalties) == (Score(1, 0), Score(1, 0), Score(4, 3))
    assert match.goals == (Goal(AJAX, "Anna", 30),)


async def test_a_score_without_its_shoot_out_is_believed_where_the_goals_make_it() -> None:
    events = event("7", 30, "610", "1") + kick("7", "610") + kick("7", "720", "Missed")
    match = await only(game("7", "1-0"), events)
    assert (match.extra_time, match.penalties) == (Score(1, 0), Score(1, 0))


async def test_goals_after_ninety_minutes_were_scored_in_extra_time() -> None:
    events = event("7", 90, "720", "3") + event("7", 93, "610", "1") + event("7", 20, "610", "2")
    match = await only(game("7", "2-1"), events)
    assert (match.full_time, match.extra_time, match.penalties) == (Score(1, 1), Score(2, 1), None)


async def test_the_super_cup_goes_straight_to_penalties_since_2023() -> None:
    events = kick("7", "610") + kick("7", "720", "Missed")
    row = game("7", "1-0", "Final", code="USC", day="2023-08-16", season="2023")
    match = await only(row, events, season=Season(2023))
    assert (match.competition, match.round, match.neutral) == (SUPER_CUP, Round(RoundKind.FINAL), True)
    assert (match.full_time, match.extra_time, match.penalties) == (Score(0, 0), None, Score(1, 0))


async def test_a_score_that_may_hold_a_shoot_out_is_left_out_and_reported() -> None:
    matches, problems = await read(game("7", "5-4"), event("7", 30, "610", "1"))
    assert matches == []
    assert len(problems) == 1
    assert problems[0].startswith("Amsterdamsche Football Club Ajax – Futebol Clube do Porto (2018-03-07, 7)")
    assert problems[0].endswith("its goals don't make 5-4, which may have a shoot-out in it")


@pytest.mark.parametrize("round_", ["Group C", "last 16 1st leg"])
async def test_where_no_shoot_out_can_be_a_score_stands_without_its_goals(round_: str) -> None:
    match = await only(game("7", "3-1", round_), event("7", 30, "610", "1"))
    assert (match.full_time, match.goals) == (Score(3, 1), ())


async def test_a_shoot_out_that_its_kicks_do_not_decide_is_reported() -> None:
    matches, problems = await read(game("7", "2-2"), kick("7", "610") + kick("7", "720"))
    assert matches == []
    assert "its shoot-out ends 1-1: kicks are missing" in problems[0]


async def test_a_goal_of_an_unknown_minute_or_player_is_a_goal() -> None:
    events = event("7", 0, "610", "99")
    match = await only(game("7", "1-0", "Group C"), events)
    assert match.goals == (Goal(AJAX),)


async def test_a_match_to_come_has_no_score() -> None:
    match = await only(game("7", "-", "Group C"))
    assert (match.status, match.score) == (Status.SCHEDULED, None)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (game("7", "1-0", clubs=("610", "610")), "a club plays against itself"),
        (game("7", "1-0", day="soon"), "'soon' is no day"),
        (game("7", "1-0", day="2021-03-07"), "season 2017/18 for a match on 2021-03-07"),
        (game("7", "x-0"), "'x' is no number"),
    ],
)
async def test_one_odd_game_does_not_lose_the_others(row: str, reason: str) -> None:
    matches, problems = await read(row + game("8", "0-0", "Group C", ("12", "720")))
    assert [match.full_time for match in matches] == [Score(0, 0)]
    assert reason in problems[0]


async def test_a_goal_of_a_club_that_does_not_play_is_reported() -> None:
    matches, problems = await read(game("7", "1-0"), event("7", 30, "12", "1"))
    assert matches == []
    assert "a goal of club 12, which does not play" in problems[0]


async def test_other_seasons_and_competitions_are_passed_over() -> None:
    rows = game("7", "0-0") + game("8", "0-0", season="2016") + game("9", "0-0", code="NL1")
    assert len((await read(rows))[0]) == 1


async def test_the_files_are_fetched_once_for_all_competitions_of_a_season() -> None:
    rows = game("7", "0-0") + game("8", "0-0", code="ELQ", round_="3rd round 1st leg", day="2017-08-03")
    async with serving(files(rows)) as (source, requests):
        champions = await source.of_season(SEASON, [CHAMPIONS_LEAGUE])
        europa = await source.of_season(SEASON, [EUROPA_LEAGUE])
        assert [len(champions), len(europa)] == [1, 1]
        assert europa[0].match.round == Round(RoundKind.QUALIFYING_3)
        assert requests == {"games": 1, "game_events": 1, "players": 1}


@pytest.mark.parametrize(
    ("name", "served", "reason"),
    [
        ("games", b"<html>no</html>", "is damaged, cut off, or no gzip"),
        ("games", packed(GAMES_HEAD + game("7", "0-0"))[:-20], "is damaged, cut off, or no gzip"),
        ("games", packed("game_id,season\n1,2017\n"), "has no column competition_id"),
        ("game_events", gzip.compress(EVENTS_HEAD.encode() + b"\xff\n"), "is not UTF-8"),
        ("players", packed("player_id,name\n1," + "x" * 200_000 + "\n"), "is larger than such a file can be"),
        ("players", packed('player_id,name\n1,"' + "xxxx\n" * 30_000), "a cell that can't be read"),
        ("games", b"", "has no column game_id"),
    ],
    ids=["no gzip", "cut off", "columns", "letters", "long line", "open cell", "empty"],
)
async def test_a_file_that_is_not_what_it_was_is_told_with_its_address(
    name: str, served: bytes, reason: str
) -> None:
    async with serving({**files(game("7", "0-0")), name: served}) as (source, _):
        with pytest.raises(SourceError, match=reason) as raised:
            await source.of_season(SEASON, [CHAMPIONS_LEAGUE])
        assert raised.value.place.endswith(f"/data/{name}.csv.gz")


async def test_a_file_that_is_not_there_is_told_with_the_setting_to_correct() -> None:
    async with serving({}) as (source, _):
        with pytest.raises(SourceError, match=r"not found \(404\): correct TRANSFERMARKT_URL"):
            await source.of_season(SEASON, [CHAMPIONS_LEAGUE])


async def test_a_row_that_is_cut_off_is_passed_over() -> None:
    assert len((await read(game("7", "0-0") + "8,CL,2017\n"))[0]) == 1


@pytest.mark.parametrize(
    ("text", "year", "code", "leg"),
    [
        ("Group A", 2017, "GROUP A", None),
        ("Group Stage", 2017, "GROUP", None),
        ("Group Stage", 2024, "LEAGUE", None),
        ("intermediate stage 1st leg", 2024, "KPO", Leg.FIRST),
        ("Last 16 2nd Leg", 2017, "R16", Leg.SECOND),
        ("Quarter-Finals 1st leg", 2017, "QF", Leg.FIRST),
        ("Semi-Finals 2nd Leg", 2017, "SF", Leg.SECOND),
        ("Final", 2017, "F", None),
        ("a round of its own", 2017, UNKNOWN_ROUND.code, None),
    ],
)
def test_rounds_have_our_names(text: str, year: int, code: str, leg: Leg | None) -> None:
    found = round_and_leg(text, CHAMPIONS_LEAGUE, Season(year), qualifying=False)
    assert (found[0].code, found[1]) == (code, leg)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("First Round 1st leg", "Q1"),
        ("Second Round 2nd leg", "Q2"),
        ("3rd round 1st leg", "Q3"),
        ("Play-offs 2nd leg", "PO"),
        ("Preliminary Round", "PR"),
        ("Qualifying Round 1st leg", UNKNOWN_ROUND.code),
    ],
)
def test_rounds_of_the_qualifying_have_our_names(text: str, code: str) -> None:
    assert round_and_leg(text, EUROPA_LEAGUE, SEASON, qualifying=True)[0].code == code


@pytest.mark.parametrize(("year", "code"), [(2017, "R32"), (2020, "R32"), (2021, "KPO")])
def test_the_stage_between_groups_and_last_sixteen_was_once_the_last_32(year: int, code: str) -> None:
    found = round_and_leg("intermediate stage 1st leg", EUROPA_LEAGUE, Season(year), qualifying=False)
    assert found == (Round.from_code(code), Leg.FIRST)

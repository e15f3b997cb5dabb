"""Matches as the files of transfermarkt-datasets hold them, on a server of our own."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from bot.football.model import Leg, Match, Score
from bot.sources.transfermarkt.reading import GAME_COLUMNS

LEGS = {Leg.FIRST: " 1st leg", Leg.SECOND: " 2nd leg"}


@asynccontextmanager
async def weekly_files(matches: Sequence[Match]) -> AsyncIterator[str]:
    """The address of the files, with these quarter-finals in them."""
    packed = {name: gzip.compress("\n".join(rows).encode()) for name, rows in _rows(matches).items()}

    async def answer(request: web.Request) -> web.Response:
        return web.Response(body=packed[request.match_info["name"]])

    app = web.Application()
    app.add_routes([web.get("/{name}.csv.gz", answer)])
    runner = web.AppRunner(app, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def _rows(matches: Sequence[Match]) -> dict[str, list[str]]:
    scorers = dict.fromkeys(goal.scorer for match in matches for goal in match.goals)
    numbers = {scorer: str(place) for place, scorer in enumerate(scorers)}
    return {
        "games": [",".join(GAME_COLUMNS), *(_game(number, match) for number, match in enumerate(matches))],
        "game_events": [
            "game_id,type,minute,club_id,club_name,player_id,description",
            *(
                f"{number},Goals,{goal.minute},{goal.club.id},{goal.club.name},{numbers[goal.scorer]},"
                for number, match in enumerate(matches)
                for goal in match.goals
            ),
        ],
        "players": ["player_id,name", *(f"{number},{name}" for name, number in numbers.items())],
    }


def _game(number: int, match: Match) -> str:
    score, leg = match.score or Score(0, 0), LEGS.get(match.leg or Leg.REPLAY, "")
    where = f"{match.competition},{match.season.start_year},Quarter-Finals{leg},{match.date}"
    clubs = f"{match.home.id},{match.away.id},{score.home},{score.away},{match.home.name},{match.away.name}"
    return f"{number},{where},,{clubs}"

"""The local sources as a web application: all tell of the same evening, each in its own shape.

/wikipedia/w/api.php   WIKIPEDIA_URL=http://127.0.0.1:PORT/wikipedia/w/api.php
/uefa/matches          UEFA_API_URL=http://127.0.0.1:PORT/uefa
/espn/SLUG/…           ESPN_API_URL=http://127.0.0.1:PORT/espn
/api-football/fixtures API_FOOTBALL_URL=http://127.0.0.1:PORT/api-football (any key)
/openfootball/…        OPENFOOTBALL_URL=http://127.0.0.1:PORT/openfootball
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256

from aiohttp import web
from pydantic import SecretStr

from bot.football.events.observations import Observation
from bot.football.model import AMSTERDAM, Match, Season, Status
from bot.local.sources.api_football import european, fixture
from bot.local.sources.espn import espn_day, scoreboard, slug_of, summary
from bot.local.sources.faults import FaultKind, SourceFault, no_faults, one_goal_back
from bot.local.sources.football_txt import football_txt, matches_of_file
from bot.local.sources.mediawiki import LocalWiki, lagging
from bot.local.sources.numbers import number_of_match
from bot.local.sources.uefa import uefa_payload
from bot.sources.registry import SourceSettings

PLAN = 100
"""Questions a day, as on API-Football's free plan."""
_REFUSALS = {FaultKind.TOO_OFTEN: 429, FaultKind.UNAVAILABLE: 503}


@dataclass(slots=True)
class LocalSources:
    """Answers with the matches of the moment; the clock is given, and requests are counted per source."""

    matches_at: Callable[[datetime], Sequence[Observation]]
    now: Callable[[], datetime]
    faults: Callable[[int], SourceFault | None] = no_faults
    plan: int = PLAN
    requests: Counter[str] = field(default_factory=Counter)
    wiki: LocalWiki = field(default_factory=LocalWiki)
    _last_moment: datetime | None = None
    _fault: SourceFault | None = None
    """That of the request in hand."""

    def application(self) -> web.Application:
        app = web.Application()
        app.add_routes(
            [
                web.get("/wikipedia/w/api.php", self._answering("wikipedia", self._wikipedia)),
                web.get("/uefa/matches", self._answering("uefa", self._uefa)),
                web.get("/espn/{slug}/scoreboard", self._answering("espn", self._espn_scoreboard)),
                web.get("/espn/{slug}/summary", self._answering("espn", self._espn_summary)),
                web.get("/api-football/fixtures", self._answering("api-football", self._api_football)),
                web.get(
                    "/openfootball/{season}/{file}.txt", self._answering("openfootball", self._openfootball)
                ),
            ]
        )
        return app

    def _answering(
        self, source: str, answer: Callable[[web.Request, Sequence[Observation]], web.Response]
    ) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def handler(request: web.Request) -> web.Response:
            self.requests[source] += 1
            fault = self.faults(self.requests.total())
            if fault and fault.kind is FaultKind.SERVER_ERROR:
                raise web.HTTPInternalServerError
            if fault and fault.kind in _REFUSALS:
                status, seconds = _REFUSALS[fault.kind], str(round(fault.seconds))
                return web.Response(status=status, headers={"Retry-After": seconds})
            if fault and fault.kind is FaultKind.SLOW:
                await asyncio.sleep(fault.seconds)
            self._fault = fault
            response = answer(request, self._observed(fault))
            if fault and fault.kind is FaultKind.HALF_AN_ANSWER and response.text:
                response.text = response.text[: len(response.text) // 2]
            return response

        return handler

    def _observed(self, fault: SourceFault | None) -> list[Observation]:
        """The matches that answer this request, with its fault."""
        kind, moment = fault.kind if fault else None, self.now()
        if fault and kind is FaultKind.LAGGING:
            moment -= timedelta(seconds=fault.seconds)
        if kind is FaultKind.SAME_AGAIN and self._last_moment is not None:
            moment = self._last_moment
        self._last_moment = moment
        if kind is FaultKind.NOTHING:
            return []
        observations = list(self.matches_at(moment))
        if kind is FaultKind.ONE_GOAL_BACK:
            return [
                one_goal_back(observed) if observed.match.status is Status.LIVE else observed
                for observed in observations
            ]
        return observations

    def _wikipedia(self, request: web.Request, observations: Sequence[Observation]) -> web.Response:
        fault, agent = self._fault, request.headers.get("User-Agent", "")
        if "(" not in agent:
            raise web.HTTPForbidden(text="Please set a user-agent and respect our robot policy.")
        if fault and fault.kind is FaultKind.MAXLAG and "maxlag" in request.query:
            return web.json_response(lagging(), headers={"Retry-After": str(round(fault.seconds) or 5)})
        matches = [observed.match for observed in observations]
        kind = fault.kind if fault else None
        response = web.json_response(self.wiki.answer(request.query, matches, self.now(), kind))
        response.enable_compression()
        return response

    def _uefa(self, request: web.Request, observations: Sequence[Observation]) -> web.Response:
        first, last = (date.fromisoformat(request.query[name]) for name in ("fromDate", "toDate"))
        offset, limit = int(request.query["offset"]), int(request.query.get("limit", "10"))
        wanted = [
            observed for observed in observations if (day := _day(observed.match)) and first <= day <= last
        ]
        return web.json_response(uefa_payload(wanted)[offset : offset + limit])

    def _espn_scoreboard(self, request: web.Request, observations: Sequence[Observation]) -> web.Response:
        """The matches of days as they are counted in New York."""
        first, _, last = request.query["dates"].partition("-")
        wanted = [
            observed
            for observed in observations
            if slug_of(observed.match) == request.match_info["slug"]
            and first <= f"{espn_day(observed.match):%Y%m%d}" <= last
        ]
        return web.json_response(scoreboard(wanted[: int(request.query.get("limit", "100"))]))

    def _espn_summary(self, request: web.Request, observations: Sequence[Observation]) -> web.Response:
        for observed in observations:
            if str(number_of_match(observed.match)) == request.query["event"]:
                return web.json_response(summary(observed))
        raise web.HTTPNotFound

    def _api_football(self, request: web.Request, observations: Sequence[Observation]) -> web.Response:
        left = self.plan - self.requests["api-football"]
        headers = {
            "x-ratelimit-requests-limit": str(self.plan),
            "x-ratelimit-requests-remaining": str(max(left, 0)),
        }
        errors: dict[str, str] = {}
        if not request.headers.get("x-apisports-key"):
            errors = {"token": "Error/Missing application key."}
        elif left < 0:
            errors = {"requests": "You have reached the request limit for the day."}
        fixtures = [] if errors else _fixtures(request, european(observations))
        body = {"get": "fixtures", "errors": errors or [], "results": len(fixtures), "response": fixtures}
        return web.json_response(body, headers=headers)

    def _openfootball(self, request: web.Request, observations: Sequence[Observation]) -> web.Response:
        season = Season(int(request.match_info["season"][:4]))
        matches = matches_of_file(
            request.match_info["file"], season, (observed.match for observed in observations)
        )
        if not matches:
            raise web.HTTPNotFound
        text = football_txt(matches)
        etag = f'"{sha256(text.encode()).hexdigest()[:16]}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag})
        return web.Response(text=text, headers={"ETag": etag})


def settings_at(address: str) -> SourceSettings:
    """The settings with which the sources ask this server."""
    return SourceSettings(
        wikipedia_url=f"{address}/wikipedia/w/api.php",
        uefa_api_url=f"{address}/uefa",
        espn_api_url=f"{address}/espn",
        api_football_url=f"{address}/api-football",
        api_football_key=SecretStr("any"),
        openfootball_url=f"{address}/openfootball",
    )


def _fixtures(request: web.Request, observations: list[Observation]) -> list[dict[str, object]]:
    """The fixtures wanted by `live`, `ids` or `date`; a day's list comes without events."""
    if "live" in request.query:
        return [
            fixture(observed, with_events=True)
            for observed in observations
            if observed.match.status is Status.LIVE
        ]
    if "ids" in request.query:
        ids = set(request.query["ids"].split("-"))
        return [
            fixture(observed, with_events=True)
            for observed in observations
            if str(number_of_match(observed.match)) in ids
        ]
    day = date.fromisoformat(request.query["date"])
    return [fixture(observed, with_events=False) for observed in observations if _day(observed.match) == day]


def _day(match: Match) -> date | None:
    return match.kick_off.astimezone(AMSTERDAM).date() if match.kick_off else match.date

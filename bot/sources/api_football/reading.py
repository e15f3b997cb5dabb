"""A fixture of API-Football, read into our model. The requests, and the checklist, stand in `client`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.football.competitions import ROWS
from bot.football.events.observations import Observation, Phase
from bot.football.events.scorers import with_plausible_goals
from bot.football.model import (
    AMSTERDAM,
    UNKNOWN_ROUND,
    Club,
    Match,
    Round,
    RoundKind,
    Season,
    Status,
)
from bot.sources.api_football.events import goals_at, kicks_at, red_cards_at
from bot.sources.payload import Node, PayloadError
from bot.sources.reading import (
    ReadResult,
    check_season,
    read_each,
    season_at,
    spelled,
    teams_of,
)

NAME = "api-football"
LEAGUES = {row.api_football: competition for competition, row in ROWS.items() if row.api_football}
_FIRST_LEAGUE_PHASE = Season(2024)
ROUNDS = {
    "preliminary round": RoundKind.PRELIMINARY,
    "1st qualifying round": RoundKind.QUALIFYING_1,
    "2nd qualifying round": RoundKind.QUALIFYING_2,
    "3rd qualifying round": RoundKind.QUALIFYING_3,
    "play-offs": RoundKind.PLAY_OFF,
    "knockout round play-offs": RoundKind.KNOCKOUT_PLAY_OFF,
    "round of 32": RoundKind.LAST_32,
    "16th finals": RoundKind.LAST_32,
    "round of 16": RoundKind.LAST_16,
    "8th finals": RoundKind.LAST_16,
    "quarter-finals": RoundKind.QUARTER_FINAL,
    "semi-finals": RoundKind.SEMI_FINAL,
    "final": RoundKind.FINAL,
}
_LEAGUE_DAY = re.compile(r"league (?:stage|phase)(?: - ([0-9]{1,2}))?", re.IGNORECASE)
_GROUP_DAY = re.compile(r"group (?:stage|([a-z]))(?: - ([0-9]{1,2}))?", re.IGNORECASE)
STATUSES = {
    **dict.fromkeys(("TBD", "NS"), Status.SCHEDULED),
    **dict.fromkeys(("1H", "HT", "2H", "ET", "BT", "P", "SUSP", "INT", "LIVE"), Status.LIVE),
    **dict.fromkeys(("FT", "AET", "PEN"), Status.PLAYED),
    "PST": Status.POSTPONED,
    "CANC": Status.CANCELLED,
    "ABD": Status.ABANDONED,
    "AWD": Status.AWARDED,
    "WO": Status.WALKOVER,
}
PHASES = {
    "1H": Phase.FIRST_HALF,
    "HT": Phase.HALF_TIME,
    "2H": Phase.SECOND_HALF,
    "ET": Phase.EXTRA_TIME,
    "P": Phase.SHOOT_OUT,
}
_AFTER_90 = {"ET", "AET", "P", "PEN"}
"""A shoot-out always comes after extra time in these competitions."""
_NINETY = 90
_NO_SCORE = {Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED}


@dataclass(frozen=True, slots=True)
class Fixture:
    """A match with the number by which it is asked for again; empty where none could be read."""

    id: str
    observation: Observation

    @property
    def clubs(self) -> tuple[Club, Club]:
        return self.observation.match.clubs

    @property
    def needs_scorers(self) -> bool:
        """Whether the match is over and a scorer is missing: the list of a day has no scorers."""
        return self.observation.match.has_result and not self.observation.match.scorers_known

    def with_events_of(self, before: Fixture) -> Fixture:
        """The same with the goals, cards and kicks of an earlier look, as far as the score still has them."""
        new, old = self.observation, before.observation
        new = replace(
            new,
            match=with_plausible_goals(replace(new.match, goals=new.match.goals or old.match.goals)),
            red_cards=new.red_cards or old.red_cards,
            kicks=new.kicks or old.kicks,
        )
        return Fixture(self.id or before.id, new)


def read_api_football(payload: object) -> ReadResult[Fixture]:
    """The fixtures of UEFA's three competitions; those of the rest of the world are passed over."""
    return read_each(lambda: Node(payload).at("response").items(), _fixture, "fixture", "fixture.id")


def _fixture(node: Node) -> Fixture | None:
    if node.at("league.id").number() not in LEAGUES:
        return None
    match = _with_scores(_match(node), node)
    check_season(match)
    numbers = (node.detail(f"teams.{side}.id", Node.id) for side in ("home", "away"))
    teams = teams_of(match.home, match.away, numbers)
    is_live = match.status is Status.LIVE
    observation = Observation(
        match=with_plausible_goals(replace(match, goals=tuple(goals_at(node, teams)))),
        phase=_phase(node) if is_live else None,
        minute=node.minute_at("fixture.status.elapsed") if is_live else None,
        red_cards=red_cards_at(node, teams),
        kicks=kicks_at(node, teams, match),
    )
    return Fixture(node.detail("fixture.id", Node.id) or "", observation)


def _match(node: Node) -> Match:
    at = node.at("fixture.date").moment()
    day = at.astimezone(AMSTERDAM).date()
    season = season_at(node, "league.season", day)
    round_, matchday = _round(node, season)
    status = _status(node)
    if status not in STATUSES:
        raise PayloadError(f"status '{status}' is not known")
    return Match(
        competition=LEAGUES[node.at("league.id").number()],
        season=season,
        round=round_,
        home=_club(node, "home"),
        away=_club(node, "away"),
        status=STATUSES[status],
        date=day,
        kick_off=None if status == "TBD" else at,
        matchday=matchday,
        neutral=round_.kind is RoundKind.FINAL,
        venue=node.text_at("fixture.venue.name"),
        city=node.text_at("fixture.venue.city"),
        source=NAME,
    )


def _status(node: Node) -> str:
    return node.at("fixture.status.short").text().upper()


def _round(node: Node, season: Season) -> tuple[Round, int | None]:
    text = node.text_at("league.round")
    plain = text.casefold()
    if plain in ROUNDS:
        return Round(ROUNDS[plain]), None
    league = _LEAGUE_DAY.fullmatch(text)
    if league:
        return Round(RoundKind.LEAGUE), _number(league[1])
    group = _GROUP_DAY.fullmatch(text)
    if group and season < _FIRST_LEAGUE_PHASE:
        return Round(RoundKind.GROUP, (group[1] or "").upper()), _number(group[2])
    if plain.startswith("preliminary round"):
        return Round(RoundKind.PRELIMINARY), None
    node.dropped.append(f"round '{text}' is not known: its matches are placed by their clubs alone")
    return UNKNOWN_ROUND, None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _with_scores(match: Match, node: Node) -> Match:
    """`goals` is the total so far, `fulltime` 90 minutes, `extratime` what was scored after them, alone."""
    found = node.find("goals")
    total = found.score() if found else None
    if match.status in _NO_SCORE or total is None:
        return match
    status = _status(node)
    in_90, after = node.score_at("score.fulltime"), node.score_at("score.extratime")
    match = replace(match, half_time=node.score_at("score.halftime") if status != "1H" else None)
    if status not in _AFTER_90 and _phase(node) is not Phase.EXTRA_TIME:
        return replace(match, full_time=in_90 if match.status is Status.PLAYED and in_90 else total)
    ended = match.status is Status.PLAYED
    return replace(
        match,
        full_time=in_90,
        extra_time=in_90 + after if ended and in_90 and after else total,
        penalties=node.score_at("score.penalty") if status in {"P", "PEN"} else None,
    )


def _phase(node: Node) -> Phase | None:
    """A break in extra time (BT) may be the one before it or the one in its middle.

    The minute tells, or goals scored in extra time; else nobody knows.
    """
    if _status(node) != "BT":
        return PHASES.get(_status(node))
    minute = node.minute_at("fixture.status.elapsed")
    if minute is not None:
        return Phase.NINETY_OVER if minute <= _NINETY else Phase.EXTRA_TIME
    return Phase.EXTRA_TIME if node.score_at("score.extratime") else None


def _club(node: Node, side: str) -> Club:
    return spelled(node.at(f"teams.{side}.name").text())

"""A fixture of API-Football, read into our model. The requests, and the checklist, stand in `client`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.football.events.observations import Observation, Phase
from bot.football.events.scorers import with_plausible_goals
from bot.football.model import (
    AMSTERDAM,
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    EUROPA_LEAGUE,
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
from bot.sources.reading import ReadResult, check_season, read_each, spelled

NAME = "api-football"
LEAGUES = {2: CHAMPIONS_LEAGUE, 3: EUROPA_LEAGUE, 848: CONFERENCE_LEAGUE}
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
_NO_SCORE = {Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED}


@dataclass(frozen=True, slots=True)
class Fixture:
    """A match with the number by which it is asked for again."""

    id: str
    observation: Observation

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
        return replace(self, observation=new)


def read_api_football(payload: object) -> ReadResult[Fixture]:
    """The fixtures of UEFA's three competitions; those of the rest of the world are passed over."""
    return read_each(lambda: Node(payload).at("response").items(), _fixture, "fixture", "fixture.id")


def _fixture(node: Node, problems: list[str]) -> Fixture | None:
    if node.at("league.id").number() not in LEAGUES:
        return None
    match = _with_scores(_match(node, problems), node)
    check_season(match)
    clubs = {node.at(f"teams.{side}.id").id(): _club(node, side) for side in ("home", "away")}
    if len(set(clubs.values())) < 2:
        raise PayloadError("a club plays against itself")
    observation = Observation(
        match=with_plausible_goals(replace(match, goals=tuple(goals_at(node, clubs)))),
        phase=_phase(node) if match.status is Status.LIVE else None,
        minute=node.number_at("fixture.status.elapsed") if match.status is Status.LIVE else None,
        red_cards=red_cards_at(node, clubs),
        kicks=kicks_at(node, clubs),
    )
    return Fixture(node.at("fixture.id").id(), observation)


def _match(node: Node, problems: list[str]) -> Match:
    season = Season(node.at("league.season").number())
    round_, matchday = _round(node.at("league.round").text(), season, problems)
    at = node.at("fixture.date").moment()
    short = node.at("fixture.status.short").text()
    if short not in STATUSES:
        raise PayloadError(f"status '{short}' is not known")
    return Match(
        competition=LEAGUES[node.at("league.id").number()],
        season=season,
        round=round_,
        home=_club(node, "home"),
        away=_club(node, "away"),
        status=STATUSES[short],
        date=at.astimezone(AMSTERDAM).date(),
        kick_off=None if short == "TBD" else at,
        matchday=matchday,
        neutral=round_.kind is RoundKind.FINAL,
        venue=node.text_at("fixture.venue.name"),
        city=node.text_at("fixture.venue.city"),
        source=NAME,
    )


def _round(text: str, season: Season, problems: list[str]) -> tuple[Round, int | None]:
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
    problems.append(f"round '{text}' is not known: its matches are placed by their clubs alone")
    return UNKNOWN_ROUND, None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _with_scores(match: Match, node: Node) -> Match:
    """`goals` is the total so far, `fulltime` 90 minutes, `extratime` what was scored after them, alone."""
    total = node.score_at("goals")
    if match.status in _NO_SCORE or total is None:
        return match
    short = node.at("fixture.status.short").text()
    in_90, after = node.score_at("score.fulltime"), node.score_at("score.extratime")
    match = replace(match, half_time=node.score_at("score.halftime") if short != "1H" else None)
    if short not in _AFTER_90 and _phase(node) is not Phase.EXTRA_TIME:
        return replace(match, full_time=in_90 if match.status is Status.PLAYED and in_90 else total)
    ended = match.status is Status.PLAYED
    return replace(
        match,
        full_time=in_90,
        extra_time=in_90 + after if ended and in_90 and after else total,
        penalties=node.score_at("score.penalty") if short in {"P", "PEN"} else None,
    )


def _phase(node: Node) -> Phase | None:
    """A break in extra time (BT) may be the one before it or the one in its middle: the minute tells."""
    short = node.at("fixture.status.short").text()
    if short == "BT":
        minute = node.number_at("fixture.status.elapsed")
        return Phase.NINETY_OVER if minute is not None and minute <= 90 else Phase.EXTRA_TIME
    return PHASES.get(short)


def _club(node: Node, side: str) -> Club:
    return spelled(node.at(f"teams.{side}.name").text())

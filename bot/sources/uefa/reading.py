"""A match of UEFA's match API, read into our model. The requests, and the checklist, stand in `client`."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.football.events.observations import Observation, Phase
from bot.football.events.scorers import with_plausible_goals
from bot.football.model import (
    AMSTERDAM,
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    EUROPA_LEAGUE,
    UNKNOWN_ROUND,
    DecidedBy,
    Leg,
    Match,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.sources.payload import Node, PayloadError
from bot.sources.reading import ReadResult, check_season, read_each
from bot.sources.uefa.events import club_at, clubs_by_id, goals_at, kicks_at, red_card_at

NAME = "uefa"
COMPETITIONS = {"1": CHAMPIONS_LEAGUE, "14": EUROPA_LEAGUE, "2019": CONFERENCE_LEAGUE}
_FIRST_LEAGUE_PHASE = Season(2024)
_TABLE = "GROUP_STANDINGS"
ROUNDS = {
    "PRELIMINARY": RoundKind.PRELIMINARY,
    "FIRST_QUALIFYING": RoundKind.QUALIFYING_1,
    "SECOND_QUALIFYING": RoundKind.QUALIFYING_2,
    "THIRD_QUALIFYING": RoundKind.QUALIFYING_3,
    "PLAY_OFF": RoundKind.PLAY_OFF,
    "FIRST": RoundKind.FIRST,
    "SECOND": RoundKind.SECOND,
    "THIRD": RoundKind.THIRD,
    "FINAL_TOURNAMENT_PLAY_OFF": RoundKind.KNOCKOUT_PLAY_OFF,
    "ROUND_OF_32": RoundKind.LAST_32,
    "ROUND_OF_16": RoundKind.LAST_16,
    "QUARTER_FINALS": RoundKind.QUARTER_FINAL,
    "SEMIFINAL": RoundKind.SEMI_FINAL,
    "FINAL": RoundKind.FINAL,
}
STATUSES = {
    "UPCOMING": Status.SCHEDULED,
    "LIVE": Status.LIVE,
    "CURRENT": Status.LIVE,
    "SUSPENDED": Status.LIVE,
    "FINISHED": Status.PLAYED,
    "POSTPONED": Status.POSTPONED,
    "ABANDONED": Status.ABANDONED,
    "CANCELED": Status.CANCELLED,
    "CANCELLED": Status.CANCELLED,
}
PHASES = {
    "FIRST_HALF": Phase.FIRST_HALF,
    "HALF_TIME_BREAK": Phase.HALF_TIME,
    "SECOND_HALF": Phase.SECOND_HALF,
    "EXTRA_TIME_FIRST_HALF": Phase.EXTRA_TIME,
    "EXTRA_TIME_SECOND_HALF": Phase.EXTRA_TIME,
    "PENALTY": Phase.SHOOT_OUT,
}
_LEGS = {"FIRST_LEG": Leg.FIRST, "SECOND_LEG": Leg.SECOND}
_FORFEIT = "WIN_BY_FORFEIT"
_AFTER_90 = {"WIN_ON_EXTRA_TIME", "WIN_ON_PENALTIES"}


def read_uefa(payload: object) -> ReadResult[Observation]:
    """Every match of the payload; those whose clubs aren't known yet are left out."""
    return read_each(Node(payload).items, _observation, "match", "id")


def _is_open(node: Node) -> bool:
    """Whether one of the clubs is not known yet: `Winner SF1`."""
    teams = (node.find("homeTeam.isPlaceHolder"), node.find("awayTeam.isPlaceHolder"))
    return any(team is not None and team.value is True for team in teams)


def _observation(node: Node, problems: list[str]) -> Observation | None:
    if _is_open(node):
        return None
    match = _match(node, problems)
    check_season(match)
    clubs = clubs_by_id(node)
    phase = _phase(node, problems) if match.status is Status.LIVE else None
    match = replace(_with_scores(match, node, phase), goals=tuple(goals_at(node, clubs)))
    return Observation(
        match=with_plausible_goals(match),
        phase=phase,
        minute=node.number_at("minute.normal") if match.status is Status.LIVE else None,
        red_cards=tuple(red_card_at(card, clubs) for card in node.items_at("playerEvents.redCards")),
        kicks=kicks_at(node, clubs),
    )


def _match(node: Node, problems: list[str]) -> Match:
    competition = node.at("competition.id").id()
    if competition not in COMPETITIONS:
        raise PayloadError(f"competition {competition} was not asked for")
    season = Season(node.at("seasonYear").number() - 1)
    round_ = _round(node, season, problems)
    kick_off = node.find("kickOffTime.dateTime")
    at = kick_off.moment() if kick_off else None
    single = node.text_at("type") == "SINGLE" and not round_.kind.is_qualifying and not round_.is_unknown
    status, winner = _status(node), None
    if node.text_at("winner.aggregate.reason") == _FORFEIT:
        winner = club_at(node.at("winner.aggregate.team"))
    return Match(
        competition=COMPETITIONS[competition],
        season=season,
        round=round_,
        home=club_at(node.at("homeTeam")),
        away=club_at(node.at("awayTeam")),
        status=status,
        date=at.astimezone(AMSTERDAM).date() if at else node.at("kickOffTime.date").day(),
        kick_off=at,
        leg=_leg(node),
        matchday=_matchday(node) if round_.kind.is_table else None,
        neutral=single,
        winner=winner,
        decided_by=DecidedBy.AWARD if winner else None,
        venue=node.text_at("stadium.translations.officialName.EN")
        or node.text_at("stadium.translations.name.EN"),
        city=node.text_at("stadium.city.translations.name.EN"),
        source=NAME,
    )


def _round(node: Node, season: Season, problems: list[str]) -> Round:
    kind = node.at("round.metaData.type").text()
    if kind == _TABLE:
        if season >= _FIRST_LEAGUE_PHASE:
            return Round(RoundKind.LEAGUE)
        return Round(RoundKind.GROUP, _group(node))
    if kind == "SECOND_GROUP_MATCH_STAGE":
        return Round(RoundKind.SECOND_GROUP, _group(node))
    if kind not in ROUNDS:
        problems.append(f"round '{kind}' is not known: its matches are placed by their clubs alone")
        return UNKNOWN_ROUND
    return Round(ROUNDS[kind])


def _group(node: Node) -> str:
    return node.text_at("group.metaData.groupName").removeprefix("Group ")


def _status(node: Node) -> Status:
    text = node.at("status").text()
    if text not in STATUSES:
        raise PayloadError(f"status '{text}' is not known")
    forfeit = node.text_at("winner.match.reason") == _FORFEIT
    return Status.AWARDED if forfeit and text == "FINISHED" else STATUSES[text]


def _phase(node: Node, problems: list[str]) -> Phase | None:
    text = node.text_at("phase")
    if text and text not in PHASES:
        problems.append(f"phase '{text}' is not known")
    return PHASES.get(text)


def _with_scores(match: Match, node: Node, phase: Phase | None) -> Match:
    """The scores; of a match under way `regular` stops at 90 minutes and `total` goes on."""
    regular, total = node.score_at("score.regular"), node.score_at("score.total")
    if match.status in {Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED} or total is None:
        return match
    if not _went_on(node, phase, regular, total):
        return replace(match, full_time=total)
    straight_to_kicks = node.text_at("matchday.format") == "PENALTIES_WITHOUT_EXTRA_TIME"
    return replace(
        match,
        full_time=regular,
        extra_time=None if straight_to_kicks else total,
        penalties=node.score_at("score.penalty"),
    )


def _went_on(node: Node, phase: Phase | None, regular: Score | None, total: Score) -> bool:
    """Whether there was more than 90 minutes; of a finished match UEFA has no field for it."""
    if phase is not None:
        return phase in {Phase.EXTRA_TIME, Phase.SHOOT_OUT}
    reasons = {node.text_at("winner.match.reason"), node.text_at("winner.aggregate.reason")}
    phases = (goal.text_at("phase") for goal in node.items_at("playerEvents.scorers"))
    return (
        (regular is not None and regular != total)
        or node.score_at("score.penalty") is not None
        or (not reasons.isdisjoint(_AFTER_90) and _leg(node) is not Leg.FIRST)
        or any(phase.startswith("EXTRA_TIME") for phase in phases)
    )


def _leg(node: Node) -> Leg | None:
    number = node.number_at("leg.number")
    return {1: Leg.FIRST, 2: Leg.SECOND}.get(number or 0) or _LEGS.get(node.text_at("type"))


def _matchday(node: Node) -> int | None:
    found = re.search(r"[0-9]{1,2}\b", node.text_at("matchday.longName") or node.text_at("matchday.name"))
    return int(found[0]) if found else None

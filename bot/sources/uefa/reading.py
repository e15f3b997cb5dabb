"""A match of UEFA's match API, read into our model. The requests, and the checklist, stand in `client`."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.football.competitions import ROWS
from bot.football.events.observations import Observation, Phase
from bot.football.events.scorers import with_plausible_goals
from bot.football.model import (
    AMSTERDAM,
    UNKNOWN_ROUND,
    Club,
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
from bot.sources.reading import (
    ReadResult,
    Teams,
    check_season,
    read_each,
    season_at,
    spelled,
    teams_of,
)
from bot.sources.uefa.events import goals_at, kicks_at, red_cards_at

NAME = "uefa"
COMPETITIONS = {row.uefa: competition for competition, row in ROWS.items() if row.uefa}
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
_COUNTRY = re.compile("[A-Z]{3}")
_FORFEIT = "WIN_BY_FORFEIT"
_AFTER_90 = {"WIN_ON_EXTRA_TIME", "WIN_ON_PENALTIES"}


def read_uefa(payload: object) -> ReadResult[Observation]:
    """Every match of the payload; those whose clubs aren't known yet are left out."""
    return read_each(Node(payload).items, _observation, "match", "id")


def _is_open(node: Node) -> bool:
    """Whether one of the clubs is not known yet: `Winner SF1`."""
    teams = (node.find("homeTeam.isPlaceHolder"), node.find("awayTeam.isPlaceHolder"))
    return any(team is not None and team.value is True for team in teams)


def _observation(node: Node) -> Observation | None:
    if _is_open(node):
        return None
    home, away = club_at(node.at("homeTeam")), club_at(node.at("awayTeam"))
    teams = teams_of(home, away, (node.detail(f"{side}.id", Node.id) for side in ("homeTeam", "awayTeam")))
    match = _match(node, teams)
    check_season(match)
    is_live = match.status is Status.LIVE
    phase = _phase(node) if is_live else None
    match = _with_scores(match, node, phase)
    return Observation(
        match=with_plausible_goals(replace(match, goals=tuple(goals_at(node, teams)))),
        phase=phase,
        minute=node.minute_at("minute.normal") if is_live else None,
        red_cards=red_cards_at(node, teams),
        kicks=kicks_at(node, teams),
    )


def _match(node: Node, teams: Teams) -> Match:
    competition = node.at("competition.id").id()
    if competition not in COMPETITIONS:
        raise PayloadError(f"competition {competition} was not asked for")
    kick_off = node.detail("kickOffTime.dateTime", Node.moment)
    day = kick_off.astimezone(AMSTERDAM).date() if kick_off else node.at("kickOffTime.date").day()
    season = season_at(node, "seasonYear", day, years_on=1)
    round_ = _round(node, season)
    single = _code(node, "type") == "SINGLE" and not round_.kind.is_qualifying and not round_.is_unknown
    winner = None
    if _code(node, "winner.aggregate.reason") == _FORFEIT:
        winner = node.or_dropped(lambda match: teams.of(match, "winner.aggregate.team.id"))
    return Match(
        competition=COMPETITIONS[competition],
        season=season,
        round=round_,
        home=teams.clubs[0],
        away=teams.clubs[1],
        status=_status(node),
        date=day,
        kick_off=kick_off,
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


def club_at(node: Node) -> Club:
    return spelled(node.at("internationalName").text(), node.detail("countryCode", _country) or "")


def _country(node: Node) -> str:
    code = node.text().upper()
    if not _COUNTRY.fullmatch(code):
        raise PayloadError(f"'{node.way}' is no country")
    return code


def _code(node: Node, path: str) -> str:
    return node.text_at(path).upper()


def _round(node: Node, season: Season) -> Round:
    kind = _code(node, "round.metaData.type")
    if kind == _TABLE:
        if season >= _FIRST_LEAGUE_PHASE:
            return Round(RoundKind.LEAGUE)
        return Round(RoundKind.GROUP, _group(node))
    if kind == "SECOND_GROUP_MATCH_STAGE":
        return Round(RoundKind.SECOND_GROUP, _group(node))
    if kind not in ROUNDS:
        node.dropped.append(f"round '{kind}' is not known: its matches are placed by their clubs alone")
        return UNKNOWN_ROUND
    return Round(ROUNDS[kind])


def _group(node: Node) -> str:
    return node.text_at("group.metaData.groupName").removeprefix("Group ")


def _status(node: Node) -> Status:
    text = node.at("status").text().upper()
    if text not in STATUSES:
        raise PayloadError(f"status '{text}' is not known")
    forfeit = _code(node, "winner.match.reason") == _FORFEIT
    return Status.AWARDED if forfeit and text == "FINISHED" else STATUSES[text]


def _phase(node: Node) -> Phase | None:
    text = _code(node, "phase")
    if text and text not in PHASES:
        node.dropped.append(f"phase '{text}' is not known")
    return PHASES.get(text)


def _with_scores(match: Match, node: Node, phase: Phase | None) -> Match:
    """The scores; of a match under way `regular` stops at 90 minutes and `total` goes on."""
    found = node.find("score.total")
    regular, total = node.score_at("score.regular"), found.score() if found else None
    if match.status in {Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED} or total is None:
        return match
    if not _went_on(node, phase, regular, total):
        return replace(match, full_time=total)
    straight_to_kicks = _code(node, "matchday.format") == "PENALTIES_WITHOUT_EXTRA_TIME"
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
    reasons = {_code(node, "winner.match.reason"), _code(node, "winner.aggregate.reason")}
    phases = (_code(goal, "phase") for goal in node.items_at("playerEvents.scorers"))
    return (
        (regular is not None and regular != total)
        or node.score_at("score.penalty") is not None
        or (not reasons.isdisjoint(_AFTER_90) and _leg(node) is not Leg.FIRST)
        or any(phase.startswith("EXTRA_TIME") for phase in phases)
    )


def _leg(node: Node) -> Leg | None:
    number = node.number_at("leg.number")
    return {1: Leg.FIRST, 2: Leg.SECOND}.get(number or 0) or _LEGS.get(_code(node, "type"))


def _matchday(node: Node) -> int | None:
    found = re.search(r"[0-9]{1,2}\b", node.text_at("matchday.longName") or node.text_at("matchday.name"))
    return int(found[0]) if found else None

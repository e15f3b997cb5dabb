"""A match of ESPN's site API, read into our model. The requests, and the checklist, stand in `client`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.football.competitions import ROWS
from bot.football.events.observations import Observation, Phase
from bot.football.events.scorers import with_plausible_goals
from bot.football.model import (
    AMSTERDAM,
    UNKNOWN_ROUND,
    Competition,
    Leg,
    Match,
    Round,
    RoundKind,
    Score,
    Status,
)
from bot.sources.espn.events import clock_at, first, goals_of, red_cards_of
from bot.sources.espn.summary import AFTER_90, EspnMatch
from bot.sources.payload import Node, PayloadError
from bot.sources.reading import ReadResult, check_season, read_each, season_at, spelled, teams_of

NAME = "espn"
QUALIFYING = "_qual"
COMPETITIONS: Mapping[str, Competition] = {
    f"{row.espn}{suffix}": competition
    for competition, row in ROWS.items()
    if row.espn
    for suffix in ("", QUALIFYING)
}
"""By slug; the qualifying is a competition of its own to ESPN."""
ROUNDS = {
    "league-phase": RoundKind.LEAGUE,
    "group-stage": RoundKind.GROUP,
    "knockout-round-playoffs": RoundKind.KNOCKOUT_PLAY_OFF,
    "round-of-32": RoundKind.LAST_32,
    "round-of-16": RoundKind.LAST_16,
    "quarterfinals": RoundKind.QUARTER_FINAL,
    "semifinals": RoundKind.SEMI_FINAL,
    "final": RoundKind.FINAL,
}
QUALIFYING_ROUNDS = {
    "preliminary": RoundKind.PRELIMINARY,
    "first": RoundKind.QUALIFYING_1,
    "second": RoundKind.QUALIFYING_2,
    "third": RoundKind.QUALIFYING_3,
    "playoff": RoundKind.PLAY_OFF,
}
"""By a word of the slug: `first-round`, `first-qualifying-round`, `playoff-round`."""
FINAL_PEN = "FINAL_PEN"
FINAL_AET = "FINAL_AET"
STATUSES = {
    "SCHEDULED": Status.SCHEDULED,
    **dict.fromkeys(("FULL_TIME", "FINAL", FINAL_AET, FINAL_PEN), Status.PLAYED),
    "POSTPONED": Status.POSTPONED,
    **dict.fromkeys(("CANCELED", "CANCELLED"), Status.CANCELLED),
    "ABANDONED": Status.ABANDONED,
    "FORFEIT": Status.AWARDED,
}
PHASES = {
    "FIRST_HALF": Phase.FIRST_HALF,
    "HALFTIME": Phase.HALF_TIME,
    "SECOND_HALF": Phase.SECOND_HALF,
    "END_OF_REGULATION": Phase.NINETY_OVER,
    "OVERTIME": Phase.EXTRA_TIME,
    "EXTRA_TIME": Phase.EXTRA_TIME,
    "FIRST_HALF_EXTRA_TIME": Phase.EXTRA_TIME,
    "HALFTIME_ET": Phase.EXTRA_TIME,
    "SECOND_HALF_EXTRA_TIME": Phase.EXTRA_TIME,
    "END_OF_EXTRATIME": Phase.EXTRA_TIME,
    "SHOOTOUT": Phase.SHOOT_OUT,
}
_PERIODS = {1: Phase.FIRST_HALF, 2: Phase.SECOND_HALF, 3: Phase.EXTRA_TIME, 4: Phase.EXTRA_TIME}
_ANYWHEN = {"DELAYED", "SUSPENDED", "IN_PROGRESS"}
"""What can be said before a match as well as during it."""
_STATES = {"pre": Status.SCHEDULED, "in": Status.LIVE, "post": Status.PLAYED}
_NINETY = 90
_NO_SCORE = {Status.SCHEDULED, Status.POSTPONED, Status.CANCELLED}
_TO_BE_DECIDED = "tbd"


def read_espn(payload: object, slug: str) -> ReadResult[EspnMatch]:
    """Every match of a scoreboard; those whose clubs aren't known yet are left out."""
    return read_each(lambda: Node(payload).at("events").items(), lambda node: _event(node, slug), slug, "id")


def _event(node: Node, slug: str) -> EspnMatch | None:
    game = first(node.at("competitions"))
    sides = _sides(game)
    names = [side.at("team.displayName").text() for side in sides]
    if any(name.casefold() == _TO_BE_DECIDED for name in names):
        return None
    home, away = map(spelled, names)
    teams = teams_of(home, away, (side.detail("team.id", Node.id) for side in sides))
    clock = game if game.find("status") else node
    status, phase, name = _status(clock)
    at = node.at("date").moment()
    day = at.astimezone(AMSTERDAM).date()
    round_ = _round(node, slug)
    undecided = game.find("timeValid")
    match = Match(
        competition=COMPETITIONS[slug],
        season=season_at(node, "season.year", day),
        round=round_,
        home=home,
        away=away,
        status=status,
        date=day,
        kick_off=None if undecided is not None and undecided.value is False else at,
        leg={1: Leg.FIRST, 2: Leg.SECOND}.get(game.number_at("leg.value") or 0),
        neutral=round_.kind is RoundKind.FINAL,
        venue=game.text_at("venue.fullName"),
        city=game.text_at("venue.address.city"),
        source=NAME,
    )
    check_season(match)
    events = game.items_at("details")
    match = replace(match, goals=goals_of(events, teams))
    match = with_plausible_goals(_with_scores(match, _Scores(sides, phase, name, bool(events))))
    observation = Observation(
        match=match,
        phase=phase,
        minute=clock_at(clock, "status.displayClock")[0] if status is Status.LIVE else None,
        red_cards=red_cards_of(events, teams),
    )
    return EspnMatch(node.detail("id", Node.id) or "", slug, teams, observation)


def _sides(game: Node) -> tuple[Node, Node]:
    """The home side and the away side, however they are listed."""
    found = {side.text_at("homeAway").casefold(): side for side in game.at("competitors").items()}
    if not found.keys() >= {"home", "away"}:
        raise PayloadError(f"'{game.way}.competitors' are not a home and an away side")
    return found["home"], found["away"]


def _status(node: Node) -> tuple[Status, Phase | None, str]:
    """Status, phase and ESPN's name of it; of a name that is new to us its `state` tells whether it is on."""
    name = node.text_at("status.type.name").upper().removeprefix("STATUS_")
    if name in STATUSES:
        return STATUSES[name], None, name
    if name in PHASES:
        return Status.LIVE, PHASES[name], name
    state = node.at("status.type.state").text().casefold()
    if state not in _STATES:
        raise PayloadError(f"status '{name}' is not known")
    if name not in _ANYWHEN:
        node.dropped.append(f"status '{name}' is not known: its state is '{state}'")
    live = _STATES[state] is Status.LIVE
    return _STATES[state], _PERIODS.get(node.number_at("status.period") or 0) if live else None, name


def _round(node: Node, slug: str) -> Round:
    text = node.text_at("season.slug").casefold()
    if slug.endswith(QUALIFYING):
        words = {word.rstrip("s") for word in text.replace("play-off", "playoff").split("-")}
        for word, kind in QUALIFYING_ROUNDS.items():
            if word in words:
                return Round(kind)
    elif text in ROUNDS:
        return Round(ROUNDS[text])
    node.dropped.append(f"round '{text}' is not known: its matches are placed by their clubs alone")
    return UNKNOWN_ROUND


@dataclass(frozen=True, slots=True)
class _Scores:
    """What a scoreboard says of the score: `score` is the total so far, `shootoutScore` the kicks."""

    sides: tuple[Node, Node]
    phase: Phase | None
    name: str
    has_timeline: bool

    def score(self, read: Callable[[Node], int | None]) -> Score | None:
        home, away = map(read, self.sides)
        return None if home is None or away is None else Score(home, away)

    @property
    def penalties(self) -> Score | None:
        kicks = self.score(lambda side: side.number_at("shootoutScore"))
        over = self.name == FINAL_PEN or (kicks is not None and not kicks.is_level and self.phase is None)
        return kicks if over or self.phase is Phase.SHOOT_OUT else None


def _with_scores(match: Match, scores: _Scores) -> Match:
    if match.status in _NO_SCORE or not any(side.find("score") for side in scores.sides):
        return match
    total = Score(*(side.at("score").number() for side in scores.sides))
    penalties = scores.penalties
    if penalties is not None and scores.has_timeline:
        total = _without_kicks(match, total, penalties)
    late = any((goal.minute or 0) > _NINETY for goal in match.goals)
    if not (late or penalties or scores.phase in AFTER_90 or scores.name in {FINAL_AET, FINAL_PEN}):
        return replace(match, full_time=total)
    match = replace(match, extra_time=total, penalties=penalties)
    goals = with_plausible_goals(match).goals
    if len(goals) < total.home + total.away or any(goal.minute is None for goal in goals):
        return match
    early = [goal.club for goal in goals if (goal.minute or 0) <= _NINETY]
    return replace(match, full_time=Score(early.count(match.home), early.count(match.away)))


def _without_kicks(match: Match, total: Score, kicks: Score) -> Score:
    """The score without the shoot-out, which ESPN adds to it now and then while it goes on."""
    listed = Score(len(match.goals_of(match.home)), len(match.goals_of(match.away)))
    return listed if listed != total and listed + kicks == total else total

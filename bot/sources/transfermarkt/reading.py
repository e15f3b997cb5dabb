"""A game of transfermarkt-datasets with its events, read into our model. The checklist stands in `client`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.football.competitions import ROWS
from bot.football.model import (
    Club,
    Competition,
    Derived,
    Goal,
    GoalKind,
    Leg,
    Match,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.football.rules import extra_time_comes_first
from bot.sources.payload import LAST_MINUTE, PayloadError
from bot.sources.reading import check_season, spelled
from bot.sources.transfermarkt.rounds import round_and_leg

NAME = "transfermarkt"
COMPETITIONS: Mapping[str, Competition] = {
    code: competition for competition, row in ROWS.items() for code in row.transfermarkt
}
GAME_COLUMNS = (
    *("game_id", "competition_id", "season", "round", "date", "stadium"),
    *("home_club_id", "away_club_id", "home_club_goals", "away_club_goals"),
    *("home_club_name", "away_club_name"),
)
EVENT_COLUMNS = ("game_id", "type", "minute", "club_id", "club_name", "player_id", "description")
PLAYER_COLUMNS = ("player_id", "name")
GOALS, SHOOT_OUT = "Goals", "Shootout"
_SCORED = "scored"
_NINETY = 90
_KINDS = {"own-goal": GoalKind.OWN_GOAL, "penalty": GoalKind.PENALTY}


@dataclass(frozen=True, slots=True)
class GameRow:
    """A row of `games`, in the order of GAME_COLUMNS."""

    id: str
    competition_id: str
    season: str
    round: str
    date: str
    stadium: str
    home_id: str
    away_id: str
    home_goals: str
    away_goals: str
    home_name: str
    away_name: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """A goal or a kick of a shoot-out."""

    type: str
    minute: str
    club_id: str
    player_id: str
    description: str

    @property
    def what(self) -> str:
        """The first thing that the description says: `, Penalty, 4. Goal of the Season Assist: …`."""
        return self.description.partition("Assist:")[0].strip(" ,").partition(",")[0].strip().casefold()


def match_of(
    game: GameRow, events: Sequence[EventRow], names: Mapping[str, str], players: Mapping[str, str]
) -> Match:
    """The match with its score, shoot-out and goals; PayloadError where one can't be scored from another."""
    match = _without_scores(game, names)
    check_season(match)
    if not (game.home_goals and game.away_goals):
        return match
    total = Score(_number(game.home_goals), _number(game.away_goals))
    kicks = _kicks(game, events)
    goals = [event for event in events if event.type == GOALS]
    for score in _possible_scores(total, kicks):
        for turned in (False, True):
            scored = tuple(_goal(event, game, match, players, turned=turned) for event in goals)
            if Score(*(sum(goal.club == club for goal in scored) for club in match.clubs)) == score:
                return _with_scores(replace(match, goals=_in_order(scored)), score, kicks)
    if kicks is None and (match.round.kind.is_table or match.leg is Leg.FIRST):
        return replace(match, status=Status.PLAYED, full_time=total)
    raise PayloadError(f"its goals don't make {total}, which may have a shoot-out in it")


def _without_scores(game: GameRow, names: Mapping[str, str]) -> Match:
    competition = COMPETITIONS[game.competition_id]
    season = Season(_number(game.season))
    round_, leg = round_and_leg(game.round, competition, season, qualifying=game.competition_id.endswith("Q"))
    home, away = (
        _club(names.get(number) or name)
        for number, name in ((game.home_id, game.home_name), (game.away_id, game.away_name))
    )
    if home == away or game.home_id == game.away_id:
        raise PayloadError("a club plays against itself")
    try:
        day = date.fromisoformat(game.date[:10])
    except ValueError:
        raise PayloadError(f"'{game.date[:20]}' is no day") from None
    return Match(
        competition=competition,
        season=season,
        round=round_,
        home=home,
        away=away,
        status=Status.SCHEDULED,
        date=day,
        leg=leg,
        neutral=round_.kind is RoundKind.FINAL,
        venue=game.stadium,
        source=NAME,
    )


def _club(name: str) -> Club:
    if not name:
        raise PayloadError("a club has no name")
    return spelled(name)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > len("2026"):
        raise PayloadError(f"'{text[:20]}' is no number")
    return int(text)


def _possible_scores(total: Score, kicks: Score | None) -> Iterable[Score]:
    """`games` adds a shoot-out to the score; should that change one day, the goals say so."""
    if kicks is not None and kicks.home <= total.home and kicks.away <= total.away:
        yield Score(total.home - kicks.home, total.away - kicks.away)
    yield total


def _kicks(game: GameRow, events: Sequence[EventRow]) -> Score | None:
    """The score of the shoot-out; PayloadError where its kicks don't decide it."""
    if all(event.type != SHOOT_OUT for event in events):
        return None
    scored = [event.club_id for event in events if event.type == SHOOT_OUT and event.what == _SCORED]
    score = Score(scored.count(game.home_id), scored.count(game.away_id))
    if score.is_level:
        raise PayloadError(f"its shoot-out ends {score}: kicks are missing")
    return score


def _goal(event: EventRow, game: GameRow, match: Match, players: Mapping[str, str], *, turned: bool) -> Goal:
    """A goal for the club that the file names; for its opponent where own goals are `turned`.

    The file names the club on whose side an own goal counts, as we do. Should one name the scorer's own club,
    its goals make the score only when they are turned round.
    """
    clubs = {game.home_id: match.home, game.away_id: match.away}
    if event.club_id not in clubs:
        raise PayloadError(f"a goal of club {event.club_id}, which does not play")
    kind = _KINDS.get(event.what, GoalKind.OPEN_PLAY)
    club = clubs[event.club_id]
    if turned and kind is GoalKind.OWN_GOAL:
        club = match.opponent_of(club)
    minute = int(event.minute) if event.minute.isascii() and event.minute.isdigit() else 0
    return Goal(
        club,
        players.get(event.player_id),
        minute if 0 < minute <= LAST_MINUTE else None,
        kind=kind,
    )


def _in_order(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """The file has no order of its own, and caps stoppage time at the end of its half."""
    return tuple(sorted(goals, key=lambda goal: (goal.minute is None, goal.minute or 0)))


def _with_scores(match: Match, score: Score, kicks: Score | None) -> Match:
    """The score after 90 and 120 minutes; extra time without a goal always ends in a shoot-out."""
    match = replace(match, status=Status.PLAYED, penalties=kicks)
    straight = not extra_time_comes_first(match.competition, match.season)
    late = [goal for goal in match.goals if (goal.minute or 0) > _NINETY]
    if straight or not (late or kicks):
        unsure = any(goal.minute is None for goal in match.goals)
        return replace(match, full_time=score, derived=frozenset({Derived.FULL_TIME} if unsure else ()))
    if any(goal.minute is None for goal in match.goals):
        return replace(match, extra_time=score)
    early = [goal.club for goal in match.goals if goal not in late]
    return replace(
        match,
        full_time=Score(early.count(match.home), early.count(match.away)),
        extra_time=score,
        derived=frozenset({Derived.FULL_TIME}),
    )

"""What a summary of ESPN adds to a match of its scoreboard: scorers, the 90 minutes, the kicks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.football.events.observations import Observation, Phase
from bot.football.events.scorers import with_plausible_goals
from bot.football.model import Goal, Match, Score, Status
from bot.sources.espn.events import first, goals_of, kicks_at, red_cards_of
from bot.sources.payload import Node
from bot.sources.reading import Teams

AFTER_90 = {Phase.EXTRA_TIME, Phase.SHOOT_OUT}
_HALVES = 2
_PERIODS_PLAYED = 4
"""The halves, and those of extra time; what follows them is the shoot-out."""


@dataclass(frozen=True, slots=True)
class EspnMatch:
    """A match with its number and the slug under which its summary is asked for."""

    id: str
    slug: str
    teams: Teams
    observation: Observation

    @property
    def needs_summary(self) -> bool:
        """Whether the scoreboard leaves open what a summary can tell: scorers, the 90 minutes, the kicks."""
        match, phase = self.observation.match, self.observation.phase
        if match.status is Status.LIVE:
            return phase in AFTER_90
        unknown_90 = match.extra_time is not None and match.full_time is None
        kicks_missing = match.penalties is not None and not self.observation.kicks
        return match.has_result and (not match.scorers_known or unknown_90 or kicks_missing)

    def with_facts_of(self, before: EspnMatch) -> EspnMatch:
        """The same with what an earlier summary told, as far as the score still has it."""
        new, old = self.observation, before.observation
        match = replace(new.match, goals=_fuller(new.match, new.match.goals, old.match.goals))
        if match.extra_time is not None and match.full_time is None and old.match.extra_time is not None:
            match = replace(match, full_time=old.match.full_time)
        new = replace(
            new,
            match=with_plausible_goals(replace(match, half_time=match.half_time or old.match.half_time)),
            red_cards=new.red_cards or old.red_cards,
            kicks=new.kicks or (old.kicks if match.penalties == old.match.penalties else ()),
        )
        return replace(self, id=self.id or before.id, observation=new)


def with_summary(match: EspnMatch, payload: object) -> tuple[EspnMatch, tuple[str, ...]]:
    """The match with the goals, cards, kicks and 90 minutes of its summary, and what could not be read of it.

    Clubs are found by their numbers: a summary spells some of them in another way than a scoreboard.
    """
    node = Node(payload)
    observed = match.observation
    events = node.items_at("keyEvents")
    goals = _fuller(observed.match, goals_of(events, match.teams), observed.match.goals)
    played = replace(observed.match, goals=goals)
    played = node.or_dropped(lambda summary: _with_periods(played, summary, match.teams)) or played
    observed = replace(
        observed,
        match=played,
        red_cards=red_cards_of(events, match.teams) or observed.red_cards,
        kicks=kicks_at(node, match.teams) or observed.kicks,
    )
    problems = tuple(f"{match.slug} {match.id}: {problem}" for problem in dict.fromkeys(node.dropped))
    return replace(match, observation=observed), problems


def _with_periods(match: Match, summary: Node, teams: Teams) -> Match:
    """The match with its first half and its 90 minutes, where the goals of its periods make its score."""
    sides = {
        side.detail("team.id", Node.id): [_goals_in(period) for period in side.items_at("linescores")]
        for side in first(summary.at("header.competitions")).items_at("competitors")
    }
    scored = {club: sides.get(number, []) for number, club in teams.by_number.items()}
    home, away = (scored.get(club, []) for club in match.clubs)
    periods = list(map(Score, home, away))[:_PERIODS_PLAYED]
    if len(periods) < _HALVES or sum(periods, start=Score(0, 0)) != match.score:
        return match
    match = replace(match, half_time=match.half_time or periods[0])
    return match if match.extra_time is None else replace(match, full_time=periods[0] + periods[1])


def _goals_in(period: Node) -> int:
    return (period.find("displayValue") or period.at("value")).number()


def _fuller(match: Match, goals: tuple[Goal, ...], others: tuple[Goal, ...]) -> tuple[Goal, ...]:
    """Of two lists of goals the longer one, as far as the score has room for them."""
    these, those = (with_plausible_goals(replace(match, goals=found)).goals for found in (goals, others))
    return those if len(those) > len(these) else these

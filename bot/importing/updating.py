"""What sources tell of whole seasons, into the database at once, and what changed by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.database.results.results import Conflict, Results
from bot.database.results.saving import Origin, Summary
from bot.football.events.decide import decide
from bot.football.events.observations import Observation
from bot.football.model import Competition, Match, Season, Status
from bot.football.season.as_of import starts_at
from bot.importing.observations import LiveImport
from bot.importing.origins import DOUBTED

RECENT = timedelta(hours=40)
"""So long after its kick-off a match may still be going on, as far as a source tells."""


@dataclass(frozen=True, slots=True)
class SeasonChanges:
    """What is new in one season of a competition; the numbers are matches."""

    competition: Competition
    season: Season
    added: int = 0
    results: int = 0
    """That had none before."""
    corrected: int = 0
    scorers: int = 0
    """Of which every goal is there now, and was not before."""
    conflicts: tuple[Conflict, ...] = ()

    def __str__(self) -> str:
        parts = [
            f"{number} {name if number == 1 else plural}"
            for number, name, plural in (
                (self.added, "match added", "matches added"),
                (self.results, "new result", "new results"),
                (self.corrected, "result corrected", "results corrected"),
                (self.scorers, "match with its scorers", "matches with their scorers"),
                (len(self.conflicts), "conflict", "conflicts"),
            )
            if number
        ]
        return f"{self.competition} {self.season}: {', '.join(parts) or 'nothing new'}"


@dataclass(slots=True)
class Update:
    """One update of a database: it takes reports in, and tells at the end what they changed."""

    live_import: LiveImport
    now: datetime
    summary: Summary = field(default_factory=Summary, init=False)
    """What was saved so far."""
    _before: dict[tuple[Competition, Season], Sequence[Match]] = field(default_factory=dict, init=False)
    _conflicts: frozenset[Conflict] = field(init=False)

    def __post_init__(self) -> None:
        self._conflicts = frozenset(self.live_import.conflicts())

    def watch(self, competition: Competition, season: Season) -> None:
        """Note how a season stands before the first report of it."""
        if (competition, season) not in self._before:
            self._before[competition, season] = self._matches(competition, season)

    def take(self, observations: Sequence[Observation], origin: Origin) -> tuple[str, ...]:
        """Save what can be believed of a report; the problems of the rest."""
        recognised = self.live_import.recognise(observations)
        believed = self._believed(recognised.observations)
        self.summary += self.live_import.save(believed, origin, self.now, live=False)
        doubted = replace(origin, authority=DOUBTED)
        self.summary += self.live_import.save(recognised.doubted, doubted, self.now, live=False)
        self.live_import.results.refresh()
        return recognised.problems

    def changes(self) -> list[SeasonChanges]:
        """Per season what changed, in the order in which they were first watched."""
        new = [conflict for conflict in self.live_import.conflicts() if conflict not in self._conflicts]
        return [
            _changes(season, before, self._matches(*season), new) for season, before in self._before.items()
        ]

    def _believed(self, observations: Sequence[Observation]) -> list[Match]:
        """What is over for long as it is told, and what may still go on as a first look at it shows."""
        recent = [shown for shown in observations if _is_recent(shown.match, self.now)]
        fixtures = {
            (shown.match.competition, shown.match.season)
            for shown in recent
            if shown.match.status is Status.PLAYED
        }
        stored = [match for season in fixtures for match in self._matches(*season)]
        first_looks = decide(recent, {}, self.now, stored).states
        settled = [
            shown.match
            for shown in observations
            if not _is_recent(shown.match, self.now)
            and (shown.match.score or shown.match.status is not Status.PLAYED)
        ]
        return [*settled, *(state.observation.match for state in first_looks.values())]

    def _matches(self, competition: Competition, season: Season) -> Sequence[Match]:
        return Results(self.live_import.db).season_matches(competition, season)


def _is_recent(match: Match, now: datetime) -> bool:
    start = starts_at(match)
    return start is not None and start <= now < start + RECENT


def _changes(
    season: tuple[Competition, Season],
    before: Sequence[Match],
    after: Sequence[Match],
    conflicts: Iterable[Conflict],
) -> SeasonChanges:
    old = _by_meeting(before)
    now = _by_meeting(after)
    both = [(old[key], now[key]) for key in now if key in old]
    results = [(was, match) for was, match in both if match.has_result]
    added = [match for key, match in now.items() if key not in old]
    return SeasonChanges(
        *season,
        added=len(after) - len(before),
        results=sum(not was.has_result for was, _ in results) + sum(match.has_result for match in added),
        corrected=sum(was.has_result and was.score != match.score for was, match in results),
        scorers=sum(_has_scorers(match) and not _has_scorers(was) for was, match in results)
        + sum(map(_has_scorers, added)),
        conflicts=tuple(
            conflict for conflict in conflicts if (conflict.competition, conflict.season) == season
        ),
    )


def _has_scorers(match: Match) -> bool:
    return match.has_result and match.scorers_known and bool(match.goals)


def _by_meeting(matches: Iterable[Match]) -> Mapping[tuple[object, ...], Match]:
    """The matches by what does not change when more is learned of them; clubs that met again count on."""
    found: dict[tuple[object, ...], Match] = {}
    for match in matches:
        meeting = (match.round.kind, match.home.id, match.away.id)
        again = sum(key[:3] == meeting for key in found) if (*meeting, 0) in found else 0
        found[*meeting, again] = match
    return found

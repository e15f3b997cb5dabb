"""Matches put beside those that are known: what is new, what changed, what is contradicted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from sqlite_utils import Database

from bot.database.results.results import Results
from bot.database.results.writing import add_match, change_match, save_conflict
from bot.football.dataset.merging import Disagreement, facts_that_differ, merge
from bot.football.dataset.pairing import pair
from bot.football.model import Competition, Match, Season


@dataclass(frozen=True, slots=True)
class Origin:
    """Where facts come from, and how much they are believed when sources disagree."""

    name: str
    authority: int


@dataclass(slots=True)
class Summary:
    """What one import did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    conflicts: int = 0
    new_clubs: int = 0
    unplaced: tuple[Match, ...] = ()
    """Matches whose round the source doesn't tell and that no known match answers to."""

    def __str__(self) -> str:
        """One line, for whoever ran the import."""
        parts = [
            f"{self.added} added",
            f"{self.changed} changed",
            f"{self.unchanged} unchanged",
            f"{self.conflicts} conflicts",
        ]
        if self.new_clubs:
            parts.append(f"{self.new_clubs} new clubs")
        if self.unplaced:
            first = self.unplaced[0]
            example = f"{first.home.name} – {first.away.name}, {first.date}"
            parts.append(f"{len(self.unplaced)} without a known round left out (the first: {example})")
        return ", ".join(parts)

    def __add__(self, other: Summary) -> Summary:
        return Summary(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.conflicts + other.conflicts,
            self.new_clubs + other.new_clubs,
            (*self.unplaced, *other.unplaced),
        )


def save_matches(db: Database, matches: Sequence[Match], origin: Origin) -> Summary:
    """Put matches beside what is known: new ones are added, others merged by their sources' authority."""
    summary = Summary()
    in_order = sorted(matches, key=_season_of)
    for (competition, season), reported in groupby(in_order, key=_season_of):
        summary += _save_season(db, Competition(competition), Season(season), list(reported), origin)
    return summary


def _season_of(match: Match) -> tuple[str, int]:
    return (match.competition.code, match.season.start_year)


@dataclass(slots=True)
class _Working:
    """A match while an import goes over it; no id before it is saved."""

    id: int | None
    authority: int
    before: Match | None
    now: Match
    disputed: list[tuple[Disagreement, str, str]] = field(default_factory=list)
    """Each with the source believed and the source refused."""
    reported: bool = False
    """Whether this import told of it before."""


def _save_season(
    db: Database, competition: Competition, season: Season, reported: list[Match], origin: Origin
) -> Summary:
    stored = Results(db).stored_matches(competition, season)
    reported = [replace(match, source=match.source or origin.name) for match in reported]
    working = {
        id(stored_match.match): _Working(
            stored_match.id, stored_match.authority, stored_match.match, stored_match.match
        )
        for stored_match in stored
    }
    unplaced = []
    for match, found in pair([stored_match.match for stored_match in stored], reported):
        if found is not None and id(found) in working:
            _put_together(working[id(found)], match, origin)
        elif match.round.is_unknown:
            unplaced.append(match)
        else:
            working[id(match)] = _Working(None, origin.authority, None, match, reported=True)
    summary = Summary(unplaced=tuple(unplaced))
    for work in working.values():
        _save(db, work, summary)
    summary.unchanged = len(reported) - summary.added - summary.changed - len(unplaced)
    return summary


def _put_together(working: _Working, reported: Match, origin: Origin) -> None:
    before = working.now
    newly_played = reported.has_result and not before.has_result
    told_wins = newly_played or (origin.authority >= working.authority and not _repeats(working, reported))
    merged = merge(before, reported, told_wins=told_wins)
    believed, refused = (reported.source, before.source) if told_wins else (before.source, reported.source)
    # A source that tells another result later corrects itself; one that tells two at once contradicts itself.
    contradicted = merged.disagreements if believed != refused or working.reported else ()
    working.disputed += [(field, believed, refused) for field in contradicted]
    working.reported = True
    if merged.match != before:
        # A fixture list's authority says nothing about the result.
        working.authority = origin.authority if newly_played else max(working.authority, origin.authority)
    working.now = merged.match


def _repeats(working: _Working, reported: Match) -> bool:
    """Whether one source told of the match before, for another day: then the first telling stands."""
    return working.reported and reported.has_result and working.now.date != reported.date


def _is_changed(before: Match, now: Match) -> bool:
    # Most matches of a season are the same object still.
    return now is not before and bool(facts_that_differ(before, now))


def _save(db: Database, working: _Working, summary: Summary) -> None:
    if working.id is None:
        working.id = add_match(db, working.now, working.authority)
        summary.added += 1
    elif working.before is not None and _is_changed(working.before, working.now):
        change_match(db, working.id, working.now, working.authority)
        summary.changed += 1
    for disagreement, kept, refused in working.disputed:
        if save_conflict(db, working.id, disagreement, kept_source=kept, refused_source=refused):
            summary.conflicts += 1

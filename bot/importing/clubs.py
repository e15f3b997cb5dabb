"""The club that a source means by a spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sqlite_utils import Database

from bot.database.results.results import Results
from bot.database.results.writing import save_clubs, save_names, save_pages
from bot.football.model import Club, Match
from bot.football.names.index import ClubElsewhere, ClubName
from bot.football.names.live_spellings import LiveSpellings, live_spellings
from bot.football.names.spellings import SPELLING, Spellings, UnknownSpelling
from bot.sources.errors import SourceError

SHOWN_PROBLEMS = 20
MOST_MEETINGS = 100
"""Of two clubs at the same ground in one season; a list of results with more is none."""


def spellings_of(db: Database) -> Spellings:
    """Every known spelling of the clubs in a database."""
    results = Results(db)
    spellings = Spellings()
    spellings.add_all(results.clubs().values())
    for name in results.names():
        spellings.add(name.club, name.name, name.kind, name.country)
    for page, club in results.pages():
        spellings.add_page(page, club)
    return spellings


def live_spellings_of(db: Database) -> LiveSpellings:
    """What live sources may write for the clubs in a database."""
    results = Results(db)
    names = [ClubName(row.club, row.name, row.kind, row.shared) for row in results.names()]
    names += [ClubName(club, club.name) for club in results.clubs().values()]
    elsewhere = [ClubElsewhere(*row) for row in results.elsewhere()]
    return live_spellings(spellings_of(db), names, elsewhere)


def find_clubs(
    db: Database, matches: Iterable[Match], spellings: Spellings, *, place: str, new_clubs: bool = False
) -> list[Match]:
    """The same matches with our clubs in the place of spellings.

    Raises SourceError with the nearest names for every spelling that stands for no club, unless new clubs
    may be added: then such a club is saved under its name as written.
    """
    found: dict[Club, Club] = {}
    unknown: dict[Club, UnknownSpelling] = {}
    added: list[Club] = []
    matches = list(matches)
    _refuse_endless_meetings(matches, place)
    all_written = dict.fromkeys(club for match in matches for club in match.clubs)
    # Those without a country come last: another row of the same file may tell where the club is from.
    for written in sorted(all_written, key=lambda club: not club.country):
        club = spellings.find_written(written)
        # Two pages are two clubs, also where both are shown alike.
        if isinstance(club, Club) and not (written.shown and club in added):
            found[written] = club
        elif new_clubs and (isinstance(club, Club) or not club.shared):
            found[written] = spellings.new_club(written.shown or written.name, written.country)
            added.append(found[written])
        elif not isinstance(club, Club):
            unknown[written] = club
    if unknown:
        raise SourceError(place, _reason(spellings, tuple(unknown.values())))
    save_clubs(db, added)
    save_names(db, [(club.id, club.name, SPELLING, "", False) for club in added])
    new = set(added)
    save_pages(
        db, [(written.name, club.id) for written, club in found.items() if written.shown and club in new]
    )
    return [with_clubs(match, found) for match in matches]


def with_clubs(match: Match, found: dict[Club, Club]) -> Match:
    """One match with other clubs in the place of its own."""
    return replace(
        match,
        home=found[match.home],
        away=found[match.away],
        winner=found[match.winner] if match.winner else None,
        goals=tuple(replace(goal, club=found[goal.club]) for goal in match.goals),
    )


def club_of(spellings: Spellings, name: str, country: str, place: str) -> Club:
    """The only club so written; SourceError with the nearest names otherwise."""
    club = spellings.find(name, country)
    if isinstance(club, UnknownSpelling):
        raise SourceError(place, _reason(spellings, (club,)))
    return club


def _refuse_endless_meetings(matches: list[Match], place: str) -> None:
    meetings = Counter((match.competition, match.season, match.home, match.away) for match in matches)
    for (_, season, home, away), times in meetings.most_common(1):
        if times > MOST_MEETINGS:
            raise SourceError(
                place, f"{home.name} - {away.name} {times:,} times in {season}: this is no list of results"
            )


def _reason(spellings: Spellings, unknown: tuple[UnknownSpelling, ...]) -> str:
    shown = "; ".join(str(spellings.with_nearest(spelling)) for spelling in unknown[:SHOWN_PROBLEMS])
    more = f"; and {len(unknown) - SHOWN_PROBLEMS} more" if len(unknown) > SHOWN_PROBLEMS else ""
    advice = ["add the spelling to data/facts/club_names.csv, or import with --new-clubs"]
    if any(spelling.shared for spelling in unknown):
        advice = ["give the country of a name that several clubs share", *advice]
    return f"{shown}{more}. What to do: {'; '.join(advice)}."

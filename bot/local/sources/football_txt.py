"""Matches as openfootball would write them: a file for each competition, results only once they are final."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.football.competitions import ROWS, name_of
from bot.football.model import (
    AMSTERDAM,
    Club,
    Leg,
    Match,
    RoundKind,
    Season,
    Status,
)

FILES = {row.football_txt: competition for competition, row in ROWS.items() if row.football_txt}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ROUNDS = {
    RoundKind.PRELIMINARY: "Preliminary Round",
    RoundKind.QUALIFYING_1: "Round 1",
    RoundKind.QUALIFYING_2: "Round 2",
    RoundKind.QUALIFYING_3: "Round 3",
    RoundKind.PLAY_OFF: "Play-offs",
    RoundKind.GROUP: "Group",
    RoundKind.LEAGUE: "League phase",
    RoundKind.KNOCKOUT_PLAY_OFF: "Knockout Playoffs",
    RoundKind.LAST_32: "Round of 32",
    RoundKind.LAST_16: "Round of 16",
    RoundKind.QUARTER_FINAL: "Quarterfinals",
    RoundKind.SEMI_FINAL: "Semifinals",
    RoundKind.FINAL: "Final",
}
_LEGS = {Leg.FIRST: " - 1st Leg", Leg.SECOND: " - 2nd Leg", Leg.REPLAY: " - Replay"}
_NOTES = {
    Status.POSTPONED: " [postponed]",
    Status.CANCELLED: " [cancelled]",
    Status.AWARDED: " [awarded]",
    Status.WALKOVER: " [walkover]",
    Status.ABANDONED: " [abandoned]",
}


def matches_of_file(name: str, season: Season, matches: Iterable[Match]) -> list[Match]:
    """The matches that stand in a file: `cl`, `el`, `conf`, or for the qualifying `clq`, `elq`, `confq`."""
    qualifying = name.endswith("q")
    competition = FILES.get(name.removesuffix("q"))
    return [
        match
        for match in matches
        if (match.competition, match.season) == (competition, season)
        and match.round.kind.is_qualifying is qualifying
        and match.round.kind in _ROUNDS
    ]


def football_txt(matches: Sequence[Match]) -> str:
    """The file of these matches, all of one competition and season."""
    first = matches[0]
    quali = " - Quali" if first.round.kind.is_qualifying else ""
    lines = [f"= UEFA {name_of(first.competition, first.season, 'en')}{quali} {first.season}", ""]
    header = ""
    for match in sorted(matches, key=_place):
        if _header(match) != header:
            header = _header(match)
            lines += ["", f"» {header}"]
        lines += _lines(match)
    return "\n".join([*lines, ""])


def _place(match: Match) -> tuple[object, ...]:
    return (match.round.order, _header(match), match.date or match.season.start_year, match.home.name)


def _header(match: Match) -> str:
    name = f"{_ROUNDS[match.round.kind]} {match.round.label}".rstrip()
    day = f", Matchday {match.matchday}" if match.matchday and not match.leg else ""
    return f"{name}{_LEGS[match.leg] if match.leg else day}"


def _lines(match: Match) -> list[str]:
    time = ""
    local = match.kick_off.astimezone(AMSTERDAM) if match.kick_off else None
    day = local.date() if local else match.date
    lines = []
    if day:
        lines.append(f"  {_DAYS[day.weekday()]} {_MONTHS[day.month - 1]}/{day.day} {day.year}")
    if local:
        time = f"{local:%H.%M}  "
    clubs = f"{_club(match.home)} v {_club(match.away)}"
    return [*lines, f"    {time}{clubs}  {_score(match)}{_NOTES.get(match.status, '')}".rstrip()]


def _club(club: Club) -> str:
    return f"{club.name} ({club.country})" if club.country else club.name


def _score(match: Match) -> str:
    """`4-2 pen. 1-0 a.e.t. (1-0, 1-0)`: the latest first, 90 minutes and half-time in brackets."""
    if not match.has_result or match.score is None:
        return ""
    half = f", {match.half_time}" if match.half_time else ""
    pens = f"{match.penalties} pen. " if match.penalties else ""
    if match.extra_time is not None:
        return f"{pens}{match.extra_time} a.e.t. ({match.full_time}{half})"
    if pens:
        return f"{pens}({match.full_time}{half})"
    return f"{match.full_time} ({match.half_time})" if match.half_time else f"{match.full_time}"

"""Matches as Wikipedia writes them: an article for each part of a season, a box for each match."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from bot.football.model import AMSTERDAM, Club, Goal, GoalKind, Leg, Match, RoundKind, Score, Status

_LEAGUE, _GROUPS, _KNOCKOUT, _QUALIFYING = "league phase", "group stage", "knockout phase", "qualifying"
_FIRST_PHASES = 1999
"""The first season whose knockout rounds have an article of their own."""
_HEADINGS = {
    RoundKind.PRELIMINARY: "Preliminary round",
    RoundKind.QUALIFYING_1: "First qualifying round",
    RoundKind.QUALIFYING_2: "Second qualifying round",
    RoundKind.QUALIFYING_3: "Third qualifying round",
    RoundKind.PLAY_OFF: "Play-off round",
    RoundKind.FIRST: "First round",
    RoundKind.SECOND: "Second round",
    RoundKind.THIRD: "Third round",
    RoundKind.GROUP: "Group stage",
    RoundKind.SECOND_GROUP: "Second group stage",
    RoundKind.LEAGUE: "Matches",
    RoundKind.KNOCKOUT_PLAY_OFF: "Knockout phase play-offs",
    RoundKind.LAST_64: "Round of 64",
    RoundKind.LAST_32: "Round of 32",
    RoundKind.LAST_16: "Round of 16",
    RoundKind.QUARTER_FINAL: "Quarter-finals",
    RoundKind.SEMI_FINAL: "Semi-finals",
    RoundKind.FINAL: "Final",
}
_LEGS = {Leg.FIRST: "First leg", Leg.SECOND: "Second leg", Leg.REPLAY: "Replay"}
_NOTES = {GoalKind.OPEN_PLAY: "", GoalKind.PENALTY: "pen.", GoalKind.OWN_GOAL: "o.g."}
_STATUSES = {Status.POSTPONED: "Postponed", Status.CANCELLED: "Cancelled", Status.ABANDONED: "Abandoned"}


def part_of(match: Match) -> str:
    """The article in which a match stands, by the words behind the name of the competition."""
    kind = match.round.kind
    if kind.is_qualifying:
        return _QUALIFYING
    if kind is RoundKind.LEAGUE:
        return _LEAGUE
    if kind.is_table:
        return _GROUPS
    return _KNOCKOUT if match.season.start_year >= _FIRST_PHASES else ""


def article(matches: Sequence[Match]) -> str:
    """The article of these matches, all of one part of a season."""
    lines = ["{{Short description|Football}}", "{{Use dmy dates|date=July 2026}}", ""]
    in_order = sorted(matches, key=_place)
    for kind, of_kind in groupby(in_order, key=lambda match: match.round.kind):
        lines += [f"=={_HEADINGS.get(kind, kind.value)}=="]
        for heading, under in groupby(of_kind, key=_subheading):
            lines += [f"==={heading}==="] if heading else []
            lines += ["\n----\n".join(map(box, under)), ""]
    return "\n".join(lines)


def box(match: Match) -> str:
    """A match as its articles have it since 2026: one parameter a line, the values under each other."""
    local = match.kick_off.astimezone(AMSTERDAM) if match.kick_off else None
    day = local.date() if local else match.date
    rows = {
        "date": f"{{{{Start date|{day.year}|{day.month}|{day.day}|df=y}}}}" if day else "",
        "time": f"{local:%H:%M}" if local else "",
        "team1": f"{_link(match.home)} {{{{fbaicon|{match.home.country}}}}}",
        "score": _score(match),
        "team2": f"{{{{fbaicon|{match.away.country}}}}} {_link(match.away)}",
        "goals1": _goals(match.goals_of(match.home)),
        "goals2": _goals(match.goals_of(match.away)),
        "stadium": ", ".join(f"[[{place}]]" for place in (match.venue, match.city) if place),
        "attendance": "<!-- <ref></ref> -->",
        "referee": "",
    }
    if match.extra_time is not None:
        rows["aet"] = "yes"
    if match.penalties is not None:
        rows["penaltyscore"] = _dashed(match.penalties)
    return "\n".join(
        [
            "{{#invoke:Football box|main",
            *(f"|{name:<10} = {text}".rstrip() for name, text in rows.items()),
            "}}",
        ]
    )


def _place(match: Match) -> tuple[object, ...]:
    return (match.round.order[0], _subheading(match), str(match.date or ""), match.home.name)


def _subheading(match: Match) -> str:
    if match.round.kind is RoundKind.LEAGUE and match.matchday:
        return f"Matchday {match.matchday}"
    if match.round.kind.is_table:
        return f"Group {match.round.label}".rstrip()
    return _LEGS.get(match.leg, "") if match.leg else ""


def _link(club: Club) -> str:
    return f"[[{club.name}]]"


def _score(match: Match) -> str:
    if match.score is None or match.status.is_to_begin:
        return _STATUSES.get(match.status, "")
    return _dashed(match.score)


def _dashed(score: Score) -> str:
    return f"{score.home}–{score.away}"


def _goals(goals: Iterable[Goal]) -> str:
    """A line for each scorer, with all minutes: `*[[Name]] {{goal|45+5|pen.|88}}`."""
    by_scorer: dict[str, list[Goal]] = {}
    for goal in goals:
        by_scorer.setdefault(goal.scorer or "", []).append(goal)
    lines = [
        f"*[[{scorer}]] {{{{goal|{'|'.join(_minutes(of_scorer))}}}}}"
        for scorer, of_scorer in by_scorer.items()
        if scorer
    ]
    return "".join(f"\n{line}" for line in lines)


def _minutes(goals: Sequence[Goal]) -> list[str]:
    """Minutes in turn with notes; a note that is empty at the end is left out."""
    found: list[str] = []
    for goal in goals:
        minute = "" if goal.minute is None else str(goal.minute)
        found += [f"{minute}+{goal.stoppage}" if goal.stoppage else minute, _NOTES[goal.kind]]
    if not any(found[1::2]):
        return found[::2]
    return found if found[-1] else found[:-1]

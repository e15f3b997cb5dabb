"""From the database to CSV or JSON: matches and goals as imports read them, ties with outcomes, clubs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from bot.database.results.results import Results
from bot.football.dataset.deriving.groups import has_no_group_name
from bot.football.model import AMSTERDAM, Club, Competition, Match, Score, Season
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import aggregate, outcome
from bot.football.ties.ties import ties_of
from bot.sources import results_csv

MATCH_COLUMNS = results_csv.MATCH_COLUMNS
GOAL_COLUMNS = results_csv.GOAL_COLUMNS
TIE_COLUMNS = (
    *("competition", "season", "round", "club_a", "club_b", "leg1", "leg2", "replay"),
    *("aggregate_a", "aggregate_b", "winner", "decided_by"),
)
CLUB_COLUMNS = ("id", "name", "country", "names")
EXPORTS = ("ties", "matches", "goals", "clubs")

Row = dict[str, str | int | list[str]]


def exported(
    results: Results, what: str, competition: Competition | None, season: Season | None, form: str
) -> str:
    """One of EXPORTS of a competition and season, or of all, as csv or json."""
    matches = tuple(chosen_matches(results, competition, season))
    columns, rows = {
        "ties": (TIE_COLUMNS, tie_rows(matches)),
        "matches": (MATCH_COLUMNS, match_rows(matches)),
        "goals": (GOAL_COLUMNS, goal_rows(matches)),
        "clubs": (CLUB_COLUMNS, club_rows(results, matches)),
    }[what]
    return as_csv(columns, rows) if form == "csv" else as_json(rows)


def chosen_matches(
    results: Results, competition: Competition | None, season: Season | None
) -> Iterator[Match]:
    """Matches of the competitions and seasons asked for, oldest season first."""
    for played, year in sorted(results.seasons(), key=lambda pair: (pair[1], pair[0])):
        if competition in {None, played} and season in {None, year}:
            yield from results.season_matches(played, year)


def match_rows(matches: Iterable[Match]) -> Iterator[Row]:
    """Rows of MATCH_COLUMNS; importing them again changes nothing."""
    for match in matches:
        at = match.kick_off.astimezone(AMSTERDAM) if match.kick_off else None
        yield {
            "competition": match.competition.code,
            "season": match.season.start_year,
            "round": _round_code(match),
            "matchday": _cell(match.matchday),
            "leg": match.leg.value if match.leg else "",
            "date": match.date.isoformat() if match.date else "",
            "time": at.strftime("%H:%M") if at else "",
            "home": match.home.name,
            "home_country": match.home.country,
            "away": match.away.name,
            "away_country": match.away.country,
            "status": match.status.value,
            **_two("ft", match.full_time),
            **_two("ht", match.half_time),
            **_two("aet", match.extra_time),
            **_two("pens", match.penalties),
            "neutral": 1 if match.neutral else "",
            "winner": match.winner.name if match.winner else "",
            "decided_by": match.decided_by.value if match.decided_by else "",
            "venue": match.venue,
            "city": match.city,
            "note": match.note,
        }


def goal_rows(matches: Iterable[Match]) -> Iterator[Row]:
    """Rows of GOAL_COLUMNS in scoring order; with those of `match_rows` they change nothing either."""
    for match in matches:
        for goal in match.goals:
            yield {
                "competition": match.competition.code,
                "season": match.season.start_year,
                "date": match.date.isoformat() if match.date else "",
                "home": match.home.name,
                "away": match.away.name,
                "club": goal.club.name,
                "scorer": goal.scorer or "",
                "minute": _cell(goal.minute),
                "stoppage": _cell(goal.stoppage),
                "kind": goal.kind.value,
                "unmarked": "|".join(sorted(match.unmarked)),
            }


def tie_rows(matches: Iterable[Match]) -> Iterator[Row]:
    """Rows of TIE_COLUMNS: each match as its own home–away score, the outcome empty while undecided."""
    for tie in ties_of(matches):
        legs = legs_of(tie)
        decided = outcome(tie)
        total = aggregate(tie)
        yield {
            "competition": tie.competition.code,
            "season": tie.season.start_year,
            "round": tie.round.code,
            "club_a": tie.club_a.name,
            "club_b": tie.club_b.name,
            "leg1": result_text(legs.first),
            "leg2": result_text(legs.second),
            "replay": _last_result(legs.replays),
            "aggregate_a": total.home if total else "",
            "aggregate_b": total.away if total else "",
            "winner": decided.winner.name if decided else "",
            "decided_by": decided.decided_by.value if decided else "",
        }


def club_rows(results: Results, matches: Iterable[Match]) -> Iterator[Row]:
    """Rows of CLUB_COLUMNS: the clubs of these matches, with every known spelling."""
    spellings: dict[Club, list[str]] = {}
    for name in results.names():
        spellings.setdefault(name.club, []).append(name.name)
    clubs = {club for match in matches for club in match.clubs}
    for club in sorted(clubs, key=lambda club: club.id):
        names = dict.fromkeys(
            [club.name, *([club.dutch_name] if club.dutch_name else []), *spellings.get(club, [])]
        )
        yield {"id": club.id, "name": club.name, "country": club.country, "names": list(names)}


def result_text(match: Match | None) -> str:
    """A result as one word per part: `2-1`, `2-1 aet`, `2-1 aet 4-3 pens`; empty without one."""
    if match is None or match.score is None or not match.has_result:
        return ""
    parts = [str(match.score)]
    if match.extra_time:
        parts.append("aet")
    if match.penalties:
        parts += [str(match.penalties), "pens"]
    return " ".join(parts)


def _last_result(replays: Sequence[Match]) -> str:
    return next(filter(None, map(result_text, reversed(replays))), "")


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    written = io.StringIO()
    table = csv.DictWriter(written, columns, lineterminator="\n")
    table.writeheader()
    for row in rows:
        table.writerow(
            {name: "|".join(cell) if isinstance(cell, list) else cell for name, cell in row.items()}
        )
    return written.getvalue()


def as_json(rows: Iterable[Row]) -> str:
    return json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"


def _round_code(match: Match) -> str:
    """The code of the round; a group of which the letter is unknown has none, whatever number we gave it."""
    return match.round.kind.value if has_no_group_name(match) else match.round.code


def _cell(number: int | None) -> int | str:
    return "" if number is None else number


def _two(name: str, score: Score | None) -> dict[str, int | str]:
    return {f"{name}_home": score.home if score else "", f"{name}_away": score.away if score else ""}

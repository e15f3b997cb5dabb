"""How records look: each kind with its best few, what they were counted from, and whose figures they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.football.model import SOURCE_SEPARATOR, Match
from bot.football.players.records import Records
from bot.views.answer import bold, escape, lines, paragraphs, secret
from bot.words import Words

SHOWN = 5
OPEN_SOURCES = ("openfootball", "schochastics/football-data")
"""Those that are named; every other source is a fact of our own."""


def records_text(title: str, found: Records, words: Words) -> str:
    scorers = words.scorers_coverage(found.coverage)
    out_of = escape(words.out_of_matches(found.matches))
    all_of_them = paragraphs(
        _section(words.biggest_wins, _matches(found.biggest_wins, words)),
        _section(words.most_goals_in_a_match, _matches(found.most_goals, words)),
        _note(words.out_of_matches(found.matches), (*found.biggest_wins, *found.most_goals), words),
        _section(
            words.hat_tricks(found.hat_tricks),
            [
                f"<b>{feat.goals}</b> {escape(feat.scorer)} ({_match(match, words)})"
                for match, feat in found.most_by_one
            ],
        ),
        _section(
            words.fastest_goals(found.in_first_minute),
            [
                f"{goal.minute}' {escape(goal.scorer or words.scorer_unknown)} ({_match(match, words)})"
                for match, goal in found.fastest
            ],
        ),
        _note(
            scorers,
            [*(match for match, _ in found.most_by_one), *(match for match, _ in found.fastest)],
            words,
        ),
        _section(words.own_goals(found.own_goals), _matches(found.most_own_goals, words)),
        f"ℹ️ {escape(words.own_goals_not_all_marked)}"
        if found.own_goals and not found.coverage.own_goals_known
        else "",
    )
    # One more match may bring a kind of record that there was none of.
    return paragraphs(f"🏅 {bold(f'{words.records} · {title}')}", secret(all_of_them or out_of))


def _section(title: str, rows: Iterable[str]) -> str:
    shown = [row for row in rows if row][:SHOWN]
    return lines(bold(title), *shown) if shown else ""


def _matches(matches: Sequence[Match], words: Words) -> Iterator[str]:
    return (_match(match, words) for match in matches)


def _match(match: Match, words: Words) -> str:
    clubs = f"{words.club(match.home)} – {words.club(match.away)}"
    cup = words.competition(match.competition, match.season)
    return escape(f"{clubs} {match.score}, {cup} {match.season}")


def _note(source: str, matches: Iterable[Match], words: Words) -> str:
    # A part of a source is named behind a comma.
    sources = {part for match in matches for part in match.source.split(SOURCE_SEPARATOR)}
    parts = {next((open_ for open_ in OPEN_SOURCES if part.startswith(open_)), part) for part in sources}
    if not parts:
        return ""
    named = [source for source in OPEN_SOURCES if source in parts]
    own = [words.own_facts] if parts - set(OPEN_SOURCES) else []
    return f"ℹ️ {escape(source)} {escape(words.sources([*named, *own]))}"

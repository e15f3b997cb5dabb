"""How a club through the years looks: its cups, how far it came each season, its matches and scorers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.football.model import EUROPEAN_COMPETITIONS, Club, Match
from bot.football.players.top_scorers import TopScorers
from bot.football.season.club_history import ClubHistory, Run
from bot.views.answer import bold, escape, fitted, fold, lines, paragraphs, secret
from bot.views.match import pair
from bot.views.scorers import club_scorers_text
from bot.views.short_names import headline_name
from bot.words import Words, first_upper

SEASONS_AT_ONCE = 5
"""The newest ones; those before them are folded."""


def club_text(history: ClubHistory, best: TopScorers, words: Words) -> str:
    name, counted = words.club(history.club), history.balance
    first, _ = history.seasons
    seasons = [_season(runs, words) for runs in history.by_season()]
    newest, older = seasons[:SEASONS_AT_ONCE], seasons[SEASONS_AT_ONCE:]
    return paragraphs(
        lines(
            club_title(history.club, words),
            escape(words.matches_since(counted.matches, first)),
            secret(
                escape(
                    lines(
                        words.won_level_lost(counted.won, counted.level, counted.lost),
                        words.goals_by_each(counted.goals),
                    )
                )
            ),
        ),
        secret(lines(*_cups(history, words))),
        lines(bold(words.season_by_season), *newest, fold(lines(*older))),
        lines(bold(words.most_matches), *_matches(history, words)),
        secret(lines(*_biggest(words.biggest_win, history.biggest_win, words))),
        secret(lines(*_biggest(words.biggest_defeat, history.biggest_defeat, words))),
        club_scorers_text(headline_name(name), best, words),
    )


def club_title(club: Club, words: Words) -> str:
    return f"📖 {bold(words.in_europe(words.club(club)))}"


def _cups(history: ClubHistory, words: Words) -> Iterator[str]:
    """The years in which each cup was won, under its name of then; the greatest cup first."""
    found: dict[str, list[int]] = defaultdict(list)
    for run in sorted(history.won, key=lambda run: EUROPEAN_COMPETITIONS.index(run.competition)):
        found[words.competition(run.competition, run.season)].append(run.year)
    for name, years in found.items():
        yield fitted(f"🏆 {escape(name)}:", ", ".join(map(str, years)))


def _season(runs: Sequence[Run], words: Words) -> str:
    """2023/24 EL groep B · ECL achtste finale."""
    season = f"{runs[0].season} "
    first, *others = (escape(_run(run, words)) for run in runs)
    return season + secret(fitted(season + first, *others, between=" · ").removeprefix(season))


def _run(run: Run, words: Words) -> str:
    cup = words.cup(run.competition, run.season)
    if run.is_won:
        return f"🏆 {cup}"
    if run.is_of_one_match:
        return cup
    return f"{cup} {words.reached(run.round)}"


def _matches(history: ClubHistory, words: Words) -> Iterator[str]:
    _, last = history.seasons
    for cup, number in history.played.items():
        newest = next((run.season for run in history.runs if run.competition == cup), last)
        yield escape(f"{first_upper(words.competition(cup, newest))}: {number}")


def _biggest(label: str, match: Match | None, words: Words) -> Iterator[str]:
    """Ajax – Red Boys 14-0 (UEFA Cup 84/85)."""
    if match is None:
        return
    where = f"({words.cup_and_season(match.competition, match.season)})"
    clubs = pair(match.home, match.away, words)
    yield bold(label)
    yield fitted(escape(f"{clubs} {match.score}"), escape(where))

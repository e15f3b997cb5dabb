"""How records look: each kind with its best few, and what they were counted from."""

from __future__ import annotations

from bot.football.model import Goal, Match
from bot.football.players.records import Records
from bot.views.answer import bold, escape, lines, paragraphs, secret
from bot.views.short_names import headline_name
from bot.words import Words

SHOWN, SHOWN_ALONE = 3, 5
"""Of each kind, and of the only one."""


def records_text(title: str, found: Records, words: Words) -> str:
    by_kind = [
        (title_, rows)
        for title_, rows in (
            (words.biggest_wins, [_match(match, words) for match in found.biggest_wins]),
            (words.most_goals_in_a_match, [_match(match, words) for match in found.most_goals]),
            (
                words.hat_tricks(found.hat_tricks),
                [_by(str(feat.goals), feat.scorer, match, words) for match, feat in found.most_by_one],
            ),
            (
                words.fastest_goals(found.in_first_minute),
                [
                    _by(_when(goal, seconds, words), goal.scorer, match, words)
                    for match, goal, seconds in found.fastest
                ],
            ),
            (words.own_goals(found.own_goals), [_match(match, words) for match in found.most_own_goals]),
        )
        if rows
    ]
    shown = SHOWN if len(by_kind) > 1 else SHOWN_ALONE
    counted = words.records_coverage(found.coverage)
    doubt = words.own_goals_not_all_marked if found.own_goals and not found.coverage.own_goals_known else ""
    # One more match may bring a kind of record that there was none of.
    return paragraphs(
        f"🏅 {bold(f'{words.records} · {title}')}",
        secret(
            paragraphs(
                *(lines(bold(kind), *rows[:shown]) for kind, rows in by_kind),
                lines(f"ℹ️ {escape(counted)}", escape(doubt), escape(words.see_sources)),
            )
        ),
    )


def _by(feat: str, scorer: str | None, match: Match, words: Words) -> str:
    """What somebody did, and in which match."""
    return lines(f"{bold(feat)} {escape(scorer or words.scorer_unknown)}", _match(match, words))


def _match(match: Match, words: Words) -> str:
    """Bayern – Real Madrid 2-1 (CL 06/07)."""
    home, away = (headline_name(words.club(club)) for club in match.clubs)
    return escape(f"{home} – {away} {match.score} ({words.cup_and_season(match.competition, match.season)})")


def _when(goal: Goal, seconds: float | None, words: Words) -> str:
    return words.seconds(seconds) if seconds else f"{goal.minute}'"

"""How two clubs fared against each other: won, level, lost, the last time, and every meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.football.model import Club, Match, RoundKind
from bot.football.season.balance import Balance, balance
from bot.views.answer import WIDEST, bold, escape, lines, paragraphs, secret
from bot.views.match import pair, short_line
from bot.views.meeting import meeting_lines, meetings_of
from bot.views.short_names import headline_name
from bot.words import Words


def head_to_head_text(
    clubs: Sequence[Club], matches: Sequence[Match], page: Sequence[Match], now: datetime, words: Words
) -> str:
    """What all matches come to, newest first, and those of a page, a line for each round."""
    counted = balance(clubs[0], matches)
    last = matches[0]
    when = words.weekday_and_date(last.date) if last.date else str(last.season)
    return paragraphs(
        lines(
            head_to_head_title(clubs, words),
            escape(words.met_times(counted.matches)),
            secret(lines(*map(escape, _balance_lines(clubs, counted, words)))),
        ),
        lines(f"{escape(words.last_met)}: {escape(when)}", short_line(last, now, words)),
        lines(*(_meeting(met, now, words) for met in meetings_of(page))),
    )


def head_to_head_title(clubs: Sequence[Club], words: Words) -> str:
    return f"⚔️ {bold(pair(clubs[0], clubs[1], words))}"


def _balance_lines(clubs: Sequence[Club], counted: Balance, words: Words) -> list[str]:
    """Who won how often, and the goals."""
    club, other = (headline_name(words.club(each)) for each in clubs)
    won = words.won_by_each(club, counted.won, other, counted.lost, counted.level)
    return [*(won.split("; ") if len(won) > WIDEST else [won]), words.goals_by_each(counted.goals)]


def _meeting(met: Sequence[Match], now: datetime, words: Words) -> str:
    text = meeting_lines(met, now, words)
    return f"🏆 {text}" if met[0].round.kind is RoundKind.FINAL else text

"""How it looks what an owner enters: what will be saved, what was known, and a button for either."""

from __future__ import annotations

from datetime import datetime

from bot.football.model import Match, Score
from bot.views.answer import Answer, Button, bold, escape, lines, paragraphs
from bot.views.finding import ask_for_club, shortened
from bot.views.goals import goal_lines
from bot.views.match import day_and_hour, scoreline, shoot_out_told
from bot.words import Words

EXAMPLES = (
    "/invoer Ajax - Milan 2-1 (1-0)",
    "/invoer PSV - Juventus 3-1 nv",
    "/invoer Bayern - Chelsea 1-1 nv 3-4 ns",
    "/invoer goal Ajax - Milan 1-0 Brobbey 39",
)


def how_to_enter(words: Words) -> Answer:
    return Answer(
        lines(
            escape(words.ask_for_entry),
            *(f"<code>{escape(words.example(example))}</code>" for example in EXAMPLES),
        )
    )


def not_understood(rest: str, words: Words) -> Answer:
    text = ask_for_club(words.entry_not_understood(shortened(rest)), EXAMPLES[0], words)
    return text if rest else how_to_enter(words)


def no_next_goal(before: Score, words: Words) -> Answer:
    return Answer(escape(words.no_next_goal(before)))


def entry_shown(match: Match, before: Match, buttons: tuple[str, str], now: datetime, words: Words) -> Answer:
    """The data of the buttons: save, and leave it."""
    save, leave = buttons
    was = str(before.score) if before.score else words.statuses[before.status] or words.result_unknown
    return Answer(
        paragraphs(bold(words.is_this_right), _match(match, now, words), escape(words.known_now(was))),
        ((Button(words.button_save, save), Button(words.button_leave_it, leave)),),
    )


def entry_saved(match: Match, undo: str, now: datetime, words: Words) -> Answer:
    return Answer(
        paragraphs(f"💾 {bold(words.entry_saved)}", _match(match, now, words)),
        ((Button(words.button_undo, undo),),),
    )


def entry_undone(before: Match, now: datetime, words: Words) -> Answer:
    return Answer(paragraphs(f"↩️ {bold(words.entry_undone)}", _match(before, now, words)))


def entry_dropped(words: Words) -> Answer:
    return Answer(escape(words.entry_dropped))


def _match(match: Match, now: datetime, words: Words) -> str:
    competition = words.competition(match.competition, match.season)
    return lines(
        escape(f"{competition} {match.season} · {words.round(match.round)}"),
        escape(day_and_hour(match, words)),
        scoreline(match, now, words),
        *goal_lines(match, words),
        shoot_out_told(match, words),
    )

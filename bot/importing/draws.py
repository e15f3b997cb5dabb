"""Dates of draws that a source tells, beside those that are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlite_utils import Database

from bot.database.results.results import Results
from bot.database.results.writing import delete_draw, save_draws
from bot.football.model import DrawDate


def save_dated_draws(db: Database, draws: Sequence[DrawDate], warn: Callable[[str], None]) -> int:
    """Save confirmed draws for the rounds that no confirmed one covers; returns how many were new.

    What was only expected of those rounds gives way. Another date than the one on record is told, not saved.
    """
    added = 0
    for draw in draws:
        known_draws = Results(db).draws(draw.competition, draw.season)
        confirmed = [other for other in known_draws if other.confirmed]
        for other in confirmed:
            if other.date != draw.date and set(other.rounds) & set(draw.rounds):
                rounds = "|".join(map(str, draw.rounds))
                warn(
                    f"draw of {rounds} ({draw.competition} {draw.season}): "
                    f"{draw.source} has {draw.date}, kept is {other.date} ({other.source})"
                )
        covered = {round_ for other in confirmed for round_ in other.rounds}
        open_rounds = tuple(round_ for round_ in draw.rounds if round_ not in covered)
        if not open_rounds:
            continue
        expected = [
            other for other in known_draws if not other.confirmed and set(other.rounds) & set(open_rounds)
        ]
        for other in expected:
            delete_draw(db, other)
            left = tuple(round_ for round_ in other.rounds if round_ not in open_rounds)
            if left:
                save_draws(db, [replace(other, rounds=left)])
        place = draw.place or next((other.place for other in expected), "")
        save_draws(db, [replace(draw, rounds=open_rounds, place=place)])
        added += 1
    return added

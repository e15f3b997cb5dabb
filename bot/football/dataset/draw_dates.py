"""When draws are held, put beside what is known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.football.model import DrawDate, Round


def draws_that_add(stored: Sequence[DrawDate], reported: Iterable[DrawDate]) -> list[DrawDate]:
    """The draws of one competition's season as they must be saved, by what a source confirms of them.

    What is confirmed stays. An expected draw gets the day that all its rounds are told to have; rounds that
    no draw covers get a new one.
    """
    by_day: dict[date, list[DrawDate]] = defaultdict(list)
    for draw in reported:
        if draw.confirmed and draw.date:
            by_day[draw.date].append(draw)
    covered = {covered for draw in stored for covered in draw.rounds}
    found: list[DrawDate] = []
    for day, ceremonies in by_day.items():
        rounds = {covered for draw in ceremonies for covered in draw.rounds}
        first = ceremonies[0]
        found += (
            replace(
                expected,
                date=day,
                at=first.at or (expected.at if expected.date == day else None),
                place=first.place or expected.place,
                confirmed=True,
                source=first.source,
            )
            for expected in stored
            if not expected.confirmed and rounds.issuperset(expected.rounds)
        )
        if new := rounds - covered:
            found.append(replace(first, rounds=_in_order(new)))
    return found


def _in_order(rounds: Iterable[Round]) -> tuple[Round, ...]:
    return tuple(sorted(rounds, key=lambda drawn: drawn.order))

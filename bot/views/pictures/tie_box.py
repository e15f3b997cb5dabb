"""A tie in a bracket: two short names with the goals in each leg and in all, and by what it was decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.football.model import Club, DecidedBy, RoundKind, Score, Status, Tie
from bot.football.season.club_status import InTie
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import aggregate
from bot.views.pictures.canvas import LINE, Canvas, Ink
from bot.views.pictures.letters import BOLD, REGULAR, width
from bot.views.short_names import name_that_fits
from bot.words import Words

TYPE = 34
"""The one size of the letters of ties: eleven points on a phone."""
ROW = 43
PADDING, ABOVE = 16, 5
BETWEEN = 14
"""Between the columns of goals."""


@dataclass(frozen=True, slots=True)
class TieBox:
    status: InTie
    words: Words

    def draw(self, canvas: Canvas, x: float, y: float, right: float, room: float) -> float:
        """The tie with names of so much room at most; where the box ends."""
        theme = canvas.theme
        drawn = Canvas(theme)
        down, end = y + ABOVE, right - PADDING
        columns = list(self._columns())

        def fits(name: str) -> bool:
            return width(name, TYPE, BOLD) <= room

        for side, club in enumerate(self.status.tie.clubs):
            won, lost = club == self._winner, self._winner not in {None, club}
            ink = Ink(TYPE, theme.faint if lost else theme.text, BOLD if won else REGULAR)
            drawn.text(name_that_fits(self.words.club(club), fits), x + PADDING, down, ink)
            at = end
            for place, column in enumerate(columns):
                colour = theme.faint if place else theme.accent if won else ink.colour
                goals = Ink(TYPE, colour, REGULAR if place else BOLD, "end")
                drawn.text(column[side], at, down, goals)
                at -= _wide(column) + BETWEEN
            down += ROW
        if note := tie_note(self.status, self.words):
            ink = Ink(TYPE, theme.faint)
            down = drawn.paragraph(note, x + PADDING, down, end - x - PADDING, ink) + ROW - TYPE * LINE
        bottom = down + 2 * ABOVE
        canvas.box(x, y, right - x, bottom - y, theme.box)
        canvas.take(drawn)
        return bottom

    @property
    def beside_names(self) -> float:
        """What its goals and its edges take of its width."""
        return 2 * PADDING + sum(_wide(column) + BETWEEN for column in self._columns())

    def _columns(self) -> Iterator[tuple[str, str]]:
        """The goals of both clubs, from the right: in all, then in the return and in the first leg."""
        tie = self.status.tie
        if total := total_of(self.status):
            yield str(total.home), str(total.away)
        legs = legs_of(tie)
        scores = [match.score_for(tie.club_a) for match in (legs.second, legs.first) if match]
        if legs.two_legged and len(scores) > 1:
            yield from ((str(score.home), str(score.away)) for score in scores if score and all(scores))

    @property
    def _winner(self) -> Club | None:
        return self.status.outcome.winner if self.status.outcome else self.status.played_on


def _wide(column: tuple[str, str]) -> float:
    return max(width(goals, TYPE, BOLD) for goals in (*column, "0"))


def total_of(status: InTie) -> Score | None:
    """What counts, a match under way included."""
    return status.standing.aggregate if status.standing else aggregate(status.tie)


def tie_note(status: InTie, words: Words) -> str:
    """By what it was decided, where goals alone don't tell; of one to come the days."""
    tie = status.tie
    if status.outcome:
        without_scores = all(match.score is None for match in tie.matches)
        if tie.round.kind is RoundKind.FINAL and without_scores:
            return ""
        why = words.brief_reasons[status.outcome.decided_by]
        return " ".join((why, *map(str, _deciding_scores(tie, status.outcome.decided_by)))).rstrip()
    if any(match.status is Status.LIVE for match in tie.matches):
        return words.statuses[Status.LIVE]
    if status.unknown:
        return words.result_unknown
    days = [match.date for match in tie.matches if match.date and match.score is None]
    return words.clubs_together([words.short_day(day) for day in days])


def _deciding_scores(tie: Tie, why: DecidedBy) -> Iterator[Score]:
    """Of the shoot-out or the replays, in the order in which the clubs are named."""
    if why is DecidedBy.PENALTIES:
        shoot_outs = [(match, match.penalties) for match in tie.matches if match.penalties]
        for match, score in shoot_outs[-1:]:
            yield score if match.home == tie.club_a else score.turned
    elif why is DecidedBy.REPLAY:
        scores = (match.score_for(tie.club_a) for match in legs_of(tie).replays)
        yield from filter(None, scores)

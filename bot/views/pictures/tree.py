"""The bracket: every round in boxes of two clubs, the final on top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.football.model import Club, DecidedBy, Match, RoundKind, Status, Tie
from bot.football.season.bracket import bracket
from bot.football.season.club_status import InTie, in_tie
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.ties.tie import aggregate
from bot.views.pictures.canvas import LINE, Canvas, Ink
from bot.views.pictures.letters import BOLD, REGULAR, broken, fitting
from bot.views.pictures.themes import Theme
from bot.words import Words

WIDTH = 1280
MARGIN, GAP, PADDING = 40, 16, 14
NAME, SMALL = 25, 20
BETWEEN = 5
"""Between the two clubs."""
COLUMN = 28
"""The width of one leg's goals."""
MOST_COLUMNS = 4


def bracket_svg(season: SeasonAsOf, words: Words, theme: Theme) -> str:
    """Up to four ties stand beside each other; no name is cut."""
    canvas = Canvas(theme, WIDTH)
    cup = f"{words.competition(season.competition, season.season)} {season.season}"
    y = canvas.paragraph(cup, MARGIN, 30, WIDTH - 2 * MARGIN, Ink(48, theme.text, BOLD))
    for round_, ties in bracket(season):
        name = words.round(round_)
        y += PADDING
        canvas.text(name[:1].upper() + name[1:], MARGIN, y, Ink(30, theme.accent, BOLD))
        y += 30 * LINE + 4
        y = _ties(canvas, ties, y, season, words)
    canvas.height = y - 2 * GAP
    return canvas.svg()


def _ties(canvas: Canvas, ties: Sequence[Tie], top: float, season: SeasonAsOf, words: Words) -> float:
    columns = min(MOST_COLUMNS, len(ties))
    width = (WIDTH - 2 * MARGIN - GAP * (columns - 1)) / columns
    for at in range(0, len(ties), columns):
        row = [
            _Box(in_tie(tie.club_a, season, tie), words, canvas.theme, width)
            for tie in ties[at : at + columns]
        ]
        height = max(box.height for box in row)
        for place, box in enumerate(row):
            box.draw(canvas, MARGIN + place * (width + GAP), top, height)
        top += height + GAP
    return top


@dataclass(frozen=True, slots=True)
class _Box:
    status: InTie
    words: Words
    theme: Theme
    width: float

    @property
    def height(self) -> float:
        names = sum(lines * size * LINE for lines, size in map(self._lines, self.status.tie.clubs))
        note = self._note()
        below = len(broken(note, self._inside, SMALL)) * SMALL * LINE if note else 0
        return 2 * PADDING + names + below + 2 * BETWEEN

    def draw(self, canvas: Canvas, x: float, y: float, height: float) -> None:
        theme = self.theme
        canvas.box(x, y, self.width, height, theme.box)
        down = y + PADDING
        for club in self.status.tie.clubs:
            won = club == self._winner
            ink = Ink(
                NAME, theme.text if won or self._winner is None else theme.faint, BOLD if won else REGULAR
            )
            after = canvas.paragraph(self.words.club(club), x + PADDING, down, self._for_name, ink)
            self._goals(canvas, club, x + self.width - PADDING, down, won=won)
            down = after + BETWEEN
        if note := self._note():
            ink = Ink(SMALL, theme.faint)
            canvas.paragraph(note, x + PADDING, down, self._inside, ink)

    def _goals(self, canvas: Canvas, club: Club, right: float, y: float, *, won: bool) -> None:
        """The goals in each leg, then the total; those of a single match alone."""
        theme = self.theme
        shown = self._shown
        each = [match.score_for(club) for match in shown]
        total = self.status.standing.aggregate if self.status.standing else aggregate(self.status.tie)
        if len(shown) > 1 and total:
            mine = total.home if club == self.status.tie.club_a else total.away
            colour = theme.accent if won else theme.text
            canvas.text(str(mine), right, y, Ink(NAME, colour, BOLD, "end"))
            right -= COLUMN + 10
        for score in reversed(each):
            if score is not None:
                bold = len(shown) == 1
                colour = theme.accent if bold and won else theme.text if bold else theme.faint
                canvas.text(str(score.home), right, y, Ink(NAME, colour, BOLD if bold else REGULAR, "end"))
            right -= COLUMN

    @property
    def _shown(self) -> list[Match]:
        return [match for match in self.status.tie.matches if match.score is not None]

    @property
    def _winner(self) -> Club | None:
        return self.status.outcome.winner if self.status.outcome else self.status.played_on

    @property
    def _inside(self) -> float:
        return self.width - 2 * PADDING

    @property
    def _for_name(self) -> float:
        shown = len(self._shown)
        return self._inside - shown * COLUMN - (COLUMN + 10 if shown > 1 else 0) - 8

    def _lines(self, club: Club) -> tuple[int, int]:
        weight = BOLD if club == self._winner else REGULAR
        name = self.words.club(club)
        size = fitting(name, self._for_name, NAME, weight)
        return len(broken(name, self._for_name, size, weight)), size

    def _note(self) -> str:
        return ", ".join(filter(None, self._told()))

    def _told(self) -> Iterator[str]:
        status, words = self.status, self.words
        tie = status.tie
        if status.outcome and tie.round.kind is RoundKind.FINAL and not self._shown:
            return
        if status.outcome:
            shoot_out = next((match.penalties for match in reversed(tie.matches) if match.penalties), None)
            if status.outcome.decided_by is DecidedBy.PENALTIES and shoot_out:
                home = tie.matches[-1].home == tie.club_a
                yield words.shoot_out_score(shoot_out if home else shoot_out.turned)
            else:
                yield words.reasons[status.outcome.decided_by]
        elif any(match.status is Status.LIVE for match in tie.matches):
            yield words.statuses[Status.LIVE]
        elif status.unknown:
            yield words.result_unknown
        else:
            days = [match.date for match in tie.matches if match.date and match.score is None]
            yield words.clubs_together([words.weekday_and_day(day) for day in days]) if days else ""

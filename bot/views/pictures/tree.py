"""The bracket as a tree: the final on top, every tie under the one that its winner played next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.football.model import Round, RoundKind, Tie
from bot.football.season.bracket import Branch, bracket, branches
from bot.football.season.club_status import InTie, in_tie
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.pictures.canvas import MARGIN, WIDTH, Canvas, Ink, WinnerMark
from bot.views.pictures.grid import INSIDE, MIDDLE, Pair, draw_pair
from bot.views.pictures.letters import BOLD
from bot.views.pictures.themes import Theme
from bot.views.pictures.tie_box import ROW, TYPE, TieBox, tie_note, total_of
from bot.views.season_lines import final_ahead, final_when_and_where, ground_of
from bot.views.short_names import headline_name
from bot.words import Words, first_upper

MOST_TIES = 32
"""More would not be read on a phone: the first rounds are left out, and it says which."""
SIDE = 28
GUTTER = 20
COLUMN = (WIDTH - 2 * SIDE - GUTTER) / 2
INDENT = 28
GAP = 10
SCORE = 80
THICK = 4
"""What leads from one tie to another."""


def bracket_svg(season: SeasonAsOf, words: Words, theme: Theme) -> str:
    """Under the final its two halves, or whatever there is, in two columns."""
    canvas = Canvas(theme)
    drawn, left_out = _rounds(season)
    cup = f"{words.competition(season.competition, season.season)} {season.season}"
    y = canvas.paragraph(cup, SIDE, MARGIN - 12, WIDTH - 2 * SIDE, Ink(52, theme.text, BOLD)) + 8
    roots = list(branches(season, drawn))
    halves: tuple[Branch, ...] = ()
    if roots and roots[0].tie.round.kind is RoundKind.FINAL:
        final = roots.pop(0)
        halves = final.below
        y = _final(canvas, in_tie(final.tie.club_a, season, final.tie), y, words)
    elif ahead := final_ahead(season):
        when = f"{words.final}: {final_when_and_where(ahead, words)}"
        y = canvas.paragraph(when, SIDE, y, WIDTH - 2 * SIDE, Ink(TYPE, theme.faint)) + GAP
    y += GAP
    room = min((_room(branch, season, words) for branch in (*halves, *roots)), default=COLUMN)
    bottoms = [y]
    for place, column in enumerate(_in_columns(halves, roots)):
        x = SIDE + place * (COLUMN + GUTTER)
        grove = _Column(canvas, season, words, x + COLUMN, room)
        down = y
        for branch in column:
            _, down = grove.draw(branch, x, down, hangs=branch in halves)
            down += 2 * GAP
        bottoms.append(down)
    y = max(bottoms)
    for note in _notes(season, left_out, words):
        y = canvas.paragraph(note, SIDE, y, WIDTH - 2 * SIDE, Ink(TYPE, theme.faint))
    canvas.height = y - GAP
    return canvas.svg()


Rounds = Sequence[tuple[Round, Sequence[Tie]]]


def _rounds(season: SeasonAsOf) -> tuple[Rounds, Rounds]:
    """The rounds that are drawn and those before them that are not, the last first."""
    rounds, number = bracket(season), 0
    for place, (_, ties) in enumerate(rounds):
        number += len(ties)
        if number > MOST_TIES:
            return rounds[:place], rounds[place:]
    return rounds, ()


def _in_columns(
    halves: Sequence[Branch], others: Sequence[Branch]
) -> tuple[Sequence[Branch], Sequence[Branch]]:
    """Both halves of the final beside each other; the others spread as evenly as their order allows."""
    left, right = list(halves[:1]), list(halves[1:])
    more = sum(branch.size for branch in others)
    room = (more + sum(branch.size for branch in halves)) / 2 - sum(branch.size for branch in left)
    for branch in others:
        if room >= branch.size / 2:
            left.append(branch)
        else:
            right.append(branch)
        room -= branch.size
    return left, right


def _final(canvas: Canvas, status: InTie, top: float, words: Words) -> float:
    """When and where, the clubs with the cup beside its winner, and by what it was won."""
    theme, tie, season = canvas.theme, status.tie, status.season
    drawn = Canvas(theme)
    small = Ink(TYPE, theme.faint, anchor="middle")
    days = words.clubs_together([words.weekday_and_day(match.date) for match in tie.matches if match.date])
    ahead = final_ahead(season)
    when = final_when_and_where(ahead, words) if ahead else f"{days} {_year(tie)}".strip()
    where = "" if ahead else ground_of(tie, season, words)
    heading = " · ".join(filter(None, (words.final, when, where)))
    y = drawn.paragraph(heading, MIDDLE, top + 12, INSIDE, small) + 12
    total = total_of(status)
    names = headline_name(words.club(tie.club_a)), headline_name(words.club(tie.club_b))
    won = tie.clubs.index(status.outcome.winner) if status.outcome else None
    y = draw_pair(drawn, Pair(names, str(total or "–"), won, WinnerMark.CUP), y, 44, SCORE)
    note = tie_note(status, words) if status.outcome or not ahead else ""
    if note:
        y = drawn.paragraph(note, MIDDLE, y + 6, INSIDE, small)
    canvas.box(SIDE, top, WIDTH - 2 * SIDE, y + 16 - top, theme.box)
    canvas.take(drawn)
    return y + 16


def _year(tie: Tie) -> str:
    last = tie.matches[-1].date
    return str(last.year) if last else ""


def _room(branch: Branch, season: SeasonAsOf, words: Words, depth: int = 0) -> float:
    """What is left for names in the narrowest of its boxes."""
    box = TieBox(in_tie(branch.tie.club_a, season, branch.tie), words)
    below = (_room(each, season, words, depth + 1) for each in branch.below)
    return min((COLUMN - depth * INDENT - box.beside_names, *below))


@dataclass(slots=True)
class _Column:
    canvas: Canvas
    season: SeasonAsOf
    words: Words
    right: float
    room: float
    """For every name alike, so that a club is called the same wherever it stands."""
    named: set[Round] = field(default_factory=set)
    """The rounds whose name stands above their first tie."""

    def draw(self, branch: Branch, x: float, y: float, *, hangs: bool = False) -> tuple[float, float]:
        """A tie with those below it; where a line reaches it, and where the next can begin."""
        tie, top, colour = branch.tie, y, self.canvas.theme.line
        if tie.round not in self.named:
            self.named.add(tie.round)
            # A half of the final is one tie.
            round_ = self.words.tie_round(tie.round) if hangs else self.words.round(tie.round)
            name = first_upper(round_)
            ink = Ink(TYPE, self.canvas.theme.accent)
            y = self.canvas.paragraph(name, x, y - 2, self.right - x, ink) + 4
        if hangs:
            middle = x + (self.right - x) * 0.6
            self.canvas.bar(middle, top - GAP, THICK, y - top + GAP, colour)
        status = in_tie(tie.club_a, self.season, tie)
        reached = y + ROW
        bottom = y = TieBox(status, self.words).draw(self.canvas, x, y, self.right, self.room)
        stem = x + INDENT / 2
        for below in branch.below:
            at, y = self.draw(below, x + INDENT, y + GAP)
            self.canvas.bar(stem, at, x + INDENT - stem, THICK, colour)
            self.canvas.bar(stem, bottom, THICK, at + THICK - bottom, colour)
        return reached, y


def _notes(season: SeasonAsOf, left_out: Rounds, words: Words) -> list[str]:
    notes = []
    if left_out:
        notes.append(words.not_drawn([words.round(round_) for round_, _ in reversed(left_out)]))
    if season.known_until:
        notes.append(first_upper(words.known_until(season.known_until)))
    return notes

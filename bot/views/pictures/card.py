"""The result card: every match of a tie with its scorers, the total and who goes through."""

from __future__ import annotations

from collections.abc import Iterator

from bot.football.model import Leg, Match, Status
from bot.football.season.club_status import InTie
from bot.football.ties.legs import legs_of
from bot.views.goals import scorers_by_club
from bot.views.match import beside_score, without_score
from bot.views.pictures.canvas import LINE, MARGIN, WIDTH, Canvas, Ink
from bot.views.pictures.letters import BOLD, broken, fitting
from bot.views.pictures.themes import Theme
from bot.views.tie import conclusion, is_live, total_told
from bot.words import Words, first_upper

SCORE = 220
"""The width of the middle, where the score stands."""
PADDING = 36
_MIDDLE = WIDTH / 2
_NAME = (WIDTH - 2 * MARGIN - SCORE) / 2 - PADDING


def card_svg(status: InTie, words: Words, theme: Theme) -> str:
    """The matches in the order of play, the names of clubs and scorers whole."""
    season, canvas = status.season, Canvas(theme)
    cup = f"{words.competition(season.competition, season.season)} {season.season}"
    most = WIDTH - 2 * MARGIN
    y = canvas.paragraph(cup, MARGIN, MARGIN, most, Ink(40, theme.accent, BOLD))
    y = canvas.paragraph(
        first_upper(words.tie_round(status.tie.round)), MARGIN, y, most, Ink(34, theme.faint)
    )
    for match in status.tie.matches:
        y = _match(canvas, match, y + 28, status, words)
    for text, colour in _bands(status, words, theme):
        y = _band(canvas, text, y + 28, colour)
    canvas.height = y
    return canvas.svg()


def _match(canvas: Canvas, match: Match, top: float, status: InTie, words: Words) -> float:
    theme = canvas.theme
    drawn = Canvas(theme)
    y = drawn.paragraph(
        _when(match, status, words), _MIDDLE, top + PADDING, WIDTH - 2 * MARGIN - 2 * PADDING,
        Ink(30, theme.faint, anchor="middle"),
    )  # fmt: skip
    y += 10
    score = str(match.score) if match.score else "–"
    drawn.text(score, _MIDDLE, y, Ink(84, theme.text, BOLD, "middle"))
    bottoms = [y + 84 * LINE]
    for club, x, anchor in (
        (match.home, MARGIN + PADDING, "start"),
        (match.away, WIDTH - MARGIN - PADDING, "end"),
    ):
        name = words.club(club)
        down = drawn.paragraph(name, x, y + 20, _NAME, Ink(44, theme.text, BOLD, anchor))
        down = max(down + 12, y + 84 * LINE)
        for line in scorers_by_club(match, club, words):
            down = drawn.paragraph(line, x, down, _NAME + SCORE / 2 - 20, Ink(30, theme.faint, anchor=anchor))
        bottoms.append(down)
    y = max(bottoms)
    beside = ", ".join(_beside(match, status, words))
    if beside:
        ink = Ink(30, theme.faint, anchor="middle")
        y = drawn.paragraph(beside, _MIDDLE, y + 6, WIDTH - 2 * MARGIN - 2 * PADDING, ink)
    canvas.box(MARGIN, top, WIDTH - 2 * MARGIN, y + PADDING - top, theme.box)
    canvas.take(drawn)
    return y + PADDING


def _when(match: Match, status: InTie, words: Words) -> str:
    legs = legs_of(status.tie)
    leg = Leg.SECOND if match is legs.second else Leg.FIRST if legs.two_legged else None
    if match in legs.replays:
        leg = Leg.REPLAY
    day = words.full_day(match.date) if match.date else words.date_unknown
    return " · ".join(filter(None, (words.leg(leg), day)))


def _beside(match: Match, status: InTie, words: Words) -> Iterator[str]:
    if match.score is None:
        yield without_score(match, status.season.now, words) or words.statuses[Status.SCHEDULED]
        return
    if beside := beside_score(match, status.season.now, words):
        yield beside
    if match.penalties:
        yield words.on_penalties(match.penalties)


def _bands(status: InTie, words: Words, theme: Theme) -> Iterator[tuple[str, str]]:
    """The aggregate and who goes through, as the message says it."""
    if total := total_told(status, words):
        label, clubs, score = total
        yield f"{label}: {clubs} {score}" if is_live(status) else f"{clubs} {score} {label}", theme.box
    if text := conclusion(status, words):
        yield text, theme.accent if status.outcome else theme.box


def _band(canvas: Canvas, text: str, top: float, colour: str) -> float:
    theme, most = canvas.theme, WIDTH - 2 * MARGIN - 2 * PADDING
    ink = Ink(38, theme.on_accent if colour == theme.accent else theme.text, BOLD, "middle")
    size = fitting(text, most, ink.size, ink.weight)
    height = len(broken(text, most, size, ink.weight)) * size * LINE + PADDING
    canvas.box(MARGIN, top, WIDTH - 2 * MARGIN, height, colour)
    canvas.paragraph(text, _MIDDLE, top + PADDING / 2 + 2, most, ink)
    return top + height

"""The result card: the aggregate or the only match at its largest, who goes through, then every match."""

from __future__ import annotations

from collections.abc import Iterator

from bot.football.model import DecidedBy, Leg, Match, RoundKind, Status
from bot.football.season.club_status import InTie
from bot.football.ties.legs import legs_of
from bot.views.goals import scorers_by_club
from bot.views.match import beside_score, without_score
from bot.views.pictures.canvas import MARGIN, WIDTH, Canvas, Ink, WinnerMark
from bot.views.pictures.grid import INSIDE, LEFT, MIDDLE, PADDING, RIGHT, Pair, draw_pair
from bot.views.pictures.letters import BOLD, width
from bot.views.pictures.themes import Theme
from bot.views.season_lines import ground_of
from bot.views.short_names import headline_name
from bot.views.tie import doubt, total_told, verdict_and_reason
from bot.words import Words, first_upper

SMALL = 33
"""The smallest letters: eleven points on a phone."""
GAP = 22
_LARGEST, _LARGE = (52, 144), (42, 76)
"""The letters of names and score: of what the tie came to, and of one of its matches."""
_SCORERS = INSIDE / 2 - 16
_UNBROKEN = "\N{NO-BREAK SPACE}"


def card_svg(status: InTie, words: Words, theme: Theme) -> str:
    """What the tie came to on top; its matches in the order of play."""
    canvas = Canvas(theme)
    tie, matches = status.tie, status.tie.matches
    y = _heading(canvas, status, words)
    if total := total_told(status, words):
        label, _, score = total
        clubs = (status.club, tie.opponent_of(status.club))
        names = headline_name(words.club(clubs[0])), headline_name(words.club(clubs[1]))
        pair = Pair(names, str(score), _place(status, clubs), _mark(status))
        y = _aggregate(canvas, pair, label, y + GAP)
    elif len(matches) == 1:
        y = _match(canvas, matches[0], y + GAP, status, words)
    y = _verdict(canvas, status, words, y)
    if total or len(matches) > 1:
        for match in matches:
            y = _match(canvas, match, y + GAP, status, words)
    canvas.height = y
    return canvas.svg()


def has_card(status: InTie) -> bool:
    """Whether there is a result to draw, or one in the making."""
    return any(match.score is not None for match in status.tie.matches)


def _heading(canvas: Canvas, status: InTie, words: Words) -> float:
    season, tie = status.season, status.tie
    cup = f"{words.competition(season.competition, season.season)} {season.season}"
    most = WIDTH - 2 * MARGIN
    y = canvas.paragraph(cup, MARGIN, MARGIN - 8, most, Ink(46, canvas.theme.text, BOLD))
    round_ = first_upper(words.tie_round(tie.round))
    when = _when(tie.matches[0], status, words) if len(tie.matches) == 1 else ""
    below = " · ".join(filter(None, (round_, when, ground_of(tie, season, words))))
    return canvas.paragraph(below, MARGIN, y, most, Ink(SMALL, canvas.theme.faint))


def _aggregate(canvas: Canvas, pair: Pair, label: str, top: float) -> float:
    drawn = Canvas(canvas.theme)
    y = draw_pair(drawn, pair, top + PADDING - 4, *_LARGEST)
    y = drawn.paragraph(label, MIDDLE, y + 8, INSIDE, Ink(SMALL, canvas.theme.faint, anchor="middle"))
    return _boxed(canvas, drawn, top, y + PADDING / 2)


def _match(canvas: Canvas, match: Match, top: float, status: InTie, words: Words) -> float:
    """When it was, the score, who scored, and what is to be known with the score."""
    alone = len(status.tie.matches) == 1
    theme, drawn = canvas.theme, Canvas(canvas.theme)
    small = Ink(SMALL, theme.faint, anchor="middle")
    when = "" if alone else _when(match, status, words)
    beside = ", ".join(_beside(match, status, words))
    both = " · ".join(filter(None, (when, beside)))
    y = top + PADDING / 2
    if not alone and width(both, SMALL) <= INSIDE:
        when, beside = both, ""
    y = drawn.paragraph(when, MIDDLE, y + 4, INSIDE, small) + 14
    names = headline_name(words.club(match.home)), headline_name(words.club(match.away))
    # Where no aggregate shows the winner, the match does that decided the tie.
    decisive = match is status.tie.matches[-1] and total_told(status, words) is None
    winner = _place(status, match.clubs) if decisive else None
    pair = Pair(names, str(match.score or "–"), winner, _mark(status))
    y = draw_pair(drawn, pair, y, *(_LARGEST if alone else _LARGE))
    bottoms = [y]
    for club, x, anchor in ((match.home, LEFT, "start"), (match.away, RIGHT, "end")):
        down = y + 12
        for line in scorers_by_club(match, club, words):
            ink = Ink(SMALL, theme.faint, anchor=anchor)
            down = drawn.paragraph(_glued(line), x, down, _SCORERS, ink)
        bottoms.append(down)
    y = max(bottoms)
    if beside:
        y = drawn.paragraph(beside, MIDDLE, y + 6, INSIDE, small)
    return _boxed(canvas, drawn, top, y + PADDING / 2 + 4)


def _boxed(canvas: Canvas, drawn: Canvas, top: float, bottom: float) -> float:
    canvas.box(MARGIN, top, WIDTH - 2 * MARGIN, bottom - top, canvas.theme.box)
    canvas.take(drawn)
    return bottom


def _when(match: Match, status: InTie, words: Words) -> str:
    legs = legs_of(status.tie)
    leg = Leg.SECOND if match is legs.second else Leg.FIRST if legs.two_legged else None
    if match in legs.replays:
        leg = Leg.REPLAY
    day = words.weekday_and_date(match.date) if match.date else words.date_unknown
    return " · ".join(filter(None, (words.leg(leg), day)))


def _beside(match: Match, status: InTie, words: Words) -> Iterator[str]:
    if match.score is None:
        yield without_score(match, status.season.now, words) or words.statuses[Status.SCHEDULED]
        return
    if beside := beside_score(match, status.season.now, words):
        yield beside
    if match.penalties and not (status.outcome and status.outcome.decided_by is DecidedBy.PENALTIES):
        yield words.on_penalties(match.penalties)
    if hidden := doubt(match, status.tie, words):
        yield hidden
    if match.goals and not match.scorers_known and match.status is not Status.AWARDED:
        yield words.scorers_partly_unknown


def _glued(line: str) -> str:
    """A scorer's name that is not broken: minutes above it look better than half of it below."""
    minutes, sign, name = line.rpartition("' ")
    glued = f"{minutes}{sign}{name.replace(' ', _UNBROKEN)}"
    return glued if width(name, SMALL) <= _SCORERS else line


def _place(status: InTie, clubs: tuple[object, object]) -> int | None:
    """Which of two clubs won the tie."""
    return clubs.index(status.outcome.winner) if status.outcome else None


def _mark(status: InTie) -> WinnerMark:
    return WinnerMark.CUP if status.tie.round.kind is RoundKind.FINAL else WinnerMark.TICK


def _verdict(canvas: Canvas, status: InTie, words: Words, top: float) -> float:
    """Who goes through, and below it by what, in a band of the colour that marks winners."""
    theme = canvas.theme
    what, why = verdict_and_reason(status, words)
    shoot_out = next((match.penalties for match in status.tie.matches if match.penalties), None)
    if status.outcome and status.outcome.decided_by is DecidedBy.PENALTIES and shoot_out:
        why = words.on_penalties(shoot_out if shoot_out.home > shoot_out.away else shoot_out.turned)
    if not what:
        return top
    band, letters = (theme.accent, theme.on_accent) if status.outcome else (theme.box, theme.text)
    top += GAP
    drawn = Canvas(theme)
    size = max(40, min(46, int(46 * INSIDE / width(what, 46, BOLD))))
    y = drawn.paragraph(what, MIDDLE, top + PADDING / 2, INSIDE, Ink(size, letters, BOLD, "middle"))
    y = drawn.paragraph(why, MIDDLE, y - 4, INSIDE, Ink(SMALL, letters, anchor="middle")) if why else y
    canvas.box(MARGIN, top, WIDTH - 2 * MARGIN, y + PADDING / 2 - top, band)
    canvas.take(drawn)
    return y + PADDING / 2

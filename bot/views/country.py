"""How the clubs of a country fare in Europe: two or three lines for each, by competition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.football.model import AMSTERDAM, EUROPEAN_COMPETITIONS, Club, Match, RoundKind, Season, Status
from bot.football.season.club_status import ClubStatus, InTable, InTie
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.tables.advancing import Drops, GoesOn, Out
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import aggregate
from bot.views.answer import bold, escape, fitted, lines, paragraphs, secret
from bot.views.match import pair, short_line
from bot.views.short_names import headline_name
from bot.words import Words, first_upper

HOURS_SHOWN = timedelta(days=7)
"""A match that is further away has its day only."""


@dataclass(frozen=True, slots=True)
class ClubInEurope:
    """How a club stands, with its last match and its next one."""

    club: Club
    status: ClubStatus
    last: Match | None
    next: Match | None
    next_is_no_secret: bool = True
    """Whether it has this match to come however its last one ended."""

    @property
    def season(self) -> SeasonAsOf:
        return self.status.season

    @property
    def is_out(self) -> bool:
        match self.status:
            case InTie(outcome=decided, played_on=played_on):
                winner = decided.winner if decided else played_on
                return winner not in {None, self.club}
            case InTable(fate=fate):
                return isinstance(fate, Out)
            case _:
                return False


def country_text(country: str, season: Season, clubs: Sequence[ClubInEurope], words: Words) -> str:
    """The clubs in order, under their competitions; how far the results go once, at the end."""
    shown = {club.season.competition: club.season for club in clubs}
    return paragraphs(
        f"🌍 {bold(first_upper(words.in_europe(country)))} · {season}",
        *(
            lines(
                f"🏆 {escape(words.competition(cup, season))}",
                *(_club(club, words) for club in clubs if club.season.competition == cup),
            )
            for cup in shown
        ),
        _how_far(shown.values(), words),
    )


def in_order(clubs: Iterable[ClubInEurope], words: Words) -> list[ClubInEurope]:
    """By competition, those that are still in it first."""
    cups = EUROPEAN_COMPETITIONS.index
    return sorted(clubs, key=lambda each: (cups(each.season.competition), each.is_out, words.club(each.club)))


def _how_far(seasons: Iterable[SeasonAsOf], words: Words) -> str:
    behind = [(each, each.known_until) for each in seasons if each.known_until]
    cups = (words.known_until_in(words.cup(each.competition, each.season), day) for each, day in behind)
    return f"⚠️ {escape(lines(*cups))}" if behind else ""


def _club(club: ClubInEurope, words: Words) -> str:
    next_line = f"⏭ {_next(club.next, club.season, words)}" if club.next else ""
    return lines(
        *_standing(club, words),
        next_line if club.next_is_no_secret or not next_line else secret(next_line),
    )


def _standing(club: ClubInEurope, words: Words) -> Iterator[str]:
    name, status = bold(headline_name(words.club(club.club))), club.status
    match status:
        case InTie():
            yield f"{name} {secret(escape(f'· {words.tie_round(status.tie.round)}'))}"
            yield from _tie(club, status, words)
        case InTable():
            yield f"{name} {secret(escape(f'· {_place(status, words)}'))}" if status.standing.played else name
            yield _fate(status, words) or _last(club, words)
        case _:
            yield name


def _place(status: InTable, words: Words) -> str:
    """Its place while no result of the club is missing, and its points."""
    standing, place = status.standing, words.ordinal(status.standing.place)
    points = words.points_out_of(standing.points, standing.played)
    if status.unknown or not status.place_known:
        return points
    return f"{words.shared_place(place) if standing.shared else place}, {points}"


def _fate(status: InTable, words: Words) -> str:
    """What its place meant, once the table is complete."""
    match status.fate:
        case GoesOn(to):
            text = f"✅ {words.advances('', to)}"
        case Drops(cup):
            text = f"↘️ {words.drops_to('', words.competition(cup, status.season.season)).strip()}"
        case Out():
            text = f"❌ {words.out_in_table('', status.table.round).strip()}"
        case None:
            text = ""
    return secret(escape(text))


def _tie(club: ClubInEurope, status: InTie, words: Words) -> Iterator[str]:
    """How it was decided, or how it stands and what the club needs."""
    if status.outcome is None:
        yield f"❔ {escape(words.result_unknown)}" if status.unknown else _last(club, words)
        yield from (
            secret(fitted(*escape(f"▫️ {words.need('', need).strip()}").split("; ")))
            for need in status.needs
            if need.club == club.club and legs_of(status.tie).two_legged
        )
        return
    won = "🏆" if status.tie.round.kind is RoundKind.FINAL else "✅"
    mark = won if status.outcome.winner == club.club else "❌"
    total, why = aggregate(status.tie), words.reasons[status.outcome.decided_by]
    if legs_of(status.tie).two_legged and total:
        score = total if club.club == status.tie.club_a else total.turned
        clubs = pair(status.club, status.tie.opponent_of(status.club), words)
        yield secret(fitted(f"{mark} {escape(clubs)} {score}", escape(why or words.over_two_legs)))
    else:
        yield secret(f"{mark} {short_line(status.tie.matches[-1], status.season.now, words)}")


def _last(club: ClubInEurope, words: Words) -> str:
    if club.last is None:
        return ""
    line = short_line(club.last, club.season.now, words)
    day = words.short_day(club.last.date) if club.last.date else ""
    if club.last.status is Status.LIVE:
        return f"▶️ {line}"
    return secret(f"⏮ {fitted(line, escape(day), between=' · ')}")


def _next(match: Match, season: SeasonAsOf, words: Words) -> str:
    if match.date is None:
        return escape(f"{pair(*match.clubs, words)} · {words.date_unknown}")
    is_soon = match.date - season.now.astimezone(AMSTERDAM).date() < HOURS_SHOWN
    hour = f", {words.clock(match.kick_off)}" if is_soon and match.kick_off else ""
    return fitted(
        escape(pair(*match.clubs, words)), escape(f"{words.short_day(match.date)}{hour}"), between=" · "
    )

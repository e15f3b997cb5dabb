"""The buttons under an answer to `/uitslag`: three short rows at most, besides the ties of a whole season."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.football.model import Club, Leg, Round, Season, Tie
from bot.football.season.club_status import InTable, InTie
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.ties.legs import legs_of
from bot.handlers.pictures import picture_button
from bot.handlers.query import EVENINGS, About, Back, Query
from bot.views.answer import Button
from bot.words import Words

Row = tuple[Button, ...]
Rows = tuple[Row, ...]


def under_tie(status: InTie, ask: Query, before: Season | None, words: Words) -> Rows:
    """Each leg once both are known, the whole season, and the season before."""
    known, legs = status.season, legs_of(status.tie)
    of_tie = replace(
        _of_club(status.club, ask),
        competition=known.competition,
        season=known.season,
        round=status.tie.round,
    )
    both = legs.two_legged and all(
        leg is not None and leg.score is not None for leg in (legs.first, legs.second)
    )
    each = [(words.button_leg(leg), replace(of_tie, leg=leg)) for leg in (Leg.FIRST, Leg.SECOND)]
    return _rows(
        _row(*each) if both else (),
        (
            *_whole_way(status.club, known.season, ask, words),
            *picture_button(replace(of_tie, back=None), words),
        ),
        _back_or_before(status.club, ask, before, words),
    )


def under_leg(ask: Query, words: Words) -> Rows:
    """The other leg, and the way back to the tie."""
    other = Leg.FIRST if ask.leg is Leg.SECOND else Leg.SECOND
    return _rows(
        _row(
            (words.button_both_legs, replace(ask, leg=None)),
            (words.button_leg(other), replace(ask, leg=other)),
        ),
        _back_to_evening(ask, words),
    )


def under_table(status: InTable, ask: Query, before: Season | None, words: Words) -> Rows:
    """The whole table, the whole season, and the season before."""
    known = status.season
    return _rows(
        _table(ask, known, status.table.round, words),
        _whole_way(status.club, known.season, ask, words),
        _back_or_before(status.club, ask, before, words),
    )


def under_meeting(club: Club, known: SeasonAsOf, round_: Round, ask: Query, words: Words) -> Rows:
    """Of two clubs in one table: the table with both marked, and the whole season of the first."""
    return _rows(
        _table(replace(ask, season=known.season), known, round_, words),
        _whole_way(club, known.season, ask, words),
        _back_to_evening(ask, words),
    )


def under_fixture(club: Club, season: Season, ask: Query, before: Season | None, words: Words) -> Rows:
    """Nothing has been played yet."""
    return _rows(_whole_way(club, season, ask, words), _back_or_before(club, ask, before, words))


def under_way(
    club: Club,
    ties: Sequence[tuple[SeasonAsOf, Tie]],
    ask: Query,
    around: tuple[Season | None, Season | None],
    words: Words,
) -> Rows:
    """A button for each tie of a season, and the seasons before and after it."""
    of_club = replace(_of_club(club, ask), back=_without_cup(ask.back))
    of_ties = (
        _row(
            (
                words.button_tie(tie.round, words.club(tie.opponent_of(club))),
                replace(
                    _of_club(club, ask), competition=known.competition, season=known.season, round=tie.round
                ),
            )
        )
        for known, tie in ties
    )
    seasons = [(words.button_season(season), replace(of_club, season=season)) for season in around if season]
    return _rows(*of_ties, _row(*seasons), _back_to_evening(ask, words))


def _of_club(club: Club, ask: Query) -> Query:
    return Query((club.id,), day=ask.day, back=ask.back)


def _without_cup(back: Back | None) -> Back | None:
    """A question about a whole season names no cup."""
    return Back.EVENING if back is Back.EVENING_OF_CUP else back


def _whole_way(club: Club, season: Season, ask: Query, words: Words) -> Row:
    way = replace(_of_club(club, ask), season=season, back=_without_cup(ask.back))
    return _row((words.button_whole_way(season), way))


def _back_or_before(club: Club, ask: Query, before: Season | None, words: Words) -> Row:
    if back := _back_to_evening(ask, words):
        return back
    return _row((words.button_season(before), replace(_of_club(club, ask), season=before))) if before else ()


def _back_to_evening(ask: Query, words: Words) -> Row:
    if ask.day is None or ask.back not in EVENINGS:
        return ()
    cup = ask.competition if ask.back is Back.EVENING_OF_CUP else None
    return _row((words.button_back_to_evening(ask.day), Query((), cup, day=ask.day, about=About.EVENING)))


def _table(ask: Query, known: SeasonAsOf, round_: Round, words: Words) -> Row:
    back = ask.back if ask.back in EVENINGS else Back.RESULT
    table = Query(ask.clubs, known.competition, known.season, round_, ask.day, About.TABLE, back=back)
    data = table.data or replace(table, round=None).data or replace(table, clubs=ask.clubs[:1]).pressable
    return (Button(words.button_table, data),) if data else ()


def _row(*buttons: tuple[str, Query]) -> Row:
    return tuple(Button(label, data) for label, ask in buttons if (data := ask.pressable))


def _rows(*rows: Row) -> Rows:
    return tuple(row for row in rows if row)

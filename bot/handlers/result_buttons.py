"""The buttons under an answer to `/uitslag`: three short rows at most, besides the ties of a whole season."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.football.model import Club, Match, Round, Season, Tie
from bot.football.season.club_status import InTable, InTie
from bot.football.season.season_as_of import SeasonAsOf
from bot.handlers.head_to_head import head_to_head_button
from bot.handlers.pictures import picture_button
from bot.handlers.query import EVENINGS, About, Back, Query, Row, Rows, row, rows
from bot.views.answer import Button, ButtonStyle, Share
from bot.views.pictures.card import has_card
from bot.words import Words


def under_tie(status: InTie, query: Query, before: Season | None, words: Words) -> Rows:
    """The whole season, the picture where there is something to draw, all meetings, and the season before."""
    season = status.season
    of_tie = _of_tie(status.club, season, status.tie, query)
    return rows(
        (
            *_whole_way(status.club, season.season, query, words),
            *(picture_button(replace(of_tie, back=None), words) if has_card(status) else ()),
        ),
        (
            *head_to_head_button(query, status.tie.matches[0], words),
            *_back_or_before(status.club, query, before, words),
        ),
    )


def under_table(status: InTable, query: Query, before: Season | None, words: Words) -> Rows:
    """The whole table, the whole season, and the season before."""
    season = status.season
    return rows(
        _table(query, season, status.table.round, words),
        _whole_way(status.club, season.season, query, words),
        _back_or_before(status.club, query, before, words),
    )


def under_meeting(club: Club, season: SeasonAsOf, match: Match, query: Query, words: Words) -> Rows:
    """Of two clubs in one table: the table with both marked, all meetings, and the season of the first."""
    return rows(
        (
            *_table(replace(query, season=season.season), season, match.round, words),
            *head_to_head_button(query, match, words),
        ),
        _whole_way(club, season.season, query, words),
        _back_to_evening(query, words),
    )


def under_fixture(club: Club, season: Season, query: Query, before: Season | None, words: Words) -> Rows:
    """The whole season and the season before, when nothing has been played yet."""
    return rows(_whole_way(club, season, query, words), _back_or_before(club, query, before, words))


def under_way(
    club: Club,
    ties: Sequence[tuple[SeasonAsOf, Tie]],
    query: Query,
    around: tuple[Season | None, Season | None],
    words: Words,
) -> Rows:
    """A button for each tie of a season, and the seasons before and after it."""
    of_club = replace(_of_club(club, query), back=_without_cup(query.back))
    of_ties = (
        _hidden_if(
            row(
                (
                    words.button_tie(tie.round, words.club(tie.opponent_of(club))),
                    _of_tie(club, season, tie, query),
                )
            ),
            # That there is a tie to come tells that the club went through.
            is_secret=all(match.status.is_to_begin for match in tie.matches),
        )
        for season, tie in ties
    )
    seasons = [(words.button_season(year), replace(of_club, season=year)) for year in around if year]
    return rows(*of_ties, row(*seasons), _back_to_evening(query, words))


def _hidden_if(buttons: Row, *, is_secret: bool) -> Row:
    return tuple(replace(button, is_secret=is_secret) for button in buttons)


def _of_club(club: Club, query: Query) -> Query:
    return Query((club.id,), day=query.day, back=query.back)


def _of_tie(club: Club, season: SeasonAsOf, tie: Tie, query: Query) -> Query:
    return Query((club.id,), season.competition, season.season, tie.round, query.day, back=query.back)


def _without_cup(back: Back | None) -> Back | None:
    """A question about a whole season names no cup."""
    return Back.EVENING if back is Back.EVENING_OF_CUP else back


def _whole_way(club: Club, season: Season, query: Query, words: Words) -> Row:
    way = replace(_of_club(club, query), season=season, back=_without_cup(query.back))
    return tuple(
        replace(button, style=ButtonStyle.PRIMARY) for button in row((words.button_whole_way(season), way))
    )


def _back_or_before(club: Club, query: Query, before: Season | None, words: Words) -> Row:
    if back := _back_to_evening(query, words):
        return back
    return row((words.button_season(before), replace(_of_club(club, query), season=before))) if before else ()


def _back_to_evening(query: Query, words: Words) -> Row:
    if query.day is None or query.back not in EVENINGS:
        return ()
    cup = query.competition if query.back is Back.EVENING_OF_CUP else None
    return row((words.button_back_to_evening(query.day), Query((), cup, day=query.day, about=About.EVENING)))


def _table(query: Query, season: SeasonAsOf, round_: Round, words: Words) -> Row:
    back = query.back if query.back in EVENINGS else Back.RESULT
    table = Query(query.clubs, season.competition, season.season, round_, query.day, About.TABLE, back=back)
    data = table.data or replace(table, round=None).data or replace(table, clubs=query.clubs[:1]).pressable
    return (Button(words.button_table, data),) if data else ()


def share(clubs: Sequence[Club], query: Query, season: Season | None, words: Words) -> Share:
    """The button that takes an answer to another chat: the question as somebody would type it there.

    A club's present state when no season is named; between two clubs the last meeting.
    """
    # A tie is found by its two clubs; for one club a cup narrows the answer as it did here.
    cup = query.competition if len(clubs) == 1 else None
    parts = (
        " - ".join(words.club(club) for club in clubs),
        str(season) if season else "",
        cup.code if cup else "",
        f"{query.day:%d-%m-%Y}" if query.day else "",
    )
    return Share(words.button_share, " ".join(filter(None, parts)))

"""The button `Plaatje`: a tie, a knockout phase, two clubs, a club through the years; light or dark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.season.bracket import bracket
from bot.football.season.club_status import in_tie
from bot.handlers.command import ButtonHandler
from bot.handlers.query import MOST_BYTES, About, Query, Row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import clubs_of, moment_meant, pressed_query
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button
from bot.views.club import club_title
from bot.views.head_to_head import head_to_head_title
from bot.views.picture_caption import bracket_caption, tie_caption
from bot.views.pictures.card import card_svg, has_card
from bot.views.pictures.chart import chart_svg
from bot.views.pictures.head_to_head import head_to_head_svg
from bot.views.pictures.themes import LIGHT, THEMES, Theme, other
from bot.views.pictures.tree import bracket_svg
from bot.words import Words

PICTURE = "b"
"""The first part of the data of the button; the theme is the second, the rest is the query."""


def picture_button(query: Query, words: Words, theme: Theme = LIGHT, label: str = "") -> Row:
    """A row with the button for a picture; empty when the query does not fit in its data."""
    data = f"{PICTURE}|{theme.code}|{query.data}"
    if query.data is None or len(data.encode()) > MOST_BYTES:
        return ()
    return (Button(label or words.button_picture, data),)


@dataclass(frozen=True, slots=True)
class Pictures(ButtonHandler):
    button = PICTURE
    sends_files = True
    knowledge: ResultsAsOf

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        self.knowledge.refresh()
        _, theme, what = (*data.split("|", 2), "", "")[:3]
        chosen, query = THEMES.get(theme), pressed_query(what, self.knowledge)
        if chosen is None or query is None:
            return None
        at = moment_meant(query, request.now)
        match query.about:
            case About.RESULT:
                return self._card(query, at, words, chosen)
            case About.BRACKET:
                return self._bracket(query, at, words, chosen)
            case About.HEAD_TO_HEAD:
                return self._head_to_head(query, at, words, chosen)
            case About.CLUB:
                return self._chart(query, at, words, chosen)
            case _:
                return None

    def _card(self, query: Query, at: datetime, words: Words, theme: Theme) -> Answer | None:
        if not (query.clubs and query.competition and query.season and query.round):
            return None
        club = self.knowledge.results.clubs()[query.clubs[0]]
        season = self.knowledge.season(query.competition, query.season, at)
        tie = next((tie for tie in season.ties_of(club) if tie.round == query.round), None)
        status = in_tie(club, season, tie) if tie else None
        if status is None or not has_card(status):
            return None
        return _answer(tie_caption(status, words), card_svg(status, words, theme), query, words, theme)

    def _bracket(self, query: Query, at: datetime, words: Words, theme: Theme) -> Answer | None:
        if not (query.competition and query.season):
            return None
        season = self.knowledge.season(query.competition, query.season, at)
        if not bracket(season):
            return None
        return _answer(bracket_caption(season, words), bracket_svg(season, words, theme), query, words, theme)

    def _head_to_head(self, query: Query, at: datetime, words: Words, theme: Theme) -> Answer | None:
        clubs = clubs_of(query, self.knowledge)
        met = self.knowledge.met(clubs[0], clubs[1], at) if len(clubs) == 2 else []
        if not met:
            return None
        svg = head_to_head_svg(clubs, met, at, words, theme)
        return _answer(head_to_head_title(clubs, words), svg, query, words, theme)

    def _chart(self, query: Query, at: datetime, words: Words, theme: Theme) -> Answer | None:
        clubs = clubs_of(query, self.knowledge)
        history = self.knowledge.history(clubs[0], at) if clubs else None
        if history is None:
            return None
        svg = chart_svg(history, words, theme)
        return _answer(club_title(history.club, words), svg, query, words, theme)


def _answer(caption: str, svg: str, query: Query, words: Words, theme: Theme) -> Answer:
    turned = other(theme)
    return Answer(caption, rows(picture_button(query, words, turned, words.button_theme(turned.code))), svg)

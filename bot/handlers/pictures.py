"""The button `Plaatje`: a tie or a knockout phase as a picture, light or dark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.football.season.bracket import bracket
from bot.football.season.club_status import in_tie
from bot.handlers.query import MOST_BYTES, About, Query
from bot.handlers.questions import asked_by_button, moment_meant
from bot.handlers.request import Request
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button
from bot.views.picture_caption import bracket_caption, tie_caption
from bot.views.pictures.card import card_svg
from bot.views.pictures.themes import LIGHT, THEMES, Theme, other
from bot.views.pictures.tree import bracket_svg
from bot.words import Words

PICTURE = "b"
"""The first part of the data of the button; the theme is the second, the rest is what is asked."""


def picture_button(ask: Query, words: Words, theme: Theme = LIGHT, label: str = "") -> tuple[Button, ...]:
    """A row with the button for a picture; empty when what is asked does not fit in one."""
    data = f"{PICTURE}|{theme.code}|{ask.data}"
    if ask.data is None or len(data.encode()) > MOST_BYTES:
        return ()
    return (Button(label or words.button_picture, data),)


@dataclass(frozen=True, slots=True)
class PictureCommand:
    knowledge: ResultsAsOf

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """The picture of a button; None when the button is old, foreign or forged."""
        self.knowledge.refresh()
        _, theme, what = (*data.split("|", 2), "", "")[:3]
        chosen = THEMES.get(theme)
        if chosen is None:
            return None
        for about, draw in ((About.RESULT, self._card), (About.BRACKET, self._bracket)):
            if ask := asked_by_button(what, about, self.knowledge):
                return draw(ask, moment_meant(ask, asked.now), words, chosen)
        return None

    def _card(self, ask: Query, at: datetime, words: Words, theme: Theme) -> Answer | None:
        if not (ask.clubs and ask.competition and ask.season and ask.round):
            return None
        club = self.knowledge.results.clubs()[ask.clubs[0]]
        known = self.knowledge.season(ask.competition, ask.season, at)
        tie = next((tie for tie in known.ties_of(club) if tie.round == ask.round), None)
        if tie is None:
            return None
        status = in_tie(club, known, tie)
        return _answer(tie_caption(status, words), card_svg(status, words, theme), ask, words, theme)

    def _bracket(self, ask: Query, at: datetime, words: Words, theme: Theme) -> Answer | None:
        if not (ask.competition and ask.season):
            return None
        known = self.knowledge.season(ask.competition, ask.season, at)
        if not bracket(known):
            return None
        return _answer(bracket_caption(known, words), bracket_svg(known, words, theme), ask, words, theme)


def _answer(caption: str, svg: str, ask: Query, words: Words, theme: Theme) -> Answer:
    turned = other(theme)
    row = picture_button(ask, words, turned, words.button_theme(turned.code))
    return Answer(caption, (row,) if row else (), svg)

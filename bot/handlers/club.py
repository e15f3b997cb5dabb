"""`/club`: a club through the years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.handlers.command import Names
from bot.handlers.denials import as_far_as_known
from bot.handlers.pictures import picture_button
from bot.handlers.query import About, Query, row, rows
from bot.handlers.resolve import Mention, Overview, noted_left_out
from bot.read_model.all_time import AllTime
from bot.read_model.coverage import Scope
from bot.views.answer import Answer
from bot.views.club import club_text
from bot.views.finding import ask_for_club, sentence
from bot.words import Words, first_upper

EXAMPLE = "/club Ajax"
MOST_SCORERS = 5


@dataclass(slots=True)
class ClubCommand(Overview):
    names = Names("club", aliases=("clubs", "historie", "history"))
    of_this_season = False
    button = About.CLUB
    example = EXAMPLE
    offers_other_season = False
    uses = frozenset({Mention.CLUB, Mention.SECOND_CLUB, Mention.DAY})
    all_time: AllTime

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        """Of two clubs the first is told, and the other said to be left out."""
        clubs = self.clubs_of(query)
        if not clubs:
            return ask_for_club(words.which_club_through_the_years, EXAMPLE, words)
        club, *others = clubs
        history = self.knowledge.history(club, at)
        if history is None:
            return sentence(words.not_here(words.club(club)))
        best = self.all_time.top_scorers(club, at, MOST_SCORERS)
        asked_for = Query((club.id,), day=query.day, about=About.CLUB)
        buttons = rows(
            (
                *picture_button(asked_for, words),
                *row((words.button_honours, replace(asked_for, about=About.HONOURS))),
            ),
            row(
                (first_upper(words.top_scorers), replace(asked_for, about=About.TOP_SCORERS)),
                (words.result, replace(asked_for, about=About.RESULT)),
            ),
        )
        answer = noted_left_out(Answer(club_text(history, best, words), buttons), others, words)
        return as_far_as_known(answer, Scope([club]), self.knowledge, at, words)

"""`/onderling`: every meeting of two clubs, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.football.model import Match, Season
from bot.handlers.command import Names
from bot.handlers.denials import as_far_as_known, denied
from bot.handlers.pictures import picture_button
from bot.handlers.query import About, Back, Query, Row, row, rows
from bot.handlers.resolve import Mention, Overview
from bot.read_model.coverage import Scope
from bot.views.answer import Answer
from bot.views.finding import ask_for_club
from bot.views.head_to_head import head_to_head_text
from bot.words import Words

EXAMPLE = "/onderling Ajax Juventus"
SEASONS_OF_A_PAGE = 8


@dataclass(slots=True)
class HeadToHeadCommand(Overview):
    names = Names("onderling", "headtohead", ("h2h", "ontmoetingen"))
    of_this_season = False
    button = About.HEAD_TO_HEAD
    example = EXAMPLE
    offers_other_season = False
    uses = frozenset({Mention.CLUB, Mention.SECOND_CLUB, Mention.SEASON, Mention.DAY})

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        """A page of the meetings, from the season on that is named, newest first."""
        clubs = self.clubs_of(query)
        if len(clubs) != 2:
            return ask_for_club(words.which_two_clubs, EXAMPLE, words)
        met = self.knowledge.met(clubs[0], clubs[1], at)
        if not met:
            text = words.never_met(*map(words.club, clubs))
            return denied(text, Scope(clubs), self.knowledge, at, words)
        # Opened from a tie, the query names that tie, so that one gets back to it.
        opened = query if query.back is Back.RESULT else replace(query, competition=None, season=None)
        start = None if query.back else query.season
        seasons = list(dict.fromkeys(match.season for match in met))
        first = next((place for place, season in enumerate(seasons) if start is None or season <= start), 0)
        of_page = seasons[first : first + SEASONS_OF_A_PAGE]
        page = [match for match in met if match.season in of_page]
        picture = Query(query.clubs, day=query.day, about=About.HEAD_TO_HEAD)
        buttons = rows(
            _pages(query, seasons, first, words),
            (*_result(opened, words), *picture_button(picture, words)),
        )
        answer = Answer(head_to_head_text(clubs, met, page, at, words), buttons)
        return as_far_as_known(answer, Scope(clubs), self.knowledge, at, words)


def head_to_head_button(query: Query, match: Match, words: Words) -> Row:
    """The button under a tie or a meeting: it leads to all meetings, and from there back."""
    ids = (*query.clubs, *(club.id for club in match.clubs if club.id not in query.clubs))
    opened = Query(
        ids, match.competition, match.season, match.round, query.day, About.HEAD_TO_HEAD, Back.RESULT
    )
    return row((words.button_head_to_head, opened))


def _pages(query: Query, seasons: Sequence[Season], first: int, words: Words) -> Row:
    def button(label: str, place: int) -> tuple[str, Query]:
        return label, Query(query.clubs, season=seasons[place], day=query.day, about=About.HEAD_TO_HEAD)

    beyond = first + SEASONS_OF_A_PAGE
    later = [button(f"⏮ {words.button_later}", max(0, first - SEASONS_OF_A_PAGE))] if first else []
    earlier = [button(f"{words.button_earlier} ⏭", beyond)] if beyond < len(seasons) else []
    return row(*later, *earlier)


def _result(opened: Query, words: Words) -> Row:
    """The tie that it was opened from, else the last meeting."""
    label = words.button_back_to_result if opened.back else words.last_match
    return row((label, replace(opened, about=About.RESULT, back=None)))

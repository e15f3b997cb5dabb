"""`/loting`: the draws to come, and the final."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.football.model import CHAMPIONS_LEAGUE, CONFERENCE_LEAGUE, CUP_WINNERS_CUP, EUROPA_LEAGUE
from bot.football.question import parse_question
from bot.handlers.knowledge import season_of
from bot.views.draws import draws_text

if TYPE_CHECKING:
    from bot.football.club_names import ClubFinder
    from bot.handlers.asked import Asked
    from bot.handlers.knowledge import Knowledge
    from bot.views.answer import Answer
    from bot.words import Words

SHOWN = (CHAMPIONS_LEAGUE, EUROPA_LEAGUE, CONFERENCE_LEAGUE, CUP_WINNERS_CUP)
LONGEST_QUESTION = 256


@dataclass(frozen=True, slots=True)
class DrawCommand:
    """Answers `/loting`, for one competition or for all of this season."""

    finder: ClubFinder
    knowledge: Knowledge

    def answer(self, asked: Asked, words: Words) -> Answer:
        self.knowledge.refresh()
        now = asked.now
        question = parse_question(asked.text[:LONGEST_QUESTION], now=now, find=self.finder.find)
        season = question.season or season_of(now)
        running = {*self.knowledge.results.seasons(), *self.knowledge.results.draw_seasons()}
        chosen = (
            [question.competition]
            if question.competition
            else [one for one in SHOWN if (one, season) in running]
        )
        return draws_text([self.knowledge.season(one, season, now) for one in chosen], words)

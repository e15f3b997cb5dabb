"""`/speler`: the goals of a player in Europe."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.football.model import EUROPEAN_COMPETITIONS
from bot.football.names.finder import OneClub
from bot.football.players.player_finder import button_key, is_called
from bot.football.players.players import Player
from bot.football.players.top_scorers import Coverage
from bot.football.season.evening import end_of_evening, evening_of
from bot.football.seasons import first_day
from bot.handlers.command import Command, Names
from bot.handlers.denials import as_far_as_known
from bot.handlers.query import About, Query, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import LONGEST_QUESTION
from bot.handlers.scorers import TopScorersCommand
from bot.read_model.all_time import AllTime
from bot.read_model.coverage import Scope
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import noted, too_long
from bot.views.scorers import ask_for_player, no_player, player_text, which_player
from bot.words import Words

LAST_GOALS = (5, 31)
"""Month and day: by then nothing of the next season is played."""
PLAYER = "j"
"""The first part of the data of a player's button; the key is the second."""


@dataclass(frozen=True, slots=True)
class PlayerCommand(Command):
    names = Names("speler", "player")
    button = PLAYER
    knowledge: ResultsAsOf
    all_time: AllTime
    scorers: TopScorersCommand

    def answer(self, request: Request, words: Words) -> Answer:
        text = request.text.strip()
        if not text:
            return ask_for_player(words)
        if len(text) > LONGEST_QUESTION:
            return too_long(words)
        self.knowledge.refresh()
        players = self.all_time.players(text)
        club = self._club(text)
        if club and not any(is_called(player, text) for player in players):
            return self.scorers.about(club, request.now, words)
        scored = [(player, then) for player in players if (then := player.at(request.now)) is not None]
        match scored:
            case []:
                coverage = self.all_time.coverage_ever(request.now)
                # Of nobody no own goal is counted.
                coverage = replace(coverage, own_goals=coverage.counted)
                answer = noted(no_player(text, words), words.scorers_coverage(coverage))
                return as_far_as_known(answer, Scope(), self.knowledge, request.now, words)
            case [(_, then)] if club is None:
                return self._about(then, request.now, words)
        # The years on a button, which can't be hidden, are those of before tonight.
        before = end_of_evening(evening_of(request.now) - timedelta(days=1))
        choice = which_player(
            [(player.at(before) or then, f"{PLAYER}|{button_key(player)}") for player, then in scored], words
        )
        by_id = self.knowledge.results.clubs()
        of_club = row((words.club(by_id[club.clubs[0]]), club)) if club else ()
        return replace(choice, buttons=rows(*choice.buttons, of_club))

    def _club(self, text: str) -> Query | None:
        """The question for the scorers of a club, where the text names one."""
        found = self.scorers.finder.find(text)
        return Query((found.club.id,), about=About.TOP_SCORERS) if isinstance(found, OneClub) else None

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        self.knowledge.refresh()
        player = self.all_time.player(data.partition("|")[2])
        then = player.at(request.now) if player else None
        return self._about(then, request.now, words) if then else None

    def _about(self, player: Player, now: datetime, words: Words) -> Answer:
        """Goals can be missing in every competition of those years, not only in those with a known goal."""
        first, last = player.seasons
        each = (self.all_time.coverage(now, cup, first, last) for cup in EUROPEAN_COMPETITIONS)
        answer = Answer(player_text(player, sum(each, Coverage(0, 0)), words))
        days = first_day(first), date(last.start_year + 1, *LAST_GOALS)
        return as_far_as_known(answer, Scope(when=days), self.knowledge, now, words)

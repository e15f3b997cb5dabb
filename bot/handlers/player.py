"""`/speler`: the goals of a player in Europe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.football.model import Competition, Season
from bot.football.players.player_finder import button_key
from bot.football.players.players import Player
from bot.football.season.evening import end_of_evening, evening_of
from bot.handlers.command import Command, Names
from bot.handlers.request import Request
from bot.handlers.resolve import LONGEST_QUESTION
from bot.read_model.all_time import AllTime
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import too_long
from bot.views.scorers import ask_for_player, no_player, player_text, which_player
from bot.words import Words

PLAYER = "j"
"""The first part of the data of a player's button; the key is the second."""


@dataclass(frozen=True, slots=True)
class PlayerCommand(Command):
    names = Names("speler", "player")
    button = PLAYER
    knowledge: ResultsAsOf
    all_time: AllTime

    def answer(self, request: Request, words: Words) -> Answer:
        text = request.text.strip()
        if not text:
            return ask_for_player(words)
        if len(text) > LONGEST_QUESTION:
            return too_long(words)
        self.knowledge.refresh()
        players = self.all_time.players(text)
        scored = [(player, then) for player in players if (then := player.at(request.now)) is not None]
        match scored:
            case []:
                return no_player(text, words)
            case [(_, then)]:
                return self._about(then, request.now, words)
        # The years on a button, which can't be hidden, are those of before tonight.
        before = end_of_evening(evening_of(request.now) - timedelta(days=1))
        return which_player(
            [(player.at(before) or then, f"{PLAYER}|{button_key(player)}") for player, then in scored], words
        )

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        self.knowledge.refresh()
        player = self.all_time.player(data.partition("|")[2])
        then = player.at(request.now) if player else None
        return self._about(then, request.now, words) if then else None

    def _about(self, player: Player, now: datetime, words: Words) -> Answer:
        competitions = dict.fromkeys(goal.competition for goal in player.goals)
        covered = [(cup, self.all_time.coverage(now, cup, *player.seasons)) for cup in sorted(competitions)]
        missing = [(cup, season) for cup in sorted(competitions) for season in self._missing(player, cup)]
        return Answer(player_text(player, covered, missing, words))

    def _missing(self, player: Player, competition: Competition) -> Iterator[Season]:
        """The seasons between the first goal and the last of which nothing is here."""
        first, last = player.seasons
        for year in range(first.start_year, last.start_year + 1):
            if competition in self.knowledge.missing_of(Season(year)):
                yield Season(year)

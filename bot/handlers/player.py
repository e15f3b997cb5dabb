"""`/speler`: the goals of a player in Europe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.football.model import Competition, Season
from bot.football.players.player_finder import key_of
from bot.football.players.players import Player
from bot.handlers.questions import LONGEST_QUESTION
from bot.handlers.request import Request
from bot.read_model.all_time import AllTime
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import too_long
from bot.views.scorers import ask_for_player, no_player, player_text, which_player
from bot.words import Words

PLAYER = "j"
"""The first part of the data of a player's button; the key is the second."""


@dataclass(frozen=True, slots=True)
class PlayerCommand:
    knowledge: ResultsAsOf
    annals: AllTime

    def answer(self, asked: Request, words: Words) -> Answer:
        text = asked.text.strip()
        if not text:
            return ask_for_player(words)
        if len(text) > LONGEST_QUESTION:
            return too_long(words)
        self.knowledge.refresh()
        found = self.annals.players().find(text)
        known = [(player, then) for player in found if (then := player.at(asked.now)) is not None]
        match known:
            case []:
                return no_player(text, words)
            case [(_, then)]:
                return self._about(then, asked.now, words)
        return which_player([(then, f"{PLAYER}|{key_of(player)}") for player, then in known], words)

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """The answer to a button; None when there is no such player."""
        self.knowledge.refresh()
        player = self.annals.players().by_key(data.partition("|")[2])
        then = player.at(asked.now) if player else None
        return self._about(then, asked.now, words) if then else None

    def _about(self, player: Player, now: datetime, words: Words) -> Answer:
        competitions = dict.fromkeys(goal.competition for goal in player.goals)
        covered = [(one, self.annals.coverage(now, one, *player.seasons)) for one in sorted(competitions)]
        missing = [(one, season) for one in sorted(competitions) for season in self._missing(player, one)]
        return Answer(player_text(player, covered, missing, words))

    def _missing(self, player: Player, competition: Competition) -> Iterator[Season]:
        """The seasons between the first goal and the last of which nothing is here."""
        first, last = player.seasons
        for year in range(first.start_year, last.start_year + 1):
            if competition in self.knowledge.missing_of(Season(year)):
                yield Season(year)

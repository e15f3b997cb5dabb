"""Draws announced to the followers of the clubs in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.database.chats.alerts import Alerts
from bot.database.chats.match_states import MatchStates, StateRow
from bot.database.chats.outgoing import OutgoingMessage
from bot.football.competitions import competitions_of
from bot.football.events.alerting import AlertKind
from bot.football.model import Competition, Round, Tie
from bot.football.season.as_of import draw_over_at
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.live.compose import Texts, to_each
from bot.read_model.seasons import ResultsAsOf
from bot.views.alerts import draw_made_text

NEWS_FOR = timedelta(hours=24)
"""After the ceremony; pairings that reach us later show in answers only."""


@dataclass(frozen=True, slots=True)
class DrawMessages:
    alerts: Alerts
    knowledge: ResultsAsOf
    states: MatchStates

    def messages(self, now: datetime) -> tuple[list[OutgoingMessage], list[StateRow]]:
        """Messages about rounds drawn today whose pairings have come in, with the rows that tell of them."""
        messages: list[OutgoingMessage] = []
        announced: list[StateRow] = []
        for season, round_, ties in self._drawn(now):
            key = f"draw {season.competition}|{season.season.start_year}|{round_.code}"
            if self.states.has(key):
                continue
            announced.append(StateRow(key, now.date()))
            text = Texts(partial(draw_made_text, season, round_, ties))
            followers = self.alerts.followers_of(match for tie in ties for match in tie.matches)
            messages += to_each(followers, AlertKind.DRAWS, key, text, now, now + NEWS_FOR)
        return messages, announced

    def awaited(self, now: datetime) -> bool:
        """Whether a draw was held today whose pairings have not come in yet."""
        drawn = {(season.competition, round_) for season, round_, _ in self._drawn(now)}
        return any(held not in drawn for held in self._held(now))

    def _held(self, now: datetime) -> Iterator[tuple[Competition, Round]]:
        season = season_of(now)
        for competition in competitions_of(season):
            for draw in self.knowledge.results.draws(competition, season):
                held = draw_over_at(draw)
                if held is not None and held <= now < held + NEWS_FOR:
                    # Of a draw of several rounds only the first has clubs; later rounds pair winners.
                    yield competition, min(draw.rounds, key=lambda drawn: drawn.order)

    def _drawn(self, now: datetime) -> Iterator[tuple[SeasonAsOf, Round, list[Tie]]]:
        for competition, round_ in self._held(now):
            season = self.knowledge.season(competition, season_of(now), now)
            ties = [tie for tie in season.ties if tie.round.kind is round_.kind]
            if ties:
                yield season, round_, ties

"""Draws told to those whose clubs were in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from bot.database.chats.alerts import Alerts
from bot.database.chats.outbox_facts import OutgoingMessage, ParcelKind
from bot.database.chats.watched import Believed, WatchedMatches
from bot.football.events.alerting import AlertKind
from bot.football.model import Competition, Round, Tie
from bot.football.season.as_of import draw_over_at
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import competitions_of, season_of
from bot.live.teller import Texts, wants
from bot.read_model.seasons import ResultsAsOf
from bot.views.alerts import draw_made_text

NEWS_FOR = timedelta(hours=24)
"""After the ceremony; pairings that reach us later are told by the next question."""


@dataclass(frozen=True, slots=True)
class DrawTeller:
    alerts: Alerts
    knowledge: ResultsAsOf
    watched: WatchedMatches

    def parcels(self, now: datetime) -> tuple[list[OutgoingMessage], list[Believed]]:
        """What to tell of rounds drawn today whose pairings are known, and that it has been told."""
        parcels: list[OutgoingMessage] = []
        told: list[Believed] = []
        for known, round_, ties in self._drawn(now):
            what = f"draw {known.competition}|{known.season.start_year}|{round_.code}"
            if self.watched.knows(what):
                continue
            told.append(Believed(what, now.date(), "{}"))
            text = Texts(partial(draw_made_text, known, round_, ties))
            clubs = {club.id for tie in ties for club in tie.clubs}
            parcels += [
                OutgoingMessage(
                    follower.chat,
                    what,
                    ParcelKind.NEWS,
                    text.of(follower),
                    now + timedelta(seconds=follower.alerts.delay),
                    now + NEWS_FOR,
                    silent=follower.silent,
                )
                for follower in self.alerts.followers_of(clubs)
                if wants(follower, AlertKind.DRAWS, now)
            ]
        return parcels, told

    def awaited(self, now: datetime) -> bool:
        """Whether a draw was held today of which the pairings are not known yet."""
        drawn = {(known.competition, round_) for known, round_, _ in self._drawn(now)}
        return any(one not in drawn for one in self._held(now))

    def _held(self, now: datetime) -> Iterator[tuple[Competition, Round]]:
        season = season_of(now)
        for competition in competitions_of(season):
            for draw in self.knowledge.results.draws(competition, season):
                held = draw_over_at(draw)
                if held is not None and held <= now < held + NEWS_FOR:
                    # Of a draw of several rounds the first is told: who plays whom later is not known yet.
                    yield competition, min(draw.rounds, key=lambda one: one.order)

    def _drawn(self, now: datetime) -> Iterator[tuple[SeasonAsOf, Round, list[Tie]]]:
        for competition, round_ in self._held(now):
            known = self.knowledge.season(competition, season_of(now), now)
            ties = [tie for tie in known.ties if tie.round.kind is round_.kind]
            if ties:
                yield known, round_, ties

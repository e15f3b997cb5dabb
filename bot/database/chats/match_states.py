"""What followers have heard of: the state of each match, and every draw, story and season dealt with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from bot.database.chats.connection import read
from bot.database.chats.stored_match import Json, match_stored, named, stored_match
from bot.database.moments import moment_of
from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.events.states import MatchState, match_key
from bot.football.model import Club, Match

RED_CARD, KICK = ("club", "player", "minute", "stoppage"), ("club", "scored", "player")
"""The order in which earlier versions kept them, without names."""
OF_MATCHES = "SELECT what, believed FROM watched WHERE what IN (SELECT value FROM json_each(?))"
EXISTS = "SELECT 1 FROM watched WHERE what = ?"
EXISTS_ON = "SELECT 1 FROM watched WHERE what = ? AND day = ?"
KEYS = "SELECT what FROM watched WHERE day = ? AND what LIKE ? ORDER BY what"
JSON = "SELECT believed FROM watched WHERE what = ?"
OF_DAY = "SELECT believed FROM watched WHERE day = ? AND what LIKE 'match %' ORDER BY what"


@dataclass(frozen=True, slots=True)
class StateRow:
    """One row of `watched`: its key, the evening by which it is forgotten, and the state as JSON."""

    key: str
    day: date
    json: str = "{}"
    """Empty where it is enough that the row is there: a draw, a story or a season was dealt with."""


@dataclass(frozen=True, slots=True)
class MatchStates:
    db: Database

    def of(self, matches: Iterable[Match], clubs: Mapping[str, Club]) -> dict[str, MatchState]:
        """The states by their keys, without matches that were never looked at, or long ago."""
        keys = json.dumps([match_key(match) for match in matches])
        return {key: _state(json.loads(text), clubs) for key, text in read(self.db, OF_MATCHES, keys)}

    def of_evening(self, day: date, clubs: Mapping[str, Club]) -> list[MatchState]:
        return [_state(json.loads(text), clubs) for (text,) in read(self.db, OF_DAY, day.isoformat())]

    def has(self, key: str) -> bool:
        return bool(read(self.db, EXISTS, key))

    def keys(self, day: date, prefix: str) -> list[str]:
        """The keys of an evening's rows that begin so."""
        return [key for (key,) in read(self.db, KEYS, day.isoformat(), f"{prefix}%")]

    def kept(self, key: str) -> Json:
        """What a row keeps; empty where there is none."""
        return next((json.loads(text) for (text,) in read(self.db, JSON, key)), {})

    def has_on(self, key: str, day: date) -> bool:
        return bool(read(self.db, EXISTS_ON, key, day.isoformat()))


def state_row(state: MatchState, day: date) -> StateRow:
    """The row that keeps what is believed of a match of that evening."""
    observation = state.observation
    kept = {
        **stored_match(observation.match),
        "phase": observation.phase,
        "minute": observation.minute,
        "red": [
            {"club": card.club.id, "player": card.player, "minute": card.minute, "stoppage": card.stoppage}
            for card in observation.red_cards
        ],
        "kicks": [
            {"club": kick.club.id, "scored": kick.scored, "player": kick.player} for kick in observation.kicks
        ],
        "at": state.at.isoformat(),
        "doubted": state.doubted_since.isoformat() if state.doubted_since else None,
        "back": state.taken_back,
        "ends": state.ends,
        "earliest_end": state.earliest_end.isoformat() if state.earliest_end else None,
    }
    return StateRow(match_key(observation.match), day, json.dumps(kept, ensure_ascii=False))


def _state(kept: Json, clubs: Mapping[str, Club]) -> MatchState:
    match = match_stored(kept, clubs)
    return MatchState(
        Observation(
            match,
            Phase(kept["phase"]) if kept["phase"] else None,
            kept["minute"],
            tuple(_red_card(named(card, RED_CARD), clubs) for card in kept["red"]),
            tuple(_kick(named(kick, KICK), clubs) for kick in kept["kicks"]),
        ),
        datetime.fromisoformat(kept["at"]),
        moment_of(kept["doubted"]),
        kept["back"],
        # Earlier versions did not count ends; a match that was over then had its own.
        kept.get("ends", int(match.has_result)),
        moment_of(kept.get("earliest_end")),
    )


def _red_card(kept: dict[str, Any], clubs: Mapping[str, Club]) -> RedCard:
    return RedCard(clubs[kept["club"]], kept["player"], kept["minute"], kept["stoppage"])


def _kick(kept: dict[str, Any], clubs: Mapping[str, Club]) -> Kick:
    return Kick(clubs[kept["club"]], scored=kept["scored"], player=kept["player"])

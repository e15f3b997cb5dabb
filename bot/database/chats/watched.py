"""What followers have been told of, kept beside the outbox: what is believed of each match and each draw."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from bot.database.chats.connection import read
from bot.database.chats.stored_match import match_stored, named, stored_match
from bot.football.events.changes import Watched
from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.model import Club, Match

RED_CARD, KICK = ("club", "player", "minute", "stoppage"), ("club", "scored", "player")
"""The order in which earlier versions kept them, without names."""
BELIEVED = "SELECT believed FROM watched WHERE what = ?"
KNOWN = "SELECT 1 FROM watched WHERE what = ?"
KNOWN_ON = "SELECT 1 FROM watched WHERE what = ? AND day = ?"
OF_DAY = "SELECT believed FROM watched WHERE day = ? AND what LIKE 'match %' ORDER BY what"


@dataclass(frozen=True, slots=True)
class Believed:
    """A row of that memory: of what, of which day, and what."""

    what: str
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class WatchedMatches:
    db: Database

    def of(self, match: Match, clubs: Mapping[str, Club]) -> Watched | None:
        """What is believed of a match; None when it was never looked at, or long ago."""
        for (text,) in read(self.db, BELIEVED, name_of(match)):
            return _watched(json.loads(text), clubs)
        return None

    def of_evening(self, day: date, clubs: Mapping[str, Club]) -> list[Watched]:
        return [_watched(json.loads(text), clubs) for (text,) in read(self.db, OF_DAY, day.isoformat())]

    def knows_on(self, what: str, day: date) -> bool:
        return bool(read(self.db, KNOWN_ON, what, day.isoformat()))

    def knows(self, what: str) -> bool:
        return bool(read(self.db, KNOWN, what))


def name_of(match: Match) -> str:
    """The same for every telling of one match, whatever its day and the letter of its group."""
    parts = (match.competition.code, match.season.start_year, match.round.kind.value)
    return f"match {'|'.join(map(str, parts))}|{match.home.id}|{match.away.id}"


def believed_of(watched: Watched, day: date) -> Believed:
    seen = watched.sighting
    told = {
        **stored_match(seen.match),
        "phase": seen.phase,
        "minute": seen.minute,
        "red": [
            {"club": card.club.id, "player": card.player, "minute": card.minute, "stoppage": card.stoppage}
            for card in seen.red_cards
        ],
        "kicks": [
            {"club": kick.club.id, "scored": kick.scored, "player": kick.player} for kick in seen.kicks
        ],
        "at": watched.at.isoformat(),
        "doubted": watched.doubted_since.isoformat() if watched.doubted_since else None,
        "back": watched.taken_back,
    }
    return Believed(name_of(seen.match), day, json.dumps(told, ensure_ascii=False))


def _watched(told: dict[str, Any], clubs: Mapping[str, Club]) -> Watched:
    cards = [named(card, RED_CARD) for card in told["red"]]
    kicks = [named(kick, KICK) for kick in told["kicks"]]
    return Watched(
        Observation(
            match_stored(told, clubs),
            Phase(told["phase"]) if told["phase"] else None,
            told["minute"],
            tuple(
                RedCard(clubs[card["club"]], card["player"], card["minute"], card["stoppage"])
                for card in cards
            ),
            tuple(Kick(clubs[kick["club"]], scored=kick["scored"], player=kick["player"]) for kick in kicks),
        ),
        datetime.fromisoformat(told["at"]),
        datetime.fromisoformat(told["doubted"]) if told["doubted"] else None,
        told["back"],
    )

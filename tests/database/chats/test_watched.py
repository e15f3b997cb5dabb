"""What is believed of a match survives a restart whole."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bot.database.chats.connection import open_chats
from bot.database.chats.outbox import Outbox
from bot.database.chats.watched import WatchedMatches, believed_of, name_of
from bot.football.events.changes import Watched
from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.model import Score, Status
from tests.database.chats.finals import CLUBS, FINAL
from tests.football.builders import amsterdam, club

NOW = amsterdam("2026-05-30 20:40")
SHOOT_OUT = replace(FINAL, status=Status.LIVE, penalties=Score(2, 1))
OBSERVED = Observation(
    SHOOT_OUT,
    Phase.SHOOT_OUT,
    120,
    (RedCard(club("Arsenal"), "Saliba", 90, 3),),
    (Kick(club("Paris"), scored=True, player="Ramos"), Kick(club("Arsenal"), scored=False)),
)


def test_everything_that_is_believed_of_a_match_is_read_back(tmp_path: Path) -> None:
    watched = Watched(OBSERVED, NOW, doubted_since=NOW, taken_back=2)
    with closing(open_chats(tmp_path / "chats.db")) as db:
        matches = WatchedMatches(db)
        assert matches.of(SHOOT_OUT, CLUBS) is None
        Outbox(db).put([], [believed_of(watched, NOW.date())])
        assert matches.of(SHOOT_OUT, CLUBS) == watched
        assert matches.of_evening(NOW.date(), CLUBS) == [watched]
        assert matches.knows(name_of(SHOOT_OUT))
        assert not matches.knows("draw x")


def test_a_match_is_the_same_one_when_it_is_moved(tmp_path: Path) -> None:
    moved = replace(SHOOT_OUT, date=None, kick_off=None)
    with closing(open_chats(tmp_path / "chats.db")) as db:
        Outbox(db).put([], [believed_of(Watched(OBSERVED, NOW), NOW.date())])
        assert WatchedMatches(db).of(moved, CLUBS) == Watched(OBSERVED, NOW)

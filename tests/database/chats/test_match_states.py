"""What is believed of a match survives a restart whole."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from bot.database.chats.connection import open_chats
from bot.database.chats.match_states import MatchStates, StateRow, state_row
from bot.database.chats.outbox import Outbox
from bot.database.results.rows import row_of
from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.events.states import MatchState, match_key
from bot.football.model import Status
from tests.football.builders import amsterdam, club, goal, match

NOW = amsterdam("2026-05-30 20:40")
CLUBS = {finalist.id: finalist for finalist in (club("Paris"), club("Arsenal"))}
FINAL = match(
    "Paris",
    "Arsenal",
    "1-1",
    competition="CL",
    season=2025,
    round="F",
    date="2026-05-30",
    time="18:00",
    aet="1-1",
    pens="2-1",
    status="live",
    goals=[goal("Arsenal", 6, "Havertz"), goal("Paris", 45, "Dembélé", stoppage=2, kind="penalty")],
)
SEEN = Observation(
    FINAL,
    Phase.SHOOT_OUT,
    120,
    (RedCard(club("Arsenal"), "Saliba", 90, 3),),
    (Kick(club("Paris"), scored=True, player="Ramos"), Kick(club("Arsenal"), scored=False)),
)


def test_everything_that_is_believed_of_a_match_is_read_back(tmp_path: Path) -> None:
    state = MatchState(SEEN, NOW, doubted_since=NOW, taken_back=2)
    with closing(open_chats(tmp_path / "chats.db")) as db:
        matches = MatchStates(db)
        assert matches.of([FINAL], CLUBS) == {}
        Outbox(db).put([], [state_row(state, NOW.date())])
        assert matches.of([FINAL], CLUBS) == {match_key(FINAL): state}
        assert matches.of_evening(NOW.date(), CLUBS) == [state]
        assert matches.has(match_key(FINAL))
        assert not matches.has("draw x")


def test_a_match_is_the_same_one_when_it_is_moved(tmp_path: Path) -> None:
    moved = replace(FINAL, date=None, kick_off=None)
    with closing(open_chats(tmp_path / "chats.db")) as db:
        Outbox(db).put([], [state_row(MatchState(SEEN, NOW), NOW.date())])
        assert MatchStates(db).of([moved], CLUBS) == {match_key(FINAL): MatchState(SEEN, NOW)}


def test_what_an_earlier_version_believed_of_a_match_by_position_is_read(tmp_path: Path) -> None:
    kept = {
        "match": row_of(FINAL, 0),
        "goals": [(goal.club.id, goal.scorer, goal.minute, goal.stoppage, goal.kind) for goal in FINAL.goals],
        "phase": "shoot-out",
        "minute": 120,
        "red": [[club("Arsenal").id, "Saliba", 90, 3]],
        "kicks": [[club("Paris").id, True, "Ramos"], [club("Arsenal").id, False, None]],
        "at": NOW.isoformat(),
        "doubted": None,
        "back": 1,
    }
    with closing(open_chats(tmp_path / "chats.db")) as db:
        Outbox(db).put([], [StateRow(match_key(FINAL), NOW.date(), json.dumps(kept))])
        assert MatchStates(db).of([FINAL], CLUBS) == {match_key(FINAL): MatchState(SEEN, NOW, taken_back=1)}


def test_an_end_that_an_earlier_version_announced_counts_as_one(tmp_path: Path) -> None:
    state = MatchState(Observation(replace(FINAL, status=Status.PLAYED)), NOW, ends=1, earliest_end=NOW)
    row = state_row(state, NOW.date())
    kept = json.loads(row.json)
    del kept["ends"], kept["earliest_end"]
    with closing(open_chats(tmp_path / "chats.db")) as db:
        Outbox(db).put([], [row])
        assert MatchStates(db).of([FINAL], CLUBS) == {row.key: state}
        Outbox(db).put([], [replace(row, json=json.dumps(kept))])
        assert MatchStates(db).of([FINAL], CLUBS) == {row.key: replace(state, earliest_end=None)}

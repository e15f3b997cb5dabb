"""A match kept in JSON outlives an update of the program: what is new is empty, what is gone is left out."""

from __future__ import annotations

import json

from bot.database.chats.stored_match import match_stored, stored_match
from bot.database.results.rows import row_of
from bot.football.model import Match
from tests.database.chats.finals import CLUBS, FINAL


def read_again(kept: object) -> Match:
    return match_stored(json.loads(json.dumps(kept)), CLUBS)


def test_a_match_comes_back_as_it_was_kept() -> None:
    assert read_again(stored_match(FINAL)) == FINAL


def test_a_match_that_an_earlier_version_kept_by_position_is_read() -> None:
    by_position = {
        "match": row_of(FINAL, 0),
        "goals": [
            (scored.club.id, scored.scorer, scored.minute, scored.stoppage, scored.kind)
            for scored in FINAL.goals
        ],
    }
    assert read_again(by_position) == FINAL


def test_a_match_that_an_earlier_version_kept_without_the_newest_columns_is_read() -> None:
    by_position = {"match": row_of(FINAL, 0)[:-2], "goals": []}
    found = read_again(by_position)
    assert (found.full_time, found.ended_at, found.seen_at) == (FINAL.full_time, None, None)
    by_name = stored_match(FINAL)
    for name in ("venue", "city", "neutral", "ended_at"):
        del by_name["match"][name]
    assert read_again(by_name) == FINAL


def test_what_a_later_version_kept_with_it_is_left_out() -> None:
    later = stored_match(FINAL)
    later["match"]["attendance"] = 60_000
    later["goals"][0]["assist"] = "Saka"
    assert read_again(later) == FINAL

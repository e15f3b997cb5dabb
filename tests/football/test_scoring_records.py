"""Top scorers, coverage and records."""

from __future__ import annotations

from collections.abc import Sequence

from bot.football.model import Club, Match
from bot.football.players.records import Records, Tally, played_match, records_of, tally
from bot.football.players.top_scorers import Coverage, coverage, ranked, top_scorers
from tests.football.builders import club, goal, match


def played(home: str, away: str, score: str, *goals: str, day: str = "2018-02-22") -> Match:
    """Goals written as `Ajax 5 Litmanen`, an own goal with `own` behind it."""
    fell = []
    for text in goals:
        for_club, minute, scorer, *own = text.split()
        fell.append(goal(for_club, int(minute), scorer, kind="own" if own else "goal"))
    return match(home, away, score, round="GROUP A", date=day, goals=fell)


def records(matches: Sequence[Match], club: Club | None = None) -> Records:
    counted = tally(
        (found for number, each in enumerate(matches) if (found := played_match(each, number))), club
    )
    return records_of(counted, dict(enumerate(matches)))


ROUT = played(
    *("Ajax", "Köln", "5-0"),
    *(f"Ajax {minute} Litmanen" for minute in (1, 20, 40)),
    *("Ajax 50 Kluivert", "Ajax 60 Pech own"),
)
CLOSE = played(
    *("Köln", "Ajax", "1-2"),
    *("Ajax 2 Kluivert", "Köln 50 Pech own", "Ajax 80 Kluivert"),
    day="2018-03-01",
)
UNKNOWN = played("Ajax", "PSV", "3-3", day="2018-03-08")
GOALLESS = played("PSV", "Köln", "0-0", day="2018-03-09")
ALL = (ROUT, CLOSE, UNKNOWN, GOALLESS)


def test_top_scorers_share_a_place_and_own_goals_are_left_out() -> None:
    best = top_scorers(ALL, 15)
    assert [(scorer.place, scorer.name, scorer.goals) for scorer in best.ranked] == [
        (1, "Kluivert", 3),
        (1, "Litmanen", 3),
    ]
    assert best.ranked[0].clubs == (club("Ajax"),)
    assert (best.more, best.coverage) == (0, Coverage(3, 4, 3, 3))
    assert not best.coverage.is_whole
    assert top_scorers(ALL, 1).more == 1


def test_of_equals_nobody_is_named_alone() -> None:
    counted = [("A", (), 5), ("B", (), 3), ("C", (), 3), ("D", (), 1), ("E", (), 1), ("F", (), 1)]
    covered = Coverage(1, 1)

    def named(most: int) -> tuple[str, int, int]:
        best = ranked(counted, covered, most)
        return "".join(each.name for each in best.ranked), best.more, best.goals_of_more

    assert named(1) == ("A", 0, 5)
    assert named(2) == ("A", 2, 3)
    assert named(3) == ("ABC", 0, 3)
    assert named(5) == ("ABC", 3, 1)
    assert named(6) == ("ABCDEF", 0, 1)
    assert ranked(counted[3:], covered, 2).more == 1


def test_without_scorers_nobody_is_ranked() -> None:
    assert top_scorers([UNKNOWN], 15).ranked == ()


def test_a_goalless_match_knows_all_its_scorers() -> None:
    assert coverage([GOALLESS]) == Coverage(1, 1, 1, 1)
    awarded = match("Ajax", "PSV", "3-0", status="awarded")
    assert coverage([awarded, match("Ajax", "PSV")]) == Coverage(0, 0)


def test_the_records_of_all_matches() -> None:
    found = records(ALL)
    assert found.matches == 4
    assert found.biggest_wins == (ROUT, CLOSE)
    assert found.most_goals == (UNKNOWN, ROUT, CLOSE)
    assert [(match, feat.scorer, feat.goals) for match, feat in found.most_by_one] == [(ROUT, "Litmanen", 3)]
    assert found.hat_tricks == 1
    assert [(match, fast.minute) for match, fast, _ in found.fastest] == [(ROUT, 1), (CLOSE, 2)]
    assert found.in_first_minute == 1
    assert (found.own_goals, found.most_own_goals) == (2, (CLOSE, ROUT))


def test_the_records_of_a_club_are_what_it_did() -> None:
    psv = records([UNKNOWN, GOALLESS], club("PSV"))
    assert (psv.biggest_wins, psv.most_by_one, psv.fastest, psv.own_goals) == ((), (), (), 0)
    koln = records([ROUT, CLOSE, GOALLESS], club("Köln"))
    assert koln.biggest_wins == ()
    assert koln.fastest == ()
    assert koln.most_own_goals == (ROUT,)
    assert records([ROUT], club("Ajax")).hat_tricks == 1


def test_a_goal_of_which_the_minute_is_not_known_is_no_fast_one() -> None:
    nobody = match("Ajax", "PSV", "1-0", date="2018-02-22", goals=[goal("Ajax", None, "X")])
    own = played("Ajax", "PSV", "1-0", "Ajax 1 Pech own")
    late = played("Ajax", "PSV", "1-0", "Ajax 70 X")
    undated = match("Ajax", "PSV", "1-0", goals=[goal("Ajax", 1, "X")])
    assert len(records([nobody, own, late, undated]).fastest) == 1


def test_seasons_counted_apart_have_the_records_of_both() -> None:
    each = [found for number, match in enumerate(ALL) if (found := played_match(match, number))]
    assert tally(each[:2]) + tally(each[2:]) == tally(each) == Tally() + tally(each)


def test_a_match_that_was_not_played_counts_for_no_record() -> None:
    assert records([match("Ajax", "PSV", "3-0", status="awarded"), match("Ajax", "PSV")]).matches == 0


def test_of_equal_feats_the_newest_comes_first() -> None:
    earlier = played("Ajax", "Milan", "3-0", day="2017-10-01")
    assert records([earlier, UNKNOWN, ROUT, CLOSE]).biggest_wins == (ROUT, earlier, CLOSE)
    later = played("Milan", "PSV", "0-3", day="2018-11-01")
    assert records([earlier, later]).biggest_wins == (later, earlier)

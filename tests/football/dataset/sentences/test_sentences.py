"""The sentences together: what a sound season says, and how a violation reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.football.dataset.sentences.sentences import (
    OF_MATCHES,
    OF_SEASONS,
    OF_TIES,
    ONE_MATCH_A_DAY,
    RESULT_KNOWN,
    Strength,
    violations_across,
    violations_in_season,
)
from bot.football.model import Derived, Match
from tests.football.builders import amsterdam, draw, goal, match, tie
from tests.football.seasons import (
    ARSENAL_ATLETICO,
    FINAL,
    GROUP_H,
    MARSEILLE_SALZBURG,
    SEMI_FINALS_AND_FINAL,
    final_on,
    season_of,
)

LATER = amsterdam("2018-07-01 12:00")
FIRST_LEG, RETURN = ARSENAL_ATLETICO
REAL_DORTMUND = GROUP_H[-2]

# What was changed in a sound season, and the one sentence about it that must be heard.
WRONGS: list[tuple[str, Sequence[Match]]] = [
    ("nobody meets itself", [match("Arsenal", "Arsenal", "1-0", leg=1)]),
    ("the goals add up to the score", [replace(FINAL, goals=(goal("Marseille", 3),))]),
    ("half-time never exceeds full time", [match("Ajax", "Milan", "1-0", ht="2-0", round="F")]),
    (
        "full time never exceeds the score after extra time",
        [match("Ajax", "Milan", "1-1", aet="0-1", round="F")],
    ),
    ("a shoot-out has a winner", [match("Ajax", "Milan", "0-0", aet="0-0", pens="3-3", round="F")]),
    ("no match is dated outside its season", [match("Ajax", "Milan", "1-0", round="F", date="2016-05-18")]),
    (
        "every tie has one or two legs, or a replay too",
        [match("Ajax", "Milan", "1-0", leg=1), match("Ajax", "Milan", "1-0", leg=1)],
    ),
    (
        "the second leg is played at the other club, unless neutral",
        [match("Ajax", "Milan", "1-0", leg=1), match("Ajax", "Milan", "2-1", leg=2)],
    ),
    (
        "a replay only follows legs that were level",
        [*ARSENAL_ATLETICO, match("Arsenal", "Atlético Madrid", "1-0", round="SF", date="2018-05-10")],
    ),
    (
        "no tie of a finished season is undecided",
        [FIRST_LEG, match("Atlético Madrid", "Arsenal", "1-1", round="SF")],
    ),
    (
        "our winner is the club that plays on",
        [*ARSENAL_ATLETICO, replace(FINAL, away=MARSEILLE_SALZBURG[0].away)],
    ),
    ("the loser of a tie does not return", [*ARSENAL_ATLETICO, replace(FINAL, home=FIRST_LEG.home)]),
    (
        "a club stands in one group of a phase",
        [*GROUP_H, match("Tottenham", "Porto", "1-0", competition="CL", round="GROUP G")],
    ),
    (
        "a complete group has every pairing",
        [*GROUP_H[1:], match("Juventus", "Tottenham", "2-2", competition="CL", round="R16", leg=1)],
    ),
    ("the final is played on the final's date", [replace(FINAL, date=RETURN.date)]),
    ("a round is drawn before it is played", [replace(FIRST_LEG, date=GROUP_H[0].date), RETURN]),
]
ODDITIES: list[tuple[str, Sequence[Match]]] = [
    (
        "a match has a score when it was played, and only then",
        [match("Ajax", "Milan", status="played", leg=1)],
    ),
    (
        "goals' minutes are in order",
        [match("Ajax", "Milan", "2-0", leg=1, goals=[goal("Ajax", 80), goal("Ajax", 70)])],
    ),
    ("goals fall within the match", [match("Ajax", "Milan", "1-0", leg=1, goals=[goal("Ajax", 118)])]),
    (
        "half-time follows from the goals",
        [match("Ajax", "Milan", "1-0", ht="1-0", leg=1, goals=[goal("Ajax", 85)])],
    ),
    (
        "extra time only comes when it is level after 90 minutes",
        [match("Ajax", "Milan", "1-0", aet="1-0", round="F", date="2018-05-16")],
    ),
    (
        "a shoot-out only comes when it is still level",
        [match("Ajax", "Milan", "1-0", pens="4-3", round="F", date="2018-05-16")],
    ),
    (
        "a return has its own score, not that of its shoot-out",
        [
            match("Ajax", "Milan", "0-0", leg=1),
            replace(match("Milan", "Ajax", "4-3", leg=2), derived=frozenset({Derived.FULL_TIME})),
        ],
    ),
    (
        "the outcome of every tie of a finished season is known",
        [FIRST_LEG, match("Atlético Madrid", "Arsenal", round="SF"), FINAL],
    ),
    (
        "every club plays all matches of a league phase",
        [
            match("Ajax", "Chelsea", "1-0", competition="CL", season=2025, round="LEAGUE"),
            match("Ajax", "Chelsea", "1-0", competition="CL", season=2025, round="R16", leg=1),
        ],
    ),
]


def heard(matches: Sequence[Match]) -> dict[str, Strength]:
    season = season_of(matches, [draw("SF F", "2018-04-13")], final_on("2018-05-16"))
    return {violation.sentence: violation.strength for violation in violations_in_season(season, LATER)}


def test_a_season_as_it_was_played_contradicts_nothing() -> None:
    assert not heard(SEMI_FINALS_AND_FINAL)
    assert not heard(GROUP_H)
    assert not list(violations_across([*SEMI_FINALS_AND_FINAL, *GROUP_H]))


@pytest.mark.parametrize(("sentence", "matches"), WRONGS)
def test_what_cannot_be_blocks_the_snapshot(sentence: str, matches: Sequence[Match]) -> None:
    assert heard(matches)[sentence] is Strength.WRONG


@pytest.mark.parametrize(("sentence", "matches"), ODDITIES)
def test_what_is_only_implausible_or_missing_is_reported(sentence: str, matches: Sequence[Match]) -> None:
    found = heard(matches)
    assert sentence in found
    assert Strength.WRONG not in found.values()


def test_every_sentence_stands_there_once_and_is_tried_here() -> None:
    sentences = Counter(sentence for sentence, *_ in (*OF_MATCHES, *OF_TIES, *OF_SEASONS))
    assert sentences == Counter(sentence for sentence, _ in (*WRONGS, *ODDITIES))


def test_a_match_that_must_be_over_has_its_result() -> None:
    season = season_of([match("Arsenal", "Atlético Madrid", round="SF", date="2018-04-26", leg=1)])
    before, after = amsterdam("2018-04-26 22:00"), amsterdam("2018-04-26 23:30")
    assert not list(violations_in_season(season, before))
    assert not list(violations_in_season(season))
    ((found),) = violations_in_season(season, after)
    assert (found.sentence, found.strength) == (RESULT_KNOWN, Strength.MISSING)


def test_one_match_a_day_holds_across_competitions() -> None:
    milan = match("Arsenal", "Milan", "2-0", competition="CL", date="2018-05-03")
    ((found),) = violations_across([*ARSENAL_ATLETICO, milan])
    assert (found.sentence, found.strength) == (ONE_MATCH_A_DAY, Strength.WRONG)
    assert found.about == milan


def test_a_violation_reads_as_a_line_about_its_match() -> None:
    (found,) = violations_in_season(season_of([replace(FINAL, goals=(goal("Marseille", 3),))]))
    assert str(found) == (
        "EL 2017/18 F, Marseille – Atlético Madrid, 2018-05-16: "
        "goals for 1-0, score 0-3 (the goals add up to the score)"
    )


def test_a_match_without_a_day_is_told_without_one() -> None:
    (found,) = violations_in_season(season_of([match("Ajax", "Milan", status="played", leg=1)]))
    assert str(found).startswith("EL 2017/18 R32, Ajax – Milan: played, but without a score")


def test_a_violation_reads_as_a_line_about_its_tie_or_its_group() -> None:
    level = match("Atlético Madrid", "Arsenal", "1-1", round="SF", date="2018-05-03")
    (of_tie,) = violations_in_season(season_of([FIRST_LEG, level]))
    assert of_tie.about == tie(FIRST_LEG, level)
    assert str(of_tie).startswith("EL 2017/18 SF, Arsenal – Atlético Madrid: every match has its result")
    strayed = match("Real Madrid", "Porto", "1-0", competition="CL", round="GROUP G")
    (of_group,) = violations_in_season(season_of([REAL_DORTMUND, strayed]))
    assert str(of_group) == (
        "CL 2017/18 GROUP G: Real Madrid stands in GROUP H too (a club stands in one group of a phase)"
    )

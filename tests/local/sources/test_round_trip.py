"""What the local server tells of an evening, the real sources read back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import cycle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.events.observations import Kick, Observation, Phase, RedCard
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    EUROPA_LEAGUE,
    Club,
    Goal,
    GoalKind,
    Leg,
    Match,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.local.sources.api_football import fixture
from bot.local.sources.espn import scoreboard, slug_of, summary
from bot.local.sources.football_txt import FILES, football_txt, matches_of_file
from bot.local.sources.uefa import uefa_payload
from bot.local.under_way import observation_at
from bot.sources.api_football.reading import read_api_football
from bot.sources.espn.reading import read_espn
from bot.sources.espn.summary import with_summary
from bot.sources.football_txt.reading import read_football_txt
from bot.sources.uefa.reading import read_uefa
from tests.transport.evenings import EVENINGS, evening, told_of_play

MINUTES = range(0, 171, 3)


def moments(matches: Iterable[Match]) -> list[datetime]:
    starts = {match.kick_off for match in matches if match.kick_off}
    return sorted({start + timedelta(minutes=minutes) for start in starts for minutes in MINUTES})


def by_uefa(observation: Observation) -> Observation:
    read = read_uefa(json.loads(json.dumps(uefa_payload([observation]))))
    assert read.problems == ()
    return read.matches[0]


def by_api_football(observation: Observation) -> Observation:
    payload = {"response": [fixture(observation, with_events=True)]}
    read = read_api_football(json.loads(json.dumps(payload)))
    assert read.problems == ()
    return read.matches[0].observation


def by_espn(observation: Observation) -> Observation:
    payload = json.loads(json.dumps(scoreboard([observation])))
    read = read_espn(payload, slug_of(observation.match))
    assert read.problems == ()
    match = read.matches[0]
    if match.needs_summary:
        match, problems = with_summary(match, json.loads(json.dumps(summary(observation))))
        assert problems == ()
    return match.observation


@pytest.mark.parametrize("day", EVENINGS, ids=str)
def test_at_every_moment_of_an_evening_espn_is_read_as_it_was_told(day: date) -> None:
    for moment in moments(evening(day).matches):
        for observation in (observation_at(match, moment) for match in evening(day).matches):
            read = by_espn(observation)
            assert told_of_play(read) == told_of_play(observation)
            assert read.phase is observation.phase
            assert (read.match.leg, read.minute) == (observation.match.leg, observation.minute)


@pytest.mark.parametrize("day", EVENINGS, ids=str)
def test_at_every_moment_of_an_evening_uefa_is_read_as_it_was_told(day: date) -> None:
    for moment in moments(evening(day).matches):
        for observation in (observation_at(match, moment) for match in evening(day).matches):
            read = by_uefa(observation)
            assert told_of_play(read) == told_of_play(observation)
            assert (read.match.leg, read.match.home.country) == (
                observation.match.leg,
                observation.match.home.country,
            )
            assert read.phase is (None if observation.phase is Phase.NINETY_OVER else observation.phase)
            assert read.minute == observation.minute


@pytest.mark.parametrize("day", EVENINGS, ids=str)
def test_at_every_moment_of_an_evening_api_football_is_read_as_it_was_told(day: date) -> None:
    for moment in moments(evening(day).matches):
        for observation in (observation_at(match, moment) for match in evening(day).matches):
            read = by_api_football(observation)
            assert told_of_play(read) == told_of_play(observation)
            assert read.phase is observation.phase
            assert observation.minute is None or read.minute == observation.minute


@pytest.mark.parametrize("day", EVENINGS, ids=str)
def test_the_results_of_an_evening_are_read_from_football_txt_as_they_were_written(day: date) -> None:
    for moment in moments(evening(day).matches)[::7]:
        observations = [observation_at(match, moment).match for match in evening(day).matches]
        for name in FILES:
            written = matches_of_file(name, observations[0].season, observations)
            if written:
                read = read_football_txt(football_txt(written), file=name)
                assert {results(game) for game in read} == {results(game) for game in written}


def results(match: Match) -> tuple[object, ...]:
    scores = (
        (match.full_time, match.half_time, match.extra_time, match.penalties) if match.has_result else None
    )
    return (
        match.competition,
        match.season,
        match.round.kind,
        match.leg,
        match.home.name,
        match.away.name,
        match.kick_off,
        match.has_result,
        scores,
    )


def test_all_fifteen_matches_of_22_february_2018_are_played_again() -> None:
    again = evening(date(2018, 2, 22))
    assert (len(again.matches), len(again.assumed)) == (15, 15)
    late = max(match.kick_off for match in again.matches if match.kick_off) + timedelta(hours=3)
    assert all(observation_at(match, late).match.status is Status.PLAYED for match in again.matches)


HOME, AWAY = Club("home", "Ajax", "NED"), Club("away", "Benfica", "POR")
PLAYERS = st.sampled_from(["Klaas-Jan Huntelaar", "Ángel Di María", None])
TWO_LEGS = (RoundKind.LAST_16, RoundKind.KNOCKOUT_PLAY_OFF, RoundKind.PLAY_OFF, RoundKind.SEMI_FINAL)


@st.composite
def minutes(draw: st.DrawFn, last: int) -> tuple[int, int | None]:
    minute = draw(st.integers(1, last))
    stoppage = draw(st.none() | st.integers(1, 9)) if minute in {45, 90, 105, 120} else None
    return minute, stoppage


@st.composite
def goals(draw: st.DrawFn, last: int) -> tuple[Goal, ...]:
    found = draw(st.lists(minutes(last), max_size=6))
    return tuple(
        Goal(draw(st.sampled_from([HOME, AWAY])), draw(PLAYERS), *at, kind=draw(st.sampled_from(GoalKind)))
        for at in sorted(found, key=lambda at: (at[0], at[1] or 0))
    )


def score_of(scored: Iterable[Goal]) -> Score:
    clubs = [goal.club for goal in scored]
    return Score(clubs.count(HOME), clubs.count(AWAY))


@st.composite
def sightings(draw: st.DrawFn) -> Observation:
    """A match that is scheduled, at any phase, or over after 90 minutes, extra time or a shoot-out."""
    kind = draw(st.sampled_from((*TWO_LEGS, RoundKind.FINAL, RoundKind.LEAGUE)))
    phase = draw(st.none() | st.sampled_from(Phase))
    status = Status.LIVE if phase else draw(st.sampled_from([Status.SCHEDULED, Status.PLAYED]))
    knocked_out = kind is not RoundKind.LEAGUE
    longest = phase or (draw(st.sampled_from(Phase)) if status is Status.PLAYED else Phase.FIRST_HALF)
    if not knocked_out and longest.order > Phase.SECOND_HALF.order:
        longest, phase = Phase.SECOND_HALF, phase and Phase.SECOND_HALF
    went_on = longest.order >= Phase.EXTRA_TIME.order
    scored = draw(goals(120 if went_on else 90)) if status is not Status.SCHEDULED else ()
    kicks: tuple[Kick, ...] = ()
    if longest is Phase.SHOOT_OUT and status is not Status.SCHEDULED:
        kicks = tuple(
            Kick(club, draw(st.booleans()), draw(PLAYERS))
            for club, _ in zip(cycle([AWAY, HOME]), range(draw(st.integers(1, 10))), strict=False)
        )
    has_score = status is not Status.SCHEDULED
    two_legs = kind in TWO_LEGS
    match = Match(
        competition=draw(st.sampled_from([CHAMPIONS_LEAGUE, EUROPA_LEAGUE, CONFERENCE_LEAGUE])),
        season=Season(2025),
        round=Round(kind),
        home=HOME,
        away=AWAY,
        status=status,
        kick_off=datetime(2026, 2, 25, 20, tzinfo=UTC),
        leg=(Leg.SECOND if went_on else draw(st.sampled_from([Leg.FIRST, Leg.SECOND]))) if two_legs else None,
        full_time=score_of(game for game in scored if (game.minute or 0) <= 90) if has_score else None,
        extra_time=score_of(scored) if has_score and went_on else None,
        penalties=_shoot_out(kicks) if kicks else None,
        goals=scored,
    )
    cards = draw(st.lists(minutes(90), max_size=2)) if has_score else []
    red = tuple(RedCard(draw(st.sampled_from([HOME, AWAY])), draw(PLAYERS), *at) for at in cards)
    return Observation(match, phase, None, red, kicks)


def _shoot_out(kicks: Iterable[Kick]) -> Score:
    scored = [kick.club for kick in kicks if kick.scored]
    return Score(scored.count(HOME), scored.count(AWAY))


@given(sightings())
def test_any_sighting_is_read_from_every_api_as_it_was_told(observation: Observation) -> None:
    assert told_of_play(by_uefa(observation)) == told_of_play(observation)
    assert told_of_play(by_api_football(observation)) == told_of_play(observation)
    assert by_api_football(observation).phase is observation.phase
    assert told_of_play(by_espn(observation)) == told_of_play(observation)
    assert by_espn(observation).phase is observation.phase

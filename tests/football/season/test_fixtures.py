"""What is still to be played."""

from __future__ import annotations

from bot.football.model import CHAMPIONS_LEAGUE, Match, Season
from bot.football.season.fixtures import evenings_to_come, fixtures, last_played
from bot.football.season.season_as_of import SeasonAsOf, know_season
from tests.football.builders import amsterdam, club, match


def league(home: str, away: str, score: str | None = None, *, day: str | None, **facts: str) -> Match:
    return match(home, away, score, competition="CL", season=2026, round="LEAGUE", date=day, **facts)  # type: ignore[arg-type] # facts are the builder's


MALTA = league("Arsenal", "Sabah", day="2027-01-27", time="21:00")
DORTMUND = league("Arsenal", "Dortmund", day="2026-11-24", time="21:00")
MADRID = league("Arsenal", "Real Madrid", day="2026-12-09")
POSTPONED = league("Betis", "Arsenal", day=None, status="postponed")
UNTOLD = league("Lens", "Arsenal", day="2026-10-20")
PLAYED = league("Arsenal", "Viking", "2-1", day="2026-09-09")


def season() -> SeasonAsOf:
    matches = (MALTA, POSTPONED, DORTMUND, MADRID, UNTOLD, PLAYED)
    return know_season(CHAMPIONS_LEAGUE, Season(2026), matches, (), None, amsterdam("2026-11-22 12:00"))


def test_the_next_match_comes_first_and_one_without_a_day_last() -> None:
    to_come = [fixture for _, fixture in fixtures([club("Arsenal")], [season()])]
    assert to_come == [DORTMUND, MADRID, MALTA, POSTPONED]


def test_a_match_of_which_nobody_told_the_result_is_not_to_come() -> None:
    assert UNTOLD not in [fixture for _, fixture in fixtures([club("Lens")], [season()])]


def test_of_two_clubs_only_their_own_meetings_are_told() -> None:
    assert [fixture for _, fixture in fixtures([club("Arsenal"), club("Dortmund")], [season()])] == [DORTMUND]
    assert fixtures([club("Dortmund"), club("Sabah")], [season()]) == ()


def test_the_last_match_is_the_last_with_a_result() -> None:
    assert last_played([club("Arsenal")], [season()]) == PLAYED
    assert last_played([club("Arsenal"), club("Viking")], [season()]) == PLAYED
    assert last_played([club("Arsenal"), club("Lens")], [season()]) is None
    assert last_played([club("Arsenal")], []) is None


def test_the_next_evenings_of_a_competition_are_whole_and_the_first_is_always_told() -> None:
    evenings = evenings_to_come(season(), 2)
    assert [matches for _, matches in evenings] == [(DORTMUND,), (MADRID,)]
    assert [matches for _, matches in evenings_to_come(season(), 9)] == [(DORTMUND,), (MADRID,), (MALTA,)]
    assert [matches for _, matches in evenings_to_come(season(), 0)] == [(DORTMUND,)]

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.football.competitions import INTERTOTO_CUP, SUPER_CUP
from bot.football.model import CHAMPIONS_LEAGUE, Club, Match, Round, RoundKind, Score, Season, Status
from bot.football.season.finals import finals_over, last_day, missing_finals, winner_of, won_most

AJAX, MILAN, JUVENTUS = Club("ajax", "Ajax"), Club("milan", "Milan"), Club("juventus", "Juventus")
NOW = datetime(1996, 7, 1, tzinfo=UTC)


def final(season: int, winner: Club, loser: Club, day: date | None) -> Match:
    return Match(
        CHAMPIONS_LEAGUE,
        Season(season),
        Round(RoundKind.FINAL),
        winner,
        loser,
        Status.PLAYED,
        date=day,
        full_time=Score(1, 0),
        neutral=True,
    )


VIENNA = final(1994, AJAX, MILAN, date(1995, 5, 24))
ROME = final(1995, JUVENTUS, AJAX, date(1996, 5, 22))


def test_the_newest_final_comes_first_and_tells_who_won() -> None:
    finals = finals_over([VIENNA, ROME], NOW)
    assert [winner_of(tie) for tie in finals] == [JUVENTUS, AJAX]
    assert [last_day(tie) for tie in finals] == [date(1996, 5, 22), date(1995, 5, 24)]


def test_a_final_that_was_not_over_is_none() -> None:
    the_day_itself = datetime(1996, 5, 22, 12, tzinfo=UTC)
    assert [tie.season for tie in finals_over([VIENNA, ROME], the_day_itself)] == [Season(1994)]
    unknown = replace(ROME, full_time=None, status=Status.SCHEDULED)
    assert finals_over([unknown], NOW) == ()


def test_a_level_final_without_shoot_out_tells_no_winner() -> None:
    (tie,) = finals_over([replace(ROME, full_time=Score(1, 1))], NOW)
    assert winner_of(tie) is None


def test_a_final_without_a_day_was_played_by_the_end_of_its_season() -> None:
    (tie,) = finals_over([replace(VIENNA, date=None)], NOW)
    assert last_day(tie) == date(1995, 6, 30)


def test_seasons_without_a_final_are_missing_once_they_are_over() -> None:
    finals = finals_over([VIENNA, ROME], NOW)
    missing = missing_finals(CHAMPIONS_LEAGUE, finals, NOW)
    assert missing == tuple(map(Season, range(1955, 1994)))
    assert missing_finals(INTERTOTO_CUP, finals, NOW) == (Season(1995),)


def test_a_season_in_which_a_cup_was_not_held_misses_no_final() -> None:
    assert Season(1974) not in missing_finals(SUPER_CUP, (), NOW)


def test_the_clubs_that_won_most_are_named_with_all_their_equals_or_none_of_them() -> None:
    clubs = [Club(f"c{number}", f"C{number}", country="NED" if number else "ITA") for number in range(8)]
    loser = Club("loser", "Loser")
    winners = [clubs[0]] * 3 + [clubs[1]] * 2 + clubs[2:]
    finals = finals_over(
        [final(1960 + year, winner, loser, date(1961 + year, 5, 24)) for year, winner in enumerate(winners)],
        NOW,
    )
    assert won_most(finals) == [(clubs[0], 3), (clubs[1], 2)]
    assert won_most(finals, country="NED")[0] == (clubs[1], 2)
    assert won_most(finals[:6]) == won_most(finals, SUPER_CUP) == won_most([]) == []

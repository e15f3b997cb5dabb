"""When draws are held, as far as a source confirms it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.football.dataset.draw_dates import draws_that_add
from bot.football.model import CHAMPIONS_LEAGUE, DrawDate, Round, Season

DAY, LATER = date(2027, 1, 29), date(2027, 2, 26)


def draw(rounds: str, day: date | None, *, confirmed: bool = True, source: str = "wikipedia") -> DrawDate:
    codes = tuple(Round.from_code(code) for code in rounds.split("|"))
    return DrawDate(CHAMPIONS_LEAGUE, Season(2026), codes, day, None, "", confirmed, source)


def test_an_expected_draw_gets_the_day_on_which_all_its_rounds_are_drawn() -> None:
    expected = draw("QF|SF", date(2027, 3, 1), confirmed=False, source="facts")
    found = draws_that_add([expected], [draw("QF", LATER), draw("SF", LATER)])
    assert found == [draw("QF|SF", LATER)]
    assert draws_that_add([expected], [draw("QF", LATER)]) == []


def test_what_is_confirmed_stays_and_what_is_not_is_no_news() -> None:
    stands = draw("KPO", DAY, source="facts")
    assert draws_that_add([stands], [draw("KPO", LATER), draw("R16", None, confirmed=False)]) == []


def test_rounds_of_which_no_draw_is_known_get_one_in_their_order() -> None:
    stands = draw("R16", LATER, source="facts")
    found = draws_that_add([stands], [draw("SF", LATER), draw("R16|QF", LATER), draw("KPO", DAY)])
    assert found == [draw("QF|SF", LATER), draw("KPO", DAY)]


def test_the_hour_of_an_expected_draw_stays_with_its_day() -> None:
    hour = datetime(2027, 1, 29, 11, tzinfo=UTC)
    expected = DrawDate(
        CHAMPIONS_LEAGUE, Season(2026), draw("KPO", DAY).rounds, DAY, hour, "Nyon", confirmed=False
    )
    (found,) = draws_that_add([expected], [draw("KPO", DAY)])
    assert (found.at, found.place, found.confirmed) == (hour, "Nyon", True)
    (moved,) = draws_that_add([expected], [draw("KPO", LATER)])
    assert (moved.at, moved.date) == (None, LATER)

"""What the results lack, in as few pieces as name it all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from bot.football.competitions import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPA_LEAGUE,
    EUROPEAN_COMPETITIONS,
    FAIRS_CUP,
    INTERTOTO_CUP,
    SUPER_CUP,
)
from bot.football.dataset.gaps import Gap, Lack, MissingSpan, SeasonHeld, find_gaps, spans, within
from bot.football.model import Competition, Season
from bot.words import LANGUAGES

WHOLE = SeasonHeld(has_qualifying=True)


def gaps_of(
    years: range,
    but: Mapping[tuple[Competition, int], SeasonHeld | None],
    competitions: tuple[Competition, ...] = EUROPEAN_COMPETITIONS,
) -> list[Gap]:
    """Those of seasons that are here whole, but for some."""
    return list(
        find_gaps(
            competitions,
            [Season(year) for year in years],
            lambda cup, season: but.get((cup, season.start_year), WHOLE),
        )
    )


def written(gaps: list[Gap], language: str = "nl") -> str:
    return " ".join(LANGUAGES[language].missing(spans(gaps, EUROPEAN_COMPETITIONS)))


def test_nothing_is_missing_of_what_is_here_or_was_not_held() -> None:
    assert not gaps_of(range(1955, 2027), {(CONFERENCE_LEAGUE, 2005): None, (CUP_WINNERS_CUP, 2005): None})


def test_a_season_before_there_was_any_qualifying_lacks_none() -> None:
    held = {(CHAMPIONS_LEAGUE, year): SeasonHeld(has_qualifying=False) for year in (1991, 1992)}
    assert gaps_of(range(1991, 1993), held) == [Gap(CHAMPIONS_LEAGUE, Season(1992), Lack.QUALIFYING)]


def test_seasons_that_follow_each_other_are_one_span() -> None:
    gaps = gaps_of(range(1990, 2011), {(INTERTOTO_CUP, year): None for year in range(1995, 2009)})
    assert spans(gaps, EUROPEAN_COMPETITIONS) == (
        MissingSpan(Lack.EVERYTHING, (INTERTOTO_CUP,), Season(1995), Season(2008)),
    )
    assert written(gaps) == "Ontbreekt hier: Intertoto Cup 1995–2008."


def test_what_every_competition_lacks_names_none_of_them() -> None:
    without = SeasonHeld(has_qualifying=False)
    cups = ((CHAMPIONS_LEAGUE, 2020), (EUROPA_LEAGUE, 2020), (CHAMPIONS_LEAGUE, 2021), (EUROPA_LEAGUE, 2021))
    gaps = gaps_of(range(2020, 2022), {**dict.fromkeys(cups, without), (CONFERENCE_LEAGUE, 2021): without})
    assert written(gaps) == "Ontbreekt hier: voorronden 2020/21–2021/22."
    assert written(gaps, "en") == "Missing here: qualifying rounds 2020/21–2021/22."
    gaps = gaps_of(range(2020, 2022), dict.fromkeys(cups, without))
    assert written(gaps) == (
        "Ontbreekt hier: voorronden 2020/21, voorronden CL 2021/22 en voorronden EL 2021/22."
    )


def test_a_season_that_is_missing_whole_lacks_nothing_else() -> None:
    cups = (CHAMPIONS_LEAGUE, EUROPA_LEAGUE, CONFERENCE_LEAGUE)
    later = {(cup, 2026): SeasonHeld(has_qualifying=True, until=date(2026, 9, 10)) for cup in cups[:2]}
    gaps = gaps_of(range(2026, 2027), {**later, (CONFERENCE_LEAGUE, 2026): None})
    assert written(gaps) == ("Ontbreekt hier: Conference League 2026/27 en 2026/27 na 10 september.")


def test_until_when_results_run_is_told_together_where_it_is_nearly_the_same_day() -> None:
    cups = (CHAMPIONS_LEAGUE, EUROPA_LEAGUE, CONFERENCE_LEAGUE)

    def until(*days: date) -> list[Gap]:
        held = zip(cups, days, strict=True)
        return gaps_of(
            range(2026, 2027), {(cup, 2026): SeasonHeld(has_qualifying=True, until=day) for cup, day in held}
        )

    near = until(date(2026, 9, 10), date(2026, 8, 27), date(2026, 8, 27))
    assert written(near, "en") == "Missing here: 2026/27 after 10 September."
    far = until(date(2026, 12, 10), date(2026, 8, 27), date(2026, 8, 27))
    assert written(far).startswith("Ontbreekt hier: CL 2026/27 na 10 december, EL")


def test_what_is_missing_of_many_seasons_is_not_told_one_by_one() -> None:
    gaps = gaps_of(range(1975, 1990), {(CHAMPIONS_LEAGUE, year): None for year in range(1976, 1990, 2)})
    assert written(gaps) == (
        "Ontbreekt hier: Europa Cup I 1976/77, Europa Cup I 1978/79, Europa Cup I 1980/81, "
        "Europa Cup I 1982/83 en meer."
    )


@pytest.mark.parametrize(
    ("gap", "first", "last"),
    [
        (Gap(CHAMPIONS_LEAGUE, Season(2010), Lack.EVERYTHING), date(2010, 6, 15), date(2011, 6, 30)),
        (Gap(CHAMPIONS_LEAGUE, Season(2019), Lack.EVERYTHING), date(2019, 6, 15), date(2020, 8, 31)),
        (Gap(CHAMPIONS_LEAGUE, Season(2021), Lack.QUALIFYING), date(2021, 6, 15), date(2021, 10, 1)),
        (
            Gap(EUROPA_LEAGUE, Season(2026), Lack.LATER, date(2026, 9, 10)),
            date(2026, 9, 11),
            date(2027, 6, 30),
        ),
        (Gap(INTERTOTO_CUP, Season(2000), Lack.EVERYTHING), date(2000, 6, 15), date(2000, 8, 31)),
        (Gap(SUPER_CUP, Season(2026), Lack.EVERYTHING), date(2026, 8, 1), date(2026, 8, 31)),
        (Gap(SUPER_CUP, Season(2020), Lack.EVERYTHING), date(2020, 8, 1), date(2020, 9, 30)),
        (Gap(SUPER_CUP, Season(1978), Lack.EVERYTHING), date(1978, 8, 1), date(1979, 3, 31)),
        (Gap(FAIRS_CUP, Season(1955), Lack.EVERYTHING), date(1955, 6, 15), date(1958, 10, 31)),
    ],
)
def test_a_gap_has_the_days_on_which_its_matches_were_played(gap: Gap, first: date, last: date) -> None:
    assert gap.days == (first, last)
    assert within([gap], first, first)
    assert within([gap], last, date.max)
    assert not within([gap], date.min, date.fromordinal(first.toordinal() - 1))

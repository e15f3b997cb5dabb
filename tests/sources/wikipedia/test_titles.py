from __future__ import annotations

import pytest

from bot.football.competitions import FAIRS_CUP, INTERTOTO_CUP, ROWS
from bot.football.model import Competition, Season
from bot.sources.wikipedia.titles import competition_and_season_of, part_of_season, titles_of

SOME = {
    ("CL", 2026): ["", "qualifying", "league phase", "knockout phase"],
    ("CL", 2010): ["", "qualifying phase and play-off round", "group stage", "knockout phase"],
    ("CL", 2002): ["", "qualifying rounds", "first group stage", "second group stage", "knockout stage"],
    ("EL", 2023): ["", "qualifying", "play-off round", "group stage", "knockout phase"],
}
WRITTEN = {
    ("CL", 2026): "2026–27 UEFA Champions League",
    ("CL", 2010): "2010–11 UEFA Champions League",
    ("CL", 2002): "2002–03 UEFA Champions League",
    ("EL", 2023): "2023–24 UEFA Europa League",
}


@pytest.mark.parametrize("key", SOME)
def test_a_season_has_an_article_of_its_own_and_some_beside_it(key: tuple[str, int]) -> None:
    titles = titles_of(Competition(key[0]), Season(key[1]))
    assert {f"{WRITTEN[key]} {part}".rstrip() for part in SOME[key]} <= set(titles)


@pytest.mark.parametrize(
    ("code", "year", "title"),
    [
        ("CL", 1955, "1955–56 European Cup"),
        ("CL", 1999, "1999–2000 UEFA Champions League"),
        ("CL", 1991, "1992 European Cup final"),
        ("CL", 2026, "2027 UEFA Champions League final"),
        ("EL", 1998, "1998–99 UEFA Cup first round"),
        ("EL", 2006, "2006–07 UEFA Cup knockout stage"),
        ("ECL", 2023, "2023–24 UEFA Europa Conference League group stage"),
        ("ECL", 2024, "2024–25 UEFA Conference League league phase"),
        ("CWC", 1998, "1998–99 UEFA Cup Winners' Cup"),
        ("CWC", 1961, "1961–62 European Cup Winners' Cup"),
        ("ICFC", 1955, "1955–58 Inter-Cities Fairs Cup"),
        ("ICFC", 1970, "1971 Inter-Cities Fairs Cup final"),
        ("SC", 1973, "1973 European Super Cup"),
        ("SC", 2026, "2026 UEFA Super Cup"),
        ("ITC", 2004, "2004 UEFA Intertoto Cup"),
    ],
)
def test_titles_follow_the_names_of_their_time(code: str, year: int, title: str) -> None:
    assert title in titles_of(Competition(code), Season(year))


def test_every_title_leads_back_to_its_season() -> None:
    for competition, row in ROWS.items():
        for season in map(Season, range(row.first, min(row.last, 2026) + 1)):
            titles = titles_of(competition, season)
            assert bool(titles) == row.was_held(season)
            assert len(titles) == len(set(titles)) <= 40
            assert {competition_and_season_of(title) for title in titles} <= {(competition, season)}


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Arsenal F.C.",
        "2026–27 Premier League",
        "2026–27 UEFA Women's Champions League",
        "1800 European Cup",
    ],
)
def test_another_article_is_about_no_season_of_ours(title: str) -> None:
    assert competition_and_season_of(title) is None
    assert part_of_season(title) == title


def test_a_season_that_was_not_held_has_no_article() -> None:
    assert titles_of(FAIRS_CUP, Season(1956)) == ()
    assert titles_of(INTERTOTO_CUP, Season(2020)) == ()
    assert titles_of(Competition("Copa Libertadores"), Season(2020)) == ()
    assert competition_and_season_of("1956–57 Inter-Cities Fairs Cup") is None


def test_a_title_may_be_written_with_a_hyphen_and_underscores() -> None:
    assert competition_and_season_of("1987-88_European_Cup") == (Competition("CL"), Season(1987))
    assert competition_and_season_of("1998–99 UEFA Cup Winners’ Cup") == (Competition("CWC"), Season(1998))

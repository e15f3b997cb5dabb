from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.competitions import FAIRS_CUP, INTERTOTO_CUP, SUPER_CUP
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPA_LEAGUE,
    Club,
    Competition,
    RoundKind,
    Score,
    Season,
)
from bot.football.names.finder import ClubElsewhere, ClubFinder, ClubName, NoClub, OneClub, TwoClubs
from bot.football.names.in_memory import NamesInMemory
from bot.football.questions.question import Question, parse_question

NOW = datetime(2018, 2, 22, 22, 30, tzinfo=UTC)
ARSENAL, SCHALKE, HANNOVER, IBERIA, MUNCHEN, OM, MILAN, VILLARREAL = (
    Club("eng-arsenal-fc", "Arsenal"),
    Club("ger-fc-schalke-04", "Schalke 04"),
    Club("ger-hannover-96", "Hannover 96"),
    Club("geo-fc-iberia-1999", "Iberia 1999"),
    Club("ger-1860-munchen", "1860 München"),
    Club("fra-olympique-marseille", "OM"),
    Club("ita-ac-milan", "Milan"),
    Club("esp-villarreal-cf", "el Submarino Amarillo"),
)
FINDER = ClubFinder(
    NamesInMemory(
        ClubName(club, club.name)
        for club in (ARSENAL, SCHALKE, HANNOVER, IBERIA, MUNCHEN, OM, MILAN, VILLARREAL)
    )
)


def parsed(text: str) -> Question:
    return parse_question(text, now=NOW, find=FINDER.find)


def test_a_club_alone_asks_for_nothing_else() -> None:
    assert parsed("Arsenal") == Question("Arsenal", OneClub(ARSENAL))


@pytest.mark.parametrize(
    ("text", "start_year"),
    [
        ("Arsenal 2016/17", 2016),
        ("Arsenal 16/17", 2016),
        ("Arsenal 2016-17", 2016),
        ("2016-2017 Arsenal", 2016),
        ("Arsenal 2016 / 2017", 2016),
        ("Arsenal seizoen 71/72", 1971),
        ("Arsenal 1999/00", 1999),
        ("Arsenal 99/00", 1999),
        ("Arsenal vorig seizoen", 2016),
        ("Arsenal last season", 2016),
        ("Arsenal in dit seizoen", 2017),
    ],
)
def test_a_season_is_written_in_many_ways(text: str, start_year: int) -> None:
    question = parsed(text)
    assert (question.season, question.other_season) == (Season(start_year), None)
    assert (question.clubs, question.found) == ("Arsenal", OneClub(ARSENAL))


def test_a_bare_year_is_a_calendar_year_of_which_two_seasons_are_a_part() -> None:
    question = parsed("Arsenal 2017")
    assert (question.year, question.years) == (2017, (2017,))
    assert (question.season, question.other_season) == (Season(2017), Season(2016))


@pytest.mark.parametrize("text", ["Arsenal seizoen 2017", "season 2017 Arsenal", "Arsenal seizoen '17"])
def test_a_year_behind_the_word_season_is_no_calendar_year(text: str) -> None:
    question = parsed(text)
    assert (question.clubs, question.year, question.season) == ("Arsenal", None, Season(2017))
    assert question.years == (2017, 2018)


def test_this_year_is_the_season_that_is_under_way() -> None:
    question = parsed("Arsenal dit jaar")
    assert (question.season, question.year) == (parsed("Arsenal dit seizoen").season, None)


@pytest.mark.parametrize(
    ("text", "round_"),
    [
        ("Arsenal finale", RoundKind.FINAL),
        ("de finale van Arsenal", RoundKind.FINAL),
        ("Arsenal final", RoundKind.FINAL),
        ("Arsenal halve finale", RoundKind.SEMI_FINAL),
        ("Arsenal semi-final", RoundKind.SEMI_FINAL),
        ("Arsenal kwartfinale", RoundKind.QUARTER_FINAL),
        ("Arsenal in the quarter-finals", RoundKind.QUARTER_FINAL),
        ("achtste finales Arsenal", RoundKind.LAST_16),
        ("Arsenal laatste 16", RoundKind.LAST_16),
        ("Arsenal round of 32", RoundKind.LAST_32),
        ("tussenronde Arsenal", RoundKind.KNOCKOUT_PLAY_OFF),
        ("Arsenal play-offs", RoundKind.PLAY_OFF),
        ("derde voorronde Arsenal", RoundKind.QUALIFYING_3),
        ("tweede ronde Arsenal", RoundKind.SECOND),
        ("wie speelt er in de halve finale tegen Arsenal", RoundKind.SEMI_FINAL),
        ("heeft Arsenal ooit een finale gespeeld?", RoundKind.FINAL),
    ],
)
def test_a_round_may_be_named(text: str, round_: RoundKind) -> None:
    question = parsed(text)
    assert (question.round, question.found) == (round_, OneClub(ARSENAL))


@pytest.mark.parametrize(
    ("text", "competition", "year"),
    [
        ("wie won de europa league in 2017", EUROPA_LEAGUE, 2017),
        ("who won the champions league in 1999", CHAMPIONS_LEAGUE, 1999),
        ("wie won de el 2017", EUROPA_LEAGUE, 2017),
        ("winnaar CL 2019", CHAMPIONS_LEAGUE, 2019),
        ("wie heeft de cup winners' cup gewonnen in 1987", CUP_WINNERS_CUP, 1987),
        ("finale CL 2019", CHAMPIONS_LEAGUE, 2019),
        ("finale 2019", None, 2019),
        ("wie won vorig jaar de Europa League", EUROPA_LEAGUE, NOW.year - 1),
        ("last year's CL final", CHAMPIONS_LEAGUE, NOW.year - 1),
        ("wie won dit jaar de CL", CHAMPIONS_LEAGUE, NOW.year),
    ],
)
def test_who_wins_a_cup_wins_its_final(text: str, competition: Competition | None, year: int) -> None:
    question = parsed(text)
    assert (question.clubs, question.round) == ("", RoundKind.FINAL)
    assert (question.competition, question.year) == (competition, year)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("hoe vaak won Arsenal de CL", True),
        ("hoeveel finales won Arsenal", True),
        ("heeft Arsenal ooit de CL gewonnen", True),
        ("winnaars CL", True),
        ("alle finales", True),
        ("all winners of the Europa League", True),
        ("winnaar CL", False),
        ("winnaars CL 2019", False),
        ("finale cup winners cup", False),
        ("Arsenal finale", False),
        ("alle wedstrijden Arsenal", False),
    ],
)
def test_all_winners_or_all_that_a_club_won_may_be_meant(text: str, *, asks: bool) -> None:
    assert parsed(text).asks_for_winners is asks


def test_whether_a_club_won_is_no_question_about_a_final() -> None:
    assert parsed("heeft Arsenal gewonnen").round is None
    assert parsed("wie won Arsenal - Milan").found == TwoClubs(ARSENAL, MILAN)
    assert parsed("wie won Arsenal - Milan in de CL").round is None
    assert parsed("heeft Arsenal de CL gewonnen").round is RoundKind.FINAL


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Arsenal Milan 8-2", Score(8, 2)),
        ("Arsenal - Milan 6-1", Score(6, 1)),
        ("Arsenal Milan 0 – 10", Score(0, 10)),
        ("Arsenal - Milan 10-12", None),
        ("Arsenal - Milan 16/17", None),
        ("Arsenal - Milan 15-2-2018", None),
    ],
)
def test_a_score_tells_which_meeting_is_meant(text: str, score: Score | None) -> None:
    assert parsed(text).score == score


def test_a_dash_before_a_number_in_a_name_is_no_score() -> None:
    assert parsed("Schalke 04 - 1860 München").found == TwoClubs(SCHALKE, MUNCHEN)


@pytest.mark.parametrize("text", ["EL 1999", "1999 CL", "1999"])
def test_a_year_without_a_club_is_a_season(text: str) -> None:
    question = parsed(text)
    assert (question.season, question.clubs) == (Season(1999), "")


def test_the_first_season_of_europe_has_none_before() -> None:
    question = parsed("Milan 1955")
    assert (question.season, question.other_season) == (Season(1955), None)


@pytest.mark.parametrize("club", [SCHALKE, HANNOVER, IBERIA, MUNCHEN])
def test_a_whole_club_name_wins_over_a_season(club: Club) -> None:
    question = parsed(club.name)
    assert (question.found, question.season) == (OneClub(club), None)


def test_a_season_may_follow_a_name_with_a_number() -> None:
    question = parsed("Schalke 04 2010/11")
    assert (question.found, question.season) == (OneClub(SCHALKE), Season(2010))
    question = parsed("Hannover 96 in 2011")
    assert (question.found, question.season) == (OneClub(HANNOVER), Season(2011))


@pytest.mark.parametrize(
    "written", ["2016/18", "16/18", "2016-2018", "1950/51", "1899/00", "2101", "1850", "2150/51", "'28"]
)
def test_an_impossible_season_is_told(written: str) -> None:
    question = parsed(f"Arsenal {written}")
    assert (question.season, question.invalid_season) == (None, written)
    assert question.found == OneClub(ARSENAL)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Arsenal 15-02-2018", date(2018, 2, 15)),
        ("Arsenal 15/2/2018", date(2018, 2, 15)),
        ("Arsenal 15.2.18", date(2018, 2, 15)),
        ("2018-02-15 Arsenal", date(2018, 2, 15)),
        ("Arsenal op 15 februari 2018", date(2018, 2, 15)),
        ("Arsenal 15 feb", date(2018, 2, 15)),
        ("Arsenal 24 mei '95", date(1995, 5, 24)),
        ("Arsenal 24 mei 95", date(1995, 5, 24)),
        ("Arsenal 15 maart", date(2017, 3, 15)),
        ("Arsenal on February 15th, 2018", date(2018, 2, 15)),
        ("Arsenal vandaag", date(2018, 2, 22)),
        ("Arsenal gisteren", date(2018, 2, 21)),
        ("Arsenal eergisteren", date(2018, 2, 20)),
        ("Arsenal morgen", date(2018, 2, 23)),
    ],
)
def test_a_day_is_written_in_many_ways(text: str, day: date) -> None:
    question = parsed(text)
    assert (question.day, question.season, question.found) == (day, None, OneClub(ARSENAL))


@pytest.mark.parametrize(("written", "start_year"), [("2035/36", 2035), ("2099/00", 2099), ("2098", 2098)])
def test_a_season_still_to_come_is_possible(written: str, start_year: int) -> None:
    question = parsed(f"Arsenal {written}")
    assert (question.season, question.invalid_season) == (Season(start_year), "")


@pytest.mark.parametrize("text", ["Milan '95", "Milan 95", "Milan ’95", "95 Milan", "Milan CL 95"])
def test_a_year_of_two_digits_is_a_season_like_any_other(text: str) -> None:
    question = parsed(text)
    assert (question.clubs, question.found) == ("Milan", OneClub(MILAN))
    assert (question.season, question.other_season) == (Season(1995), Season(1994))


def test_a_season_may_follow_two_clubs() -> None:
    question = parsed("Arsenal - Milan 03")
    assert (question.found, question.season) == (TwoClubs(ARSENAL, MILAN), Season(2003))


def test_a_year_of_two_digits_in_the_name_of_a_club_is_no_season() -> None:
    assert parsed("Schalke 04 96").season == Season(1996)
    assert parsed("Schalke 96").found == OneClub(SCHALKE)
    assert parsed("Schalke 96").season == Season(1996)


@pytest.mark.parametrize(
    "text", ["Arsenal onder 19", "Arsenal 90'", "Arsenal 21:00", "Arsenal om 21 uur", "Arsenal u 21"]
)
def test_an_age_a_minute_or_an_hour_is_no_season(text: str) -> None:
    question = parsed(text)
    assert (question.season, question.invalid_season) == (None, "")


@pytest.mark.parametrize("text", ["keuken 95", "1850", "95"])
def test_a_number_beside_no_club_is_no_season(text: str) -> None:
    question = parsed(text)
    assert (question.season, question.invalid_season, question.found) == (None, "", NoClub())


def test_a_year_in_the_name_of_a_club_from_elsewhere_is_no_season() -> None:
    finder = ClubFinder(
        NamesInMemory([ClubName(ARSENAL, "Arsenal")], elsewhere=[ClubElsewhere("Genoa 1893", "ITA")])
    )
    question = parse_question("Genoa 1893", now=NOW, find=finder.find)
    assert (question.found, question.invalid_season) == (NoClub("Genoa 1893"), "")
    question = parse_question("Genoa 1893 '95", now=NOW, find=finder.find)
    assert (question.found, question.season) == (NoClub("Genoa 1893"), Season(1995))


@pytest.mark.parametrize(
    "text", ["Arsenal 2017/18 EL", "Arsenal 99 EL", "2017 EL", "Arsenal vorig seizoen el"]
)
def test_the_europa_league_may_follow_a_season(text: str) -> None:
    assert parsed(text).competition == EUROPA_LEAGUE


@pytest.mark.parametrize(
    "written", ["32-13-2018", "30-02-2018", "2018-13-01", "31 februari", "29 februari 2018"]
)
def test_a_day_that_does_not_exist_is_told(written: str) -> None:
    question = parsed(f"Arsenal {written}")
    assert (question.day, question.invalid_day) == (None, written)
    assert question.found == OneClub(ARSENAL)


@pytest.mark.parametrize(
    ("text", "day"), [("13 maart", date(2018, 3, 13)), ("22 april", date(2018, 4, 22)), ("25-4-2018", None)]
)
def test_a_day_without_a_year_may_be_one_that_comes_soon(text: str, day: date | None) -> None:
    question = parse_question(text, now=NOW, find=FINDER.find, ahead=timedelta(days=60))
    assert question.day == (day or date(2018, 4, 25))
    later = parse_question("24 april", now=NOW, find=FINDER.find, ahead=timedelta(days=60))
    assert later.day == date(2017, 4, 24)


def test_in_december_january_is_near() -> None:
    now = datetime(2026, 12, 20, 12, tzinfo=UTC)
    asked_for = parse_question("20 januari", now=now, find=FINDER.find, ahead=timedelta(days=60))
    assert asked_for.day == date(2027, 1, 20)


def test_today_is_the_day_in_amsterdam() -> None:
    late = datetime(2018, 2, 22, 23, 30, tzinfo=UTC)
    assert parse_question("Arsenal vandaag", now=late, find=FINDER.find).day == date(2018, 2, 23)


@pytest.mark.parametrize(
    ("text", "competition"),
    [
        ("Arsenal CL", CHAMPIONS_LEAGUE),
        ("Arsenal in de Champions League", CHAMPIONS_LEAGUE),
        ("Arsenal Europa Cup 1", CHAMPIONS_LEAGUE),
        ("Arsenal Europa League", EUROPA_LEAGUE),
        ("Arsenal el", EUROPA_LEAGUE),
        ("EL Arsenal", EUROPA_LEAGUE),
        ("Arsenal UEFA Cup", EUROPA_LEAGUE),
        ("Arsenal europa cup 3", EUROPA_LEAGUE),
        ("Arsenal conference", CONFERENCE_LEAGUE),
        ("Arsenal Conference League", CONFERENCE_LEAGUE),
        ("Arsenal ECL", CONFERENCE_LEAGUE),
        ("Arsenal Cup Winners' Cup", CUP_WINNERS_CUP),
        ("Arsenal bekerwinnaars", CUP_WINNERS_CUP),
        ("Arsenal EC 1", CHAMPIONS_LEAGUE),
        ("Arsenal landskampioenen", CHAMPIONS_LEAGUE),
        ("Arsenal UEFA-beker", EUROPA_LEAGUE),
        ("Arsenal Jaarbeursstedenbeker", FAIRS_CUP),
        ("Arsenal jaarbeurstedenbeker", FAIRS_CUP),
        ("Arsenal UEFA Cup 1969/70", FAIRS_CUP),
        ("Arsenal Europese Supercup", SUPER_CUP),
        ("Arsenal Intertoto", INTERTOTO_CUP),
        ("Arsenal Europa Cup II", CUP_WINNERS_CUP),
    ],
)
def test_a_competition_may_be_added(text: str, competition: Competition) -> None:
    question = parsed(text)
    assert (question.competition, question.found) == (competition, OneClub(ARSENAL))


@pytest.mark.parametrize(
    ("text", "competition", "season"),
    [
        ("Chapions League", CHAMPIONS_LEAGUE, None),
        ("champions", CHAMPIONS_LEAGUE, None),
        ("championsleague 2018", CHAMPIONS_LEAGUE, Season(2018)),
        ("Europe League", EUROPA_LEAGUE, None),
        ("europa", EUROPA_LEAGUE, None),
        ("Europaleague", EUROPA_LEAGUE, None),
        ("uefa cop 1995/96", EUROPA_LEAGUE, Season(1995)),
        ("el 2023", EUROPA_LEAGUE, Season(2023)),
        ("el 2017/18", EUROPA_LEAGUE, Season(2017)),
        ("Conferance League", CONFERENCE_LEAGUE, None),
        ("cupwinners cup", CUP_WINNERS_CUP, None),
    ],
)
def test_a_competition_is_found_with_a_slip_in_it(
    text: str, competition: Competition, season: Season | None
) -> None:
    alone, behind = parsed(text), parsed(f"Arsenal {text}")
    assert (alone.competition, alone.season, alone.clubs) == (competition, season, "")
    assert (behind.competition, behind.season, behind.found) == (competition, season, OneClub(ARSENAL))


@pytest.mark.parametrize("text", ["College Europa", "Europa FC", "FC Europa", "Europa Point"])
def test_europa_in_the_name_of_a_club_is_no_competition(text: str) -> None:
    assert parsed(text).competition is None


def test_a_spanish_article_is_no_europa_league() -> None:
    assert parsed("el submarino amarillo") == Question("el submarino amarillo", OneClub(VILLARREAL))


def test_el_behind_what_is_no_club_is_no_europa_league() -> None:
    assert parsed("abracadabra el simsalabim").competition is None


def test_everything_together() -> None:
    question = parsed("uitslag van Arsenal - Milan in de Europa League 2017/18")
    assert question.found == TwoClubs(ARSENAL, MILAN)
    assert (question.competition, question.season) == (EUROPA_LEAGUE, Season(2017))


def test_om_is_a_club_and_no_small_word() -> None:
    assert parsed("om 2017/18").found == OneClub(OM)


@pytest.mark.parametrize("text", ["", "   ", "van", "?", "2017/18", "CL", "gisteren"])
def test_a_question_without_a_club_finds_none(text: str) -> None:
    assert parsed(text).found == NoClub()


@given(st.text(max_size=4096))
def test_any_text_is_taken_apart(text: str) -> None:
    assert isinstance(parsed(text), Question)


@given(
    st.text(
        alphabet=st.sampled_from("0123456789/-. aeluvnjr"),
        max_size=40,
    ),
)
def test_numbers_and_dashes_never_surprise(text: str) -> None:
    question = parsed(text)
    assert question.season is None or 1955 <= question.season.start_year <= 2100

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    EUROPA_LEAGUE,
    Derived,
    FinalDate,
    GoalKind,
    Round,
    RoundKind,
    Score,
    Season,
)
from bot.sources.csv_rows import read_text
from bot.sources.errors import SourceError
from bot.sources.facts import (
    Confidence,
    read_club_names,
    read_clubs,
    read_deductions,
    read_draws,
    read_elsewhere_clubs,
    read_fact_goals,
    read_fact_matches,
    read_finals,
    read_goal_kinds,
    read_participants,
)
from bot.sources.reading import spelled

FACTS = Path(__file__).parents[2] / "data" / "facts"
DRAWS = "competition,season,rounds,date,time,place,confirmed,source\n"
FINALS = "competition,season,date,time,city,venue,confirmed,source\n"
MATCHES = "competition,season,round,leg,home,away,ft_home,ft_away,source,confidence,reason,derived\n"


def final_of(code: str, start_year: int) -> FinalDate:
    finals = read_finals(read_text(FACTS / "finals.csv"), file="finals.csv")
    (found,) = [
        final for final in finals if (final.competition.code, final.season.start_year) == (code, start_year)
    ]
    return found


def test_one_ceremony_can_draw_several_rounds() -> None:
    row = "CL,2025,R16|QF|SF|F,2026-02-27,12:00,Nyon,1,uefa.com\n"
    (draw,) = read_draws(DRAWS + row, file="draws.csv")
    assert draw.rounds == tuple(
        Round(kind)
        for kind in (RoundKind.LAST_16, RoundKind.QUARTER_FINAL, RoundKind.SEMI_FINAL, RoundKind.FINAL)
    )
    assert draw.at == datetime(2026, 2, 27, 11, 0, tzinfo=UTC)
    assert draw.confirmed


def test_a_draw_may_lack_its_date_but_is_then_not_confirmed() -> None:
    (draw,) = read_draws(DRAWS + "ECL,2026,KPO,,,Nyon,,nobody says\n", file="draws.csv")
    assert draw.date is None
    assert not draw.confirmed
    with pytest.raises(SourceError, match="line 2: a confirmed draw without a date"):
        read_draws(DRAWS + "ECL,2026,KPO,,,Nyon,1,nobody says\n", file="draws.csv")


def test_a_deduction_says_how_many_points_and_why() -> None:
    header = "competition,season,club,country,points,reason,source\n"
    (taken,) = read_deductions(header + "CL,1994,AC Milan,ITA,2,a bottle,UEFA\n", file="deductions.csv")
    assert (taken.competition, taken.season, taken.club) == (
        CHAMPIONS_LEAGUE,
        Season(1994),
        spelled("AC Milan", "ITA"),
    )
    assert (taken.points, taken.reason, taken.source) == (2, "a bottle", "UEFA")
    for points in ("", "0"):
        with pytest.raises(SourceError, match="line 2: a deduction without points"):
            read_deductions(header + f"CL,1994,AC Milan,ITA,{points},a bottle,UEFA\n", file="deductions.csv")


def test_milan_s_two_points_are_the_only_ones_that_the_facts_take_away() -> None:
    (taken,) = read_deductions(read_text(FACTS / "deductions.csv"), file="deductions.csv")
    assert (taken.season, taken.club.name, taken.points) == (Season(1994), "AC Milan", 2)


def test_of_a_match_the_own_goals_may_be_known_and_the_penalties_not() -> None:
    header = "competition,season,date,home,away,own_goals,penalties,source\n"
    row = "EL,2017,2018-02-22,Arsenal,Östersund,24 Calum Chambers|90+1 Héctor Bellerín,{},{}\n"
    (kinds,) = read_goal_kinds(header + row.format("?", "UEFA"), file="goal_kinds.csv")
    assert kinds.marked == {GoalKind.OWN_GOAL: ("24 Calum Chambers", "90+1 Héctor Bellerín")}
    (kinds,) = read_goal_kinds(header + row.format("", "UEFA"), file="goal_kinds.csv")
    assert kinds.marked[GoalKind.PENALTY] == ()
    with pytest.raises(SourceError, match="line 2"):
        read_goal_kinds(header + row.format("", ""), file="goal_kinds.csv")


def test_a_final_has_a_date_a_city_and_a_source() -> None:
    for row in (
        "CL,2025,,,Budapest,,1,x\n",
        "CL,2025,2026-05-30,,,,1,x\n",
        "CL,2025,2026-05-30,,Budapest,,1,\n",
    ):
        with pytest.raises(SourceError):
            read_finals(FINALS + row, file="finals.csv")


def test_a_fact_names_its_source_and_says_how_sure_it_is() -> None:
    rows = "ECL,2025,SF,1,Rayo Vallecano,Strasbourg,1,0,a list,medium,,full time\n"
    rows += "EL,2017,R32,1,Crvena zvezda,CSKA Moskva,0,0,press reports,,goalless,\n"
    derived, reviewed = read_fact_matches(MATCHES + rows, file="matches.csv")
    assert derived.confidence is Confidence.MEDIUM
    assert derived.match.derived == {Derived.FULL_TIME}
    assert derived.match.source == "a list"
    assert (reviewed.confidence, reviewed.reason) == (Confidence.HIGH, "goalless")
    with pytest.raises(SourceError, match="source is empty"):
        read_fact_matches(MATCHES + "CL,2025,F,,PSG,Arsenal,1,1,,,,\n", file="matches.csv")
    with pytest.raises(SourceError, match="derived is none of"):
        read_fact_matches(MATCHES + "CL,2025,F,,PSG,Arsenal,1,1,x,,,guess\n", file="matches.csv")


def test_clubs_stand_there_once_under_their_id() -> None:
    header = "id,name,country,dutch_name\n"
    spartak = "rus-spartak-moskva,Spartak Moscow,RUS,Spartak Moskou\n"
    (club,) = read_clubs(header + spartak, file="clubs.csv")
    assert (club.id, club.country, club.dutch_name) == ("rus-spartak-moskva", "RUS", "Spartak Moskou")
    with pytest.raises(SourceError, match="line 3: id stands there twice"):
        read_clubs(header + spartak + spartak, file="clubs.csv")


def test_names_tell_their_kind_and_the_country_a_source_writes() -> None:
    rows = "club,name,kind,country,shared\nfra-as-monaco,AS Monaco FC,spelling,MCO,\n"
    rows += "isl-vikingur-reykjavik,Víkingur,alias,,shared\n"
    monaco, vikingur = read_club_names(rows, file="club_names.csv")
    assert (monaco.name, monaco.kind, monaco.country, monaco.shared) == (
        "AS Monaco FC",
        "spelling",
        "MCO",
        False,
    )
    assert vikingur.shared


def test_clubs_without_matches_here_keep_their_other_names() -> None:
    rows = "name,country,also\n1. FC Magdeburg,GER,FC Magdeburg | Magdeburg\n07 Vestur,FRO,\n"
    magdeburg, vestur = read_elsewhere_clubs(rows, file="elsewhere_clubs.csv")
    assert magdeburg.also == ("FC Magdeburg", "Magdeburg")
    assert vestur.also == ()


def test_the_draw_after_ostersund_was_the_next_day_in_nyon() -> None:
    draws = read_draws(read_text(FACTS / "draws.csv"), file="draws.csv")
    (last_16,) = [
        draw
        for draw in draws
        if (draw.competition, draw.season) == (EUROPA_LEAGUE, Season(2017))
        and Round(RoundKind.LAST_16) in draw.rounds
    ]
    assert (last_16.date, last_16.place, last_16.confirmed) == (date(2018, 2, 23), "Nyon", True)


def test_no_round_is_drawn_twice_and_draws_fall_in_their_season() -> None:
    draws = read_draws(read_text(FACTS / "draws.csv"), file="draws.csv")
    drawn = [(draw.competition, draw.season, place) for draw in draws for place in draw.rounds]
    assert len(drawn) == len(set(drawn))
    for draw in draws:
        if draw.date is not None:
            start = draw.season.start_year
            assert date(start, 7, 1) <= draw.date <= date(start + 1, 8, 1)


@pytest.mark.parametrize(
    ("code", "start_year", "day", "city"),
    [
        ("CL", 1990, date(1991, 5, 29), "Bari"),
        ("CL", 1998, date(1999, 5, 26), "Barcelona"),
        ("CL", 2019, date(2020, 8, 23), "Lisbon"),
        ("CL", 2020, date(2021, 5, 29), "Porto"),
        ("CL", 2021, date(2022, 5, 28), "Saint-Denis"),
        ("EL", 2017, date(2018, 5, 16), "Lyon"),
        ("EL", 2019, date(2020, 8, 21), "Cologne"),
        ("EL", 2020, date(2021, 5, 26), "Gdańsk"),
        ("ECL", 2021, date(2022, 5, 25), "Tirana"),
        ("ECL", 2025, date(2026, 5, 27), "Leipzig"),
    ],
)
def test_finals_were_where_supporters_travelled(code: str, start_year: int, day: date, city: str) -> None:
    final = final_of(code, start_year)
    assert (final.date, final.city, final.confirmed) == (day, city, True)


def test_every_final_of_the_european_cup_is_there() -> None:
    finals = read_finals(read_text(FACTS / "finals.csv"), file="finals.csv")
    seasons = [final.season.start_year for final in finals if final.competition == CHAMPIONS_LEAGUE]
    assert seasons == list(range(1955, 2027))


def test_the_32_legs_of_2018_have_86_goals_three_of_them_own_goals() -> None:
    facts = read_fact_goals(read_text(FACTS / "goals.csv"), file="goals.csv")
    february = range(date(2018, 2, 13).toordinal(), date(2018, 2, 23).toordinal())
    goals = [fact.goal for fact in facts if fact.goal.date and fact.goal.date.toordinal() in february]
    assert len(goals) == 86
    own = sorted(goal.scorer or "" for goal in goals if goal.kind is GoalKind.OWN_GOAL)
    assert own == ["Ilya Kutepov", "Mikel Oyarzabal", "Sotirios Papagiannopoulos"]


def test_no_match_of_the_facts_stands_there_twice() -> None:
    facts = read_fact_matches(read_text(FACTS / "matches.csv"), file="matches.csv")
    keys = [(m.competition, m.season, m.round, m.home, m.away) for m in (fact.match for fact in facts)]
    assert len(keys) == len(set(keys))


def test_the_europa_league_of_2025_26_is_whole() -> None:
    facts = read_fact_matches(read_text(FACTS / "matches.csv"), file="matches.csv")
    whole = [
        m
        for m in (fact.match for fact in facts)
        if (m.competition, m.season) == (EUROPA_LEAGUE, Season(2025))
    ]
    assert len(whole) == 189
    assert all(match.has_result for match in whole)
    final = whole[-1]
    assert (final.home.name, final.full_time, final.away.name) == ("SC Freiburg", Score(0, 3), "Aston Villa")


def test_thirty_six_clubs_take_part_in_each_competition_of_2026_27() -> None:
    participants = read_participants(read_text(FACTS / "participants.csv"), file="participants.csv")
    for competition in (CHAMPIONS_LEAGUE, EUROPA_LEAGUE, CONFERENCE_LEAGUE):
        clubs = {participant.club for participant in participants if participant.competition == competition}
        assert len(clubs) == 36
    assert spelled("Arsenal", "ENG") in {participant.club for participant in participants}

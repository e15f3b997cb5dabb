"""Whole Football.TXT files, from the title to the last match."""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPA_LEAGUE,
    Competition,
    DecidedBy,
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
from bot.sources.errors import SourceError
from bot.sources.football_txt.reading import read_football_txt
from bot.sources.reading import spelled

FIXTURES = Path(__file__).parents[1] / "fixtures"
ARSENAL = spelled("Arsenal FC", "ENG")
OSTERSUND = spelled("Östersunds FK", "SWE")


def read(name: str) -> tuple[Match, ...]:
    return read_football_txt((FIXTURES / name).read_text(encoding="utf-8"), file=name)


def matches(lines: str, title: str = "= UEFA Champions League 2017/18") -> tuple[Match, ...]:
    return read_football_txt(f"{title}\n{lines}\n", file="cl.txt")


def test_arsenal_against_ostersund_has_both_legs_with_scorers_and_kick_off() -> None:
    second = next(match for match in read("europa_league_2017_18.txt") if match.home == ARSENAL and match.leg)
    assert second == Match(
        EUROPA_LEAGUE,
        Season(2017),
        Round(RoundKind.LAST_32),
        ARSENAL,
        OSTERSUND,
        Status.PLAYED,
        date=date(2018, 2, 22),
        kick_off=datetime(2018, 2, 22, 20, 5, tzinfo=UTC),
        leg=Leg.SECOND,
        full_time=Score(1, 2),
        half_time=Score(0, 2),
        goals=(
            Goal(OSTERSUND, "Aiesh", 22),
            Goal(OSTERSUND, "Sema", 24),
            Goal(ARSENAL, "Kolašinac", 47),
        ),
        venue="Emirates Stadium",
        city="London",
    )


def test_every_match_of_the_europa_league_file_is_there() -> None:
    found = read("europa_league_2017_18.txt")
    assert [match.round.code for match in found] == ["GROUP H", "GROUP H", "R32", "R32", "R32", "R32", "F"]
    assert found[-1].kick_off == datetime(2018, 5, 16, 18, 45, tzinfo=UTC)


def test_an_own_goal_is_for_the_side_it_helps() -> None:
    first = read("europa_league_2017_18.txt")[2]
    assert first.goals[1] == Goal(ARSENAL, "Papagiannopoulos", 24, kind=GoalKind.OWN_GOAL)


def test_a_world_cup_file_with_its_title_in_a_comment_is_read() -> None:
    opening, still_to_come, third_place, final = read("world_cup_2014.txt")
    assert (opening.competition, opening.season) == (Competition("World Cup"), Season(2014))
    assert (opening.round, opening.kick_off) == (
        Round(RoundKind.GROUP, "A"),
        datetime(2014, 6, 12, 20, tzinfo=UTC),
    )
    assert [(goal.scorer, goal.minute, goal.kind.value) for goal in opening.goals] == [
        ("Marcelo", 11, "own"),
        ("Neymar", 29, "goal"),
        ("Neymar", 71, "penalty"),
        ("Oscar", 90, "goal"),
    ]
    assert (still_to_come.status, still_to_come.city) == (Status.SCHEDULED, "Brasília")
    assert third_place.round == Round(RoundKind.OTHER, "Match for third place")
    assert {goal.club.name for goal in third_place.goals} == {"Netherlands"}
    assert (final.full_time, final.extra_time) == (Score(0, 0), Score(1, 0))


def test_a_late_kick_off_in_rio_is_on_the_next_day_in_amsterdam() -> None:
    final = read("world_cup_2014.txt")[-1]
    assert (final.date, final.kick_off) == (date(2014, 7, 14), datetime(2014, 7, 14, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("title", "competition", "start_year"),
    [
        ("= UEFA Champions League - Quali 2024/25", CHAMPIONS_LEAGUE, 2024),
        ("= European Cup 1971-72", CHAMPIONS_LEAGUE, 1971),
        ("= UEFA Cup 1999/2000", EUROPA_LEAGUE, 1999),
        ("= UEFA Europa Conference League 2021/22", CONFERENCE_LEAGUE, 2021),
        ("= European Cup Winners' Cup 1970/71", CUP_WINNERS_CUP, 1970),
        ("= English Premier League 2012/13  # fixtures", Competition("English Premier League"), 2012),
        ("= CAF Champions League 2024/25", Competition("CAF Champions League"), 2024),
        ("= 2024-25 Champions League Two", Competition("Champions League Two"), 2024),
        ("=World Cup 2026 Qualifying=", Competition("World Cup Qualifying"), 2026),
    ],
)
def test_the_title_names_competition_and_season(
    title: str, competition: Competition, start_year: int
) -> None:
    (match,) = matches("Group A\n  Ajax v Celtic  1-0", title)
    assert (match.competition, match.season) == (competition, Season(start_year))


def test_the_season_may_stand_in_the_name_of_the_folder() -> None:
    text = "# European Champion Clubs' Cup\n\nFinal\n[Jun/13]\n  Real Madrid   4-3 (2-2)   Stade Reims"
    (match,) = read_football_txt(text, file="1955-56/cl.txt")
    assert (match.competition, match.date) == (CHAMPIONS_LEAGUE, date(1956, 6, 13))


def test_one_file_may_hold_several_competitions() -> None:
    found = matches(
        "Final\n  Swansea  4-2  Reading\n\n= English League One 2010/11\n\nFinal\n  Luton  0-3  Hull"
    )
    assert [match.competition.code for match in found] == ["CL", "English League One"]


def test_a_time_holds_until_the_next_one_but_not_for_another_day() -> None:
    found = matches("Tue Sep/12\n  20.45  A City v B Town\n  C City v D Town\nWed Sep/13\n  E City v F Town")
    assert [match.kick_off is not None for match in found] == [True, True, False]


def test_clubs_still_to_be_known_are_no_fixture_yet() -> None:
    found = matches("Semi-final\nTue Jul 14\n  France v Spain\n  W99 v W100\n  N.N. v N.N.")
    assert [match.home.name for match in found] == ["France"]


def test_a_club_keeps_the_country_it_is_written_with() -> None:
    (match,) = matches("Group A\n  AS Monaco (MCO) v River Plate (Arg)  1-0")
    assert (match.home, match.away.country) == (spelled("AS Monaco", "MCO"), "ARG")


@pytest.mark.parametrize(
    ("line", "status", "score"),
    [
        ("Villarreal v Qarabağ  3-0    [awarded]", Status.AWARDED, Score(3, 0)),
        ("SW Bregenz 0-1awd. Liefering", Status.AWARDED, Score(0, 1)),
        ("Cape Verde awd. Tunisia  [awarded 0-3, originally 2-1]", Status.AWARDED, Score(0, 3)),
        ("RB Leipzig v Spartak Moskva  [cancelled]", Status.CANCELLED, None),
        ("SV Klöch  n/p SV Frohnleiten", Status.CANCELLED, None),
        ("Colo-Colo v Fortaleza [postponed: storm]", Status.POSTPONED, None),
        ("Colo-Colo 2-1 Fortaleza [postponed from Sep 10]", Status.PLAYED, Score(2, 1)),
        ("Amstetten abd. BW Linz", Status.ABANDONED, None),
        ("Luton 1-1 Bournemouth [abandoned at 1-1 in 65']", Status.ABANDONED, Score(1, 1)),
        ("Luton 1-1 Bournemouth [abandoned at 1-1; result stood]", Status.PLAYED, Score(1, 1)),
        ("Ajax v Benfica", Status.SCHEDULED, None),
    ],
)
def test_the_status_of_a_match(line: str, status: Status, score: Score | None) -> None:
    (match,) = matches(f"Group A\n  {line}")
    assert (match.status, match.score) == (status, score)


def test_a_walkover_lets_one_club_through() -> None:
    home, away = matches("Quarter-finals\nSoviet Union  w/o  Spain\nSpain  o/w  Soviet Union")
    assert home.winner == away.winner == spelled("Soviet Union")
    assert home.decided_by is DecidedBy.WALKOVER


def test_a_coin_toss_is_recorded_with_its_winner() -> None:
    (match,) = matches("Semi-finals\n  Italy v Soviet Union  0-0 a.e.t.  [Italy won on coin toss]")
    assert (match.winner, match.decided_by) == (spelled("Italy"), DecidedBy.COIN_TOSS)


def test_two_legs_on_one_line_are_two_matches() -> None:
    first, second = matches(
        "Semi-finals\nApr 17 & 25\n"
        "  Bayern München (Ger) v Real Madrid (Esp)  2-1, 1-2 aet (agg 3-3, win 3-1 on pens)"
    )
    assert (first.leg, first.date, first.full_time) == (Leg.FIRST, date(2018, 4, 17), Score(2, 1))
    assert (second.leg, second.date, second.home.name) == (Leg.SECOND, date(2018, 4, 25), "Real Madrid")
    assert (second.extra_time, second.penalties) == (Score(2, 1), Score(1, 3))


def test_notes_and_line_ups_and_tables_are_no_matches() -> None:
    text = """Group A
Ajax v Celtic  2-1   [replay of the abandoned match,
                      behind closed doors]
Ajax: Van der Sar - Blind, De Boer [c], Rijkaard (Kanu 53')
      Seedorf - Overmars
Penalties: 1-0 Blind, 1-1 Boyd
Chichester City     bye   [Bury bankrupted]
 1.AJAX              3  2  1  0   7- 2   7
 -.Celtic   withdrew
-----------------------------
NB: the first two v others qualified
    (and so on)

Feyenoord v Milan  1-0
__END__
whatever comes here
"""
    assert [match.home.name for match in matches(text)] == ["Ajax", "Feyenoord"]


def test_the_shoot_out_may_be_told_kick_by_kick() -> None:
    (match,) = matches(
        "Final\n  Palmeiras - Cali  2-1\n\nPenalty shootout: 0-0 Zinho (held), 0-1 Dudamel;\n  4-3 Euller"
    )
    assert match.penalties == Score(4, 3)


@pytest.mark.parametrize(
    ("lines", "line", "reason"),
    [
        ("Group A\nthis is nonsense", 3, "expected a match, a header or a day"),
        ("Group A\n  20.45 Ajax", 3, "expected a match"),
        ("Group A\n  Ajax v Celtic 2-1 hurray", 3, "behind the score"),
        ("Group A\n  Ajax  Celtic  Porto  2-1", 3, "expected a match"),
        ("Group A\n  Ajax v Ajax 2-1", 3, "against itself"),
        ("Group A\n  Ajax v Celtic -1-2", 3, "a club's name"),
        ("Group A\n  Ajax v Celtic 1-0 2-0 3-0", 3, "more scores"),
        ("Tue Feb/31\n  Ajax v Celtic 1-0", 2, "no day like"),
        ("Group A\n  25.45 Ajax v Celtic 1-0", 3, "no time like"),
        ("Group A\n  Ajax v Celtic 1-0\n    (Litmanen 12'", 4, "not closed"),
        ("Group A\n  Ajax v Celtic 1-0\n    (Litmanen 212')", 4, "minute 212"),
        ("(Litmanen 12')", 2, "without a match"),
        ("Group A\n(H) Chelsea  2-1", 3, "both clubs"),
        ("kapot: 1\n", 2, "expected a match"),
        ("Group A\nAjax v Porto 1-0\nFinal: Ajax v Milan 1-0", 4, "a line of its own"),
        ("Group A\n" + "A" * 5_000, 3, "5,000 characters"),
        ("= A Cup without its season", 2, "competition and season"),
    ],
)
def test_nonsense_names_file_line_and_reason(lines: str, line: int, reason: str) -> None:
    with pytest.raises(SourceError) as raised:
        matches(lines)
    assert (raised.value.place, raised.value.line) == ("cl.txt", line)
    assert reason in raised.value.reason


@pytest.mark.parametrize(
    "text", ["", "= Champions League 2017/18\n", "<html><body>404</body></html>", "\x00\x01"]
)
def test_a_file_without_matches_is_refused(text: str) -> None:
    with pytest.raises(SourceError):
        read_football_txt(text, file="cl.txt")


@given(st.lists(st.text(alphabet="aZ 1-:.()[]'|=#▪@v/,;\n\t", max_size=60), max_size=12))
def test_any_text_is_read_or_refused_with_its_line(lines: list[str]) -> None:
    text = "= Champions League 2017/18\n" + "\n".join(lines)
    found: tuple[Match, ...] = ()
    with contextlib.suppress(SourceError):
        found = read_football_txt(text, file="cl.txt")
    assert all(match.home != match.away for match in found)


_GOALS = st.integers(min_value=0, max_value=30)
_NAME = st.sampled_from(
    ["Ajax", "1. FC Köln", "FC Schalke 04", "1899 Hoffenheim", "Bodø/Glimt", "Bor. M'gladbach"]
)


@given(
    _NAME,
    _NAME,
    _GOALS,
    _GOALS,
    st.sampled_from(["{h} v {a}  {s}", "{h}  {s}  {a}", "{h} - {a}  {s}", "{h}  {a}  {s}"]),
)
def test_a_score_reads_the_same_in_the_middle_and_at_the_end(
    home: str, away: str, goals: int, against: int, style: str
) -> None:
    if home == away:
        away = "Celtic"
    line = style.format(h=home, a=away, s=f"{goals}-{against}")
    (match,) = matches(f"Group A\n  20.45  {line}")
    assert (match.home.name, match.away.name, match.full_time) == (home, away, Score(goals, against))


def test_the_styles_of_the_formats_own_samples_are_read() -> None:
    first, second, venezuela, werder, galatasaray = read("copa_2000.txt")
    assert (first.round.code, first.leg, first.city) == ("F", Leg.FIRST, "Buenos Aires")
    assert [goal.scorer for goal in first.goals] == ["Arruabarrena", "Pena", "Arruabarrena", "Euller"]
    assert (second.leg, second.penalties, second.extra_time, second.goals) == (
        Leg.SECOND,
        Score(2, 4),
        None,
        (),
    )
    assert [goal.club.name for goal in venezuela.goals] == ["VEN", "CHI"]
    assert venezuela.date == date(2000, 5, 17)
    assert [goal.minute for goal in werder.goals] == [1, 34, 36, 50, 90]
    assert galatasaray.goals == (Goal(spelled("Galatasaray"), "V.Ivanov", 34),)


def test_comments_of_every_kind_are_left_out() -> None:
    text = """Round of 16 - 1st Leg   //  Tu+We 14.+15. Feb
<!-- not yet known
  Ajax v Porto  9-9
-->
  Ajax v Celtic  2-1  # after a strange evening
     (Litmanen 12',
      # the second one is disputed
      Kluivert 80'; Larsson 3')
"""
    (match,) = matches(text)
    assert (match.full_time, len(match.goals), match.leg) == (Score(2, 1), 3, Leg.FIRST)


def test_a_neutral_ground_and_other_notes_are_kept() -> None:
    (match,) = matches("Round of 16\n  RB Leipzig v Liverpool  0-2  [neutral] [in Budapest; rules on entry]")
    assert (match.neutral, match.note) == (True, "in Budapest; rules on entry")


def test_a_list_of_finals_has_only_years() -> None:
    uruguay, brazil = matches(
        "Final\n1930   Uruguay   4-2 Argentina\n1994   Brazil   0-0 Italy   (aet, 3-2 pen)"
    )
    assert (uruguay.season, uruguay.date) == (Season(1930), None)
    assert (brazil.season, brazil.extra_time, brazil.penalties) == (Season(1994), Score(0, 0), Score(3, 2))

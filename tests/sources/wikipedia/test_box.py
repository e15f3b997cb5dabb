from __future__ import annotations

import pytest

from bot.football.model import Status
from tests.sources.wikipedia.reading import box, match_of, problem_of, read


@pytest.mark.parametrize(
    "name",
    [
        "Football box",
        "football box",
        "Footballbox",
        "Football_box",
        " football box\n",
        "Football box collapsible",
        "footballbox collapsible",
        "Football box <!-- of the second leg -->",
        "#invoke:Football box|main",
        "#invoke:football box|main",
        "Template:Football box",
    ],
)
def test_a_box_is_known_by_any_of_its_names(name: str) -> None:
    (match,) = read(box().replace("Football box", name)).matches
    assert (match.home.id, match.away.id, str(match.full_time)) == (
        "Arsenal F.C. (ENG)",
        "AFC Ajax (NED)",
        "2-1",
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2–1", "2-1"),
        ("2-1", "2-1"),
        ("2 − 1", "2-1"),
        ("2&ndash;1", "2-1"),
        ("2&nbsp;–&nbsp;1", "2-1"),
        ("2:1", "2-1"),
        ("'''2–1'''", "2-1"),
        ("{{nowrap|2–1}}", "2-1"),
        ("{{score|2|1}}", "2-1"),
        ("{{score|2–1}}", "2-1"),
        ("{{score link|2026–27 X#Arsenal v Ajax|2–1}}", "2-1"),
        ("[[#Arsenal v Ajax|2–1]]", "2-1"),
        ("[https://www.uefa.com/ 2–1]", "2-1"),
        ("2–1<ref>3–1 says another</ref>{{efn|a note of 4–1}}<sup>1</sup>", "2-1"),
        ("{{color|red|2–1}}", "2-1"),
        ("2{{ndash}}1", "2-1"),
        ("{{anchor|Ajax}}2–1", "2-1"),
        ("{{vanchor|2–1}}", "2-1"),
        ("2–1 (1–0)", "2-1"),
    ],
)
def test_a_score_is_read_in_every_form(written: str, expected: str) -> None:
    match = match_of(score=written)
    assert (str(match.full_time), match.extra_time, match.status) == (expected, None, Status.PLAYED)


@pytest.mark.parametrize(
    "fields",
    [
        {"score": "1–1 (a.e.t.)"},
        {"score": "1–1 {{aet}}"},
        {"score": "1–1 {{a.e.t.}}"},
        {"score": "1–1<br />{{small|([[Extra time|a.e.t.]])}}"},
        {"score": "1–1 {{abbr|a.e.t.|after extra time}}"},
        {"score": "1–1 aet"},
        {"score": "1–1 ([[golden goal|g.g.]])"},
        {"score": "1–1 (after golden goal)"},
        {"score": "1–1 (s.g.)"},
        {"score": "1–1", "aet": "yes"},
        {"score": "1–1", "aet": "Y"},
    ],
)
def test_extra_time_is_told_in_many_ways(fields: dict[str, str]) -> None:
    match = match_of(**fields)
    assert (str(match.extra_time), match.full_time) == ("1-1", None)


def test_a_box_may_say_that_there_was_no_extra_time() -> None:
    assert match_of(score="1–1", aet="no").extra_time is None


@pytest.mark.parametrize(
    "fields",
    [
        {"score": "1–1 (a.e.t.)", "penaltyscore": "4–3"},
        {"score": "1–1", "penaltyscore": "'''4–3'''", "penalties1": "*[[A]] {{pengoal}}\n*[[B]] {{penmiss}}"},
        {"score": "1–1 (a.e.t.) (4–3 p)"},
        {"score": "1–1 (4–3 pen.)"},
        {"score": "1–1 {{aet}}<br>4–3 on penalties"},
    ],
)
def test_a_shoot_out_follows_extra_time(fields: dict[str, str]) -> None:
    match = match_of(**fields)
    assert (str(match.penalties), str(match.extra_time), match.goals) == ("4-3", "1-1", ())


@pytest.mark.parametrize(
    ("fields", "status", "score"),
    [
        ({"score": ""}, Status.SCHEDULED, "None"),
        ({"score": "v"}, Status.SCHEDULED, "None"),
        ({"score": "–"}, Status.SCHEDULED, "None"),
        ({"score": "?–?"}, Status.SCHEDULED, "None"),
        ({"score": "–:–"}, Status.SCHEDULED, "None"),
        ({"score": "19:00"}, Status.SCHEDULED, "None"),
        ({"score": "Match 12"}, Status.SCHEDULED, "None"),
        ({"score": "{{TBD}}"}, Status.SCHEDULED, "None"),
        ({"score": "Postponed"}, Status.POSTPONED, "None"),
        ({"score": "P–P"}, Status.POSTPONED, "None"),
        ({"score": "", "note": "The match was postponed because of fog."}, Status.POSTPONED, "None"),
        ({"score": "Cancelled"}, Status.CANCELLED, "None"),
        ({"score": "canc."}, Status.CANCELLED, "None"),
        ({"score": "Abandoned"}, Status.CANCELLED, "None"),
        ({"score": "1–0 (abandoned)"}, Status.ABANDONED, "1-0"),
        ({"score": "1–0", "note": "Abandoned in the 60th minute, and annulled."}, Status.ABANDONED, "1-0"),
        ({"score": "3–0 (awarded)"}, Status.AWARDED, "3-0"),
        ({"score": "3–0 {{awd}}"}, Status.AWARDED, "3-0"),
        ({"score": "3–0<br>{{small|awd.}}"}, Status.AWARDED, "3-0"),
        ({"score": "{{abbr|3–0|awarded by UEFA}}"}, Status.AWARDED, "3-0"),
        ({"score": "3–0{{efn|Awarded, after a 1–1 draw.}}"}, Status.AWARDED, "3-0"),
        ({"score": "3–0", "note": "UEFA awarded the match 3–0."}, Status.AWARDED, "3-0"),
        ({"score": "0–3 w/o"}, Status.WALKOVER, "0-3"),
        ({"score": "w/o"}, Status.WALKOVER, "None"),
        ({"score": "Walkover"}, Status.WALKOVER, "None"),
        ({"score": "2–1", "note": "Postponed from 2 March."}, Status.PLAYED, "2-1"),
    ],
)
def test_what_came_of_a_match_is_told_in_words(fields: dict[str, str], status: Status, score: str) -> None:
    match = match_of(**fields)
    assert (match.status, str(match.full_time)) == (status, score)


def test_an_award_has_no_goals_even_where_some_fell() -> None:
    match = match_of(score="3–0 (awarded)", goals1="[[A]] {{goal|5}}")
    assert (match.status, match.goals) == (Status.AWARDED, ())


def test_a_walkover_is_won_by_the_club_in_bold() -> None:
    match = match_of(score="w/o", team2="{{fbaicon|NED}} '''[[AFC Ajax|Ajax]]'''")
    assert match.winner == match.away
    assert match_of(score="w/o").winner is None


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"score": "99–0"}, "a score of 99-0"),
        ({"score": "0–21"}, "a score of 0-21"),
        ({"score": "−1–2"}, "'-1-2' is no score"),
        ({"score": "2–1<br>3–1"}, "'2-1 3-1' is no score"),
        ({"score": "two–one"}, "is no score"),
        ({"score": "2–1–3"}, "is no score"),
        ({"score": "1–1 (a.e.t.)", "penaltyscore": "4–4"}, "a shoot-out of '4-4'"),
        ({"score": "1–1 (a.e.t.)", "penaltyscore": "99–98"}, "a shoot-out of '99-98'"),
        ({"score": "1–1 (a.e.t.)", "penaltyscore": "4"}, "a shoot-out of '4'"),
        ({"date": "9 March 2062"}, "a match of 2026/27 on 2062-03-09"),
        ({"date": "{{Start date|1927|3|9}}"}, "a match of 2026/27 on 1927-03-09"),
        ({"team2": "[[Arsenal F.C.|Arsenal]] {{fbaicon|ENG}}"}, "a club plays against itself"),
        ({"team2": f"[[{'A' * 200}]]"}, "is no name of a club"),
        ({"team2": "[[1234]]"}, "is no name of a club"),
    ],
)
def test_nonsense_is_a_problem_of_its_match_alone(fields: dict[str, str], reason: str) -> None:
    assert reason in problem_of(**fields)
    both = read(box(**fields) + box(team1="[[SSC Napoli|Napoli]]"))
    assert [match.home.name for match in both.matches] == ["SSC Napoli"]
    assert len(both.problems) == 1


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[[Arsenal F.C.|Arsenal]] {{fbaicon|ENG}}", ("Arsenal F.C.", "ENG", "Arsenal")),
        ("{{fbaicon|England}} [[Arsenal_F.C.#Men|Arsenal]]", ("Arsenal F.C.", "ENG", "Arsenal")),
        ("{{flagicon|ENG|1945}} '''[[arsenal F.C.]]'''", ("Arsenal F.C.", "ENG", "arsenal F.C.")),
        ("{{#invoke:flag|fbaicon|ENG}} [[:Arsenal F.C.|Arsenal]]", ("Arsenal F.C.", "ENG", "Arsenal")),
        (
            "{{nowrap|[[Arsenal F.C.|Arsenal]] {{fbaicon|ENG}}}}{{efn|Not [[Chelsea F.C.|Chelsea]].}}",
            ("Arsenal F.C.", "ENG", "Arsenal"),
        ),
        ("[[Arsenal F.C.|Arsenal]]<ref>[[The Times]]</ref>", ("Arsenal F.C.", "", "Arsenal")),
        ("[[Dynamo Dresden]] ([[East Germany|GDR]])", ("Dynamo Dresden", "GER", "Dynamo Dresden")),
        ("[[FK Partizan|Partizan]] {{fbaicon|YUG}}", ("FK Partizan", "", "Partizan")),
        ("[[File:Arsenal.svg|20px]] [[Arsenal F.C.|Arsenal]]", ("Arsenal F.C.", "", "Arsenal")),
        ("Stævnet {{flagicon|DEN}}", ("Stævnet", "DEN", "")),
        ("1. FC Köln", ("1. FC Köln", "", "")),
        ("{{#invoke:flag|fb-rt|GER}}", ("Germany", "GER", "")),
        ("{{fb|CUW}}", ("CUW", "CUW", "")),
    ],
)
def test_a_club_is_the_page_of_its_link_and_the_country_of_its_flag(
    written: str, expected: tuple[str, str, str]
) -> None:
    for field in ("team1", "home"):
        text = box(team1=written).replace("team1", field)
        (match,) = read(text).matches
        assert (match.home.name, match.home.country, match.home.shown) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "TBD",
        "Winner of Match 12",
        "[[#Tie 3|Winner tie 3]]",
        "[[2026–27 X#Semi-finals|Winner semi-final 1]]",
        "[[Arsenal F.C.|Arsenal]] or [[Chelsea F.C.|Chelsea]]",
        "[[Arsenal F.C.|Arsenal]] / [[Chelsea F.C.|Chelsea]]",
        "Arsenal or Chelsea",
        "Higher-seeded finalist {{fbaicon|}}",
        "{{fbaicon|}}",
        "??",
    ],
)
def test_a_match_whose_clubs_are_not_known_yet_is_none(written: str) -> None:
    found = read(box(team1=written, score=""))
    assert (found.matches, found.problems) == ((), ())


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"stadium": "[[Agia Sophia Stadium]], [[Athens]]"}, ("Agia Sophia Stadium", "Athens")),
        (
            {"stadium": "[[Hampden Park]]", "location": "[[Glasgow]], [[Scotland]]"},
            ("Hampden Park", "Glasgow"),
        ),
        ({"venue": "Old Trafford", "city": "Manchester"}, ("Old Trafford", "Manchester")),
        ({"stadium": "<!-- none -->"}, ("", "")),
        ({"stadium": "x" * 300}, ("", "")),
    ],
)
def test_ground_and_city_are_told_apart(fields: dict[str, str], expected: tuple[str, str]) -> None:
    match = match_of(**fields)
    assert (match.venue, match.city) == expected
    assert not match.neutral


def test_neutral_ground_is_as_the_box_says() -> None:
    assert match_of(neutral="yes").neutral


def test_a_field_that_stands_there_twice_has_its_last_value() -> None:
    text = box(score="2–1").replace("|score=2–1", "|score=5–0\n|score=2–1")
    (match,) = read(text).matches
    assert str(match.full_time) == "2-1"

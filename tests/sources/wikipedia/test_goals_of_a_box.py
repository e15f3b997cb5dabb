from __future__ import annotations

import pytest

from tests.sources.wikipedia.reading import box, goals, match_of, read

HOME, AWAY = "score=1–0", "score=0–1"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("*[[Bukayo Saka|Saka]] {{goal|6}}", ["6 Bukayo Saka"]),
        ("[[Bukayo Saka|Saka]] 6'", ["6 Bukayo Saka"]),
        ("[[Bukayo Saka]] 90+7 pen", ["90+7 Bukayo Saka (penalty)"]),
        ("Saka 90+7' (pen.)", ["90+7 Saka (penalty)"]),
        ("Saka (p) 12", ["12 Saka (penalty)"]),
        ("Saka 45'+2'", ["45+2 Saka"]),
        ("Saka 12 min.", ["12 Saka"]),
        ("*[[Bukayo Saka|Saka]] {{Goal | 6&nbsp;}}", ["6 Bukayo Saka"]),
        ("[[Bukayo Saka|Saka]] {{goal|6|<ref>x</ref>}}{{efn|A note with [[a link]] 12'}}", ["6 Bukayo Saka"]),
        ("{{nowrap|[[Bukayo Saka|Saka]] {{goal|6}}}}", ["6 Bukayo Saka"]),
        ("<small>[[Bukayo Saka|Saka]] {{goal|6}}</small>", ["6 Bukayo Saka"]),
        ("'''[[Bukayo Saka|Saka]]''' {{goal|6}}", ["6 Bukayo Saka"]),
        ("[[Bukayo Saka|B. Saka]] {{goal|6}}", ["6 Bukayo Saka"]),
        ("B. [[Bukayo Saka|Saka]] {{goal|6}}", ["6 Bukayo Saka"]),
        ("{{goal|6}} B. [[Bukayo Saka|Saka]]", ["6 Bukayo Saka"]),
        ("{{sortname|Bukayo|Saka}} {{goal|6}}", ["6 Bukayo Saka"]),
        ("{{ill|Bukayo Saka|de|lt=Saka}} {{goal|6}}", ["6 Bukayo Saka"]),
        ("[[Míchel (footballer, born 1963)|Míchel]] {{goal|6}}", ["6 Míchel"]),
        ("[[Givanildo Vieira de Sousa|Hulk]] {{goal|6}}", ["6 Hulk"]),
        ("[[Hulk (footballer)|]] {{goal|6}}", ["6 Hulk (footballer)"]),
        ("{{goal|6}}", ["6 None"]),
        ("[[Bukayo Saka|Saka]]", ["? Bukayo Saka"]),
        ("[[Bukayo Saka|Saka]] {{goal}}", ["? Bukayo Saka"]),
        ("[[Bukayo Saka|Saka]] {{goal|pen.}}", ["? Bukayo Saka (penalty)"]),
        ("[[Gabriel Magalhães|Gabriel]] {{goal|9|o.g.}}", ["9 Gabriel Magalhães (own)"]),
        ("[[Gabriel Magalhães|Gabriel]] (o.g.) {{goal|9}}", ["9 Gabriel Magalhães (own)"]),
        ("[[Gabriel Magalhães|Gabriel]] {{goal|9|[[Own goal|o.g.]]}}", ["9 Gabriel Magalhães (own)"]),
        ("[[Gabriel Magalhães|Gabriel]] {{goal|9|{{abbr|o.g.|own goal}}}}", ["9 Gabriel Magalhães (own)"]),
        ("[[Gabriel Magalhães|Gabriel]] {{ogoal|9}}", ["9 Gabriel Magalhães (own)"]),
        ("[[Gabriel Magalhães|Gabriel]] 9' (own goal)", ["9 Gabriel Magalhães (own)"]),
        ("[[Gabriel Magalhães|Gabriel]] [[Own goal|o.g.]] 9'", ["9 Gabriel Magalhães (own)"]),
        ("[[Bukayo Saka|Saka]] {{pengoal}} 9'", ["9 Bukayo Saka (penalty)"]),
        ("[[Bukayo Saka|Saka]]\n{{goal|9}}", ["9 Bukayo Saka"]),
        ("[[Bukayo Saka|Saka]] {{goal|92}}", ["90+2 Bukayo Saka"]),
        (
            "*[[Bukayo Saka|Saka]] {{goal|6}}\n*[[Declan Rice|Rice]] {{sent off|0|70}}\n*[[X]] {{yel|3}}",
            ["6 Bukayo Saka"],
        ),
        ("{{sent off|0|70}} [[Declan Rice|Rice]]<br>{{goal|6}} [[Bukayo Saka|Saka]]", ["6 Bukayo Saka"]),
    ],
)
def test_a_goal_is_read_in_every_form_in_either_column(written: str, expected: list[str]) -> None:
    assert goals(match_of(score="1–0", goals1=written)) == [f"Arsenal {goal}" for goal in expected]
    assert goals(match_of(score="0–1", goals2=written)) == [f"Ajax {goal}" for goal in expected]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[[Kai Havertz|Havertz]] {{goal|45+5|pen.|88}}", ["45+5 Kai Havertz (penalty)", "88 Kai Havertz"]),
        ("[[Kai Havertz|Havertz]] {{goal|10||55|pen.}}", ["10 Kai Havertz", "55 Kai Havertz (penalty)"]),
        ("[[Kai Havertz|Havertz]] {{goal|12|66}}", ["12 Kai Havertz", "66 Kai Havertz"]),
        ("[[Kai Havertz|Havertz]] {{goal|12, 66}}", ["12 Kai Havertz", "66 Kai Havertz"]),
        ("[[Kai Havertz|Havertz]] {{goal|9|45+1|o.g.}}", ["9 Kai Havertz", "45+1 Kai Havertz (own)"]),
        ("[[Kai Havertz|Havertz]] {{goal|12}}, {{goal|66}}", ["12 Kai Havertz", "66 Kai Havertz"]),
        ("[[Kai Havertz|Havertz]] 12', 66' (pen.)", ["12 Kai Havertz", "66 Kai Havertz (penalty)"]),
        ("Havertz (12, 66 pen.)", ["12 Havertz", "66 Havertz (penalty)"]),
        ("[[A B|B]] {{goal|12}}<br />[[C D|D]] {{goal|66}}", ["12 A B", "66 C D"]),
        ("*[[A B|B]] {{goal|12}} *[[C D|D]] {{goal|66}}", ["12 A B", "66 C D"]),
        ("[[A B|B]] {{goal|12}}, [[C D|D]] {{goal|66}}", ["12 A B", "66 C D"]),
        ("{{ubl|[[A B|B]] {{goal|12}}|[[C D|D]] {{goal|66}}}}", ["12 A B", "66 C D"]),
        ("{{plainlist|\n*[[A B|B]] {{goal|12}}\n*[[C D|D]] {{goal|66}}\n}}", ["12 A B", "66 C D"]),
        ("{{goal|12||66|pen.}} [[A B|B]]", ["12 A B", "66 A B (penalty)"]),
        ("{{goal|12}} [[A B|B]]<br>{{goal|66}} [[C D|D]]", ["12 A B", "66 C D"]),
        ("B 12'; D 66'", ["12 B", "66 D"]),
        ("B (2)", ["? B", "? B"]),
    ],
)
def test_two_goals_are_read_in_every_form(written: str, expected: list[str]) -> None:
    assert goals(match_of(score="2–0", goals1=written)) == [f"Arsenal {goal}" for goal in expected]


def test_goals_stand_in_the_order_in_which_they_fell() -> None:
    match = match_of(
        score="2–2",
        goals1="[[A B|B]] {{goal|90+1||45+2}}",
        goals2="{{goal|46}} [[C D|D]]<br>{{goal|90}} [[E F|F]]",
    )
    assert goals(match) == ["Arsenal 45+2 A B", "Ajax 46 C D", "Ajax 90 E F", "Arsenal 90+1 A B"]
    assert str(match.half_time) == "1-0"
    assert match.knows_every(match.goals[0].kind)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"score": "2–0", "goals1": "[[A]] {{goal|9}}"}, "its goals are 1-0, its score is 2-0"),
        ({"score": "1–0", "goals2": "{{goal|9}} [[A]]"}, "its goals are 0-1, its score is 1-0"),
        ({"score": "1–0", "goals1": "[[A]] {{goal|150}}"}, "a goal in minute 150"),
        ({"score": "1–0", "goals1": "[[A]] {{goal|0}}"}, "a goal in minute 0"),
        ({"score": "1–0", "goals1": "[[A]] {{goal|105+1}}"}, "a goal in minute 105"),
        ({"score": "1–0", "goals1": "[[A]] {{goal|45+99}}"}, "a goal in minute 45"),
        ({"score": "1–0", "goals1": "[[A]] {{goal|50+2}}"}, r"a goal in minute 50\+2"),
        ({"score": "1–0", "goals1": "[[A]] {{goal|1" + "|2" * 60 + "}}"}, "goals of one side"),
    ],
)
def test_goals_that_do_not_add_up_are_left_out_and_the_score_is_kept(
    fields: dict[str, str], reason: str
) -> None:
    found = read(box(**fields))
    (match,) = found.matches
    assert match.has_result
    assert match.goals == ()
    (problem,) = found.problems
    assert problem.startswith(
        "2026–27 UEFA Champions League knockout phase: Arsenal – Ajax: the score is kept"
    )
    assert reason.replace("\\", "") in problem


def test_goals_before_the_score_is_there_say_nothing_yet() -> None:
    match = match_of(score="", goals1="[[A B|B]] {{goal|9}}")
    assert (match.status, match.full_time, match.goals) == ("scheduled", None, ())


def test_of_extra_time_the_goals_tell_the_score_after_ninety_minutes() -> None:
    match = match_of(
        score="2–1 (a.e.t.)",
        goals1="[[A B|B]] {{goal|9||120+2}}",
        goals2="{{goal|90+4}} [[C D|D]]",
    )
    assert (str(match.full_time), str(match.extra_time)) == ("1-1", "2-1")
    assert goals(match)[-1] == "Arsenal 120+2 A B"
    without = match_of(score="2–1 (a.e.t.)")
    assert (without.full_time, str(without.extra_time)) == (None, "2-1")
    unknown_minute = match_of(score="1–0 (a.e.t.)", goals1="[[A B|B]]")
    assert (unknown_minute.full_time, unknown_minute.half_time) == (None, None)
    late = match_of(score="1–0", aet="yes", goals1="[[A B|B]] {{goal|122}}")
    assert goals(late) == ["Arsenal 120+2 A B"]


def test_a_final_cannot_have_been_decided_before_its_extra_time() -> None:
    text = box(score="2–1 (a.e.t.)", goals1="[[A]] {{goal|9||20}}", goals2="{{goal|100}} [[B]]")
    found = read(text.replace("Round of 16", "Final"))
    (match,) = found.matches
    assert (match.goals, match.full_time, str(match.extra_time)) == ((), None, "2-1")
    assert found.problems[0].endswith("they make 2-0 after 90 minutes, and there was extra time")

"""Lines of Football.TXT as people write them: clubs with numbers, gaps, a status before the score."""

from __future__ import annotations

import pytest

from bot.football.model import CHAMPIONS_LEAGUE, Competition, Match, Score, Season, Status
from bot.sources.errors import SourceError
from bot.sources.football_txt.reading import read_football_txt

TITLE = "= UEFA Champions League 2025/26\n"


def matches(lines: str, title: str = TITLE) -> tuple[Match, ...]:
    return read_football_txt(f"{title}{lines}\n", file="cl.txt")


def skipping(lines: str) -> tuple[list[str], list[str]]:
    """The matches with day, score and scorers, and the problems, where unreadable lines are skipped."""
    problems: list[SourceError] = []
    found = read_football_txt(
        f"{TITLE}{lines}\n", file="cl.txt", report=problems.append, skips_unreadable=True
    )
    texts = [
        " ".join(
            filter(
                None, [str(match.date or ""), match.home.name, str(match.full_time or ""), *_scorers(match)]
            )
        )
        for match in found
    ]
    return texts, [f"{problem.line}: {problem.reason}" for problem in problems]


def _scorers(match: Match) -> list[str]:
    return [goal.scorer or "?" for goal in match.goals]


@pytest.mark.parametrize(
    "opening", ["", "20:45  ", "Fri Aug 8  20:45  ", "[Fri Aug 8]  ", "8 Aug  ", "(12) "]
)
@pytest.mark.parametrize(
    "line",
    [
        "{} v Ajax  2-1",
        "Ajax v {}  2-1",
        "{}  2-1  Ajax",
        "Ajax  2-1  {}",
        "{} - Ajax  2-1",
        "{} (GER) v Ajax (NED)  2-1",
    ],
)
@pytest.mark.parametrize(
    "club",
    ["2 de Mayo", "9 de Octubre", "1º de Maio", "1. FC Köln", "07 Vestur", "1860 München", "B 36 Tórshavn"],
)
def test_a_club_may_begin_with_a_number(club: str, line: str, opening: str) -> None:
    (match,) = matches(f"» Final\n{opening}{line.format(club)}")
    assert sorted(each.name for each in match.clubs) == sorted([club, "Ajax"])
    assert match.full_time == Score(2, 1)
    assert (match.date is not None) == ("Aug" in opening)


def test_a_day_above_its_matches_is_no_club() -> None:
    (match,) = matches("» Final\n2 de Mayo\n  Ajax v Porto  1-0")
    assert (match.home.name, str(match.date)) == ("Ajax", "2026-05-02")


@pytest.mark.parametrize(
    ("header", "code", "matchday"),
    [
        ("Jornada  9", "LEAGUE", 9),
        ("▪ Matchday   9", "LEAGUE", 9),
        ("Group  A", "GROUP A", None),
        ("Round  of  16", "R16", None),
    ],
)
def test_a_header_with_a_gap_is_the_same_header(header: str, code: str, matchday: int | None) -> None:
    (match,) = matches(f"{header}\n  Ajax v Porto  1-0")
    assert (match.round.code, match.matchday) == (code, matchday)


@pytest.mark.parametrize(
    "line",
    [
        "Real  Madrid v Ajax  3-2 pen. 1-1 a.e.t. (1-1, 0-1)",
        "Real  Madrid  3-2  pen.  1-1  a.e.t.  (1-1,  0-1)  Ajax",
    ],
)
def test_a_gap_within_a_name_or_a_score_is_one_space(line: str) -> None:
    (match,) = matches(f"Final\n{line}")
    assert (match.home.name, match.away.name) == ("Real Madrid", "Ajax")
    assert (match.full_time, match.extra_time, match.penalties) == (Score(1, 1), Score(1, 1), Score(3, 2))


@pytest.mark.parametrize(
    ("line", "status", "score"),
    [
        ("Ajax v Porto  abandoned 1-0", Status.ABANDONED, Score(1, 0)),
        ("Ajax  abandoned 1-0  Porto", Status.ABANDONED, Score(1, 0)),
        ("Ajax v Porto  abandoned at 60' 1-0 (0-0)", Status.ABANDONED, Score(1, 0)),
        ("Ajax v Porto  (abandoned) 1-0", Status.ABANDONED, Score(1, 0)),
        ("Ajax  1-0 abandoned  Porto", Status.ABANDONED, Score(1, 0)),
        ("Ajax v Porto  suspended 0-0", Status.ABANDONED, Score(0, 0)),
        ("Ajax awarded 3-0 Porto", Status.AWARDED, Score(3, 0)),
        ("Ajax v Porto  Awarded: 3-0", Status.AWARDED, Score(3, 0)),
        ("Ajax  w/o 0-3  Porto", Status.WALKOVER, Score(0, 3)),
        ("Ajax v Porto  cancelled 1-0", Status.CANCELLED, Score(1, 0)),
        ("Ajax  postponed  Porto", Status.POSTPONED, None),
        ("Ajax v Porto postponed", Status.POSTPONED, None),
        ("Ajax v Porto  postponed 1-0", Status.PLAYED, Score(1, 0)),
    ],
)
def test_a_status_may_stand_beside_the_score(line: str, status: Status, score: Score | None) -> None:
    (match,) = matches(f"Final\n{line}")
    assert (match.home.name, match.away.name, match.status, match.full_time) == (
        "Ajax",
        "Porto",
        status,
        score,
    )


def test_the_score_of_a_walkover_says_whose_it_is() -> None:
    (match,) = matches("Final\nAjax  w/o 0-3  Porto")
    assert match.winner == match.away


def test_long_dashes_part_clubs_goals_and_scores() -> None:
    (match,) = matches("Final\nAjax — Porto  1—1\n  (Godts 90+4'  —  Mora 17' (pen.))")
    assert (match.away.name, match.full_time, _scorers(match)) == ("Porto", Score(1, 1), ["Mora", "Godts"])


def test_goals_that_contradict_the_score_stay_unknown_and_are_reported() -> None:
    found, problems = skipping(
        "Group A\nSpain 1-1 Northern Ireland\n  (Torres 9', Hughes 60')\nAjax v Porto 1-0"
    )
    assert found == ["Spain 1-1", "Ajax 1-0"]
    assert problems == ["4: Spain – Northern Ireland: goals for 2-0, score 1-1; its scorers stay unknown"]


@pytest.mark.parametrize(
    ("lines", "found", "problem"),
    [
        (
            (
                "Fri Aug 8\nAjax v Porto 1-0\n(Godts 9')\n"
                "Celta v Roma 2-1 hurray\n(Aspas 9', 10'; Dybala 3')\nLyon v Lens 0-0"
            ),
            ["2025-08-08 Ajax 1-0 Godts", "2025-08-08 Lyon 0-0"],
            "6: expected nothing behind the score",
        ),
        (
            "Fri Aug 8\nAjax v Porto 1-0\n(*&^% 9')\nLyon v Lens 1-0\n(Tolisso 8')",
            ["2025-08-08 Ajax 1-0", "2025-08-08 Lyon 1-0 Tolisso"],
            "5: expected a scorer",
        ),
        (
            "Fri Aug 8\nAjax v Porto 1-0\n(Godts 9'\n\nLyon v Lens 0-0",
            ["2025-08-08 Ajax 1-0", "2025-08-08 Lyon 0-0"],
            "5: a bracket is opened and not closed",
        ),
        (
            "Fri Aug 8\nAjax v Porto 1-0\nFre 9 Augg\nLyon v Lens 0-0",
            ["2025-08-08 Ajax 1-0", "Lyon 0-0"],
            "5: expected a match, a header or a day",
        ),
        (
            (
                "Fri Aug 8\nAjax v Porto 1-0\n"
                "Sat Aug 9  Celta v Roma 1-0 2-0 3-0\n[a note on Celta]\nLyon v Lens 0-0"
            ),
            ["2025-08-08 Ajax 1-0", "2025-08-09 Lyon 0-0"],
            "5: more scores",
        ),
    ],
)
def test_an_unreadable_line_that_is_skipped_costs_that_line(
    lines: str, found: list[str], problem: str
) -> None:
    texts, problems = skipping(f"Group A\n{lines}")
    assert texts == found
    assert len(problems) == 1
    assert problems[0].startswith(problem)


def test_a_file_of_which_next_to_nothing_can_be_read_is_refused() -> None:
    with pytest.raises(SourceError, match="line 4: expected a match"):
        skipping("Group A\nAjax v Porto 1-0\n" + "nonsense!\n" * 30)


def test_what_a_title_leaves_out_is_given() -> None:
    text = "Final\n  AFC Ajax  2-0  Panathinaikos FC\n"
    (match,) = read_football_txt(text, file="cup.txt", competition=CHAMPIONS_LEAGUE, season=Season(1970))
    assert (match.competition, match.season, match.round.code) == (CHAMPIONS_LEAGUE, Season(1970), "F")
    (match,) = read_football_txt(f"= European Cup\n{text}", file="cup.txt", season=Season(1970))
    assert (match.competition, match.season) == (CHAMPIONS_LEAGUE, Season(1970))
    (match,) = read_football_txt(
        f"== Finals\n{text}", file="cup.txt", competition=CHAMPIONS_LEAGUE, season=Season(1970)
    )
    assert match.season == Season(1970)


@pytest.mark.parametrize(
    ("title", "competition", "season", "reason"),
    [
        ("", None, None, "expected a title first.*--competition CL --season 2017"),
        ("", CHAMPIONS_LEAGUE, None, "expected a title first"),
        ("", None, Season(1970), "expected a title first"),
        ("= European Cup\n", None, None, "expected competition and season"),
        (
            "= European Cup 1970/71\n",
            Competition("EL"),
            None,
            "its title says CL, the option --competition EL",
        ),
        ("= European Cup 1970/71\n", None, Season(1971), "its title says 1970/71, the option --season 1971"),
        ("# European Cup 1970/71\n", None, Season(1971), "its title says 1970/71, the option --season 1971"),
    ],
)
def test_a_file_without_a_title_or_with_another_one_is_refused(
    title: str, competition: Competition | None, season: Season | None, reason: str
) -> None:
    with pytest.raises(SourceError, match=reason):
        read_football_txt(
            f"{title}Final\n  Ajax  2-0  Porto\n", file="cup.txt", competition=competition, season=season
        )

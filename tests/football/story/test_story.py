"""What is worth telling of an evening, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.football.model import DrawDate, FinalDate, Match, Round, RoundKind
from bot.football.season.evening import Section, evening
from bot.football.season.season_as_of import know_season
from bot.football.story.match_story import StoryKind
from bot.football.story.story import MOST_SENTENCES, MOST_TOGETHER, Part, Story, is_over, story
from tests.football.builders import amsterdam, club, draw, goal, match
from tests.football.seasons import FINAL, GROUP_H, SEMI_FINALS_AND_FINAL, final_on

NIGHT = "2018-02-22"


def sections(
    *matches: Match,
    day: str = NIGHT,
    now: str = "2018-02-23 02:00",
    draws: Sequence[DrawDate] = (),
    final: FinalDate | None = None,
) -> tuple[Section, ...]:
    first = matches[0]
    season = know_season(first.competition, first.season, matches, draws, final, amsterdam(now))
    return evening([season], date.fromisoformat(day))


def night(*matches: Match, day: str = NIGHT, now: str = "2018-02-23 02:00") -> Story:
    found = story(sections(*matches, day=day, now=now))
    assert found is not None
    return found


def group(home: str, away: str, score: str | None, *goals: str, time: str | None = None) -> Match:
    fell = [goal(text.split()[0], int(text.split()[1])) for text in goals]
    return match(home, away, score, round="GROUP A", date=NIGHT, time=time, goals=fell)


def test_there_is_no_story_while_a_match_is_under_way() -> None:
    playing = group("A", "B", "1-0", time="21:00")
    earlier = group("C", "D", "1-0", time="18:00")
    assert story(sections(playing, earlier, now="2018-02-22 22:00")) is None
    assert story(sections(playing, earlier, now="2018-02-22 23:05")) is not None
    assert not is_over(sections(playing, now="2018-02-22 20:00"))


def test_a_match_that_nobody_told_us_of_does_not_hold_up_the_story() -> None:
    silent = group("A", "B", None, time="21:00")
    assert story(sections(silent)) is None
    assert len(night(silent, group("C", "D", "1-0")).chapters) == 1


def test_dutch_clubs_come_first_each_with_a_sentence() -> None:
    psv = replace(group("PSV", "X", "1-0"), home=replace(club("PSV"), country="NED"))
    rout = group("A", "B", "6-0")
    first, second = night(rout, psv, group("C", "D", "1-1")).chapters[:2]
    assert first.is_dutch
    assert first.stories[0].match == psv
    assert (second.kind, second.is_dutch) == (StoryKind.ROUT, False)


def test_the_same_kind_of_story_is_told_together_and_the_most_telling_match_alone() -> None:
    late = [group(f"A{number}", f"B{number}", "1-0", f"A{number} {85 + number}") for number in range(3)]
    chapters = night(*late, group("C", "D", "1-1")).chapters
    assert [chapter.kind for chapter in chapters] == [StoryKind.LATE_WIN] * 3 + [StoryKind.LEVEL]
    assert chapters[0].stories[0].match == late[2]


def test_plain_results_are_told_together_with_the_highest_scores_first() -> None:
    wins = [group(f"A{number}", f"B{number}", f"{number % 3 + 1}-0") for number in range(9)]
    (first, second, rest) = night(*wins).chapters
    assert {first.kind, second.kind, rest.kind} == {StoryKind.WON}
    assert first.stories[0].match.score == wins[2].score
    assert len(rest.stories) <= MOST_TOGETHER
    assert rest.more


def test_no_story_is_longer_than_eight_sentences() -> None:
    dutch = [
        replace(group(f"N{number}", f"B{number}", "1-0"), home=replace(club(f"N{number}"), country="NED"))
        for number in range(10)
    ]
    assert len(night(*dutch, group("C", "D", "6-0")).chapters) == MOST_SENTENCES


def test_with_two_matches_there_is_room_for_how_they_went() -> None:
    went = match(
        "A", "B", "2-1", round="GROUP A", date=NIGHT, ht="1-0",
        goals=[goal("A", 5), goal("B", 50), goal("A", 60)],
    )  # fmt: skip
    parts = [chapter.part for chapter in night(went, group("C", "D", "1-0")).chapters]
    assert parts == [Part.END, Part.COURSE, Part.HALF_TIME, Part.WHOLE]


def test_the_final_is_told_with_the_road_to_it() -> None:
    evening_of_final = night(*SEMI_FINALS_AND_FINAL, day="2018-05-16", now="2018-05-17 02:00")
    assert [chapter.part for chapter in evening_of_final.chapters] == [Part.END, Part.ROAD]
    assert evening_of_final.chapters[0].stories[0].match == FINAL


def test_half_time_is_not_told_twice() -> None:
    milan = [goal("Milan", minute) for minute in (1, 39, 44)]
    liverpool = [goal("Liverpool", minute) for minute in (54, 56, 60)]
    istanbul = match(
        "Liverpool", "Milan", "3-3", aet="3-3", pens="3-2", round="F", date=NIGHT, ht="0-3",
        goals=[*milan, *liverpool],
    )  # fmt: skip
    assert [chapter.part for chapter in night(istanbul).chapters] == [Part.END, Part.COURSE]


def test_a_late_turn_keeps_its_hat_trick() -> None:
    moura = [goal("Tottenham", minute, "Moura") for minute in (55, 59, 90)]
    ajax = (
        match("Tottenham", "Ajax", "0-1", round="SF", leg=1, date="2018-02-15"),
        match(
            "Ajax", "Tottenham", "2-3", round="SF", leg=2, date=NIGHT,
            goals=[goal("Ajax", 5), goal("Ajax", 35), *moura],
        ),
    )  # fmt: skip
    end, course = night(*ajax).chapters
    assert (end.kind, end.part, course.part) == (StoryKind.LATE, Part.END, Part.COURSE)
    assert end.stories[0].hat_tricks


def test_the_draw_and_the_final_to_come_are_told_when_they_are_near_enough() -> None:
    night = group("A", "B", "1-0")
    near = sections(night, draws=[draw("R16", "2018-03-01")])
    far = sections(night, draws=[draw("R16", "2018-06-01")])
    final = sections(night, final=final_on("2018-05-16"))
    for given, ahead in ((near, True), (far, False), (final, True)):
        found = story(given)
        assert found is not None
        assert bool(found.ahead) is ahead


def test_who_is_through_is_told_when_the_tables_are_finished() -> None:
    last = sections(*GROUP_H, day="2017-12-06", now="2017-12-07 02:00")
    found = story(last)
    assert found is not None
    (through,) = found.through
    assert through.to == Round(RoundKind.LAST_16)
    assert (through.clubs, through.direct) == ((club("Tottenham"), club("Real Madrid")), False)
    before = story(sections(*GROUP_H, day="2017-11-21", now="2017-11-22 02:00"))
    assert before is not None
    assert before.through == ()

"""The story of the night on real nights: some read by eye, and what holds of every night there is.

The first line of a file in `stories` is `> day language`; the story follows as it was approved.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.football.model import Match
from bot.football.season.evening import Section, end_of_evening
from bot.football.story.story import MOST_SENTENCES, story
from bot.local.telegram.html import plain_text
from bot.read_model.seasons import ResultsAsOf
from bot.views.story.story import story_text
from bot.words import LANGUAGES
from tests.conftest import Sampled
from tests.shared import knowledge_of_the_snapshot

STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))
HEADING_AND_WHAT_LIES_AHEAD = r"\n\n(?=De loting|De finale|The draw|The final|[A-Z][\w ]+: (de|the) )"


@pytest.fixture(scope="module")
def knowledge() -> ResultsAsOf:
    return knowledge_of_the_snapshot()


def the_evening(knowledge: ResultsAsOf, day: date) -> tuple[Section, ...]:
    return knowledge.evening(day, end_of_evening(day))


@pytest.mark.parametrize("approved", STORIES, ids=lambda path: path.stem)
def test_the_story_reads_as_it_was_approved(approved: Path, knowledge: ResultsAsOf) -> None:
    question, _, text = approved.read_text(encoding="utf-8").partition("\n")
    day, language = question.removeprefix("> ").split()
    html = story_text(the_evening(knowledge, date.fromisoformat(day)), LANGUAGES[language])
    assert plain_text(html) == text.strip("\n")


@pytest.mark.no_cover
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_night_of_the_snapshot_is_told_in_eight_sentences_at_most(
    language: str, knowledge: ResultsAsOf, sampled: Sampled
) -> None:
    words = LANGUAGES[language]
    for day in sampled.of(sorted({day for day, _, _ in knowledge.results.days()}), 25):
        sections = the_evening(knowledge, day)
        played = [match for section in sections for match in section.matches if match.has_result]
        night, text = story(sections), plain_text(story_text(sections, words))
        assert bool(night) == bool(text) == bool(played), day
        if night is None:
            continue
        sentences = len(night.chapters) + len(night.through) + bool(night.ahead)
        enough = sum(len(match.goals) for match in played) > 1 or len(played) > 1
        assert (2 if enough else 1) <= sentences <= MOST_SENTENCES, day
        if len(played) > 2:
            assert sentences >= 3, day
        assert not re.search(r" {2}| [,.;]|[,:;]\.|\(\)|\bNone\b", text), (day, text)
        assert _numbers(text) <= _known_numbers(sections, played), (day, text)


def test_what_gives_a_result_away_is_hidden_and_the_draw_is_not(knowledge: ResultsAsOf) -> None:
    html = story_text(the_evening(knowledge, date(2018, 2, 22)), LANGUAGES["nl"])
    hidden = " ".join(re.findall(r"(?s)<tg-spoiler>(.*?)</tg-spoiler>", html))
    shown = re.sub(r"(?s)<tg-spoiler>.*?</tg-spoiler>", "", html)
    assert "Arsenal" in hidden
    assert "Arsenal" not in shown
    assert "De loting voor de achtste finales is op vrijdag 23 februari in Nyon" in shown


def _numbers(text: str) -> set[str]:
    """The numbers that a story tells, apart from the days that lie ahead."""
    before = re.split(HEADING_AND_WHAT_LIES_AHEAD, text)[0]
    return set(re.findall(r"\d+", before.replace("round of 16", "").replace("round of 32", "")))


def _known_numbers(sections: tuple[Section, ...], played: list[Match]) -> set[str]:
    numbers: set[str] = set()
    for section in sections:
        clubs = {club for match in section.season.matches for club in match.clubs}
        numbers.update(re.findall(r"\d+", " ".join(f"{club.name} {club.dutch_name}" for club in clubs)))
        for match in section.matches:
            numbers.update(str(row.place) for row in section.season.table(match.round).standings)
            numbers.update(
                *(_scores(leg) for tie in section.season.ties_of(match.home) for leg in tie.matches)
            )
    for match in played:
        for goal in match.goals:
            numbers.update(str(number) for number in (goal.minute, goal.stoppage) if number is not None)
            numbers.update(re.findall(r"\d+", goal.scorer or ""))
        total = match.score.home + match.score.away if match.score else 0
        numbers.update(str(number) for number in range(total + 1))
        numbers.update(_scores(match))
    return numbers


def _scores(match: Match) -> set[str]:
    scores = (match.full_time, match.half_time, match.extra_time, match.penalties)
    return {str(number) for score in scores if score for number in (score.home, score.away)}

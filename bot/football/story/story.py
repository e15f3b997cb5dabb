"""The story of the night: what is worth telling of an evening, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from itertools import groupby

from bot.football.model import Club, DrawDate, FinalDate, Round
from bot.football.season.as_of import result_unknown
from bot.football.season.club_status import in_table
from bot.football.season.evening import Section
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.story.choosing import match_story
from bot.football.story.match_story import MatchStory, StoryKind
from bot.football.story.scored_goals import scored_goals
from bot.football.tables.advancing import GoesOn

MOST_SENTENCES = 8
FEWEST_SENTENCES = 3
FEW_MATCHES = 2
"""With so few of them there is room for how each match went."""
MOST_NAMED = 8
"""Clubs that are through, in one sentence."""
MOST_TOGETHER = 6
"""Matches in one sentence."""
SOON = timedelta(days=35)
"""A draw later than this is not the next: that one's date is not known here."""
_ORDER = {kind: place for place, kind in enumerate(StoryKind)}
_ALONE = (
    StoryKind.FINAL,
    StoryKind.LATE,
    StoryKind.COMEBACK,
    StoryKind.LOST,
    StoryKind.PENALTIES,
    StoryKind.EXTRA_TIME,
    StoryKind.AWAY_GOALS,
    StoryKind.HAT_TRICK,
    StoryKind.LATE_WIN,
    StoryKind.TURNED,
    StoryKind.ROUT,
    StoryKind.LATE_LEVEL,
    StoryKind.SINGLE,
    StoryKind.AFTER_LEVEL,
)
"""The kinds of story that get a sentence of their own when there is room, the first first."""


class Part(Enum):
    """What a sentence tells of its matches."""

    WHOLE = "whole"
    END = "end"
    """How it ended; how it went follows."""
    COURSE = "course"
    """How it went, after the sentence that tells how it ended."""
    HALF_TIME = "half time"
    ROAD = "road"
    """The clubs that the winner of a final had knocked out before it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The matches of one sentence: one, or several with the same kind of story."""

    kind: StoryKind
    stories: tuple[MatchStory, ...]
    more: bool = False
    """Whether others of the kind are left out."""
    part: Part = Part.WHOLE

    @property
    def is_dutch(self) -> bool:
        return len(self.stories) == 1 and self.stories[0].dutch is not None


@dataclass(frozen=True, slots=True)
class Through:
    """The clubs that reached the next round from tables that were finished this evening."""

    to: Round
    clubs: tuple[Club, ...]
    direct: bool
    """Whether others reach that round by a detour."""


@dataclass(frozen=True, slots=True)
class Story:
    """The story of an evening: chapters of a sentence each; what lies ahead is one sentence more."""

    chapters: tuple[Chapter, ...]
    through: tuple[Through, ...]
    """Told in one sentence."""
    ahead: tuple[SeasonAsOf, ...]
    """The competitions of which a draw or the final is still to come."""


def is_over(sections: Sequence[Section]) -> bool:
    """Whether every match of the evening has ended, as far as anything is known of it."""
    return not any(
        match.status.is_expected and not result_unknown(match, section.season.now)
        for section in sections
        for match in section.matches
    )


def story(sections: Sequence[Section]) -> Story | None:
    """What to tell of an evening that is over; None while it is not, or when no result of it is known."""
    stories = [
        story_of_match
        for section in sections
        for match in section.matches
        if (story_of_match := match_story(match, section.season)) is not None
    ]
    if not stories or not is_over(sections):
        return None
    seasons = {section.season.competition: section.season for section in sections}
    ahead = tuple(season for season in seasons.values() if _something_ahead(season))
    through = tuple(filter(None, map(_through_tables, sections)))[:1]
    room = MOST_SENTENCES - bool(ahead) - len(through)
    ours = [Chapter(dutch.kind, (dutch,)) for dutch in stories if dutch.dutch][:room]
    others = list(_by_kind([other for other in stories if not other.dutch]))[: room - len(ours)]
    chapters = _at_least([*ours, *_split(others, room - len(ours) - len(others))], FEWEST_SENTENCES)
    with_courses = tuple(_with_course(chapters, len(stories), room - len(chapters)))
    return Story(with_courses, through, ahead)


def _through_tables(section: Section) -> Through | None:
    """The clubs that went through directly, where they are few enough to name."""
    if not section.kind.is_table:
        return None
    season = section.season
    found: list[Club] = []
    to: Round | None = None
    direct = False
    for round_ in sorted({match.round for match in section.matches}, key=lambda round_: round_.order):
        for row in season.table(round_).standings:
            status = in_table(row.club, season, round_)
            if status and isinstance(status.fate, GoesOn):
                to = to or status.fate.to
                direct = direct or status.fate.to != to
                found += [row.club] if status.fate.to == to else []
    return Through(to, tuple(found), direct) if to and len(found) <= MOST_NAMED else None


def next_draw(season: SeasonAsOf) -> DrawDate | None:
    """The draw that comes next, if it is soon."""
    draw = next((draw for draw in season.draws if draw.date), None)
    return draw if draw and draw.date and draw.date - season.now.date() <= SOON else None


def final_ahead(season: SeasonAsOf) -> FinalDate | None:
    final = season.final
    return final if final and not season.is_over and final.date > season.now.date() else None


def _something_ahead(season: SeasonAsOf) -> bool:
    return bool(next_draw(season) or final_ahead(season))


def _by_kind(stories: list[MatchStory]) -> Iterator[Chapter]:
    ordered = sorted(stories, key=lambda story: (_ORDER[story.kind], *_drama(story)))
    for kind, group in groupby(ordered, key=lambda story: story.kind):
        together = tuple(group)
        yield Chapter(kind, together[:MOST_TOGETHER], len(together) > MOST_TOGETHER)


def _drama(story: MatchStory) -> tuple[bool, int, int, bool, int]:
    """The most dramatic first: a quick deficit, a late turn, a hat-trick, a win, many goals."""
    minute = story.turn.minute * 100 + (story.turn.goal.stoppage or 0) if story.turn else 0
    score = story.score_of(story.hero)
    return (not story.quick, -minute, -len(story.hat_tricks), score.is_level, -score.home - score.away)


def _split(chapters: list[Chapter], spare: int) -> list[Chapter]:
    """The most telling matches get a sentence of their own, as long as there is room."""
    split = list(chapters)
    for kind in _ALONE:
        for place, chapter in enumerate(split):
            first, *rest = chapter.stories
            if chapter.kind is kind and rest and spare > 0:
                split[place : place + 1] = [Chapter(kind, (first,)), replace(chapter, stories=tuple(rest))]
                spare -= 1
    return split


def _at_least(chapters: list[Chapter], wanted: int) -> list[Chapter]:
    """Where there is little to tell, even plain results get a sentence each."""
    split = list(chapters)
    while len(split) < wanted and (together := [chapter for chapter in split if len(chapter.stories) > 1]):
        chapter = together[0]
        first, *rest = chapter.stories
        place = split.index(chapter)
        split[place : place + 1] = [replace(chapter, stories=(first,)), replace(chapter, stories=tuple(rest))]
    return split


def _with_course(chapters: list[Chapter], matches: int, spare: int) -> Iterator[Chapter]:
    """With few matches, and of a final, the story goes on with how the match went."""
    for chapter in chapters:
        first = chapter.stories[0]
        alone = len(chapter.stories) == 1 and (matches <= FEW_MATCHES or chapter.kind is StoryKind.FINAL)
        how_it_went = bool(scored_goals(first.match))
        if not (alone and spare > 0 and (how_it_went or first.road)):
            yield chapter
            continue
        further = [Part.COURSE] if how_it_went else []
        half, deepest = first.match.half_time, first.deficit
        if how_it_went and half and len(first.match.goals) > 1 and not (deepest and deepest.after == half):
            further.append(Part.HALF_TIME)
        if first.road:
            further.append(Part.ROAD)
        # A hat-trick follows with all the scorers.
        end = first if first.kind is StoryKind.LATE else replace(first, hat_tricks=())
        yield replace(chapter, part=Part.END, stories=(end,))
        for part in further[:spare]:
            yield replace(chapter, part=part)
        spare -= len(further[:spare])

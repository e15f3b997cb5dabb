"""The story of the night: what is worth telling of an evening, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from itertools import groupby

from bot.football.model import Club, DrawDate, FinalDate, Round, Status
from bot.football.season.as_of import result_unknown
from bot.football.season.club_status import in_table
from bot.football.season.evening import Section
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.story.course import course
from bot.football.story.match_story import MatchStory, Way, episode
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
_ORDER = {way: place for place, way in enumerate(Way)}
_ALONE = (
    *(Way.FINAL, Way.LATE, Way.COMEBACK, Way.LOST, Way.PENALTIES, Way.EXTRA_TIME, Way.AWAY_GOALS),
    *(Way.HAT_TRICK, Way.LATE_WIN, Way.TURNED, Way.ROUT, Way.LATE_LEVEL, Way.SINGLE, Way.AFTER_LEVEL),
)
"""What gets a sentence of its own when there is room, the first first."""


class Part(Enum):
    """What a sentence tells of its matches."""

    WHOLE = "whole"
    END = "end"
    """How it ended; how it went follows."""
    COURSE = "course"
    """How it went, after the sentence that tells how it ended."""
    HALF_TIME = "half time"
    ROAD = "road"
    """Whom the winner of a final had knocked out before it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What one sentence tells: a match, or several with the same story."""

    way: Way
    episodes: tuple[MatchStory, ...]
    more: bool = False
    """Whether there are others of the kind that are left out."""
    part: Part = Part.WHOLE

    @property
    def is_dutch(self) -> bool:
        return len(self.episodes) == 1 and self.episodes[0].dutch is not None


@dataclass(frozen=True, slots=True)
class Through:
    """Who reached the next round from tables that were finished this evening."""

    to: Round
    clubs: tuple[Club, ...]
    direct: bool
    """Whether others reach that round by a detour."""


@dataclass(frozen=True, slots=True)
class Story:
    """An evening in chapters, a sentence each; what lies ahead is one sentence more."""

    chapters: tuple[Chapter, ...]
    through: tuple[Through, ...]
    """Told in one sentence."""
    ahead: tuple[SeasonAsOf, ...]
    """The competitions of which a draw or the final is still to come."""


def is_over(sections: Sequence[Section]) -> bool:
    """Whether every match of the evening has ended, as far as anything is known of it."""
    to_come = {Status.SCHEDULED, Status.LIVE}
    return not any(
        match.status in to_come and not result_unknown(match, section.season.now)
        for section in sections
        for match in section.matches
    )


def story(sections: Sequence[Section]) -> Story | None:
    """What to tell of an evening that is over; None while it is not, or when no result of it is known."""
    episodes = [
        told
        for section in sections
        for match in section.matches
        if (told := episode(match, section.season)) is not None
    ]
    if not episodes or not is_over(sections):
        return None
    seasons = {one.season.competition: one.season for one in sections}
    ahead = tuple(known for known in seasons.values() if _something_ahead(known))
    through = tuple(filter(None, map(_through_tables, sections)))[:1]
    room = MOST_SENTENCES - bool(ahead) - len(through)
    ours = [Chapter(one.way, (one,)) for one in episodes if one.dutch][:room]
    others = list(_by_way([one for one in episodes if not one.dutch]))[: room - len(ours)]
    chapters = _at_least([*ours, *_split(others, room - len(ours) - len(others))], FEWEST_SENTENCES)
    with_courses = tuple(_with_course(chapters, len(episodes), room - len(chapters)))
    return Story(with_courses, through, ahead)


def _through_tables(section: Section) -> Through | None:
    """The clubs that went through directly, where they are few enough to name."""
    if not section.kind.is_table:
        return None
    known = section.season
    found: list[Club] = []
    to: Round | None = None
    direct = False
    for round_ in sorted({match.round for match in section.matches}, key=lambda one: one.order):
        for row in known.table(round_).standings:
            status = in_table(row.club, known, round_)
            if status and isinstance(status.fate, GoesOn):
                to = to or status.fate.to
                direct = direct or status.fate.to != to
                found += [row.club] if status.fate.to == to else []
    return Through(to, tuple(found), direct) if to and len(found) <= MOST_NAMED else None


def next_draw(known: SeasonAsOf) -> DrawDate | None:
    """The draw that comes next, if it is soon."""
    draw = next((draw for draw in known.draws if draw.date), None)
    return draw if draw and draw.date and draw.date - known.now.date() <= SOON else None


def final_ahead(known: SeasonAsOf) -> FinalDate | None:
    return known.final if known.final and not known.is_over and known.final.date > known.now.date() else None


def _something_ahead(known: SeasonAsOf) -> bool:
    return bool(next_draw(known) or final_ahead(known))


def _by_way(episodes: list[MatchStory]) -> Iterator[Chapter]:
    ordered = sorted(episodes, key=lambda one: (_ORDER[one.way], *_drama(one)))
    for way, group in groupby(ordered, key=lambda one: one.way):
        together = tuple(group)
        yield Chapter(way, together[:MOST_TOGETHER], len(together) > MOST_TOGETHER)


def _drama(one: MatchStory) -> tuple[bool, int, int, bool, int]:
    """The most dramatic first: a quick deficit, a late turn, a feat, a win, many goals."""
    minute = (one.turn.goal.minute or 0) * 100 + (one.turn.goal.stoppage or 0) if one.turn else 0
    score = one.match.score
    goals = score.home + score.away if score else 0
    return (not one.quick, -minute, -len(one.feats), score is not None and score.is_level, -goals)


def _split(chapters: list[Chapter], spare: int) -> list[Chapter]:
    """The most telling matches get a sentence of their own, as long as there is room."""
    told = list(chapters)
    for way in _ALONE:
        for place, chapter in enumerate(told):
            first, *rest = chapter.episodes
            if chapter.way is way and rest and spare > 0:
                told[place : place + 1] = [Chapter(way, (first,)), replace(chapter, episodes=tuple(rest))]
                spare -= 1
    return told


def _at_least(chapters: list[Chapter], wanted: int) -> list[Chapter]:
    """Where there is little to tell, even plain results get a sentence each."""
    told = list(chapters)
    while len(told) < wanted and (together := [one for one in told if len(one.episodes) > 1]):
        chapter = together[0]
        first, *rest = chapter.episodes
        place = told.index(chapter)
        told[place : place + 1] = [
            replace(chapter, episodes=(first,)),
            replace(chapter, episodes=tuple(rest)),
        ]
    return told


def _with_course(chapters: list[Chapter], matches: int, spare: int) -> Iterator[Chapter]:
    """With few matches, and of a final, the story goes on with how the match went."""
    for chapter in chapters:
        one = chapter.episodes[0]
        alone = len(chapter.episodes) == 1 and (matches <= FEW_MATCHES or chapter.way is Way.FINAL)
        how_it_went = bool(course(one.match))
        if not (alone and spare > 0 and (how_it_went or one.road)):
            yield chapter
            continue
        further = [Part.COURSE] if how_it_went else []
        half, deepest = one.match.half_time, one.deficit
        if how_it_went and half and len(one.match.goals) > 1 and not (deepest and deepest.after == half):
            further.append(Part.HALF_TIME)
        if one.road:
            further.append(Part.ROAD)
        # Who scored three follows with all the scorers.
        end = one if one.way is Way.LATE else replace(one, feats=())
        yield replace(chapter, part=Part.END, episodes=(end,))
        for part in further[:spare]:
            yield replace(chapter, part=part)
        spare -= len(further[:spare])

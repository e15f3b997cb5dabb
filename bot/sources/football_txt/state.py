"""Where a reader of Football.TXT stands: the title, round, day and place that hold for the next match."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from bot.football.model import Round, RoundKind, Season
from bot.sources.football_txt.calendar import YearFinder
from bot.sources.football_txt.dates import Clock, WrittenDay
from bot.sources.football_txt.drafts import Draft
from bot.sources.football_txt.matches import MatchLine
from bot.sources.football_txt.openings import Opening
from bot.sources.football_txt.rounds import Header, read_header
from bot.sources.football_txt.titles import Title

_COLUMNS = re.compile(r"\s{2,}|,\s{0,4}")


@dataclass
class ReaderState:
    """What the lines so far say of those to come."""

    title: Title
    calendar: YearFinder = field(init=False)
    stage: str = ""
    nested: list[str] = field(default_factory=list)
    """The headers marked ▪, ▪▪ and ▪▪▪ that hold together."""
    header: Header = field(default_factory=lambda: Header(None))
    day: date | None = None
    second_day: date | None = None
    clock: Clock | None = None
    place: str = ""
    round_of_day: str = ""
    """`▪ 1st Leg` behind a day counts for that day."""
    day_is_used: bool = False
    groups: dict[str, set[str]] = field(default_factory=dict)
    """The groups that a club was put in, by the lines that define them."""

    def __post_init__(self) -> None:
        title = self.title
        self.calendar = YearFinder(title.season.start_year, title.two_years, from_june=title.is_qualifying)

    def enter_stage(self, text: str) -> None:
        self.stage, self.nested = text, []
        self._enter(read_header(text, self.title))

    def enter_round(self, text: str, level: int | None) -> None:
        """A header, with the headers it is nested in; without a mark it stands alone."""
        self.nested = [text] if level is None else [*self.nested[: level - 1], text]
        above = [self.stage] if self.stage else []
        header = read_header(", ".join([*above, *self.nested]), self.title)
        if header.round is None and self.header.round is not None:
            kept = self.header.round
            if header.leg is not None or kept.kind in {RoundKind.GROUP, RoundKind.SECOND_GROUP}:
                header = Header(kept, header.leg, header.matchday, by_season=self.header.by_season)
        self._enter(header)

    def _enter(self, header: Header) -> None:
        self.header = header
        # A day stands above its matches; one that stood above matches of another round is over.
        if self.day_is_used:
            self.day = self.second_day = self.clock = None
            self.place = self.round_of_day = ""

    def define_group(self, name: str, clubs: str) -> None:
        for club in _COLUMNS.split(clubs):
            if club.strip():
                self.groups.setdefault(club.strip(), set()).add(name)

    def take_opening(self, opening: Opening, *, holds: bool) -> None:
        """Take over the day and the time; the place too where it stands above matches (`holds`)."""
        if opening.day is not None:
            self._take_day(opening.day)
        if opening.clock is not None:
            self.clock = opening.clock
        if holds and (opening.day is not None or opening.place):
            self.place = opening.place
            self.round_of_day = opening.round

    def forget_day(self) -> None:
        self.day = self.second_day = self.clock = None

    def _take_day(self, written: WrittenDay) -> None:
        self.day = self.calendar.day(written)
        self.second_day = self.calendar.day(written.until) if written.until else None
        self.clock, self.place, self.round_of_day, self.day_is_used = None, "", "", False

    def draft(self, number: int, line: MatchLine, opening: Opening) -> Draft:
        self.day_is_used = True
        inline = opening.round or self.round_of_day
        header = read_header(inline, self.title) if inline else Header(None)
        round_of_match = header.round or self._round(line)
        return Draft(
            number,
            self.title.competition,
            self.title.season if opening.year is None else Season(opening.year),
            round_of_match,
            line,
            leg=header.leg or self.header.leg,
            matchday=_inline_matchday(opening) or self.header.matchday,
            day=None if opening.year is not None else self._day_of(line),
            second_day=self.second_day,
            clock=self.clock,
            place=opening.place or line.place or self.place,
            place_above=not line.place,
        )

    def _day_of(self, line: MatchLine) -> date | None:
        """No day where only a range is known; a range is two days for a line of two legs."""
        if self.second_day is not None and not line.result.second:
            return None
        return self.day

    def _round(self, line: MatchLine) -> Round:
        found = self.header.round
        if found is None:
            shared = self.groups.get(line.home.name, set()) & self.groups.get(line.away.name, set())
            return Round(RoundKind.GROUP, shared.pop()) if len(shared) == 1 else Round(RoundKind.LEAGUE)
        if self.header.by_season and self.day is not None:
            summer = 6 <= self.day.month <= 10
            return Round(RoundKind.PLAY_OFF if summer else found.kind)
        return found


def _inline_matchday(opening: Opening) -> int | None:
    """`▪18` before the clubs."""
    return int(opening.round) if opening.round.isdecimal() else None

"""Goes through the lines of a Football.TXT file and tells what each of them is."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from bot.sources.errors import SourceError
from bot.sources.football_txt import round_names as names
from bot.sources.football_txt.dates import read_day
from bot.sources.football_txt.drafts import Draft
from bot.sources.football_txt.goals import reads_as_goals
from bot.sources.football_txt.lines import Line, is_of_table, joined
from bot.sources.football_txt.matches import MatchLine, is_bye, read_match
from bot.sources.football_txt.notes import tells_of_score
from bot.sources.football_txt.openings import Opening, read_opening
from bot.sources.football_txt.rounds import read_header, reads_as_header
from bot.sources.football_txt.scores import scores_in
from bot.sources.football_txt.state import ReaderState
from bot.sources.football_txt.titles import Title

_HEADING = re.compile(r"(={1,6})\s*([^=].{0,300}?)\s*=*")
_MARKED = re.compile(r"(▪{1,3}|:{2,4}|[»▸]|>>)\s+([^|]{1,200}?)\s*(?:▪+|:{2,}|»)?")
_DEFINED = re.compile(r"(?:▪\s*|::\s*)?(?:\([0-9]{1,3}\)\s*)?([^|]{1,60}?)\s*\|\s+(\S.*)")
_NOTE = re.compile(r"(?:nb|note|see)\s*(?::|https?://)", re.IGNORECASE)
_PROPERTY = re.compile(r"([^:\[\]()|@]{1,60}?)\s?:(?:\s+(.*))?", re.DOTALL)
_KNOWN_PROPERTY = re.compile(
    r"refs?|referees?|att|attn|attendance|goals?|penalt.{0,20}|yellow.{0,12}|red.{0,12}|cards|sent[ -]?off|"
    r"coach(?:es)?|trainers?|bye|byes|stadiums?|venues?|teams|lineups?|assistant.{0,12}|var|man of the match",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(r"\((?:att|[0-9][0-9.,_]{3,}\))", re.IGNORECASE)
_ONE_CLUB = re.compile(r"\([HANhan]\)\s")
_BRACKETED = re.compile(r"\([^()]{0,400}\)|\[[^\[\]]{0,400}\]")
_MINUTE = re.compile(r"[0-9]['’](?![^\W\d_])")
_DAY_BEHIND = re.compile(r"(.{1,80}?)\s*\[([^\[\]]{1,30})\]")
_COUNTRY = re.compile(r"\([A-Za-z]{2,5}\)\s")
_MAY_BE_DAY = re.compile(r"(?!.*(?:\sv\s|[0-9][-–:][0-9]|'))(?=.*(?<![0-9])[0-9]{1,2}(?![0-9])).{1,30}")
_OPENS_MATCH = re.compile(r"\([0-9]{1,3}\)\s|[0-9]{1,2}[:.h][0-9]{2}\s|\[|.{1,80}\sv\s")


class Reader:
    """Reads line by line; `drafts` are the matches so far.

    An unreadable line raises SourceError, unless `skip` takes note of it: then it alone is lost.
    """

    def __init__(
        self,
        lines: list[Line],
        file: str,
        title_of: Callable[[str], Title | None],
        skip: Callable[[SourceError], None] | None = None,
    ) -> None:
        self._lines = lines
        self._file = file
        self._title_of = title_of
        self._skip = skip
        self._state: ReaderState | None = None
        self._after_skipped = False
        """Whether what follows may be about a match that was skipped."""
        self.drafts: list[Draft] = []

    def start(self, title: Title) -> None:
        self._state = ReaderState(title)

    def read_all(self) -> None:
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if not line.text:
                at += 1
                continue
            try:
                at = self._read(line, at)
            except ValueError as error:
                unreadable = SourceError(self._file, str(error), line.number)
                if self._skip is None or self._state is None:
                    raise unreadable from error
                self._skip(unreadable)
                self._go_on_without(line)
                at += 1

    def _go_on_without(self, line: Line) -> None:
        """Its goals are not those of the match before it, nor is the day before it that of what follows."""
        self._after_skipped = True
        opening = None
        with suppress(ValueError):
            opening = read_opening(line.text)
        if opening and not opening.is_empty:
            self._here().take_opening(opening, holds=False)
        elif _MAY_BE_DAY.fullmatch(line.text):
            self._here().forget_day()

    def _read(self, line: Line, at: int) -> int:
        heading = _HEADING.fullmatch(line.text)
        if heading:
            self._heading(len(heading[1]), heading[2], line)
            return at + 1
        if _NOTE.match(line.text):
            return self._to_blank(at)
        if is_of_table(line.text) or is_bye(line.text):
            return at + 1
        if self._is_round_line(line.text):
            return at + 1
        return self._read_about_match(line, at) or self._read_match(at)

    def _heading(self, level: int, text: str, line: Line) -> None:
        if level == 1:
            title = self._title_of(text)
            if title is None:
                raise SourceError(self._file, f"expected competition and season, found '{text}'", line.number)
            self.start(title)
        else:
            self._here().enter_stage(text)

    def _here(self) -> ReaderState:
        if self._state is None:
            raise ValueError(
                "expected a title first: '= Champions League 2017/18'; "
                "or say which it is with --competition CL --season 2017"
            )
        return self._state

    def _is_round_line(self, text: str) -> bool:
        """Definitions (`Group A | …`, `Matchday 1 | Thu Jun 12`) and headers with a mark."""
        defined = _DEFINED.fullmatch(text)
        if defined:
            group = names.GROUP.fullmatch(" ".join(defined[1].split()))
            if group:
                self._here().define_group(group[1].upper(), defined[2])
            return True
        marked = _MARKED.fullmatch(text)
        if marked is None:
            return False
        before, colon, after = marked[2].partition(":")
        if colon and read_day(after.strip()):
            return True  # ▪ Final: July 10
        level = len(marked[1]) - marked[1].startswith("::") if marked[1][0] in "▪:" else 1
        self._enter(before if colon and not after.strip() else marked[2], level)
        return True

    def _enter(self, text: str, level: int | None) -> None:
        behind = _DAY_BEHIND.fullmatch(text)
        day = read_day(behind[2]) if behind else None
        self._here().enter_round(behind[1] if behind and day else text, level)
        if behind and day:
            self._here().take_opening(read_opening(behind[2]), holds=True)

    def _read_about_match(self, line: Line, at: int) -> int | None:
        """Goals, notes and properties of the match before; the index of the next line, None if it is none."""
        text = line.text
        if _ONE_CLUB.match(text):
            raise ValueError("expected both clubs; a list of one club's matches, (H) and (A), can't be read")
        if _ATTENDANCE.match(text):
            return at + 1
        if text.startswith("(") and not re.match(r"\([0-9]{1,4}\)", text):
            whole, after = joined(self._lines, at)
            self._add_goals(line.number, whole.text.removeprefix("(").removesuffix(")"))
            return after
        if text.startswith("[") and read_opening(text).is_empty:
            whole, after = joined(self._lines, at)
            self._add_bracketed(line.number, whole.text)
            return after
        if _PROPERTY.fullmatch(text) and read_opening(text).is_empty:
            return self._property(line, at)
        if self.drafts and _MINUTE.search(_BRACKETED.sub("", text)) and read_opening(text).is_empty:
            self._add_goals(line.number, text)
            return at + 1
        return None

    def _add_goals(self, number: int, content: str) -> None:
        if self._after_skipped:
            return
        if not self.drafts:
            raise ValueError("goals without a match before them")
        self.drafts[-1].goals.append((number, content))

    def _add_bracketed(self, number: int, text: str) -> None:
        content = text.removeprefix("[").removesuffix("]")
        in_lower_case = re.match(r"[a-z]+\b(?! [0-9]+['’])", content)
        if reads_as_goals(content) and not in_lower_case and not tells_of_score(content):
            self._add_goals(number, content)
        elif self._after_skipped:
            return
        elif self.drafts:
            self.drafts[-1].line.notes.append(" ".join(content.split()))
        else:
            raise ValueError(f"a note without a match before it: '{text[:60]}'")

    def _property(self, line: Line, at: int) -> int | None:
        """`Goals:`, a line-up, a referee; a header with a colon is none."""
        found = _PROPERTY.fullmatch(line.text)
        key, rest = (" ".join(found[1].split()), found[2] or "") if found else ("", "")
        group = names.GROUP.fullmatch(key)
        if group and rest:
            self._here().define_group(group[1].upper(), rest)
            return at + 1
        if not rest and self._state and reads_as_header(key, self._state.title):
            return None
        if not self.drafts and not _KNOWN_PROPERTY.fullmatch(key):
            return None
        if self._state and read_header(key, self._state.title).certain:
            raise ValueError(f"expected '{key}' on a line of its own")
        after = self._to_less_indented(line, at)
        content = "\n".join([rest, *(follower.text for follower in self._lines[at + 1 : after])])
        if key.lower() in {"goals", "goal"} and self.drafts and not self.drafts[-1].goals:
            self._add_goals(line.number, content)
        elif "pen" in key.lower() and self.drafts and not self._after_skipped:
            self._add_shoot_out(content)
        return after

    def _add_shoot_out(self, content: str) -> None:
        """`Penalties: 1-0 Gavranović, 1-1 Pogba, …`: the last score, where the line gives none."""
        scores = scores_in(content)
        result = self.drafts[-1].line.result
        if scores and result.penalties is None and not result.second:
            self.drafts[-1].line.result = replace(result, penalties=scores[-1])

    def _to_less_indented(self, line: Line, at: int) -> int:
        """The lines that go on with a property are indented deeper, and open no match."""
        after = at + 1
        while after < len(self._lines):
            follower = self._lines[after]
            deeper = follower.text and follower.indent > line.indent
            if not deeper or _OPENS_MATCH.match(follower.text) or read_day(follower.text):
                break
            after += 1
        return after

    def _to_blank(self, at: int) -> int:
        after = at + 1
        while after < len(self._lines) and self._lines[after].text:
            if _HEADING.fullmatch(self._lines[after].text) or _MARKED.fullmatch(self._lines[after].text):
                break
            after += 1
        return after

    def _read_match(self, at: int) -> int:
        line, after = joined(self._lines, at)
        opening = read_opening(line.text)
        if not opening.is_empty and not opening.rest:
            self._here().take_opening(opening, holds=True)
            return after
        if opening.is_empty and read_header(_without_day(line.text), self._here().title).certain:
            self._enter(line.text, None)
            return after
        match, opening = self._match_or_club_with_number(line.text, opening)
        if match is not None:
            self._here().take_opening(opening, holds=False)
            draft = self._here().draft(line.number, match, opening)
            if match.goals:
                draft.goals.append((line.number, match.goals))
            self.drafts.append(draft)
            self._after_skipped = False
        elif opening.is_empty and reads_as_header(_without_day(line.text), self._here().title):
            self._enter(line.text, None)
        else:
            raise ValueError(f"expected a match, a header or a day, found '{line.text[:60]}'")
        return after

    def _match_or_club_with_number(self, text: str, opening: Opening) -> tuple[MatchLine | None, Opening]:
        """The match behind an opening; where none is, what looks like a day may be a club (`2 de Mayo`)."""
        match = unreadable = None
        try:
            # A country follows a club, never a day.
            match = None if _COUNTRY.match(opening.rest) else read_match(opening.rest)
        except ValueError as error:
            unreadable = error
        if match is None and opening.day is not None and opening.day.weekday is None:
            without = read_opening(text, with_day=False)
            with suppress(ValueError):
                other = read_match(without.rest)
                if other is not None:
                    return other, without
        if unreadable is not None:
            raise unreadable
        return match, opening


def _without_day(text: str) -> str:
    """`Round 34` of `Round 34 [May 17]`."""
    behind = _DAY_BEHIND.fullmatch(text)
    return behind[1] if behind and read_day(behind[2]) else text

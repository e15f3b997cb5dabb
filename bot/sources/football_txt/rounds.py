"""Which round, leg and matchday a header of a Football.TXT file names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.football.competitions import ROWS
from bot.football.model import Leg, Round, RoundKind
from bot.sources.football_txt import round_names as names
from bot.sources.football_txt.titles import Title

_NUMBERED = re.compile(r"\([0-9]{1,3}\)\s*")
_SPLIT = re.compile(r",\s{0,4}|\s(?:[-–/]|//)\s")
_FIRST_ROUNDS = (RoundKind.FIRST, RoundKind.SECOND, RoundKind.THIRD)
_QUALIFYING_ROUNDS = (RoundKind.QUALIFYING_1, RoundKind.QUALIFYING_2, RoundKind.QUALIFYING_3)


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says; with a round of None the round before it goes on."""

    round: Round | None
    leg: Leg | None = None
    matchday: int | None = None
    certain: bool = True
    """Whether every part of it is a known name."""
    by_season: bool = False
    """Plain play-offs of UEFA: in summer they end the qualifying, in winter they open the knock-out."""


@dataclass
class _HeaderDraft:
    """What the parts of a header say, read in their order."""

    kind: RoundKind | None = None
    label: str = ""
    leg: Leg | None = None
    number: int | None = None
    nth: int | None = None
    in_words: bool = False
    qualifying: bool = False
    finals: bool = False
    play_off: bool = False
    knock_out: bool = False
    telling: list[str] = field(default_factory=list)
    """The parts that a round without a code is named by."""
    unknown: list[str] = field(default_factory=list)


def read_header(text: str, title: Title) -> Header:
    """Read one header, or nested ones joined by commas."""
    draft = _HeaderDraft()
    written = " ".join(text.split())
    plain = _NUMBERED.sub("", written, count=1) if _NUMBERED.match(written) else written
    for part in _SPLIT.split(plain.strip(" :▪»")):
        if part.strip():
            _read_part(part.strip(" :"), draft)
    return _header(draft, plain.strip(" :"), title)


def reads_as_header(text: str, title: Title) -> bool:
    """Whether a line without a mark is a header, and not nonsense."""
    return len(text) <= 90 and (
        read_header(text, title).certain or names.READS_AS_HEADER.fullmatch(text.strip(" :")) is not None
    )


def _read_part(part: str, draft: _HeaderDraft) -> None:
    at_end = names.LEG_AT_END.fullmatch(part)
    if at_end:
        part = at_end[1]
        draft.leg = _leg(at_end[2])
    leg = _leg(part)
    if leg is not None:
        draft.leg = leg
        return
    if _read_plain(part, draft):
        return
    draft.telling.append(part)
    if not (_read_table(part, draft) or _read_numbered(part, draft) or _read_knock_out(part, draft)):
        draft.unknown.append(part)


def _leg(text: str) -> Leg | None:
    return next((leg for pattern, leg in names.LEGS if pattern.fullmatch(text)), None)


def _read_plain(part: str, draft: _HeaderDraft) -> bool:
    """The parts that name no round of their own."""
    if names.NO_NEWS.fullmatch(part):
        draft.finals = draft.finals or part.lower() == "finals"
        draft.knock_out = True
        return True
    if names.QUALIFYING.fullmatch(part):
        draft.qualifying = True
        return True
    day = names.MATCHDAY.fullmatch(part)
    bare = re.fullmatch(r"[0-9]{1,2}", part) if draft.kind is not None else None
    if day or bare:
        draft.number = int(next(filter(None, day.groups())) if day else part)
        return True
    return False


def _read_table(part: str, draft: _HeaderDraft) -> bool:
    group = names.GROUP.fullmatch(part)
    if names.SECOND_GROUPS.fullmatch(part):
        draft.kind = RoundKind.SECOND_GROUP
    elif group:
        draft.kind = draft.kind if draft.kind is RoundKind.SECOND_GROUP else RoundKind.GROUP
        draft.label = group[1].upper()
    elif names.GROUPS.fullmatch(part):
        draft.kind = draft.kind or RoundKind.GROUP
    elif names.LEAGUE.fullmatch(part):
        draft.kind = RoundKind.LEAGUE
    else:
        return False
    return True


def _read_numbered(part: str, draft: _HeaderDraft) -> bool:
    for pattern, qualifying, in_words in (
        (names.QUALIFYING_NTH, True, True),
        (names.NTH_ROUND, False, False),
        (names.NTH_ROUND_IN_WORDS, False, True),
    ):
        found = pattern.fullmatch(part)
        if found:
            draft.nth = names.number_of(next(filter(None, found.groups())))
            draft.qualifying = draft.qualifying or qualifying
            draft.in_words = in_words
            return True
    return False


def _read_knock_out(part: str, draft: _HeaderDraft) -> bool:
    play_off = names.PLAY_OFF.fullmatch(part)
    if play_off:
        draft.play_off = True
        draft.knock_out = draft.knock_out or bool(play_off[1])
        return True
    if names.PRELIMINARY.fullmatch(part):
        draft.kind = RoundKind.PRELIMINARY
        return True
    if names.THIRD_PLACE.fullmatch(part):
        draft.kind = RoundKind.OTHER
        return True
    found = next((kind for pattern, kind in names.KNOCK_OUT if pattern.fullmatch(part)), None)
    draft.kind = found or draft.kind
    return found is not None


def _header(draft: _HeaderDraft, text: str, title: Title) -> Header:
    if not any(character.isalnum() for character in text):
        raise ValueError("a header without a name")
    certain = not draft.unknown
    if draft.kind is not None and draft.kind.is_table:
        label = draft.label or (", ".join(draft.unknown) if draft.kind is RoundKind.LEAGUE else "")
        return Header(Round(draft.kind, label), draft.leg, draft.number, certain)
    of_league = draft.nth is not None and not draft.in_words and (not title.is_cup or draft.nth > 9)
    if of_league and not draft.qualifying and draft.kind is None and not draft.play_off:
        return Header(Round(RoundKind.LEAGUE, ", ".join(draft.unknown)), draft.leg, draft.nth, certain)
    by_season = False
    found = _knock_out_round(draft, title)
    if draft.play_off and found is not None and found.kind is not RoundKind.OTHER:
        by_season = title.is_uefa and not (draft.qualifying or draft.knock_out or title.is_qualifying)
    if found is not None:
        return Header(found, _leg_by_matchday(draft), None, certain, by_season)
    if draft.number is not None:
        label = ", ".join(draft.unknown)
        return Header(Round(RoundKind.LEAGUE, label) if label else None, draft.leg, draft.number, certain)
    if draft.finals:
        return Header(Round(RoundKind.FINAL), draft.leg)
    only_leg = draft.leg is not None and not draft.telling and not draft.qualifying and not draft.knock_out
    return Header(None if only_leg else Round(RoundKind.OTHER, text), draft.leg, None, certain)


def _leg_by_matchday(draft: _HeaderDraft) -> Leg | None:
    """`Playoffs, Matchday 2` is a return."""
    return draft.leg or {1: Leg.FIRST, 2: Leg.SECOND}.get(draft.number or 0)


def _knock_out_round(draft: _HeaderDraft, title: Title) -> Round | None:
    if draft.kind is None and draft.nth is None and not draft.play_off and not draft.unknown:
        return None
    as_written = Round(RoundKind.OTHER, ", ".join(draft.telling)) if draft.telling else None
    ambiguous = [draft.kind is not None, draft.nth is not None, draft.play_off].count(True) != 1
    if draft.unknown or ambiguous or as_written is None:
        return None if draft.number is not None and draft.kind is None and not draft.play_off else as_written
    if draft.nth is not None:
        kind = _nth_kind(draft, draft.nth, title)
    elif draft.play_off:
        kind = _play_off_kind(draft, title)
    else:
        kind = draft.kind
    if kind is RoundKind.PRELIMINARY and not title.is_uefa:
        kind = RoundKind.OTHER
    return as_written if kind in {None, RoundKind.OTHER} else Round(kind or RoundKind.OTHER)


def _nth_kind(draft: _HeaderDraft, nth: int, title: Title) -> RoundKind | None:
    row = ROWS.get(title.competition)
    only_qualifying = row is not None and title.season.start_year >= row.only_qualifying_since
    qualifying = draft.qualifying or title.is_qualifying or only_qualifying
    rounds = _QUALIFYING_ROUNDS if qualifying else _FIRST_ROUNDS
    return rounds[nth - 1] if 1 <= nth <= len(rounds) else None


def _play_off_kind(draft: _HeaderDraft, title: Title) -> RoundKind | None:
    if draft.knock_out and not draft.qualifying:
        return RoundKind.KNOCKOUT_PLAY_OFF
    if draft.qualifying or title.is_qualifying:
        return RoundKind.PLAY_OFF
    row = ROWS.get(title.competition)
    if row is not None and title.season.start_year >= row.knockout_play_offs_since:
        return RoundKind.KNOCKOUT_PLAY_OFF
    return RoundKind.PLAY_OFF if title.is_uefa else None

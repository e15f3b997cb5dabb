"""The goals of one side taken apart: names, minutes, marks and cards, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mwparserfromhell.nodes import HTMLEntity, Node, Tag, Template, Text, Wikilink
from mwparserfromhell.wikicode import Wikicode

from bot.football.model import GoalKind
from bot.football.names.folding import fold
from bot.sources.wikipedia.reading.wikitext import (
    LISTS,
    NAMED,
    NOTES,
    SHOWS_FIRST,
    SHOWS_LAST,
    article_of,
    fields_of,
    inner_values,
    name_of,
    plain,
    shown_of,
    values_of,
)


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    joined: bool = False
    """It goes on with the name before it: an initial, and the link of the surname."""


@dataclass(frozen=True, slots=True)
class Minute:
    minute: int | None
    stoppage: int | None = None
    kind: GoalKind = GoalKind.OPEN_PLAY


@dataclass(frozen=True, slots=True)
class Mark:
    kind: GoalKind


@dataclass(frozen=True, slots=True)
class GoalCount:
    goals: int


class Card:
    """What happened to a player that is no goal."""


class Break:
    """The end of a line."""


Token = Name | Minute | Mark | GoalCount | Card | Break

_OWN = r"o\.? ?g\b\.?|own[ -]?goals?|autogoal"
_PENALTY = r"pen(?:s|alty|alties)?\b\.?"
_OWN_GOAL = re.compile(rf"\W*(?:{_OWN})\W*", re.IGNORECASE)
_PENALTY_KICK = re.compile(rf"\W*(?:{_PENALTY}|p\.?|p\.?k\.?)\W*", re.IGNORECASE)
_TICK = r"['’′`´]?"
_MINUTE = re.compile(rf"(\d{{1,3}})\s*{_TICK}(?:\s*\+\s*(\d{{1,2}}))?\s*{_TICK}(?:\s*min(?:ute)?s?\b\.?)?")
_WHOLE_MINUTE = re.compile(rf"\s*{_MINUTE.pattern}\s*")
_TEXT = re.compile(
    rf"(?P<line>[\n*•·]+)|\((?P<brackets>[^()]*)\)|(?<![^\W_])(?P<own>{_OWN})(?!\w)|"
    rf"(?<![^\W_])(?P<penalty>{_PENALTY})(?!\w)|(?P<minute>{_MINUTE.pattern})|(?P<name>[^\W\d_][^\d(),;/\n*•·]*)",
    re.IGNORECASE,
)
_SHORT_MARK = re.compile(r"\s*p\.?(?=[\s,;)]|$)", re.IGNORECASE)
_FIRST_MINUTE = 6
"""A lone number in brackets below it counts goals: Puskás (4)."""
_INITIAL = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,2}|[^\W\d_]{1,3}\.")
_CARDS = frozenset(
    (
        *(
            "yel",
            "yellowcard",
            "yellow",
            "red",
            "redcard",
            "sentoff",
            "sendoff",
            "booked",
            "dismissed",
            "inj",
        ),
        *("penmiss", "pengoal", "missedpenalty", "subon", "suboff", "subst", "injury", "#invoke:sentoff"),
    )
)
_GOALS = frozenset({"goal", "goals", "#invoke:goal"})
_OWN_GOALS = frozenset({"ogoal", "owngoal", "og"})


def tokens_of(code: Wikicode) -> Iterator[Token]:
    """The tokens of a value in the order in which they stand."""
    for node in code.nodes:
        yield from _of_node(node)


def _of_node(node: Node) -> Iterator[Token]:
    match node:
        case Text():
            yield from _of_text(str(node.value))
        case HTMLEntity():
            yield from _of_text(node.normalize())
        case Wikilink():
            yield from _of_link(node)
        case Template():
            yield from _of_template(node)
        case Tag():
            name = str(node.tag).strip().lower()
            if name in {"br", "hr", "li", "dd", "dt"} and not (node.contents and node.contents.nodes):
                yield Break()
            elif name not in {"ref", "references", "section"} and node.contents is not None:
                yield from tokens_of(node.contents)
        case _:
            return


def _of_text(text: str) -> Iterator[Token]:
    text = text.replace("'''", "").replace("''", "").replace("\u00a0", " ")
    at = 0
    while at < len(text):
        found = _TEXT.match(text, at)
        if found is None:
            at += 1
            continue
        at = found.end()
        if found["line"]:
            yield Break()
        elif found["brackets"] is not None:
            yield from _in_brackets(found["brackets"])
        elif found["own"] or found["penalty"]:
            yield Mark(GoalKind.OWN_GOAL if found["own"] else GoalKind.PENALTY)
        elif found["minute"]:
            yield _minute(found["minute"])
            short = _SHORT_MARK.match(text, at)
            if short:
                at = short.end()
                yield Mark(GoalKind.PENALTY)
        elif name := _name(found["name"]):
            yield Name(name)


def _in_brackets(text: str) -> Iterator[Token]:
    """Marks and minutes; a small number counts goals, and anything else says nothing of them."""
    if (kind := mark_of(text)) is not None:
        yield Mark(kind)
        return
    if re.fullmatch(r"\s*\d\s*", text) and int(text) < _FIRST_MINUTE:
        yield GoalCount(int(text))
        return
    inner = list(_of_text(text))
    if any(isinstance(token, Minute) for token in inner) and not any(isinstance(t, Name) for t in inner):
        yield from inner


def _name(text: str) -> str:
    words = " ".join(text.strip(" \t.:–-'’′\"").split())
    return words if any(letter.isalpha() for letter in words) else ""


def _of_link(link: Wikilink) -> Iterator[Token]:
    shown = shown_of(link)
    kind = mark_of(shown)
    if kind is not None:
        yield Mark(kind)
    elif found := _WHOLE_MINUTE.fullmatch(shown):
        yield _minute(found[0])
    elif any(letter.isalpha() for letter in shown):
        yield Name(scorer_of(shown, article_of(link)), joined=True)


def scorer_of(shown: str, article: str) -> str:
    """The whole name, which other sources print too: the title of the player's article without its brackets.

    Where the article is called otherwise than the player (a nickname, a redirect) the text that is shown.
    """
    title = re.sub(r"\s*\([^()]*\)\s*$", "", article)
    words = fold(title).split()
    parts = [word for word in shown.split() if not _INITIAL.fullmatch(word) or len(shown.split()) == 1]
    short = fold(" ".join(parts)).split()
    return title if short and all(word in words for word in short) else shown


def mark_of(text: str) -> GoalKind | None:
    """An own goal or a penalty, where a whole text says nothing else."""
    if _OWN_GOAL.fullmatch(text):
        return GoalKind.OWN_GOAL
    return GoalKind.PENALTY if _PENALTY_KICK.fullmatch(text) else None


def is_initial(name: str) -> bool:
    return _INITIAL.fullmatch(name) is not None


def _of_template(template: Template) -> Iterator[Token]:
    name, values = name_of(template), values_of(template)
    if name in _GOALS or name in _OWN_GOALS:
        yield from _goals(values, GoalKind.OWN_GOAL if name in _OWN_GOALS else GoalKind.OPEN_PLAY)
    elif name in _CARDS:
        yield Card()
    elif name in {"br", "break", "crlf"}:
        yield Break()
    elif name == "sortname":
        yield Name(" ".join(map(plain, values[:2])))
    elif name in NAMED:
        shown = plain(fields_of(template).get("lt")) or (plain(values[0]) if values else "")
        if shown and values:
            yield Name(scorer_of(shown, plain(values[0])), joined=True)
    else:
        for value in _inside(template, name, values):
            yield from tokens_of(value)
            if name in LISTS:
                yield Break()


def _inside(template: Template, name: str, values: list[Wikicode]) -> Iterable[Wikicode]:
    """The values of a template that show something of the goals."""
    if name in LISTS:
        return values
    if name in SHOWS_LAST:
        return values[-1:]
    if name in SHOWS_FIRST:
        return values[:1]
    return inner_values(template) if name not in NOTES and _holds_goals(template) else ()


def _holds_goals(template: Template) -> bool:
    return any(
        name_of(inner) in _GOALS for value in inner_values(template) for inner in value.filter_templates()
    )


def _goals(values: list[Wikicode], kind: GoalKind) -> Iterator[Token]:
    """Minutes, each with the note behind it; no minute at all is one goal whose minute is not known."""
    goals: list[Minute] = []
    note: GoalKind | None = None
    for value in values:
        text = plain(value)
        found = _WHOLE_MINUTE.match(text)
        if found:
            written = _minute(found[0])
            marked = mark_of(text[found.end() :])
            goals.append(Minute(written.minute, written.stoppage, marked or kind))
        elif (marked := mark_of(text)) is not None:
            note = marked
            if goals:
                last = goals[-1]
                goals[-1] = Minute(last.minute, last.stoppage, marked)
    yield from goals or [Minute(None, None, note or kind)]


def _minute(text: str) -> Minute:
    found = _MINUTE.match(text.strip())
    if found is None:
        return Minute(None)
    return Minute(int(found[1]), int(found[2]) if found[2] else None)

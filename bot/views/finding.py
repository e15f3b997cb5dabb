"""Answers to a question that no result answers: which club, no club, nothing known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.football.dataset.gaps import MissingSpan
from bot.football.model import Club
from bot.football.questions.nearest import (
    is_a_sentence,
    may_be_a_name,
    nearest_commands,
    nearest_commands_of_a_club,
)
from bot.views.answer import Answer, Button, escape, fitted, lines, paragraphs
from bot.words import Words

MOST_SHOWN = 60
EXAMPLE = "/uitslag Arsenal"
PLAYER_EXAMPLE = "/speler Huntelaar"
EXAMPLES: Mapping[str, str] = {
    "uitslag": EXAMPLE,
    "avond": "/avond",
    "programma": "/programma Ajax",
    "stand": "/stand CL",
    "schema": "/schema CL",
    "loting": "/loting Europa League",
    "topscorers": "/topscorers CL",
    "speler": PLAYER_EXAMPLE,
    "erelijst": "/erelijst CL",
    "records": "/records Ajax",
    "volg": "/volg Ajax",
    "help": "/help",
}
"""Of the commands that may come nearest to what was not understood, by their Dutch names."""


def which_club(choices: Sequence[tuple[Sequence[Club], str]], words: Words) -> Answer:
    """A question back, with a button per club or pair; its data is the whole question about it."""
    countries = len({tuple(club.name for club in clubs) for clubs, _ in choices}) < len(choices)
    return Answer(
        escape(words.which_club),
        tuple(
            (Button(" – ".join(_named(club, words, with_country=countries) for club in clubs), data),)
            for clubs, data in choices
        ),
        for_asker=True,
    )


def _named(club: Club, words: Words, *, with_country: bool) -> str:
    return f"{words.club(club)} ({club.country})" if with_country else words.club(club)


def no_club(
    typed: str, elsewhere: str | None, words: Words, example: str = EXAMPLE, mentioned: str = ""
) -> Answer:
    """Nothing was found; `mentioned` is a club among words of which nothing was understood."""
    if elsewhere:
        return sentence(words.not_here(elsewhere), for_asker=True)
    is_unclear = mentioned or is_a_sentence(typed)
    text = words.not_understood if is_unclear else words.no_club(shortened(typed))
    if mentioned and example == EXAMPLE:
        nearest = _examples((f"/{each} {mentioned}" for each in nearest_commands_of_a_club(typed)), words)
    else:
        nearest = _nearest(typed, example, words)
    return Answer(paragraphs(escape(text), nearest), for_asker=True)


def no_european_club(words: Words) -> Answer:
    """Asked about a league, a national cup or team: what is here instead."""
    examples = _examples([EXAMPLES["avond"], EXAMPLES["stand"]], words)
    return Answer(paragraphs(escape(words.only_european), examples), for_asker=True)


def _nearest(typed: str, example: str, words: Words) -> str:
    """An example of the command that was given, else of the two that come nearest."""
    nearest = dict.fromkeys(EXAMPLES[command] for command in nearest_commands(typed))
    if PLAYER_EXAMPLE in nearest and may_be_a_name(typed):
        nearest = {example: None, f"/speler {typed}": None}
    return _examples(nearest if example == EXAMPLE else [example], words)


def _examples(examples: Iterable[str], words: Words) -> str:
    shown = (f"<code>{escape(words.example(example))}</code>" for example in examples)
    return lines(escape(words.no_club_help), *shown)


def ask_for_club(question: str, example: str, words: Words) -> Answer:
    """A question back, with what an answer looks like."""
    text = lines(escape(question), f"<code>{escape(words.example(example))}</code>")
    return Answer(text, for_asker=True)


def too_long(words: Words) -> Answer:
    return ask_for_club(words.asked_too_long, EXAMPLE, words)


def sentence(text: str, *, for_asker: bool = False) -> Answer:
    """One sentence of `words` as an answer."""
    return Answer(escape(text), for_asker=for_asker)


def noted(answer: Answer, note: str) -> Answer:
    """An answer with something that has to be said along with it."""
    return replace(answer, html=paragraphs(answer.html, f"ℹ️ {escape(note)}")) if note else answer


def headed(answer: Answer, note: str, under_note: str = "") -> Answer:
    """An answer below what has to be said first: that it is not quite what was meant."""
    above = lines(f"ℹ️ {escape(note)}", under_note)
    return replace(answer, html=paragraphs(above, answer.html)) if note else answer


def with_missing(answer: Answer, spans: Sequence[MissingSpan], words: Words) -> Answer:
    """An answer that denies something, with what the results lack of it."""
    return replace(answer, html=paragraphs(answer.html, missing_line(spans, words))) if spans else answer


def missing_line(spans: Sequence[MissingSpan], words: Words) -> str:
    """Where one line does not show it all on a phone, a line ends behind a span."""
    shown = ""
    for piece in words.missing(spans) if spans else ():
        before, _, line = shown.rpartition("\n")
        shown = lines(before, fitted(line or "⚠️", escape(piece)))
    return shown


def shortened(typed: str) -> str:
    """What somebody typed, on one line, short enough to be repeated."""
    line = " ".join(typed.split())
    return line if len(line) <= MOST_SHOWN else f"{line[:MOST_SHOWN]}…"

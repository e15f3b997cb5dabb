"""Silence is not a fact: an answer that denies something because of what the results lack names that."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import cast

import pytest
from sqlite_utils import Database

from bot.app.opening import forgetful_chats, snapshot
from bot.database.results.names import StoredNames
from bot.database.results.results import Results
from bot.database.results.worked_out import work_out_changed
from bot.football.competitions import FAIRS_CUP, SUPER_CUP
from bot.football.dataset.gaps import Lack, MissingSpan
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    CONFERENCE_LEAGUE,
    CUP_WINNERS_CUP,
    EUROPA_LEAGUE,
    Competition,
    Match,
    RoundKind,
    Season,
)
from bot.football.names.finder import ClubFinder
from bot.handlers.commands import Commands, commands
from bot.handlers.request import Request
from bot.local.telegram.html import plain_text
from bot.read_model.seasons import ResultsAsOf
from bot.words import LANGUAGES, Words
from tests.conftest import Sampled
from tests.shared import answering
from tests.words.negatives import DENIALS, TOTALS

NOW = datetime(2026, 11, 28, 18, tzinfo=UTC)
MATCHES_OF_A_GAP = 4
QUALIFYING = ", ".join(f"'{kind.value}'" for kind in RoundKind if kind.is_qualifying)


@dataclass(frozen=True)
class Made:
    """A gap that is made in what the snapshot has."""

    competition: Competition
    year: int
    lack: Lack
    after: date | None = None

    @property
    def removed(self) -> str:
        """Its matches, as SQL."""
        of_season = f"competition = '{self.competition}' AND season = {self.year}"
        match self.lack:
            case Lack.EVERYTHING:
                return of_season
            case Lack.QUALIFYING:
                return f"{of_season} AND round IN ({QUALIFYING})"
            case Lack.LATER:
                return f"{of_season} AND date > '{self.after}'"

    def is_named_by(self, span: MissingSpan) -> bool:
        is_then = span.first <= Season(self.year) <= span.last
        return (
            span.lack is self.lack
            and is_then
            and (not span.competitions or self.competition in span.competitions)
        )


GAPS = (
    Made(EUROPA_LEAGUE, 2016, Lack.EVERYTHING),
    Made(CHAMPIONS_LEAGUE, 1994, Lack.EVERYTHING),
    Made(CUP_WINNERS_CUP, 1986, Lack.EVERYTHING),
    Made(FAIRS_CUP, 1968, Lack.EVERYTHING),
    Made(SUPER_CUP, 2017, Lack.EVERYTHING),
    Made(SUPER_CUP, 1994, Lack.LATER, date(1995, 2, 1)),
    Made(CHAMPIONS_LEAGUE, 2016, Lack.QUALIFYING),
    Made(CONFERENCE_LEAGUE, 2024, Lack.QUALIFYING),
    Made(FAIRS_CUP, 1958, Lack.LATER, date(1958, 11, 9)),
    Made(CHAMPIONS_LEAGUE, 2018, Lack.LATER, date(2019, 3, 1)),
    Made(EUROPA_LEAGUE, 2009, Lack.LATER, date(2009, 12, 31)),
)


@dataclass
class Recording:
    """The sentences of a language, with what was made of them."""

    words: Words
    sentences: list[tuple[str, str]] = field(default_factory=list)
    spans: list[MissingSpan] = field(default_factory=list)

    def __getattr__(self, name: str) -> object:
        found: object = getattr(self.words, name)
        if isinstance(found, str):
            self.sentences.append((name, found))
        if not callable(found):
            return found

        def sentence(*arguments: object) -> object:
            text = found(*arguments)
            if isinstance(text, str):
                self.sentences.append((name, text))
            if name == "missing":
                self.spans += cast("list[MissingSpan]", arguments[0])
            return text

        return sentence


@cache
def copy_of_the_snapshot() -> Database:
    """In memory, to be changed and changed back."""
    db = Database(memory=True)
    with closing(sqlite3.connect(snapshot())) as source:
        source.backup(db.conn)
    db.execute("PRAGMA foreign_keys = ON")
    return db


@contextmanager
def without(gap: Made) -> Iterator[Commands]:
    """Every command over the snapshot without those matches."""
    db = copy_of_the_snapshot()
    db.conn.execute("BEGIN")
    try:
        db.conn.execute(f"DELETE FROM matches WHERE {gap.removed}")  # noqa: S608 - our own words
        work_out_changed(db)
        results = Results(db)
        yield commands(ClubFinder(StoredNames(results)), ResultsAsOf(results), forgetful_chats())
    finally:
        db.conn.rollback()


def removed_matches(gap: Made) -> list[Match]:
    """A few of them, from all of the gap."""
    results = Results(copy_of_the_snapshot())
    rows = results.db.execute(f"SELECT id FROM matches WHERE {gap.removed} ORDER BY date, id").fetchall()  # noqa: S608
    ids = [row[0] for row in rows][:: max(1, len(rows) // MATCHES_OF_A_GAP)]
    return [stored.match for stored in results.matches(ids).values()]


def questions(match: Match, words: Words) -> Iterator[tuple[str, datetime]]:
    """Everything that one may want to know of a match that is not here."""
    day = match.date or date(match.season.start_year + 1, 5, 1)
    home, away = (words.club(club) for club in match.clubs)
    cup, season = words.competition(match.competition, match.season), match.season
    round_, score = words.tie_round(match.round), match.score or ""
    country = words.country(match.home.country)
    on_day = f"{day:%d-%m-%Y}"
    before, after = (
        datetime.combine(day + timedelta(days=days), datetime.min.time(), UTC) + timedelta(hours=18)
        for days in (-1, 1)
    )
    for text in (
        *(f"/uitslag {home} - {away}{what}" for what in ("", f" {day.year}", f" {season}", f" {score}")),
        f"/uitslag {home} - {away} {round_}",
        *(
            f"/uitslag {home}{what}"
            for what in ("", f" {season}", f" {day.year}", f" {cup}", f" {cup} {season}")
        ),
        *(f"/uitslag {home} {round_}{what}" for what in ("", f" {day.year}", f" {season}")),
        *(f"{round_} {what}" for what in (day.year, f"{cup} {day.year}", f"{cup} {season}")),
        *(f"/uitslag {cup} {on_day}", f"/uitslag {home} {on_day}"),
        *(f"/avond {what}{on_day}" for what in ("", f"{cup} ", f"{home} ", f"{home} - {away} ")),
        f"/avond {words.day(day).partition(' ')[2]}",
        *(
            f"/{command} {home}"
            for command in ("stand", "schema", "programma", "topscorers", "records", "erelijst")
        ),
        *(
            f"/{command} {home} {season}"
            for command in ("stand", "schema", "topscorers", "records", "erelijst")
        ),
        *(f"/{command} {cup} {season}" for command in ("stand", "schema", "topscorers", "records", "loting")),
        *(f"/{command} {home} - {away}" for command in ("programma", "records", "erelijst")),
        *(
            f"/{command}"
            for command in ("records", "erelijst", "topscorers aller tijden", "topscorers Nederland")
        ),
        f"/topscorers {cup} aller tijden",
        f"/erelijst {cup}",
        f"/onderling {home} - {away}",
        f"/club {home}",
        *(f"/land {country}{what}" for what in ("", f" {season}", f" {cup} {season}")),
        *(f"/speler {goal.scorer}" for goal in match.goals[:1] if goal.scorer),
    ):
        yield text, NOW
    for text in (f"/programma {home}", f"/programma {cup}", f"/uitslag {home}", "/avond", f"/avond {cup}"):
        yield from ((text, moment) for moment in (before, after))


def denied_without_a_name(gapped: Commands, gap: Made, text: str, now: datetime, words: Words) -> set[str]:
    """What an answer denies or counts only because of the gap, and does not say so."""
    recording = Recording(words)
    answer = gapped.answer(text, Request("", now), cast("Words", recording))
    shown = plain_text(answer.html) if answer else ""
    recording.sentences.append(("lacking", words.lacking))
    printed = [(name, sentence) for name, sentence in recording.sentences if sentence in shown]
    claims = {sentence for name, sentence in printed if name in DENIALS | TOTALS}
    names = {name for name, _ in printed}
    is_named = "lacking" in names and any(map(gap.is_named_by, recording.spans))
    if not claims or is_named or "known_until" in names:
        return set()
    whole = answering().answer(text, Request("", now), words)
    return {claim for claim in claims if whole and claim not in plain_text(whole.html)}


@pytest.mark.parametrize("gap", GAPS, ids=str)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_denied_because_of_a_gap_that_is_not_named(
    gap: Made, language: str, sampled: Sampled
) -> None:
    words = LANGUAGES[language]
    every = list(dict.fromkeys(each for match in removed_matches(gap) for each in questions(match, words)))
    with without(gap) as gapped:
        bare = {
            (text, now): claims
            for text, now in sampled.of(every, 15)
            if (claims := denied_without_a_name(gapped, gap, text, now, words))
        }
    assert every
    assert not bare

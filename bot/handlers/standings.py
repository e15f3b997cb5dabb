"""`/stand`: the table of a club's group or league phase, or the tables of a competition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.football.model import EUROPEAN_COMPETITIONS, Club, Competition, Round, RoundKind, Season
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.football.tables.advancing import LEAGUE_CLUBS
from bot.handlers.finder import Finder
from bot.handlers.query import About, Back, Query
from bot.handlers.questions import about_clubs, asked_by_button, moment_meant, other_season, understood
from bot.handlers.request import Request
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer, Button, escape, pages, paragraphs
from bot.views.finding import ask_for_club, sentence
from bot.views.standings import has_letter, standings_text
from bot.words import Words

MOST_PAGES = 2
EXAMPLE = "/stand CL groep A"
CLUB_EXAMPLE = "/stand Ajax"
_GROUP = re.compile(r"(?<!\w)(?:groep|group|poule|gruppe)\s+([a-z]|\d{1,2})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class StandingsCommand:
    """Answers `/stand`."""

    finder: Finder
    knowledge: ResultsAsOf

    def answer(self, asked: Request, words: Words) -> Answer:
        self.knowledge.refresh()
        group = _GROUP.search(asked.text)
        text = _GROUP.sub(" ", asked.text)
        question = understood(text, asked.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        ask = Query(
            (),
            question.competition,
            question.season,
            Round(RoundKind.GROUP, group[1].upper()) if group else None,
            question.day,
            About.TABLE,
        )
        named = about_clubs(question, ask, words, CLUB_EXAMPLE) if question.clubs else ask
        if isinstance(named, Answer):
            return named
        return other_season(self.about(named, asked.now, words), named, question.other_season, words)

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        self.knowledge.refresh()
        ask = asked_by_button(data, About.TABLE, self.knowledge)
        return self.about(ask, asked.now, words) if ask else None

    def about(self, ask: Query, now: datetime, words: Words) -> Answer:
        at = moment_meant(ask, now)
        if ask.clubs:
            return self._of_clubs(ask, at, words)
        seasons = self._with_tables(ask, at)
        if not seasons:
            season = ask.season or season_of(at)
            names = [words.competition(one, season) for one in _competitions(ask)]
            return sentence(words.no_table(words.one_of(names), season))
        if ask.round and (found := _one_group(ask.round, seasons, words)):
            return found
        note = f"ℹ️ {escape(words.group_letters_unknown)}" if ask.round else ""
        tables = [standings_text(known, _tables(known), (), words) for known in seasons]
        text = paragraphs(*tables, note)
        if len(pages(text)) > MOST_PAGES:
            return ask_for_club(words.which_group, words.example(EXAMPLE))
        return Answer(text)

    def _of_clubs(self, ask: Query, at: datetime, words: Words) -> Answer:
        known_clubs = self.knowledge.results.clubs()
        clubs = [known_clubs[club] for club in ask.clubs]
        for season, seasons in self.knowledge.seasons_of(clubs[0], at, ask.competition, ask.season):
            found = [
                (known, round_)
                for known in seasons
                for round_ in _tables(known, clubs[0])
                if ask.round is None or round_ == ask.round
            ]
            if found:
                known, round_ = max(found, key=lambda one: one[1].order)
                data = Query(ask.clubs[:1], season=season, day=ask.day).data
                buttons = (
                    *_way_back(ask, words),
                    *(((Button(words.button_whole_way(season), data),),) if data else ()),
                )
                return Answer(standings_text(known, [round_], clubs, words), buttons)
        return sentence(words.no_table_of_club(words.club(clubs[0]), ask.season))

    def _with_tables(self, ask: Query, at: datetime) -> list[SeasonAsOf]:
        """The seasons asked for that have a table; without a season this one, or else the one before."""
        current = season_of(at)
        years = [ask.season] if ask.season else [current, Season(current.start_year - 1)]
        there = set(self.knowledge.results.seasons())
        for season in years:
            found = [
                self.knowledge.season(competition, season, at)
                for competition in _competitions(ask)
                if (competition, season) in there
            ]
            if with_tables := [known for known in found if _tables(known)]:
                return with_tables
        return []


def _way_back(ask: Query, words: Words) -> tuple[tuple[Button, ...], ...]:
    """To the answer that this table was opened from: of a club, or of two that met."""
    if ask.back is None:
        return ()
    met = len(ask.clubs) > 1
    back = replace(
        ask,
        about=About.RESULT,
        round=None,
        competition=ask.competition if met else None,
        season=ask.season if met else None,
        back=None if ask.back is Back.RESULT else ask.back,
    )
    data = back.pressable
    return ((Button(words.button_back_to_result, data),),) if data else ()


def _competitions(ask: Query) -> Sequence[Competition]:
    return (ask.competition,) if ask.competition else EUROPEAN_COMPETITIONS


def _tables(known: SeasonAsOf, club: Club | None = None) -> list[Round]:
    """The groups or the league phase, of one club perhaps; of two group phases the last one known."""
    rounds = {
        match.round for match in (known.of(club) if club else known.matches) if match.round.kind.is_table
    }
    last = max((round_.order[0] for round_ in rounds), default=0)
    kept = rounds if club else {one for one in rounds if one.order[0] == last and _is_known(one, known)}
    return sorted(kept, key=lambda round_: (len(round_.label), round_.order))


def _is_known(round_: Round, known: SeasonAsOf) -> bool:
    """Whether more than a few fixtures of a league phase are known."""
    return round_.kind is not RoundKind.LEAGUE or len(known.table(round_).standings) >= LEAGUE_CLUBS


def _one_group(asked: Round, seasons: Sequence[SeasonAsOf], words: Words) -> Answer | None:
    """The group of that letter; None where no group's letter is known."""
    with_group = [
        (known, round_) for known in seasons for round_ in _tables(known) if round_.label == asked.label
    ]
    if not with_group:
        first = seasons[0]
        rounds = [round_ for known in seasons for round_ in _tables(known)]
        if not any(has_letter(round_) for round_ in rounds) and rounds[0].kind is not RoundKind.LEAGUE:
            return None
        name = words.competition(first.competition, first.season)
        return sentence(words.no_such_group(asked.label, name, first.season))
    return Answer(paragraphs(*(standings_text(known, [round_], (), words) for known, round_ in with_group)))

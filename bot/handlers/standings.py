"""`/stand`: the table of a club's group or league phase, or the tables of a competition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.football.model import Club, Round, RoundKind, Season
from bot.football.names.countries import country_named
from bot.football.names.finder import NoClub
from bot.football.questions.question import Question
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.football.tables.advancing import LEAGUE_CLUBS
from bot.handlers.command import Names
from bot.handlers.denials import denied
from bot.handlers.query import About, Back, Query, Row, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import Overview, end_of_night, noted_left_out
from bot.read_model.coverage import Scope
from bot.views.answer import Answer, escape, pages, paragraphs
from bot.views.finding import ask_for_club, sentence, shortened
from bot.views.places import places_text
from bot.views.standings import has_letter, standings_text
from bot.words import Words, first_upper

MOST_PAGES = 2
GROUP_EXAMPLE = "/stand CL groep A"
_GROUP = re.compile(r"(?<!\w)(?:groep|group|poule|gruppe)\s+([a-z]|\d{1,2})(?!\w)", re.IGNORECASE)


@dataclass(slots=True)
class StandingsCommand(Overview):
    names = Names("stand", "table", ("standen", "tables"))
    button = About.TABLE
    example = "/stand Ajax"

    def answer(self, request: Request, words: Words) -> Answer:
        group = _GROUP.search(request.text)
        question = self.understood(_GROUP.sub(" ", request.text), request.now, words)
        if isinstance(question, Answer):
            return question
        round_ = Round(RoundKind.GROUP, group[1].upper()) if group else None
        if isinstance(question.found, NoClub) and (country := country_named(question.clubs)):
            return self._of_country(country, question, request.now, words)
        return self.answer_to(question, request.now, words, round_)

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        if query.clubs:
            return self._of_clubs(query, at, words)
        seasons = self._with_tables(query, at)
        if not seasons:
            season = query.season or season_of(at)
            names = [words.competition(competition, season) for competition in query.competitions]
            scope = Scope((), query.competition, season, RoundKind.GROUP)
            return denied(words.no_table(words.one_of(names), season), scope, self.knowledge, at, words)
        if query.round and (answer := _one_group(query.round, seasons, words)):
            return answer
        note = f"ℹ️ {escape(words.group_letters_unknown)}" if query.round else ""
        tables = [standings_text(season, _tables(season), (), words) for season in seasons]
        text = paragraphs(*tables, note)
        if len(pages(text)) > MOST_PAGES:
            return ask_for_club(words.which_group, words.example(GROUP_EXAMPLE))
        return Answer(text)

    def _of_country(self, country: str, question: Question, now: datetime, words: Words) -> Answer:
        """Where the clubs of a country stand, with a button for the table of each."""
        query = Query((), question.competition, question.season, day=question.day, about=About.TABLE)
        tables = [
            (season, round_, standings)
            for season in self._with_tables(query, end_of_night(query.day, now))
            for round_ in _tables(season)
            if (
                standings := [each for each in season.table(round_).standings if each.club.country == country]
            )
        ]
        if not tables:
            season = query.season or season_of(now)
            text = words.no_table_of_club(first_upper(shortened(question.clubs)), season)
            scope = Scope((), question.competition, season, RoundKind.GROUP)
            return denied(text, scope, self.knowledge, now, words)
        buttons = [
            (words.club(each.club), replace(query, clubs=(each.club.id,), season=season.season))
            for season, _, standings in tables
            for each in standings
        ]
        each_row = (row(*buttons[first : first + 2]) for first in range(0, len(buttons), 2))
        return Answer(places_text(tables, words), rows(*each_row))

    def _of_clubs(self, query: Query, at: datetime, words: Words) -> Answer:
        clubs = self.clubs_of(query)
        for year, seasons in self.knowledge.seasons_of(clubs[0], at, query.competition, query.season):
            found = [
                (season, round_)
                for season in seasons
                for round_ in _tables(season, clubs[0])
                if query.round is None or round_ == query.round
            ]
            if found:
                season, round_ = max(found, key=lambda pair: pair[1].order)
                whole_way = Query(query.clubs[:1], season=year, day=query.day)
                buttons = rows(_way_back(query, words), row((words.button_whole_way(year), whole_way)))
                answer = Answer(standings_text(season, [round_], clubs, words), buttons)
                elsewhere = [club for club in clubs if season.table(round_).of(club) is None]
                return noted_left_out(answer, elsewhere, words)
        text = words.no_table_of_club(words.club(clubs[0]), query.season)
        scope = Scope(clubs[:1], query.competition, query.season, RoundKind.GROUP)
        return denied(text, scope, self.knowledge, at, words)

    def _with_tables(self, query: Query, at: datetime) -> list[SeasonAsOf]:
        """The seasons asked for that have a table; without a season this one, or else the one before."""
        current = season_of(at)
        for year in [query.season] if query.season else [current, Season(current.start_year - 1)]:
            seasons = self.seasons_held(query.competitions, year, at)
            if with_tables := [season for season in seasons if _tables(season)]:
                is_last = query.round is None or query.season or any(map(_has_letters, with_tables))
                return with_tables if is_last else self._with_letters(query, at) or with_tables
        return []

    def _with_letters(self, query: Query, at: datetime) -> list[SeasonAsOf]:
        """The last season in which the groups that are asked for had letters."""
        held = {season for cup, season in self.knowledge.results.seasons() if cup in query.competitions}
        for year in sorted((season for season in held if season <= season_of(at)), reverse=True):
            seasons = self.seasons_held(query.competitions, year, at)
            if with_letters := [season for season in seasons if _has_letters(season)]:
                return with_letters
        return []


def _way_back(query: Query, words: Words) -> Row:
    """The button back to the answer that this table was opened from: of a club, or of two that met."""
    if query.back is None:
        return ()
    met = len(query.clubs) > 1
    back = replace(
        query,
        about=About.RESULT,
        round=None,
        competition=query.competition if met else None,
        season=query.season if met else None,
        back=None if query.back is Back.RESULT else query.back,
    )
    return row((words.button_back_to_result, back))


def _tables(season: SeasonAsOf, club: Club | None = None) -> list[Round]:
    """The groups or the league phase, of one club perhaps; of two group phases the last one known."""
    matches = season.of(club) if club else season.matches
    rounds = {match.round for match in matches if match.round.kind.is_table}
    last = max((round_.order[0] for round_ in rounds), default=0)
    shown = rounds if club else {each for each in rounds if each.order[0] == last and _is_known(each, season)}
    return sorted(shown, key=lambda round_: (len(round_.label), round_.order))


def _has_letters(season: SeasonAsOf) -> bool:
    return any(map(has_letter, _tables(season)))


def _is_known(round_: Round, season: SeasonAsOf) -> bool:
    """Whether more than a few fixtures of a league phase are known."""
    return round_.kind is not RoundKind.LEAGUE or len(season.table(round_).standings) >= LEAGUE_CLUBS


def _one_group(group: Round, seasons: Sequence[SeasonAsOf], words: Words) -> Answer | None:
    """The group of that letter; None where no group's letter is known."""
    tables = [(season, round_) for season in seasons for round_ in _tables(season)]
    if found := [(season, round_) for season, round_ in tables if round_.label == group.label]:
        return Answer(paragraphs(*(standings_text(season, [round_], (), words) for season, round_ in found)))
    if not any(has_letter(round_) for _, round_ in tables) and tables[0][1].kind is not RoundKind.LEAGUE:
        return None
    first = seasons[0]
    name = words.competition(first.competition, first.season)
    return sentence(words.no_such_group(group.label, name, first.season))

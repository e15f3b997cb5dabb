"""`/stand`: the table of a club's group or league phase, or the tables of a competition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.database.chats.chats import Chats
from bot.football.model import Club, Round, RoundKind, Season
from bot.football.names.countries import country_named
from bot.football.names.finder import NoClub
from bot.football.questions.question import Question
from bot.football.season.as_of import latest_known_result
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.season.table_progress import progress
from bot.football.seasons import season_of
from bot.football.tables.advancing import LEAGUE_CLUBS
from bot.handlers.command import Names
from bot.handlers.denials import denied
from bot.handlers.followed import clubs_followed
from bot.handlers.query import About, Back, Query, Row, in_twos, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import Overview, end_of_night, noted_left_out
from bot.read_model.coverage import Scope
from bot.views.answer import Answer
from bot.views.finding import noted, sentence
from bot.views.places import places_text
from bot.views.short_names import headline_name
from bot.views.standings import has_letter, standings_text, too_few_text
from bot.words import Words, first_upper

_GROUP = re.compile(r"(?<!\w)(?:groep|group|poule|gruppe)\s+([a-z]|\d{1,2})(?!\w)", re.IGNORECASE)


@dataclass(slots=True)
class StandingsCommand(Overview):
    names = Names("stand", "table", ("standen", "tables"))
    button = About.TABLE
    example = "/stand Ajax"
    chats: Chats
    followed: frozenset[str] = frozenset()
    """The clubs of the chat that asks, by their ids."""
    in_group: bool = False
    """A group gets the rows around its clubs, and the whole table by a button."""

    def answer(self, request: Request, words: Words) -> Answer:
        group = _GROUP.search(request.text)
        question = self.understood(_GROUP.sub(" ", request.text), request.now, words)
        if isinstance(question, Answer):
            return question
        round_ = Round(RoundKind.GROUP, group[1].upper()) if group else None
        if isinstance(question.found, NoClub) and (country := country_named(question.clubs)):
            return self._of_country(country, question, request.now, words)
        return self._for(request).answer_to(question, request.now, words, round_)

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        return Overview.pressed(self._for(request), data, request, words)

    def _for(self, request: Request) -> StandingsCommand:
        """The command as the chat that asks wants it."""
        followed = clubs_followed(self.chats, request.chat, self.knowledge, request.now)
        return replace(self, followed=frozenset(followed), in_group=request.in_group)

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        if query.clubs:
            return self._of_clubs(query, at, words)
        seasons = self._with_tables(query, at)
        if not seasons:
            season = query.season or season_of(at)
            names = [words.competition(competition, season) for competition in query.competitions]
            scope = Scope((), query.competition, season, RoundKind.GROUP)
            return denied(words.no_table(words.one_of(names), season), scope, self.knowledge, at, words)
        letter = query.round.label if query.round else ""
        with_group = [season for season in seasons if letter in {"", *_labels(season)}]
        first = seasons[0]
        if not with_group and (any(map(_has_letters, seasons)) or not _has_groups(first)):
            name = words.competition(first.competition, first.season)
            return sentence(words.no_such_group(letter, name, first.season))
        # The competition in which most followed clubs play, else the first.
        shown = max(with_group or seasons, key=lambda season: len(self._followed_in(season)))
        rounds = [each for each in _tables(shown) if not with_group or letter in {"", each.label}]
        others = [
            (words.competition(cup, season.season), replace(query, competition=cup, season=season.season))
            for season in with_group or seasons
            if (cup := season.competition) != shown.competition
        ]
        # The whole table of a question without a competition keeps the others beside it.
        query = replace(query, season=shown.season)
        answer = self._table(shown, rounds, query, words)
        answer = replace(answer, buttons=rows(*answer.buttons, *in_twos(row(*others))))
        return answer if with_group else noted(answer, words.group_letters_unknown)

    def _table(self, season: SeasonAsOf, rounds: Sequence[Round], query: Query, words: Words) -> Answer:
        """The table, or what is known in its place; of a long one in a group the rows around its clubs."""
        marked = self.clubs_of(query) or self._followed_in(season)
        if not progress(season, rounds).makes_a_table:
            last = latest_known_result(season.matches, season.now)
            evening = Query((), season.competition, day=last, about=About.EVENING)
            button = row((words.weekday_and_day(last), evening)) if last else ()
            return Answer(too_few_text(season, rounds, marked, words), rows(button))
        whole = standings_text(season, rounds, marked, words)
        if query.back is Back.SHORT_TABLE:
            return Answer(whole, rows(row((words.button_short_table, replace(query, back=None)))))
        if not (self.in_group and marked):
            return Answer(whole)
        with_clubs = [each for each in rounds if any(season.table(each).of(club) for club in marked)]
        short = standings_text(season, with_clubs or rounds, marked, words, is_short=True)
        button = row((words.button_whole_table, replace(query, back=Back.SHORT_TABLE)))
        return Answer(short, rows(button if short != whole else ()))

    def _followed_in(self, season: SeasonAsOf) -> list[Club]:
        clubs = {club for match in season.matches for club in match.clubs if match.round.kind.is_table}
        return [club for club in clubs if club.id in self.followed]

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
            text = words.no_table_of_club(first_upper(words.country(country)), season)
            scope = Scope((), question.competition, season, RoundKind.GROUP)
            return denied(text, scope, self.knowledge, now, words)
        buttons = [
            (
                headline_name(words.club(each.club)),
                replace(query, clubs=(each.club.id,), season=season.season),
            )
            for season, _, standings in tables
            for each in standings
        ]
        return Answer(places_text(tables, words), in_twos(row(*buttons)))

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
                answer = self._table(season, [round_], query, words)
                ways = (_way_back(query, words), row((words.button_whole_way(year), whole_way)))
                answer = replace(answer, buttons=rows(*answer.buttons, *ways))
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
    if query.back in {None, Back.SHORT_TABLE}:
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


def _labels(season: SeasonAsOf) -> set[str]:
    return {round_.label for round_ in _tables(season)}


def _has_groups(season: SeasonAsOf) -> bool:
    return _tables(season)[0].kind is not RoundKind.LEAGUE

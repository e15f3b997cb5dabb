"""`/uitslag`: how a club stands, its season, or the last meeting of two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.database.chats.chats import Chats
from bot.football.model import AMSTERDAM, Club, Competition, Match, Round, Season
from bot.football.names.finder import OneClub
from bot.football.questions.question import Question
from bot.football.season.as_of import match_at
from bot.football.season.club_status import AllAhead, InTable, InTie, in_table, in_tie, moment_of
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.handlers.command import Names
from bot.handlers.evening import EveningCommand
from bot.handlers.query import About, Query, row, rows
from bot.handlers.request import Request
from bot.handlers.resolve import Overview
from bot.handlers.result_buttons import (
    share,
    under_fixture,
    under_leg,
    under_meeting,
    under_table,
    under_tie,
    under_way,
)
from bot.read_model.seasons import minute_of
from bot.views.answer import Answer, paragraphs
from bot.views.finding import EXAMPLE, ask_for_club, noted, sentence
from bot.views.meeting import earlier_meetings_text, meeting_text
from bot.views.table import all_ahead_text, table_text
from bot.views.tie import leg_text, tie_text
from bot.views.way import ties_in_order, way_text
from bot.words import Words

MOST_ANSWERS = 1024
MOST_SEASONS = 3
EVERYBODY_PLAYS = (10, 1)
"""Month and day: by then every club that plays in Europe this season has played."""


@dataclass(slots=True)
class ResultCommand(Overview):
    names = Names("uitslag", "result", ("uitslagen", "results"))
    button = About.RESULT
    example = EXAMPLE
    chats: Chats
    evening: EveningCommand
    _answers: dict[tuple[Query | str, datetime, str, int], Answer] = field(default_factory=dict)
    """The answers of this minute: on a match night everybody asks about the same clubs."""

    def answer(self, request: Request, words: Words) -> Answer:
        if not request.text and request.chat is not None:
            return self._without_club(request.chat, request, words)
        self.knowledge.refresh()
        return self._remembered(
            request.text, request.now, words, lambda: Overview.answer(self, request, words)
        )

    def _without_club(self, chat: int, request: Request, words: Words) -> Answer:
        """The one club that the chat follows; else tonight, and how to ask for a club."""
        followed = self.chats.followed_by(chat)
        if len(followed) == 1:
            status = self.pressed(Query(followed).data or "", request, words)
            if status:
                return status
        tonight = self.evening.answer(request, words)
        return noted(tonight, f"{words.ask_for_club} {words.example(EXAMPLE)}")

    def answer_to(
        self, question: Question, now: datetime, words: Words, round_: Round | None = None
    ) -> Answer:
        match question.found:
            case OneClub(club, remark):
                answer = Overview.answer_to(self, question, now, words, round_)
                return noted(answer, words.first_men_team(words.club(club)) if remark else "")
            case _:
                # Only of one club it is clear what the other season would be about.
                return Overview.answer_to(self, replace(question, other_season=None), now, words, round_)

    def about(self, query: Query, at: datetime, words: Words) -> Answer:
        return self._remembered(query, at, words, lambda: self._about(query, at, words))

    def _remembered(
        self, question: Query | str, at: datetime, words: Words, answer: Callable[[], Answer]
    ) -> Answer:
        """The answer to a question, or to the words in which it is put."""
        key = (question, minute_of(at), words.code, self.knowledge.results.version)
        found = self._answers.get(key)
        if found is None:
            if len(self._answers) >= MOST_ANSWERS:
                self._answers.clear()
            found = self._answers[key] = answer()
        return found

    def _about(self, query: Query, at: datetime, words: Words) -> Answer:
        match self.clubs_of(query):
            case []:
                return ask_for_club(words.ask_for_club, words.example(EXAMPLE))
            case [club, other]:
                return self._meeting(club, other, query, at, words)
            case [club, *_]:
                pass
        if query.season is None:
            return self._status(club, query, at, words)
        if query.round and query.competition:
            return self._tie(club, query.season, query, at, words)
        return self._way(club, query.season, query, at, words)

    def _status(self, club: Club, query: Query, now: datetime, words: Words) -> Answer:
        latest = self.knowledge.latest(club, now, query.competition)
        if latest is None:
            return sentence(self._takes_part(club, now, words) or self._nothing(club, query, now, words))
        season, status = latest
        before = self._before(club, season)
        sharing = share([club], query, None, words)
        match status:
            case InTie():
                answer = Answer(tie_text(status, words), under_tie(status, query, before, words))
            case InTable():
                answer = Answer(table_text(status, words), under_table(status, query, before, words))
            case AllAhead():
                buttons = under_fixture(club, season, query, before, words)
                answer = Answer(all_ahead_text(status, words), buttons)
        return noted(replace(answer, share=sharing), self._later_seasons(club, season, now, words))

    def _later_seasons(self, club: Club, last: Season, now: datetime, words: Words) -> str:
        """What there is to say when a club's last season here is not the present one."""
        current = season_of(now)
        if last == current:
            return ""
        if takes_part := self._takes_part(club, now, words):
            return takes_part
        if missing := self._missing(current, words):
            return missing
        # In the summer nobody plays yet, and last season is simply the last one.
        begun = now.astimezone(AMSTERDAM).date() >= date(current.start_year, *EVERYBODY_PLAYS)
        return words.latest_season_here if begun or last.start_year < current.start_year - 1 else ""

    def _missing(self, season: Season, words: Words) -> str:
        names = [words.competition(cup, season) for cup in self.knowledge.missing_of(season)]
        return words.seasons_missing(season, names) if names else ""

    def _tie(self, club: Club, year: Season, query: Query, at: datetime, words: Words) -> Answer:
        seasons = self._season(club, year, at)
        for season, tie in ties_in_order(club, seasons):
            if tie.round == query.round and season.competition == query.competition:
                status = in_tie(club, season, tie, seasons)
                sharing = share([club, tie.opponent_of(club)], query, year, words)
                if query.leg:
                    return Answer(leg_text(status, query.leg, words), under_leg(query, words), share=sharing)
                buttons = under_tie(status, query, self._before(club, year), words)
                return Answer(tie_text(status, words), buttons, share=sharing)
        return sentence(words.not_in_season(words.club(club), year))

    def _way(self, club: Club, season: Season, query: Query, now: datetime, words: Words) -> Answer:
        seasons = self._season(club, season, now, query.competition)
        if not seasons:
            return self._not_in_season(club, season, query, now, words)
        around = self._before(club, season), self._after(club, season, now)
        buttons = under_way(club, ties_in_order(club, seasons), query, around, words)
        sharing = share([club], query, season, words)
        return Answer(way_text(club, season, seasons, words), buttons, share=sharing)

    def _not_in_season(self, club: Club, season: Season, query: Query, now: datetime, words: Words) -> Answer:
        """Why there is nothing: another competition, a season that isn't here, or a club that didn't play."""
        name = words.club(club)
        elsewhere = self._season(club, season, now) if query.competition else []
        if query.competition and elsewhere:
            cup = words.competition(query.competition, season)
            other = words.competition(elsewhere[0].competition, season)
            is_known = self.knowledge.results.has_season(query.competition, season)
            answer = sentence(
                words.not_in_competition_then(name, cup, season)
                if is_known
                else words.seasons_missing(season, [cup])
            )
            return replace(answer, buttons=rows(row((other, replace(query, competition=None)))))
        missing = self._missing(season, words) if season <= season_of(now) else ""
        return noted(sentence(words.not_in_season(name, season)), missing)

    def _meeting(self, club: Club, other: Club, query: Query, now: datetime, words: Words) -> Answer:
        """Their last meeting, or that of a season; after the last one what was before it, in short."""
        for year, seasons in self.knowledge.seasons_together(club, other, now, query.competition):
            if query.season not in {None, year}:
                continue
            met = [(match, season) for season in seasons for match in season.of(club) if other in match.clubs]
            if not met:
                continue
            match, season = max(met, key=lambda pair: moment_of(pair[0]))
            sharing = share([club, other], query, query.season, words)
            if tie := season.tie_with(match):
                status = in_tie(club, season, tie, seasons)
                text = tie_text(status, words)
                buttons = under_tie(status, query, self._before(club, year), words)
            else:
                matches = [each for each, where in met if where is season and each.round == match.round]
                places = [place for each in (club, other) if (place := in_table(each, season, match.round))]
                text = meeting_text(season, matches, places, words)
                buttons = under_meeting(club, season, match.round, query, words)
            before = [] if query.season else self._met_before(match, query, now)
            earlier = earlier_meetings_text(before, now, words)
            return Answer(paragraphs(text, earlier), buttons, share=sharing)
        names = words.club(club), words.club(other)
        if query.season and (around := self._seasons_of_meetings(club, other, query.season, query, now)):
            buttons = rows(
                *(row((words.button_season(year), replace(query, season=year))) for year in around)
            )
            return replace(sentence(words.not_met_in(*names, query.season)), buttons=buttons)
        return sentence(words.never_met(*names))

    def _met_before(self, latest: Match, query: Query, now: datetime) -> list[Match]:
        """The matches of two clubs in other rounds than that of their latest one, as known by now."""
        return [
            match_at(match, now)
            for match in self.knowledge.results.matches_together(*latest.clubs)
            if query.competition in {None, match.competition}
            and (match.season, match.competition, match.round)
            != (latest.season, latest.competition, latest.round)
            and match_at(match, now).has_result
        ]

    def _seasons_of_meetings(
        self, club: Club, other: Club, around: Season, query: Query, now: datetime
    ) -> list[Season]:
        """The seasons in which two clubs met, those around the one asked about first."""
        met = [
            year
            for year, seasons in self.knowledge.seasons_together(club, other, now, query.competition)
            if any(other in match.clubs for season in seasons for match in season.of(club))
        ]
        return sorted(met, key=lambda year: abs(year.start_year - around.start_year))[:MOST_SEASONS]

    def _season(
        self, club: Club, year: Season, now: datetime, competition: Competition | None = None
    ) -> list[SeasonAsOf]:
        """The club's competitions of a season, in the order in which it began them."""
        seasons = [
            self.knowledge.season(cup, year, now)
            for cup, played in self.knowledge.results.seasons_of(club)
            if played == year and competition in {None, cup}
        ]
        return sorted(
            (season for season in seasons if season.of(club)),
            key=lambda season: min(moment_of(match) for match in season.of(club)),
        )

    def _before(self, club: Club, season: Season) -> Season | None:
        """The club's last season in Europe before this one."""
        before = [year for _, year in self.knowledge.results.seasons_of(club) if year < season]
        return max(before, default=None)

    def _after(self, club: Club, season: Season, now: datetime) -> Season | None:
        """The club's next season in Europe, as far as a match of it is to be found by now."""
        later = sorted({year for _, year in self.knowledge.results.seasons_of(club) if year > season})
        return next((year for year in later[:1] if self._season(club, year, now)), None)

    def _takes_part(self, club: Club, now: datetime, words: Words) -> str:
        competition = self.knowledge.takes_part_in(club, now)
        if competition is None:
            return ""
        return words.takes_part(words.club(club), words.competition(competition, season_of(now)))

    def _nothing(self, club: Club, query: Query, now: datetime, words: Words) -> str:
        name = words.club(club)
        if query.competition:
            return words.not_in_competition(name, words.competition(query.competition, season_of(now)))
        if self.knowledge.results.seasons_of(club):
            return words.nothing_known_then(name, now.astimezone(AMSTERDAM).date())
        return words.not_here(name)

"""`/uitslag`: how a club stands, its season, or the last meeting of two."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain

from bot.football.model import AMSTERDAM, Club, Competition, Season
from bot.football.names.finder import ClubChoice, NoClub, OneClub, TwoClubs
from bot.football.questions.question import Question
from bot.football.season.club_status import AllAhead, InTable, InTie, in_table, in_tie, moment_of
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.seasons import season_of
from bot.handlers.finder import Finder
from bot.handlers.query import About, Query
from bot.handlers.questions import asked_by_button, moment_meant, understood
from bot.handlers.request import Request
from bot.handlers.result_buttons import (
    under_fixture,
    under_leg,
    under_meeting,
    under_table,
    under_tie,
    under_way,
)
from bot.handlers.sharing import share
from bot.read_model.seasons import ResultsAsOf, minute_of
from bot.views.answer import Answer, Button
from bot.views.finding import EXAMPLE, ask_for_club, no_club, noted, sentence, which_club
from bot.views.meeting import meeting_text
from bot.views.table import all_ahead_text, table_text
from bot.views.tie import leg_text, tie_text
from bot.views.way import ties_in_order, way_text
from bot.words import Words

MOST_ANSWERS = 1024
MOST_SEASONS = 3
EVERYBODY_PLAYS = (10, 1)
"""Month and day: by then every club that plays in Europe this season has played."""


@dataclass(frozen=True, slots=True)
class ResultCommand:
    """Answers `/uitslag`, in whatever way it was asked."""

    finder: Finder
    knowledge: ResultsAsOf
    _answers: dict[tuple[Query, datetime, str, int], Answer] = field(default_factory=dict)
    """The answers of this minute: on a match night everybody asks about the same clubs."""

    def answer(self, asked: Request, words: Words) -> Answer:
        """The answer to what somebody typed behind the command."""
        text, now = asked.text, asked.now
        self.knowledge.refresh()
        if not text.strip():
            return ask_for_club(words.ask_for_club, words.example(EXAMPLE))
        question = understood(text, now, self.finder, words)
        return question if isinstance(question, Answer) else self._found(question, now, words)

    def _found(self, question: Question, now: datetime, words: Words) -> Answer:
        ask = Query((), question.competition, question.season, None, question.day)
        match question.found:
            case OneClub(club, remark):
                answer = self.about(replace(ask, clubs=(club.id,)), now, words)
                if question.other_season:
                    other = replace(ask, clubs=(club.id,), season=question.other_season)
                    answer = _with_button(answer, other, words)
                return noted(answer, words.first_men_team(words.club(club)) if remark else "")
            case TwoClubs(first, second):
                return self.about(replace(ask, clubs=(first.id, second.id)), now, words)
            case ClubChoice(clubs):
                choices = [(club, replace(ask, clubs=(club.id,)).data) for club in clubs]
                return which_club([(club, data) for club, data in choices if data], words)
            case NoClub(known_elsewhere):
                return (
                    no_club(question.clubs, known_elsewhere, words)
                    if question.clubs
                    else ask_for_club(words.ask_for_club, words.example(EXAMPLE))
                )

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        self.knowledge.refresh()
        ask = asked_by_button(data, About.RESULT, self.knowledge)
        return self.about(ask, asked.now, words) if ask and ask.clubs else None

    def about(self, ask: Query, now: datetime, words: Words) -> Answer:
        """The answer to a question in which every name is known."""
        key = (ask, minute_of(now), words.code, self.knowledge.results.version)
        if key not in self._answers:
            if len(self._answers) >= MOST_ANSWERS:
                self._answers.clear()
            self._answers[key] = self._about(ask, now, words)
        return self._answers[key]

    def _about(self, ask: Query, now: datetime, words: Words) -> Answer:
        at = moment_meant(ask, now)
        known = self.knowledge.results.clubs()
        clubs = [known[club] for club in ask.clubs]
        if len(clubs) == 2:
            return self._meeting(clubs[0], clubs[1], ask, at, words)
        if ask.round and ask.season and ask.competition:
            return self._tie(clubs[0], ask, at, words)
        if ask.season:
            return self._way(clubs[0], ask.season, ask, at, words)
        return self._status(clubs[0], ask, at, words)

    def _status(self, club: Club, ask: Query, now: datetime, words: Words) -> Answer:
        found = self.knowledge.latest(club, now, ask.competition)
        if found is None:
            return sentence(self._takes_part(club, now, words) or self._nothing(club, ask, now, words))
        season, status = found
        before = self._before(club, season)
        sharing = share([club], ask, None, words)
        match status:
            case InTie():
                answer = Answer(tie_text(status, words), under_tie(status, ask, before, words))
            case InTable():
                answer = Answer(table_text(status, words), under_table(status, ask, before, words))
            case AllAhead():
                buttons = under_fixture(club, season, ask, before, words)
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
        names = [words.competition(one, season) for one in self.knowledge.missing_of(season)]
        return words.seasons_missing(season, names) if names else ""

    def _tie(self, club: Club, ask: Query, now: datetime, words: Words) -> Answer:
        assert ask.season and ask.competition  # noqa: S101, PT018 - `about` looked
        seasons = self._season(club, ask.season, now)
        for known, tie in ties_in_order(club, seasons):
            if tie.round == ask.round and known.competition == ask.competition:
                status = in_tie(club, known, tie, seasons)
                sharing = share([club, tie.opponent_of(club)], ask, ask.season, words)
                if ask.leg:
                    return Answer(leg_text(status, ask.leg, words), under_leg(ask, words), share=sharing)
                buttons = under_tie(status, ask, self._before(club, ask.season), words)
                return Answer(tie_text(status, words), buttons, share=sharing)
        return sentence(words.not_in_season(words.club(club), ask.season))

    def _way(self, club: Club, season: Season, ask: Query, now: datetime, words: Words) -> Answer:
        seasons = self._season(club, season, now, ask.competition)
        if not seasons:
            return self._not_in_season(club, season, ask, now, words)
        around = self._before(club, season), self._after(club, season, now)
        rows = under_way(club, ties_in_order(club, seasons), ask, around, words)
        return Answer(way_text(club, season, seasons, words), rows, share=share([club], ask, season, words))

    def _not_in_season(self, club: Club, season: Season, ask: Query, now: datetime, words: Words) -> Answer:
        """Why there is nothing: another competition, a season that isn't here, or a club that didn't play."""
        name = words.club(club)
        elsewhere = self._season(club, season, now) if ask.competition else []
        if ask.competition and elsewhere:
            cup = words.competition(ask.competition, season)
            other = words.competition(elsewhere[0].competition, season)
            told = sentence(words.not_in_competition_then(name, cup, season))
            return replace(told, buttons=_buttons(replace(ask, competition=None), other))
        missing = self._missing(season, words) if season <= season_of(now) else ""
        return noted(sentence(words.not_in_season(name, season)), missing)

    def _meeting(self, one: Club, other: Club, ask: Query, now: datetime, words: Words) -> Answer:
        for season, seasons in self.knowledge.seasons_together(one, other, now, ask.competition):
            if ask.season not in {None, season}:
                continue
            met = [(match, known) for known in seasons for match in known.of(one) if other in match.clubs]
            if not met:
                continue
            match, known = max(met, key=lambda pair: moment_of(pair[0]))
            sharing = share([one, other], ask, ask.season, words)
            tie = known.tie_with(match)
            if tie:
                status = in_tie(one, known, tie, seasons)
                buttons = under_tie(status, ask, self._before(one, season), words)
                return Answer(tie_text(status, words), buttons, share=sharing)
            matches = [each for each, where in met if where is known and each.round == match.round]
            places = [place for club in (one, other) if (place := in_table(club, known, match.round))]
            buttons = under_meeting(one, known, match.round, ask, words)
            return Answer(meeting_text(known, matches, places, words), buttons, share=sharing)
        names = words.club(one), words.club(other)
        if ask.season and (around := self._seasons_of_meetings(one, other, ask, now)):
            rows = [_buttons(replace(ask, season=season), words.button_season(season)) for season in around]
            return replace(sentence(words.not_met_in(*names, ask.season)), buttons=tuple(chain(*rows)))
        return sentence(words.never_met(*names))

    def _seasons_of_meetings(self, one: Club, other: Club, ask: Query, now: datetime) -> list[Season]:
        """The seasons in which two clubs met, those around the one asked about first."""
        met = [
            season
            for season, seasons in self.knowledge.seasons_together(one, other, now, ask.competition)
            if any(other in match.clubs for known in seasons for match in known.of(one))
        ]
        asked = ask.season.start_year if ask.season else 0
        return sorted(met, key=lambda season: abs(season.start_year - asked))[:MOST_SEASONS]

    def _season(
        self, club: Club, season: Season, now: datetime, competition: Competition | None = None
    ) -> list[SeasonAsOf]:
        """The club's competitions of a season, in the order in which it began them."""
        found = [
            self.knowledge.season(played, season, now)
            for played, year in self.knowledge.results.seasons_of(club)
            if year == season and competition in {None, played}
        ]
        return sorted(
            (known for known in found if known.of(club)),
            key=lambda known: min(moment_of(match) for match in known.of(club)),
        )

    def _before(self, club: Club, season: Season) -> Season | None:
        """The club's last season in Europe before this one."""
        before = [year for _, year in self.knowledge.results.seasons_of(club) if year < season]
        return max(before, default=None)

    def _after(self, club: Club, season: Season, now: datetime) -> Season | None:
        """The club's next season in Europe, as far as a match of it is known by now."""
        later = sorted({year for _, year in self.knowledge.results.seasons_of(club) if year > season})
        return next((year for year in later[:1] if self._season(club, year, now)), None)

    def _takes_part(self, club: Club, now: datetime, words: Words) -> str:
        competition = self.knowledge.takes_part_in(club, now)
        if competition is None:
            return ""
        return words.takes_part(words.club(club), words.competition(competition, season_of(now)))

    def _nothing(self, club: Club, ask: Query, now: datetime, words: Words) -> str:
        name = words.club(club)
        if ask.competition:
            return words.not_in_competition(name, words.competition(ask.competition, season_of(now)))
        if self.knowledge.results.seasons_of(club):
            return words.nothing_known_then(name, now.astimezone(AMSTERDAM).date())
        return words.not_here(name)


def _buttons(ask: Query, label: str) -> tuple[tuple[Button, ...], ...]:
    return ((Button(label, ask.data),),) if ask.data else ()


def _with_button(answer: Answer, ask: Query, words: Words) -> Answer:
    assert ask.season  # noqa: S101 - the other season is why there is a button
    label = words.button_season(ask.season)
    if any(button.text == label for row in answer.buttons for button in row):
        return answer
    return replace(answer, buttons=(*answer.buttons, *_buttons(ask, label)))

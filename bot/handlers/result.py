"""`/uitslag`: how a club stands, its season, or the last meeting of two."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from bot.football.club_names import ClubChoice, NoClub, OneClub, TwoClubs
from bot.football.club_status import AllAhead, InTable, InTie, in_table, in_tie, moment_of
from bot.football.model import AMSTERDAM
from bot.football.question import parse_question
from bot.handlers.ask import Ask
from bot.handlers.knowledge import minute_of, season_of
from bot.views.answer import Answer, Button, escape, paragraphs
from bot.views.finding import ask_for_club, no_club, sentence, too_long, which_club
from bot.views.meeting import meeting_text
from bot.views.table import all_ahead_text, table_text
from bot.views.tie import tie_text
from bot.views.way import ties_in_order, way_text

if TYPE_CHECKING:
    from bot.football.club_names import ClubFinder
    from bot.football.known import KnownSeason
    from bot.football.model import Club, Competition, Season
    from bot.football.question import Question
    from bot.handlers.asked import Asked
    from bot.handlers.knowledge import Knowledge
    from bot.words import Words

LONGEST_QUESTION = 256
MOST_ANSWERS = 1024
NIGHT_IS_OVER = time(23, 59)


@dataclass(frozen=True, slots=True)
class ResultCommand:
    """Answers `/uitslag`, in whatever way it was asked."""

    finder: ClubFinder
    knowledge: Knowledge
    _answers: dict[tuple[Ask, datetime, str], Answer] = field(default_factory=dict)
    """The answers of this minute: on a match night everybody asks about the same clubs."""

    def answer(self, asked: Asked, words: Words) -> Answer:
        """The answer to what somebody typed behind the command."""
        text, now = asked.text, asked.now
        self._refresh()
        if not text.strip():
            return ask_for_club(words)
        if len(text) > LONGEST_QUESTION:
            return too_long(words)
        question = parse_question(text, now=now, find=self.finder.find)
        if question.invalid_day:
            return sentence(words.no_such_day(question.invalid_day))
        if question.invalid_season:
            return sentence(words.no_such_season(question.invalid_season))
        return self._found(question, now, words)

    def _found(self, question: Question, now: datetime, words: Words) -> Answer:
        ask = Ask((), question.competition, question.season, None, question.day)
        match question.found:
            case OneClub(club, remark):
                answer = self.about(replace(ask, clubs=(club.id,)), now, words)
                if question.other_season:
                    other = replace(ask, clubs=(club.id,), season=question.other_season)
                    answer = _with_button(answer, other, words)
                return _remarked(answer, words.first_men_team(words.club(club))) if remark else answer
            case TwoClubs(first, second):
                return self.about(replace(ask, clubs=(first.id, second.id)), now, words)
            case ClubChoice(clubs):
                choices = [(club, replace(ask, clubs=(club.id,)).data) for club in clubs]
                return which_club([(club, data) for club, data in choices if data], words)
            case NoClub(known_elsewhere):
                return (
                    no_club(question.clubs, known_elsewhere, words) if question.clubs else ask_for_club(words)
                )

    def pressed(self, data: str, now: datetime, words: Words) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        self._refresh()
        ask = Ask.from_data(data)
        known = self.knowledge.results.clubs()
        if ask is None or not 1 <= len(ask.clubs) <= 2 or not all(club in known for club in ask.clubs):
            return None
        return self.about(ask, now, words)

    def about(self, ask: Ask, now: datetime, words: Words) -> Answer:
        """The answer to a question in which every name is known."""
        key = (ask, minute_of(now), words.code)
        if key not in self._answers:
            if len(self._answers) >= MOST_ANSWERS:
                self._answers.clear()
            self._answers[key] = self._about(ask, now, words)
        return self._answers[key]

    def _refresh(self) -> None:
        if self.knowledge.refresh():
            self._answers.clear()

    def _about(self, ask: Ask, now: datetime, words: Words) -> Answer:
        at = _moment_asked(ask, now)
        known = self.knowledge.results.clubs()
        clubs = [known[club] for club in ask.clubs]
        if len(clubs) == 2:
            return self._meeting(clubs[0], clubs[1], ask, at, words)
        if ask.round and ask.season and ask.competition:
            return self._tie(clubs[0], ask, at, words)
        if ask.season:
            return self._way(clubs[0], ask.season, ask, at, words)
        return self._status(clubs[0], ask, at, words)

    def _status(self, club: Club, ask: Ask, now: datetime, words: Words) -> Answer:
        found = self.knowledge.latest(club, now, ask.competition)
        if found is None:
            return sentence(self._takes_part(club, now, words) or self._nothing(club, ask, now, words))
        season, status = found
        note = ""
        if season != season_of(now):
            note = self._takes_part(club, now, words) or words.latest_season_here()
        buttons = _buttons(Ask((club.id,), season=season, day=ask.day), words.button_whole_way(season))
        return Answer(paragraphs(_text(status, words), f"ℹ️ {escape(note)}" if note else ""), buttons)

    def _tie(self, club: Club, ask: Ask, now: datetime, words: Words) -> Answer:
        assert ask.season and ask.competition  # noqa: S101, PT018 - `about` looked
        seasons = self._season(club, ask.season, now)
        for known, tie in ties_in_order(club, seasons):
            if tie.round == ask.round and known.competition == ask.competition:
                text = tie_text(in_tie(club, known, tie, seasons), words)
                return Answer(
                    text,
                    _buttons(replace(ask, competition=None, round=None), words.button_whole_way(ask.season)),
                )
        return sentence(words.not_in_season(words.club(club), ask.season))

    def _way(self, club: Club, season: Season, ask: Ask, now: datetime, words: Words) -> Answer:
        seasons = self._season(club, season, now, ask.competition)
        if not any(known.of(club) for known in seasons):
            return sentence(words.not_in_season(words.club(club), season))
        rows = []
        for known, tie in ties_in_order(club, seasons):
            data = Ask((club.id,), known.competition, season, tie.round, ask.day).data
            if data:
                label = words.button_tie(tie.round, words.club(tie.opponent_of(club)))
                rows.append((Button(label, data),))
        return Answer(way_text(club, season, seasons, words), tuple(rows))

    def _meeting(self, one: Club, other: Club, ask: Ask, now: datetime, words: Words) -> Answer:
        for season, seasons in self.knowledge.seasons_of(one, now, ask.competition):
            if ask.season not in {None, season}:
                continue
            met = [(match, known) for known in seasons for match in known.of(one) if other in match.clubs]
            if not met:
                continue
            match, known = max(met, key=lambda pair: moment_of(pair[0]))
            buttons = _buttons(Ask((one.id,), season=season, day=ask.day), words.button_whole_way(season))
            tie = known.tie_with(match)
            if tie:
                return Answer(tie_text(in_tie(one, known, tie, seasons), words), buttons)
            matches = [each for each, where in met if where is known and each.round == match.round]
            places = [status for club in (one, other) if (status := in_table(club, known, match.round))]
            return Answer(meeting_text(known, matches, places, words), buttons)
        return sentence(words.never_met(words.club(one), words.club(other)))

    def _season(
        self, club: Club, season: Season, now: datetime, competition: Competition | None = None
    ) -> list[KnownSeason]:
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

    def _takes_part(self, club: Club, now: datetime, words: Words) -> str:
        competition = self.knowledge.takes_part_in(club, now)
        if competition is None:
            return ""
        return words.takes_part(words.club(club), words.competition(competition, season_of(now)))

    def _nothing(self, club: Club, ask: Ask, now: datetime, words: Words) -> str:
        name = words.club(club)
        if ask.competition:
            return words.not_in_competition(name, words.competition(ask.competition, season_of(now)))
        if ask.day:
            return words.nothing_known_then(name, ask.day)
        return words.not_here(name)


def _text(status: InTie | InTable | AllAhead, words: Words) -> str:
    match status:
        case InTie():
            return tie_text(status, words)
        case InTable():
            return table_text(status, words)
        case AllAhead():
            return all_ahead_text(status, words)


def _moment_asked(ask: Ask, now: datetime) -> datetime:
    """The end of the night asked about, which can't be later than now."""
    if ask.day is None:
        return now
    return min(now, datetime.combine(ask.day, NIGHT_IS_OVER, AMSTERDAM))


def _buttons(ask: Ask, label: str) -> tuple[tuple[Button, ...], ...]:
    return ((Button(label, ask.data),),) if ask.data else ()


def _with_button(answer: Answer, ask: Ask, words: Words) -> Answer:
    assert ask.season  # noqa: S101 - the other season is why there is a button
    return replace(answer, buttons=(*answer.buttons, *_buttons(ask, words.button_season(ask.season))))


def _remarked(answer: Answer, remark: str) -> Answer:
    return replace(answer, html=paragraphs(answer.html, f"ℹ️ {escape(remark)}"))

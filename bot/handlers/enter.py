"""`/invoer`: for the bot's owners alone, a result or a goal typed in one line; shown, saved, undone."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.entries import Entries, Entry, State
from bot.database.results.matches import StoredMatch
from bot.football.model import Club, Season
from bot.football.names.finder import ClubFinder, TwoClubs
from bot.football.questions.entered import NoNextGoal, NotReadable, Typed, entered, nearest, read_entry
from bot.football.seasons import season_of
from bot.handlers.command import Changes, Command, Names
from bot.handlers.request import Request
from bot.handlers.resolve import LONGEST_QUESTION
from bot.handlers.watching import Watching
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.entered import (
    entry_dropped,
    entry_saved,
    entry_shown,
    entry_undone,
    how_to_enter,
    no_next_goal,
    not_understood,
)
from bot.views.finding import sentence, too_long
from bot.words import Words

ENTER = "e"
"""The first part of the data of its buttons; then what to do, and the number of the entry."""


@dataclass(frozen=True, slots=True)
class EnterCommand(Command):
    names = Names("invoer", "enter")
    button = ENTER
    changes = Changes.RESULTS
    finder: ClubFinder
    knowledge: ResultsAsOf
    entries: Entries
    watching: Watching

    def answer(self, request: Request, words: Words) -> Answer:
        if request.user not in self.watching.owners:
            return sentence(words.only_for_owners)
        if request.in_group or request.chat is None:
            return sentence(words.only_in_private)
        if not request.text.strip():
            return how_to_enter(words)
        if len(request.text) > LONGEST_QUESTION:
            return too_long(words)
        self.knowledge.refresh()
        typed = read_entry(request.text)
        if isinstance(typed, NotReadable):
            return not_understood(typed.rest, words)
        return self._shown(typed, request.user or 0, request, words)

    def _shown(self, typed: Typed, owner: int, request: Request, words: Words) -> Answer:
        found = self.finder.find(typed.clubs)
        if not isinstance(found, TwoClubs):
            return not_understood(typed.clubs, words)
        stored = self._stored(found.first, found.second, request)
        if stored is None:
            return sentence(words.no_match_to_enter(words.club(found.first), words.club(found.second)))
        match = entered(typed, stored.match)
        if isinstance(match, NoNextGoal):
            return no_next_goal(match.before, words)
        number = self.entries.add(owner, match, stored.match, stored.authority, request.now)
        buttons = (_data("save", number), _data("drop", number))
        return entry_shown(match, stored.match, buttons, request.now, words)

    def _stored(self, home: Club, away: Club, request: Request) -> StoredMatch | None:
        """The match of these clubs that was played last, or is on; of this season or the one before."""
        seasons = {season_of(request.now), Season(season_of(request.now).start_year - 1)}
        results = self.knowledge.results
        matches = [
            stored
            for competition, season in results.seasons_of(home)
            if season in seasons
            for stored in results.stored_matches(competition, season)
            if (stored.match.home, stored.match.away) == (home, away)
        ]
        last = nearest((stored.match for stored in matches), request.now)
        return next((stored for stored in matches if stored.match is last), None)

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        """Save, drop or undo an entry; None for those who may not, and for what was done before."""
        match data.split("|"):
            case [_, what, number] if number.isascii() and number.isdigit() and len(number) < 10:
                entry = self.entries.entry(int(number), self.knowledge.results.clubs())
            case _:
                return None
        if entry is None or request.user not in self.watching.owners or request.in_group:
            return None
        return self._done(what, entry, request, words)

    def _done(self, what: str, entry: Entry, request: Request, words: Words) -> Answer | None:
        now = request.now
        match what:
            case "save" if self.entries.mark(entry.id, State.SHOWN, State.SAVED, now):
                self.watching.entered(entry)
                return entry_saved(entry.entered, _data("undo", entry.id), now, words)
            case "drop" if self.entries.mark(entry.id, State.SHOWN, State.DROPPED, now):
                return entry_dropped(words)
            case "undo" if self.entries.mark(entry.id, State.SAVED, State.UNDONE, now):
                self.watching.undone(entry)
                return entry_undone(entry.before, now, words)
            case _:
                return None


def _data(what: str, number: int) -> str:
    return f"{ENTER}|{what}|{number}"

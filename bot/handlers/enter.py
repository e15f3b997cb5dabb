"""`/invoer`: for the bot's owners alone, a result or a goal typed in one line; shown, saved, undone."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.entries import Entries, Entry, State
from bot.database.results.results import StoredMatch
from bot.football.model import Club, Season
from bot.football.names.finder import TwoClubs
from bot.football.questions.entered import NoNextGoal, NotReadable, Typed, entered, nearest, read_entry
from bot.football.seasons import season_of
from bot.handlers.finder import Finder
from bot.handlers.questions import LONGEST_QUESTION
from bot.handlers.request import Request
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
class EnterCommand:
    finder: Finder
    knowledge: ResultsAsOf
    entries: Entries
    watching: Watching

    def answer(self, asked: Request, words: Words) -> Answer:
        if asked.user not in self.watching.owners:
            return sentence(words.only_for_owners)
        if asked.in_group or asked.chat is None:
            return sentence(words.only_in_private)
        if not asked.text.strip():
            return how_to_enter(words)
        if len(asked.text) > LONGEST_QUESTION:
            return too_long(words)
        self.knowledge.refresh()
        typed = read_entry(asked.text)
        if isinstance(typed, NotReadable):
            return not_understood(typed.rest, words)
        return self._shown(typed, asked.user or 0, asked, words)

    def _shown(self, typed: Typed, owner: int, asked: Request, words: Words) -> Answer:
        found = self.finder.find(typed.clubs)
        if not isinstance(found, TwoClubs):
            return not_understood(typed.clubs, words)
        stored = self._stored(found.first, found.second, asked)
        if stored is None:
            return sentence(words.no_match_to_enter(words.club(found.first), words.club(found.second)))
        match = entered(typed, stored.match)
        if isinstance(match, NoNextGoal):
            return no_next_goal(match.before, words)
        number = self.entries.add(owner, match, stored.match, stored.authority, asked.now)
        buttons = (f"{ENTER}|save|{number}", f"{ENTER}|drop|{number}")
        return entry_shown(match, stored.match, buttons, asked.now, words)

    def _stored(self, home: Club, away: Club, asked: Request) -> StoredMatch | None:
        """The match of these clubs that was played last, or is on; of this season or the one before."""
        seasons = {season_of(asked.now), Season(season_of(asked.now).start_year - 1)}
        results = self.knowledge.results
        theirs = [
            stored
            for found in results.seasons_of(home)
            if found[1] in seasons
            for stored in results.stored_matches(*found)
            if (stored.match.home, stored.match.away) == (home, away)
        ]
        last = nearest((stored.match for stored in theirs), asked.now)
        return next((stored for stored in theirs if stored.match is last), None)

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """Save, drop or undo an entry; None for who may not, and for what was done before."""
        match data.split("|"):
            case [_, what, number] if number.isascii() and number.isdigit() and len(number) < 10:
                entry = self.entries.entry(int(number), self.knowledge.results.clubs())
            case _:
                return None
        if entry is None or asked.user not in self.watching.owners or asked.in_group:
            return None
        return self._done(what, entry, asked, words)

    def _done(self, what: str, entry: Entry, asked: Request, words: Words) -> Answer | None:
        now = asked.now
        match what:
            case "save" if self.entries.mark(entry.id, State.SHOWN, State.SAVED, now):
                self.watching.entered(entry)
                return entry_saved(entry.entered, f"{ENTER}|undo|{entry.id}", now, words)
            case "drop" if self.entries.mark(entry.id, State.SHOWN, State.DROPPED, now):
                return entry_dropped(words)
            case "undo" if self.entries.mark(entry.id, State.SAVED, State.UNDONE, now):
                self.watching.undone(entry)
                return entry_undone(entry.before, now, words)
            case _:
                return None

"""`/volg`, `/ontvolg` and `/volgend`: the clubs that a chat follows."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.database.chats.facts import AlreadyFollowed, Followed, TooMany
from bot.football.model import Club
from bot.football.names.finder import ClubChoice, NoClub, OneClub, TwoClubs
from bot.football.questions.question import Question
from bot.handlers.finder import Finder
from bot.handlers.questions import understood
from bot.handlers.request import Request
from bot.handlers.watching import Watching
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import ask_for_club, no_club, sentence, which_club
from bot.views.following import following_text
from bot.words import Words

FOLLOW, UNFOLLOW = "v", "o"
"""The first part of the data of their buttons; a club's id is the second."""


@dataclass(frozen=True, slots=True)
class FollowCommand:
    finder: Finder
    knowledge: ResultsAsOf
    chats: Chats
    alerts: Alerts
    watching: Watching

    def answer(self, asked: Request, words: Words) -> Answer:
        if asked.chat is None:
            return sentence(words.only_in_a_chat)
        if not asked.text.strip():
            return ask_for_club(words.follow_which, words.example("/volg Ajax"))
        question = understood(asked.text, asked.now, self.finder, words)
        return question if isinstance(question, Answer) else self._found(question, asked.chat, asked, words)

    def _found(self, question: Question, chat: int, asked: Request, words: Words) -> Answer:
        match question.found:
            case OneClub(club):
                return self._follow([club], chat, asked, words)
            case TwoClubs(first, second):
                return self._follow([first, second], chat, asked, words)
            case ClubChoice(clubs):
                return which_club([(club, f"{FOLLOW}|{club.id}") for club in clubs], words)
            case NoClub(known_elsewhere):
                return no_club(question.clubs, known_elsewhere, words, "/volg Ajax")

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """Follow the club of a button; None when there is no such club."""
        club = self.knowledge.results.clubs().get(data.partition("|")[2])
        if club is None or asked.chat is None:
            return None
        return self._follow([club], asked.chat, asked, words)

    def _follow(self, clubs: list[Club], chat: int, asked: Request, words: Words) -> Answer:
        told = [self._one(club, chat, asked, words) for club in clubs]
        if self.chats.followed_by(chat):
            self.alerts.heard(chat, asked.topic, words.code)
            told += [words.followed_alerts] if self.watching.is_on else []
        return sentence(" ".join(told))

    def _one(self, club: Club, chat: int, asked: Request, words: Words) -> str:
        name = words.club(club)
        match self.chats.follow(chat, club.id, asked.now):
            case Followed():
                return words.followed(name)
            case AlreadyFollowed():
                return words.already_followed(name)
            case TooMany(limit):
                return words.too_many_followed(limit)


@dataclass(frozen=True, slots=True)
class FollowingCommand:
    """The list; a button behind each club stops following it."""

    knowledge: ResultsAsOf
    chats: Chats

    def answer(self, asked: Request, words: Words) -> Answer:
        if asked.chat is None:
            return sentence(words.only_in_a_chat)
        known = self.knowledge.results.clubs()
        clubs = [known[club] for club in self.chats.followed_by(asked.chat) if club in known]
        return following_text([(club, f"{UNFOLLOW}|{club.id}") for club in clubs], words)

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """Stop following the club of a button, and show what is left."""
        if asked.chat is None:
            return None
        self.chats.unfollow(asked.chat, data.partition("|")[2])
        return self.answer(asked, words)


@dataclass(frozen=True, slots=True)
class UnfollowCommand:
    finder: Finder
    chats: Chats
    following: FollowingCommand

    def answer(self, asked: Request, words: Words) -> Answer:
        if asked.chat is None or not asked.text.strip():
            return self.following.answer(asked, words)
        question = understood(asked.text, asked.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        match question.found:
            case OneClub(club):
                followed = self.chats.unfollow(asked.chat, club.id)
                name = words.club(club)
                return sentence(words.unfollowed(name) if followed else words.not_followed(name))
            case _:
                return self.following.answer(asked, words)

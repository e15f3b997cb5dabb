"""`/volg`, `/ontvolg` and `/volgend`: the clubs that a chat follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.database.chats.facts import AlreadyFollowed, Followed, TooMany
from bot.football.events.alerting import AlertKind
from bot.football.model import Club
from bot.football.names.finder import ClubFinder, OneClub, TwoClubs
from bot.handlers.command import Changes, Command, Names
from bot.handlers.request import Request
from bot.handlers.resolve import Mention, apart, clubs_meant, noted_unused, understood
from bot.handlers.watching import Watching
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import ask_for_club, sentence
from bot.views.following import following_text
from bot.words import Words

FOLLOW, UNFOLLOW = "v", "o"
"""The first part of the data of their buttons; a club's id is the second."""
EXAMPLE = "/volg Ajax"
CLUBS = (Mention.CLUB, Mention.SECOND_CLUB)
"""What they use of a question."""


@dataclass(frozen=True, slots=True)
class FollowCommand(Command):
    names = Names("volg", "follow")
    button = FOLLOW
    changes = Changes.FOLLOWED_CLUBS
    finder: ClubFinder
    knowledge: ResultsAsOf
    chats: Chats
    alerts: Alerts
    watching: Watching

    def answer(self, request: Request, words: Words) -> Answer:
        if request.chat is None:
            return sentence(words.only_in_a_chat)
        if not request.text.strip():
            return ask_for_club(words.follow_which, EXAMPLE, words)
        question = understood(request.text, request.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        if not question.clubs:
            return ask_for_club(words.follow_which, EXAMPLE, words)
        clubs = clubs_meant(apart(question), lambda club: f"{FOLLOW}|{club[0].id}", words, EXAMPLE)
        if isinstance(clubs, Answer):
            return clubs
        answer = self._follow(clubs, request.chat, request, words)
        return noted_unused(answer, question, CLUBS, request.now, words)

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        club = self.knowledge.results.clubs().get(data.partition("|")[2])
        if club is None or request.chat is None:
            return None
        return self._follow([club], request.chat, request, words)

    def _follow(self, clubs: Sequence[Club], chat: int, request: Request, words: Words) -> Answer:
        sentences = [self._follow_one(club, chat, request, words) for club in clubs]
        if self.chats.followed_by(chat):
            self.alerts.heard(chat, request.topic, words.code)
            sentences.append(self._promised(chat, words))
        return sentence(" ".join(filter(None, sentences)))

    def _promised(self, chat: int, words: Words) -> str:
        """What this chat will hear of; without sources, nothing."""
        promises = self.watching.promises
        if promises.live:
            return words.followed_alerts
        wants_results = AlertKind.ENDS in self.alerts.settings(chat).kinds
        return words.followed_results if promises.results and wants_results else ""

    def _follow_one(self, club: Club, chat: int, request: Request, words: Words) -> str:
        name = words.club(club)
        match self.chats.follow(chat, club.id, request.now, request.message):
            case Followed():
                return words.followed(name)
            case AlreadyFollowed():
                return words.already_followed(name)
            case TooMany(limit):
                return words.too_many_followed(limit)


@dataclass(frozen=True, slots=True)
class FollowingCommand(Command):
    """The list; a button behind each club stops following it."""

    names = Names("volgend", "following")
    for_asker = True
    knowledge: ResultsAsOf
    chats: Chats

    def answer(self, request: Request, words: Words) -> Answer:
        if request.chat is None:
            return sentence(words.only_in_a_chat)
        by_id = self.knowledge.results.clubs()
        clubs = [by_id[club] for club in self.chats.followed_by(request.chat) if club in by_id]
        return following_text([(club, f"{UNFOLLOW}|{club.id}") for club in clubs], words)


@dataclass(frozen=True, slots=True)
class UnfollowCommand(Command):
    names = Names("ontvolg", "unfollow")
    button = UNFOLLOW
    changes = Changes.FOLLOWED_CLUBS
    finder: ClubFinder
    chats: Chats
    following: FollowingCommand

    def answer(self, request: Request, words: Words) -> Answer:
        if request.chat is None or not request.text.strip():
            return self.following.answer(request, words)
        question = understood(request.text, request.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        match question.found:
            case OneClub(club):
                clubs = [club]
            case TwoClubs(first, second):
                clubs = [first, second]
            case _:
                return self.following.answer(request, words)
        answer = sentence(" ".join(self._unfollow(club, request.chat, request, words) for club in clubs))
        return noted_unused(answer, question, CLUBS, request.now, words)

    def _unfollow(self, club: Club, chat: int, request: Request, words: Words) -> str:
        followed = self.chats.unfollow(chat, club.id, request.now, request.message)
        return (words.unfollowed if followed else words.not_followed)(words.club(club))

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        """Stop following the club of a button, and show what is left."""
        if request.chat is None:
            return None
        self.chats.unfollow(request.chat, data.partition("|")[2], request.now)
        return self.following.answer(request, words)

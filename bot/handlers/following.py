"""`/volg`, `/ontvolg` and `/volgend`: the clubs, countries and competitions that a chat follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.database.chats.facts import AlreadyFollowed, Followed, TooMany
from bot.football.competitions import competition_held, competitions_of
from bot.football.events.following import Country, Followable, followable, key_of
from bot.football.model import Club, Competition
from bot.football.names.countries import country_named
from bot.football.names.finder import ClubFinder, NoClub, OneClub, TwoClubs
from bot.football.questions.question import Question
from bot.football.season.fixtures import are_no_secret, evenings_to_come, fixtures
from bot.football.seasons import season_of
from bot.handlers.command import Changes, Command, Names
from bot.handlers.followed import clubs_of_country
from bot.handlers.request import Request
from bot.handlers.resolve import Mention, apart, clubs_meant, noted_unused, understood
from bot.handlers.watching import Watching
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import ask_for_club, sentence
from bot.views.following import NowFollowed, following_text, name_of, now_followed_text
from bot.words import Words

FOLLOW, UNFOLLOW = "v", "o"
"""The first part of the data of their buttons; the key of what is followed is the second."""
EXAMPLE = "/volg Ajax"


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
        self.knowledge.refresh()
        question = understood(request.text, request.now, self.finder, words)
        if isinstance(question, Answer):
            return question
        found = self._meant(question, request.now, words)
        if isinstance(found, Answer):
            return found
        answer = self._follow(found, request.chat, request, words)
        return noted_unused(answer, question, _used(found), request.now, words)

    def _meant(self, question: Question, now: datetime, words: Words) -> Sequence[Followable] | Answer:
        """What is to be followed, or what has to be asked back."""
        found = _without_club(question, now)
        if question.clubs and not found:
            return clubs_meant(apart(question), lambda club: f"{FOLLOW}|{club[0].id}", words, EXAMPLE)
        return found or ask_for_club(words.follow_which, EXAMPLE, words)

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        found = followable(data.partition("|")[2], self.knowledge.results.clubs())
        if found is None or request.chat is None:
            return None
        self.knowledge.refresh()
        return self._follow([found], request.chat, request, words)

    def _follow(self, each: Sequence[Followable], chat: int, request: Request, words: Words) -> Answer:
        """Follow them, and tell what comes next and what the chat will hear."""
        for found in each:
            if isinstance(found, Competition) and found not in competitions_of(season_of(request.now)):
                return sentence(words.not_held_any_more(name_of(found, request.now, words)))
        followed = [self._follow_one(found, chat, request, words) for found in each]
        if self.chats.followed_by(chat):
            self.alerts.heard(chat, request.topic, words.code)
        only_competitions = all(isinstance(found, Competition) for found in each)
        settings, promises = self.alerts.settings(chat), self.watching.promises
        return Answer(
            now_followed_text(followed, settings, promises, words, only_competitions=only_competitions)
        )

    def _follow_one(self, found: Followable, chat: int, request: Request, words: Words) -> NowFollowed:
        now, name = request.now, name_of(found, request.now, words)
        match self.chats.follow(chat, key_of(found), now, request.message):
            case Followed():
                return self._with_next(words.followed(name), found, now)
            case AlreadyFollowed():
                return self._with_next(words.already_followed(name), found, now)
            case TooMany(limit):
                return NowFollowed(words.too_many_followed(limit))

    def _with_next(self, text: str, found: Followable, now: datetime) -> NowFollowed:
        """What was made of it, with the clubs of a country, and the next match or evening."""
        match found:
            case Club():
                seasons = next((seasons for _, seasons in self.knowledge.seasons_of(found, now)), [])
                to_come = fixtures([found], seasons)[:1]
                return NowFollowed(
                    text,
                    to_come=tuple(match for _, match in to_come),
                    is_no_secret=are_no_secret(found, to_come, seasons),
                )
            case Country(code):
                return NowFollowed(text, tuple(clubs_of_country(code, self.knowledge, now)))
            case _:
                season = self.knowledge.season(found, season_of(now), now)
                evening = next((matches for _, matches in evenings_to_come(season, 1)), ())
                return NowFollowed(text, to_come=evening)


@dataclass(frozen=True, slots=True)
class FollowingCommand(Command):
    """The list; a button behind each stops following it."""

    names = Names("volgend", "following")
    for_asker = True
    knowledge: ResultsAsOf
    chats: Chats

    def answer(self, request: Request, words: Words) -> Answer:
        if request.chat is None:
            return sentence(words.only_in_a_chat)
        by_id = self.knowledge.results.clubs()
        keys = self.chats.followed_by(request.chat)
        found = [(key, each) for key in keys if (each := followable(key, by_id))]
        return following_text(
            [(name_of(each, request.now, words), f"{UNFOLLOW}|{key}") for key, each in found], words
        )


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
        found: Sequence[Followable] = _without_club(question, request.now)
        match question.found:
            case OneClub(club):
                found = [club]
            case TwoClubs(first, second):
                found = [first, second]
        if not found:
            return self.following.answer(request, words)
        answer = sentence(" ".join(self._unfollow(each, request.chat, request, words) for each in found))
        return noted_unused(answer, question, _used(found), request.now, words)

    def _unfollow(self, found: Followable, chat: int, request: Request, words: Words) -> str:
        followed = self.chats.unfollow(chat, key_of(found), request.now, request.message)
        return (words.unfollowed if followed else words.not_followed)(name_of(found, request.now, words))

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        """Stop following what a button names, and show what is left."""
        if request.chat is None:
            return None
        self.chats.unfollow(request.chat, data.partition("|")[2], request.now)
        return self.following.answer(request, words)


def _without_club(question: Question, now: datetime) -> list[Followable]:
    """The country or the competition of a question that names no club: as it is held this season."""
    if not isinstance(question.found, NoClub):
        return []
    if country := country_named(question.clubs):
        return [Country(country)]
    if question.competition and not question.clubs:
        return [competition_held(question.competition, season_of(now))]
    return []


def _used(found: Sequence[Followable]) -> Sequence[Mention]:
    """What is used of a question."""
    if any(isinstance(each, Competition) for each in found):
        return (Mention.COMPETITION,)
    return (Mention.CLUB, Mention.SECOND_CLUB)

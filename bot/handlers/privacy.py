"""`/privacy` and `/vergeet`: what is stored about a chat, and its deletion."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.chats import Chats
from bot.football.events.following import followable
from bot.handlers.command import Changes, Command, Names
from bot.handlers.request import Request
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import sentence
from bot.views.following import name_of
from bot.views.privacy import forget_text, privacy_text
from bot.words import Words

FORGET = "g"


@dataclass(frozen=True, slots=True)
class PrivacyCommand(Command):
    names = Names("privacy")
    for_asker = True
    knowledge: ResultsAsOf
    chats: Chats

    def answer(self, request: Request, words: Words) -> Answer:
        stored = self.chats.stored_about(request.chat) if request.chat is not None else None
        if stored is None:
            return privacy_text(None, (), 0, words)
        by_id = self.knowledge.results.clubs()
        found = (followable(key, by_id) for key in stored.followed)
        followed = [name_of(each, request.now, words) for each in found if each]
        return privacy_text(stored.since, followed, stored.answers, words, stored.alerts)


@dataclass(frozen=True, slots=True)
class ForgetCommand(Command):
    """Asks first: settings and followed clubs don't come back."""

    names = Names("vergeet", "forget")
    button = FORGET
    changes = Changes.CHAT
    chats: Chats

    def answer(self, request: Request, words: Words) -> Answer:
        return sentence(words.only_in_a_chat) if request.chat is None else forget_text(f"{FORGET}|yes", words)

    def pressed(self, _data: str, request: Request, words: Words) -> Answer | None:
        """Forget everything about the chat."""
        if request.chat is None:
            return None
        self.chats.forget(request.chat)
        return sentence(words.forgotten)

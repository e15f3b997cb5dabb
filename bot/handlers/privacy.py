"""`/privacy` and `/vergeet`: what is stored about a chat, and its deletion."""

from __future__ import annotations

from dataclasses import dataclass

from bot.database.chats.chats import Chats
from bot.handlers.request import Request
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import sentence
from bot.views.privacy import forget_text, privacy_text
from bot.words import Words

FORGET = "g"


@dataclass(frozen=True, slots=True)
class PrivacyCommand:
    knowledge: ResultsAsOf
    chats: Chats

    def answer(self, asked: Request, words: Words) -> Answer:
        stored = self.chats.stored_about(asked.chat) if asked.chat is not None else None
        if stored is None:
            return privacy_text(None, (), 0, words)
        known = self.knowledge.results.clubs()
        clubs = [words.club(known[club]) for club in stored.clubs if club in known]
        return privacy_text(stored.since, clubs, stored.answers, words, stored.alerts)


@dataclass(frozen=True, slots=True)
class ForgetCommand:
    """Asks first: settings and followed clubs don't come back."""

    chats: Chats

    def answer(self, asked: Request, words: Words) -> Answer:
        return sentence(words.only_in_a_chat) if asked.chat is None else forget_text(f"{FORGET}|yes", words)

    def pressed(self, _data: str, asked: Request, words: Words) -> Answer | None:
        """Forget everything about the chat."""
        if asked.chat is None:
            return None
        self.chats.forget(asked.chat)
        return sentence(words.forgotten)

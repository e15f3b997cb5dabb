"""`/start` and `/help`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.handlers.request import Request
from bot.handlers.result import ResultCommand
from bot.views.answer import Answer
from bot.views.help import help_text, welcome_text
from bot.words import Words

CLUB_LINK = "club_"


@dataclass(frozen=True, slots=True)
class StartCommand:
    """The welcome; behind a deep link such as `t.me/BOT?start=club_arsenal` the answer about that club."""

    result: ResultCommand

    def answer(self, asked: Request, words: Words) -> Answer:
        link = asked.text.strip()
        if not link.startswith(CLUB_LINK):
            return welcome_text(words)
        club = link.removeprefix(CLUB_LINK).replace("_", " ")
        return self.result.answer(replace(asked, text=club), words)


@dataclass(frozen=True, slots=True)
class HelpCommand:
    commands: Sequence[tuple[str, ...]]
    """The names of each command: Dutch, English, others."""

    def answer(self, _asked: Request, words: Words) -> Answer:
        return help_text(self.commands, words)

"""`/start` and `/help`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.views.manual import help_text, welcome_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.handlers.asked import Asked
    from bot.views.answer import Answer
    from bot.words import Words


@dataclass(frozen=True, slots=True)
class StartCommand:
    def answer(self, _asked: Asked, words: Words) -> Answer:
        return welcome_text(words)


@dataclass(frozen=True, slots=True)
class HelpCommand:
    commands: Sequence[tuple[str, ...]]
    """The names of each command: Dutch, English, others."""

    def answer(self, _asked: Asked, words: Words) -> Answer:
        return help_text(self.commands, words)

"""The one list of commands: it feeds the handlers, Telegram's menus and `/help`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.handlers.draw import DrawCommand
from bot.handlers.manual import HelpCommand, StartCommand
from bot.handlers.result import ResultCommand

if TYPE_CHECKING:
    from bot.football.club_names import ClubFinder
    from bot.handlers.asked import Asked
    from bot.handlers.knowledge import Knowledge
    from bot.views.answer import Answer
    from bot.words import Words


class Answers(Protocol):
    """What stands behind a command: no Telegram, no waiting."""

    def answer(self, _asked: Asked, _words: Words, /) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Command:
    """A command under its first name; the others do the same."""

    names: tuple[str, ...]
    answers: Answers

    @property
    def name(self) -> str:
        return self.names[0]


NAMES = (("uitslag", "result", "uitslagen", "results"), ("loting", "draw"), ("help",), ("start",))
"""The Dutch name first, then the English one, then what else people type."""


@dataclass(frozen=True, slots=True)
class Commands:
    """Everything that can be asked, and the button that follows from it."""

    all: tuple[Command, ...]
    result: ResultCommand

    def named(self, name: str) -> Command | None:
        return next((command for command in self.all if name.lower() in command.names), None)


def commands(finder: ClubFinder, knowledge: Knowledge) -> Commands:
    """The commands over one database."""
    result = ResultCommand(finder, knowledge)
    manual = HelpCommand(NAMES)
    answering: tuple[Answers, ...] = (result, DrawCommand(finder, knowledge), manual, StartCommand())
    return Commands(tuple(Command(*one) for one in zip(NAMES, answering, strict=True)), result)

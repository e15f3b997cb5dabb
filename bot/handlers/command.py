"""What every command is made of: its names, what it changes, its buttons and its answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import ClassVar

from bot.handlers.request import Request
from bot.views.answer import Answer
from bot.words import Words


@dataclass(frozen=True, slots=True)
class Names:
    """What a command is called, by the code of a language, and what else people type."""

    nl: str
    en: str = ""
    aliases: tuple[str, ...] = ()

    def in_language(self, code: str) -> str:
        """The name in menus and in `/help`; the Dutch one where a language has no other."""
        return getattr(self, code, "") or self.nl

    @property
    def all(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.nl, self.en, *self.aliases)))


class Changes(Enum):
    """What a command and its buttons change, which decides who may use them."""

    NOTHING = auto()
    FOLLOWED_CLUBS = auto()
    """A group may leave this to its administrators."""
    CHAT = auto()
    """A group always leaves this to its administrators."""
    RESULTS = auto()
    """For the owners of the bot, who know of it: no menu shows it."""


class ButtonHandler:
    """Answers the buttons whose data begins with `button`: no Telegram, no waiting."""

    __slots__ = ()
    button: ClassVar[str] = ""
    changes: ClassVar[Changes] = Changes.NOTHING
    for_asker: ClassVar[bool] = False
    """Whether nobody else in a group needs its answers."""
    sends_files: ClassVar[bool] = False
    """Whether its answer is a message of its own, with a picture or a file."""

    def pressed(self, _data: str, _request: Request, _words: Words, /) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        return None


class Command(ButtonHandler):
    """Answers what somebody types behind one of its names; its line of help stands in `words`."""

    __slots__ = ()
    names: ClassVar[Names]
    of_this_season: ClassVar[bool] = False
    """Whether a question without a season or a day is about the running one."""

    def answer(self, _request: Request, _words: Words, /) -> Answer:
        raise NotImplementedError

    def line(self, words: Words) -> tuple[str, str]:
        """Its name in a language, and what it does there."""
        return self.names.in_language(words.code), words.commands[self.names.nl]

    @property
    def is_hidden(self) -> bool:
        return self.changes is Changes.RESULTS

"""`/start` and `/help`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.football.events.following import Country, key_of
from bot.football.season.evening import OURS
from bot.handlers.command import Command, Names
from bot.handlers.following import FOLLOW
from bot.handlers.query import About, Query
from bot.handlers.request import Request
from bot.handlers.resolve import Overview
from bot.handlers.result import ResultCommand
from bot.views.answer import Answer, Button, ButtonStyle
from bot.views.finding import sentence
from bot.views.help import group_welcome_text, help_text, welcome_text
from bot.words import Words

CLUB_LINK = "club_"
STAYS = "+"
"""Before the data of a button under a message that stays: the answer comes below it."""


def group_welcome(words: Words) -> Answer:
    """What a group reads when the bot was added to it."""
    follow = f"{STAYS}{FOLLOW}|{key_of(Country(OURS))}"
    dutch = Button(words.button_follow_dutch, follow, style=ButtonStyle.SUCCESS)
    tonight = Button(words.tonight, f"{STAYS}{Query((), about=About.EVENING).data}")
    return Answer(group_welcome_text(words), ((dutch,), (tonight,)))


@dataclass(frozen=True, slots=True)
class StartCommand(Command):
    """The welcome; behind a deep link such as `t.me/BOT?start=club_arsenal` the answer about that club."""

    names = Names("start")
    result: ResultCommand

    def answer(self, request: Request, words: Words) -> Answer:
        link = request.text.strip()
        if not link.startswith(CLUB_LINK):
            return group_welcome(words) if request.in_group else welcome_text(words)
        club = replace(request, text=link.removeprefix(CLUB_LINK).replace("_", " "))
        # Never what `/uitslag` alone answers: a link without a club asks which one is meant.
        return Overview.answer(self.result, club, words)


class ThanksCommand(Command):
    """Whoever thanks gets a kind word; no menu shows it."""

    __slots__ = ()
    names = Names("dank", "thanks", ("bedankt",))

    def answer(self, _request: Request, words: Words) -> Answer:
        return sentence(words.you_are_welcome)


class FarewellCommand(Command):
    """Whoever leaves is said goodbye to; no menu shows it."""

    __slots__ = ()
    names = Names("doei", "bye")

    def answer(self, _request: Request, words: Words) -> Answer:
        return sentence(words.goodbye)


@dataclass(frozen=True, slots=True)
class HelpCommand(Command):
    names = Names("help")
    for_asker = True
    commands: Sequence[Command]

    def answer(self, _request: Request, words: Words) -> Answer:
        return help_text([command.line(words) for command in self.commands if not command.is_hidden], words)

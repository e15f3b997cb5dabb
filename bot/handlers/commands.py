"""The one list of commands: it feeds the handlers, Telegram's menus and `/help`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.database.chats.entries import Entries
from bot.handlers.alert_preferences import AlertPreferences
from bot.handlers.bracket import BracketCommand
from bot.handlers.draw import DrawCommand
from bot.handlers.enter import ENTER, EnterCommand
from bot.handlers.evening import EveningCommand
from bot.handlers.finder import Finder
from bot.handlers.fixtures import FixturesCommand
from bot.handlers.following import FOLLOW, UNFOLLOW, FollowCommand, FollowingCommand, UnfollowCommand
from bot.handlers.help import HelpCommand, StartCommand
from bot.handlers.inline_results import Offers
from bot.handlers.pictures import PICTURE, PictureCommand
from bot.handlers.player import PLAYER, PlayerCommand
from bot.handlers.preferences import PREFERENCE, PreferencesCommand
from bot.handlers.privacy import FORGET, ForgetCommand, PrivacyCommand
from bot.handlers.query import About, Query
from bot.handlers.records import RecordsCommand
from bot.handlers.request import Request
from bot.handlers.result import ResultCommand
from bot.handlers.scorers import TopScorersCommand
from bot.handlers.standings import StandingsCommand
from bot.handlers.watching import Watching
from bot.read_model.all_time import AllTime
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.finding import EXAMPLE, noted
from bot.words import Words


class Answers(Protocol):
    """What stands behind a command: no Telegram, no waiting."""

    def answer(self, _asked: Request, _words: Words, /) -> Answer: ...


@dataclass(frozen=True, slots=True)
class Command:
    """A command under its first name; the others do the same."""

    names: tuple[str, ...]
    answers: Answers
    for_administrators: bool = False
    """In groups: whether it changes or deletes what is the group's."""

    @property
    def name(self) -> str:
        return self.names[0]

    @property
    def changes_what_is_followed(self) -> bool:
        return self.name in {"volg", "ontvolg"}

    @property
    def is_hidden(self) -> bool:
        return self.name in HIDDEN


class Pressed(Protocol):
    """What stands behind a button."""

    def pressed(self, _data: str, _asked: Request, _words: Words, /) -> Answer | None: ...


NAMES = (
    ("uitslag", "result", "uitslagen", "results"),
    ("avond", "tonight", "vanavond"),
    ("programma", "fixtures"),
    ("stand", "table", "standen", "tables"),
    ("schema", "bracket"),
    ("loting", "draw"),
    ("topscorers", "scorers"),
    ("speler", "player"),
    ("records",),
    ("volg", "follow"),
    ("ontvolg", "unfollow"),
    ("volgend", "following"),
    ("instellingen", "settings"),
    ("invoer", "enter"),
    ("help",),
    ("start",),
    ("privacy",),
    ("vergeet", "forget"),
)
"""The Dutch name first, then the English one, then what else people type."""
HIDDEN = frozenset({"invoer"})
"""For the owners of the bot, who know of it."""


@dataclass(frozen=True, slots=True)
class Commands:
    """Everything that can be asked, and what the buttons under the answers ask."""

    all: tuple[Command, ...]
    result: ResultCommand
    evening: EveningCommand
    chats: Chats
    buttons: Mapping[str, Pressed]
    """By the first part of their data."""
    offers: Offers
    """In inline mode."""
    annals: AllTime
    _by_name: Mapping[str, Command]

    def answer(self, typed: str, asked: Request, words: Words) -> Answer | None:
        """The answer to a command as it is typed in a chat; `asked` is told what stands behind it.

        What is no command is taken for the name of a club. None for a command that there isn't.
        """
        if not typed.lstrip().startswith("/"):
            return self.result.answer(asked.about(typed), words)
        command = self.meant_by(typed)
        rest = " ".join(typed.split(None, 1)[1:])
        if command and command.answers is self.result and not rest and asked.chat is not None:
            return self._without_club(asked.chat, asked, words)
        return command.answers.answer(asked.about(rest), words) if command else None

    def _without_club(self, chat: int, asked: Request, words: Words) -> Answer:
        """The one club that the chat follows; else tonight, and how to ask for a club."""
        followed = self.chats.followed_by(chat)
        if len(followed) == 1:
            found = self.result.pressed(Query(followed).data or "", asked, words)
            if found:
                return found
        tonight = self.evening.answer(asked.about(""), words)
        return noted(tonight, f"{words.ask_for_club} {words.example(EXAMPLE)}")

    def warm(self) -> None:
        """Work out what the first question about a club or a player would have to wait for."""
        self.result.knowledge.refresh()
        self.result.finder.find("")
        self.annals.players()

    def meant_by(self, typed: str) -> Command | None:
        """The command that a text begins with: `/uitslag`, `/uitslag@bot`."""
        first = next(iter(typed.split(None, 1)), "")
        return self.named(first[1:].partition("@")[0]) if first.startswith("/") else None

    def named(self, name: str) -> Command | None:
        return self._by_name.get(name.lower())

    def pressed(self, data: str, asked: Request, words: Words) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        button = self.buttons.get(data.partition("|")[0])
        return button.pressed(data, asked, words) if button else None

    def is_for_administrators(self, data: str) -> bool:
        """Whether a button changes or deletes what is a group's."""
        return data.partition("|")[0] in {PREFERENCE, FORGET}

    def changes_something(self, data: str) -> bool:
        """Whether a button does more than draw another answer."""
        return data.partition("|")[0] in {PREFERENCE, FORGET, FOLLOW, UNFOLLOW, ENTER}

    def changes_what_is_followed(self, data: str) -> bool:
        return data.partition("|")[0] in {FOLLOW, UNFOLLOW}


def commands(
    finder: Finder, knowledge: ResultsAsOf, chats: Chats, watching: Watching | None = None
) -> Commands:
    """The commands over one database of results and one of chats, with what the clock does for them."""
    watching = watching or Watching()
    alerts = Alerts(chats.db)
    result = ResultCommand(finder, knowledge)
    follow = FollowCommand(finder, knowledge, chats, alerts, watching)
    following = FollowingCommand(knowledge, chats)
    preferences = PreferencesCommand(chats, AlertPreferences(chats, alerts))
    forget = ForgetCommand(chats)
    enter = EnterCommand(finder, knowledge, Entries(chats.db), watching)
    evening = EveningCommand(finder, knowledge, chats, alerts, watching)
    fixtures = FixturesCommand(finder, knowledge)
    table = StandingsCommand(finder, knowledge)
    bracket = BracketCommand(finder, knowledge)
    draw = DrawCommand(finder, knowledge)
    annals = AllTime(knowledge.results)
    scorers = TopScorersCommand(finder, knowledge, annals)
    player = PlayerCommand(knowledge, annals)
    record = RecordsCommand(finder, knowledge, annals)
    answering: tuple[Answers, ...] = (
        *(result, evening, fixtures, table, bracket, draw),
        *(scorers, player, record),
        *(follow, UnfollowCommand(finder, chats, following), following, preferences),
        *(enter, HelpCommand([names for names in NAMES if names[0] not in HIDDEN])),
        *(StartCommand(result), PrivacyCommand(knowledge, chats), forget),
    )
    buttons: dict[str, Pressed] = {
        ENTER: enter,
        About.RESULT: result,
        About.EVENING: evening,
        About.FIXTURES: fixtures,
        About.TABLE: table,
        About.BRACKET: bracket,
        About.TOP_SCORERS: scorers,
        About.RECORDS: record,
        PLAYER: player,
        PICTURE: PictureCommand(knowledge),
        FOLLOW: follow,
        UNFOLLOW: following,
        PREFERENCE: preferences,
        FORGET: forget,
    }
    every = tuple(
        Command(names, answers, names[0] in {"instellingen", "vergeet"})
        for names, answers in zip(NAMES, answering, strict=True)
    )
    by_name = {name: command for command in every for name in command.names}
    return Commands(every, result, evening, chats, buttons, Offers(result, evening), annals, by_name)

"""The one list of commands: it feeds the handlers, Telegram's menus and `/help`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.database.chats.alerts import Alerts
from bot.database.chats.chats import Chats
from bot.database.chats.edits import Edits
from bot.database.chats.entries import Entries
from bot.football.names.countries import country_named
from bot.football.names.finder import ClubChoice, ClubFinder, NoClub
from bot.football.questions.plain_words import in_plain_words
from bot.football.questions.question import parse_question
from bot.handlers.alert_preferences import AlertPreferences
from bot.handlers.bracket import BracketCommand
from bot.handlers.calendar import CalendarCommand
from bot.handlers.club import ClubCommand
from bot.handlers.command import ButtonHandler, Changes, Command
from bot.handlers.country import CountryCommand
from bot.handlers.draw import DrawCommand
from bot.handlers.enter import EnterCommand
from bot.handlers.evening import EveningCommand
from bot.handlers.first_look import concerns_now
from bot.handlers.fixtures import FixturesCommand
from bot.handlers.following import FollowCommand, FollowingCommand, UnfollowCommand
from bot.handlers.head_to_head import HeadToHeadCommand
from bot.handlers.help import CLUB_LINK, FarewellCommand, HelpCommand, StartCommand, ThanksCommand
from bot.handlers.honours import HonoursCommand
from bot.handlers.inline_results import InlineResults
from bot.handlers.pictures import Pictures
from bot.handlers.player import PlayerCommand
from bot.handlers.preferences import PreferencesCommand
from bot.handlers.privacy import ForgetCommand, PrivacyCommand
from bot.handlers.query import Query
from bot.handlers.records import RecordsCommand
from bot.handlers.request import Request
from bot.handlers.resolve import LONGEST_QUESTION
from bot.handlers.result import ResultCommand
from bot.handlers.scorers import TopScorersCommand
from bot.handlers.sources import SourcesCommand
from bot.handlers.standings import StandingsCommand
from bot.handlers.watching import Watching
from bot.read_model.all_time import AllTime
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.words import Words


@dataclass(frozen=True, slots=True)
class TypedCommand:
    """A text taken apart: `/uitslag@UitslagBot Arsenal`."""

    command: Command | None
    """None for a command that there isn't."""
    text: str
    """What stands behind it."""
    bot: str | None = None
    """The name behind the @, where there is one."""


class Commands:
    """Everything that can be asked, and what the buttons under the answers ask."""

    def __init__(
        self, listed: Sequence[Command], pictures: Pictures, result: ResultCommand, watching: Watching
    ) -> None:
        self.listed = listed
        self.edits = Edits(result.chats)
        self.result = result
        self.watching = watching
        self._by_name = {
            name: command
            for command in (*listed, ThanksCommand(), FarewellCommand())
            for name in command.names.all
        }
        handlers: tuple[ButtonHandler, ...] = (*listed, pictures)
        self._by_button = {handler.button: handler for handler in handlers if handler.button}

    def typed(self, text: str) -> TypedCommand:
        """What is no command is a question in plain words, or the name of a club."""
        if not text.lstrip().startswith("/"):
            meant = in_plain_words(text, self.result.finder.find)
            return (
                TypedCommand(self._by_name[meant.command], meant.text)
                if meant
                else TypedCommand(self.result, text)
            )
        first, *rest = text.split(None, 1)
        name, at, bot = first[1:].partition("@")
        command, text = self._by_name.get(name.lower()), " ".join(rest)
        if command is self.result and country_named(text) and self.result.finder.find(text) == NoClub():
            command = self._by_name[CountryCommand.names.nl]
        if isinstance(command, StartCommand) and not text.startswith(CLUB_LINK):
            # Behind every other link stands the same welcome.
            text = ""
        return TypedCommand(command, text, bot if at else None)

    def answer(self, text: str, request: Request, words: Words) -> Answer | None:
        """The answer to a text as it is typed in a chat; None for a command that there isn't."""
        typed = self.typed(text)
        return typed.command.answer(replace(request, text=typed.text), words) if typed.command else None

    def pressed(self, data: str, request: Request, words: Words) -> Answer | None:
        """The answer to a button; None when the button is old, foreign or forged."""
        handler = self._handler_of(data)
        return handler.pressed(data, request, words) if handler else None

    async def up_to_date(self, command: Command, request: Request) -> bool:
        """Wait a moment for the first look, if the question is about this season; False if it is not over."""
        first_look, text, now = self.watching.first_look, request.text[:LONGEST_QUESTION], request.now
        if not (first_look.is_under_way and command.of_this_season):
            return True
        question = parse_question(text, now=now, find=self.result.finder.find)
        # Who is asked back which club was meant waits for nothing.
        is_asked_back = (
            command is self.result and question.clubs and isinstance(question.found, ClubChoice | NoClub)
        )
        if is_asked_back or not concerns_now(question.season, question.day, now):
            return True
        return await first_look.awaited()

    async def up_to_date_for(self, data: str, now: datetime) -> bool:
        """The same for a button."""
        query = Query.from_data(data) if self.watching.first_look.is_under_way else None
        if query is None or not concerns_now(query.season, query.day, now):
            return True
        return await self.watching.first_look.awaited()

    def changed_by(self, data: str) -> Changes:
        """What a button changes."""
        handler = self._handler_of(data)
        return handler.changes if handler else Changes.NOTHING

    def is_for_asker(self, data: str) -> bool:
        """Whether nobody else in a group needs what a button answers."""
        handler = self._handler_of(data)
        return handler is not None and handler.for_asker

    def can_be_pressed_by_guests(self, data: str) -> bool:
        """Whether a button works in a chat of which the bot is no member."""
        handler = self._handler_of(data)
        return handler is not None and handler.changes is Changes.NOTHING and not handler.sends_files

    def changes_something(self, data: str) -> bool:
        """Whether a button does more than draw another answer."""
        return self.changed_by(data) is not Changes.NOTHING

    def _handler_of(self, data: str) -> ButtonHandler | None:
        return self._by_button.get(data.partition("|")[0])

    @property
    def evening(self) -> str:
        """The name of the command for whoever asks nothing in particular."""
        return EveningCommand.names.nl

    @property
    def inline_results(self) -> InlineResults:
        return InlineResults(self.result, self.result.evening)


def commands(
    finder: ClubFinder, knowledge: ResultsAsOf, chats: Chats, watching: Watching | None = None
) -> Commands:
    """The commands over one database of results and one of chats, with what the clock does for them."""
    watching = watching or Watching()
    alerts, all_time = Alerts(chats.db), AllTime(knowledge.results)
    evening = EveningCommand(finder, knowledge, chats, alerts, watching)
    honours = HonoursCommand(finder, knowledge)
    result = ResultCommand(finder, knowledge, chats, evening, honours)
    programme = FixturesCommand(finder, knowledge, chats, evening)
    following = FollowingCommand(knowledge, chats)
    scorers = TopScorersCommand(finder, knowledge, all_time)
    listed: list[Command] = []
    listed += (
        result,
        evening,
        programme,
        CalendarCommand(finder, knowledge, programme),
        StandingsCommand(finder, knowledge, chats),
        BracketCommand(finder, knowledge),
        DrawCommand(finder, knowledge),
        CountryCommand(finder, knowledge),
        HeadToHeadCommand(finder, knowledge),
        ClubCommand(finder, knowledge, all_time),
        scorers,
        PlayerCommand(knowledge, all_time, scorers),
        RecordsCommand(finder, knowledge, all_time),
        honours,
        FollowCommand(finder, knowledge, chats, alerts, watching),
        UnfollowCommand(finder, chats, following),
        following,
        PreferencesCommand(chats, AlertPreferences(chats, alerts, watching)),
        EnterCommand(finder, knowledge, Entries(chats.db), watching),
        HelpCommand(listed),
        StartCommand(result),
        SourcesCommand(all_time),
        PrivacyCommand(knowledge, chats),
        ForgetCommand(chats),
    )
    return Commands(listed, Pictures(knowledge), result, watching)

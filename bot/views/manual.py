"""How to use the bot, made from the one list of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.answer import Answer, bold, escape, lines, paragraphs
from bot.views.finding import EXAMPLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.words import Words


def welcome_text(words: Words) -> Answer:
    return Answer(
        paragraphs(
            f"⚽ {escape(words.welcome())}",
            f"{escape(words.for_example())} <code>{escape(EXAMPLE)} 2017/18</code>",
            escape(words.more_help()),
        )
    )


def help_text(commands: Sequence[str], words: Words) -> Answer:
    return Answer(
        paragraphs(
            bold(words.help_title()),
            lines(
                *(
                    f"<code>{escape(question)}</code>\n{escape(told)}"
                    for question, told in words.help_questions()
                )
            ),
            lines(*(f"/{escape(name)} – {escape(words.command_help(name))}" for name in commands)),
            f"<i>{escape(words.help_sources())}</i>",
        )
    )

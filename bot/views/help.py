"""How to use the bot, made from the one list of commands."""

from __future__ import annotations

from collections.abc import Sequence

from bot.views.answer import Answer, bold, escape, lines, paragraphs
from bot.views.finding import EXAMPLE
from bot.words import Words


def welcome_text(words: Words) -> Answer:
    return Answer(
        paragraphs(
            f"⚽ {escape(words.welcome)}",
            f"{escape(words.for_example)} <code>{escape(words.example(EXAMPLE))} 2017/18</code>",
            escape(words.more_help),
        )
    )


def group_welcome_text(words: Words) -> str:
    """Six lines for a group: what the bot is, and three commands."""
    return paragraphs(
        lines(f"⚽ {bold(words.group_welcome)}", escape(words.group_welcome_what)),
        lines(*(escape(f"{words.example(command)} – {what}") for command, what in words.group_commands)),
    )


def help_text(commands: Sequence[tuple[str, str]], words: Words) -> Answer:
    """Examples, then the commands, each with what it does."""
    return Answer(
        paragraphs(
            bold(words.help_title),
            lines(
                *(
                    f"<code>{escape(question)}</code>\n{escape(answer)}"
                    for question, answer in words.help_questions
                )
            ),
            lines(*(f"/{escape(name)} – {escape(what)}" for name, what in commands)),
        )
    )

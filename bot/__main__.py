"""The command line."""

from __future__ import annotations

import importlib
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from bot.app.command_line.warning import warn
from bot.errors import BotError

TROUBLE = 2
COMMANDS = {
    "ask": "asking",
    "backup": "keeping",
    "chat": "running",
    "check": "keeping",
    "export": "files",
    "find": "asking",
    "import": "files",
    "replay": "running",
    "restore": "keeping",
    "run": "running",
    "update": "updating",
}
"""Each with its module in `bot.app.command_line`."""


class _Lazily(click.Group):
    """Loads the command that was given and no other: all of them together take three times as long."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it so
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"bot.app.command_line.{COMMANDS[cmd_name]}")
        return next(
            found
            for found in vars(module).values()
            if isinstance(found, click.Command) and found.name == cmd_name
        )


@click.group(cls=_Lazily, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """European club football, answered in Dutch."""


def main() -> None:
    """Run a command; trouble is one line on stderr and exit code 2."""
    # python-telegram-bot warns of what will change in a later version unless it is told to do so already.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    with _plainly():
        cli()


@contextmanager
def _plainly() -> Iterator[None]:
    try:
        yield
    except BotError as error:
        _stop(str(error))
    except sqlite3.Error as error:
        # Loaded when there is trouble only, as pydantic below: it brings sqlite-utils.
        from bot.database.connection import RESTORE

        _stop(f"the database can't be used ({error}): {RESTORE}.")
    except ValueError as error:
        from pydantic import ValidationError

        if not isinstance(error, ValidationError):
            raise
        wrong = "; ".join(
            ": ".join([*map(str.upper, map(str, each["loc"][:1])), each["msg"]]) for each in error.errors()
        )
        _stop(f"a setting is wrong: {wrong}. Correct it in .env; .env.example explains each.")
    except OSError as error:
        _stop(f"{error.filename or 'a file'} can't be used: {error.strerror or error}")


def _stop(line: str) -> None:
    warn(line)
    sys.exit(TROUBLE)


if __name__ == "__main__":
    main()

"""Trouble, as the command line tells it."""

from __future__ import annotations

import click


def warn(line: str) -> None:
    """One line on stderr. It may quote a file, which neither moves the cursor nor begins another line."""
    harmless = "".join(letter if letter.isprintable() else "\ufffd" for letter in line)
    click.echo(f"uitslagbot: {harmless}", err=True)

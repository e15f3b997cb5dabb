"""What goes wrong again and again stands in the log once."""

from __future__ import annotations

import logging

import pytest

from bot.errors import ErrorLog


def test_an_error_is_logged_when_it_begins_when_it_changes_and_when_it_is_over(
    caplog: pytest.LogCaptureFixture,
) -> None:
    errors = ErrorLog(logging.getLogger("bot"), "nothing can be stored: %s", "it is stored again")
    full, locked = OSError("the disk is full"), OSError("it is locked")
    with caplog.at_level(logging.INFO, logger="bot"):
        for error in (None, full, full, OSError(), OSError(), locked, full, None, None, full):
            errors.note(error)
    assert caplog.messages == [
        "nothing can be stored: the disk is full",
        "nothing can be stored: OSError",
        "nothing can be stored: it is locked",
        "nothing can be stored: the disk is full",
        "it is stored again",
        "nothing can be stored: the disk is full",
    ]

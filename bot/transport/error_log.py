"""An error that lasts, in the log once."""

from __future__ import annotations

import logging
from dataclasses import dataclass


@dataclass(slots=True)
class ErrorLog:
    """Logs what goes wrong when it begins and when it changes, not at every try; and that it is over."""

    log: logging.Logger
    begins: str
    """With %s in the place of the error."""
    over: str
    _error: str = ""

    def note(self, error: Exception | None) -> None:
        """What came of a try; None if it succeeded."""
        text = str(error) or type(error).__name__ if error else ""
        if text and text != self._error:
            self.log.warning(self.begins, text)
        elif self._error and not text:
            self.log.info(self.over)
        self._error = text

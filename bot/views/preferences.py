"""How the settings of a chat look, with a button for each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.answer import Answer, Button, bold, escape, lines

if TYPE_CHECKING:
    from bot.words import Words


def preferences_text(language: str | None, words: Words, *, spoiler: bool, silent: bool) -> Answer:
    """What is set now; every button says what it will do."""
    return Answer(
        lines(
            bold(words.preferences_title()),
            escape(words.preference_language(language)),
            escape(words.preference_spoiler(spoiler)),
            escape(words.preference_silent(silent)),
        ),
        (
            (
                Button("Nederlands", "i|language|nl"),
                Button("English", "i|language|en"),
                Button(words.button_language_of_asker(), "i|language|"),
            ),
            (Button(words.button_spoiler(not spoiler), f"i|spoiler|{int(not spoiler)}"),),
            (Button(words.button_silent(not silent), f"i|silent|{int(not silent)}"),),
            (Button(words.button_alerts(), "i|alerts"),),
        ),
    )

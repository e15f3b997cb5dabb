"""How the settings of a chat look, with a button for each change."""

from __future__ import annotations

from bot.views.answer import Answer, Button, bold, escape, lines
from bot.words import Words


def preferences_text(  # noqa: PLR0913 - one for each thing that is set
    language: str | None,
    words: Words,
    *,
    spoiler: bool,
    silent: bool,
    admins_follow: bool = False,
    in_group: bool = False,
) -> Answer:
    """What is set now; every button says what it will do."""
    who = (Button(words.button_admins_follow(not admins_follow), f"i|follow|{int(not admins_follow)}"),)
    return Answer(
        lines(
            bold(words.preferences_title),
            escape(words.preference_language(language)),
            escape(words.preference_spoiler(spoiler)),
            escape(words.preference_silent(silent)),
            escape(words.preference_admins_follow(admins_follow)) if in_group else "",
        ),
        (
            (
                Button("Nederlands", "i|language|nl"),
                Button("English", "i|language|en"),
                Button(words.button_language_of_asker, "i|language|"),
            ),
            (Button(words.button_spoiler(not spoiler), f"i|spoiler|{int(not spoiler)}"),),
            (Button(words.button_silent(not silent), f"i|silent|{int(not silent)}"),),
            *((who,) if in_group else ()),
            (Button(words.button_alerts, "i|alerts"),),
        ),
    )

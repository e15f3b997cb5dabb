"""Every sentence that is shown in a chat, one module per language."""

from __future__ import annotations

from collections.abc import Mapping

from bot.words.en import English
from bot.words.language import first_upper, high_first, tidy
from bot.words.nl import Dutch
from bot.words.protocol import StoryWords, Words

LANGUAGES: Mapping[str, Words] = {"nl": Dutch(), "en": English()}
__all__ = ["LANGUAGES", "StoryWords", "Words", "first_upper", "high_first", "tidy", "words_for"]


def words_for(language: str | None) -> Words:
    """The words of a Telegram language code such as `en-GB`; Dutch where it is unset or unknown to us."""
    return LANGUAGES.get((language or "nl").split("-")[0].lower(), LANGUAGES["nl"])

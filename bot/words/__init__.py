"""Every sentence that is shown in a chat, one module per language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from bot.words.language import first_upper, high_first, tidy
from bot.words.protocol import StoryWords, Words

__all__ = ["LANGUAGES", "StoryWords", "Words", "first_upper", "high_first", "tidy", "words_for"]


# A language is loaded when somebody speaks it: one question needs one.
@cache
def _dutch() -> Words:
    from bot.words.nl import Dutch

    return Dutch()


@cache
def _english() -> Words:
    from bot.words.en import English

    return English()


_LOAD: Mapping[str, Callable[[], Words]] = {"nl": _dutch, "en": _english}


class _Languages(Mapping[str, Words]):
    def __getitem__(self, code: str) -> Words:
        return _LOAD[code]()

    def __iter__(self) -> Iterator[str]:
        return iter(_LOAD)

    def __len__(self) -> int:
        return len(_LOAD)


LANGUAGES: Mapping[str, Words] = _Languages()


def words_for(language: str | None) -> Words:
    """The words of a Telegram language code such as `en-GB`; Dutch where it is unset or unknown to us."""
    return LANGUAGES.get((language or "nl").split("-")[0].lower(), LANGUAGES["nl"])

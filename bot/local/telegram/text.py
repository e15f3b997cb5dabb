"""What Telegram makes of a text on its way in: cleaned, parsed, measured, trimmed."""

from __future__ import annotations

import re

from bot.local.telegram.html import CannotParseError, Entity, parse_html, utf16_length
from bot.local.telegram.parameters import Parameters
from bot.local.telegram.refusals import LocalTelegramError, bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
MOST_ENTITIES = 100

_CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\u2028-\u202e]")
_SPACE = " \n\t"
_PLACES = "com|org|net|nl|be|eu|de|uk|fr|es|it|pt|io|me|info"
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{1,32})?(?![\w/<>]))"
    rf"|(?P<url>(?:https?://[^\s<>\"]*[\w/]|(?<![\w@.])(?:[a-zA-Z0-9-]+\.)+(?:{_PLACES})\b(?:/[^\s<>\"]*[\w/]?)?))"
    r"|(?P<mention>(?<!\w)@[a-zA-Z0-9_]{2,32}\b)"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
)
_HINTS = re.compile(r"[/@#]|\w\.\w")
# Nothing is looked for inside these.
_CLOSED = {"code", "pre"}
_STYLES = {"bold", "italic", "underline", "spoiler"}


def cleaned(text: str) -> str:
    """Control characters become spaces and carriage returns go, as Telegram does before anything else."""
    return _CONTROL.sub(" ", text.replace("\r", ""))


def formatted(parameters: Parameters, name: str) -> tuple[str, list[Entity]]:
    """A text that the bot sends, with the entities it marked and those that Telegram finds itself."""
    text = parameters.text(name)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    text, entities = cleaned(text), list[Entity]()
    mode = parameters.text("parse_mode").lower()
    if mode == "html":
        try:
            text, entities = parse_html(text)
        except CannotParseError as error:
            raise bad_request(f"can't parse entities: {error}") from None
        _refuse_styled_code(entities)
    elif mode:
        raise LocalTelegramError(f"this project writes HTML; the local Telegram does not play {mode}")
    text, entities = trimmed(text, entities)
    # What is over is shown plain: a hidden result too.
    return text, with_found(text, entities)[:MOST_ENTITIES]


def _refuse_styled_code(entities: list[Entity]) -> None:
    """Telegram takes styles away from code: a spoiler around a table would hide nothing of it."""
    for code in entities:
        if code["type"] in {"code", "pre"} and any(
            style["type"] in _STYLES and style["offset"] <= code["offset"] < style["offset"] + style["length"]
            for style in entities
        ):
            raise LocalTelegramError(f"a style around {code['type']} is lost")


def measured(text: str, limit: int, complaint: str) -> None:
    """Counts UTF-16 units, the strictest reading of "characters after entities parsing"."""
    if utf16_length(text) > limit:
        raise bad_request(complaint)


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without white space at both ends; at the front only up to where the first entity begins."""
    text = text.rstrip(_SPACE)
    length = utf16_length(text)
    for entity in entities:
        entity["length"] = min(entity["length"], length - entity["offset"])
    entities = [entity for entity in entities if entity["length"] > 0]
    front = len(text) - len(text.lstrip(_SPACE))
    front = min([front, *(entity["offset"] for entity in entities)])
    if front:
        for entity in entities:
            entity["offset"] -= front
    return text[front:], entities


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """Adds the commands, addresses, mentions and hashtags that Telegram makes tappable by itself."""
    if not _HINTS.search(text):
        return entities
    closed = [entity for entity in entities if entity["type"] in _CLOSED]
    found = []
    for match in _FOUND.finditer(text):
        offset = utf16_length(text[: match.start()])
        end = offset + utf16_length(match.group())
        if all(end <= entity["offset"] or offset >= entity["offset"] + entity["length"] for entity in closed):
            found.append({"type": match.lastgroup, "offset": offset, "length": end - offset})
    if not found:
        return entities
    return sorted([*entities, *found], key=lambda entity: (entity["offset"], -entity["length"]))

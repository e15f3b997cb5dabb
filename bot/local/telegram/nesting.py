"""Which entities Telegram lets lie within another: nothing within code, so that a style stops at its edges.

The rule is that of fix_entities in tdlib/td, MessageEntity.cpp: a spoiler around a `pre` hides nothing of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

Entity: TypeAlias = dict[str, Any]
"""A MessageEntity as the Bot API writes it; offset and length count UTF-16 units."""
CODE = frozenset({"code", "pre"})
STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})


def nested(entities: list[Entity]) -> list[Entity]:
    """The entities as Telegram keeps them, outer before inner."""
    code = [
        (entity["offset"], entity["offset"] + entity["length"]) for entity in entities if _is_code(entity)
    ]
    if not code:
        return entities
    kept = [piece for entity in entities for piece in _outside(entity, sorted(code))]
    return sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _is_code(entity: Entity) -> bool:
    return entity["type"] in CODE


def _outside(entity: Entity, code: list[tuple[int, int]]) -> Iterator[Entity]:
    """The pieces of a style that lie outside code; other entities whole."""
    if entity["type"] not in STYLES:
        yield entity
        return
    at, end = entity["offset"], entity["offset"] + entity["length"]
    for begins, ends in code:
        if begins >= end:
            break
        if at < begins:
            yield entity | {"offset": at, "length": begins - at}
        at = max(at, ends)
    if at < end:
        yield entity | {"offset": at, "length": end - at}

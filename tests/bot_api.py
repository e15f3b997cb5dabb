"""Whether a request is one that the Bot API takes, by its description in `bot_api.toml`."""

from __future__ import annotations

import html
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.local.telegram.calls import call
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.refusals import LocalResponse

DESCRIPTION = tomllib.loads((Path(__file__).parent / "bot_api.toml").read_text(encoding="utf-8"))
DOORS = ("bot.local.request.call", "bot.local.telegram.http.call")
"""Where the bot's requests come in to the local Telegram."""
METHODS: Mapping[str, Mapping[str, str]] = DESCRIPTION["methods"]
TYPES: Mapping[str, Mapping[str, str]] = DESCRIPTION["types"]
_FORM = re.compile(r"(?P<list>\[.*\])?(?P<name>\w+)?(?:\((?P<least>\d*)\.\.(?P<most>\d*)\))?")
_TAG = re.compile("<[^>]*>")


def faults_of(method: str, given: Mapping[str, Any], files: Mapping[str, bytes] | None = None) -> list[str]:
    """What the Bot API would not take of a request, a line for each fault; none for a good one."""
    if method not in METHODS:
        return [f"{method}: no such method is described"]
    values = {name: value for name, value in given.items() if value not in (None, "")}
    # A file that is sent along has the name of its field, or is named as attach://….
    values |= {name: content for name, content in (files or {}).items() if name in METHODS[method]}
    return [f"{method}: {fault}" for fault in _faults(METHODS[method], values, as_text=True)]


def _faults(fields: Mapping[str, str], values: Mapping[str, Any], *, as_text: bool) -> Iterator[str]:
    yield from (f"{name} is not described" for name in values.keys() - fields.keys())
    for name, form in fields.items():
        if name in values:
            yield from (
                f"{name}: {fault}" for fault in _of_value(form.rstrip("?"), values[name], as_text=as_text)
            )
        elif not form.endswith("?"):
            yield f"{name} is missing"


def _of_value(form: str, value: object, *, as_text: bool = False) -> list[str]:
    """The faults of a value under the form that it fits best."""
    each = [list(_of_form(choice.strip(), value, as_text=as_text)) for choice in form.split(" | ")]
    return min(each, key=len)


def _of_form(form: str, value: object, *, as_text: bool) -> Iterator[str]:
    found = _FORM.fullmatch(form)
    assert found, f"no form: {form}"
    name = found["name"]
    if as_text and isinstance(value, str) and name not in {"string", "html", "bytes", "file"}:
        given = value
        try:
            value = json.loads(given)
        except ValueError:
            yield f"{given!r} is no JSON"
            return
    if found["list"]:
        yield from _of_list(found["list"][1:-1], value)
    elif name in TYPES:
        if isinstance(value, dict):
            yield from _faults(TYPES[name], value, as_text=False)
        else:
            yield f"{value!r} is no {name}"
    elif not _is(name, value):
        yield f"{value!r} is no {name}"
        return
    size = _size(name, value)
    if found["least"] and size < int(found["least"]):
        yield f"{size} is less than {found['least']}"
    if found["most"] and size > int(found["most"]):
        yield f"{size} is more than {found['most']}"


def _of_list(form: str, value: object) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{value!r} is no list"
        return
    for number, each in enumerate(value):
        yield from (f"{number}: {fault}" for fault in _of_value(form, each))


def _is(name: str, value: object) -> bool:
    match name:
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
        case "file":
            return isinstance(value, bytes) or (isinstance(value, str) and value.startswith("attach://"))
        case _:
            return isinstance(value, str)


def _size(name: str | None, value: Any) -> int:  # noqa: ANN401 - whatever the form says
    match name:
        case "integer":
            return int(value)
        case "html":
            return len(html.unescape(_TAG.sub("", value)).strip().encode("utf-16-le")) // 2
        case "bytes":
            return len(value.encode("utf-8", "surrogatepass"))
        case "boolean":
            return 0
        case _:
            return len(value) if isinstance(value, str | list | bytes) else 0


async def checked_call(  # noqa: PLR0917 - everything that a request has
    telegram: LocalTelegram,
    token: str,
    method: str,
    given: dict[str, Any],
    files: dict[str, bytes] | None = None,
    file_names: dict[str, str] | None = None,
) -> LocalResponse:
    """A call to the local Telegram; the test fails where the description would not take it."""
    for fault in faults_of(method, given, files):
        raise telegram.violated(fault)
    return await call(telegram, token, method, given, files, file_names)

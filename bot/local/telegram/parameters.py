"""The forms in which parameters arrive: form fields as text, JSON bodies as they are."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from bot.local.telegram.refusals import LocalTelegramError


class Form(Enum):
    INTEGER = auto()
    BOOLEAN = auto()
    TEXT = auto()
    CHAT = auto()
    OBJECT = auto()
    ARRAY = auto()
    FILE = auto()


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of one request, each in the form that its method takes."""

    values: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)
    file_names: dict[str, str] = field(default_factory=dict)
    """What the files are called, by the names of their fields."""

    def has(self, name: str) -> bool:
        return name in self.values

    def integer(self, name: str, default: int = 0) -> int:
        return int(self.values.get(name, default))

    def boolean(self, name: str) -> bool:
        return bool(self.values.get(name, False))

    def text(self, name: str) -> str:
        return str(self.values.get(name, ""))

    def object(self, name: str) -> dict[str, Any] | None:
        found = self.values.get(name)
        return found if isinstance(found, dict) else None

    def array(self, name: str) -> list[Any]:
        found = self.values.get(name)
        return found if isinstance(found, list) else []


def read(
    method: str,
    forms: dict[str, Form],
    given: dict[str, Any],
    files: dict[str, bytes] | None = None,
    file_names: dict[str, str] | None = None,
) -> Parameters:
    """The parameters, parsed; LocalTelegramError for one the method does not take, or not in this form."""
    values = {}
    for name, value in given.items():
        form = forms.get(name)
        if form is None:
            raise LocalTelegramError(
                f"{method} has no parameter {name}, or the local Telegram does not play it"
            )
        if value is None or value == "":
            continue
        try:
            values[name] = _read(form, value)
        except ValueError:
            raise LocalTelegramError(f"{method}: {name} must be {form.name.lower()}, not {value!r}") from None
    return Parameters(values, files or {}, file_names or {})


def _read(form: Form, value: object) -> object:
    match form:
        case Form.INTEGER:
            return _integer(value)
        case Form.BOOLEAN:
            return _boolean(value)
        case Form.TEXT | Form.FILE:
            return _text(value)
        case Form.CHAT:
            return value if isinstance(value, str) and value.startswith("@") else _integer(value)
        case Form.OBJECT:
            return _json(value, dict)
        case Form.ARRAY:
            return _json(value, list)


def _integer(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise ValueError  # noqa: TRY004 - one error for every wrong form
    return int(value)


def _boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "True", "1", "yes"):
        return True
    if value in ("false", "False", "0", "no"):
        return False
    raise ValueError


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError  # noqa: TRY004 - one error for every wrong form
    return value


def _json(value: object, kind: type) -> object:
    read_value = json.loads(value) if isinstance(value, str) else value
    if not isinstance(read_value, kind):
        raise ValueError  # noqa: TRY004 - one error for every wrong form
    return read_value

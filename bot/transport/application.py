"""The library's Application, as all of this program's parts know it."""

from __future__ import annotations

from typing import Any, TypeAlias

from telegram.ext import Application

TelegramApplication: TypeAlias = Application[Any, Any, Any, Any, Any, Any]

"""What the outside world decides: the settings of `.env` and of the environment."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.sources.http import HttpAddress
from bot.sources.registry import REGISTRY, SourceSettings

NO_LIVE_SOURCE = "none"
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


def _https_address(address: str) -> str:
    if address and not address.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise ValueError("must begin with https://: Telegram posts to nothing else")
    return address


def _names_of_sources(written: object) -> object:
    """`uefa, api-football`: in merge order, what is said first counts most."""
    if not isinstance(written, str):
        return written
    names = tuple(name.strip().lower() for name in written.split(",") if name.strip())
    if names == (NO_LIVE_SOURCE,):
        return ()
    for name in names:
        if name not in REGISTRY:
            choice = ", ".join((*REGISTRY, NO_LIVE_SOURCE))
            raise ValueError(f"'{name}' is no source of live results; known are {choice}")
    if len(set(names)) < len(names):
        raise ValueError("names a source twice")
    return names


def _ids_of_people(written: object) -> object:
    if not isinstance(written, str):
        return written
    ids = tuple(number.strip() for number in written.split(",") if number.strip())
    for number in ids:
        if not number.isdecimal():
            raise ValueError(f"'{number}' is no Telegram user id, which is a number")
    return ids


class Settings(SourceSettings, BaseSettings):
    """Every setting, with what holds when it is left out, and those of each source; see `.env.example`."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    telegram_bot_token: SecretStr = SecretStr("")
    telegram_api_url: HttpAddress = "https://api.telegram.org"
    results_db: Path | None = None
    chats_db: Path = Path("var") / "chats.db"
    live_sources: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_names_of_sources)] = (
        "wikipedia",
        "openfootball",
    )
    live_every: Annotated[int, Field(ge=10, le=600)] = 30
    owners: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_ids_of_people)] = ()
    webhook_url: Annotated[str, AfterValidator(_https_address)] = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_listen: Annotated[str, Field(pattern=r"^[\w.:\[\]-]*:\d{1,5}$")] = "127.0.0.1:8080"
    messages_per_second: Annotated[float, Field(gt=0, le=100_000)] = 25
    pace: Annotated[float, Field(ge=1, le=1000)] = 1
    log_level: Annotated[str, Field(pattern="^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"
    log_format: Annotated[str, Field(pattern="^(text|json)$")] = "text"

    @model_validator(mode="after")
    def _webhook_has_a_secret(self) -> Settings:
        secret = self.webhook_secret.get_secret_value()
        if self.webhook_url and not _SECRET.fullmatch(secret):
            raise ValueError(
                "WEBHOOK_URL needs a WEBHOOK_SECRET of 16 to 256 letters, digits, _ and -; "
                "make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
            )
        return self

    @property
    def has_token(self) -> bool:
        return bool(self.telegram_bot_token.get_secret_value().strip())

"""What the outside world decides: the settings of `.env` and of the environment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def _http_address(address: str) -> str:
    if not address.startswith(("http://", "https://")):
        raise ValueError("must begin with http:// or https://")
    return address.rstrip("/")


class Settings(BaseSettings):
    """Every setting, with what holds when it is left out; `.env.example` explains each."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    telegram_bot_token: SecretStr = SecretStr("")
    telegram_api_url: Annotated[str, AfterValidator(_http_address)] = "https://api.telegram.org"
    results_db: Path | None = None
    chats_db: Path = Path("var") / "chats.db"
    log_level: Annotated[str, Field(pattern="^(DEBUG|INFO|WARNING|ERROR)$")] = "INFO"

    @property
    def has_token(self) -> bool:
        return bool(self.telegram_bot_token.get_secret_value().strip())

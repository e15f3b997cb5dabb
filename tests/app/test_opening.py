"""Which results database is answered from."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.app.opening import results_set
from bot.settings import Settings


@pytest.mark.parametrize(
    ("in_file", "in_environment"),
    [
        ("", ""),
        ("RESULTS_DB=here.db\n", ""),
        ("results_db='here.db'\nLIVE_EVERY=30\n", ""),
        ("", "there.db"),
        ("RESULTS_DB=here.db\n", "there.db"),
        ("RESULTS_DB=\n", ""),
    ],
)
def test_the_database_set_is_the_one_that_the_settings_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_file: str, in_environment: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if in_file:
        (tmp_path / ".env").write_text(in_file, encoding="utf-8")
    monkeypatch.setenv("RESULTS_DB", in_environment)
    assert results_set() == Settings().results_db

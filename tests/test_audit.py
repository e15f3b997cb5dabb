"""The audit of dependencies never says that all is well when it could look up nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
SOUND = {"name": "babel", "version": "2.17.0", "vulns": []}
VULNERABLE = {
    "name": "aiohttp",
    "version": "3.9.1",
    "vulns": [{"id": "PYSEC-2024-24", "fix_versions": ["3.9.2"], "aliases": [], "description": ""}],
}
NOT_FOUND = {"name": "httpx", "skip_reason": "Dependency not found on PyPI and could not be audited"}


def audit(tmp_path: Path, output: str) -> subprocess.CompletedProcess[str]:
    """As if pip-audit told this."""
    pip_audit = tmp_path / "pip-audit"
    pip_audit.write_text(f"#!{sys.executable}\nprint({output!r})\n")
    pip_audit.chmod(0o700)
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, ROOT / ".ci" / "audit.py", pip_audit, "requirements.lock"],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


@pytest.mark.parametrize(
    ("dependencies", "code", "line"),
    [
        ([SOUND], 0, "nothing is known against any of 1 dependencies"),
        ([SOUND, VULNERABLE, NOT_FOUND], 1, "aiohttp 3.9.1 has PYSEC-2024-24, fixed in 3.9.2"),
        ([SOUND, NOT_FOUND], 3, "NOT LOOKED UP: httpx"),
        ([NOT_FOUND], 3, "NOT LOOKED UP"),
        ([], 3, "NOT LOOKED UP"),
    ],
)
def test_what_was_looked_up_and_what_was_not_is_told(
    dependencies: list[object], code: int, line: str, tmp_path: Path
) -> None:
    done = audit(tmp_path, json.dumps({"dependencies": dependencies, "fixes": []}))
    assert done.returncode == code
    assert line in done.stderr


def test_an_audit_that_failed_is_no_clean_one(tmp_path: Path) -> None:
    done = audit(tmp_path, "could not connect")
    assert done.returncode == 3
    assert "NOT LOOKED UP" in done.stderr

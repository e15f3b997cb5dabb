"""Whether a known vulnerability concerns a locked dependency: `python .ci/audit.py PIP_AUDIT LOCK…`.

pip-audit alone says that it found nothing also where it could look up nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TypedDict

PATIENCE = 600
FOUND, NOT_LOOKED_UP = 1, 3
UNREACHABLE = "the advisories at pypi.org can't be reached from here; run 'make audit' again where they can"


class Vulnerability(TypedDict):
    id: str
    fix_versions: list[str]


class Dependency(TypedDict, total=False):
    """A looked up one has a version and vulnerabilities, another one the reason why it was not."""

    name: str
    version: str
    vulns: list[Vulnerability]
    skip_reason: str


def main(pip_audit: str, *locks: str) -> int:
    worst = 0
    for lock in locks:
        dependencies = look_up(pip_audit, Path(lock))
        code, lines = verdict(dependencies)
        for line in lines:
            print(f"{lock}: {line}", file=sys.stderr)
        worst = max(worst, code, key=(0, NOT_LOOKED_UP, FOUND).index)
    return worst


def look_up(pip_audit: str, lock: Path) -> list[Dependency]:
    """As pip-audit tells it; nothing when it could not."""
    # Names and versions are all that is looked up: nothing is resolved, built or installed.
    asked = [pip_audit, "--disable-pip", "--require-hashes", "--progress-spinner=off", "--format=json"]
    done = subprocess.run(  # noqa: S603 - our own lock
        [*asked, "--requirement", str(lock)], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    try:
        told: list[Dependency] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        return []
    return told


def verdict(dependencies: list[Dependency]) -> tuple[int, list[str]]:
    """The exit code, and what to say."""
    looked_up = [one for one in dependencies if "skip_reason" not in one]
    found = [
        f"{one['name']} {one['version']} has {vulnerability['id']}, "
        f"fixed in {', '.join(vulnerability['fix_versions']) or 'no version yet'}"
        for one in looked_up
        for vulnerability in one["vulns"]
    ]
    if found:
        return FOUND, found
    if not looked_up:
        return NOT_LOOKED_UP, [f"NOT LOOKED UP: {UNREACHABLE}"]
    if missing := [one["name"] for one in dependencies if "skip_reason" in one]:
        return NOT_LOOKED_UP, [f"NOT LOOKED UP: {', '.join(missing)}; nothing is known against the others"]
    return 0, [f"nothing is known against any of {len(looked_up)} dependencies"]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

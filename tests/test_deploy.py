"""A home on a server: the deploy pages say what is so, and what runs there may do no more than it needs."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from bot.settings import Settings
from bot.transport.polling import GOODBYE, GOODBYE_BESIDE, LAST_CONFIRMATION

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "deploy").glob("*.md"))
UNIT = ROOT / "deploy" / "uitslagbot.service"
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
WEBHOOK = (ROOT / "deploy" / "compose.webhook.yaml").read_text(encoding="utf-8")
SYSTEMD_ANALYZE = shutil.which("systemd-analyze")
OF_COMPOSE = {"DOMAIN", "COMPOSE_FILE"}
"""Read by compose from the same .env."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_says_to_type_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    typed = re.findall(r"(?:(?<!-u )\buitslagbot|(?:`|^)bot) ([a-z]+)", text, flags=re.MULTILINE)
    assert len(typed) >= 4
    assert set(typed) <= set(COMMANDS)
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    assert set(re.findall(r"(?:^|`|&& )make (\w+)", text, flags=re.MULTILINE)) <= targets
    for path in re.findall(r"\bdeploy/[\w.]+\w", text):
        assert (ROOT / path).is_file()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_settings_of_a_page_exist(page: Path) -> None:
    named = set(re.findall(r"`([A-Z_]{4,})(?:=|`)", page.read_text(encoding="utf-8")))
    assert named
    assert named <= {name.upper() for name in Settings.model_fields} | OF_COMPOSE


def test_the_settings_of_the_containers_exist() -> None:
    bot = WEBHOOK.split("\n  caddy:")[0]
    named = set(re.findall(r"^ {6}([A-Z_]+):", COMPOSE + bot, flags=re.MULTILINE))
    assert named == {"TELEGRAM_BOT_TOKEN", "WEBHOOK_LISTEN", "WEBHOOK_URL"}
    assert named <= {name.upper() for name in Settings.model_fields}


def test_caddy_lets_through_what_the_webhook_listens_to() -> None:
    caddy = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    found = re.search(r"WEBHOOK_URL: https://\$\{DOMAIN[^}]*\}(/\w+)", WEBHOOK)
    assert found
    assert re.findall(r"^\s+path (\S+)", caddy, flags=re.MULTILINE) == [found[1]]


def test_who_starts_it_waits_until_it_is_done() -> None:
    needed = GOODBYE + GOODBYE_BESIDE + LAST_CONFIRMATION
    for text, pattern in (
        (COMPOSE, r"stop_grace_period: (\d+)s"),
        (UNIT.read_text("utf-8"), r"TimeoutStopSec=(\d+)"),
    ):
        found = re.search(pattern, text)
        assert found
        assert needed < int(found[1])


def test_the_container_may_write_nothing_but_its_volume() -> None:
    for line in ("read_only: true", "- var:/bot/var", "- ALL", "- no-new-privileges:true"):
        assert f"    {line}\n" in COMPOSE
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    last = dockerfile.rsplit("\nFROM ", maxsplit=1)[1]
    assert re.search(r"^USER 10001:10001$", last, flags=re.MULTILINE)
    assert re.findall(r"^VOLUME (.+)$", last, flags=re.MULTILINE) == ["/bot/var"]


def test_the_image_is_made_of_what_goes_along() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    copied = {
        name
        for line in re.findall(r"^COPY (?!--)(.+) \S+$", dockerfile, flags=re.MULTILINE)
        for name in line.split()
    }
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert copied == {rule.removeprefix("!") for rule in rules if rule.startswith("!")}


@pytest.mark.skipif(not SYSTEMD_ANALYZE, reason="there is no systemd here to ask")
def test_systemd_finds_the_service_little_exposed() -> None:
    # In tenths: 0 is shut off from everything, 10 is a service about which nothing was said, 9.6.
    printed = subprocess.run(  # noqa: S603 - asked of our own file
        [SYSTEMD_ANALYZE or "", "security", "--offline=true", "--threshold=15", "--no-pager", str(UNIT)],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert printed.returncode == 0, printed.stdout[-500:] + printed.stderr

"""The README can't lie: its conversation is held, its floors are the lint contract's, its commands exist."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot.__main__ import cli
from bot.handlers.commands import NAMES
from bot.words import LANGUAGES

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_conversation_of_the_readme_goes_as_it_says(tmp_path: Path) -> None:
    found = re.search(r"```chat\n(.*?)```", README, flags=re.DOTALL)
    assert found
    turns = re.split(r"^> (.*)\n", found[1], flags=re.MULTILINE)[1:]
    typed = "".join(f"{turn}\n" for turn in turns[::2])
    done = subprocess.run(
        [sys.executable, "-m", "bot", "chat"],
        cwd=tmp_path,
        input=typed,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=600,
    )
    text = "\n".join(turn.strip("\n") for turn in turns[1::2])
    assert done.stdout.strip("\n").replace("\n\n🏆", "\n🏆") == text.replace("\n\n🏆", "\n🏆")


def test_the_floors_of_the_readme_are_the_lint_contract() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = [set(layer.replace(" ", "").split("|")) for layer in contract["contracts"][0]["layers"]]
    drawn = {}
    for line in README.splitlines():
        if found := re.match(r"([1-8])  bot/", line):
            modules = re.findall(r"bot/(\w+)(?:\.py|/)", line)
            drawn[int(found[1])] = {f"bot.{module}" for module in modules}
    assert [drawn[number] for number in sorted(drawn, reverse=True)] == layers


def test_every_subcommand_is_in_the_readme() -> None:
    for name in cli.commands:
        assert f"uitslagbot {name}" in README


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_line_of_help_in_every_language(language: str) -> None:
    words = LANGUAGES[language]
    for names in NAMES:
        assert words.command_help(names[0])
        assert words.command(names) in names


def test_the_commands_of_the_readme_exist() -> None:
    every_name = {name for names in NAMES for name in names}
    of_botfather = {"newbot", "setinline"}
    assert set(re.findall(r"`/(\w+)", README)) <= every_name | of_botfather

"""The pages can't lie: what they name exists, what they show goes as they say, their links lead somewhere."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from bot.app.asking import answer_in
from bot.app.opening import forgetful_chats
from bot.views.answer import PLAIN, unfolded
from bot.words import LANGUAGES
from tests.shared import answering_from_the_snapshot

ROOT = Path(__file__).parents[1]
BOT = ROOT / "bot"
PAGES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
}
ARCHITECTURE = PAGES["docs/architecture.md"]
HOP = re.compile(r"`([\w/]+\.py):([\w.]+)`")
FILE = re.compile(r"`((?:[\w.-]+/)*[\w.-]+\.(?:py|md|csv|toml|lock|yml|yaml))`")
OF_FOLDER = re.compile(r"`((?:[\w.-]+/)+)`")
CONVERSATIONS = [
    pytest.param(found[1], id=page)
    for page, text in PAGES.items()
    for found in re.finditer(r"```chat\n(.*?)```", text, flags=re.DOTALL)
]
MADE_HERE = {"matches.csv", "goals.csv", "my.db", "cl.txt"}
"""Files that somebody else brings."""


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse((BOT / file).read_text(encoding="utf-8"))


def _defined(file: str, name: str) -> ast.AST | None:
    """The class, function, method, field or constant of that dotted name."""
    found: ast.AST = _tree(file)
    for part in name.split("."):
        body: list[ast.stmt] = getattr(found, "body", [])
        inside = [node for node in body if part in _names(node)]
        if not inside:
            return None
        found = inside[0]
    return found


def _names(node: ast.stmt) -> set[str]:
    match node:
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
            return {node.name}
        case ast.Assign():
            return {target.id for target in node.targets if isinstance(target, ast.Name)}
        case ast.AnnAssign(target=ast.Name(id=name)):
            return {name}
        case _:
            return set()


@pytest.mark.parametrize("page", PAGES)
def test_every_place_in_the_code_that_a_page_names_exists(page: str) -> None:
    for number, line in enumerate(PAGES[page].splitlines(), start=1):
        for file, name in HOP.findall(line):
            assert (BOT / file).is_file(), f"{page}:{number}: there is no bot/{file}"
            assert _defined(file, name), f"{page}:{number}: bot/{file} has no {name}"


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_exists(page: str) -> None:
    for number, line in enumerate(PAGES[page].splitlines(), start=1):
        for name in (*FILE.findall(line), *OF_FOLDER.findall(line)):
            there = name in MADE_HERE or any((place / name).exists() for place in (ROOT, BOT))
            assert there or name.startswith(("var/", "dist/", "folder/")), (
                f"{page}:{number}: there is no {name}"
            )


def _layers(container: str) -> list[set[str]]:
    """What the lint contract says of the floors in a package, the highest first."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    contract = next(
        contract
        for contract in contracts["contracts"]
        if contract["type"] == "layers" and contract.get("containers", ["bot"]) == [container]
    )
    return [set(layer.replace(" ", "").split("|")) for layer in contract["layers"]]


def test_the_floors_of_the_page_are_the_lint_contract() -> None:
    drawn = {}
    for line in ARCHITECTURE.splitlines():
        if found := re.match(r"([1-8])  bot/", line):
            modules = re.findall(r"bot/(\w+)(?:\.py|/)", line)
            drawn[int(found[1])] = {f"bot.{module}" for module in modules}
    assert [drawn[number] for number in sorted(drawn, reverse=True)] == _layers("bot")


def test_the_floors_inside_football_are_the_lint_contract() -> None:
    drawn = re.search(r"```\n(players\n.*?)```", ARCHITECTURE, flags=re.DOTALL)
    assert drawn
    assert [set(line.split(" · ")) for line in drawn[1].splitlines()] == _layers("bot.football")


@pytest.mark.process
@pytest.mark.parametrize("conversation", CONVERSATIONS)
def test_a_conversation_goes_as_the_page_says(conversation: str, tmp_path: Path) -> None:
    turns = re.split(r"^> (.*)\n", conversation, flags=re.MULTILINE)[1:]
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
    answers = "\n".join(turn.strip("\n") for turn in turns[1::2])
    assert done.stdout.strip("\n").replace("\n\n🏆", "\n🏆") == answers.replace("\n\n🏆", "\n🏆")


def test_the_page_of_the_command_line_shows_a_conversation() -> None:
    assert "docs/command-line.md" in {conversation.id for conversation in CONVERSATIONS}


def test_the_answer_in_the_readme_is_what_a_phone_shows() -> None:
    found = re.search(r"\n`(/[^`]+)`\n\n<blockquote>\n(.*?)\n</blockquote>", PAGES["README.md"], re.DOTALL)
    assert found
    answer = answer_in(
        answering_from_the_snapshot(forgetful_chats()), found[1], datetime.now(UTC), LANGUAGES["nl"]
    )
    keyboard = [" ".join(f"<kbd>{button.text}</kbd>" for button in row) for row in answer.buttons]
    assert found[2].split("<br>\n") == [*unfolded(PLAIN.of(answer.html)).split("\n"), "", *keyboard]


def test_every_subcommand_is_on_its_page() -> None:
    for name in COMMANDS:
        assert f"uitslagbot {name}" in PAGES["docs/command-line.md"]


@pytest.mark.parametrize("page", PAGES)
def test_the_subcommands_and_targets_that_a_page_names_exist(page: str) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(re.findall(r"(?:`|^|\s)uitslagbot ([a-z]+)\b", PAGES[page])) <= set(COMMANDS)
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", PAGES[page], flags=re.MULTILINE)) <= set(targets)


def test_every_target_is_on_the_page_of_the_command_line() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    listed = re.search(r"^\.PHONY: all (.*)$", makefile, flags=re.MULTILINE)
    assert listed
    for target in listed[1].split():
        assert f"`make {target}" in PAGES["docs/command-line.md"]


@pytest.mark.parametrize("page", PAGES)
def test_the_commands_that_a_page_names_exist(page: str) -> None:
    names = {
        name
        for command in answering_from_the_snapshot(forgetful_chats()).listed
        for name in command.names.all
    }
    of_botfather, of_the_webhook = {"newbot", "setinline"}, {"healthz", "metrics"}
    assert set(re.findall(r"`/(\w+)", PAGES[page])) <= names | of_botfather | of_the_webhook


@pytest.mark.parametrize("page", PAGES)
def test_the_links_of_a_page_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    for link in re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", PAGES[page]):
        file, _, heading = "".join(link).partition("#")
        if file.startswith("https://"):
            continue
        target = folder / file if file else ROOT / page
        assert target.exists(), f"{page} links to {file}"
        if heading:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert heading in {
                re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings
            }


def test_the_readme_is_one_page() -> None:
    assert len(PAGES["README.md"].splitlines()) <= 130

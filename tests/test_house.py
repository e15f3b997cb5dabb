"""The house rules that the lint contract can't see: where SQL, sentences and escaping may stand."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest

from bot.errors import BotError
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "bot").rglob("*.py"))
LOCKS = [*ROOT.glob("requirements*.lock"), ROOT / "benchmarks" / "peers.lock"]
SQL = re.compile(
    r"\b(SELECT .+ FROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX|VIEW)|PRAGMA) ?",
    re.DOTALL,
)
DUTCH = re.compile(
    r"\b(uitslag(en)? (van|onbekend)|wedstrijd(en)?|doelpunt(en)?|uitgeschakeld|verlenging|kwartfinales?)\b",
    re.IGNORECASE,
)


def _floor(module: Path) -> str:
    return module.relative_to(ROOT / "bot").parts[0]


@cache
def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def _texts(module: Path) -> list[str]:
    tree = _tree(module)
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    # A string that stands by itself documents the constant or field before it.
    documentation |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_sql_is_spoken_in_the_database_alone(module: Path) -> None:
    if _floor(module) != "database":
        assert not [text for text in _texts(module) if SQL.search(text)]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_dutch_sentences_stand_in_the_words_alone(module: Path) -> None:
    if _floor(module) not in {"words", "football", "sources"}:
        assert not [text for text in _texts(module) if DUTCH.search(text)]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_html_is_escaped_in_the_views_alone(module: Path) -> None:
    if _floor(module) != "views":
        names = {node.attr for node in ast.walk(_tree(module)) if isinstance(node, ast.Attribute)}
        assert "escape" not in names or _floor(module) == "transport"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_too_long_to_read_in_one_go(module: Path) -> None:
    if _floor(module) != "words":
        assert len(module.read_text(encoding="utf-8").splitlines()) <= 300


def test_env_example_names_exactly_the_settings() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = re.findall(r"^([A-Z_]+)=", example, flags=re.MULTILINE)
    assert sorted(named) == sorted(name.upper() for name in Settings.model_fields)


def test_locks_hold_no_addresses() -> None:
    for lock in LOCKS:
        assert "://" not in lock.read_text(encoding="utf-8")


def test_everything_locked_has_a_hash() -> None:
    for lock in LOCKS:
        text = lock.read_text(encoding="utf-8")
        for pinned in re.split(r"\n(?=\S)", text.strip()):
            assert "--hash=sha256:" in pinned, pinned


def test_the_package_is_the_one_that_is_described() -> None:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert described["project"]["scripts"] == {"uitslagbot": "bot.__main__:main"}


ROOMY = {"handlers", "views"}
"""One module for each command and each answer."""


@pytest.mark.parametrize(
    "folder", sorted({module.parent for module in MODULES}), ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_folder_can_be_overlooked(folder: Path) -> None:
    modules = [path for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= 16 or folder.name in ROOMY


@pytest.mark.parametrize(
    "folder", sorted({module.parent for module in MODULES}), ids=lambda path: str(path.relative_to(ROOT))
)
def test_no_three_siblings_share_a_prefix(folder: Path) -> None:
    names = [
        path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    ]
    prefixes = Counter(name.partition("_")[0] for name in names if not name.startswith("_"))
    assert not {prefix for prefix, times in prefixes.items() if times >= 3}


def test_a_class_name_has_one_meaning() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(module.relative_to(ROOT)))
    assert {name for name, modules in places.items() if len(modules) > 1} == set()


VAGUE = {"told", "said", "asked", "seen", "known", "one"}
"""Participles that name a match as well as a text, a flag or a callback."""


PYTHON = [
    *MODULES,
    *(path for room in ("tests", "benchmarks") for path in sorted((ROOT / room).rglob("*.py"))),
]


def test_no_name_is_vague() -> None:
    vague = {str(module.relative_to(ROOT)): _names(_tree(module)) & VAGUE for module in PYTHON}
    assert {module: names for module, names in vague.items() if names} == {}


def _names(tree: ast.Module) -> set[str]:
    """What a module calls its parameters, variables, fields, functions and classes."""
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
    return names


def test_every_error_is_a_bot_error_and_stands_in_its_tree() -> None:
    errors = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for module in MODULES
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.ClassDef) and _is_an_error(node)
    }
    errors.pop("BotError")
    assert [name for name in errors if not name.endswith("Error")] == []
    assert [name for name, bases in errors.items() if not bases & {"BotError", *errors}] == []
    drawn = set(re.findall(r"\b(\w+Error)\b", BotError.__doc__ or ""))
    assert {name for name in errors if not name.startswith("_")} - drawn == set()


def _is_an_error(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id.endswith(("Error", "Exception")) for base in node.bases)

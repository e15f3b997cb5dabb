"""One file that pip installs, results included: it answers anywhere, and holds nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.process

ROOT = Path(__file__).parents[1]
THE_TIE = "/uitslag Arsenal - Östersund 2017/18\n"


def wheel_of(checkout: Path, target: Path) -> Path:
    subprocess.run(  # noqa: S603 - our own checkout
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=checkout,
        capture_output=True,
        check=True,
        timeout=600,
    )
    (wheel,) = target.glob("uitslagbot-*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel_of(ROOT, tmp_path_factory.mktemp("wheel"))


def carried_into_the_image() -> list[str]:
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [rule for rule in rules if rule and not rule.startswith("#")]
    assert rules[0] == "*", "all is left out but what is named"
    return [rule.removeprefix("!") for rule in rules if rule.startswith("!")]


def test_the_wheel_holds_the_program_and_the_results_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as inside:
        names = inside.namelist()
        assert inside.read("bot/data/results.db") == (ROOT / "data/results.db").read_bytes()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"bot", "uitslagbot"}
    assert {Path(name).suffix for name in names if name.startswith("bot/")} == {".py", ".db", ".md"}
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert "bot/data/SOURCES.md" in names


def test_what_goes_into_the_image_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in carried_into_the_image():
        if (ROOT / name).is_dir():
            leave_out = shutil.ignore_patterns("__pycache__", "facts")
            shutil.copytree(ROOT / name, checkout / name, ignore=leave_out)
        else:
            shutil.copy(ROOT / name, checkout)
    assert wheel_of(checkout, tmp_path / "made").read_bytes() == wheel.read_bytes()


def test_an_installed_bot_answers_in_an_empty_folder_and_leaves_it_empty(wheel: Path, tmp_path: Path) -> None:
    place, folder = tmp_path / "venv", tmp_path / "folder"
    folder.mkdir()
    venv.create(place, with_pip=False, symlinks=True)
    python = place / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-index", "--no-deps"]
    subprocess.run([*pip, str(wheel)], capture_output=True, check=True, timeout=600)  # noqa: S603 - made above
    # What it depends on is taken from where the tests run: no registry is asked here.
    (site_packages,) = place.glob("lib/python*/site-packages")
    (site_packages / "beside.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")

    def command(*words: str, typed: str = "") -> str:
        done = subprocess.run(  # noqa: S603 - installed above
            [str(place / "bin" / "uitslagbot"), *words],
            cwd=folder,
            # With sources to ask it would keep a copy of the results here, of what it learns.
            env={"LIVE_SOURCES": "none"},
            input=typed,
            capture_output=True,
            encoding="utf-8",
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "Arsenal – Östersunds FK 1-2 (rust 0-2)" in command("chat", typed=THE_TIE)
    assert "Arsenal – Östersunds FK 4-2" in command("ask", THE_TIE.strip())
    assert f"results: {site_packages / 'bot' / 'data' / 'results.db'}" in command("check")
    assert not list(folder.iterdir())

"""What runs on GitHub: with no more rights than it needs, by actions that nobody can change behind us."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WORKFLOWS = {
    path.stem: path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml")
}
PROPOSE = ROOT / ".ci" / "propose"
every = pytest.mark.parametrize("workflow", WORKFLOWS.values(), ids=WORKFLOWS)


def _jobs(workflow: str) -> dict[str, str]:
    parts = re.split(r"^  ([a-z]+):\n", workflow.partition("\njobs:\n")[2], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_there_is_one_for_changes_for_results_for_locks_and_for_a_release() -> None:
    assert set(WORKFLOWS) == {"ci", "data", "locks", "release"}


@every
def test_every_action_is_pinned_by_the_hash_of_a_commit(workflow: str) -> None:
    actions = re.findall(r"uses: (.*)", workflow)
    assert actions
    for action in actions:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_an_action_has_one_version_in_all_of_them() -> None:
    pinned = {action for workflow in WORKFLOWS.values() for action in re.findall(r"uses: (.*)", workflow)}
    assert len(pinned) == len({action.partition("@")[0] for action in pinned})


@every
def test_a_job_has_only_the_rights_that_it_names(workflow: str) -> None:
    assert "\npermissions: {}\n" in workflow
    for name, job in _jobs(workflow).items():
        assert "\n    permissions:\n" in job, name
        assert "write-all" not in job, name


@every
def test_no_job_leaves_its_rights_in_the_checkout(workflow: str) -> None:
    assert workflow.count("actions/checkout@") == workflow.count("persist-credentials: false")


@pytest.mark.parametrize(("workflow", "job"), [("data", "rebuild"), ("locks", "renew")])
def test_the_job_that_reads_what_others_wrote_changes_nothing(workflow: str, job: str) -> None:
    jobs = _jobs(WORKFLOWS[workflow])
    assert "make " in jobs[job]
    assert ": write" not in jobs[job]
    assert set(jobs) == {job, "propose"}
    assert "make " not in jobs["propose"]


def test_ci_is_what_everybody_runs() -> None:
    assert "run: .ci/run" in WORKFLOWS["ci"]


@dataclass(frozen=True)
class Checkout:
    """With a repository to push to, and a `gh` that writes down what it is told."""

    folder: Path
    path: str

    def propose(self, text: str) -> None:
        (self.folder / "results.txt").write_text(text)
        (self.folder / "body.md").write_text("Built this morning.")
        subprocess.run(  # noqa: S603 - our own script
            [PROPOSE, "results", "Results as of today", "body.md", "results.txt"],
            cwd=self.folder,
            env={"PATH": self.path, "BASE": "main", "HOME": str(self.folder)},
            check=True,
            timeout=600,
        )

    def git(self, *words: str) -> str:
        done = subprocess.run(  # noqa: S603 - in a folder of its own
            ["git", *words],  # noqa: S607
            cwd=self.folder,
            env={"PATH": self.path, "HOME": str(self.folder)},
            capture_output=True,
            text=True,
            check=True,
            timeout=600,
        )
        return done.stdout

    def requests(self) -> list[str]:
        return (self.folder / "asked").read_text().splitlines()


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    folder = tmp_path / "checkout"
    folder.mkdir()
    gh = tmp_path / "gh"
    gh.write_text(
        '#!/bin/sh\necho "$@" >> asked\n[ "$2" != create ] || touch open\n'
        '[ "$2" != list ] || [ ! -e open ] || echo 7\n'
    )
    gh.chmod(0o700)
    made = Checkout(folder, f"{tmp_path}:{os.environ['PATH']}")
    made.git("init", "--quiet", "--bare", str(tmp_path / "remote"))
    made.git("clone", "--quiet", str(tmp_path / "remote"), ".")
    made.git("config", "user.email", "fleur@example.org")
    made.git("config", "user.name", "Fleur")
    made.git("switch", "--quiet", "--create", "main")
    (folder / "results.txt").write_text("Arsenal 1-2\n")
    made.git("add", "results.txt")
    made.git("commit", "--quiet", "--message", "Results")
    made.git("push", "--quiet", "origin", "main")
    return made


@pytest.mark.process
def test_new_results_are_proposed_in_one_commit_and_one_pull_request(checkout: Checkout) -> None:
    checkout.propose("Arsenal 3-1\n")
    assert checkout.git("show", "origin/results:results.txt") == "Arsenal 3-1\n"
    assert checkout.git("log", "--format=%s", "origin/main..origin/results") == "Results as of today\n"
    assert checkout.requests()[-1].startswith(
        "pr create --base main --head results --title Results as of today"
    )
    checkout.git("switch", "--quiet", "main")
    checkout.propose("Arsenal 3-2\n")
    assert checkout.git("show", "origin/results:results.txt") == "Arsenal 3-2\n"
    assert checkout.git("log", "--format=%s", "origin/main..origin/results") == "Results as of today\n"
    assert checkout.requests()[-1] == "pr edit 7 --body-file body.md"
    assert checkout.git("show", "origin/main:results.txt") == "Arsenal 1-2\n"

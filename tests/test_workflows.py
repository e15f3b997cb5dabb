"""What runs on GitHub: with no more rights than it needs, by actions that nobody can change behind us."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WORKFLOWS = {
    path.stem: path.read_text(encoding="utf-8") for path in (ROOT / ".github" / "workflows").glob("*.yml")
}
every = pytest.mark.parametrize("workflow", WORKFLOWS.values(), ids=WORKFLOWS)


def _jobs(workflow: str) -> dict[str, str]:
    parts = re.split(r"^  ([a-z]+):\n", workflow.partition("\njobs:\n")[2], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_there_is_one_for_changes_one_for_the_results_and_one_for_a_release() -> None:
    assert set(WORKFLOWS) == {"ci", "data", "release"}


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


def test_the_job_that_reads_what_others_wrote_changes_nothing() -> None:
    jobs = _jobs(WORKFLOWS["data"])
    assert "make data" in jobs["rebuild"]
    assert ": write" not in jobs["rebuild"]
    assert "make" not in re.findall(r"^ +(\w+)", jobs["propose"], flags=re.MULTILINE)


def test_ci_is_what_everybody_runs() -> None:
    assert "run: .ci/run" in WORKFLOWS["ci"]

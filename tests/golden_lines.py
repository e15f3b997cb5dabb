"""How long the golden answers are: `python -m tests.golden_lines` prints lines, wide lines and characters."""

from __future__ import annotations

from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"
PHONE = 42
"""Characters that fit beside each other on a phone, at most."""


def answer_lines(golden: Path) -> list[str]:
    """The lines of an approved answer, without the question above it and the buttons under it."""
    _, *lines = golden.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not (line.startswith("[") and line.endswith("]"))]


def wide_lines(golden: Path) -> list[str]:
    return [line for line in answer_lines(golden) if len(line) > PHONE]


def main() -> None:
    each = sorted(GOLDEN.glob("*.txt"))
    for golden in each:
        lines = answer_lines(golden)
        wide = len(wide_lines(golden))
        print(f"{len(lines):5} {wide:5} {sum(map(len, lines)):7}  {golden.stem}")  # noqa: T201 - a report
    lines = [line for golden in each for line in answer_lines(golden)]
    wide = sum(len(wide_lines(golden)) for golden in each)
    print(f"{len(lines):5} {wide:5} {sum(map(len, lines)):7}  {len(each)} answers")  # noqa: T201


if __name__ == "__main__":
    main()

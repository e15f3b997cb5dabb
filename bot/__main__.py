"""The command line."""


def main() -> None:
    """Answer one question."""

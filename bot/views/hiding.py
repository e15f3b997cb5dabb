"""How hidden results look: behind one mark a line, so that neither lines nor marks tell what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

RULER = "─"
SECRET, SECRET_ENDS = "<tg-spoiler>", "</tg-spoiler>"
FOLD, FOLD_ENDS = "<blockquote expandable>", "</blockquote>"
SECRETS = re.compile(f"{SECRET}(.*?){SECRET_ENDS}", re.DOTALL)
LONGEST_LINE = 2000
"""A longer list keeps its lines, so that it can go on in another message."""
_BETWEEN = " · "
_TABLE = re.compile(f"{SECRET}<pre>(.*?)</pre>{SECRET_ENDS}", re.DOTALL)
_FOLDED_SECRET = re.compile(f"{FOLD}({SECRET}[^<]*{SECRET_ENDS}){FOLD_ENDS}")
_FOLDED = re.compile(f"{FOLD}(.*?){FOLD_ENDS}", re.DOTALL)
_TAG = re.compile("<[^>]*>")
_BETWEEN_SECRETS = re.compile(f"{SECRET_ENDS}([ \n]){SECRET}")
_SPACE_IN_TAG = re.compile(r" +(?=(</\w+>)*$)")
_SPACES_BETWEEN_TAGS = re.compile("( (?:<[^>]*>)*) +")
_KEPT_LINE, _KEPT_FOLD = "\x00", "\x01"
"""They stand for the end of a line within a hidden table, and for what is folded."""


def hidden(text: str) -> str:
    """A text in which what is secret stands at the end of the line that it belongs to, behind one mark.

    A line that is secret as a whole belongs to the line above it in its block of which a part is secret, or
    to the first such line below it; where there is none it stands by itself. Telegram hides nothing in a
    table, which becomes lines.
    """
    text = _FOLDED_SECRET.sub(r"\1", _TABLE.sub(_in_lines, text))
    folded: list[str] = []

    def keep(fold: re.Match[str]) -> str:
        folded.append(f"{FOLD}{_each_block(fold[1])}{FOLD_ENDS}")
        return _KEPT_FOLD

    text = _each_block(_FOLDED.sub(keep, text))
    for fold in folded:
        text = text.replace(_KEPT_FOLD, fold, 1)
    # Few long ones: Telegram counts each.
    return _BETWEEN_SECRETS.sub(r"\1", text.replace(_KEPT_LINE, "\n"))


def _each_block(text: str) -> str:
    text = SECRETS.sub(_on_one_line, text)
    return "\n\n".join("\n".join(_lines(block.split("\n"))) for block in text.split("\n\n"))


def _lines(lines: list[str]) -> Iterator[str]:
    found: list[tuple[str, list[str]]] = []
    partly: list[str] | None = None
    """What is hidden of the last line of which a part is shown."""
    for line in lines:
        secrets = [secret for secret in SECRETS.findall(line) if secret]
        shown = SECRETS.sub("", line).rstrip()
        if not secrets or _TAG.sub("", shown).strip():
            if secrets and partly is None:
                secrets = [*_taken(found), *secrets]
            found.append(
                (_SPACES_BETWEEN_TAGS.sub(r"\1", _SPACE_IN_TAG.sub("", shown)) if secrets else line, secrets)
            )
            partly = secrets or partly
        elif partly is None or _KEPT_LINE in line:
            found.append(("", secrets))
        else:
            partly += secrets
    for shown, secrets in found:
        mark = f"{SECRET}{_BETWEEN.join(secrets)}{SECRET_ENDS}" if secrets else ""
        yield f"{shown} {mark}" if shown and mark else shown or mark


def _taken(found: list[tuple[str, list[str]]]) -> list[str]:
    """The lines that are secret as a whole, taken from where they stand."""
    whole = [secret for shown, secrets in found if not shown for secret in secrets]
    found[:] = [line for line in found if line[0]]
    return whole


def _on_one_line(secret: re.Match[str]) -> str:
    # Telegram hides no code either.
    text = secret[1].strip("\n").replace("<code>", "").replace("</code>", "")
    if len(text) <= LONGEST_LINE:
        text = _BETWEEN.join(line for line in text.split("\n") if line).replace(f".{_BETWEEN}", ". ")
    else:
        text = text.replace("\n\n", "\n").replace("\n", _KEPT_LINE)
    return f"{SECRET}{text}{SECRET_ENDS}"


def _in_lines(table: re.Match[str]) -> str:
    """A table without its columns."""
    rows = (" ".join(row.split()) for row in table[1].splitlines())
    text = _KEPT_LINE.join(RULER * 8 if row.startswith(RULER) else row for row in rows)
    return f"{SECRET}{text}{SECRET_ENDS}"

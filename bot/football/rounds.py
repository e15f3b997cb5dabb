"""Where a match belongs: its competition, its season, its round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Competition:
    """A competition by its code: ours stand in `competitions`, any other title is kept as written."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True, order=True)
class Season:
    """A season by the year in which it starts; written 2017/18."""

    start_year: int

    def __str__(self) -> str:
        return f"{self.start_year}/{(self.start_year + 1) % 100:02d}"


class RoundKind(StrEnum):
    """Rounds in the order in which they are played; the values are the codes of the CSV format."""

    PRELIMINARY = "PR"
    QUALIFYING_1 = "Q1"
    QUALIFYING_2 = "Q2"
    QUALIFYING_3 = "Q3"
    PLAY_OFF = "PO"
    FIRST = "R1"
    SECOND = "R2"
    THIRD = "R3"
    GROUP = "GROUP"
    SECOND_GROUP = "G2"
    LEAGUE = "LEAGUE"
    KNOCKOUT_PLAY_OFF = "KPO"
    OTHER = "OTHER"
    """A round of another competition that has no code here; its label is its name."""
    LAST_64 = "R64"
    LAST_32 = "R32"
    LAST_16 = "R16"
    QUARTER_FINAL = "QF"
    SEMI_FINAL = "SF"
    FINAL = "F"

    # Rounds are looked up for every match; an enumeration's own way takes ten times as long.
    __hash__ = str.__hash__

    @property
    def is_table(self) -> bool:
        """Whether places in a table are at stake, not a tie."""
        return self is RoundKind.GROUP or self is RoundKind.LEAGUE or self is RoundKind.SECOND_GROUP

    @property
    def is_qualifying(self) -> bool:
        return _ROUND_ORDER[self] <= _ROUND_ORDER[RoundKind.PLAY_OFF]


_ROUND_ORDER = {kind: place for place, kind in enumerate(RoundKind)}


@dataclass(frozen=True, slots=True)
class Round:
    """A round; the label is the letter of a group (empty when unknown) or the name of another round."""

    kind: RoundKind
    label: str = ""

    @classmethod
    def from_code(cls, code: str) -> Round:
        """Read `R16`, `GROUP`, `GROUP A` or `OTHER Match for third place`; ValueError when it is none."""
        kind, _, label = code.strip().partition(" ")
        label = label.strip()
        found = RoundKind(kind)
        if label and not (found.is_table or found is RoundKind.OTHER):
            raise ValueError(code)
        if found is RoundKind.OTHER and not label:
            raise ValueError(code)
        return cls(found, label)

    @property
    def code(self) -> str:
        return f"{self.kind.value} {self.label}".rstrip()

    @property
    def is_unknown(self) -> bool:
        """Whether the source does not tell the round."""
        return self == UNKNOWN_ROUND

    @property
    def order(self) -> tuple[int, str]:
        """Where this round comes in a season."""
        return (_ROUND_ORDER[self.kind], self.label)

    def __str__(self) -> str:
        return self.code


UNKNOWN_ROUND = Round(RoundKind.OTHER, "?")

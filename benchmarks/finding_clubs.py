"""How well and how fast clubs are found, beside what a plain fuzzy search would do.

Usage: python benchmarks/finding_clubs.py QUERIES.tsv [--misses KIND…]

QUERIES.tsv has the columns query, expected, kind, direct_ok and source, tab separated and unquoted.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from collections.abc import Callable, Iterable

from bot.football.model import Club
from bot.football.names.finder import (
    ClubChoice,
    ClubElsewhere,
    ClubFinder,
    ClubName,
    Found,
    NoClub,
    OneClub,
    Renown,
    TwoClubs,
)
from bot.football.names.folding import fold
from bot.football.names.found import PairChoice
from bot.football.names.in_memory import NamesInMemory

FACTS = Path(__file__).resolve().parents[1] / "data" / "facts"
POSITIVE = [
    *("exact", "short", "no_diacritics", "exonym_nl", "word_order", "phonetic", "typo_1", "typo_2"),
    *("other_script", "abbreviation", "nickname", "nickname_rare", "old_name", "feed_name"),
    *("phrase", "suffix", "pair"),
]


@dataclass(frozen=True)
class Query:
    text: str
    expected: tuple[str, ...]
    kind: str
    direct_ok: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    verdict: str
    ids: tuple[str, ...]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def read_queries(path: Path) -> list[Query]:
    queries = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        text, expected, kind, direct_ok, *_ = [*line.split("\t"), "", "", "", ""]
        ids = tuple(part.strip() for part in expected.split(",") if part.strip())
        direct = tuple(part.strip() for part in direct_ok.split(",") if part.strip() not in {"", "-"})
        queries.append(Query(text, ids, kind, direct))
    return queries


def read_finder() -> tuple[ClubFinder, list[ClubName], float]:
    clubs = {
        row["id"]: Club(row["id"], row["name"], row["country"], row["dutch_name"])
        for row in rows(FACTS / "clubs.csv")
    }
    names = [
        ClubName(clubs[row["club"]], row["name"], row["kind"], bool(row["shared"]))
        for row in rows(FACTS / "club_names.csv")
    ]
    elsewhere = [
        ClubElsewhere(row["name"], row["country"], tuple(filter(None, row["also"].split("|"))))
        for row in rows(FACTS / "elsewhere_clubs.csv")
    ]
    ordinary = [row["word"] for row in rows(FACTS / "ordinary_words.csv")]
    renown = {row["club"]: Renown(int(row["matches"]), int(row["last_season"])) for row in _renown_rows()}
    begin = time.perf_counter()
    finder = ClubFinder(NamesInMemory(names, elsewhere=elsewhere, renown=renown, ordinary_words=ordinary))
    return finder, names, time.perf_counter() - begin


def _renown_rows() -> list[dict[str, str]]:
    """Matches a club, from the published results where they are there."""
    path = FACTS.parent / "results.db"
    if not path.exists() or not path.stat().st_size:
        return []
    import sqlite3  # noqa: PLC0415 - only this measurement reads the file itself

    link = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        counted = link.execute(
            "select club, count(*), max(season) from (select home as club, season from matches"
            " union all select away, season from matches) group by club"
        ).fetchall()
    except sqlite3.Error:
        return []
    finally:
        link.close()
    return [{"club": club, "matches": str(count), "last_season": str(last)} for club, count, last in counted]


def as_answer(found: Found) -> Answer:
    match found:
        case OneClub(club):
            return Answer("club", (club.id,))
        case TwoClubs(first, second):
            return Answer("pair", (first.id, second.id))
        case ClubChoice() | PairChoice():
            return Answer("choice", tuple(club.id for club in found.clubs))
        case NoClub():
            return Answer("none", ())


def owners_of(names: list[ClubName]) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in names:
        owners[fold(entry.name)].add(entry.club.id)
    return owners


def by_scorer(names: list[ClubName], scorer: Callable[..., float]) -> Callable[[str], Answer]:
    """A plain search: the best name answers from 90, the best few are offered from 70."""
    owners = owners_of(names)
    choices = list(owners)

    def find(text: str) -> Answer:
        hits = process.extract(fold(text), choices, scorer=scorer, limit=10, score_cutoff=70)
        ids = list(dict.fromkeys(owner for name, _, _ in hits for owner in sorted(owners[name])))
        if not ids:
            return Answer("none", ())
        best = [owner for name, score, _ in hits if score >= 90 for owner in owners[name]]
        if len(set(best)) == 1:
            return Answer("club", (best[0],))
        return Answer("choice", tuple(ids[:5]))

    return find


def by_exact_name(names: list[ClubName]) -> Callable[[str], Answer]:
    owners = owners_of(names)

    def find(text: str) -> Answer:
        ids = owners.get(fold(text), set())
        return Answer(("none", "club", "choice")[min(len(ids), 2)], tuple(sorted(ids)[:5]))

    return find


# Labelled as absent from a smaller database; here a club may well have that very name.
MAY_EXIST = {"neg_absent_club", "neg_absent_tricky", "neg_city"}


def exists(query: Query, answer: Answer, owners: dict[str, set[str]]) -> bool:
    return query.kind in MAY_EXIST and set(answer.ids) <= owners.get(fold(query.text), set())


def judge(query: Query, answer: Answer, owners: dict[str, set[str]]) -> str:
    """Of a club: at once, offered, missed or wrong; of what is no club: quiet, asked or wrong."""
    if query.kind == "ambiguous":
        if answer.verdict == "choice" and set(answer.ids) & set(query.expected[:2]):
            return "at once"
        return "at once" if answer.verdict == "club" and answer.ids[0] in query.direct_ok else "wrong"
    if not query.expected:
        verdict = "none" if exists(query, answer, owners) else answer.verdict
        return {"none": "quiet", "choice": "asked"}.get(verdict, "wrong")
    if answer.verdict == "none":
        return "missed"
    if answer.verdict == "choice":
        return "offered" if query.expected[0] in answer.ids else "missed"
    return "at once" if answer.ids == query.expected[: len(answer.ids)] else "wrong"


def table(
    queries: Iterable[Query], finders: dict[str, Callable[[str], Answer]], owners: dict[str, set[str]]
) -> None:
    by_kind: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        by_kind[query.kind].append(query)
    groups = {kind: by_kind[kind] for kind in sorted(by_kind, key=lambda kind: (kind not in POSITIVE, kind))}
    groups["ALL CLUBS"] = [query for query in queries if query.kind in POSITIVE]
    groups["ALL NON-CLUBS"] = [query for query in queries if query.kind.startswith("neg")]
    print(f"{'kind':22}{'n':>5}  " + "".join(f"{name:>27}" for name in finders))
    print(f"{'':29}" + "".join(f"{'right  +asked  wrong':>27}" for _ in finders))
    for kind, members in groups.items():
        line = f"{kind:22}{len(members):>5}  "
        for find in finders.values():
            verdicts = [judge(query, find(query.text), owners) for query in members]
            right = sum(verdict in {"at once", "quiet"} for verdict in verdicts)
            choices = sum(verdict in {"offered", "asked"} for verdict in verdicts)
            wrong = sum(verdict == "wrong" for verdict in verdicts)
            share = [100 * count / len(members) for count in (right, choices, wrong)]
            line += f"{share[0]:>13.1f}{share[1]:>7.1f}{share[2]:>7.1f}"
        print(line)


def speed(queries: list[Query], finder: ClubFinder, names: list[ClubName], started: float) -> None:
    plain = by_scorer(names, fuzz.WRatio)

    def times(find: Callable[[str], object], texts: list[str]) -> list[float]:
        taken = []
        for text in texts:
            begin = time.perf_counter()
            find(text)
            taken.append((time.perf_counter() - begin) * 1e6)
        return sorted(taken)

    texts = [query.text for query in queries]
    exact = [entry.name for entry in names[::7]]
    for find in (finder.find, plain):
        times(find, texts[:50])
    ours, theirs, exactly = times(finder.find, texts), times(plain, texts), times(finder.find, exact)
    p99 = int(len(ours) * 0.99)
    print(f"\nstart {started:.3f} s; exact name p50 {statistics.median(exactly):.1f} µs")
    print(
        f"all queries: p50 {statistics.median(ours):.0f} µs, p99 {ours[p99]:.0f} µs, worst {ours[-1]:.0f} µs"
    )
    print(
        f"beside WRatio over the same names: p50 {statistics.median(ours) / statistics.median(theirs):.3f}, "
        f"p99 {ours[p99] / theirs[p99]:.3f}",
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("queries", type=Path)
    parser.add_argument(
        "--misses", nargs="*", metavar="KIND", help="print what is not right, of these kinds or all"
    )
    arguments = parser.parse_args()
    queries = read_queries(arguments.queries)
    finder, names, started = read_finder()

    owners = owners_of(names)

    def ours(text: str) -> Answer:
        return as_answer(finder.find(text))

    if arguments.misses is not None:
        for query in queries:
            answer = ours(query.text)
            verdict = judge(query, answer, owners)
            if verdict not in {"at once", "quiet"} and (
                not arguments.misses or query.kind in arguments.misses
            ):
                print(
                    f"{query.kind:18}{verdict:9}{query.text!r:36} {','.join(query.expected)[:50]:50} {answer}"
                )
        return
    table(
        queries,
        {
            "here": ours,
            "WRatio": by_scorer(names, fuzz.WRatio),
            "token_set_ratio": by_scorer(names, fuzz.token_set_ratio),
            "exact, folded": by_exact_name(names),
        },
        owners,
    )
    speed(queries, finder, names, started)


if __name__ == "__main__":
    main()

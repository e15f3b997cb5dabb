"""Sentences about the clubs and their names that anybody may correct.

A name of several clubs carries `shared` on the line of each of them; no other name has two clubs. Names are
compared as the finder compares them: without marks, capitals and punctuation.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

from bot.football.names.folding import fold

FACTS = Path(__file__).resolve().parents[2] / "data" / "facts"
KINDS = {
    *("spelling", "alias", "city", "nickname", "abbreviation", "code", "old", "dutch", "script"),
}


def rows(file: str) -> list[dict[str, str]]:
    with (FACTS / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


CLUBS = rows("clubs.csv")
NAMES = rows("club_names.csv")
ELSEWHERE = rows("elsewhere_clubs.csv")
WORDS = rows("ordinary_words.csv")
PAGES = rows("wikipedia_pages.csv")
COUNTRY_OF = {row["id"]: row["country"] for row in CLUBS}


def test_every_club_has_its_own_id_and_its_own_name() -> None:
    assert len(COUNTRY_OF) == len(CLUBS)
    assert len({row["name"] for row in CLUBS}) == len(CLUBS)
    assert [row["id"] for row in CLUBS if not re.fullmatch(r"[a-z]{3}(-[a-z0-9]+)+", row["id"])] == []


def test_countries_are_three_letters_and_begin_the_id() -> None:
    assert [row for row in CLUBS if not re.fullmatch(r"[A-Z]{3}", row["country"])] == []
    assert [row for row in CLUBS if not row["id"].startswith(f"{row['country'].lower()}-")] == []
    assert [row for row in ELSEWHERE if not re.fullmatch(r"[A-Z]{3}", row["country"])] == []
    assert [row for row in NAMES if not re.fullmatch(r"([A-Z]{3})?", row["country"])] == []


def test_every_name_is_of_a_known_club_and_kind() -> None:
    assert [row for row in NAMES if row["club"] not in COUNTRY_OF] == []
    assert [row for row in NAMES if row["kind"] not in KINDS] == []
    assert {row["shared"] for row in NAMES} == {"", "shared"}


def test_a_name_of_two_clubs_is_marked_as_shared_and_no_other_is() -> None:
    clubs = defaultdict(set)
    for row in NAMES:
        clubs[fold(row["name"])].add(row["club"])
    wrongly = [
        (row["club"], row["name"])
        for row in NAMES
        if (len(clubs[fold(row["name"])]) > 1) != bool(row["shared"])
    ]
    assert wrongly == []


def test_a_spelling_of_a_source_stands_for_one_club() -> None:
    clubs = defaultdict(set)
    for row in NAMES:
        if row["kind"] == "spelling":
            clubs[row["name"]].add(row["club"])
    assert {name: ids for name, ids in clubs.items() if len(ids) > 1} == {}


def test_every_club_is_spelled_by_a_source_and_found_by_its_names() -> None:
    spelled = {row["club"] for row in NAMES if row["kind"] == "spelling"}
    assert set(COUNTRY_OF) - spelled == set()
    listed = {(row["club"], row["name"]) for row in NAMES}
    shown = {(row["id"], name) for row in CLUBS for name in (row["name"], row["dutch_name"]) if name}
    assert {(club, name) for club, name in shown if (club, name) not in listed} == set()


def test_a_dutch_name_differs_from_the_name() -> None:
    assert [row for row in CLUBS if row["dutch_name"] == row["name"]] == []


def test_no_club_from_elsewhere_is_here() -> None:
    here = {(fold(row["name"]), COUNTRY_OF[row["club"]]) for row in NAMES}
    assert [row for row in ELSEWHERE if (fold(row["name"]), row["country"]) in here] == []


def test_no_ordinary_word_is_the_name_of_a_club() -> None:
    """BAR is the code of Barcelona on a scoreboard; a bar is a bar."""
    names = {fold(row["name"]) for row in NAMES if row["kind"] not in {"script", "code"}}
    assert [row["word"] for row in WORDS if row["word"] in names] == []
    assert [row["word"] for row in WORDS if fold(row["word"]) != row["word"]] == []


def test_files_are_sorted_and_without_doubles() -> None:
    for lines in (
        [(row["id"],) for row in CLUBS],
        [(row["club"], row["name"]) for row in NAMES],
        [(row["name"], row["country"]) for row in ELSEWHERE],
        [(row["word"],) for row in WORDS],
        [(row["club"], row["page"]) for row in PAGES],
    ):
        assert lines == sorted(set(lines))


def test_names_are_written_without_stray_spaces() -> None:
    texts = [row["name"] for row in (*CLUBS, *NAMES, *ELSEWHERE)]
    assert [text for text in texts if not text or text != " ".join(text.split())] == []


def test_a_page_is_about_one_club_and_nearly_every_club_has_one() -> None:
    club_of = {row["page"]: row["club"] for row in PAGES}
    assert len(club_of) == len(PAGES)
    assert set(club_of.values()) <= set(COUNTRY_OF)
    assert len(set(club_of.values())) > 0.95 * len(CLUBS)
    for page, club in (
        ("Arsenal F.C.", "eng-arsenal-fc"),
        ("AFC Ajax", "ned-afc-ajax"),
        ("PSV Eindhoven", "ned-psv"),
        ("Feyenoord", "ned-feyenoord"),
        ("Bayern Munich", "ger-bayern-munchen"),
        ("FC Bayern Munich", "ger-bayern-munchen"),
        ("Red Star Belgrade", "srb-crvena-zvezda"),
        ("Inter Milan", "ita-inter"),
    ):
        assert club_of[page] == club


def test_a_page_is_titled_as_wikipedia_writes_titles() -> None:
    titles = [row["page"] for row in PAGES]
    assert [
        title for title in titles if title != " ".join(title.split()) or set(title) & set("_#[]{}|<>")
    ] == []
    assert [title for title in titles if title[:1] != title[:1].upper()] == []

"""A finder over the names that the project ships, and what it tells."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

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
from bot.football.names.found import PairChoice
from bot.football.names.in_memory import NamesInMemory

FACTS = Path(__file__).resolve().parents[2] / "data" / "facts"
# Enough of European history to know whom people mean.
RENOWN = {
    "eng-arsenal-fc": Renown(250, 2026),
    "eng-manchester-city": Renown(180, 2026),
    "eng-manchester-united": Renown(280, 2025),
    "esp-fc-barcelona": Renown(310, 2026),
    "esp-real-madrid": Renown(330, 2026),
    "esp-real-sociedad": Renown(90, 2026),
    "fra-olympique-marseille": Renown(150, 2026),
    "fra-paris-saint-germain": Renown(200, 2026),
    "ger-bayern-munchen": Renown(310, 2026),
    "ger-borussia-dortmund": Renown(220, 2026),
    "ita-ac-milan": Renown(220, 2025),
    "ita-inter": Renown(210, 2026),
    "ned-afc-ajax": Renown(230, 2025),
    "ned-az-alkmaar": Renown(130, 2026),
    "ned-nec-nijmegen": Renown(8, 2026),
    "ned-psv": Renown(200, 2026),
    "por-sl-benfica": Renown(220, 2026),
    "por-sporting-braga": Renown(120, 2026),
    "por-sporting-cp": Renown(160, 2026),
    "tur-galatasaray": Renown(190, 2026),
    "sco-celtic-fc": Renown(200, 2026),
    "srb-crvena-zvezda": Renown(90, 2026),
    "ukr-dinamo-kiev": Renown(200, 2025),
}


def rows(file: str) -> list[dict[str, str]]:
    with (FACTS / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def _finder() -> ClubFinder:
    clubs = {
        row["id"]: Club(row["id"], row["name"], row["country"], row["dutch_name"])
        for row in rows("clubs.csv")
    }
    return ClubFinder(
        NamesInMemory(
            [
                ClubName(clubs[row["club"]], row["name"], row["kind"], bool(row["shared"]))
                for row in rows("club_names.csv")
            ],
            elsewhere=[
                ClubElsewhere(row["name"], row["country"], tuple(filter(None, row["also"].split("|"))))
                for row in rows("elsewhere_clubs.csv")
            ],
            renown=RENOWN,
            ordinary_words=[row["word"] for row in rows("ordinary_words.csv")],
        )
    )


def find(text: str) -> Found:
    return _finder().find(text)


def names_of(found: Found) -> str | list[str] | None:
    match found:
        case OneClub(club):
            return club.name
        case TwoClubs(first, second):
            return [first.name, second.name]
        case ClubChoice() | PairChoice():
            return sorted(club.name for club in found.clubs)
        case NoClub():
            return None

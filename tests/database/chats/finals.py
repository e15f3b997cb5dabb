"""The final of 2026, which goes through the database of chats and comes back."""

from __future__ import annotations

from tests.football.builders import club, goal, match

CLUBS = {each.id: each for each in (club("Paris"), club("Arsenal"))}
FINAL = match(
    "Paris",
    "Arsenal",
    "1-1",
    competition="CL",
    season=2025,
    round="F",
    date="2026-05-30",
    time="18:00",
    aet="1-1",
    pens="4-3",
    goals=[goal("Arsenal", 6, "Havertz"), goal("Paris", 45, "Dembélé", stoppage=2, kind="penalty")],
)

"""The titles of Wikipedia's articles about a season."""

from __future__ import annotations

from bot.football.model import Competition, Season


def titles_of(competition: Competition, season: Season) -> tuple[str, ...]:
    """Every title under which an article about the season may stand; not all of them exist."""
    del competition, season
    return ()


def competition_and_season_of(title: str) -> tuple[Competition, Season] | None:
    """The competition and the season that an article is about, as its title says."""
    del title
    return None

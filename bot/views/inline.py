"""How an answer looks in the list that inline mode offers, and the last matches of a club on a line each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from bot.football.model import Club, Match
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import Answer, bold, lines, paragraphs, without_secrets
from bot.views.match import short_line
from bot.views.season_lines import heading
from bot.words import Words

LONGEST_DESCRIPTION = 120
_TAG = re.compile("<[^>]*>")
_SIGNS = re.compile(r"^[^\w‘(]+")


def last_matches_text(club: Club, matches: Sequence[tuple[SeasonAsOf, Match]], words: Words) -> Answer:
    """Season by season, the newest first."""
    return Answer(
        paragraphs(
            f"⏮ {bold(words.last_matches_of(words.club(club)))}",
            *(
                lines(heading(season, words), *(_line(match, season, words) for _, match in of_season))
                for season, of_season in groupby(matches, key=lambda pair: pair[0])
            ),
        )
    )


def _line(match: Match, season: SeasonAsOf, words: Words) -> str:
    day = f"{words.weekday_and_day(match.date)}: " if match.date else ""
    return f"{day}{short_line(match, season.now, words)}"


def description(html: str, *, spoilers: bool) -> str:
    """What an answer is about in one line: the first that is not its heading."""
    text = without_secrets(html) if spoilers else html
    each = [line for line in map(_plain, text.splitlines()) if line]
    line = next(iter(each[1:]), next(iter(each), ""))
    return line if len(line) <= LONGEST_DESCRIPTION else f"{line[: LONGEST_DESCRIPTION - 1]}…"


def _plain(line: str) -> str:
    bare = _TAG.sub("", line).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return " ".join(_SIGNS.sub("", bare).split())

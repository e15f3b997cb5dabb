"""Pages of our own in the forms that Wikipedia's have, and short ways to read a part of one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.football.model import CHAMPIONS_LEAGUE, Club, Goal, Match, Season
from bot.sources.wikipedia.reading.page import PageRead, read_page
from bot.sources.wikipedia.titles import competition_and_season_of

FOLDER = Path(__file__).parent / "pages"
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.wikitext"))}
TITLE = "2026–27 UEFA Champions League knockout phase"


def page(title: str, text: str = "", pages: Mapping[str, str] = PAGES) -> PageRead:
    """One of the pages, or another text under its title; it may show parts of the others."""
    found = competition_and_season_of(title)
    assert found is not None
    return read_page(
        text or PAGES[title], title=title, competition=found[0], season=found[1], transcluded=pages
    )


def read(text: str, title: str = TITLE, **transcluded: str) -> PageRead:
    """Wikitext of the Champions League of 2026/27."""
    season = Season(2026)
    return read_page(
        text, title=title, competition=CHAMPIONS_LEAGUE, season=season, transcluded=dict(transcluded)
    )


def box(**fields: str) -> str:
    """A football box of Arsenal and Ajax in the round of 16, with these fields in the place of others."""
    usual = {
        "date": "{{Start date|2027|3|9|df=y}}",
        "time": "21:00",
        "team1": "[[Arsenal F.C.|Arsenal]] {{fbaicon|ENG}}",
        "score": "2–1",
        "team2": "{{fbaicon|NED}} [[AFC Ajax|Ajax]]",
    }
    inside = "".join(f"|{name}={value}\n" for name, value in (usual | fields).items())
    return f"==Round of 16==\n{{{{Football box\n{inside}}}}}\n"


def match_of(**fields: str) -> Match:
    """The match of a box that is read without a problem."""
    found = read(box(**fields))
    assert found.problems == ()
    (match,) = found.matches
    return match


def problem_of(**fields: str) -> str:
    """Why a box is no match."""
    found = read(box(**fields))
    assert found.matches == ()
    (problem,) = found.problems
    return problem


def goals(match: Match) -> list[str]:
    """The goals of a match in short: `Arsenal 45+2 Bukayo Saka (penalty)`."""
    return [_goal(goal) for goal in match.goals]


def _goal(goal: Goal) -> str:
    minute = f"{goal.minute}+{goal.stoppage}" if goal.stoppage else str(goal.minute or "?")
    kind = "" if goal.kind == "goal" else f" ({goal.kind})"
    return f"{goal.club.shown or goal.club.name} {minute} {goal.scorer}{kind}"


def lines(found: PageRead) -> list[str]:
    """Everything that was read of a page, a line each."""
    read_lines = [line for match in found.matches for line in _match(match)]
    read_lines += [
        f"tie {tie.round} {tie.club_a.id} – {tie.club_b.id} {tie.aggregate}: {tie.winner and tie.winner.id}"
        for tie in found.tie_results
    ]
    read_lines += [
        f"draw {'|'.join(map(str, draw.rounds))} {draw.date} {draw.place}".strip() for draw in found.draws
    ]
    read_lines += [f"shows {title}" for title in found.transcluded]
    return read_lines + [f"problem {problem}" for problem in found.problems]


def _match(match: Match) -> list[str]:
    hour = f"{match.kick_off:%H:%M}" if match.kick_off else "?"
    place = " ".join(
        filter(None, [match.round.code, f"md{match.matchday}" if match.matchday else "", match.leg])
    )
    score = str(match.full_time) if match.full_time else "?" if match.extra_time else ""
    more = [
        f"aet {match.extra_time}" if match.extra_time else "",
        f"pens {match.penalties}" if match.penalties else "",
    ]
    more += [f"ht {match.half_time}" if match.half_time else "", "neutral" if match.neutral else ""]
    more += [f"winner {match.winner.id}" if match.winner else "", match.venue, match.city]
    clubs = f"{_club(match.home)} – {_club(match.away)}"
    first = f"{place}, {match.date} {hour}: {clubs} {score} {match.status}"
    return [", ".join([first, *filter(None, more)]), *(f"  {line}" for line in goals(match))]


def _club(club: Club) -> str:
    return club.id

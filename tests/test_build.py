"""Building the published snapshot from small sources: whole and sound, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.database.connection import open_to_read
from bot.database.errors import DatabaseError
from bot.database.results.results import Results
from bot.database.results.saving import Summary
from bot.football.model import EUROPA_LEAGUE, GoalKind, Match, Season
from bot.sources.errors import SourceError
from bot.upkeep.snapshot import build, main

CLUBS = {"Manchester United": "ENG", "Villarreal": "ESP", "Arsenal": "ENG", "AS Roma": "ITA"}
FACTS = {
    "clubs.csv": "id,name,country\n"
    + "".join(f"{name.casefold().replace(' ', '-')},{name},{country}\n" for name, country in CLUBS.items()),
    "club_names.csv": "club,name,kind\nas-roma,Roma,spelling\n",
    "elsewhere_clubs.csv": "name,country\n",
    "wikipedia_pages.csv": "page,club\nArsenal F.C.,arsenal\n",
    "club_names_of_their_time.csv": "club,name,first_season,last_season,dutch_name\n",
    "ordinary_words.csv": "word\n",
    "matches.csv": "competition,season,round,home,away,source\n",
    "corrections.csv": "competition,season,round,home,away,source\n",
    "draws.csv": "competition,season,rounds,date,time,place,confirmed,source\n",
    "finals.csv": "competition,season,date,time,city,venue,confirmed,source\n"
    "EL,2020,2021-05-26,,Gdańsk,Stadion Gdańsk,1,UEFA\n",
    "participants.csv": "competition,season,club,country,source\n",
    "deductions.csv": "competition,season,club,country,points,reason,source\n",
    "goals.csv": "competition,season,date,home,away,club,scorer,minute,kind,source\n"
    "EL,2020,2021-04-29,Villarreal,Arsenal,Villarreal,Manu Trigueros,5,goal,UEFA\n"
    "EL,2020,2021-04-29,Villarreal,Arsenal,Villarreal,Raúl Albiol,29,goal,UEFA\n"
    "EL,2020,2021-04-29,Villarreal,Arsenal,Arsenal,Nicolas Pépé,73,penalty,UEFA\n",
    "goal_kinds.csv": "competition,season,date,home,away,own_goals,penalties,source\n"
    "EL,2020,2021-04-29,Villarreal,Arsenal,,73 Nicolas Pépé,UEFA\n",
}
RESULTS = """= UEFA Europa League 2020/21

» Semi-finals
[Thu Apr/29]
  21.00  Villarreal (ESP) v Arsenal (ENG)  2-1 (2-0)
  21.00  Manchester United (ENG) v Roma (ITA)  6-2 (1-2)
[Thu May/6]
  21.00  Arsenal (ENG) v Villarreal (ESP)  0-0 (0-0)
  21.00  Roma (ITA) v Manchester United (ENG)  3-2 (0-1)

» Final
[Wed May/26]
  21.00  Villarreal (ESP) v Manchester United (ENG)  11-10 pen. 1-1 a.e.t. (1-1, 1-0)
"""
GOALS = """scoring_player,scoring_team,time,GH,GA,game,date,season
Gerard Moreno,Villarreal,29,1,0,Villarreal vs. Manchester United 11:10 i.E.,2021-05-26,2020-2021
Edinson Cavani,Manchester United,55,1,1,Villarreal vs. Manchester United 11:10 i.E.,2021-05-26,2020-2021
"""
HISTORY = "home,away,date,gh,ga,full_time,home_country,away_country\n"
SEASON = (EUROPA_LEAGUE, Season(2020))


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """The folder from which a snapshot is built; its facts stand in it too."""
    files = {f"facts/{name}": text for name, text in FACTS.items()}
    files |= {
        "openfootball/2020-21/el.txt": RESULTS,
        "goals/europa-league.csv": GOALS,
        "history/uefa-sc.csv": HISTORY,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def build_from(sources: Path, target: Path) -> list[str]:
    """Build, and tell what each source brought."""
    lines: list[str] = []

    def hear(source: str, summary: Summary) -> None:
        lines.append(f"{source}: {summary.added} added, {summary.changed} changed")

    build(sources, sources / "facts", target, hear)
    return lines


def built_matches(target: Path) -> tuple[Match, ...]:
    db = open_to_read(target)
    found = Results(db).season_matches(*SEASON)
    db.close()
    return found


def test_every_source_gives_its_part(sources: Path) -> None:
    target = sources / "results.db"
    assert build_from(sources, target) == [
        "facts: 0 added, 0 changed",
        "openfootball: 5 added, 0 changed",
        "goals: 0 added, 1 changed",
        "fact-goals: 0 added, 1 changed",
        "goal-kinds: 0 added, 1 changed",
        "history: 0 added, 0 changed",
    ]
    first, *_, final = built_matches(target)
    assert [goal.scorer for goal in final.goals] == ["Gerard Moreno", "Edinson Cavani"]
    assert (final.neutral, final.city, final.venue) == (True, "Gdańsk", "Stadion Gdańsk")
    assert [goal.kind for goal in first.goals][-1:] == [GoalKind.PENALTY]


def test_the_same_sources_give_the_same_file(sources: Path) -> None:
    first, other = sources / "one.db", sources / "other.db"
    build_from(sources, first)
    build_from(sources, other)
    assert first.read_bytes() == other.read_bytes()
    assert {path.name for path in sources.iterdir() if path.is_file()} == {"one.db", "other.db"}


@pytest.mark.parametrize(
    ("name", "right", "wrong", "reason"),
    [
        ("openfootball/2020-21/el.txt", "1-1 a.e.t. (1-1, 1-0)", "1-1 a.e.t. (1-1, 2-0)", "half-time never"),
        ("openfootball/2020-21/el.txt", "11-10 pen.", "10-10 pen.", "a shoot-out has a winner"),
        ("goals/europa-league.csv", "Edinson Cavani,Manchester United,55,1,1", "Nobody,Ajax,55,1,1", "Ajax"),
        ("openfootball/2020-21/el.txt", "Roma (ITA)", "Rome (ITA)", "'Rome' (ITA)"),
        ("facts/finals.csv", "2021-05-26", "2021-05-62", "no such day"),
    ],
)
def test_an_unsound_source_is_refused_and_the_snapshot_stays(
    name: str, right: str, wrong: str, reason: str, sources: Path
) -> None:
    target = sources / "results.db"
    build_from(sources, target)
    before = target.read_bytes()
    path = sources / name
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    with pytest.raises((SourceError, DatabaseError), match=reason.replace("(", r"\(").replace(")", r"\)")):
        build_from(sources, target)
    assert target.read_bytes() == before
    assert [path.name for path in sources.iterdir() if path.is_file()] == ["results.db"]


def test_the_command_tells_why_it_built_nothing(sources: Path) -> None:
    target = sources / "results.db"
    (sources / "openfootball/2020-21/el.txt").write_text("nonsense\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["--from", str(sources), str(target)])
    assert done.exit_code == 2
    assert "el.txt" in done.stderr
    assert not target.exists()

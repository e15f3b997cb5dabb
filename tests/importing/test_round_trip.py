"""What `export matches` writes, `import csv` reads: nothing is lost, and nothing changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from bot.database.connection import transaction
from bot.database.results.results import Results
from bot.database.results.saving import Origin, save_matches
from bot.database.results.writing import save_clubs
from bot.football.model import (
    CHAMPIONS_LEAGUE,
    Club,
    Competition,
    DecidedBy,
    Derived,
    Leg,
    Match,
    Round,
    Score,
    Season,
    Status,
)
from tests.football.builders import amsterdam
from tests.importing.results_files import everything, exported, exported_goals, import_text
from tests.shared import empty_results, small_results

CLUBS = (
    Club("ned-ajax", "Ajax", "NED"),
    Club("eng-arsenal", "Arsenal", "ENG"),
    Club("rus-arsenal", "Arsenal", "RUS"),
    Club("swe-malmo-ff", "Malmö FF", "SWE"),
    Club("somewhere", "Somewhere, “quoted” | and more"),
)
PAIRS = [(home, away) for home in CLUBS for away in CLUBS if home.name != away.name]
FIRST_DAY = date(1988, 9, 14)
LEAGUE = Round.from_code("OTHER Regular season")

_scores = st.builds(Score, st.integers(0, 12), st.integers(0, 12))
_texts = st.text("aé, \"'\n;–", max_size=8).map(lambda text: " ".join(text.split()))


def _matches_of_a_tie(number: int, round_: Round) -> st.SearchStrategy[list[Match]]:
    shapes = (_two_legs, _abandoned_and_replayed, _single, _four_in_a_league)
    return st.one_of([shape(number, round_) for shape in shapes])


def _match(number: int, round_: Round, day: int, *, swapped: bool = False) -> st.SearchStrategy[Match]:
    home, away = PAIRS[number % len(PAIRS)]
    home, away = (away, home) if swapped else (home, away)
    when = FIRST_DAY + timedelta(days=day)

    def played(status: Status, scores: list[Score | None], dated: bool, **facts: object) -> Match:  # noqa: FBT001 - drawn
        full, half, extra, shoot_out = scores
        winner = facts.pop("winner")
        return Match(
            CHAMPIONS_LEAGUE if round_ is not LEAGUE else Competition("Scottish Premiership"),
            Season(1988),
            round_,
            home,
            away,
            status,
            date=when if dated else None,
            kick_off=amsterdam(f"{when} 20:45") if dated and facts.pop("timed") else None,
            full_time=full,
            half_time=half,
            extra_time=extra,
            penalties=shoot_out,
            winner={"home": home, "away": away}.get(str(winner)),
            **{key: value for key, value in facts.items() if key != "timed"},  # type: ignore[arg-type] # by its own name
        )

    return st.builds(
        played,
        st.sampled_from(Status),
        st.lists(st.none() | _scores, min_size=4, max_size=4),
        st.booleans(),
        timed=st.booleans(),
        neutral=st.booleans(),
        winner=st.sampled_from(["", "home", "away"]),
        decided_by=st.none() | st.sampled_from(DecidedBy),
        matchday=st.none() | st.integers(0, 38),
        venue=_texts,
        city=_texts,
        note=_texts,
    )


def _with(match: st.SearchStrategy[Match], **facts: object) -> st.SearchStrategy[Match]:

    return match.map(lambda game: replace(game, **facts))  # type: ignore[arg-type] # each by its own name


def _single(number: int, round_: Round) -> st.SearchStrategy[list[Match]]:
    return st.tuples(_match(number, round_, 0)).map(list)


def _two_legs(number: int, round_: Round) -> st.SearchStrategy[list[Match]]:
    first, second = _match(number, round_, 0), _match(number, round_, 14, swapped=True)
    replay = _with(_match(number, round_, 28), leg=Leg.REPLAY)
    legs = st.tuples(_with(first, leg=Leg.FIRST), _with(second, leg=Leg.SECOND), replay)
    return (legs | st.tuples(first, second)).map(list)


def _abandoned_and_replayed(number: int, round_: Round) -> st.SearchStrategy[list[Match]]:
    fog = _with(_match(number, round_, 0), status=Status.ABANDONED, date=FIRST_DAY, kick_off=None)
    again = _with(
        _match(number, round_, 1), status=Status.PLAYED, date=FIRST_DAY + timedelta(days=1), kick_off=None
    )
    return st.tuples(fog, again, _match(number, round_, 14, swapped=True)).map(list)


def _four_in_a_league(number: int, _round: Round) -> st.SearchStrategy[list[Match]]:
    return st.tuples(
        _match(number, LEAGUE, 0),
        _match(number, LEAGUE, 60, swapped=True),
        _match(number, LEAGUE, 120),
        _match(number, LEAGUE, 180, swapped=True),
    ).map(list)


_rounds = [Round.from_code(code) for code in ("Q1", "R16", "GROUP A", "F")]
_seasons = (
    st.lists(st.tuples(st.integers(0, len(PAIRS) - 1), st.sampled_from(_rounds)), max_size=5, unique=True)
    .filter(lambda ties: len({frozenset(PAIRS[number]) for number, _ in ties}) == len(ties))
    .flatmap(lambda ties: st.tuples(*(_matches_of_a_tie(number, round_) for number, round_ in ties)))
    .map(lambda ties: [match for tie in ties for match in tie])
)


@given(_seasons)
def test_exports_come_back_as_they_went(matches: list[Match]) -> None:
    with empty_results() as first, empty_results() as second:
        with transaction(first):
            save_clubs(first, CLUBS)
            save_matches(first, matches, Origin("openfootball", 30))
        before, text = everything(first), exported(first)
        assert text.count("\n") == len(matches) + 1

        summary = import_text(first, text)
        assert (summary.added, summary.changed, summary.unchanged) == (0, 0, len(matches))
        assert everything(first) == before

        import_text(second, text)
        assert exported(second) == text
        anew = everything(second)
        import_text(second, text)
        assert everything(second) == anew


def test_matches_and_goals_come_back_as_they_went() -> None:
    with empty_results() as anew:
        db = Database(small_results())
        matches, goals = exported(db), exported_goals(db)
        assert goals.count("\n") > matches.count("\n") > 1
        import_text(anew, matches, goals=goals)
        assert (exported(anew), exported_goals(anew)) == (matches, goals)
        before = everything(anew)
        summary = import_text(anew, matches, goals=goals)
        assert (summary.added, summary.changed, summary.conflicts) == (0, 0, 0)
        assert everything(anew) == before


def test_what_was_concluded_stays_marked_when_its_export_comes_back() -> None:
    goalless = Match(
        CHAMPIONS_LEAGUE,
        Season(2005),
        Round.from_code("GROUP A"),
        CLUBS[0],
        CLUBS[1],
        Status.PLAYED,
        date=date(2005, 9, 14),
        leg=Leg.FIRST,
        full_time=Score(0, 0),
        half_time=Score(0, 0),
        derived=frozenset(Derived),
    )
    with empty_results() as db:
        with transaction(db):
            save_clubs(db, CLUBS)
            save_matches(db, [goalless], Origin("schochastics", 20))
        before = everything(db)
        import_text(db, exported(db))
        assert everything(db) == before


MATCHDAYS = """competition,season,round,date,home,away,ft_home,ft_away
CL,1999,GROUP,1999-09-14,Lazio,Leverkusen,1,1
CL,1999,GROUP,1999-09-14,Chelsea,Milan,0,0
CL,1999,GROUP,1999-09-21,Leverkusen,Maribor,0,0
CL,1999,GROUP,1999-09-21,Milan,Hertha,1,1
CL,1999,G2,1999-11-24,Lazio,Marseille,2,0
CL,1999,G2,1999-11-24,Chelsea,Feyenoord,3,1
"""


def test_groups_without_a_letter_are_told_apart_and_go_out_without_one() -> None:
    with empty_results() as first, empty_results() as second:
        import_text(first, MATCHDAYS)
        groups: dict[str, set[str]] = {}
        for match in Results(first).season_matches(CHAMPIONS_LEAGUE, Season(1999)):
            groups.setdefault(match.round.code, set()).update(club.name for club in match.clubs)
        assert sorted(sorted(clubs) for clubs in groups.values()) == [
            ["Chelsea", "Feyenoord"],
            ["Chelsea", "Hertha", "Milan"],
            ["Lazio", "Leverkusen", "Maribor"],
            ["Lazio", "Marseille"],
        ]
        before, text = everything(first), exported(first)
        assert {line.split(",")[2] for line in text.splitlines()[1:]} == {"GROUP", "G2"}
        summary = import_text(first, text)
        assert (summary.added, summary.changed) == (0, 0)
        assert everything(first) == before
        import_text(second, text)
        assert exported(second) == text


def test_groups_that_come_in_day_by_day_are_the_same_as_those_that_come_at_once() -> None:
    header, *rows = MATCHDAYS.splitlines()
    with empty_results() as at_once, empty_results() as by_day:
        import_text(at_once, MATCHDAYS)
        for row in reversed(rows):
            import_text(by_day, f"{header}\n{row}\n")
        assert _groups(by_day) == _groups(at_once)


def _groups(db: Database) -> set[tuple[str, frozenset[str]]]:
    found: dict[Round, set[str]] = {}
    for match in Results(db).season_matches(CHAMPIONS_LEAGUE, Season(1999)):
        found.setdefault(match.round, set()).update(club.name for club in match.clubs)
    return {(round_.kind.value, frozenset(clubs)) for round_, clubs in found.items()}

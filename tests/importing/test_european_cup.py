"""Ties of the European Cup that a supporter can check, from results to who went through."""

from __future__ import annotations

import pytest

from bot.database.results.results import Results
from bot.upkeep.exporting import chosen_matches, tie_rows
from tests.importing.results_files import import_text
from tests.shared import empty_results

EUROPEAN_CUP = """\
1956 R1 Dortmund 4-3 2-1 Spora; 7-0; Dortmund replay
1956 R16 Rangers 2-1 2-1 Nice; 1-3; Nice replay
1956 R16 Real Madrid 4-2 3-1 Rapid Wien; 2-0; Real Madrid replay
1957 R1 Gwardia 3-1 3-1 Wismut; 1-1 aet 1-1 toss; Wismut coin toss
1957 R1 Milan 4-1 5-2 Rapid Wien; 4-2; Milan replay
1957 R16 Dortmund 4-2 3-1 CCA; 3-1; Dortmund replay
1958 R1 KB 3-0 5-2 Schalke 04; 1-3; Schalke 04 replay
1958 R1 Wismut 4-2 2-0 Petrolul; 4-0; Wismut replay
1958 R1 Jeunesse 1-2 0-1 Göteborg; 1-5; Göteborg replay
1958 R16 Atlético 2-1 1-0 CDNA; 1-1 aet 3-1; Atlético replay
1958 QF Young Boys 2-2 0-0 Wismut; 2-1; Young Boys replay
1958 SF Real Madrid 2-1 1-0 Atlético; 2-1; Real Madrid replay
1959 R16 Sparta 3-1 3-1 Göteborg; 3-1; Sparta replay
1959 R16 Fenerbahçe 2-1 2-1 Nice; 1-5; Nice replay
1959 QF Sparta 2-3 0-1 Rangers; 2-3; Rangers replay
1960 R16 Rapid Wien 3-1 2-0 Wismut; 1-0; Rapid Wien replay
1960 SF Barcelona 1-0 2-1 Hamburg; 1-0; Barcelona replay
1961 QF Juventus 0-1 0-1 Real Madrid; 1-3; Real Madrid replay
1962 R1 Servette 1-3 1-3 Feyenoord; 1-1 aet 1-3; Feyenoord replay
1962 R16 Feyenoord 1-1 2-2 Vasas; 1-0; Feyenoord replay
1963 R1 Górnik 1-0 1-0 Austria Wien; 2-1; Górnik replay
1963 R16 Zürich 2-0 2-0 Galatasaray; 1-1 aet 2-2 toss; Zürich coin toss
1964 R1 Rangers 3-1 4-2 Crvena zvezda; 3-1; Rangers replay
1964 R1 Dukla 4-1 3-0 Górnik; 0-0 aet 0-0 toss; Dukla coin toss
1964 R1 Anderlecht 1-0 2-1 Bologna; 0-0 aet 0-0 toss; Anderlecht coin toss
1964 QF Köln 0-0 0-0 Liverpool; 2-2 aet 2-2 toss; Liverpool coin toss
1966 R1 Liverpool 2-0 3-1 Petrolul; 2-0; Liverpool replay
1966 R1 Górnik 2-1 2-1 Vorwärts; 3-1; Górnik replay
1966 R16 Vojvodina 3-1 2-0 Atlético; 2-2 aet 3-2; Vojvodina replay
1966 SF Inter 1-1 1-1 CSKA Sofia; 1-0; Inter replay
1967 R1 Glentoran 1-1 0-0 Benfica; ; Benfica away goals
1967 R1 Valur 1-1 3-3 Jeunesse; ; Valur away goals
1967 R1 Ajax 1-1 1-1 aet 2-1 Real Madrid; ; Real Madrid extra time
1967 R1 Trakia 2-0 2-0 aet 3-0 Rapid București; ; Rapid București extra time
1967 QF Braunschweig 3-2 1-0 Juventus; 0-1; Juventus replay
1968 R16 Rapid Wien 1-0 2-1 Real Madrid; ; Rapid Wien away goals
1968 QF Ajax 1-3 1-3 Benfica; 0-0 aet 3-0; Ajax replay
1969 R16 Vorwärts 2-1 3-2 Crvena zvezda; ; Vorwärts away goals
1969 R16 Celtic 3-0 3-0 aet 3-0 toss Benfica; ; Celtic coin toss
1969 R16 Trnava 1-0 1-0 aet 1-0 toss Galatasaray; ; Galatasaray coin toss
1970 R1 Spartak 3-2 2-1 Basel; ; Basel away goals
1970 R1 Feyenoord 1-1 0-0 Arad; ; Arad away goals
1970 R16 Mönchengladbach 1-1 1-1 aet 1-1 4-3 pens Everton; ; Everton penalties
1970 QF Atlético 1-0 2-1 Legia; ; Atlético away goals
1970 QF Everton 1-1 0-0 Panathinaikos; ; Panathinaikos away goals
1970 SF Crvena zvezda 4-1 3-0 Panathinaikos; ; Panathinaikos away goals
"""
"""Every tie of the European Cup until 1970/71 that was level after two legs of 90 minutes.

The club that was at home first, both legs as their home clubs had them, the other club; the replay, seen by
the first club; who went through and why.
"""


@pytest.mark.parametrize("line", EUROPEAN_CUP.splitlines())
def test_who_went_through_in_the_european_cup(line: str) -> None:
    legs, replay, outcome = (part.strip() for part in line.split(";"))
    year, round_, *words = legs.split()
    at = next(place for place, word in enumerate(words) if "-" in word)
    end = max(place for place, word in enumerate(words) if "-" in word or word in {"toss", "pens"}) + 1
    a, b = " ".join(words[:at]), " ".join(words[end:])
    winner, decided_by = next(
        (club, outcome.removeprefix(club).strip()) for club in (a, b) if outcome.startswith(club)
    )

    def game(home: str, away: str, words: list[str], day: str, leg: str) -> str:
        full, *more = words
        extra = more[1] if more[:1] == ["aet"] else "-"
        shoot_out = more[2] if more[-1:] == ["pens"] else "-"
        recorded = f"{winner},coin toss" if more[-1:] == ["toss"] else ","
        scores = ",".join((*full.split("-"), *extra.split("-"), *shoot_out.split("-")))
        return f"CL,{year},{round_},{leg},{day},{home},{away},{scores},{recorded}\n"

    text = "competition,season,round,leg,date,home,away,ft_home,ft_away,aet_home,aet_away,"
    text += "pens_home,pens_away,winner,decided_by\n"
    text += game(b, a, words[at + 1 : end], f"{year}-10-08", "")
    text += game(a, b, words[at : at + 1], f"{year}-10-01", "")
    if replay:
        text += game(a, b, replay.split(), f"{year}-10-15", "replay")
    with empty_results() as db:
        import_text(db, text)
        (row,) = tie_rows(chosen_matches(Results(db), None, None))
    assert (row["club_a"], row["club_b"]) == (a, b)
    assert (row["winner"], row["decided_by"]) == (winner, decided_by)
    assert bool(row["replay"]) == bool(replay)

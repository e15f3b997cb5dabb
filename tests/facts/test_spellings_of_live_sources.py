"""What UEFA, API-Football, ESPN and Transfermarkt call clubs stands for one club in the reviewed names."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from bot.football.model import Club
from bot.football.names.spellings import Spellings

FACTS = Path(__file__).resolve().parents[2] / "data" / "facts"
UEFA = {
    "fra-paris-saint-germain": "Paris (FRA)",
    "gib-lincoln-red-imps": "L. Red Imps (GIB)",
    "ger-borussia-dortmund": "B. Dortmund (GER)",
    "eng-manchester-city": "Man City (ENG)",
    "eng-manchester-united": "Man Utd (ENG)",
    "eng-nottingham-forest": "Nottm Forest (ENG)",
    "esp-atletico-madrid": "Atleti (ESP)",
    "esp-athletic-club": "Athletic Club (ESP)",
    "ger-bayern-munchen": "Bayern München (GER)",
    "ita-inter": "Inter (ITA)",
    "ita-ac-milan": "Milan (ITA)",
    "fra-as-monaco": "Monaco (FRA)",
    "ned-nec-nijmegen": "N.E.C. (NED)",
    "ned-az-alkmaar": "AZ Alkmaar (NED)",
    "ned-psv": "PSV (NED)",
    "bel-union-saint-gilloise": "Union SG (BEL)",
    "cro-dinamo-zagreb": "GNK Dinamo (CRO)",
    "aut-fc-red-bull-salzburg": "Salzburg (AUT)",
    "cze-viktoria-plzen": "Plzeň (CZE)",
    "den-fc-kobenhavn": "København (DEN)",
    "geo-fc-iberia-1999": "Iberia Tbilisi (GEO)",
    "gre-olympiakos-piraeus": "Olympiacos (GRE)",
    "isl-vikingur-reykjavik": "Víkingur R. (ISL)",
    "isr-hapoel-be-er-sheva": "H. Beer-Sheva (ISR)",
    "isr-maccabi-tel-aviv": "M. Tel-Aviv (ISR)",
    "kaz-fk-kairat": "Kairat Almaty (KAZ)",
    "fin-kuopion-ps": "KuPS Kuopio (FIN)",
    "lva-fk-rfs": "RFS (LVA)",
    "rou-cs-universitatea-craiova": "U. Craiova (ROU)",
    "rou-fcsb": "FCSB (ROU)",
    "rus-lokomotiv-moskva": "Lokomotiv Moskva (RUS)",
    "srb-crvena-zvezda": "Crvena Zvezda (SRB)",
    "svk-slovan-bratislava": "S. Bratislava (SVK)",
    "swe-djurgardens-if": "Djurgården (SWE)",
    "swe-malmo-ff": "Malmö (SWE)",
    "swe-ostersunds-fk": "Östersund (SWE)",
    "tur-istanbul-basaksehir": "Başakşehir (TUR)",
    "ukr-shakhtar-donetsk": "Shakhtar (UKR)",
}
API_FOOTBALL = {
    "fra-paris-saint-germain": "Paris Saint Germain",
    "esp-atletico-madrid": "Atletico Madrid",
    "ger-bayern-munchen": "Bayern München",
    "ger-1899-hoffenheim": "1899 Hoffenheim",
    "gre-olympiakos-piraeus": "Olympiakos Piraeus",
    "bel-union-saint-gilloise": "Union St. Gilloise",
    "ned-go-ahead-eagles": "GO Ahead Eagles",
    "ned-nec-nijmegen": "NEC Nijmegen",
    "ned-psv": "PSV Eindhoven",
    "tur-fenerbahce": "Fenerbahce",
    "tur-besiktas": "Besiktas",
    "tur-istanbul-basaksehir": "Istanbul Basaksehir",
    "nor-fk-bodo-glimt": "Bodo/Glimt",
    "aze-qarabag-fk": "Qarabag",
    "swe-malmo-ff": "Malmo FF",
    "swe-ostersunds-fk": "Ostersunds FK",
    "hun-ferencvarosi-tc": "Ferencvarosi TC",
    "isr-hapoel-be-er-sheva": "Hapoel Beer Sheva",
    "pol-lech-poznan": "Lech Poznan",
    "cyp-apoel-nikosia": "Apoel Nicosia",
    "sco-heart-of-midlothian": "Heart Of Midlothian",
    "rus-zenit-st-petersburg": "Zenit Saint Petersburg",
    "por-sporting-braga": "SC Braga",
    "por-sporting-cp": "Sporting CP",
}
ESPN = {
    "aze-qarabag-fk": "FK Qarabag",
    "esp-athletic-club": "Athletic Club",
    "esp-atletico-madrid": "Atlético Madrid",
    "fra-paris-saint-germain": "Paris Saint-Germain",
    "ger-bayern-munchen": "Bayern Munich",
    "ger-1899-hoffenheim": "TSG Hoffenheim",
    "ita-ac-milan": "AC Milan",
    "ita-inter": "Internazionale",
    "ned-afc-ajax": "Ajax Amsterdam",
    "ned-feyenoord": "Feyenoord Rotterdam",
    "ned-psv": "PSV Eindhoven",
    "nor-fk-bodo-glimt": "Bodo/Glimt",
    "por-sporting-braga": "Braga",
    "por-sporting-cp": "Sporting CP",
    "srb-crvena-zvezda": "Red Star Belgrade",
    "swe-malmo-ff": "Malmo FF",
}
TRANSFERMARKT = {
    "cro-dinamo-zagreb": "GNK Dinamo Zagreb",
    "esp-atletico-madrid": "Atlético de Madrid",
    "fra-paris-saint-germain": "Paris Saint-Germain",
    "ger-1899-hoffenheim": "TSG 1899 Hoffenheim",
    "ger-bayern-munchen": "Bayern Munich",
    "gre-olympiakos-piraeus": "Olympiacos Piraeus",
    "ita-inter": "Inter Milan",
    "mkd-kf-shkendija-79": "FK Skendija 79",
    "mkd-vardar-skopje": "FK Vardar Skopje",
    "ned-afc-ajax": "Ajax Amsterdam",
    "ned-feyenoord": "Feyenoord Rotterdam",
    "por-sporting-cp": "Sporting CP",
    "por-vitoria-guimaraes": "Vitória Guimarães SC",
    "rus-fc-ufa": "Ufa",
    "svk-fc-dac-1904": "FC DAC Dunajska Streda",
    "swe-ostersunds-fk": "Östersunds FK",
}


@cache
def spellings() -> Spellings:
    with (FACTS / "clubs.csv").open(encoding="utf-8", newline="") as lines:
        clubs = {row["id"]: Club(row["id"], row["name"], row["country"]) for row in csv.DictReader(lines)}
    found = Spellings()
    found.add_all(clubs.values())
    with (FACTS / "club_names.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.add(clubs[row["club"]], row["name"], row["kind"], row["country"])
    return found


@pytest.mark.parametrize(("club", "written"), UEFA.items())
def test_what_uefa_writes_stands_for_one_club(club: str, written: str) -> None:
    name, country = written.removesuffix(")").split(" (")
    found = spellings().find(name, country)
    assert isinstance(found, Club), str(found)
    assert found.id == club


@pytest.mark.parametrize(("club", "written"), [*API_FOOTBALL.items(), *ESPN.items(), *TRANSFERMARKT.items()])
def test_what_sources_without_countries_write_stands_for_one_club(club: str, written: str) -> None:
    found = spellings().find(written)
    assert isinstance(found, Club), str(found)
    assert found.id == club

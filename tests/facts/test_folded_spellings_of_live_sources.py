"""What API-Football writes without our letters stands for one club of the snapshot, or for none."""

from __future__ import annotations

from functools import cache

import pytest

from bot.football.model import Club
from bot.football.names.spellings import Spellings, UnknownSpelling
from bot.importing.clubs import LiveNames, spellings_of
from tests.shared import knowledge_of_the_snapshot

API_FOOTBALL = {
    "Borussia Monchengladbach": "ger-bor-monchengladbach",
    "FC Zurich": "sui-fc-zurich",
    "Tromso": "nor-tromso-il",
    "Malaga": "esp-malaga-cf",
    "KI Klaksvik": "fro-ki-klaksvik",
    "Bayern Munchen": "ger-bayern-munchen",
    "FC Koln": "ger-1-fc-koln",
    "1. FC Koln": "ger-1-fc-koln",
    "Saint Etienne": "fra-as-saint-etienne",
    "Maritimo": "por-cs-maritimo",
    "IFK Goteborg": "swe-ifk-goteborg",
    "Mlada Boleslav": "cze-fk-mlada-boleslav",
    "TSC Backa Topola": "srb-tsc-backa-topola",
    "Cukaricki": "srb-fk-cukaricki",
    "Vikingur Gota": "fro-vikingur",
    "Zalgiris Vilnius": "ltu-fk-zalgiris",
    "Egnatia Rrogozhinë": "alb-egnatia-rrogozhine",
    "Buducnost Podgorica": "mne-fk-buducnost-podgorica",
    "Atletic Club d'Escaldes": "and-atletic-escaldes",
    "Ujpest": "hun-ujpest",
    "Gyori ETO": "hun-gyori-eto-fc",
    "Honved": "hun-honved",
    "Puskas Akademia": "hun-puskas-fc",
    "Kispest Honved": "hun-honved",
    "Brondby IF": "den-brondby-if",
    "FC Kobenhavn": "den-fc-kobenhavn",
    "Bodo Glimt": "nor-fk-bodo-glimt",
    "IA Akranes": "isl-ia-akranes",
    "HB Torshavn": "fro-hb-torshavn",
    "NSI Runavik": "fro-nsi-runavik",
    "Kauno Zalgiris": "ltu-kauno-zalgiris",
    "FK Panevezys": "ltu-fk-panevezys",
    "Liepaja": "lva-fk-liepaja",
    "Liepajas Metalurgs": "lva-fk-liepaja",
    "Nomme Kalju": "est-jk-nomme-kalju",
    "Neftci Baku": "aze-neftci-pfk",
    "Sumqayit": "aze-sumgayit-fk",
    "Zeljeznicar": "bih-zeljeznicar-sarajevo",
    "Decic Tuzi": "mne-fk-decic-tuzi",
    "Rabotnicki": "mkd-fk-rabotnicki",
    "Skenderbeu Korce": "alb-skenderbeu",
    "Skenderbeu": "alb-skenderbeu",
    "Hapoel Beer-Sheva": "isr-hapoel-be-er-sheva",
    "Apoel": "cyp-apoel-nikosia",
    "Zimbru Chisinau": "mda-fc-zimbru",
    "MSK Zilina": "svk-msk-zilina",
    "DAC Dunajska Streda": "svk-fc-dac-1904",
    "Pacos de Ferreira": "por-pacos-de-ferreira",
    "Grasshopper Club Zurich": "sui-grasshoppers",
}
OTHER_CLUBS = (
    *("Jong Ajax", "Ajax U19", "Ajax W", "Ajax II", "Jong PSV", "PSG U19", "Juventus U23"),
    *("Barcelona B", "Barcelona W", "Barcelona SC", "Real Madrid W", "Real Madrid II", "Atletico Madrid B"),
    *("Benfica B", "FC Porto B", "Porto B", "Sporting CP B", "Bayern Munich II", "Real Sociedad II"),
    *("Malaga B", "FC Zurich II", "Standard Liege U23", "Borussia Monchengladbach II", "Tromso 2"),
    *(
        "Inter Miami",
        "Arsenal Tula",
        "Arsenal Sarandi",
        "River Plate",
        "Liverpool Montevideo",
    ),
)
WHICH_CLUB = (
    "Racing",
    "Dinamo",
    "Sporting",
    "CSKA",
    "Union",
    "Sarajevo",
    "Kosice",
    "United",
    "Koln",
    "Zurich",
)


@cache
def spellings() -> LiveNames:
    return LiveNames(knowledge_of_the_snapshot().results.db)


@cache
def exact() -> Spellings:
    return spellings_of(knowledge_of_the_snapshot().results.db)


@pytest.mark.parametrize(("written", "club"), API_FOOTBALL.items())
def test_a_name_without_our_letters_is_that_club(written: str, club: str) -> None:
    found = spellings().find(written)
    assert isinstance(found, Club), str(found)
    assert found.id == club
    assert isinstance(exact().find(written), UnknownSpelling)


@pytest.mark.parametrize(("written", "club"), API_FOOTBALL.items())
def test_in_its_own_country_too_and_in_no_other(written: str, club: str) -> None:
    of_another = "NED" if not club.startswith("ned") else "BEL"
    country = knowledge_of_the_snapshot().results.clubs()[club].country
    found = spellings().find(written, country)
    assert isinstance(found, Club)
    assert found.id == club
    assert isinstance(spellings().find(written, of_another), UnknownSpelling)


@pytest.mark.parametrize("written", OTHER_CLUBS)
def test_a_second_team_or_a_club_from_elsewhere_is_none_of_ours(written: str) -> None:
    assert isinstance(spellings().find(written), UnknownSpelling)


@pytest.mark.parametrize("written", WHICH_CLUB)
def test_a_name_of_several_clubs_and_a_town_alone_are_no_club(written: str) -> None:
    assert isinstance(spellings().find(written), UnknownSpelling)

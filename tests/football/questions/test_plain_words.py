from __future__ import annotations

import pytest

from bot.football.model import Club
from bot.football.names.finder import ClubFinder, ClubName, OneClub
from bot.football.names.in_memory import NamesInMemory
from bot.football.questions.competition import Rest
from bot.football.questions.leagues import take_league
from bot.football.questions.nearest import (
    club_among,
    is_a_sentence,
    nearest_commands,
    nearest_commands_of_a_club,
)
from bot.football.questions.plain_words import MOST_WORDS, Meaning, in_plain_words
from tests.conftest import Sampled
from tests.shared import answering, knowledge_of_the_snapshot

FINDER = ClubFinder(
    NamesInMemory(
        ClubName(Club(name.lower(), name), name) for name in ("Ajax", "PSV", "Feyenoord", "Arsenal")
    )
)


@pytest.mark.parametrize(
    ("text", "command", "behind"),
    [
        ("wie speelt er vanavond?", "avond", "vanavond"),
        ("Wie spelen er morgen in de Champions League", "avond", "Champions League morgen"),
        ("welke wedstrijden zijn er dinsdag", "avond", "dinsdag"),
        ("uitslagen van gisteren", "avond", "gisteren"),
        ("wie scoorde er gisteren", "avond", "gisteren"),
        ("speelt Ajax vanavond", "avond", "Ajax vanavond"),
        ("does Arsenal play tonight?", "avond", "Arsenal tonight"),
        ("who's playing tonight", "avond", "tonight"),
        ("mei 2019", "avond", "mei 2019"),
        ("wedstrijden in mei", "avond", "in mei"),
        ("wat werd het afgelopen donderdag", "avond", "afgelopen donderdag"),
        ("who played last Tuesday", "avond", "last Tuesday"),
        ("champions league", "avond", "champions league"),
        ("uitslagen champions league", "uitslag", "champions league"),
        ("hoe staat het", "avond", ""),
        ("hoe staat het bij psv?", "uitslag", "psv"),
        ("wat is de stand bij ajax", "uitslag", "ajax"),
        ("hoe staat Ajax ervoor", "uitslag", "Ajax"),
        ("wat werd het bij ajax", "uitslag", "ajax"),
        ("wie scoorde er voor psv", "uitslag", "psv"),
        ("heeft feyenoord gewonnen?", "uitslag", "feyenoord"),
        ("is ajax door?", "uitslag", "ajax"),
        ("wanneer speelt het grote PSV weer", "programma", "PSV"),
        ("wanneer speelt groot onbekend weer", "programma", "groot onbekend"),
        ("welke Nederlandse clubs spelen vanavond", "avond", "vanavond"),
        ("how are arsenal doing", "uitslag", "arsenal"),
        ("who scored for psv", "uitslag", "psv"),
        ("zet ajax in mijn agenda", "agenda", "ajax"),
        ("agenda ajax", "agenda", "ajax"),
        ("put arsenal in my calendar, please", "agenda", "arsenal"),
        ("kalender", "agenda", ""),
        ("wat staat er op de agenda", "programma", ""),
        ("ik wil graag meldingen van de champions league", "volg", "de champions league"),
        ("kun je alle Nederlandse clubs voor me volgen?", "volg", "alle Nederlandse clubs"),
        ("follow all Dutch clubs please", "volg", "all Dutch clubs"),
        ("waar komen je uitslagen vandaan?", "bronnen", ""),
        ("welke bronnen gebruik je", "bronnen", ""),
        ("hoe kom je aan al die gegevens", "bronnen", ""),
        ("where does your data come from?", "bronnen", ""),
        ("wanneer is de loting", "loting", ""),
        ("wanneer is de loting van de europa league", "loting", "europa league"),
        ("waar is de finale", "loting", ""),
        ("when is the draw?", "loting", ""),
        ("where's the final", "loting", ""),
        ("wanneer speelt ajax weer", "programma", "ajax"),
        ("tegen wie moet Feyenoord", "programma", "Feyenoord"),
        ("when is arsenal's next match", "programma", "arsenal"),
        ("wie staat er bovenaan in de CL", "stand", "CL"),
        ("who's top", "stand", ""),
        ("op welke plaats staat psv", "stand", "psv"),
        ("wie is de topscorer aller tijden", "topscorers", "aller tijden"),
        ("wie maakte de meeste doelpunten in de CL", "topscorers", "CL"),
        ("hoeveel doelpunten maakte Huntelaar", "speler", "Huntelaar"),
        ("how often did Messi score", "speler", "Messi"),
        ("grootste zege van feyenoord", "records", "grootste zege feyenoord"),
        ("volg PSV", "volg", "PSV"),
        ("unfollow Ajax", "ontvolg", "Ajax"),
        ("wie volgen wij", "volgend", ""),
        ("Help!", "help", ""),
        ("hoi", "start", ""),
        ("good evening", "start", ""),
        ("dank je wel!", "dank", ""),
        ("thanks", "dank", ""),
        ("Jammer hoor. Dank u wel!", "dank", ""),
        ("tot ziens", "doei", ""),
        ("Goedemiddag, wie bent u?", "help", ""),
        ("Wat zijn uw instellingen?", "instellingen", ""),
        ("Wilt u me een uur van tevoren waarschuwen?", "instellingen", ""),
        ("Ik wil de uitslagen weer zien", "instellingen", ""),
        ("switch to English", "instellingen", ""),
        ("Ik volg Ajax al sinds 1971. Welke Europa Cups heeft Ajax gewonnen?", "erelijst", "Ajax"),
        ("which cups did Arsenal win", "erelijst", "Arsenal"),
        ("settings", "instellingen", ""),
        ("hup Ajax", "uitslag", "Ajax"),
        ("Goedemorgen, kunt u mij vertellen wat Ajax gisteren deed?", "uitslag", "Ajax gisteren"),
        ("hoe heeft Feyenoord het gedaan in seizoen 2001/02", "uitslag", "Feyenoord seizoen 2001/02"),
        ("hoe deed Feyenoord het vorig seizoen", "uitslag", "Feyenoord vorig seizoen"),
        ("heeft PSV ooit in Europa gespeeld", "uitslag", "PSV"),
        ("wie heeft er vanavond ook alweer van ajax gewonnen", "uitslag", "ajax vanavond"),
        ("hoe vaak won Ajax van PSV", "onderling", "Ajax PSV"),
        ("onderling resultaat ajax psv", "onderling", "ajax psv"),
        ("hoe vaak won Ajax een Europese beker", "erelijst", "Ajax"),
        ("how many European cups have Arsenal won", "erelijst", "Arsenal"),
        ("welke club won de meeste europacups", "erelijst", ""),
        ("prijzenkast van psv", "erelijst", "psv"),
        ("hoe doen de Nederlandse clubs het", "nederland", "Nederlandse"),
        ("in welke groep zit psv", "stand", "psv"),
        ("groep c 2010", "stand", "groep c 2010"),
        ("loting achtste finale", "loting", "achtste finale"),
        ("hattrick van Huntelaar", "speler", "Huntelaar"),
        ("hattrick van Ajax", "records", "hattrick Ajax"),
        ("heeft Huntelaar gescoord", "speler", "Huntelaar"),
        ("goals van Huntelaar", "speler", "Huntelaar"),
        ("hoe gaat het", "uitslag", ""),
        ("ff checken wat psv deed", "uitslag", "psv"),
        ("wtf ajax", "uitslag", "ajax"),
        (
            "wanneer speelt blauw rood geel groen paars oranjerood zwart wit Ajax",
            "programma",
            "blauw rood geel groen paars oranjerood zwart wit Ajax",
        ),
        ("weg naar de finale ajax 1995", "uitslag", "ajax 1995"),
        ("Ajax PSV Feyenoord", "uitslag", "Ajax, PSV, Feyenoord"),
        ("wie liggen er uit?", "schema", ""),
        ("Turkse clubs", "nederland", "Turkse"),
        ("grootste nederlaag van Ajax", "club", "Ajax"),
        ("grootste nederlaag ooit", "records", "grootste zeges"),
        ("tussenstanden van de andere wedstrijden", "avond", ""),
        ("topscorer aller tijden van Ajax", "topscorers", "Ajax aller tijden"),
        ("ik wil PSV graag volgen", "volg", "PSV"),
        ("volg PSV alsjeblieft!", "volg", "PSV"),
        ("uitslg ajax", "uitslag", "uitslag ajax"),
        ("uitslg ajax gistern", "uitslag", "uitslag ajax gisteren"),
        ("wie spelt er vanvond", "avond", "vanavond"),
        ("Arsennal Feyenoordd", "uitslag", "Arsennal - Feyenoordd"),
        ("what happened to last week's opponents of psv", "programma", "psv last week"),
    ],
)
def test_plain_words_ask_for_a_command(text: str, command: str, behind: str) -> None:
    assert in_plain_words(text, FINDER.find) == Meaning(command, behind)


@pytest.mark.parametrize(
    "text",
    [
        "Ajax",
        "Ajax - PSV",
        "ajax vanavond",
        "Arsenal 2017/18",
        "pannenkoek",
        "wie won de Champions League",
        "finale Champions League",
        "",
        "wanneer speelt Nederland",
        "wanneer speelde Ajax in Turijn",
        "opstelling Ajax",
        "wie won de finale vn Ajax",
        "hoeveel prijzen won de eredivisie",
        "hoeveel titels won pannenkoek",
        "won Ajax in 1995 de Champions League",
        " ".join(["wanneer"] * (MOST_WORDS + 1)),
        f"volg {'!' * 300}",
    ],
)
def test_what_is_no_question_in_plain_words_is_asked_about_as_it_stands(text: str) -> None:
    assert in_plain_words(text, FINDER.find) is None


def test_no_name_of_a_club_is_taken_for_a_question_or_a_league(sampled: Sampled) -> None:
    find = answering().result.finder.find
    names = sorted({stored.name for stored in knowledge_of_the_snapshot().results.names()})
    assert {
        name for name in sampled.of(names) if in_plain_words(name, find) or take_league(Rest(name))
    } == set()


@pytest.mark.parametrize(
    ("text", "league", "left"),
    [
        ("Ajax eredivisie", "eredivisie", "Ajax"),
        ("KNVB-beker", "KNVB-beker", ""),
        ("Arsenal in de Premier League", "de Premier League", "Arsenal in"),
        ("wk 2026", "wk", "2026"),
        ("het Nederlands elftal", "het Nederlands elftal", ""),
        ("Oranje", "Oranje", ""),
        ("women's champions league", "women's champions league", ""),
        ("Champions League", "", "Champions League"),
        ("Nederland - België", "Nederland - België", ""),
        ("speelt Nederland vandaag", "speelt Nederland", "vandaag"),
        ("speelt Nederlandse club", "", "speelt Nederlandse club"),
    ],
)
def test_a_league_or_a_national_team_is_no_club_football_of_europe(text: str, league: str, left: str) -> None:
    rest = Rest(text)
    assert (take_league(rest), rest.text) == (league, left)


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("Huntelaar", ("uitslag", "speler")),
        ("wat eten we", ("uitslag", "avond")),
        ("a1b2 ??", ("uitslag", "avond")),
        ("wanneer is de volgende wedstrijd van blabla", ("programma", "avond")),
        ("wie scoorde de meeste goals", ("topscorers", "records")),
        ("stuur me een melding", ("volg", "uitslag")),
    ],
)
def test_the_nearest_commands_fit_the_words(text: str, commands: tuple[str, str]) -> None:
    assert nearest_commands(text) == commands


def test_beside_a_club_the_nearest_commands_are_those_that_take_one() -> None:
    assert nearest_commands_of_a_club("opstelling van ajax vanavond") == ("uitslag", "programma")
    assert nearest_commands_of_a_club("stuur me een seintje van ajax") == ("volg", "uitslag")


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("wie is de trainer van Ajax", "Ajax"),
        ("shirts van PSV kopen", "PSV"),
        ("wat eten we", ""),
        ("", ""),
    ],
)
def test_a_club_may_be_named_among_words_that_are_not_understood(text: str, club: str) -> None:
    found = club_among(text, FINDER.names)
    assert (found.name if found else "") == club


def test_what_is_longer_than_a_name_is_a_sentence() -> None:
    assert is_a_sentence("wie is de beste")
    assert not is_a_sentence("Johan van Oldenbarnevelt")


def test_the_name_of_every_club_is_found_in_a_sentence() -> None:
    results = knowledge_of_the_snapshot().results
    find = answering().result.finder.find
    lost = []
    for club in list(results.clubs().values())[::7]:
        meaning = in_plain_words(f"wanneer speelt {club.name} weer", find)
        if find(club.name) == OneClub(club) and (meaning is None or find(meaning.text) != OneClub(club)):
            lost.append(club.name)
    assert lost == []

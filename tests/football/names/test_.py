from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.football.model import Club
from bot.football.names.finder import (
    ClubChoice,
    ClubElsewhere,
    ClubFinder,
    ClubName,
    NoClub,
    OneClub,
    Remark,
    Renown,
    TwoClubs,
)
from bot.football.names.in_memory import NamesInMemory
from tests.football.clubs_known import find, names_of, rows


def test_every_canonical_and_dutch_name_finds_its_club() -> None:
    wrong = [
        (row["id"], name)
        for row in rows("clubs.csv")
        for name in (row["name"], row["dutch_name"], row["name"].upper())
        if name and find(name) != OneClub(Club(row["id"], row["name"])) and not _shared(name)
    ]
    assert wrong == []


def _shared(name: str) -> bool:
    return isinstance(find(name), ClubChoice)


@pytest.mark.parametrize(
    ("typed", "club"),
    [
        ("Bilbao", "Athletic Bilbao"),
        ("athletic club", "Athletic Bilbao"),
        ("om", "Olympique Marseille"),
        ("az", "AZ"),
        ("BVB", "Borussia Dortmund"),
        ("barça", "FC Barcelona"),
        ("Man Utd", "Manchester United"),
        ("spurs", "Tottenham Hotspur"),
        ("godenzonen", "Ajax"),
        ("020", "Ajax"),
        ("cimbom", "Galatasaray"),
        ("Spartak Moskou", "Spartak Moskva"),
        ("rode ster", "Crvena zvezda"),
        ("sporting lissabon", "Sporting CP"),
        ("dinamo kiev", "Dynamo Kyiv"),
        ("kopenhagen", "FC København"),
        ("steaua", "FCSB"),
        ("Red Bull Salzburg", "Red Bull Salzburg"),
        ("austria salzburg", "Red Bull Salzburg"),
        ("twente enschede", "FC Twente"),
        ("gala", "Galatasaray"),
    ],
)
def test_short_names_nicknames_dutch_and_old_names_answer_at_once(typed: str, club: str) -> None:
    assert names_of(find(typed)) == club


@pytest.mark.parametrize(
    ("typed", "club"),
    [
        ("Спартак Москва", "Spartak Moskva"),
        ("Ολυμπιακός", "Olympiacos"),
        ("ليفربول", "Liverpool"),
        ("מכבי תל אביב", "Maccabi Tel Aviv"),
        ("დინამო თბილისი", "Dinamo Tbilisi"),
        ("皇家马德里", "Real Madrid"),
        ("アーセナル", "Arsenal"),
    ],
)
def test_other_scripts_are_read(typed: str, club: str) -> None:
    assert names_of(find(typed)) == club


@pytest.mark.parametrize(
    ("typed", "club"),
    [
        ("arsnal", "Arsenal"),
        ("feyenord", "Feyenoord"),
        ("galatasary", "Galatasaray"),
        ("sjaktar", "Shakhtar Donetsk"),
        ("gladbag", "Borussia Mönchengladbach"),
        ("real madrit", "Real Madrid"),
        ("joeventus", "Juventus"),
        ("madrid real", "Real Madrid"),
        ("ham west united", "West Ham United"),
        ("glimt bodo", "Bodø/Glimt"),
        ("austria vienna fk", "Austria Wien"),
        ("florensce fiorentinna", "Fiorentina"),
        ("bayern muenchen", "Bayern München"),
        ("bayern munchn", "Bayern München"),
    ],
)
def test_slips_sounds_and_word_order_are_forgiven(typed: str, club: str) -> None:
    assert names_of(find(typed)) == club


@pytest.mark.parametrize(
    ("typed", "club"),
    [
        ("heeft ajax gewonnen?", "Ajax"),
        ("wat was de uitslag van Benfica gisteren", "Benfica"),
        ("@arsenal", "Arsenal"),
        ("#psv", "PSV"),
        ("AEK Griekenland", "AEK Athens"),
        ("en celtic?", "Celtic"),
    ],
)
def test_a_name_is_found_inside_a_phrase(typed: str, club: str) -> None:
    assert names_of(find(typed)) == club


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Sporting", "por-sporting-cp"),
        ("Real", "esp-real-madrid"),
        ("Dinamo", "ukr-dinamo-kiev"),
        ("United", "eng-manchester-united"),
        ("fcb", "esp-fc-barcelona"),
        ("Lissabon", "por-sl-benfica"),
        ("dynamo", "ukr-dinamo-kiev"),
        ("Göteborg", "swe-ifk-goteborg"),
    ],
)
def test_a_name_of_several_clubs_is_asked_about_likeliest_first(typed: str, first: str) -> None:
    found = find(typed)
    assert isinstance(found, ClubChoice)
    assert 2 <= len(found.clubs) <= 5
    assert found.clubs[0].id == first


@pytest.mark.parametrize("typed", ["ajex", "psb", "aoel", "drit", "celt", "bale", "pvs"])
def test_nothing_of_four_letters_or_fewer_is_guessed_without_asking(typed: str) -> None:
    assert not isinstance(find(typed), OneClub)


@pytest.mark.parametrize(
    "typed", ["Jong Ajax", "ajax vrouwen", "Ajax O19", "AFC Ajax Women", "ajax u23", "ajax b"]
)
def test_youth_and_women_get_the_first_mens_team_and_that_is_said(typed: str) -> None:
    found = find(typed)
    assert isinstance(found, OneClub)
    assert (found.club.name, found.remark) == ("Ajax", Remark.FIRST_TEAM)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "   ", "⚽", "?", "1-0", "2024", "fc", "<b>", "'; DROP TABLE clubs", "asdfgh", "lorem ipsum"),
        *(
            "keuken",
            "aardappel",
            "virus",
            "larve",
            "brand",
            "hoe laat begint het",
            "ik heb honger",
            "goedemorgen",
        ),
        *("cruijff", "luuk de jong", "Mo Salah", "Pep Guardiola", "Bergkamp"),
        *("Nederland", "Portugal", "Malta", "nederlands elftal", "la roja"),
        *("chicago", "zaandam", "new york"),
    ],
)
def test_words_chat_players_countries_and_junk_are_no_club(typed: str) -> None:
    assert names_of(find(typed)) is None


@pytest.mark.parametrize(
    ("typed", "elsewhere"),
    [
        ("Paris FC", "Paris FC"),
        ("FSV Frankfurt", "FSV Frankfurt"),
        ("Red Star Paris", "Red Star Paris"),
        ("Inter Miami", "Inter Miami"),
        ("al nassr", "Al Nassr"),
        ("Miami Inter", "Inter Miami"),
        ("mijn Paris FC", "Paris FC"),
    ],
)
def test_a_club_without_a_match_here_is_known_and_not_taken_for_another(typed: str, elsewhere: str) -> None:
    assert find(typed) == NoClub(elsewhere)


@pytest.mark.parametrize("typed", ["Inter Miamii", "kniping", "oranje", "koning", "morgen"])
def test_a_club_without_a_match_here_is_found_by_its_exact_names_alone(typed: str) -> None:
    assert find(typed) == NoClub()


@pytest.mark.parametrize(
    "typed", ["bar", "nan", "pasen", "ben", "wanneer is de loting", "twitter", "friesland"]
)
def test_an_ordinary_word_is_no_club(typed: str) -> None:
    assert find(typed) == NoClub()


@pytest.mark.parametrize(
    "typed", ["freiburger fc", "FC United of Manchester", "vienna cricket", "AFC Liverpool", "Hamburger SC"]
)
def test_another_club_of_the_town_is_not_taken_for_the_famous_one(typed: str) -> None:
    assert isinstance(find(typed), NoClub)


@pytest.mark.parametrize(
    ("typed", "among"),
    [
        ("rojiblancos", {"Atlético Madrid", "Athletic Bilbao", "Sevilla"}),
        ("los rojiblancos", {"Atlético Madrid", "Athletic Bilbao", "Sevilla"}),
        ("the magpies", {"Newcastle United", "Bruno's Magpies"}),
        ("the eagles", {"Crystal Palace", "Go Ahead Eagles"}),
        ("santa coloma", {"FC Santa Coloma", "UE Santa Coloma"}),
        ("bulls", {"RB Leipzig", "Red Bull Salzburg"}),
        ("town", {"Ipswich Town"}),
        ("racing", {"RC Lens", "RC Strasbourg"}),
        ("saint", {"Saint-Étienne"}),
    ],
)
def test_a_nickname_or_a_word_of_several_clubs_is_asked_about(typed: str, among: set[str]) -> None:
    found = find(typed)
    assert isinstance(found, ClubChoice)
    assert {club.name for club in found.clubs} >= among


@pytest.mark.parametrize(
    ("typed", "elsewhere"),
    [
        *(("Excelsior", "Excelsior"), ("de graafschap", "De Graafschap"), ("telstar", "Telstar")),
        *(("sc cambuur", "Cambuur"), ("mvv", "MVV Maastricht")),
    ],
)
def test_dutch_clubs_without_a_match_here_go_by_the_name_that_people_use(typed: str, elsewhere: str) -> None:
    assert find(typed) == NoClub(elsewhere)


def test_a_name_that_is_also_a_dutch_clubs_is_asked_about() -> None:
    found = find("Sparta")
    assert isinstance(found, ClubChoice)
    assert found.clubs[0].name == "Sparta Praha"
    assert names_of(find("sparta praag")) == "Sparta Praha"


def test_where_there_is_nothing_to_ask_the_dutch_club_is_meant() -> None:
    sparta = Club("cze-sparta-praha", "Sparta Praha")
    elsewhere = [ClubElsewhere("Sparta Rotterdam", "NED", ("Sparta",)), ClubElsewhere("Sparta Graz", "AUT")]
    finder = ClubFinder(
        NamesInMemory([ClubName(sparta, "Sparta"), ClubName(sparta, "Sparta Praha")], elsewhere=elsewhere)
    )
    assert finder.find("sparta") == NoClub("Sparta Rotterdam")


@pytest.mark.parametrize(
    ("town", "clubs"),
    [
        ("Boedapest", {"Budapest Honvéd", "Ferencváros", "Újpest"}),
        ("Kosice", {"1. FC Košice", "FC Košice"}),
        ("dynamo", {"Dinamo București", "Dinamo Moskva", "Dinamo Zagreb", "Dynamo Kyiv"}),
    ],
)
def test_all_clubs_of_a_name_are_offered(town: str, clubs: set[str]) -> None:
    assert names_of(find(town)) == sorted(clubs)


@pytest.mark.parametrize("typed", ["<b>Ajax</b>", "<b>Ajax", "<b><i>Ajax</i></b>", "Ajax <3", "Ajax 2-1"])
def test_markup_hearts_and_scores_are_no_second_team(typed: str) -> None:
    assert find(typed) == OneClub(Club("ned-afc-ajax", "Ajax"))


def test_a_club_named_in_full_is_not_passed_over_for_one_that_is_nearly_named() -> None:
    ajax, ajaccio = Club("ned-ajax", "Ajax"), Club("fra-ajax-sport-noord", "Ajan Sport Noord")
    finder = ClubFinder(NamesInMemory([ClubName(ajax, "Ajax"), ClubName(ajaccio, "Ajan Sport Noord")]))
    assert finder.find("ajax sport noort") == ClubChoice((ajaccio, ajax))


def test_a_club_from_elsewhere_never_shadows_one_that_is_here() -> None:
    rangers = Club("sco-rangers-fc", "Rangers")
    finder = ClubFinder(
        NamesInMemory(
            [ClubName(rangers, "Rangers")], elsewhere=[ClubElsewhere("Carrick", "NIR", ("Rangers",))]
        )
    )
    assert finder.find("rangers") == OneClub(rangers)


def test_a_name_beside_legal_forms_of_the_club_is_that_club() -> None:
    assert names_of(find("RM CF")) == "Real Madrid"


def test_a_legal_form_too_many_does_no_harm() -> None:
    assert names_of(find("KV Galatasaray")) == "Galatasaray"


def test_ordinary_words_together_are_no_club() -> None:
    assert names_of(find("keuken virus")) is None
    assert names_of(find("start")) is None


def test_legal_forms_alone_are_no_club() -> None:
    assert names_of(find("fc voetbal")) is None


def test_a_slip_between_two_clubs_is_asked_about() -> None:
    found = find("millan")
    assert isinstance(found, ClubChoice)
    assert {club.name for club in found.clubs} >= {"AC Milan", "Inter"}


def test_a_name_without_a_letter_finds_nothing() -> None:
    ajax = Club("ned-afc-ajax", "Ajax")
    finder = ClubFinder(
        NamesInMemory(
            [ClubName(ajax, "⚽"), ClubName(ajax, "Ajax"), ClubName(ajax, "FC")],
            elsewhere=[ClubElsewhere("🏆")],
        )
    )
    assert finder.find("⚽") == NoClub()
    assert finder.find("qzx") == NoClub()
    assert finder.find("ajax") == OneClub(ajax)


def test_a_finder_without_names_finds_nothing() -> None:
    assert ClubFinder(NamesInMemory([])).find("Ajax") == NoClub()


@given(st.text(max_size=4096))
@settings(deadline=None)
def test_any_text_gets_a_verdict(text: str) -> None:
    found = find(text)
    assert isinstance(found, OneClub | TwoClubs | ClubChoice | NoClub)
    if isinstance(found, ClubChoice):
        assert 2 <= len(set(found.clubs)) == len(found.clubs) <= 5


@given(st.lists(st.sampled_from([row["name"] for row in rows("club_names.csv")]), min_size=1, max_size=4))
@settings(deadline=None, max_examples=200)
def test_names_in_a_row_get_a_verdict(names: list[str]) -> None:
    assert find(" ".join(names)) is not None


@pytest.mark.parametrize(
    "text",
    ["x" * 4096, "ajax " * 800, "é" * 4096, "qwert yuiop asdfg hjklz xcvbn mmnnb"],
    ids=["one letter", "one club", "letters with accents", "no word at all"],
)
def test_whatever_length_is_typed_gets_a_verdict(text: str) -> None:
    assert find(text) is not None


TOWN = [
    ClubName(Club("a", "Vak Town", "ENG"), "Vakton", "city"),
    ClubName(Club("a", "Vak Town", "ENG"), "Vak Town", "spelling"),
    ClubName(Club("b", "FBK Vakton", "ENG"), "FBK Vakton", "spelling"),
]


def test_a_town_is_also_that_of_a_club_named_after_it_unless_that_is_far_less_likely() -> None:
    near = ClubFinder(NamesInMemory(TOWN, renown={"a": Renown(40, 2026), "b": Renown(30, 2026)}))
    assert names_of(near.find("vakton")) == ["FBK Vakton", "Vak Town"]
    far = ClubFinder(NamesInMemory(TOWN, renown={"a": Renown(40, 2026), "b": Renown(30, 1970)}))
    assert names_of(far.find("vakton")) == "Vak Town"


def test_of_two_clubs_as_near_one_that_is_far_likelier_is_meant() -> None:
    names = [
        ClubName(Club("a", "RB Storkum", "GER"), "RB Storkum", "spelling"),
        ClubName(Club("b", "Lok Storkum", "GER"), "Lok Storkum", "spelling"),
        ClubName(Club("a", "RB Storkum", "GER"), "Storkum", "city"),
        ClubName(Club("b", "Lok Storkum", "GER"), "Storkam", "alias"),
    ]
    far = ClubFinder(NamesInMemory(names, renown={"a": Renown(100, 2026), "b": Renown(80, 1980)}))
    assert names_of(far.find("storkem")) == "RB Storkum"
    near = ClubFinder(NamesInMemory(names, renown={"a": Renown(100, 2026), "b": Renown(80, 2020)}))
    assert names_of(near.find("storkem")) == ["Lok Storkum", "RB Storkum"]


@pytest.mark.parametrize("typed", ["Ajax onder 17", "psv u 19", "jong az", "Twente vrouwen", "feyenoord o19"])
def test_the_first_team_stands_in_for_youth_and_women_and_that_is_said(typed: str) -> None:
    found = find(typed)
    assert isinstance(found, OneClub)
    assert found.remark is Remark.FIRST_TEAM


@pytest.mark.parametrize("typed", ["cf", "kv", "da", "st", "rc"])
def test_a_legal_form_or_an_article_alone_is_no_club(typed: str) -> None:
    assert names_of(find(typed)) is None


def test_marks_on_latin_letters_are_no_other_script() -> None:
    assert names_of(find("Niš")) == "Radnički Niš"
    assert names_of(find("Νις")) == "OGC Nice"

from __future__ import annotations

import pytest

from bot.football.names.transcription import in_dutch, in_english


@pytest.mark.parametrize(
    ("name", "country", "dutch"),
    [
        ("Andriy Shevchenko", "ITA", "Andrij Sjevtsjenko"),
        ("Andrey Yarmolenko", "UKR", "Andrej Jarmolenko"),
        ("Andrey Arshavin", "ENG", "Andrej Arsjavin"),
        ("Anatoliy Tymoshchuk", "GER", "Anatolij Tymosjtsjoek"),
        ("Yuriy Zhirkov", "RUS", "Joeri Zjirkov"),
        ("Yuriy Maksimov", "UKR", "Joerij Maksimov"),
        ("Dmitriy Khokhlov", "NED", "Dmitri Chochlov"),
        ("Dmitry Barinov", "RUS", "Dmitri Barinov"),
        ("Vasiliy Berezutskiy", "RUS", "Vasili Berezoetski"),
        ("Artem Dzyuba", "RUS", "Artem Dzjoeba"),
        ("Roman Shirokov", "RUS", "Roman Sjirokov"),
        ("Nikolay Pisarev", "RUS", "Nikolaj Pisarev"),
    ],
)
def test_a_name_out_of_cyrillic_is_written_as_a_dutch_paper_does(name: str, country: str, dutch: str) -> None:
    assert in_dutch(name, {country}) == dutch


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Luiz Adriano", "UKR"),
        ("Ashley Young", "ENG"),
        ("Hakan Yakin", "SUI"),
        ("Konstantin Rausch", "GER"),
        ("Łukasz Teodorczyk", "UKR"),
        ("Oleg Iachtchouk", "BEL"),
        ("Aleksandr Kokorin", "RUS"),
    ],
)
def test_every_other_name_stays_as_it_is(name: str, country: str) -> None:
    assert in_dutch(name, {country}) == name


@pytest.mark.parametrize(
    ("typed", "english"),
    [("pavljoetsjenko", "pavlyuchenko"), ("tymosjtsjoek", "tymoshchuk"), ("zjirkov", "zhirkov")],
)
def test_what_a_dutch_paper_writes_is_looked_up_as_english_would(typed: str, english: str) -> None:
    assert in_english(typed) == english

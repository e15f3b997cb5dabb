from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.football.names.folding import fold, fold_spelling_out, without_markup


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Bodø/Glimt", "bodo glimt"),
        ("Beşiktaş", "besiktas"),
        ("İstanbul Başakşehir", "istanbul basaksehir"),
        ("Qarabağ", "qarabag"),
        ("Widzew Łódź", "widzew lodz"),
        ("Ħamrun Spartans", "hamrun spartans"),
        ("N.E.C.", "nec"),
        ("Celtic F.C.", "celtic fc"),
        ("Bor. Mönchengladbach", "bor monchengladbach"),
        ("Hapoel Be'er Sheva", "hapoel beer sheva"),
        ("St Patrick’s Athletic", "st patricks athletic"),
        ("Brighton & Hove Albion", "brighton hove albion"),
        ("Спартак Москва", "spartak moskva"),
        ("Ολυμπιακός", "olympiakos"),
        ("დინამო თბილისი", "dinamo tbilisi"),
        ("⚽ Ajax 🔴⚪", "ajax"),
    ],
)
def test_a_name_is_folded_to_small_plain_words(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_scripts_without_vowels_or_letters_stay_themselves() -> None:
    assert fold("ליברפול") == "ליברפול"
    assert fold('צסק"א') == "צסקא"
    assert fold("ليفربول") == "ليفربول"
    assert fold("AC米兰") == "ac米兰"
    assert fold("ｱｰｾﾅﾙ") == fold("アーセナル")


def test_german_and_nordic_letters_may_be_spelled_out() -> None:
    assert fold_spelling_out("Bayern München") == "bayern muenchen"
    assert fold_spelling_out("Malmö FF") == "malmoe ff"
    assert fold_spelling_out("Bodø/Glimt") == "bodoe glimt"


@given(st.text(max_size=200))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())


def test_markup_hearts_and_scores_are_taken_away_and_numbers_in_names_are_not() -> None:
    assert without_markup("<b>Ajax</b> 2-1 PSV <3").split() == ["Ajax", "PSV"]
    for name in ("Schalke 04", "B36", "U19-2", "Bodø/Glimt", "1 < 2"):
        assert without_markup(name) == name

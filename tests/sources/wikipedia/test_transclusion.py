from __future__ import annotations

import pytest

from tests.sources.wikipedia.reading import box, read

FINAL = box().replace("Round of 16", "Match")
MARKED = f'Text.\n<section begin="Final" />\n{FINAL}<section end=Final/>\n{box(team1="[[A]]")}'


@pytest.mark.parametrize(
    "shown",
    [
        "{{#lst:The final|Final}}",
        "{{#section:The_final|Final}}",
        "{{#LST:The final| Final }}",
        "{{#lsth:The final|Match}}",
        "{{#section-h:the final|Match}}",
    ],
)
def test_a_part_of_another_page_is_read_where_it_is_shown(shown: str) -> None:
    found = read(f"==Final==\n{shown}", **{"The final": MARKED})
    assert [(match.home.name, match.round.code) for match in found.matches][:1] == [("Arsenal F.C.", "F")]
    assert found.transcluded == ("The final",)


@pytest.mark.parametrize("shown", ["{{:The final}}", "{{The final}}", "{{the_final}}"])
def test_a_whole_page_is_read_where_it_is_shown(shown: str) -> None:
    for text in (
        FINAL,
        f"<noinclude>{box(team1='[[A]]')}</noinclude>{FINAL}",
        f"{box(team1='[[A]]')}<onlyinclude>{FINAL}</onlyinclude>",
    ):
        for title in ("The final", "Template:The final"):
            pages = {title: text}
            if title == "The final" or "{{:" not in shown:
                found = read(f"==Final==\n{shown}", **pages)
                assert [(match.home.name, match.round.code) for match in found.matches] == [
                    ("Arsenal F.C.", "F")
                ]


def test_a_page_that_is_not_at_hand_is_named() -> None:
    found = read("{{#lst:The final|Final}}{{:Another}}{{Unknown template}}{{#lst:}}{{#if:x|y}}")
    assert (found.matches, found.transcluded) == ((), ("The final", "Another"))


def test_a_part_that_is_not_there_is_empty() -> None:
    for shown in ("{{#lst:The final|Semi-final}}", "{{#lsth:The final|Semi-final}}"):
        assert read(shown, **{"The final": MARKED}).matches == ()


def test_a_part_whose_end_is_missing_goes_on_to_the_end() -> None:
    found = read("{{#lst:The final|Final}}", **{"The final": f"<section begin=Final />{FINAL}"})
    assert len(found.matches) == 1


def test_pages_that_show_one_another_come_to_an_end() -> None:
    pages = {
        "A": f"{{{{:B}}}}{FINAL}",
        "B": "{{:A}}{{:B}}",
        "C": "{{:D}}",
        "D": "{{:E}}",
        "E": "{{:F}}",
        "F": "{{:G}}",
    }
    assert len(read("{{:A}}{{:C}}", **pages).matches) == 1


def test_a_match_that_is_shown_twice_is_one() -> None:
    text = "==Final==\n{{#lst:The final|Final}}\n{{#lst:The final|Final}}"
    assert len(read(text, **{"The final": MARKED}).matches) == 1


def test_boxes_are_found_in_tables_and_collapsed_parts_and_not_in_comments() -> None:
    text = f"""<!-- {box()} --><nowiki>{box()}</nowiki>
{{| class="wikitable"
|-
| <div>{box(team1="[[A]]")}</div>
|}}
{{{{hidden|Matches|{box(team1="[[B]]")}}}}}{{{{cite web|title={box()}}}}}"""
    assert [match.home.name for match in read(text).matches] == ["A", "B"]

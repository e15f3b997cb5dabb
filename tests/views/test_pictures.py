"""Pictures by structure: every text whole, inside the picture, over no other text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from xml.etree import ElementTree as ET

import pytest

from bot.football.model import (
    AMSTERDAM,
    CHAMPIONS_LEAGUE,
    EUROPA_LEAGUE,
    Club,
    RoundKind,
    Season,
    Status,
    Tie,
)
from bot.football.season.bracket import bracket
from bot.football.season.club_status import in_tie
from bot.football.season.season_as_of import SeasonAsOf, know_season
from bot.football.ties.tie import aggregate
from bot.read_model.seasons import ResultsAsOf
from bot.transport.draw_svg import draw
from bot.views.picture_caption import bracket_caption, tie_caption
from bot.views.pictures.card import card_svg, has_card
from bot.views.pictures.letters import FAMILY, broken, fitting, font_file, width
from bot.views.pictures.themes import DARK, LIGHT, other
from bot.views.pictures.tree import bracket_svg
from bot.views.short_names import headline_name
from bot.views.tie import total_told, verdict_and_reason
from bot.words import LANGUAGES
from tests.conftest import Sampled
from tests.football.builders import match
from tests.shared import knowledge_of_the_snapshot

SVG = "{http://www.w3.org/2000/svg}"
LATER = datetime(2026, 9, 25, tzinfo=UTC)
both = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def knowledge() -> ResultsAsOf:
    return knowledge_of_the_snapshot()


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    left: float
    right: float
    top: float
    bottom: float

    def covers(self, other: Piece) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def lies_in(self, box: Piece) -> bool:
        return (
            box.left <= self.left
            and self.right <= box.right
            and box.top <= self.top
            and self.bottom <= box.bottom
        )


def pieces(svg: str) -> list[Piece]:
    found = []
    for text in ET.fromstring(svg).iter(f"{SVG}text"):  # noqa: S314 - our own picture
        written, size, x = text.text or "", int(text.attrib["font-size"]), float(text.attrib["x"])
        wide = width(written, size, int(text.attrib["font-weight"]))
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.attrib["text-anchor"]]
        baseline = float(text.attrib["y"])
        # Figures stand on the line; letters can go below it.
        below = 0.2 * size if any(map(str.isalpha, written)) else 0.02 * size
        found.append(Piece(written, left, left + wide, baseline - 0.75 * size, baseline + below))
    return found


def _areas(svg: str, tag: str) -> Iterator[Piece]:
    """Boxes and bars (`rect`) or marks (`svg`); the ground itself has no place."""
    for found in ET.fromstring(svg).iter(f"{SVG}{tag}"):  # noqa: S314 - our own picture
        if "x" in found.attrib:
            x, y, wide, high = (float(found.attrib[name]) for name in ("x", "y", "width", "height"))
            yield Piece(found.get("class", tag), x, x + wide, y, y + high)


def check(svg: str) -> list[Piece]:
    """All lies in the picture, no text over another or a mark, nothing over the edge of a box."""
    _, _, wide, high = map(float, ET.fromstring(svg).attrib["viewBox"].split())  # noqa: S314 - our own
    texts, marks, areas = pieces(svg), list(_areas(svg, "svg")), list(_areas(svg, "rect"))
    boxes = [area for area in areas if area.text == "rect"]
    for piece in (*texts, *marks, *areas):
        assert 0 <= piece.left <= piece.right <= wide, piece
        assert 0 <= piece.top <= piece.bottom <= high, piece
    for over in (texts + marks, boxes):
        for place, piece in enumerate(over):
            for earlier in over[:place]:
                within = earlier in boxes and piece.lies_in(earlier)
                assert within or not piece.covers(earlier), (earlier, piece)
    for text in (*texts, *marks):
        for area in areas:
            assert text.lies_in(area) or not text.covers(area), (text, area)
    return texts


def _under_way(season: SeasonAsOf) -> Iterator[tuple[Tie, Club]]:
    for tie in season.ties:
        if any(match.status is Status.LIVE for match in tie.matches):
            yield from ((tie, club) for club in tie.clubs)


def words_of(found: list[Piece]) -> list[str]:
    return [word for piece in found for word in piece.text.split()]


@both
def test_every_card_of_the_snapshot_shows_names_that_do_not_overlap(
    language: str, knowledge: ResultsAsOf, sampled: Sampled
) -> None:
    words = LANGUAGES[language]
    for competition, season in sampled.of(knowledge.results.seasons(), 25):
        as_of = knowledge.season(competition, season, LATER)
        for tie in as_of.ties:
            status = in_tie(tie.club_a, as_of, tie)
            if not has_card(status):
                continue
            shown = words_of(check(card_svg(status, words, LIGHT)))
            for club in tie.clubs:
                assert set(headline_name(words.club(club)).split()) <= set(shown)
            assert "\n" not in tie_caption(status, words)


@both
def test_every_bracket_of_the_snapshot_shows_every_tie_or_says_which_rounds_it_leaves_out(
    language: str, knowledge: ResultsAsOf, sampled: Sampled
) -> None:
    words = LANGUAGES[language]
    for competition, season in sampled.of(knowledge.results.seasons(), 25):
        as_of = knowledge.season(competition, season, LATER)
        if not as_of.ties:
            continue
        svg = bracket_svg(as_of, words, DARK)
        shown = " ".join(piece.text for piece in check(svg))
        boxes = sum(area.text == "rect" for area in _areas(svg, "rect"))
        drawn = 0
        for round_, ties in bracket(as_of):
            if drawn < boxes:
                drawn += len(ties)
            else:
                assert words.round(round_) in shown.partition(words.not_drawn([""]).strip(" ."))[2]
        assert drawn == boxes
        assert "\n" not in bracket_caption(as_of, words)


def test_ties_stand_under_the_one_that_their_winner_played_next(knowledge: ResultsAsOf) -> None:
    as_of = knowledge.season(CHAMPIONS_LEAGUE, Season(2018), LATER)
    texts = [piece for piece in check(bracket_svg(as_of, LANGUAGES["nl"], LIGHT)) if piece.left > 40]
    left = [piece.text for piece in texts if piece.right < 540 and piece.text[0].isalpha()]
    assert [name for name in left if name in {"Tottenham", "Ajax", "Man City", "Juventus"}] == [
        *("Tottenham", "Tottenham", "Ajax"),
        *("Tottenham", "Man City", "Tottenham", "Man City"),
        *("Ajax", "Juventus", "Ajax", "Juventus"),
    ]


def test_the_final_of_a_bracket_has_its_day_and_its_city(knowledge: ResultsAsOf) -> None:
    as_of = knowledge.season(CHAMPIONS_LEAGUE, Season(2018), LATER)
    svg = bracket_svg(as_of, LANGUAGES["nl"], LIGHT)
    assert "Finale · za 1 juni 2019 · Madrid" in svg
    assert len(list(_areas(svg, "svg"))) == 1, "the cup of the winner"


def test_the_card_of_arsenal_tells_both_legs(knowledge: ResultsAsOf) -> None:
    as_of = knowledge.season(EUROPA_LEAGUE, Season(2017), datetime(2018, 2, 23, tzinfo=UTC))
    arsenal = knowledge.results.clubs()["eng-arsenal-fc"]
    tie = next(tie for tie in as_of.ties_of(arsenal) if tie.round.kind is RoundKind.LAST_32)
    shown = [piece.text for piece in check(card_svg(in_tie(arsenal, as_of, tie), LANGUAGES["nl"], LIGHT))]
    for written in (
        "4-2",
        "over twee duels",
        "Östersunds FK",
        "0-3",
        "1-2",
        "47' Kolašinac",
        "Arsenal door naar de achtste finales",
    ):
        assert written in shown
    assert shown.index("4-2") < shown.index("0-3") < shown.index("1-2")


@both
def test_nothing_on_a_card_is_larger_than_the_aggregate(language: str, knowledge: ResultsAsOf) -> None:
    as_of = knowledge.season(CHAMPIONS_LEAGUE, Season(2018), LATER)
    for tie in as_of.ties:
        status = in_tie(tie.club_b, as_of, tie)
        svg = card_svg(status, LANGUAGES[language], LIGHT)
        sizes = {text: int(size) for size, text in re.findall(r'font-size="(\d+)"[^>]*>([^<]+)<', svg)}
        total = aggregate(tie)
        assert total is not None
        score = str(total.turned if len(tie.matches) > 1 else total)
        assert sizes[score] == max(sizes.values())
        assert len(list(_areas(svg, "svg"))) == 1, "who goes through is marked"


def test_why_somebody_went_through_stands_whole_below_it(knowledge: ResultsAsOf) -> None:
    as_of = knowledge.season(CHAMPIONS_LEAGUE, Season(2018), LATER)
    ajax = knowledge.results.clubs()["ned-afc-ajax"]
    svg = card_svg(in_tie(ajax, as_of, as_of.ties_of(ajax)[-1]), LANGUAGES["nl"], LIGHT)
    shown = [piece.text for piece in pieces(svg)]
    assert shown[shown.index("Tottenham door naar de finale") + 1] == "op uitdoelpunten"


def test_a_tie_without_results_has_no_card() -> None:
    ahead = match("Ajax", "Lazio", date="2018-02-15"), match("Lazio", "Ajax", date="2018-02-22")
    as_of = know_season(EUROPA_LEAGUE, Season(2017), ahead, (), None, LATER)
    assert not has_card(in_tie(ahead[0].home, as_of, as_of.ties[0]))


@both
def test_a_picture_of_a_match_under_way_says_what_the_message_says(
    language: str, knowledge: ResultsAsOf, sampled: Sampled
) -> None:
    words, drawn = LANGUAGES[language], 0
    nights = [
        (day, cup, season) for day, cup, season in knowledge.results.days() if season.start_year >= 2010
    ]
    for day, competition, season in sampled.of(nights, 25):
        for hour in (time(19, 30), time(21, 10), time(22, 5), time(22, 40)):
            as_of = knowledge.season(competition, season, datetime.combine(day, hour, AMSTERDAM))
            for tie, club in _under_way(as_of):
                status = in_tie(club, as_of, tie)
                if not has_card(status):
                    continue
                picture = " ".join(words_of(pieces(card_svg(status, words, LIGHT))))
                label, _, score = total_told(status, words) or ("", "", "")
                for shown in (label, str(score), *verdict_and_reason(status, words)):
                    assert shown in picture, (day, hour, club.name)
                drawn += 1
    assert drawn > 50


def test_ajax_tottenham_at_one_nil_is_no_longer_as_it_was_after_one_leg(knowledge: ResultsAsOf) -> None:
    at = datetime(2019, 5, 8, 21, 30, tzinfo=AMSTERDAM)
    as_of = knowledge.season(CHAMPIONS_LEAGUE, Season(2018), at)
    ajax = knowledge.results.clubs()["ned-afc-ajax"]
    status = in_tie(ajax, as_of, as_of.ties_of(ajax)[-1])
    shown = [piece.text for piece in check(card_svg(status, LANGUAGES["nl"], LIGHT))]
    assert not [text for text in shown if "na één duel" in text]
    assert shown[shown.index("Als het zo blijft") - 3 :][:3] == ["2-0", "Ajax", "Tottenham"]
    tree = [piece.text for piece in check(bracket_svg(as_of, LANGUAGES["nl"], LIGHT))]
    assert tree[tree.index("Ajax") + 1 :][:3] == ["2", "1", "1"]


def test_a_picture_gives_away_no_more_than_was_known(knowledge: ResultsAsOf) -> None:
    between = knowledge.season(CHAMPIONS_LEAGUE, Season(2024), datetime(2025, 3, 6, tzinfo=UTC))
    svg = bracket_svg(between, LANGUAGES["nl"], LIGHT)
    assert "Kwartfinales" not in svg
    assert "di 11 mrt" in svg
    assert "Finale: za 31 mei 2025" in svg


@pytest.mark.parametrize("name", ["Östersunds FK", "Bodø/Glimt", "Çaykur Rizespor", "Спартак", "Qarabağ"])
def test_the_letters_of_every_club_are_there(name: str) -> None:
    assert width(name, 40) > 0
    unknown = width("\U0010fffd", 40)
    assert all(width(letter, 40) != unknown or letter == "M" for letter in name)


def test_every_letter_of_every_name_can_be_drawn(knowledge: ResultsAsOf) -> None:
    clubs = knowledge.results.clubs().values()

    def named(club: Club) -> str:
        return f"{club.name} {club.dutch_name}"

    from bot.views.pictures.letters import LARGE, _widths  # noqa: PLC0415 - only here

    letters = _widths(400, LARGE)
    assert not {letter for club in clubs for letter in named(club) if ord(letter) not in letters}


def test_a_long_name_is_broken_between_words_and_never_cut() -> None:
    assert broken("Brighton & Hove Albion", 200, 30) == ["Brighton &", "Hove Albion"]
    assert " ".join(broken("a b c d", 1, 30)) == "a b c d"
    assert fitting("Mönchengladbach", 120, 40) < 40
    assert fitting("Ajax", 120, 40) == 40


def test_light_and_dark_turn_into_each_other() -> None:
    assert other(LIGHT) == DARK
    assert other(DARK) == LIGHT


def test_what_is_drawn_is_a_png(knowledge: ResultsAsOf) -> None:
    as_of = knowledge.season(CHAMPIONS_LEAGUE, Season(2004), LATER)
    final = next(tie for tie in as_of.ties if tie.round.kind is RoundKind.FINAL)
    svg = card_svg(in_tie(final.club_a, as_of, final), LANGUAGES["en"], DARK)
    assert draw(svg, str(font_file()), FAMILY).startswith(b"\x89PNG")
    assert re.search(r"<text[^>]*>3-3</text>", svg)

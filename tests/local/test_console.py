import asyncio
import os
import pty
import re
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.app.wiring import build_application
from bot.local.console import (
    ConsoleSentences,
    Screen,
    shown_buttons,
    shown_text,
    standard_screen,
    talk,
    wrapped,
)
from bot.local.console_input import attended, lines_of, standard_lines
from bot.local.request import LocalRequest
from bot.local.telegram.engine import LOCAL_TOKEN, LocalTelegram
from bot.local.telegram.html import parse_html
from bot.transport.application import TelegramApplication
from tests.chat import A_EUROPEAN_NIGHT
from tests.shared import answering
from tests.transport.echo import PICTURE, build_echo

SENTENCES = ConsoleSentences(
    greeting="hallo",
    no_such_button=lambda count: f"kies 1-{count}",
    photo="(plaatje: {})".format,
    document="(bestand: {})".format,
    button_hint="typ een nummer",
    only_you="(alleen jij)",
    goodbye="dag",
    user_name="jij",
)
BUTTONS = "[1] Heenduel\n[2] Return  [3] UEFA (https://www.uefa.com)"


async def conversation(
    *lines: str, attended: bool = False, styled: bool = False
) -> tuple[list[str], list[str]]:
    """What came on stdout, and what on stderr."""
    telegram = LocalTelegram(lambda: datetime(2018, 2, 22, 22, 30, tzinfo=UTC))
    answers: list[str] = []
    chrome: list[str] = []

    async def typed() -> AsyncIterator[str]:
        for line in lines:
            yield line

    screen = Screen(answers.append, chrome.append, styled=styled, attended=attended)
    await talk(build_echo(LocalRequest(telegram)), telegram, typed(), screen, SENTENCES)
    assert telegram.violations == []
    return answers, chrome


async def test_piped_lines_are_answered_and_nothing_else_is_printed() -> None:
    answers, chrome = await conversation("/uitslag Arsenal", "", "  ")
    assert answers == [f"Arsenal\n│ Arsenal door & klaar\n{BUTTONS}"]
    assert chrome == []


async def test_a_number_presses_a_button_of_the_last_message_that_has_any() -> None:
    answers, _ = await conversation("/uitslag Arsenal", "hoi", "2", "3")
    assert answers[1:] == ["\nhoi", f"\ngekozen: leg:2\n{BUTTONS}", "\nGedraaid", "\nhttps://www.uefa.com"]


async def test_a_number_without_buttons_is_just_said() -> None:
    assert await conversation("04") == (["04"], [])


async def test_an_unknown_number_is_explained() -> None:
    answers, chrome = await conversation("/uitslag Arsenal", "7")
    assert len(answers) == 1
    assert chrome == ["kies 1-3"]


async def test_somebody_at_the_terminal_is_greeted() -> None:
    assert await conversation("hoi", attended=True) == (["hoi\n"], ["hallo", "\ndag"])


async def test_how_to_press_a_button_is_told_once_to_whoever_sits_there() -> None:
    _, chrome = await conversation("/uitslag Arsenal", "/uitslag Ajax", attended=True)
    assert chrome == ["hallo", "typ een nummer\n", "\ndag"]


def test_a_picture_is_a_file_that_can_be_looked_at() -> None:
    answers, _ = asyncio.run(conversation("/plaatje"))
    named = re.match(r"\(plaatje: (.+\.png)\)", answers[0])
    assert named
    assert Path(named[1]).read_bytes() == PICTURE
    Path(named[1]).unlink()


async def test_a_long_line_is_sent_in_pieces() -> None:
    answers, _ = await conversation("x" * 5000, "🏆" * 3000)
    assert [len(answer.strip()) for answer in answers] == [4096, 904, 2048, 952]


async def test_control_characters_do_no_harm() -> None:
    assert await conversation("\x00\x1b", "a\x00b") == (["a b"], [])


async def test_bold_shows_on_a_terminal_only() -> None:
    answers, _ = await conversation("/uitslag Ajax", styled=True)
    assert answers[0].startswith("\x1b[1mAjax\x1b[22m\n│ ")


def test_quotes_and_spoilers_can_be_read() -> None:
    html = "🏆 UEFA\n<blockquote>een\n<b>twee</b></blockquote>\n<tg-spoiler>drie</tg-spoiler>"
    text, entities = parse_html(html)
    assert shown_text(text, entities, styled=False) == "🏆 UEFA\n│ een\n│ twee\ndrie"
    assert "\n│ \x1b[1mtwee\x1b[22m\n" in shown_text(text, entities, styled=True)


@pytest.mark.parametrize(
    ("width", "text", "lines"),
    [
        (14, "Ajax – Juventus 1-0", ["Ajax –", "Juventus 1-0"]),
        (14, "Ajax door", ["Ajax door"]),
        (10, "🏆🏆 🏆🏆 🏆", ["🏆🏆", "🏆🏆 🏆"]),
        (8, "Östersunds FK", ["Östersunds", "FK"]),
        (14, "een twee drie vier vijf\nzes", ["een twee", "drie vier", "vijf", "zes"]),
        (0, "Ajax – Juventus 1-0", ["Ajax – Juventus 1-0"]),
    ],
)
def test_lines_break_between_words_and_keep_their_length(width: int, text: str, lines: list[str]) -> None:
    assert wrapped(text, width).splitlines() == lines
    assert len(wrapped(text, width)) == len(text)


def test_styles_close_in_the_order_of_their_nesting() -> None:
    text, entities = parse_html("<b>a<i>b</i></b>")
    assert shown_text(text, entities, styled=True) == "\x1b[1ma\x1b[3mb\x1b[23m\x1b[22m"


def test_buttons_are_numbered_through_the_rows() -> None:
    rows = [[{"text": "a"}, {"text": "b"}], [{"text": "c", "url": "https://uefa.com"}]]
    assert shown_buttons(rows) == ["[1] a  [2] b", "[3] c (https://uefa.com)"]


async def lines_in(descriptor: int) -> list[str]:
    return [line async for line in lines_of(descriptor)]


async def test_lines_come_from_a_pipe_as_they_are_written() -> None:
    reading, writing = os.pipe()
    lines = lines_of(reading)
    os.write(writing, b"/uitslag Ajax\n")
    assert await anext(lines) == "/uitslag Ajax"
    os.write(writing, b"\xff\xfe\nno newline")
    os.close(writing)
    assert [line async for line in lines] == ["\ufffd\ufffd", "no newline"]
    os.close(reading)


async def test_lines_come_from_a_file_and_from_nowhere(tmp_path: Path) -> None:
    file = tmp_path / "lines"
    file.write_text("één\ntwee\n", encoding="utf-8")
    for path, lines in ((str(file), ["één", "twee"]), (os.devnull, [])):
        descriptor = os.open(path, os.O_RDONLY)
        assert await lines_in(descriptor) == lines
        os.close(descriptor)


async def test_the_loop_goes_on_while_nothing_is_typed() -> None:
    reading, writing = os.pipe()
    lines = lines_of(reading)
    waiting = asyncio.ensure_future(anext(lines))
    await asyncio.sleep(0)
    assert not waiting.done()
    os.write(writing, b"eindelijk\n")
    assert await waiting == "eindelijk"
    os.close(writing)
    assert [line async for line in lines] == []
    os.close(reading)


async def test_a_pipe_on_standard_input_is_not_prompted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"/uitslag Ajax\n")
    os.close(writing)
    with os.fdopen(reading) as piped:
        monkeypatch.setattr(sys, "stdin", piped)
        assert not attended()
        assert [line async for line in standard_lines("> ")] == ["/uitslag Ajax"]
    assert capsys.readouterr() == ("", "")


async def test_a_terminal_is_prompted_beside_the_answers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keyboard, terminal = pty.openpty()
    os.write(keyboard, b"/uitslag Ajax\n\x04")
    with os.fdopen(terminal) as typed:
        monkeypatch.setattr(sys, "stdin", typed)
        assert attended()
        assert [line async for line in standard_lines("> ")] == ["/uitslag Ajax"]
    os.close(keyboard)
    assert capsys.readouterr() == ("", "> > ")


async def test_answers_and_the_rest_go_their_own_ways(capsys: pytest.CaptureFixture[str]) -> None:
    screen = standard_screen()
    screen.answer("1-0")
    screen.chrome("kies 1-3")
    assert capsys.readouterr() == ("1-0\n", "kies 1-3\n")
    assert not screen.styled


async def test_without_standard_input_there_are_no_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert [line async for line in standard_lines("> ")] == []


async def test_what_nobody_else_in_the_group_sees_is_marked_and_its_buttons_work() -> None:
    telegram = LocalTelegram(lambda: datetime(2018, 2, 22, 22, 30, tzinfo=UTC))
    user, group = telegram.add_user("Fleur"), telegram.add_supergroup("Voetbal")
    group.bot_status = "administrator"
    group.members[user.id] = "administrator"
    answers: list[str] = []

    async def typed() -> AsyncIterator[str]:
        yield "/uitslag Sporting"
        yield "2"

    def build(request: LocalRequest) -> TelegramApplication:
        return build_application(answering(), LOCAL_TOKEN, request, clock=lambda: A_EUROPEAN_NIGHT)

    screen = Screen(answers.append, answers.append)
    application = build(LocalRequest(telegram))
    application.post_init = None
    await talk(application, telegram, typed(), screen, SENTENCES, (user, group))
    assert answers[0].startswith("(alleen jij)\nWelke club bedoel je?")
    assert "Braga" in answers[1]
    assert "(alleen jij)" not in answers[1]

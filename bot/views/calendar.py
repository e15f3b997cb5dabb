"""How matches to come look in somebody's own calendar: an .ics file, and what stands above it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.football.events.states import match_key
from bot.football.model import Match, Status
from bot.football.names.folding import fold
from bot.views.answer import Answer, Document, bold, escape, lines
from bot.views.match import pair
from bot.words import Words

LASTS = timedelta(hours=2)


def calendar_answer(name: str, matches: Sequence[Match], now: datetime, words: Words) -> Answer:
    """The matches of which the day is known as a file; the others are counted."""
    dated = [match for match in matches if match.date]
    without_day = len(matches) - len(dated)
    text = lines(
        f"📅 {bold(words.calendar_with(name, len(dated)))}",
        escape(words.calendar_without_day(without_day)) if without_day else "",
        escape(words.calendar_again),
    )
    file_name = f"{fold(name).replace(' ', '-') or 'calendar'}.ics"
    return Answer(text, document=Document(file_name, _calendar(name, dated, now, words)))


def _calendar(name: str, matches: Sequence[Match], now: datetime, words: Words) -> bytes:
    """An event for each match, by the rules of iCalendar; one that was moved replaces itself."""
    # Imported late: few ask for it, and a single question is answered without it.
    from icalendar import Calendar, Event, vText  # noqa: PLC0415

    calendar = Calendar()
    calendar.add("prodid", "-//Uitslagbot//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    # The library escapes what is no text of its own: here it does not know that this is text.
    calendar.add("x-wr-calname", vText(name))
    for match in matches:
        event = Event()
        event.add("uid", _uid(match))
        event.add("dtstamp", now)
        # Of two events with one uid the higher number holds.
        event.add("sequence", int(now.timestamp()) // 60)
        event.add("summary", pair(*match.clubs, words))
        if match.kick_off:
            event.add("dtstart", match.kick_off)
            event.add("dtend", match.kick_off + LASTS)
        elif match.date:
            event.add("dtstart", match.date)
            event.add("dtend", match.date + timedelta(days=1))
            event.add("transp", "TRANSPARENT")
        event.add("status", "TENTATIVE" if match.status is Status.POSTPONED else "CONFIRMED")
        event.add("description", _description(match, words))
        if place := ", ".join(filter(None, (match.venue, words.city(match.city)))):
            event.add("location", place)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _uid(match: Match) -> str:
    """The same whatever its day and hour."""
    return f"{match_key(match).removeprefix('match ').replace('|', '-')}@uitslagbot"


def _description(match: Match, words: Words) -> str:
    competition = f"{words.competition(match.competition, match.season)} {match.season}"
    return " · ".join(filter(None, (competition, words.tie_round(match.round), words.leg(match.leg))))

"""How it looks what a chat follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.football.events.alerting import AlertKind, AlertSettings
from bot.football.events.following import Country, Followable
from bot.football.events.promises import Promises
from bot.football.model import Club, Match
from bot.football.season.evening import evening_of_match
from bot.football.seasons import season_of
from bot.views.answer import Answer, Button, bold, escape, fitted, lines, paragraphs, secret
from bot.views.finding import ask_for_club
from bot.views.match import day_and_hour, pair
from bot.views.preferences import alerts_line
from bot.words import Words, first_upper


@dataclass(frozen=True, slots=True)
class NowFollowed:
    """What came of following, with what is ahead."""

    text: str
    clubs: tuple[Club, ...] = ()
    """Of a country: those that play this season."""
    to_come: tuple[Match, ...] = ()
    """The next match of a club, or a whole evening of a competition."""
    is_no_secret: bool = True


def name_of(found: Followable, now: datetime, words: Words) -> str:
    """What is followed, as it stands in a sentence."""
    match found:
        case Club():
            return words.club(found)
        case Country(code):
            return words.clubs_from(words.country(code))
        case _:
            return words.the(words.competition(found, season_of(now)))


def now_followed_text(
    followed: Sequence[NowFollowed],
    settings: AlertSettings,
    promises: Promises,
    words: Words,
    *,
    only_competitions: bool,
) -> str:
    """What came of it, what is ahead, and what will be told of all that is promised."""
    return paragraphs(
        lines(*(_now_followed(each, words) for each in followed)),
        _promised(settings, promises, words, only_competitions=only_competitions),
    )


def _now_followed(followed: NowFollowed, words: Words) -> str:
    names = [words.club(club) for club in followed.clubs]
    ahead = _ahead(followed.to_come, words) if followed.to_come else ""
    return lines(
        escape(followed.text),
        escape(words.clubs_this_season(names)) if names else "",
        ahead if followed.is_no_secret else secret(ahead),
    )


def _ahead(matches: Sequence[Match], words: Words) -> str:
    first = matches[0]
    if len(matches) == 1:
        clubs = f"⏭ {escape(pair(*first.clubs, words))}"
        return fitted(clubs, escape(day_and_hour(first, words)), between=" · ")
    day = evening_of_match(first)
    return f"⏭ {escape(words.weekday_and_day(day))}: {words.matches(len(matches))}" if day else ""


def _promised(settings: AlertSettings, promises: Promises, words: Words, *, only_competitions: bool) -> str:
    if not promises.kinds:
        return ""
    if only_competitions and not settings.every_match:
        how, what = words.will_tell_of_competition(promises.live).split(", ")
        text = fitted(f"🔔 {escape(how)},", escape(what))
    else:
        wanted = settings.kinds - {AlertKind.REMINDERS}
        kinds = [kind for kind in promises.kinds if kind in wanted]
        text = alerts_line(f"🔔 {words.button_alerts}", kinds, words)
    return lines(text, escape(words.choose_otherwise))


def following_text(followed: Sequence[tuple[str, str]], words: Words) -> Answer:
    """What is followed, each with the data of the button that lets go of it."""
    if not followed:
        return ask_for_club(words.follows_nothing, "/volg Ajax", words)
    return Answer(
        lines(bold(words.follows), *(f"• {escape(name)}" for name, _ in followed)),
        tuple((Button(first_upper(words.button_unfollow(name)), data),) for name, data in followed),
    )

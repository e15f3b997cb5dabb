"""The clubs that a chat follows, shortly: what a bare `/uitslag` and a bare `/programma` answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.database.chats.chats import Chats
from bot.football.events.following import Country, followable
from bot.football.model import EUROPEAN_COMPETITIONS, Club
from bot.football.season.fixtures import are_no_secret, fixtures, last_played
from bot.football.seasons import season_of
from bot.handlers.denials import as_far_as_known
from bot.handlers.query import About, Query, in_twos, row
from bot.read_model.coverage import Scope
from bot.read_model.seasons import ResultsAsOf
from bot.views.answer import Answer
from bot.views.followed import ClubInShort, followed_text
from bot.views.short_names import headline_name
from bot.words import Words

MOST_CLUBS = 12


def clubs_of_country(country: str, knowledge: ResultsAsOf, now: datetime) -> list[Club]:
    """The clubs of a country that play in Europe this season, as far as their matches are known."""
    season, results = season_of(now), knowledge.results
    held = [cup for cup in EUROPEAN_COMPETITIONS if results.has_season(cup, season)]
    playing = {
        club for cup in held for match in knowledge.season(cup, season, now).matches for club in match.clubs
    }
    return sorted(
        (club for club in playing if club.country == country), key=lambda club: club.name.casefold()
    )


def clubs_followed(chats: Chats, chat: int | None, knowledge: ResultsAsOf, now: datetime) -> tuple[str, ...]:
    """The ids of the clubs that a chat follows, with those of a country; none of a whole competition."""
    by_id, found = knowledge.results.clubs(), list[str]()
    for key in () if chat is None else chats.followed_by(chat):
        match followable(key, by_id):
            case Club(id=club):
                found.append(club)
            case Country(code):
                found += [club.id for club in clubs_of_country(code, knowledge, now)]
    return tuple(dict.fromkeys(found))


def followed_clubs(
    followed: Sequence[str], about: About, knowledge: ResultsAsOf, at: datetime, words: Words
) -> Answer:
    """Of `/uitslag` the last match and the next one, of `/programma` the next two; a button for each club."""
    by_id = knowledge.results.clubs()
    clubs = [by_id[club] for club in followed if club in by_id][:MOST_CLUBS]
    shown = []
    for club in clubs:
        found = next(knowledge.seasons_of(club, at), None)
        seasons = found[1] if found else []
        to_come = fixtures([club], seasons)[: 2 if about is About.FIXTURES else 1]
        last = None if about is About.FIXTURES and to_come else last_played([club], seasons)
        matches = tuple(match for _, match in to_come)
        shown.append(ClubInShort(club, last, matches, are_no_secret(club, to_come, seasons)))
    buttons = [(headline_name(words.club(club)), Query((club.id,), about=about)) for club in clubs]
    answer = Answer(followed_text(shown, at, words), in_twos(row(*buttons)))
    unknown = [each.club for each in shown if not (each.last or each.to_come)]
    return as_far_as_known(answer, Scope.to_come(at), knowledge, at, words) if unknown else answer

"""How a club's matches to come look, each in the reader's own time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.football.model import Club, Match, Status
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import bold, escape, lines, paragraphs
from bot.views.match import day_and_hour, short_line
from bot.views.own_time import DAY_AND_HOUR, HOUR, own_time
from bot.views.season_lines import footer, heading, round_name
from bot.words import Words


def fixtures_text(clubs: Sequence[Club], to_come: Sequence[tuple[SeasonAsOf, Match]], words: Words) -> str:
    """Per competition what is to come, with the draw and the final that may follow."""
    names = [words.club(club) for club in clubs]
    seasons = list({id(season): season for season, _ in to_come}.values())
    return paragraphs(
        f"📅 {bold(words.fixtures_of(names))}",
        *(block for season in seasons for block in _competition(season, to_come, words)),
    )


def programme_text(season: SeasonAsOf, evenings: Sequence[tuple[date, Sequence[Match]]], words: Words) -> str:
    """The next evenings of a competition, a line for each match."""
    return paragraphs(
        f"📅 {bold(words.fixtures_of([words.competition(season.competition, season.season)]))}",
        *(
            lines(bold(words.weekday_and_day(day)), *(_in_short(match, words) for match in matches))
            for day, matches in evenings
        ),
    )


def _in_short(match: Match, words: Words) -> str:
    clubs = escape(f"{words.club(match.home)} – {words.club(match.away)}")
    if not match.kick_off:
        return clubs
    return f"{clubs} · {own_time(match.kick_off, words.clock(match.kick_off), HOUR)}"


def no_fixtures_text(
    clubs: Sequence[Club], last: Match | None, seasons: Sequence[SeasonAsOf], note: str, words: Words
) -> str:
    """That nothing is to come as far as we know, and what came last."""
    text = ""
    if last:
        competition = words.competition(last.competition, last.season)
        when = ", ".join(filter(None, (competition, words.day(last.date) if last.date else "")))
        text = f"⏮ {escape(words.last_match)}: {short_line(last, seasons[0].now, words)} · {escape(when)}"
    return paragraphs(
        escape(words.no_fixtures([words.club(club) for club in clubs])),
        text,
        f"ℹ️ {escape(note)}" if note else "",
    )


def _competition(
    season: SeasonAsOf, to_come: Sequence[tuple[SeasonAsOf, Match]], words: Words
) -> Iterator[str]:
    matches = [match for its_season, match in to_come if its_season is season]
    rounds = {match.round for match in matches}
    one_round = matches[0].round if len(rounds) == 1 else None
    yield heading(season, words, one_round)
    for match in matches:
        round_ = "" if one_round else round_name(season, match.round, words)
        place = words.statuses[match.status] if match.status is Status.POSTPONED else ""
        beside = " · ".join(filter(None, (escape(round_), escape(words.leg(match.leg)), _when(match, words))))
        yield lines(bold(f"{words.club(match.home)} – {words.club(match.away)}"), beside, escape(place))
    yield footer(season, words)


def _when(match: Match, words: Words) -> str:
    text = day_and_hour(match, words)
    return own_time(match.kick_off, text, DAY_AND_HOUR) if match.kick_off else escape(text)

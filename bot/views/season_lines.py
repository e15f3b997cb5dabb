"""What stands under every answer: the draw to come, the final, and how far our knowledge goes."""

from __future__ import annotations

from datetime import date, timedelta

from bot.football.model import AMSTERDAM, DrawDate, FinalDate, Match, Round, RoundKind, Status, Tie
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import bold, escape, fitted, lines
from bot.views.match import day_and_hour, pair
from bot.words import Words

SOON = timedelta(days=14)
MOST_NAMED = 2
"""Rounds of one draw that are named; of more the first and the last."""


def heading(season: SeasonAsOf, words: Words, round_: Round | None = None) -> str:
    name = f"{words.competition(season.competition, season.season)} {season.season}"
    return f"🏆 {bold(name)}" + (f" · {escape(round_name(season, round_, words))}" if round_ else "")


def tie_heading(season: SeasonAsOf, words: Words, round_: Round) -> str:
    """The competition and the round of one tie: halve finale."""
    return f"{heading(season, words)} · {escape(words.tie_round(round_))}"


def round_name(season: SeasonAsOf, round_: Round, words: Words) -> str:
    """The round; a group whose letter nobody told us is named after two of its clubs."""
    name = words.round(round_)
    # A number is how such groups are kept apart.
    if not round_.label.isdigit():
        return name
    clubs = sorted({words.club(club) for match in season.in_round(round_) for club in match.clubs})
    group = words.group_with(words.clubs_together(clubs[:2]))
    return f"{name}, {group}" if round_.kind is RoundKind.SECOND_GROUP else group


def footer(season: SeasonAsOf, words: Words) -> str:
    """What lies ahead; where results are missing until when they run, and only what comes soon."""
    return lines(upcoming(season, words), how_far(season, words))


def upcoming(season: SeasonAsOf, words: Words) -> str:
    """The next draw and the final, as far as they are still to come."""
    draws = [draw for draw in season.draws if draw.date and _is_worth_it(draw.date, season)][:1]
    final = final_ahead(season)
    return lines(
        *(_draw_line(draw, words) for draw in draws),
        final_line(final, words) if final and _is_worth_it(final.date, season) else "",
    )


def _is_worth_it(day: date, season: SeasonAsOf) -> bool:
    """Who lacks results of a season is not served by what is months away."""
    return season.known_until is None or day - season.now.astimezone(AMSTERDAM).date() <= SOON


def _draw_line(draw: DrawDate, words: Words) -> str:
    """🎱 Loting achtste finales: vr 23 februari 2018, Nyon."""
    when = words.weekday_and_date(draw.date) if draw.date else words.draw_date_unknown
    hour = words.clock(draw.at) if draw.at else ""
    text = ", ".join(filter(None, (when, hour, draw.place)))
    doubt = f"({words.draw_expected})" if draw.date and not draw.confirmed else ""
    rounds = words.draw(draw.rounds)
    if len(draw.rounds) > MOST_NAMED:
        rounds = words.first_to_last(words.draw(draw.rounds[:1]), words.round(draw.rounds[-1]))
    return lines(fitted(f"🎱 {escape(rounds)}:", escape(text)), escape(doubt))


def final_ahead(season: SeasonAsOf) -> FinalDate | None:
    """The final, unless it has been played."""
    final = season.final
    begun = any(
        match.round.kind is RoundKind.FINAL and match.status is not Status.SCHEDULED
        for match in season.matches
    )
    gone = final is None or begun or final.date < season.now.astimezone(AMSTERDAM).date()
    return None if gone else final


def final_line(final: FinalDate, words: Words) -> str:
    """🏟 Finale: wo 16 mei 2018, Lyon."""
    return fitted(f"🏟 {escape(words.final)}:", escape(final_when_and_where(final, words)))


def final_when_and_where(final: FinalDate, words: Words) -> str:
    hour = words.clock(final.kick_off) if final.kick_off else ""
    return ", ".join(filter(None, (words.weekday_and_date(final.date), hour, words.city(final.city))))


def ground_of(tie: Tie, season: SeasonAsOf, words: Words) -> str:
    """The city of a final, or of another single match on neutral ground."""
    match = tie.matches[-1]
    if len(tie.matches) > 1 or not (tie.round.kind is RoundKind.FINAL or match.neutral):
        return ""
    final = season.final if tie.round.kind is RoundKind.FINAL else None
    return words.city(final.city if final else match.city)


def how_far(season: SeasonAsOf, words: Words) -> str:
    """How far our knowledge of a season goes, where results are missing."""
    if season.known_until is None:
        return ""
    name = words.competition(season.competition, season.season)
    return fitted(f"⚠️ {escape(name)}", escape(words.known_until(season.known_until)))


def next_tonight(match: Match | None, season: SeasonAsOf, words: Words) -> str:
    """The match to come when it is today: then it goes before everything else."""
    today = season.now.astimezone(AMSTERDAM).date()
    return next_line(match, season, words) if match and match.date == today else ""


def next_line(match: Match, season: SeasonAsOf, words: Words) -> str:
    """The match to come, with its round, and its competition where that is another one."""
    clubs = escape(pair(*match.clubs, words))
    elsewhere = (
        "" if match.competition == season.competition else words.competition(match.competition, match.season)
    )
    round_ = "" if match.round.kind.is_table and not elsewhere else words.tie_round(match.round)
    when = ", ".join(filter(None, (elsewhere, round_, day_and_hour(match, words))))
    return lines(fitted(f"⏭ {escape(words.next_match)}:", clubs), escape(when))

"""What stands under every answer: the draw to come, the final, and how far our knowledge goes."""

from __future__ import annotations

from bot.football.model import AMSTERDAM, DrawDate, FinalDate, Match, Round, RoundKind, Status
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import bold, escape, fitted, lines
from bot.views.match import day_and_hour, pair
from bot.words import Words


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
    return lines(upcoming(season, words), how_far(season, words))


def upcoming(season: SeasonAsOf, words: Words) -> str:
    """The next draw and the final, as far as they are still to come."""
    draws = [draw for draw in season.draws if draw.date][:1]
    return lines(*(draw_line(draw, words) for draw in draws), final_line(season, words))


def draw_line(draw: DrawDate, words: Words) -> str:
    """🎱 Loting achtste finales: vrijdag 23 februari 2018, Nyon."""
    when = words.full_day(draw.date) if draw.date else words.draw_date_unknown
    hour = words.clock(draw.at) if draw.at else ""
    doubt = f"({words.draw_expected})" if draw.date and not draw.confirmed else ""
    text = ", ".join(filter(None, (when, hour, draw.place)))
    return escape(" ".join(filter(None, (f"🎱 {words.draw(draw.rounds)}: {text}", doubt))))


def final_line(season: SeasonAsOf, words: Words) -> str:
    """🏟 Finale: woensdag 16 mei 2018, Lyon; nothing once it has been played."""
    final = season.final
    begun = any(
        match.round.kind is RoundKind.FINAL and match.status is not Status.SCHEDULED
        for match in season.matches
    )
    if final is None or begun or final.date < season.now.astimezone(AMSTERDAM).date():
        return ""
    return f"🏟 {escape(words.final)}: {escape(final_when_and_where(final, words))}"


def final_when_and_where(final: FinalDate, words: Words) -> str:
    hour = words.clock(final.kick_off) if final.kick_off else ""
    return ", ".join(filter(None, (words.full_day(final.date), hour, words.city(final.city))))


def how_far(season: SeasonAsOf, words: Words) -> str:
    """How far our knowledge of a season goes, where results are missing."""
    until = season.known_until
    if until is None:
        return ""
    return f"ℹ️ {escape(words.known_until(words.competition(season.competition, season.season), until))}"


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

"""How one match looks: the score at a glance, then when, then who scored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from bot.football.events.observations import Phase
from bot.football.model import Club, Derived, Leg, Match, Score, Status
from bot.football.season.as_of import result_unknown
from bot.views.answer import bold, escape, fitted, lines, secret
from bot.views.goals import goal_lines
from bot.views.short_names import headline_name
from bot.words import Words


def match_block(  # noqa: PLR0913 - what is known beside the match
    match: Match, now: datetime, words: Words, *, leg: Leg | None = None, city: str = "", doubt: str = ""
) -> str:
    """A match in full; the city is where a final was played, the doubt what the score may hide."""
    return lines(
        scoreline(match, now, words),
        _when(match, words, leg or match.leg, city),
        secret(lines(*goal_lines(match, words))),
        *_after(match, words),
        _remark(f"({doubt})") if doubt else "",
    )


def scoreline(match: Match, now: datetime, words: Words) -> str:
    """The clubs and the score, the same on every surface; never the shoot-out in the score."""
    clubs = pair(*match.clubs, words)
    score = match.score
    if score is None:
        return fitted(bold(clubs), escape(without_score(match, now, words)))
    beside = beside_score(match, now, words)
    if beside and (match.extra_time is None or _has_a_word(match)):
        beside = f"({beside})"
    return fitted(f"<b>{escape(clubs)} {secret(str(score))}</b>", secret(escape(beside)))


def pair(club: Club, other: Club, words: Words) -> str:
    """Two clubs by the names that a headline has for them: Ajax – Tottenham."""
    return " – ".join(headline_name(words.club(each)) for each in (club, other))


def short_line(match: Match, now: datetime, words: Words, phase: Phase | None = None, doubt: str = "") -> str:
    """A match on one line, for lists; with the phase it is in, or what its score may hide."""
    clubs = pair(*match.clubs, words)
    if match.score is None:
        instead = without_score(match, now, words)
        day = f" ({words.weekday_and_day(match.date)})" if instead and match.date else ""
        return escape(f"{clubs}{day}: {instead or day_and_hour(match, words)}")
    extra = words.after_extra_time(None, None) if match.extra_time else ""
    if match.penalties:
        extra = words.on_penalties(match.penalties)
    status = words.statuses[match.status] if match.status is Status.LIVE or match.status.is_irregular else ""
    if match.status is Status.LIVE and phase:
        extra, status = "", words.phases[phase]
    beside = ", ".join(filter(None, (extra, status, doubt)))
    score = f"{escape(clubs)} {secret(bold(str(match.score)))}"
    return fitted(score, secret(escape(f"({beside})" if beside else "")))


def day_and_hour(match: Match, words: Words) -> str:
    """When a match is to be played."""
    if match.date is None:
        return words.date_unknown
    day = words.weekday_and_day(match.date)
    return f"{day}, {words.clock(match.kick_off)}" if match.kick_off else day


def _when(match: Match, words: Words, leg: Leg | None, city: str) -> str:
    """Return, wo 8 mei 2019."""
    to_come = match.score is None
    day = words.weekday_and_date(match.date) if match.date else "" if to_come else words.date_unknown
    hour = words.clock(match.kick_off) if match.kick_off and to_come and match.status.is_to_begin else ""
    ground = city or (words.neutral_ground(words.city(match.city) or match.venue) if match.neutral else "")
    when = ", ".join(filter(None, (words.leg(leg), day, hour)))
    return fitted(escape(when), escape(ground), between=", ")


def _after(match: Match, words: Words) -> Iterator[str]:
    if shoot_out := shoot_out_told(match, words):
        yield shoot_out
    if Derived.MATCH in match.derived:
        yield _remark(words.derived_goalless)


def _remark(text: str) -> str:
    return secret(f"<i>{escape(text)}</i>")


def shoot_out_told(match: Match, words: Words) -> str:
    """Who won it; empty where there was none, or no score of it."""
    if match.penalties is None or match.penalties.is_level:
        return ""
    winner = match.home if match.penalties.home > match.penalties.away else match.away
    return secret(escape(words.shoot_out(headline_name(words.club(winner)), match.penalties)))


def _has_a_word(match: Match) -> bool:
    return match.status is Status.LIVE or match.status.is_irregular


def beside_score(match: Match, now: datetime, words: Words) -> str:
    """What is to be known with a score: that it is no end yet, or how it stood before."""
    if match.status is Status.LIVE:
        at_half_time = [words.half_time(match.half_time)] if match.half_time else []
        return ", ".join([words.under_way(now), *at_half_time])
    if match.status.is_irregular:
        return words.statuses[match.status]
    half = _half_time(match)
    if match.extra_time:
        return words.after_extra_time(match.full_time, half)
    return words.half_time(half) if half else ""


def _half_time(match: Match) -> Score | None:
    """What the source says, or what follows: who did not score by the end had not scored at the break."""
    return match.half_time or (Score(0, 0) if match.full_time == Score(0, 0) else None)


def without_score(match: Match, now: datetime, words: Words) -> str:
    if match.status is Status.LIVE:
        return words.under_way_score_unknown
    if match.status.is_irregular:
        return words.statuses[match.status]
    return words.result_unknown if result_unknown(match, now) else ""

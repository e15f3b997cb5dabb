"""How one match looks: the score at a glance, then when, then who scored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.football.events.observations import Phase, RedCard
from bot.football.model import Club, Derived, Goal, Leg, Match, Score, Status
from bot.football.season.as_of import result_unknown
from bot.views.answer import bold, escape, fold, lines, secret
from bot.words import Words

MANY_GOALS = 7
"""More than fit on a phone beside the rest."""


def match_block(  # noqa: PLR0913 - what is known beside the match
    match: Match, now: datetime, words: Words, *, leg: Leg | None = None, city: str = "", doubt: str = ""
) -> str:
    """A match in full; the city is where a final was played, the doubt what the score may hide."""
    goals = lines(*goal_lines(match, words))
    return lines(
        scoreline(match, now, words),
        _when(match, words, leg or match.leg, city),
        fold(secret(goals)) if len(match.goals) >= MANY_GOALS else secret(goals),
        *_after(match, words),
        _remark(f"({doubt})") if doubt else "",
    )


def scoreline(match: Match, now: datetime, words: Words) -> str:
    """The clubs and the score, the same on every surface; never the shoot-out in the score."""
    clubs = f"{words.club(match.home)} – {words.club(match.away)}"
    score = match.score
    if score is None:
        return " ".join(filter(None, (bold(clubs), escape(without_score(match, now, words)))))
    beside = beside_score(match, now, words)
    if beside and (match.extra_time is None or _has_a_word(match)):
        beside = f"({beside})"
    return " ".join(filter(None, (f"<b>{escape(clubs)} {secret(str(score))}</b>", secret(escape(beside)))))


def short_line(match: Match, now: datetime, words: Words, phase: Phase | None = None, doubt: str = "") -> str:
    """A match on one line, for lists; with the phase it is in, or what its score may hide."""
    clubs = f"{words.club(match.home)} – {words.club(match.away)}"
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
    parts = (escape(clubs), secret(bold(str(match.score))), secret(escape(f"({beside})" if beside else "")))
    return " ".join(filter(None, parts))


def goal_lines(match: Match, words: Words) -> Iterator[str]:
    """The goals with the score after each; what isn't known is said."""
    score = match.score
    if score is None or score == Score(0, 0):
        return
    if not match.goals:
        if not match.status.is_by_verdict:
            yield escape(words.scorers_unknown)
        return
    if match.scorers_known and all(goal.minute is not None for goal in match.goals):
        yield from _goals_in_order(match, words)
        return
    # Where goals are missing, or the order of some is not known, a running score would be wrong.
    for club in match.clubs:
        goals = ", ".join(goal_told(goal, words) for goal in match.goals_of(club))
        if goals:
            pitch = f"{words.on_the_pitch} " if match.status is Status.AWARDED else ""
            yield escape(f"{pitch}{words.club(club)}: {goals}")
    # An awarded score never is the number of goals that fell.
    if not match.scorers_known and match.status is not Status.AWARDED:
        yield escape(words.scorers_partly_unknown)


def _goals_in_order(match: Match, words: Words) -> Iterator[str]:
    running = Score(0, 0)
    for goal in match.goals:
        running += Score(1, 0) if goal.club == match.home else Score(0, 1)
        yield escape(f"{_minute(goal)} {running} {_scorer(goal, words)}")


def goal_told(goal: Goal, words: Words) -> str:
    """47' Sead Kolašinac."""
    return " ".join(filter(None, (_minute(goal), _scorer(goal, words))))


def _minute(goal: Goal) -> str:
    return minute_told(goal.minute, goal.stoppage)


def minute_told(minute: int | None, stoppage: int | None) -> str:
    """45+2'; nothing where the minute is not known."""
    if minute is None:
        return ""
    return f"{minute}+{stoppage}'" if stoppage else f"{minute}'"


def _scorer(goal: Goal, words: Words) -> str:
    return " ".join(filter(None, (goal.scorer or words.scorer_unknown, words.goal_kinds[goal.kind])))


def scorers_line(match: Match, words: Words) -> str:
    """The scorers of both clubs on one line, the home club's first; empty where none is known.

    Empty for an awarded match too: what fell on the pitch is not its score.
    """
    if match.status is Status.AWARDED:
        return ""
    clubs = (", ".join(_by_scorer(match.goals_of(club), words)) for club in match.clubs)
    return escape(" – ".join(filter(None, clubs)))


def scorers_by_club(match: Match, club: Club, words: Words) -> tuple[str, ...]:
    """The club's scorers, each once with the minutes; none of an awarded match."""
    return () if match.status is Status.AWARDED else tuple(_by_scorer(match.goals_of(club), words))


def _by_scorer(goals: Sequence[Goal], words: Words) -> Iterator[str]:
    """7', 43' Immobile, 35' Bastos: a scorer once, but a penalty apart from other goals."""
    minutes: dict[str, list[str]] = {}
    for goal in goals:
        minutes.setdefault(_scorer(goal, words), []).append(_minute(goal))
    for scorer, scored in minutes.items():
        yield " ".join(filter(None, (", ".join(filter(None, scored)), scorer)))


def red_card_told(card: RedCard, words: Words) -> str:
    """48' Lloyd Kelly (Juventus)."""
    club = words.club(card.club)
    who = f"{card.player} ({club})" if card.player else club
    return " ".join(filter(None, (minute_told(card.minute, card.stoppage), who)))


def day_and_hour(match: Match, words: Words) -> str:
    """When a match is to be played."""
    if match.date is None:
        return words.date_unknown
    day = words.weekday_and_day(match.date)
    return f"{day}, {words.clock(match.kick_off)}" if match.kick_off else day


def _when(match: Match, words: Words, leg: Leg | None, city: str) -> str:
    to_come = match.score is None
    day = "" if match.date is None else words.weekday_and_day(match.date)
    if to_come and match.status.is_to_begin:
        day = day_and_hour(match, words)
    ground = city or (words.neutral_ground(words.city(match.city) or match.venue) if match.neutral else "")
    return escape(
        " · ".join(filter(None, (words.leg(leg), day or (words.date_unknown if not to_come else ""), ground)))
    )


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
    return secret(escape(words.shoot_out(words.club(winner), match.penalties)))


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

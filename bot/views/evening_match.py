"""How one match looks among all of an evening: its score, and who is through."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.football.events.observations import Observation, Phase
from bot.football.model import Club, DecidedBy, Derived, Match, Outcome, RoundKind, Score, Status, Tie
from bot.football.season.club_status import InTie, in_tie
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import Then, aggregate, level_then
from bot.views.answer import escape, fitted, lines, secret
from bot.views.goals import red_card_told
from bot.views.match import pair, short_line, without_score
from bot.views.own_time import HOUR, own_time
from bot.views.short_names import headline_name
from bot.words import Words


def evening_match(
    match: Match, season: SeasonAsOf, words: Words, observation: Observation | None = None
) -> str:
    """The score, and what it means for the tie; the scorers are told apart.

    Of a match that is being watched also the phase it is in, and who was sent off.
    """
    phase = observation.phase if observation else None
    concluded = secret(f" <i>{escape(words.derived_goalless)}</i>") if Derived.MATCH in match.derived else ""
    return lines(
        f"{_scoreline(match, season.now, words, phase)}{concluded}",
        verdict(match, season, words, phase),
        *(
            secret(f"🟥 {escape(red_card_told(card, words))}")
            for card in (observation.red_cards if observation else ())
        ),
    )


def _scoreline(match: Match, now: datetime, words: Words, phase: Phase | None) -> str:
    if match.score is not None:
        return short_line(match, now, words, phase)
    clubs = escape(pair(*match.clubs, words))
    if instead := without_score(match, now, words):
        return f"{clubs}: {escape(instead)}"
    if match.kick_off is None:
        return clubs
    return f"{clubs}, {own_time(match.kick_off, words.clock(match.kick_off), HOUR)}"


def verdict(match: Match, season: SeasonAsOf, words: Words, phase: Phase | None = None) -> str:
    """Who is through and over how many goals, or how it stands; nothing after a first leg."""
    tie = season.tie_with(match)
    if tie is None:
        return ""
    status = in_tie(match.home, season, tie)
    if status.outcome:
        won = tie.round.kind is RoundKind.FINAL
        return secret(_marked("🏆" if won else "✅", tie, status.outcome, aggregate(tie), words))
    if status.standing is None:
        return ""
    return secret(_as_it_stands(match, status, words, phase))


def _as_it_stands(match: Match, status: InTie, words: Words, phase: Phase | None) -> str:
    assert status.standing  # noqa: S101 - `verdict` looked
    tie, standing = status.tie, status.standing
    two_legged = legs_of(tie).two_legged
    if match.status is Status.LIVE:
        if match.score is None or (standing.outcome is None and two_legged and _first_leg(match, tie)):
            return ""
        if standing.outcome:
            mark = f"➡️ {words.if_it_stays_so}:"
            return _marked(mark, tie, standing.outcome, standing.aggregate, words)
        then = _still_to_come(standing.then, match, phase)
        return f"➡️ {words.if_it_stays_so}: {words.follow_ups[then]}" if then else ""
    if match.score is None and two_legged and not _first_leg(match, tie):
        total = standing.aggregate
        ahead = None if total.is_level else tie.club_a if total.home > total.away else tie.club_b
        from_its_side = _seen_by(ahead or match.home, tie, total)
        return words.lead_after_one_leg(_name(ahead, words) if ahead else "", from_its_side)
    return ""


def _still_to_come(then: Then | None, match: Match, phase: Phase | None) -> Then | None:
    """What follows if nobody scores any more, but for what is certain or being played already."""
    if phase in {Phase.NINETY_OVER, Phase.SHOOT_OUT}:
        return None
    if phase is Phase.EXTRA_TIME and then is Then.EXTRA_TIME:
        return level_then(replace(match, extra_time=match.score))
    return then


def _first_leg(match: Match, tie: Tie) -> bool:
    return legs_of(tie).first is match


def _marked(mark: str, tie: Tie, outcome: Outcome, total: Score | None, words: Words) -> str:
    """Who goes through, over how many goals; or who wins the final."""
    winner = _name(outcome.winner, words)
    if tie.round.kind is RoundKind.FINAL:
        cup = words.competition(tie.competition, tie.season)
        won = words.wins_final(winner, cup, DecidedBy.AGGREGATE)
        return fitted(f"{mark} {escape(won)}", escape(words.reasons[outcome.decided_by]))
    through = f"{mark} {escape(words.goes_through(winner, outcome.decided_by, None))}"
    if total is None or not legs_of(tie).two_legged:
        return through
    return fitted(through, escape(f"({words.total_over_two_legs(_seen_by(outcome.winner, tie, total))})"))


def _name(club: Club, words: Words) -> str:
    return headline_name(words.club(club))


def _seen_by(club: Club, tie: Tie, total: Score) -> Score:
    return total if club == tie.club_a else total.turned

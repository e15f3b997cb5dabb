"""How an alert looks: what happened and the score on the first line, then who and what it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.football.events.events import (
    EndRevoked,
    GoalDetailed,
    GoalDisallowed,
    GoalScored,
    KickedOff,
    KickOffMoved,
    KickTaken,
    MatchAwarded,
    MatchCalledOff,
    MatchEnded,
    MatchEvent,
    PhaseBegan,
    PlayerSentOff,
    ResultCorrected,
)
from bot.football.events.observations import Phase
from bot.football.model import Match, Round, Score, Status, Tie
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import bold, escape, lines, secret
from bot.views.evening_match import verdict
from bot.views.goals import goal_told, red_card_told, scorer_lines
from bot.views.match import day_and_hour, pair, scoreline, shoot_out_told
from bot.views.own_time import HOUR, own_time
from bot.views.season_lines import heading, upcoming
from bot.words import Words

NO_STORIES = "i|story|off"
"""The data of the button under a story; see `handlers/preferences.py`."""


def alert_text(change: MatchEvent, season: SeasonAsOf, words: Words) -> str:  # noqa: C901, PLR0911 - one case for each
    """What is told of one change; the season is known as it is now, with everything that happened since."""
    match change:
        case KickedOff(played):
            return f"▶️ {escape(words.kicked_off)}: {bold(pair(*played.clubs, words))}"
        case GoalScored(played, goal, score) | GoalDetailed(played, goal, score):
            text = escape(goal_told(goal, words))
            return lines(
                f"⚽ {_score(played, score, words)}", secret(text), _if_last(played, score, season, words)
            )
        case GoalDisallowed(played, _, score):
            return lines(
                f"🚫 {escape(words.goal_disallowed)}",
                f"{_score(played, score, words, again=True)}",
                _if_last(played, score, season, words),
            )
        case PlayerSentOff(played, card):
            return lines(f"🟥 {escape(red_card_told(card, words))}", _as_it_is(played, words))
        case PhaseBegan(played, phase):
            return lines(
                f"⏱ {escape(words.phase_began(phase))}: {_as_it_is(played, words)}",
                _meaning(played, season, words, phase),
            )
        case KickTaken(played, kick, score):
            text = words.kick_taken(kick.player or words.club(kick.club), kick.scored, score)
            return lines(f"🎯 {bold(pair(*played.clubs, words))}", secret(escape(text)))
        case MatchEnded(played):
            return end_text(played, season, words)
        case EndRevoked(played):
            return lines(
                f"↩️ {escape(words.end_revoked)}", _as_it_is(played, words), _meaning(played, season, words)
            )
        case ResultCorrected(played, before):
            was = secret(escape(words.result_was(before))) if before else ""
            return lines(
                f"✏️ {escape(words.result_corrected)}",
                " ".join(filter(None, (scoreline(played, season.now, words), was))),
                _meaning(played, season, words),
            )
        case KickOffMoved(played):
            return lines(
                f"🕘 {escape(words.kick_off_moved)}: {bold(pair(*played.clubs, words))}",
                escape(day_and_hour(played, words)),
            )
        case MatchCalledOff(played):
            return f"⛔ {bold(pair(*played.clubs, words))}: {escape(words.statuses[played.status])}"
        case MatchAwarded(played):
            return lines(f"⚖️ {scoreline(played, season.now, words)}", _meaning(played, season, words))


def reminder_text(kick_off: datetime, matches: Sequence[Match], words: Words) -> str:
    """What begins at a moment, an hour ahead."""
    return lines(
        f"⏰ {escape(words.soon)}, {own_time(kick_off, words.clock(kick_off), HOUR)}",
        *(bold(pair(*match.clubs, words)) for match in matches),
    )


def end_text(match: Match, season: SeasonAsOf, words: Words, label: str = "") -> str:
    """The end of a match, with what it means and what is ahead."""
    return lines(
        f"🏁 {escape(label)}{scoreline(match, season.now, words)}",
        secret(lines(*scorer_lines(match, words))),
        shoot_out_told(match, words),
        _meaning(match, season, words),
        upcoming(season, words) if not match.round.kind.is_table else "",
    )


def draw_made_text(season: SeasonAsOf, round_: Round, ties: Iterable[Tie], words: Words) -> str:
    """The pairings of a round that was drawn."""
    return lines(
        heading(season, words),
        f"🎱 {bold(words.draw([round_]))}",
        secret(lines(*(escape(pair(*tie.clubs, words)) for tie in ties))),
    )


def conflict_text(text: str, words: Words) -> str:
    """For the owners: two sources disagree, and which one is believed."""
    return lines(f"⚠️ {escape(words.sources_disagree)}", escape(text))


def _score(match: Match, score: Score, words: Words, *, again: bool = False) -> str:
    text = words.score_again(score) if again else str(score)
    return f"<b>{escape(pair(*match.clubs, words))} {secret(escape(text))}</b>"


def _as_it_is(match: Match, words: Words) -> str:
    return _score(match, match.score, words) if match.score else bold(pair(*match.clubs, words))


def _if_last(match: Match, score: Score, season: SeasonAsOf, words: Words) -> str:
    """What it means for the tie, unless another goal came in the same look."""
    return _meaning(match, season, words) if match.score == score else ""


def _meaning(match: Match, season: SeasonAsOf, words: Words, phase: Phase | None = None) -> str:
    """Who goes through, or would as it stands; of the match as the season knows it."""
    ours = next(
        (match_now for match_now in season.in_round(match.round) if match_now.clubs == match.clubs), None
    )
    return verdict(ours, season, words, phase) if ours and ours.status is not Status.SCHEDULED else ""

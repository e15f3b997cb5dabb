"""How the draws to come look, with the final behind them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.football.model import RoundKind
from bot.football.season.draw_pairings import Drawn, drawn
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.ties.tie import outcome
from bot.views.answer import Answer, escape, lines, paragraphs, secret
from bot.views.season_lines import draw_line, final_line, final_when_and_where, heading
from bot.words import Words


def draws_text(seasons: Sequence[SeasonAsOf], words: Words) -> Answer:
    """Per competition the draws to come; where none is left, that there is none, and the final."""
    return Answer(paragraphs(*(_competition(season, words) for season in seasons)))


def _competition(season: SeasonAsOf, words: Words) -> str:
    name = words.competition(season.competition, season.season)
    draws = [draw_line(draw, words) for draw in season.draws]
    held = [_pairings(drawn_round, words) for drawn_round in drawn(season)]
    # Where no draw was ever recorded, we can't know that there is none to come.
    none_left = words.no_more_draws(name) if season.all_drawn else words.no_draws_known(name)
    return lines(
        heading(season, words),
        *held,
        *(draws or ([] if season.is_over else [escape(none_left)])),
        _final_played(season, words) if season.is_over else final_line(season, words),
    )


def _pairings(drawn_round: Drawn, words: Words) -> str:
    """Who plays whom, the club that is at home first before the other."""
    day = drawn_round.draw.date if drawn_round.draw else None
    return lines(
        f"🎱 {escape(words.draw_held(drawn_round.round, day))}:",
        secret(lines(*(escape(" – ".join(map(words.club, tie.clubs))) for tie in drawn_round.ties))),
    )


def _final_played(season: SeasonAsOf, words: Words) -> str:
    """Who won it, when and where."""
    final = next((tie for tie in season.ties if tie.round.kind is RoundKind.FINAL), None)
    decided = outcome(final) if final else None
    text = (
        words.final_was(words.club(decided.winner), words.competition(season.competition, season.season))
        if decided
        else ""
    )
    when = final_when_and_where(season.final, words) if season.final else ""
    return lines(
        secret(f"🏆 {escape(text)}") if text else "",
        f"🏟 {escape(words.final)}: {escape(when)}" if when else "",
    )

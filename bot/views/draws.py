"""How the draws to come look, with the final behind them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.football.model import RoundKind
from bot.football.season.drawn import Drawn, drawn
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.ties.tie import outcome
from bot.views.answer import Answer, escape, lines, paragraphs, secret
from bot.views.season_lines import draw_line, final_line, final_when_and_where, heading
from bot.words import Words


def draws_text(seasons: Sequence[SeasonAsOf], words: Words) -> Answer:
    """Per competition the draws to come; where none is left, that there is none, and the final."""
    return Answer(paragraphs(*(_competition(known, words) for known in seasons)))


def _competition(known: SeasonAsOf, words: Words) -> str:
    name = words.competition(known.competition, known.season)
    draws = [draw_line(draw, words) for draw in known.draws]
    held = [_pairings(one, words) for one in drawn(known)]
    # Where no draw was ever recorded, we can't know that there is none to come.
    none_left = words.no_more_draws(name) if known.all_drawn else words.no_draws_known(name)
    return lines(
        heading(known, words),
        *held,
        *(draws or ([] if known.is_over else [escape(none_left)])),
        _final_played(known, words) if known.is_over else final_line(known, words),
    )


def _pairings(one: Drawn, words: Words) -> str:
    """Who plays whom, the club that is at home first before the other."""
    day = one.draw.date if one.draw else None
    return lines(
        f"🎱 {escape(words.draw_held(one.round, day))}:",
        *(escape(" – ".join(words.club(club) for club in tie.clubs)) for tie in one.ties),
    )


def _final_played(known: SeasonAsOf, words: Words) -> str:
    """Who won it, when and where."""
    final = next((tie for tie in known.ties if tie.round.kind is RoundKind.FINAL), None)
    decided = outcome(final) if final else None
    told = (
        words.final_was(words.club(decided.winner), words.competition(known.competition, known.season))
        if decided
        else ""
    )
    when = final_when_and_where(known.final, words) if known.final else ""
    return lines(
        secret(f"🏆 {escape(told)}") if told else "",
        f"🏟 {escape(words.final)}: {escape(when)}" if when else "",
    )

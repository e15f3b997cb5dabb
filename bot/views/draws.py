"""How the draws to come look, with the final behind them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.football.model import DrawDate, RoundKind
from bot.football.season.draw_pairings import Drawn, drawn
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.ties.tie import outcome
from bot.views.answer import Answer, bold, escape, fitted, lines, paragraphs, secret
from bot.views.match import pair
from bot.views.season_lines import MOST_NAMED, final_ahead, final_line, final_when_and_where, heading
from bot.words import Words


def draws_text(seasons: Sequence[SeasonAsOf], words: Words) -> Answer:
    """What was drawn in each competition, the draws to come by date, and the finals."""
    return Answer(
        paragraphs(
            *(_competition(season, words, alone=len(seasons) == 1) for season in seasons),
            *(_to_come(seasons, words, confirmed=confirmed) for confirmed in (True, False)),
            _finals(seasons, words),
        )
    )


def _competition(season: SeasonAsOf, words: Words, *, alone: bool) -> str:
    """The draws that were held; where none is to come, that there is none, or how the season ended."""
    name = words.competition(season.competition, season.season)
    held = [_pairings(drawn_round, words) for drawn_round in drawn(season)]
    # Where no draw was ever recorded, we can't know that there is none to come.
    none_left = words.no_more_draws(name) if season.all_drawn else words.no_draws_known(name)
    text = lines(
        *held,
        "" if season.draws or season.is_over else escape(none_left),
        _final_played(season, words) if season.is_over else "",
    )
    return lines(heading(season, words), text) if text or alone else ""


def _to_come(seasons: Sequence[SeasonAsOf], words: Words, *, confirmed: bool) -> str:
    """A line for each draw, with its competition where there are several."""
    draws = sorted(
        (
            (draw, season.competition.code if len(seasons) > 1 else "")
            for season in seasons
            for draw in season.draws
            if (draw.confirmed and draw.date is not None) is confirmed
        ),
        key=lambda pair: (pair[0].date is None, pair[0].date or date.max),
    )
    if not draws:
        return ""
    places = {draw.place for draw, _ in draws}
    place = places.pop() if len(places) == 1 else ""
    title = f"🎱 {bold(', '.join(filter(None, (words.draws, place))))}"
    return lines(
        title if confirmed else fitted(title, escape(f"({words.draw_expected})")),
        *(_draw(draw, competition, place, words) for draw, competition in draws),
    )


def _draw(draw: DrawDate, competition: str, place: str, words: Words) -> str:
    """Vr 26 feb: CL achtste finales t/m finale."""
    day = words.short_day(draw.date) if draw.date else words.draw_date_unknown
    hour = words.clock(draw.at) if draw.at else ""
    when = ", ".join(filter(None, (day, hour, "" if draw.place == place else draw.place)))
    names = [words.round(round_) for round_ in draw.rounds]
    rounds = (
        words.first_to_last(names[0], names[-1]) if len(names) > MOST_NAMED else words.clubs_together(names)
    )
    return fitted(escape(f"{when}:"), escape(" ".join(filter(None, (competition, rounds)))))


def _finals(seasons: Sequence[SeasonAsOf], words: Words) -> str:
    ahead = [(season.competition.code, final) for season in seasons if (final := final_ahead(season))]
    if len(seasons) == 1:
        return lines(*(final_line(final, words) for _, final in ahead))
    return lines(
        f"🏟 {bold(words.finals)}" if ahead else "",
        *(fitted(code, escape(final_when_and_where(final, words))) for code, final in ahead),
    )


def _pairings(drawn_round: Drawn, words: Words) -> str:
    """Who plays whom, the club that is at home first before the other."""
    day = drawn_round.draw.date if drawn_round.draw else None
    return lines(
        f"🎱 {escape(words.draw([drawn_round.round]))}{',' if day else ':'}",
        escape(f"{words.held_on(words.full_day(day))}:") if day else "",
        secret(lines(*(escape(pair(*tie.clubs, words)) for tie in drawn_round.ties))),
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
        fitted(f"🏟 {escape(words.final)}:", escape(when)) if when else "",
    )

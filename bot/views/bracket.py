"""How the knockout phase looks in words: a line for each tie, its winner in bold."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.football.model import Club, DecidedBy, RoundKind, Score, Status, Tie
from bot.football.season.bracket import bracket
from bot.football.season.club_status import InTie, in_tie
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import aggregate
from bot.views.answer import bold, escape, lines, paragraphs, secret
from bot.views.season_lines import final_ahead, final_line, footer, ground_of, heading, how_far
from bot.words import Words, first_upper

MARK = "▸ "


def bracket_text(season: SeasonAsOf, marked: Collection[Club], words: Words) -> str:
    """The last round first, for that is what is asked for; the clubs asked for are marked."""
    return paragraphs(
        heading(season, words),
        *(
            lines(bold(first_upper(words.round(round_))), *(_tie(tie, season, marked, words) for tie in ties))
            for round_, ties in bracket(season)
        ),
        footer(season, words),
    )


def round_text(season: SeasonAsOf, ties: Sequence[Tie], words: Words) -> str:
    """One round by itself; of a final also when and where it was."""
    round_ = ties[0].round
    each = (lines(_tie(tie, season, (), words), _when_and_where(tie, season, words)) for tie in ties)
    return lines(heading(season, words, round_), *each)


def _when_and_where(tie: Tie, season: SeasonAsOf, words: Words) -> str:
    if tie.round.kind is not RoundKind.FINAL:
        return ""
    days = words.clubs_together([words.weekday_and_day(match.date) for match in tie.matches if match.date])
    return escape(" · ".join(filter(None, (days, ground_of(tie, season, words)))))


def no_final_text(seasons: Sequence[SeasonAsOf], words: Words) -> str:
    """That a final is still to come, with its day and its city where they are known."""
    return paragraphs(
        *(
            lines(
                heading(season, words),
                final_line(final, words)
                if (final := final_ahead(season))
                else escape(
                    words.final_not_known(words.competition(season.competition, season.season), season.season)
                ),
                how_far(season, words),
            )
            for season in seasons
        )
    )


def no_bracket_text(seasons: Sequence[SeasonAsOf], words: Words) -> str:
    """That no tie is known yet, with the draw that will tell."""
    return paragraphs(
        *(
            lines(
                heading(season, words),
                escape(
                    words.no_knockout(words.competition(season.competition, season.season), season.season)
                ),
                footer(season, words),
            )
            for season in seasons
        )
    )


def _tie(tie: Tie, season: SeasonAsOf, marked: Collection[Club], words: Words) -> str:
    status = in_tie(tie.club_a, season, tie)
    winner = status.outcome.winner if status.outcome else status.played_on
    won = "🏆" if tie.round.kind is RoundKind.FINAL else "✅"
    clubs = " – ".join(
        f"{bold(words.club(club))} {won}" if club == winner else escape(words.club(club))
        for club in tie.clubs
    )
    text = escape(", ".join(filter(None, _told(status, words))))
    begun = bool(winner or aggregate(tie))
    line = f"{clubs}{' ' if begun else ': '}{text}" if text else clubs
    # Who is in bold is the secret, and who plays at all in a later round, so that the whole line is one.
    line = f"{MARK if any(club in marked for club in tie.clubs) else ''}{line}"
    return secret(line)


def _told(status: InTie, words: Words) -> Iterator[str]:
    tie, total = status.tie, aggregate(status.tie)
    playing = next((match for match in tie.matches if match.status is Status.LIVE), None)
    if status.outcome:
        yield str(total) if total else ""
        by_penalties = status.outcome.decided_by is DecidedBy.PENALTIES and _shoot_out(tie)
        yield (
            words.shoot_out_score(by_penalties) if by_penalties else words.reasons[status.outcome.decided_by]
        )
    elif playing:
        total = status.standing.aggregate if status.standing else total
        yield f"{total} ({words.statuses[Status.LIVE]})" if total else words.statuses[Status.LIVE]
    elif status.unknown:
        yield words.result_unknown
    elif total:
        yield str(total)
        yield words.after_one_leg if legs_of(tie).two_legged else ""
    else:
        days = [match.date for match in tie.matches if match.date]
        yield words.clubs_together([words.weekday_and_day(day) for day in days]) if days else ""


def _shoot_out(tie: Tie) -> Score | None:
    """In the order in which the clubs are named, as every score of the line."""
    for match in reversed(tie.matches):
        if match.penalties:
            return match.penalties if match.home == tie.club_a else match.penalties.turned
    return None

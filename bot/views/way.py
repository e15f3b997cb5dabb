"""A club's whole way through a season, round by round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.football.model import Club, Match, Round, Season, Tie
from bot.football.season.club_status import in_table, in_tie
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import bold, escape, lines, paragraphs, secret
from bot.views.match import short_line
from bot.views.season_lines import ahead, how_far
from bot.views.table import fate_line, place_told
from bot.views.tie import total_line, verdict_lines
from bot.words import Words, first_upper


def way_text(club: Club, season: Season, seasons: Sequence[SeasonAsOf], words: Words) -> str:
    """Every round of the season, competition after competition, in the order in which they were played."""
    return paragraphs(
        f"🏆 {bold(f'{words.club(club)} {season}')}",
        *(block for known in seasons for block in _competition(club, known, words)),
    )


def ties_in_order(club: Club, seasons: Sequence[SeasonAsOf]) -> list[tuple[SeasonAsOf, Tie]]:
    """The club's ties of a season, each with the competition's season that it belongs to."""
    return [(known, tie) for known in seasons for tie in known.ties_of(club)]


def _competition(club: Club, known: SeasonAsOf, words: Words) -> Iterator[str]:
    matches = known.of(club)
    if not matches:
        return
    yield f"<u>{escape(words.competition(known.competition, known.season))}</u>"
    rounds = sorted({match.round for match in matches}, key=lambda round_: round_.order)
    for round_ in rounds:
        in_round = [match for match in matches if match.round == round_]
        if round_.kind.is_table:
            yield _table_block(club, known, round_, in_round, words)
        else:
            ties = [tie for tie in known.ties_of(club) if tie.round == round_]
            yield from (_tie_block(club, known, tie, words) for tie in ties)
    yield lines(ahead(known, words), how_far(known, words))


def _table_block(club: Club, known: SeasonAsOf, round_: Round, matches: Sequence[Match], words: Words) -> str:
    status = in_table(club, known, round_)
    return lines(
        bold(first_upper(words.round(round_))),
        *(short_line(match, known.now, words) for match in matches),
        secret(f"📊 {escape(place_told(status, words))}") if status and status.standing.played else "",
        secret(fate_line(status, words)) if status else "",
    )


def _tie_block(club: Club, known: SeasonAsOf, tie: Tie, words: Words) -> str:
    status = in_tie(club, known, tie)
    return lines(
        bold(first_upper(words.round(tie.round))),
        *(short_line(match, known.now, words) for match in tie.matches),
        total_line(status, words),
        secret(lines(*verdict_lines(status, words))),
    )

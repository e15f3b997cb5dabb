"""A club's whole way through a season, round by round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.football.model import Club, Match, Round, RoundKind, Season, Tie
from bot.football.season.club_status import InTie, in_table, in_tie
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import PARAGRAPH, bold, escape, lines, paragraphs, secret
from bot.views.match import short_line
from bot.views.season_lines import footer, round_name
from bot.views.short_names import headline_name
from bot.views.table import fate_line, place_told
from bot.views.tie import conclusion, doubt, need_lines, total_line, verdict_lines
from bot.words import Words, first_upper


def way_text(club: Club, season: Season, seasons: Sequence[SeasonAsOf], words: Words) -> str:
    """Every round of the season, competition after competition, in the order in which they were played."""
    return paragraphs(
        f"🏆 {bold(f'{words.club(_then(club, seasons))} {season}')}",
        *(
            block if begun else secret(block)
            for season in seasons
            # That a club goes on in another competition tells how it ended in the one before.
            for begun in [season is seasons[0] or _has_begun(club, season)]
            for block in _competition(club, season, words)
        ),
    )


def _then(club: Club, seasons: Sequence[SeasonAsOf]) -> Club:
    """The club under its name of that time, which its matches bear."""
    clubs = (found for season in seasons for match in season.of(club) for found in match.clubs)
    return next((found for found in clubs if found == club), club)


def ties_in_order(club: Club, seasons: Sequence[SeasonAsOf]) -> list[tuple[SeasonAsOf, Tie]]:
    """The club's ties of a season, each with the competition's season that it belongs to."""
    return [(season, tie) for season in seasons for tie in season.ties_of(club)]


def _competition(club: Club, season: SeasonAsOf, words: Words) -> Iterator[str]:
    matches = season.of(club)
    if not matches:
        return
    yield f"<u>{escape(words.competition(season.competition, season.season))}</u>"
    played = ""
    for round_ in sorted({match.round for match in matches}, key=lambda round_: round_.order):
        block = _round(club, season, round_, words)
        if played and all(match.status.is_to_begin for match in matches if match.round == round_):
            # That there is a later round tells that the club went through.
            played = f"{played}{secret(f'{PARAGRAPH}{block}')}"
        else:
            yield played
            played = block
    yield played
    yield footer(season, words)


def _has_begun(club: Club, season: SeasonAsOf) -> bool:
    return any(not match.status.is_to_begin for match in season.of(club))


def _round(club: Club, season: SeasonAsOf, round_: Round, words: Words) -> str:
    if round_.kind.is_table:
        in_round = [match for match in season.of(club) if match.round == round_]
        return _table_block(club, season, round_, in_round, words)
    ties = (tie for tie in season.ties_of(club) if tie.round == round_)
    return paragraphs(*(_tie_block(club, season, tie, words) for tie in ties))


def _table_block(
    club: Club, season: SeasonAsOf, round_: Round, matches: Sequence[Match], words: Words
) -> str:
    status = in_table(club, season, round_)
    return lines(
        bold(first_upper(round_name(season, round_, words))),
        *(short_line(match, season.now, words) for match in matches),
        secret(f"📊 {escape(place_told(status, words))}") if status and status.standing.played else "",
        secret(fate_line(status, words)) if status else "",
    )


def _tie_block(club: Club, season: SeasonAsOf, tie: Tie, words: Words) -> str:
    status = in_tie(club, season, tie)
    return lines(
        bold(first_upper(words.tie_round(tie.round))),
        *(short_line(match, season.now, words, doubt=doubt(match, tie, words)) for match in tie.matches),
        total_line(status, words),
        secret(lines(*_fate(status, words))),
        secret(lines(*need_lines(status, words))),
    )


def _fate(status: InTie, words: Words) -> Iterator[str]:
    """How the tie ended for the club whose season it is, or could end."""
    if status.outcome is None:
        yield from verdict_lines(status, words)
    elif status.outcome.winner == status.club:
        mark = "🏆" if status.tie.round.kind is RoundKind.FINAL else "✅"
        yield f"{mark} {bold(conclusion(status, words))}"
    else:
        why = status.outcome.decided_by
        yield f"❌ {bold(words.is_out(headline_name(words.club(status.club)), why))}"

"""How top scorers and the goals of one player look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.football.model import Club, Season
from bot.football.players.players import Player
from bot.football.players.top_scorers import Coverage, Ranked, TopScorers
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import Answer, Button, bold, escape, fitted, lines, paragraphs, secret
from bot.views.finding import PLAYER_EXAMPLE, ask_for_club, shortened
from bot.views.season_lines import heading, how_far
from bot.views.short_names import headline_name
from bot.words import Words

MOST_CLUBS = 3


def top_scorers_text(per_season: Sequence[tuple[SeasonAsOf, TopScorers]], words: Words) -> str:
    return paragraphs(*(_of_season(season, scorers, words) for season, scorers in per_season))


def club_scorers_text(title: str, best: TopScorers, words: Words) -> str:
    """Who scored most for a club, in what the title says."""
    return lines(f"⚽ {bold(f'{title} · {words.top_scorers}')}", secret(_best(best, words, with_clubs=False)))


def _of_season(season: SeasonAsOf, scorers: TopScorers, words: Words) -> str:
    return lines(
        fitted(heading(season, words), escape(words.top_scorers), between=" · "),
        secret(_best(scorers, words, with_clubs=True)),
        how_far(season, words),
    )


def _best(best: TopScorers, words: Words, *, with_clubs: bool) -> str:
    # Of goalless matches alone every scorer is known.
    if not best.ranked:
        return escape(words.no_scorers_known)
    note = words.scorers_coverage(best.coverage)
    return lines(
        *(_ranked(ranked, ranked.clubs if with_clubs else (), words) for ranked in best.ranked),
        escape(words.more_with_as_many(best.more, best.goals_of_more)) if best.more else "",
        f"ℹ️ {escape(note)}" if note else "",
    )


def _ranked(ranked: Ranked, clubs: Sequence[Club], words: Words) -> str:
    of_clubs = f" ({words.clubs_together([_club(club, words) for club in clubs])})" if clubs else ""
    return f"{ranked.place}. {bold(ranked.name)}{escape(of_clubs)} <b>{ranked.goals}</b>"


def player_text(
    player: Player,
    covered: Coverage,
    words: Words,
) -> str:
    """The goals in Europe per season and club, the last season first, and what they were counted from."""
    doubtful = words.doubtful_goals(len(player.doubtful)) if player.doubtful else ""
    counted_from = words.scorers_coverage_of(_span(*player.seasons), covered)
    name = words.transcribed(player.name, {club.country for club in player.clubs})
    spellings = sorted(player.spellings - {player.name, name})
    about = paragraphs(
        lines(
            f"<b>{escape(words.goals_in_europe(len(player.goals)))}</b>",
            escape(words.also_written(spellings)) if spellings else "",
        ),
        "\n".join(_seasons(player, words)),
        lines(*_by_club(player, words)) if len(player.clubs) > 1 else "",
        f"ℹ️ {escape(' '.join(filter(None, (counted_from, doubtful))))}",
    )
    beside = f" ({escape(name)})" if name != player.name else ""
    # A goal of tonight may change every line, and the spelling of the name.
    return secret(lines(f"⚽ {bold(player.name)}{beside}", about))


def _seasons(player: Player, words: Words) -> Iterator[str]:
    for (season, club), rows in groupby(player.by_season, key=lambda row: row[:2]):
        each = [(competition, number) for _, _, competition, number in rows]
        cups = [
            f"{words.cup(competition, season)} {number}" if len(each) > 1 else words.cup(competition, season)
            for competition, number in each
        ]
        total = sum(number for _, number in each)
        yield f"{season} {escape(_club(club, words))}: <b>{total}</b> ({escape(', '.join(cups))})"


def _by_club(player: Player, words: Words) -> Iterator[str]:
    for club in sorted(player.clubs, key=lambda club: -_goals_for(club, player)):
        yield f"▫️ {escape(_club(club, words))}: {_goals_for(club, player)}"


def _goals_for(club: Club, player: Player) -> int:
    return sum(goal.club == club for goal in player.goals)


def _club(club: Club, words: Words) -> str:
    return headline_name(words.club(club))


def _span(first: Season, last: Season) -> str:
    return str(first) if first == last else f"{first}–{last}"


def which_player(players: Sequence[tuple[Player, str]], words: Words) -> Answer:
    """A question back, with a button per player; clubs and years tell them apart."""
    rows = tuple((Button(_label(player, words), data),) for player, data in players)
    return Answer(escape(words.which_player), rows)


def _label(player: Player, words: Words) -> str:
    clubs = [_club(club, words) for club in player.clubs[:MOST_CLUBS]]
    more = "…" if len(player.clubs) > MOST_CLUBS else ""
    return f"{player.name} · {', '.join(clubs)}{more} · {_span(*player.seasons)}"


def no_player(typed: str, words: Words) -> Answer:
    text = escape(words.no_player(shortened(typed)))
    # Who is not found before his first goal is found after it.
    return Answer(secret(paragraphs(text, ask_for_club(words.no_player_help, PLAYER_EXAMPLE, words).html)))


def ask_for_player(words: Words) -> Answer:
    return ask_for_club(words.ask_for_player, PLAYER_EXAMPLE, words)

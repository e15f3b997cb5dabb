"""How top scorers and the goals of one player look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.football.model import Club, Competition, Season
from bot.football.players.players import Player
from bot.football.players.top_scorers import Coverage, Ranked, TopScorers
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import Answer, Button, bold, escape, lines, paragraphs, secret
from bot.views.finding import PLAYER_EXAMPLE, ask_for_club, shortened
from bot.views.season_lines import heading, how_far
from bot.words import Words

MOST_CLUBS = 3


def top_scorers_text(per_season: Sequence[tuple[SeasonAsOf, TopScorers]], words: Words) -> str:
    return paragraphs(*(_of_season(season, scorers, words) for season, scorers in per_season))


def club_scorers_text(title: str, best: TopScorers, words: Words) -> str:
    """Who scored most for a club, in what the title says."""
    ranked = [f"{ranked.place}. {bold(ranked.name)} <b>{ranked.goals}</b>" for ranked in best.ranked]
    return lines(
        f"⚽ {bold(f'{title} · {words.top_scorers}')}",
        secret(
            lines(
                *ranked,
                *_as_many(best, words),
                "" if ranked else escape(words.no_scorers_known),
                f"ℹ️ {escape(words.scorers_coverage(best.coverage))}" if ranked else "",
            )
        ),
    )


def _as_many(scorers: TopScorers, words: Words) -> Iterator[str]:
    if scorers.more:
        yield escape(words.more_with_as_many(scorers.more, scorers.ranked[-1].goals))


def _of_season(season: SeasonAsOf, scorers: TopScorers, words: Words) -> str:
    best = [*(_ranked(ranked, words) for ranked in scorers.ranked), *_as_many(scorers, words)]
    nobody = words.no_scorers_known if not best else ""
    return lines(
        f"{heading(season, words)} · {escape(words.top_scorers)}",
        # Of goalless matches alone every scorer is known.
        secret(
            lines(*best, f"ℹ️ {escape(words.scorers_coverage(scorers.coverage))}" if best else escape(nobody))
        ),
        how_far(season, words),
    )


def _ranked(ranked: Ranked, words: Words) -> str:
    clubs = words.clubs_together([words.club(club) for club in ranked.clubs])
    return f"{ranked.place}. {bold(ranked.name)} ({escape(clubs)}) <b>{ranked.goals}</b>"


def player_text(
    player: Player,
    covered: Sequence[tuple[Competition, Coverage]],
    words: Words,
) -> str:
    """The goals in Europe per season and club, the last season first, and what they were counted from."""
    first, last = player.seasons
    spellings = sorted(player.spellings - {player.name})
    about = paragraphs(
        lines(
            f"<b>{escape(words.goals_in_europe(len(player.goals)))}</b>, {_span(first, last)}",
            escape(words.also_written(spellings)) if spellings else "",
        ),
        "\n".join(_seasons(player, words)),
        lines(*_by_club(player, words)) if len(player.clubs) > 1 else "",
        lines(
            *(f"ℹ️ {escape(line)}" for line in _coverages(player, covered, words)),
            f"ℹ️ {escape(words.doubtful_goals(len(player.doubtful)))}" if player.doubtful else "",
            escape(words.help_sources),
        ),
    )
    # A goal of tonight may change every line, and the spelling of the name.
    return secret(lines(f"⚽ {bold(player.name)}", about))


def _seasons(player: Player, words: Words) -> Iterator[str]:
    for (season, club), rows in groupby(player.by_season, key=lambda row: row[:2]):
        each = [(competition, number) for _, _, competition, number in rows]
        names = [
            f"{words.competition(competition, season)} {number}"
            if len(each) > 1
            else words.competition(competition, season)
            for competition, number in each
        ]
        total = sum(number for _, number in each)
        yield f"{season} {escape(words.club(club))}: <b>{total}</b> ({escape(', '.join(names))})"


def _by_club(player: Player, words: Words) -> Iterator[str]:
    for club in sorted(player.clubs, key=lambda club: -_goals_for(club, player)):
        yield f"▫️ {escape(words.club(club))} {_goals_for(club, player)}"


def _goals_for(club: Club, player: Player) -> int:
    return sum(goal.club == club for goal in player.goals)


def _coverages(
    player: Player, covered: Sequence[tuple[Competition, Coverage]], words: Words
) -> Iterator[str]:
    first, last = player.seasons
    for competition, coverage in covered:
        name = words.competition(competition, last)
        yield words.scorers_coverage_of(name, _span(first, last), coverage)


def _span(first: Season, last: Season) -> str:
    return str(first) if first == last else f"{first} – {last}"


def which_player(players: Sequence[tuple[Player, str]], words: Words) -> Answer:
    """A question back, with a button per player; clubs and years tell them apart."""
    rows = tuple((Button(_label(player, words), data),) for player, data in players)
    return Answer(escape(words.which_player), rows)


def _label(player: Player, words: Words) -> str:
    clubs = [words.club(club) for club in player.clubs[:MOST_CLUBS]]
    more = "…" if len(player.clubs) > MOST_CLUBS else ""
    first, last = player.seasons
    return f"{player.name} · {', '.join(clubs)}{more} · {_span(first, last)}"


def no_player(typed: str, words: Words) -> Answer:
    text = escape(words.no_player(shortened(typed)))
    # Who is not found before his first goal is found after it.
    return Answer(secret(paragraphs(text, ask_for_club(words.no_player_help, PLAYER_EXAMPLE).html)))


def ask_for_player(words: Words) -> Answer:
    return ask_for_club(words.ask_for_player, PLAYER_EXAMPLE)

"""How a list of finals looks: a line for each, with the score, the place and the winner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.football.model import EUROPEAN_COMPETITIONS, Club, DecidedBy, Score, Season, Tie
from bot.football.season.finals import last_day, winner_of
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import aggregate, outcome
from bot.views.answer import bold, escape, filled, fitted, lines, paragraphs, secret
from bot.views.match import pair
from bot.views.short_names import headline_name, short_name
from bot.words import Words, first_upper

LONGEST_NAME = 18
MOST_SHOWN = 30
"""Finals of the clubs of one country."""
_WORTH_SAYING = frozenset({DecidedBy.AWAY_GOALS, DecidedBy.REPLAY})
"""What the score alone does not tell."""


def honours_text(
    name: str,
    finals: Sequence[Tie],
    most: Sequence[tuple[Club, int]],
    missing: Sequence[Season],
    words: Words,
) -> str:
    """Finals of one competition, the newest first, each winner before its opponent; who won most on top."""
    each = (secret(f"{last_day(tie).year} {_winner_first(tie, words)}") for tie in finals)
    return paragraphs(
        lines(_title(name, words), escape(words.winners_first) if finals else ""),
        _most(words.won_most, most, words),
        lines(*each),
        f"ℹ️ {escape(words.finals_missing(_spans(missing), len(missing)))}" if missing else "",
    )


def last_winners_text(finals: Sequence[Tie], most: Sequence[tuple[Club, int]], words: Words) -> str:
    """The last final of each competition; who won most finals of the first one on top."""
    first = words.competition(finals[0].competition, finals[0].season)
    return paragraphs(
        _title("", words),
        _most(f"{words.won_most} {first}", most, words),
        *(
            lines(
                escape(f"{words.competition(tie.competition, tie.season)} {tie.season}"),
                secret(_winner_first(tie, words)),
            )
            for tie in finals
        ),
    )


def honours_of_club_text(clubs: Sequence[Club], finals: Sequence[Tie], words: Words) -> str:
    """The finals that a club played, by competition, with those that it won marked."""
    club = clubs[0]
    name = " – ".join(map(words.club, clubs))
    if not finals:
        return lines(_title(name, words), escape(words.no_final_known(name)))
    won = sum(winner_of(tie) == club for tie in finals)
    return paragraphs(
        lines(_title(name, words), secret(escape(words.finals_played(won, len(finals) - won)))),
        *(
            lines(
                bold(words.competition(cup, of_cup[0].season)),
                *(secret(_seen_by(club, tie, words)) for tie in of_cup),
            )
            for cup in EUROPEAN_COMPETITIONS
            if (of_cup := [tie for tie in finals if tie.competition == cup])
        ),
    )


def honours_of_country_text(
    country: str, finals: Sequence[Tie], most: Sequence[tuple[Club, int]], words: Words
) -> str:
    """The finals that clubs of a country played, each winner before its opponent; the newest few of many."""
    name = first_upper(words.country(country))
    if not finals:
        return lines(_title(name, words), escape(words.no_final_known(words.country(country))))
    won = sum((winner := winner_of(tie)) is not None and winner.country == country for tie in finals)
    shown = finals[:MOST_SHOWN]
    return paragraphs(
        lines(
            _title(name, words),
            secret(escape(words.finals_played(won, len(finals) - won))),
            _most(words.trophies, most, words),
        ),
        *(
            lines(
                bold(words.competition(cup, of_cup[0].season)),
                *(secret(_of_country(country, tie, words)) for tie in of_cup),
            )
            for cup in EUROPEAN_COMPETITIONS
            if (of_cup := [tie for tie in shown if tie.competition == cup])
        ),
        f"ℹ️ {escape(words.last_finals(MOST_SHOWN))}" if shown != finals else "",
    )


def _of_country(country: str, tie: Tie, words: Words) -> str:
    winner = winner_of(tie) or tie.club_a
    mark = "🏆" if winner.country == country else "❌"
    clubs = pair(_of_then(winner, tie), tie.opponent_of(winner), words)
    return escape(f"{mark} {last_day(tie).year} {clubs} {_score(tie, winner, words)}")


def _most(title: str, most: Sequence[tuple[Club, int]], words: Words) -> str:
    """Real Madrid 15 · AC Milan 7."""
    if not most:
        return ""
    each = (f"{escape(headline_name(words.club(club)))} {number}" for club, number in most)
    return fitted(f"{escape(title)}:", secret(filled(each, " · ")))


def _title(name: str, words: Words) -> str:
    return f"🏆 {bold(' · '.join(filter(None, (words.honours, name))))}"


def _winner_first(tie: Tie, words: Words) -> str:
    winner = winner_of(tie) or tie.club_a
    other = _name(tie.opponent_of(winner), words)
    return f"{bold(_name(_of_then(winner, tie), words))} {escape(f'– {other} {_how(tie, winner, words)}')}"


def _seen_by(club: Club, tie: Tie, words: Words) -> str:
    mark = "🏆" if winner_of(tie) == club else "❌"
    other = _name(tie.opponent_of(club), words)
    return escape(f"{mark} {last_day(tie).year} {other} {_how(tie, club, words)}")


def _of_then(club: Club, tie: Tie) -> Club:
    """The club under the name that it bore in that season."""
    return tie.club_a if club == tie.club_a else tie.club_b


def _name(club: Club, words: Words) -> str:
    return short_name(words.club(club), LONGEST_NAME)


def _how(tie: Tie, club: Club, words: Words) -> str:
    """The score from a club's side, how it was decided, and where a single match was played."""
    place = "" if legs_of(tie).two_legged else words.city(tie.matches[-1].city)
    return " · ".join(filter(None, (_score(tie, club, words), place)))


def _score(tie: Tie, club: Club, words: Words) -> str:
    """The score from a club's side, and how it was decided."""
    legs, last = legs_of(tie), tie.matches[-1]
    total = aggregate(tie) or Score(0, 0)
    score = str(total if club == tie.club_a else total.turned)
    if legs.replays:
        score = f"{last.score_for(club)}"
    beside = ", ".join(_beside(tie, club, words))
    return f"{score} ({beside})" if beside else score


def _beside(tie: Tie, club: Club, words: Words) -> Iterator[str]:
    last = tie.matches[-1]
    if last.penalties:
        kicks = last.penalties if club == last.home else last.penalties.turned
        yield words.short_shoot_out(kicks)
    elif last.extra_time:
        yield words.short_extra_time
    decided = outcome(tie)
    if decided and decided.decided_by in _WORTH_SAYING:
        yield words.reasons[decided.decided_by]


def _spans(seasons: Sequence[Season]) -> str:
    """1995/96–2008/09, 2010/11: what follows each other in one piece."""
    spans: list[list[Season]] = []
    for season in seasons:
        if spans and season.start_year == spans[-1][-1].start_year + 1:
            spans[-1].append(season)
        else:
            spans.append([season])
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}–{span[-1]}" for span in spans)

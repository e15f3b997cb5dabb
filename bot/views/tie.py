"""How a tie looks: who goes through and why, the aggregate, then its matches, the last one first."""

from __future__ import annotations

from collections.abc import Iterator

from bot.football.model import Club, DecidedBy, Leg, Match, Outcome, RoundKind, Score, Status, Tie
from bot.football.season.club_status import CameFrom, InTie
from bot.football.ties.legs import legs_of
from bot.football.ties.tie import AsItStands, Then, aggregate
from bot.football.ties.unmarked import may_be_a_shoot_out, may_be_after_extra_time
from bot.views.answer import WIDEST, bold, escape, fitted, fold, lines, paragraphs, secret
from bot.views.match import match_block, pair
from bot.views.season_lines import footer, how_far, next_line, next_tonight, tie_heading
from bot.views.short_names import headline_name
from bot.words import Words


def tie_text(status: InTie, words: Words) -> str:
    """A tie as one of its clubs' followers wants to read it."""
    season = status.season
    city = words.city(season.final.city) if season.final and status.tie.round.kind is RoundKind.FINAL else ""
    blocks = [
        match_block(match, season.now, words, leg=leg, city=city, doubt=doubt(match, status.tie, words))
        for match, leg in _newest_first(status)
    ]
    newest, *older = blocks
    tonight = next_tonight(status.next, season, words)
    # That there is a next match tells who went through.
    ways = lines(
        _came_from(status.came_from, status, words) if status.came_from else "",
        next_line(status.next, season, words) if status.next and not tonight else "",
    )
    # What a match under way means for the tie comes first, what could still happen after it.
    live = is_live(status)
    needs = lines(*need_lines(status, words))
    only_first_leg = status.tie.matches[-1].score is None
    return paragraphs(
        lines(
            tie_heading(season, words, status.tie.round),
            tonight,
            verdict(status, words, lines("" if live else needs, ways)),
        ),
        newest,
        *(older if only_first_leg else map(fold, older)),
        secret(needs) if live else "",
        # Of a final the match itself tells when and where it is.
        how_far(season, words) if status.tie.round.kind is RoundKind.FINAL else footer(season, words),
    )


def _newest_first(status: InTie) -> Iterator[tuple[Match, Leg | None]]:
    legs = legs_of(status.tie)
    first_and_second = {id(legs.first): Leg.FIRST if legs.two_legged else None, id(legs.second): Leg.SECOND}
    for match in reversed(status.tie.matches):
        yield (
            match,
            first_and_second.get(id(match), match.leg or (Leg.REPLAY if match in legs.replays else None)),
        )


def doubt(match: Match, tie: Tie, words: Words) -> str:
    """What the score of the last match may hide, because its source marks no endings; mostly nothing."""
    if match is not legs_of(tie).last:
        return ""
    if may_be_a_shoot_out(tie):
        return words.may_be_a_shoot_out
    return words.ninety_unknown if may_be_after_extra_time(tie) else ""


def verdict(status: InTie, words: Words, more: str = "") -> str:
    """Who goes through and why, then the aggregate; of a match under way the aggregate is the condition.

    What follows from it stands behind.
    """
    decided = lines(*verdict_lines(status, words))
    total = total_line(status, words)
    if not total or is_live(status):
        return lines(total, secret(lines(decided, more)))
    return lines(secret(decided), total, secret(more))


def total_line(status: InTie, words: Words) -> str:
    """The aggregate from this club's side, always labelled."""
    if (total := total_told(status, words)) is None:
        return ""
    label, clubs, score = total
    text = f"<b>{escape(clubs)} {secret(str(score))}</b>"
    if is_live(status):
        return f"{escape(label)}: {text}"
    # The score leaves the lines as they are: where it is hidden they tell nothing.
    return f"{text} {escape(label)}" if len(f"{clubs} 0-0 {label}") <= WIDEST else lines(text, escape(label))


def total_told(status: InTie, words: Words) -> tuple[str, str, Score] | None:
    """What the aggregate is called, whose it is, and the aggregate from this club's side."""
    if not legs_of(status.tie).two_legged or may_be_a_shoot_out(status.tie):
        return None
    label, total = words.over_two_legs, aggregate(status.tie)
    if sum(match.has_result for match in status.tie.matches) == 1:
        label = words.after_one_leg
    if status.standing and is_live(status):
        label, total = words.if_it_stays_so, status.standing.aggregate
    if total is None:
        return None
    club = status.club
    clubs = pair(club, status.tie.opponent_of(club), words)
    return label, clubs, total if club == status.tie.club_a else total.turned


def conclusion(status: InTie, words: Words) -> str:
    """Who goes through and why, or would as it stands; without marks, and without what each club needs."""
    if status.outcome:
        return _decided(status, status.outcome, words)
    if status.unknown:
        return _without_results(status, words)
    return _if_it_stays(status, words)


def verdict_and_reason(status: InTie, words: Words) -> tuple[str, str]:
    """Who goes through and to where, or would as it stands, and apart from it by what."""
    if status.outcome:
        return _apart(status, status.outcome, words)
    if not status.unknown and is_live(status) and status.standing and status.standing.outcome:
        what, why = _apart(status, status.standing.outcome, words)
        return f"{_condition(status, words)}{what}", why
    return conclusion(status, words), ""


def verdict_lines(status: InTie, words: Words) -> Iterator[str]:
    """Who goes through and why, or would if a match under way ends as it stands."""
    if status.unknown:
        if status.played_on and status.played_on != status.club:
            yield bold(words.out_unknown_how(_name(status.club, words)))
        yield f"❔ {escape(_without_results(status, words))}"
    elif status.outcome is None:
        if what_follows := _if_it_stays(status, words):
            yield f"➡️ {escape(what_follows)}"
    else:
        yield bold(conclusion(status, words))


def need_lines(status: InTie, words: Words) -> Iterator[str]:
    """What each club still needs."""
    if status.outcome is None and not status.unknown and legs_of(status.tie).two_legged:
        for need in status.needs:
            need_told = words.need(_name(need.club, words), need)
            yield fitted(*escape(f"▫️ {need_told}").replace("; ", ";\n").replace(", ", ",\n").split("\n"))


def _without_results(status: InTie, words: Words) -> str:
    if status.played_on is None:
        return words.tie_outcome_unknown
    return words.played_on(_name(status.played_on, words), status.through_to)


def _if_it_stays(status: InTie, words: Words) -> str:
    """What follows if a match under way ends as it stands."""
    if status.standing is None or not is_live(status):
        return ""
    what_follows = _what_follows(status.standing, status, words)
    return f"{_condition(status, words)}{what_follows}" if what_follows else ""


def _condition(status: InTie, words: Words) -> str:
    # With two legs the line above it, the aggregate, already says so.
    return "" if legs_of(status.tie).two_legged else f"{words.if_it_stays_so}: "


def _what_follows(standing: AsItStands, status: InTie, words: Words) -> str:
    if standing.outcome:
        return _decided(status, standing.outcome, words)
    return words.follow_ups[standing.then] if standing.then and standing.then is not Then.SECOND_LEG else ""


def _decided(status: InTie, decided: Outcome, words: Words) -> str:
    why = decided.decided_by
    if status.tie.round.kind is RoundKind.FINAL:
        return fitted(*_apart(status, decided, words))
    # The round that follows is said where there is nothing else to say.
    to = None if words.reasons[why] else status.through_to
    return words.goes_through(_name(decided.winner, words), why, to)


def _apart(status: InTie, decided: Outcome, words: Words) -> tuple[str, str]:
    winner, why = _name(decided.winner, words), words.reasons[decided.decided_by]
    if status.tie.round.kind is RoundKind.FINAL:
        cup = words.competition(status.season.competition, status.season.season)
        return words.wins_final(winner, cup, DecidedBy.AGGREGATE), why
    return words.goes_through(winner, DecidedBy.AGGREGATE, status.through_to), why


def _name(club: Club, words: Words) -> str:
    return headline_name(words.club(club))


def is_live(status: InTie) -> bool:
    return any(match.status is Status.LIVE for match in status.tie.matches)


def _came_from(came: CameFrom, status: InTie, words: Words) -> str:
    cup = words.competition(came.competition, status.season.season)
    names = [words.club(club) for club in came.clubs_above]
    text = words.came_from(_name(status.club, words), cup, came.place, came.round, names)
    club, place = text.split(" (", 1)
    return fitted(f"↩️ {escape(club)}", escape(f"({place}"))

"""What must be true of a whole season: each function tells every tie, match or round that contradicts it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.football.dataset.sentences.ties import played_out
from bot.football.model import (
    Club,
    Competition,
    DrawDate,
    FinalDate,
    Match,
    Outcome,
    Round,
    RoundKind,
    Season,
    Status,
    Tie,
)
from bot.football.tables.advancing import next_round
from bot.football.ties.tie import outcome
from bot.football.ties.ties import ties_of

_CLUBS_IN = {
    RoundKind.LEAGUE: 36,
    RoundKind.LAST_64: 64,
    RoundKind.LAST_32: 32,
    RoundKind.LAST_16: 16,
    RoundKind.QUARTER_FINAL: 8,
    RoundKind.SEMI_FINAL: 4,
    RoundKind.FINAL: 2,
}


@dataclass(frozen=True, slots=True)
class WholeSeason:
    """Everything recorded of a competition's season; make it with `whole_season`."""

    competition: Competition
    season: Season
    matches: tuple[Match, ...]
    draws: tuple[DrawDate, ...]
    final: FinalDate | None
    ties: tuple[tuple[Tie, Outcome | None], ...]
    """With what the rules make of them."""
    clubs_in: Mapping[RoundKind, frozenset[Club]]
    last_played: RoundKind | None
    """The furthest round of which a result is known."""

    def is_after(self, kind: RoundKind) -> bool:
        """Whether a round after this one has been played."""
        return self.last_played is not None and _order(self.last_played) > _order(kind)

    @property
    def is_over(self) -> bool:
        """Whether its final has been won; after one leg of two it has not."""
        return any(decided is not None for tie, decided in self.ties if tie.round.kind is RoundKind.FINAL)

    def play_after(self, kind: RoundKind) -> frozenset[Club]:
        """The clubs of every round after this one."""
        later = (clubs for other, clubs in self.clubs_in.items() if _order(other) > _order(kind))
        return frozenset().union(*later)


def whole_season(
    competition: Competition,
    season: Season,
    matches: Sequence[Match],
    draws: Sequence[DrawDate] = (),
    final: FinalDate | None = None,
) -> WholeSeason:
    """Rounds of which only a name is known may be played in any way: they have no ties here and no place."""
    in_known_rounds = [match for match in matches if match.round.kind is not RoundKind.OTHER]
    clubs_in: dict[RoundKind, set[Club]] = defaultdict(set)
    for match in in_known_rounds:
        clubs_in[match.round.kind].update(match.clubs)
    played = (match.round.kind for match in in_known_rounds if match.has_result)
    return WholeSeason(
        competition,
        season,
        tuple(matches),
        tuple(draws),
        final,
        tuple((tie, outcome(tie)) for tie in ties_of(in_known_rounds)),
        {kind: frozenset(clubs) for kind, clubs in clubs_in.items()},
        max(played, key=_order, default=None),
    )


def undecided_ties(season: WholeSeason) -> Iterator[tuple[Tie, str]]:
    """Ties without a winner although every match has its result."""
    for tie, decided in season.ties:
        if decided is None and played_out(tie):
            yield (
                tie,
                f"every match has its result, and no rule tells who is through{_played_on(season, tie)}",
            )


def ties_of_unknown_outcome(season: WholeSeason) -> Iterator[tuple[Tie, str]]:
    """Ties that a season left behind: results are missing, and the final has been played."""
    for tie, decided in season.ties:
        if decided is None and season.is_over and not played_out(tie):
            yield tie, f"a result is missing{_played_on(season, tie)}"


def winners_who_do_not_play_on(season: WholeSeason) -> Iterator[tuple[Tie, str]]:
    """A winner belongs in the next round, once that is recorded whole, or in a later one after a bye."""
    for tie, decided in season.ties:
        after = next_round(tie.round, season.clubs_in)
        if decided is None or after is None or not _is_whole(season, after.kind):
            continue
        if decided.winner in season.play_after(tie.round.kind) or _met_another(season, tie, decided.winner):
            continue
        yield tie, f"{decided.winner.name} won ({decided.decided_by}), but is not in {after}"


def losers_who_return(season: WholeSeason) -> Iterator[tuple[Tie, str]]:
    for tie, decided in season.ties:
        loser = None if decided is None else tie.opponent_of(decided.winner)
        later = season.play_after(tie.round.kind)
        # In qualifying a loser has come in for a club that was banned, after it had won.
        replaced = decided is not None and tie.round.kind.is_qualifying and decided.winner in later
        if decided is not None and loser in later and not replaced:
            yield tie, f"{decided.winner.name} won ({decided.decided_by}), but the other plays on"


def finals_on_another_day(season: WholeSeason) -> Iterator[tuple[Match, str]]:
    """A final of two legs has the day of one of them."""
    finals = [
        match
        for match in season.matches
        if match.round.kind is RoundKind.FINAL and match.date and not _did_not_happen(match)
    ]
    if season.final is not None and finals and season.final.date not in {match.date for match in finals}:
        yield finals[-1], f"the final is on {season.final.date}"


def rounds_played_before_their_draw(season: WholeSeason) -> Iterator[tuple[Match, str]]:
    for draw in season.draws:
        for match in season.matches:
            drawn = any(
                round_.kind is match.round.kind and round_.label in {"", match.round.label}
                for round_ in draw.rounds
            )
            if drawn and draw.date and match.date and match.date < draw.date:
                yield match, f"the draw was on {draw.date}"


def clubs_with_two_matches_on_one_day(matches: Iterable[Match]) -> Iterator[tuple[Match, str]]:
    """In whatever competition: often one match under two names of a club."""
    first: dict[tuple[Club, date], Match] = {}
    for match in matches:
        if match.date is None or _did_not_happen(match):
            continue
        days = [(club, match.date) for club in match.clubs]
        other = next((first[day] for day in days if day in first), None)
        if other is not None:
            yield match, f"on the day of {other.competition} {other.home.name} – {other.away.name}"
        first.update(dict.fromkeys(days, match))


def _played_on(season: WholeSeason, tie: Tie) -> str:
    later = season.play_after(tie.round.kind)
    return "".join(f"; {club.name} played on" for club in tie.clubs if club in later)


def _did_not_happen(match: Match) -> bool:
    return match.status.is_void or match.status is Status.WALKOVER


def _is_whole(season: WholeSeason, kind: RoundKind) -> bool:
    """Whether every club of a round must be recorded: it is full, or a later one has been played."""
    clubs = len(season.clubs_in.get(kind, ()))
    return clubs > 0 and (season.is_after(kind) or clubs >= _CLUBS_IN.get(kind, clubs + 1))


def _met_another(season: WholeSeason, tie: Tie, club: Club) -> bool:
    """Whether a club has another tie in the same round: the preliminary round of four clubs has a final."""
    return any(
        other is not tie and other.round == tie.round and club in other.clubs for other, _ in season.ties
    )


def _order(kind: RoundKind) -> tuple[int, str]:
    return Round(kind).order

"""What must be true of a whole season: each function tells every tie, match or round that contradicts it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from bot.football.advancing import next_round
from bot.football.model import EUROPEAN_COMPETITIONS, Round, RoundKind, Status
from bot.football.sentences_of_ties import played_out
from bot.football.table_rules import rules_for
from bot.football.tie import outcome
from bot.football.ties import ties_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from bot.football.model import Club, Competition, DrawDate, FinalDate, Match, Outcome, Season, Tie

_CLUBS_IN = {
    RoundKind.LEAGUE: 36,
    RoundKind.LAST_64: 64,
    RoundKind.LAST_32: 32,
    RoundKind.LAST_16: 16,
    RoundKind.QUARTER_FINAL: 8,
    RoundKind.SEMI_FINAL: 4,
    RoundKind.FINAL: 2,
}
_DID_NOT_HAPPEN = {Status.POSTPONED, Status.ABANDONED, Status.CANCELLED, Status.WALKOVER}


@dataclass(frozen=True, slots=True)
class WholeSeason:
    """Everything recorded of a competition's season; make it with `whole_season`."""

    competition: Competition
    season: Season
    matches: tuple[Match, ...]
    draws: tuple[DrawDate, ...]
    final: FinalDate | None
    ties: tuple[tuple[Tie, Outcome | None], ...]
    """Those of rounds whose nature is known, with what the rules make of them."""
    clubs_in: Mapping[RoundKind, frozenset[Club]]
    last_played: RoundKind | None
    """The furthest round of which a result is known."""

    def is_after(self, kind: RoundKind) -> bool:
        """Whether a round after this one has been played."""
        return self.last_played is not None and _order(self.last_played) > _order(kind)

    @property
    def is_over(self) -> bool:
        return self.last_played is RoundKind.FINAL


def whole_season(
    competition: Competition,
    season: Season,
    matches: Sequence[Match],
    draws: Sequence[DrawDate] = (),
    final: FinalDate | None = None,
) -> WholeSeason:
    clubs_in: dict[RoundKind, set[Club]] = defaultdict(set)
    for match in matches:
        clubs_in[match.round.kind].update(match.clubs)
    return WholeSeason(
        competition,
        season,
        tuple(matches),
        tuple(draws),
        final,
        tuple((tie, outcome(tie)) for tie in ties_of(_in_known_rounds(matches))),
        {kind: frozenset(clubs) for kind, clubs in clubs_in.items()},
        max((match.round.kind for match in _in_known_rounds(matches) if match.has_result), key=_order, default=None),
    )


def undecided_ties(season: WholeSeason) -> Iterator[tuple[Tie, str]]:
    """Ties without a winner that were played out, or that a season left behind."""
    for tie, decided in season.ties:
        if decided is None and played_out(tie):
            yield tie, "every match has its result, and nobody is through"
        elif decided is None and season.is_over:
            yield tie, "the final has been played"


def winners_who_do_not_play_on(season: WholeSeason) -> Iterator[tuple[Tie, str]]:
    """A winner belongs in the next round, once that is recorded whole."""
    for tie, decided in season.ties:
        after = next_round(tie.round, season.clubs_in)
        if decided is None or after is None or not _is_whole(season, after.kind):
            continue
        if decided.winner in season.clubs_in[after.kind] or _met_another(season, tie, decided.winner):
            continue
        yield tie, f"{decided.winner.name} won ({decided.decided_by}), but is not in {after}"


def losers_who_return(season: WholeSeason) -> Iterator[tuple[Tie, str]]:
    for tie, decided in season.ties:
        if decided is None:
            continue
        loser = tie.opponent_of(decided.winner)
        for kind, clubs in season.clubs_in.items():
            if kind is not RoundKind.OTHER and _order(kind) > _order(tie.round.kind) and loser in clubs:
                yield tie, f"{loser.name} lost ({decided.decided_by}), but plays in {kind}"


def clubs_in_two_groups(season: WholeSeason) -> Iterator[tuple[Round, str]]:
    groups: dict[tuple[RoundKind, Club], set[Round]] = defaultdict(set)
    for match in season.matches:
        if match.round.kind.is_table and match.round.label:
            for club in match.clubs:
                groups[match.round.kind, club].add(match.round)
    for (_, club), rounds in groups.items():
        if len(rounds) > 1:
            first, *others = sorted(rounds, key=lambda round_: round_.order)
            yield first, f"{club.name} stands in {', '.join(map(str, others))} too"


def pairings_wrong_in_groups(season: WholeSeason) -> Iterator[tuple[Round, str]]:
    """Where a group has been played, two clubs met twice, or once in the UEFA Cup's groups of five."""
    for round_, matches in _tables_played(season):
        if round_.kind is RoundKind.LEAGUE or not round_.label:
            continue
        clubs = sorted({club for match in matches for club in match.clubs}, key=_by_id)
        rules = rules_for(season.competition, season.season, round_, len(clubs))
        once = rules.matches_each == len(clubs) - 1
        met = Counter(_pairing(match, once) for match in matches if match.status is not Status.ABANDONED)
        for home, away in combinations(clubs, 2) if once else permutations(clubs, 2):
            if met[home, away] != 1:
                yield round_, f"{home.name} – {away.name} stands there {_times(met[home, away])}"


def clubs_short_of_matches(season: WholeSeason) -> Iterator[tuple[Round, str]]:
    """In a league phase that has been played."""
    for round_, matches in _tables_played(season):
        if round_.kind is not RoundKind.LEAGUE:
            continue
        counted = Counter(club for match in matches for club in match.clubs)
        each = rules_for(season.competition, season.season, round_, len(counted)).matches_each
        for club in sorted(counted, key=_by_id):
            if counted[club] != each:
                yield round_, f"{club.name} has {counted[club]} matches of {each}"


def finals_on_another_day(season: WholeSeason) -> Iterator[tuple[Match, str]]:
    """A final of two legs has the day of one of them."""
    finals = [
        match
        for match in season.matches
        if match.round.kind is RoundKind.FINAL and match.date and match.status not in _DID_NOT_HAPPEN
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
    """In whatever competition: often one match under two names of a club, or on two sides of midnight."""
    first: dict[tuple[Club, date], Match] = {}
    for match in matches:
        if match.date is None or match.status in _DID_NOT_HAPPEN:
            continue
        for club in dict.fromkeys(match.clubs):
            other = first.setdefault((club, match.date), match)
            if other is not match:
                yield match, f"{club.name} plays {other.home.name} – {other.away.name} ({other.competition}) too"


def _tables_played(season: WholeSeason) -> Iterator[tuple[Round, list[Match]]]:
    """The groups and league phases of our competitions after which another round has been played."""
    tables: dict[Round, list[Match]] = defaultdict(list)
    for match in season.matches:
        if match.round.kind.is_table and season.is_after(match.round.kind):
            tables[match.round].append(match)
    return iter(tables.items() if season.competition in EUROPEAN_COMPETITIONS else ())


def _is_whole(season: WholeSeason, kind: RoundKind) -> bool:
    """Whether every club of a round must be recorded: it is full, or a later one has been played."""
    clubs = len(season.clubs_in.get(kind, ()))
    return clubs > 0 and (season.is_after(kind) or clubs >= _CLUBS_IN.get(kind, clubs + 1))


def _met_another(season: WholeSeason, tie: Tie, club: Club) -> bool:
    """Whether a club has another tie in the same round: the preliminary round of four clubs has a final."""
    return any(other is not tie and other.round == tie.round and club in other.clubs for other, _ in season.ties)


def _in_known_rounds(matches: Iterable[Match]) -> list[Match]:
    """Without rounds of which only a name is known: they may be played in any way."""
    return [match for match in matches if match.round.kind is not RoundKind.OTHER]


def _pairing(match: Match, once: bool) -> tuple[Club, Club]:  # noqa: FBT001 - passed on from the regulations
    home, away = sorted(match.clubs, key=_by_id) if once else match.clubs
    return (home, away)


def _times(count: int) -> str:
    return "not at all" if count == 0 else f"{count} times"


def _by_id(club: Club) -> str:
    return club.id


def _order(kind: RoundKind) -> tuple[int, str]:
    return Round(kind).order

"""How a match night looks at a glance: every match with its score, who goes through, who scored."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from bot.football.events.observations import Observation
from bot.football.model import Club, Competition, Match, Round, Status
from bot.football.season.as_of import result_unknown
from bot.football.season.evening import Section, most_important_first
from bot.football.season.season_as_of import SeasonAsOf
from bot.views.answer import HIDDEN, bold, escape, fitted, lines, pages, paragraphs, secret
from bot.views.evening_match import evening_match
from bot.views.goals import scorer_lines
from bot.views.season_lines import heading, how_far
from bot.words import Words, first_upper

MOST_PAGES = 2


def evening_text(  # noqa: PLR0913, PLR0917 - everything that an evening shows
    day: date,
    sections: Sequence[Section],
    now: datetime,
    words: Words,
    followed: frozenset[str],
    observations: Mapping[tuple[Club, Club], Observation] = MappingProxyType({}),
    most_pages: int = MOST_PAGES,
    *,
    title: str = "",
    story: str = "",
) -> str:
    """The evening in two messages at most: what doesn't fit are the scorers of the matches that matter less.

    Only an evening that is too long without any scorers loses its last matches, and says how many. What is
    seen of matches under way is told by their home and away clubs. The title is the day, the story what ends
    it, both as HTML.
    """
    title = title or f"📅 {bold(first_upper(words.full_day(day)))}"
    blocks = {
        id(match): evening_match(match, section.season, words, observations.get(match.clubs))
        for section in sections
        for match in section.matches
    }
    scorers = {
        id(match): secret(lines(*scorer_lines(match, words)))
        for section in sections
        for match in section.matches
    }
    first = [id(match) for match in most_important_first(sections, followed)]

    def text(shown: int, with_scorers: int) -> str:
        some = {match: scorers[match] for match in first[:with_scorers]}
        texts = {match: lines(blocks[match], some.get(match, "")) for match in first[:shown]}
        left_out = any(scorers[match] for match in first[with_scorers:shown])
        notes = (
            words.matches_left_out(len(first) - shown) if shown < len(first) else "",
            words.scorers_left_out if left_out else "",
        )
        return paragraphs(_evening(title, sections, texts, notes, now, words), story)

    def fits(text: str) -> bool:
        return len(pages(HIDDEN.of(text))) <= most_pages

    most = len(first)
    if fits(whole := text(most, most)):
        return whole
    if fits(text(most, 0)):
        return text(most, _most(most, lambda number: fits(text(most, number))))
    return text(_most(most, lambda number: fits(text(number, 0))), 0)


def _most(most: int, fits: Callable[[int], bool]) -> int:
    """The highest number that fits, where fewer always do."""
    return bisect_right(range(most + 1), 0, key=lambda number: not fits(number)) - 1


@dataclass(frozen=True, slots=True)
class MatchEvening:
    """A day with matches, and the competitions played on it."""

    day: date
    seasons: tuple[SeasonAsOf, ...]


def no_evening_text(  # noqa: PLR0913, PLR0917 - everything that there is none of
    day: date | None,
    before: MatchEvening | None,
    after: MatchEvening | None,
    clubs: Sequence[Club],
    only: Competition | None,
    words: Words,
    *,
    is_whole: bool,
) -> str:
    """That no match is known of a day, or of tonight, with the evenings around it; perhaps of these clubs."""
    seasons = [season for evening in (before, after) if evening for season in evening.seasons]
    # Only who knows what comes next, and lacks nothing, knows that there is nothing.
    is_certain = is_whole and after is not None and all(season.known_until is None for season in seasons)
    tonight = words.nothing_tonight if is_certain else words.no_matches_tonight
    nothing = words.no_matches_that_evening(day) if day else tonight
    around = after or before
    if only and around:
        nothing = words.no_match_in(words.competition(only, around.seasons[0].season), day)
    if clubs:
        nothing = words.no_match_of_clubs([words.club(club) for club in clubs], day)
    return paragraphs(
        escape(nothing),
        lines(
            _around("⏭", words.next_evening(after.day, _cups(after, words))) if after else "",
            _around("⏮", words.previous_evening(before.day, _cups(before, words))) if before else "",
        ),
    )


def evenings_text(
    first: date, last: date, found: Sequence[MatchEvening], clubs: Sequence[Club], words: Words
) -> str:
    """The evenings of a week or a month, each with its competitions; perhaps those of these clubs."""
    names = [words.club(club) for club in clubs]
    title = f"📅 {bold(words.evenings_between(first, last, names))}"
    each = (
        f"{escape(words.weekday_and_day(evening.day))}: {escape(words.clubs_together(_cups(evening, words)))}"
        for evening in found
    )
    return paragraphs(title, lines(*each) if found else escape(words.no_evenings_between))


def _cups(evening: MatchEvening, words: Words) -> list[str]:
    return [words.competition(season.competition, season.season) for season in evening.seasons]


def _around(mark: str, text: str) -> str:
    evening, competitions = text.split(" (", 1)
    return fitted(f"{mark} {escape(evening)}", escape(f"({competitions}"))


def _evening(  # noqa: PLR0913, PLR0917 - everything that an evening shows
    title: str,
    sections: Sequence[Section],
    texts: dict[int, str],
    notes: Collection[str],
    now: datetime,
    words: Words,
) -> str:
    matches = [match for section in sections for match in section.matches]
    live = any(match.status is Status.LIVE for match in matches)
    return paragraphs(
        lines(
            title,
            escape(words.evening_scores_at(now)) if live else "",
        ),
        *(block for section in sections for block in _section(section, texts, words)),
        lines(*(f"ℹ️ {escape(note)}" for note in (*notes, *_unknown(matches, words)) if note)),
        lines(*dict.fromkeys(_how_far(sections, words))),
    )


def _section(section: Section, texts: dict[int, str], words: Words) -> Iterator[str]:
    """The heading stands with its first match, so that no message ends with a heading."""
    shown = [texts[id(match)] for match in section.matches if id(match) in texts]
    if not shown:
        return
    round_ = section.matches[0].round
    one_round = len({match.round for match in section.matches}) == 1
    above = heading(section.season, words, round_ if one_round else Round(section.kind))
    ended = [match for match in section.matches if match.has_result]
    # Matches without a goal stand as all others do whose scorers are known.
    spaced = bool(ended) and all(match.scorers_known for match in ended)
    if not spaced and not any("\n" in text for text in shown):
        yield lines(above, *shown)
        return
    yield lines(above, shown[0])
    yield from shown[1:]


def _unknown(matches: Sequence[Match], words: Words) -> Iterator[str]:
    with_scorers = [match for match in matches if match.has_result and not match.status.is_by_verdict]
    if any(not match.scorers_known for match in with_scorers):
        with_goals = any(match.goals for match in matches)
        yield words.scorers_not_all_known if with_goals else first_upper(words.scorers_unknown)


def _how_far(sections: Sequence[Section], words: Words) -> Iterator[str]:
    for section in sections:
        if any(result_unknown(match, section.season.now) for match in section.matches):
            yield how_far(section.season, words)

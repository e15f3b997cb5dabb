"""English: every sentence as a football editor would print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.football.model import DecidedBy, Goal, GoalKind, Leg, Round, RoundKind, Score, Status
from bot.football.needs import NeedKind, Verdict
from bot.football.tie import Then
from bot.words.calendar import amsterdam_clock, written_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from bot.football.model import Club, Competition, Season
    from bot.football.needs import Band, Needs
    from bot.football.standing import Standing

_ROUNDS = {
    RoundKind.PRELIMINARY: "preliminary round",
    RoundKind.QUALIFYING_1: "first qualifying round",
    RoundKind.QUALIFYING_2: "second qualifying round",
    RoundKind.QUALIFYING_3: "third qualifying round",
    RoundKind.PLAY_OFF: "play-offs",
    RoundKind.FIRST: "first round",
    RoundKind.SECOND: "second round",
    RoundKind.THIRD: "third round",
    RoundKind.GROUP: "group stage",
    RoundKind.SECOND_GROUP: "second group stage",
    RoundKind.LEAGUE: "league phase",
    RoundKind.KNOCKOUT_PLAY_OFF: "knockout play-offs",
    RoundKind.LAST_64: "round of 64",
    RoundKind.LAST_32: "round of 32",
    RoundKind.LAST_16: "round of 16",
    RoundKind.QUARTER_FINAL: "quarter-finals",
    RoundKind.SEMI_FINAL: "semi-finals",
    RoundKind.FINAL: "final",
}
_WHY = {
    DecidedBy.AGGREGATE: "",
    DecidedBy.AWAY_GOALS: "on away goals",
    DecidedBy.EXTRA_TIME: "after extra time",
    DecidedBy.PENALTIES: "on penalties",
    DecidedBy.REPLAY: "after a replay",
    DecidedBy.COIN_TOSS: "on the toss of a coin",
    DecidedBy.WALKOVER: "by walkover",
    DecidedBy.AWARD: "by UEFA's decision",
}
_LEGS = {Leg.FIRST: "first leg", Leg.SECOND: "second leg", Leg.REPLAY: "replay"}
_STATUS = {
    Status.SCHEDULED: "still to be played",
    Status.LIVE: "under way",
    Status.PLAYED: "played",
    Status.POSTPONED: "postponed",
    Status.ABANDONED: "abandoned",
    Status.AWARDED: "awarded",
    Status.WALKOVER: "walkover",
    Status.CANCELLED: "not played",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth")
_COMMANDS = {
    "uitslag": "a club's result, and who goes through",
    "loting": "when the draws are, and where the final is",
    "help": "what you can ask me",
    "start": "how it works",
}


class English:
    """The sentences of the English language."""

    code = "en"

    # Names

    def club(self, club: Club, /) -> str:
        return club.name

    def competition(self, competition: Competition, season: Season, /) -> str:
        match competition.code:
            case "CL":
                return "Champions League" if season.start_year >= 1992 else "European Cup"
            case "EL":
                return "Europa League" if season.start_year >= 2009 else "UEFA Cup"
            case "ECL":
                return "Conference League"
            case "CWC":
                return "Cup Winners' Cup"
        return competition.code

    def round(self, round_: Round, /) -> str:
        if round_.kind is RoundKind.OTHER:
            return round_.label
        name = _ROUNDS[round_.kind]
        if not round_.label or round_.label.isdigit():
            return name
        if round_.kind is RoundKind.SECOND_GROUP:
            return f"{name}, group {round_.label}"
        return f"group {round_.label}"

    def to_round(self, round_: Round, /) -> str:
        return f"to the {_ROUNDS.get(round_.kind, round_.label)}"

    def city(self, city: str, /) -> str:
        return city

    def clubs_together(self, names: Sequence[str], /) -> str:
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    # Days and times

    def weekday_and_day(self, day: date, /) -> str:
        return written_day(day, "EEE d MMMM", "en_GB")

    def full_day(self, day: date, /) -> str:
        return written_day(day, "EEEE d MMMM y", "en_GB")

    def day(self, day: date, /) -> str:
        return written_day(day, "d MMMM y", "en_GB")

    def clock(self, moment: datetime, /) -> str:
        return f"{amsterdam_clock(moment, ':')} Amsterdam time"

    # A match

    def half_time(self, score: Score, /) -> str:
        return f"half-time {score}"

    def after_extra_time(self, ninety: Score | None, half: Score | None, /) -> str:
        parts = [f"{ninety} after 90 minutes" if ninety else "", self.half_time(half) if half else ""]
        known = ", ".join(filter(None, parts))
        return f"after extra time ({known})" if known else "after extra time"

    def shoot_out(self, winner: str, score: Score, /) -> str:
        most, least = max(score.home, score.away), min(score.home, score.away)
        return f"{winner} win {most}-{least} on penalties"

    def leg(self, leg: Leg | None, /) -> str:
        return _LEGS[leg] if leg else ""

    def goal_kind(self, goal: Goal, /) -> str:
        match goal.kind:
            case GoalKind.PENALTY:
                return "(pen.)"
            case GoalKind.OWN_GOAL:
                return "(o.g.)"
            case GoalKind.OPEN_PLAY:
                return ""

    def status(self, status: Status, /) -> str:
        return _STATUS[status]

    def scorers_unknown(self) -> str:
        return "scorers unknown"

    def scorers_partly_unknown(self) -> str:
        return "not all scorers known"

    def scorer_unknown(self) -> str:
        return "scorer unknown"

    def result_unknown(self) -> str:
        return "result unknown"

    def date_unknown(self) -> str:
        return "date unknown"

    def derived_goalless(self) -> str:
        return "0-0 concluded: the source lists only matches with goals"

    def under_way(self, now: datetime, /) -> str:
        return f"under way, score at {self.clock(now)}"

    def under_way_score_unknown(self) -> str:
        return "under way, score unknown"

    def neutral_ground(self, venue: str, /) -> str:
        return f"neutral ground: {venue}" if venue else "neutral ground"

    # A tie

    def over_two_legs(self) -> str:
        return "On aggregate"

    def after_one_leg(self) -> str:
        return "After one leg"

    def if_it_stays_so(self) -> str:
        return "As it stands"

    def goes_through(self, club: str, why: DecidedBy, to: Round | None, /) -> str:
        where = self.to_round(to) if to else ""
        return " ".join(filter(None, (club, "through", where, _WHY[why])))

    def is_out(self, club: str, why: DecidedBy, /) -> str:
        return " ".join(filter(None, (club, "out", _WHY[why])))

    def wins_final(self, club: str, competition: str, why: DecidedBy, /) -> str:
        return " ".join(filter(None, (club, "win", f"the {competition}", _WHY[why])))

    def then(self, then: Then, /) -> str:
        match then:
            case Then.EXTRA_TIME:
                return "extra time"
            case Then.PENALTIES:
                return "penalties"
            case Then.REPLAY:
                return "a replay"
            case Then.SECOND_LEG:
                return "the second leg"

    def need(self, club: str, needs: Needs, /) -> str:
        by = abs(needs.margin)
        match needs.kind:
            case NeedKind.MAY_LOSE:
                enough = f"{club} can afford to lose by {_goals(by)}"
            case NeedKind.LEVEL:
                enough = f"{club} need no more than level scores"
            case NeedKind.WIN:
                enough = f"{club} must win"
            case NeedKind.WIN_BY:
                enough = f"{club} must win by {_goals(by)}"
        worth_saying = [band for band in needs.bands if band.verdict is not Verdict.OUT]
        return "; ".join((enough, *(self._band(needs, band) for band in worth_saying)))

    def _band(self, needs: Needs, band: Band) -> str:
        short_by = needs.margin - 1
        if band.highest is None and len(needs.bands) == 1:
            if short_by == 0:
                scores = "level scores"
            else:
                scores = f"a {'win' if short_by > 0 else 'defeat'} by {_goals(abs(short_by))}"
        elif band.highest is None:
            scores = f"{band.lowest} or higher"
        elif band.highest == band.lowest:
            scores = str(band.lowest)
        elif band.highest == band.lowest + Score(1, 1):
            scores = f"{band.lowest} or {band.highest}"
        else:
            scores = f"{band.lowest} up to {band.highest}"
        match band.verdict:
            case Verdict.THROUGH:
                return f"through with {scores} too"
            case Verdict.OUT:
                return f"out with {scores}"
            case Verdict.LEVEL:
                return f"{self.then(needs.then)} with {scores}"

    def tie_outcome_unknown(self) -> str:
        return "Who went through is not known to me."

    def played_on(self, club: str, to: Round | None, /) -> str:
        where = f" {self.to_round(to)}" if to else ""
        return f"{club} went through{where}; the result is not known to me."

    def came_from(self, competition: str, place: int, group: Round, ahead: Sequence[str], /) -> str:
        where = self.round(group) if group.label and not group.label.isdigit() else "the group"
        behind = f" behind {self.clubs_together(ahead)}" if ahead else ""
        return f"Came from the {competition}: {_ORDINALS[place]} in {where}{behind}"

    def next_match(self) -> str:
        return "Next match"

    # A table

    def place(self, standing: Standing, club: str, /) -> str:
        matches = "match" if standing.played == 1 else "matches"
        points = "point" if standing.points == 1 else "points"
        rank = f"level in place {standing.place}" if standing.shared else f"in place {standing.place}"
        return f"{club} {rank}, {standing.points} {points} from {standing.played} {matches}"

    def advances(self, club: str, to: Round, /) -> str:
        return f"{club} through {self.to_round(to)}"

    def drops_to(self, club: str, competition: str, /) -> str:
        return f"{club} go on in the {competition}"

    def out_in_table(self, club: str, round_: Round, /) -> str:
        return f"{club} out in the {_ROUNDS[round_.kind]}"

    # Draws and finals

    def draw(self, rounds: Sequence[Round], /) -> str:
        return f"Draw of the {self.clubs_together([self.round(one) for one in rounds])}"

    def draw_expected(self) -> str:
        return "expected, not yet confirmed"

    def draw_date_unknown(self) -> str:
        return "date not yet known"

    def final(self) -> str:
        return "Final"

    def no_more_draws(self, competition: str, /) -> str:
        return f"There is no more draw in the {competition} this season."

    def no_draws_known(self, competition: str, /) -> str:
        return f"I know of no draw to come in the {competition}."

    # What isn't known

    def known_until(self, competition: str, day: date, /) -> str:
        return f"{competition} up to date until {self.day(day)}"

    def latest_season_here(self) -> str:
        return "The most recent season of this club in my results"

    def takes_part(self, club: str, competition: str, /) -> str:
        return f"{club} play in the {competition} this season; I have no matches of it yet."

    # Finding

    def which_club(self) -> str:
        return "Did you mean …?"

    def no_club(self, asked: str, /) -> str:
        return f"No club found for ‘{asked}’."

    def not_here(self, name: str, /) -> str:
        return f"{name} is not in my results."

    def no_club_help(self) -> str:
        return "Try the name of the club, for example:"

    def ask_for_club(self) -> str:
        return "Which club's result do you want to know? For example:"

    def first_men_team(self, club: str, /) -> str:
        return f"I only know the men's first team of {club}."

    def not_in_season(self, club: str, season: Season, /) -> str:
        return f"{club} have no European matches of {season} in my results."

    def not_in_competition(self, club: str, competition: str, /) -> str:
        return f"{club} have no matches in the {competition} in my results."

    def nothing_known_then(self, club: str, day: date, /) -> str:
        return f"On {self.day(day)} I know of no European matches of {club} yet."

    def never_met(self, one: str, other: str, /) -> str:
        return f"{one} and {other} have not met in my results."

    def no_such_day(self, text: str, /) -> str:
        return f"‘{text}’ is not a date. Write for example 22-02-2018."

    def no_such_season(self, text: str, /) -> str:
        return f"‘{text}’ is not a season. Write for example 2017/18."

    def asked_too_long(self) -> str:
        return "That is a lot of text. Name one club, for example:"

    # Buttons

    def button_tie(self, round_: Round, opponent: str, /) -> str:
        return f"{_first_upper(self.round(round_))}: {opponent}"

    def button_season(self, season: Season, /) -> str:
        return f"Season {season}"

    def button_whole_way(self, season: Season, /) -> str:
        return f"Whole season {season}"

    def button_expired(self) -> str:
        return "This button no longer works. Ask your question again."

    # The bot itself

    def command(self, names: Sequence[str], /) -> str:
        return names[min(1, len(names) - 1)]

    def command_help(self, command: str, /) -> str:
        return _COMMANDS[command]

    def welcome(self) -> str:
        return "I know how things stand in European club football: results, who goes through, who scored."

    def for_example(self) -> str:
        return "For example:"

    def more_help(self) -> str:
        return "More examples: /help"

    def help_title(self) -> str:
        return "You can ask me this"

    def help_questions(self) -> Sequence[tuple[str, str]]:
        return (
            ("/result Arsenal", "last tie, or place in the table"),
            ("/result Arsenal 2017/18", "the whole season"),
            ("/result Arsenal - Milan", "their latest meeting"),
            ("/result Arsenal 22-02-2018", "as known that night"),
            ("/draw Europa League", "draws and final"),
        )

    def help_sources(self) -> str:
        return "Results: openfootball (CC0); goals: schochastics/football-data (ODC-BY 1.0)."

    def trouble(self) -> str:
        return "Something went wrong here. Try again in a while."

    def console_greeting(self) -> str:
        return "Uitslagbot. Type a question, for example /uitslag Arsenal 2017/18 (stop: Ctrl-D)."

    def console_no_such_button(self, buttons: int, /) -> str:
        return f"There are {buttons} buttons: type the number of one of them."

    def console_photo(self) -> str:
        return "[photo]"

    def console_user(self) -> str:
        return "You"

    def no_such_command(self) -> str:
        return "I don't know that command. See /help for what I do."

    def console_goodbye(self) -> str:
        return "Until the next match."


def _goals(number: int) -> str:
    written = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{written} {'goal' if number == 1 else 'goals'}"


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]

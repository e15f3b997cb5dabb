"""English: every sentence as a football editor would print it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.football.events.alerting import AlertKind, QuietHours
from bot.football.events.observations import Phase
from bot.football.model import (
    Club,
    Competition,
    DecidedBy,
    Goal,
    GoalKind,
    Leg,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.football.players.top_scorers import Coverage
from bot.football.season.season_as_of import SeasonAsOf
from bot.football.story.story import Chapter, Through
from bot.football.tables.standing import Standing
from bot.football.ties.needs import Band, NeedKind, Needs, Verdict
from bot.football.ties.tie import Then
from bot.words import en_story
from bot.words.calendar import amsterdam_clock, written_day, written_number
from bot.words.en_story_parts import ordinal

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
_PHASES = {
    Phase.FIRST_HALF: "first half",
    Phase.HALF_TIME: "half-time",
    Phase.SECOND_HALF: "second half",
    Phase.NINETY_OVER: "end of normal time",
    Phase.EXTRA_TIME: "extra time",
    Phase.SHOOT_OUT: "penalties",
}
_ALERTS = {
    AlertKind.KICK_OFFS: "kick-off",
    AlertKind.GOALS: "goals",
    AlertKind.RED_CARDS: "red cards",
    AlertKind.BREAKS: "half-time and extra time",
    AlertKind.ENDS: "results",
    AlertKind.DRAWS: "draws",
    AlertKind.STORY: "the story of the night",
}
_COMMANDS = {
    "uitslag": "a club's result, and who goes through",
    "avond": "all matches of tonight, or of another evening",
    "programma": "a club's matches to come",
    "stand": "the table of a group or league phase",
    "schema": "the knockout rounds, one by one",
    "loting": "when the draws are, and where the final is",
    "topscorers": "who scored most, in a competition or for a club",
    "speler": "the European goals of a player",
    "records": "biggest wins, hat-tricks, fastest goals",
    "volg": "follow a club",
    "ontvolg": "unfollow a club",
    "volgend": "the clubs this chat follows",
    "instellingen": "language, hidden results, sound",
    "privacy": "what I keep",
    "vergeet": "delete everything about this chat",
    "invoer": "enter a result or a goal (for the owner)",
    "help": "what you can ask me",
    "start": "how it works",
}
_EXAMPLES = {
    "/uitslag": "/result",
    "/programma": "/fixtures",
    "/stand": "/table",
    "/schema": "/bracket",
    "/volg": "/follow",
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
        return "(result concluded)"

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
                enough = f"{club} need only a draw"
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
                scores = "a draw"
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
                return f"{scores} is enough too"
            case Verdict.OUT:
                return f"out with {scores}"
            case Verdict.LEVEL:
                return f"{scores} means {self.then(needs.then)}"

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
        rank = f"joint {ordinal(standing.place)}" if standing.shared else ordinal(standing.place)
        return f"{club} {rank}, {standing.points} {points} from {standing.played} {matches}"

    def points_as_known(self, standing: Standing, club: str, /) -> str:
        matches = "match" if standing.played == 1 else "matches"
        points = "point" if standing.points == 1 else "points"
        return f"As far as known: {club} {standing.points} {points} from {standing.played} {matches}"

    def on_day(self, day: date, told: str, /) -> str:
        return f"On {written_day(day, 'd MMMM', 'en_GB')}: {told}"

    def earlier_unknown(self, matches: int, /) -> str:
        return f"The results of {matches} earlier {'match' if matches == 1 else 'matches'} are unknown too."

    def on_penalties(self, score: Score, /) -> str:
        return f"{score} on penalties"

    def on_the_pitch(self) -> str:
        return "On the pitch:"

    def out_unknown_how(self, club: str, /) -> str:
        return f"{club} out"

    def not_met_in(self, one: str, other: str, season: Season, /) -> str:
        return f"{one} and {other} did not meet in {season} in my results. They did in:"

    def not_in_competition_then(self, club: str, competition: str, season: Season, /) -> str:
        return f"{club} did not play in the {competition} in {season}, but in:"

    def seasons_missing(self, season: Season, competitions: Sequence[str], /) -> str:
        names = self.clubs_together([f"the {name}" for name in competitions])
        return f"Missing of {season} in my results: {names}."

    def final_was(self, club: str, competition: str, /) -> str:
        return f"{club} won the {competition}"

    def no_such_competition(self, text: str, /) -> str:
        return f"‘{text}’ is not a European competition. Write for example /draw Europa League."

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

    def no_draws_known_in(self, season: Season, /) -> str:
        return f"I know of no draws in the season {season}."

    def final(self) -> str:
        return "Final"

    def no_more_draws(self, competition: str, /) -> str:
        return f"There is no more draw in the {competition} this season."

    def no_draws_known(self, competition: str, /) -> str:
        return f"I know of no draw to come in the {competition}."

    # What was drawn

    def draw_held(self, round_: Round, day: date | None, /) -> str:
        drawn = f"Draw of the {self.round(round_)}"
        return f"{drawn}, held on {self.full_day(day)}" if day else drawn

    # A match night, fixtures, tables and brackets

    def one_of(self, names: Sequence[str], /) -> str:
        return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    def evening_scores_at(self, now: datetime, /) -> str:
        return f"Scores at {self.clock(now)}"

    def total_over_two_legs(self, total: Score, /) -> str:
        return f"{total} on aggregate"

    def shoot_out_score(self, score: Score, /) -> str:
        return f"{score} on penalties"

    def lead_after_one_leg(self, club: str, total: Score, /) -> str:
        return f"{club} lead {total} after one leg" if club else f"{total} after one leg"

    def decided(self, why: DecidedBy, /) -> str:
        return _WHY[why]

    def no_matches_tonight(self) -> str:
        return "I know of no European matches tonight."

    def no_matches_that_evening(self, day: date, /) -> str:
        return f"I know of no European matches on {self.full_day(day)}."

    def next_evening(self, day: date, competitions: Sequence[str], /) -> str:
        return f"Next match night: {self.full_day(day)} ({self.clubs_together(competitions)})"

    def previous_evening(self, day: date, competitions: Sequence[str], /) -> str:
        return f"Previous match night: {self.full_day(day)} ({self.clubs_together(competitions)})"

    def scorers_left_out(self) -> str:
        return "So many matches: the scorers are not given for all of them."

    def scorers_not_all_known(self) -> str:
        return "I don't know (all) the scorers of every match."

    def matches_left_out(self, number: int, /) -> str:
        return f"Not shown: {number} more {'match' if number == 1 else 'matches'}."

    def fixtures_of(self, clubs: Sequence[str], /) -> str:
        return f"Fixtures: {' – '.join(clubs)}"

    def no_fixtures(self, clubs: Sequence[str], /) -> str:
        return f"I know of no European matches to come of {' – '.join(clubs)}."

    def last_match(self) -> str:
        return "Last match"

    def ask_for_fixtures(self) -> str:
        return "Which club's fixtures do you want to know? For example:"

    def table_columns(self) -> tuple[str, str, str]:
        return ("P", "GD", "Pts")

    def place_goes_on(self, places: str, to: Round, /) -> str:
        return f"{places} {self.to_round(to)}"

    def place_drops(self, places: str, competition: str, /) -> str:
        return f"{places} to the {competition}"

    def place_depends(self, places: str, /) -> str:
        return f"{places} only the best through"

    def place_is_out(self, places: str, /) -> str:
        return f"{places} out"

    def two_points_for_a_win(self) -> str:
        return "Two points for a win."

    def live_not_counted(self) -> str:
        return "Matches under way do not count yet."

    def matches_to_play(self, number: int, /) -> str:
        return f"{number} {'match' if number == 1 else 'matches'} still to be played."

    def results_missing(self, number: int, /) -> str:
        return f"I don't know the result of {number} {'match' if number == 1 else 'matches'}."

    def no_table(self, competition: str, season: Season, /) -> str:
        return f"I know of no table of the {competition} {season}."

    def no_table_of_club(self, club: str, season: Season | None, /) -> str:
        return f"I know of no group or league phase with {club}{f' in {season}' if season else ''}."

    def no_such_group(self, letter: str, competition: str, season: Season, /) -> str:
        return f"I know of no group {letter} in the {competition} {season}."

    def group_letters_unknown(self) -> str:
        return "I don't know which letter each group had."

    def which_group(self) -> str:
        return "Those are too many groups for one answer. Name a club or a group, for example:"

    def no_knockout(self, competition: str, season: Season, /) -> str:
        return f"No ties of the knockout phase of the {competition} {season} are known yet."

    def no_knockout_of_club(self, club: str, season: Season | None, /) -> str:
        return f"I know of no knockout ties of {club}{f' in {season}' if season else ''}."

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

    # Buttons under a result

    def button_leg(self, leg: Leg, /) -> str:
        return _first_upper(self.leg(leg))

    def button_both_legs(self) -> str:
        return "← Both legs"

    def button_table(self) -> str:
        return "Table"

    def button_back_to_evening(self, day: date, /) -> str:
        return f"← {self.weekday_and_day(day)}"

    def button_back_to_result(self) -> str:
        return "← Result"

    def button_share(self) -> str:
        return "Share"

    # Inline mode

    def last_matches_of(self, club: str, /) -> str:
        return f"Last matches of {club}"

    # Examples

    def example(self, example: str, /) -> str:
        command, space, asked = example.partition(" ")
        return f"{_EXAMPLES.get(command, command)}{space}{asked.replace('groep', 'group')}"

    # What a chat follows, its settings, its privacy

    def tonight(self) -> str:
        return "Tonight"

    def only_in_a_chat(self) -> str:
        return "That only works in a chat with me."

    def follow_which(self) -> str:
        return "Which club do you want to follow? For example:"

    def followed(self, club: str, /) -> str:
        return f"This chat now follows {club}."

    def already_followed(self, club: str, /) -> str:
        return f"This chat already follows {club}."

    def too_many_followed(self, most: int, /) -> str:
        return f"A chat can follow {most} clubs at most. Let go of one with /unfollow."

    def unfollowed(self, club: str, /) -> str:
        return f"This chat no longer follows {club}."

    def not_followed(self, club: str, /) -> str:
        return f"This chat did not follow {club}."

    def follows(self) -> str:
        return "This chat follows"

    def follows_nothing(self) -> str:
        return "This chat follows no club yet. Follow one, for example:"

    def button_unfollow(self, club: str, /) -> str:
        return f"Unfollow {club}"

    def preferences_title(self) -> str:
        return "Settings of this chat"

    def preference_language(self, language: str | None, /) -> str:
        chosen = {"nl": "Dutch", "en": "English"}.get(language or "", "that of whoever asks")
        return f"Language: {chosen}"

    def preference_spoiler(self, on: bool, /) -> str:
        return f"Results: {'hidden until you tap' if on else 'visible at once'}"

    def preference_silent(self, on: bool, /) -> str:
        return f"Messages: {'without sound' if on else 'with sound'}"

    def preference_admins_follow(self, on: bool, /) -> str:
        return f"Following clubs: {'administrators only' if on else 'everybody in the group'}"

    def button_language_of_asker(self) -> str:
        return "Of the asker"

    def button_spoiler(self, on: bool, /) -> str:
        return "Hide results" if on else "Show results at once"

    def button_silent(self, on: bool, /) -> str:
        return "Without sound" if on else "With sound"

    def button_admins_follow(self, on: bool, /) -> str:
        return "Let only administrators follow" if on else "Let everybody follow"

    def for_administrators(self) -> str:
        return "Only this group's administrators can do that."

    def quiet_please(self) -> str:
        return "That is a lot of questions in a short time. I will answer again in a minute."

    def privacy_title(self) -> str:
        return "What I keep"

    def privacy(self) -> str:
        return (
            "For each chat: the clubs it follows, its settings, "
            "and in which topic and language I send alerts; "
            "for two days which message I answered and what I told. "
            "A question, and who asked it, only until I have answered; "
            "apart from that no names and no texts. "
            "When I am removed from a group I forget it after thirty days."
        )

    def nothing_stored(self) -> str:
        return "I have kept nothing about this chat."

    def stored_since(self, day: date, /) -> str:
        return f"I have known this chat since {self.day(day)}."

    def stored_clubs(self, clubs: str, /) -> str:
        return f"Followed: {clubs}."

    def stored_answers(self, answers: int, /) -> str:
        return f"Answers remembered: {answers}."

    def stored_alerts(self, alerts: int, /) -> str:
        return f"Alerts of the last days: {alerts}."

    def how_to_forget(self) -> str:
        return "Delete everything: /forget"

    def forget_sure(self) -> str:
        return "Delete everything about this chat: the clubs it follows and its settings?"

    def button_forget(self) -> str:
        return "Yes, forget this chat"

    def forgotten(self) -> str:
        return "Everything about this chat has been deleted."

    # What is told without being asked

    def kicked_off(self) -> str:
        return "Kick-off"

    def goal_disallowed(self) -> str:
        return "No goal after all"

    def score_again(self, score: Score, /) -> str:
        return f"{score} again"

    def phase(self, phase: Phase, /) -> str:
        return _PHASES[phase]

    def phase_began(self, phase: Phase, /) -> str:
        return _first_upper(_PHASES[phase])

    def kick_taken(self, who: str, scored: bool, score: Score, /) -> str:
        return f"{who} {'scores' if scored else 'misses'}: {score} in the shoot-out"

    def result_corrected(self) -> str:
        return "Result changed"

    def result_was(self, before: Score, /) -> str:
        return f"(was {before})"

    def kick_off_moved(self) -> str:
        return "Kick-off moved"

    def sources_disagree(self) -> str:
        return "Two sources disagree"

    def alerts_title(self) -> str:
        return "Alerts in this chat"

    def alert_kind(self, kind: AlertKind, /) -> str:
        return _ALERTS[kind]

    def alerts_told(self, kinds: Sequence[str], /) -> str:
        return f"I tell you of {self.clubs_together(kinds)}." if kinds else "I tell you of nothing."

    def alerts_delay(self, seconds: int, /) -> str:
        return f"Delay: {f'{seconds} seconds' if seconds else 'none'}"

    def alerts_quiet(self, hours: QuietHours | None, /) -> str:
        return f"Quiet hours: {f'{hours.begin}:00 to {hours.end}:00' if hours else 'none'}"

    def alerts_live(self, on: bool, /) -> str:
        return f"Live message on match nights: {'on' if on else 'off'}"

    def alerts_need_clubs(self) -> str:
        return "Alerts are about the clubs that this chat follows. Follow one with /follow Ajax."

    def button_alerts(self) -> str:
        return "Alerts"

    def button_delay(self, seconds: int, /) -> str:
        return f"{seconds} s" if seconds else "At once"

    def button_quiet(self, hours: QuietHours | None, /) -> str:
        return f"Quiet {hours.begin}–{hours.end}" if hours else "Never quiet"

    def button_live(self) -> str:
        return "Live message on match nights"

    def button_back(self) -> str:
        return "Back"

    def whole_evening_here(self) -> str:
        return "I keep up with the whole evening here, in one message."

    def no_live_source(self) -> str:
        return "No live scores reach me, so I can't keep up with the evening."

    def followed_alerts(self) -> str:
        return "Choose what I tell you of in /settings."

    # What the owners enter

    def only_for_owners(self) -> str:
        return "Only the owner of this bot can do that."

    def only_in_private(self) -> str:
        return "That only works in a private chat with me."

    def ask_for_entry(self) -> str:
        return "Type a result or a goal on one line, the home club first. For example:"

    def is_this_right(self) -> str:
        return "Is this right?"

    def button_save(self) -> str:
        return "Save"

    def button_leave_it(self) -> str:
        return "Leave it"

    def entry_saved(self) -> str:
        return "Saved"

    def entry_dropped(self) -> str:
        return "Nothing was saved."

    def entry_undone(self) -> str:
        return "Undone"

    def button_undo(self) -> str:
        return "Undo"

    def entry_not_understood(self, rest: str, /) -> str:
        return f"I do not understand ‘{rest}’. Like this:"

    def no_match_to_enter(self, home: str, away: str, /) -> str:
        return f"I know no match {home} – {away} that was played this season."

    def no_next_goal(self, before: Score, /) -> str:
        return f"As far as I know it is {before}. Type the score with this goal."

    def known_now(self, was: str, /) -> str:
        return f"Known now: {was}."

    # The story of the night

    def story_title(self) -> str:
        return "The story of the night"

    def story_sentence(self, chapter: Chapter, /) -> str:
        return en_story.sentence(chapter, self)

    def story_through(self, through: Through, /) -> str:
        return en_story.through(through, self)

    def story_ahead(self, seasons: Sequence[SeasonAsOf], /) -> str:
        return en_story.ahead(seasons, self)

    # Scorers, players and records

    def number(self, number: int, /) -> str:
        return written_number(number, "en_GB")

    def top_scorers(self) -> str:
        return "top scorers"

    def more_with_as_many(self, players: int, goals: int, /) -> str:
        who = "player" if players == 1 else "players"
        return f"and {players} more {who} with {_goals(goals)}"

    def no_scorers_known(self) -> str:
        return "I do not know any scorers here yet."

    def no_scorers_of(self, competition: str, season: Season, /) -> str:
        return f"I know no scorers of the {competition} {season}."

    def scorers_coverage(self, coverage: Coverage, /) -> str:
        known, of = self.number(coverage.counted), self.number(coverage.of)
        return f"Scorers known of {known} of {of} matches; own goals do not count."

    def scorers_coverage_of(self, competition: str, seasons: str, coverage: Coverage, /) -> str:
        known, of = self.number(coverage.counted), self.number(coverage.of)
        return f"{competition} {seasons}: scorers known of {known} of {of} matches."

    def goals_in_europe(self, goals: int, /) -> str:
        return f"{goals} European {'goal' if goals == 1 else 'goals'}"

    def also_written(self, spellings: Sequence[str], /) -> str:
        return f"Also written as {self.clubs_together(spellings)}"

    def doubtful_goals(self, goals: int, /) -> str:
        return f"Not counted: {_goals(goals)} against the own club, probably own goals."

    def not_among_them(self, seasons: Sequence[str], /) -> str:
        return f"Not among my results, and so not counted: {self.clubs_together(seasons)}."

    def which_player(self) -> str:
        return "Do you mean …?"

    def ask_for_player(self) -> str:
        return "Whose goals do you want to know? For example:"

    def no_player(self, asked: str, /) -> str:
        return f"No scorer found for ‘{asked}’."

    def no_player_help(self) -> str:
        return "I only know who scored in Europe. Try the surname, for example:"

    def records(self) -> str:
        return "Records"

    def all_of_europe(self) -> str:
        return "all European matches that I know"

    def no_records(self, title: str, /) -> str:
        return f"I know no results of {title} yet."

    def biggest_wins(self) -> str:
        return "Biggest wins"

    def most_goals_in_a_match(self) -> str:
        return "Most goals in a match"

    def hat_tricks(self, number: int, /) -> str:
        return f"Three goals or more by one player: {_times(self.number(number))}"

    def fastest_goals(self, in_first_minute: int, /) -> str:
        times = f" ({_times(self.number(in_first_minute))} in the first minute)" if in_first_minute else ""
        return f"Fastest goals{times}"

    def own_goals(self, number: int, /) -> str:
        return f"Most own goals in a match ({self.number(number)} in all)"

    def own_goals_not_all_marked(self) -> str:
        return "Not every own goal is marked as one in my sources."

    def out_of_matches(self, matches: int, /) -> str:
        return f"Out of {self.number(matches)} {'match' if matches == 1 else 'matches'}."

    def sources(self, names: Sequence[str], /) -> str:
        return f"{'Source' if len(names) == 1 else 'Sources'}: {self.clubs_together(names)}."

    def own_facts(self) -> str:
        return "facts looked up by ourselves"

    # Pictures

    def button_picture(self) -> str:
        return "Picture"

    def button_theme(self, theme: str, /) -> str:
        return "Dark" if theme == "d" else "Light"

    def more_in_the_text(self) -> str:
        return "Everything is in the message above."

    # The bot itself

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
        if buttons == 1:
            return "There is one button: type 1."
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


def _times(number: str) -> str:
    return "once" if number == "1" else f"{number} times"

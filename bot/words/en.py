"""English: every sentence as a football editor would print it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import final

from bot.football.events.alerting import AlertKind, QuietHours
from bot.football.events.observations import Phase
from bot.football.model import (
    Club,
    DecidedBy,
    GoalKind,
    Leg,
    Round,
    RoundKind,
    Score,
    Season,
    Status,
)
from bot.football.players.top_scorers import Coverage
from bot.football.ties.tie import Then
from bot.words.en_story import EnglishStory
from bot.words.language import amsterdam_clock, first_upper, plural
from bot.words.protocol import Words

_EXAMPLES = {
    "/uitslag": "/result",
    "/programma": "/fixtures",
    "/stand": "/table",
    "/schema": "/bracket",
    "/volg": "/follow",
    "/avond": "/tonight",
    "/loting": "/draw",
    "/topscorers": "/scorers",
    "/speler": "/player",
    "/agenda": "/calendar",
    "/erelijst": "/winners",
    "/ontvolg": "/unfollow",
    "/volgend": "/following",
    "/instellingen": "/settings",
    "/bronnen": "/sources",
    "/vergeet": "/forget",
    "/invoer": "/enter",
    "/onderling": "/headtohead",
    "/land": "/country",
    "/nederland": "/country",
}
_CITIES = {
    "Beograd": "Belgrade",
    "București": "Bucharest",
    "København": "Copenhagen",
    "Moskva": "Moscow",
    "München": "Munich",
    "Praha": "Prague",
    "Warszawa": "Warsaw",
}
"""What English calls the cities in the names of clubs."""
_ENGLISH_CITY = re.compile(rf"\b(?:{'|'.join(_CITIES)})\b")


@final
class English(Words):
    """The sentences of the English language."""

    code = "en"
    locale = "en_GB"
    and_ = "and"
    or_ = "or"
    group_word = "group"
    the_group = "the group"
    match_nouns = ("match", "matches")
    point_nouns = ("point", "points")
    goal_nouns = ("goal", "goals")
    after_extra = "after extra time"
    a_draw = "a draw"
    rounds: Mapping[RoundKind, str] = {
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
    rounds_of_a_tie: Mapping[RoundKind, str] = {
        RoundKind.PLAY_OFF: "play-off",
        RoundKind.KNOCKOUT_PLAY_OFF: "knockout play-off",
        RoundKind.QUARTER_FINAL: "quarter-final",
        RoundKind.SEMI_FINAL: "semi-final",
    }
    reasons: Mapping[DecidedBy, str] = {
        DecidedBy.AGGREGATE: "",
        DecidedBy.AWAY_GOALS: "on away goals",
        DecidedBy.EXTRA_TIME: "after extra time",
        DecidedBy.PENALTIES: "on penalties",
        DecidedBy.REPLAY: "after a replay",
        DecidedBy.COIN_TOSS: "on the toss of a coin",
        DecidedBy.WALKOVER: "by walkover",
        DecidedBy.AWARD: "by UEFA's decision",
    }
    legs: Mapping[Leg, str] = {Leg.FIRST: "first leg", Leg.SECOND: "second leg", Leg.REPLAY: "replay"}
    statuses: Mapping[Status, str] = {
        Status.SCHEDULED: "still to be played",
        Status.LIVE: "under way",
        Status.PLAYED: "played",
        Status.POSTPONED: "postponed",
        Status.ABANDONED: "abandoned",
        Status.AWARDED: "awarded",
        Status.WALKOVER: "walkover",
        Status.CANCELLED: "not played",
    }
    countries: Mapping[str, str] = {
        "BIH": "Bosnia and Herzegovina",
        "ENG": "England",
        "FRO": "the Faroe Islands",
        "NED": "the Netherlands",
        "NIR": "Northern Ireland",
        "SCO": "Scotland",
        "TUR": "Turkey",
        "WAL": "Wales",
    }
    numbers = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    ordinals = ("first", "second", "third", "fourth", "fifth", "sixth")
    phases: Mapping[Phase, str] = {
        Phase.FIRST_HALF: "first half",
        Phase.HALF_TIME: "half-time",
        Phase.SECOND_HALF: "second half",
        Phase.NINETY_OVER: "end of normal time",
        Phase.EXTRA_TIME: "extra time",
        Phase.SHOOT_OUT: "penalties",
    }
    alert_kinds: Mapping[AlertKind, str] = {
        AlertKind.KICK_OFFS: "kick-off",
        AlertKind.GOALS: "goals",
        AlertKind.RED_CARDS: "red cards",
        AlertKind.BREAKS: "half-time and extra time",
        AlertKind.ENDS: "results",
        AlertKind.DRAWS: "draws",
        AlertKind.STORY: "story of the night",
        AlertKind.REMINDERS: "reminder an hour ahead",
    }
    commands: Mapping[str, str] = {
        "uitslag": "result, and who goes through",
        "avond": "all matches of an evening",
        "programma": "a club's matches to come",
        "agenda": "matches for your calendar",
        "stand": "table of a group or league phase",
        "schema": "the knockout rounds, one by one",
        "loting": "draws and the final",
        "topscorers": "who scored most",
        "nederland": "a country’s clubs in Europe",
        "club": "a club through the years",
        "onderling": "all meetings of two clubs",
        "speler": "goals of a player",
        "records": "biggest wins, hat-tricks",
        "erelijst": "every final and who won it",
        "volg": "a club, country or competition",
        "ontvolg": "stop following something",
        "volgend": "what this chat follows",
        "instellingen": "language, spoilers, sound",
        "bronnen": "where the results come from",
        "privacy": "what I keep",
        "vergeet": "delete all about this chat",
        "invoer": "enter a result or a goal (for the owner)",
        "help": "what you can ask me",
        "start": "how it works",
    }
    goal_kinds: Mapping[GoalKind, str] = {
        GoalKind.OPEN_PLAY: "",
        GoalKind.PENALTY: "(pen.)",
        GoalKind.OWN_GOAL: "(o.g.)",
    }
    follow_ups: Mapping[Then, str] = {
        Then.EXTRA_TIME: "extra time",
        Then.PENALTIES: "penalties",
        Then.REPLAY: "a replay",
        Then.SECOND_LEG: "the second leg",
    }
    story = EnglishStory()

    # Names

    to_the = "to the {}".format
    the = "the {}".format

    def ordinal(self, number: int, /) -> str:
        """1st, 2nd, 83rd, 111th."""
        ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"

    def club(self, club: Club, /) -> str:
        return _ENGLISH_CITY.sub(lambda city: _CITIES[city[0]], club.name)

    # Days and times

    def clock(self, moment: datetime, /) -> str:
        return f"{amsterdam_clock(moment, ':')} Amsterdam time"

    # A match

    scorers_unknown = "scorers unknown"
    scorers_partly_unknown = "not all scorers known"
    scorer_unknown = "scorer unknown"
    result_unknown = "result unknown"
    date_unknown = "date unknown"
    ninety_unknown = "score after 90 minutes unknown"
    may_be_a_shoot_out = "possibly on penalties"
    derived_goalless = "(result concluded)"
    under_way_score_unknown = "under way, score unknown"
    after_ninety = "{} after 90 minutes".format
    half_time = "half-time {}".format

    def wins_shoot_out(self, winner: str, score: str, /) -> str:
        return f"{winner} win {score} on penalties"

    def under_way(self, now: datetime, /) -> str:
        return f"under way, score at {self.clock(now)}"

    def neutral_ground(self, venue: str, /) -> str:
        return f"neutral ground: {venue}" if venue else "neutral ground"

    # A tie

    over_two_legs = "on aggregate"
    after_one_leg = "after one leg"
    if_it_stays_so = "As it stands"
    tie_outcome_unknown = "Who went through is not known to me."
    next_match = "Next match"
    behind = "behind {}".format

    def through(self, club: str, how: str, to: str, /) -> str:
        return f"{club} through {to} {how}"

    def out(self, club: str, how: str, /) -> str:
        return f"{club} out {how}"

    def wins(self, club: str, competition: str, how: str, /) -> str:
        return f"{club} win {competition} {how}"

    def went_on(self, club: str, to: str, /) -> str:
        return f"{club} went through {to}; the result is not known to me."

    def came(self, club: str, competition: str, place: str, group: str, behind: str, /) -> str:
        return f"{club} came from the {competition} ({place} in {group} {behind})"

    # What a club needs

    needs_a_draw = "{} need only a draw".format
    any_win = "any win"

    def a_win_with(self, goals: str, /) -> str:
        return f"a win by {goals}"

    def through_except(self, club: str, how: str, score: Score, then: str, /) -> str:
        return f"{club} go through with {how}, except {score} (then {then})"

    must_win = "{} must win".format
    a_win_by = "a win by {}".format
    a_defeat_by = "a defeat by {}".format
    or_higher = "{} or higher".format
    enough_too = "{} is enough too".format

    def may_lose_by(self, club: str, goals: str, /) -> str:
        return f"{club} can afford to lose by {goals}"

    def must_win_by(self, club: str, goals: str, /) -> str:
        return f"{club} must win by {goals}"

    def up_to(self, lowest: Score, highest: Score, /) -> str:
        return f"{lowest} up to {highest}"

    def means(self, scores: str, then: str, /) -> str:
        return f"{scores} means {then}"

    # A table

    on_the_pitch = "On the pitch:"
    shared_place = "joint {}".format
    as_far_as_known = "As far as known: {}".format
    on_penalties = "{} on penalties".format
    no_such_competition = "‘{}’ is not a European competition. Write for example /draw Europa League.".format

    def points_from(self, points: str, matches: str, /) -> str:
        return f"{points} from {matches}"

    def on_day(self, day: date, text: str, /) -> str:
        return f"On {self.day_this_year(day)}: {text}"

    def earlier_unknown(self, matches: int, /) -> str:
        return f"and {matches} earlier {plural(matches, *self.match_nouns)}"

    but_in = "They did in:"

    def not_met_in(self, club: str, other: str, when: Season | int, /) -> str:
        return f"In my results {club} and {other} did not meet in {when}."

    def not_in_competition_then(self, club: str, competition: str, season: Season, /) -> str:
        return f"{club} did not play in the {competition} in {season}."

    def none_known_in(self, club: str, competition: str, season: Season, /) -> str:
        return f"I know of no match of {club} in the {competition} in {season}."

    def final_was(self, club: str, competition: str, /) -> str:
        return f"{club} won the {competition}"

    def drops_to(self, club: str, competition: str, /) -> str:
        return f"{club} go on in the {competition}"

    def out_in_table(self, club: str, round_: Round, /) -> str:
        return f"{club} out in the {self.rounds[round_.kind]}"

    # Draws and finals

    draws = "Draws"
    draw_expected = "expected, not yet confirmed"
    draw_date_unknown = "date not yet known"
    final = "Final"
    finals = "Finals"

    def first_to_last(self, first: str, last: str, /) -> str:
        return f"{first} to {last}"

    no_draws_known_in = "I know of no draws in the season {}.".format
    no_more_draws = "There are no more draws in the {} this season.".format
    no_draws_known = "I know of no draw to come in the {}.".format

    def draw(self, rounds: Sequence[Round], /) -> str:
        return f"Draw of the {self.clubs_together([self.round(round_) for round_ in rounds])}"

    # What was drawn

    held_on = "held on {}".format

    # A match night, fixtures, tables and brackets

    nothing_tonight = "There is no European football tonight."
    no_matches_tonight = "I know of no European matches tonight."
    no_evenings_between = "I know of no European matches in that time."
    scorers_left_out = "So many matches: the scorers are not given for all of them."
    scorers_not_all_known = "Not all scorers are known."
    last_match = "Last match"
    ask_for_fixtures = "Which club's fixtures do you want to know? For example:"
    table_columns = ("P", "GD", "Pts")
    two_points_for_a_win = "Two points for a win."
    live_not_counted = "Matches under way do not count yet."
    group_with = "group with {}".format
    group_letters_unknown = "I don't know which letter each group had."
    total_over_two_legs = "{} on aggregate".format
    shoot_out_score = "{} on penalties".format
    place_depends = "{} only the best through".format
    place_is_out = "{} out".format

    def evening_scores_at(self, now: datetime, /) -> str:
        return f"Scores at {self.clock(now)}"

    def lead_after_one_leg(self, club: str, total: Score, /) -> str:
        return f"{club} lead {total} after one leg" if club else f"{total} after one leg"

    def no_matches_that_evening(self, day: date, /) -> str:
        return f"I know of no European matches on {self.full_day(day)}."

    def no_match_in(self, competition: str, day: date | None, /) -> str:
        when = f"on {self.full_day(day)}" if day else "tonight"
        return f"I know of no match in the {competition} {when}."

    def no_match_of_clubs(self, clubs: Sequence[str], day: date | None, /) -> str:
        when = f"on {self.full_day(day)}" if day else "tonight"
        return f"I know of no match of {self.clubs_together(clubs)} {when}."

    def evenings_between(self, first: date, last: date, clubs: Sequence[str], /) -> str:
        days = " – ".join((self.weekday_and_day(first), f"{self.weekday_and_day(last)} {last.year}"))
        return f"Match nights of {self.clubs_together(clubs)}: {days}" if clubs else f"Match nights {days}"

    def next_evening(self, day: date, competitions: Sequence[str], /) -> str:
        return f"Next match night: {self.weekday_and_date(day)} ({self.clubs_together(competitions)})"

    def previous_evening(self, day: date, competitions: Sequence[str], /) -> str:
        return f"Previous match night: {self.weekday_and_date(day)} ({self.clubs_together(competitions)})"

    def matches_left_out(self, number: int, /) -> str:
        return f"Not shown: {number} more {plural(number, *self.match_nouns)}."

    def fixtures_of(self, clubs: Sequence[str], /) -> str:
        return f"Fixtures: {' – '.join(clubs)}"

    def no_fixtures(self, clubs: Sequence[str], /) -> str:
        return f"I know of no European matches to come of {' – '.join(clubs)}."

    def place_drops(self, places: str, competition: str, /) -> str:
        return f"{places} to the {competition}"

    def matches_to_play(self, number: int, /) -> str:
        return f"{self.matches(number)} still to be played."

    def results_missing(self, number: int, /) -> str:
        return f"{number} {plural(number, 'result is', 'results are')} missing"

    def too_few_results(self, results: int, due: int, /) -> str:
        return f"No table: {results} of {due} {plural(due, 'result', 'results')} known"

    def no_table(self, competition: str, season: Season, /) -> str:
        return f"I know of no table of the {competition} {season}."

    def no_table_of_club(self, club: str, season: Season | None, /) -> str:
        return f"I know of no group or league phase with {club}{f' in {season}' if season else ''}."

    def no_such_group(self, letter: str, competition: str, season: Season, /) -> str:
        return f"I know of no group {letter} in the {competition} {season}."

    def no_knockout(self, competition: str, season: Season, /) -> str:
        return f"No ties of the knockout phase of the {competition} {season} are known yet."

    def no_knockout_of_club(self, club: str, season: Season | None, /) -> str:
        return f"I know of no knockout ties of {club}{f' in {season}' if season else ''}."

    # A calendar

    ask_for_calendar = "Which club do you want the calendar of? For example:"
    calendar_again = "If a match moves, ask again: nothing is entered twice."
    button_calendar = "Add to my calendar"
    calendar_of_followed = "European football"

    def calendar_with(self, name: str, matches: int, /) -> str:
        return f"{name}: {self.matches(matches)} for your calendar"

    def calendar_without_day(self, matches: int, /) -> str:
        return f"The day of {self.matches(matches)} is not known yet."

    # What isn't known

    def left_out(self, names: Sequence[str], /) -> str:
        return f"Left out of this answer: {self.clubs_together(names)}"

    more_is_missing = "more"
    lacking = "Missing here:"
    latest_season_here = "The most recent season of this club in my results"

    def qualifying(self, competition: str, seasons: str, /) -> str:
        return f"{competition} qualifying rounds {seasons}"

    def later_than(self, season: str, day: str, /) -> str:
        return f"{season} after {day}"

    def known_until(self, day: date, /) -> str:
        return f"up to date until {self.day(day)}"

    def takes_part(self, club: str, competition: str, /) -> str:
        return f"{club} play in the {competition} this season; I have no matches of it yet."

    # Finding

    which_club = "Which club do you mean?"
    earlier_meetings = "Earlier meetings"
    no_club_help = "Try for example:"
    only_european = "I only know European club football: the men, from European Cup to Conference League."
    you_are_welcome = "You're welcome!"
    ask_for_club = "Which club's result do you want to know? For example:"
    asked_too_long = "That is a lot of text. Name one club, for example:"
    not_understood = "I don't understand that question."
    no_club = "No club found for ‘{}’.".format
    not_here = "I only know European football; {} is not in my results.".format
    first_men_team = "I only know the men's first team of {}.".format
    no_such_day = "‘{}’ is not a date. Write for example 22-02-2018.".format
    no_such_season = "‘{}’ is not a season. Write for example 2017/18.".format

    def not_in_season(self, club: str, when: Season | int, /) -> str:
        return f"In my results {club} have no European matches in {when}."

    def not_in_competition(self, club: str, competition: str, /) -> str:
        return f"In my results {club} have no matches in the {competition}."

    def nothing_known_then(self, club: str, day: date, /) -> str:
        return f"On {self.day(day)} I know of no European matches of {club} yet."

    def meetings_left_out(self, number: int, /) -> str:
        return f"{number} earlier {plural(number, 'meeting', 'meetings')} not shown."

    def never_met(self, club: str, other: str, /) -> str:
        return f"In my results {club} and {other} never met."

    # Buttons

    button_expired = "This button no longer works. Ask your question again."
    button_season = "Season {}".format
    button_whole_way = "Whole season {}".format

    # Buttons under a result

    button_table = "Table"
    button_whole_table = "Whole table"
    button_short_table = "← Short table"
    button_back_to_result = "← Result"
    button_share = "Share"

    # Inline mode

    last_matches_of = "Last matches of {}".format

    # Examples

    def example(self, example: str, /) -> str:
        command, space, question = example.partition(" ")
        for dutch, english in (("groep", "group"), ("België", "Belgium")):
            question = question.replace(dutch, english)
        return f"{_EXAMPLES.get(command, command)}{space}{question}"

    # What a chat follows, its settings, its privacy

    tonight = "Tonight"
    button_read_on = "Read on"
    only_in_a_chat = "That only works in a chat with me."
    follow_which = "Which club do you want to follow? For example:"
    follows = "This chat follows"
    follows_nothing = "This chat follows no club yet. Follow one, for example:"
    preferences_title = "Settings of this chat"
    button_language_of_asker = "The asker's"
    for_administrators = "Only this group's administrators can do that."
    quiet_please = "That is a lot of questions in a short time. I will answer again in a minute."
    privacy_title = "What I keep"
    privacy = (
        "For each chat: what it follows, its settings, "
        "and in which topic and language I send alerts; "
        "for two days which message I answered, with a fingerprint of it, "
        "what is followed or no longer followed because of it, and what I told. "
        "A question, and who asked it, only until I have answered; "
        "apart from that no names and no texts. "
        "When I am removed from a group I forget it after thirty days."
    )
    nothing_stored = "I have kept nothing about this chat."
    how_to_forget = "Delete everything: /forget"
    forget_sure = "Delete everything about this chat: what it follows and its settings?"
    button_forget = "Yes, forget this chat"
    forgotten = "Everything about this chat has been deleted."
    followed = "This chat now follows {}.".format
    already_followed = "This chat already follows {}.".format
    too_many_followed = (
        "A chat can follow {} clubs, countries and competitions at most. Let go of one with /unfollow.".format
    )
    clubs_from = "the clubs from {}".format
    unfollowed = "This chat no longer follows {}.".format
    not_followed = "This chat did not follow {}.".format
    button_unfollow = "Unfollow {}".format
    stored_clubs = "Followed: {}.".format
    stored_answers = "Answers remembered: {}.".format
    stored_alerts = "Alerts of the last days: {}.".format

    def not_held_any_more(self, competition: str, /) -> str:
        return f"{first_upper(competition)} is no longer played, so it can't be followed."

    def clubs_this_season(self, clubs: Sequence[str], /) -> str:
        return f"This season: {self.clubs_together(clubs)}."

    def will_tell_of_competition(self, live: bool, /) -> str:
        return f"One message every match night, with every {'score' if live else 'result'}."

    def preference_language(self, language: str | None, /) -> str:
        chosen = {"nl": "Dutch", "en": "English"}.get(language or "", "that of whoever asks")
        return f"Language: {chosen}"

    def preference_spoiler(self, on: bool, /) -> str:
        return f"Results: {'hidden until you tap' if on else 'visible at once'}"

    def preference_silent(self, on: bool, /) -> str:
        return f"Messages: {'without sound' if on else 'with sound'}"

    def preference_admins_follow(self, on: bool, /) -> str:
        return f"Following clubs: {'administrators only' if on else 'everybody in the group'}"

    def button_spoiler(self, on: bool, /) -> str:
        return "Hide results" if on else "Show results at once"

    def button_silent(self, on: bool, /) -> str:
        return "Without sound" if on else "With sound"

    def button_admins_follow(self, on: bool, /) -> str:
        return "Let only administrators follow" if on else "Let everybody follow"

    def stored_since(self, day: date, /) -> str:
        return f"I have known this chat since {self.day(day)}."

    # Alerts

    soon = "Coming up"
    kicked_off = "Kick-off"
    goal_disallowed = "No goal after all"
    end_revoked = "Not over after all"
    result_corrected = "Result changed"
    kick_off_moved = "Kick-off moved"
    sources_disagree = "Two sources disagree"
    alerts_title = "Alerts in this chat"
    alerts_need_clubs = "Alerts are about the clubs that this chat follows. Follow one with /follow Ajax."
    button_alerts = "Alerts"
    button_live = "Live message on match nights"
    button_back = "Back"
    whole_evening_here = "I keep up with the whole evening here, in one message."
    no_live_source = "No live scores reach me, so I can't keep up with the evening."
    results_instead = "No live scores, but results as soon as they are in."
    how_to_go_live = "Whoever runs this bot gets live scores with LIVE_SOURCES=uefa or api-football in .env."
    choose_otherwise = "Change this: /settings"
    button_no_stories = "No more stories"
    no_more_stories = "No more stories. Get them back in /settings, Alerts."
    button_every_match = "Competitions: every match"
    alerts_need_live = "Without live scores I tell you of no kick-offs or goals, and keep no live message."
    alerts_on = "On"
    alerts_off = "Alerts are off."
    alerts_none = "I tell you nothing here unasked."
    result = "Result"
    fetching_results = "The latest results are being fetched; ask again in a moment."
    score_again = "{} again".format
    result_was = "(was {})".format

    def results_of(self, day: date, /) -> str:
        return f"Results of {self.full_day_this_year(day)}"

    def kick_taken(self, who: str, scored: bool, score: Score, /) -> str:
        return f"{who} {'scores' if scored else 'misses'}: {score} in the shoot-out"

    def alerts_delay(self, seconds: int, /) -> str:
        return f"Delay: {f'{seconds} seconds' if seconds else 'none'}"

    def alerts_quiet(self, hours: QuietHours | None, /) -> str:
        return f"Quiet hours: {f'{hours.begin}:00 to {hours.end}:00' if hours else 'none'}"

    def alerts_live(self, on: bool, /) -> str:
        return f"Live message on match nights: {'on' if on else 'off'}"

    def alerts_of_competition(self, every_match: bool, live: bool, /) -> str:
        if every_match:
            return "Of a competition: everything, as of a club"
        return f"Of a competition: {'the live message' if live else 'results'} and draws"

    def button_delay(self, seconds: int, /) -> str:
        return f"{seconds} s" if seconds else "At once"

    def button_quiet(self, hours: QuietHours | None, /) -> str:
        return f"Quiet {hours.begin}–{hours.end}" if hours else "Never quiet"

    # What the owners enter

    only_for_owners = "Only the owner of this bot can do that."
    only_in_private = "That only works in a private chat with me."
    ask_for_entry = "Type a result or a goal on one line, the home club first. For example:"
    is_this_right = "Is this right?"
    button_save = "Save"
    button_leave_it = "Leave it"
    entry_saved = "Saved"
    entry_dropped = "Nothing was saved."
    entry_undone = "Undone"
    button_undo = "Undo"
    entry_not_understood = "I do not understand ‘{}’. Like this:".format
    no_next_goal = "As far as I know it is {}. Type the score with this goal.".format
    known_now = "Known now: {}.".format

    def no_match_to_enter(self, home: str, away: str, /) -> str:
        return f"I know of no match {home} – {away} that was played this season."

    # Scorers, players and records

    top_scorers = "top scorers"
    no_scorers_known = "I do not know any scorers here yet."
    which_player = "Do you mean …?"
    ask_for_player = "Whose goals do you want to know? For example:"
    no_player_help = "Try the surname, for example:"
    records = "Records"
    of_all_time = "of all time"
    only_for_clubs_of = "Only for clubs from {}.".format
    all_of_europe = "all European matches that I know"
    records_of_which_club = "Which club's records would you like to see?"
    biggest_wins = "Biggest wins"
    most_goals_in_a_match = "Most goals in a match"
    own_goals_not_all_marked = "Not every own goal is known as one."
    no_player = "No scorer found for ‘{}’.".format
    since = "since {}".format
    no_such_record = "I know of no such record: {}.".format
    no_records = "I know of no results of {} yet.".format

    # Rounds, finals and winners

    honours = "Winners"
    winners_first = "The winner comes first."
    won_most = "Most wins"
    trophies = "Trophies"
    last_finals = "The last {} finals.".format
    button_bracket = "Bracket"
    button_honours = "Winners"
    button_earlier = "Earlier"
    button_later = "Later"
    short_extra_time = "aet"
    short_shoot_out = "{} pens".format
    no_final_known = "I know of no final of {}.".format

    def finals_missing(self, seasons: str, number: int, /) -> str:
        return f"My results lack the {plural(number, 'final', 'finals')} of {seasons}."

    def finals_played(self, won: int, lost: int, /) -> str:
        return f"{won + lost} {plural(won + lost, 'final', 'finals')}: {won} won, {lost} lost"

    def final_not_known(self, competition: str, season: Season, /) -> str:
        return f"I don't know the final of the {competition} {season}."

    def no_ties_known(self, round_: Round, when: Season | int | None, /) -> str:
        return f"I know of no match in the {self.round(round_)}{f' of {when}' if when else ''}."

    def not_in_round(self, clubs: str, round_: Round, when: Season | int | None, /) -> str:
        return f"I know of no match of {clubs} in the {self.round(round_)}{f' in {when}' if when else ''}."

    def not_with_score(self, club: str, other: str, score: Score, /) -> str:
        return f"I know of no {score} between {club} and {other}."

    def more_with_as_many(self, players: int, goals: int, /) -> str:
        return f"and {players} more {plural(players, 'player', 'players')} with {self.goals(goals)}"

    def no_scorers_of(self, competition: str, season: Season, /) -> str:
        return f"I know of no scorers in the {competition} {season}."

    def scorers_coverage(self, coverage: Coverage, /) -> str:
        counted = "" if coverage.is_whole else f"Scorers known of {self.of_matches(coverage)}."
        doubt = "" if coverage.own_goals_known else "An own goal may have been counted."
        return " ".join(filter(None, (counted, doubt)))

    def scorers_coverage_of(self, seasons: str, coverage: Coverage, /) -> str:
        return f"{seasons}: scorers known of {self.of_matches(coverage)}."

    def of_matches(self, coverage: Coverage, /) -> str:
        return f"{self.number(coverage.counted)} of {self.number(coverage.of)} matches"

    def goals_in_europe(self, goals: int, /) -> str:
        return f"{goals} European {plural(goals, *self.goal_nouns)} known"

    def also_written(self, spellings: Sequence[str], /) -> str:
        return f"also written as {self.clubs_together(spellings)}"

    def doubtful_goals(self, goals: int, /) -> str:
        own = plural(goals, "an own goal", "own goals")
        return f"Not counted: {self.goals(goals)} against the own club, probably {own}."

    def hat_tricks(self, number: int, /) -> str:
        return f"Three goals or more: {_times(self.number(number))}"

    def fastest_goals(self, in_first_minute: int, /) -> str:
        times = f" ({self.number(in_first_minute)} in the 1st minute)" if in_first_minute else ""
        return f"Fastest goals{times}"

    def own_goals(self, number: int, /) -> str:
        return f"Most own goals ({self.number(number)} in all)"

    def records_coverage(self, coverage: Coverage, /) -> str:
        matches = f"{self.number(coverage.of)} {plural(coverage.of, *self.match_nouns)}"
        if coverage.is_whole:
            return f"Out of {matches}, with every scorer."
        return f"Out of {matches}; scorers known of {self.number(coverage.counted)}."

    # Sources

    sources_title = "Sources"
    see_sources = "Sources: /sources"
    sources = (
        ("openfootball (CC0 1.0)", "results"),
        ("schochastics/football-data (ODC-BY 1.0)", "by David Schoch: results of former days, goals"),
        ("English Wikipedia (CC BY-SA 4.0)", "new results and goals, draws; no texts"),
        ("Facts of our own", "looked up, each with its source"),
    )
    updated_until = "Up to date until"
    live_sources = "Live scores come from what the owner of this bot switches on."

    # Countries, two clubs, a club through the years

    button_follow_all = "Follow all of them"
    in_europe = "{} in Europe".format
    no_country = "I don’t know ‘{}’ as a country. Try for example:".format
    button_head_to_head = "Head to head"
    which_two_clubs = "Which two clubs would you like to see all meetings of? For example:"
    last_met = "Last time"
    which_club_through_the_years = "Which club would you like to see through the years? For example:"
    season_by_season = "Season by season"
    most_matches = "Matches"
    biggest_win = "Biggest win"
    biggest_defeat = "Biggest defeat"
    cup_won = "won"
    season_with_a_cup = "Season with a cup"
    level = "drawn"
    goals_by_each = "Goals: {}".format

    def matches_since(self, matches: int, season: Season, /) -> str:
        return f"{self.matches(matches)} since {season}"

    def won_level_lost(self, won: int, level: int, lost: int, /) -> str:
        return f"{won} won, {level} drawn, {lost} lost"

    def points_out_of(self, points: int, matches: int, /) -> str:
        return f"{points} {plural(points, *self.point_nouns)} from {matches}"

    def known_until_in(self, competition: str, day: date, /) -> str:
        return f"{competition} up to date until {self.day_this_year(day)}"

    def no_clubs_from(self, country: str, season: Season, /) -> str:
        return f"I know of no European matches in {season} of clubs from {country}."

    def met_times(self, matches: int, /) -> str:
        return f"{matches} {plural(matches, 'meeting', 'meetings')}"

    def won_by_each(self, club: str, won: int, other: str, lost: int, level: int, /) -> str:
        return f"Won: {club} {won}, {other} {lost}; drawn: {level}"

    # Pictures

    button_picture = "Picture"
    brief_reasons: Mapping[DecidedBy, str] = {
        DecidedBy.AGGREGATE: "",
        DecidedBy.AWAY_GOALS: "away goals",
        DecidedBy.EXTRA_TIME: "extra time",
        DecidedBy.PENALTIES: "penalties",
        DecidedBy.REPLAY: "replay",
        DecidedBy.COIN_TOSS: "coin toss",
        DecidedBy.WALKOVER: "walkover",
        DecidedBy.AWARD: "UEFA's decision",
    }

    def button_theme(self, theme: str, /) -> str:
        return "Dark" if theme == "d" else "Light"

    def not_drawn(self, rounds: Sequence[str], /) -> str:
        return f"Not in this picture: {self.clubs_together(rounds)}."

    # The bot itself

    welcome = "I know how things stand in European club football: results, who goes through, who scored."
    group_welcome = "European football in this group"
    group_welcome_what = "Results, who goes through, who scored."
    group_commands = (
        ("/uitslag Ajax", "how it stands"),
        ("/avond", "everything tonight"),
        ("/volg Ajax", "follow a club"),
    )
    button_follow_dutch = "Follow the Dutch clubs"
    for_example = "For example:"
    more_help = "More examples: /help"
    help_title = "You can ask me this"
    help_questions = (
        ("/result Arsenal", "last tie, or place in the table"),
        ("/result Arsenal 2017/18", "the whole season"),
        ("/result Arsenal - Milan", "their latest meeting"),
        ("/result Arsenal 22-02-2018", "as known that night"),
        ("/draw Europa League", "draws and final"),
        ("who plays tonight", "in plain words, in a private chat"),
    )
    trouble = "Something went wrong here. Try again in a while."
    console_greeting = "Uitslagbot. Type a question, for example /result Arsenal 2017/18 (stop: Ctrl-D)."
    console_photo = "[picture: {}]".format
    console_only_you = "(only you see this)"
    console_button_hint = "(Type a number to choose a button.)"
    console_document = "[file: {}]".format
    console_user = "You"
    no_such_command = "I don't know that command. See /help for what I do."
    goodbye = "Until the next match."

    def console_no_such_button(self, buttons: int, /) -> str:
        if buttons == 1:
            return "There is one button: type 1."
        return f"There are {buttons} buttons: type {'1 or 2' if buttons == 2 else f'1 to {buttons}'}."


def _times(number: str) -> str:
    return {"1": "once", "2": "twice"}.get(number, f"{number} times")

"""Nederlands: every sentence as a football editor would print it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
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
from bot.football.names.transcription import in_dutch
from bot.football.players.top_scorers import Coverage
from bot.football.ties.tie import Then
from bot.words.language import amsterdam_clock, first_upper, plural
from bot.words.nl_story import DutchStory
from bot.words.protocol import Words


@final
class Dutch(Words):
    """The sentences of the Dutch language."""

    code = "nl"
    locale = "nl"
    and_ = "en"
    or_ = "of"
    group_word = "groep"
    the_group = "de groep"
    match_nouns = ("wedstrijd", "wedstrijden")
    point_nouns = ("punt", "punten")
    goal_nouns = ("doelpunt", "doelpunten")
    after_extra = "na verlenging"
    a_draw = "gelijkspel"
    rounds: Mapping[RoundKind, str] = {
        RoundKind.PRELIMINARY: "voorronde",
        RoundKind.QUALIFYING_1: "eerste voorronde",
        RoundKind.QUALIFYING_2: "tweede voorronde",
        RoundKind.QUALIFYING_3: "derde voorronde",
        RoundKind.PLAY_OFF: "play-offs",
        RoundKind.FIRST: "eerste ronde",
        RoundKind.SECOND: "tweede ronde",
        RoundKind.THIRD: "derde ronde",
        RoundKind.GROUP: "groepsfase",
        RoundKind.SECOND_GROUP: "tweede groepsfase",
        RoundKind.LEAGUE: "competitiefase",
        RoundKind.KNOCKOUT_PLAY_OFF: "tussenronde",
        RoundKind.LAST_64: "32e finales",
        RoundKind.LAST_32: "zestiende finales",
        RoundKind.LAST_16: "achtste finales",
        RoundKind.QUARTER_FINAL: "kwartfinales",
        RoundKind.SEMI_FINAL: "halve finales",
        RoundKind.FINAL: "finale",
    }
    rounds_of_a_tie: Mapping[RoundKind, str] = {
        RoundKind.PLAY_OFF: "play-off",
        RoundKind.LAST_64: "32e finale",
        RoundKind.LAST_32: "zestiende finale",
        RoundKind.LAST_16: "achtste finale",
        RoundKind.QUARTER_FINAL: "kwartfinale",
        RoundKind.SEMI_FINAL: "halve finale",
    }
    reasons: Mapping[DecidedBy, str] = {
        DecidedBy.AGGREGATE: "",
        DecidedBy.AWAY_GOALS: "op uitdoelpunten",
        DecidedBy.EXTRA_TIME: "na verlenging",
        DecidedBy.PENALTIES: "na strafschoppen",
        DecidedBy.REPLAY: "na een beslissingswedstrijd",
        DecidedBy.COIN_TOSS: "na een toss",
        DecidedBy.WALKOVER: "na een walk-over",
        DecidedBy.AWARD: "reglementair",
    }
    legs: Mapping[Leg, str] = {Leg.FIRST: "heen", Leg.SECOND: "return", Leg.REPLAY: "beslissingswedstrijd"}
    statuses: Mapping[Status, str] = {
        Status.SCHEDULED: "nog te spelen",
        Status.LIVE: "bezig",
        Status.PLAYED: "gespeeld",
        Status.POSTPONED: "uitgesteld",
        Status.ABANDONED: "gestaakt",
        Status.AWARDED: "reglementaire uitslag",
        Status.WALKOVER: "walk-over",
        Status.CANCELLED: "niet gespeeld",
    }
    countries: Mapping[str, str] = {
        "ENG": "Engeland",
        "FRO": "de Faeröer",
        "NIR": "Noord-Ierland",
        "SCO": "Schotland",
        "WAL": "Wales",
    }
    cities: Mapping[str, str] = {
        "Antwerp": "Antwerpen",
        "Athens": "Athene",
        "Baku": "Bakoe",
        "Basel": "Bazel",
        "Belgrade": "Belgrado",
        "Berlin": "Berlijn",
        "Brussels": "Brussel",
        "Bucharest": "Boekarest",
        "Budapest": "Boedapest",
        "Cologne": "Keulen",
        "Copenhagen": "Kopenhagen",
        "Geneva": "Genève",
        "Gothenburg": "Göteborg",
        "Kyiv": "Kiev",
        "Lisbon": "Lissabon",
        "London": "Londen",
        "Milan": "Milaan",
        "Moscow": "Moskou",
        "Munich": "München",
        "Nuremberg": "Neurenberg",
        "Paris": "Parijs",
        "Prague": "Praag",
        "Seville": "Sevilla",
        "Strasbourg": "Straatsburg",
        "Turin": "Turijn",
        "Vienna": "Wenen",
        "Warsaw": "Warschau",
    }
    numbers = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
    ordinals = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde")
    phases: Mapping[Phase, str] = {
        Phase.FIRST_HALF: "eerste helft",
        Phase.HALF_TIME: "rust",
        Phase.SECOND_HALF: "tweede helft",
        Phase.NINETY_OVER: "einde reguliere speeltijd",
        Phase.EXTRA_TIME: "verlenging",
        Phase.SHOOT_OUT: "strafschoppen",
    }
    alert_kinds: Mapping[AlertKind, str] = {
        AlertKind.KICK_OFFS: "aftrap",
        AlertKind.GOALS: "doelpunten",
        AlertKind.RED_CARDS: "rode kaarten",
        AlertKind.BREAKS: "rust en verlenging",
        AlertKind.ENDS: "uitslagen",
        AlertKind.DRAWS: "lotingen",
        AlertKind.STORY: "verhaal van de avond",
        AlertKind.REMINDERS: "herinnering een uur vooraf",
    }
    commands: Mapping[str, str] = {
        "uitslag": "uitslag, en wie er doorgaat",
        "avond": "alle wedstrijden van een avond",
        "programma": "komende wedstrijden",
        "agenda": "wedstrijden voor in je agenda",
        "stand": "stand in groep of competitiefase",
        "schema": "de knock-outfase per ronde",
        "loting": "lotingen en de finale",
        "topscorers": "wie het vaakst scoorde",
        "nederland": "Nederlandse clubs in Europa",
        "club": "een club door de jaren heen",
        "onderling": "alle duels van twee clubs",
        "speler": "doelpunten van een speler",
        "records": "grootste zeges, hattricks",
        "erelijst": "alle finales en wie ze won",
        "volg": "een club, land of toernooi volgen",
        "ontvolg": "iets niet meer volgen",
        "volgend": "wat deze chat volgt",
        "instellingen": "taal, spoilers, geluid",
        "bronnen": "waar de uitslagen vandaan komen",
        "privacy": "wat ik bewaar",
        "vergeet": "alles van deze chat wissen",
        "invoer": "een uitslag of doelpunt invoeren (voor de eigenaar)",
        "help": "wat je me kunt vragen",
        "start": "hoe het werkt",
    }
    goal_kinds: Mapping[GoalKind, str] = {
        GoalKind.OPEN_PLAY: "",
        GoalKind.PENALTY: "(pen.)",
        GoalKind.OWN_GOAL: "(e.d.)",
    }
    follow_ups: Mapping[Then, str] = {
        Then.EXTRA_TIME: "verlenging",
        Then.PENALTIES: "strafschoppen",
        Then.REPLAY: "een beslissingswedstrijd",
        Then.SECOND_LEG: "de return",
    }
    story = DutchStory()

    # Names

    the = "de {}".format
    to_the = "naar de {}".format
    ordinal = "{}e".format

    def club(self, club: Club, /) -> str:
        return club.dutch_name or club.name

    def transcribed(self, player: str, countries: Collection[str], /) -> str:
        return in_dutch(player, countries)

    # Days and times

    def clock(self, moment: datetime, /) -> str:
        return f"{amsterdam_clock(moment, '.')} uur"

    # A match

    scorers_unknown = "doelpuntenmakers onbekend"
    scorers_partly_unknown = "niet alle doelpuntenmakers bekend"
    scorer_unknown = "doelpuntenmaker onbekend"
    result_unknown = "uitslag onbekend"
    date_unknown = "datum onbekend"
    ninety_unknown = "na 90 minuten onbekend"
    may_be_a_shoot_out = "mogelijk na strafschoppen"
    derived_goalless = "(uitslag afgeleid)"
    under_way_score_unknown = "bezig, tussenstand onbekend"
    after_ninety = "90 min. {}".format
    half_time = "rust {}".format

    def wins_shoot_out(self, winner: str, score: str, /) -> str:
        return f"{winner} wint na strafschoppen, {score}"

    def under_way(self, now: datetime, /) -> str:
        return f"bezig, stand om {self.clock(now)}"

    def neutral_ground(self, venue: str, /) -> str:
        return f"neutraal terrein: {venue}" if venue else "neutraal terrein"

    # A tie

    over_two_legs = "over twee duels"
    after_one_leg = "na één duel"
    if_it_stays_so = "Als het zo blijft"
    tie_outcome_unknown = "Wie er doorging, is mij niet bekend."
    next_match = "Volgende wedstrijd"
    behind = "achter {}".format

    def through(self, club: str, how: str, to: str, /) -> str:
        return f"{club} {how} door {to}" if to else f"{club} door {how}"

    def out(self, club: str, how: str, /) -> str:
        return f"{club} {how} uitgeschakeld"

    def wins(self, club: str, competition: str, how: str, /) -> str:
        return f"{club} wint {how} {competition}"

    def went_on(self, club: str, to: str, /) -> str:
        return f"{club} ging door {to}; de uitslag is mij niet bekend."

    def came(self, club: str, competition: str, place: str, group: str, behind: str, /) -> str:
        return f"{club} kwam uit de {competition} ({place} in {group} {behind})"

    # What a club needs

    needs_a_draw = "{} heeft genoeg aan een gelijkspel".format
    any_win = "elke zege"

    def a_win_with(self, goals: str, /) -> str:
        return f"een zege met {goals} verschil"

    def through_except(self, club: str, how: str, score: Score, then: str, /) -> str:
        return f"{club} is door bij {how}, behalve {score} (dan {then})"

    must_win = "{} moet winnen".format
    a_win_by = "winst met {} verschil".format
    a_defeat_by = "verlies met {} verschil".format
    or_higher = "{} of hoger".format
    enough_too = "bij {} ook door".format

    def may_lose_by(self, club: str, goals: str, /) -> str:
        return f"{club} mag met {goals} verschil verliezen"

    def must_win_by(self, club: str, goals: str, /) -> str:
        return f"{club} moet met {goals} verschil winnen"

    def up_to(self, lowest: Score, highest: Score, /) -> str:
        return f"{lowest} tot en met {highest}"

    def means(self, scores: str, then: str, /) -> str:
        return f"bij {scores} {then}"

    # A table

    on_the_pitch = "Op het veld:"
    shared_place = "gedeeld {}".format
    as_far_as_known = "Voor zover bekend: {}".format
    on_penalties = "na strafschoppen {}".format
    no_such_competition = "‘{}’ is geen Europees toernooi. Schrijf bijvoorbeeld /loting Europa League.".format

    def points_from(self, points: str, matches: str, /) -> str:
        return f"{points} uit {matches}"

    def on_day(self, day: date, text: str, /) -> str:
        return f"Op {self.day_this_year(day)}: {text}"

    def earlier_unknown(self, matches: int, /) -> str:
        earlier = plural(matches, "eerdere wedstrijd", "eerdere wedstrijden")
        return f"en {matches} {earlier}"

    but_in = "Wel in:"

    def not_met_in(self, club: str, other: str, when: Season | int, /) -> str:
        return f"In mijn uitslagen troffen {club} en {other} elkaar in {when} niet."

    def not_in_competition_then(self, club: str, competition: str, season: Season, /) -> str:
        return f"{club} speelde in {season} niet in de {competition}."

    def none_known_in(self, club: str, competition: str, season: Season, /) -> str:
        return f"Van {club} ken ik in {season} geen wedstrijd in de {competition}."

    def final_was(self, club: str, competition: str, /) -> str:
        return f"{club} won {self.the(competition)}"

    def drops_to(self, club: str, competition: str, /) -> str:
        return f"{club} gaat verder in de {competition}"

    def out_in_table(self, club: str, round_: Round, /) -> str:
        return f"{club} uitgeschakeld in de {self.rounds[round_.kind]}"

    # Draws and finals

    draws = "Lotingen"
    draw_expected = "verwacht, nog niet bevestigd"
    draw_date_unknown = "datum nog onbekend"
    final = "Finale"
    finals = "Finales"

    def first_to_last(self, first: str, last: str, /) -> str:
        return f"{first} t/m {last}"

    no_draws_known_in = "Voor seizoen {} ken ik geen lotingen.".format
    no_more_draws = "In de {} wordt dit seizoen niet meer geloot.".format
    no_draws_known = "Van de {} ken ik geen komende lotingen.".format

    def draw(self, rounds: Sequence[Round], /) -> str:
        return f"Loting {self.clubs_together([self.round(round_) for round_ in rounds])}"

    # What was drawn

    held_on = "gehouden {}".format

    # A match night, fixtures, tables and brackets

    nothing_tonight = "Vanavond wordt er niet Europees gespeeld."
    no_matches_tonight = "Voor vanavond ken ik geen Europese wedstrijden."
    no_evenings_between = "In die tijd ken ik geen Europese wedstrijden."
    scorers_left_out = "Zoveel wedstrijden: de doelpuntenmakers staan niet overal bij."
    scorers_not_all_known = "Niet alle doelpuntenmakers zijn bekend."
    last_match = "Laatste wedstrijd"
    ask_for_fixtures = "Van welke club wil je het programma weten? Bijvoorbeeld:"
    table_columns = ("G", "DS", "P")
    two_points_for_a_win = "Twee punten voor een overwinning."
    live_not_counted = "Wedstrijden die bezig zijn, tellen nog niet mee."
    group_with = "groep met {}".format
    group_letters_unknown = "Welke letter elke groep had, weet ik niet."
    total_over_two_legs = "{} over twee duels".format
    shoot_out_score = "strafschoppen {}".format
    place_depends = "{} alleen de beste door".format
    place_is_out = "{} uitgeschakeld".format

    def evening_scores_at(self, now: datetime, /) -> str:
        return f"Tussenstanden om {self.clock(now)}"

    def lead_after_one_leg(self, club: str, total: Score, /) -> str:
        return f"Na één duel {total}" + (f" voor {club}" if club else "")

    def no_matches_that_evening(self, day: date, /) -> str:
        return f"Van {self.full_day(day)} ken ik geen Europese wedstrijden."

    def no_match_in(self, competition: str, day: date | None, /) -> str:
        when = f"Van {self.full_day(day)}" if day else "Voor vanavond"
        return f"{when} ken ik geen wedstrijd in de {competition}."

    def no_match_of_clubs(self, clubs: Sequence[str], day: date | None, /) -> str:
        when = f"Van {self.full_day(day)}" if day else "Voor vanavond"
        return f"{when} ken ik geen wedstrijd van {self.clubs_together(clubs)}."

    def evenings_between(self, first: date, last: date, clubs: Sequence[str], /) -> str:
        days = " – ".join((self.weekday_and_day(first), f"{self.weekday_and_day(last)} {last.year}"))
        return f"Speelavonden van {self.clubs_together(clubs)}: {days}" if clubs else f"Speelavonden {days}"

    def next_evening(self, day: date, competitions: Sequence[str], /) -> str:
        return f"Volgende speelavond: {self.weekday_and_date(day)} ({self.clubs_together(competitions)})"

    def previous_evening(self, day: date, competitions: Sequence[str], /) -> str:
        return f"Vorige speelavond: {self.weekday_and_date(day)} ({self.clubs_together(competitions)})"

    def matches_left_out(self, number: int, /) -> str:
        return f"Niet getoond: nog {self.matches(number)}."

    def fixtures_of(self, clubs: Sequence[str], /) -> str:
        return f"Programma {' – '.join(clubs)}"

    def no_fixtures(self, clubs: Sequence[str], /) -> str:
        return f"Van {' – '.join(clubs)} ken ik geen komende Europese wedstrijden."

    def place_drops(self, places: str, competition: str, /) -> str:
        return f"{places} naar de {competition}"

    def matches_to_play(self, number: int, /) -> str:
        return f"Nog {self.matches(number)} te spelen."

    def results_missing(self, number: int, /) -> str:
        return f"{number} {plural(number, 'uitslag ontbreekt', 'uitslagen ontbreken')}"

    def too_few_results(self, results: int, due: int, /) -> str:
        return f"Geen stand: {results} van {due} {plural(due, 'uitslag', 'uitslagen')} bekend"

    def no_table(self, competition: str, season: Season, /) -> str:
        return f"Van de {competition} {season} ken ik geen stand."

    def no_table_of_club(self, club: str, season: Season | None, /) -> str:
        return f"Ik ken {f'in {season} ' if season else ''}geen groep of competitiefase met {club}."

    def no_such_group(self, letter: str, competition: str, season: Season, /) -> str:
        return f"In de {competition} {season} ken ik geen groep {letter}."

    def no_knockout(self, competition: str, season: Season, /) -> str:
        return f"Van de {competition} {season} zijn nog geen duels in de knock-outfase bekend."

    def no_knockout_of_club(self, club: str, season: Season | None, /) -> str:
        return f"Ik ken {f'in {season} ' if season else ''}geen knock-outduels van {club}."

    # A calendar

    ask_for_calendar = "Van welke club wil je de agenda? Bijvoorbeeld:"
    calendar_again = "Verschuift er iets, vraag hem dan opnieuw: er komt niets dubbel in."
    button_calendar = "In mijn agenda"
    calendar_of_followed = "Europees voetbal"

    def calendar_with(self, name: str, matches: int, /) -> str:
        return f"{name}: {self.matches(matches)} voor je agenda"

    def calendar_without_day(self, matches: int, /) -> str:
        return f"Van {self.matches(matches)} is de dag nog niet bekend."

    # What isn't known

    def left_out(self, names: Sequence[str], /) -> str:
        return f"Niet meegenomen in dit antwoord: {self.clubs_together(names)}"

    more_is_missing = "meer"
    lacking = "Ontbreekt hier:"
    latest_season_here = "Meest recente seizoen van deze club in mijn uitslagen"

    def qualifying(self, competition: str, seasons: str, /) -> str:
        return f"voorronden {competition} {seasons}"

    def later_than(self, season: str, day: str, /) -> str:
        return f"{season} na {day}"

    def known_until(self, day: date, /) -> str:
        return f"bijgewerkt tot en met {self.day(day)}"

    def takes_part(self, club: str, competition: str, /) -> str:
        return f"{club} speelt dit seizoen in de {competition}; daarvan heb ik nog geen wedstrijden."

    # Finding

    which_club = "Welke club bedoel je?"
    earlier_meetings = "Eerdere ontmoetingen"
    no_club_help = "Probeer bijvoorbeeld:"
    only_european = (
        "Ik ken alleen Europees voetbal van clubs: de mannen, van Europa Cup I tot Conference League."
    )
    you_are_welcome = "Graag gedaan!"
    ask_for_club = "Van welke club wil je de uitslag weten? Bijvoorbeeld:"
    asked_too_long = "Dat is wel erg veel tekst. Noem één club, bijvoorbeeld:"
    not_understood = "Die vraag begrijp ik niet."
    no_club = "Geen club gevonden voor ‘{}’.".format
    not_here = "Ik ken alleen Europees voetbal; {} staat niet in mijn uitslagen.".format
    first_men_team = "Ik ken alleen het eerste mannenelftal van {}.".format
    no_such_day = "‘{}’ is geen datum. Schrijf bijvoorbeeld 22-02-2018.".format
    no_such_season = "‘{}’ is geen seizoen. Schrijf bijvoorbeeld 2017/18.".format

    def not_in_season(self, club: str, when: Season | int, /) -> str:
        return f"In mijn uitslagen speelde {club} in {when} niet Europees."

    def not_in_competition(self, club: str, competition: str, /) -> str:
        return f"In mijn uitslagen speelde {club} niet in de {competition}."

    def nothing_known_then(self, club: str, day: date, /) -> str:
        return f"Van {club} ken ik op {self.day(day)} nog geen Europese wedstrijden."

    def meetings_left_out(self, number: int, /) -> str:
        return f"Nog {number} {plural(number, 'eerdere ontmoeting', 'eerdere ontmoetingen')}."

    def never_met(self, club: str, other: str, /) -> str:
        return f"In mijn uitslagen troffen {club} en {other} elkaar nooit."

    # Buttons

    button_expired = "Deze knop werkt niet meer. Stel je vraag opnieuw."
    button_season = "Seizoen {}".format
    button_whole_way = "Hele seizoen {}".format

    # Buttons under a result

    button_table = "Stand"
    button_whole_table = "Hele stand"
    button_short_table = "← Korte stand"
    button_back_to_result = "← Uitslag"
    button_share = "Delen"

    # Inline mode

    last_matches_of = "Laatste wedstrijden van {}".format

    # Examples

    def example(self, example: str, /) -> str:
        return example

    # What a chat follows, its settings, its privacy

    tonight = "Vanavond"
    button_read_on = "Lees verder"
    only_in_a_chat = "Dat kan alleen in een chat met mij."
    follow_which = "Welke club wil je volgen? Bijvoorbeeld:"
    follows = "Deze chat volgt"
    follows_nothing = "Deze chat volgt nog geen club. Volg er een met bijvoorbeeld:"
    preferences_title = "Instellingen van deze chat"
    button_language_of_asker = "Van de vrager"
    for_administrators = "Dat kunnen alleen de beheerders van deze groep."
    quiet_please = "Dat zijn veel vragen in korte tijd. Over een minuutje antwoord ik weer."
    privacy_title = "Wat ik bewaar"
    privacy = (
        "Per chat: wat ze volgt, de instellingen en in welk onderwerp en welke taal ik meld; "
        "twee dagen lang op welk bericht ik heb geantwoord, met een vingerafdruk ervan, "
        "wat daardoor wel of niet meer gevolgd wordt, en wat ik heb gemeld. "
        "Een vraag, en wie haar stelde, alleen tot ik heb geantwoord; "
        "verder geen namen en geen teksten. "
        "Word ik uit een groep verwijderd, dan vergeet ik die na dertig dagen."
    )
    nothing_stored = "Van deze chat heb ik niets bewaard."
    how_to_forget = "Alles wissen: /vergeet"
    forget_sure = "Alles van deze chat wissen: wat ze volgt en de instellingen?"
    button_forget = "Ja, vergeet deze chat"
    forgotten = "Alles van deze chat is gewist."
    followed = "Deze chat volgt nu {}.".format
    already_followed = "Deze chat volgt {} al.".format
    too_many_followed = (
        "Een chat kan hooguit {} clubs, landen en toernooien volgen. Laat er met /ontvolg één los.".format
    )
    clubs_from = "de clubs uit {}".format
    unfollowed = "Deze chat volgt {} niet meer.".format
    not_followed = "Deze chat volgde {} niet.".format
    button_unfollow = "{} niet meer volgen".format
    stored_clubs = "Gevolgd: {}.".format
    stored_answers = "Onthouden antwoorden: {}.".format
    stored_alerts = "Meldingen van de laatste dagen: {}.".format

    def not_held_any_more(self, competition: str, /) -> str:
        return f"{first_upper(competition)} wordt niet meer gespeeld en is dus niet te volgen."

    def clubs_this_season(self, clubs: Sequence[str], /) -> str:
        return f"Dit seizoen: {self.clubs_together(clubs)}."

    def will_tell_of_competition(self, live: bool, /) -> str:
        return f"Elke speelavond één bericht, met alle {'standen' if live else 'uitslagen'}."

    def preference_language(self, language: str | None, /) -> str:
        chosen = {"nl": "Nederlands", "en": "Engels"}.get(language or "", "die van wie het vraagt")
        return f"Taal: {chosen}"

    def preference_spoiler(self, on: bool, /) -> str:
        return f"Uitslagen: {'verborgen tot je tikt' if on else 'meteen zichtbaar'}"

    def preference_silent(self, on: bool, /) -> str:
        return f"Berichten: {'zonder geluid' if on else 'met geluid'}"

    def preference_admins_follow(self, on: bool, /) -> str:
        return f"Clubs volgen: {'alleen beheerders' if on else 'iedereen in de groep'}"

    def button_spoiler(self, on: bool, /) -> str:
        return "Uitslagen verbergen" if on else "Uitslagen meteen tonen"

    def button_silent(self, on: bool, /) -> str:
        return "Zonder geluid" if on else "Met geluid"

    def button_admins_follow(self, on: bool, /) -> str:
        return "Alleen beheerders laten volgen" if on else "Iedereen laten volgen"

    def stored_since(self, day: date, /) -> str:
        return f"Deze chat ken ik sinds {self.day(day)}."

    # Alerts

    kicked_off = "Afgetrapt"
    soon = "Straks"
    goal_disallowed = "Toch geen doelpunt"
    end_revoked = "Toch nog niet afgelopen"
    result_corrected = "Uitslag gewijzigd"
    kick_off_moved = "Aftrap verplaatst"
    sources_disagree = "Twee bronnen spreken elkaar tegen"
    alerts_title = "Meldingen in deze chat"
    alerts_need_clubs = "Meldingen gaan over de clubs die deze chat volgt. Volg er een met /volg Ajax."
    button_alerts = "Meldingen"
    button_live = "Live-bericht op speelavonden"
    button_back = "Terug"
    whole_evening_here = "Ik houd de hele avond hier bij, in één bericht dat meeloopt."
    no_live_source = "Ik krijg geen tussenstanden binnen en kan de avond dus niet bijhouden."
    results_instead = "Geen tussenstanden, wel de uitslagen zodra ze er zijn."
    how_to_go_live = (
        "Wie deze bot draait, zet tussenstanden aan met LIVE_SOURCES=uefa of api-football in .env."
    )
    choose_otherwise = "Aanpassen: /instellingen"
    button_no_stories = "Geen verhalen meer"
    no_more_stories = "Geen verhalen meer. Terug komen ze bij /instellingen, Meldingen."
    button_every_match = "Toernooi: elke wedstrijd apart"
    alerts_need_live = (
        "Zonder tussenstanden meld ik geen aftrap en geen doelpunten, en houd ik geen live-bericht bij."
    )
    alerts_on = "Aan"
    alerts_off = "Meldingen staan uit."
    alerts_none = "Uit mezelf meld ik hier niets."
    result = "Uitslag"
    fetching_results = "De nieuwste uitslagen worden opgehaald; vraag het zo nog eens."
    score_again = "weer {}".format
    result_was = "(was {})".format

    def results_of(self, day: date, /) -> str:
        return f"Uitslagen van {self.full_day_this_year(day)}"

    def kick_taken(self, who: str, scored: bool, score: Score, /) -> str:
        return f"{who} {'raak' if scored else 'mist'}: {score} in de strafschoppenserie"

    def alerts_delay(self, seconds: int, /) -> str:
        return f"Vertraging: {f'{seconds} seconden' if seconds else 'geen'}"

    def alerts_quiet(self, hours: QuietHours | None, /) -> str:
        return f"Stille uren: {f'{hours.begin}.00 tot {hours.end}.00 uur' if hours else 'geen'}"

    def alerts_live(self, on: bool, /) -> str:
        return f"Live-bericht op speelavonden: {'aan' if on else 'uit'}"

    def alerts_of_competition(self, every_match: bool, live: bool, /) -> str:
        if every_match:
            return "Van een toernooi: alles, als van een club"
        return f"Van een toernooi: {'live-bericht' if live else 'uitslagen'} en lotingen"

    def button_delay(self, seconds: int, /) -> str:
        return f"{seconds} s" if seconds else "Direct"

    def button_quiet(self, hours: QuietHours | None, /) -> str:
        return f"{hours.begin}–{hours.end} u stil" if hours else "Nooit stil"

    # What the owners enter

    only_for_owners = "Dat kan alleen de eigenaar van deze bot."
    only_in_private = "Dat kan alleen in een chat met mij alleen."
    ask_for_entry = "Typ een uitslag of een doelpunt op één regel, de thuisclub eerst. Bijvoorbeeld:"
    is_this_right = "Klopt dit?"
    button_save = "Opslaan"
    button_leave_it = "Laat maar"
    entry_saved = "Opgeslagen"
    entry_dropped = "Niets opgeslagen."
    entry_undone = "Ongedaan gemaakt"
    button_undo = "Ongedaan maken"
    entry_not_understood = "‘{}’ begrijp ik niet. Zo kan het:".format
    no_next_goal = "Volgens mij staat het {}. Typ de stand met dit doelpunt erbij.".format
    known_now = "Nu bekend: {}.".format

    def no_match_to_enter(self, home: str, away: str, /) -> str:
        return f"Ik ken dit seizoen geen gespeelde wedstrijd {home} – {away}."

    # Scorers, players and records

    top_scorers = "topscorers"
    no_scorers_known = "Hiervan ken ik nog geen doelpuntenmakers."
    which_player = "Bedoel je …?"
    ask_for_player = "Van welke speler wil je de doelpunten weten? Bijvoorbeeld:"
    no_player_help = "Probeer de achternaam, bijvoorbeeld:"
    records = "Records"
    of_all_time = "aller tijden"
    only_for_clubs_of = "Alleen voor clubs uit {}.".format
    all_of_europe = "alle Europese wedstrijden die ik ken"
    records_of_which_club = "Van welke club wil je de records zien?"
    biggest_wins = "Grootste zeges"
    most_goals_in_a_match = "Meeste doelpunten in een wedstrijd"
    own_goals_not_all_marked = "Niet elk eigen doelpunt is als zodanig bekend."
    no_player = "Geen doelpuntenmaker gevonden voor ‘{}’.".format
    since = "sinds {}".format
    no_such_record = "Zo’n record ken ik niet: {}.".format
    no_records = "Van {} ken ik nog geen uitslagen.".format

    # Rounds, finals and winners

    honours = "Erelijst"
    winners_first = "De winnaar staat vooraan."
    won_most = "Recordwinnaars"
    trophies = "Bekers"
    last_finals = "De laatste {} finales.".format
    button_bracket = "Schema"
    button_honours = "Erelijst"
    button_earlier = "Eerder"
    button_later = "Later"
    short_extra_time = "n.v."
    short_shoot_out = "{} n.s.".format
    no_final_known = "Van {} ken ik geen finale.".format

    def finals_missing(self, seasons: str, number: int, /) -> str:
        missing = plural(number, "ontbreekt de finale", "ontbreken de finales")
        return f"In mijn uitslagen {missing} van {seasons}."

    def finals_played(self, won: int, lost: int, /) -> str:
        return f"{won + lost} {plural(won + lost, 'finale', 'finales')}: {won} gewonnen, {lost} verloren"

    def final_not_known(self, competition: str, season: Season, /) -> str:
        return f"Van de {competition} {season} ken ik de finale niet."

    def no_ties_known(self, round_: Round, when: Season | int | None, /) -> str:
        return f"{f'Van {when} ken ik' if when else 'Ik ken'} geen wedstrijd in de {self.round(round_)}."

    def not_in_round(self, clubs: str, round_: Round, when: Season | int | None, /) -> str:
        return f"Van {clubs} ken ik {f'in {when} ' if when else ''}geen wedstrijd in de {self.round(round_)}."

    def not_with_score(self, club: str, other: str, score: Score, /) -> str:
        return f"Een {score} tussen {club} en {other} ken ik niet."

    def more_with_as_many(self, players: int, goals: int, /) -> str:
        return f"en nog {players} {plural(players, 'speler', 'spelers')} met {self.goals(goals)}"

    def no_scorers_of(self, competition: str, season: Season, /) -> str:
        return f"Van de {competition} {season} ken ik geen doelpuntenmakers."

    def scorers_coverage(self, coverage: Coverage, /) -> str:
        counted = "" if coverage.is_whole else f"Doelpuntenmakers bekend van {self.of_matches(coverage)}."
        doubt = "" if coverage.own_goals_known else "Een eigen doelpunt kan zijn meegeteld."
        return " ".join(filter(None, (counted, doubt)))

    def scorers_coverage_of(self, seasons: str, coverage: Coverage, /) -> str:
        return f"{seasons}: doelpuntenmakers bekend van {self.of_matches(coverage)}."

    def of_matches(self, coverage: Coverage, /) -> str:
        return f"{self.number(coverage.counted)} van {self.number(coverage.of)} wedstrijden"

    def goals_in_europe(self, goals: int, /) -> str:
        return f"{goals} {plural(goals, 'Europees doelpunt', 'Europese doelpunten')} bekend"

    def also_written(self, spellings: Sequence[str], /) -> str:
        return f"ook geschreven als {self.clubs_together(spellings)}"

    def doubtful_goals(self, goals: int, /) -> str:
        return f"Niet meegeteld: {self.goals(goals)} tegen de eigen club, vermoedelijk in eigen doel."

    def hat_tricks(self, number: int, /) -> str:
        return f"Drie of meer doelpunten: {self.number(number)} keer"

    def fastest_goals(self, in_first_minute: int, /) -> str:
        times = f" ({self.number(in_first_minute)} in de 1e minuut)" if in_first_minute else ""
        return f"Snelste doelpunten{times}"

    def own_goals(self, number: int, /) -> str:
        return f"Meeste eigen doelpunten (samen {self.number(number)})"

    def records_coverage(self, coverage: Coverage, /) -> str:
        matches = f"{self.number(coverage.of)} {plural(coverage.of, *self.match_nouns)}"
        if coverage.is_whole:
            return f"Uit {matches}, met alle doelpuntenmakers."
        return f"Uit {matches}; doelpuntenmakers bekend van {self.number(coverage.counted)}."

    # Sources

    sources_title = "Bronnen"
    see_sources = "Bronnen: /bronnen"
    sources = (
        ("openfootball (CC0 1.0)", "uitslagen"),
        ("schochastics/football-data (ODC-BY 1.0)", "van David Schoch: uitslagen van vroeger, doelpunten"),
        ("Engelse Wikipedia (CC BY-SA 4.0)", "nieuwe uitslagen en doelpunten, lotingen; geen teksten"),
        ("Eigen feiten", "nagezocht, elk met zijn bron"),
    )
    updated_until = "Bijgewerkt tot en met"
    live_sources = "Tussenstanden komen van wat de eigenaar van deze bot aanzet."

    # Countries, two clubs, a club through the years

    button_follow_all = "Volg ze allemaal"
    in_europe = "{} in Europa".format
    no_country = "‘{}’ ken ik niet als land. Schrijf bijvoorbeeld:".format
    button_head_to_head = "Onderling"
    which_two_clubs = "Van welke twee clubs wil je alle ontmoetingen zien? Bijvoorbeeld:"
    last_met = "Laatste keer"
    which_club_through_the_years = "Welke club wil je door de jaren heen zien? Bijvoorbeeld:"
    season_by_season = "Seizoen na seizoen"
    most_matches = "Wedstrijden"
    biggest_win = "Grootste zege"
    biggest_defeat = "Grootste nederlaag"
    cup_won = "winst"
    season_with_a_cup = "Seizoen met een beker"
    level = "gelijk"
    goals_by_each = "Doelpunten: {}".format

    def matches_since(self, matches: int, season: Season, /) -> str:
        return f"{self.matches(matches)} sinds {season}"

    def won_level_lost(self, won: int, level: int, lost: int, /) -> str:
        return f"{won} gewonnen, {level} gelijk, {lost} verloren"

    def points_out_of(self, points: int, matches: int, /) -> str:
        return f"{points} {plural(points, *self.point_nouns)} uit {matches}"

    def known_until_in(self, competition: str, day: date, /) -> str:
        return f"{competition} bijgewerkt t/m {self.day_this_year(day)}"

    def no_clubs_from(self, country: str, season: Season, /) -> str:
        return f"Van clubs uit {country} ken ik in {season} geen Europese wedstrijden."

    def met_times(self, matches: int, /) -> str:
        return f"{matches} {plural(matches, 'ontmoeting', 'ontmoetingen')}"

    def won_by_each(self, club: str, won: int, other: str, lost: int, level: int, /) -> str:
        return f"Gewonnen: {club} {won}, {other} {lost}; gelijk: {level}"

    # Pictures

    button_picture = "Plaatje"
    brief_reasons: Mapping[DecidedBy, str] = {
        DecidedBy.AGGREGATE: "",
        DecidedBy.AWAY_GOALS: "uitdoelpunten",
        DecidedBy.EXTRA_TIME: "verlenging",
        DecidedBy.PENALTIES: "strafschoppen",
        DecidedBy.REPLAY: "beslissingsduel",
        DecidedBy.COIN_TOSS: "toss",
        DecidedBy.WALKOVER: "walk-over",
        DecidedBy.AWARD: "reglementair",
    }

    def button_theme(self, theme: str, /) -> str:
        return "Donker" if theme == "d" else "Licht"

    def not_drawn(self, rounds: Sequence[str], /) -> str:
        return f"Niet op dit plaatje: {self.clubs_together(rounds)}."

    # The bot itself

    welcome = "Ik weet hoe het staat in het Europese clubvoetbal: uitslagen, wie er doorgaat, wie scoorde."
    group_welcome = "Europees voetbal in deze groep"
    group_welcome_what = "Uitslagen, wie doorgaat, wie scoorde."
    group_commands = (
        ("/uitslag Ajax", "hoe het staat"),
        ("/avond", "alles van vanavond"),
        ("/volg Ajax", "een club volgen"),
    )
    button_follow_dutch = "Volg de Nederlandse clubs"
    for_example = "Bijvoorbeeld:"
    more_help = "Meer voorbeelden: /help"
    help_title = "Dit kun je me vragen"
    help_questions = (
        ("/uitslag Arsenal", "laatste tweeluik of stand"),
        ("/uitslag Arsenal 2017/18", "het hele seizoen"),
        ("/uitslag Arsenal - Milan", "laatste onderlinge duel"),
        ("/uitslag Arsenal 22-02-2018", "zoals bekend op die avond"),
        ("/loting Europa League", "lotingen en finale"),
        ("wie speelt er vanavond", "in gewone woorden, in een privéchat"),
    )
    trouble = "Er ging bij mij iets mis. Probeer het straks nog eens."
    console_greeting = "Uitslagbot. Typ een vraag, bijvoorbeeld /uitslag Arsenal 2017/18 (stoppen: Ctrl-D)."
    console_photo = "[plaatje: {}]".format
    console_only_you = "(alleen jij ziet dit)"
    console_button_hint = "(Typ een nummer om een knop te kiezen.)"
    console_document = "[bestand: {}]".format
    console_user = "Jij"
    no_such_command = "Die opdracht ken ik niet. Kijk bij /help wat ik wel kan."
    goodbye = "Tot de volgende wedstrijd."

    def console_no_such_button(self, buttons: int, /) -> str:
        if buttons == 1:
            return "Er is één knop: typ 1."
        return f"Er zijn {buttons} knoppen: typ {'1 of 2' if buttons == 2 else f'1 t/m {buttons}'}."

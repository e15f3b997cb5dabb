"""Nederlands: every sentence as a football editor would print it."""

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
from bot.words import nl_story
from bot.words.calendar import amsterdam_clock, written_day, written_number

_ROUNDS = {
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
_WHY = {
    DecidedBy.AGGREGATE: "",
    DecidedBy.AWAY_GOALS: "op uitdoelpunten",
    DecidedBy.EXTRA_TIME: "na verlenging",
    DecidedBy.PENALTIES: "na strafschoppen",
    DecidedBy.REPLAY: "na een beslissingswedstrijd",
    DecidedBy.COIN_TOSS: "na een toss",
    DecidedBy.WALKOVER: "zonder te spelen (walk-over)",
    DecidedBy.AWARD: "reglementair",
}
_LEGS = {Leg.FIRST: "heen", Leg.SECOND: "return", Leg.REPLAY: "beslissingswedstrijd"}
_STATUS = {
    Status.SCHEDULED: "nog te spelen",
    Status.LIVE: "bezig",
    Status.PLAYED: "gespeeld",
    Status.POSTPONED: "uitgesteld",
    Status.ABANDONED: "gestaakt",
    Status.AWARDED: "reglementaire uitslag",
    Status.WALKOVER: "walk-over",
    Status.CANCELLED: "niet gespeeld",
}
_CITIES = {
    "Athens": "Athene",
    "Baku": "Bakoe",
    "Basel": "Bazel",
    "Belgrade": "Belgrado",
    "Berlin": "Berlijn",
    "Brussels": "Brussel",
    "Bucharest": "Boekarest",
    "Budapest": "Boedapest",
    "Cardiff": "Cardiff",
    "Cologne": "Keulen",
    "Copenhagen": "Kopenhagen",
    "Geneva": "Genève",
    "Hamburg": "Hamburg",
    "Istanbul": "Istanbul",
    "Kyiv": "Kiev",
    "Lisbon": "Lissabon",
    "London": "Londen",
    "Milan": "Milaan",
    "Moscow": "Moskou",
    "Munich": "München",
    "Paris": "Parijs",
    "Prague": "Praag",
    "Rome": "Rome",
    "Saint-Denis": "Saint-Denis",
    "Seville": "Sevilla",
    "Turin": "Turijn",
    "Vienna": "Wenen",
    "Warsaw": "Warschau",
}
_NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_ORDINALS = ("", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde")
_PHASES = {
    Phase.FIRST_HALF: "eerste helft",
    Phase.HALF_TIME: "rust",
    Phase.SECOND_HALF: "tweede helft",
    Phase.NINETY_OVER: "einde reguliere speeltijd",
    Phase.EXTRA_TIME: "verlenging",
    Phase.SHOOT_OUT: "strafschoppen",
}
_ALERTS = {
    AlertKind.KICK_OFFS: "aftrap",
    AlertKind.GOALS: "doelpunten",
    AlertKind.RED_CARDS: "rode kaarten",
    AlertKind.BREAKS: "rust en verlenging",
    AlertKind.ENDS: "uitslagen",
    AlertKind.DRAWS: "lotingen",
    AlertKind.STORY: "het verhaal van de avond",
}
_COMMANDS = {
    "uitslag": "uitslag van een club, met wie er doorgaat",
    "avond": "alle wedstrijden van vanavond, of van een andere avond",
    "programma": "komende wedstrijden van een club",
    "stand": "stand in de groep of competitiefase",
    "schema": "de knock-outfase, ronde voor ronde",
    "loting": "wanneer er geloot wordt en waar de finale is",
    "topscorers": "wie er het vaakst scoorde, in een toernooi of voor een club",
    "speler": "de Europese doelpunten van een speler",
    "records": "grootste zeges, hattricks, snelste doelpunten",
    "volg": "een club volgen",
    "ontvolg": "een club niet meer volgen",
    "volgend": "welke clubs deze chat volgt",
    "instellingen": "taal, verborgen uitslagen, geluid",
    "privacy": "wat ik bewaar",
    "vergeet": "alles van deze chat wissen",
    "invoer": "een uitslag of doelpunt invoeren (voor de eigenaar)",
    "help": "wat je me kunt vragen",
    "start": "hoe het werkt",
}


class Dutch:
    """The sentences of the Dutch language."""

    code = "nl"

    # Names

    def club(self, club: Club, /) -> str:
        return club.dutch_name or club.name

    def competition(self, competition: Competition, season: Season, /) -> str:
        match competition.code:
            case "CL":
                return "Champions League" if season.start_year >= 1992 else "Europa Cup I"
            case "EL":
                return "Europa League" if season.start_year >= 2009 else "UEFA Cup"
            case "ECL":
                return "Conference League"
            case "CWC":
                return "Europa Cup II"
        return competition.code

    def round(self, round_: Round, /) -> str:
        if round_.kind is RoundKind.OTHER:
            return round_.label
        name = _ROUNDS[round_.kind]
        if not round_.label or round_.label.isdigit():
            return name
        if round_.kind is RoundKind.SECOND_GROUP:
            return f"{name}, groep {round_.label}"
        return f"groep {round_.label}"

    def to_round(self, round_: Round, /) -> str:
        return f"naar de {_ROUNDS.get(round_.kind, round_.label)}"

    def city(self, city: str, /) -> str:
        return _CITIES.get(city, city)

    def clubs_together(self, names: Sequence[str], /) -> str:
        return " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    # Days and times

    def weekday_and_day(self, day: date, /) -> str:
        return written_day(day, "EEE d MMMM", "nl")

    def full_day(self, day: date, /) -> str:
        return written_day(day, "EEEE d MMMM y", "nl")

    def day(self, day: date, /) -> str:
        return written_day(day, "d MMMM y", "nl")

    def clock(self, moment: datetime, /) -> str:
        return f"{amsterdam_clock(moment, '.')} uur"

    # A match

    def half_time(self, score: Score, /) -> str:
        return f"rust {score}"

    def after_extra_time(self, ninety: Score | None, half: Score | None, /) -> str:
        parts = [f"na 90 minuten {ninety}" if ninety else "", self.half_time(half) if half else ""]
        known = ", ".join(filter(None, parts))
        return f"na verlenging ({known})" if known else "na verlenging"

    def shoot_out(self, winner: str, score: Score, /) -> str:
        most, least = max(score.home, score.away), min(score.home, score.away)
        return f"{winner} wint na strafschoppen, {most}-{least}"

    def leg(self, leg: Leg | None, /) -> str:
        return _LEGS[leg] if leg else ""

    def goal_kind(self, goal: Goal, /) -> str:
        match goal.kind:
            case GoalKind.PENALTY:
                return "(pen.)"
            case GoalKind.OWN_GOAL:
                return "(e.d.)"
            case GoalKind.OPEN_PLAY:
                return ""

    def status(self, status: Status, /) -> str:
        return _STATUS[status]

    def scorers_unknown(self) -> str:
        return "doelpuntenmakers onbekend"

    def scorers_partly_unknown(self) -> str:
        return "niet alle doelpuntenmakers bekend"

    def scorer_unknown(self) -> str:
        return "doelpuntenmaker onbekend"

    def result_unknown(self) -> str:
        return "uitslag onbekend"

    def date_unknown(self) -> str:
        return "datum onbekend"

    def derived_goalless(self) -> str:
        return "(uitslag afgeleid)"

    def under_way(self, now: datetime, /) -> str:
        return f"bezig, stand om {self.clock(now)}"

    def under_way_score_unknown(self) -> str:
        return "bezig, tussenstand onbekend"

    def neutral_ground(self, venue: str, /) -> str:
        return f"neutraal terrein: {venue}" if venue else "neutraal terrein"

    # A tie

    def over_two_legs(self) -> str:
        return "Over twee duels"

    def after_one_leg(self) -> str:
        return "Na één duel"

    def if_it_stays_so(self) -> str:
        return "Als het zo blijft"

    def goes_through(self, club: str, why: DecidedBy, to: Round | None, /) -> str:
        where = self.to_round(to) if to else ""
        return " ".join(filter(None, (club, _WHY[why], "door", where)))

    def is_out(self, club: str, why: DecidedBy, /) -> str:
        return " ".join(filter(None, (club, _WHY[why], "uitgeschakeld")))

    def wins_final(self, club: str, competition: str, why: DecidedBy, /) -> str:
        return " ".join(filter(None, (club, "wint", _WHY[why], self._the(competition))))

    def then(self, then: Then, /) -> str:
        match then:
            case Then.EXTRA_TIME:
                return "verlenging"
            case Then.PENALTIES:
                return "strafschoppen"
            case Then.REPLAY:
                return "een beslissingswedstrijd"
            case Then.SECOND_LEG:
                return "de return"

    def need(self, club: str, needs: Needs, /) -> str:
        by = abs(needs.margin)
        match needs.kind:
            case NeedKind.MAY_LOSE:
                enough = f"{club} mag met {_goals(by)} verschil verliezen"
            case NeedKind.LEVEL:
                enough = f"{club} heeft genoeg aan een gelijkspel"
            case NeedKind.WIN:
                enough = f"{club} moet winnen"
            case NeedKind.WIN_BY:
                enough = f"{club} moet met {_goals(by)} verschil winnen"
        worth_saying = [band for band in needs.bands if band.verdict is not Verdict.OUT]
        return "; ".join((enough, *(self._band(needs, band) for band in worth_saying)))

    def _band(self, needs: Needs, band: Band) -> str:
        short_by = needs.margin - 1
        if band.highest is None and len(needs.bands) == 1:
            if short_by == 0:
                scores = "gelijkspel"
            else:
                scores = f"{'winst' if short_by > 0 else 'verlies'} met {_goals(abs(short_by))} verschil"
        elif band.highest is None:
            scores = f"{band.lowest} of hoger"
        elif band.highest == band.lowest:
            scores = str(band.lowest)
        elif band.highest == band.lowest + Score(1, 1):
            scores = f"{band.lowest} of {band.highest}"
        else:
            scores = f"{band.lowest} tot en met {band.highest}"
        match band.verdict:
            case Verdict.THROUGH:
                return f"bij {scores} ook door"
            case Verdict.OUT:
                return f"bij {scores} uitgeschakeld"
            case Verdict.LEVEL:
                return f"bij {scores} {self.then(needs.then)}"

    def tie_outcome_unknown(self) -> str:
        return "Wie er doorging, is mij niet bekend."

    def played_on(self, club: str, to: Round | None, /) -> str:
        where = f" {self.to_round(to)}" if to else ""
        return f"{club} ging door{where}; de uitslag is mij niet bekend."

    def came_from(self, competition: str, place: int, group: Round, ahead: Sequence[str], /) -> str:
        where = self.round(group) if group.label and not group.label.isdigit() else "de groep"
        behind = f" achter {self.clubs_together(ahead)}" if ahead else ""
        return f"Kwam uit de {competition}: {_ORDINALS[place]} in {where}{behind}"

    def next_match(self) -> str:
        return "Volgende wedstrijd"

    # A table

    def place(self, standing: Standing, club: str, /) -> str:
        matches = "wedstrijd" if standing.played == 1 else "wedstrijden"
        points = "punt" if standing.points == 1 else "punten"
        rank = f"gedeeld {standing.place}e" if standing.shared else f"{standing.place}e"
        return f"{club} {rank}, {standing.points} {points} uit {standing.played} {matches}"

    def points_as_known(self, standing: Standing, club: str, /) -> str:
        matches = "wedstrijd" if standing.played == 1 else "wedstrijden"
        points = "punt" if standing.points == 1 else "punten"
        return f"Voor zover bekend: {club} {standing.points} {points} uit {standing.played} {matches}"

    def on_day(self, day: date, told: str, /) -> str:
        return f"Op {written_day(day, 'd MMMM', 'nl')}: {told}"

    def earlier_unknown(self, matches: int, /) -> str:
        earlier = "eerdere wedstrijd" if matches == 1 else "eerdere wedstrijden"
        return f"Ook van {matches} {earlier} is de uitslag onbekend."

    def on_penalties(self, score: Score, /) -> str:
        return f"na strafschoppen {score}"

    def on_the_pitch(self) -> str:
        return "Op het veld:"

    def out_unknown_how(self, club: str, /) -> str:
        return f"{club} uitgeschakeld"

    def not_met_in(self, one: str, other: str, season: Season, /) -> str:
        return f"{one} en {other} troffen elkaar in {season} niet in mijn uitslagen. Wel in:"

    def not_in_competition_then(self, club: str, competition: str, season: Season, /) -> str:
        return f"{club} speelde in {season} niet in de {competition}. Wel in:"

    def seasons_missing(self, season: Season, competitions: Sequence[str], /) -> str:
        names = self.clubs_together([f"de {name}" for name in competitions])
        return f"Van {season} ontbreken in mijn uitslagen {names}."

    def final_was(self, club: str, competition: str, /) -> str:
        return f"{club} won {self._the(competition)}"

    def no_such_competition(self, text: str, /) -> str:
        return f"‘{text}’ is geen Europees toernooi. Schrijf bijvoorbeeld /loting Europa League."

    def _the(self, competition: str) -> str:
        return competition if competition.startswith("Europa Cup") else f"de {competition}"

    def advances(self, club: str, to: Round, /) -> str:
        return f"{club} door {self.to_round(to)}"

    def drops_to(self, club: str, competition: str, /) -> str:
        return f"{club} gaat verder in de {competition}"

    def out_in_table(self, club: str, round_: Round, /) -> str:
        return f"{club} uitgeschakeld in de {_ROUNDS[round_.kind]}"

    # Draws and finals

    def draw(self, rounds: Sequence[Round], /) -> str:
        return f"Loting {self.clubs_together([self.round(one) for one in rounds])}"

    def draw_expected(self) -> str:
        return "verwacht, nog niet bevestigd"

    def draw_date_unknown(self) -> str:
        return "datum nog onbekend"

    def no_draws_known_in(self, season: Season, /) -> str:
        return f"Voor seizoen {season} ken ik geen lotingen."

    def final(self) -> str:
        return "Finale"

    def no_more_draws(self, competition: str, /) -> str:
        return f"In de {competition} wordt dit seizoen niet meer geloot."

    def no_draws_known(self, competition: str, /) -> str:
        return f"Van de {competition} ken ik geen komende lotingen."

    # What was drawn

    def draw_held(self, round_: Round, day: date | None, /) -> str:
        drawn = f"Loting {self.round(round_)}"
        return f"{drawn}, gehouden {self.full_day(day)}" if day else drawn

    # A match night, fixtures, tables and brackets

    def one_of(self, names: Sequence[str], /) -> str:
        return " of ".join(filter(None, (", ".join(names[:-1]), names[-1])))

    def evening_scores_at(self, now: datetime, /) -> str:
        return f"Standen om {self.clock(now)}"

    def total_over_two_legs(self, total: Score, /) -> str:
        return f"{total} over twee duels"

    def shoot_out_score(self, score: Score, /) -> str:
        return f"strafschoppen {score}"

    def lead_after_one_leg(self, club: str, total: Score, /) -> str:
        return f"Na één duel {total}" + (f" voor {club}" if club else "")

    def decided(self, why: DecidedBy, /) -> str:
        return _WHY[why]

    def no_matches_tonight(self) -> str:
        return "Voor vanavond ken ik geen Europese wedstrijden."

    def no_matches_that_evening(self, day: date, /) -> str:
        return f"Van {self.full_day(day)} ken ik geen Europese wedstrijden."

    def next_evening(self, day: date, competitions: Sequence[str], /) -> str:
        return f"Volgende speelavond: {self.full_day(day)} ({self.clubs_together(competitions)})"

    def previous_evening(self, day: date, competitions: Sequence[str], /) -> str:
        return f"Vorige speelavond: {self.full_day(day)} ({self.clubs_together(competitions)})"

    def scorers_left_out(self) -> str:
        return "Zoveel wedstrijden: de doelpuntenmakers staan niet overal bij."

    def scorers_not_all_known(self) -> str:
        return "Niet van elke wedstrijd ken ik (alle) doelpuntenmakers."

    def matches_left_out(self, number: int, /) -> str:
        return f"Niet getoond: nog {number} {'wedstrijd' if number == 1 else 'wedstrijden'}."

    def fixtures_of(self, clubs: Sequence[str], /) -> str:
        return f"Programma {' – '.join(clubs)}"

    def no_fixtures(self, clubs: Sequence[str], /) -> str:
        return f"Van {' – '.join(clubs)} ken ik geen komende Europese wedstrijden."

    def last_match(self) -> str:
        return "Laatste wedstrijd"

    def ask_for_fixtures(self) -> str:
        return "Van welke club wil je het programma weten? Bijvoorbeeld:"

    def table_columns(self) -> tuple[str, str, str]:
        return ("G", "DS", "P")

    def place_goes_on(self, places: str, to: Round, /) -> str:
        return f"{places} {self.to_round(to)}"

    def place_drops(self, places: str, competition: str, /) -> str:
        return f"{places} naar de {competition}"

    def place_depends(self, places: str, /) -> str:
        return f"{places} alleen de beste door"

    def place_is_out(self, places: str, /) -> str:
        return f"{places} uitgeschakeld"

    def two_points_for_a_win(self) -> str:
        return "Twee punten voor een overwinning."

    def live_not_counted(self) -> str:
        return "Wedstrijden die bezig zijn, tellen nog niet mee."

    def matches_to_play(self, number: int, /) -> str:
        return f"Nog {number} {'wedstrijd' if number == 1 else 'wedstrijden'} te spelen."

    def results_missing(self, number: int, /) -> str:
        return f"Van {number} {'wedstrijd' if number == 1 else 'wedstrijden'} ken ik de uitslag niet."

    def no_table(self, competition: str, season: Season, /) -> str:
        return f"Van de {competition} {season} ken ik geen stand."

    def no_table_of_club(self, club: str, season: Season | None, /) -> str:
        return f"Ik ken {f'in {season} ' if season else ''}geen groep of competitiefase met {club}."

    def no_such_group(self, letter: str, competition: str, season: Season, /) -> str:
        return f"Een groep {letter} ken ik niet in de {competition} {season}."

    def group_letters_unknown(self) -> str:
        return "Welke letter elke groep had, weet ik niet."

    def which_group(self) -> str:
        return "Dat zijn te veel groepen voor één antwoord. Noem een club of een groep, bijvoorbeeld:"

    def no_knockout(self, competition: str, season: Season, /) -> str:
        return f"Van de {competition} {season} zijn nog geen duels in de knock-outfase bekend."

    def no_knockout_of_club(self, club: str, season: Season | None, /) -> str:
        return f"Ik ken {f'in {season} ' if season else ''}geen knock-outduels van {club}."

    # What isn't known

    def known_until(self, competition: str, day: date, /) -> str:
        return f"{competition} bijgewerkt tot en met {self.day(day)}"

    def latest_season_here(self) -> str:
        return "Meest recente seizoen van deze club in mijn uitslagen"

    def takes_part(self, club: str, competition: str, /) -> str:
        return f"{club} speelt dit seizoen in de {competition}; daarvan heb ik nog geen wedstrijden."

    # Finding

    def which_club(self) -> str:
        return "Bedoel je …?"

    def no_club(self, asked: str, /) -> str:
        return f"Geen club gevonden voor ‘{asked}’."

    def not_here(self, name: str, /) -> str:
        return f"{name} staat niet in mijn uitslagen."

    def no_club_help(self) -> str:
        return "Probeer de naam van de club, bijvoorbeeld:"

    def ask_for_club(self) -> str:
        return "Van welke club wil je de uitslag weten? Bijvoorbeeld:"

    def first_men_team(self, club: str, /) -> str:
        return f"Ik ken alleen het eerste mannenelftal van {club}."

    def not_in_season(self, club: str, season: Season, /) -> str:
        return f"{club} heeft in {season} geen Europese wedstrijden in mijn uitslagen."

    def not_in_competition(self, club: str, competition: str, /) -> str:
        return f"{club} heeft geen wedstrijden in de {competition} in mijn uitslagen."

    def nothing_known_then(self, club: str, day: date, /) -> str:
        return f"Van {club} ken ik op {self.day(day)} nog geen Europese wedstrijden."

    def never_met(self, one: str, other: str, /) -> str:
        return f"{one} en {other} hebben elkaar in mijn uitslagen niet getroffen."

    def no_such_day(self, text: str, /) -> str:
        return f"‘{text}’ is geen datum. Schrijf bijvoorbeeld 22-02-2018."

    def no_such_season(self, text: str, /) -> str:
        return f"‘{text}’ is geen seizoen. Schrijf bijvoorbeeld 2017/18."

    def asked_too_long(self) -> str:
        return "Dat is wel erg veel tekst. Noem één club, bijvoorbeeld:"

    # Buttons

    def button_tie(self, round_: Round, opponent: str, /) -> str:
        return f"{_first_upper(self.round(round_))}: {opponent}"

    def button_season(self, season: Season, /) -> str:
        return f"Seizoen {season}"

    def button_whole_way(self, season: Season, /) -> str:
        return f"Hele seizoen {season}"

    def button_expired(self) -> str:
        return "Deze knop werkt niet meer. Stel je vraag opnieuw."

    # Buttons under a result

    def button_leg(self, leg: Leg, /) -> str:
        return _first_upper(self.leg(leg))

    def button_both_legs(self) -> str:
        return "← Beide duels"

    def button_table(self) -> str:
        return "Stand"

    def button_back_to_evening(self, day: date, /) -> str:
        return f"← {self.weekday_and_day(day)}"

    def button_back_to_result(self) -> str:
        return "← Uitslag"

    def button_share(self) -> str:
        return "Delen"

    # Inline mode

    def last_matches_of(self, club: str, /) -> str:
        return f"Laatste wedstrijden van {club}"

    # Examples

    def example(self, example: str, /) -> str:
        return example

    # What a chat follows, its settings, its privacy

    def tonight(self) -> str:
        return "Vanavond"

    def only_in_a_chat(self) -> str:
        return "Dat kan alleen in een chat met mij."

    def follow_which(self) -> str:
        return "Welke club wil je volgen? Bijvoorbeeld:"

    def followed(self, club: str, /) -> str:
        return f"Deze chat volgt nu {club}."

    def already_followed(self, club: str, /) -> str:
        return f"Deze chat volgt {club} al."

    def too_many_followed(self, most: int, /) -> str:
        return f"Een chat kan hooguit {most} clubs volgen. Laat er met /ontvolg een los."

    def unfollowed(self, club: str, /) -> str:
        return f"Deze chat volgt {club} niet meer."

    def not_followed(self, club: str, /) -> str:
        return f"Deze chat volgde {club} niet."

    def follows(self) -> str:
        return "Deze chat volgt"

    def follows_nothing(self) -> str:
        return "Deze chat volgt nog geen club. Volg er een met bijvoorbeeld:"

    def button_unfollow(self, club: str, /) -> str:
        return f"{club} niet meer volgen"

    def preferences_title(self) -> str:
        return "Instellingen van deze chat"

    def preference_language(self, language: str | None, /) -> str:
        chosen = {"nl": "Nederlands", "en": "Engels"}.get(language or "", "die van wie het vraagt")
        return f"Taal: {chosen}"

    def preference_spoiler(self, on: bool, /) -> str:
        return f"Uitslagen: {'verborgen tot je tikt' if on else 'meteen zichtbaar'}"

    def preference_silent(self, on: bool, /) -> str:
        return f"Berichten: {'zonder geluid' if on else 'met geluid'}"

    def preference_admins_follow(self, on: bool, /) -> str:
        return f"Clubs volgen: {'alleen beheerders' if on else 'iedereen in de groep'}"

    def button_language_of_asker(self) -> str:
        return "Van de vrager"

    def button_spoiler(self, on: bool, /) -> str:
        return "Uitslagen verbergen" if on else "Uitslagen meteen tonen"

    def button_silent(self, on: bool, /) -> str:
        return "Zonder geluid" if on else "Met geluid"

    def button_admins_follow(self, on: bool, /) -> str:
        return "Alleen beheerders laten volgen" if on else "Iedereen laten volgen"

    def for_administrators(self) -> str:
        return "Dat kunnen alleen de beheerders van deze groep."

    def quiet_please(self) -> str:
        return "Dat zijn veel vragen in korte tijd. Over een minuutje antwoord ik weer."

    def privacy_title(self) -> str:
        return "Wat ik bewaar"

    def privacy(self) -> str:
        return (
            "Per chat: de gevolgde clubs, de instellingen en in welk onderwerp en welke taal ik meld; "
            "twee dagen lang op welk bericht ik heb geantwoord en wat ik heb gemeld. "
            "Een vraag, en wie haar stelde, alleen tot ik heb geantwoord; "
            "verder geen namen en geen teksten. "
            "Word ik uit een groep verwijderd, dan vergeet ik die na dertig dagen."
        )

    def nothing_stored(self) -> str:
        return "Van deze chat heb ik niets bewaard."

    def stored_since(self, day: date, /) -> str:
        return f"Deze chat ken ik sinds {self.day(day)}."

    def stored_clubs(self, clubs: str, /) -> str:
        return f"Gevolgd: {clubs}."

    def stored_answers(self, answers: int, /) -> str:
        return f"Onthouden antwoorden: {answers}."

    def stored_alerts(self, alerts: int, /) -> str:
        return f"Meldingen van de laatste dagen: {alerts}."

    def how_to_forget(self) -> str:
        return "Alles wissen: /vergeet"

    def forget_sure(self) -> str:
        return "Alles van deze chat wissen: de gevolgde clubs en de instellingen?"

    def button_forget(self) -> str:
        return "Ja, vergeet deze chat"

    def forgotten(self) -> str:
        return "Alles van deze chat is gewist."

    # What is told without being asked

    def kicked_off(self) -> str:
        return "Afgetrapt"

    def goal_disallowed(self) -> str:
        return "Toch geen doelpunt"

    def score_again(self, score: Score, /) -> str:
        return f"weer {score}"

    def phase(self, phase: Phase, /) -> str:
        return _PHASES[phase]

    def phase_began(self, phase: Phase, /) -> str:
        return _first_upper(_PHASES[phase])

    def kick_taken(self, who: str, scored: bool, score: Score, /) -> str:
        return f"{who} {'raak' if scored else 'mist'}: {score} in de strafschoppenserie"

    def result_corrected(self) -> str:
        return "Uitslag gewijzigd"

    def result_was(self, before: Score, /) -> str:
        return f"(was {before})"

    def kick_off_moved(self) -> str:
        return "Aftrap verplaatst"

    def sources_disagree(self) -> str:
        return "Twee bronnen spreken elkaar tegen"

    def alerts_title(self) -> str:
        return "Meldingen in deze chat"

    def alert_kind(self, kind: AlertKind, /) -> str:
        return _ALERTS[kind]

    def alerts_told(self, kinds: Sequence[str], /) -> str:
        return f"Ik meld {self.clubs_together(kinds)}." if kinds else "Ik meld niets."

    def alerts_delay(self, seconds: int, /) -> str:
        return f"Vertraging: {f'{seconds} seconden' if seconds else 'geen'}"

    def alerts_quiet(self, hours: QuietHours | None, /) -> str:
        return f"Stille uren: {f'{hours.begin}.00 tot {hours.end}.00 uur' if hours else 'geen'}"

    def alerts_live(self, on: bool, /) -> str:
        return f"Live-bericht op speelavonden: {'aan' if on else 'uit'}"

    def alerts_need_clubs(self) -> str:
        return "Meldingen gaan over de clubs die deze chat volgt. Volg er een met /volg Ajax."

    def button_alerts(self) -> str:
        return "Meldingen"

    def button_delay(self, seconds: int, /) -> str:
        return f"{seconds} s" if seconds else "Direct"

    def button_quiet(self, hours: QuietHours | None, /) -> str:
        return f"{hours.begin}–{hours.end} u stil" if hours else "Nooit stil"

    def button_live(self) -> str:
        return "Live-bericht op speelavonden"

    def button_back(self) -> str:
        return "Terug"

    def whole_evening_here(self) -> str:
        return "Ik houd de hele avond hier bij, in één bericht dat meeloopt."

    def no_live_source(self) -> str:
        return "Ik krijg geen tussenstanden binnen en kan de avond dus niet bijhouden."

    def followed_alerts(self) -> str:
        return "Ik meld wat er gebeurt; wat precies kies je bij /instellingen."

    # What the owners enter

    def only_for_owners(self) -> str:
        return "Dat kan alleen de eigenaar van deze bot."

    def only_in_private(self) -> str:
        return "Dat kan alleen in een chat met mij alleen."

    def ask_for_entry(self) -> str:
        return "Typ een uitslag of een doelpunt op één regel, de thuisclub eerst. Bijvoorbeeld:"

    def is_this_right(self) -> str:
        return "Klopt dit?"

    def button_save(self) -> str:
        return "Opslaan"

    def button_leave_it(self) -> str:
        return "Laat maar"

    def entry_saved(self) -> str:
        return "Opgeslagen"

    def entry_dropped(self) -> str:
        return "Niets opgeslagen."

    def entry_undone(self) -> str:
        return "Ongedaan gemaakt"

    def button_undo(self) -> str:
        return "Ongedaan maken"

    def entry_not_understood(self, rest: str, /) -> str:
        return f"‘{rest}’ begrijp ik niet. Zo kan het:"

    def no_match_to_enter(self, home: str, away: str, /) -> str:
        return f"Ik ken dit seizoen geen gespeelde wedstrijd {home} – {away}."

    def no_next_goal(self, before: Score, /) -> str:
        return f"Het staat {before} volgens mij. Typ de stand met dit doelpunt erbij."

    def known_now(self, was: str, /) -> str:
        return f"Nu bekend: {was}."

    # The story of the night

    def story_title(self) -> str:
        return "Het verhaal van de avond"

    def story_sentence(self, chapter: Chapter, /) -> str:
        return nl_story.sentence(chapter, self)

    def story_through(self, through: Through, /) -> str:
        return nl_story.through(through, self)

    def story_ahead(self, seasons: Sequence[SeasonAsOf], /) -> str:
        return nl_story.ahead(seasons, self)

    # Scorers, players and records

    def number(self, number: int, /) -> str:
        return written_number(number, "nl")

    def top_scorers(self) -> str:
        return "topscorers"

    def more_with_as_many(self, players: int, goals: int, /) -> str:
        who = "speler" if players == 1 else "spelers"
        return f"en nog {players} {who} met {_goals(goals)}"

    def no_scorers_known(self) -> str:
        return "Hiervan ken ik nog geen doelpuntenmakers."

    def no_scorers_of(self, competition: str, season: Season, /) -> str:
        return f"Van de {competition} {season} ken ik geen doelpuntenmakers."

    def scorers_coverage(self, coverage: Coverage, /) -> str:
        known, of = self.number(coverage.counted), self.number(coverage.of)
        return f"Doelpuntenmakers bekend van {known} van {of} wedstrijden; eigen doelpunten tellen niet mee."

    def scorers_coverage_of(self, competition: str, seasons: str, coverage: Coverage, /) -> str:
        known, of = self.number(coverage.counted), self.number(coverage.of)
        return f"{competition} {seasons}: doelpuntenmakers bekend van {known} van {of} wedstrijden."

    def goals_in_europe(self, goals: int, /) -> str:
        return f"{goals} Europese {'doelpunt' if goals == 1 else 'doelpunten'}"

    def also_written(self, spellings: Sequence[str], /) -> str:
        return f"Ook geschreven als {self.clubs_together(spellings)}"

    def doubtful_goals(self, goals: int, /) -> str:
        return f"Niet meegeteld: {_goals(goals)} tegen de eigen club, vermoedelijk in eigen doel."

    def not_among_them(self, seasons: Sequence[str], /) -> str:
        return f"Niet in mijn uitslagen, en dus niet meegeteld: {self.clubs_together(seasons)}."

    def which_player(self) -> str:
        return "Bedoel je …?"

    def ask_for_player(self) -> str:
        return "Van welke speler wil je de doelpunten weten? Bijvoorbeeld:"

    def no_player(self, asked: str, /) -> str:
        return f"Geen doelpuntenmaker gevonden voor ‘{asked}’."

    def no_player_help(self) -> str:
        return "Ik ken alleen wie Europees scoorde. Probeer de achternaam, bijvoorbeeld:"

    def records(self) -> str:
        return "Records"

    def all_of_europe(self) -> str:
        return "alle Europese wedstrijden die ik ken"

    def no_records(self, title: str, /) -> str:
        return f"Van {title} ken ik nog geen uitslagen."

    def biggest_wins(self) -> str:
        return "Grootste zeges"

    def most_goals_in_a_match(self) -> str:
        return "Meeste doelpunten in een wedstrijd"

    def hat_tricks(self, number: int, /) -> str:
        return f"Drie of meer doelpunten van één speler: {self.number(number)} keer"

    def fastest_goals(self, in_first_minute: int, /) -> str:
        times = f" ({self.number(in_first_minute)} keer in de eerste minuut)" if in_first_minute else ""
        return f"Snelste doelpunten{times}"

    def own_goals(self, number: int, /) -> str:
        return f"Meeste eigen doelpunten in een wedstrijd (samen {self.number(number)})"

    def own_goals_not_all_marked(self) -> str:
        return "Niet elk eigen doelpunt staat als zodanig in mijn bronnen."

    def out_of_matches(self, matches: int, /) -> str:
        return f"Uit {self.number(matches)} {'wedstrijd' if matches == 1 else 'wedstrijden'}."

    def sources(self, names: Sequence[str], /) -> str:
        return f"{'Bron' if len(names) == 1 else 'Bronnen'}: {self.clubs_together(names)}."

    def own_facts(self) -> str:
        return "eigen nagezochte feiten"

    # Pictures

    def button_picture(self) -> str:
        return "Plaatje"

    def button_theme(self, theme: str, /) -> str:
        return "Donker" if theme == "d" else "Licht"

    def more_in_the_text(self) -> str:
        return "Alles staat in het bericht hierboven."

    # The bot itself

    def command_help(self, command: str, /) -> str:
        return _COMMANDS[command]

    def welcome(self) -> str:
        return "Ik weet hoe het staat in het Europese clubvoetbal: uitslagen, wie er doorgaat, wie scoorde."

    def for_example(self) -> str:
        return "Bijvoorbeeld:"

    def more_help(self) -> str:
        return "Meer voorbeelden: /help"

    def help_title(self) -> str:
        return "Dit kun je me vragen"

    def help_questions(self) -> Sequence[tuple[str, str]]:
        return (
            ("/uitslag Arsenal", "laatste tweeluik of stand"),
            ("/uitslag Arsenal 2017/18", "het hele seizoen"),
            ("/uitslag Arsenal - Milan", "laatste onderlinge duel"),
            ("/uitslag Arsenal 22-02-2018", "zoals bekend op die avond"),
            ("/loting Europa League", "lotingen en finale"),
        )

    def help_sources(self) -> str:
        return "Uitslagen: openfootball (CC0); doelpunten: schochastics/football-data (ODC-BY 1.0)."

    def trouble(self) -> str:
        return "Er ging bij mij iets mis. Probeer het straks nog eens."

    def console_greeting(self) -> str:
        return "Uitslagbot. Typ een vraag, bijvoorbeeld /uitslag Arsenal 2017/18 (stoppen: Ctrl-D)."

    def console_no_such_button(self, buttons: int, /) -> str:
        if buttons == 1:
            return "Er is één knop: typ 1."
        return f"Er zijn {buttons} knoppen: typ het nummer van een van die."

    def console_photo(self) -> str:
        return "[foto]"

    def console_user(self) -> str:
        return "Jij"

    def no_such_command(self) -> str:
        return "Die opdracht ken ik niet. Kijk bij /help wat ik wel kan."

    def console_goodbye(self) -> str:
        return "Tot de volgende wedstrijd."


def _goals(number: int) -> str:
    written = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{written} {'doelpunt' if number == 1 else 'doelpunten'}"


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]

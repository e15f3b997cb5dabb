"""Nederlands: every sentence as a football editor would print it."""

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
_COMMANDS = {
    "uitslag": "uitslag van een club, met wie er doorgaat",
    "loting": "wanneer er geloot wordt en waar de finale is",
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
        return "0-0 afgeleid: de bron noemt alleen wedstrijden met doelpunten"

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
        return " ".join(filter(None, (club, "wint", _WHY[why], f"de {competition}")))

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

    def final(self) -> str:
        return "Finale"

    def no_more_draws(self, competition: str, /) -> str:
        return f"In de {competition} wordt dit seizoen niet meer geloot."

    def no_draws_known(self, competition: str, /) -> str:
        return f"Van de {competition} ken ik geen komende lotingen."

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

    # The bot itself

    def command(self, names: Sequence[str], /) -> str:
        return names[0]

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

"""The European competitions, a row each: names, years, forerunner, codes at sources, what people type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.football.rounds import Competition, Season

_FOR_EVER = 9999
# That of 2019/20 was interrupted by a pandemic.
_ENDS: Mapping[int, tuple[int, int, int]] = {1955: (1, 6, 30), 2019: (1, 8, 31), 2020: (1, 6, 30)}


@dataclass(frozen=True, slots=True)
class CompetitionRow:
    """Everything about a competition that is no rule of play."""

    competition: Competition
    first: int
    """The year in which its first season began."""
    names: Mapping[int, Mapping[str, str]]
    """By the season from which a name holds: the name by language, under "" that of all others."""
    short: Mapping[int, Mapping[str, str]]
    """The same of what stands between brackets."""
    typed: str
    """What people type, as a pattern; rows further down are looked for first."""
    slips: tuple[str, ...]
    """Names in which slips of the pen are forgiven, in small letters and without spaces."""
    titles: str
    """How files of results head it, as a pattern."""
    last: int = _FOR_EVER
    skipped: frozenset[int] = frozenset()
    """Seasons in which it was not held, or still belonged to the edition before."""
    forerunner: Competition | None = None
    knockout_play_offs_since: int = _FOR_EVER
    """From this season on a play-off in the main file follows the groups or the league phase."""
    only_qualifying_since: int = _FOR_EVER
    """From this season on a numbered round can only be one of the qualifying."""
    qualifying_since: int = _FOR_EVER
    """From this season on every edition began with qualifying rounds."""
    football_txt: str | None = None
    """The name of openfootball's file; that of its qualifying ends with a q."""
    goals_file: str | None = None
    history_files: tuple[str, ...] = field(default=())
    """The files of the history that hold it, one of which the next competition goes on with."""
    wikipedia: Mapping[int, str] = field(default_factory=dict)
    """The name in titles of the English Wikipedia, by the season from which it is used."""
    within_one_year: bool = False
    """Whether an edition has the number of one year, not of two."""
    only_a_final: bool = False
    lasted_until: Mapping[int, int] = field(default_factory=dict)
    """The last year of editions that took several seasons."""
    begins: tuple[int, int] = (6, 15)
    """Month and day before which nothing of an edition was played."""
    ends: Mapping[int, tuple[int, int, int]] = field(default_factory=lambda: _ENDS)
    """By the season from which it holds: after how many years, month and day nothing more was played."""
    api_football: int | None = None
    uefa: str | None = None
    espn: str | None = None
    """Its slug; that of its qualifying ends with _qual."""
    transfermarkt: tuple[str, ...] = ()
    """Its codes, that of its qualifying among them."""

    def was_held(self, season: Season) -> bool:
        year = season.start_year
        return self.first <= year <= self.last and year not in self.skipped

    def days(self, season: Season) -> tuple[date, date]:
        """Between which days an edition was played."""
        year = season.start_year
        years, month, day = self.ends[max(since for since in self.ends if since <= year)]
        last_year = self.lasted_until.get(year, year + years)
        return date(year, *self.begins), date(last_year, month, day)


CHAMPIONS_LEAGUE = Competition("CL")
EUROPA_LEAGUE = Competition("EL")
CONFERENCE_LEAGUE = Competition("ECL")
CUP_WINNERS_CUP = Competition("CWC")
FAIRS_CUP = Competition("ICFC")
SUPER_CUP = Competition("SC")
INTERTOTO_CUP = Competition("ITC")

_ROWS = (
    CompetitionRow(
        CHAMPIONS_LEAGUE,
        first=1955,
        names={1955: {"": "European Cup", "nl": "Europa Cup I"}, 1992: {"": "Champions League"}},
        short={1955: {"": "EC", "nl": "EC I"}, 1992: {"": "CL"}},
        typed=(
            r"(?:uefa\s+)?champions(?:\s?league)?|u?cl|(?:europa\s?cup|ec)[\s-]?(?:1|i)|"
            r"(?:europa\s?cup\s+(?:voor\s+|der\s+)?)?landskampioenen|europa\s?cup|european\s+cup"
        ),
        slips=("championsleague", "champions"),
        titles=(
            r"(?:uefa )?champions league|european (?:champion(?:s['’]?|) (?:clubs['’]? )?)?cup|"
            r"european champions['’]? clubs['’]? cup|coupe des clubs champions(?: europ[ée]ens)?|"
            r"europapokal der landesmeister|europa ?cup (?:i|1)|ec ?1|cl"
        ),
        knockout_play_offs_since=2024,
        only_qualifying_since=1994,
        qualifying_since=1992,
        football_txt="cl",
        goals_file="champions-league",
        history_files=("uefa-cl",),
        wikipedia={1955: "European Cup", 1992: "UEFA Champions League"},
        api_football=2,
        uefa="1",
        espn="uefa.champions",
        transfermarkt=("CL", "CLQ"),
    ),
    CompetitionRow(
        EUROPA_LEAGUE,
        first=1971,
        names={1971: {"": "UEFA Cup"}, 2009: {"": "Europa League"}},
        short={1971: {"": "UEFA Cup"}, 2009: {"": "EL"}},
        typed=(
            r"(?:uefa\s+)?europ[ae]\s?league|uefa[\s-]?(?:cup|beker)|(?:europa\s?cup|ec)[\s-]?(?:3|iii)|uel|"
            r"(?<!fc )(?<!college )europa(?!\s?(?:cup|fc|point)\b)"
        ),
        slips=("europaleague", "uefacup", "uefabeker"),
        titles=r"(?:uefa )?europa league|uefa[ -](?:cup|pokal)|europa ?cup (?:iii|3)|ec ?3|uel|el",
        forerunner=FAIRS_CUP,
        wikipedia={1971: "UEFA Cup", 2009: "UEFA Europa League"},
        knockout_play_offs_since=2021,
        only_qualifying_since=2009,
        qualifying_since=1994,
        football_txt="el",
        goals_file="europa-league",
        history_files=("uefa-el",),
        api_football=3,
        uefa="14",
        espn="uefa.europa",
        transfermarkt=("EL", "ELQ"),
    ),
    CompetitionRow(
        CONFERENCE_LEAGUE,
        first=2021,
        names={2021: {"": "Conference League"}},
        short={2021: {"": "ECL"}},
        typed=r"(?:uefa\s+)?(?:europa\s+)?conference(?:\s+league)?|u?ecl",
        slips=("conferenceleague", "conference"),
        titles=r"(?:uefa )?(?:europa )?conference league|uecl|ecl",
        knockout_play_offs_since=2021,
        only_qualifying_since=2021,
        qualifying_since=2021,
        football_txt="conf",
        wikipedia={2021: "UEFA Europa Conference League", 2024: "UEFA Conference League"},
        api_football=848,
        uefa="2019",
        espn="uefa.europa.conf",
        transfermarkt=("UCOL", "ECL", "ECLQ"),
    ),
    CompetitionRow(
        CUP_WINNERS_CUP,
        first=1960,
        last=1998,
        names={1960: {"": "Cup Winners' Cup", "nl": "Europa Cup II"}},
        short={1960: {"": "CWC", "nl": "EC II"}},
        typed=(
            r"(?:europa\s?cup\s+(?:voor\s+)?)?bekerwinnaars(?:\s?cup)?|"
            r"(?:europa\s?)?cup\s?winners['’]?\s?cup|cwc|(?:europa\s?cup|ec)[\s-]?(?:2|ii)"
        ),
        slips=("cupwinnerscup", "bekerwinnaarscup"),
        titles=(
            r"(?:uefa |european )?cup winners['’]?[ -]cup|"
            r"europapokal der pokalsieger|europa ?cup (?:ii|2)|ec ?2|cwc"
        ),
        history_files=("uefa-cw",),
        wikipedia={1960: "European Cup Winners' Cup", 1994: "UEFA Cup Winners' Cup"},
    ),
    CompetitionRow(
        FAIRS_CUP,
        first=1955,
        last=1970,
        # The first edition took three seasons, the second one two.
        skipped=frozenset({1956, 1957, 1959}),
        names={1955: {"": "Fairs Cup", "nl": "Jaarbeursstedenbeker"}},
        short={1955: {"": "Fairs Cup", "nl": "Jaarbeurs"}},
        typed=(
            r"(?:europa\s?cup\s+(?:voor\s+|der\s+)?)?jaarbeurs(?:steden)?[\s-]?(?:beker|cup)|"
            r"(?:inter[\s-]?cities\s+)?fairs\s?cup|messe\s?cup|icfc"
        ),
        slips=("jaarbeursstedenbeker", "jaarbeursbeker", "fairscup"),
        titles=r"(?:inter[ -]cities )?fairs cup|messe(?:städte)?[ -](?:cup|pokal)|icfc",
        history_files=("uefa-el",),
        wikipedia={1955: "Inter-Cities Fairs Cup"},
        lasted_until={1955: 1958, 1958: 1960},
        ends={1955: (1, 10, 31)},
    ),
    CompetitionRow(
        SUPER_CUP,
        first=1972,
        skipped=frozenset({1974, 1981, 1985}),
        names={1972: {"": "Super Cup", "nl": "Supercup"}},
        short={1972: {"": "Super Cup", "nl": "Supercup"}},
        typed=r"(?:(?:uefa|european|europese)\s+)?super\s?cup",
        slips=("supercup",),
        titles=r"(?:uefa |european )?super ?cup",
        history_files=("uefa-sc",),
        wikipedia={1972: "European Super Cup", 1995: "UEFA Super Cup"},
        within_one_year=True,
        only_a_final=True,
        begins=(8, 1),
        # Two matches until the spring; then one in August, but for the year of the pandemic.
        ends={1972: (1, 3, 31), 1998: (0, 8, 31), 2020: (0, 9, 30), 2021: (0, 8, 31)},
        transfermarkt=("USC",),
    ),
    CompetitionRow(
        INTERTOTO_CUP,
        first=1995,
        last=2008,
        names={1995: {"": "Intertoto Cup"}},
        short={1995: {"": "Intertoto"}},
        typed=r"(?:uefa\s+)?intertoto(?:[\s-]?(?:cup|beker))?|itc",
        slips=("intertotocup", "intertoto"),
        titles=r"(?:uefa )?intertoto(?: cup)?|itc",
        wikipedia={1995: "UEFA Intertoto Cup"},
        within_one_year=True,
        ends={1995: (0, 8, 31)},
    ),
)
ROWS: Mapping[Competition, CompetitionRow] = {row.competition: row for row in _ROWS}
EUROPEAN_COMPETITIONS = tuple(ROWS)
"""In the order in which an evening tells of them."""


def competitions_of(season: Season) -> tuple[Competition, ...]:
    """The European competitions that were held in a season; the UEFA Cup counts as Europa League."""
    return tuple(row.competition for row in _ROWS if row.was_held(season))


def competition_held(competition: Competition, season: Season) -> Competition:
    """The competition, or its forerunner or successor, whichever was held in the season."""
    row = ROWS.get(competition)
    if row is None or row.was_held(season):
        return competition
    related = [
        other.competition for other in _ROWS if other.forerunner == competition and other.was_held(season)
    ]
    if row.forerunner is not None and ROWS[row.forerunner].was_held(season):
        related.append(row.forerunner)
    return related[0] if related else competition


def name_of(competition: Competition, season: Season, language: str) -> str:
    """What the competition was called in a season; any other than ours is called as it is written."""
    row = ROWS.get(competition)
    return _of_season(row.names, season, language) if row else competition.code


def short_name_of(competition: Competition, season: Season, language: str) -> str:
    """The same in the few letters that stand between brackets: CL, EC II."""
    row = ROWS.get(competition)
    return _of_season(row.short, season, language) if row else competition.code


def _of_season(names: Mapping[int, Mapping[str, str]], season: Season, language: str) -> str:
    by_language = names[max((since for since in names if since <= season.start_year), default=min(names))]
    return by_language.get(language, by_language[""])

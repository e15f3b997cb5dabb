"""Flags beside the names of clubs: the three letters of a country, as our results write it."""

from __future__ import annotations

from mwparserfromhell.nodes import Template
from mwparserfromhell.wikicode import Wikicode

from bot.sources.wikipedia.reading.wikitext import name_of, plain, values_of

_NAMES = {
    "ALB": "albania",
    "AND": "andorra",
    "ARM": "armenia",
    "AUT": "austria",
    "AZE": "azerbaijan",
    "BEL": "belgium",
    "BIH": "bosnia and herzegovina|bosnia & herzegovina|bosnia-herzegovina|bosnia",
    "BLR": "belarus",
    "BUL": "bulgaria",
    "CRO": "croatia",
    "CYP": "cyprus",
    "CZE": "czech republic|czechia",
    "DEN": "denmark",
    "ENG": "england",
    "ESP": "spain",
    "EST": "estonia",
    "FIN": "finland",
    "FRA": "france",
    "FRO": "faroe islands|faroes",
    "GEO": "georgia|georgia (country)",
    "GER": "germany|west germany|east germany|frg|gdr|ddr|brd|deu|saa|saar|saarland",
    "GIB": "gibraltar",
    "GRE": "greece|grc",
    "HUN": "hungary",
    "IRL": "republic of ireland|ireland|roi",
    "ISL": "iceland",
    "ISR": "israel",
    "ITA": "italy",
    "KAZ": "kazakhstan",
    "KOS": "kosovo|kvx|xkx",
    "LIE": "liechtenstein",
    "LTU": "lithuania",
    "LUX": "luxembourg",
    "LVA": "latvia|lat",
    "MDA": "moldova",
    "MKD": "north macedonia|macedonia|republic of macedonia|fyr macedonia|fyrom",
    "MLT": "malta",
    "MNE": "montenegro",
    "NED": "netherlands|the netherlands|nld|holland",
    "NIR": "northern ireland",
    "NOR": "norway",
    "POL": "poland",
    "POR": "portugal|prt",
    "ROU": "romania|rom",
    "RUS": "russia",
    "SCO": "scotland",
    "SMR": "san marino",
    "SRB": "serbia",
    "SUI": "switzerland|che",
    "SVK": "slovakia",
    "SVN": "slovenia",
    "SWE": "sweden",
    "TUR": "turkey|türkiye|turkiye",
    "UKR": "ukraine",
    "WAL": "wales",
}
_CODES = {code: code for code in _NAMES} | {
    name: code for code, names in _NAMES.items() for name in names.split("|")
}
_FLAGS = frozenset(
    (
        *("fbaicon", "flagicon", "fba", "fb", "fb-rt", "flag", "flagdeco", "flagathlete", "flagu", "fbicon"),
        *("flagcountry", "fbflag", "#invoke:flag", "#invoke:flagg", "flagiconclub", "flaglink"),
    )
)


def country_of(code: str) -> str:
    """Our three letters for a country; empty for one that has fallen apart, or that plays elsewhere."""
    code = " ".join(code.split())
    return _CODES.get(code.upper() if len(code) == 3 else code.lower()) or _CODES.get(code.lower(), "")


def is_flag(template: Template) -> bool:
    return name_of(template) in _FLAGS


def country_in(code: Wikicode) -> str:
    """The country of the first flag that stands in a value."""
    for template in code.filter_templates():
        if is_flag(template):
            for value in values_of(template):
                if country := country_of(plain(value)):
                    return country
    return ""


def nation_in(code: Wikicode) -> tuple[str, str] | None:
    """Name and country of a team that is written as a flag alone, as national teams are: `{{fb|GER}}`."""
    for template in code.filter_templates():
        values = [plain(value) for value in values_of(template)]
        form = values.pop(0) if name_of(template).startswith("#invoke:") and values else name_of(template)
        if is_flag(template) and form in {"fb", "fb-rt"} and values and values[0]:
            country = country_of(values[0]) or values[0].upper()[:3]
            return _NAMES.get(country, values[0]).partition("|")[0].title(), country
    return None

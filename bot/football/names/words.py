"""Words around and inside the names of clubs that say little about which club is meant."""

from __future__ import annotations

import re

# Legal forms and kinds of club: they tell clubs apart only where nothing else does.
FORMS = frozenset(
    """
    1 ac afc aj as bk bsc ca calcio cd cf cfc club clube elftal fc fci ff fk football fotbal fsv gnk
    hnk if ik il jk kaa kf kfc klub klubi krc ks kv nk ogc pfc pfk ploeg rc rcd rkc rsc sad sc sd
    sfc sk sl sport sporting ss ssc sv team tsg ud us vfb vfl voetbal voetbalclub vv
    """.split(),  # noqa: SIM905 - a text of words stays readable
)

# What people say around a club: Dutch first, then the languages of their feeds and phones.
CHAT = frozenset(
    """
    a aan af afgelopen al alle alleen als altijd and at aub beker ben bij binnen blijft bravo champions cl
    conference cup dag dan das dat de der deze did die dinsdag dit do doelpunt doelpunten
    doelpuntenmakers does donderdag door duel duels dus ecl een eens eergisteren eind einde
    eindstand el elkaar en er europa europees europese for ga gaan gaat gaf game games geef gelijk
    gelijkgespeeld gemaakt gescoord geslagen gespeeld gewonnen gisteravond gisteren goal goals graag
    had hadden has have heb hebben hebt heeft heen hele her het hier hij hoe hoeveel hoever how hun
    iemand ik in info is ja je jullie kan kom komt kun kunnen laat laatst laatste last latest league
    lees live maakte maandag maar match me mee meer met mij mijn moet moeten morgen my n na naar net
    niet nieuwste nl nog nou nu of om on onder ons ook op over overzicht please pls plz result
    resultaat resultaten results return rond ronde ruststand scoorde score scores seizoen show sinds
    snel speel speelde speelden speelt spelen stand straks svp tegen terug the ticker toch toen tot
    tussen tweeluik uefa uit uitslag uitslagen und uw van vanavond vandaag vanmiddag vannacht
    verliest verloor verloren vertel volgende voor voorbij vorige vriendelijk vrijdag vs waar
    wanneer wanner want was wat we wedstrijd wedstrijden week weet wel welke werd what when who wie
    wij wil willen win winnen wint wist woensdag won wonnen word wordt you zag zal zaterdag ze zeg
    zei zij zijn zo zoek zondag zou zullen
    """.split(),  # noqa: SIM905 - a text of words stays readable
)

ARTICLES = frozenset("de het een the die der das den la le les el los il i gli lo os as o l".split())  # noqa: SIM905 - a text of words stays readable

# The men's first team stands in for its youth and its women, and that is said.
OTHER_TEAM = re.compile(
    r"(?:vrouwen|vrouwenteam|vrouwenelftal|dames|damesteam|meisjes|women|womens|ladies|girls|wfc|frauen|"
    r"femenino|femeni|femenina|feminin|feminines|feminine|femminile|feminino|kvinner|kvinder|dam|kadin|"
    r"jong|jeugd|beloften|youth|junioren|juniors|jun|reserves|primavera|juvenil|amateure|amateurs|academy|"
    r"b|ii|iii|2|3|(?:[uo]|onder|under) ?-?(?:1[3-9]|2[0-3])|vr|w)",
)

# An age apart from its word: `onder 17`, `u 19`.
_AGE = re.compile(r"\b([uo]|onder|under) (1[3-9]|2[0-3])\b")

# One word in many languages: cities, and words that are spelled more than one way.
_SAME = """
akademia academy akademie
antwerpen antwerp anvers
athina athene athens athen athinai atene
atletico atletiko
baku bakoe baki
basel bazel basle basilea
beograd belgrado belgrade belgrad
berlin berlijn
bilbao bilbo
bodo bodoe budo
bor borussia
brugge bruges brugges
brussel bruxelles brussels
bucuresti boekarest bucharest bukarest bucarest
budapest boedapest
dinamo dynamo
firenze florence florenz
geneve geneva genf
genova genua
gent ghent gand
goteborg gotenburg gothenburg goeteborg
istanbul istanboel stamboul
jerusalem jeruzalem
kharkiv charkov kharkov charkiv
kobenhavn kopenhagen copenhagen koebenhavn copenhague
koln keulen koeln cologne
krakow krakau cracow krakov
kutaisi koetaisi
kyiv kiev kiew kief kijev kijiv
larnaca larnaka
liege luik luttich
limassol lemesos lemesou limasol
lisboa lissabon lisbon lisabon lisbonne lissabonn
lokomotiv lokomotief locomotiv lokomotive
luhansk lugansk loehansk
luxembourg luxemburg letzebuerg
lyon lyons
maccabi makkabi macabi
malmo malmoe
man manchester
marseille marseilles
metalurh metallurg metalurg metallurh metaloerg metalloerg metaloerh
milano milaan milan mailand
moskva moskou moscow moskau moskow moscou mosca
munchen munich muenchen monachium
napoli napels naples neapel
nikosia nicosia lefkosia
odesa odessa
olympiakos olympiacos olimpiakos
paris parijs parigi
partizan partisan
plzen pilsen pilzen
praha praag prague prag
pristina prishtina
roma rome rom
sevilla seville
shakhtar sjachtar schachtar shaktar
spartak spartac
st saint sint sankt sant
strasbourg straatsburg strassburg
tbilisi tiflis
thessaloniki saloniki salonika salonica thessalonica
tirana tirane
torino turijn turin
united utd
universitatea univ uni universiteit
warszawa warschau warsaw warshau varsovie
wien wenen vienna vienne
yerevan jerevan erevan
zalgiris jalgiris
zurich zuerich zurigo
"""
CANONICAL = {word: line.split()[0] for line in _SAME.splitlines() for word in line.split()}

COUNTRIES: dict[str, tuple[str, ...]] = {
    "ALB": ("albanie", "albania"),
    "AND": ("andorra",),
    "ARM": ("armenie", "armenia"),
    "AUT": ("oostenrijk", "austria", "aut"),
    "AZE": ("azerbeidzjan", "azerbaijan"),
    "BEL": ("belgie", "belgium", "bel"),
    "BIH": ("bosnie", "bosnia"),
    "BLR": ("belarus", "wit rusland"),
    "BUL": ("bulgarije", "bulgaria"),
    "CRO": ("kroatie", "croatia"),
    "CYP": ("cyprus",),
    "CZE": ("tsjechie", "czechia", "cze"),
    "DEN": ("denemarken", "denmark", "den"),
    "ENG": ("engeland", "england", "eng"),
    "ESP": ("spanje", "spain", "esp"),
    "EST": ("estland", "estonia"),
    "FIN": ("finland",),
    "FRA": ("frankrijk", "france", "fra"),
    "FRO": ("faeroer", "faeroe", "faroe", "faeroereilanden"),
    "GEO": ("georgie", "georgia"),
    "GER": ("duitsland", "germany", "ger"),
    "GIB": ("gibraltar",),
    "GRE": ("griekenland", "greece", "gre"),
    "HUN": ("hongarije", "hungary"),
    "IRL": ("ierland", "ireland"),
    "ISL": ("ijsland", "iceland"),
    "ISR": ("israel",),
    "ITA": ("italie", "italy", "ita"),
    "KAZ": ("kazachstan", "kazakhstan"),
    "KOS": ("kosovo",),
    "LIE": ("liechtenstein",),
    "LTU": ("litouwen", "lithuania"),
    "LUX": ("luxemburg", "luxembourg"),
    "LVA": ("letland", "latvia"),
    "MDA": ("moldavie", "moldova"),
    "MKD": ("macedonie", "macedonia", "noord macedonie"),
    "MLT": ("malta",),
    "MNE": ("montenegro",),
    "NED": ("nederland", "netherlands", "holland", "ned"),
    "NIR": ("noord ierland", "northern ireland"),
    "NOR": ("noorwegen", "norway"),
    "POL": ("polen", "poland"),
    "POR": ("portugal", "por"),
    "ROU": ("roemenie", "romania"),
    "RUS": ("rusland", "russia", "rus"),
    "SCO": ("schotland", "scotland", "sco"),
    "SMR": ("san marino",),
    "SRB": ("servie", "serbia"),
    "SUI": ("zwitserland", "switzerland", "sui"),
    "SVK": ("slowakije", "slovakia"),
    "SVN": ("slovenie", "slovenia"),
    "SWE": ("zweden", "sweden"),
    "TUR": ("turkije", "turkey", "tur"),
    "UKR": ("oekraine", "ukraine"),
    "WAL": ("wales",),
}

# Without a club here, but named as one: a country alone is never a club.
_OTHER_COUNTRIES = """
afrika algerije amerika antillen arabie argentina argentinie australie brazil brazilie canada chili
china colombia curacao egypte ghana india indonesie irak iran ivoorkust japan kameroen marokko
mexico nederlandse nigeria peru qatar saoedi senegal staten suriname tunesie uruguay usa verenigde
vs zuid
""".split()  # noqa: SIM905 - a text of words stays readable
COUNTRY_CODES: dict[str, frozenset[str]] = {word: frozenset() for word in _OTHER_COUNTRIES} | {
    name: frozenset(code for code, others in COUNTRIES.items() if name in others)
    for names in COUNTRIES.values()
    for name in names
}


def canonical(word: str) -> str:
    return CANONICAL.get(word, word)


def with_age_in_one_word(folded: str) -> str:
    """`ajax onder 17` as `ajax onder17`, as the words of other teams are told."""
    return _AGE.sub(r"\1\2", folded)


def without_other_team(words: list[str]) -> tuple[list[str], bool]:
    """The words without those of a youth or women's team, and whether there were any."""
    kept = [word for word in words if not OTHER_TEAM.fullmatch(word)]
    return (kept, True) if kept and len(kept) < len(words) else (words, False)

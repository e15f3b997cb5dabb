"""Words around and inside the names of clubs that say little about which club is meant."""

from __future__ import annotations

import re

# Legal forms and kinds of club: they tell clubs apart only where nothing else does.
FORMS = frozenset(
    """fc fk sk ac as ssc cf sc bk if ff cd ca ud sv vfb vfl fsv tsg vv rc krc kv rsc bsc jk nk hnk gnk pfc pfk
    afc cfc sad sfc sl ss us aj ogc rcd ks kf kfc kaa rkc ik il sd fci fotbal football voetbal club clube
    klub klubi calcio sport sporting voetbalclub team ploeg elftal 1 01 04 05 29 96 98 1846 1893 1899 1900
    1903 1904 1907 1909 1913 1919 1923 1999""".split(),
)

# What people say around a club: Dutch first, then the languages of their feeds and phones.
CHAT = frozenset(
    """a aan af afgelopen al alle alleen als altijd and at aub ben bij binnen blijft dag dan dat de deze die dit
    doelpunt doelpunten doelpuntenmakers door dus duel duels een eens eergisteren eind einde eindstand elkaar en
    er for ga gaan gaat game gaf games geef gelijk gelijkgespeeld gemaakt gescoord geslagen gespeeld gewonnen
    gisteravond gisteren goal goals graag had hadden heb hebben heeft heen hele her het hier hij hoe hoeveel
    hoever how hun iemand ik in is ja je jullie kan kom komt kun kunnen laat laatst laatste last latest league
    lees live maakte maar match me mee meer met mij mijn moet moeten morgen my na naar net niet nieuwste nog nou
    nu of om on onder ons op ook over please pls plz result results resultaat resultaten return rond ronde ruststand
    score scoorde scores seizoen show sinds snel spelen speelde speelden speelt stand straks svp tegen terug
    the ticker toch toen tot tussen tweeluik uit uitslag uitslagen uw vanavond van vandaag vanmiddag
    vannacht verloor verloren verliest vertel volgende voor voorbij vorige vriendelijk waar wanneer wanner was wat
    wedstrijd wedstrijden week weet wel welke werd wie wil willen win winnen wint wist won wonnen word wordt zag
    zal ze zeg zei zij zijn zo zoek zou zullen who what when did does do you have has der die das und vs n nl
    wij we hebt want dinsdag woensdag donderdag vrijdag zaterdag zondag maandag europees europese
    cl el ecl champions europa conference uefa cup beker speel overzicht info""".split(),
)

ARTICLES = frozenset("de het een the die der das den la le les el los il i gli lo os as o l".split())

# The men's first team stands in for its youth and its women, and that is said.
OTHER_TEAM = re.compile(
    r"(?:vrouwen|vrouwenteam|vrouwenelftal|dames|damesteam|meisjes|women|womens|ladies|girls|wfc|lfc women|frauen|"
    r"femenino|femeni|femenina|feminin|feminines|feminine|femminile|feminino|kvinner|kvinder|dam|kadin|"
    r"jong|jeugd|beloften|youth|junioren|juniors|jun|reserves|primavera|juvenil|amateure|amateurs|academy|"
    r"b|ii|iii|2|3|(?:[uo]|onder|under) ?-?(?:1[3-9]|2[0-3])|vr|w)",
)

# One word in many languages: cities, and words that are spelled more than one way.
_SAME = """
praha praag prague prag | moskva moskou moscow moskau moskow moscou mosca | beograd belgrado belgrade belgrad
bucuresti boekarest bucharest bukarest bucarest | lisboa lissabon lisbon lisabon lisbonne lissabonn
kobenhavn kopenhagen copenhagen koebenhavn copenhague | wien wenen vienna vienne | kyiv kiev kiew kief kijev kijiv
milano milaan milan mailand | roma rome rom | napoli napels naples neapel | torino turijn turin
athina athene athens athen athinai atene | thessaloniki saloniki salonika salonica thessalonica | liege luik luttich
brugge bruges brugges | gent ghent gand | warszawa warschau warsaw warshau varsovie | krakow krakau cracow krakov
basel bazel bale basle basilea | zurich zuerich zurigo | geneve geneva genf | munchen munich muenchen munchen monachium
koln keulen koeln cologne | istanbul istanboel stamboul | budapest boedapest | paris parijs parigi | dinamo dynamo
st saint sint sankt sant | united utd | nikosia nicosia lefkosia | tbilisi tiflis | berlin berlijn
strasbourg straatsburg strassburg | goteborg gotenburg gothenburg goeteborg | sevilla seville | firenze florence florenz
genova genua | luxembourg luxemburg letzebuerg | olympiakos olympiacos olimpiakos
lokomotiv lokomotief locomotiv lokomotive | spartak spartac | partizan partisan | shakhtar sjachtar schachtar shaktar
bilbao bilbo | brussel bruxelles brussels | yerevan jerevan erevan | jerusalem jeruzalem | baku bakoe baki
kutaisi koetaisi | odesa odessa | kharkiv charkov kharkov charkiv | luhansk lugansk loehansk | plzen pilsen pilzen
pristina prishtina | antwerpen antwerp anvers | marseille marseilles | lyon lyons
akademia academy akademie | tirana tirane | larnaca larnaka | limassol lemesos lemesou limasol | zalgiris jalgiris
universitatea univ uni universiteit | maccabi makkabi macabi | man manchester | bor borussia
atletico atletiko | bodo bodoe budo | malmo malmoe
"""
CANONICAL = {
    word: group.split()[0] for line in _SAME.splitlines() for group in line.split("|") for word in group.split()
}

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
_OTHER_COUNTRIES = """argentinie argentina australie brazilie brazil canada china egypte japan marokko mexico nigeria
qatar saoedi arabie suriname curacao tunesie algerije usa amerika verenigde staten vs iran irak india indonesie
zuid afrika ghana senegal kameroen ivoorkust chili uruguay colombia peru nederlandse antillen""".split()
COUNTRY_CODES: dict[str, frozenset[str]] = {word: frozenset() for word in _OTHER_COUNTRIES} | {
    name: frozenset(code for code, others in COUNTRIES.items() if name in others)
    for names in COUNTRIES.values()
    for name in names
}


def canonical(word: str) -> str:
    return CANONICAL.get(word, word)

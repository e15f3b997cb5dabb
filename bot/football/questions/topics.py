"""The words by which a question in plain words shows what it is about."""

from __future__ import annotations

import re


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


WHOLE = tuple(
    (command, re.compile(rf"(?:{pattern})[\s?!.]*", re.IGNORECASE))
    for command, pattern in (
        (
            "volgend",
            (
                r"(?:wie|welke clubs?|wat) volg(?:en)? (?:ik|we|wij)|mijn clubs?|my clubs?|"
                r"(?:who|what|which clubs) do (?:i|we) follow"
            ),
        ),
        (
            "help",
            (
                r"\?|help(?: me)?|hulp|menu|opdrachten|commands|hoe werkt (?:dit|het|deze bot|de bot)|"
                r"wat (?:kun|kan) (?:je|jij|ik|u)(?: \w+)*|wat doet? (?:je|u)|(?:wie|wat) bent? (?:je|jij|u)|"
                r"hoe gebruik ik (?:dit|je|jou|deze bot)|who are you|how does (?:this|it) work|"
                r"what (?:can|do) (?:you|i)(?: \w+)*|what is this|wat is dit"
            ),
        ),
        (
            "start",
            (
                r"(?:hoi|hallo|hey|hé|hee|hi|hello|hiya|dag|ha|moi|yo|start|"
                r"(?:goede?|goeie)(?:morgen|middag|navond|ienavond)|goeden?avond|goeie?n?avond|"
                r"good (?:morning|afternoon|evening))(?: (?:bot|uitslagbot|daar|there|allemaal|all))?"
            ),
        ),
        (
            "dank",
            (
                r"(?:\w+(?: \w+)?[.,!] |heel erg |super |hartelijk |oke |ok |top |mooi |fijn |many )?"
                r"(?:bedankt?|dank(?: ?(?:je|jewel|u|uwel))?(?: wel)?|"
                r"thanks?(?: you| a lot)?|thx|merci|top|super|mooi|great|cheers|oke?)"
                r"(?: (?:bot|uitslagbot|hoor|man|mate|voor de \w+))?"
            ),
        ),
        ("doei", r"doei|tot ziens|tot (?:de )?volgende keer|welterusten|(?:good)?bye|good night|see you"),
        ("uitslag", r"(?:alle |de |all )?(?:uitslagen|uitslag|results)"),
        (
            "instellingen",
            (
                r"(?:(?:wat zijn|toon|open|show|what are) )?(?:(?:de|je|uw|mijn|the|my|your) )?"
                r"(?:instellingen|settings)|(?:andere )?taal|language|"
                r"(?:speak |in het |in |(?:change|set|switch) (?:the )?(?:language )?to )?"
                r"(?:english|engels|dutch)(?: please| graag)?|(?:in het )?nederlands(?: graag| aub)?|"
                r"(?:ik wil )?(?:de )?uitslagen (?:verbergen|tonen|(?:weer|niet|meteen) zien)|"
                r"(?:hide|show) (?:the )?(?:results|scores)|"
                r"(?:geen |no )?spoilers|.*\b(?:waarschuw(?:en|ing)?|herinner(?:en|ing)?|"
                r"remind(?:er|ers)?(?: me)?|(?:meldingen|notificaties|"
                r"notifications|alerts)(?! (?:van|voor|over|of|for|about)\b))\b.*"
            ),
        ),
        ("privacy", r"privacy|wat (?:weet|bewaar) je (?:van|over) mij|what do you know about me"),
        (
            "bronnen",
            (
                r"(?:de |je |jullie |(?:wat|welke) (?:is|zijn) (?:je|jullie|de) |welke |the |your |"
                r"what(?: are|['’]s| is) (?:your|the) |which )?(?:bron(?:nen)?|sources?)"
                r"(?: (?:gebruik|gebruiken|heb|hebben|do|are|have)(?: \w+)*)?|"
                r"waar (?:komen|komt|haal|haalt|halen|heb|hebben|krijg)"
                r"(?: (?:je|jij|jullie|u|de|deze|die|al|dit|dat|het|uitslagen|gegevens|data|informatie|info|"
                r"resultaten|doelpunten|allemaal|eigenlijk))+ vandaan|"
                r"hoe kom(?:en|t)? (?:je|jullie|u) aan(?: (?:de|die|al|deze))* (?:uitslagen|gegevens|data|"
                r"informatie|info|resultaten)|"
                r"where (?:do|does|did|is|are)(?: (?:you|your|the|this|these|all|get|have|data|results?|it|"
                r"information|info|scores?|stats|come|coming|taken))+ from"
            ),
        ),
    )
)
"""What is a command by itself."""

FOLLOW = tuple(
    (command, re.compile(pattern, re.IGNORECASE))
    for command, pattern in (
        (
            "ontvolg",
            r"(?:ontvolg|unfollow|volg niet meer|stop met volgen van|stop following)\s+(?P<text>\S.*)",
        ),
        (
            "volg",
            (
                r"(?:volg|follow|(?:ik wil|i want to) (?:volgen|follow)|houd? (?:me|mij) op de "
                r"hoogte van|keep me (?:posted|updated) (?:on|about)|(?:ik wil |i want |stuur (?:me |mij )?|"
                r"send me )?(?:graag )?(?:meldingen|berichten|alerts|notifications) (?:van|over|bij|voor|"
                r"of|for|about))\s+(?P<text>\S.*)"
            ),
        ),
        (
            "volg",
            (
                r"(?:ik (?:wil|zou)(?: graag)?|kan ik|(?:wil|kun|kan) je)\s+(?P<text>\S.*?)\s+"
                r"(?:voor (?:me|mij|ons) )?(?:willen )?volgen[\s?!.]*"
            ),
        ),
    )
)
"""What a chat wants to follow, or no more, stands in the group `text`."""

MEETINGS = _words(
    r"onderlinge?(?: (?:stand|duels?|resultaten|wedstrijden|ontmoetingen))?|head[ -]to[ -]heads?|h2h|"
    r"(?:hoe vaak|hoeveel keer) (?:won|wonnen|speelden?|versloeg|verloor)|"
    r"how (?:often|many times) (?:did|have|has)"
)
"""Where two clubs are named, all that they played against each other is meant."""

# The first that is found is meant; what it found says nothing more, unless it stands in `KEPT`.
TOPICS = tuple(
    (command, _words(pattern))
    for command, pattern in (
        (
            "loting",
            (
                r"loting(?:en)?|geloot|loten|(?:the|next|when is|when's) (?:next )?draws?|"
                r"(?<=final )draws?|(?<=finals )draws?|(?<=\d )draws?|"
                r"(?:wanneer|waar) (?:is|wordt)(?=.* finale\b)|(?:when|where)(?: is|['’]s)(?=.* final\b)|"
                r"(?:in )?(?:welk stadion|welke stad|welk land|which (?:stadium|city))(?: (?:is|wordt))"
                r"(?=.* finale?\b)"
            ),
        ),
        (
            "club",
            (
                r"(?:grootste|zwaarste|dikste|ruimste|hoogste) nederla(?:ag|gen)|"
                r"(?:biggest|heaviest) defeats?|"
                r"(?:europese )?(?:geschiedenis|historie)|(?:european )?history|door de jaren(?: heen)?|"
                r"through the years|beste (?:prestatie|resultaat)|best (?:result|performance|season)|"
                r"meeste wedstrijden|most (?:matches|games|appearances)"
            ),
        ),
        (
            "records",
            (
                r"records?|hat[- ]?tricks?|(?:grootste|ruimste|hoogste) (?:zeges?|overwinning(?:en)?|"
                r"uitslag(?:en)?)|(?:meeste|most) (?:doelpunten|goals) in (?:een|één|1|a|one) "
                r"(?:wedstrijd|duel|match|game)|doelpuntrijkste (?:wedstrijd|duel)(?:en)?|"
                r"snelste (?:goals?|doelpunt(?:en)?)|eigen doelpunten|own goals|"
                r"(?:biggest|largest) (?:wins?|victor(?:y|ies))|fastest goals?"
            ),
        ),
        (
            "topscorers",
            (
                r"(?:club)?top\s?(?:scorers?|schutters?)|(?:de |het |the )?(?:meeste?|most)"
                r"(?: (?:europese |european )?(?:doelpunten|goals))?(?: gemaakt)?(?=.*$)"
            ),
        ),
        (
            "speler",
            (
                r"(?:hoeveel|how many) (?:europese |european )?(?:doelpunten|goals)(?= )|"
                r"(?:hoe vaak|hoeveel keer|how often)(?=.*\b(?:scoor|gescoord|score))|"
                r"how many(?= (?:has|have|did)\b.*\b(?:got|scored?)\W*$)"
            ),
        ),
        (
            "stand",
            (
                r"(?:groep|group|poule)\s+[a-h]|"
                r"(?:groepsfase|poulefase|competitiefase|group (?:stage|phase)|league phase)|"
                r"(?:in )?(?:welke|which) (?:groep|poule|group)|"
                r"(?:ranglijst|klassement|stand(?:en)?(?! bij| van zaken)|standings?|tables?|koplopers?)|"
                r"(?:bovenaan|onderaan|op kop|aan kop)|(?<=wie staat er )(?:eerste|laatste)|positie|position|"
                r"(?:bij de |in de )?(?:eerste|beste|top) (?:8|acht|24)|"
                r"(?:hoeveelste|(?:op )?welke (?:plaats|plek))|"
                r"(?:what (?:place|position))|(?:hoeveel punten|how many points)|(?<=who is )(?:top|"
                r"first)|(?<=who['’]s )(?:top|first)"
            ),
        ),
        (
            "schema",
            (
                r"(?:knock-?out)?schema|bracket|(?:wie|welke \w+|who|which \w+) "
                r"(?:is|zijn|ligt|liggen|zit|zitten|are)(?: er| al| nog)* "
                r"(?:door|eruit|uit|uitgeschakeld|through|out)(?=\W*$)"
            ),
        ),
        (
            "avond",
            (
                r"verhaal van (?:de|die) avond|story of the night|"
                r"(?:volgende|eerstvolgende|komende) (?:speelronde|speelavond|speeldag)(?:en)?|"
                r"next match ?(?:night|day)"
            ),
        ),
        (
            "agenda",
            (
                r"(?<!op )(?<!op de )(?:in |aan |voor |to |in to |into |for |on )?"
                r"(?:mijn |m['’]n |me |onze |de |my |our |the )?"
                r"(?:agenda|kalender|calendar)(?: toe)?"
            ),
        ),
        (
            "programma",
            (
                r"programma|op de agenda|fixtures?|speelschema|(?:volgende|komende|eerstvolgende) "
                r"(?:wedstrijd(?:en)?|duels?|tegenstanders?)|next (?:match|game|opponent|fixture)(?:es|s)?|"
                r"next(?=.* (?:match|game|fixture)(?:es|s)?$)|"
                r"tegenstanders?|opponents?|who(?: are| is| do| does)(?=.*\bnext\b)|"
                r"tegen wie(?! (?:speelde|speelden|won|verloor))|"
                r"(?:wann?eer|wanner|hoe laat|when|what time)(?! (?:speelde|won|was|werd|scoorde|did|were))"
            ),
        ),
    )
)
GROUP = re.compile(r"(?:groep|group|poule)\s+[a-h]", re.IGNORECASE)
KEPT = frozenset({"records"})
"""Commands that want to know which of their words it was."""

# What is counted of a club or a cup that has won: not its matches, nor its goals.
CUPS = _words(
    r"europa ?cups?(?! ?(?:[123]|i|ii|iii)(?!\w))|(?:europese |european )?(?:bekers?|cups|prijzen|prijs|"
    r"titels?|trofee(?:ën|en)?|troph(?:y|ies)|titles?)|finales?|finals?"
)
WINNING = _words(
    r"won(?:nen)?|gewonnen|winnaars?|wins?|(?<!cup )winners?(?!['’]?\s?cup)|kampioen(?:en)?|"
    r"gepakt|behaald|veroverd?|"
    r"europa ?cups|europese (?:bekers?|prijzen|titels?)|european (?:cups|titles|trophies)"
)
COUNTED = _words(
    r"hoe vaak|hoeveel|meeste?|vaakst|alle|how (?:often|many)|most|all|list of|lijst(?: (?:van|met))?|"
    r"(?:welke|which|what)(?= (?:\w+ )?(?:europa ?cups|bekers|cups|prijzen|titels|trofee|troph|titles))"
)
NOT_CUPS = _words(
    r"wedstrijd(?:en)?|duels?|match(?:es)?|games?|punten|points|doelpunten|goals|scoorde|gescoord|tickets?"
)
WHICH_CLUB = _words(r"(?:welke|which|what) (?:club|team|ploeg|elftal)")
PRIZES = _words(
    r"(?:europees kampioen|european champions?)(?!.*\d{4})|prijzenkast|"
    r"erelijst|palmares|honours|list of winners|lijst van winnaars|"
    r"europese (?:prijzen|bekers|titels)|european (?:trophies|titles|cups)"
)

MATCHES = _words(
    r"(?:wie|who|wat|what)(?: is| are|['’]s)?|welke|which|wedstrijd(?:en)?|duels?|voetbal|football|"
    r"uitslag(?:en)?|results?|scores?|match(?:es)?|games?|any|gespeeld|uitgezonden|on tv|op tv|"
    r"(?:op de )?(?:buis|televisie)|from|andere?|other|potjes?|"
    r"speelavond(?:en)?|match nights?"
)
RESULTS = _words(r"uitslag(?:en)?|results?|scores?")
PLAYS = re.compile(r"(?:speelt|spelen|voetbalt|moet|moeten|does|do|is|are)(?![\w-])", re.IGNORECASE)
SCORE = _words(
    r"hoe(?:veel)? staat het|wat staat het|tussenstand(?:en)?|live\s?scores?|live|"
    r"what(?:['’]s| is) the score|(?:wat|hoe) is de stand(?= bij)"
)
RESULT = _words(
    r"(?:wat|hoeveel) (?:werd|is|was|werden) (?:het|de (?:uitslag|score)|er)|"
    r"wat (?:heeft|hebben|deed|deden|doet|doen)|"
    r"hoe (?:staa[nt]|sta|ging|gaat|liep|deed|deden|doe[nt]|heeft|hebben|speelden?|is)|heeft|hebben|zit|"
    r"ligt|door wie is|hoe ver (?:is|zijn|kwam|kwamen|komt)|what happened|"
    r"how far (?:did|have|are)|hoe groot is de kans|"
    r"(?:in )?(?:welke|which) competiti(?:e|on)|"
    r"wie (?:scoorden?|maakten?|(?:heeft|hebben) gescoord)|who scored|did|"
    r"how (?:did|are|is|do|does|have|has)|what was the (?:score|result)|"
    r"(?:is|zijn|are)(?=.* (?:door|uitgeschakeld|through|out|still in)\b)"
)
SCORING = _words(r"scoorde|scoort|gescoord|scored|scores?|goals?|doelpunt(?:en)?")

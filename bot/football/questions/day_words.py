"""The words and the forms in which a day is written, or a week, a month."""

from __future__ import annotations

import re

MONTHS = (
    *(
        "jan(?:uari|uary)?",
        "feb(?:ruari|ruary)?",
        "maart|mrt|mar(?:ch)?",
        "apr(?:il)?",
        "mei|may",
        "jun[ie]?",
    ),
    *(
        "jul[iy]?",
        "aug(?:ustus|ust)?",
        "sept?(?:ember)?",
        "o[kc]t(?:ober)?",
        "nov(?:ember)?",
        "dec(?:ember)?",
    ),
)
WEEKDAYS = (
    "maandag|monday",
    "dinsdag|tuesday",
    # Sheffield Wednesday is a club.
    "woensdag|(?<!sheffield )(?<!sheff )wednesday",
    "donderdag|thursday",
    "vrijdag|friday",
    "zaterdag|saturday",
    "zondag|sunday",
)
_SHORT_WEEKDAYS = ("ma|mon", "di|tues?", "wo|wed", "do|thurs?", "vr|fri", "za|sat", "zo|sun")
DAYS_AGO = {
    "vandaag": 0,
    "vanmiddag": 0,
    "vanavond": 0,
    "vannacht": 0,
    "deze avond": 0,
    "today": 0,
    "tonight": 0,
    "this evening": 0,
    "gisteren": 1,
    "gister": 1,
    "gisteravond": 1,
    "gisterenavond": 1,
    "yesterday": 1,
    "last night": 1,
    "eergisteren": 2,
    "eergister": 2,
    "the day before yesterday": 2,
    "day before yesterday": 2,
    "overmorgen": -2,
    "the day after tomorrow": -2,
    "day after tomorrow": -2,
    "morgen": -1,
    "morgenavond": -1,
    "tomorrow": -1,
    "tomorrow night": -1,
}
BEFORE = frozenset({"afgelopen", "vorig", "vorige", "laatste", "last", "past", "previous"})
AFTER = frozenset({"komend", "komende", "volgend", "volgende", "aanstaande", "next", "coming"})
_THIS = frozenset({"dit", "deze", "this"})
_WHICH = f"(?:{'|'.join(sorted(BEFORE | AFTER | _THIS))})"
# Nothing of it is part of a longer number or word.
_ALONE = r"(?<![\w/.-]){}(?![\w/-])"
_FLAGS = re.ASCII | re.IGNORECASE
_MONTH = f"(?P<month>{'|'.join(MONTHS)})"
_IN_YEAR = r"['’‘]?(?P<year>\d{4}|\d{2}(?!:|\.\d|\s+uur))"
_WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
_BEFORE_A_DATE = rf"(?:(?:{_WEEKDAY}|(?:{'|'.join(_SHORT_WEEKDAYS)}|thur?)\.?),?\s+(?:the\s+)?)?"
DATES = tuple(
    re.compile(_ALONE.format(_BEFORE_A_DATE + written), _FLAGS)
    for written in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})(?P<by>[-/.])(?P<month>\d{1,2})(?P=by)['’‘]?(?P<year>\d{4}|\d{2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?\s+(?:of\s+)?{_MONTH}\.?(?:,?\s+{_IN_YEAR})?",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        # 08/09 is a season.
        r"(?P<day>\d{1,2})/(?P<month>[1-9])(?P<year>)",
    )
)
NAMED_DAY = re.compile(
    _ALONE.format(f"(?:{'|'.join(sorted(DAYS_AGO, key=len, reverse=True))})"), re.IGNORECASE
)
DAY_OF_A_WEEK = re.compile(
    _ALONE.format(
        rf"(?:(?P<which>{_WHICH})\s+)?(?:{'|'.join(f'(?P<d{n}>{day})' for n, day in enumerate(WEEKDAYS))})"
        r"(?:\s?(?:avond|middag|evening|night|afternoon))?"
    ),
    re.IGNORECASE,
)
MONTH_OF_A_YEAR = re.compile(
    _ALONE.format(
        rf"(?:(?:in\s+)?{_MONTH}\.?\s+(?:['’‘]\d{{2}}|\d{{4}})|"
        rf"(?:in|{_WHICH})\s+{_MONTH.replace('month', 'alone')}|"
        rf"(?=\w{{4}}|mei|may){_MONTH.replace('month', 'only')}(?!.))"
    ),
    _FLAGS,
)
# With nothing else: they stand for other things too.
SHORT_DAY = re.compile(
    rf"(?:(?P<which>{_WHICH})\s+)?"
    rf"(?:{'|'.join(f'(?P<d{n}>{day})' for n, day in enumerate(_SHORT_WEEKDAYS))})",
    re.IGNORECASE,
)
OF_A_WEEK = tuple(
    re.compile(_ALONE.format(written), re.IGNORECASE)
    for written in (
        rf"(?P<which>{_WHICH})\s+week\s+(?P<day>{_WEEKDAY})",
        rf"(?P<day>{_WEEKDAY})\s+(?P<which>{_WHICH})\s+week",
    )
)
COUNTS = {
    **{str(number): number for number in range(1, 100)},
    **dict.fromkeys(("een", "één", "a", "one"), 1),
    **dict.fromkeys(("twee", "two"), 2),
    **dict.fromkeys(("drie", "three"), 3),
}
_COUNTED = (
    rf"(?P<count>{'|'.join(sorted(COUNTS, key=len, reverse=True))})\s+"
    r"(?P<unit>dag|dagen|days?|week|weken|weeks)"
)
AHEAD = re.compile(_ALONE.format(rf"(?:over|in)\s+{_COUNTED}"), re.IGNORECASE)
AGO = re.compile(_ALONE.format(rf"{_COUNTED}\s+(?:geleden|terug|ago)"), re.IGNORECASE)
WEEK = re.compile(_ALONE.format(rf"(?P<which>{_WHICH})\s+(?P<span>week(?:end)?|maand|month)"), re.IGNORECASE)
OF_A_TIME = re.compile(
    r"\b(yesterday|\w+day|week|weekend|year|season|month|night|tonight|tomorrow)['’]s\b", re.IGNORECASE
)
"""`last week's results` are those of last week."""

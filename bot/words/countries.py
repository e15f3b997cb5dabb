"""What countries are called, by the three letters in which results write them."""

from __future__ import annotations

from functools import cache

from babel import Locale

# The letters of ISO, where results write others; those of Great Britain each language names itself.
_WRITTEN = """
ALB:AL AND:AD ARM:AM AUT:AT AZE:AZ BEL:BE BIH:BA BLR:BY BUL:BG CRO:HR CYP:CY CZE:CZ DEN:DK ESP:ES EST:EE
FIN:FI FRA:FR FRO:FO GEO:GE GER:DE GIB:GI GRE:GR HUN:HU IRL:IE ISL:IS ISR:IL ITA:IT KAZ:KZ KOS:XK LIE:LI
LTU:LT LUX:LU LVA:LV MDA:MD MKD:MK MLT:MT MNE:ME NED:NL NOR:NO POL:PL POR:PT ROU:RO RUS:RU SMR:SM SRB:RS
SUI:CH SVK:SK SVN:SI SWE:SE TUR:TR UKR:UA
"""
_TERRITORIES = dict(pair.split(":") for pair in _WRITTEN.split())


@cache
def country_name(code: str, locale: str) -> str:
    """Belgium, or its letters where the locale does not name it."""
    return str(Locale.parse(locale).territories.get(_TERRITORIES.get(code, ""), code))

"""The numbers by which the sources know clubs and matches: ours, but always the same."""

from __future__ import annotations

from zlib import crc32

from bot.football.model import Club, Match


def number_of(club: Club) -> int:
    return crc32(club.id.encode())


def number_of_match(match: Match) -> int:
    key = (match.competition.code, match.season, match.round.code, match.leg, match.home.id, match.away.id)
    return crc32("|".join(map(str, key)).encode())

"""What `check` says of Telegram and of the sources of newer results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.app.opening import now
from bot.database.chats.connection import open_chats
from bot.database.chats.memory import Counts
from bot.database.chats.source_states import SourceState, SourceStates
from bot.database.results.results import Results
from bot.football.model import AMSTERDAM, Match
from bot.football.season.as_of import latest_known_result, result_unknown
from bot.football.seasons import season_of
from bot.live.memory import CountOfTheDay
from bot.settings import Settings
from bot.sources.api_football.quota import Budget
from bot.sources.live import Abilities, Count, InMemory
from bot.sources.registry import REGISTRY
from bot.transport.aiohttp_request import AiohttpRequest
from bot.transport.telegram_clock import TelegramClock


def sources_say(settings: Settings) -> list[str]:
    """What each source of newer results can and when it answered the bot last; nothing is asked of it."""
    if not settings.live_sources:
        return ["none: newer results come by import only"]
    return [line for name in settings.live_sources for line in _of_source(name, settings)]


def results_say(results: Results, at: datetime) -> list[str]:
    """How far the results of the running season go, in each competition."""
    running = season_of(at)
    seasons = [competition for competition, season in results.seasons() if season == running]
    return [
        _how_far(f"{competition} {running}", results.season_matches(competition, running), at)
        for competition in seasons
    ] or [f"no matches of {running} yet"]


def _how_far(season: str, matches: Sequence[Match], at: datetime) -> str:
    last = latest_known_result(matches, at)
    missing = sum(result_unknown(match, at) for match in matches)
    until = f"results until {last:%d-%m-%Y}" if last else "no results yet"
    return f"{season}: {until}{f', {missing} missing' if missing else ''}"


def _of_source(name: str, settings: Settings) -> Iterator[str]:
    source = REGISTRY[name]
    if source.quota:
        how = source.quota(settings, lambda: _today(name, settings))
    elif source.can.live:
        how = f"every {settings.live_every} s while matches are on"
    else:
        how = "once a day, before and after an evening with matches"
    yield f"{name}: {how}, {source.address(settings)}"
    terms = f"licence: {source.licence}; {f'key: {source.key}' if source.key else 'no key'}"
    yield f"{name}: tells {_abilities(source.can)}; {terms}"
    yield f"{name}: {_state(name, settings)}"


def _abilities(can: Abilities) -> str:
    facts = ["live scores" if can.live else "results", *(["scorers"] if can.scorers else [])]
    facts += ["whole seasons"] if can.seasons else []
    hours, minutes = divmod(int(can.delay.total_seconds()) // 60, 60)
    late = f"{hours} h" if hours else f"{minutes} min"
    return f"{', '.join(facts)}{f' (about {late} late)' if can.delay else ''}"


def _state(name: str, settings: Settings) -> str:
    if not settings.chats_db.is_file():
        return "not asked yet"
    with closing(open_chats(settings.chats_db)) as db:
        return _in_words(SourceStates(db).of(name))


def _in_words(state: SourceState) -> str:
    answered = f"answered {_clock(state.answered)}" if state.answered else "has not answered yet"
    if state.failed is None:
        return answered if state.answered else "not asked yet"
    trouble = f"{'in trouble' if state.is_in_trouble else 'was in trouble'} {_clock(state.failed)}"
    return f"{answered}; {trouble}: {state.problem}"


def _clock(moment: datetime) -> str:
    return f"{moment.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"


def _today(name: str, settings: Settings) -> Count:
    if not settings.chats_db.is_file():
        return Budget(InMemory()).count(now())
    with closing(open_chats(settings.chats_db)) as db:
        return Budget(CountOfTheDay(Counts(db), name)).count(now())


def _switched_off(bot: Bot) -> Iterator[str]:
    """What the bot could do besides, and where its owner switches that on."""
    if not bot.supports_inline_queries:
        yield "inline mode is off: send /setinline to @BotFather"
    if not bot.bot.supports_guest_queries:
        yield "guest mode is off: switch it on in @BotFather's settings of the bot"


async def telegram_says(settings: Settings) -> str:
    """Who Telegram takes this token for, or why it can't be said."""
    token = settings.telegram_bot_token.get_secret_value().strip()
    base_url = f"{settings.telegram_api_url}/bot"
    clock = TelegramClock(now)
    request = AiohttpRequest(on_date=clock.heard)
    bot = Bot(token, base_url, request=request, get_updates_request=request)
    try:
        async with bot:
            return "; ".join(filter(None, (f"@{bot.username}", *_switched_off(bot), clock.advice())))
    except InvalidToken:
        return "does not know this token: check TELEGRAM_BOT_TOKEN in .env"
    except TelegramError as error:
        return f"can't be asked ({type(error).__name__})"

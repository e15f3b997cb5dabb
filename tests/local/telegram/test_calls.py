import pytest

from bot.local.telegram.calls import call
from bot.local.telegram.engine import LocalTelegram
from bot.local.telegram.refusals import Fault, LocalTelegramError, server_error, too_many_requests
from tests.local.bot_side import BotSide, started


async def test_a_wrong_token_is_unauthorized(telegram: LocalTelegram) -> None:
    response = await call(telegram, "1:wrong", "getMe", {})
    assert (response.status, response.body["description"]) == (401, "Unauthorized")


async def test_the_names_of_methods_may_be_written_in_any_case(bot: BotSide) -> None:
    assert (await bot.do("GETME"))["username"] == "uitslagbot"


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("sendRocket", {}),
        ("sendMessage", {"chat_id": 1, "text": "x", "colour": "orange"}),
        ("sendMessage", {"chat_id": "Arsenal", "text": "x"}),
        ("sendMessage", {"chat_id": 1, "text": "x", "disable_notification": "maybe"}),
        ("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": "[]"}),
        ("sendMessage", {"chat_id": 1, "text": "x", "reply_markup": "no json"}),
        ("getUpdates", {"allowed_updates": ["goals"]}),
        ("setMyCommands", {"commands": [{"command": "uitslag"}]}),
        ("setMyCommands", {"commands": [], "scope": {"type": "stadium"}}),
    ],
)
async def test_what_telegram_does_not_know_fails_loudly(
    telegram: LocalTelegram, method: str, given: dict[str, object]
) -> None:
    with pytest.raises(LocalTelegramError):
        await call(telegram, telegram.token, method, given)
    assert len(telegram.violations) == 1


async def test_form_fields_and_json_bodies_mean_the_same(telegram: LocalTelegram, bot: BotSide) -> None:
    chat_id = started(telegram)
    (first,) = telegram.chats[chat_id].messages
    as_form = await bot.do(
        "sendMessage", chat_id=str(chat_id), text="x", reply_parameters=f'{{"message_id": {first}}}'
    )
    as_json = await bot.do("sendMessage", chat_id=chat_id, text="x", reply_parameters={"message_id": first})
    assert as_form["reply_to_message"] == as_json["reply_to_message"]
    assert as_form["chat"] == as_json["chat"]


async def test_faults_befall_one_request_each(telegram: LocalTelegram, bot: BotSide) -> None:
    chat_id = started(telegram)
    telegram.faults.extend(
        (
            Fault(too_many_requests(3), method="sendMessage"),
            Fault(server_error(502), chat_id=chat_id),
            Fault(lost=True),
        )
    )
    limited = await call(telegram, telegram.token, "sendMessage", {"chat_id": chat_id, "text": "een"})
    assert limited.status == 429
    assert limited.body["parameters"] == {"retry_after": 3}
    assert limited.headers == {"Retry-After": "3"}
    assert limited.body["description"] == "Too Many Requests: retry after 3"
    assert await bot.refused("sendMessage", chat_id=chat_id, text="een") == "Bad Gateway"
    lost = await call(telegram, telegram.token, "sendMessage", {"chat_id": chat_id, "text": "een"})
    assert lost.lost
    texts = [message["text"] for message in telegram.chats[chat_id].messages.values()]
    assert texts == ["/start", "een"]

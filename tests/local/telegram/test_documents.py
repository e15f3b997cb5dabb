from bot.local.telegram.calls import call
from bot.local.telegram.engine import LocalTelegram
from tests.local.bot_side import BotSide, started

CONTENT = b"BEGIN:VCALENDAR"


async def test_a_document_is_kept_under_its_name_and_can_be_sent_again(telegram: LocalTelegram) -> None:
    chat_id = started(telegram)
    given, files, names = (
        {"chat_id": chat_id, "caption": "Agenda"},
        {"document": CONTENT},
        {"document": "ajax.ics"},
    )
    sent = await call(telegram, telegram.token, "sendDocument", given, files, names)
    document = sent.body["result"]["document"]
    assert (document["file_name"], document["file_size"]) == ("ajax.ics", len(CONTENT))
    assert telegram.documents[document["file_id"]][1] == CONTENT
    bot = BotSide(telegram)
    again = await bot.do("sendDocument", chat_id=chat_id, document=document["file_id"])
    assert again["document"] == document
    edited = await bot.refused("editMessageText", chat_id=chat_id, message_id=again["message_id"], text="x")
    assert edited == "Bad Request: there is no text in the message to edit"


async def test_what_is_no_document_is_refused_as_telegram_does(telegram: LocalTelegram, bot: BotSide) -> None:
    chat_id = started(telegram)
    assert (
        await bot.refused("sendDocument", chat_id=chat_id)
        == "Bad Request: there is no document in the request"
    )
    wrong = await bot.refused("sendDocument", chat_id=chat_id, document="nothing")
    assert wrong == "Bad Request: wrong file identifier/HTTP URL specified"
    empty = await call(telegram, telegram.token, "sendDocument", {"chat_id": chat_id}, {"document": b""})
    assert empty.body["description"] == "Bad Request: file must be non-empty"
    large = {"document": bytes(50 * 1024 * 1024 + 1)}
    assert (await call(telegram, telegram.token, "sendDocument", {"chat_id": chat_id}, large)).status == 413
    too_long = {"chat_id": chat_id, "caption": "x" * 1025}
    text = await call(telegram, telegram.token, "sendDocument", too_long, {"document": CONTENT})
    assert text.body["description"] == "Bad Request: message caption is too long"

"""What the bot remembers of its chats, and that it forgets when asked to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.database.chats.chats import MOST_FOLLOWED, Chats
from bot.database.chats.connection import open_chats_in_memory
from bot.database.chats.edits import Edits
from bot.database.chats.facts import (
    AlreadyFollowed,
    ChatKind,
    ChatSettings,
    Followed,
    StoredAbout,
    TooMany,
)
from bot.database.chats.menus import StoredMenus
from bot.database.chats.outbox import Outbox
from bot.database.chats.outgoing import MessageKind, OutgoingMessage
from bot.database.errors import DatabaseError

# The evening of the round of 32 in 2018, on which Ludogorets visited Milan.
NOW = datetime(2018, 2, 22, 20, 5, tzinfo=UTC)
ANNA = 1001
GROUP = -4001
SUPERGROUP = -1004001
CLUBS = ("ned-ajax", "ned-psv", "eng-arsenal", "ita-milan", "bul-ludogorets")


@contextmanager
def no_chats() -> Iterator[Chats]:
    with closing(open_chats_in_memory()) as db:
        yield Chats(db)


@pytest.fixture
def chats() -> Iterator[Chats]:
    with no_chats() as empty:
        yield empty


def fill(chats: Chats, chat: int) -> None:
    """Everything that can be stored about a chat."""
    chats.mark_active(chat, ChatKind.GROUP, NOW)
    chats.set_language(chat, "en", NOW)
    chats.set_spoiler(chat, NOW, on=True)
    chats.set_silent(chat, NOW, on=True)
    chats.follow(chat, "ned-ajax", NOW)
    chats.follow(chat, "ned-psv", NOW, 5)
    chats.unfollow(chat, "ned-psv", NOW, 6)
    chats.remember_answer(chat, 7, (8, 9), NOW)
    chats.remember_digest(chat, 7, "5d", NOW)
    outbox = Outbox(chats.db)
    outbox.put([OutgoingMessage(chat, "an end", MessageKind.NEWS, "Einde", NOW)])
    outbox.want_whole_evening(chat, NOW.date())


def tables_that_name(chats: Chats, chat: int) -> set[str]:
    """Every table with the id of the chat in any of its columns."""
    return {
        table.name
        for table in chats.db.tables
        for row in table.rows
        if chat in row.values() or str(chat) in row.values()
    }


# Settings


def test_a_chat_that_chose_nothing_speaks_the_language_of_whoever_asks(chats: Chats) -> None:
    assert chats.settings(ANNA) == ChatSettings(language=None, spoiler=False, silent=False)
    chats.mark_active(ANNA, ChatKind.PRIVATE, NOW)
    assert chats.settings(ANNA) == ChatSettings(language=None, spoiler=False, silent=False)


def test_each_setting_is_changed_alone(chats: Chats) -> None:
    chats.set_language(GROUP, "en", NOW)
    assert chats.settings(GROUP) == ChatSettings("en")
    chats.set_spoiler(GROUP, NOW, on=True)
    assert chats.settings(GROUP) == ChatSettings("en", spoiler=True)
    chats.set_silent(GROUP, NOW, on=True)
    assert chats.settings(GROUP) == ChatSettings("en", spoiler=True, silent=True)
    chats.set_spoiler(GROUP, NOW, on=False)
    chats.set_language(GROUP, None, NOW)
    assert chats.settings(GROUP) == ChatSettings(None, spoiler=False, silent=True)
    assert chats.settings(ANNA) == ChatSettings()


# Following


def test_clubs_are_followed_in_the_order_in_which_they_were_chosen(chats: Chats) -> None:
    for club in CLUBS:
        assert chats.follow(GROUP, club, NOW) == Followed()
    assert chats.followed_by(GROUP) == CLUBS
    assert chats.followed_by(ANNA) == ()


def test_a_club_is_followed_once(chats: Chats) -> None:
    chats.follow(GROUP, "ned-ajax", NOW)
    assert chats.follow(GROUP, "ned-ajax", NOW + timedelta(hours=1)) == AlreadyFollowed()
    assert chats.followed_by(GROUP) == ("ned-ajax",)


def test_a_chat_follows_ten_clubs_at_most(chats: Chats) -> None:
    clubs = [f"club-{number}" for number in range(MOST_FOLLOWED)]
    for club in clubs:
        assert chats.follow(GROUP, club, NOW) == Followed()
    assert chats.follow(GROUP, "ned-ajax", NOW) == TooMany(10)
    assert chats.follow(GROUP, clubs[3], NOW) == AlreadyFollowed()
    assert chats.follow(ANNA, "ned-ajax", NOW) == Followed()
    assert chats.unfollow(GROUP, clubs[3], NOW)
    assert chats.follow(GROUP, "ned-ajax", NOW) == Followed()
    assert chats.followed_by(GROUP) == (*clubs[:3], *clubs[4:], "ned-ajax")


def test_unfollowing_tells_whether_the_club_was_followed(chats: Chats) -> None:
    chats.follow(ANNA, "ned-ajax", NOW)
    assert not chats.unfollow(GROUP, "ned-ajax", NOW)
    assert chats.unfollow(ANNA, "ned-ajax", NOW)
    assert not chats.unfollow(ANNA, "ned-ajax", NOW)
    assert chats.followed_by(ANNA) == ()


def test_followers_are_those_who_can_be_reached(chats: Chats) -> None:
    for chat in (GROUP, ANNA):
        chats.follow(chat, "ned-ajax", NOW)
    chats.follow(SUPERGROUP, "ned-psv", NOW)
    assert chats.followers_of("ned-ajax") == (GROUP, ANNA)
    chats.gone(GROUP, NOW)
    assert chats.followers_of("ned-ajax") == (ANNA,)
    chats.back(GROUP)
    assert chats.followers_of("ned-ajax") == (GROUP, ANNA)
    assert chats.followers_of("ita-milan") == ()


# A chat's life


def test_a_chat_is_known_since_it_was_first_seen(chats: Chats) -> None:
    amsterdam = timezone(timedelta(hours=1))
    chats.mark_active(ANNA, ChatKind.PRIVATE, NOW.astimezone(amsterdam))
    chats.mark_active(ANNA, ChatKind.PRIVATE, NOW + timedelta(days=1))
    stored = chats.stored_about(ANNA)
    assert stored is not None
    assert stored.since == NOW
    assert stored.since.utcoffset() == timedelta(0)


def test_a_chat_seen_again_is_not_written_again(chats: Chats) -> None:
    chats.mark_active(ANNA, ChatKind.PRIVATE, NOW)
    before = chats.db.conn.total_changes
    chats.mark_active(ANNA, ChatKind.PRIVATE, NOW + timedelta(days=1))
    assert chats.db.conn.total_changes == before


def test_the_kind_of_a_chat_is_told_when_it_is_seen(chats: Chats) -> None:
    chats.follow(GROUP, "ned-ajax", NOW)
    assert chats.stored_about(GROUP) == StoredAbout(None, NOW, None, ChatSettings(), ("ned-ajax",), 0)
    chats.mark_active(GROUP, ChatKind.GROUP, NOW)
    assert chats.stored_about(GROUP) == StoredAbout(
        ChatKind.GROUP, NOW, None, ChatSettings(), ("ned-ajax",), 0
    )


def test_the_bot_that_is_spoken_to_is_back(chats: Chats) -> None:
    fill(chats, GROUP)
    chats.gone(GROUP, NOW)
    chats.mark_active(GROUP, ChatKind.GROUP, NOW + timedelta(days=2))
    stored = chats.stored_about(GROUP)
    assert stored is not None
    assert stored.gone is None
    assert chats.followers_of("ned-ajax") == (GROUP,)


def test_being_removed_from_an_unknown_chat_stores_nothing(chats: Chats) -> None:
    chats.gone(GROUP, NOW)
    chats.back(GROUP)
    assert chats.stored_about(GROUP) is None
    assert tables_that_name(chats, GROUP) == set()


def test_a_chat_gone_for_more_than_thirty_days_is_forgotten(chats: Chats) -> None:
    for chat in (GROUP, ANNA, SUPERGROUP):
        fill(chats, chat)
    chats.gone(GROUP, NOW)
    chats.gone(ANNA, NOW + timedelta(seconds=1))
    # Telegram tells it again at every message that can't be delivered: the first time counts.
    chats.gone(GROUP, NOW + timedelta(days=20))
    assert chats.forget_gone(NOW + timedelta(days=30)) == 0
    assert chats.forget_gone(NOW + timedelta(days=30, seconds=1)) == 1
    assert chats.stored_about(GROUP) is None
    stored = chats.stored_about(ANNA)
    assert stored is not None
    assert stored.gone == NOW + timedelta(seconds=1)
    assert chats.forget_gone(NOW + timedelta(days=3650)) == 1
    assert chats.followers_of("ned-ajax") == (SUPERGROUP,)


# Forgetting


def test_what_is_stored_about_a_chat_is_told(chats: Chats) -> None:
    assert chats.stored_about(GROUP) is None
    fill(chats, GROUP)
    chats.remember_answer(GROUP, 10, (11,), NOW)
    assert chats.stored_about(GROUP) == StoredAbout(
        kind=ChatKind.GROUP,
        since=NOW,
        gone=None,
        settings=ChatSettings("en", spoiler=True, silent=True),
        followed=("ned-ajax",),
        answers=2,
        alerts=1,
    )


def test_forgetting_a_chat_leaves_it_in_no_table(chats: Chats) -> None:
    fill(chats, GROUP)
    refer = {table.name for table in chats.db.tables if table.foreign_keys}
    assert tables_that_name(chats, GROUP) == {"chats"} | refer
    chats.forget(GROUP)
    assert tables_that_name(chats, GROUP) == set()
    chats.forget(GROUP)
    assert chats.settings(GROUP) == ChatSettings()


some_clubs = st.lists(st.sampled_from(CLUBS), unique=True)
some_questions = st.dictionaries(
    st.integers(min_value=1, max_value=50), st.lists(st.integers(min_value=51, max_value=99), max_size=3)
)
a_choice = st.sampled_from([None, False, True])


def live(chats: Chats, chat: int, draw: st.DataObject) -> None:
    """Any life that a chat may have had."""
    for club in draw.draw(some_clubs):
        chats.follow(chat, club, NOW, draw.draw(st.sampled_from([None, 1, 2])))
    for question, answers in draw.draw(some_questions).items():
        chats.remember_answer(chat, question, tuple(answers), NOW)
    if language := draw.draw(st.sampled_from([None, "nl", "en"])):
        chats.set_language(chat, language, NOW)
    if (spoiler := draw.draw(a_choice)) is not None:
        chats.set_spoiler(chat, NOW, on=spoiler)
    if (silent := draw.draw(a_choice)) is not None:
        chats.set_silent(chat, NOW, on=silent)
    if draw.draw(st.booleans()):
        chats.mark_active(chat, draw.draw(st.sampled_from(ChatKind)), NOW)
    if draw.draw(st.booleans()):
        chats.gone(chat, NOW)


@given(st.data())
@settings(deadline=None)
def test_whatever_a_chat_did_forgetting_it_leaves_nothing_and_touches_no_other(draw: st.DataObject) -> None:
    with no_chats() as chats:
        live(chats, GROUP, draw)
        live(chats, ANNA, draw)
        before = chats.stored_about(ANNA)
        chats.forget(GROUP)
        assert tables_that_name(chats, GROUP) == set()
        assert chats.stored_about(GROUP) is None
        assert chats.stored_about(ANNA) == before


# From group to supergroup


def test_a_group_that_becomes_a_supergroup_keeps_its_settings_and_clubs(chats: Chats) -> None:
    fill(chats, GROUP)
    chats.migrate(GROUP, SUPERGROUP)
    assert chats.stored_about(SUPERGROUP) == StoredAbout(
        kind=ChatKind.SUPERGROUP,
        since=NOW,
        gone=None,
        settings=ChatSettings("en", spoiler=True, silent=True),
        followed=("ned-ajax",),
        answers=0,
        alerts=1,
    )
    assert tables_that_name(chats, GROUP) == set()
    assert chats.followers_of("ned-ajax") == (SUPERGROUP,)


def test_a_message_of_the_supergroup_is_not_taken_for_one_of_the_old_group(chats: Chats) -> None:
    chats.remember_answer(GROUP, 7, (8,), NOW)
    chats.migrate(GROUP, SUPERGROUP)
    assert chats.answer_to(SUPERGROUP, 7) == ()
    assert chats.answer_to(GROUP, 7) == ()


def test_what_was_chosen_in_the_supergroup_wins(chats: Chats) -> None:
    fill(chats, GROUP)
    later = NOW + timedelta(minutes=1)
    chats.set_spoiler(SUPERGROUP, later, on=False)
    chats.remember_answer(SUPERGROUP, 7, (8,), later)
    chats.migrate(GROUP, SUPERGROUP)
    assert chats.settings(SUPERGROUP) == ChatSettings("en", spoiler=False, silent=True)
    assert chats.answer_to(SUPERGROUP, 7) == (8,)
    stored = chats.stored_about(SUPERGROUP)
    assert stored is not None
    assert stored.since == NOW


def test_a_group_without_a_past_becomes_a_supergroup_without_one(chats: Chats) -> None:
    chats.migrate(GROUP, SUPERGROUP)
    assert chats.stored_about(SUPERGROUP) is None


def test_a_chat_that_stays_itself_loses_nothing(chats: Chats) -> None:
    fill(chats, GROUP)
    before = chats.stored_about(GROUP)
    chats.migrate(GROUP, GROUP)
    assert chats.stored_about(GROUP) == before


def test_a_migration_cut_short_is_no_migration(chats: Chats) -> None:
    fill(chats, GROUP)
    before = chats.stored_about(GROUP)
    chats.db.execute("CREATE TRIGGER cut BEFORE DELETE ON chats BEGIN SELECT raise(ABORT, 'power cut'); END")
    with pytest.raises(DatabaseError, match="power cut"):
        chats.migrate(GROUP, SUPERGROUP)
    assert chats.stored_about(GROUP) == before
    assert chats.stored_about(SUPERGROUP) is None


@given(st.data())
@settings(deadline=None)
def test_migration_keeps_every_club_and_choice_and_may_be_told_twice(draw: st.DataObject) -> None:
    with no_chats() as chats:
        for chat in draw.draw(st.permutations([GROUP, SUPERGROUP, ANNA])):
            live(chats, chat, draw)
        old, new = chats.followed_by(GROUP), chats.followed_by(SUPERGROUP)
        chosen = [chats.settings(chat) for chat in (GROUP, SUPERGROUP)]
        bystander = chats.stored_about(ANNA)
        chats.migrate(GROUP, SUPERGROUP)
        clubs, now = chats.followed_by(SUPERGROUP), chats.settings(SUPERGROUP)
        assert sorted(clubs) == sorted({*old, *new})
        assert [club for club in clubs if club in old] == list(old)
        assert [club for club in clubs if club not in old] == [club for club in new if club not in old]
        assert now.language == (chosen[1].language or chosen[0].language)
        assert now.spoiler in {choice.spoiler for choice in chosen}
        assert now.silent in {choice.silent for choice in chosen}
        assert tables_that_name(chats, GROUP) == set()
        once = chats.stored_about(SUPERGROUP)
        chats.migrate(GROUP, SUPERGROUP)
        assert chats.stored_about(SUPERGROUP) == once
        assert chats.stored_about(ANNA) == bystander


# Answers and menus


def test_an_edited_question_finds_its_answers_in_order(chats: Chats) -> None:
    chats.remember_answer(GROUP, 7, (9, 8), NOW)
    chats.remember_answer(ANNA, 7, (3,), NOW)
    assert chats.answer_to(GROUP, 7) == (9, 8)
    assert chats.answer_to(ANNA, 7) == (3,)
    assert chats.answer_to(GROUP, 8) == ()


def test_a_new_answer_replaces_the_one_before(chats: Chats) -> None:
    chats.remember_answer(GROUP, 7, (8, 9), NOW)
    chats.remember_answer(GROUP, 7, (8,), NOW)
    assert chats.answer_to(GROUP, 7) == (8,)
    chats.remember_answer(GROUP, 7, (), NOW)
    assert chats.answer_to(GROUP, 7) == ()


def test_answers_are_remembered_for_as_long_as_a_question_can_be_edited(chats: Chats) -> None:
    chats.remember_answer(GROUP, 7, (8,), NOW)
    chats.remember_answer(GROUP, 9, (10,), NOW + timedelta(hours=1))
    chats.prune(NOW + timedelta(hours=48))
    assert chats.answer_to(GROUP, 7) == (8,)
    chats.prune(NOW + timedelta(hours=48, seconds=1))
    assert chats.answer_to(GROUP, 7) == ()
    assert chats.answer_to(GROUP, 9) == (10,)


def test_a_menu_is_known_for_its_scope_and_language(chats: Chats) -> None:
    menus = StoredMenus(chats)
    assert menus.menu_of("groups", "nl") is None
    menus.remember_menu("groups", "nl", "a1")
    menus.remember_menu("groups", "", "b2")
    menus.remember_menu("groups", "nl", "c3")
    assert menus.menu_of("groups", "nl") == "c3"
    assert menus.menu_of("groups", "") == "b2"
    assert menus.menu_of("private", "nl") is None


def test_a_message_of_the_bot_is_known_by_the_question_it_answers(chats: Chats) -> None:
    chats.remember_answer(GROUP, 10, (11, 12), NOW)
    assert [chats.question_of(GROUP, answer) for answer in (11, 12, 13)] == [10, 10, None]
    assert chats.question_of(GROUP + 1, 11) is None


def test_what_a_message_said_and_did_is_forgotten_once_nobody_can_edit_it(chats: Chats) -> None:
    edits = Edits(chats)
    edits.note(GROUP, 7, "/volg Ajax", NOW)
    chats.follow(GROUP, "ned-ajax", NOW, 7)
    assert edits.is_unchanged(GROUP, 7, "/volg Ajax")
    assert not edits.is_unchanged(GROUP, 7, "/volg PSV")
    assert not edits.is_unchanged(GROUP, 8, "/volg Ajax")
    assert edits.changed_clubs(GROUP, 7)
    chats.prune(NOW + timedelta(hours=49))
    assert not edits.is_unchanged(GROUP, 7, "/volg Ajax")
    assert not edits.changed_clubs(GROUP, 7)
    assert chats.followed_by(GROUP) == ("ned-ajax",)


def test_what_a_message_said_can_not_be_read_from_its_digest(chats: Chats) -> None:
    Edits(chats).note(GROUP, 7, "/volg Ajax", NOW)
    Edits(chats).note(ANNA, 7, "/volg Ajax", NOW)
    first, second = (str(row["digest"]) for row in chats.db["digests"].rows)
    assert first != second
    assert "Ajax" not in first + second

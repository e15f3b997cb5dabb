"""The steps that make the database of chats, in order; a released step is never edited.

What a table says of a chat is deleted with its row in `chats`: forgetting a chat is deleting one row.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("chats")

# A setting is NULL until somebody chooses; `kind` until Telegram has said what kind of chat it is.
CHATS = """
CREATE TABLE chats (
    id INTEGER PRIMARY KEY,
    kind TEXT,
    since TEXT NOT NULL,
    gone TEXT,
    language TEXT,
    spoiler INTEGER,
    silent INTEGER
) STRICT
"""

# The id keeps the order in which clubs were chosen.
FOLLOWERS = """
CREATE TABLE followers (
    id INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    club TEXT NOT NULL,
    since TEXT NOT NULL,
    UNIQUE (chat, club)
) STRICT
"""

# One row per message of an answer: a long answer is more than one message.
ANSWERS = """
CREATE TABLE answers (
    chat INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    question INTEGER NOT NULL,
    place INTEGER NOT NULL,
    answer INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (chat, question, place)
) STRICT, WITHOUT ROWID
"""

MENUS = """
CREATE TABLE menus (
    scope TEXT NOT NULL,
    language TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (scope, language)
) STRICT, WITHOUT ROWID
"""

# A message on its way to a chat. At most one of an event: what was said once is not said again.
OUTBOX = """
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    event TEXT NOT NULL,
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL,
    html TEXT NOT NULL,
    silent INTEGER NOT NULL,
    due TEXT NOT NULL,
    deadline TEXT,
    state TEXT NOT NULL DEFAULT 'waiting',
    message INTEGER,
    UNIQUE (chat, event)
) STRICT
"""

# The one message per chat and evening that is edited as things happen; the message is NULL until it is sent.
LIVE_MESSAGES = """
CREATE TABLE live_messages (
    chat INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    day TEXT NOT NULL,
    whole INTEGER NOT NULL,
    message INTEGER,
    html TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (chat, day)
) STRICT, WITHOUT ROWID
"""

# What was last believed of a match, or of a draw: what followers know already.
WATCHED = """
CREATE TABLE watched (
    what TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    believed TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""

# What was asked of a source that counts; the day is that source's own.
COUNTS = """
CREATE TABLE counts (
    source TEXT PRIMARY KEY,
    day TEXT NOT NULL,
    asked INTEGER NOT NULL,
    allowed INTEGER NOT NULL
) STRICT, WITHOUT ROWID
"""

# What an owner of the bot entered, and what was known before; the authority is that of what was known.
ENTRIES = """
CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL,
    at TEXT NOT NULL,
    state TEXT NOT NULL,
    entered TEXT NOT NULL,
    before TEXT NOT NULL,
    authority INTEGER NOT NULL
) STRICT
"""

# An update of Telegram's, until it has been answered; its number stays, so that it is not answered again.
INBOX = """
CREATE TABLE inbox (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    content TEXT
) STRICT
"""

# Of the text of a message that was read: enough to know it again, not to read it.
DIGESTS = """
CREATE TABLE digests (
    chat INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    question INTEGER NOT NULL,
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (chat, question)
) STRICT, WITHOUT ROWID
"""

# How it came that a club is followed, or not any more: the last change, and the message that asked for it.
CHANGES = """
CREATE TABLE changes (
    chat INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    club TEXT NOT NULL,
    question INTEGER,
    followed INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (chat, club)
) STRICT, WITHOUT ROWID
"""

# A page of a source as it was last believed, packed; the revision is the source's own number.
PAGES = """
CREATE TABLE pages (
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    revision INTEGER NOT NULL,
    at TEXT NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (source, title)
) STRICT
"""

# The page that a title leads to.
PAGE_TARGETS = """
CREATE TABLE page_targets (
    source TEXT NOT NULL,
    title TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (source, title)
) STRICT, WITHOUT ROWID
"""


# When a source of newer results answered last, and what was wrong when it did not.
SOURCE_STATES = """
CREATE TABLE source_states (
    source TEXT PRIMARY KEY,
    answered TEXT,
    problem TEXT,
    failed TEXT
) STRICT
"""


@MIGRATIONS()
def m001_chats_and_followers(db: Database) -> None:
    for table in (CHATS, FOLLOWERS):
        db.execute(table)
    db.execute("CREATE INDEX followers_by_club ON followers (club)")


@MIGRATIONS()
def m002_answers(db: Database) -> None:
    db.execute(ANSWERS)
    db.execute("CREATE INDEX answers_by_moment ON answers (at)")


@MIGRATIONS()
def m003_menus(db: Database) -> None:
    db.execute(MENUS)


@MIGRATIONS()
def m004_alerts(db: Database) -> None:
    """Which alerts, the seconds they wait, the quiet hours, the live message; where and in what language."""
    columns = ("alerts TEXT", "delay INTEGER", "quiet TEXT", "live TEXT", "topic INTEGER", "spoken TEXT")
    for column in columns:
        db.execute(f"ALTER TABLE chats ADD COLUMN {column}")


@MIGRATIONS()
def m005_outbox(db: Database) -> None:
    for table in (OUTBOX, LIVE_MESSAGES, WATCHED):
        db.execute(table)
    db.execute("CREATE INDEX outbox_by_turn ON outbox (state, priority, due, id)")


@MIGRATIONS()
def m006_counts(db: Database) -> None:
    db.execute(COUNTS)


@MIGRATIONS()
def m007_entries(db: Database) -> None:
    db.execute(ENTRIES)


@MIGRATIONS()
def m008_inbox(db: Database) -> None:
    db.execute(INBOX)
    db.execute("CREATE INDEX inbox_waiting ON inbox (number) WHERE content IS NOT NULL")


@MIGRATIONS()
def m009_admins_follow(db: Database) -> None:
    """Whether only administrators change what a group follows."""
    db.execute("ALTER TABLE chats ADD COLUMN admins_follow INTEGER")


@MIGRATIONS()
def m010_edits(db: Database) -> None:
    """What an edited message is judged by."""
    for table in (DIGESTS, CHANGES):
        db.execute(table)


@MIGRATIONS()
def m011_source_states(db: Database) -> None:
    db.execute(SOURCE_STATES)


@MIGRATIONS()
def m012_pages(db: Database) -> None:
    for table in (PAGES, PAGE_TARGETS):
        db.execute(table)


@MIGRATIONS()
def m013_countries_and_competitions(db: Database) -> None:
    """What is followed has a key: a club's id, a country, a competition; whether each match is told."""
    for table in ("followers", "changes"):
        db.execute(f"ALTER TABLE {table} RENAME COLUMN club TO what")
    db.execute("ALTER TABLE chats ADD COLUMN every_match INTEGER")


@MIGRATIONS()
def m014_keyboards(db: Database) -> None:
    """The buttons under a message on its way, as Telegram takes them."""
    db.execute("ALTER TABLE outbox ADD COLUMN keyboard TEXT NOT NULL DEFAULT ''")

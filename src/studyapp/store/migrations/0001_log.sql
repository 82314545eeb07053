-- The learner's log, and what is derived from it about cards, days and settings.

-- One row an entry, for ever. Fold order is the order of the table.
CREATE TABLE events (
    order_key       INTEGER NOT NULL,
    device          TEXT    NOT NULL,
    seq             INTEGER NOT NULL CHECK (seq > 0),
    at_utc          INTEGER NOT NULL,   -- milliseconds since 1970
    offset_minutes  INTEGER NOT NULL,
    rollover_hour   INTEGER NOT NULL,
    kind            TEXT    NOT NULL,
    item            TEXT    NOT NULL,
    revision        INTEGER NOT NULL,
    payload         TEXT    NOT NULL,
    payload_version INTEGER NOT NULL,
    PRIMARY KEY (order_key, device, seq)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX events_by_name ON events (device, seq);

CREATE INDEX events_by_item ON events (item, order_key);

-- Answers are nearly all of the log; the other kinds are looked up by this one.
CREATE INDEX events_by_kind ON events (kind, order_key) WHERE kind <> 'review';

CREATE TRIGGER events_are_never_altered BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;

CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;

-- Derived: entries that no longer count, because an entry that counts takes them back.
CREATE TABLE retracted (
    device TEXT    NOT NULL,
    seq    INTEGER NOT NULL,
    PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- Derived: what is known of a card from its answers.
CREATE TABLE card_memory (
    item        TEXT    PRIMARY KEY,
    phase       TEXT    NOT NULL,
    due_at      INTEGER NOT NULL,   -- milliseconds since 1970
    reviewed_at INTEGER NOT NULL,   -- milliseconds since 1970
    stability   REAL    NOT NULL,   -- days
    difficulty  REAL    NOT NULL,   -- 1 to 10
    step        INTEGER,
    reviews     INTEGER NOT NULL,
    lapses      INTEGER NOT NULL,
    revision    INTEGER NOT NULL,   -- of the card when it was last answered
    first_day   TEXT    NOT NULL,   -- study day of the first answer
    last_day    TEXT    NOT NULL,   -- study day of the last answer
    wrong_at    INTEGER             -- last forgotten, milliseconds since 1970
) STRICT, WITHOUT ROWID;

CREATE INDEX card_memory_by_due ON card_memory (phase, due_at);

-- Derived: what the learner has said about a card.
CREATE TABLE card_mark (
    item         TEXT    PRIMARY KEY,
    suspended    INTEGER NOT NULL DEFAULT 0,
    buried_until TEXT,              -- study day on which it comes back
    flagged      INTEGER NOT NULL DEFAULT 0,
    note         TEXT    NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- Derived: answers a study day (and UTC offset, so that a flight can be told from a missed day).
CREATE TABLE answer_day (
    day            TEXT    NOT NULL,
    offset_minutes INTEGER NOT NULL,
    answers        INTEGER NOT NULL,
    again          INTEGER NOT NULL,
    took_ms        INTEGER NOT NULL,
    reviews        INTEGER NOT NULL,   -- answers to cards that were past their learning steps
    recalled       INTEGER NOT NULL,   -- of those, not forgotten
    PRIMARY KEY (day, offset_minutes)
) STRICT, WITHOUT ROWID;

-- Derived: the learner's choices that change a schedule or a plan.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

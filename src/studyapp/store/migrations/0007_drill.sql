-- Derived: what is known of an exercise made from a table.
CREATE TABLE drill_memory (
    item        TEXT    PRIMARY KEY,
    stability   REAL    NOT NULL,   -- days
    difficulty  REAL    NOT NULL,   -- 1 to 10
    due_at      INTEGER NOT NULL,   -- milliseconds since 1970
    reviewed_at INTEGER NOT NULL,   -- milliseconds since 1970
    phase       TEXT    NOT NULL,
    step        INTEGER,
    reviews     INTEGER NOT NULL,
    lapses      INTEGER NOT NULL,
    revision    INTEGER NOT NULL    -- of the deciding cell when it was last answered
) STRICT, WITHOUT ROWID;

-- Derived: every place of a table that an answer was about.
CREATE TABLE drill_answer (
    item      TEXT    NOT NULL,
    order_key INTEGER NOT NULL,
    device    TEXT    NOT NULL,
    seq       INTEGER NOT NULL,
    place     INTEGER NOT NULL,     -- from 0 within one answer
    at        INTEGER NOT NULL,     -- milliseconds since 1970
    day       TEXT    NOT NULL,     -- study day
    cell      TEXT    NOT NULL,
    correct   INTEGER NOT NULL,
    asked     TEXT    NOT NULL,     -- the thing that was right; empty when the answer tells nothing about a pair
    taken     TEXT    NOT NULL,     -- the thing that was chosen
    others    TEXT    NOT NULL,     -- the things that could have been chosen besides, JSON
    took_ms   INTEGER NOT NULL,     -- the answer's time, with its first place only
    PRIMARY KEY (item, order_key, device, seq, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX drill_answer_by_order ON drill_answer (order_key);

CREATE INDEX drill_answer_by_cell ON drill_answer (cell, order_key);

-- Derived: every attempt at a paper.
CREATE TABLE exam_attempt (
    attempt      TEXT    PRIMARY KEY,
    profile      TEXT    NOT NULL,
    began_at     INTEGER NOT NULL,   -- milliseconds since 1970
    day          TEXT    NOT NULL,   -- study day on which it began
    elapsed_ms   INTEGER NOT NULL,   -- exam time used
    handed_in_at INTEGER,            -- milliseconds since 1970
    head         TEXT    NOT NULL    -- the profile's facts as they were then, JSON
) STRICT, WITHOUT ROWID;

CREATE INDEX exam_attempt_by_time ON exam_attempt (began_at);

-- Derived: every place of every paper, and what became of it.
CREATE TABLE exam_sheet (
    attempt  TEXT    NOT NULL,
    number   INTEGER NOT NULL,       -- from 0, as the paper was drawn
    question TEXT    NOT NULL,
    revision INTEGER NOT NULL,
    area     TEXT    NOT NULL,
    shown_at INTEGER,                -- first on the screen, milliseconds since 1970: from then on it is used up
    shown_in INTEGER,                -- order key of that entry: which showing came first, whatever the clock said
    key      TEXT    NOT NULL,       -- the right options in the author's numbers, JSON; empty until it was shown
    chosen   TEXT    NOT NULL,       -- the selection in force in the author's numbers, JSON
    correct  INTEGER NOT NULL,       -- whether exactly the key is chosen
    part     REAL    NOT NULL,       -- partial credit, 0 to 1
    scored   INTEGER NOT NULL,       -- 0 when the learner disputes the question
    PRIMARY KEY (attempt, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX exam_sheet_by_question ON exam_sheet (question);

-- Derived: every answer in question practice.
CREATE TABLE practice_answer (
    question  TEXT    NOT NULL,
    order_key INTEGER NOT NULL,
    device    TEXT    NOT NULL,
    seq       INTEGER NOT NULL,
    at        INTEGER NOT NULL,      -- milliseconds since 1970
    day       TEXT    NOT NULL,      -- study day
    area      TEXT    NOT NULL,
    correct   INTEGER NOT NULL,
    sure      INTEGER,               -- whether the learner was sure before the answer; null when not asked
    took_ms   INTEGER NOT NULL,
    PRIMARY KEY (question, order_key, device, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX practice_answer_by_day ON practice_answer (day);

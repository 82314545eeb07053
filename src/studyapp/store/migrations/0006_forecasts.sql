-- Derived: every forecast that the learner was told.
CREATE TABLE forecast_told (
    profile   TEXT    NOT NULL,
    order_key INTEGER NOT NULL,
    device    TEXT    NOT NULL,
    seq       INTEGER NOT NULL,
    at        INTEGER NOT NULL,      -- milliseconds since 1970
    day       TEXT    NOT NULL,      -- study day
    chance    REAL    NOT NULL,      -- 0 to 1, as are the next four
    low       REAL    NOT NULL,
    high      REAL    NOT NULL,
    wide_low  REAL    NOT NULL,
    wide_high REAL    NOT NULL,
    answers   INTEGER NOT NULL,      -- first answers that it rested on
    areas     TEXT    NOT NULL,      -- [[area, questions lost, gain of an hour], …], the dearest first, JSON
    PRIMARY KEY (profile, order_key, device, seq)
) STRICT, WITHOUT ROWID;

-- Derived: results of real exams as the learner entered them.
CREATE TABLE real_result (
    item          TEXT    PRIMARY KEY,
    certification TEXT    NOT NULL,
    day           TEXT    NOT NULL,
    passed        INTEGER NOT NULL,
    score         REAL               -- per cent; null when it is not known
) STRICT, WITHOUT ROWID;

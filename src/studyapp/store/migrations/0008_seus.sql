-- Derived: what the learner entered as hours of learning for the renewal of a certificate.
CREATE TABLE seu_entry (
    item     TEXT    PRIMARY KEY,
    day      TEXT    NOT NULL,
    title    TEXT    NOT NULL,
    category TEXT    NOT NULL,
    minutes  INTEGER NOT NULL,
    note     TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

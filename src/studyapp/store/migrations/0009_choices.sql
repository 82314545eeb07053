-- Derived: results of guided choices that the learner kept.
CREATE TABLE choice_kept (
    item    TEXT PRIMARY KEY,
    choice  TEXT NOT NULL,           -- the guided choice's identifier
    title   TEXT NOT NULL,           -- its title when it was kept
    day     TEXT NOT NULL,           -- study day
    answers TEXT NOT NULL            -- {factor: answer}, by name, JSON
) STRICT, WITHOUT ROWID;

-- Derived: answers an hour of the learner's own clock.
CREATE TABLE answer_hour (
    hour     INTEGER PRIMARY KEY,   -- 0 to 23
    answers  INTEGER NOT NULL,
    reviews  INTEGER NOT NULL,      -- answers to cards that were past their learning steps
    recalled INTEGER NOT NULL       -- of those, not forgotten
) STRICT;

-- Derived: what was recalled, by the chance of recall that was expected.
CREATE TABLE recall_bin (
    bin      INTEGER PRIMARY KEY,   -- twentieths of the expected chance, rounded down
    reviews  INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    expected REAL    NOT NULL       -- sum of the expected chances, in ten-thousandths
) STRICT;

-- Derived: where each article was left.
CREATE TABLE reading (
    item     TEXT    PRIMARY KEY,
    heading  TEXT    NOT NULL,
    position REAL    NOT NULL,   -- share of the article's height above the window's upper edge, 0 to 1
    read     INTEGER NOT NULL,
    took_ms  INTEGER NOT NULL,   -- time spent in it in all
    left_at  INTEGER NOT NULL    -- milliseconds since 1970
) STRICT, WITHOUT ROWID;

CREATE INDEX reading_by_time ON reading (left_at);

-- Derived: bookmarked articles.
CREATE TABLE bookmark (
    item     TEXT    PRIMARY KEY,
    added_at INTEGER NOT NULL    -- milliseconds since 1970
) STRICT, WITHOUT ROWID;

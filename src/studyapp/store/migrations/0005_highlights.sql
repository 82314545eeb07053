-- Derived: passages that the learner highlighted.
CREATE TABLE highlight (
    mark     TEXT    PRIMARY KEY,   -- the entry that made it, as `device:seq`
    item     TEXT    NOT NULL,      -- the article
    quote    TEXT    NOT NULL,      -- the passage, and what stood around it
    before   TEXT    NOT NULL,
    after    TEXT    NOT NULL,
    place    REAL    NOT NULL,      -- share of the article's text before it, 0 to 1
    heading  TEXT    NOT NULL,      -- title of the section it stood in
    colour   TEXT    NOT NULL,
    note     TEXT    NOT NULL,
    made_at  INTEGER NOT NULL       -- milliseconds since 1970
) STRICT, WITHOUT ROWID;

CREATE INDEX highlight_by_article ON highlight (item);

-- Derived: paragraphs of articles that were in sight long enough to be read.
CREATE TABLE seen_passage (
    item  TEXT NOT NULL,
    print TEXT NOT NULL,   -- fingerprint of the paragraph's text
    PRIMARY KEY (item, print)
) STRICT, WITHOUT ROWID;

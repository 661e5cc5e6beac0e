-- What people decided about mentions and identities, in the order in which they did. Nothing is taken out: a decision is undone by another row.
CREATE TABLE decisions (
    seq       INTEGER PRIMARY KEY,
    verdict   TEXT NOT NULL CHECK (verdict IN ('same', 'not-same', 'unsure', 'undo')),
    notice_id TEXT,                        -- a mention's notice; null when two identities are compared
    start     INTEGER,                     -- its first code point there, when it was decided
    written   TEXT,                        -- the mention as written
    before    TEXT,                        -- the words in front of it, by which it is found when the text has moved
    document  TEXT,                        -- id of the document that it is, or is not
    other     TEXT,                        -- id of the second of two identities
    described TEXT,                        -- JSON: what was known of the document then
    who       TEXT NOT NULL,
    at        TEXT NOT NULL,
    why       TEXT NOT NULL,
    undoes    INTEGER REFERENCES decisions (seq),
    revision  INTEGER NOT NULL
) STRICT;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are only added to'); END;
CREATE TRIGGER decisions_stand BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are only added to'); END;

-- Stamps of the writing sessions, by which an index knows the store that it was made from (see `corpus.lineage`).
CREATE TABLE stamps (
    revision INTEGER PRIMARY KEY,          -- from this change on
    stamp    TEXT NOT NULL                 -- random; the first is the store's identity
) STRICT;
INSERT INTO stamps VALUES (0, lower(hex(randomblob(16))));

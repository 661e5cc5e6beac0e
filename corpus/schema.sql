-- The archive's truth: one SQLite file in WAL mode, as a new one is made. Version 5 (PRAGMA user_version).
-- Files of earlier versions are brought here by migrations/NNNN.sql, in order, each in a transaction of its own.

CREATE TABLE notices (
    id           TEXT PRIMARY KEY,
    url          TEXT,
    site         TEXT NOT NULL,
    place        TEXT,
    title        TEXT NOT NULL,
    text         TEXT NOT NULL,
    published_on TEXT,
    fetched_at   TEXT NOT NULL,
    issuer       TEXT,
    head_kind    TEXT,
    head_number  TEXT,
    head_issued_on TEXT,
    digest       TEXT NOT NULL,
    revision     INTEGER NOT NULL          -- grows with every change; the index asks for what is newer than it
) STRICT;
CREATE INDEX notices_by_url ON notices (url);
CREATE INDEX notices_by_digest ON notices (digest);
CREATE INDEX notices_by_revision ON notices (revision);
CREATE INDEX notices_by_site ON notices (site);

-- Other addresses at which the same text was met.
CREATE TABLE notice_urls (
    url       TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notices (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX notice_urls_by_notice ON notice_urls (notice_id);

-- Notices that were removed, so that an index can forget them.
CREATE TABLE removals (
    id       TEXT PRIMARY KEY,
    revision INTEGER NOT NULL
) STRICT;

-- Notices withdrawn for good: neither a crawl nor an import brings them back.
CREATE TABLE withdrawn (
    id     TEXT PRIMARY KEY,
    url    TEXT,
    site   TEXT NOT NULL,
    title  TEXT NOT NULL,
    digest TEXT NOT NULL,                  -- of its text, which is not brought back under another name
    reason TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;
CREATE INDEX withdrawn_by_digest ON withdrawn (digest);

-- Addresses that were a withdrawn notice's alone.
CREATE TABLE withdrawn_urls (
    url       TEXT PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES withdrawn (id)
) STRICT;

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

CREATE TABLE counters (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT;
INSERT INTO counters VALUES ('revision', 0);

-- Stamps of the writing sessions, by which an index knows the store that it was made from (see `corpus.lineage`).
CREATE TABLE stamps (
    revision INTEGER PRIMARY KEY,          -- from this change on
    stamp    TEXT NOT NULL                 -- random; the first is the store's identity
) STRICT;
INSERT INTO stamps VALUES (0, lower(hex(randomblob(16))));

-- Sites that `danchieu crawl` visits when it is given no address: what the owner says of each, and how it fared.
CREATE TABLE sources (
    start_url       TEXT PRIMARY KEY,
    added_at        TEXT NOT NULL,
    name            TEXT,
    place           TEXT,                  -- province whose body it is
    contact         TEXT,                  -- address of the owner that the site is told
    delay           REAL,                  -- seconds between requests; null: the setting
    every_hours     INTEGER,               -- null: in each run
    enabled         INTEGER NOT NULL DEFAULT 1,
    last_run_at     TEXT,
    last_success_at TEXT,
    last_error      TEXT,                  -- null when the last run went well
    due_at          TEXT,                  -- null: now
    notices         INTEGER NOT NULL DEFAULT 0, -- kept of it, after the last run
    report          TEXT NOT NULL DEFAULT '{}'  -- counts of the last run, JSON
) STRICT;

-- One row for each address ever met in a crawl.
CREATE TABLE frontier (
    url        TEXT PRIMARY KEY,           -- canonical
    source     TEXT NOT NULL,              -- start URL it belongs to
    host       TEXT NOT NULL,
    depth      INTEGER NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'failed', 'refused')),
    tries      INTEGER NOT NULL DEFAULT 0,
    next_at    REAL NOT NULL DEFAULT 0,    -- Unix time before which it is not asked again
    is_listing INTEGER NOT NULL DEFAULT 0,
    note       TEXT,                       -- why it failed or was refused
    failed_at  TEXT                        -- since when it has
) STRICT;
CREATE INDEX frontier_waiting ON frontier (state, host, next_at, depth);
CREATE INDEX frontier_faults ON frontier (failed_at) WHERE failed_at IS NOT NULL;

-- The last answer for each address; bodies are in WARC files.
CREATE TABLE captures (
    url           TEXT PRIMARY KEY,
    fetched_at    TEXT NOT NULL,
    status        INTEGER NOT NULL,
    etag          TEXT,
    last_modified TEXT,
    media_type    TEXT,
    digest        TEXT NOT NULL,           -- SHA-256 of the body, hex
    bytes         INTEGER NOT NULL,
    warc          TEXT,                    -- file name below captures/
    warc_offset   INTEGER,
    links         TEXT NOT NULL DEFAULT '[]', -- canonical links found, JSON, for pages answered 304
    notice_id     TEXT
) STRICT;
CREATE INDEX captures_by_notice ON captures (notice_id) WHERE notice_id IS NOT NULL;

-- Runs of the commands that write, with what came of them.
CREATE TABLE runs (
    id         INTEGER PRIMARY KEY,
    command    TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at   TEXT,                       -- null: under way, or killed
    error      TEXT,                       -- why it failed
    report     TEXT NOT NULL DEFAULT '{}'  -- JSON
) STRICT;

-- Files, and lines of them, that an import could not read.
CREATE TABLE file_faults (
    place   TEXT PRIMARY KEY,              -- full path, and the line
    path    TEXT NOT NULL,                 -- full path of the file
    reason  TEXT NOT NULL,
    since   TEXT NOT NULL
) STRICT;

-- Files of the drop folder as they were when they were last read.
CREATE TABLE dropped_files (
    path     TEXT PRIMARY KEY,
    bytes    INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) STRICT;

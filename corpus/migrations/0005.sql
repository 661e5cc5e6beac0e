-- What the owner says of a source, and how it fared.
ALTER TABLE sources ADD COLUMN name TEXT;
ALTER TABLE sources ADD COLUMN place TEXT;
ALTER TABLE sources ADD COLUMN contact TEXT;
ALTER TABLE sources ADD COLUMN delay REAL;
ALTER TABLE sources ADD COLUMN every_hours INTEGER;
ALTER TABLE sources ADD COLUMN enabled INTEGER NOT NULL DEFAULT 1;
ALTER TABLE sources ADD COLUMN last_run_at TEXT;
ALTER TABLE sources ADD COLUMN last_success_at TEXT;
ALTER TABLE sources ADD COLUMN last_error TEXT;
ALTER TABLE sources ADD COLUMN due_at TEXT;
ALTER TABLE sources ADD COLUMN notices INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN report TEXT NOT NULL DEFAULT '{}';

ALTER TABLE frontier ADD COLUMN failed_at TEXT;
UPDATE frontier SET failed_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now') WHERE state IN ('failed', 'refused');
CREATE INDEX frontier_faults ON frontier (failed_at) WHERE failed_at IS NOT NULL;

CREATE INDEX notices_by_site ON notices (site);

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

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

CREATE INDEX notice_urls_by_notice ON notice_urls (notice_id);
CREATE INDEX captures_by_notice ON captures (notice_id) WHERE notice_id IS NOT NULL;

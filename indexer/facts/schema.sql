-- What the index has derived from the store: citations, evidence, instruments, relations. Deleting it loses nothing.
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE notices (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, published_on TEXT, place TEXT, site TEXT NOT NULL, issuer TEXT,
    head_kind TEXT, head_number TEXT, head_issued_on TEXT, instrument TEXT, campaign TEXT,
    articles INTEGER -- of a document whose whole text the notice is: how many it has
) STRICT;
CREATE TABLE mentions (
    notice TEXT NOT NULL, seq INTEGER NOT NULL, bucket TEXT NOT NULL, target TEXT, status TEXT NOT NULL,
    relation TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, citation TEXT NOT NULL, outcome TEXT NOT NULL,
    quote TEXT NOT NULL,
    firm TEXT, -- the full date by which its document was found: only that document, or another of that day, can change it
    number TEXT, -- its full number's key: only documents of that number can change it; null for a bare serial or a name
    territory TEXT, -- the province that it is judged in: of provincial documents only that one's can change it; null when any can
    published_on TEXT, -- its notice's, so that a document's latest citers come in order from the index alone
    PRIMARY KEY (notice, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_bucket ON mentions (bucket, notice);
CREATE INDEX mentions_by_target ON mentions (target, published_on DESC, notice, seq) WHERE target IS NOT NULL;
-- Instruments that an open mention may mean.
CREATE TABLE candidates (
    notice TEXT NOT NULL, seq INTEGER NOT NULL, instrument TEXT NOT NULL, PRIMARY KEY (notice, seq, instrument)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidates_by_instrument ON candidates (instrument, notice);
-- What a mention says of its document (target) that differs from what is known of it: field is issued_on or issuer.
CREATE TABLE conflicts (
    notice TEXT NOT NULL, seq INTEGER NOT NULL, field TEXT NOT NULL, value TEXT, target TEXT NOT NULL, PRIMARY KEY (notice, seq, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX conflicts_by_target ON conflicts (target);
-- Articles of its document that a mention cites, each once.
CREATE TABLE articles (
    notice TEXT NOT NULL, seq INTEGER NOT NULL, article TEXT NOT NULL, PRIMARY KEY (notice, seq, article)
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (notice TEXT NOT NULL, bucket TEXT NOT NULL, row TEXT NOT NULL, cited_on TEXT) STRICT;
CREATE INDEX evidence_by_bucket ON evidence (bucket);
CREATE INDEX evidence_by_notice ON evidence (notice);
-- name: the identifying name of a bucket of those known by name; null for a number's. row: the instrument as JSON. basis: digest of all that a
-- mention is judged by.
CREATE TABLE instruments (
    id TEXT NOT NULL, bucket TEXT NOT NULL, name TEXT, row TEXT NOT NULL, basis TEXT NOT NULL, PRIMARY KEY (id, bucket)
) STRICT, WITHOUT ROWID;
CREATE INDEX instruments_by_bucket ON instruments (bucket);
-- source: the document that the text puts at the relation's head, null for the notice itself. holder: source, else the document that the notice is.
CREATE TABLE relations (
    notice TEXT NOT NULL, source TEXT, kind TEXT NOT NULL, target TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    quote TEXT NOT NULL, holder TEXT
) STRICT;
CREATE INDEX relations_by_notice ON relations (notice);
CREATE INDEX relations_by_holder ON relations (holder, kind) WHERE holder IS NOT NULL;
CREATE INDEX relations_by_target ON relations (target, kind) WHERE holder IS NOT NULL;
-- Documents of the search engine that wait to be written: a killed run leaves them here for the next.
CREATE TABLE dirty (type TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (type, id)) STRICT, WITHOUT ROWID;
-- What people decided, in its place. bucket: of the mention that it is about; null for a decision on two identities. row: all of it, as JSON.
CREATE TABLE decided (seq INTEGER PRIMARY KEY, bucket TEXT, row TEXT NOT NULL) STRICT;

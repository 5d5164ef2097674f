-- Every change of the directory by hand can be taken back, whenever it was made.

-- The rows a change touched, before and after it, as JSON; undoing it removes its row.
CREATE TABLE directory_changes (
    id        TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,
    made_at   TEXT NOT NULL,
    rows      TEXT NOT NULL
) STRICT;

CREATE INDEX directory_changes_of ON directory_changes (person_id, made_at);

-- Who a report means by an entry that turned out to be two people. The report stays as it is.
CREATE TABLE reassignments (
    report_id TEXT NOT NULL REFERENCES reports (id),
    entry_id  TEXT NOT NULL REFERENCES people (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (report_id, entry_id)
) STRICT;

CREATE INDEX reassignments_to ON reassignments (person_id);

-- Who asked not to be named: `anonymised`, or `removed` from the directory.
ALTER TABLE people ADD COLUMN withdrawn TEXT;

-- That it happened. What was known is kept sealed, to take it back, until the record is closed.
CREATE TABLE privacy_records (
    id          TEXT PRIMARY KEY,
    person_id   TEXT NOT NULL,
    kind        TEXT NOT NULL,
    happened_at TEXT NOT NULL,
    closed_at   TEXT,
    reports     INTEGER NOT NULL,
    sealed      TEXT
) STRICT;

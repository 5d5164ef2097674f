-- Times are UTC, ISO 8601. Ids are UUIDs as text. Content is the JSON of the report model.

CREATE TABLE templates (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    version    INTEGER NOT NULL,
    built_in   INTEGER NOT NULL,
    file       TEXT NOT NULL,
    created_at TEXT NOT NULL,
    UNIQUE (name, version)
) STRICT;

CREATE TABLE series (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE,
    template_id TEXT NOT NULL REFERENCES templates (id),
    created_at  TEXT NOT NULL
) STRICT;

CREATE TABLE reports (
    id           TEXT PRIMARY KEY,
    series_id    TEXT NOT NULL REFERENCES series (id),
    template_id  TEXT NOT NULL REFERENCES templates (id),
    revision     INTEGER NOT NULL,
    number       INTEGER,
    date         TEXT,
    time         TEXT,
    state        TEXT NOT NULL,
    participants INTEGER NOT NULL,
    imported     INTEGER NOT NULL,
    saved_at     TEXT NOT NULL,
    deleted_at   TEXT,
    -- Last, because SQLite reads a row from its front: lists and offers never pass over it.
    content      TEXT NOT NULL
) STRICT;

CREATE INDEX reports_by_meeting ON reports (series_id, date, number);

-- Earlier contents of a report: one at most every ten minutes, and one at each change of state.
CREATE TABLE report_versions (
    report_id TEXT NOT NULL REFERENCES reports (id),
    revision  INTEGER NOT NULL,
    content   TEXT NOT NULL,
    saved_at  TEXT NOT NULL,
    PRIMARY KEY (report_id, revision)
) STRICT;

-- The files imported reports came from, byte for byte.
CREATE TABLE originals (
    report_id   TEXT PRIMARY KEY REFERENCES reports (id),
    name        TEXT NOT NULL,
    sha256      TEXT NOT NULL UNIQUE,
    bytes       BLOB NOT NULL,
    doubts      TEXT NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE people (
    id         TEXT PRIMARY KEY,
    given      TEXT NOT NULL,
    particles  TEXT NOT NULL,
    family     TEXT NOT NULL,
    suffix     TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

-- What a person was from a day on, until the next row begins; no day: from the beginning.
CREATE TABLE affiliations (
    person_id    TEXT NOT NULL REFERENCES people (id),
    since        TEXT NOT NULL,
    role         TEXT,
    status       TEXT,
    organisation TEXT,
    report_id    TEXT REFERENCES reports (id),
    PRIMARY KEY (person_id, since)
) STRICT;

-- Who took part in which meeting: drawn from the reports, to offer people quickly.
CREATE TABLE attendances (
    report_id TEXT NOT NULL REFERENCES reports (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (report_id, person_id)
) STRICT;

CREATE INDEX attendances_by_person ON attendances (person_id);

CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- What recognition was not sure of in an imported report, in the order of its file, and what a
-- person said about it. `repair` is what a yes changes, `change` what a yes changed, both JSON.
CREATE TABLE doubts (
    report_id   TEXT NOT NULL REFERENCES reports (id),
    position    INTEGER NOT NULL,
    code        TEXT NOT NULL,
    message     TEXT NOT NULL,
    line        INTEGER NOT NULL,
    quote       TEXT NOT NULL,
    proposed    TEXT,
    repair      TEXT,
    state       TEXT NOT NULL,
    change      TEXT,
    answered_at TEXT,
    PRIMARY KEY (report_id, position)
) STRICT;

CREATE INDEX open_doubts ON doubts (report_id) WHERE state = 'open';

INSERT INTO doubts (report_id, position, code, message, line, quote, proposed, state)
SELECT o.report_id, d.key, d.value ->> 'code', d.value ->> 'message',
       d.value -> 'where' ->> 'line', d.value -> 'where' ->> 'quote', d.value ->> 'proposed', 'open'
FROM originals o, json_each(o.doubts) d;

-- A report that took over a newer version has the file of each of them; the last one counts.
CREATE TABLE kept_originals (
    sha256      TEXT PRIMARY KEY,
    report_id   TEXT NOT NULL REFERENCES reports (id),
    name        TEXT NOT NULL,
    format      TEXT,
    imported_at TEXT NOT NULL,
    -- Last, because SQLite reads a row from its front.
    bytes       BLOB NOT NULL
) STRICT;

INSERT INTO kept_originals (sha256, report_id, name, imported_at, bytes)
SELECT sha256, report_id, name, imported_at, bytes FROM originals;

DROP TABLE originals;
ALTER TABLE kept_originals RENAME TO originals;
CREATE INDEX originals_of_report ON originals (report_id, imported_at);

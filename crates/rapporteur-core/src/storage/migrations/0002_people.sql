-- One person is one person: entries of the directory that turned out to be somebody else's are
-- counted as that person's from then on, and lead back when that is undone.

ALTER TABLE people ADD COLUMN preferred TEXT;
ALTER TABLE people ADD COLUMN native TEXT;
ALTER TABLE people ADD COLUMN email TEXT;
ALTER TABLE people ADD COLUMN phone TEXT;
ALTER TABLE people ADD COLUMN notes TEXT;
-- Whom this entry counts as, at the end of all merges; none for a person of its own.
ALTER TABLE people ADD COLUMN merged_into TEXT REFERENCES people (id);

CREATE INDEX people_merged ON people (merged_into) WHERE merged_into IS NOT NULL;

-- The merges in force, each step of them; undoing one removes its row.
CREATE TABLE merges (
    person_id TEXT PRIMARY KEY REFERENCES people (id),
    into_id   TEXT NOT NULL REFERENCES people (id),
    merged_at TEXT NOT NULL
) STRICT;

-- Who was said not to be the same person.
CREATE TABLE distinctions (
    one_id   TEXT NOT NULL REFERENCES people (id),
    other_id TEXT NOT NULL REFERENCES people (id),
    said_at  TEXT NOT NULL,
    PRIMARY KEY (one_id, other_id),
    CHECK (one_id < other_id)
) STRICT;

-- Other ways a person's name was written, and in which report; no report: kept by hand.
CREATE TABLE spellings (
    person_id TEXT NOT NULL REFERENCES people (id),
    learnt_as TEXT NOT NULL REFERENCES people (id),
    given     TEXT NOT NULL,
    particles TEXT NOT NULL,
    family    TEXT NOT NULL,
    suffix    TEXT NOT NULL,
    report_id TEXT REFERENCES reports (id),
    PRIMARY KEY (learnt_as, given, particles, family, suffix)
) STRICT;

CREATE INDEX spellings_by_person ON spellings (person_id);

-- What a person was from a day on, to a last day where that is known, else until the next row
-- begins; no first day: from the beginning. `learnt_as` is the entry it was said about.
CREATE TABLE dated_affiliations (
    person_id    TEXT NOT NULL REFERENCES people (id),
    learnt_as    TEXT NOT NULL REFERENCES people (id),
    since        TEXT NOT NULL,
    until        TEXT,
    role         TEXT,
    status       TEXT,
    organisation TEXT,
    report_id    TEXT REFERENCES reports (id),
    PRIMARY KEY (learnt_as, since)
) STRICT;

INSERT INTO dated_affiliations
    (person_id, learnt_as, since, role, status, organisation, report_id)
SELECT person_id, person_id, since, role, status, organisation, report_id FROM affiliations;

DROP TABLE affiliations;
ALTER TABLE dated_affiliations RENAME TO affiliations;
CREATE INDEX affiliations_by_person ON affiliations (person_id, since);

-- Who took part in which meeting of a report in use: drawn from the reports, with what questions
-- about a series or a time need, so that they are answered from the indexes alone.
CREATE TABLE dated_attendances (
    report_id TEXT NOT NULL REFERENCES reports (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    series_id TEXT NOT NULL REFERENCES series (id),
    date      TEXT,
    PRIMARY KEY (report_id, person_id)
) STRICT;

INSERT INTO dated_attendances (report_id, person_id, series_id, date)
SELECT t.report_id, t.person_id, r.series_id, r.date
FROM attendances t JOIN reports r ON r.id = t.report_id WHERE r.deleted_at IS NULL;

DROP TABLE attendances;
ALTER TABLE dated_attendances RENAME TO attendances;
CREATE INDEX attendances_in_series ON attendances (series_id, person_id, date);
CREATE INDEX attendances_by_person ON attendances (person_id, date);

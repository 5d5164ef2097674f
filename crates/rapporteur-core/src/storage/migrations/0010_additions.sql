-- What was stored when people were added from a list, so that it can be taken back as one.
-- `changes` is JSON: each thing that was stored, with what stood there before.
CREATE TABLE additions (
    id       TEXT PRIMARY KEY,
    source   TEXT NOT NULL,
    changes  TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;

-- Full-text search. A passage is a place of a report in use that can be found: its meeting, one
-- section, the list of participants. Passages are numbered so that the newest meeting comes first
-- when they are read from the end: 28 bits for the place of the report, 12 for the passage in it.

-- The reports in the order of their meetings: the day, counted, and a number within that day.
CREATE TABLE search_order (
    place     INTEGER PRIMARY KEY,
    report_id TEXT NOT NULL UNIQUE REFERENCES reports (id),
    series_id TEXT NOT NULL REFERENCES series (id)
) STRICT;

CREATE INDEX search_order_by_series ON search_order (series_id);

CREATE TABLE passages (
    id       INTEGER PRIMARY KEY,
    place    TEXT NOT NULL,
    title    TEXT NOT NULL,
    words    TEXT NOT NULL,
    -- Found like the words, and not shown: other ways to write a date, when and where it was said.
    unshown  TEXT NOT NULL,
    context  TEXT NOT NULL
) STRICT;

-- The folded words of the passages, by the same number. Folding is done before: words of a-z, 0-9
-- and signs of scripts without spaces, so that the simplest tokeniser is the right one.
CREATE VIRTUAL TABLE search USING fts5 (
    title, words, context, kind,
    content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3 4'
);

CREATE TRIGGER passages_gone AFTER DELETE ON passages BEGIN
    DELETE FROM search WHERE rowid = old.id;
END;

CREATE TRIGGER search_order_gone AFTER DELETE ON search_order BEGIN
    DELETE FROM passages WHERE id BETWEEN old.place << 12 AND (old.place << 12) + 4095;
END;

-- Reports whose passages are to be drawn anew. Whatever changes a report marks it here, so nobody
-- who writes can forget it; the one door for writes draws them in the same transaction.
CREATE TABLE search_due (
    report_id TEXT PRIMARY KEY REFERENCES reports (id)
) STRICT;

CREATE TRIGGER search_due_new AFTER INSERT ON reports BEGIN
    INSERT OR IGNORE INTO search_due (report_id) VALUES (new.id);
END;

CREATE TRIGGER search_due_changed
AFTER UPDATE OF content, series_id, number, date, deleted_at ON reports BEGIN
    INSERT OR IGNORE INTO search_due (report_id) VALUES (new.id);
END;

-- The reports of an earlier library are drawn when it is next opened, some at a time.
INSERT INTO search_due (report_id) SELECT id FROM reports WHERE deleted_at IS NULL;

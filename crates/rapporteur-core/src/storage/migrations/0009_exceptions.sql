-- What the checker is to leave: words a rule marks, or a whole rule (no quote), in one report, in
-- the reports of a series, or in all of them.
CREATE TABLE exceptions (
    rule      TEXT NOT NULL,
    quote     TEXT,
    report_id TEXT REFERENCES reports (id) ON DELETE CASCADE,
    series_id TEXT REFERENCES series (id) ON DELETE CASCADE,
    reason    TEXT NOT NULL,
    made_at   TEXT NOT NULL,
    CHECK (report_id IS NULL OR series_id IS NULL)
) STRICT;

CREATE UNIQUE INDEX exceptions_once ON exceptions
    (rule, coalesce(quote, char(0)), coalesce(report_id, ''), coalesce(series_id, ''));

-- The window kept what was left in a report as a setting: a list of rule, space, words.
INSERT OR IGNORE INTO exceptions (rule, quote, report_id, reason, made_at)
SELECT substr(kept.value, 1, instr(kept.value, ' ') - 1),
       substr(kept.value, instr(kept.value, ' ') + 1),
       substr(s.name, 9),
       '',
       strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
FROM settings s, json_each(CASE WHEN json_valid(s.value) THEN s.value ELSE '[]' END) kept
WHERE s.name LIKE 'ignored %' AND instr(kept.value, ' ') > 1
  AND substr(s.name, 9) IN (SELECT id FROM reports);

DELETE FROM settings WHERE name LIKE 'ignored %';

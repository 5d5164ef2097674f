-- Versions kept by hand may have a name; series that meet no more are put aside.

ALTER TABLE report_versions ADD COLUMN name TEXT;

ALTER TABLE series ADD COLUMN archived_at TEXT;

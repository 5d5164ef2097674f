-- A deleted template is no longer offered; reports that were made with it keep their version.
ALTER TABLE templates ADD COLUMN deleted_at TEXT;

-- The last report of a series, and how many there are, without passing over their contents.
CREATE INDEX reports_in_use ON reports (series_id, number, date, saved_at) WHERE deleted_at IS NULL;

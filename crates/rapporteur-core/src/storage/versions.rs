//! Earlier contents of reports.

use super::from_json;
use rapporteur_document::model::{Report, ReportId, ReportState};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// An earlier content as it is stored, not read yet: damage in one must not hide the others.
pub(crate) struct Kept {
    pub revision: u64,
    pub saved_at: String,
    pub name: Option<String>,
    content: String,
}

impl Kept {
    /// The content; none where it is damaged.
    pub fn content(&self) -> Option<Report> {
        from_json(&self.content).ok()
    }
}

/// Keeps the content as it is now among the report's versions, if the last kept one is from
/// before `since` or has another state.
pub(crate) fn keep_from_time_to_time(
    connection: &Connection,
    id: ReportId,
    since: &str,
    state: ReportState,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO report_versions (report_id, revision, content, saved_at)
             SELECT id, revision, content, saved_at FROM reports r
             WHERE id = ?1 AND (state <> ?3 OR NOT EXISTS (
                 SELECT 1 FROM report_versions v WHERE v.report_id = r.id AND v.saved_at >= ?2))",
        )?
        .execute(params![id.to_string(), since, super::reports::state_text(state)])?;
    Ok(())
}

/// Keeps the content as it is now; a version that is kept already takes the name, if there is
/// one.
pub(crate) fn keep(
    connection: &Connection,
    id: ReportId,
    name: Option<&str>,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO report_versions (report_id, revision, content, saved_at, name)
         SELECT id, revision, content, saved_at, ?2 FROM reports WHERE id = ?1
         ON CONFLICT (report_id, revision) DO UPDATE SET name = coalesce(excluded.name, name)",
        params![id.to_string(), name],
    )?;
    Ok(())
}

/// All versions of a report, newest first.
pub(crate) fn all(connection: &Connection, id: ReportId) -> rusqlite::Result<Vec<Kept>> {
    connection
        .prepare_cached(
            "SELECT revision, saved_at, name, content FROM report_versions
             WHERE report_id = ?1 ORDER BY revision DESC",
        )?
        .query_map([id.to_string()], kept)?
        .collect()
}

/// One version of a report.
pub(crate) fn load(
    connection: &Connection,
    id: ReportId,
    revision: u64,
) -> rusqlite::Result<Option<Kept>> {
    connection
        .prepare_cached(
            "SELECT revision, saved_at, name, content FROM report_versions
             WHERE report_id = ?1 AND revision = ?2",
        )?
        .query_row(params![id.to_string(), revision], kept)
        .optional()
}

fn kept(row: &Row) -> rusqlite::Result<Kept> {
    Ok(Kept {
        revision: row.get("revision")?,
        saved_at: row.get("saved_at")?,
        name: row.get("name")?,
        content: row.get("content")?,
    })
}

//! The files that imported reports came from.

use super::parsed;
use rapporteur_document::model::ReportId;
use rusqlite::{Connection, OptionalExtension, params};

/// A file as it was imported.
pub(crate) struct Original<'a> {
    pub report: ReportId,
    pub name: &'a str,
    pub sha256: &'a str,
    pub bytes: &'a [u8],
    /// The doubts of the recognition, as JSON.
    pub doubts: &'a str,
}

pub(crate) fn insert(
    connection: &Connection,
    original: &Original,
    now: &str,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO originals (report_id, name, sha256, bytes, doubts, imported_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            original.report.to_string(),
            original.name,
            original.sha256,
            original.bytes,
            original.doubts,
            now
        ],
    )?;
    Ok(())
}

/// The report that was imported from exactly these bytes.
pub(crate) fn report_from(
    connection: &Connection,
    sha256: &str,
) -> rusqlite::Result<Option<ReportId>> {
    connection
        .prepare_cached("SELECT report_id FROM originals WHERE sha256 = ?1")?
        .query_row([sha256], |row| parsed(row, "report_id"))
        .optional()
}

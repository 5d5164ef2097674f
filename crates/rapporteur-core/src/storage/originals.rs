//! The files that imported reports came from.

use super::parsed;
use rapporteur_document::model::ReportId;
use rusqlite::{Connection, OptionalExtension, params};

/// A file as it was imported.
pub(crate) struct Original<'a> {
    pub report: ReportId,
    pub name: &'a str,
    pub sha256: &'a str,
    pub format: &'a str,
    pub bytes: &'a [u8],
}

/// A file that is kept, without its bytes.
pub(crate) struct Kept {
    pub name: String,
    pub sha256: String,
    pub imported_at: String,
    pub size: u64,
}

pub(crate) fn insert(
    connection: &Connection,
    original: &Original,
    now: &str,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO originals (report_id, name, sha256, format, bytes, imported_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            original.report.to_string(),
            original.name,
            original.sha256,
            original.format,
            original.bytes,
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

/// The file a report came from, the last of several.
pub(crate) fn of_report(
    connection: &Connection,
    report: ReportId,
) -> rusqlite::Result<Option<Kept>> {
    connection
        .prepare_cached(
            "SELECT name, sha256, imported_at, length(bytes) AS size FROM originals
             WHERE report_id = ?1 ORDER BY imported_at DESC, rowid DESC LIMIT 1",
        )?
        .query_row([report.to_string()], |row| {
            Ok(Kept {
                name: row.get("name")?,
                sha256: row.get("sha256")?,
                imported_at: row.get("imported_at")?,
                size: row.get("size")?,
            })
        })
        .optional()
}

/// The bytes of a file.
pub(crate) fn bytes(connection: &Connection, sha256: &str) -> rusqlite::Result<Vec<u8>> {
    connection
        .prepare_cached("SELECT bytes FROM originals WHERE sha256 = ?1")?
        .query_row([sha256], |row| row.get(0))
}

/// Gives the files of a report to another one.
pub(crate) fn hand_over(
    connection: &Connection,
    from: ReportId,
    to: ReportId,
) -> rusqlite::Result<usize> {
    connection.execute(
        "UPDATE originals SET report_id = ?2 WHERE report_id = ?1",
        [from.to_string(), to.to_string()],
    )
}

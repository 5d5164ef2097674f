//! People who were anonymised or removed, and the records of it.

use super::{json, parsed};
use crate::api::{PrivacyKind, PrivacyRecord};
use crate::error::Error;
use rapporteur_document::model::{PersonId, PersonName, Report, ReportId};
use rusqlite::{Connection, OptionalExtension, params};

/// Takes everything known of an entry away, but that it is there.
pub(crate) fn withdraw(
    connection: &Connection,
    entry: PersonId,
    kind: &str,
    name: &PersonName,
) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE people SET given = ?3, particles = '', family = '', suffix = '', preferred = NULL,
             native = NULL, email = NULL, phone = NULL, notes = NULL, withdrawn = ?2 WHERE id = ?1",
        params![entry.to_string(), kind, name.given],
    )?;
    for table in ["spellings", "affiliations"] {
        connection.execute(
            &format!("DELETE FROM {table} WHERE learnt_as = ?1 OR person_id = ?1"),
            [entry.to_string()],
        )?;
    }
    Ok(())
}

/// Keeps a record with what is sealed in it.
pub(crate) fn keep(
    connection: &Connection,
    record: &PrivacyRecord,
    sealed: &str,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO privacy_records (id, person_id, kind, happened_at, reports, sealed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            record.id,
            record.person.to_string(),
            record.kind.code(),
            record.happened_at,
            record.reports,
            sealed
        ],
    )?;
    Ok(())
}

/// The records, latest first.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<PrivacyRecord>> {
    let records: Vec<PrivacyRecord> = connection
        .prepare_cached(
            "SELECT id, person_id, kind, happened_at, closed_at, reports FROM privacy_records
             ORDER BY happened_at DESC, rowid DESC",
        )?
        .query_map([], |row| {
            let kind: String = row.get("kind")?;
            Ok(PrivacyRecord {
                id: row.get("id")?,
                person: parsed(row, "person_id")?,
                kind: PrivacyKind::parse(&kind),
                happened_at: row.get("happened_at")?,
                closed_at: row.get("closed_at")?,
                reports: row.get("reports")?,
                originals: vec![],
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    records
        .into_iter()
        .map(|record| {
            let originals = originals_naming(connection, record.person)?;
            Ok(PrivacyRecord { originals, ..record })
        })
        .collect()
}

/// What is sealed in a record; none once it is closed.
pub(crate) fn sealed(connection: &Connection, record: &str) -> rusqlite::Result<Option<String>> {
    let sealed = connection
        .prepare_cached("SELECT sealed FROM privacy_records WHERE id = ?1")?
        .query_row([record], |row| row.get(0))
        .optional()?;
    Ok(sealed.flatten())
}

/// Forgets what is sealed in a record.
pub(crate) fn close(connection: &Connection, record: &str, now: &str) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE privacy_records SET sealed = NULL, closed_at = coalesce(closed_at, ?2) WHERE id = ?1",
        params![record, now],
    )?;
    Ok(())
}

/// Deletes a record whose act was taken back.
pub(crate) fn forget(connection: &Connection, record: &str) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM privacy_records WHERE id = ?1", [record])?;
    Ok(())
}

/// The names of the imported files whose reports name a person: they are kept byte for byte.
pub(crate) fn originals_naming(
    connection: &Connection,
    person: PersonId,
) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT o.name FROM originals o JOIN reports r ON r.id = o.report_id
             WHERE instr(r.content, ?1) > 0
                 OR EXISTS (SELECT 1 FROM people p WHERE p.merged_into = ?1 AND instr(r.content, p.id) > 0)
             ORDER BY o.name",
        )?
        .query_map([person.to_string()], |row| row.get(0))?
        .collect()
}

/// Replaces the content of a kept version.
pub(crate) fn set_version(
    connection: &Connection,
    report: ReportId,
    revision: u64,
    content: &Report,
) -> Result<(), Error> {
    connection.execute(
        "UPDATE report_versions SET content = ?3 WHERE report_id = ?1 AND revision = ?2",
        params![report.to_string(), revision, json(content)?],
    )?;
    Ok(())
}

/// Writes the whole file anew, its search index and its log with it, without what was deleted.
pub(crate) fn leave_no_traces(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute_batch(
        "INSERT INTO search (search) VALUES ('optimize'); VACUUM; PRAGMA wal_checkpoint (TRUNCATE);",
    )
}

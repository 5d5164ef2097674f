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

/// Takes what lists brought about an entry out of what can be taken back of them: it holds former
/// names and details, and would bring them back.
pub(crate) fn forget_in_additions(
    connection: &Connection,
    entry: PersonId,
) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE additions SET changes = (SELECT json_group_array(json(c.value))
             FROM json_each(additions.changes) c WHERE c.value ->> 'person' <> ?1)
         WHERE instr(changes, ?1) > 0",
        [entry.to_string()],
    )?;
    Ok(())
}

/// Forgets what the checker was told to leave where its words or the reason hold a name.
pub(crate) fn forget_exceptions(connection: &Connection, name: &str) -> rusqlite::Result<()> {
    connection
        .execute("DELETE FROM exceptions WHERE instr(concat(quote, reason), ?1) > 0", [name])?;
    Ok(())
}

/// The lists by which something about an entry came into the directory.
pub(crate) fn lists_naming(
    connection: &Connection,
    entry: PersonId,
) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT source FROM additions WHERE instr(changes, ?1) > 0 ORDER BY added_at, rowid",
        )?
        .query_map([entry.to_string()], |row| row.get(0))?
        .collect()
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

/// The records, latest first, without the places that hold a name still.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<PrivacyRecord>> {
    connection
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
                backups: None,
            })
        })?
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

/// The names of the imported files of a report.
pub(crate) fn originals_of(
    connection: &Connection,
    report: ReportId,
) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT name FROM originals WHERE report_id = ?1 ORDER BY imported_at")?
        .query_map([report.to_string()], |row| row.get(0))?
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

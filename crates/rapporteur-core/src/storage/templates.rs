//! Templates: every version for good.

use super::parsed;
use crate::api::TemplateSummary;
use rapporteur_document::model::TemplateId;
use rusqlite::{Connection, OptionalExtension, Row, params};

/// Names are single lines in the window, so a line feed parts the names of series.
const COLUMNS: &str = "SELECT t.id, t.name, t.version, t.built_in,
    NOT t.built_in AND EXISTS (SELECT 1 FROM templates b WHERE b.name = t.name AND b.built_in)
        AS restorable,
    (SELECT group_concat(s.name, char(10) ORDER BY s.name COLLATE NOCASE)
        FROM series s JOIN templates u ON u.id = s.template_id WHERE u.name = t.name) AS series
    FROM templates t";

/// The next version of a name, counting the deleted ones.
pub(crate) fn insert(
    connection: &Connection,
    id: TemplateId,
    name: &str,
    file: &str,
    built_in: bool,
    now: &str,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO templates (id, name, version, built_in, file, created_at)
         VALUES (?1, ?2, 1 + (SELECT coalesce(max(version), 0) FROM templates WHERE name = ?2), ?3, ?4, ?5)",
        params![id.to_string(), name, built_in, file, now],
    )?;
    Ok(())
}

/// The newest version of every template, by name.
pub(crate) fn newest(connection: &Connection) -> rusqlite::Result<Vec<TemplateSummary>> {
    connection
        .prepare_cached(&format!(
            "{COLUMNS} WHERE t.deleted_at IS NULL
             AND t.version = (SELECT max(version) FROM templates WHERE name = t.name)
             ORDER BY t.built_in DESC, t.name COLLATE NOCASE"
        ))?
        .query_map([], summary)?
        .collect()
}

/// The newest version of a name.
pub(crate) fn newest_of(
    connection: &Connection,
    name: &str,
) -> rusqlite::Result<Option<TemplateSummary>> {
    connection
        .prepare_cached(&format!("{COLUMNS} WHERE t.name = ?1 ORDER BY t.version DESC LIMIT 1"))?
        .query_row([name], summary)
        .optional()
}

/// One version.
pub(crate) fn summary_of(
    connection: &Connection,
    id: TemplateId,
) -> rusqlite::Result<Option<TemplateSummary>> {
    connection
        .prepare_cached(&format!("{COLUMNS} WHERE t.id = ?1"))?
        .query_row([id.to_string()], summary)
        .optional()
}

/// The file of one version.
pub(crate) fn file(connection: &Connection, id: TemplateId) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT file FROM templates WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()
}

/// The newest version that has exactly this file and is not deleted.
pub(crate) fn with_file(
    connection: &Connection,
    file: &str,
) -> rusqlite::Result<Option<TemplateSummary>> {
    connection
        .prepare_cached(&format!(
            "{COLUMNS} WHERE t.file = ?1 AND t.deleted_at IS NULL ORDER BY t.version DESC LIMIT 1"
        ))?
        .query_row([file], summary)
        .optional()
}

/// A name that differs from this one in nothing but its case, deleted ones included.
pub(crate) fn name_like(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT name FROM templates WHERE name = ?1 COLLATE NOCASE")?
        .query_row([name], |row| row.get(0))
        .optional()
}

pub(crate) fn rename(connection: &Connection, from: &str, to: &str) -> rusqlite::Result<usize> {
    connection.execute("UPDATE templates SET name = ?2 WHERE name = ?1", [from, to])
}

/// Takes every version of a name off the list.
pub(crate) fn set_deleted(
    connection: &Connection,
    name: &str,
    now: &str,
) -> rusqlite::Result<usize> {
    connection.execute("UPDATE templates SET deleted_at = ?2 WHERE name = ?1", [name, now])
}

fn summary(row: &Row) -> rusqlite::Result<TemplateSummary> {
    let series: Option<String> = row.get("series")?;
    Ok(TemplateSummary {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        version: row.get("version")?,
        built_in: row.get("built_in")?,
        restorable: row.get("restorable")?,
        series: series.iter().flat_map(|names| names.lines()).map(str::to_owned).collect(),
    })
}

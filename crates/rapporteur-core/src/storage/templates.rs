//! Templates: every version for good.

use super::parsed;
use crate::api::TemplateSummary;
use rapporteur_document::model::TemplateId;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(crate) fn insert(
    connection: &Connection,
    template: &TemplateSummary,
    file: &str,
    now: &str,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO templates (id, name, version, built_in, file, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![template.id.to_string(), template.name, template.version, template.built_in, file, now],
    )?;
    Ok(())
}

/// The newest version of every template, by name.
pub(crate) fn newest(connection: &Connection) -> rusqlite::Result<Vec<TemplateSummary>> {
    connection
        .prepare_cached(
            "SELECT id, name, version, built_in FROM templates t
             WHERE version = (SELECT max(version) FROM templates WHERE name = t.name)
             ORDER BY built_in DESC, name COLLATE NOCASE",
        )?
        .query_map([], summary)?
        .collect()
}

/// The file of one version.
pub(crate) fn file(connection: &Connection, id: TemplateId) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT file FROM templates WHERE id = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()
}

/// The version that has exactly this file.
pub(crate) fn with_file(
    connection: &Connection,
    file: &str,
) -> rusqlite::Result<Option<TemplateSummary>> {
    connection
        .prepare_cached("SELECT id, name, version, built_in FROM templates WHERE file = ?1")?
        .query_row([file], summary)
        .optional()
}

fn summary(row: &Row) -> rusqlite::Result<TemplateSummary> {
    Ok(TemplateSummary {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        version: row.get("version")?,
        built_in: row.get("built_in")?,
    })
}

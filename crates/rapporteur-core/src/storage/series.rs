//! Series of meetings.

use super::parsed;
use crate::api::Series;
use rapporteur_document::model::{SeriesId, TemplateId};
use rusqlite::{Connection, OptionalExtension, Row, params};

const COLUMNS: &str = "SELECT s.id, s.name, s.template_id, s.archived_at IS NOT NULL AS archived,
    (SELECT count(*) FROM reports r WHERE r.series_id = s.id AND r.deleted_at IS NULL) AS reports,
    (SELECT max(number) FROM reports r WHERE r.series_id = s.id AND r.deleted_at IS NULL) AS last_number
    FROM series s";

pub(crate) fn insert(
    connection: &Connection,
    id: SeriesId,
    name: &str,
    template: TemplateId,
    now: &str,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO series (id, name, template_id, created_at) VALUES (?1, ?2, ?3, ?4)",
        params![id.to_string(), name, template.to_string(), now],
    )?;
    Ok(())
}

pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Vec<Series>> {
    connection
        .prepare_cached(&format!("{COLUMNS} ORDER BY s.name COLLATE NOCASE"))?
        .query_map([], series)?
        .collect()
}

pub(crate) fn load(connection: &Connection, id: SeriesId) -> rusqlite::Result<Option<Series>> {
    connection
        .prepare_cached(&format!("{COLUMNS} WHERE s.id = ?1"))?
        .query_row([id.to_string()], series)
        .optional()
}

pub(crate) fn set_template(
    connection: &Connection,
    id: SeriesId,
    template: TemplateId,
) -> rusqlite::Result<usize> {
    connection.execute(
        "UPDATE series SET template_id = ?2 WHERE id = ?1",
        params![id.to_string(), template.to_string()],
    )
}

pub(crate) fn set_archived(
    connection: &Connection,
    id: SeriesId,
    at: Option<&str>,
) -> rusqlite::Result<usize> {
    connection
        .execute("UPDATE series SET archived_at = ?2 WHERE id = ?1", params![id.to_string(), at])
}

/// Moves every series on from whichever version of a template's name it has.
pub(crate) fn move_to(
    connection: &Connection,
    name: &str,
    template: TemplateId,
) -> rusqlite::Result<usize> {
    connection.execute(
        "UPDATE series SET template_id = ?2
         WHERE template_id IN (SELECT id FROM templates WHERE name = ?1)",
        params![name, template.to_string()],
    )
}

fn series(row: &Row) -> rusqlite::Result<Series> {
    Ok(Series {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        template: parsed(row, "template_id")?,
        reports: row.get("reports")?,
        last_number: row.get("last_number")?,
        archived: row.get("archived")?,
    })
}

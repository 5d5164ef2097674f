//! Who took part in which meeting: drawn from the reports in use, to answer quickly.

use super::{from_json, parsed};
use rapporteur_document::model::{Attendance, PersonId, Report, ReportId};
use rusqlite::{Connection, params};

/// Draws the attendances of one report anew: none for a report in the bin. Somebody who was
/// merged into another person counts as that one.
pub(crate) fn draw(
    connection: &Connection,
    id: ReportId,
    content: &Report,
) -> rusqlite::Result<()> {
    remove(connection, id)?;
    let id = id.to_string();
    let mut insert = connection.prepare_cached(
        "INSERT OR IGNORE INTO attendances (report_id, person_id, series_id, date)
         SELECT r.id, coalesce(p.merged_into, p.id), r.series_id, r.date FROM reports r JOIN people p
         WHERE r.id = ?1 AND r.deleted_at IS NULL AND p.id = ?2",
    )?;
    for person in content.with_attendance(Attendance::Present).filter_map(|one| one.person) {
        insert.execute(params![id, person.to_string()])?;
    }
    Ok(())
}

/// Removes the attendances of a report: what is in the bin does not count.
pub(crate) fn remove(connection: &Connection, id: ReportId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM attendances WHERE report_id = ?1")?
        .execute([id.to_string()])?;
    Ok(())
}

/// Draws the attendances of every report that names a person anew.
pub(crate) fn draw_all_of(connection: &Connection, person: PersonId) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT id, content FROM reports WHERE deleted_at IS NULL AND instr(content, ?1) > 0",
    )?;
    let mut rows = statement.query([person.to_string()])?;
    while let Some(row) = rows.next()? {
        let content: String = row.get("content")?;
        draw(connection, parsed(row, "id")?, &from_json(&content)?)?;
    }
    Ok(())
}

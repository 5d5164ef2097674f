//! Reports.

use super::{attendances, from_json, json, parsed, parsed_option};
use crate::Error;
use crate::api::ReportSummary;
use rapporteur_document::model::{Attendance, Report, ReportId, ReportState, SeriesId, TemplateId};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A report as it is stored.
pub(crate) struct Stored {
    pub id: ReportId,
    pub series: SeriesId,
    pub series_name: String,
    pub template: TemplateId,
    pub revision: u64,
    pub saved_at: String,
    pub content: Report,
}

/// A report to store for the first time.
pub(crate) struct New<'a> {
    pub id: ReportId,
    pub series: SeriesId,
    pub template: TemplateId,
    pub content: &'a Report,
    pub imported: bool,
}

pub(crate) fn insert(connection: &Connection, new: &New, now: &str) -> Result<(), Error> {
    let meeting = &new.content.meeting;
    connection.execute(
        "INSERT INTO reports (id, series_id, template_id, revision, content, number, date, time, state,
             participants, imported, saved_at)
         VALUES (?1, ?2, ?3, 1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        params![
            new.id.to_string(),
            new.series.to_string(),
            new.template.to_string(),
            json(new.content)?,
            meeting.number,
            meeting.date.map(|date| date.to_string()),
            meeting.time.map(|time| time.to_string()),
            state_text(new.content.state),
            present(new.content),
            new.imported,
            now
        ],
    )?;
    attendances::draw(connection, new.id, new.content)?;
    Ok(())
}

/// Stores a changed content if `base` is still the revision in the library. Answers the new
/// revision, or `None` when another change came first or the report is gone.
pub(crate) fn update(
    connection: &Connection,
    id: ReportId,
    base: u64,
    content: &Report,
    now: &str,
) -> Result<Option<u64>, Error> {
    let meeting = &content.meeting;
    let changed = connection
        .prepare_cached(
            "UPDATE reports SET revision = revision + 1, content = ?3, number = ?4, date = ?5, time = ?6,
                 state = ?7, participants = ?8, saved_at = ?9
             WHERE id = ?1 AND revision = ?2",
        )?
        .execute(params![
            id.to_string(),
            base,
            json(content)?,
            meeting.number,
            meeting.date.map(|date| date.to_string()),
            meeting.time.map(|time| time.to_string()),
            state_text(content.state),
            present(content),
            now
        ])?;
    if changed == 0 {
        return Ok(None);
    }
    attendances::draw(connection, id, content)?;
    Ok(Some(base + 1))
}

pub(crate) fn load(connection: &Connection, id: ReportId) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached(
            "SELECT r.id, r.series_id, s.name, r.template_id, r.revision, r.saved_at, r.content
             FROM reports r JOIN series s ON s.id = r.series_id WHERE r.id = ?1",
        )?
        .query_row([id.to_string()], |row| {
            let content: String = row.get("content")?;
            Ok(Stored {
                id: parsed(row, "id")?,
                series: parsed(row, "series_id")?,
                series_name: row.get("name")?,
                template: parsed(row, "template_id")?,
                revision: row.get("revision")?,
                saved_at: row.get("saved_at")?,
                content: from_json(&content)?,
            })
        })
        .optional()
}

/// Revision and time of the last change.
pub(crate) fn revision(
    connection: &Connection,
    id: ReportId,
) -> rusqlite::Result<Option<(u64, String)>> {
    connection
        .prepare_cached("SELECT revision, saved_at FROM reports WHERE id = ?1")?
        .query_row([id.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

const SUMMARY: &str =
    "SELECT r.id, r.series_id, s.name, r.number, r.date, r.time, r.state, r.imported,
    r.participants, r.saved_at, r.deleted_at,
    (SELECT count(*) FROM doubts d WHERE d.report_id = r.id AND d.state = 'open') AS doubts FROM reports r JOIN series s ON s.id = r.series_id";

/// Reports in use or in the bin, newest meeting first; undated drafts come first of all.
pub(crate) fn list(
    connection: &Connection,
    series: Option<SeriesId>,
    deleted: bool,
) -> rusqlite::Result<Vec<ReportSummary>> {
    connection
        .prepare_cached(&format!(
            "{SUMMARY} WHERE (r.deleted_at IS NOT NULL) = ?1 AND (?2 IS NULL OR r.series_id = ?2)
             ORDER BY r.date IS NOT NULL, r.date DESC, r.number DESC, r.saved_at DESC"
        ))?
        .query_map(params![deleted, series.map(|series| series.to_string())], summary_row)?
        .collect()
}

pub(crate) fn summary(
    connection: &Connection,
    id: ReportId,
) -> rusqlite::Result<Option<ReportSummary>> {
    connection
        .prepare_cached(&format!("{SUMMARY} WHERE r.id = ?1"))?
        .query_row([id.to_string()], summary_row)
        .optional()
}

/// Whether a report in use is of this meeting.
pub(crate) fn has_meeting(
    connection: &Connection,
    series: SeriesId,
    number: u32,
) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM reports
             WHERE series_id = ?1 AND number = ?2 AND deleted_at IS NULL)",
        )?
        .query_row(params![series.to_string(), number], |row| row.get(0))
}

/// The last report of a series by meeting, in use.
pub(crate) fn last(
    connection: &Connection,
    series: SeriesId,
) -> rusqlite::Result<Option<ReportId>> {
    connection
        .prepare_cached(
            "SELECT id FROM reports WHERE series_id = ?1 AND deleted_at IS NULL
             ORDER BY number DESC, date DESC, saved_at DESC LIMIT 1",
        )?
        .query_row([series.to_string()], |row| parsed(row, "id"))
        .optional()
}

/// The days of a series' last meetings, or of the last ones before a day, newest first.
pub(crate) fn last_days(
    connection: &Connection,
    series: SeriesId,
    before: Option<chrono::NaiveDate>,
) -> rusqlite::Result<Vec<chrono::NaiveDate>> {
    connection
        .prepare_cached(
            "SELECT DISTINCT date FROM reports
             WHERE series_id = ?1 AND deleted_at IS NULL AND date IS NOT NULL
               AND (?2 IS NULL OR date < ?2) ORDER BY date DESC LIMIT 8",
        )?
        .query_map(params![series.to_string(), before.map(|day| day.to_string())], |row| {
            parsed(row, "date")
        })?
        .collect()
}

pub(crate) fn set_deleted(
    connection: &Connection,
    id: ReportId,
    at: Option<&str>,
) -> rusqlite::Result<usize> {
    connection
        .execute("UPDATE reports SET deleted_at = ?2 WHERE id = ?1", params![id.to_string(), at])
}

/// Deletes a report. What is about it alone goes with it; what only learnt something from it
/// stays and forgets where from.
pub(crate) fn erase(connection: &Connection, id: ReportId) -> rusqlite::Result<()> {
    let referring: Vec<(String, String, bool)> = connection
        .prepare_cached(
            "SELECT t.name, f.\"from\", c.\"notnull\" OR c.pk > 0
             FROM sqlite_schema t
             JOIN pragma_foreign_key_list(t.name) f
             JOIN pragma_table_info(t.name) c ON c.name = f.\"from\"
             WHERE t.type = 'table' AND f.\"table\" = 'reports'",
        )?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (table, column, whole) in referring {
        let statement = if whole {
            format!("DELETE FROM {table} WHERE {column} = ?1")
        } else {
            format!("UPDATE {table} SET {column} = NULL WHERE {column} = ?1")
        };
        connection.execute(&statement, [id.to_string()])?;
    }
    connection.execute("DELETE FROM reports WHERE id = ?1", [id.to_string()])?;
    Ok(())
}

/// Every content that is not a report any more, with its id.
pub(crate) fn unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT id, content FROM reports")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let content: String = row.get("content")?;
        if let Err(error) = serde_json::from_str::<Report>(&content) {
            let id: String = row.get("id")?;
            found.push(format!("report {id}: {error}"));
        }
    }
    Ok(found)
}

/// How many reports are in use, and how many people the directory holds.
pub(crate) fn counts(connection: &Connection) -> rusqlite::Result<(u32, u32)> {
    connection.query_row(
        "SELECT (SELECT count(*) FROM reports WHERE deleted_at IS NULL), (SELECT count(*) FROM people WHERE withdrawn IS NULL)",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

fn present(content: &Report) -> usize {
    content.with_attendance(Attendance::Present).count()
}

pub(super) fn state_text(state: ReportState) -> &'static str {
    match state {
        ReportState::Draft => "draft",
        ReportState::InReview => "in_review",
        ReportState::Final => "final",
    }
}

fn summary_row(row: &Row) -> rusqlite::Result<ReportSummary> {
    let state: String = row.get("state")?;
    Ok(ReportSummary {
        id: parsed(row, "id")?,
        series: parsed(row, "series_id")?,
        series_name: row.get("name")?,
        number: row.get("number")?,
        date: parsed_option(row, "date")?,
        time: parsed_option(row, "time")?,
        state: match state.as_str() {
            "final" => ReportState::Final,
            "in_review" => ReportState::InReview,
            _ => ReportState::Draft,
        },
        imported: row.get("imported")?,
        participants: row.get("participants")?,
        saved_at: row.get("saved_at")?,
        deleted_at: row.get("deleted_at")?,
        doubts: row.get("doubts")?,
    })
}

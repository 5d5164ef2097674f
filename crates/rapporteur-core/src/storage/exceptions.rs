//! What the checker is to leave.

use super::parsed_option;
use crate::api::{Exception, ExceptionScope};
use rapporteur_document::model::{ReportId, SeriesId};
use rusqlite::{Connection, Row, params};

/// The exceptions that hold in a report: its own, its series' and those for all, oldest first.
pub(crate) fn of(
    connection: &Connection,
    series: Option<SeriesId>,
    report: Option<ReportId>,
) -> rusqlite::Result<Vec<Exception>> {
    connection
        .prepare_cached(
            "SELECT rule, quote, report_id, series_id, reason, made_at FROM exceptions
             WHERE (report_id IS NULL OR report_id = ?1) AND (series_id IS NULL OR series_id = ?2)
             ORDER BY made_at, rowid",
        )?
        .query_map(params![report.map(text), series.map(text)], exception)?
        .collect()
}

/// Keeps one; a second with the same words in the same place only changes the reason.
pub(crate) fn keep(connection: &Connection, made: &Exception) -> rusqlite::Result<()> {
    remove(connection, made)?;
    let (report, series) = columns(made.scope);
    connection.execute(
        "INSERT INTO exceptions (rule, quote, report_id, series_id, reason, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![made.rule, made.quote, report, series, made.reason, made.made_at],
    )?;
    Ok(())
}

pub(crate) fn remove(connection: &Connection, made: &Exception) -> rusqlite::Result<()> {
    let (report, series) = columns(made.scope);
    connection.execute(
        "DELETE FROM exceptions
         WHERE rule = ?1 AND quote IS ?2 AND report_id IS ?3 AND series_id IS ?4",
        params![made.rule, made.quote, report, series],
    )?;
    Ok(())
}

fn text(id: impl ToString) -> String {
    id.to_string()
}

fn columns(scope: ExceptionScope) -> (Option<String>, Option<String>) {
    match scope {
        ExceptionScope::Report(report) => (Some(text(report)), None),
        ExceptionScope::Series(series) => (None, Some(text(series))),
        ExceptionScope::Library => (None, None),
    }
}

fn exception(row: &Row) -> rusqlite::Result<Exception> {
    let scope = match (parsed_option(row, "report_id")?, parsed_option(row, "series_id")?) {
        (Some(report), _) => ExceptionScope::Report(report),
        (_, Some(series)) => ExceptionScope::Series(series),
        _ => ExceptionScope::Library,
    };
    Ok(Exception {
        rule: row.get("rule")?,
        quote: row.get("quote")?,
        scope,
        reason: row.get("reason")?,
        made_at: row.get("made_at")?,
    })
}

//! What recognition was not sure of in imported reports, and what was said about it.

use super::{from_json, json};
use crate::Error;
use crate::api::DoubtState;
use rapporteur_document::model::ReportId;
use rapporteur_document::read::{Change, Doubt, Place};
use rusqlite::{Connection, Row, params};

/// A doubt with what was said about it.
pub(crate) struct Stored {
    pub position: u32,
    pub doubt: Doubt,
    pub state: DoubtState,
    /// What a yes changed in the report.
    pub change: Option<Change>,
}

/// Keeps the doubts about a report in their order, all of them open.
pub(crate) fn insert(
    connection: &Connection,
    report: ReportId,
    doubts: &[Doubt],
) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO doubts (report_id, position, code, message, line, quote, proposed, repair, state)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'open')",
    )?;
    for (position, doubt) in doubts.iter().enumerate() {
        statement.execute(params![
            report.to_string(),
            position,
            doubt.code,
            doubt.message,
            doubt.place.line,
            doubt.place.quote,
            doubt.proposed,
            doubt.repair.as_ref().map(json).transpose()?,
        ])?;
    }
    Ok(())
}

/// The doubts about a report in their order.
pub(crate) fn of_report(
    connection: &Connection,
    report: ReportId,
) -> rusqlite::Result<Vec<Stored>> {
    connection
        .prepare_cached(
            "SELECT position, code, message, line, quote, proposed, repair, state, change
             FROM doubts WHERE report_id = ?1 ORDER BY position",
        )?
        .query_map([report.to_string()], stored)?
        .collect()
}

/// Remembers what was said about a doubt, and what that changed.
pub(crate) fn answer(
    connection: &Connection,
    report: ReportId,
    position: u32,
    state: DoubtState,
    change: Option<&Change>,
    now: &str,
) -> Result<(), Error> {
    connection
        .prepare_cached(
            "UPDATE doubts SET state = ?3, change = ?4, answered_at = ?5
             WHERE report_id = ?1 AND position = ?2",
        )?
        .execute(params![
            report.to_string(),
            position,
            text(state),
            change.map(json).transpose()?,
            now
        ])?;
    Ok(())
}

/// Gives the doubts about a report to another one, in the place of its own.
pub(crate) fn hand_over(
    connection: &Connection,
    from: ReportId,
    to: ReportId,
) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM doubts WHERE report_id = ?1", [to.to_string()])?;
    connection.execute(
        "UPDATE doubts SET report_id = ?2 WHERE report_id = ?1",
        [from.to_string(), to.to_string()],
    )?;
    Ok(())
}

/// Ends doubts that were settled in another way.
pub(crate) fn close(
    connection: &Connection,
    report: ReportId,
    code: &str,
) -> rusqlite::Result<usize> {
    connection.execute(
        "UPDATE doubts SET state = 'yes' WHERE report_id = ?1 AND code = ?2",
        [report.to_string(), code.to_owned()],
    )
}

fn text(state: DoubtState) -> &'static str {
    match state {
        DoubtState::Open => "open",
        DoubtState::Yes => "yes",
        DoubtState::No => "no",
        DoubtState::Edited => "edited",
    }
}

fn stored(row: &Row) -> rusqlite::Result<Stored> {
    let state: String = row.get("state")?;
    let optional = |column: &str| row.get::<_, Option<String>>(column);
    Ok(Stored {
        position: row.get("position")?,
        doubt: Doubt {
            code: row.get("code")?,
            message: row.get("message")?,
            place: Place { line: row.get("line")?, quote: row.get("quote")? },
            proposed: row.get("proposed")?,
            repair: optional("repair")?.as_deref().map(from_json).transpose()?,
        },
        state: match state.as_str() {
            "yes" => DoubtState::Yes,
            "no" => DoubtState::No,
            "edited" => DoubtState::Edited,
            _ => DoubtState::Open,
        },
        change: optional("change")?.as_deref().map(from_json).transpose()?,
    })
}

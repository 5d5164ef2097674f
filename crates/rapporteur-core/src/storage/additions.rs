//! What was added to the directory from lists, and what taking that back needs.

use super::{from_json, json, parsed};
use crate::Error;
use chrono::NaiveDate;
use rapporteur_document::model::{AdditionId, PersonId, PersonName, ReportId};
use rusqlite::{Connection, OptionalExtension, params};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// An affiliation that another one replaced.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Stood {
    role: Option<String>,
    status: Option<String>,
    organisation: Option<String>,
    until: Option<String>,
    report: Option<ReportId>,
}

/// Remembers what was stored.
pub(crate) fn insert(
    connection: &Connection,
    id: AdditionId,
    source: &str,
    changes: &impl Serialize,
    now: &str,
) -> Result<(), Error> {
    connection.execute(
        "INSERT INTO additions (id, source, changes, added_at) VALUES (?1, ?2, ?3, ?4)",
        params![id.to_string(), source, json(changes)?, now],
    )?;
    Ok(())
}

/// What was stored, forgotten from now on; none where it was forgotten before.
pub(crate) fn take<T: DeserializeOwned>(
    connection: &Connection,
    id: AdditionId,
) -> rusqlite::Result<Option<T>> {
    let changes: Option<String> = connection
        .query_row(
            "DELETE FROM additions WHERE id = ?1 RETURNING changes",
            [id.to_string()],
            |row| row.get(0),
        )
        .optional()?;
    changes.map(|changes| from_json(&changes)).transpose()
}

/// Keeps another spelling by hand; false where it is the name itself or known already.
pub(crate) fn keep_spelling(
    connection: &Connection,
    id: PersonId,
    spelling: &PersonName,
) -> rusqlite::Result<bool> {
    let before = connection.total_changes();
    super::people::keep_spelling(connection, id, spelling, None)?;
    Ok(connection.total_changes() > before)
}

/// What is said of an entry for this very day.
pub(crate) fn affiliation_at(
    connection: &Connection,
    id: PersonId,
    since: Option<NaiveDate>,
) -> rusqlite::Result<Option<Stood>> {
    connection
        .prepare_cached(
            "SELECT role, status, organisation, until, report_id FROM affiliations
             WHERE learnt_as = ?1 AND since = ?2",
        )?
        .query_row(params![id.to_string(), day(since)], |row| {
            Ok(Stood {
                role: row.get("role")?,
                status: row.get("status")?,
                organisation: row.get("organisation")?,
                until: row.get("until")?,
                report: super::parsed_option(row, "report_id")?,
            })
        })
        .optional()
}

/// Puts back what stood for a day, or nothing.
pub(crate) fn put_affiliation_back(
    connection: &Connection,
    id: PersonId,
    since: Option<NaiveDate>,
    stood: Option<&Stood>,
) -> rusqlite::Result<()> {
    match stood {
        Some(stood) => connection.execute(
            "UPDATE affiliations SET role = ?3, status = ?4, organisation = ?5, until = ?6,
                 report_id = ?7 WHERE learnt_as = ?1 AND since = ?2",
            params![
                id.to_string(),
                day(since),
                stood.role,
                stood.status,
                stood.organisation,
                stood.until,
                stood.report.map(|report| report.to_string())
            ],
        )?,
        None => connection.execute(
            "DELETE FROM affiliations WHERE learnt_as = ?1 AND since = ?2",
            params![id.to_string(), day(since)],
        )?,
    };
    Ok(())
}

/// Removes an entry that nothing refers to; false where a report names it, or a merge or an
/// answer about duplicates is about it.
pub(crate) fn remove_person(connection: &Connection, id: PersonId) -> rusqlite::Result<bool> {
    let id = id.to_string();
    let used: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM reports WHERE instr(content, ?1) > 0)
             OR EXISTS (SELECT 1 FROM merges WHERE ?1 IN (person_id, into_id))
             OR EXISTS (SELECT 1 FROM distinctions WHERE ?1 IN (one_id, other_id))
             OR EXISTS (SELECT 1 FROM affiliations WHERE ?1 IN (person_id, learnt_as))
             OR EXISTS (SELECT 1 FROM spellings WHERE ?1 IN (person_id, learnt_as))",
        [&id],
        |row| row.get(0),
    )?;
    if !used {
        connection.execute("DELETE FROM people WHERE id = ?1", [&id])?;
    }
    Ok(!used)
}

/// Everybody's address for mail, with whom it counts for.
pub(crate) fn addresses(connection: &Connection) -> rusqlite::Result<Vec<(PersonId, String)>> {
    connection
        .prepare_cached(
            "SELECT coalesce(merged_into, id) AS id, email FROM people WHERE email IS NOT NULL",
        )?
        .query_map([], |row| Ok((parsed(row, "id")?, row.get("email")?)))?
        .collect()
}

fn day(since: Option<NaiveDate>) -> String {
    since.map_or(String::new(), |day| day.to_string())
}

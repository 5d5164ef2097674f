//! Who took part in which meeting: drawn from the reports in use, to answer quickly.

use super::{from_json, parsed, parsed_option};
use crate::api::AttendedMeeting;
use chrono::NaiveDate;
use rapporteur_document::model::{Attendance, PersonId, Report, ReportId, SeriesId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, HashMap};

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
         SELECT r.id, coalesce(p.merged_into, p.id), r.series_id, r.date
         FROM reports r JOIN people e LEFT JOIN reassignments a ON a.report_id = r.id AND a.entry_id = e.id
             JOIN people p ON p.id = coalesce(a.person_id, e.id)
         WHERE r.id = ?1 AND r.deleted_at IS NULL AND e.id = ?2
             AND p.withdrawn IS NOT 'removed'",
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

/// Draws the attendances of every report that names a person, or is said to mean them, anew.
pub(crate) fn draw_all_of(connection: &Connection, person: PersonId) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT id, content FROM reports WHERE deleted_at IS NULL AND (instr(content, ?1) > 0
             OR id IN (SELECT report_id FROM reassignments WHERE person_id = ?1 OR entry_id = ?1)
             OR id IN (SELECT report_id FROM attendances WHERE person_id = ?1))",
    )?;
    let mut rows = statement.query([person.to_string()])?;
    while let Some(row) = rows.next()? {
        let content: String = row.get("content")?;
        draw(connection, parsed(row, "id")?, &from_json(&content)?)?;
    }
    Ok(())
}

/// Draws the attendances of one stored report anew.
pub(crate) fn draw_again(connection: &Connection, report: ReportId) -> rusqlite::Result<()> {
    let content: String = connection
        .prepare_cached("SELECT content FROM reports WHERE id = ?1")?
        .query_row([report.to_string()], |row| row.get(0))?;
    draw(connection, report, &from_json(&content)?)
}

/// Whether a report names an entry.
pub(crate) fn named_in_reports(connection: &Connection, entry: PersonId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM reports WHERE instr(content, ?1) > 0)")?
        .query_row([entry.to_string()], |row| row.get(0))
}

/// Whom each entry that a report names counts as: by what is said about the report, then by merges.
pub(crate) fn meant_in(
    connection: &Connection,
    report: ReportId,
) -> rusqlite::Result<impl Fn(PersonId) -> PersonId> {
    let mut statement = connection.prepare_cached(
        "SELECT a.entry_id, p.merged_into, p.id FROM reassignments a JOIN people p ON p.id = a.person_id
         WHERE a.report_id = ?1",
    )?;
    let mut meant: HashMap<PersonId, PersonId> = HashMap::new();
    let mut rows = statement.query([report.to_string()])?;
    while let Some(row) = rows.next()? {
        let person = parsed_option(row, "merged_into")?;
        meant.insert(parsed(row, "entry_id")?, person.map_or_else(|| parsed(row, "id"), Ok)?);
    }
    let mut statement = connection
        .prepare_cached("SELECT id, merged_into FROM people WHERE merged_into IS NOT NULL")?;
    let mut rows = statement.query([])?;
    let mut merged: HashMap<PersonId, PersonId> = HashMap::new();
    while let Some(row) = rows.next()? {
        merged.insert(parsed(row, "id")?, parsed(row, "merged_into")?);
    }
    Ok(move |entry| meant.get(&entry).or_else(|| merged.get(&entry)).copied().unwrap_or(entry))
}

/// The entries a report names by which it means a person.
pub(crate) fn entries_meaning(
    connection: &Connection,
    report: ReportId,
    person: PersonId,
) -> rusqlite::Result<Vec<PersonId>> {
    let content: Option<String> = connection
        .prepare_cached("SELECT content FROM reports WHERE id = ?1")?
        .query_row([report.to_string()], |row| row.get(0))
        .optional()?;
    let Some(content) = content else { return Ok(vec![]) };
    let content: Report = from_json(&content)?;
    let meant = meant_in(connection, report)?;
    let mut entries: Vec<PersonId> =
        content.participants.iter().filter_map(|one| one.person).collect();
    entries.sort();
    entries.dedup();
    entries.retain(|entry| meant(*entry) == person);
    Ok(entries)
}

/// The dated meetings with their series, and who attended them.
pub(crate) struct Attended {
    /// Day and series of every meeting somebody attended, earliest first.
    pub meetings: Vec<(NaiveDate, SeriesId)>,
    /// For everybody who attended one, the places of theirs in `meetings`, earliest first.
    pub by_person: HashMap<PersonId, Vec<u32>>,
}

/// Who attended which dated meeting. Two reports of one meeting are one meeting.
pub(crate) fn all(connection: &Connection) -> rusqlite::Result<Attended> {
    let mut places: BTreeMap<(NaiveDate, SeriesId), u32> = BTreeMap::new();
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT date, series_id FROM attendances WHERE date IS NOT NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        places.insert((parsed(row, "date")?, parsed(row, "series_id")?), 0);
    }
    for (place, counted) in places.values_mut().zip(0..) {
        *place = counted;
    }
    let mut by_person: HashMap<PersonId, Vec<u32>> = HashMap::new();
    let mut statement = connection.prepare_cached(
        "SELECT series_id, person_id, date FROM attendances WHERE date IS NOT NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let meeting = (parsed(row, "date")?, parsed(row, "series_id")?);
        let attended = by_person.entry(parsed(row, "person_id")?).or_default();
        attended.extend(places.get(&meeting));
    }
    for attended in by_person.values_mut() {
        attended.sort_unstable();
        attended.dedup();
    }
    Ok(Attended { meetings: places.into_keys().collect(), by_person })
}

/// The meetings a person attended, latest first.
pub(crate) fn of_person(
    connection: &Connection,
    person: PersonId,
) -> rusqlite::Result<Vec<AttendedMeeting>> {
    connection
        .prepare_cached(
            "SELECT t.report_id, s.name, r.number, t.date FROM attendances t
             JOIN reports r ON r.id = t.report_id JOIN series s ON s.id = t.series_id
             WHERE t.person_id = ?1 ORDER BY t.date DESC, r.number DESC",
        )?
        .query_map([person.to_string()], |row| {
            Ok(AttendedMeeting {
                report: parsed(row, "report_id")?,
                series_name: row.get("name")?,
                number: row.get("number")?,
                date: parsed_option(row, "date")?,
            })
        })?
        .collect()
}

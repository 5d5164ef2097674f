//! The directory: people and what they were from which day on.

use super::{parsed, parsed_option};
use crate::api::PersonOffer;
use chrono::NaiveDate;
use rapporteur_document::model::{PersonId, PersonName, ReportId, SeriesId};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// What a person is from a day on.
pub(crate) struct Affiliation<'a> {
    /// The first day; none for the beginning.
    pub since: Option<NaiveDate>,
    pub role: Option<&'a str>,
    pub status: Option<&'a str>,
    pub organisation: Option<&'a str>,
    /// The report it was learnt from.
    pub report: Option<ReportId>,
}

pub(crate) fn insert(
    connection: &Connection,
    id: PersonId,
    name: &PersonName,
    now: &str,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO people (id, given, particles, family, suffix, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id.to_string(), name.given, name.particles, name.family, name.suffix, now],
    )?;
    Ok(())
}

pub(crate) fn rename(
    connection: &Connection,
    id: PersonId,
    name: &PersonName,
) -> rusqlite::Result<usize> {
    connection.execute(
        "UPDATE people SET given = ?2, particles = ?3, family = ?4, suffix = ?5 WHERE id = ?1",
        params![id.to_string(), name.given, name.particles, name.family, name.suffix],
    )
}

/// What the person is from that day on; a second word about the same day replaces the first.
pub(crate) fn set_affiliation(
    connection: &Connection,
    id: PersonId,
    affiliation: &Affiliation,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO affiliations (person_id, learnt_as, since, role, status, organisation, report_id)
             VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (learnt_as, since) DO UPDATE SET role = excluded.role, status = excluded.status,
                 organisation = excluded.organisation, report_id = excluded.report_id",
        )?
        .execute(params![
            id.to_string(),
            affiliation.since.map_or(String::new(), |day| day.to_string()),
            affiliation.role,
            affiliation.status,
            affiliation.organisation,
            affiliation.report.map(|report| report.to_string())
        ])?;
    Ok(())
}

/// The organisation a person belonged to on a day; on none: from the beginning.
pub(crate) fn organisation_on(
    connection: &Connection,
    id: PersonId,
    day: Option<NaiveDate>,
) -> rusqlite::Result<Option<String>> {
    let day = day.map_or(String::new(), |day| day.to_string());
    let organisation = connection
        .prepare_cached(
            "SELECT organisation FROM affiliations WHERE person_id = ?1 AND since <= ?2
             ORDER BY since DESC LIMIT 1",
        )?
        .query_row(params![id.to_string(), day], |row| row.get(0))
        .optional()?;
    Ok(organisation.flatten())
}

/// The last day the calendar of a library knows; for a question about no day in particular.
const NO_DAY: &str = "9999-12-31";

/// A person with the affiliation that holds on the day `?1`; `meetings` as given.
fn offers(meetings: &str, from: &str) -> String {
    format!(
        "SELECT p.id, p.given, p.particles, p.family, p.suffix, a.role, a.status, a.organisation,
             {meetings}
         FROM {from} LEFT JOIN affiliations a ON a.rowid = (
             SELECT rowid FROM affiliations WHERE person_id = p.id AND since <= ?1
             ORDER BY since DESC, learnt_as = person_id DESC LIMIT 1)
             AND (a.until IS NULL OR a.until >= ?1)"
    )
}

const UNCOUNTED: &str = "0 AS meetings, NULL AS last_seen";

/// Everybody, with the affiliation that holds now; their meetings are not counted.
pub(crate) fn everybody(connection: &Connection) -> rusqlite::Result<Vec<PersonOffer>> {
    let from = "(SELECT * FROM people WHERE merged_into IS NULL) p";
    connection.prepare_cached(&offers(UNCOUNTED, from))?.query_map([NO_DAY], offer)?.collect()
}

/// Those who took part in a series' meetings before a day, latest and most frequent first, with
/// the affiliation that held then.
pub(crate) fn attending(
    connection: &Connection,
    series: SeriesId,
    before: Option<NaiveDate>,
) -> rusqlite::Result<Vec<PersonOffer>> {
    let from = "(SELECT person_id, count(*) AS meetings, max(date) AS last_seen FROM attendances
             WHERE series_id = ?2 AND (date IS NULL OR date < ?1) GROUP BY person_id) t
         JOIN people p ON p.id = t.person_id";
    let sql = offers("t.meetings, t.last_seen", from)
        + " ORDER BY t.last_seen DESC, t.meetings DESC, p.family, p.given";
    let before = before.map_or(NO_DAY.to_owned(), |day| day.to_string());
    connection.prepare_cached(&sql)?.query_map([before, series.to_string()], offer)?.collect()
}

/// Counts the meetings of some people, in a series or in all.
pub(crate) fn count_meetings<'o>(
    connection: &Connection,
    series: Option<SeriesId>,
    people: impl IntoIterator<Item = &'o mut PersonOffer>,
) -> rusqlite::Result<()> {
    let of_series = if series.is_some() { "AND series_id = ?2" } else { "AND ?2 IS NULL" };
    let mut count = connection.prepare_cached(&format!(
        "SELECT count(*) AS meetings, max(date) AS last_seen FROM attendances
         WHERE person_id = ?1 {of_series}"
    ))?;
    let series = series.map(|series| series.to_string());
    for offer in people {
        let mut rows = count.query(params![offer.person.to_string(), series])?;
        if let Some(row) = rows.next()? {
            offer.meetings = row.get("meetings")?;
            offer.last_seen = parsed_option(row, "last_seen")?;
        }
    }
    Ok(())
}

/// One person; who was merged is found as the person they were merged into.
pub(crate) fn load(connection: &Connection, id: PersonId) -> rusqlite::Result<Option<PersonOffer>> {
    let from = "people e JOIN people p ON p.id = coalesce(e.merged_into, e.id)";
    let mut person = connection
        .prepare_cached(&format!("{} WHERE e.id = ?2", offers(UNCOUNTED, from)))?
        .query_row(params![NO_DAY, id.to_string()], offer)
        .optional()?;
    count_meetings(connection, None, &mut person)?;
    Ok(person)
}

fn offer(row: &Row) -> rusqlite::Result<PersonOffer> {
    Ok(PersonOffer {
        person: parsed(row, "id")?,
        name: name(row)?,
        role: row.get("role")?,
        status: row.get("status")?,
        organisation: row.get("organisation")?,
        meetings: row.get("meetings")?,
        last_seen: parsed_option(row, "last_seen")?,
    })
}

/// The name out of a row that has its parts as columns.
fn name(row: &Row) -> rusqlite::Result<PersonName> {
    Ok(PersonName {
        given: row.get("given")?,
        particles: row.get("particles")?,
        family: row.get("family")?,
        suffix: row.get("suffix")?,
    })
}

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
            "INSERT INTO affiliations (person_id, since, role, status, organisation, report_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (person_id, since) DO UPDATE SET role = excluded.role, status = excluded.status,
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

const OFFER: &str =
    "SELECT p.id, p.given, p.particles, p.family, p.suffix, a.role, a.status, a.organisation,
        count(r.id) AS meetings, max(r.date) AS last_seen
    FROM people p
    LEFT JOIN affiliations a ON a.person_id = p.id
        AND a.since = (SELECT max(since) FROM affiliations WHERE person_id = p.id AND since <= ?2)
    LEFT JOIN attendances t ON t.person_id = p.id
    LEFT JOIN reports r ON r.id = t.report_id AND r.deleted_at IS NULL
        AND (?1 IS NULL OR r.series_id = ?1) AND (r.date IS NULL OR r.date < ?2)";

/// The last day the calendar of a library knows; for a question about no day in particular.
const NO_DAY: &str = "9999-12-31";

/// Everybody, with the affiliation that holds on a day and the meetings of a series before it.
pub(crate) fn all(
    connection: &Connection,
    series: Option<SeriesId>,
    before: Option<NaiveDate>,
) -> rusqlite::Result<Vec<PersonOffer>> {
    let before = before.map_or(NO_DAY.to_owned(), |day| day.to_string());
    connection
        .prepare_cached(&format!(
            "{OFFER} GROUP BY p.id ORDER BY max(r.date) DESC, count(r.id) DESC, p.family, p.given"
        ))?
        .query_map(params![series.map(|series| series.to_string()), before], offer)?
        .collect()
}

pub(crate) fn load(connection: &Connection, id: PersonId) -> rusqlite::Result<Option<PersonOffer>> {
    connection
        .prepare_cached(&format!("{OFFER} WHERE p.id = ?3 GROUP BY p.id"))?
        .query_row(params![None::<String>, NO_DAY, id.to_string()], offer)
        .optional()
}

fn offer(row: &Row) -> rusqlite::Result<PersonOffer> {
    Ok(PersonOffer {
        person: parsed(row, "id")?,
        name: PersonName {
            given: row.get("given")?,
            particles: row.get("particles")?,
            family: row.get("family")?,
            suffix: row.get("suffix")?,
        },
        role: row.get("role")?,
        status: row.get("status")?,
        organisation: row.get("organisation")?,
        meetings: row.get("meetings")?,
        last_seen: parsed_option(row, "last_seen")?,
    })
}

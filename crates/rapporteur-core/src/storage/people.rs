//! The directory: people and what they were from which day on.

use super::{parsed, parsed_option};
use crate::api::{
    AffiliationKey, DatedAffiliation, HeldAffiliation, PersonDetails, PersonOffer, Spelling,
};
use crate::people::Held;
use chrono::NaiveDate;
use rapporteur_document::model::{PersonId, PersonName, ReportId, SeriesId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::HashMap;

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
) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE people SET given = ?2, particles = ?3, family = ?4, suffix = ?5 WHERE id = ?1",
        params![id.to_string(), name.given, name.particles, name.family, name.suffix],
    )?;
    Ok(())
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
            since_text(affiliation.since),
            affiliation.role,
            affiliation.status,
            affiliation.organisation,
            affiliation.report.map(|report| report.to_string())
        ])?;
    Ok(())
}

/// The first day as it is stored: the beginning is no text at all.
pub(super) fn since_text(since: Option<NaiveDate>) -> String {
    since.map_or(String::new(), |day| day.to_string())
}

/// Keeps an affiliation said by hand. Answers false where the entry has one from that day.
pub(crate) fn insert_affiliation(
    connection: &Connection,
    person: PersonId,
    entry: PersonId,
    held: &HeldAffiliation,
) -> rusqlite::Result<bool> {
    let inserted = connection.execute(
        "INSERT OR IGNORE INTO affiliations (person_id, learnt_as, since, until, role, status, organisation)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            person.to_string(),
            entry.to_string(),
            since_text(held.since),
            held.until.map(|day| day.to_string()),
            held.role,
            held.status,
            held.organisation
        ],
    )?;
    Ok(inserted > 0)
}

/// Deletes an affiliation. Answers false where there is none.
pub(crate) fn delete_affiliation(
    connection: &Connection,
    key: &AffiliationKey,
) -> rusqlite::Result<bool> {
    let deleted = connection.execute(
        "DELETE FROM affiliations WHERE learnt_as = ?1 AND since = ?2",
        params![key.entry.to_string(), since_text(key.since)],
    )?;
    Ok(deleted > 0)
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

/// Everybody, with the affiliation that holds on a day, or now; their meetings are not counted.
pub(crate) fn everybody(
    connection: &Connection,
    on: Option<NaiveDate>,
) -> rusqlite::Result<Vec<PersonOffer>> {
    let from = "(SELECT * FROM people WHERE merged_into IS NULL AND withdrawn IS NULL) p";
    let on = on.map_or(NO_DAY.to_owned(), |day| day.to_string());
    connection.prepare_cached(&offers(UNCOUNTED, from))?.query_map([on], offer)?.collect()
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
         JOIN people p ON p.id = t.person_id AND p.withdrawn IS NULL";
    let sql = offers("t.meetings, t.last_seen", from)
        + " ORDER BY t.last_seen DESC, t.meetings DESC, p.family, p.given";
    let before = before.map_or(NO_DAY.to_owned(), |day| day.to_string());
    let people = connection
        .prepare_cached(&sql)?
        .query_map([before, series.to_string()], offer)?
        .collect::<rusqlite::Result<_>>()?;
    with_merged(connection, people)
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
    let person = connection
        .prepare_cached(&format!("{} WHERE e.id = ?2", offers(UNCOUNTED, from)))?
        .query_row(params![NO_DAY, id.to_string()], offer)
        .optional()?;
    let mut person = with_merged(connection, person.into_iter().collect())?;
    count_meetings(connection, None, &mut person)?;
    Ok(person.pop())
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
        merged: vec![],
    })
}

/// Adds the entries that were merged into each of these people; they are few.
fn with_merged(
    connection: &Connection,
    mut people: Vec<PersonOffer>,
) -> rusqlite::Result<Vec<PersonOffer>> {
    let mut merged: HashMap<PersonId, Vec<PersonId>> = HashMap::new();
    let mut statement = connection.prepare_cached(
        "SELECT id, merged_into FROM people WHERE merged_into IS NOT NULL ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        merged.entry(parsed(row, "merged_into")?).or_default().push(parsed(row, "id")?);
    }
    if !merged.is_empty() {
        for person in &mut people {
            person.merged = merged.remove(&person.person).unwrap_or_default();
        }
    }
    Ok(people)
}

/// The name out of a row that has its parts as columns.
pub(super) fn name(row: &Row) -> rusqlite::Result<PersonName> {
    Ok(PersonName {
        given: row.get("given")?,
        particles: row.get("particles")?,
        family: row.get("family")?,
        suffix: row.get("suffix")?,
    })
}

/// The other ways people's names are written, with whom they count for: spellings that were kept,
/// the names of merged entries, and native forms.
pub(crate) fn other_forms(
    connection: &Connection,
) -> rusqlite::Result<Vec<(PersonId, PersonName)>> {
    connection
        .prepare_cached(
            "SELECT person_id AS id, given, particles, family, suffix FROM spellings
             UNION ALL SELECT merged_into, given, particles, family, suffix FROM people
                 WHERE merged_into IS NOT NULL
             UNION ALL SELECT coalesce(merged_into, id), native, '', '', '' FROM people
                 WHERE native IS NOT NULL",
        )?
        .query_map([], |row| Ok((parsed(row, "id")?, name(row)?)))?
        .collect()
}

/// What everybody was said to be, latest first, with whom it counts for.
pub(crate) fn affiliations(connection: &Connection) -> rusqlite::Result<Vec<(PersonId, Held)>> {
    connection
        .prepare_cached(
            "SELECT person_id AS id, role, organisation FROM affiliations
             ORDER BY person_id DESC, since DESC",
        )?
        .query_map([], |row| {
            Ok((parsed(row, "id")?, Held::new(row.get("role")?, row.get("organisation")?)))
        })?
        .collect()
}

/// The names of everybody.
pub(crate) fn names(connection: &Connection) -> rusqlite::Result<Vec<(PersonId, PersonName)>> {
    connection
        .prepare_cached(
            "SELECT id, given, particles, family, suffix FROM people
             WHERE merged_into IS NULL AND withdrawn IS NULL ORDER BY rowid",
        )?
        .query_map([], |row| Ok((parsed(row, "id")?, name(row)?)))?
        .collect()
}

/// What a person was from when to when, latest first, and where it was learnt.
pub(crate) fn affiliations_of(
    connection: &Connection,
    id: PersonId,
) -> rusqlite::Result<Vec<DatedAffiliation>> {
    connection
        .prepare_cached(
            "SELECT a.learnt_as, a.since, a.until, a.role, a.status, a.organisation, a.report_id, r.number
             FROM affiliations a LEFT JOIN reports r ON r.id = a.report_id
             WHERE a.person_id = ?1 ORDER BY a.since DESC, a.learnt_as",
        )?
        .query_map([id.to_string()], |row| {
            let since: String = row.get("since")?;
            Ok(DatedAffiliation {
                entry: parsed(row, "learnt_as")?,
                since: since.parse().ok(),
                until: parsed_option(row, "until")?,
                role: row.get("role")?,
                status: row.get("status")?,
                organisation: row.get("organisation")?,
                report: parsed_option(row, "report_id")?,
                number: row.get("number")?,
            })
        })?
        .collect()
}

/// Keeps another spelling of an entry's name; its own, and what is kept already, stay as they are.
pub(crate) fn keep_spelling(
    connection: &Connection,
    id: PersonId,
    spelling: &PersonName,
    report: Option<ReportId>,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO spellings
                 (person_id, learnt_as, given, particles, family, suffix, report_id)
             SELECT coalesce(merged_into, id), id, ?2, ?3, ?4, ?5, ?6 FROM people
             WHERE id = ?1 AND (given, particles, family, suffix) <> (?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            id.to_string(),
            spelling.given,
            spelling.particles,
            spelling.family,
            spelling.suffix,
            report.map(|report| report.to_string())
        ])?;
    Ok(())
}

/// Forgets a spelling that was kept.
pub(crate) fn forget_spelling(
    connection: &Connection,
    id: PersonId,
    spelling: &PersonName,
) -> rusqlite::Result<()> {
    connection.execute(
        "DELETE FROM spellings WHERE person_id = ?1 AND given = ?2 AND particles = ?3
             AND family = ?4 AND suffix = ?5",
        params![
            id.to_string(),
            spelling.given,
            spelling.particles,
            spelling.family,
            spelling.suffix
        ],
    )?;
    Ok(())
}

/// The other spellings of a person's name, with the report each was learnt from, and the names
/// of the entries merged into it.
pub(crate) fn spellings_of(
    connection: &Connection,
    id: PersonId,
) -> rusqlite::Result<Vec<Spelling>> {
    connection
        .prepare_cached(
            "SELECT s.given, s.particles, s.family, s.suffix, s.report_id, r.number, 0 AS entry
             FROM spellings s LEFT JOIN reports r ON r.id = s.report_id WHERE s.person_id = ?1
             UNION ALL SELECT given, particles, family, suffix, NULL, NULL, 1 FROM people
                 WHERE merged_into = ?1
             ORDER BY 3, 1, 7",
        )?
        .query_map([id.to_string()], |row| {
            Ok(Spelling {
                name: name(row)?,
                report: parsed_option(row, "report_id")?,
                number: row.get("number")?,
                merged: row.get("entry")?,
            })
        })?
        .collect()
}

/// What is kept of a person for the secretariat alone.
pub(crate) fn details(connection: &Connection, id: PersonId) -> rusqlite::Result<PersonDetails> {
    connection
        .prepare_cached("SELECT preferred, native, email, phone, notes FROM people WHERE id = ?1")?
        .query_row([id.to_string()], |row| {
            Ok(PersonDetails {
                preferred: row.get("preferred")?,
                native: row.get("native")?,
                email: row.get("email")?,
                phone: row.get("phone")?,
                notes: row.get("notes")?,
            })
        })
}

/// Replaces what is kept of a person for the secretariat alone.
pub(crate) fn set_details(
    connection: &Connection,
    id: PersonId,
    details: &PersonDetails,
) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE people SET preferred = ?2, native = ?3, email = ?4, phone = ?5, notes = ?6
         WHERE id = ?1",
        params![
            id.to_string(),
            details.preferred,
            details.native,
            details.email,
            details.phone,
            details.notes
        ],
    )?;
    Ok(())
}

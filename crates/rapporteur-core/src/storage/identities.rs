//! Who is who: merges, and answers that two people are not the same.

use super::{parsed, people::name};
use crate::api::{AffiliationKey, Merged};
use rapporteur_document::model::{PersonId, PersonName, ReportId};
use rusqlite::{Connection, OptionalExtension, params};

/// Whom an entry counts as; `None` where there is no such entry.
pub(crate) fn counts_as(
    connection: &Connection,
    id: PersonId,
) -> rusqlite::Result<Option<PersonId>> {
    connection
        .prepare_cached(
            "SELECT coalesce(merged_into, id) AS id FROM people
             WHERE id = ?1 AND withdrawn IS NOT 'removed'",
        )?
        .query_row([id.to_string()], |row| parsed(row, "id"))
        .optional()
}

/// Keeps that a person of their own is another one from now on.
pub(crate) fn merge(
    connection: &Connection,
    person: PersonId,
    into: PersonId,
    now: &str,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO merges (person_id, into_id, merged_at) VALUES (?1, ?2, ?3)",
        params![person.to_string(), into.to_string(), now],
    )?;
    Ok(())
}

/// Takes a merge back. Answers into whom it was, or `None` where there is none in force.
pub(crate) fn undo(
    connection: &Connection,
    person: PersonId,
) -> rusqlite::Result<Option<PersonId>> {
    connection
        .query_row(
            "DELETE FROM merges WHERE person_id = ?1 RETURNING into_id",
            [person.to_string()],
            |row| parsed(row, "into_id"),
        )
        .optional()
}

/// An entry and all that were merged into it, step by step, the entry itself first.
pub(crate) fn with_merged(
    connection: &Connection,
    person: PersonId,
) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached(
            "WITH RECURSIVE within (id) AS (
                 VALUES (?1) UNION SELECT m.person_id FROM merges m JOIN within w ON m.into_id = w.id)
             SELECT id FROM within",
        )?
        .query_map([person.to_string()], |row| parsed(row, "id"))?
        .collect()
}

/// Lets an entry, its affiliations and its spellings count as a person, itself or another.
pub(crate) fn count_as(
    connection: &Connection,
    entry: PersonId,
    person: PersonId,
) -> rusqlite::Result<()> {
    let (entry, person) = (entry.to_string(), person.to_string());
    connection.execute(
        "UPDATE people SET merged_into = nullif(?2, id) WHERE id = ?1",
        params![entry, person],
    )?;
    connection.execute(
        "UPDATE affiliations SET person_id = ?2 WHERE learnt_as = ?1",
        params![entry, person],
    )?;
    connection.execute(
        "UPDATE spellings SET person_id = ?2 WHERE learnt_as = ?1",
        params![entry, person],
    )?;
    Ok(())
}

/// The merges in force that made a person, latest first; those of everybody if none is named.
pub(crate) fn merged(
    connection: &Connection,
    into: Option<PersonId>,
) -> rusqlite::Result<Vec<Merged>> {
    connection
        .prepare_cached(
            "SELECT m.person_id, m.into_id, m.merged_at, p.given, p.particles, p.family, p.suffix,
                 (SELECT count(*) FROM directory_changes c WHERE c.person_id = p.merged_into
                     AND c.made_at > m.merged_at) AS changes_since
             FROM merges m JOIN people p ON p.id = m.person_id
             WHERE (?1 IS NULL OR p.merged_into = ?1) AND p.withdrawn IS NULL ORDER BY m.merged_at DESC, m.person_id",
        )?
        .query_map([into.map(|into| into.to_string())], |row| {
            Ok(Merged {
                person: parsed(row, "person_id")?,
                into: parsed(row, "into_id")?,
                name: name(row)?,
                merged_at: row.get("merged_at")?,
                changes_since: row.get("changes_since")?,
            })
        })?
        .collect()
}

/// Remembers that two entries are not one person, or forgets it.
pub(crate) fn set_distinct(
    connection: &Connection,
    one: PersonId,
    other: PersonId,
    said_at: Option<&str>,
) -> rusqlite::Result<()> {
    let (one, other) = (one.min(other).to_string(), one.max(other).to_string());
    match said_at {
        Some(said_at) => connection.execute(
            "INSERT OR IGNORE INTO distinctions (one_id, other_id, said_at) VALUES (?1, ?2, ?3)",
            params![one, other, said_at],
        )?,
        None => connection.execute(
            "DELETE FROM distinctions WHERE (one_id, other_id) IN (
                 SELECT d.one_id, d.other_id FROM distinctions d
                 JOIN people a ON a.id = d.one_id JOIN people b ON b.id = d.other_id
                 WHERE coalesce(a.merged_into, a.id) IN (?1, ?2)
                     AND coalesce(b.merged_into, b.id) IN (?1, ?2))",
            params![one, other],
        )?,
    };
    Ok(())
}

/// The pairs that are not one person, as whom they count now, in both orders.
pub(crate) fn distinct(
    connection: &Connection,
) -> rusqlite::Result<std::collections::HashSet<(PersonId, PersonId)>> {
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(a.merged_into, a.id) AS one, coalesce(b.merged_into, b.id) AS other
         FROM distinctions d JOIN people a ON a.id = d.one_id JOIN people b ON b.id = d.other_id",
    )?;
    let mut rows = statement.query([])?;
    let mut pairs = std::collections::HashSet::new();
    while let Some(row) = rows.next()? {
        let (one, other) = (parsed(row, "one")?, parsed(row, "other")?);
        pairs.insert((one, other));
        pairs.insert((other, one));
    }
    Ok(pairs)
}

/// Keeps whom a report means by an entry.
pub(crate) fn reassign(
    connection: &Connection,
    report: ReportId,
    entry: PersonId,
    person: PersonId,
) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT INTO reassignments (report_id, entry_id, person_id) VALUES (?1, ?2, ?3)
         ON CONFLICT (report_id, entry_id) DO UPDATE SET person_id = excluded.person_id",
        params![report.to_string(), entry.to_string(), person.to_string()],
    )?;
    Ok(())
}

/// Gives a spelling of one person to another, who keeps none they have or are called by.
pub(crate) fn move_spelling(
    connection: &Connection,
    from: PersonId,
    spelling: &PersonName,
    to: PersonId,
) -> rusqlite::Result<()> {
    let name = params![
        from.to_string(),
        spelling.given,
        spelling.particles,
        spelling.family,
        spelling.suffix,
        to.to_string()
    ];
    connection.execute(
        "UPDATE OR IGNORE spellings SET person_id = ?6, learnt_as = ?6
         WHERE person_id = ?1 AND (given, particles, family, suffix) = (?2, ?3, ?4, ?5)
             AND NOT EXISTS (SELECT 1 FROM people p WHERE p.id = ?6
                 AND (p.given, p.particles, p.family, p.suffix) = (?2, ?3, ?4, ?5))",
        name,
    )?;
    connection.execute(
        "DELETE FROM spellings
         WHERE person_id = ?1 AND (given, particles, family, suffix) = (?2, ?3, ?4, ?5) AND ?6 <> ''",
        name,
    )?;
    Ok(())
}

/// Gives an affiliation to another person.
pub(crate) fn move_affiliation(
    connection: &Connection,
    key: &AffiliationKey,
    to: PersonId,
) -> rusqlite::Result<()> {
    connection.execute(
        "UPDATE OR REPLACE affiliations SET person_id = ?3, learnt_as = ?3
         WHERE learnt_as = ?1 AND since = ?2",
        params![key.entry.to_string(), super::people::since_text(key.since), to.to_string()],
    )?;
    Ok(())
}

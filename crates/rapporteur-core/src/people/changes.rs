//! Changes of the directory by hand, each of which can be taken back, even after a restart.

use crate::api::{DirectoryChange, DirectoryChangeKind};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::storage::{self, attendances, changes, identities};
use rapporteur_document::model::PersonId;
use rusqlite::Connection;
use std::collections::BTreeSet;

/// Does something to a person's entries and keeps how to take it back. `others` are people it
/// touches besides.
pub(crate) fn noted<T>(
    connection: &Connection,
    person: PersonId,
    others: &[PersonId],
    kind: DirectoryChangeKind,
    clock: &dyn Clock,
    work: impl FnOnce() -> Result<T, Error>,
) -> Result<T, Error> {
    let mut people = identities::with_merged(connection, person)?;
    people.extend(others);
    let before = changes::rows_of(connection, &people)?;
    let done = work()?;
    let after = changes::rows_of(connection, &people)?;
    let rows = changes::between(connection, &before, &after)?;
    if !rows.is_empty() {
        let name = storage::people::load(connection, person)?
            .map_or_else(String::new, |offer| offer.name.full());
        let kept = changes::Kept {
            id: new_id(clock).to_string(),
            person,
            kind: kind.code().to_owned(),
            name,
            made_at: stamp(clock),
        };
        changes::keep(connection, &kept, &rows)?;
    }
    Ok(done)
}

/// The changes that can be taken back, latest first.
pub(crate) fn list(
    connection: &Connection,
    person: Option<PersonId>,
) -> Result<Vec<DirectoryChange>, Error> {
    let kept = changes::all(connection, person)?;
    Ok(kept
        .into_iter()
        .filter_map(|kept| {
            Some(DirectoryChange {
                kind: DirectoryChangeKind::parse(&kept.kind)?,
                id: kept.id,
                person: kept.person,
                name: kept.name,
                made_at: kept.made_at,
            })
        })
        .collect())
}

/// Takes a change back.
pub(crate) fn undo(connection: &Connection, id: &str) -> Result<(), Error> {
    let Some((_, rows)) = changes::load(connection, id)? else {
        return Err(Error::NotFound(
            "There is no such change, or it was taken back already; nothing was changed."
                .to_owned(),
        ));
    };
    let people: BTreeSet<PersonId> = rows.iter().flat_map(changes::Changed::people).collect();
    if !changes::put_back(connection, &rows)? {
        return Err(Error::Refused(
            "This was changed again since, so it was not taken back. Take the later change back first."
                .to_owned(),
        ));
    }
    for person in &people {
        // A merge may have been made or taken back since: what comes back counts as it does now.
        if let Some(counted) = identities::counts_as(connection, *person)? {
            identities::count_as(connection, *person, counted)?;
        }
        attendances::draw_all_of(connection, *person)?;
    }
    refuse_named_in_reports(connection, &people)?;
    Ok(changes::forget(connection, id)?)
}

/// Forgets how to take a person's changes back: they hold what is not to be known any more.
pub(super) fn forget_of(connection: &Connection, person: PersonId) -> Result<(), Error> {
    Ok(changes::forget_all(connection, person)?)
}

/// Whom a change made cannot be unmade while a report names them.
fn refuse_named_in_reports(
    connection: &Connection,
    people: &BTreeSet<PersonId>,
) -> Result<(), Error> {
    for person in people {
        if identities::counts_as(connection, *person)?.is_none()
            && attendances::named_in_reports(connection, *person)?
        {
            return Err(Error::Refused(
                "Reports name the person this made by now, so it was not taken back. Merge the two people instead."
                    .to_owned(),
            ));
        }
    }
    Ok(())
}

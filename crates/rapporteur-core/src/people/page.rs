//! All that is known of one person, and what the secretariat keeps about them.

use super::changes::noted;
use super::duplicates::present;
use crate::api::{DirectoryChangeKind, PersonDetails, PersonPage};
use crate::clock::Clock;
use crate::error::Error;
use crate::storage::{attendances, identities, people};
use rapporteur_document::model::{Invalid, PersonId, PersonName};
use rusqlite::Connection;

/// The page of a person; of the other person for an entry that was merged.
pub(crate) fn load(connection: &Connection, id: PersonId) -> Result<PersonPage, Error> {
    let id = present(connection, id)?;
    Ok(PersonPage {
        offer: people::load(connection, id)?.ok_or_else(super::gone)?,
        details: people::details(connection, id)?,
        spellings: people::spellings_of(connection, id)?,
        affiliations: people::affiliations_of(connection, id)?,
        meetings: attendances::of_person(connection, id)?,
        merged: identities::merged(connection, Some(id))?,
        changes: super::changes::list(connection, Some(id))?,
    })
}

/// Gives a person another name; the former one is kept among the spellings if a list had it.
pub(crate) fn rename(
    connection: &Connection,
    id: PersonId,
    name: &PersonName,
    clock: &dyn Clock,
) -> Result<PersonPage, Error> {
    let id = present(connection, id)?;
    if name.is_empty() {
        return Err(Error::Invalid(vec![Invalid {
            field: "name".to_owned(),
            message: "The person has no name; write one.".to_owned(),
        }]));
    }
    let before = people::load(connection, id)?.ok_or_else(super::gone)?;
    noted(connection, id, &[], DirectoryChangeKind::Name, clock, || {
        people::rename(connection, id, name)?;
        if before.meetings > 0 {
            people::keep_spelling(connection, id, &before.name, None)?;
        }
        Ok(())
    })?;
    load(connection, id)
}

/// Replaces what is kept of a person for the secretariat alone.
pub(crate) fn set_details(
    connection: &Connection,
    id: PersonId,
    details: PersonDetails,
    clock: &dyn Clock,
) -> Result<PersonPage, Error> {
    let id = present(connection, id)?;
    let some = |text: Option<String>| {
        text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    };
    let details = PersonDetails {
        preferred: some(details.preferred),
        native: some(details.native),
        email: some(details.email),
        phone: some(details.phone),
        notes: some(details.notes),
    };
    noted(connection, id, &[], DirectoryChangeKind::Details, clock, || {
        Ok(people::set_details(connection, id, &details)?)
    })?;
    load(connection, id)
}

/// Keeps another spelling of a person's name by hand, or forgets one.
pub(crate) fn set_spelling(
    connection: &Connection,
    id: PersonId,
    name: &PersonName,
    known: bool,
    clock: &dyn Clock,
) -> Result<PersonPage, Error> {
    let id = present(connection, id)?;
    noted(connection, id, &[], DirectoryChangeKind::Spelling, clock, || {
        if known && !name.is_empty() {
            people::keep_spelling(connection, id, name, None)?;
        } else {
            people::forget_spelling(connection, id, name)?;
        }
        Ok(())
    })?;
    load(connection, id)
}

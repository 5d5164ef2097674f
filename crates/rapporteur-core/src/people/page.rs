//! All that is known of one person, and what the secretariat keeps about them.

use super::duplicates::present;
use crate::api::{PersonDetails, PersonPage};
use crate::error::Error;
use crate::storage::{self, attendances, identities, people};
use rapporteur_document::model::{PersonId, PersonName};
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
    })
}

/// Replaces what is kept of a person for the secretariat alone.
pub(crate) fn set_details(
    connection: &Connection,
    id: PersonId,
    details: PersonDetails,
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
    storage::people::set_details(connection, id, &details)?;
    load(connection, id)
}

/// Keeps another spelling of a person's name by hand, or forgets one.
pub(crate) fn set_spelling(
    connection: &Connection,
    id: PersonId,
    name: &PersonName,
    known: bool,
) -> Result<PersonPage, Error> {
    let id = present(connection, id)?;
    if known && !name.is_empty() {
        people::keep_spelling(connection, id, name, None)?;
    } else {
        people::forget_spelling(connection, id, name)?;
    }
    load(connection, id)
}

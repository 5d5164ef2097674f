//! Dated affiliations by hand: added, corrected, ended, deleted.

use super::changes::noted;
use super::duplicates::present;
use crate::api::{AffiliationKey, DirectoryChangeKind, HeldAffiliation, PersonPage};
use crate::clock::Clock;
use crate::error::Error;
use crate::storage::people;
use rapporteur_document::model::{Invalid, PersonId};
use rusqlite::Connection;

/// Keeps an affiliation said by hand, new or instead of another one.
pub(crate) fn save(
    connection: &Connection,
    person: PersonId,
    replaces: Option<&AffiliationKey>,
    held: HeldAffiliation,
    clock: &dyn Clock,
) -> Result<PersonPage, Error> {
    let person = present(connection, person)?;
    let held = held.trimmed();
    refuse_invalid(&held)?;
    noted(connection, person, &[], DirectoryChangeKind::Affiliation, clock, || {
        let entry = replaces.map_or(person, |key| key.entry);
        if let Some(key) = replaces
            && !people::delete_affiliation(connection, key)?
        {
            return Err(gone());
        }
        if !people::insert_affiliation(connection, person, entry, &held)? {
            return Err(Error::Refused(
                "Another affiliation begins on that day already; correct that one, or choose another day."
                    .to_owned(),
            ));
        }
        Ok(())
    })?;
    super::page::load(connection, person)
}

/// Deletes an affiliation.
pub(crate) fn delete(
    connection: &Connection,
    person: PersonId,
    key: &AffiliationKey,
    clock: &dyn Clock,
) -> Result<PersonPage, Error> {
    let person = present(connection, person)?;
    noted(connection, person, &[], DirectoryChangeKind::Affiliation, clock, || {
        if people::delete_affiliation(connection, key)? { Ok(()) } else { Err(gone()) }
    })?;
    super::page::load(connection, person)
}

fn refuse_invalid(held: &HeldAffiliation) -> Result<(), Error> {
    let invalid = |field: &str, message: &str| {
        Err(Error::Invalid(vec![Invalid {
            field: format!("affiliation.{field}"),
            message: message.to_owned(),
        }]))
    };
    if held.role.is_none() && held.status.is_none() && held.organisation.is_none() {
        return invalid(
            "organisation",
            "The affiliation is empty; write a role, a status or an organisation.",
        );
    }
    match (held.since, held.until) {
        (Some(since), Some(until)) if until < since => {
            invalid("until", "The affiliation ends before it begins; correct one of the days.")
        }
        _ => Ok(()),
    }
}

fn gone() -> Error {
    Error::NotFound(
        "This affiliation is not in the directory any more; look at the person's page again."
            .to_owned(),
    )
}

//! Adding the people of a list to the directory, and taking that back as one.

use super::duplicates::present;
use crate::api::{AddedPerson, Addition, AffiliationChange, PersonDetails, PersonOffer};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::storage::additions::{self, Stood};
use crate::storage::people::{self, Affiliation};
use chrono::NaiveDate;
use rapporteur_document::model::{AdditionId, Invalid, PersonId, PersonName};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// One thing that was stored, with what stood there before.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "stored", rename_all = "snake_case")]
enum Change {
    Person { person: PersonId },
    Spelling { person: PersonId, name: PersonName },
    Affiliation { person: PersonId, since: Option<NaiveDate>, before: Option<Stood> },
    Details { person: PersonId, before: PersonDetails },
}

/// Adds people, new ones and what the list says of known ones. Nobody is merged with anybody.
///
/// # Errors
/// [`Error::Invalid`] where one has no name; nobody is added then.
pub(crate) fn add(
    connection: &Connection,
    source: &str,
    added: &[AddedPerson],
    since: Option<NaiveDate>,
    clock: &dyn Clock,
) -> Result<Addition, Error> {
    let nameless = added.iter().enumerate().filter(|(_, one)| one.name.is_empty());
    let invalid: Vec<Invalid> = nameless
        .map(|(at, _)| Invalid {
            field: format!("people[{at}].name"),
            message: format!(
                "Person {} of the list has no name; write one or leave it out.",
                at + 1
            ),
        })
        .collect();
    if !invalid.is_empty() {
        return Err(Error::Invalid(invalid));
    }
    let today = clock.now().date_naive();
    let mut keeping = Keeping { connection, changes: vec![], new: 0 };
    let mut everybody = Vec::with_capacity(added.len());
    for one in added {
        let person = match one.person {
            Some(person) => {
                let person = present(connection, person)?;
                keeping.affiliation(
                    person,
                    one.affiliation.as_ref(),
                    Some(since.unwrap_or(today)),
                )?;
                keeping.spelling(person, &one.name)?;
                person
            }
            None => {
                let person = PersonId(new_id(clock));
                people::insert(connection, person, &one.name, &stamp(clock))?;
                keeping.changes.push(Change::Person { person });
                keeping.new += 1;
                // The first thing known of somebody holds from the beginning.
                keeping.affiliation(person, one.affiliation.as_ref(), None)?;
                person
            }
        };
        if let Some(also) = &one.also {
            keeping.spelling(person, also)?;
        }
        keeping.details(person, one)?;
        everybody.push(people::load(connection, person)?.ok_or_else(super::gone)?);
    }
    let id = AdditionId(new_id(clock));
    additions::insert(connection, id, source, &keeping.changes, &stamp(clock))?;
    Ok(Addition { id, people: everybody, new: keeping.new })
}

/// Takes an addition back. Who is on a report by now, or was merged, stays; answers who.
pub(crate) fn undo(connection: &Connection, id: AdditionId) -> Result<Vec<PersonOffer>, Error> {
    let changes: Vec<Change> = additions::take(connection, id)?.ok_or_else(|| {
        Error::NotFound(
            "There is no such addition, or it was taken back already; nothing was changed."
                .to_owned(),
        )
    })?;
    let mut stayed = Vec::new();
    for change in changes.into_iter().rev() {
        match change {
            Change::Person { person } => {
                if !additions::remove_person(connection, person)? {
                    stayed.extend(people::load(connection, person)?);
                }
            }
            Change::Spelling { person, name } => {
                people::forget_spelling(connection, person, &name)?;
            }
            Change::Affiliation { person, since, before } => {
                additions::put_affiliation_back(connection, person, since, before.as_ref())?;
            }
            Change::Details { person, before } => people::set_details(connection, person, &before)?,
        }
    }
    Ok(stayed)
}

struct Keeping<'c> {
    connection: &'c Connection,
    changes: Vec<Change>,
    new: u32,
}

impl Keeping<'_> {
    fn spelling(&mut self, person: PersonId, name: &PersonName) -> Result<(), Error> {
        if name.is_empty() || !additions::keep_spelling(self.connection, person, name)? {
            return Ok(());
        }
        self.changes.push(Change::Spelling { person, name: name.clone() });
        Ok(())
    }

    fn affiliation(
        &mut self,
        person: PersonId,
        new: Option<&AffiliationChange>,
        since: Option<NaiveDate>,
    ) -> Result<(), Error> {
        let Some(new) = new else { return Ok(()) };
        let some = |text: &'_ Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let (role, status, organisation) =
            (some(&new.role), some(&new.status), some(&new.organisation));
        if role.is_none() && status.is_none() && organisation.is_none() {
            return Ok(());
        }
        let before = additions::affiliation_at(self.connection, person, since)?;
        let affiliation = Affiliation {
            since,
            role: role.as_deref(),
            status: status.as_deref(),
            organisation: organisation.as_deref(),
            report: None,
        };
        people::set_affiliation(self.connection, person, &affiliation)?;
        self.changes.push(Change::Affiliation { person, since, before });
        Ok(())
    }

    /// Contact details fill what is empty and never replace what somebody wrote.
    fn details(&mut self, person: PersonId, one: &AddedPerson) -> Result<(), Error> {
        let before = people::details(self.connection, person)?;
        let mut after = before.clone();
        for (kept, new) in [
            (&mut after.email, &one.email),
            (&mut after.phone, &one.phone),
            (&mut after.notes, &one.notes),
        ] {
            if kept.is_none() {
                kept.clone_from(new);
            }
        }
        if after != before {
            people::set_details(self.connection, person, &after)?;
            self.changes.push(Change::Details { person, before });
        }
        Ok(())
    }
}

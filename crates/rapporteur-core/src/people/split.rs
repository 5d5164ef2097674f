//! One entry that turned out to be two people: what belongs to the other is chosen by the user.
//!
//! No report is touched: which person a report means by the entry is kept beside it. Undone like
//! every change of the directory.

use super::changes::noted;
use super::duplicates::present;
use crate::api::{AffiliationKey, DirectoryChangeKind, PersonPage};
use crate::clock::{Clock, new_id, stamp};
use crate::error::Error;
use crate::storage::{self, attendances, identities};
use rapporteur_document::model::{Invalid, PersonId, PersonName, ReportId};
use rusqlite::Connection;

/// What goes to the new person.
pub(crate) struct Parted<'p> {
    pub name: &'p PersonName,
    pub reports: &'p [ReportId],
    pub spellings: &'p [PersonName],
    pub affiliations: &'p [AffiliationKey],
}

/// Makes a new person of a part of what counts as another one. Answers the new person's page.
pub(crate) fn split(
    connection: &Connection,
    person: PersonId,
    parted: &Parted,
    clock: &dyn Clock,
) -> Result<PersonPage, Error> {
    let person = present(connection, person)?;
    refuse_senseless(connection, person, parted)?;
    let new = PersonId(new_id(clock));
    noted(connection, person, &[new], DirectoryChangeKind::Split, clock, || {
        storage::people::insert(connection, new, parted.name, &stamp(clock))?;
        for report in parted.reports {
            for entry in attendances::entries_meaning(connection, *report, person)? {
                identities::reassign(connection, *report, entry, new)?;
            }
            attendances::draw_again(connection, *report)?;
        }
        for spelling in parted.spellings {
            identities::move_spelling(connection, person, spelling, new)?;
        }
        for key in parted.affiliations {
            identities::move_affiliation(connection, key, new)?;
        }
        identities::set_distinct(connection, person, new, Some(&stamp(clock)))?;
        Ok(())
    })?;
    super::page::load(connection, new)
}

fn refuse_senseless(
    connection: &Connection,
    person: PersonId,
    parted: &Parted,
) -> Result<(), Error> {
    if parted.name.is_empty() {
        return Err(Error::Invalid(vec![Invalid {
            field: "name".to_owned(),
            message: "The other person has no name; write one.".to_owned(),
        }]));
    }
    if parted.reports.is_empty() && parted.spellings.is_empty() && parted.affiliations.is_empty() {
        return Err(Error::Refused(
            "Nothing was chosen for the other person; tick at least a report, a spelling or an affiliation."
                .to_owned(),
        ));
    }
    for report in parted.reports {
        if attendances::entries_meaning(connection, *report, person)?.is_empty() {
            return Err(Error::Refused(
                "One of the reports chosen does not name this person any more; choose again."
                    .to_owned(),
            ));
        }
    }
    Ok(())
}

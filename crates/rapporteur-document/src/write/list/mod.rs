//! A list of people as a file for other programs: CSV, XLSX, vCard.
//!
//! Called by `rapporteur-core` with entries that hold no more than may go out: whoever calls
//! leaves addresses and telephone numbers away unless they were asked for. Deliberately absent:
//! the printed list of a report, which the writers of reports have.

mod cards;
mod csv;
mod xlsx;

pub use cards::cards;
pub use csv::csv;
pub use xlsx::xlsx;

use crate::model::{PersonId, PersonName};
use chrono::NaiveDate;
use serde::Serialize;

/// Somebody on a list that goes out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The person in the directory, once known.
    pub person: Option<PersonId>,
    /// The name.
    pub name: PersonName,
    /// The role in the group.
    pub role: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// `Present` or `Apologies` on the list of a report; none in the directory.
    pub attendance: Option<&'static str>,
    /// The address for mail, where it may go out.
    pub email: Option<String>,
    /// The telephone number, where it may go out.
    pub phone: Option<String>,
}

/// What a list is about, for the properties of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The title.
    pub title: String,
    /// The group it belongs to; never the name of an account.
    pub author: String,
    /// The day it was written.
    pub date: NaiveDate,
}

/// The columns with the cells of an entry; those that are empty for everybody are left out.
fn table(entries: &[Entry]) -> Vec<(&'static str, Vec<String>)> {
    let family = |name: &PersonName| {
        [&*name.particles, &*name.family, &*name.suffix]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let column = |heading, cell: &dyn Fn(&Entry) -> String| {
        (heading, entries.iter().map(cell).collect::<Vec<_>>())
    };
    let mut columns = vec![
        column("Name", &|one| one.name.full()),
        column("Given name", &|one| one.name.given.clone()),
        column("Family name", &|one| family(&one.name)),
        column("Role", &|one| text(&one.role)),
        column("Status", &|one| text(&one.status)),
        column("Organisation", &|one| text(&one.organisation)),
        column("Attendance", &|one| one.attendance.unwrap_or_default().to_owned()),
        column("E-mail", &|one| text(&one.email)),
        column("Telephone", &|one| text(&one.phone)),
    ];
    // Role, status and organisation always stand there: a form that is filled in later.
    columns.retain(|(heading, cells)| {
        !matches!(*heading, "Attendance" | "E-mail" | "Telephone")
            || cells.iter().any(|cell| !cell.is_empty())
    });
    columns
}

#[cfg(test)]
mod tests;

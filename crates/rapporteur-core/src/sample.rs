//! The sample library: an invented working group with twelve reports over two years and its directory.
//!
//! Called by the request for sample data, and by the tests and the benchmark. The files stand in
//! `sample/`; they are compiled in, so the sample is there without network and installation.
//! Deliberately absent: ways of storing of its own; it goes through the doors of all reports.

use crate::clock::{Clock, stamp};
use crate::error::Error;
use crate::storage::people::Affiliation;
use crate::{series, storage, templates};
use chrono::NaiveDate;
use rapporteur_document::model::{PersonId, PersonName, Report};
use rusqlite::Connection;
use serde::Deserialize;

/// The series of the sample's reports.
pub const SERIES: &str = "WG-Access";

/// The template of the sample's series, as the file a user would import.
pub const TEMPLATE: &str = include_str!("../sample/template.toml");

const PEOPLE: &str = include_str!("../sample/people.json");

const REPORTS: [&str; 12] = [
    include_str!("../sample/reports/73.json"),
    include_str!("../sample/reports/80.json"),
    include_str!("../sample/reports/88.json"),
    include_str!("../sample/reports/94.json"),
    include_str!("../sample/reports/101.json"),
    include_str!("../sample/reports/105.json"),
    include_str!("../sample/reports/106.json"),
    include_str!("../sample/reports/107.json"),
    include_str!("../sample/reports/108.json"),
    include_str!("../sample/reports/109.json"),
    include_str!("../sample/reports/110.json"),
    include_str!("../sample/reports/111.json"),
];

/// A person of the sample's directory.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SamplePerson {
    /// What the sample's reports refer to.
    pub id: PersonId,
    /// The name.
    pub name: PersonName,
    /// What the person was from which day on, earliest first; never empty.
    pub affiliations: Vec<SampleAffiliation>,
}

/// What a person is from a day on, until the next affiliation begins.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleAffiliation {
    /// The first day this holds.
    pub from: NaiveDate,
    /// The role in the group.
    pub role: Option<String>,
    /// The standing.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
}

impl SamplePerson {
    /// What the person was on a day; `None` before the first affiliation.
    pub fn affiliation_on(&self, day: NaiveDate) -> Option<&SampleAffiliation> {
        self.affiliations.iter().rfind(|affiliation| affiliation.from <= day)
    }
}

/// Everybody in the sample's directory; every participant of its reports is one of them.
pub fn people() -> Vec<SamplePerson> {
    serde_json::from_str(PEOPLE).expect("sample/people.json is read by a test")
}

/// The sample's reports, oldest meeting first.
pub fn reports() -> Vec<Report> {
    REPORTS
        .iter()
        .map(|file| serde_json::from_str(file).expect("every sample report is read by a test"))
        .collect()
}

/// Fills an empty library.
pub(crate) fn fill(connection: &Connection, clock: &dyn Clock) -> Result<(), Error> {
    if storage::reports::counts(connection)? != (0, 0) {
        let reason = "This library is not empty; the sample is for an empty one. Begin a new library for it.";
        return Err(Error::Refused(reason.to_owned()));
    }
    let template = templates::keep(connection, TEMPLATE, false, clock)?;
    let series = series::create(connection, SERIES, template.id, clock)?;
    let now = stamp(clock);
    for person in people() {
        storage::people::insert(connection, person.id, &person.name, &now)?;
        for affiliation in &person.affiliations {
            let known = Affiliation {
                since: Some(affiliation.from),
                role: affiliation.role.as_deref(),
                status: affiliation.status.as_deref(),
                organisation: affiliation.organisation.as_deref(),
                report: None,
            };
            storage::people::set_affiliation(connection, person.id, &known)?;
        }
    }
    for report in reports() {
        crate::reports::create(connection, series.id, report, false, clock)?;
    }
    Ok(())
}

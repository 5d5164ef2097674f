//! Recognition: lines become the data of a report, and doubts where it is not sure.

use super::lines::Line;
use super::{Doubt, Reading};
use crate::model::PersonName;

/// Reads a report out of the lines of a file.
pub fn recognise(_lines: Vec<Line>) -> (Reading, Vec<Doubt>) {
    (Reading::default(), vec![])
}

/// Whether a line is only a page number.
pub(super) fn is_page_mark(words: &str) -> bool {
    words.starts_with("Page ") && words.len() < 15
}

/// An entry of a list of participants, taken apart.
pub struct ParticipantParts {
    /// The name.
    pub name: PersonName,
    /// The role.
    pub role: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// As printed.
    pub affiliation: String,
}

/// Takes an entry apart.
pub fn participant_line(line: &str) -> ParticipantParts {
    let (name, rest) = line.split_once(',').unwrap_or((line, ""));
    let rest = rest.trim().to_owned();
    ParticipantParts {
        name: PersonName::parse(name.trim_start_matches(|c: char| !c.is_alphabetic())),
        role: None,
        status: None,
        organisation: (!rest.is_empty()).then(|| rest.clone()),
        affiliation: rest,
    }
}

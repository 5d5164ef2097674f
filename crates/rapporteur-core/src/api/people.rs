//! What is answered about people: pairs that may be one person, and all that is known of one.

use super::PersonOffer;
use chrono::NaiveDate;
use rapporteur_document::model::{PersonId, PersonName, ReportId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person of the directory whom a name may be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PersonMatch {
    /// Who.
    pub offer: PersonOffer,
    /// How strongly it looks like this person, 0 to 1.
    pub strength: f64,
    /// Whether the name is this person's alone, written exactly so before.
    pub certain: bool,
    /// Why, in words.
    pub reasons: Vec<String>,
}

/// Two people of the directory who may be one. Nobody is merged before a user says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Duplicate {
    /// The one who attended more meetings.
    pub a: PersonOffer,
    /// The other.
    pub b: PersonOffer,
    /// How strongly they look like one person, 0 to 1.
    pub strength: f64,
    /// Whether that is strong.
    pub strong: bool,
    /// What speaks for and against it, in words.
    pub evidence: Vec<String>,
}

/// All that is known of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PersonPage {
    /// Who, with the present affiliation.
    pub offer: PersonOffer,
    /// For the secretariat alone.
    pub details: PersonDetails,
    /// Other ways the name was written.
    pub spellings: Vec<Spelling>,
    /// Affiliations, latest first.
    pub affiliations: Vec<DatedAffiliation>,
    /// Meetings attended, latest first.
    pub meetings: Vec<AttendedMeeting>,
    /// The merges that made this person, latest first; each can be undone.
    pub merged: Vec<Merged>,
    /// The changes by hand that can be taken back, latest first.
    pub changes: Vec<DirectoryChange>,
}

/// What is kept of a person for the secretariat alone; no export carries it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct PersonDetails {
    /// How the person wishes to be named.
    pub preferred: Option<String>,
    /// The name in its own script.
    pub native: Option<String>,
    /// The address for mail.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// Anything else.
    pub notes: Option<String>,
}

/// Another way a person's name was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Spelling {
    /// The name.
    pub name: PersonName,
    /// The report it was first seen in; none where it was kept by hand.
    pub report: Option<ReportId>,
    /// The number of that report's meeting.
    pub number: Option<u32>,
    /// Whether it is the name of an entry that was merged into this person.
    pub merged: bool,
}

/// What a person was, from when to when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DatedAffiliation {
    /// The entry it was said about, which names it together with the first day.
    pub entry: PersonId,
    /// The first day; none for the beginning.
    pub since: Option<NaiveDate>,
    /// The last day, where it is known.
    pub until: Option<NaiveDate>,
    /// The role in the group.
    pub role: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
    /// The report it was learnt from; none where it was said by hand.
    pub report: Option<ReportId>,
    /// The number of that report's meeting.
    pub number: Option<u32>,
}

/// A meeting somebody attended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AttendedMeeting {
    /// Its report.
    pub report: ReportId,
    /// The series' name.
    pub series_name: String,
    /// Its number.
    pub number: Option<u32>,
    /// Its day.
    pub date: Option<NaiveDate>,
}

/// A merge in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Merged {
    /// The entry that was merged.
    pub person: PersonId,
    /// Into which.
    pub into: PersonId,
    /// The merged entry's own name.
    pub name: PersonName,
    /// When (UTC, ISO 8601).
    pub merged_at: String,
    /// How many changes by hand were made since to the person it counts as. They stay where they
    /// are when the merge is taken back.
    pub changes_since: u32,
}

/// Which affiliation of a person is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct AffiliationKey {
    /// The entry it was said about.
    pub entry: PersonId,
    /// Its first day; none for the beginning.
    pub since: Option<NaiveDate>,
}

/// An affiliation as somebody says it by hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct HeldAffiliation {
    /// The first day; none for the beginning.
    pub since: Option<NaiveDate>,
    /// The last day; none while it holds.
    pub until: Option<NaiveDate>,
    /// The role in the group.
    pub role: Option<String>,
    /// The status.
    pub status: Option<String>,
    /// The organisation.
    pub organisation: Option<String>,
}

impl HeldAffiliation {
    /// Without white space around the words, and without empty words.
    pub(crate) fn trimmed(self) -> Self {
        let some = |text: Option<String>| {
            text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
        };
        Self {
            role: some(self.role),
            status: some(self.status),
            organisation: some(self.organisation),
            ..self
        }
    }
}

/// A change of the directory by hand that can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DirectoryChange {
    /// Its id.
    pub id: String,
    /// About whom.
    pub person: PersonId,
    /// The person's name when it was made.
    pub name: String,
    /// What was done.
    pub kind: DirectoryChangeKind,
    /// When (UTC, ISO 8601).
    pub made_at: String,
}

/// What was done to the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum DirectoryChangeKind {
    /// The name was changed.
    Name,
    /// Contact, notes or other forms of the name were changed.
    Details,
    /// A spelling was kept or forgotten.
    Spelling,
    /// An affiliation was added, changed, ended or deleted.
    Affiliation,
    /// A part of what is known was given to a new person.
    Split,
    /// The list of nicknames was changed.
    Nicknames,
}

impl DirectoryChangeKind {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Name, "name"),
        (Self::Details, "details"),
        (Self::Spelling, "spelling"),
        (Self::Affiliation, "affiliation"),
        (Self::Split, "split"),
        (Self::Nicknames, "nicknames"),
    ];

    /// The word it is stored by.
    pub(crate) fn code(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, code)| code)
    }

    /// Reads the word.
    pub(crate) fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == code).map(|(kind, _)| *kind)
    }
}

//! What is answered about people who ask what is held on them, or not to be named.

use super::{Contribution, PersonPage};
use rapporteur_document::model::PersonId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was done for a person's privacy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PrivacyKind {
    /// The name was replaced by “Participant”; attendance still counts.
    Anonymised,
    /// The person was removed from the directory; reports keep what they printed.
    Removed,
}

impl PrivacyKind {
    /// The word it is stored by.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Anonymised => "anonymised",
            Self::Removed => "removed",
        }
    }

    pub(crate) fn parse(code: &str) -> Self {
        if code == "removed" { Self::Removed } else { Self::Anonymised }
    }
}

/// That somebody was anonymised or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PrivacyRecord {
    /// Its id.
    pub id: String,
    /// The entry of the directory; its name is not told any more.
    pub person: PersonId,
    /// What was done.
    pub kind: PrivacyKind,
    /// When (UTC, ISO 8601).
    pub happened_at: String,
    /// When it was closed; until then it can be taken back.
    pub closed_at: Option<String>,
    /// How many reports were changed.
    pub reports: u32,
    /// Imported files that still hold the name, because originals are kept byte for byte.
    pub originals: Vec<String>,
}

/// Everything the library holds on one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HeldOnPerson {
    /// Names, contact, notes, affiliations, attendance, merges and changes.
    pub page: PersonPage,
    /// Every passage that names the person.
    pub contributions: Vec<Contribution>,
    /// Imported files whose reports name the person.
    pub originals: Vec<String>,
}

impl HeldOnPerson {
    /// The same for reading: a line for each thing held.
    pub fn readable(&self) -> String {
        let page = &self.page;
        let mut lines = vec![page.offer.name.full()];
        let details = &page.details;
        for (label, value) in [
            ("Preferred form", &details.preferred),
            ("Native form", &details.native),
            ("Mail", &details.email),
            ("Telephone", &details.phone),
            ("Notes", &details.notes),
        ] {
            lines.extend(value.as_ref().map(|value| format!("{label}: {value}")));
        }
        let meeting = |number: Option<u32>| {
            number.map_or("by hand".to_owned(), |number| {
                format!("from the report of meeting {number}")
            })
        };
        lines.push("\nOther spellings".to_owned());
        lines.extend(
            page.spellings
                .iter()
                .map(|one| format!("{} ({})", one.name.full(), meeting(one.number))),
        );
        lines.push("\nAffiliations".to_owned());
        lines.extend(page.affiliations.iter().map(|held| {
            let parts: Vec<&str> = [&held.role, &held.status, &held.organisation]
                .into_iter()
                .filter_map(|part| part.as_deref())
                .collect();
            let since =
                held.since.map_or("from the beginning".to_owned(), |day| format!("from {day}"));
            let until = held.until.map_or(String::new(), |day| format!(" to {day}"));
            format!("{}, {since}{until} ({})", parts.join(", "), meeting(held.number))
        }));
        lines.push("\nMeetings attended".to_owned());
        lines.extend(page.meetings.iter().map(|one| {
            let number = one.number.map_or("no number".to_owned(), |number| number.to_string());
            let date = one.date.map_or("no date".to_owned(), |day| day.to_string());
            format!("{} {number}, {date}", one.series_name)
        }));
        lines.push("\nPassages".to_owned());
        for contribution in &self.contributions {
            let number = contribution.number.map_or(String::new(), |number| format!(" {number}"));
            lines.push(format!("{}{number}", contribution.series_name));
            lines.extend(contribution.passages.iter().map(|passage| {
                let what = if passage.speaks { "speaks" } else { "is mentioned" };
                format!("  {what}: {}", passage.text)
            }));
        }
        lines.push("\nImported files".to_owned());
        lines.extend(self.originals.iter().cloned());
        lines.join("\n") + "\n"
    }
}

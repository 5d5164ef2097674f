//! What is answered about people who ask what is held on them, or not to be named.

use super::{Contribution, PersonDetails, PersonPage};
use rapporteur_document::model::{Attendance, PersonId, PersonName};
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
    /// The folder of the library's backups, if there is one: those made before hold the name.
    pub backups: Option<String>,
}

/// Everything the library holds on one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HeldOnPerson {
    /// Names, contact, notes, affiliations, attendance, merges and changes.
    pub page: PersonPage,
    /// The entries merged into this one, with what is kept of each for the secretariat alone.
    pub merged: Vec<HeldEntry>,
    /// Who was said not to be this person.
    pub different: Vec<PersonName>,
    /// The lists by which something about the person came in.
    pub lists: Vec<String>,
    /// Every passage that names the person.
    pub contributions: Vec<Contribution>,
    /// What is doubtful about imported reports and tells the name.
    pub doubts: Vec<String>,
    /// Imported files whose reports name the person.
    pub originals: Vec<String>,
    /// The folder of the library's backups, which hold all this too.
    pub backups: Option<String>,
}

/// An entry of the directory that counts as somebody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HeldEntry {
    /// Its name.
    pub name: PersonName,
    /// What is kept for the secretariat alone.
    pub details: PersonDetails,
}

impl HeldOnPerson {
    /// The same for reading: a line for each thing held.
    pub fn readable(&self) -> String {
        let page = &self.page;
        let mut lines = vec![page.offer.name.full()];
        lines.extend(details(&page.details));
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
        for entry in &self.merged {
            lines.push(format!("\nMerged entry: {}", entry.name.full()));
            lines.extend(details(&entry.details));
        }
        lines.push("\nNot the same person".to_owned());
        lines.extend(self.different.iter().map(PersonName::full));
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
            let there = match contribution.attendance {
                Some(Attendance::Present) => "present",
                Some(Attendance::Apologies) => "sent apologies",
                Some(Attendance::Mentioned) | None => "named in the text only",
            };
            lines.push(format!("{}{number}, {there}", contribution.series_name));
            lines.extend(contribution.passages.iter().map(|passage| {
                let what = if passage.speaks { "speaks" } else { "is mentioned" };
                format!("  {what}: {}", passage.text)
            }));
        }
        for (title, held) in [
            ("Doubts about imported reports", &self.doubts),
            ("Lists that were added", &self.lists),
            ("Imported files, kept as they came", &self.originals),
        ] {
            lines.push(format!("\n{title}"));
            lines.extend(held.iter().cloned());
        }
        if let Some(folder) = &self.backups {
            lines.push(format!("\nBackups of all this are in {folder}."));
        }
        lines.join("\n") + "\n"
    }
}

fn details(details: &PersonDetails) -> impl Iterator<Item = String> {
    let all = [
        ("Preferred form", &details.preferred),
        ("Native form", &details.native),
        ("Mail", &details.email),
        ("Telephone", &details.phone),
        ("Notes", &details.notes),
    ];
    all.into_iter().filter_map(|(label, value)| Some(format!("{label}: {}", value.as_ref()?)))
}

//! Who is named where in the text of a report, and who of them speaks.
//!
//! Called by `rapporteur-core` for the participants of a report, for a person's contributions and
//! for reports that are brought in. Sees the model alone; which verbs report speech and which
//! names are short forms of others is passed in. Deliberately absent: deciding between two people
//! a name fits; both are told.

mod conceal;
mod link;
mod passages;
#[cfg(test)]
mod tests;
mod words;
mod written;

pub use conceal::{CONCEALED, conceal};
pub use link::{Ambiguous, link};
pub use passages::{Named, Passage, passages};
pub use written::{WrittenName, written_names};

use crate::model::{Attendance, Participant, ParticipantId, PersonName, Report, fold};
use std::collections::BTreeSet;

/// What the reader of names knows besides the report.
pub struct Language<'l> {
    /// Whether a verb in the past tense reports what somebody said.
    pub reports: &'l dyn Fn(&str) -> bool,
    /// Whether two given names, folded, are forms of one name.
    pub forms_of_one: &'l dyn Fn(&str, &str) -> bool,
    /// Whether a capitalised word names nobody, such as one that begins sentences.
    pub names_nobody: &'l dyn Fn(&str) -> bool,
}

/// Somebody the text may name.
pub struct Known {
    /// Whom the report knows them as.
    pub id: ParticipantId,
    /// All ways the name is written, the report's own first.
    pub names: Vec<PersonName>,
    /// Whether the given name alone may mean them: not for people of other reports.
    pub given_alone: bool,
}

/// Given names that stand at the beginning of sentences as words too.
const ALSO_WORDS: &[&str] = &[
    "art", "bill", "chase", "dawn", "drew", "faith", "frank", "grace", "grant", "guy", "hope",
    "joy", "mark", "miles", "pat", "rich", "rose", "sky", "summer", "sue", "will",
];

/// Given names that are months.
const MONTHS: &[&str] = &["april", "august", "may", "june", "july"];

/// Whether a given name is a word of the language as well.
fn is_also_a_word(given: &str) -> bool {
    let folded = fold(given);
    [ALSO_WORDS, MONTHS].iter().any(|words| words.contains(&folded.as_str()))
}

/// Everybody a report names, by the names it prints.
pub fn participants(people: &[Participant]) -> Vec<Known> {
    let known =
        |one: &Participant| Known { id: one.id, names: vec![one.name.clone()], given_alone: true };
    people.iter().map(known).collect()
}

/// What the text says about who spoke, against the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Speakers {
    /// Names of people who spoke and of whom the report knows nothing.
    pub unknown: Vec<String>,
    /// Those who spoke and are known, but are not on the list of participants.
    pub not_listed: Vec<ParticipantId>,
    /// Those on the list who are mentioned and never speak.
    pub only_mentioned: Vec<ParticipantId>,
    /// Those who sent apologies and spoke.
    pub apologies_but_spoke: Vec<ParticipantId>,
}

/// Compares who speaks in the text with the list of participants.
pub fn speakers(report: &Report, known: &[Known], language: &Language) -> Speakers {
    let passages = passages(report, known, language);
    let named = || passages.iter().flat_map(|passage| &passage.named);
    let spoke: BTreeSet<ParticipantId> =
        named().filter(|named| named.speaks).filter_map(Named::certain).collect();
    // Whoever opens or moderates is named for that, not mentioned.
    let mentioned: BTreeSet<ParticipantId> = named().filter_map(Named::certain).collect();
    let mut unknown: Vec<String> = named()
        .filter(|named| named.speaks && named.who.is_empty())
        .map(|named| named.words.clone())
        .collect();
    let mut seen = BTreeSet::new();
    unknown.retain(|name| seen.insert(name.clone()));
    let among = |attendance: Attendance, people: &dyn Fn(&ParticipantId) -> bool| {
        report.with_attendance(attendance).map(|one| one.id).filter(|id| people(id)).collect()
    };
    Speakers {
        unknown,
        not_listed: among(Attendance::Mentioned, &|id| spoke.contains(id)),
        only_mentioned: among(Attendance::Present, &|id| {
            mentioned.contains(id) && !spoke.contains(id)
        }),
        apologies_but_spoke: among(Attendance::Apologies, &|id| spoke.contains(id)),
    }
}

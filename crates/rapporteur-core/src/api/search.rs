//! What is asked and answered about earlier reports: searching them, and going back to them while
//! drafting.

use chrono::NaiveDate;
use rapporteur_document::model::{AgendaItemId, PersonId, ReportId, SeriesId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which reports are searched, and where in them. What is not said does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(export)]
pub struct SearchFilters {
    /// Of one series only.
    pub series: Option<SeriesId>,
    /// Of meetings in this year or later.
    pub from_year: Option<i32>,
    /// Of meetings in this year or earlier.
    pub to_year: Option<i32>,
    /// Of meetings this person attended, under whatever name.
    pub person: Option<PersonId>,
    /// In sections whose agenda item has these words.
    pub item: String,
    /// In this kind of place only.
    pub part: Option<SearchPart>,
    /// Never in this report.
    pub except: Option<ReportId>,
}

/// A part of a report to search in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SearchPart {
    /// Agenda items and their sections.
    Sections,
    /// Next steps.
    NextSteps,
    /// The list of participants, and apologies.
    People,
}

/// What a search found, newest meeting first, then in the order of the report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SearchResults {
    /// The passages.
    pub passages: Vec<FoundPassage>,
    /// Whether there are more than were asked for.
    pub more: bool,
    /// Whether something was typed that holds no word to look for.
    pub wordless: bool,
}

/// A passage that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FoundPassage {
    /// In which report.
    pub report: ReportId,
    /// The name of its series.
    pub series_name: String,
    /// The number of the meeting.
    pub number: Option<u32>,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
    /// Where in the report.
    pub place: Place,
    /// The title of the agenda item; empty outside the agenda.
    pub title: Vec<Marked>,
    /// The words around what was found.
    pub snippet: Vec<Marked>,
}

/// A place in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[ts(export)]
pub enum Place {
    /// The facts of the meeting.
    Meeting,
    /// The text before the agenda.
    Opening,
    /// The section of an agenda item.
    Section {
        /// The item.
        item: AgendaItemId,
        /// Which lettered part of its section, counted from 0; none for the text before them.
        part: Option<u32>,
        /// Its number, such as `2` or `2 B`; empty where the agenda does not list the item.
        label: String,
    },
    /// The next steps.
    NextSteps,
    /// The next meeting.
    NextMeeting,
    /// The list of participants.
    Participants,
    /// The apologies.
    Apologies,
}

/// Words of a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Marked {
    /// The words.
    pub text: String,
    /// Whether they were looked for.
    pub found: bool,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Place::Meeting => f.write_str("meeting"),
            Place::Opening => f.write_str("opening"),
            Place::Section { label, .. } if label.is_empty() => f.write_str("section"),
            Place::Section { label, .. } => write!(f, "section {label}"),
            Place::NextSteps => f.write_str("next steps"),
            Place::NextMeeting => f.write_str("next meeting"),
            Place::Participants => f.write_str("participants"),
            Place::Apologies => f.write_str("apologies"),
        }
    }
}

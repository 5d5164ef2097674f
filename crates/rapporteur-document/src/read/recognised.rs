//! What reading a prior report gives: its data and what is doubtful in it.
//!
//! The JSON of these types is what `rapporteur-cli read --json` prints. Fields left out of the
//! JSON carry the same words with their structure, for [`Reading::into_report`].

use super::Repair;
use super::recognise::ParticipantParts;
use crate::model::{Block, Inline};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A prior report, recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Recognised {
    /// `text`, `markdown`, `docx`, `odt`, `html`, `mail`…
    pub format: String,
    /// The report's data.
    pub report: Reading,
    /// What a person has to look at, in the order of the file.
    pub doubts: Vec<Doubt>,
}

impl Recognised {
    /// A doubt in one line: its place as this format counts, what is doubtful, the words there.
    pub fn describe(&self, doubt: &Doubt) -> String {
        let Place { line, quote } = &doubt.place;
        let unit =
            if ["text", "markdown"].contains(&self.format.as_str()) { "line" } else { "paragraph" };
        let place = if *line > 0 { format!("{unit} {line}: ") } else { String::new() };
        let quote = if quote.is_empty() { String::new() } else { format!(" (“{quote}”)") };
        format!("{place}{}{quote}", doubt.message)
    }
}

/// Something doubtful: what was read, where, and what is proposed instead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Doubt {
    /// A short name for the kind of doubt, such as `link_misread`.
    pub code: String,
    /// What is doubtful and what to do, in a sentence.
    pub message: String,
    /// Where it stands.
    #[serde(rename = "where")]
    pub place: Place,
    /// What could stand there instead; where nothing has to be repaired, how it was understood.
    pub proposed: Option<String>,
    /// What an answer changes in the report, where a program can do that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub repair: Option<Repair>,
}

/// A place in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Place {
    /// Line number, page number or number of the paragraph, whichever the format has, from 1; 0
    /// where it is the whole file.
    pub line: u32,
    /// The words there.
    pub quote: String,
}

/// The data of a prior report; what is absent in it is `None`, never guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Reading {
    /// The series' short name.
    pub series: Option<String>,
    /// The group's name.
    pub group: Option<String>,
    /// Where the meeting was, as printed.
    pub venue: Option<String>,
    /// The meeting's number.
    pub number: Option<u32>,
    /// The day, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The start, `HH:MM`.
    pub time: Option<String>,
    /// The time zone as printed.
    pub time_zone: Option<String>,
    /// Who moderated, as printed.
    pub moderator: Option<String>,
    /// The agenda.
    pub agenda: Vec<ReadAgendaItem>,
    /// The sections in order, unnumbered ones included.
    pub sections: Vec<ReadSection>,
    /// The next meeting.
    pub next_meeting: Option<ReadNextMeeting>,
    /// The list of participants.
    pub participants: Vec<ReadParticipant>,
    /// Who opened the meeting, where one sentence says only that.
    #[serde(skip)]
    pub opened_by: Option<String>,
    /// Whether a recording is said to be available.
    #[serde(skip)]
    pub recording_available: bool,
    /// The list of apologies.
    #[serde(skip)]
    pub apologies: Vec<ReadParticipant>,
    /// The places of the lines that the two lists of people were read from.
    #[serde(skip)]
    pub people_places: Vec<u32>,
}

/// An agenda item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadAgendaItem {
    /// The title without number and end punctuation.
    pub title: String,
    /// Items nested under it.
    pub items: Vec<ReadAgendaItem>,
    /// The title with its links.
    #[serde(skip)]
    pub content: Vec<Inline>,
}

/// What a section is in the report to keep.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SectionRole {
    /// The discussion of an agenda item, or any other text.
    #[default]
    Discussion,
    /// Text before the agenda.
    Opening,
    /// The next meeting under its own heading.
    NextMeeting,
    /// Actions.
    NextSteps,
    /// Those who sent apologies.
    Apologies,
}

/// A section: a heading and the text under it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadSection {
    /// The printed number, if any.
    pub number: Option<u32>,
    /// The heading; empty for text without one.
    pub title: String,
    /// The lettered parts.
    pub parts: Vec<ReadPart>,
    /// All text under the section, its parts' headings and text included; paragraphs stand
    /// apart by a blank line, entries of a list by a line end.
    pub text: String,
    /// The links in it, in order.
    pub links: Vec<ReadLink>,
    /// The agenda item it discusses: index in the agenda.
    #[serde(skip)]
    pub agenda_item: Option<usize>,
    /// What it is.
    #[serde(skip)]
    pub role: SectionRole,
    /// The heading with its links.
    #[serde(skip)]
    pub content: Vec<Inline>,
    /// The text before the first part, with its structure.
    #[serde(skip)]
    pub blocks: Vec<Block>,
}

/// A lettered part of a section.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadPart {
    /// `A`, or `2.1` where parts are numbered.
    pub label: String,
    /// The heading.
    pub title: String,
    /// The text.
    pub text: String,
    /// The heading with its links.
    #[serde(skip)]
    pub content: Vec<Inline>,
    /// The text with its structure.
    #[serde(skip)]
    pub blocks: Vec<Block>,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadLink {
    /// The words.
    pub text: String,
    /// The address as read.
    pub url: String,
}

/// When the group meets next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadNextMeeting {
    /// The day, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The start, `HH:MM`.
    pub time: Option<String>,
    /// The time zone as printed.
    #[serde(skip)]
    pub time_zone: Option<String>,
}

/// An entry of the list of participants.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadParticipant {
    /// Its place on the list, from 1.
    pub position: u32,
    /// Given and family name.
    pub name: String,
    /// The given name.
    pub given: String,
    /// The family name with its particles.
    pub family: String,
    /// Everything after the name, as printed.
    pub affiliation: String,
    /// The entry in its parts.
    #[serde(skip)]
    pub parts: ParticipantParts,
}

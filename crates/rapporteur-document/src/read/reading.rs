//! What was read in a prior report: the data as the report prints it. Absent is `None`, never
//! guessed.

use super::Doubt;
use crate::model::{Block, Inline, PersonName, TimeOfDay};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file, recognised.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Recognised {
    /// `text` or `markdown`.
    pub format: String,
    /// What the report says.
    pub report: Reading,
    /// What is uncertain.
    pub doubts: Vec<Doubt>,
}

/// What a report says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Reading {
    /// The short name of the group, such as `WG-Strategy`.
    pub series: Option<String>,
    /// The full name of the group.
    pub group: Option<String>,
    /// The venue as printed.
    pub venue: Option<String>,
    /// The number of the meeting.
    pub number: Option<u32>,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
    /// Its start.
    pub time: Option<TimeOfDay>,
    /// The time zone as printed.
    pub time_zone: Option<String>,
    /// The moderator as printed.
    pub moderator: Option<String>,
    /// The agenda.
    pub agenda: Vec<ReadAgendaItem>,
    /// The discussion, in order; also sections without a number.
    pub sections: Vec<ReadSection>,
    /// The next meeting.
    pub next_meeting: Option<ReadNextMeeting>,
    /// The list of participants.
    pub participants: Vec<ReadParticipant>,
    /// Whether the report says that a recording is available.
    #[serde(skip)]
    pub recording: bool,
    /// Who opened the meeting, as printed.
    #[serde(skip)]
    pub opened_by: Option<String>,
    /// Paragraphs between the opening sentences and the agenda.
    #[serde(skip)]
    pub opening: Vec<Block>,
}

/// An agenda item as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadAgendaItem {
    /// Its words, without number and end punctuation.
    pub title: String,
    /// The items under it.
    pub items: Vec<ReadAgendaItem>,
    /// Its words with their links.
    #[serde(skip)]
    pub content: Vec<Inline>,
}

/// A section of the discussion as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadSection {
    /// Its number; none for a heading without one.
    pub number: Option<u32>,
    /// Its heading.
    pub title: String,
    /// Its lettered parts.
    pub parts: Vec<ReadPart>,
    /// All text under it before its parts, paragraphs separated by a blank line.
    pub text: String,
    /// Every link in the section, parts included.
    pub links: Vec<ReadLink>,
    /// The text before its parts as blocks.
    #[serde(skip)]
    pub blocks: Vec<Block>,
}

/// A lettered part as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadPart {
    /// Its letter.
    pub label: String,
    /// Its heading.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Its text as blocks.
    #[serde(skip)]
    pub blocks: Vec<Block>,
}

/// A link as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadLink {
    /// The linked words.
    pub text: String,
    /// The address.
    pub url: String,
}

/// The next meeting as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadNextMeeting {
    /// The day.
    pub date: Option<NaiveDate>,
    /// The start.
    pub time: Option<TimeOfDay>,
}

/// An entry of the list of participants as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReadParticipant {
    /// Its place in the list, from 1.
    pub position: u32,
    /// The name, given name first.
    pub name: String,
    /// The given name.
    pub given: String,
    /// The family name with its particles.
    pub family: String,
    /// Everything after the name, as printed.
    pub affiliation: String,
    /// The parts of the name.
    #[serde(skip)]
    pub parts: PersonName,
    /// The role in the group.
    #[serde(skip)]
    pub role: Option<String>,
    /// The status.
    #[serde(skip)]
    pub status: Option<String>,
    /// The organisation.
    #[serde(skip)]
    pub organisation: Option<String>,
}

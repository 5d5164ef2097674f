//! What is answered about earlier meetings while drafting.

use chrono::NaiveDate;
use rapporteur_document::model::{AgendaItemId, ReportId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The sections of earlier meetings on one item, newest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EarlierSections {
    /// The sections.
    pub sections: Vec<EarlierItem>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

/// A section of an earlier meeting that may be about the same item.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EarlierItem {
    /// The report it is in.
    pub report: ReportId,
    /// The number of the meeting.
    pub number: Option<u32>,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
    /// The section.
    pub section: EarlierSection,
    /// Why it is taken for the same item, in words.
    pub evidence: String,
    /// How sure that is, to 1.
    pub strength: f64,
}

/// A report to read beside another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EarlierReport {
    /// Its id.
    pub report: ReportId,
    /// The name of its series.
    pub series_name: String,
    /// The number of the meeting.
    pub number: Option<u32>,
    /// The day of the meeting.
    pub date: Option<NaiveDate>,
    /// The text before the agenda.
    pub opening: Vec<EarlierPassage>,
    /// The sections, nested items after the item they are in.
    pub sections: Vec<EarlierSection>,
    /// What was to be done.
    pub next_steps: Vec<String>,
    /// Who was there.
    pub participants: Vec<String>,
}

/// A section to read and quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EarlierSection {
    /// Its agenda item.
    pub item: AgendaItemId,
    /// Its number, such as `2` or `2 B`; empty where the agenda does not list the item.
    pub label: String,
    /// The words over it.
    pub title: String,
    /// Its paragraphs and the headings of its lettered parts.
    pub passages: Vec<EarlierPassage>,
}

/// A paragraph that can be quoted, or the heading of a lettered part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct EarlierPassage {
    /// Its words, speakers named in full.
    pub text: String,
    /// How many lists it is in.
    pub depth: u32,
    /// Whether it is a heading.
    pub heading: bool,
}

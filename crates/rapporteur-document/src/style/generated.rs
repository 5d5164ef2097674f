//! Every generated word of a report, piece by piece, for the page in the window.

use super::Warning;
use crate::model::{AgendaItemId, ParticipantId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The generated words of one report, placed by what they belong to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Generated {
    /// The lines above the Title.
    pub title_lines: Vec<String>,
    /// The Title.
    pub title: String,
    /// The mark of a draft or a report in review; empty for a final one.
    pub state_mark: String,
    /// The left part of the header.
    pub header: String,
    /// The left part of the footer; empty where pages carry none.
    pub footer: String,
    /// The opening sentences.
    pub opening: Vec<String>,
    /// The headings that are not agenda items.
    pub headings: GeneratedHeadings,
    /// What belongs to each agenda item, nested ones included, in document order.
    pub items: Vec<GeneratedItem>,
    /// The printed name of every speaker in document order: opening text, then each item's
    /// section blocks, its parts, then its nested items.
    pub speakers: Vec<String>,
    /// The sentence about the next meeting, and the item it is printed under; its own heading if none.
    pub next_meeting: String,
    /// The agenda item the next-meeting sentence closes.
    pub next_meeting_item: Option<AgendaItemId>,
    /// The next steps as printed.
    pub next_steps: Vec<String>,
    /// The participants' entries in printed order.
    pub participants: Vec<GeneratedEntry>,
    /// The apologies' entries in printed order.
    pub apologies: Vec<GeneratedEntry>,
    /// The file name without extension.
    pub file_name: String,
    /// What is missing or doubtful.
    pub warnings: Vec<Warning>,
}

/// The headings that are not agenda items; empty ones are not printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct GeneratedHeadings {
    /// Over the agenda.
    pub agenda: String,
    /// Over the sections.
    pub discussion: String,
    /// Over the next steps.
    pub next_steps: String,
    /// Over the next meeting.
    pub next_meeting: String,
    /// Over the participants.
    pub participants: String,
    /// Over the apologies.
    pub apologies: String,
}

/// What is generated for one agenda item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct GeneratedItem {
    /// The item, as text of its id.
    pub id: String,
    /// Its number on the agenda, such as `1.` or `a.`; empty where it is not listed.
    pub agenda_label: String,
    /// Its number over the section, such as `1.` or `A.`; empty where it has none.
    pub section_label: String,
    /// The numbers of its lettered parts.
    pub part_labels: Vec<String>,
    /// The sentence printed while its section is empty; empty where there is text.
    pub empty_sentence: String,
    /// Whether it stands on the agenda only: what was said is under the item above it, and nothing
    /// under any item beside it, so neither its heading nor a sentence is printed.
    pub not_printed: bool,
}

/// One entry of a list of people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct GeneratedEntry {
    /// Who.
    pub participant: ParticipantId,
    /// The entry as printed, without its number.
    pub text: String,
}

//! The agenda, and the sections that cannot drift from it: each item owns its section.

use super::{AgendaItemId, Block, Inline};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One agenda item with the section of the discussion that belongs to it.
///
/// Moving, renaming or nesting the item takes its section along, because the section is inside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct AgendaItem {
    /// Stays the same however the item is renamed or moved.
    pub id: AgendaItemId,
    /// What the template does with it.
    #[serde(default)]
    pub kind: AgendaItemKind,
    /// The words on the agenda and, unless `heading` says otherwise, over the section.
    pub title: Vec<Inline>,
    /// The section's heading where an imported report words it otherwise; never set for a draft.
    #[serde(default)]
    pub heading: Option<Vec<Inline>>,
    /// Whether the agenda lists it; false only for a section of an imported report that no
    /// agenda item announces.
    #[serde(default = "yes")]
    pub listed: bool,
    /// What was said under this item.
    pub section: Section,
    /// Items nested under this one, at most two levels deep.
    #[serde(default)]
    pub items: Vec<AgendaItem>,
}

fn yes() -> bool {
    true
}

/// What a template does with an agenda item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum AgendaItemKind {
    /// An item like any other.
    #[default]
    Item,
    /// The Secretariat's update; it has its own sentence when nobody of it was there.
    Secretariat,
    /// Any other business, where the next meeting is announced.
    AnyOtherBusiness,
}

/// The discussion under one agenda item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Section {
    /// The text before the first lettered part.
    pub blocks: Vec<Block>,
    /// The lettered parts in order; letters are generated.
    #[serde(default)]
    pub parts: Vec<Part>,
}

/// A lettered part of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Part {
    /// The words after the letter.
    pub title: Vec<Inline>,
    /// The text under it.
    pub blocks: Vec<Block>,
}

impl Section {
    /// Whether nothing is written in it.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.blocks.iter().all(Block::is_empty)
    }
}

impl AgendaItem {
    /// The words over its section.
    pub fn section_heading(&self) -> &[Inline] {
        self.heading.as_deref().unwrap_or(&self.title)
    }
}

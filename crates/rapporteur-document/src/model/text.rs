//! The text people type: blocks of inline text, and the references to people inside it.

use super::ParticipantId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A paragraph or a list. Lists nest through their items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
pub enum Block {
    /// Running text.
    Paragraph {
        /// The text; empty while nothing is typed.
        content: Vec<Inline>,
    },
    /// A list with bullets.
    BulletedList {
        /// At least one item.
        items: Vec<ListItem>,
    },
    /// A list that counts from 1.
    NumberedList {
        /// At least one item.
        items: Vec<ListItem>,
    },
}

/// One entry of a list: its paragraph first, then whatever stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ListItem {
    /// At least one block, the first a paragraph.
    pub blocks: Vec<Block>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
pub enum Inline {
    /// Typed words, all marked alike.
    Text {
        /// The words, never empty, without line ends.
        text: String,
        /// Bold.
        #[serde(default)]
        bold: bool,
        /// Italic.
        #[serde(default)]
        italic: bool,
        /// The address these words link to.
        #[serde(default)]
        link: Option<String>,
    },
    /// A person, printed by the template's naming rule.
    Speaker {
        /// One of the report's participants.
        participant: ParticipantId,
        /// How the name is printed here.
        #[serde(default)]
        form: SpeakerForm,
    },
    /// A line end within a paragraph.
    LineBreak,
}

/// How a speaker's name is printed at one place.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SpeakerForm {
    /// As the template's naming rule says.
    #[default]
    Auto,
    /// Given and family name.
    Full,
    /// The given name alone.
    Given,
}

impl Inline {
    /// Words without marks.
    pub fn text(text: impl Into<String>) -> Self {
        Inline::Text { text: text.into(), bold: false, italic: false, link: None }
    }
}

impl Block {
    /// A paragraph of unmarked words; no words make an empty paragraph.
    pub fn paragraph(text: impl Into<String>) -> Self {
        let text = text.into();
        Block::Paragraph {
            content: if text.is_empty() { vec![] } else { vec![Inline::text(text)] },
        }
    }

    /// Whether nothing at all is written in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Block::Paragraph { content } => content.iter().all(|inline| match inline {
                Inline::Text { text, .. } => text.trim().is_empty(),
                Inline::LineBreak => true,
                Inline::Speaker { .. } => false,
            }),
            Block::BulletedList { items } | Block::NumberedList { items } => {
                items.iter().all(|item| item.blocks.iter().all(Block::is_empty))
            }
        }
    }
}

/// The words of a line without marks; speakers are left out, line ends become spaces.
pub fn plain_text(content: &[Inline]) -> String {
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } => text.as_str(),
            Inline::LineBreak => " ",
            Inline::Speaker { .. } => "",
        })
        .collect()
}

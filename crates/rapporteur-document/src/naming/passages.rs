//! The text of a report passage by passage.

use super::words::named;
use super::{Known, Language};
use crate::model::{
    AgendaItem, AgendaItemId, Block, Inline, ParticipantId, Report, SpeakerForm, plain_text,
};
use std::ops::Range;

/// A paragraph, an entry of a list or a heading, with the names in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The agenda item it stands under; none for the opening.
    pub item: Option<AgendaItemId>,
    /// The heading it stands under; empty for the opening.
    pub heading: String,
    /// Its words.
    pub text: String,
    /// The names in it, in their order.
    pub named: Vec<Named>,
}

/// A name in a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Where in the passage's text, in bytes.
    pub at: Range<usize>,
    /// Whom it fits: several where it is ambiguous, nobody where the report knows nobody so.
    pub who: Vec<ParticipantId>,
    /// As written.
    pub words: String,
    /// Whether they speak.
    pub speaks: bool,
    /// Whether it is typed words, not a name chosen from the participants.
    pub typed: bool,
}

impl Named {
    /// The one person it fits.
    pub fn certain(&self) -> Option<ParticipantId> {
        match self.who[..] {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// Every passage of a report with the names in it, in the order of the report.
pub fn passages(report: &Report, known: &[Known], language: &Language) -> Vec<Passage> {
    let mut walk = Walk { known, language, item: None, heading: String::new(), found: vec![] };
    walk.blocks(&report.opening);
    for item in &report.agenda {
        walk.item(item);
    }
    walk.found
}

struct Walk<'w> {
    known: &'w [Known],
    language: &'w Language<'w>,
    item: Option<AgendaItemId>,
    heading: String,
    found: Vec<Passage>,
}

impl Walk<'_> {
    fn item(&mut self, item: &AgendaItem) {
        self.item = Some(item.id);
        self.heading = plain_text(item.section_heading());
        self.blocks(&item.section.blocks);
        for part in &item.section.parts {
            self.heading = plain_text(&part.title);
            self.blocks(&part.blocks);
        }
        for inner in &item.items {
            self.item(inner);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph { content } => self.paragraph(content),
                Block::BulletedList { items } | Block::NumberedList { items } => {
                    items.iter().for_each(|item| self.blocks(&item.blocks));
                }
            }
        }
    }

    fn paragraph(&mut self, content: &[Inline]) {
        let mut text = String::new();
        let mut exact = Vec::new();
        for inline in content {
            match inline {
                Inline::Text { text: words, .. } => text.push_str(words),
                Inline::LineBreak => text.push('\n'),
                Inline::Speaker { participant, form } => {
                    let from = text.len();
                    text.push_str(&self.printed(*participant, *form));
                    exact.push((from..text.len(), *participant));
                }
            }
        }
        let named = named(&text, &exact, self.known, self.language);
        let (item, heading) = (self.item, self.heading.clone());
        self.found.push(Passage { item, heading, text, named });
    }

    fn printed(&self, id: ParticipantId, form: SpeakerForm) -> String {
        let known = self.known.iter().find(|known| known.id == id);
        known.and_then(|known| known.names.first()).map_or_else(String::new, |name| match form {
            SpeakerForm::Given => name.given_or_family(),
            SpeakerForm::Auto | SpeakerForm::Full => name.full(),
        })
    }
}

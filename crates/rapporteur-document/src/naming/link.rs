//! Names in the prose of a report that is brought in, linked to its participants.

use super::words::named;
use super::{Known, Language, participants};
use crate::model::{AgendaItem, Block, Inline, Participant, ParticipantId, Report, SpeakerForm};

/// A name in the text that fits several participants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambiguous {
    /// As written.
    pub words: String,
    /// Whom it fits.
    pub who: Vec<ParticipantId>,
}

/// Turns names in the text into references to the participants they mean, where that prints the
/// same words; so a report that is brought in stays as it was printed. Answers the names that fit
/// several people, each once, and leaves them alone.
pub fn link(report: &mut Report, language: &Language) -> Vec<Ambiguous> {
    let known = participants(&report.participants);
    let mut link = Link { people: report.participants.clone(), known, language, ambiguous: vec![] };
    link.blocks(&mut report.opening);
    report.agenda.iter_mut().for_each(|item| link.item(item));
    link.ambiguous
}

struct Link<'l> {
    people: Vec<Participant>,
    known: Vec<Known>,
    language: &'l Language<'l>,
    ambiguous: Vec<Ambiguous>,
}

impl Link<'_> {
    fn item(&mut self, item: &mut AgendaItem) {
        self.blocks(&mut item.section.blocks);
        for part in &mut item.section.parts {
            self.blocks(&mut part.blocks);
        }
        item.items.iter_mut().for_each(|inner| self.item(inner));
    }

    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph { content } => {
                    *content = std::mem::take(content)
                        .into_iter()
                        .flat_map(|inline| self.linked(inline))
                        .collect();
                }
                Block::BulletedList { items } | Block::NumberedList { items } => {
                    items.iter_mut().for_each(|item| self.blocks(&mut item.blocks));
                }
            }
        }
    }

    /// A piece of a line with its names parted from the rest. Marked words stay as they are: a
    /// reference has no marks.
    fn linked(&mut self, inline: Inline) -> Vec<Inline> {
        let Inline::Text { text, bold: false, italic: false, link: None } = &inline else {
            return vec![inline];
        };
        let mut pieces = Vec::new();
        let mut from = 0;
        for name in named(text, &[], &self.known, self.language) {
            if name.who.len() > 1 && self.ambiguous.iter().all(|one| one.words != name.words) {
                self.ambiguous.push(Ambiguous { words: name.words.clone(), who: name.who.clone() });
            }
            let Some(participant) = name.certain() else { continue };
            let Some(form) = self.form(participant, &name.words) else { continue };
            if from < name.at.start {
                pieces.push(Inline::text(&text[from..name.at.start]));
            }
            pieces.push(Inline::Speaker { participant, form });
            from = name.at.end;
        }
        if from < text.len() {
            pieces.push(Inline::text(&text[from..]));
        }
        pieces
    }

    /// The form of the reference that prints these very words.
    fn form(&self, id: ParticipantId, words: &str) -> Option<SpeakerForm> {
        let person = self.people.iter().find(|one| one.id == id)?;
        if person.name.full() == words {
            Some(SpeakerForm::Full)
        } else {
            (person.name.given_or_family() == words).then_some(SpeakerForm::Given)
        }
    }
}
